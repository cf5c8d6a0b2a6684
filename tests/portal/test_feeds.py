"""The agenda on devices, over HTTP: conditional requests, HEAD, and a removed device that learns nothing (safety.md C-28 to C-33)."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar import Litestar
from sqlalchemy import update
from sqlmodel import col

from mediation import families
from mediation.people import Profession
from mediation.sessions import Kind, Wish
from mediation.tables import FeedRow
from mediation.usecases import feed, session
from parenting_plans import calendar as agenda
from parenting_plans.values import Home
from portal.pages.feeds import not_since
from tests.bench.statements import counted
from tests.visitor import BASE, Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
TOKEN = "a" * 43


@pytest.fixture
async def couple(world: World) -> Couple:
    """Ana and Ben with a signed plan, now; Ana has one device."""
    world.now = datetime.now(UTC)
    couple = await world.couple()
    await couple.sealed_plan()
    await world.run(couple.ana, feed.create, couple.family_id, "My phone", TOKEN)
    return couple


@pytest.fixture
async def program(app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """A calendar program: no cookies, no sign-in."""
    transport = httpx.ASGITransport(app=app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
        yield client


def told(answer: httpx.Response) -> dict[str, str]:
    return dict(answer.headers)


async def test_c28_a_device_gets_the_agenda(couple: Couple, program: httpx.AsyncClient) -> None:
    answer = await program.get(f"/agenda/{TOKEN}.ics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert re.fullmatch(r'"[0-9a-f]{32}"', answer.headers["etag"])
    assert "last-modified" in answer.headers
    assert "vary" not in answer.headers
    assert "set-cookie" not in answer.headers
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert answer.content.count(b"BEGIN:VEVENT") > 30
    for private in ("Ana", "Ben", "Lou", "Mio", "LOCATION", "ATTENDEE", "VALARM", "DESCRIPTION"):
        assert private not in answer.text


async def test_c29_an_agenda_is_sent_only_to_a_device_that_does_not_have_it(
    couple: Couple, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await program.get(f"/agenda/{TOKEN}.ics")
    etag, last = first.headers["etag"], first.headers["last-modified"]
    for known in (
        {"if-none-match": '"other"'},
        {"if-none-match": etag.strip('"')},
        {"if-none-match": '"other"', "if-modified-since": last},  # the tag wins
        {"if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT"},
        {"if-modified-since": "yesterday"},
        {"if-modified-since": ""},
    ):
        answer = await program.get(f"/agenda/{TOKEN}.ics", headers=known)
        assert (answer.status_code, answer.content) == (200, first.content), known
    monkeypatch.delattr(feed, "body")  # what did not change is not even read
    later = format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)
    for known in (
        {"if-none-match": etag},
        {"if-none-match": f"W/{etag}"},
        {"if-none-match": f'"other", W/"more", {etag}'},
        {"if-none-match": "*"},
        {"if-modified-since": last},
        {"if-modified-since": later},
        {"if-none-match": etag, "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT"},
    ):
        answer = await program.get(f"/agenda/{TOKEN}.ics", headers=known)
        assert (answer.status_code, answer.content) == (304, b""), known
        assert answer.headers["etag"] == etag
        assert answer.headers["last-modified"] == last
        assert answer.headers["cache-control"] == "private, no-cache"
        assert "content-type" not in answer.headers


async def test_c29_a_calendar_drawn_between_two_looks_goes_out_under_its_own_tag(
    couple: Couple, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_before = feed.tag

    async def older(*said: Any) -> feed.Tag:
        return replace(await told_before(*said), etag='"older"', changed_at=datetime(2001, 1, 1, tzinfo=UTC))

    monkeypatch.setattr(feed, "tag", older)
    answer = await program.get(f"/agenda/{TOKEN}.ics")
    assert answer.headers["etag"] == agenda.etag(answer.content)
    assert "2001" not in answer.headers["last-modified"]


async def test_c30_head_says_what_get_says_without_the_body(
    couple: Couple, program: httpx.AsyncClient
) -> None:
    for path in (f"/agenda/{TOKEN}.ics", "/agenda/nothing.ics"):
        got, head = await program.get(path), await program.head(path)
        assert head.status_code == got.status_code
        assert told(head) == told(got)
        assert head.content == b""
    assert int((await program.head(f"/agenda/{TOKEN}.ics")).headers["content-length"]) > 1000


async def test_c32_a_removed_device_learns_as_little_as_a_guess(
    world: World, couple: Couple, program: httpx.AsyncClient, visitor: Browser
) -> None:
    expired, removed = "e" * 43, "r" * 43
    for name, token in (("Old", expired), ("Lost", removed)):
        await world.run(couple.ana, feed.create, couple.family_id, name, token)
    assert (await program.get(f"/agenda/{removed}.ics")).status_code == 200
    async with world.database.writing() as writing:
        old = update(FeedRow).where(col(FeedRow.name) == "Old")
        await writing.exec(old.values(expires_at=world.now - timedelta(seconds=1)))
    ana = await visitor().sign_in_as(couple.ana)
    page = await ana.get(f"/f/{couple.family_id}/calendar/devices")
    assert "Old" not in page.text
    assert len(re.findall(r'action="(/f/[^"]+/remove)"', page.text)) == 2
    lost = re.search(r'href="(/f/[^"]+/devices/[0-9a-f-]{36})">Lost<', page.text)
    assert lost is not None
    assert (await ana.post(f"{lost[1]}/remove")).status_code == 303
    answers = [
        await program.get(path)
        for path in (
            f"/agenda/{removed}.ics",
            f"/agenda/{expired}.ics",
            f"/agenda/{'x' * 43}.ics",
            "/agenda/x.ics",
            "/agenda/%00%ff%0d%0a.ics",
            f"/agenda/{'y' * 4000}",
            f"/agenda/{TOKEN}/{TOKEN}.ics",
        )
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({(answer.content, tuple(answer.headers.raw)) for answer in answers}) == 1
    # Its time tells as little: the same questions are asked for a device that was removed, ran out or never was.
    work = []
    for token in (removed, expired, "x" * 43):
        with counted(world.database) as asked:
            await program.get(f"/agenda/{token}.ics")
        work.append(asked.statements)
    assert work[0] == work[1] == work[2] != []
    assert (await program.get(f"/agenda/{TOKEN}.ics")).status_code == 200


async def test_a_new_appointment_changes_the_tag_for_those_invited_alone(
    world: World, couple: Couple, program: httpx.AsyncClient
) -> None:
    ben = "b" * 43
    await world.run(couple.ben, feed.create, couple.family_id, "Laptop", ben)
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.answer_questions()
    await couple.ask(mia)
    before = [(await program.get(f"/agenda/{token}.ics")).headers["etag"] for token in (TOKEN, ben)]
    at = (world.now + timedelta(days=3)).replace(hour=13, minute=0)
    wish = Wish(Kind.SEPARATE, frozenset({Home.A}), at, at + timedelta(hours=1), "Room 2", "")
    await world.run(mia, session.book, couple.family_id, wish)
    seen = [
        await program.get(f"/agenda/{token}.ics", headers={"if-none-match": tag})
        for token, tag in zip((TOKEN, ben), before, strict=True)
    ]
    assert [answer.status_code for answer in seen] == [200, 304]
    assert "Appointment" in seen[0].text
    assert "Room 2" not in seen[0].text


async def test_c33_c34_the_address_is_shown_once_and_never_kept_or_logged(
    couple: Couple,
    program: httpx.AsyncClient,
    visitor: Browser,
    capfd: pytest.CaptureFixture[str],
    world: World,
) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    devices = f"/f/{couple.family_id}/calendar/devices"
    shown = await ana.post(devices, {"name": "Kitchen tablet"})
    assert shown.status_code == 200
    assert shown.headers["cache-control"] == "no-store"
    found = re.search(r"http://127\.0\.0\.1:8000/agenda/([\w-]{43})\.ics", shown.text)
    assert found is not None
    token = found.group(1)
    assert f"webcal://127.0.0.1:8000/agenda/{token}.ics" in shown.text
    assert (await program.get(f"/agenda/{token}.ics")).status_code == 200
    await program.get(f"/agenda/{token}x.ics")
    page = await ana.get(devices)
    assert "Kitchen tablet" in page.text
    assert "Last fetched" in page.text  # by this device, today
    assert token not in page.text
    captured = capfd.readouterr()
    assert token not in captured.out + captured.err
    async with world.database.reading() as reading:
        family = await families.open_for(reading, couple.family_id, couple.ana, world.now)
        rows = await feed.feeds_of(reading, family, world.now)
    assert {row.name for row in rows} == {"My phone", "Kitchen tablet"}
    assert token not in repr(rows)
    for page in ("", "/how", f"/{rows[0].id}"):
        answer = await ana.get(f"{devices}{page}")
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert token not in answer.text
        assert TOKEN not in answer.text


async def test_a_name_is_asked_for_and_the_number_of_devices_has_an_end(
    world: World, couple: Couple, visitor: Browser
) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    devices = f"/f/{couple.family_id}/calendar/devices"
    for name in ("", " ", "x" * 61):
        answer = await ana.post(devices, {"name": name})
        assert answer.status_code == 400
        assert "Please check this" in answer.text
    for n in range(2, feed.MOST + 1):
        await world.run(couple.ana, feed.create, couple.family_id, f"Device {n} <script>")
    assert (await ana.post(devices, {"name": "One more"})).status_code == 400
    assert "Add a device" not in (await ana.get(devices)).text


async def test_only_a_parent_has_devices_and_only_their_own(
    world: World, couple: Couple, visitor: Browser
) -> None:
    devices = f"/f/{couple.family_id}/calendar/devices"
    ben = await visitor().sign_in_as(couple.ben)
    assert "My phone" not in (await ben.get(devices)).text
    ana = await visitor().sign_in_as(couple.ana)
    [way] = re.findall(r'action="(/f/[^"]+/remove)"', (await ana.get(devices)).text)
    assert (await ben.post(way)).status_code == 404
    for who in (await world.person("Sam"), *await world.centre()):
        stranger = await visitor().sign_in_as(who)
        assert (await stranger.get(devices)).status_code == 404
        assert (await stranger.post(devices, {"name": "x"})).status_code == 404
        assert (await stranger.json("GET", f"/api/families/{couple.family_id}/feeds")).status_code == 404


async def test_the_same_over_json(couple: Couple, program: httpx.AsyncClient, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    feeds = f"/api/families/{couple.family_id}/feeds"
    made = await ana.json("POST", feeds, {"name": "Desk"})
    assert made.status_code == 201
    path = made.json()["address"].removeprefix(BASE)
    assert (await program.get(path)).status_code == 200
    assert {one["name"] for one in (await ana.json("GET", feeds)).json()} == {"My phone", "Desk"}
    assert (await ana.json("DELETE", f"{feeds}/{made.json()['id']}")).status_code == 204
    assert (await program.get(path)).status_code == 404
    assert (await ana.json("DELETE", f"{feeds}/{made.json()['id']}")).status_code == 404
    assert (await ana.json("POST", feeds, {"name": "", "more": 1})).status_code == 400


@given(
    st.text(max_size=60) | st.from_regex(r"\w{3}, \d{1,9} \w{3} -?\d{1,9} \d{1,3}:\d{1,3}:\d{1,3} \S{1,9}")
)
@settings(max_examples=150, deadline=None)
def test_no_date_that_a_program_sends_can_break_anything(text: str) -> None:
    assert not_since(text, datetime(9999, 1, 1, tzinfo=UTC)) in {True, False}
