"""How much each device is told, and by whom its address was asked (safety.md DV-09, C-08, C-10, C-31, C-36)."""

import gzip
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar
from litestar import Litestar
from sqlmodel import delete, select, update

from mediation.people import Profession
from mediation.refusals import Refused
from mediation.sessions import Kind, Wish
from mediation.tables import FeedCopyRow, FeedFetchRow, FeedViewRow
from mediation.usecases import calendar, feed, session
from mediation.usecases.feed import Program
from parenting_plans.calendar_levels import Level
from parenting_plans.values import Home
from portal import jobs
from portal.database import Database
from portal.feed_programs import program_of
from portal.pages.feeds import takes_gzip
from tests.visitor import BASE, Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
PLAIN = "p" * 43
SQLITE = pytest.mark.parametrize("dialect", ["sqlite"])  # what does not depend on the engine


@pytest.fixture
async def couple(world: World) -> Couple:
    """Ana and Ben with a signed plan, now; Ana has one device."""
    world.now = datetime.now(UTC)
    couple = await world.couple()
    await couple.sealed_plan()
    await world.run(couple.ana, feed.create, couple.family_id, "My phone", PLAIN)
    return couple


@pytest.fixture
async def program(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        yield client


async def subscribed(couple: Couple, letter: str, wish: feed.Wish, name: str = "Device") -> str:
    token = letter * 43
    await couple.world.run(couple.ana, feed.create, couple.family_id, name, token, wish)
    return token


async def fetched(program: httpx.AsyncClient, token: str) -> bytes:
    answer = await program.get(f"/agenda/{token}.ics")
    assert answer.status_code == 200
    return answer.content


def words(body: bytes) -> set[str]:
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(body).walk("VEVENT")}


def uids(body: bytes) -> set[str]:
    return {str(event["UID"]) for event in Calendar.from_ical(body).walk("VEVENT")}


async def booked(couple: Couple, home: Home) -> None:
    """Mia books a session with one parent alone."""
    world = couple.world
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.answer_questions()
    await couple.ask(mia)
    at = (world.now + timedelta(days=3)).replace(hour=13, minute=0)
    wish = Wish(Kind.SEPARATE, frozenset({home}), at, at + timedelta(hours=1), "Room 2", "")
    await world.run(mia, session.book, couple.family_id, wish)


async def test_each_level_says_what_it_promises_and_no_more(
    couple: Couple, program: httpx.AsyncClient
) -> None:
    lou, mio = couple.children
    full = await subscribed(couple, "f", feed.Wish(Level.FULL, signs={lou: "1; a, b"}))
    days = await subscribed(couple, "d", feed.Wish(Level.HERE_AWAY))
    only = await subscribed(couple, "o", feed.Wish(Level.FULL, children=(mio,)))
    await booked(couple, Home.A)
    assert words(await fetched(program, PLAIN)) == {"Here", "Appointment"}
    await jobs.renew_calendars(couple.world.service)
    told = words(await fetched(program, full))
    assert {"1; a, b, M · Here", "1; a, b, M · Away", "Appointment"} <= told
    assert any(one.endswith("School holiday") for one in told)
    said = await fetched(program, days)
    assert words(said) == {"Here", "Away"}
    assert b"DTSTART;TZID" not in said
    assert {one.split(" · ")[0] for one in words(await fetched(program, only))} == {"M", "Appointment"}
    for token in (PLAIN, full, days, only):
        body = await fetched(program, token)
        for private in (b"Ana", b"Ben", b"Lou", b"Mio", b"Room 2", b"LOCATION", b"DESCRIPTION", b"VALARM"):
            assert private not in body


async def test_c10_no_two_addresses_that_say_different_things_share_an_identifier(
    couple: Couple, program: httpx.AsyncClient
) -> None:
    tokens = [PLAIN]
    for letter, level in zip("abc", Level, strict=True):
        tokens.append(await subscribed(couple, letter, feed.Wish(level, children=(couple.children[0],))))
    await couple.world.run(couple.ben, feed.create, couple.family_id, "Ben's", "z" * 43)
    await couple.world.run(
        couple.ben, feed.create, couple.family_id, "Ben's", "y" * 43, feed.Wish(Level.FULL)
    )
    found = [uids(await fetched(program, token)) for token in (*tokens, "z" * 43, "y" * 43)]
    assert all(found)
    assert len(set().union(*found)) == sum(map(len, found))


@SQLITE
async def test_c08_identifiers_and_bytes_are_the_same_after_a_hundred_renewals_and_a_restore(
    world: World, couple: Couple, program: httpx.AsyncClient, tmp_path: Path
) -> None:
    full = await subscribed(couple, "f", feed.Wish(Level.FULL))
    before = [await fetched(program, token) for token in (PLAIN, full)]
    backup = tmp_path / "backup.sqlite3"
    with closing(sqlite3.connect(str(world.database.engine.url.database))) as kept:
        kept.execute("VACUUM INTO ?", (str(backup),))
    restored = Database(f"sqlite+aiosqlite:///{backup}")
    async with restored.writing() as writing:
        await writing.exec(delete(FeedCopyRow))
        await writing.exec(update(FeedViewRow).values(body=b"", entries=[]))
        for second in range(100):
            now = world.now + timedelta(seconds=second)
            await calendar.renew(writing, world.keys.links, couple.family_id, now, devices=True)
        after = [(await feed.body(writing, token, world.now))[0] for token in (PLAIN, full)]
    await restored.close()
    assert after == before


