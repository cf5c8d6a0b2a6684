"""School calendars that people can see and mend: what would change is shown first, history stays, feeds follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from sqlmodel import select

from mediation import families, journal
from mediation.people import NotYours, Person, Profession
from mediation.tables import FeedCopyRow, PersonRow
from mediation.usecases import calendar, feed, order, school_calendar, school_days
from mediation.usecases.school_calendar import Dates, Effect
from parenting_plans import store
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.orders import Decision, Measure, OrderKind
from parenting_plans.siblings import Span
from parenting_plans.values import ZONE, Community, Home
from portal import jobs, sign_in
from portal.visit import Service
from tests.bench.statements import counted
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)  # a Monday, not later than any day on which this runs
CLOCK = SimpleNamespace(now=NOW)
CHRISTMAS = (Community.FRENCH, 2026, "christmas")  # ships as 21 December to 3 January
HERE = "/school-calendars/FR/2026/christmas"
EARLIER = Dates(date(2026, 12, 14), date(2026, 12, 27), "Circular 9876", "high")
TYPED = {
    "number": "0",
    "first": "2026-12-14",
    "last": "2026-12-27",
    "source": "Circular 9876",
    "confidence": "high",
}


@pytest.fixture
def service(service: Service) -> Service:
    """Requests happen when the world's clock says."""
    return replace(service, clock=lambda: CLOCK.world.now)


@pytest.fixture(autouse=True)
def clock(world: World) -> None:
    world.now = NOW
    CLOCK.world = world


@pytest.fixture
async def kim(world: World) -> Person:
    return await world.person("Kim", Profession.CENTRE_COORDINATOR)


@pytest.fixture
async def couple(world: World) -> Couple:
    """Lou goes to a Flemish school, Mio to a French one; they share Christmas in halves."""
    couple = await world.couple()
    await couple.sealed_plan()
    return couple


async def mios_nights(couple: Couple) -> list[Home]:
    async with couple.world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ana, NOW)
        found = await calendar.days(session, family, date(2026, 12, 7), date(2027, 1, 10), NOW)
    return [night.home for day in found for night in day.nights if night.child.id == couple.children[1]]


async def looked(world: World, who: Person, dates: Dates | None = EARLIER) -> Effect:
    async with world.database.reading() as session:
        return await school_calendar.preview(session, who, CHRISTMAS, dates, NOW)


async def test_a_date_is_mended_after_its_effect_was_shown(
    world: World, couple: Couple, kim: Person, visitor: Browser
) -> None:
    browser = await visitor().sign_in_as(kim)
    listed = await browser.get("/school-calendars?year=2026")
    assert HERE in listed.text
    assert "Likely: not confirmed" in listed.text
    before = await mios_nights(couple)

    review = await browser.post(f"{HERE}/review", TYPED)
    assert "1 family, 1 child, " in review.text
    assert not any(name in review.text for name in ("Mio", "Lou", "Ana", "Ben"))
    assert await mios_nights(couple) == before
    shown = await looked(world, kim)

    kept = await browser.follow(await browser.post(HERE, TYPED))
    assert "Circular 9876" in kept.text
    assert "Noted" in kept.text
    after = await mios_nights(couple)
    within = [night for night in range(len(after)) if after[night] is not before[night]]
    assert len(within) == shown.nights > 0
    days = {date(2026, 12, 7) + timedelta(days=night) for night in within}
    assert all(any(first <= day <= last for first, last in shown.runs) for day in days)

    back = await browser.post(f"{HERE}/review", {"number": "1", "do": "withdraw"})
    assert "1 family, 1 child, " in back.text
    await browser.post(HERE, {"number": "1", "do": "withdraw"})
    assert await mios_nights(couple) == before
    async with world.database.reading() as session:
        rows = await store.school_dates(session)
        entries = await journal.entries(session, "centre")
    assert [(row.number, row.withdrawn, row.noted_by) for row in rows] == [
        (1, False, kim.id),
        (2, True, kim.id),
    ]
    told = [one for one in entries if one.action.startswith("school_dates.")]
    assert [one.action for one in told] == ["school_dates.noted", "school_dates.withdrawn"]
    assert told[0].facts["first"] == "2026-12-14"


