"""`make bench`: what pages, feeds, assessments and sweeps cost, each beside a baseline measured in the same run.

Milliseconds belong to the machine they were measured on; the ratios are what can be compared.
"""

import asyncio
import logging
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from litestar import Litestar, get
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from sqlmodel import col, text, update
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.usecases import assess as assessing
from portal import jobs, logs, sign_in
from portal.app import make_app, make_service, reading
from portal.database import Database
from portal.migrations import migrate
from portal.visit import Service
from risk.assess import assess
from risk.case import Case
from risk.clock import Clock
from risk.facts import Facts
from risk.rule import Sign
from risk.rules import load as rules
from risk.watch import RiskWatchRow
from tests.bench.asgi import Asked, ask
from tests.bench.feeds import of_feeds
from tests.bench.pages import all_of
from tests.bench.statements import counted
from tests.bench.town import Household, crowd, household, travel
from tests.conftest import _settings
from tests.world import World

ROUNDS = 7
SECONDS = 0.15  # one round of one measurement
DUE, SWEEPS = 100, 5

Row = tuple[str, float, float, str]  # what, milliseconds, times the baseline, SQL statements


async def quickest_ms(work: Callable[[], Awaitable[Any]]) -> float:
    """How long one call takes: the quickest of several rounds, which holds least of what else the machine was doing."""
    await work()
    taken = []
    for _ in range(ROUNDS):
        calls, began = 0, time.perf_counter()
        while time.perf_counter() - began < SECONDS:
            await work()
            calls += 1
        taken.append((time.perf_counter() - began) / calls * 1000)
    return min(taken)


@get("/", sync_to_thread=False)
def bare() -> str:
    return "ok"


@get("/asks", dependencies={"reading": Provide(reading)})
async def asks(reading: NamedDependency[AsyncSession]) -> str:
    await reading.exec(text("SELECT 1 FROM person LIMIT 1"))
    return "ok"


async def of_pages(service: Service, house: Household) -> list[Row]:
    """Pages and feeds as the application answers them, without a network, beside a handler that only says ok."""
    app, base = make_app(service), Litestar([bare, asks], state=State({"service": service}))
    baseline = await quickest_ms(lambda: ask(base, Asked("/")))
    asking = await quickest_ms(lambda: ask(base, Asked("/asks")))
    rows: list[Row] = [
        ("bare Litestar handler", baseline, 1.0, "0"),
        ("bare Litestar handler that reads one row", asking, asking / baseline, "1"),
    ]
    cookies = {who.id: await _cookie(service, who.id) for who, _, _ in all_of(house)}
    device = f"/agenda/{house.device}.ics"
    first = await ask(app, Asked(device))
    wanted = [
        ("feed 304", Asked(device, {"if-none-match": first.headers["etag"]})),
        ("feed 200", Asked(device)),
        *((name, Asked(f"{path}", {"cookie": cookies[who.id]})) for who, name, path in all_of(house)),
    ]
    for name, asked in wanted:
        answer = await ask(app, asked)
        if answer.status not in {200, 304}:
            raise SystemExit(f"{name}: {answer.status}")
        with counted(service.database) as statements:
            await ask(app, asked)
        taken = await quickest_ms(lambda asked=asked: ask(app, asked))
        rows.append((name, taken, taken / baseline, str(len(statements))))
    return rows


async def _cookie(service: Service, person: Any) -> str:
    from mediation.tables import PersonRow

    async with service.database.writing() as session:
        row = await session.get(PersonRow, person)
        token = await sign_in.start(session, row, datetime.now(UTC))
    return f"{service.session_cookie}={token}"


async def of_rules(service: Service, house: Household) -> list[Row]:
    """One full family: the conditions called as the plain functions they are, then the whole explained assessment."""
    now = house.couple.world.now
    async with service.database.reading() as session:
        facts = await assessing.gather(session, house.id, now)
    signs = [rule for rule in rules() if isinstance(rule, Sign)]

    async def plain() -> None:
        case = Case(facts, Clock(now))
        for rule in signs:
            for item in rule.over(case):
                rule.condition(case, item.thing)

    async def explained() -> None:
        assess(facts, rules(), now)

    async def gathered() -> Facts:
        async with service.database.reading() as session:
            return await assessing.gather(session, house.id, now)

    baseline = await quickest_ms(plain)
    with counted(service.database) as statements:
        await gathered()
    what = f"{len(facts.trips)} trips, {len(signs)} rules"
    return [
        (f"conditions as plain functions ({what})", baseline, 1.0, ""),
        *[
            (name, (ms := await quickest_ms(work)), ms / baseline, n)
            for name, work, n in (
                ("findings, explanations, deadlines, next moment", explained, ""),
                ("gathering that family's facts", gathered, str(len(statements))),
            )
        ],
    ]


