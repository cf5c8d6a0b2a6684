"""kill -9 at any moment while people write: what was acknowledged is there, nothing is half there, the journal is whole."""

import asyncio
import os
import random
import signal
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest
from sqlmodel import col, select, text

from mediation import journal
from mediation.journal_tables import JournalRow
from mediation.tables import ChildRow, InvitationRow
from notifications.tables import OutboxRow
from parenting_plans.tables import DraftRow
from portal.database import Database
from portal.settings import from_environment
from portal.visit import Service
from tests.reliability.hammer import Promises, hammer, parents
from tests.reliability.processes import end, environment, free_port, run, running, wait_until_ready
from tests.world import World

WRITERS = 4
ROUNDS = int(os.environ.get("ENTENTE_CAMPAIGN", "1") or 1)


async def one_round(
    world: World, environ: dict[str, str], log: Path, moment: float, name: str
) -> list[Promises]:
    """Serve, let four parents write, kill at `moment` seconds after the first answers; what they were promised."""
    people = [await world.person(f"{name}-{n}") for n in range(WRITERS)]
    writers = await parents(world.database, people)
    port = free_port()
    with running(["serve", "--all-in-one", "--port", str(port)], environ, log) as service:
        await asyncio.to_thread(wait_until_ready, service, port, log)
        writing = asyncio.create_task(hammer(writers, f"http://127.0.0.1:{port}"))
        while sum(one.answers for one in writers) < WRITERS and not writing.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        await asyncio.sleep(moment)
        end(service, signal.SIGKILL)
        await writing
    return writers


async def check(database: Database, promised: Sequence[Promises], journal_key: bytes) -> None:
    """Acknowledged is stored; what is stored is stored whole; at most the request in flight is there unpromised."""
    async with database.reading() as session:
        children = {row.id: row.family_id for row in (await session.exec(select(ChildRow))).all()}
        invited = set((await session.exec(select(InvitationRow.id))).all())
        starts = dict((await session.exec(select(DraftRow.family_id, DraftRow.effective_on))).all())
        entries = select(JournalRow.action, JournalRow.subject_id)
        recorded = set((await session.exec(entries)).all())
        letters = set(
            (await session.exec(select(OutboxRow.to_id).where(col(OutboxRow.kind) == "invitation"))).all()
        )
        assert await journal.verify(session, key=journal_key) is None
        if database.is_sqlite:
            assert (await session.exec(text("PRAGMA integrity_check"))).all() == [("ok",)]
            assert (await session.exec(text("PRAGMA foreign_key_check"))).all() == []
    for one in promised:
        assert one.children.items() <= children.items()
        assert one.invitations <= invited
        for family, day in one.start.items():
            assert starts[family] in {day, one.asked_start[family]}
        assert sum(family in one.families for family in children.values()) <= len(one.children) + 1
    assert {subject for action, subject in recorded if action == "child.added"} == set(children)
    assert {subject for action, subject in recorded if action == "invitation.sent"} == invited == letters


async def check_over_http(promised: Sequence[Promises], environ: dict[str, str], log: Path) -> None:
    """The service that is started again shows each parent what they were promised."""
    port = free_port()
    with running(["serve", "--all-in-one", "--port", str(port)], environ, log) as service:
        await asyncio.to_thread(wait_until_ready, service, port, log)
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            for one in promised:
                headers = {"authorization": f"Bearer {one.token}"}
                shown = (await client.get("/api/families", headers=headers)).json()
                seen = {(child["id"], family["id"]) for family in shown for child in family["children"]}
                assert {(str(child), str(family)) for child, family in one.children.items()} <= seen
        assert end(service, signal.SIGTERM) in {0, -signal.SIGTERM}


async def campaign(world: World, environ: dict[str, str], folder: Path, rounds: int) -> None:
    chance = random.Random(20270301)
    journal_key = Service(
        from_environment(environ), world.database, world.service.passwords, world.service.vault
    ).derived("journal")
    promised: list[Promises] = []
    for n in range(rounds):
        promised += await one_round(
            world, environ, folder / "serve.log", chance.uniform(0.0, 1.2), f"parent-{n}"
        )
        await check(world.database, promised, journal_key)
    await check_over_http(promised, environ, folder / "serve.log")
    said = await asyncio.to_thread(run, ["verify"], environ)
    assert said.returncode == 0, said.stderr
    assert "The journal is whole." in said.stdout
    answers = sum(one.answers for one in promised)
    assert answers >= WRITERS * rounds, "nothing was written"
    print(  # noqa: T201 - the figures of a campaign; pytest -s shows them
        f"{rounds} kills during writes: {answers} acknowledged changes, lost 0, half kept 0, journal whole"
    )


@pytest.fixture
def environ(database_url: str, tmp_path: Path) -> dict[str, str]:
    return environment(database_url, tmp_path / "data")


async def test_a_few_kills_lose_nothing_that_was_acknowledged(
    world: World, dialect: str, environ: dict[str, str], tmp_path: Path
) -> None:
    """PostgreSQL lives on when we die, so it has less to show."""
    await campaign(world, environ, tmp_path, rounds=3 if dialect == "sqlite" else 1)


@pytest.mark.campaign
async def test_many_kills_lose_nothing_that_was_acknowledged(
    world: World, environ: dict[str, str], tmp_path: Path
) -> None:
    """`make campaign` kills 20 times; ENTENTE_CAMPAIGN=200 as often as it says."""
    await campaign(world, environ, tmp_path, rounds=max(20, ROUNDS))
