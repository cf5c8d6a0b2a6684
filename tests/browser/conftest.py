"""A served portal and a real browser: Debian's Chromium, driven by Playwright."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
import uvicorn
from playwright.async_api import Browser, Page, async_playwright

from portal import jobs
from portal.app import make_app, make_service
from portal.visit import Service
from tests.conftest import _settings

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Portal:
    """The service as a person reaches it."""

    url: str
    service: Service

    async def letters_to(self, address: str) -> list[str]:
        """The texts of all messages sent to an address so far, newest last."""
        await jobs.send_messages(self.service)
        folder = Path(self.service.settings.mail_folder)
        paths = sorted(folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)  # noqa: ASYNC240  a test may wait for a disk
        letters = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]
        return [str(one.get_content()) for one in letters if one["To"] == address]  # type: ignore[attr-defined]


@dataclass
class Clock:
    """The time the service goes by; a test may let it run ahead."""

    ahead: timedelta = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reflection() -> timedelta:
    """The time to think before signing."""
    return timedelta(0)


@pytest.fixture
async def portal(
    database_url: str, tmp_path: Path, clock: Clock, reflection: timedelta
) -> AsyncIterator[Portal]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    settings = replace(_settings(database_url, tmp_path), base_url=url, reflection=reflection)
    service = replace(make_service(settings), clock=clock)
    server = uvicorn.Server(
        uvicorn.Config(make_app(service), host="127.0.0.1", port=port, log_config=None, lifespan="on")
    )
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110  the server has no event to wait for
        await asyncio.sleep(0.02)
    yield Portal(url, service)
    server.should_exit = True
    await running


@pytest.fixture
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def opened(chromium: Browser, portal: Portal) -> AsyncIterator[Callable[[], Awaitable[Page]]]:
    """A new window each time, with cookies of its own; any error in a page's script fails the test."""
    errors: list[str] = []

    async def new() -> Page:
        context = await chromium.new_context(
            base_url=portal.url,
            locale="en-GB",
            timezone_id="Europe/Brussels",
            viewport={"width": 1280, "height": 900},
        )
        context.set_default_timeout(15_000)
        page = await context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield new
    assert errors == []
