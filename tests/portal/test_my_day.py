"""A professional's day: who asks for them, what is theirs to do, and one family on one page."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from mediation.people import Person, Profession
from mediation.sessions import Kind, Wish
from mediation.usecases import mandate, session
from parenting_plans.values import Home
from portal.pages.overview import age
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]


@pytest.fixture
async def mia(world: World) -> Person:
    return await world.person("Mia", Profession.MEDIATOR, accreditation="FBC-1")


async def signed_in(visitor: Browser, person: Person) -> Visitor:
    return await visitor().sign_in_as(person)


async def asked(couple: Couple, who: Person) -> UUID:
    question = await couple.world.run(couple.ana, mandate.ask, couple.family_id, who.id)
    await couple.world.run(couple.ben, mandate.agree, couple.family_id, question)
    return UUID(str(question))


async def book(couple: Couple, who: Person, starts_at: datetime) -> None:
    wish = Wish(Kind.JOINT, frozenset(Home), starts_at, starts_at + timedelta(hours=1), place="Room 2")
    await couple.world.run(who, session.book, couple.family_id, wish)


async def test_only_professionals_have_a_day(world: World, mia: Person, visitor: Browser) -> None:
    couple = await world.couple()
    question = await asked(couple, mia)
    leo = await world.person("Leo", Profession.FAMILY_LAWYER)
    overview, answer = f"/f/{couple.family_id}/overview", f"/my-day/asked/{question}"
    others = (couple.ana, couple.ben, await world.person("Sam"), *await world.centre())
    for person in others:
        browser = await signed_in(visitor, person)
        assert {(await browser.get(path)).status_code for path in ("/my-day", overview, answer)} == {404}
        assert (await browser.post(f"{answer}/accept", {"no_conflict": "on"})).status_code == 404
        assert (await browser.post(f"{answer}/decline")).status_code == 404
    for person in (mia, leo):  # asked, but not accepted; never asked
        assert (await (await signed_in(visitor, person)).get(overview)).status_code == 404
    assert (await (await signed_in(visitor, leo)).get(answer)).status_code == 404
    assert (await visitor().get("/my-day")).headers["location"] == "/sign-in"


async def test_an_empty_day_says_what_belongs_there(mia: Person, visitor: Browser) -> None:
    page = (await (await signed_in(visitor, mia)).get("/my-day")).text
    assert "No family yet" in page
    assert "No appointment today." in page
    assert "Waits for your answer" not in page


async def test_a_mandate_is_accepted_only_after_the_check_for_conflicts(
    world: World, mia: Person, visitor: Browser
) -> None:
    couple = await world.couple()
    question = await asked(couple, mia)
    here = f"/my-day/asked/{question}"
    browser = await signed_in(visitor, mia)
    day = (await browser.get("/my-day")).text
    assert here in day
    assert "Ana" not in day
    page = (await browser.get(here)).text
    assert "Ana · Ben" in page
    assert "Lou" not in page
    for form in ({}, {"no_conflict": ""}, {"no_conflict": "<script>"}):
        refused = await browser.post(f"{here}/accept", form)
        assert refused.status_code == 400
        assert "Please check this" in refused.text
    accepted = await browser.post(f"{here}/accept", {"no_conflict": "on"})
    assert "Ana · Ben" in (await browser.follow(accepted)).text
    assert (await browser.get(f"/f/{couple.family_id}/overview")).status_code == 200
    assert (await browser.post(f"{here}/accept", {"no_conflict": "on"})).status_code in {404, 409}
    assert (await browser.get(here)).status_code == 404


async def test_declining_needs_no_reason(world: World, mia: Person, visitor: Browser) -> None:
    couple = await world.couple()
    question = await asked(couple, mia)
    browser = await signed_in(visitor, mia)
    assert (await browser.post(f"/my-day/asked/{question}/decline")).status_code == 303
    assert "No family yet" in (await browser.get("/my-day")).text
    assert (await browser.post(f"/my-day/asked/{question}/decline")).status_code in {404, 409}
    assert (await browser.get(f"/my-day/asked/{uuid4()}")).status_code == 404
    assert (await browser.get("/my-day/asked/%00")).status_code == 404


async def test_the_day_shows_appointments_and_what_is_mine_to_do(
    world: World, mia: Person, visitor: Browser
) -> None:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    nora, otto, kim = await world.centre()
    await couple.answer_questions()
    await couple.ask(mia)
    await couple.move(couple.ana, "begin_screening")
    await couple.move(nora, "clear_screening")
    await _advised(couple, nora, otto)
    await couple.move(kim, "advise_route", "attest_parent_a", "attest_parent_b")
    for parent in (couple.ana, couple.ben):
        await couple.move(parent, "choose_consensus")
    noon = world.now.replace(hour=11, minute=0, second=0, microsecond=0)
    for days in range(2, 14):
        await book(couple, mia, noon + timedelta(days=days))
    await couple.sealed_plan()
    browser = await signed_in(visitor, mia)
    day = (await browser.get("/my-day")).text
    assert "Sign the mediation protocol" in day
    assert "by " in day
    assert "2 more after that." in day
    page = (await browser.get(f"/f/{couple.family_id}/overview")).text
    for text in ("Ana · Ben", "Lou", "Sign the mediation protocol", "Room 2", "Signed by both", "Sealed on"):
        assert text in page
    assert f"/f/{couple.family_id}/steps" in page
    await couple.move(mia, "sign_protocol")
    assert "Nothing now" in (await browser.get("/my-day")).text


async def _advised(couple: Couple, *disciplines: Person) -> None:
    from mediation.usecases import pathway

    for one in disciplines:
        await couple.world.run(one, pathway.advise_route, couple.family_id)


async def test_names_that_look_like_code_stay_text(world: World, mia: Person, visitor: Browser) -> None:
    couple = await world.couple("<script>alert(1)</script>", "{{7*7}}")
    await couple.ask(mia)
    browser = await signed_in(visitor, mia)
    for path in ("/my-day", f"/f/{couple.family_id}/overview"):
        page = (await browser.get(path)).text
        assert "<script>alert" not in page
        assert "{{7*7}}" in page


async def test_many_families_are_all_there(world: World, mia: Person, visitor: Browser) -> None:
    couples = [await world.couple(f"A{number}", f"B{number}") for number in range(12)]
    for couple in couples:
        await couple.ask(mia)
    page = (await (await signed_in(visitor, mia)).get("/my-day")).text
    assert all(f"/f/{couple.family_id}/overview" in page for couple in couples)


@pytest.mark.parametrize(
    ("born", "today", "years"),
    [
        (date(2019, 5, 14), date(2027, 5, 13), 7),
        (date(2019, 5, 14), date(2027, 5, 14), 8),
        (date(2020, 2, 29), date(2027, 2, 28), 6),
        (date(2020, 2, 29), date(2027, 3, 1), 7),
        (date(2027, 1, 1), date(2027, 1, 1), 0),
    ],
)
def test_age_is_counted_in_whole_years(born: date, today: date, years: int) -> None:
    assert age(born, today) == years
