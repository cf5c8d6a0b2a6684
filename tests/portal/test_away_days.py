"""Camps and hospital days: noted by one, seen by both; no night moves, and no swap or offer moves them."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlmodel import col, select

from mediation import families
from mediation.people import NotYours
from mediation.refusals import Refused
from mediation.usecases import away_days, swap
from mediation.usecases.swap_ground import AWAY
from notifications.tables import OutboxRow
from parenting_plans import store
from parenting_plans.asking import Span
from parenting_plans.away_days import Noting, Why
from parenting_plans.errors import AwayDaysMissing, AwayDaysOver, NotYourOwn
from portal.visit import Service
from tests.portal.test_swaps import accept, ask, at, card, copies, home_at, seasoned
from tests.reliability.test_races import at_once, refusals
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
CLOCK = SimpleNamespace(now=NOW)
CAMP = ("2026-12-09T09:00", "2026-12-11T16:00")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def service(service: Service) -> Service:
    return replace(service, clock=lambda: CLOCK.world.now)


@pytest.fixture(autouse=True)
def clock(world: World) -> None:
    world.now = NOW
    CLOCK.world = world


@pytest.fixture
async def couple(world: World) -> Couple:
    return await seasoned(world)


def said(couple: Couple, *times: str, why: Why = Why.CAMP) -> Noting:
    begins, ends = times or CAMP
    return Noting(why, couple.children[:1], Span(at(begins), at(ends)))


async def noted(couple: Couple, *times: str, why: Why = Why.CAMP) -> UUID:
    return UUID(
        str(
            await couple.world.run(
                couple.ana, away_days.note, couple.family_id, said(couple, *times, why=why)
            )
        )
    )


async def desk(couple: Couple) -> away_days.AwayDesk:
    async with couple.world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ben, couple.world.now)
        return await away_days.desk(session, family, couple.world.now)


def words(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.text for problem in refused.value.problems]


async def test_both_see_it_and_no_night_moves(world: World, couple: Couple) -> None:
    before, feeds = await home_at(couple, "2026-12-09T12:00"), await copies(couple)
    away_id = await noted(couple)
    assert [one.id for one in (await desk(couple)).coming] == [away_id]
    assert await home_at(couple, "2026-12-09T12:00") is before
    assert await copies(couple) == feeds
    async with world.database.reading() as session:
        rows = (await session.exec(select(OutboxRow).where(col(OutboxRow.kind) == "swap"))).all()
    assert [row.to_id for row in rows] == [couple.ben.id]
    world.now = at("2026-12-12T10:00").astimezone(UTC)
    assert [one.id for one in (await desk(couple)).past] == [away_id]


async def test_its_end_moves_and_it_can_be_removed_by_who_noted_it(world: World, couple: Couple) -> None:
    away_id = await noted(couple, why=Why.HOSPITAL)
    with pytest.raises(NotYourOwn):
        await world.run(couple.ben, away_days.remove, couple.family_id, away_id)
    world.now += HOUR
    await world.run(couple.ana, away_days.move_end, couple.family_id, away_id, at("2026-12-13T10:00"))
    assert (await desk(couple)).coming[0].said.span.ends_at == at("2026-12-13T10:00")
    with pytest.raises(Refused):
        await world.run(couple.ana, away_days.move_end, couple.family_id, away_id, at("2026-12-08T10:00"))
    world.now += HOUR
    await world.run(couple.ana, away_days.remove, couple.family_id, away_id)
    assert not (await desk(couple)).coming
    with pytest.raises(AwayDaysOver):
        await world.run(couple.ana, away_days.remove, couple.family_id, away_id)


async def test_a_swap_is_void_there_and_only_there(world: World, couple: Couple) -> None:
    before = await ask(couple, couple.ben, "2026-12-10T18:00", "2026-12-11T18:00")
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, NOW)
        means = await away_days.preview(session, family, said(couple), NOW)
    assert ([one.id for one in means.void], means.stays) == ([before], ())
    away_id = await noted(couple)
    found = await card(couple, couple.ana, before)
    assert (found.away, found.void) == (True, False)
    with pytest.raises(Refused) as refused:
        await accept(couple, couple.ana, before)
    assert words(refused) == [AWAY]
    with pytest.raises(Refused) as refused:
        await ask(couple, couple.ana, "2026-12-09T18:00", "2026-12-10T08:00", children=couple.children[:1])
    assert AWAY in words(refused)
    other = await ask(
        couple, couple.ana, "2026-12-09T18:00", "2026-12-10T08:00", children=couple.children[1:]
    )
    await accept(couple, couple.ben, other)
    await world.run(couple.ana, away_days.remove, couple.family_id, away_id)
    assert not (await card(couple, couple.ana, before)).away


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_both_accepted_before_stays_and_is_not_undone_there(world: World, couple: Couple) -> None:
    swap_id = await ask(couple, couple.ana, "2026-12-10T18:00", "2026-12-11T10:00")
    await accept(couple, couple.ben, swap_id)
    there = await home_at(couple, "2026-12-10T20:00")
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, NOW)
        means = await away_days.preview(session, family, said(couple), NOW)
    assert ([one.id for one in means.stays], means.void) == ([swap_id], ())
    await noted(couple)
    assert await home_at(couple, "2026-12-10T20:00") is there
    with pytest.raises(Refused) as refused:
        await world.run(couple.ana, swap.ask_to_undo, couple.family_id, swap_id)
    assert words(refused) == [AWAY]


async def test_noting_and_accepting_at_once_have_one_defined_end(world: World, couple: Couple) -> None:
    swap_id = await ask(couple, couple.ben, "2026-12-10T18:00", "2026-12-11T10:00")
    effect = (await card(couple, couple.ana, swap_id)).effect
    assert effect is not None
    done = await at_once(
        world.run(couple.ana, swap.accept, couple.family_id, swap_id, effect.shown),
        world.run(couple.ben, away_days.note, couple.family_id, said(couple)),
    )
    assert refusals(done) in ([], [Refused])
    accepted = (await card(couple, couple.ana, swap_id)).standing.value == "accepted"
    assert accepted is not bool(refusals(done))
    assert len((await desk(couple)).coming) == 1


async def test_two_changes_at_once_have_one_winner(world: World, couple: Couple) -> None:
    away_id = await noted(couple)
    done = await at_once(
        world.run(couple.ana, away_days.remove, couple.family_id, away_id),
        world.run(couple.ana, away_days.remove, couple.family_id, away_id),
    )
    assert refusals(done) == [AwayDaysOver]


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_others_do_not_find_them(world: World, couple: Couple) -> None:
    away_id = await noted(couple)
    other = await world.couple("Cas", "Dora")
    with pytest.raises(AwayDaysMissing):
        await world.run(other.ana, away_days.remove, other.family_id, away_id)
    async with world.database.reading() as session:
        with pytest.raises(AwayDaysMissing):
            await store.away_days(session, other.family_id, away_id)
    social, *_ = await world.centre()
    with pytest.raises(NotYours):
        await world.run(social, away_days.note, couple.family_id, said(couple))


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_from_the_list_to_the_calendar(world: World, couple: Couple, visitor: Browser) -> None:
    here = f"/f/{couple.family_id}/away-days"
    typed = {"why": "camp", "children": str(couple.children[0]), "starts_at": CAMP[0], "ends_at": CAMP[1]}
    ana, ben = await visitor().sign_in_as(couple.ana), await visitor().sign_in_as(couple.ben)
    assert "Nothing is noted" in (await ana.get(here)).text
    wrong = await ana.post(f"{here}/review", {**typed, "ends_at": "2026-12-01T09:00"})
    assert wrong.status_code == 400
    review = await ana.post(f"{here}/review", typed)
    assert "No night changes homes" in review.text
    assert not (await desk(couple)).coming
    assert (await ana.post(here, typed)).status_code == 303
    listed = (await ben.get(here)).text
    away_id = (await desk(couple)).coming[0].id
    assert f"{here}/{away_id}" in listed
    assert "Remove these days" not in (await ben.get(f"{here}/{away_id}")).text
    for view in ("?month=2026-12", "?month=2026-12&view=list", "/week?day=2026-12-10"):
        for browser in (ana, ben):
            assert f"{here}/{away_id}" in (await browser.get(f"/f/{couple.family_id}/calendar{view}")).text
    assert f"{here}/{away_id}" not in (await ana.get(f"/f/{couple.family_id}/calendar?month=2026-11")).text
    page = f"{here}/{away_id}"
    assert (await ana.post(f"{page}/end", {"ends_at": "2026-12-10T12:00"})).status_code == 303
    assert (await ana.post(f"{page}/remove", {})).status_code == 303
    assert re.search("Removed", (await ben.get(page)).text)
    assert page not in (await ben.get(f"/f/{couple.family_id}/calendar?month=2026-12")).text


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_over_json(world: World, couple: Couple, visitor: Browser) -> None:
    here = f"/api/families/{couple.family_id}/away-days"
    body = {
        "why": "hospital",
        "children": [str(couple.children[0])],
        "span": {"starts_at": f"{CAMP[0]}:00+01:00", "ends_at": f"{CAMP[1]}:00+01:00"},
    }
    ana = await visitor().sign_in_as(couple.ana)
    assert (await ana.json("POST", f"{here}/preview", body)).json() == {"void": [], "stays": []}
    made = await ana.json("POST", here, body)
    assert made.status_code == 201
    away_id = made.json()["id"]
    assert (await ana.json("POST", here, body)).status_code == 422
    assert (await ana.json("POST", here, {**body, "where": "x"})).status_code == 400
    one = (await ana.get(f"{here}/{away_id}")).json()
    assert (one["why"], one["by"], one["removed_at"]) == ("hospital", "A", None)
    end = {"ends_at": "2026-12-10T12:00:00+01:00"}
    assert (await ana.json("POST", f"{here}/{away_id}/end", end)).status_code == 204
    assert (await ana.json("POST", f"{here}/{away_id}/removal")).status_code == 204
    assert [one["removed_at"] is None for one in (await ana.get(here)).json()] == [False]
