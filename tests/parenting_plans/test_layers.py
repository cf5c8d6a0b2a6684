"""What each layer does to the week: long weekends, special days, a cycle that begins again, the last weekend of a holiday."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from parenting_plans.laid import PLAIN, Laid
from parenting_plans.layers import Piece, joined, laid_over
from parenting_plans.schedule import expand, home_at, nights, problems_of_terms
from parenting_plans.values import (
    ZONE,
    After,
    Away,
    Because,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Layer,
    Monthly,
    PublicHolidays,
    Regular,
    SpecialDay,
    Split,
    Step,
    Terms,
)

A, B = Home.A, Home.B
SIX = time(18)
SATURDAY = 5
MONDAY = date(2026, 1, 5)
LOU = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)
MIO = Child(UUID(int=2), date(2020, 6, 1), Community.FRENCH)
WEEKENDS = Regular("AAAABBAAAAAAAA", MONDAY, A, SIX)  # B: the weekends of 9 January, 23 January, ..
SHARED = tuple(
    HolidayRule(name, Split.HALVES, A, SATURDAY, SIX)
    for name in ("autumn", "christmas", "carnival", "easter", "summer")
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def in_force(terms):
    return [InForce(UUID(int=9), terms, at("2026-01-01T00:00"))]


def told(terms, start, end, child=LOU, laid=PLAIN):
    stays = expand(in_force(terms), child, at(start), at(end), laid)
    return [(f"{s.starts_at:%a %m-%d %H:%M}", s.home.value, s.because.what) for s in stays]


# --- long weekends ----------------------------------------------------------------------------------------------------


def with_feasts(*days, regular=WEEKENDS, holidays=()):
    return Terms(regular, holidays, public_holidays=PublicHolidays(extend=True, days=days))


@pytest.mark.parametrize(
    ("terms", "span", "stays"),
    [
        (  # Whit Monday belongs to the weekend before it
            with_feasts(),
            ("2027-05-14T18:00", "2027-05-19T18:00"),
            [("Fri 05-14 18:00", "B", None), ("Sun 05-16 18:00", "B", "whit_monday"), ("Mon 05-17 18:00", "A", None)],
        ),
        (  # a Friday belongs to the weekend after it
            with_feasts(),
            ("2026-04-29T18:00", "2026-05-04T18:00"),
            [("Wed 04-29 18:00", "A", None), ("Thu 04-30 18:00", "B", "1_may"), ("Fri 05-01 18:00", "B", None),
             ("Sun 05-03 18:00", "A", None)],
        ),
        (  # Ascension Day is a Thursday: without a bridge nothing grows
            with_feasts(),
            ("2026-05-12T18:00", "2026-05-17T18:00"),
            [("Tue 05-12 18:00", "A", None), ("Fri 05-15 18:00", "B", None)],
        ),
        (
            with_feasts("ascension_bridge"),
            ("2026-05-12T18:00", "2026-05-18T18:00"),
            [("Tue 05-12 18:00", "A", None), ("Wed 05-13 18:00", "B", "ascension_bridge"),
             ("Fri 05-15 18:00", "B", None), ("Sun 05-17 18:00", "A", None)],
        ),
        (  # the plan does not name this one
            with_feasts("1_nov"),
            ("2026-04-29T18:00", "2026-05-04T18:00"),
            [("Wed 04-29 18:00", "A", None), ("Fri 05-01 18:00", "B", None), ("Sun 05-03 18:00", "A", None)],
        ),
        (  # homes change in the morning: Monday is over on Tuesday morning
            with_feasts(regular=Regular("AAAABBBAAAAAAA", MONDAY, A, time(8))),
            ("2027-05-14T08:00", "2027-05-19T08:00"),
            [("Fri 05-14 08:00", "B", None), ("Mon 05-17 08:00", "B", "whit_monday"), ("Tue 05-18 08:00", "A", None)],
        ),
        (  # the weekend is already with the home of that Monday: nothing to say
            with_feasts(regular=Regular("AAAAAAABBBBBBB", MONDAY, A, SIX)),
            ("2027-05-12T18:00", "2027-05-18T18:00"),
            [("Wed 05-12 18:00", "A", None), ("Mon 05-17 18:00", "B", None)],
        ),
        (  # Easter Monday without a rule for the Easter holiday
            with_feasts(),
            ("2026-04-03T18:00", "2026-04-07T18:00"),
            [("Fri 04-03 18:00", "B", None), ("Sun 04-05 18:00", "B", "easter_monday"), ("Mon 04-06 18:00", "A", None)],
        ),
        (  # inside a shared holiday its turns decide
            with_feasts(holidays=(HolidayRule("easter", Split.ALTERNATE, A, SATURDAY, SIX),)),
            ("2026-04-03T18:00", "2026-04-10T18:00"),
            [("Fri 04-03 18:00", "A", "easter")],
        ),
    ],
)  # fmt: skip
def test_a_public_holiday_beside_a_weekend_belongs_to_it(terms, span, stays):
    assert told(terms, *span) == stays


def test_a_plan_may_leave_public_holidays_alone():
    plain, off = Terms(WEEKENDS), Terms(WEEKENDS, public_holidays=PublicHolidays(extend=False))
    span = "2026-02-01T00:00", "2027-12-31T00:00"
    assert told(plain, *span) == told(off, *span)


def test_the_feast_of_the_community_is_that_of_the_child_or_of_the_plan():
    """27 September and 15 November 2027 are Mondays."""
    sunday = with_feasts("community_days", regular=Regular("AAAABBA", MONDAY, A, SIX))
    assert ("Sun 09-26 18:00", "B", "27_sept") in told(sunday, "2027-09-01T00:00", "2027-12-31T00:00", MIO)
    german = replace(sunday, communities=((MIO.id, Community.GERMAN),))
    assert ("Sun 11-14 18:00", "B", "15_nov") in told(german, "2027-09-01T00:00", "2027-12-31T00:00", MIO)
    assert {what for _, _, what in told(sunday, "2027-09-01T00:00", "2027-12-31T00:00", LOU)} == {None}


# --- special days -----------------------------------------------------------------------------------------------------

ALWAYS_A = Regular("AA", MONDAY, A, SIX)
EVE = SpecialDay("christmas_eve", B, A, SIX, time(12), 1, "E07")


def feast(day, home=B, **more):
    return SpecialDay(day, home, home, time(10), SIX, **more)


def test_even_and_odd_is_the_year_of_the_day_itself():
    terms = Terms(ALWAYS_A, special_days=(EVE, SpecialDay("new_years_eve", B, A, SIX, time(12), 1)))
    assert told(terms, "2026-12-20T00:00", "2028-01-05T00:00") == [
        ("Sun 12-20 00:00", "A", None),
        ("Thu 12-24 18:00", "B", "christmas_eve"),
        ("Fri 12-25 12:00", "A", None),
        ("Thu 12-31 18:00", "B", "new_years_eve"),
        ("Fri 01-01 12:00", "A", None),
        ("Fri 12-24 18:00", "A", "christmas_eve"),
        ("Sat 12-25 12:00", "A", None),
        ("Fri 12-31 18:00", "A", "new_years_eve"),
        ("Sat 01-01 12:00", "A", None),
    ]


def test_a_birthday_is_each_child_s_own_and_a_day_may_be_of_one_child():
    terms = Terms(ALWAYS_A, special_days=(feast("birthday"), feast("05-17", children=(MIO.id,))))
    span = "2027-02-01T00:00", "2027-07-01T00:00"
    assert [line[0] for line in told(terms, *span) if line[1] == "B"] == ["Mon 03-01 10:00"]
    assert [line[0] for line in told(terms, *span, MIO) if line[1] == "B"] == [
        "Mon 05-17 10:00",
        "Tue 06-01 10:00",
    ]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("weak", "strong"),
    [
        (feast("mothers_day", A), feast("2027-05-09", B)),
        (feast("mothers_day", A), feast("mothers_day", B, children=(LOU.id,))),
        (feast("mothers_day", A, children=(LOU.id,)), feast("2027-05-09", B)),
        (feast("2027-05-09", A), feast("2027-05-09", B, children=(LOU.id,))),
    ],
)
def test_one_date_and_one_child_beat_every_year_and_all(weak, strong, turned):
    days = (weak, strong)[:: -1 if turned else 1]
    stays = expand(
        in_force(Terms(ALWAYS_A, special_days=days)), LOU, at("2027-05-09T00:00"), at("2027-05-10T00:00")
    )
    assert home_at(stays, at("2027-05-09T12:00")) is B


def test_of_two_alike_the_later_in_the_plan_wins():
    days = (feast("mothers_day", A), feast("05-09", B))
    assert ("Sun 05-09 10:00", "B", "05-09") in told(
        Terms(ALWAYS_A, special_days=days), "2027-05-01T00:00", "2027-06-01T00:00"
    )


TRIP = Away(A, at("2027-05-08T10:00"), at("2027-05-09T11:00"), (LOU.id,))


@pytest.mark.parametrize(
    ("day", "trip", "kept"),
    [
        (feast("mothers_day"), TRIP, False),
        (feast("mothers_day", breaks_trips=True), TRIP, True),
        (feast("mothers_day"), replace(TRIP, home=B), True),  # they travel with that parent
        (feast("mothers_day"), replace(TRIP, children=(MIO.id,)), True),
        (feast("mothers_day"), replace(TRIP, ends_at=at("2027-05-09T10:00")), True),
        (feast("fathers_day"), TRIP, True),
    ],
)
def test_a_special_day_does_not_break_a_trip_that_was_accepted(day, trip, kept):
    found = told(
        Terms(ALWAYS_A, special_days=(day,)), "2027-05-01T00:00", "2027-07-01T00:00", laid=Laid(trips=(trip,))
    )
    assert any(home == "B" for _, home, _ in found) is kept


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (feast("mothers_day"), 0),
        (feast("grandmothers_day"), 1),
        (replace(feast("mothers_day"), begins=time(2, 30)), 1),
        (replace(feast("mothers_day"), ends=time(10)), 1),
        (replace(feast("mothers_day"), ends=time(9), ends_after_days=1), 0),
        (replace(feast("mothers_day"), ends_after_days=8), 1),
        (replace(feast("mothers_day"), ends_after_days=-1), 1),
    ],
)
def test_what_is_wrong_with_a_special_day_is_told_under_its_name(day, count):
    assert [p.field for p in problems_of_terms(Terms(ALWAYS_A, special_days=(day,)))] == [day.day] * count


def test_a_public_holiday_nobody_knows_is_a_problem():
    assert [p.field for p in problems_of_terms(with_feasts("1_may", "2_may"))] == ["public_holidays"]


# --- after a holiday --------------------------------------------------------------------------------------------------

WEEKLY = Regular("BBBBAAAAAAABBB", MONDAY, A, SIX)


def saturdays(terms, first, count, child=LOU):
    asked = nights(in_force(terms), child, first, count * 7)
    return "".join(night.home.value for night in asked if night.date.weekday() == SATURDAY)


@pytest.mark.parametrize("first", [A, B])
@pytest.mark.parametrize("name", ["autumn", "christmas", "carnival", "easter", "summer"])
def test_a_cycle_that_restarts_begins_with_the_parent_who_did_not_have_the_last_weekend(name, first):
    rule = HolidayRule(name, Split.HALVES, first, SATURDAY, SIX)
    for child in (LOU, MIO):
        terms = Terms(WEEKLY, (rule,), after_holidays=After.RESTART)
        stays = expand(in_force(terms), child, at("2026-02-01T00:00"), at("2028-07-01T00:00"))
        ends = [s.ends_at for s, then in pairwise(stays) if s.because.what and not then.because.what]
        assert len(ends) >= 2
        for end in ends:
            saturday = end.date() - timedelta(days=(end.weekday() - SATURDAY) % 7)
            last = home_at(stays, datetime.combine(saturday, time(23), tzinfo=ZONE))
            weekends = [
                home_at(stays, datetime.combine(saturday + timedelta(days=7 * n), time(23), tzinfo=ZONE))
                for n in range(1, 4)
            ]
            assert weekends == [last.other, last, last.other]


def test_a_cycle_that_continues_may_give_three_weekends_in_a_row_and_one_that_restarts_does_not_after_it():
    going_on = Terms(WEEKLY, (HolidayRule("christmas", Split.HALVES, B, SATURDAY, SIX),))
    again = replace(going_on, after_holidays=After.RESTART)
    first = date(2026, 12, 14)  # the weekends of 19 and 26 December and 2 January are of the holiday
    assert saturdays(going_on, first, 6) == "BAAABA"
    assert saturdays(again, first, 6) == "BAABAB"


def test_the_restarted_week_keeps_its_weekdays():
    terms = Terms(WEEKLY, SHARED, after_holidays=After.RESTART)
    stays = expand(in_force(terms), LOU, at("2026-02-01T00:00"), at("2030-02-01T00:00"))
    inner = [
        two for one, two in pairwise(stays)
        if one.because.layer is two.because.layer is Layer.REGULAR
    ]  # fmt: skip
    assert {stay.starts_at.weekday() for stay in inner} == {4}


@pytest.mark.parametrize(
    "regular",
    [
        Regular("AAAABBBAAAABBB", MONDAY, A, SIX),  # every weekend with B: nothing can be turned
        Regular("AAA", MONDAY, A, SIX),
        Regular("", MONDAY, B, SIX, monthly=Monthly((1,), 4, 2)),
    ],
)
def test_a_cycle_without_another_weekend_goes_on(regular):
    again = Terms(regular, SHARED, after_holidays=After.RESTART)
    span = "2026-02-01T00:00", "2028-02-01T00:00"
    assert told(again, *span) == told(replace(again, after_holidays=After.CONTINUE), *span)


def test_a_restart_waits_for_the_anchor_and_for_the_plan():
    """The parents chose an anchor after the summer: that holiday moves nothing any more."""
    anchored = Terms(replace(WEEKLY, anchor=date(2026, 9, 7)), SHARED, after_holidays=After.RESTART)
    span = "2026-09-01T00:00", "2026-10-15T00:00"
    assert told(anchored, *span) == told(replace(anchored, after_holidays=After.CONTINUE), *span)
    step = Step(LOU.id, date(2026, 9, 7), replace(WEEKLY, anchor=date(2026, 9, 7)))
    grown = Terms(ALWAYS_A, SHARED, steps=(step,), after_holidays=After.RESTART)
    later = "2026-09-08T00:00", "2026-10-15T00:00"
    assert [line[:2] for line in told(grown, *later)] == [line[:2] for line in told(anchored, *later)]


@pytest.mark.parametrize("child", [LOU, MIO])
@pytest.mark.parametrize("first", [A, B])
def test_the_last_weekend_can_be_with_the_parent_of_the_first_school_week(child, first):
    rule = HolidayRule("summer", Split.WEEKS, first, SATURDAY, SIX, last_weekend_to_school=True)
    stays = expand(in_force(Terms(WEEKLY, (rule,))), child, at("2026-06-01T00:00"), at("2026-10-01T00:00"))
    (*_, last) = [stay for stay in stays if stay.because.what == "summer"]
    after = stays[stays.index(last) + 1]
    friday = last.ends_at - timedelta(days=(last.ends_at.weekday() - 4) % 7)
    assert last.home is after.home
    assert last.starts_at <= friday


def test_the_last_weekend_and_a_restart_cannot_both_be():
    rule = replace(SHARED[-1], last_weekend_to_school=True)
    assert problems_of_terms(Terms(WEEKLY, (rule,))) == ()
    found = problems_of_terms(Terms(WEEKLY, (rule,), after_holidays=After.RESTART))
    assert [problem.field for problem in found] == ["summer"]


# --- pieces -----------------------------------------------------------------------------------------------------------


def piece(begins, ends, home=A):
    day = datetime(2026, 1, 1, tzinfo=UTC)
    return Piece(
        day + timedelta(days=begins), day + timedelta(days=ends), home, Because(Layer.REGULAR, "C02")
    )


@pytest.mark.parametrize(
    ("under", "over", "result"),
    [
        ([(0, 9)], [(3, 4)], [(0, 3, A), (3, 4, B), (4, 9, A)]),
        ([(0, 3), (3, 9)], [(2, 4)], [(0, 2, A), (2, 4, B), (4, 9, A)]),
        ([(0, 3), (5, 9)], [(3, 5)], [(0, 3, A), (3, 5, B), (5, 9, A)]),
        ([(0, 3)], [(3, 5)], [(0, 3, A), (3, 5, B)]),
        ([(2, 3)], [(0, 5)], [(0, 5, B)]),
        ([(2, 3)], [(0, 1)], [(0, 1, B), (2, 3, A)]),
        ([(0, 9)], [(1, 5), (3, 7)], [(0, 1, A), (1, 7, B), (7, 9, A)]),
        ([], [(1, 5)], [(1, 5, B)]),
        ([(0, 1)], [], [(0, 1, A)]),
    ],
)
def test_what_lies_over_wins(under, over, result):
    laid = laid_over([piece(*one) for one in under], [piece(*one, B) for one in over])
    assert joined(laid) == [piece(*one) for one in result]