@SQLITE
async def test_c31_the_tag_is_the_same_with_and_without_compression(
    couple: Couple, program: httpx.AsyncClient
) -> None:
    path = f"/agenda/{PLAIN}.ics"
    plain = await program.get(path, headers={"accept-encoding": "identity"})
    async with program.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])
        packed = answer
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == plain.content
    assert int(packed.headers["content-length"]) == len(raw) < len(plain.content) / 4
    assert packed.headers["etag"] == plain.headers["etag"]
    assert "vary" not in packed.headers
    head = await program.head(path, headers={"accept-encoding": "gzip"})
    assert dict(head.headers) == dict(packed.headers)
    for coding in ("gzip", "identity"):
        known = {"if-none-match": plain.headers["etag"], "accept-encoding": coding}
        assert (await program.get(path, headers=known)).status_code == 304


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [
        ("gzip", True),
        ("deflate, gzip;q=1.0, *;q=0.5", True),
        ("x-gzip", True),
        ("GZIP", True),
        ("*", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip; q=0.0, *", False),
        ("*;q=0", False),
        ("gzippy", False),
    ],
)
def test_only_a_program_that_takes_gzip_gets_it(accepted: str, takes: bool) -> None:
    assert takes_gzip(accepted) is takes


async def test_c36_nothing_that_one_parent_does_alone_changes_a_byte_for_the_other(
    world: World, couple: Couple, program: httpx.AsyncClient, visitor: Browser
) -> None:
    theirs = ("m" * 43, "n" * 43)
    await world.run(couple.ben, feed.create, couple.family_id, "Ben's", theirs[0])
    await world.run(couple.ben, feed.create, couple.family_id, "Ben's", theirs[1], feed.Wish(Level.FULL))

    async def world_of_ben() -> list[tuple[bytes, str, str]]:
        answers = [await program.get(f"/agenda/{token}.ics") for token in theirs]
        return [(one.content, one.headers["etag"], one.headers["last-modified"]) for one in answers]

    before = await world_of_ben()
    world.now += timedelta(minutes=5)
    await couple.answer_questions(worry=True)
    full = await subscribed(couple, "f", feed.Wish(Level.FULL))
    await fetched(program, full)
    await booked(couple, Home.A)
    assert await world_of_ben() == before
    ben = await visitor().sign_in_as(couple.ben)
    page = await ben.get(f"/f/{couple.family_id}/calendar/devices")
    assert "My phone" not in page.text


@SQLITE
async def test_a_new_appointment_reaches_a_device_of_its_own_kind(
    couple: Couple, program: httpx.AsyncClient
) -> None:
    full, days = (
        await subscribed(couple, "f", feed.Wish(Level.FULL)),
        await subscribed(couple, "d", feed.Wish(Level.HERE_AWAY)),
    )
    before = [(await program.head(f"/agenda/{token}.ics")).headers["etag"] for token in (full, days)]
    await booked(couple, Home.A)
    assert await jobs.renew_calendars(couple.world.service) == 1
    after = [(await program.head(f"/agenda/{token}.ics")).headers["etag"] for token in (full, days)]
    assert before[0] != after[0]
    assert before[1] == after[1]


@SQLITE
async def test_c32_a_removed_device_leaves_no_copy_and_answers_as_a_guess_does(
    world: World, couple: Couple, program: httpx.AsyncClient, visitor: Browser
) -> None:
    full = await subscribed(couple, "f", feed.Wish(Level.FULL), "Work")
    await fetched(program, full)
    ana = await visitor().sign_in_as(couple.ana)
    page = await ana.get(f"/f/{couple.family_id}/calendar/devices")
    way = re.search(r'href="(/f/[^"]+/devices/[0-9a-f-]{36})">Work<', page.text)
    assert way is not None
    assert (await ana.post(f"{way[1]}/remove")).status_code == 303
    gone, guess = await program.get(f"/agenda/{full}.ics"), await program.get(f"/agenda/{'x' * 43}.ics")
    assert (gone.status_code, gone.content, gone.headers.raw) == (404, guess.content, guess.headers.raw)
    assert (await ana.get(way[1])).status_code == 404
    async with world.database.reading() as reading:
        assert (await reading.exec(select(FeedViewRow))).all() == []
        assert (await reading.exec(select(FeedFetchRow))).all() == []


