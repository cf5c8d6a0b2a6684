"""The history leads to exactly the tables we declare, and moves a database with rows in it without losing one."""

import asyncio
import re
import shutil
import tokenize
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from portal import migrations
from portal.app import make_service
from portal.demo import fill_once
from portal.schema import METADATA, PACKAGES
from tests.conftest import _database, _run
from tests.conftest import _settings as settings_of
from tests.reliability.processes import environment, run
from tests.world import NOW

ROOT = Path(__file__).parents[1]
PACKAGE_NAMES = ("parenting_plans", "risk", "notifications", "mediation", "portal")
Dump = dict[str, list[tuple[object, ...]]]

# A next migration as somebody may write it one day: `person` and `trip` have children, and SQLite rebuilds them.
NEXT = '''
"""Rebuild two tables that others point to."""

import sqlalchemy as sa
from alembic import op

REBUILT = "always" if op.get_context().dialect.name == "sqlite" else "never"
revision = "next"
down_revision = "{head}"
branch_labels = depends_on = None


def upgrade() -> None:
    for table in ("person", "trip"):
        with op.batch_alter_table(table, recreate=REBUILT) as batch:
            batch.add_column(sa.Column("remark", sa.String(), nullable=False, server_default="none yet"))
    with op.batch_alter_table("family") as batch:
        batch.alter_column("code", type_=sa.String(length=20))
    {more}
'''


def with_next(url: str, folder: Path, more: str = "") -> Config:
    """The real history and one migration after it, kept in a folder of its own."""
    config = migrations.configuration(url)
    own = Path(migrations.__file__).parent / "versions"
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", f"{own}\n{folder}")
    head = next(iter(re.findall(r"^revision.*= ['\"](.+)['\"]$", newest(own).read_text(), re.MULTILINE)))
    (folder / "next.py").write_text(NEXT.format(head=head, more=more))
    return config


def newest(versions: Path) -> Path:
    return max(versions.glob("*.py"))


def on(url: str, work):
    """Run `work` on a connection of its own, without any of the portal's settings."""

    async def run():
        engine = create_async_engine(url)
        try:
            async with engine.begin() as connection:
                return await work(connection)
        finally:
            await engine.dispose()

    return asyncio.run(run())


async def dump(connection: AsyncConnection) -> Dump:
    """Every row of our tables, by the columns that this code knows."""
    return {
        table.name: sorted((tuple(row) for row in (await connection.execute(table.select())).all()), key=repr)
        for table in METADATA.sorted_tables
    }


async def columns(connection: AsyncConnection, table: str) -> set[str]:
    return await connection.run_sync(lambda sync: {one["name"] for one in inspect(sync).get_columns(table)})


async def tables(connection: AsyncConnection) -> set[str]:
    return await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))


async def loose_ends(connection: AsyncConnection) -> list[object]:
    return list((await connection.execute(text("PRAGMA foreign_key_check"))).all())


async def fill(url: str, folder: Path) -> None:
    """The demo families, as somebody's real ones would be there."""
    service = make_service(settings_of(url, folder))
    await fill_once(service, NOW)
    service.passwords.close()
    await service.database.close()


