"""One fixed moment for everything the portal asks the clock, so that two looks at one page can be equal to the byte."""

import shutil
from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from litestar import Litestar

from portal import jobs, visit
from portal.pages import feeds
from tests.security.house import Clock, House, build
from tests.visitor import Visitor
from tests.world import NOW, World


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What the portal takes for now; a test moves it by setting `at`."""
    found = Clock(NOW)

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return found.at.astimezone(tz)

    for module in (visit, feeds):
        monkeypatch.setattr(module, "datetime", Stopped)
    monkeypatch.setattr(jobs, "now", lambda: found.at)
    return found


_KEPT: dict[str, House] = {}  # built once per process on SQLite; every test gets a copy of its own


@pytest.fixture
async def house(
    world: World,
    app: Litestar,
    clock: Clock,
    visitor: Callable[[], Visitor],
    dialect: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> House:
    """Two families with everything in them, and everyone who might knock."""
    if dialect != "sqlite":
        return await build(world, app, visitor)
    kept = tmp_path_factory.getbasetemp() / "house.sqlite3"
    if "house" not in _KEPT:
        _KEPT["house"] = await build(world, app, visitor)
        async with world.database.engine.connect() as connection:
            raw = await connection.get_raw_connection()
            await raw.driver_connection.execute(f"VACUUM INTO '{kept}'")  # type: ignore[union-attr]
        return _KEPT["house"]
    shutil.copy(kept, tmp_path / "entente.sqlite3")  # nothing has connected yet
    return _KEPT["house"].moved_to(world, app, visitor)