async def test_an_owner_sees_which_kinds_of_program_asked_and_nobody_else_does(
    world: World, couple: Couple, program: httpx.AsyncClient, visitor: Browser
) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    devices = f"/f/{couple.family_id}/calendar/devices"
    [way] = re.findall(r'href="(/f/[^"]+/devices/[0-9a-f-]{36})"', (await ana.get(devices)).text)
    assert "No program fetched it yet" in (await ana.get(way)).text
    for agent in (
        "Google-Calendar-Importer",
        "Mozilla/5.0 (X11) Thunderbird/140.1",
        "Google-Calendar-Importer",
    ):
        await program.get(
            f"/agenda/{PLAIN}.ics", headers={"user-agent": agent, "x-forwarded-for": "203.0.113.7"}
        )
    page = (await ana.get(way)).text
    assert page.count("· Google Calendar") == 1  # the second within the hour is not noted
    assert page.count("· Thunderbird") == 1
    path = way.replace("/calendar/devices/", "/feeds/").replace("/f/", "/api/families/")
    said = (await ana.json("GET", f"{path}/fetches")).json()
    assert {one["program"] for one in said} == {"google", "thunderbird"}
    async with world.database.reading() as reading:
        rows = (await reading.exec(select(FeedFetchRow))).all()
    assert {field for row in rows for field in row.model_dump()} == {"id", "feed_id", "at", "program"}
    for who in (couple.ben, await world.person("Sam")):
        other = await visitor().sign_in_as(who)
        assert (await other.get(way)).status_code == 404
        assert (await other.json("GET", f"{path}/fetches")).status_code == 404


async def test_fetches_are_forgotten_after_three_months(world: World, couple: Couple) -> None:
    for now in (world.now, world.now + timedelta(days=91)):
        async with world.database.writing() as writing:
            await feed.note_fetch(writing, PLAIN, Program.APPLE, now)
    async with world.database.reading() as reading:
        assert [row.at for row in (await reading.exec(select(FeedFetchRow))).all()] == [now]


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ("Google-Calendar-Importer", Program.GOOGLE),
        ("iOS/18.1 (22B83) dataaccessd/1.0", Program.APPLE),
        ("macOS/15.1 (24B83) CalendarAgent/1205", Program.APPLE),
        ("Microsoft Exchange Server", Program.OUTLOOK),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.1", Program.THUNDERBIRD),
        ("ICSx5/2.3", Program.ANDROID),
        ("Nextcloud Calendar/Webcal", Program.NEXTCLOUD),
        ("Mozilla/5.0 (X11; Linux x86_64) Firefox/140", Program.BROWSER),
        ("curl/8", Program.OTHER),
        ("", Program.OTHER),
    ],
)
def test_a_program_is_known_by_its_kind(agent: str, kind: Program) -> None:
    assert program_of(agent) is kind


@SQLITE
@pytest.mark.parametrize(
    "sign", ["Lou", "lou", "our Mio", "Ana", "Lou1", "L.o.u", "Loù", "ＬＯＵ", "much too long"]
)
async def test_a_sign_is_short_and_no_name(couple: Couple, sign: str) -> None:
    wish = feed.Wish(Level.FULL, signs={couple.children[0]: sign})
    with pytest.raises(Refused):
        await subscribed(couple, "s", wish)


@SQLITE
async def test_a_device_is_made_on_the_page_and_over_json_with_a_level(
    couple: Couple, program: httpx.AsyncClient, visitor: Browser
) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    devices, lou, mio = f"/f/{couple.family_id}/calendar/devices", *map(str, couple.children)
    typed = {"name": "Own", "level": "full", "children": [lou, mio], f"sign_{lou}": "☀", f"sign_{mio}": ""}
    shown = await ana.post(devices, typed)
    assert shown.status_code == 200
    address = re.search(r"/agenda/([\w-]{43})\.ics", shown.text)
    assert address is not None
    assert any(one.startswith("☀, M · ") for one in words(await fetched(program, address[1])))
    again = await ana.post(devices, {**typed, f"sign_{lou}": "Lou"})
    assert again.status_code == 400
    assert "not a name" in again.text
    assert (await ana.post(devices, {**typed, "sign_x": "L"})).status_code == 404
    assert (await ana.post(devices, {**typed, "level": "all"})).status_code == 400
    feeds = f"/api/families/{couple.family_id}/feeds"
    made = await ana.json("POST", feeds, {"name": "Work", "level": "here_away", "children": [lou]})
    assert made.status_code == 201
    by_name = {one["name"]: one for one in (await ana.json("GET", feeds)).json()}
    assert (by_name["Work"]["level"], by_name["Work"]["children"]) == ("here_away", [lou])
    assert by_name["Own"]["signs"] == {lou: "☀", mio: "M"}
    assert (by_name["My phone"]["level"], by_name["My phone"]["children"]) == ("times", [])
    stranger = "00000000-0000-4000-8000-000000000000"
    assert (await ana.json("POST", feeds, {"name": "x", "children": [stranger]})).status_code == 404
    page = await ana.get(f"{devices}/{by_name['Own']['id']}")
    assert "is called “☀”" in page.text
