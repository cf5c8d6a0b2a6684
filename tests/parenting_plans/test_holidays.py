"""School holidays: the Flemish rule, the dated rows, and how a holiday is cut in two."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.holidays import (
    ORDER,
    SchoolCalendars,
    SchoolHoliday,
    dated,
    flemish,
    holidays_of,
    known,
    known_until,
    single_days_of,
)
from parenting_plans.holidays.split import block, parts
from parenting_plans.values import Community, HolidayRule, Home, Split

A, B = Home.A, Home.B
SIX = time(18)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def days(text):
    first, last = text.split(" ")
    return date.fromisoformat(first), date.fromisoformat(last)


def test_the_flemish_rule_gives_every_row_of_the_published_calendars():
    published = dated.rows(Community.FLEMISH)
    computed = holidays_of(Community.FLEMISH, published[0].first, published[-1].last)
    assert len(published) == 26
    assert [(h.id, h.first, h.last) for h in computed] == [(h.id, h.first, h.last) for h in published]


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1961, "1961-04-02"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2011, "2011-04-24"),
        (2025, "2025-04-20"),
        (2026, "2026-04-05"),
        (2038, "2038-04-25"),
        (2049, "2049-04-18"),
    ],
)
def test_easter(year, sunday):
    assert flemish.easter(year) == date.fromisoformat(sunday)


@pytest.mark.parametrize(
    ("rule", "year", "span"),
    [
        (flemish.autumn, 2026, "2026-11-02 2026-11-08"),  # 1 November is a Sunday
        (flemish.autumn, 2027, "2027-11-01 2027-11-07"),  # a Monday
        (flemish.christmas, 2027, "2027-12-27 2028-01-09"),  # 25 December is a Saturday
        (flemish.christmas, 2022, "2022-12-26 2023-01-08"),  # a Sunday
        (flemish.carnival, 2026, "2026-02-16 2026-02-22"),
        (flemish.spring, 2024, "2024-04-01 2024-04-14"),  # Easter in March
        (flemish.spring, 2025, "2025-04-07 2025-04-21"),  # Easter after 15 April, with Easter Monday
        (flemish.spring, 2018, "2018-04-02 2018-04-15"),
        (flemish.spring, 2026, "2026-04-06 2026-04-19"),
        (flemish.summer, 2026, "2026-07-01 2026-08-31"),
    ],
)
def test_flemish_holidays_of_special_years(rule, year, span):
    assert rule(year) == days(span)


@pytest.mark.parametrize("year", range(1990, 2100))
def test_flemish_holidays_never_touch_and_hold_their_feast(year):
    holidays = flemish.school_year(year)
    assert tuple(holiday.id for holiday in holidays) == ORDER
    assert all(before.last < after.first for before, after in pairwise(holidays))
    assert all(holiday.first.weekday() == 0 for holiday in holidays[:4])
    _autumn, christmas, _carnival, spring, _summer = holidays
    assert christmas.first <= date(year, 12, 27)
    assert date(year + 1, 1, 1) <= christmas.last
    assert spring.first <= flemish.easter(year + 1) + timedelta(days=1) <= spring.last


def test_what_is_unknown_is_told():
    assert known_until(Community.FLEMISH) is None
    assert known_until(Community.FRENCH) == date(2028, 8, 27)
    # Easter 2028 is not published there: nothing after carnival can be trusted to be complete.
    assert known_until(Community.GERMAN) == date(2028, 3, 5)
    assert known(Community.GERMAN).first == date(2023, 12, 25)
    assert holidays_of(Community.FRENCH, date(2029, 1, 1), date(2029, 12, 31)) == ()


def test_each_row_says_its_source_and_how_sure_it_is():
    for community in (Community.FRENCH, Community.GERMAN):
        for row in dated.rows(community):
            assert row.source
            assert row.confidence in {"high", "medium", "low"}
    low = [h.first for h in dated.rows(Community.FRENCH) if h.confidence == "low"]
    assert min(low) == date(2027, 7, 3)


@pytest.mark.parametrize(
    ("community", "start", "end", "names"),
    [
        (Community.FLEMISH, "2026-01-04", "2026-02-15", ["christmas"]),  # begun the year before
        (Community.FLEMISH, "2026-01-05", "2026-02-15", []),
        (Community.FLEMISH, "2026-12-21", "2026-12-21", ["christmas"]),
        (Community.FRENCH, "2026-08-23", "2026-10-19", ["summer", "autumn"]),
        (Community.FRENCH, "2026-08-24", "2026-10-18", []),
        (Community.GERMAN, "2025-04-01", "2025-05-31", ["easter"]),
    ],
)
def test_both_ends_of_the_asked_days_count(community, start, end, names):
    found = holidays_of(community, date.fromisoformat(start), date.fromisoformat(end))
    assert [holiday.id for holiday in found] == names


def holiday(name, span, community=Community.FLEMISH):
    first, last = days(span)
    return SchoolHoliday(name, community, first, last, "", "high")


@pytest.mark.parametrize(
    ("span", "begins", "ends"),
    [
        ("2026-12-21 2027-01-03", "2026-12-18T18:00", "2027-01-03T18:00"),  # Monday: from the Friday before
        ("2026-07-01 2026-08-31", "2026-06-30T18:00", "2026-08-31T18:00"),  # Wednesday: from Tuesday
        ("2028-07-01 2028-08-31", "2028-06-30T18:00", "2028-08-31T18:00"),  # Saturday: from Friday
        ("2029-07-01 2029-08-31", "2029-06-29T18:00", "2029-08-31T18:00"),  # Sunday: from Friday
    ],
)
def test_a_block_runs_from_the_last_weekday_before_to_the_last_day(span, begins, ends):
    assert block(holiday("summer", span), SIX) == (
        datetime.fromisoformat(begins),
        datetime.fromisoformat(ends),
    )


@pytest.mark.parametrize(
    ("name", "span", "how", "first", "turns"),
    [
        ("christmas", "2026-12-21 2027-01-03", (Split.HALVES, SATURDAY), A, "12-26T18:00"),
        ("christmas", "2026-12-21 2027-01-03", (Split.HALVES, FRIDAY), A, "12-25T18:00"),
        (
            "christmas",
            "2027-12-27 2028-01-09",
            (Split.HALVES, SATURDAY),
            B,
            "01-01T18:00",
        ),  # odd: 2027 counts
        ("easter", "2025-04-07 2025-04-21", (Split.HALVES, SATURDAY), B, "04-12T18:00"),
        # nine days: two Saturdays are equally near the middle, the earlier one is taken
        ("autumn", "2026-11-02 2026-11-08", (Split.HALVES, SATURDAY), A, "10-31T18:00"),
        ("carnival", "2026-02-16 2026-02-22", (Split.ALTERNATE, SATURDAY), A, ""),
        ("carnival", "2027-02-08 2027-02-14", (Split.ALTERNATE, SATURDAY), B, ""),
        (
            "summer",
            "2026-07-01 2026-08-31",
            (Split.FORTNIGHTS, SATURDAY),
            A,
            "07-16T18:00 08-01T18:00 08-16T18:00",
        ),
        (
            "summer",
            "2025-07-05 2025-08-24",
            (Split.FORTNIGHTS, SATURDAY),
            B,
            "07-19T18:00 08-02T18:00 08-16T18:00",
        ),
        (
            "summer",
            "2025-07-05 2025-08-24",
            (Split.WEEKS, SATURDAY),
            B,
            "07-12T18:00 07-19T18:00 07-26T18:00 08-02T18:00 08-09T18:00 08-16T18:00",
        ),
        ("easter", "2026-04-27 2026-05-10", (Split.WEEKS, SUNDAY), A, "05-03T18:00"),
        ("autumn", "2026-11-02 2026-11-08", (Split.WEEKS, SATURDAY), A, ""),
    ],
)
def test_how_a_holiday_is_cut(name, span, how, first, turns):
    split, weekday = how
    rule = HolidayRule(name, split, A, weekday, SIX)
    cut = parts(holiday(name, span), rule, SIX)
    assert " ".join(f"{part.begins:%m-%dT%H:%M}" for part in cut[1:]) == turns
    assert cut[0].home is first


def test_the_odd_week_of_a_french_summer_changes_sides_each_year():
    rule = HolidayRule("summer", Split.FORTNIGHTS, A, FRIDAY, SIX)
    summers = [h for h in dated.rows(Community.FRENCH) if h.id == "summer"]
    last = {h.first.year: parts(h, rule, SIX)[-1].home for h in summers}
    assert last == {2024: B, 2025: A, 2026: B, 2027: A, 2028: B}


def test_a_holiday_that_follows_the_regular_pattern_is_not_cut():
    rule = HolidayRule("summer", Split.FOLLOW_REGULAR, A, FRIDAY, SIX)
    assert parts(holiday("summer", "2026-07-01 2026-08-31"), rule, SIX) == ()


TIMES = st.times().filter(lambda at: at.hour != 2).map(lambda at: at.replace(second=0, microsecond=0))
RULES = st.builds(
    HolidayRule,
    st.just("any"),
    st.sampled_from(sorted(set(Split) - {Split.FOLLOW_REGULAR})),
    st.sampled_from(Home),
    st.integers(0, 6),
    TIMES,
)
HOLIDAYS = st.sampled_from(
    [h for c in Community for h in holidays_of(c, date(2023, 9, 1), date(2036, 1, 1))],
)


@settings(max_examples=300)
@given(HOLIDAYS, RULES, TIMES)
def test_the_parts_fill_the_block_in_turns(school_holiday, rule, handover_time):
    cut = parts(school_holiday, rule, handover_time)
    assert (cut[0].begins, cut[-1].ends) == block(school_holiday, handover_time)
    assert all(part.begins < part.ends for part in cut)
    assert all(one.ends == two.begins and one.home is two.home.other for one, two in pairwise(cut))


# --- dated rows of an administrator -----------------------------------------------------------------------------------

EASTER_2028 = SchoolHoliday(
    "easter", Community.GERMAN, date(2028, 4, 17), date(2028, 4, 30), "decree", "high"
)
EDITED = SchoolCalendars((EASTER_2028,))


def test_a_row_of_an_administrator_fills_a_hole_and_the_calendar_is_known_for_longer():
    assert EASTER_2028 in holidays_of(Community.GERMAN, date(2028, 4, 1), date(2028, 5, 31), EDITED)
    assert holidays_of(Community.GERMAN, date(2028, 4, 1), date(2028, 5, 31)) == ()
    assert known_until(Community.GERMAN, EDITED) == date(2028, 8, 31)
    assert known_until(Community.GERMAN) == date(2028, 3, 5)


@pytest.mark.parametrize("community", Community)
def test_a_row_replaces_what_ships_of_that_school_year_only(community):
    moved = SchoolHoliday("autumn", community, date(2026, 10, 5), date(2026, 10, 11), "strike", "high")
    around = community, date(2025, 9, 1), date(2028, 1, 31)
    plain, edited = holidays_of(*around), holidays_of(*around, SchoolCalendars((moved,)))
    assert len(plain) == len(edited)
    assert [row for row in edited if row not in plain] == [moved]


def test_a_row_of_another_kind_is_a_single_day_off():
    day = SchoolHoliday(
        "study_day", Community.FLEMISH, date(2027, 1, 29), date(2027, 1, 29), "school", "high"
    )
    around = Community.FLEMISH, date(2027, 1, 1), date(2027, 1, 31), SchoolCalendars((day,))
    assert single_days_of(*around) == (day,)
    assert day not in holidays_of(*around)


def test_the_summer_may_turn_with_the_month():
    rule = HolidayRule("summer", Split.MONTHS, A, SATURDAY, SIX)
    for span, turns in (
        ("2026-07-01 2026-08-31", ["08-01"]),
        ("2025-07-05 2025-08-24", ["08-01"]),
        ("2026-12-21 2027-01-03", []),
        ("2026-12-01 2027-02-20", ["01-01", "02-01"]),
    ):
        cut = parts(holiday("summer", span), rule, SIX)
        assert [f"{part.begins:%m-%d}" for part in cut[1:]] == turns


@pytest.mark.parametrize(
    ("span", "turns"),
    [
        ("2026-07-01 2026-08-31", "07-18T18:00 08-08T18:00"),
        ("2025-07-05 2025-08-24", "07-19T18:00 08-09T18:00"),
        ("2026-12-21 2027-01-03", "12-26T18:00"),
        ("2026-11-02 2026-11-08", ""),
    ],
)
def test_thirds_turn_at_the_switch_nearest_each_third(span, turns):
    cut = parts(holiday("summer", span), HolidayRule("summer", Split.THIRDS, A, SATURDAY, SIX), SIX)
    assert " ".join(f"{part.begins:%m-%dT%H:%M}" for part in cut[1:]) == turns
    begins = A if span.startswith("2026") else B
    assert [part.home for part in cut] == [begins, begins.other, begins][: len(cut)]
