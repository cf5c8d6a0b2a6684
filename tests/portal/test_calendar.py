"""The calendar a family sees: in whose home each child sleeps and why, in months that are hard."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from mediation.families import ChildInFamily
from mediation.people import Profession
from mediation.sessions import Kind, Wish
from mediation.usecases import calendar_days, intake, plan, session
from parenting_plans import plan as plans
from parenting_plans.laid import PLAIN
from parenting_plans.values import ZONE, Community, Draft, Home, InForce, Layer, Split
from portal.demo import sample_plan
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
START = datetime(2026, 9, 4, 18, 0, tzinfo=ZONE)  # a Friday
LOU = ChildInFamily(uuid4(), "Lou", date(2019, 5, 14), Community.FLEMISH)
MIO = ChildInFamily(uuid4(), "Mio", date(2021, 9, 2), Community.FRENCH)
CELL = re.compile(r"<td class=\"([^\"]*)\".*?</td>", re.DOTALL)


def versions() -> tuple[InForce, ...]:
    """Week about from the first Friday of September 2026; Christmas in halves."""
    agreed = sample_plan((LOU.id, MIO.id), date(2026, 8, 31))
    return (InForce(uuid4(), plans.terms_of(agreed), START),)


YEAR_CELL = re.compile(r"<td class=\"(home-[^\"]*)\"")


def shown_text(html: str) -> str:
    """A page's words, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def shown(html: str) -> list[str]:
    """Each day of the month's grid as plain words."""
    return [" ".join(re.sub(r"<[^>]+>", " ", found.group(0)).split()) for found in CELL.finditer(html)]


@pytest.mark.parametrize("month", [(2026, 10), (2027, 3), (2026, 12), (2027, 1), (2028, 2)])
def test_every_night_of_a_hard_month_has_one_home_and_a_reason(month: tuple[int, int]) -> None:
    first = date(*month, 1)
    days = calendar_days.days(versions(), (LOU, MIO), first, 31, PLAIN)
    assert [day.date for day in days] == [first + timedelta(days=n) for n in range(31)]
    assert all([night.child for night in day.nights] == [LOU, MIO] for day in days)
    assert all(night.reason.clause for day in days for night in day.nights)


def test_handovers_stay_at_six_when_the_clock_changes() -> None:
    for month, changes in ((date(2026, 10, 1), 5), (date(2027, 3, 1), 4)):
        days = calendar_days.days(versions(), (LOU,), month, 31, PLAIN)
        found = [(day.date, one.at.astimezone(ZONE)) for day in days for one in day.handovers]
        assert len(found) == changes
        assert {(at.hour, at.minute) for _day, at in found} == {(18, 0)}
        assert all(at.date() == day for day, at in found)


def test_a_shared_holiday_says_which_part_a_night_belongs_to() -> None:
    days = calendar_days.days(versions(), (LOU,), date(2026, 12, 17), 18, PLAIN)
    reasons = {day.date: day.nights[0].reason for day in days}
    assert reasons[date(2026, 12, 17)].layer is Layer.REGULAR
    for day, part in (
        (date(2026, 12, 18), 1),
        (date(2026, 12, 25), 1),
        (date(2026, 12, 26), 2),
        (date(2027, 1, 2), 2),
    ):
        reason = reasons[day]
        assert (reason.layer, reason.clause, reason.holiday) == (Layer.SCHOOL_HOLIDAY, "E03", "christmas")
        assert (reason.split, reason.part, reason.of) == (Split.HALVES, part, 2)
    assert reasons[date(2027, 1, 3)].layer is Layer.REGULAR
    first, second = days[1].nights[0].home, days[9].nights[0].home
    assert first is second.other


def test_nothing_is_shown_before_the_first_plan() -> None:
    days = calendar_days.days(versions(), (LOU,), date(2026, 9, 1), 6, PLAIN)
    assert [bool(day.nights) for day in days] == [False, False, False, True, True, True]
    assert calendar_days.days((), (LOU,), date(2026, 9, 1), 3, PLAIN)[0].nights == ()


