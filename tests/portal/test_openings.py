"""Families at the start: the centre screens, advises and informs, by code; answers are read by few and never unseen."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest

from mediation import journal
from mediation.people import Person, Profession
from mediation.tables import FamilyRow, PathwayRow
from mediation.usecases import pathway, screen
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]


@dataclass
class Start:
    """Ana and Ben at the private questions, and the people of the centre."""

    world: World
    couple: Couple
    nora: Person  # psychological
    otto: Person  # legal
    kim: Person  # coordinator

    @property
    def here(self) -> str:
        return f"/openings/{self.couple.family_id}"

    async def recorded(self, action: str) -> int:
        async with self.world.database.reading() as session:
            return sum(one.action == action for one in await journal.entries(session, "centre"))

    async def stage(self) -> str:
        async with self.world.database.reading() as session:
            row = await session.get(PathwayRow, self.couple.family_id)
        assert row is not None
        return row.stage


@pytest.fixture
async def start(world: World) -> Start:
    couple = await world.couple()
    await couple.move(couple.ana, "begin_screening")
    return Start(world, couple, *await world.centre())


async def signed_in(visitor: Browser, person: Person) -> Visitor:
    return await visitor().sign_in_as(person)


async def test_only_the_centre_finds_families_at_the_start(start: Start, visitor: Browser) -> None:
    world, here, id = start.world, start.here, start.couple.family_id
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await start.couple.ask(mia)
    leo, sam = await world.person("Leo", Profession.FAMILY_LAWYER), await world.person("Sam")
    doing = (f"{here}/answers", f"{here}/lift", f"{here}/advice", f"{here}/moves/divert")
    for person in (start.couple.ana, start.couple.ben, mia, leo, sam):
        browser = await signed_in(visitor, person)
        assert {(await browser.get(path)).status_code for path in ("/openings", here)} == {404}, person.name
        assert {(await browser.post(path, {"home": "A"})).status_code for path in doing} == {404}, person.name
        assert (await browser.post(f"{here}/lift", {"home": "?"})).status_code == 404
        assert (await browser.json("GET", "/api/openings")).status_code == 404
        assert (await browser.json("GET", f"/api/openings/{id}/screening")).status_code == 404
        assert (await browser.json("POST", f"/api/openings/{id}/answers")).status_code == 404
        assert (await browser.json("POST", f"/api/openings/{id}/advice")).status_code == 404
    assert await start.recorded("screening.read") == 0


async def test_an_empty_list_says_what_belongs_there(world: World, visitor: Browser) -> None:
    nora = await world.person("Nora", Profession.CENTRE_PSYCH)
    page = await (await signed_in(visitor, nora)).get("/openings")
    assert "No family waits at the start" in page.text


async def test_many_families_come_in_pages_by_code(start: Start, visitor: Browser) -> None:
    async with start.world.database.writing() as session:
        for number in range(299):
            family = FamilyRow(id=uuid4(), code=f"F-{number:03}", opened_at=start.world.now)
            session.add(family)
            await session.flush()
            session.add(
                PathwayRow(family_id=family.id, pathway="opening", stage="triage", since=start.world.now)
            )
    nora = await signed_in(visitor, start.nora)
    seen = [
        found
        for number in range(1, 13)
        for found in re.findall(
            r'href="/openings/([0-9a-f-]{36})"', (await nora.get(f"/openings?page={number}")).text
        )
    ]
    assert len(seen) == len(set(seen)) == 300
    page = (await nora.get("/openings?page=99999999999999999999")).text
    assert "Page 12 of 12" in page
    assert "Ana" not in page
    assert len((await nora.json("GET", "/api/openings")).json()) == 300


async def test_reading_the_answers_is_a_button_for_few_and_is_recorded_each_time(
    start: Start, visitor: Browser
) -> None:
    await start.couple.answer_questions(worry=True)
    nora = await signed_in(visitor, start.nora)
    closed = (await nora.get(start.here)).text
    assert "Read the answers" in closed
    assert "Are you sometimes afraid" not in closed
    assert not any(name in closed for name in ("Ana", "Ben", "Lou"))
    for reading in (1, 2):
        page = await nora.post(f"{start.here}/answers")
        assert page.status_code == 200
        assert page.headers["cache-control"] == "no-store"
        assert "Are you sometimes afraid" in page.text
        assert await start.recorded("screening.read") == reading
    otto = await signed_in(visitor, start.otto)
    assert "Read the answers" not in (await otto.get(start.here)).text
    assert (await otto.post(f"{start.here}/answers")).status_code == 404
    assert await start.recorded("screening.read") == 2
    said = (await nora.json("POST", f"/api/openings/{start.couple.family_id}/answers")).json()
    assert [(one["home"], one["reasons"]) for one in said] == [("A", ["afraid"]), ("B", [])]


async def test_a_flag_is_lifted_by_two_people_and_only_where_one_stands(
    start: Start, visitor: Browser
) -> None:
    await start.couple.answer_questions(worry=True)
    nora, kim = await signed_in(visitor, start.nora), await signed_in(visitor, start.kim)
    otto = await signed_in(visitor, start.otto)
    clear = f"{start.here}/moves/clear_screening"
    assert (await nora.post(clear)).status_code == 409
    assert (await nora.post(f"{start.here}/lift", {"home": "B"})).status_code == 409
    assert (await otto.post(f"{start.here}/lift", {"home": "A"})).status_code == 404
    for wrong in ({}, {"home": "C"}, {"home": "<script>"}):
        assert (await nora.post(f"{start.here}/lift", wrong)).status_code == 422
    assert (await nora.post(f"{start.here}/lift", {"home": "A"})).status_code == 303
    assert "You have given your judgement." in (await nora.get(start.here)).text
    assert (await nora.post(f"{start.here}/lift", {"home": "A"})).status_code == 409
    assert (await nora.post(clear)).status_code == 409
    lift = await kim.json("POST", f"/api/openings/{start.couple.family_id}/lift", {"home": "A"})
    assert lift.status_code == 204
    assert "Two professionals found joint work safe" in (await kim.get(start.here)).text
    assert (await nora.post(clear)).status_code == 303
    assert await start.stage() == "triage"


async def test_the_way_from_the_questions_to_the_choice(start: Start, visitor: Browser) -> None:
    await start.couple.answer_questions()
    nora, otto = await signed_in(visitor, start.nora), await signed_in(visitor, start.otto)
    kim = await signed_in(visitor, start.kim)
    assert (await nora.post(f"{start.here}/moves/clear_screening")).status_code == 303
    assert "Two disciplines must have given their advice" in (await kim.get(start.here)).text
    assert (await nora.post(f"{start.here}/advice")).status_code == 303
    assert "Your discipline has advised" in (await nora.get(start.here)).text
    assert (await kim.post(f"{start.here}/moves/advise_route")).status_code == 409
    advised = await otto.json("POST", f"/api/openings/{start.couple.family_id}/advice")
    assert advised.status_code == 204
    assert (await otto.post(f"{start.here}/moves/advise_route")).status_code == 409
    assert (await kim.post(f"{start.here}/moves/advise_route")).status_code == 303
    for parent in ("a", "b"):
        assert (await otto.post(f"{start.here}/moves/attest_parent_{parent}")).status_code == 303
    assert await start.stage() == "route_choice"
    assert str(start.couple.family_id) not in (await kim.get("/openings")).text
    assert (await otto.post(f"{start.here}/advice")).status_code == 409


async def test_joint_work_is_stopped_and_reopened_without_a_trace_for_parents(
    start: Start, visitor: Browser
) -> None:
    await start.couple.answer_questions()
    ana, kim = await signed_in(visitor, start.couple.ana), await signed_in(visitor, start.kim)
    steps = f"/f/{start.couple.family_id}/steps"
    before = (await ana.get(steps)).text
    await kim.post(f"{start.here}/moves/divert")
    assert "Joint work stopped for safety" in (await kim.get(start.here)).text
    assert _still(before) == _still((await ana.get(steps)).text)
    await kim.post(f"{start.here}/moves/resume")
    assert "Joint work stopped for safety" not in (await kim.get(start.here)).text


def _still(page: str) -> str:
    return re.sub(r'name="_csrf_token" value="[^"]+"', "", page)


async def test_what_is_no_family_or_no_move_is_refused(start: Start, visitor: Browser) -> None:
    kim = await signed_in(visitor, start.kim)
    for id in (uuid4(), "x", "%00"):
        assert (await kim.get(f"/openings/{id}")).status_code == 404
    for move in ("choose_consensus", "no_such_move", "%3Cscript%3E"):
        assert (await kim.post(f"{start.here}/moves/{move}")).status_code == 409
    assert (await kim.get(f"{start.here}/answers")).status_code in {404, 405}
    assert await start.stage() == "safety_screen"


async def test_new_answers_take_back_a_judgement(start: Start, visitor: Browser) -> None:
    await start.couple.answer_questions(worry=True)
    for who in (start.nora, start.kim):
        await start.world.run(who, screen.lift, start.couple.family_id, _home_a())
    await start.couple.answer_questions(worry=True)
    nora = await signed_in(visitor, start.nora)
    assert "A person must look first" in (await nora.get(start.here)).text
    async with start.world.database.reading() as session:
        found = await pathway.in_opening(session)
    assert [family_id for family_id, _code, _standing in found] == [start.couple.family_id]


def _home_a():
    from parenting_plans.values import Home

    return Home.A