async def test_the_worker_draws_the_feeds_again(world: World, couple: Couple, kim: Person) -> None:
    await world.run(couple.ana, feed.create, couple.family_id, "My phone")

    async def bodies() -> list[bytes]:
        async with world.database.reading() as session:
            found = await session.exec(select(FeedCopyRow).order_by(FeedCopyRow.home))
            return [row.body for row in found.all()]

    before = await bodies()
    await world.run(kim, school_calendar.note, CHRISTMAS, EARLIER, 0)
    assert await bodies() == before
    assert await jobs.renew_calendars(world.service) == 1
    assert all(old != new for old, new in zip(before, await bodies(), strict=True))


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_a_court_decided_stays_as_it_is(world: World, couple: Couple, kim: Person) -> None:
    whole = await looked(world, kim)
    decision = Decision(
        kind=OrderKind.INTERIM,
        measure=Measure.RESIDENCE,
        homes=tuple((child, Home.A) for child in couple.children),
        reference="27/1/A",
        decided_on=NOW.date(),
        starts_at=datetime(2026, 12, 1, 18, tzinfo=ZONE),
        ends_at=datetime(2027, 6, 1, 18, tzinfo=ZONE),
    )
    await world.run(kim, order.record, couple.family_id, decision, given=True)
    assert whole.nights > 0
    assert await looked(world, kim) == Effect(0, 0, 0, ())


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_day_off_moves_no_night_and_a_past_one_neither(
    world: World, couple: Couple, kim: Person
) -> None:
    place = (Community.FRENCH, 2026, "Armistice Day")
    async with world.database.reading() as session:
        day = Dates(date(2026, 11, 12), date(2026, 11, 12), "School", "low")
        assert (await school_calendar.preview(session, kim, place, day, NOW)).nights == 0
    world.now = datetime(2028, 1, 1, 10, tzinfo=UTC)
    async with world.database.reading() as session:
        gone = await school_calendar.preview(session, kim, CHRISTMAS, EARLIER, world.now)
    assert gone.nights == 0


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_who_saw_an_older_row_is_told(world: World, kim: Person, visitor: Browser) -> None:
    await world.run(kim, school_calendar.note, CHRISTMAS, EARLIER, 0)
    with pytest.raises(ChangedMeanwhile):
        await world.run(kim, school_calendar.note, CHRISTMAS, replace(EARLIER, source="Another"), 0)
    with pytest.raises(NotYours):  # there is nothing of ours to withdraw
        await world.run(kim, school_calendar.withdraw, (Community.FRENCH, 2026, "easter"), 0)
    browser = await visitor().sign_in_as(kim)
    assert (await browser.post(HERE, TYPED)).status_code == 409


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_slips_are_all_shown_and_what_was_typed_stays(kim: Person, visitor: Browser) -> None:
    browser = await visitor().sign_in_as(kim)
    wrong = {**TYPED, "last": "2026-12-01", "source": "Circular & Co"}
    for path in (f"{HERE}/review", HERE):
        page = await browser.post(path, wrong)
        assert "Choose an end after the start." in page.text
        assert "Circular &amp; Co" in page.text
    same = {**TYPED, "number": "1"}
    await browser.post(HERE, TYPED)
    assert "the same as before" in (await browser.post(f"{HERE}/review", same)).text
    assert "Circular 9876" in (await browser.post(f"{HERE}/review", {**TYPED, "step": "edit"})).text


async def test_anyone_signed_in_reads_the_dates_over_json(couple: Couple, visitor: Browser) -> None:
    ben = await visitor().sign_in_as(couple.ben)
    api = "/api/school-calendars"
    now = (await ben.json("GET", api)).json()
    assert now == (await ben.json("GET", f"{api}?year=2026")).json()
    assert [one["community"] for one in now] == [one.value for one in Community]
    french = next(one for one in now if one["community"] == "FR")
    christmas = next(one for one in french["holidays"] if one["holiday"] == "christmas")
    assert (christmas["first"], christmas["last"], christmas["noted"]) == ("2026-12-21", "2027-01-03", False)
    for odd in ("1900", "9999"):
        assert (await ben.json("GET", f"{api}?year={odd}")).status_code == 404
    assert (await ben.json("GET", f"{api}/FR/2026/christmas")).status_code == 404  # its history is for staff
    assert (await visitor().json("GET", api)).status_code == 401


