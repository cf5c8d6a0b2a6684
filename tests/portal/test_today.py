"""A parent's start page and their notes about handovers."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update
from sqlmodel import col

from mediation import families
from mediation.people import Profession
from mediation.usecases import handover, intake, mandate, plan, today
from parenting_plans import store
from parenting_plans.tables import HandoverRecordRow
from parenting_plans.values import ZONE, Community, Outcome
from portal.pages.today import _strips
from portal.visit import Service
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
WAITS = re.compile(r'class="item" href="([^"]+)"')


NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday; the plan's Fridays are not disturbed by a holiday


CLOCK = SimpleNamespace(now=NOW)


@pytest.fixture
def service(service: Service) -> Service:
    """Requests happen when the world's clock says, so that a page is the same whenever this runs."""
    return replace(service, clock=lambda: CLOCK.world.now)


@pytest.fixture(autouse=True)
def clock(world: World) -> None:
    world.now = NOW
    CLOCK.world = world


async def seasoned(world: World) -> Couple:
    """Ana and Ben, whose plan has counted for three weeks."""
    world.now = NOW - timedelta(days=21)
    couple = await world.couple()
    await couple.answer_questions()
    await couple.sealed_plan()
    world.now = NOW
    return couple


async def test_a_new_parent_is_led_from_step_to_step(world: World, visitor: Browser) -> None:
    eve = await world.person("Eve")
    family_id = await world.run(eve, intake.open_family)
    browser, here = await visitor().sign_in_as(eve), f"/f/{family_id}/today"
    assert "Add your children" in (await browser.get(here)).text
    child = intake.NewChild("Lou", date(2019, 5, 14), Community.FLEMISH)
    await world.run(eve, intake.add_child, family_id, child)
    page = (await browser.get(here)).text
    assert "Answer the questions" in page
    assert WAITS.findall(page) == [f"/f/{family_id}/questions"]
    couple = Couple(world, family_id, eve, eve, ())  # type: ignore[arg-type]  # for its questions only
    await couple.answer_questions()
    page = (await browser.get(here)).text
    assert "Go to the plan" in page
    assert WAITS.findall(page) == []
    assert "Nothing now." in page


async def test_tonight_what_comes_next_and_what_waits(world: World, visitor: Browser) -> None:
    couple = await seasoned(world)
    here = f"/f/{couple.family_id}"
    leave = world.now + timedelta(days=40)
    trip = await couple.trip(couple.ben, depart_at=leave, return_at=leave + timedelta(days=7))
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    asked = await world.run(couple.ben, mandate.ask, couple.family_id, mia.id)
    for code, answers in couple.agreed().items():
        await world.run(couple.ben, plan.save_clause, couple.family_id, code, answers)
    await world.run(couple.ben, plan.save_start, couple.family_id, world.now.astimezone(ZONE).date())
    proposal = await world.run(couple.ben, plan.propose, couple.family_id)
    ana, ben = await visitor().sign_in_as(couple.ana), await visitor().sign_in_as(couple.ben)
    page = (await ana.get(f"{here}/today")).text
    assert "Tonight" in page
    assert page.count('<li class="home-') == 14
    assert re.search(r"Fri \d+ \w+, 18:00", page)
    assert "Handover is at school" in page
    assert WAITS.findall(page) == [
        f"{here}/plan/proposal/{proposal}",
        f"{here}/trips/{trip}",
        f"{here}/family",
        f"{here}/handovers",
    ]
    for way in WAITS.findall(page):
        assert (await ana.get(way)).status_code == 200
    assert WAITS.findall((await ben.get(f"{here}/today")).text) == [f"{here}/handovers"]
    version = await world.run(couple.ana, plan.accept, couple.family_id, proposal)
    await world.run(couple.ana, mandate.agree, couple.family_id, asked)
    for one in (ana, ben):
        waits = WAITS.findall((await one.get(f"{here}/today")).text)
        assert f"{here}/plan/version/{version}" in waits
        assert f"{here}/plan/proposal/{proposal}" not in waits


async def test_children_who_sleep_apart_have_a_strip_each(world: World, visitor: Browser) -> None:
    """The fortnights of the summer turn on another day in each Community."""
    couple = await world.couple()
    await couple.sealed_plan()
    async with world.database.reading() as reading:
        family = await families.open_for(reading, couple.family_id, couple.ana, world.now)
        calm = await today.today(reading, family, datetime(2027, 5, 10, 10, 0, tzinfo=UTC))
        parted = await today.today(reading, family, datetime(2027, 7, 26, 10, 0, tzinfo=UTC))
    assert [one.children for one in _strips(calm, date(2027, 5, 10))] == ["Lou, Mio"]
    assert [one.children for one in _strips(parted, date(2027, 7, 26))] == ["Lou", "Mio"]


