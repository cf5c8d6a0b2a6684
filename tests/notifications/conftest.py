"""The outbox alone in a database of its own, on both engines, opened as the portal opens it."""

import asyncio
import uuid
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

from notifications.tables import OutboxRow
from notifications.values import Contact
from portal.database import Database
from tests.notifications.people import ANA, BEN


async def _administer(url, statement):
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture
def outbox_url(dialect, request, tmp_path):
    if dialect == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'outbox.sqlite3'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"outbox_{uuid.uuid4().hex[:12]}"
    asyncio.run(_administer(server, f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    asyncio.run(_administer(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(outbox_url):
    made = Database(outbox_url)
    async with made.writing() as session:
        connection = await session.connection()
        await connection.run_sync(SQLModel.metadata.create_all, tables=[OutboxRow.__table__])
    yield made
    await made.close()


@pytest.fixture
def now():
    return datetime(2026, 3, 6, 17, 0, tzinfo=UTC)


@pytest.fixture
def contacts():
    """Ana and Ben have an address; Sam has none."""
    return {ANA: Contact("ana@example.be", "nl"), BEN: Contact("ben@example.be", "fr")}