async def test_a_date_is_mended_over_json(
    world: World, couple: Couple, kim: Person, visitor: Browser
) -> None:
    staff = await visitor().sign_in_as(kim)
    here, before = f"/api{HERE}", await mios_nights(couple)
    typed = {name: value for name, value in TYPED.items() if name != "number"}
    effect = (await staff.json("POST", f"{here}/preview", typed)).json()
    seen = await looked(world, kim)
    assert (effect["families"], effect["children"], effect["nights"]) == (1, 1, seen.nights)
    assert await mios_nights(couple) == before
    assert (await staff.json("PUT", here, {**typed, "number": 0})).status_code == 204
    assert await mios_nights(couple) != before
    assert (await staff.json("PUT", here, {**typed, "number": 0})).status_code == 409  # somebody was first
    found = (await staff.json("GET", here)).json()
    assert (found["number"], found["now"]["first"], found["now"]["noted"]) == (1, "2026-12-14", True)
    assert [(row["number"], row["withdrawn"]) for row in found["rows"]] == [(1, False)]
    slip = {**typed, "first": "2027-12-14", "number": 1}
    assert (await staff.json("PUT", here, slip)).status_code == 422
    assert (await staff.json("POST", f"{here}/withdrawal", {"number": 1})).status_code == 204
    assert await mios_nights(couple) == before
    assert (await staff.json("POST", f"{here}/withdrawal", {"number": 2})).status_code == 404
    assert (await staff.json("PUT", here, {**typed, "number": 2, "all": True})).status_code == 400


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize(
    "path",
    [
        "/school-calendars?year=1999",
        "/school-calendars/XX/2026/christmas",
        "/school-calendars/FR/2026/birthday",
        "/school-calendars/FR/1999/christmas",
    ],
)
async def test_what_is_not_there_is_not_found(kim: Person, visitor: Browser, path: str) -> None:
    browser = await visitor().sign_in_as(kim)
    assert (await browser.get(path)).status_code == 404


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_the_pages_cost_the_same_with_many_rows(
    world: World, couple: Couple, kim: Person, visitor: Browser
) -> None:
    ana, staff = await visitor().sign_in_as(couple.ana), await visitor().sign_in_as(kim)

    async def cost() -> list[int]:
        found = []
        for who, path in ((ana, f"/f/{couple.family_id}/calendar"), (staff, "/school-calendars")):
            await who.get(path)
            with counted(world.database) as asked:
                await who.get(path)
            found.append(len(asked))
        return found

    few = await cost()
    for number in range(12):
        dates = replace(EARLIER, source=f"Circular {number}")
        await world.run(kim, school_calendar.note, CHRISTMAS, dates, number)
    assert await cost() == few


async def test_parents_see_their_childrens_holidays_and_when_both_are_off(
    world: World, couple: Couple, kim: Person, visitor: Browser
) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    page = (await ana.get(f"/f/{couple.family_id}/calendar/school")).text
    for said in (
        "School year 2026-2027",
        "School year 2027-2028",
        "Flemish Community: Lou",
        "French Community: Mio",
        "Shared: two halves",
        "As in ordinary weeks",
        "Not sure: worked out from earlier years",
        "Known for every year, by a fixed rule.",
        "When all children are off together",
    ):
        assert said in page
    assert "Circular 9876" not in page
    await world.run(kim, school_calendar.note, CHRISTMAS, EARLIER, 0)
    mended = (await ana.get(f"/f/{couple.family_id}/calendar/school")).text
    assert "Christmas holiday: Circular 9876" in mended


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_siblings_share_follows_the_dates_as_they_stand(
    world: World, couple: Couple, kim: Person
) -> None:
    async def first_year() -> school_days.SchoolYear:
        async with world.database.reading() as session:
            family = await families.open_for(session, couple.family_id, couple.ana, NOW)
            return (await school_days.school_years(session, family, NOW))[0]

    before = await first_year()
    assert [one.community for one in before.calendars] == [Community.FLEMISH, Community.FRENCH]
    assert Span(date(2026, 12, 21), date(2027, 1, 3)) in before.together
    await world.run(kim, school_calendar.note, CHRISTMAS, EARLIER, 0)
    after = await first_year()
    assert Span(date(2026, 12, 21), date(2026, 12, 27)) in after.together
    assert after.weekdays == before.weekdays - 5


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_is_not_known_is_said(world: World, couple: Couple, visitor: Browser) -> None:
    world.now = datetime(2028, 9, 4, 10, tzinfo=UTC)  # no French dates ship for this year
    ana = visitor()
    async with world.database.writing() as session:
        row = await session.get(PersonRow, couple.ana.id)
        assert row is not None
        token = await sign_in.start(session, row, world.now)
    ana.client.cookies.set(world.service.session_cookie, token, domain="127.0.0.1")
    page = (await ana.get(f"/f/{couple.family_id}/calendar/school")).text
    assert "Not known yet:" in page
    assert "Until these dates are known, those days count as ordinary weeks." in page
    assert "No common day off is known for this school year." in page
