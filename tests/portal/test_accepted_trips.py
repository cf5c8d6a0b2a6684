"""A feast would give Sunday 6 December to the other home; a trip that both accepted is not broken by it, for any reader."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from mediation import families
from mediation.tables import FeedCopyRow
from mediation.usecases import (
    calendar,
    calendar_balance,
    consent,
    feed,
    handover,
    kept_record,
    swap,
    today,
    trip,
    trip_calendar,
)
from parenting_plans import consents
from parenting_plans.asking import Span
from parenting_plans.tables import ConsentRow
from parenting_plans.values import CountryStay, Home, Tickets
from portal import jobs
from portal.visit import Service
from tests.portal.test_swaps import at, copies, home_at, seasoned
from tests.visitor import Visitor
from tests.world import Couple, World

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FEAST = "2026-12-06T12:00"
CLOCK = SimpleNamespace(now=NOW)


@pytest.fixture
def service(service: Service) -> Service:
    return replace(service, clock=lambda: CLOCK.world.now)


@pytest.fixture(autouse=True)
def clock(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.now = NOW
    CLOCK.world = world
    monkeypatch.setattr(jobs, "now", lambda: world.now)


@pytest.fixture
async def couple(world: World) -> Couple:
    """Ben has the children on the feast; on other days of that week they are with Ana."""
    row = {
        "name": "Feast",
        "when": "once",
        "on": "2026-12-06",
        "even": "B",
        "odd": "B",
        "begins": "10:00",
        "ends": "18:00",
    }
    couple = await seasoned(world, E11={"feasts": [row]})
    assert await home_at(couple, FEAST) is Home.B
    assert await home_at(couple, "2026-12-06T20:00") is Home.A
    return couple


async def asked(couple: Couple, **said: object) -> UUID:
    """Ana travels from Saturday to Monday."""
    whole = {
        "depart_at": at("2026-12-05T09:00"),
        "return_at": at("2026-12-07T08:00"),
        "stays": (CountryStay("ES", 2),),
        "tickets": Tickets(child_out=True, child_return=True),
    }
    return await couple.trip(couple.ana, **{**whole, **said})


async def yes(couple: Couple, trip_id: UUID) -> UUID:
    return await couple.consent(couple.ben, trip_id, valid_from=date(2026, 12, 5), valid_to=date(2026, 12, 7))


async def test_it_counts_from_the_yes_and_no_longer_than_it(world: World, couple: Couple) -> None:
    trip_id = await asked(couple)
    assert await home_at(couple, FEAST) is Home.B
    given = await yes(couple, trip_id)
    assert await home_at(couple, FEAST) is Home.A
    assert await home_at(couple, FEAST, child=1) is Home.A
    world.now += DAY
    await world.run(couple.ben, consent.withdraw, couple.family_id, given)
    assert await home_at(couple, FEAST) is Home.B


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_trip_that_was_changed_or_cancelled_no_longer_counts(world: World, couple: Couple) -> None:
    trip_id = await asked(couple)
    await yes(couple, trip_id)
    world.now += DAY
    wish = couple.wish(
        depart_at=at("2026-12-05T09:00"), return_at=at("2026-12-09T08:00"), stays=(CountryStay("ES", 4),)
    )
    await world.run(couple.ana, trip.change, couple.family_id, trip_id, wish)
    assert await home_at(couple, FEAST) is Home.B  # the consent no longer holds all of it
    await couple.consent(couple.ben, trip_id, valid_from=date(2026, 12, 5), valid_to=date(2026, 12, 9))
    assert await home_at(couple, FEAST) is Home.A
    await world.run(couple.ana, trip.cancel, couple.family_id, trip_id)
    assert await home_at(couple, FEAST) is Home.B


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_every_reader_of_the_calendar_says_the_same(world: World, couple: Couple) -> None:
    await yes(couple, await asked(couple))
    feast, now = at(FEAST), datetime(2026, 12, 20, 10, tzinfo=UTC)
    world.now = now
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, now)
        days = await calendar.days(session, family, feast.date(), feast.date(), now)
        assert not days[0].handovers
        planned = await handover.planned(session, family, feast - 6 * DAY, feast + 6 * DAY, now)
        assert not [one for one in planned if one.at.date() == feast.date()]
        noted = await handover.to_note(session, family, now)
        assert not [one for one in noted if one.at.date() == feast.date()]
        counted = await calendar_balance.balances(session, family, feast.date(), feast.date(), now)
        assert [one.planned.hours[Home.A] for one in counted] == [24, 24]
        record = await kept_record.month(session, family, date(2026, 12, 1), now)
        assert feast.date() not in {one.at.date() for one in record.own.moments}
        world.now = feast - 12 * timedelta(hours=1)
        found = await today.today(session, family, world.now)
        assert found.next_handovers[0].at.date() != feast.date()


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_swap_still_moves_a_day_of_it(world: World, couple: Couple) -> None:
    await yes(couple, await asked(couple))
    span = Span(at("2026-12-06T11:00"), at("2026-12-06T13:00"))
    wanted = swap.Wanted(couple.children, Home.B, span)
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, NOW)
        seen = await swap.preview(session, family, wanted, NOW)
    assert {one.from_home for one in seen.effect.moved} == {Home.A}


async def test_the_feeds_follow_a_yes_and_its_withdrawal_and_no_withdrawal_that_is_still_to_come(
    world: World, couple: Couple
) -> None:
    await world.run(couple.ana, feed.create, couple.family_id, "My phone")
    await jobs.renew_calendars(world.service)
    before = await copies(couple)
    trip_id = await asked(couple)
    await jobs.renew_calendars(world.service)
    assert await copies(couple) == before  # a wish changes nobody's calendar
    world.now += timedelta(hours=1)
    given = await yes(couple, trip_id)
    assert await jobs.renew_calendars(world.service) == 1
    travelling = await copies(couple)
    assert {home: body for home, (_, body) in travelling.items()} != {
        home: body for home, (_, body) in before.items()
    }

    ends = world.now + 3 * DAY
    async with world.database.writing() as session:
        later = update(ConsentRow).where(col(ConsentRow.id) == given)
        await session.exec(later.values(withdrawn_at=world.now, ends_at=ends))
        await session.exec(update(FeedCopyRow).values(refresh_at=world.now))
    assert await jobs.renew_calendars(world.service) == 1
    assert await copies(couple) == travelling
    assert await home_at(couple, FEAST) is Home.A
    async with world.database.reading() as session:
        due = (await session.exec(select(FeedCopyRow.refresh_at))).all()
    assert max(due) <= ends  # nobody has to do anything at that moment
    world.now = ends
    assert await home_at(couple, FEAST) is Home.B
    assert await jobs.renew_calendars(world.service) == 1
    assert await copies(couple) != travelling


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_the_pages_of_both_say_the_same(
    world: World, couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    address = f"/api/families/{couple.family_id}/stays?from=2026-12-06&to=2026-12-06"
    for who in (couple.ana, couple.ben):
        browser = await visitor().sign_in_as(who)
        assert {one["home"] for one in (await browser.get(address)).json()} == {"A", "B"}
    await yes(couple, await asked(couple))
    for who in (couple.ana, couple.ben):
        browser = await visitor().sign_in_as(who)
        assert {one["home"] for one in (await browser.get(address)).json()} == {"A"}


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_whoever_answers_sees_first_which_days_the_yes_changes(
    world: World, couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    scope = consents.Scope(couple.children, ("ES",), date(2026, 12, 5), date(2026, 12, 7))
    trip_id = await asked(couple)
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ben, NOW)
        after = await consent.preview(session, family, trip_id, scope, NOW)
        seen = await trip_calendar.would_change(session, family, [after], NOW)
        short = await consent.preview(
            session, family, trip_id, replace(scope, valid_to=date(2026, 12, 6)), NOW
        )
        assert not (await trip_calendar.would_change(session, family, [short], NOW)).moved
    assert [(one.starts_at, one.ends_at, one.to_home) for one in seen.moved] == [
        (at("2026-12-06T10:00"), at("2026-12-06T18:00"), Home.A)
    ] * 2
    here = f"/f/{couple.family_id}/trips/{trip_id}/consent"
    browser = await visitor().sign_in_as(couple.ben)
    typed = {
        "children": [str(child) for child in couple.children],
        "countries": "ES",
        "valid_from": "2026-12-05",
        "valid_to": "2026-12-07",
    }
    review = (await browser.post(here, typed)).text
    assert "This would change in the calendar" in review
    assert await home_at(couple, FEAST) is Home.B


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_whoever_takes_a_yes_back_sees_first_which_days_that_changes(
    world: World, couple: Couple, visitor: Callable[[], Visitor]
) -> None:
    trip_id = await asked(couple)
    given = await yes(couple, trip_id)
    assert await home_at(couple, FEAST) is Home.A
    browser = await visitor().sign_in_as(couple.ben)
    page = (await browser.get(f"/f/{couple.family_id}/trips/{trip_id}/consents/{given}/withdraw")).text
    assert "This would change in the calendar" in page
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ben, NOW)
        said = await consent.consent_of(session, family, given, NOW)
        [then] = await consent.without(session, family, said, NOW)
        seen = await trip_calendar.would_change(session, family, [then], NOW)
    assert [(one.starts_at, one.ends_at, one.to_home) for one in seen.moved] == [
        (at("2026-12-06T10:00"), at("2026-12-06T18:00"), Home.B)
    ] * 2
    assert await home_at(couple, FEAST) is Home.A