async def test_only_parents_have_a_today(world: World, visitor: Browser) -> None:
    couple = await seasoned(world)
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    for who in (mia, await world.person("Sam"), *await world.centre()):
        browser = await visitor().sign_in_as(who)
        for place in ("today", "handovers", "handovers/1"):
            assert (await browser.get(f"/f/{couple.family_id}/{place}")).status_code == 404
        assert (
            await browser.json("GET", f"/api/families/{couple.family_id}/handovers/notes")
        ).status_code == 404
    nobody = await visitor().get(f"/f/{couple.family_id}/today")
    assert nobody.headers["location"] == "/sign-in"


async def test_a_handover_is_noted_corrected_and_then_kept(world: World, visitor: Browser) -> None:
    couple = await seasoned(world)
    here = f"/f/{couple.family_id}/handovers"
    ana, ben = await visitor().sign_in_as(couple.ana), await visitor().sign_in_as(couple.ben)
    before = (await ben.get(here)).text
    ways = WAITS.findall((await ana.get(here)).text)
    assert len(ways) == 2
    children = [str(child) for child in couple.children]
    due_at = datetime.fromtimestamp(int(ways[0].rsplit("/", 1)[1]), tz=ZONE)
    later = f"{due_at + timedelta(minutes=40):%Y-%m-%dT%H:%M}"
    for wrong in (
        {},
        {"outcome": "late", "children": children},
        {"outcome": "late", "children": children, "delivered_at": "2026-02-30T10:00"},
        {"outcome": "late", "children": children, "delivered_at": "9999-12-31T23:59"},
        {"outcome": "late", "children": children, "delivered_at": "0001-01-01T00:00"},
        {"outcome": "missed", "children": children, "delivered_at": later},
        {"outcome": "<script>", "children": children},
        {"outcome": "took_place"},
        {"outcome": "took_place", "children": "nobody"},
    ):
        answer = await ana.post(ways[0], wrong)
        assert (answer.status_code, "Please check this" in answer.text) == (400, True), wrong
    late = {"outcome": "late", "children": children, "delivered_at": later}
    assert (await ana.post(ways[0], late)).status_code == 303
    page = (await ana.get(here)).text
    assert page.count("It took place later:") == 2
    assert WAITS.findall(page) == ways[1:]
    missed = {"outcome": "missed", "children": children[0], "in_contact": "yes"}
    assert (await ana.post(ways[0], missed)).status_code == 303
    page = (await ana.get(here)).text
    assert page.count("We were in touch about it.") == page.count("It took place later:") == 1
    async with world.database.writing() as writing:
        day_ago = update(HandoverRecordRow).where(col(HandoverRecordRow.family_id) == couple.family_id)
        await writing.exec(day_ago.values(recorded_at=world.now - timedelta(days=1, minutes=1)))
    assert (await ana.post(ways[0], late)).status_code == 409
    assert "the note stays as it is" in (await ana.get(ways[0])).text
    assert (await ben.get(here)).text == before  # the other parent's page does not know
    for nowhere in (f"{here}/1", f"{here}/{int(due_at.timestamp()) + 1}", f"{here}/{10**30}", f"{here}/-5"):
        assert (await ana.get(nowhere)).status_code == 404
        assert (await ana.post(nowhere, late)).status_code == 404
    for page_number in ("2", "0", "-1", "x", "9" * 30):
        assert (await ana.get(f"{here}?page={page_number}")).status_code == 200


async def test_the_same_over_json(world: World, visitor: Browser) -> None:
    couple = await seasoned(world)
    ana, notes = await visitor().sign_in_as(couple.ana), f"/api/families/{couple.family_id}/handovers/notes"
    async with world.database.reading() as reading:
        family = await families.open_for(reading, couple.family_id, couple.ana, world.now)
        due = (await handover.to_note(reading, family, world.now))[0]
    said = {"child": str(due.child), "due_at": due.at.isoformat(), "outcome": "took_place"}
    assert (await ana.json("POST", notes, said)).status_code == 422
    late = {**said, "outcome": "late", "delivered_at": (due.at + timedelta(hours=1)).isoformat()}
    assert (await ana.json("POST", notes, late)).status_code == 201
    [note] = (await ana.json("GET", notes)).json()
    assert (note["child"], note["outcome"]) == (str(due.child), "late")
    async with world.database.reading() as reading:
        [kept] = await store.records_of(reading, couple.family_id)
    assert kept.outcome is Outcome.LATE
    other = (due.at + timedelta(hours=1)).astimezone(ZoneInfo("UTC")).isoformat()
    assert (await ana.json("POST", notes, {**late, "due_at": other})).status_code == 404
    for wrong in (
        {**late, "due_at": "2026-11-20T18:00:00"},
        {**late, "due_at": "0001-01-01T00:00:00+02:00"},
        {"child": 1},
    ):
        assert (await ana.json("POST", notes, wrong)).status_code in {400, 404, 422}
