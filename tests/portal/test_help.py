"""The page for when it is urgent: for everyone, at any hour, without a cookie, and without a database."""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from mediation import help_contacts, help_steps
from mediation.people import Profession
from mediation.usecases import help_contact
from portal.app import make_app
from portal.database import Database
from portal.help_numbers import HelpNumbers
from portal.languages import LANGUAGES
from portal.visit import Service
from tests.bench.statements import counted
from tests.visitor import Visitor, check_page, visitor_of
from tests.world import World

Browser = Callable[[], Visitor]
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
CALLS = re.compile(r'href="tel:([^"]+)"')
HOURS = {"nl": "Dag en nacht", "fr": "Jour et nuit", "de": "Tag und Nacht", "en": "Day and night"}


def sections(page: str) -> dict[str, str]:
    return dict(re.findall(r'<section id="(\w+)"[^>]*>(.*?)</section>', page, re.DOTALL))


@on_sqlite
async def test_it_is_for_everyone_and_leaves_no_trace(visitor: Browser) -> None:
    browser = visitor()
    answer = await browser.get("/help")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert not browser.client.cookies
    assert answer.headers["cache-control"] == "no-store"
    assert "<title>Help – Agenda</title>" in answer.text
    assert '<meta name="robots" content="index">' in answer.text
    assert 'href="/exit" data-exit' in answer.text
    assert "_csrf_token" not in answer.text
    for name in ("entente.css", "entente.js", "favicon.svg"):
        assert "set-cookie" not in (await browser.client.get(f"/static/{name}")).headers


@on_sqlite
async def test_three_choices_lead_to_their_steps_without_a_script(visitor: Browser) -> None:
    page = (await visitor().get("/help")).text
    top = page[: page.index("<section")]
    assert re.findall(r'<a href="#(danger|not_returned|abroad)"', top) == ["danger", "not_returned", "abroad"]
    assert CALLS.findall(top) == ["101", "112"]
    for situation in help_steps.load():
        steps = sections(page)[situation.id]
        assert steps.count("<li>") == len(situation.steps) + len(situation.leave)
    assert {"101", "112", "116000", "+3225426700"} <= set(CALLS.findall(sections(page)["danger"]))
    assert {"1712", "080030030", "108"} <= set(CALLS.findall(sections(page)["leaving"]))
    assert {"102", "103", "116000"} == set(CALLS.findall(sections(page)["young"]))
    assert "We could not confirm that it is open day and night" in page
    assert "<details" not in page[page.index("<main") :]


@on_sqlite
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_speaks_the_language_of_the_browser_or_the_one_that_is_asked_for(
    visitor: Browser, language: str
) -> None:
    browser = visitor()
    browser.language = f"{language}-BE,xx;q=0.5"
    by_browser = await browser.get("/help")
    browser.language = "sv"
    asked = await browser.get(f"/help?lang={language}")
    for answer in (by_browser, asked):
        assert f'<html lang="{language}">' in answer.text
        assert HOURS[language] in answer.text
        for situation in help_steps.load():
            assert situation.title[language].replace("'", "&#39;") in answer.text
        assert "set-cookie" not in answer.headers
    others = set(LANGUAGES) - {language}
    assert all(f'href="/help?lang={other}"' in asked.text for other in others)


@on_sqlite
@pytest.mark.parametrize("asked", ["xx", "", "../../etc", "nl&lang=fr"])
async def test_a_language_that_nobody_speaks_here_is_the_browsers(visitor: Browser, asked: str) -> None:
    answer = await visitor().get(f"/help?lang={asked}")
    assert answer.status_code == 200
    assert re.search(r'<html lang="(en|fr|nl)">', answer.text)


@on_sqlite
async def test_it_reads_once_a_minute_and_no_session(service: Service, world: World) -> None:
    ana = await world.person("Ana")
    clock = {"now": datetime.now(UTC)}
    at = replace(service, clock=lambda: clock["now"], help_numbers=HelpNumbers())
    browser = await visitor_of(make_app(at), at).sign_in_as(ana)

    async def statements() -> int:
        with counted(service.database) as seen:
            assert (await browser.get("/help")).status_code == 200
        return len(seen)

    assert await statements() == 1
    assert await statements() == 0
    clock["now"] += timedelta(seconds=61)
    assert await statements() == 1
    await browser.client.aclose()


