"""A database file of its own for each test, opened as the portal opens it."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import SQLModel

from notifications.tables import OutboxRow
from notifications.values import Contact
from portal.database import Database


NOW = datetime(2026, 3, 6, 17, 0, tzinfo=UTC)
ANA = UUID(int=1)
BEN = UUID(int=2)


async def make(path: Path) -> Database:
    database = Database(f"sqlite+aiosqlite:///{path}")
    async with database.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all, tables=[OutboxRow.__table__])
    return database


@pytest.fixture
async def database(tmp_path):
    made = await make(tmp_path / "test.sqlite3")
    yield made
    await made.close()


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def contacts():
    """Ana, Ben and nobody else have an address."""
    return {ANA: Contact("ana@example.be", "nl"), BEN: Contact("ben@example.be", "fr")}
