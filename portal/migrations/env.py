"""How Alembic reaches a database: an engine of its own, with SQLite's foreign keys off while tables are rebuilt.

With them on, rebuilding a parent table deletes the rows of its children; they are checked at the end instead.
A migration is kept as a whole or not at all, and two that start at once run one after the other.
"""

import asyncio
from typing import Any

from alembic import context
from sqlalchemy import Connection, event, pool
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from portal.schema import METADATA

ONE_AT_A_TIME = 7_245_001  # any number that no other program locks in our PostgreSQL database


class BrokenReferences(Exception):
    """After a migration a row points to a row that is gone. Nothing was kept."""


def run(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if not sqlite:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
        context.run_migrations()
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise BrokenReferences


def begin_by_hand(engine: AsyncEngine) -> None:
    """SQLite's driver opens no transaction for a CREATE or DROP, so a migration that fails would stay half done."""

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _entry: pool.ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=60000")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


async def connect() -> None:
    url = context.config.get_main_option("sqlalchemy.url")
    engine = create_async_engine(str(url), poolclass=pool.NullPool)
    if engine.dialect.name == "sqlite":
        begin_by_hand(engine)
    async with engine.connect() as connection:
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(connect())