async def of_sweeps(folder: Path) -> list[Row]:
    """A hundred families are due, among a thousand and among twenty thousand; each round other ones."""
    towns = {stored: await _town(folder / str(stored), stored) for stored in (1_000, 20_000)}
    taken: dict[int, list[float]] = {stored: [] for stored in towns}
    asked: dict[int, int] = {}
    for n in range(SWEEPS):
        for stored, (service, families) in towns.items():
            await _make_due(service.database, families[n * DUE : (n + 1) * DUE])
            began = time.perf_counter()
            with counted(service.database) as statements:
                looked = await jobs.look_at_families(service)
            taken[stored].append((time.perf_counter() - began) * 1000)
            asked[stored] = len(statements)
            if looked != DUE:
                raise SystemExit(f"{looked} families were looked at instead of {DUE}")
    for service, _ in towns.values():
        await _close(service)
    quickest = {stored: min(times) for stored, times in taken.items()}
    return [
        (f"{DUE} due among {stored:,} families", ms, ms / quickest[1_000], str(asked[stored]))
        for stored, ms in quickest.items()
    ]


async def _town(folder: Path, stored: int) -> tuple[Service, list[UUID]]:
    service = await _service(folder)
    return service, await crowd(service.database, stored, datetime.now(UTC))


async def _make_due(database: Database, families: list[UUID]) -> None:
    async with database.writing() as session:
        due = update(RiskWatchRow).where(col(RiskWatchRow.family_id).in_(families))
        await session.exec(due.values(assess_at=datetime.now(UTC)))


async def of_writes(service: Service) -> list[Row]:
    """What a kept promise costs: a commit that reaches the disk, beside a read."""
    async with service.database.writing() as session:
        await session.exec(text("CREATE TABLE tally (n INTEGER)"))
        await session.exec(text("INSERT INTO tally VALUES (0)"))

    async def write() -> None:
        async with service.database.writing() as session:
            await session.exec(text("UPDATE tally SET n = n + 1"))

    async def read() -> None:
        async with service.database.reading() as session:
            await session.exec(text("SELECT n FROM tally"))

    baseline, kept = await quickest_ms(read), await quickest_ms(write)
    return [
        ("one row read", baseline, 1.0, "1"),
        ("one row written, on the disk", kept, kept / baseline, "1"),
    ]


# ruff: noqa: T201 - a table on the screen is what this is for
def _print(title: str, rows: list[Row]) -> None:
    print(f"\n{title}\n{'':<58}{'ms':>10}{'x':>9}{'SQL':>7}")
    for what, ms, times, statements in rows:
        print(f"{what:<58}{ms:>10.3f}{times:>9.1f}{statements:>7}")


async def _service(folder: Path) -> Service:
    await asyncio.to_thread(folder.mkdir)
    url = f"sqlite+aiosqlite:///{folder / 'bench.sqlite3'}"
    await asyncio.to_thread(migrate, url)
    return make_service(replace(_settings(url, folder), demo=True))


async def _close(service: Service) -> None:
    service.passwords.close()
    await service.database.close()


async def main() -> None:
    logs.configure(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        service = await _service(Path(folder) / "family")
        house = await household(World(service))
        await travel(house, 4)
        _print("Pages and feeds of one full family (SQLite, in process)", await of_pages(service, house))
        _print("Warning signs of that family", await of_rules(service, house))
        _print("A calendar feed as other programs meet it", await of_feeds(quickest_ms))
        _print("Reading and writing", await of_writes(service))
        await _close(service)
        _print("One sweep of the worker (SQLite)", await of_sweeps(Path(folder)))


asyncio.run(main())
