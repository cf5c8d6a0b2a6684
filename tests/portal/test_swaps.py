"""Swaps, first choice to care and court decisions: shown before they are sent, and nothing moves before a yes."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from mediation import families
from mediation.errand import Errand
from mediation.people import NotYours, Person, Profession
from mediation.refusals import Refused
from mediation.tables import FeedCopyRow
from mediation.usecases import assess, calendar, care_offer, feed, handover, order, swap
from mediation.usecases.swap_ground import PROTECTED
from notifications.tables import OutboxRow
from parenting_plans import store
from parenting_plans.asking import Span
from parenting_plans.calendar_levels import Level
from parenting_plans.errors import (
    AlreadyAnswered,
    ChangedMeanwhile,
    NotYourTurn,
    OrderMissing,
    SwapMissing,
    TimeToAnswerOver,
)
from parenting_plans.orders import Decision, Measure, OrderKind
from parenting_plans.swaps import MakeUp, Standing
from parenting_plans.values import ZONE, CountryStay, Home
from portal import jobs
from portal.visit import Service
from tests.reliability.test_races import at_once, refusals
from tests.security.test_secrecy import counted
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday, not later than any day on which this runs
CLOCK = SimpleNamespace(now=NOW)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def service(service: Service) -> Service:
    """Requests happen when the world's clock says."""
    return replace(service, clock=lambda: CLOCK.world.now)


@pytest.fixture(autouse=True)
def clock(world: World) -> None:
    world.now = NOW
    CLOCK.world = world


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


async def seasoned(world: World, **clauses: Any) -> Couple:
    """Ana and Ben, whose plan has counted for three weeks."""
    world.now = NOW - timedelta(days=21)
    couple = await world.couple()
    await couple.answer_questions()
    await couple.sealed_plan(**clauses)
    world.now = NOW
    return couple


async def home_at(couple: Couple, moment: str, child: int = 0) -> Home:
    async with couple.world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, couple.world.now)
        day = at(moment).date()
        stays = await calendar.stays(session, family, day - DAY, day + DAY, couple.world.now)
    return next(
        one.home
        for one in stays
        if one.child == couple.children[child] and one.starts_at <= at(moment) < one.ends_at
    )


async def wanted(
    couple: Couple, begins: str = "2026-11-25T13:00", ends: str = "2026-11-27T09:00", **said: Any
) -> swap.Wanted:
    """The children go for that time to whom the plan does not give it."""
    whole: dict[str, Any] = {
        "children": couple.children,
        "home": (await home_at(couple, begins)).other,
        "span": Span(at(begins), at(ends)),
    }
    return swap.Wanted(**{**whole, **said})


async def ask(couple: Couple, by: Person, *times: str, **said: Any) -> UUID:
    asked = await wanted(couple, *times, **said)
    return UUID(str(await couple.world.run(by, swap.ask, couple.family_id, asked)))


async def card(couple: Couple, who: Person, swap_id: UUID) -> swap.Card:
    async with couple.world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, who, couple.world.now)
        return await swap.card(session, family, swap_id, couple.world.now)


async def accept(couple: Couple, by: Person, swap_id: UUID) -> None:
    shown = (await card(couple, by, swap_id)).effect
    assert shown is not None
    await couple.world.run(by, swap.accept, couple.family_id, swap_id, shown.shown)


async def copies(couple: Couple) -> dict[str, tuple[str, bytes]]:
    async with couple.world.database.reading() as session:
        rows = (
            await session.exec(select(FeedCopyRow).where(FeedCopyRow.family_id == couple.family_id))
        ).all()
    return {row.home: (row.etag, bytes(row.body)) for row in rows}


async def told(world: World, who: Person) -> int:
    async with world.database.reading() as session:
        rows = select(OutboxRow).where(col(OutboxRow.kind) == "swap", OutboxRow.to_id == who.id)
        return len((await session.exec(rows)).all())


