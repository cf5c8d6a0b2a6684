"""Programs that speak HTTP: vdirsyncer fetches the agenda from our service, Radicale takes every event of it."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
import uvicorn
from icalendar import Calendar, Event
from litestar import Litestar

from mediation.usecases import feed
from mediation.usecases.feed import Wish
from parenting_plans.calendar_levels import Level
from portal.app import make_app
from portal.visit import Service
from tests.calendar_programs.programs import BIN, single
from tests.reliability.processes import free_port
from tests.world import Couple, World

TOKEN = "v" * 43
PATIENCE = 20.0


@pytest.fixture
async def couple(world: World) -> Couple:
    """Ana and Ben with a signed plan, now; Ana has one device that is told everything."""
    world.now = datetime.now(UTC)
    couple = await world.couple()
    await couple.sealed_plan()
    await world.run(couple.ana, feed.create, couple.family_id, "Laptop", TOKEN, Wish(Level.FULL))
    return couple


@asynccontextmanager
async def served(service: Service) -> AsyncIterator[str]:
    """The service on a real port of this machine, and its public address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    app = make_app(replace(service, settings=replace(service.settings, base_url=address)))
    config = uvicorn.Config(app, port=port, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    async with asyncio.timeout(PATIENCE):
        while not server.started:  # noqa: ASYNC110  it has no event to wait for
            await asyncio.sleep(0.01)
    yield address
    server.should_exit = True
    await running


async def ran(program: str, folder: Path, *arguments: str) -> str:
    environ = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LC_ALL": "C.UTF-8"}
    process = await asyncio.create_subprocess_exec(
        str(BIN / program),
        *arguments,
        env=environ,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, told.decode()[-3000:]
    return told.decode()


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_c39_vdirsyncer_fetches_every_event_once_and_then_finds_nothing_new(
    couple: Couple, service: Service, tmp_path: Path
) -> None:
    folder = tmp_path / "vdirsyncer"
    (folder / "events").mkdir(parents=True)
    async with served(service) as address:
        config = folder / "config"
        config.write_text(
            f'[general]\nstatus_path = "{folder}/status/"\n'
            '[pair agenda]\na = "ours"\nb = "own"\ncollections = null\nconflict_resolution = "a wins"\n'
            f'[storage ours]\ntype = "http"\nurl = "{address}/agenda/{TOKEN}.ics"\n'
            f'[storage own]\ntype = "filesystem"\npath = "{folder}/events/"\nfileext = ".ics"\n'
        )
        syncing = ("-c", str(config), "sync")
        await ran("vdirsyncer", folder, "-c", str(config), "discover")
        first = await ran("vdirsyncer", folder, *syncing)
        files = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (folder / "events").iterdir()}
        second = await ran("vdirsyncer", folder, *syncing)
        async with httpx.AsyncClient() as client:
            told = (await client.get(f"{address}/agenda/{TOKEN}.ics")).content
    assert first.count("Copying (uploading) item") == len(files) == told.count(b"BEGIN:VEVENT") > 50
    assert "item" not in second
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (folder / "events").iterdir()}
    assert after == files
    # It gives events names of its own, so look at what they mean.
    events = sorted(meaning(content) for content, _ in files.values())
    assert events == sorted(meaning(told, place) for place in range(len(files)))


def meaning(content: bytes, place: int = 0) -> str:
    event = said(Calendar.from_ical(content).walk("VEVENT")[place])
    return repr(sorted((name, str(value)) for name, value in event.items() if name != "UID"))


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """A CalDAV server of its own, which stores what it accepts."""
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "radicale", "--config", "", "--storage-filesystem-folder", str(folder)),
            *("--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait(PATIENCE)


def said(event: Event) -> dict[str, object]:
    """What an event means, whatever the order or the folding of its lines."""
    return {
        name: value.dt if hasattr(value, "dt") else str(value)
        for name, value in event.property_items(recursive=False)
        if name not in {"BEGIN", "END"}
    }


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_c38_radicale_takes_each_event_and_gives_it_back_with_the_same_meaning(
    couple: Couple, app: Litestar, tmp_path: Path
) -> None:
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as program:
        told = (await program.get(f"/agenda/{TOKEN}.ics")).content
    await asyncio.to_thread(_kept_whole, told, tmp_path)


def _kept_whole(told: bytes, folder: Path) -> None:
    events = single(told)
    assert len(events) > 50
    with radicale(folder) as server, httpx.Client(base_url=server, auth=("ana", "x")) as client:
        assert client.request("MKCALENDAR", "/ana/agenda/").status_code == 201
        for number, whole in enumerate(events):
            path = f"/ana/agenda/{number}.ics"
            put = client.put(path, content=whole, headers={"content-type": "text/calendar; charset=utf-8"})
            assert put.status_code == 201, put.text
            got = client.get(path)
            assert got.status_code == 200
            (sent,), (kept,) = (Calendar.from_ical(one).walk("VEVENT") for one in (whole, got.content))
            assert said(kept) == said(sent)
