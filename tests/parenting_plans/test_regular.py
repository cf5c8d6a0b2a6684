"""The ordinary week: hours without a night, nights by the month, a schedule per child, a plan that grows."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.patterns import named, regular_of
from parenting_plans.regular import letters, nth_weekday
from parenting_plans.schedule import expand, handovers, nests_at, nights, problems_of_terms
from parenting_plans.values import ZONE, Child, Community, Home, InForce, Monthly, Regular, Slot, Step, Terms

A, B = Home.A, Home.B
SIX = time(18)
MONDAY = date(2026, 1, 5)
LOU = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)
MIO = Child(UUID(int=2), date(2020, 6, 1), Community.FLEMISH)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def in_force(terms):
    return [InForce(UUID(int=9), terms, at("2026-01-01T00:00"))]


def told(stays):
    return [(f"{s.starts_at:%a %m-%d %H:%M}", f"{s.ends_at:%a %m-%d %H:%M}", s.home.value) for s in stays]


def weekly(*slots, nights="AA"):
    return Terms(Regular(nights, MONDAY, A, SIX, slots))


# --- hours without a night --------------------------------------------------------------------------------------------


def test_a_wednesday_afternoon_is_a_stay_of_its_own_and_moves_no_night():
    terms = Terms(regular_of(named("12-2_wed"), MONDAY, A, SIX))
    stays = expand(in_force(terms), LOU, at("2026-01-05T18:00"), at("2026-01-15T00:00"))
    assert told(stays) == [
        ("Mon 01-05 18:00", "Wed 01-07 12:00", "A"),
        ("Wed 01-07 12:00", "Wed 01-07 18:00", "B"),
        ("Wed 01-07 18:00", "Fri 01-09 18:00", "A"),
        ("Fri 01-09 18:00", "Sun 01-11 18:00", "B"),
        ("Sun 01-11 18:00", "Wed 01-14 12:00", "A"),
        ("Wed 01-14 12:00", "Wed 01-14 18:00", "B"),
        ("Wed 01-14 18:00", "Thu 01-15 00:00", "A"),
    ]
    assert [stay.because.what for stay in stays] == [None, "slot", None, None, None, "slot", None]
    assert {(stay.because.layer.value, stay.because.clause) for stay in stays} == {("regular", "C02")}
    plain = Terms(replace(terms.regular, slots=()))
    assert [(n.date, n.home) for n in nights(in_force(terms), LOU, MONDAY, 60)] == [
        (n.date, n.home) for n in nights(in_force(plain), LOU, MONDAY, 60)
    ]


def test_a_slot_may_be_in_some_weeks_of_the_cycle_counted_from_the_anchor():
    tuesday = Slot(1, time(16), time(19), "B", weeks=(1,))
    terms = weekly(tuesday, nights="A" * 28)
    found = handovers(expand(in_force(terms), LOU, at("2026-01-05T00:00"), at("2026-03-30T00:00")))
    assert [f"{one.at:%m-%d}" for one in found if one.to_home is B] == ["01-13", "02-10", "03-10"]


def test_a_window_may_begin_inside_a_slot():
    terms = weekly(Slot(2, time(12), SIX, "B"))
    (only,) = expand(in_force(terms), LOU, at("2026-01-07T13:00"), at("2026-01-07T15:00"))
    assert (only.home, only.because.what) == (B, "slot")


# --- nights by the month ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("month", "weekday", "ordinal", "day"),
    [
        ((2026, 1), 4, 1, "2026-01-02"),
        ((2026, 5), 4, 1, "2026-05-01"),
        ((2026, 5), 4, 5, "2026-05-29"),
        ((2026, 6), 4, 5, None),
        ((2026, 12), 6, -1, "2026-12-27"),
        ((2028, 2), 1, -1, "2028-02-29"),
        ((2028, 2), 1, 5, "2028-02-29"),
    ],
)
def test_the_nth_weekday_of_a_month(month, weekday, ordinal, day):
    assert nth_weekday(*month, weekday, ordinal) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("ordinals", "fridays"),
    [
        ((1,), ["01-02", "02-06", "03-06", "04-03"]),
        ((-1,), ["01-30", "02-27", "03-27", "04-24"]),
        ((1, 3), ["01-02", "01-16", "02-06", "02-20", "03-06", "03-20", "04-03", "04-17"]),
        ((5,), ["01-30"]),
    ],
)
def test_the_first_or_last_weekend_of_the_month(ordinals, fridays):
    terms = Terms(Regular("", MONDAY, A, SIX, monthly=Monthly(ordinals, 4, 2)))
    stays = expand(in_force(terms), LOU, at("2026-01-01T00:00"), at("2026-05-01T00:00"))
    away = [stay for stay in stays if stay.home is B]
    assert [f"{stay.starts_at:%m-%d}" for stay in away] == fridays
    assert all(stay.ends_at.weekday() == 6 and stay.ends_at.time() == SIX for stay in away)


def test_long_distance_can_be_counted_by_the_month():
    regular = regular_of(named("long_distance"), MONDAY, B, SIX, by_month=True)
    assert regular == Regular("", MONDAY, B, SIX, (), Monthly((1,), 4, 2))
    assert regular_of(named("long_distance"), MONDAY, B, SIX).nights.count("B") == 2


DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
MONTHLY = st.builds(
    Monthly,
    st.lists(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1, max_size=3, unique=True).map(tuple),
    st.integers(0, 6),
    st.integers(1, 14),
)


@settings(max_examples=80, deadline=None)
@given(MONTHLY, DAYS, st.integers(1, 200))
def test_a_night_of_the_month_is_what_the_rule_says_whichever_day_one_starts(monthly, since, count):
    def away(day):
        return any(
            start == day - timedelta(days=back)
            for back in range(monthly.nights)
            for start in [day - timedelta(days=back)]
            for ordinal in monthly.ordinals
            if nth_weekday(start.year, start.month, monthly.weekday, ordinal) == start
        )

    regular = Regular("", MONDAY, A, SIX, monthly=monthly)
    turns = dict(letters(regular, since, since + timedelta(days=count)))
    letter = turns[since]
    for day in (since + timedelta(days=n) for n in range(count)):
        letter = turns.get(day, letter)
        assert letter == ("B" if away(day) else "A")


# --- a schedule per child, and one that grows -------------------------------------------------------------------------


def test_a_child_may_have_a_schedule_of_its_own():
    terms = Terms(
        Regular("AAAAAAABBBBBBB", MONDAY, A, SIX), regimes=((MIO.id, Regular("AAB", MONDAY, B, time(17))),)
    )
    assert "".join(n.home for n in nights(in_force(terms), LOU, MONDAY, 14)) == "AAAAAAABBBBBBB"
    assert "".join(n.home for n in nights(in_force(terms), MIO, MONDAY, 6)) == "BBABBA"


def test_a_step_counts_from_the_handover_time_of_its_day_for_its_child_alone():
    later = Regular("BA", date(2026, 1, 8), A, time(17))
    terms = Terms(Regular("AAAAAAABBBBBBB", MONDAY, A, SIX), steps=(Step(LOU.id, date(2026, 1, 8), later),))
    stays = expand(in_force(terms), LOU, at("2026-01-05T18:00"), at("2026-01-10T00:00"))
    assert [(*line, stay.because.clause) for line, stay in zip(told(stays), stays, strict=True)] == [
        ("Mon 01-05 18:00", "Thu 01-08 17:00", "A", "C02"),
        ("Thu 01-08 17:00", "Fri 01-09 17:00", "B", "C05"),
        ("Fri 01-09 17:00", "Sat 01-10 00:00", "A", "C05"),
    ]
    assert {n.home for n in nights(in_force(terms), MIO, MONDAY, 7)} == {A}


def test_on_the_day_of_a_step_the_old_handover_no_longer_counts():
    """The old schedule would move the child at 16:00 for two hours only."""
    old, new = Regular("AAAB", MONDAY, A, time(16)), Regular("AA", MONDAY, A, SIX)
    terms = Terms(old, steps=(Step(LOU.id, date(2026, 1, 8), new),))
    assert handovers(expand(in_force(terms), LOU, at("2026-01-05T18:00"), at("2026-02-05T00:00"))) == ()


def test_steps_may_follow_each_other():
    steps = tuple(
        Step(LOU.id, date(2026, month, 1), Regular(cycle, date(2026, month, 1), A, SIX))
        for month, cycle in ((5, "AB"), (3, "AAB"))
    )
    terms = Terms(Regular("AA", MONDAY, A, SIX), steps=steps)
    slept = {n.date: n.home.value for n in nights(in_force(terms), LOU, MONDAY, 150)}
    march = "".join(slept[date(2026, 3, day)] for day in range(1, 7))
    may = "".join(slept[date(2026, 5, day)] for day in range(1, 7))
    assert (slept[date(2026, 2, 28)], march, may) == ("A", "AABAAB", "ABABAB")


def test_in_a_nest_the_parents_move():
    terms = Terms(regular_of(named("birdnest_ww"), MONDAY, A, SIX), nest=named("birdnest_ww").nest)
    later = InForce(UUID(int=10), replace(terms, nest=False), at("2026-06-01T18:00"))
    versions = [later, *in_force(terms)]
    asked = ("2025-12-31T00:00", "2026-03-01T00:00", "2026-07-01T00:00")
    assert [nests_at(versions, at(day)) for day in asked] == [False, True, False]


# --- what cannot be a week --------------------------------------------------------------------------------------------

GOOD = Slot(2, time(12), SIX, "B")
FIRST_WEEKEND = Monthly((1,), 4, 2)


@pytest.mark.parametrize(
    ("regular", "fields"),
    [
        (Regular("AA", MONDAY, A, SIX, (GOOD,)), []),
        (Regular("AA", MONDAY, A, SIX, (replace(GOOD, ends=time(12)),)), ["slots"]),
        (Regular("AA", MONDAY, A, SIX, (replace(GOOD, begins=time(2, 30)),)), ["slots"]),
        (Regular("AA", MONDAY, A, SIX, (replace(GOOD, weekday=7, letter="C"),)), ["slots", "slots"]),
        (Regular("AAA", MONDAY, A, SIX, (replace(GOOD, weeks=(0,)),)), ["slots"]),
        (Regular("A" * 14, MONDAY, A, SIX, (replace(GOOD, weeks=(0, 1)),)), []),
        (Regular("A" * 14, MONDAY, A, SIX, (replace(GOOD, weeks=(2,)),)), ["slots"]),
        (Regular("", MONDAY, A, SIX), ["nights"]),
        (Regular("", MONDAY, A, SIX, monthly=FIRST_WEEKEND), []),
        (Regular("AB", MONDAY, A, SIX, monthly=FIRST_WEEKEND), ["monthly"]),
        (Regular("", MONDAY, A, SIX, monthly=Monthly((), 4, 2)), ["monthly"]),
        (Regular("", MONDAY, A, SIX, monthly=Monthly((0, 6), 7, 15)), ["monthly", "monthly", "monthly"]),
        (Regular("", MONDAY, A, SIX, (replace(GOOD, weeks=(0,)),), FIRST_WEEKEND), ["slots"]),
    ],
)
def test_every_problem_of_a_week_is_told(regular, fields):
    found = problems_of_terms(Terms(regular))
    assert [problem.field for problem in found] == fields
    for problem in found:
        problem.text.format(**problem.values)
    assert [
        p.field for p in problems_of_terms(Terms(Regular("AB", MONDAY, A, SIX), regimes=((LOU.id, regular),)))
    ] == (fields)


def test_two_steps_of_one_child_on_one_day_are_a_problem():
    step = Step(LOU.id, MONDAY, Regular("AB", MONDAY, A, time(2, 30)))
    other = Step(MIO.id, MONDAY, Regular("AB", MONDAY, A, SIX))
    found = problems_of_terms(Terms(Regular("AB", MONDAY, A, SIX), steps=(step, step, other)))
    assert [problem.field for problem in found] == ["steps", "handover_time", "handover_time"]
