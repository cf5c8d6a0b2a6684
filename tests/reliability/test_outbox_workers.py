# ruff: noqa: N802 - a name of the mail server's handler protocol
"""Two real worker processes, one database, one mail server: each message goes once, and a killed worker loses none."""

import asyncio
import json
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP
from sqlmodel import col, func, select, update

from notifications.deliver import message_id
from notifications.outbox import enqueue
from notifications.tables import OutboxRow
from notifications.values import Message
from portal.database import Database
from tests.reliability.processes import PATIENCE, end, environment, running
from tests.world import World

HOW_MANY = {"postgres": 500, "sqlite": 80}  # one file is written by one worker at a time


@dataclass
class Mailroom:
    """A mail server that counts what it took, by Message-ID.

    It answers nobody before `together` letters were brought at the same time, and after `silent_after` letters
    nobody at all, although it took the last one: the moment at which a killed worker leaves a doubt.
    """

    together: int = 1
    silent_after: int = 0
    port: int = 0
    taken: Counter[str] = field(default_factory=Counter)
    brought: int = 0
    met: asyncio.Event = field(default_factory=asyncio.Event)
    speaks: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.brought += 1
        if self.brought >= self.together:
            self.met.set()
        async with asyncio.timeout(PATIENCE):
            await self.met.wait()
        self.taken[str(message_from_bytes(envelope.content)["Message-ID"])] += 1
        if self.silent_after and self.taken.total() >= self.silent_after:
            await self.speaks.wait()
        self.brought -= 1
        return "250 taken"


@asynccontextmanager
async def mailroom(room: Mailroom) -> AsyncIterator[Mailroom]:
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(room, hostname="localhost"), "127.0.0.1", 0
    )
    room.port = server.sockets[0].getsockname()[1]
    try:
        yield room
    finally:
        room.speaks.set()
        server.close()
        await server.wait_closed()


async def queue(world: World, how_many: int) -> set[str]:
    """Store messages that are due; the Message-IDs that must arrive."""
    readers = [await world.person(name) for name in ("Ana", "Ben", "Mia")]
    keys = [f"update:{n}" for n in range(how_many)]
    async with world.database.writing() as session:
        for n, key in enumerate(keys):
            await enqueue(session, Message(readers[n % 3].id, "update", key), datetime.now(UTC))
    return {message_id(key, "http://127.0.0.1:8000") for key in keys}


async def waiting(database: Database) -> int:
    async with database.reading() as session:
        rows = select(func.count()).select_from(OutboxRow).where(col(OutboxRow.due_at).is_not(None))
        return (await session.exec(rows)).one()


async def until(done: Callable[[], Any], seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not await done():  # noqa: ASYNC110 - other processes set no event
            await asyncio.sleep(0.05)


def sent_by(log: Path) -> int:
    """How many messages this worker handed over, as its log says."""
    lines = (json.loads(line) for line in log.read_text().splitlines() if line.startswith("{"))
    return sum(line["count"] for line in lines if line["event"] == "job.done" and line["job"] == "messages")


@pytest.fixture
def environ(database_url: str, tmp_path: Path) -> dict[str, str]:
    return environment(
        database_url, tmp_path / "data", ENTENTE_SMTP_HOST="127.0.0.1", ENTENTE_SMTP_START_TLS="0"
    )


async def test_two_workers_at_one_queue_send_each_message_once(
    world: World, dialect: str, environ: dict[str, str], tmp_path: Path
) -> None:
    wanted = await queue(world, HOW_MANY[dialect])
    logs = tmp_path / "first.log", tmp_path / "second.log"

    async def nothing_waits() -> bool:
        return await waiting(world.database) == 0

    async def both_said_so() -> bool:
        return sum(sent_by(log) for log in logs) == len(wanted)

    async with mailroom(Mailroom(together=2)) as room:
        settings = {**environ, "ENTENTE_SMTP_PORT": str(room.port)}
        with running(["worker"], settings, logs[0]), running(["worker"], settings, logs[1]):
            await until(nothing_waits)
            await until(both_said_so)
    assert set(room.taken) == wanted
    assert set(room.taken.values()) == {1}
    assert all(sent_by(log) > 0 for log in logs), "one of the workers only watched"
    async with world.database.reading() as session:
        rows = (await session.exec(select(OutboxRow))).all()
    assert {(row.attempts, row.gave_up_at, row.sent_at is not None) for row in rows} == {(1, None, True)}


async def test_a_worker_killed_at_work_loses_nothing_and_doubles_only_the_one_in_its_hands(
    world: World, environ: dict[str, str], tmp_path: Path
) -> None:
    wanted = await queue(world, 60)

    async def twenty_arrived() -> bool:
        return room.taken.total() == 20

    async def nothing_waits() -> bool:
        return await waiting(world.database) == 0

    async with mailroom(Mailroom(silent_after=20)) as room:
        settings = {**environ, "ENTENTE_SMTP_PORT": str(room.port)}
        with running(["worker"], settings, tmp_path / "killed.log") as killed:
            await until(twenty_arrived)
            end(killed, signal.SIGKILL)
        room.silent_after = 0
        room.speaks.set()
        async with world.database.writing() as session:  # its lease of five minutes runs out
            held = col(OutboxRow.claimed_at).is_not(None)
            found = await session.exec(update(OutboxRow).where(held).values(due_at=datetime.now(UTC)))
            assert found.rowcount == 1
        with running(["worker"], settings, tmp_path / "next.log"):
            await until(nothing_waits)
    assert set(room.taken) == wanted
    assert sorted(room.taken.values()) == [1] * 59 + [2], (
        "the doubt is settled by a second copy of the same id"
    )
