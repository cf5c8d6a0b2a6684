"""How Alembic reaches a database: an engine of its own, with SQLite's foreign keys off while tables are rebuilt.

With them on, rebuilding a parent table deletes the rows of its children; they are checked at the end instead.
"""

import asyncio

from alembic import context
from sqlalchemy import Connection, pool
from sqlalchemy.ext.asyncio import create_async_engine

from portal.schema import METADATA


class BrokenReferences(Exception):
    """After a migration a row points to a row that is gone. Nothing was kept."""


def run(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection, target_metadata=METADATA, render_as_batch=True, compare_type=True, transactional_ddl=True
    )
    with context.begin_transaction():
        context.run_migrations()
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise BrokenReferences


async def connect() -> None:
    url = context.config.get_main_option("sqlalchemy.url")
    engine = create_async_engine(str(url), poolclass=pool.NullPool)
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        await connection.run_sync(run)
        await connection.commit()
    await engine.dispose()


asyncio.run(connect())
