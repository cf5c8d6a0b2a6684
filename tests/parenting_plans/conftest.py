"""Two databases for the store, a file of SQLite and a PostgreSQL, with tables made straight from the rows."""

import asyncio
import uuid

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

import parenting_plans.tables
from portal.database import Database


async def said(server, statement):
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture
def place(dialect, request, tmp_path):
    """The address of an empty database."""
    if dialect == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'plans.sqlite3'}"
        return
    server, name = request.getfixturevalue("postgres_server"), f"p_{uuid.uuid4().hex[:12]}"
    asyncio.run(said(server, f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    asyncio.run(said(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(place):
    assert parenting_plans.tables  # by now the metadata knows the rows
    database = Database(place)
    tables = [table for table in SQLModel.metadata.sorted_tables if table.name in OURS]
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all, tables=tables)
    yield database
    await database.close()


OURS = {
    row.__tablename__
    for row in vars(parenting_plans.tables).values()
    if isinstance(row, type) and hasattr(row, "__table__")
}
