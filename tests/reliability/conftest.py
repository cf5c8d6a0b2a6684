"""What only SQLite needs to show."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from portal.database import Database


@pytest.fixture
async def sqlite_database(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "entente.sqlite3"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.close()