def test_a_draft_takes_over_from_its_first_day_and_an_unsound_one_shows_nothing() -> None:
    sealed = versions()
    agreed = sample_plan((LOU.id, MIO.id), date(2027, 1, 4))
    draft = Draft(uuid4(), Home.A, agreed, date(2027, 1, 4), datetime(2026, 12, 1, tzinfo=UTC))
    tried = calendar_days.with_draft(sealed, draft, date(2026, 12, 1), ())
    assert tried is not None
    assert [one.version_id for one in tried] == [sealed[0].version_id, calendar_days.DRAFT]
    unsound = Draft(uuid4(), Home.A, {**agreed, "C02": {}}, None, datetime(2026, 12, 1, tzinfo=UTC))
    assert calendar_days.with_draft(sealed, unsound, date(2026, 12, 1), ()) is None


def test_what_no_published_calendar_covers_is_said() -> None:
    far = date(2031, 3, 1), date(2031, 3, 31)
    assert calendar_days.unknown_days((Community.FLEMISH,), *far) == ()
    [gap] = calendar_days.unknown_days((Community.FLEMISH, Community.GERMAN), *far)
    assert (gap.community, gap.first, gap.last) == (Community.GERMAN, *far)


@pytest.fixture
async def couple(world: World) -> Couple:
    """Ana and Ben, whose plan was signed in September 2026."""
    world.now = datetime(2026, 9, 4, 8, 0, tzinfo=UTC)
    couple = await world.couple()
    await couple.answer_questions()
    await couple.sealed_plan()
    return couple


