"""Odd and hostile calendars: a clear message or a defined result."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from parenting_plans.balance import balance
from parenting_plans.holidays import SchoolCalendars, SchoolHoliday
from parenting_plans.laid import Laid
from parenting_plans.schedule import expand, home_at, nights, problems_of_window, uncertain_from
from parenting_plans.values import (
    ZONE,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Layer,
    Regular,
    SpecialDay,
    Split,
    Terms,
    Window,
)

A, B = Home.A, Home.B
SIX = time(18)
MONDAY = date(2026, 1, 5)
LOU = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)
EVERY_OTHER_NIGHT = Regular("AB", MONDAY, A, SIX)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def in_force(terms, since="2026-01-01T00:00"):
    return [InForce(UUID(int=9), terms, at(since))]


def whole(stays, start, end):
    return (
        stays[0].starts_at == start
        and stays[-1].ends_at == end
        and all(one.ends_at == two.starts_at for one, two in pairwise(stays))
    )


def test_of_two_school_holidays_that_overlap_the_one_that_begins_later_counts_from_there():
    def row(name, first, last):
        return SchoolHoliday(
            name, Community.FLEMISH, date.fromisoformat(first), date.fromisoformat(last), "odd", "low"
        )

    calendar = SchoolCalendars(
        (row("autumn", "2026-11-02", "2026-11-22"), row("christmas", "2026-11-16", "2026-12-06"))
    )
    rules = (
        HolidayRule("autumn", Split.ALTERNATE, A, 5, SIX),
        HolidayRule("christmas", Split.ALTERNATE, B, 5, SIX),
    )
    span = at("2026-10-20T00:00"), at("2026-12-20T00:00")
    stays = expand(in_force(Terms(EVERY_OTHER_NIGHT, rules)), LOU, *span, Laid(school=calendar))
    assert whole(stays, *span)
    shared = [
        (s.because.what, f"{s.starts_at:%m-%d}", f"{s.ends_at:%m-%d}", s.home)
        for s in stays
        if s.because.what
    ]
    assert shared == [("autumn", "10-30", "11-13", A), ("christmas", "11-13", "12-06", B)]


def test_an_edited_calendar_moves_the_holiday_and_nothing_is_remembered():
    moved = SchoolHoliday("easter", Community.FLEMISH, date(2026, 3, 2), date(2026, 3, 15), "decree", "high")
    terms = Terms(Regular("AA", MONDAY, A, SIX), (HolidayRule("easter", Split.ALTERNATE, B, 5, SIX),))
    span = at("2026-02-01T00:00"), at("2026-05-01T00:00")
    plain = expand(in_force(terms), LOU, *span)
    edited = expand(in_force(terms), LOU, *span, Laid(school=SchoolCalendars((moved,))))
    assert [f"{s.starts_at:%m-%d}" for s in plain if s.home is B] == ["04-03"]
    assert [f"{s.starts_at:%m-%d}" for s in edited if s.home is B] == ["02-27"]
    assert expand(in_force(terms), LOU, *span) == plain


def test_a_plan_that_names_another_school_calendar_is_followed():
    terms = Terms(
        Regular("AA", MONDAY, A, SIX),
        (HolidayRule("easter", Split.ALTERNATE, B, 5, SIX),),
        communities=((LOU.id, Community.FRENCH),),
    )
    stays = expand(in_force(terms), LOU, at("2026-02-01T00:00"), at("2026-06-01T00:00"))
    assert [f"{s.starts_at:%m-%d}" for s in stays if s.home is B] == ["04-24"]
    assert uncertain_from(in_force(terms), LOU) == date(2028, 8, 28)
    row = SchoolHoliday("autumn", Community.FRENCH, date(2028, 10, 23), date(2028, 11, 5), "decree", "high")
    assert uncertain_from(in_force(terms), LOU, SchoolCalendars((row,))) == date(2028, 11, 6)


def test_the_leap_day_is_a_day_like_another():
    slept = nights(in_force(Terms(EVERY_OTHER_NIGHT), "2028-01-01T00:00"), LOU, date(2028, 2, 27), 4)
    assert [(n.date.isoformat(), n.home.value) for n in slept] == [
        ("2028-02-27", "B"), ("2028-02-28", "A"), ("2028-02-29", "B"), ("2028-03-01", "A"),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)])
def test_a_day_has_the_hours_it_has(day, hours):
    start = at(f"{day}T00:00")
    end = datetime.combine(start.date() + timedelta(days=1), time(0), tzinfo=ZONE)
    counted = balance(expand(in_force(Terms(EVERY_OTHER_NIGHT)), LOU, start, end))
    assert sum(counted.hours.values()) == hours
    assert sum(counted.nights.values()) == 1


def test_a_special_day_may_lie_over_the_hour_that_does_not_exist():
    eve = SpecialDay("2026-03-28", B, B, time(1, 30), time(3, 30), 1)
    stays = expand(in_force(Terms(Regular("AA", MONDAY, A, SIX), special_days=(eve,))), LOU, at("2026-03-28T00:00"), at("2026-03-30T00:00"))  # fmt: skip
    assert [stay.home for stay in stays] == [A, B, A]
    assert (stays[1].ends_at.astimezone(UTC) - stays[1].starts_at.astimezone(UTC)) == timedelta(hours=25)


def window(layer, home, begins, ends):
    return Window(layer, home, at(begins), at(ends), datetime(2026, 1, 1, tzinfo=UTC))


def test_a_swap_cannot_move_a_minute_of_a_protective_order():
    order = window(Layer.PROTECTIVE_ORDER, A, "2026-02-03T00:00", "2026-02-06T00:00")
    swap = window(Layer.SWAP, B, "2026-02-02T00:00", "2026-02-08T00:00")
    stays = expand(
        in_force(Terms(EVERY_OTHER_NIGHT)),
        LOU,
        at("2026-02-01T00:00"),
        at("2026-02-10T00:00"),
        Laid((order, swap)),
    )
    for hour in range(24 * 3):
        assert home_at(stays, at("2026-02-03T00:00") + timedelta(hours=hour)) is A
    assert home_at(stays, at("2026-02-02T12:00")) is home_at(stays, at("2026-02-06T00:00")) is B


def test_a_window_that_ends_before_it_begins_changes_nothing_and_is_a_problem():
    wrong = window(Layer.SWAP, B, "2026-02-06T00:00", "2026-02-03T00:00")
    span = at("2026-02-01T00:00"), at("2026-02-10T00:00")
    versions = in_force(Terms(EVERY_OTHER_NIGHT))
    assert expand(versions, LOU, *span, Laid((wrong,))) == expand(versions, LOU, *span)
    assert [problem.field for problem in problems_of_window(wrong)] == ["ends_at"]
    assert problems_of_window(window(Layer.SWAP, B, "2026-02-03T00:00", "2026-02-03T00:01")) == ()


def test_an_order_ends_with_childhood_too():
    grown = Child(LOU.id, date(2008, 2, 10), Community.FLEMISH)
    order = window(Layer.INTERIM_ORDER, B, "2026-02-01T00:00", "2026-03-01T00:00")
    stays = expand(
        in_force(Terms(EVERY_OTHER_NIGHT)),
        grown,
        at("2026-02-05T00:00"),
        at("2026-03-01T00:00"),
        Laid((order,)),
    )
    assert [(stay.starts_at, stay.ends_at) for stay in stays] == [
        (at("2026-02-05T00:00"), at("2026-02-10T00:00"))
    ]
    assert expand([], grown, at("2026-02-10T00:00"), at("2026-03-01T00:00"), Laid((order,))) == ()


def test_a_child_not_born_yet_has_the_calendar_of_the_plan():
    unborn = Child(LOU.id, date(2030, 1, 1), Community.FLEMISH)
    assert expand(in_force(Terms(EVERY_OTHER_NIGHT)), unborn, at("2026-02-05T00:00"), at("2026-03-01T00:00"))
