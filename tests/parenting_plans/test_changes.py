"""Which days change: every night and handover that is otherwise, no other, for any period up to two years."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import schedule
from parenting_plans.changes import compare
from parenting_plans.values import ZONE, Child, Community, Home, InForce, Regular, Terms

A, B = Home
LOU = Child(UUID(int=1), date(2019, 5, 14), Community.FLEMISH)
MONDAY = date(2027, 3, 1)
SINCE = datetime(2027, 3, 8, 18, 0, tzinfo=ZONE)
DAY = timedelta(days=1)


def plan(nights: str, *, at: time = time(18), first: Home = A, since: datetime = SINCE - 7 * DAY) -> InForce:
    return InForce(UUID(int=len(nights)), Terms(Regular(nights, MONDAY, first, at)), since)


NOW = plan("AAAAAAABBBBBBB")


def then(nights: str, **said) -> tuple[InForce, ...]:
    return NOW, plan(nights, since=SINCE, **said)


def test_the_same_plan_changes_nothing():
    found = compare((NOW,), then("AAAAAAABBBBBBB"), LOU, SINCE, SINCE + 60 * DAY)
    assert (found.runs, found.handovers, found.changed_nights) == ((), (), 0)
    assert found.more == {A: 0, B: 0}
    assert len(found.nights) == 61  # the night of the last day begins before 18:00 of that day


def test_runs_of_nights_and_their_handovers():
    found = compare((NOW,), then("ABBBBBBBBBBBBB"), LOU, SINCE, datetime(2027, 3, 22, tzinfo=ZONE))
    assert [(run.first.day, run.last.day, run.before, run.after) for run in found.runs] == [(16, 21, A, B)]
    assert found.changed_nights == 6
    assert found.more == {A: -6, B: 6}
    [changed] = found.handovers
    assert changed.day == date(2027, 3, 16)
    assert changed.before == ()
    assert [(one.at.day, one.from_home, one.to_home) for one in changed.after] == [(16, A, B)]


def test_another_hour_changes_handovers_and_no_night():
    found = compare((NOW,), then("AAAAAAABBBBBBB", at=time(19)), LOU, SINCE + DAY, SINCE + 20 * DAY)
    assert found.runs == ()
    assert [(one.before[0].at.hour, one.after[0].at.hour) for one in found.handovers] == [(18, 19), (18, 19)]


def test_the_first_calendar_is_all_new():
    new = (plan("AB", since=SINCE),)
    found = compare((), new, LOU, SINCE, datetime(2027, 3, 11, tzinfo=ZONE))
    assert [(run.before, run.after, run.nights) for run in found.runs] == [
        (None, home, 1) for home in (B, A, B)
    ]


@pytest.mark.parametrize("length", [timedelta(0), -DAY, timedelta(days=732)])
def test_only_up_to_two_years_are_compared(length):
    with pytest.raises(ValueError):
        compare((NOW,), (NOW,), LOU, SINCE, SINCE + length)


def test_two_years_over_both_changes_of_the_clock():
    found = compare((NOW,), then("BBBBBBBAAAAAAA"), LOU, SINCE, SINCE + timedelta(days=731))
    assert found.changed_nights == len(found.nights) == 732
    assert all(one.at.hour == 18 for changed in found.handovers for one in (*changed.before, *changed.after))


cycles = st.text("AB", min_size=1, max_size=14)


@settings(max_examples=40, deadline=None)
@given(cycles, cycles, st.integers(1, 90), st.sampled_from([8, 18]))
def test_it_is_what_both_calendars_say(old, new, days, hour):
    before = (replace(plan(old), terms=Terms(Regular(old, MONDAY, A, time(18)))),)
    after = (*before, plan(new, since=SINCE, at=time(hour)))
    until = datetime.combine(SINCE.date() + days * DAY, time(0), tzinfo=ZONE)
    found = compare(before, after, LOU, SINCE, until)
    homes = [
        {night.date: night.home for night in schedule.nights(plans, LOU, SINCE.date(), days)}
        for plans in (before, after)
    ]
    moved = {day for day in homes[1] if homes[0].get(day) is not homes[1][day]}
    told = {run.first + n * DAY for run in found.runs for n in range(run.nights)}
    assert told == moved
    assert found.changed_nights == len(moved)
    assert found.more[A] == -found.more[B]
    back = compare(after, before, LOU, SINCE, until)
    assert [(run.first, run.last, run.after, run.before) for run in back.runs] == [
        (run.first, run.last, run.before, run.after) for run in found.runs
    ]
    for changed in found.handovers:
        assert set(changed.before).isdisjoint(changed.after)
        assert all(one.at >= SINCE for one in (*changed.before, *changed.after))