async def test_a_month_says_where_and_why(world: World, couple: Couple, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    here = f"/f/{couple.family_id}/calendar"
    december = (await ana.get(f"{here}?month=2026-12")).text
    weeks = re.findall(r'class="week"><span class="unseen">Week </span>(\d+)', december)
    assert weeks == ["49", "50", "51", "52", "53"]
    days = shown(december)
    assert len(days) == 35
    assert "Regular schedule" in days[1]
    assert "Christmas holiday: first half" in days[24]
    assert "Christmas holiday: second half" in days[30]
    assert any("18:00 Lou, Mio →" in day for day in days)
    january = (await ana.get(f"{here}?month=2027-01")).text
    assert re.findall(r'class="week"><span class="unseen">Week </span>(\d+)', january) == [
        "53",
        "1",
        "2",
        "3",
        "4",
    ]
    for month, number in (("2026-10", 35), ("2027-03", 35), ("2027-02", 28), ("2027-05", 42)):
        days = shown((await ana.get(f"{here}?month={month}")).text)
        assert len(days) == number
        assert all("Lou" in day and ("Ana" in day or "Ben" in day) for day in days)
    late = (await ana.get(f"{here}?month=2031-03")).text
    assert "The school holidays of the French Community are not known here" in late
    assert "Flemish Community are not known" not in late


async def test_the_address_of_a_month_can_be_anything(world: World, couple: Couple, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    here = f"/f/{couple.family_id}/calendar"
    for month in (
        "",
        "2026-13",
        "2026-00",
        "1999-12",
        "2100-01",
        "0001-01",
        "9999-12",
        "x",
        "<script>",
        "2026-1",
        "２０２６-12",
    ):
        answer = await ana.get(here, params={"month": month, "view": "<b>"})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
    for month in ("2000-01", "2099-12"):
        assert (await ana.get(here, params={"month": month})).status_code == 200
    lou, _mio = couple.children
    alone = (await ana.get(f"{here}?month=2026-12&view=list&child={lou}")).text
    assert "Regular schedule<" in alone
    assert "Lou, Mio" not in alone
    for child in (str(uuid4()), "nobody", "%00"):
        assert (await ana.get(f"{here}?child={child}")).status_code == 404


async def test_a_parent_tries_a_draft_that_nobody_else_sees(world: World, visitor: Browser) -> None:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    here = f"/f/{couple.family_id}/calendar"
    ana, ben = await visitor().sign_in_as(couple.ana), await visitor().sign_in_as(couple.ben)
    assert "Your draft has no regular schedule yet" in (await ana.get(f"{here}?draft=1")).text
    assert "No plan yet" in (await ana.get(here)).text
    await world.run(couple.ana, plan.save_clause, couple.family_id, "C02", couple.agreed()["C02"])
    tried = (await ana.get(f"{here}?draft=1")).text
    assert "Only you can see it" in tried
    assert "Regular schedule" in tried
    assert "Try my draft in the calendar" in (await ana.get(f"/f/{couple.family_id}/today")).text
    assert "No plan yet" in (await ana.get(here)).text
    assert "Your draft has no regular schedule yet" in (await ben.get(f"{here}?draft=1")).text


async def test_who_may_read_the_calendar(world: World, couple: Couple, visitor: Browser) -> None:
    world.now = datetime.now(UTC)
    mia, sam = await world.person("Mia", Profession.MEDIATOR, accreditation="1"), await world.person("Sam")
    here, api = f"/f/{couple.family_id}/calendar", f"/api/families/{couple.family_id}"
    asked = "?from=2026-12-01&to=2026-12-31"
    before = await visitor().sign_in_as(mia)
    assert (await before.get(here)).status_code == 404
    await couple.ask(mia)
    at = (world.now + timedelta(days=2)).replace(hour=13)
    wish = Wish(Kind.SEPARATE, frozenset({Home.A}), at, at + timedelta(hours=1), "Room 2", "")
    await world.run(mia, session.book, couple.family_id, wish)
    month = f"{here}?month={at.astimezone(ZONE):%Y-%m}"
    for who, sees in (
        (mia, True),
        (couple.ana, True),
        (couple.ben, False),
        ((await world.centre())[0], False),
    ):
        reader = await visitor().sign_in_as(who)
        assert (
            "Appointment<" in (await reader.get(month)).text.replace("Appointment <", "Appointment<")
        ) is sees, who.name
        assert (await reader.json("GET", f"{api}/nights{asked}")).status_code == 200
    for nobody in (visitor(), await visitor().sign_in_as(sam)):
        assert (await nobody.get(here)).status_code in {303, 404}
        for thing in ("stays", "nights", "handovers"):
            assert (await nobody.json("GET", f"{api}/{thing}{asked}")).status_code in {401, 404}
    professional = await visitor().sign_in_as(mia)
    assert (await professional.get(f"{here}?draft=1")).status_code == 404


async def test_the_same_over_json(couple: Couple, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    api = f"/api/families/{couple.family_id}"
    nights = (await ana.json("GET", f"{api}/nights?from=2026-12-18&to=2026-12-19")).json()
    assert [night["date"] for night in nights] == ["2026-12-18", "2026-12-18", "2026-12-19", "2026-12-19"]
    assert nights[0]["because"] == {
        "layer": "school_holiday",
        "clause": "E03",
        "holiday": "christmas",
        "agreed": None,
    }
    assert (nights[0]["split"], nights[0]["part"], nights[0]["of"]) == ("halves", 1, 2)
    stays = (await ana.json("GET", f"{api}/stays?from=2026-10-24&to=2026-10-26")).json()
    assert stays[0]["starts_at"] == "2026-10-24T00:00:00+02:00"
    assert stays[0]["ends_at"] == "2026-10-27T00:00:00+01:00"
    handovers = (await ana.json("GET", f"{api}/handovers?from=2026-10-19&to=2026-10-25")).json()
    assert [one["at"] for one in handovers] == ["2026-10-23T18:00:00+02:00"] * 2
    for wrong in (
        "",
        "?from=2026-12-01",
        "?from=2026-12-01&to=2026-11-30",
        "?from=2020-01-01&to=2026-01-01",
        "?from=0001-01-01&to=0001-01-02",
        "?from=9999-12-31&to=9999-12-31",
        "?from=2026-02-30&to=2026-03-30",
        "?from=x&to=y",
    ):
        for thing in ("stays", "nights", "handovers"):
            assert (await ana.json("GET", f"{api}/{thing}{wrong}")).status_code in {400, 422}, wrong


async def test_a_family_of_one_parent_and_no_child_has_a_calendar(world: World, visitor: Browser) -> None:
    eve = await world.person("Eve")
    family_id = await world.run(eve, intake.open_family)
    page = (await (await visitor().sign_in_as(eve)).get(f"/f/{family_id}/calendar")).text
    assert "No plan yet" in page


async def test_a_week_says_until_when_and_why(world: World, couple: Couple, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    here = f"/f/{couple.family_id}/calendar/week"
    text = shown_text((await ana.get(f"{here}?day=2026-12-26")).text)
    assert "Week 52, 2026" in text
    assert "00:00–18:00" in text
    assert "18:00–24:00" in text
    assert "Christmas holiday: second half" in text
    assert "E03" not in text
    one = shown_text((await ana.get(f"{here}?day=2026-12-26&child={couple.children[0]}")).text)
    assert "Lou, Mio" not in one
    for day in ("2026-02-30", "tomorrow", "1999-01-01", "2100-01-01", "20261226", ""):
        assert (await ana.get(f"{here}?day={day}")).status_code == 200
    for day in ("2000-01-01", "2099-12-31", "2026-10-25", "2027-03-28"):
        assert (await ana.get(f"{here}?day={day}")).status_code == 200
    assert (await ana.get(f"{here}?child={uuid4()}")).status_code == 404
    assert (await ana.get(f"{here}?child=nobody")).status_code == 404


async def test_a_year_has_every_night_of_it(world: World, couple: Couple, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    here = f"/f/{couple.family_id}/calendar/year"
    for year, days in ((2027, 365), (2028, 366)):
        lou = YEAR_CELL.findall((await ana.get(f"{here}?year={year}&child={couple.children[0]}")).text)
        assert len(lou) == days
        assert all("home-a" in cell or "home-b" in cell for cell in lou)
        both = (await ana.get(f"{here}?year={year}")).text
        assert len(YEAR_CELL.findall(both)) == days
        # Their schools have other summers, so that they sometimes sleep apart.
        assert "the children sleep in different homes" in both
    begun = YEAR_CELL.findall((await ana.get(f"{here}?year=2026")).text)
    assert ["home-none" in cell for cell in begun] == [True] * 246 + [
        False
    ] * 119  # 4 September is the 247th day
    for year in ("1999", "2100", "next", ""):
        assert (await ana.get(f"{here}?year={year}")).status_code == 200


async def test_the_balance_counts_what_is_planned(world: World, couple: Couple, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(couple.ana)
    here = f"/f/{couple.family_id}/calendar/balance"
    # Two ordinary fortnights from a Friday to a Thursday, without a holiday: seven nights in each home, every time.
    page = await ana.get(f"{here}?from=2027-01-08&to=2027-02-04")
    text = shown_text(page.text)
    assert page.status_code == 200
    assert "Nights 14 14 Longest stay, in nights 7 7" in text
    assert "Part of the nights 50.0&nbsp;% 50.0&nbsp;%" in text
    # The night on which the clock goes forward has an hour less.
    dst = shown_text((await ana.get(f"{here}?from=2027-03-28&to=2027-03-28")).text)
    assert "Hours" in dst
    assert "23" in dst
    for wrong, said in (
        ("from=2027-02-30&to=2027-03-01", "Give a date that exists"),
        ("from=2027-03-02&to=2027-03-01", "Choose an end after the start"),
        ("from=2020-01-01&to=2027-01-01", "Ask for two years at most"),
        ("from=2027-01-01", "Give a date that exists"),
    ):
        page = await ana.get(f"{here}?{wrong}")
        assert page.status_code == 422
        assert said in page.text
    assert "2027-02-30" in (await ana.get(f"{here}?from=2027-02-30&to=2027-03-01")).text
