"""Appointments: the mediator books, moves and cancels; each parent sees what they are invited to and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from mediation.people import Person, Profession
from parenting_plans.values import ZONE
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]


@dataclass
class Room:
    """A family with a mediator, and the browsers of all three."""

    couple: Couple
    mia: Person
    ana_at: Visitor
    ben_at: Visitor
    mia_at: Visitor

    @property
    def here(self) -> str:
        return f"/f/{self.couple.family_id}/appointments"


@pytest.fixture
async def room(world: World, visitor: Browser) -> Room:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.answer_questions()
    await couple.ask(mia)
    browsers = [await visitor().sign_in_as(who) for who in (couple.ana, couple.ben, mia)]
    return Room(couple, mia, *browsers)


def form(kind: str = "both", day: int = 3, hour: int = 14, **said: str) -> dict[str, str]:
    at = (datetime.now(ZONE) + timedelta(days=day)).replace(hour=hour, minute=0)
    until = at + timedelta(minutes=90)
    return {
        "kind": kind,
        "starts_at": f"{at:%Y-%m-%dT%H:%M}",
        "ends_at": f"{until:%Y-%m-%dT%H:%M}",
        "place": "Room 2",
        **said,
    }


async def test_everyone_invited_sees_it_and_nobody_else(room: Room) -> None:
    for browser in (room.ana_at, room.mia_at):
        assert "No appointments" in (await browser.get(room.here)).text
    assert (
        await room.mia_at.post(f"{room.here}/book", form("B", link="https://meet.example/x?a=1"))
    ).status_code == 303
    assert "No appointments" in (await room.ana_at.get(room.here)).text
    own = (await room.ben_at.get(room.here)).text
    for words in ("You alone", "Mia", "Room 2", 'href="https://meet.example/x?a=1"'):
        assert words in own
    assert "Ben alone" in (await room.mia_at.get(room.here)).text
    assert (await room.mia_at.post(f"{room.here}/book", form("both", 4))).status_code == 303
    assert "Both parents together" in (await room.ana_at.get(room.here)).text
    assert "Next appointment" in (await room.ana_at.get(f"/f/{room.couple.family_id}/today")).text


async def test_a_form_says_everything_that_is_wrong_and_keeps_what_was_typed(room: Room) -> None:
    await room.mia_at.post(f"{room.here}/book", form())
    for wrong in (
        {},
        {"kind": "nobody"},
        form(starts_at="2026-02-30T10:00"),
        form(starts_at="0001-01-01T00:00"),
        form(starts_at="9999-12-31T23:59", ends_at="9999-12-31T23:59"),
        form(day=-3),
        form(ends_at="2027-01-01T10:00", starts_at="2027-01-01T12:00"),
        form(place=""),
        form(place="x" * 201),
        form(link="http://meet.example"),
        form(link="javascript:alert(1)"),
        form(link="https://" + "x" * 600),
        form(),  # Mia has one at that time
        form("A", place="<script>alert(1)</script>", link="{{7*7}}"),
    ):
        answer = await room.mia_at.post(f"{room.here}/book", wrong)
        assert (answer.status_code, "Please check this" in answer.text) == (400, True), wrong
        assert "<script>alert" not in answer.text
    assert "{{7*7}}" in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


async def test_it_is_moved_and_cancelled_by_the_one_who_booked_it(
    world: World, room: Room, visitor: Browser
) -> None:
    await room.mia_at.post(f"{room.here}/book", form())
    [way] = re.findall(rf'href="({room.here}/[0-9a-f-]{{36}})"', (await room.mia_at.get(room.here)).text)
    assert way not in (await room.ana_at.get(room.here)).text
    sam = await visitor().sign_in_as(await world.person("Sam"))
    other = await visitor().sign_in_as(await world.person("Max", Profession.MEDIATOR, accreditation="2"))
    moved = form(day=5, hour=9)
    for browser in (room.ana_at, room.ben_at, sam, other):
        assert (await browser.get(way)).status_code == 404
        assert (await browser.get(f"{room.here}/book")).status_code == 404
        assert (await browser.post(f"{room.here}/book", form(day=9))).status_code == 404
        assert (await browser.post(f"{way}/move", moved)).status_code == 404
        assert (await browser.post(f"{way}/cancel")).status_code == 404
    assert "As it is now" in (await room.mia_at.get(way)).text
    assert (await room.mia_at.post(f"{way}/move", form(day=-1))).status_code == 400
    assert (await room.mia_at.post(f"{way}/move", {"starts_at": "", "ends_at": "x"})).status_code == 400
    assert (await room.mia_at.post(f"{way}/move", moved)).status_code == 303
    assert "09:00–10:30" in (await room.ana_at.get(room.here)).text
    assert (await room.mia_at.post(f"{way}/cancel")).status_code == 303
    page = (await room.ana_at.get(room.here)).text
    assert "Cancelled" in page
    assert "Room 2" not in page
    assert "nothing can be changed" in (await room.mia_at.get(way)).text
    assert (await room.mia_at.post(f"{way}/cancel")).status_code == 422
    assert (await room.mia_at.post(f"{way}/move", form(day=8))).status_code == 400


async def test_why_a_joint_appointment_is_not_possible_is_never_said(room: Room) -> None:
    await room.couple.answer_questions(worry=True)
    answer = await room.mia_at.post(f"{room.here}/book", form())
    assert answer.status_code == 400
    for word in ("safety", "fear", "Ana has", "question"):
        assert word not in re.sub(r"<footer.*", "", answer.text, flags=re.DOTALL)
    assert (await room.mia_at.post(f"{room.here}/book", form("A"))).status_code == 303


async def test_the_same_over_json(world: World, room: Room, visitor: Browser) -> None:
    sessions = f"/api/families/{room.couple.family_id}/sessions"
    at = datetime.now(UTC) + timedelta(days=3)
    times = {"starts_at": at.isoformat(), "ends_at": (at + timedelta(hours=1)).isoformat()}
    wish = {"kind": "separate", "invited": ["A"], "place": "Room 2", **times}
    made = await room.mia_at.json("POST", sessions, wish)
    assert made.status_code == 201
    one = f"{sessions}/{made.json()['id']}"
    [seen] = (await room.ana_at.json("GET", sessions)).json()
    assert (seen["kind"], seen["invited"], seen["status"]) == ("separate", ["A"], "booked")
    assert (await room.ben_at.json("GET", sessions)).json() == []
    later = {
        "starts_at": (at + timedelta(days=1)).isoformat(),
        "ends_at": (at + timedelta(days=1, hours=1)).isoformat(),
    }
    assert (await room.mia_at.json("POST", f"{one}/times", later)).status_code == 204
    assert (await room.mia_at.json("POST", f"{one}/cancellation")).status_code == 204
    [seen] = (await room.ana_at.json("GET", sessions)).json()
    assert seen["status"] == "cancelled"
    for wrong in (
        {},
        {**wish, "invited": ["A", "B"]},
        {**wish, "invited": []},
        {**wish, "starts_at": "2027-01-01T10:00:00"},
        {**wish, "starts_at": "0001-01-01T00:00:00+14:00"},
        {**wish, "ends_at": "9999-12-31T23:59:59-12:00"},
        {**wish, "professional": str(room.mia.id)},
    ):
        assert (await room.mia_at.json("POST", sessions, wrong)).status_code in {400, 422}, wrong
    centre = await visitor().sign_in_as((await world.centre())[0])
    for browser in (await visitor().sign_in_as(await world.person("Sam")), centre):
        assert (await browser.json("GET", sessions)).status_code == 404
    for browser in (room.ana_at, room.ben_at, centre):
        assert (await browser.json("POST", sessions, wish)).status_code == 404
        assert (await browser.json("POST", f"{one}/cancellation")).status_code == 404