async def test_a_swap_is_shown_then_asked_then_accepted_and_only_then_everything_moves(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    here = f"/f/{couple.family_id}/swaps"
    ana, ben = await visitor().sign_in_as(couple.ana), await visitor().sign_in_as(couple.ben)
    await world.run(couple.ben, feed.create, couple.family_id, "phone")
    asked = await wanted(couple)
    typed = {
        "children": [str(child) for child in couple.children],
        "home": asked.home.value,
        "starts_at": "2026-11-25T13:00",
        "ends_at": "2026-11-27T09:00",
        "make_up": "none",
    }
    pages = (here, f"/f/{couple.family_id}/today", f"/f/{couple.family_id}/calendar?month=2026-11")
    before = [(await ben.get(path)).text for path in pages]
    feeds = await copies(couple)

    review = await ana.post(f"{here}/review", typed)
    assert review.status_code == 200
    for line in ("2 nights", "Wed 25 Nov", "No answer means no: nothing changes.", "Before you send it"):
        assert line in review.text, line
    assert [(await ben.get(path)).text for path in pages] == before  # a draft leaves no trace
    again = await ana.post(f"{here}/review", {**typed, "step": "edit"})
    assert 'value="2026-11-25T13:00"' in again.text

    sent = await ana.post(f"{here}/ask", typed)
    one = sent.headers["location"].split("?")[0]
    assert "Waits for an answer" in (await ana.get(one)).text
    page = (await ben.get(one)).text
    assert "No answer means no: nothing changes." in page
    assert one in (await ben.get(pages[1])).text  # waits on the start page
    assert (await ben.get(pages[2])).text == before[2]
    assert await copies(couple) == feeds
    assert await home_at(couple, "2026-11-26T12:00") is not asked.home

    shown = page.split('name="shown" value="')[1].split('"')[0]
    answer = await ben.post(f"{one}/accept", {"shown": shown})
    assert answer.headers["location"] == f"{one}?done=accepted"
    assert await home_at(couple, "2026-11-26T12:00") is asked.home
    listed = (await ben.get(f"{pages[2]}&view=list")).text
    assert "Swapped" in listed
    assert one in listed
    assert await copies(couple) != feeds
    moved = await ben.json("GET", f"/api/families/{couple.family_id}/handovers?from=2026-11-24&to=2026-11-28")
    assert [row["at"][:16] for row in moved.json()][:2] == ["2026-11-25T13:00"] * 2
    nights = await ben.json("GET", f"/api/families/{couple.family_id}/nights?from=2026-11-26&to=2026-11-26")
    why = nights.json()[0]["because"]
    assert (why["layer"], why["clause"], why["agreed"]) == ("swap", "D05", one.rsplit("/", 1)[1])
    assert (await told(world, couple.ana), await told(world, couple.ben)) == (1, 2)


async def test_everything_wrong_is_told_at_once_and_what_was_typed_stays(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    here = f"/f/{couple.family_id}/swaps"
    ana = await visitor().sign_in_as(couple.ana)
    for place in ("review", "ask"):
        page = await ana.post(
            f"{here}/{place}",
            {"home": "A", "starts_at": "2027-03-28T02:30", "ends_at": "2027-03-27T10:00", "make_up": "none"},
        )
        assert page.status_code == 400
        assert "Choose at least one child." in page.text
        assert "the clock can change" in page.text
        assert 'value="2027-03-28T02:30"' in page.text
    async with world.database.reading() as session:
        assert await store.swaps_of(session, couple.family_id) == ()


@pytest.mark.parametrize("case", ["no plan", "before the plan", "nothing changes", "too far"])
async def test_a_swap_needs_days_that_it_can_move(world: World, case: str) -> None:
    couple = await world.couple() if case == "no plan" else await seasoned(world)
    if case == "before the plan":
        couple = await world.couple("Eva", "Tom")
        await couple.answer_questions()
        await couple.sealed_plan(start=date(2027, 6, 1))
    times = (
        ("2029-03-03T13:00", "2029-03-05T09:00")
        if case == "too far"
        else ("2026-11-25T13:00", "2026-11-27T09:00")
    )
    begins, ends = (datetime.fromisoformat(text).replace(tzinfo=ZONE) for text in times)
    home = await home_at(couple, "2026-11-25T13:00") if case == "nothing changes" else Home.A
    asked = swap.Wanted(couple.children, home, Span(begins, ends))
    with pytest.raises(Refused):
        await world.run(couple.ana, swap.ask, couple.family_id, asked)


async def test_a_hundred_questions_change_no_byte_of_the_other_parents_calendar(world: World) -> None:
    couple = await seasoned(world)
    for who in (couple.ana, couple.ben):
        await world.run(who, feed.create, couple.family_id, "phone")
    before, sent = await copies(couple), 0
    for number in range(100):
        begins = at("2026-12-24T08:00") + number * DAY
        home = (await home_at_moment(couple, begins)).other
        asked = swap.Wanted(couple.children, home, Span(begins, begins + 3 * HOUR))
        try:
            made = await world.run(couple.ana, swap.ask, couple.family_id, asked)
        except Refused:
            continue
        sent += 1
        if sent % 5 == 0:
            await world.run(couple.ana, swap.withdraw, couple.family_id, made)
    assert sent == 5  # four wait; the one that was taken back counts for a day
    assert await copies(couple) == before
    assert await told(world, couple.ben) == 6
    world.now += DAY
    begins = at("2027-01-24T08:00")
    home = (await home_at_moment(couple, begins)).other
    later = swap.Wanted(couple.children, home, Span(begins, begins + 3 * HOUR))
    assert await world.run(couple.ana, swap.ask, couple.family_id, later)


async def home_at_moment(couple: Couple, moment: datetime) -> Home:
    return await home_at(couple, f"{moment:%Y-%m-%dT%H:%M}")


async def test_silence_and_a_no_change_nothing_and_the_same_time_cannot_be_asked_again_soon(
    world: World,
) -> None:
    couple = await seasoned(world)
    first = await ask(couple, couple.ana)
    with pytest.raises(Refused) as twice:
        await ask(couple, couple.ana, "2026-11-26T13:00", "2026-11-26T17:00")
    assert "already" in twice.value.problems[0].text
    with pytest.raises(NotYourTurn):
        await world.run(couple.ana, swap.refuse, couple.family_id, first)
    await world.run(couple.ben, swap.refuse, couple.family_id, first)
    with pytest.raises(Refused) as blocked:
        await ask(couple, couple.ana)
    assert blocked.value.problems[0].values == {"day": "08/12/2026"}
    second = await ask(couple, couple.ana, "2026-12-01T13:00", "2026-12-01T17:00")
    world.now = at("2026-11-28T00:00").astimezone(UTC)
    assert (await card(couple, couple.ben, second)).standing is Standing.EXPIRED
    with pytest.raises(TimeToAnswerOver):
        await world.run(couple.ben, swap.accept, couple.family_id, second, "")
    assert await home_at(couple, "2026-11-26T12:00") is await home_at(couple, "2026-11-26T20:00")


async def test_a_counter_waits_for_the_first_parent_and_can_be_accepted(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    first = await ask(couple, couple.ana)
    ben = await visitor().sign_in_as(couple.ben)
    page = await ben.get(f"/f/{couple.family_id}/swaps/ask?counters={first}")
    assert 'value="2026-11-25T13:00"' in page.text
    other = await wanted(couple, "2026-11-25T13:00", "2026-11-26T09:00")
    second = await world.run(couple.ben, swap.ask, couple.family_id, other, first)
    assert (await card(couple, couple.ana, first)).standing is Standing.COUNTERED
    with pytest.raises(Refused) as no:  # something else instead is a no
        await ask(couple, couple.ana)
    assert "has said no to this time" in no.value.problems[0].text
    with pytest.raises(AlreadyAnswered):
        await world.run(couple.ben, swap.accept, couple.family_id, first, "")
    await accept(couple, couple.ana, second)
    assert await home_at(couple, "2026-11-26T08:00") is other.home
    assert await home_at(couple, "2026-11-26T10:00") is not other.home


async def test_after_a_no_the_same_time_does_not_come_back_as_other_days_in_an_answer(world: World) -> None:
    couple = await seasoned(world)
    first = await ask(couple, couple.ana)
    await world.run(couple.ben, swap.refuse, couple.family_id, first)
    question = await ask(couple, couple.ben, "2026-12-01T13:00", "2026-12-01T17:00")
    again = await wanted(couple)
    with pytest.raises(Refused) as no:
        await world.run(couple.ana, swap.ask, couple.family_id, again, question)
    assert "has said no to this time" in no.value.problems[0].text
    # What Ben asks about himself may be spoken of; what he then says no to may not come back either.
    mine = await wanted(couple, "2026-12-01T14:00", "2026-12-01T16:00")
    second = UUID(str(await world.run(couple.ana, swap.ask, couple.family_id, mine, question)))
    third = await world.run(couple.ben, swap.ask, couple.family_id, again, second)
    with pytest.raises(Refused):
        await world.run(couple.ana, swap.ask, couple.family_id, mine, third)
    assert await world.run(couple.ana, swap.ask, couple.family_id, again, third)


async def test_a_yes_takes_the_same_work_whatever_devices_the_other_parent_has(world: World) -> None:
    couple = await seasoned(world)
    works = []
    for devices, times in (
        (0, ("2026-11-25T13:00", "2026-11-27T09:00")),
        (3, ("2026-12-09T13:00", "2026-12-11T09:00")),
    ):
        for one in range(devices):
            wish = feed.Wish(Level.FULL)
            await world.run(couple.ana, feed.create, couple.family_id, f"Phone {one}", wish=wish)
        world.now += HOUR
        asked = await ask(couple, couple.ana, *times)
        with counted(world) as statements:
            await accept(couple, couple.ben, asked)
        works.append([one for one in statements if "feed" in one])
    assert works[0] == works[1]


async def test_a_decision_noted_while_a_calendar_is_drawn_still_reaches_the_devices(
    world: World, dialect: str
) -> None:
    couple = await seasoned(world)
    _nora, otto, _kim = await world.centre()
    world.now = datetime.now(UTC)  # the worker's clock
    day = world.now.astimezone(ZONE).date()
    said = {"decided_on": day, "starts_at": at(f"{day + 2 * DAY}T18:00"), "ends_at": None}
    await noted(couple, otto, Home.A, **said)
    drawing = None
    async with world.database.writing() as session:
        errand = Errand(session, otto, world.now, world.keys)
        newer = decision(couple, Home.B, reference="27/200/A", **said)
        await order.record(errand, couple.family_id, newer, given=True)
        drawing = asyncio.create_task(jobs.renew_calendars(world.service))
        await asyncio.sleep(0.3)  # it reads what stands, and waits where it must
    await drawing
    await jobs.renew_calendars(world.service)
    kept = await copies(couple)
    async with world.database.writing() as session:
        await calendar.renew(session, world.keys.links, couple.family_id, world.now, devices=True)
    assert await copies(couple) == kept, dialect


async def test_make_up_time_travels_along_or_stays_an_open_line_that_both_see(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    first = await ask(couple, couple.ana, make_up=MakeUp.LATER)
    await accept(couple, couple.ben, first)
    browsers = [await visitor().sign_in_as(who) for who in (couple.ana, couple.ben)]
    for one in browsers:
        assert "Make-up time still to be agreed" in (await one.get(f"/f/{couple.family_id}/swaps")).text
    begins = "2026-12-01T13:00"
    made = await ask(couple, couple.ben, begins, "2026-12-01T19:00", makes_up_for=first)
    await accept(couple, couple.ana, made)
    for one in browsers:
        assert "still to be agreed" not in (await one.get(f"/f/{couple.family_id}/swaps")).text
    with pytest.raises(Refused):
        await ask(couple, couple.ben, "2026-12-08T13:00", "2026-12-08T19:00", makes_up_for=first)
    together = await ask(
        couple,
        couple.ana,
        "2026-12-08T13:00",
        "2026-12-09T13:00",
        make_up=MakeUp.BACK,
        back=Span(at("2026-12-15T13:00"), at("2026-12-16T13:00")),
    )
    before = await home_at(couple, "2026-12-09T08:00"), await home_at(couple, "2026-12-16T08:00")
    await accept(couple, couple.ben, together)
    after = await home_at(couple, "2026-12-09T08:00"), await home_at(couple, "2026-12-16T08:00")
    assert after == (before[0].other, before[1].other)


async def test_an_accepted_swap_is_undone_by_asking(world: World, visitor: Browser) -> None:
    couple = await seasoned(world)
    first = await ask(couple, couple.ana)
    planned = await home_at(couple, "2026-11-26T12:00")
    await accept(couple, couple.ben, first)
    ben = await visitor().sign_in_as(couple.ben)
    here = f"/f/{couple.family_id}/swaps"
    assert "Ask to undo this swap" in (await ben.get(f"{here}/{first}")).text
    answer = await ben.post(f"{here}/{first}/undo")
    undo = UUID(answer.headers["location"].split("?")[0].rsplit("/", 1)[1])
    assert await home_at(couple, "2026-11-26T12:00") is planned.other
    assert "Undoing a swap" in (await ben.get(f"{here}/{undo}")).text
    await accept(couple, couple.ana, undo)
    assert await home_at(couple, "2026-11-26T12:00") is planned
    assert (await card(couple, couple.ana, first)).standing is Standing.UNDONE


async def test_accepted_and_withdrawn_at_once_is_one_of_the_two(world: World) -> None:
    couple = await seasoned(world)
    made = await ask(couple, couple.ana)
    shown = (await card(couple, couple.ben, made)).effect
    assert shown is not None
    answers = await at_once(
        world.run(couple.ben, swap.accept, couple.family_id, made, shown.shown),
        world.run(couple.ana, swap.withdraw, couple.family_id, made),
    )
    assert refusals(answers) == [AlreadyAnswered]
    found = (await card(couple, couple.ana, made)).standing
    assert found in {Standing.ACCEPTED, Standing.WITHDRAWN}


async def test_of_two_swaps_over_one_night_accepted_at_once_the_second_is_looked_at_again(
    world: World,
) -> None:
    couple = await seasoned(world)
    first = await ask(couple, couple.ana)
    second = await ask(couple, couple.ben, "2026-11-25T15:00", "2026-11-26T09:00")
    shown = [
        (await card(couple, who, one)).effect for who, one in ((couple.ben, first), (couple.ana, second))
    ]
    assert all(shown)
    answers = await at_once(
        world.run(couple.ben, swap.accept, couple.family_id, first, shown[0].shown),  # type: ignore[union-attr]
        world.run(couple.ana, swap.accept, couple.family_id, second, shown[1].shown),  # type: ignore[union-attr]
    )
    assert refusals(answers) == [ChangedMeanwhile]


async def test_only_parents_swap_and_only_in_their_family(world: World) -> None:
    couple, others = await seasoned(world), await world.couple("Eva", "Tom")
    made = await ask(couple, couple.ana)
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    nora, *_rest = await world.centre()
    for who in (mia, nora, others.ana):
        with pytest.raises(NotYours):
            await world.run(who, swap.withdraw, couple.family_id, made)
    with pytest.raises(SwapMissing):
        await world.run(others.ana, swap.withdraw, others.family_id, made)


C07 = {"enabled": "yes", "threshold": 24}


async def test_the_time_of_an_absence_is_offered_first_and_counts_after_a_yes(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world, C07=C07)
    here = f"/f/{couple.family_id}/care"
    away_home = await home_at(couple, "2026-11-25T13:00")
    away, other = couple.parent(away_home), couple.parent(away_home.other)
    browser, reader = await visitor().sign_in_as(away), await visitor().sign_in_as(other)
    typed = {
        "children": [str(child) for child in couple.children],
        "starts_at": "2026-11-25T13:00",
        "ends_at": "2026-11-26T20:00",
    }
    before = (await reader.get(here)).text
    page = await browser.post(f"{here}/review", typed)
    assert "No answer means no: the plan stays as it is." in page.text
    assert (await reader.get(here)).text == before
    sent = await browser.post(here, typed)
    one = sent.headers["location"].split("?")[0]
    assert one in (await reader.get(f"/f/{couple.family_id}/today")).text
    shown = (await reader.get(one)).text.split('name="shown" value="')[1].split('"')[0]
    await reader.post(f"{one}/accept", {"shown": shown})
    assert await home_at(couple, "2026-11-26T12:00") is away_home.other
    listed = (await reader.get(f"/f/{couple.family_id}/calendar?month=2026-11&view=list")).text
    assert "First choice to care" in listed
    for log in (browser, reader):
        assert "Accepted" in (await log.get(here)).text


async def test_no_offer_without_the_agreement_for_a_short_time_or_when_the_children_are_not_there(
    world: World,
) -> None:
    couple, plain = await seasoned(world, C07=C07), await world.couple("Eva", "Tom")
    home = await home_at(couple, "2026-11-25T13:00")
    whole = Span(at("2026-11-25T13:00"), at("2026-11-26T20:00"))
    short = Span(at("2026-11-25T13:00"), at("2026-11-25T20:00"))
    for where, who, span in (
        (plain, plain.ana, whole),
        (couple, couple.parent(home), short),
        (couple, couple.parent(home.other), whole),
    ):
        with pytest.raises(Refused):
            await world.run(who, care_offer.offer, where.family_id, care_offer.Away(where.children, span))
    made = await world.run(
        couple.parent(home), care_offer.offer, couple.family_id, care_offer.Away(couple.children, whole)
    )
    await world.run(couple.parent(home.other), care_offer.decline, couple.family_id, made)
    assert await home_at(couple, "2026-11-26T12:00") is home


def decision(couple: Couple, home: Home, **said: Any) -> Decision:
    whole: dict[str, Any] = {
        "kind": OrderKind.PROTECTIVE,
        "measure": Measure.NO_CONTACT,
        "homes": tuple((child, home) for child in couple.children),
        "reference": "27/123/A",
        "decided_on": date(2026, 11, 20),
        "starts_at": at("2026-11-25T18:00"),
        "ends_at": at("2026-12-26T18:00"),
    }
    return Decision(**{**whole, **said})


async def noted(couple: Couple, by: Person, home: Home, **said: Any) -> UUID:
    made = decision(couple, home, **said)
    return UUID(str(await couple.world.run(by, order.record, couple.family_id, made, given=True)))


async def test_a_protective_decision_makes_a_waiting_swap_void_and_stands_over_an_accepted_one(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    nora, otto, _kim = await world.centre()
    planned = await home_at(couple, "2026-11-26T12:00")
    waits = await ask(couple, couple.ana, "2026-11-25T13:00", "2026-11-25T17:00")
    accepted = await ask(couple, couple.ana, "2026-11-26T13:00", "2026-11-27T09:00")
    await accept(couple, couple.ben, accepted)
    shown = (await card(couple, couple.ben, waits)).effect
    assert shown is not None
    await noted(couple, otto, planned)
    assert await home_at(couple, "2026-11-26T20:00") is planned
    with pytest.raises(Refused) as void:
        await world.run(couple.ben, swap.accept, couple.family_id, waits, shown.shown)
    assert void.value.problems[0].text == PROTECTED
    assert (await card(couple, couple.ben, waits)).void
    ben = await visitor().sign_in_as(couple.ben)
    page = (await ben.get(f"/f/{couple.family_id}/swaps/{waits}")).text
    assert "can no longer be accepted" in page
    assert "Yes, I accept" not in page
    with pytest.raises(Refused):
        await ask(couple, couple.ana, "2026-12-02T13:00", "2026-12-02T17:00")
    await jobs.renew_calendars(world.service)
    with pytest.raises(NotYours):
        await world.run(couple.ana, order.record, couple.family_id, decision(couple, planned), given=True)
    assert nora.profession is Profession.CENTRE_PSYCH


async def test_over_an_interim_decision_it_is_said_before_sending_that_it_stays(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    leo = await world.person("Leo", Profession.FAMILY_LAWYER)
    await couple.ask(leo)
    planned = await home_at(couple, "2026-11-26T12:00")
    await noted(
        couple,
        leo,
        planned,
        kind=OrderKind.INTERIM,
        measure=Measure.RESIDENCE,
        starts_at=at("2026-11-26T00:00"),
    )
    ana = await visitor().sign_in_as(couple.ana)
    page = await ana.post(
        f"/f/{couple.family_id}/swaps/review",
        {
            "children": [str(child) for child in couple.children],
            "home": planned.other.value,
            "starts_at": "2026-11-25T13:00",
            "ends_at": "2026-11-27T09:00",
            "make_up": "none",
        },
    )
    assert "That part stays as it is, also after a yes." in page.text
    made = await ask(couple, couple.ana)
    await accept(couple, couple.ben, made)
    assert await home_at(couple, "2026-11-25T20:00") is planned.other
    assert await home_at(couple, "2026-11-26T12:00") is planned


async def test_parents_read_that_a_decision_applies_and_never_its_number_or_who_noted_it(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    one = await noted(couple, mia, Home.A)
    _nora, otto, kim = await world.centre()
    for who in (couple.ana, couple.ben):
        browser = await visitor().sign_in_as(who)
        here = f"/f/{couple.family_id}"
        for path in (f"{here}/orders", f"{here}/calendar?month=2026-11&view=list", f"{here}/today"):
            page = (await browser.get(path)).text
            assert "27/123/A" not in page
            assert "For protection" not in page
            if path != f"{here}/today":
                assert "A court decision applies" in page or "A court decision" in page
        assert "Mia" not in (await browser.get(f"{here}/orders")).text
        for door in (f"{here}/orders/note", f"{here}/orders/{one}", f"{here}/orders/{one}/correct"):
            assert (await browser.get(door)).status_code == 404
        assert await told(world, who) == 1
    for reader in (mia, otto, kim):
        browser = await visitor().sign_in_as(reader)
        assert "27/123/A" in (await browser.get(f"/f/{couple.family_id}/orders")).text
    async with world.database.reading() as session:  # shared with Mia, not with the psychologist
        family = await families.open_for(session, couple.family_id, _nora, world.now)
        assert (await order.desk(session, family)).details == ()
        with pytest.raises(NotYours):
            await order.one(session, family, one)


async def test_a_decision_is_corrected_in_a_new_row_and_ended_and_the_history_stays(
    world: World, visitor: Browser
) -> None:
    couple = await seasoned(world)
    _nora, otto, kim = await world.centre()
    planned = await home_at(couple, "2026-11-26T12:00")
    one = await noted(couple, otto, planned.other)
    assert await home_at(couple, "2026-11-26T12:00") is planned.other
    browser = await visitor().sign_in_as(otto)
    here = f"/f/{couple.family_id}/orders/{one}"
    assert 'value="27/123/A"' in (await browser.get(f"{here}/correct")).text
    typed = {
        "kind": "protective",
        "measure": "no_contact",
        **{f"home_{child}": planned.value for child in couple.children},
        "reference": "27/124/A",
        "decided_on": "2026-11-20",
        "starts_at": "2026-11-25T18:00",
        "ends_at": "",
        "number": "1",
    }
    review = await browser.post(f"{here}/review", typed)
    assert "Before you note it" in review.text
    assert (await browser.post(f"{here}/correct", typed)).status_code == 303
    assert await home_at(couple, "2026-11-26T12:00") is planned
    assert (await browser.post(f"{here}/correct", typed)).status_code == 409  # another row by now
    page = (await browser.get(here)).text
    assert "27/123/A" in page
    assert "27/124/A" in page
    answers = await at_once(
        world.run(otto, order.end, couple.family_id, one, 2, at("2026-11-26T06:00")),
        world.run(kim, order.correct, couple.family_id, one, 2, decision(couple, planned.other)),
    )
    assert refusals(answers) == [ChangedMeanwhile]
    with pytest.raises(Refused):
        await world.run(otto, order.record, couple.family_id, decision(couple, planned), given=False)
    others = await world.couple("Eva", "Tom")
    with pytest.raises(OrderMissing):
        await world.run(otto, order.end, others.family_id, one, 2, at("2026-11-26T06:00"))


async def test_a_newer_decision_stays_over_an_older_one_that_is_corrected_or_noted_after_it(
    world: World,
) -> None:
    couple = await seasoned(world)
    _nora, otto, _kim = await world.centre()
    newer = {"decided_on": date(2026, 11, 20), "starts_at": at("2026-11-21T08:00"), "ends_at": None}
    older = {"decided_on": date(2026, 11, 1), "starts_at": at("2026-11-02T08:00"), "ends_at": None}
    first = await noted(couple, otto, Home.A, **older)
    world.now += DAY
    await noted(couple, otto, Home.B, **newer)
    world.now += DAY
    right = decision(couple, Home.A, reference="27/124/A", **older)
    await world.run(otto, order.correct, couple.family_id, first, 1, right)
    assert await home_at(couple, "2026-12-01T12:00") is Home.B
    await noted(couple, otto, Home.A, reference="27/100/A", **older)
    assert await home_at(couple, "2026-12-01T12:00") is Home.B
    assert await home_at(couple, "2026-11-10T12:00") is Home.A


async def test_a_decision_is_noted_over_its_page(world: World, visitor: Browser) -> None:
    couple = await seasoned(world)
    leo = await world.person("Leo", Profession.FAMILY_LAWYER)
    await couple.ask(leo)
    browser, here = await visitor().sign_in_as(leo), f"/f/{couple.family_id}/orders"
    planned = await home_at(couple, "2026-12-02T12:00")
    typed = {
        "kind": "interim",
        "measure": "residence",
        f"home_{couple.children[0]}": planned.other.value,
        f"home_{couple.children[1]}": "",
        "reference": "27/9",
        "decided_on": "2026-11-20",
        "starts_at": "2026-11-30T18:00",
        "ends_at": "2026-12-04T18:00",
    }
    assert (await browser.get(f"{here}/note")).status_code == 200
    wrong = await browser.post(f"{here}/review", {**typed, "reference": "he said so"})
    assert wrong.status_code == 400
    assert 'value="he said so"' in wrong.text
    assert "Before you note it" in (await browser.post(f"{here}/review", typed)).text
    assert (await browser.post(f"{here}/note", typed)).status_code == 400  # the document was not given
    assert (await browser.post(f"{here}/note", {**typed, "given": "on"})).status_code == 303
    assert await home_at(couple, "2026-12-02T12:00", child=0) is planned.other
    assert await home_at(couple, "2026-12-02T12:00", child=1) is planned


async def test_warning_signs_and_handovers_to_note_follow_what_was_swapped(world: World) -> None:
    couple = await seasoned(world)
    trip_at = at("2026-11-27T06:00")
    await couple.trip(
        couple.ben, depart_at=trip_at, return_at=trip_at + 2 * DAY, stays=(CountryStay("ES", 2),)
    )

    async def periods() -> set[tuple[str, datetime]]:
        async with world.database.reading() as session:
            known = await assess.gather(session, couple.family_id, world.now)
        return {(one.parent.value, one.starts_at) for one in known.custody_periods}

    before = await periods()
    made = await ask(couple, couple.ana)
    assert await periods() == before
    await accept(couple, couple.ben, made)
    assert (
        "A" if (await card(couple, couple.ben, made)).swap.wish.home is Home.A else "B",
        at("2026-11-25T13:00"),
    ) in (await periods())
    world.now = at("2026-11-28T10:00").astimezone(UTC)
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, world.now)
        open_ones = {one.at for one in await handover.to_note(session, family, world.now)}
    assert {at("2026-11-25T13:00"), at("2026-11-27T09:00")} <= open_ones
