"""One request or job is one transaction, and this is the only place that opens and closes one.

What differs between SQLite and PostgreSQL sits here and nowhere else.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel.ext.asyncio.session import AsyncSession

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged commits in a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=15000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
)


class Database:
    """An engine with two doors: `reading` never writes, `writing` commits once at the end or not at all."""

    def __init__(self, url: str) -> None:
        self.engine = create_async_engine(url, **_options(url))
        if self.is_sqlite:
            _listen(self.engine)
        self._readers = self.engine.execution_options(begin="DEFERRED")
        self._writers = self.engine.execution_options(begin="IMMEDIATE")

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncSession, None]:
        async with AsyncSession(self._readers, expire_on_commit=False, autoflush=False) as session:
            yield session

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncSession, None]:
        async with AsyncSession(self._writers, expire_on_commit=False) as session, session.begin():
            yield session

    async def close(self) -> None:
        await self.engine.dispose()


def _options(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        return {"pool_size": 8, "max_overflow": 8}
    return {"pool_size": 8, "max_overflow": 8, "pool_pre_ping": True}


def _listen(engine: AsyncEngine) -> None:
    """Take transactions out of the driver's hands: a plain SELECT must open one, and a writer must lock first."""

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")