@pytest.fixture(scope="module")
def sqlite_with_rows(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "rows.sqlite3"
    shutil.copy(sqlite_template, path)
    asyncio.run(fill(f"sqlite+aiosqlite:///{path}", path.parent))
    return path


@pytest.fixture(scope="module")
def postgres_with_rows(
    postgres_server: str, postgres_template: str, tmp_path_factory: pytest.TempPathFactory
) -> str:
    name = f"rows_{uuid.uuid4().hex[:12]}"
    asyncio.run(_run(postgres_server, f"CREATE DATABASE {name} TEMPLATE {postgres_template}"))
    asyncio.run(fill(_database(postgres_server, name), tmp_path_factory.mktemp("rows")))
    return name


@pytest.fixture
def rows_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of its own for each test, with the same rows in it."""
    if dialect == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_with_rows"), tmp_path / "rows.sqlite3")
        yield f"sqlite+aiosqlite:///{tmp_path / 'rows.sqlite3'}"
        return
    server, name = request.getfixturevalue("postgres_server"), f"copy_{uuid.uuid4().hex[:12]}"
    asyncio.run(
        _run(server, f"CREATE DATABASE {name} TEMPLATE {request.getfixturevalue('postgres_with_rows')}")
    )
    yield _database(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def empty_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if dialect == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    server, name = request.getfixturevalue("postgres_server"), f"empty_{uuid.uuid4().hex[:12]}"
    asyncio.run(_run(server, f"CREATE DATABASE {name}"))
    yield _database(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


def test_the_history_leads_to_the_declared_tables_and_nothing_else(database_url: str) -> None:
    command.check(migrations.configuration(database_url))  # raises when something differs


def test_a_missing_migration_would_be_noticed(database_url: str) -> None:
    async def forget(connection: AsyncConnection) -> None:
        await connection.execute(text("DROP INDEX family_code_once"))

    on(database_url, forget)
    with pytest.raises(CommandError, match="family_code_once"):
        command.check(migrations.configuration(database_url))


def test_there_is_one_history_with_one_end() -> None:
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(migrations.configuration("sqlite+aiosqlite://"))
    assert len(script.get_heads()) == len(script.get_bases()) == 1


def test_migrating_twice_changes_nothing(rows_url: str) -> None:
    filled = on(rows_url, dump)
    migrations.migrate(rows_url)
    assert on(rows_url, dump) == filled


def test_two_that_migrate_an_empty_database_at_once_both_find_it_done(empty_url: str, tmp_path: Path) -> None:
    environ = environment(empty_url, tmp_path / "data")
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: run(["migrate"], environ), range(2)))
    assert [(answer.returncode, answer.stderr) for answer in answers] == [(0, ""), (0, "")]
    assert set(METADATA.tables) < on(empty_url, tables)


def test_rows_outlive_the_rebuilding_of_the_tables_they_point_to(
    rows_url: str, dialect: str, tmp_path: Path
) -> None:
    filled = on(rows_url, dump)
    assert all(
        filled[table] for table in ("person", "family", "parent", "child", "trip", "consent", "journal")
    )
    command.upgrade(with_next(rows_url, tmp_path), "head")
    assert "remark" in on(rows_url, lambda connection: columns(connection, "trip"))
    assert on(rows_url, dump) == filled
    if dialect == "sqlite":
        assert on(rows_url, loose_ends) == []


def test_a_migration_that_leaves_a_loose_end_is_undone_as_a_whole(
    rows_url: str, dialect: str, tmp_path: Path
) -> None:
    filled = on(rows_url, dump)
    config = with_next(rows_url, tmp_path, more='op.execute("DELETE FROM person")')
    with pytest.raises(
        Exception, match=r"foreign key constraint|^$"
    ) as refused:  # each engine says it its way
        command.upgrade(config, "head")
    assert type(refused.value).__name__ == ("BrokenReferences" if dialect == "sqlite" else "IntegrityError")
    assert on(rows_url, dump) == filled
    assert "remark" not in on(rows_url, lambda connection: columns(connection, "trip"))


def test_every_table_is_declared_in_a_file_that_the_history_reads() -> None:
    declared = {Path(package.__file__).relative_to(ROOT).as_posix() for package in PACKAGES}
    with_tables = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGE_NAMES
        for path in (ROOT / name).rglob("*.py")
        if re.search(r"\(SQLModel, table=True\)", path.read_text(encoding="utf-8"))
    }
    assert with_tables - declared <= {"risk/watch.py"}, "portal/schema.py must import it"
    assert "risk_watch" in METADATA.tables


@pytest.mark.parametrize(
    "path",
    [path for name in PACKAGE_NAMES for path in (ROOT / name).rglob("*tables.py")],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_no_table_names_a_type_that_forgets_the_zone(path: Path) -> None:
    """With DateTime, also with timezone=True, SQLite gives back another instant than it was given."""
    assert not {"DateTime", "TIMESTAMP", "NaiveDatetime"} & set(names_in(path))


def names_in(path: Path) -> list[str]:
    """Every name in the code; comments and texts may say what they like."""
    with path.open("rb") as file:
        return [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.NAME]


def test_one_file_opens_and_closes_transactions() -> None:
    allowed = (ROOT / "portal" / "migrations", ROOT / "portal" / "database.py")
    wrong = [
        path.relative_to(ROOT).as_posix()
        for name in PACKAGE_NAMES
        for path in (ROOT / name).rglob("*.py")
        if not any(path.is_relative_to(one) for one in allowed)
        and {"commit", "rollback", "autocommit"} & set(names_in(path))
    ]
    assert wrong == []
