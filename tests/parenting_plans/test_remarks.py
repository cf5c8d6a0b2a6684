"""What a calendar may make parents think about, and both ways to go on after a holiday."""

import string
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

import pytest

from parenting_plans import remarks as texts
from parenting_plans.after_holidays import InARow, previews
from parenting_plans.balance import balance, weekends_of
from parenting_plans.patterns import named, regular_of
from parenting_plans.remarks import remarks
from parenting_plans.schedule import expand
from parenting_plans.values import (
    ZONE,
    After,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Regular,
    Split,
    Terms,
)

A, B = Home.A, Home.B
MONDAY = date(2026, 1, 5)
SIX = time(18)
YOUNG = Child(UUID(int=1), date(2021, 6, 1), Community.FLEMISH)
OLDER = Child(UUID(int=2), date(2015, 6, 1), Community.FLEMISH)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def stays_of(pattern, child=YOUNG, span=("2026-01-05T18:00", "2026-06-22T18:00")):
    found = named(pattern)
    regular = regular_of(found, MONDAY, A, SIX) if found else Regular(pattern, MONDAY, A, SIX)
    versions = [InForce(UUID(int=9), Terms(regular), at("2026-01-01T00:00"))]
    return expand(versions, child, *(at(moment) for moment in span))


@pytest.mark.parametrize(
    ("pattern", "child", "kinds"),
    [
        ("ww_fri", YOUNG, []),
        ("2-2-3", YOUNG, []),
        ("2weeks", YOUNG, ["long_apart"]),
        ("2weeks", OLDER, []),
        ("12-2", YOUNG, ["long_apart"]),
        ("9-5_block", YOUNG, ["long_apart"]),
        ("5-2_weekends", OLDER, ["same_weekends"]),
        ("3-4-4-3_mon", OLDER, ["same_weekends"]),
        ("AB", OLDER, ["many_handovers"]),
        ("AABABBA", OLDER, ["many_handovers", "same_weekends"]),
        ("A" * 14, YOUNG, ["long_apart", "same_weekends"]),
    ],
)
def test_what_is_worth_a_thought(pattern, child, kinds):
    assert [remark.kind for remark in remarks(stays_of(pattern, child), child)] == kinds


def test_a_remark_names_the_strongest_example():
    (apart,) = remarks(stays_of("2weeks"), YOUNG)
    assert (apart.count, apart.since, apart.home) == (14, MONDAY, A)
    (many,) = remarks(stays_of("AB", OLDER), OLDER)
    assert (many.count, many.since) == (14, date(2026, 1, 6))


def test_only_the_time_before_the_sixth_birthday_counts():
    almost = replace(YOUNG, born=date(2020, 1, 5))
    assert remarks(stays_of("2weeks"), almost) == ()
    assert [r.kind for r in remarks(stays_of("2weeks"), replace(YOUNG, born=date(2020, 1, 6)))] == [
        "long_apart"
    ]


def test_a_few_weekends_are_not_always():
    assert remarks(stays_of("5-2_weekends", OLDER, ("2026-01-05T18:00", "2026-01-26T18:00")), OLDER) == ()
    assert remarks((), OLDER) == ()


@pytest.mark.parametrize(
    "words",
    [texts.INFORMATION, texts.LONG_APART, texts.MANY_HANDOVERS, texts.SAME_WEEKENDS],
    ids=lambda w: w["en"][:12],
)
def test_a_remark_speaks_four_languages_with_the_same_places(words):
    assert sorted(words) == ["de", "en", "fr", "nl"]
    places = {
        frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name) for text in words.values()
    }
    assert len(places) == 1


# --- the balance of a period ------------------------------------------------------------------------------------------


def test_a_balance_counts_the_longest_stay_the_weekends_and_the_arrivals():
    counted = balance(stays_of("9-5_split", span=("2026-01-05T18:00", "2026-01-19T18:00")))
    assert counted.nights == {A: 9, B: 5}
    assert counted.longest == {A: 4, B: 3}
    assert counted.weekends == {A: 1, B: 1}
    assert counted.handovers == {A: 3, B: 3}
    assert sum(counted.hours.values()) == 14 * 24


def test_the_longest_stay_does_not_end_where_only_the_reason_changes():
    terms = Terms(Regular("AA", MONDAY, A, SIX), (HolidayRule("easter", Split.ALTERNATE, A, 5, SIX),))
    versions = [InForce(UUID(int=9), terms, at("2026-01-01T00:00"))]
    stays = expand(versions, YOUNG, at("2026-03-01T00:00"), at("2026-05-01T00:00"))
    assert len(stays) == 3
    assert balance(stays).longest == {A: 61, B: 0}


@pytest.mark.parametrize(
    ("begins", "ends", "count"),
    [
        ("2026-01-09T18:00", "2026-01-11T18:00", 1),
        ("2026-01-10T18:00", "2026-01-10T23:00", 0),
        ("2026-01-10T18:00", "2026-01-11T00:00", 1),
        ("2026-01-11T00:00", "2026-01-17T10:00", 0),
        ("2026-01-05T00:00", "2026-01-26T00:00", 3),
    ],
)
def test_a_weekend_is_its_saturday_night(begins, ends, count):
    (stay,) = stays_of("AA", span=(begins, ends))
    assert len(weekends_of(stay)) == count


# --- after a holiday, both ways ---------------------------------------------------------------------------------------


def test_both_ways_to_go_on_are_shown_with_the_weekends_in_a_row():
    rule = HolidayRule("christmas", Split.HALVES, B, 5, SIX)
    versions = [
        InForce(
            UUID(int=9), Terms(Regular("BBBBAAAAAAABBB", MONDAY, A, SIX), (rule,)), at("2026-01-05T18:00")
        )
    ]
    both = previews(versions, OLDER, at("2026-12-01T00:00"), at("2027-03-01T00:00"))
    assert both[After.CONTINUE].in_a_row == (InARow(A, date(2026, 12, 26), 3),)
    assert both[After.RESTART].in_a_row == ()
    assert both[After.CONTINUE].stays == expand(
        versions, OLDER, at("2026-12-01T00:00"), at("2027-03-01T00:00")
    )
    assert both[After.RESTART].stays != both[After.CONTINUE].stays


def test_a_plan_about_the_last_weekend_can_be_shown_both_ways():
    rule = HolidayRule("summer", Split.WEEKS, B, 5, SIX, last_weekend_to_school=True)
    versions = [
        InForce(
            UUID(int=9), Terms(Regular("BBBBAAAAAAABBB", MONDAY, A, SIX), (rule,)), at("2026-01-05T18:00")
        )
    ]
    both = previews(versions, OLDER, at("2026-06-01T00:00"), at("2026-11-01T00:00"))
    assert all(preview.stays for preview in both.values())


def test_weekends_that_are_always_with_one_parent_are_not_the_holiday_s_doing():
    """They run across its end and are told, but no restart can change them."""
    rule = HolidayRule("christmas", Split.ALTERNATE, B, 5, SIX)
    versions = [
        InForce(UUID(int=9), Terms(Regular("AAAABBB", MONDAY, A, SIX), (rule,)), at("2026-01-05T18:00"))
    ]
    both = previews(versions, OLDER, at("2026-12-01T00:00"), at("2027-03-01T00:00"))
    assert both[After.CONTINUE] == both[After.RESTART]
    assert [(one.home, one.count > 3) for one in both[After.CONTINUE].in_a_row] == [(B, True)]
