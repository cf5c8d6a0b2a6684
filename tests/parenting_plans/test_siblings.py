"""Siblings under one roof, and the days off that two school calendars share."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from parenting_plans.holidays import SchoolCalendars, SchoolHoliday
from parenting_plans.schedule import expand
from parenting_plans.siblings import Span, common_days_off, common_weekdays_off, days_off, nights_apart
from parenting_plans.values import ZONE, Child, Community, HolidayRule, Home, InForce, Regular, Split, Terms

A, B = Home.A, Home.B
FL, FR, DG = Community.FLEMISH, Community.FRENCH, Community.GERMAN
MONDAY = date(2026, 1, 5)
LOU = Child(UUID(int=1), date(2018, 3, 1), FL)
MIO = Child(UUID(int=2), date(2020, 6, 1), FR)

# belgium.md 4.3: weekdays off outside July and August, single days included
TABLE = {
    2024: (36, 45, 34, 25, 25, 29, 25),
    2025: (35, 44, 34, 25, 34, 25, 25),
    2026: (34, 44, 33, 16, 33, 15, 15),
    2027: (36, 45, 26, 25, 25, 25, 25),
}
COLUMNS = ((FL,), (FR,), (DG,), (FL, FR), (FL, DG), (FR, DG), (FL, FR, DG))


@pytest.mark.parametrize("year", TABLE)
def test_the_days_off_of_siblings_in_two_communities_are_those_of_the_table(year):
    assert tuple(common_weekdays_off(column, year) for column in COLUMNS) == TABLE[year]


def test_a_stretch_off_together_goes_over_its_weekends():
    found = common_days_off((FL, FR), date(2026, 10, 1), date(2027, 3, 31))
    assert found == (
        Span(date(2026, 11, 11), date(2026, 11, 11)),
        Span(date(2026, 12, 21), date(2027, 1, 3)),
        Span(date(2027, 2, 9), date(2027, 2, 9)),
        Span(date(2027, 3, 29), date(2027, 3, 29)),
    )


def test_an_administrator_s_day_off_counts():
    day = date(2027, 1, 29)
    calendar = SchoolCalendars((SchoolHoliday("study_day", FL, day, day, "school", "high"),))
    around = date(2027, 1, 11), date(2027, 1, 31)
    assert days_off(FL, *around, calendar) == {day}
    assert days_off(FL, *around) == frozenset()
    assert common_days_off((FL, FR), *around, calendar) == common_days_off((), *around) == ()


def stays_of(terms, count):
    versions = [InForce(UUID(int=9), terms, datetime(2026, 1, 1, tzinfo=ZONE))]
    end = datetime.fromordinal(MONDAY.toordinal() + count).replace(tzinfo=ZONE)
    start = datetime.combine(MONDAY, time(0), tzinfo=ZONE)
    return {child.id: expand(versions, child, start, end) for child in (LOU, MIO)}


def test_siblings_with_one_schedule_sleep_under_one_roof():
    assert nights_apart(stays_of(Terms(Regular("AAB", MONDAY, A, time(18))), 60), MONDAY, 60) == ()


def test_the_nights_apart_are_named_with_every_child_s_home():
    terms = Terms(
        Regular("AAAAAAABBBBBBB", MONDAY, A, time(18)),
        regimes=((MIO.id, Regular("AAAAAABBBBBBBB", MONDAY, A, time(18))),),
    )
    (one, two) = nights_apart(stays_of(terms, 28), MONDAY, 28)
    assert (one.date, two.date) == (date(2026, 1, 11), date(2026, 1, 25))
    assert one.homes == {LOU.id: A, MIO.id: B}


def test_two_school_calendars_separate_siblings_in_the_holidays():
    rule = HolidayRule("easter", Split.ALTERNATE, B, 5, time(18))
    found = nights_apart(stays_of(Terms(Regular("AA", MONDAY, A, time(18)), (rule,)), 150), MONDAY, 150)
    days = [night.date for night in found]
    assert (days[0], days[15], days[16], days[-1]) == (
        date(2026, 4, 3),
        date(2026, 4, 18),
        date(2026, 4, 24),
        date(2026, 5, 9),
    )


def test_a_child_without_a_home_that_night_is_apart_from_nobody():
    stays = stays_of(Terms(Regular("AB", MONDAY, A, time(18))), 7)
    assert nights_apart({**stays, MIO.id: ()}, MONDAY, 7) == ()