class Hung(Database):
    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Any]:
        await asyncio.sleep(30)
        yield None


@asynccontextmanager
async def closing(database: Database) -> AsyncIterator[None]:
    """A file that cannot be opened leaves its driver's thread one last word; the loop must live to hear it."""
    before = set(threading.enumerate())
    try:
        yield
    finally:
        await database.close()
        for thread in set(threading.enumerate()) - before:
            if "_connection_worker_thread" in thread.name:
                await asyncio.to_thread(thread.join, 10)


async def without(service: Service, database: Database, **cookies: str) -> list[httpx.Response]:
    numbers = HelpNumbers(longest_wait=0.05)
    broken = replace(service, database=database, help_numbers=numbers)
    browser = visitor_of(make_app(broken), broken)
    for name, value in cookies.items():
        browser.client.cookies.set(name, value, domain="127.0.0.1")
    paths = ("/help", "/help?lang=de", "/api/help-contacts", "/exit")
    async with closing(database), browser.client:
        return [await browser.client.get(path, headers={"accept-language": "en"}) for path in paths]


@on_sqlite
@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("away", ["no file", "no server", "no answer"])
async def test_it_is_there_when_the_database_is_not(service: Service, away: str, signed_in: bool) -> None:
    database = {
        "no file": lambda: Database("sqlite+aiosqlite:////nowhere/at/all.sqlite3"),
        "no server": lambda: Database("postgresql+asyncpg://nobody@127.0.0.1:1/nothing"),
        "no answer": lambda: Hung(service.settings.database_url),
    }[away]()
    cookies = {service.session_cookie: "x" * 43} if signed_in and away != "no answer" else {}
    english, german, listed, out = await without(service, database, **cookies)
    assert {answer.status_code for answer in (english, german, listed)} == {200}
    check_page(english.text)
    assert {"101", "112", "116000", "+3225426700"} <= set(CALLS.findall(english.text))
    assert "Tag und Nacht" in german.text
    assert "116 000" in listed.text
    assert out.status_code == 303
    assert "Max-Age=0" in out.headers["set-cookie"]


@on_sqlite
async def test_what_was_read_last_counts_when_the_database_goes_away(service: Service, world: World) -> None:
    kim = await world.person("Kim", Profession.CENTRE_COORDINATOR)
    [shipped] = help_contacts.by_id()["federal_contact_point"]
    await world.run(kim, help_contact.note, replace(shipped, numbers=("+32 2 000 00 00",)), 0)
    numbers, now = HelpNumbers(), world.now
    before = await numbers.at(now, service.database)
    gone = Database("sqlite+aiosqlite:////nowhere/at/all.sqlite3")
    async with closing(gone):
        for later in (timedelta(seconds=30), timedelta(minutes=5), timedelta(days=2)):
            assert await numbers.at(now + later, gone) == before
    assert any(one.numbers == ("+32 2 000 00 00",) for one in before)


@on_sqlite
async def test_those_who_come_while_one_waits_do_not_wait_too(service: Service) -> None:
    numbers, hung = HelpNumbers(longest_wait=0.5), Hung(service.settings.database_url)
    now = datetime.now(UTC)
    first = asyncio.create_task(numbers.at(now, hung))
    await asyncio.sleep(0)
    async with asyncio.timeout(0.2):
        others = [await numbers.at(now, hung) for _ in range(50)]
    assert not first.done()
    then = await first
    assert all(one == then for one in others)
    await hung.close()


@on_sqlite
async def test_the_numbers_are_there_for_programs(visitor: Browser) -> None:
    answer = await visitor().client.get("/api/help-contacts")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    found = {one["id"]: one for one in answer.json()}
    assert found["child_focus"]["dial"] == ["116000"]
    assert found["federal_contact_point"]["unsure"]["en"].startswith("We could not confirm")
    assert found["police"]["checked_on"] == "2026-11-24"
    assert found["emergency"]["free"] is True
    assert found["police"]["free"] is None
