"""What keeps Ana and Ben's plan from being proposed, and what a plan means for the calendar."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parenting_plans import patterns, schedule
from parenting_plans.clause import LOU
from parenting_plans.errors import PlanIncomplete
from parenting_plans.plan import (
    Change,
    Difference,
    differences,
    handover_days,
    in_force,
    problems_of,
    terms_of,
    without_left_out,
)
from parenting_plans.proposals import propose
from parenting_plans.signing import sign, version_of
from parenting_plans.values import ZONE, Child, Community, HolidayRule, Home, Regular, Split, Terms
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW, START, TODAY, whole_plan


def fields_of(agreed, *, children=CHILDREN, effective_on=START):
    return [problem.field for problem in problems_of(agreed, children, effective_on, TODAY)]


def test_a_whole_plan_has_no_problems():
    assert fields_of(whole_plan()) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"C02": None}, ["C02"]),
        ({"A01": None, "F01": None}, ["A01"]),
        ({"F01": {"inform_days": ""}}, ["F01.inform_days"]),
        ({"C02": {"anchor_date": "2027-09-07"}}, ["C02.anchor_date"]),
        ({"C02": {"pattern": "own", "nights": "AABB"}, "D01": {"day": ""}}, []),
        ({"D01": {"moment": "clock", "time": "18:00"}}, []),
        ({"D01": {"moment": "clock", "time": "17:30"}}, ["D01.time"]),
        ({"D01": {"day": "wed"}}, ["D01.day"]),
        ({"C02": {"pattern": "2-2-3"}}, ["D01.day"]),
        ({"C02": {"pattern": "2-2-3"}, "D01": {"day": ""}}, []),
        ({"D05": {"answer": 8}}, ["D05.answer"]),
        ({"A01": {"children": [LOU]}}, ["C01.per_child"]),
        ({"C01": {"per_child": {LOU: "A"}}}, ["C01.per_child"]),
        ({"A01": {"children": [str(uuid4())]}}, ["A01.children", "C01.per_child", "C01.per_child"]),
        ({"Z99": {"answer": 1}}, ["Z99"]),
    ],
)
def test_every_gap_and_contradiction_is_named(changed, expected):
    assert fields_of(whole_plan(**changed)) == expected


@pytest.mark.parametrize(
    ("effective_on", "expected"),
    [
        (None, ["effective_on"]),
        (TODAY - timedelta(days=1), ["effective_on"]),
        (TODAY, []),
        (TODAY + timedelta(days=731), []),
        (TODAY + timedelta(days=732), ["effective_on"]),
    ],
)
def test_a_plan_starts_today_or_within_two_years(effective_on, expected):
    assert fields_of(whole_plan(), effective_on=effective_on) == expected


@pytest.mark.parametrize("answers", [None, "yes", [], {}, {"pattern": 3}, {"nights": None}])
def test_nonsense_for_a_clause_is_a_problem_never_an_error(answers):
    agreed = {**whole_plan(), "C02": answers}
    assert {field.split(".")[0] for field in fields_of(agreed)} == {"C02"}
    with pytest.raises(PlanIncomplete):
        terms_of(agreed)


def test_an_empty_plan_is_told_everything_at_once():
    assert fields_of({}, effective_on=None) == ["effective_on", "A01", "C02"]


def test_a_topic_that_is_set_aside_is_no_part_of_the_plan():
    agreed = {**whole_plan(), "D05": {}}
    assert fields_of(agreed) == []
    assert "D05" not in without_left_out(agreed)
    assert fields_of({**agreed, "C02": {}}) == ["C02"]


def test_what_a_plan_means_for_the_calendar():
    assert terms_of(whole_plan()) == Terms(
        Regular("BBBBAAAAAAABBB", date(2027, 9, 6), Home.A, time(18)),
        (
            HolidayRule("christmas", Split.HALVES, Home.B, 5, time(17)),
            HolidayRule("summer", Split.ALTERNATE, Home.A, 4, time(18)),
        ),
    )


def test_a_clock_time_of_handover_is_the_calendars():
    plan = whole_plan(C02={"handover_time": "18:00"}, D01={"moment": "clock", "time": "17:15"})
    assert terms_of(plan).regular.handover_time == time(17, 15)


def test_a_plan_needs_only_its_schedule_for_a_calendar():
    assert terms_of({"C02": whole_plan()["C02"]}).holidays == ()
    with pytest.raises(PlanIncomplete):
        terms_of(whole_plan(C02=None))


def test_every_named_pattern_becomes_terms_without_problems():
    for pattern in patterns.load():
        terms = terms_of(whole_plan(C02={"pattern": pattern.id}))
        assert terms.regular.nights == pattern.nights
        assert schedule.problems_of_terms(terms) == ()


@pytest.mark.parametrize(
    ("pattern", "nights", "expected"),
    [
        ("ww_fri", "", {"fri"}),
        ("ww_mon", "", {"mon"}),
        ("12-2", "", {"fri", "sun"}),
        ("own", "AB", {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}),
        ("own", "AAA", set()),
    ],
)
def test_the_days_of_handover_follow_from_the_nights(pattern, nights, expected):
    assert handover_days({**whole_plan()["C02"], "pattern": pattern, "nights": nights}) == expected


def version(number, effective_on, sealed_at, **changed):
    proposal = propose(
        (),
        family_id=ANA_AND_BEN,
        by=Home.A,
        agreed=whole_plan(**changed),
        effective_on=effective_on,
        id=UUID(int=number),
        now=NOW,
    )
    accepted = version_of(proposal, number, UUID(int=100 + number), NOW)
    if sealed_at is None:
        return accepted
    once = sign(accepted, Home.A, accepted.digest, sealed_at)
    return sign(once, Home.B, accepted.digest, sealed_at)


def brussels(*parts):
    return datetime(*parts, tzinfo=ZONE)


def starts(*versions):
    return [(found.version_id.int - 100, found.starts_at) for found in in_force(versions)]


def test_a_version_starts_on_its_effective_day_at_its_own_handover_time():
    assert starts(version(1, START, NOW)) == [(1, brussels(2027, 9, 6, 18))]
    late = version(1, START, NOW, C02={"handover_time": "19:30"})
    assert starts(late) == [(1, brussels(2027, 9, 6, 19, 30))]


@pytest.mark.parametrize(
    ("sealed_at", "expected"),
    [
        (brussels(2027, 9, 6, 18), brussels(2027, 9, 6, 18)),
        (brussels(2027, 9, 6, 18, 0, 1), brussels(2027, 9, 7, 18)),
        (brussels(2027, 9, 20, 12), brussels(2027, 9, 20, 18)),
        (
            datetime(2027, 9, 20, 22, 30, tzinfo=UTC),
            brussels(2027, 9, 21, 18),
        ),  # already the 21st in Brussels
    ],
)
def test_a_version_sealed_late_does_not_rewrite_what_has_happened(sealed_at, expected):
    assert starts(version(1, START, sealed_at)) == [(1, expected)]


def test_only_sealed_versions_count():
    accepted = version(1, START, None)
    assert in_force([accepted]) == ()
    assert in_force([sign(accepted, Home.A, accepted.digest, NOW)]) == ()


def test_a_later_version_takes_over_and_one_that_is_overtaken_never_governs():
    first, second = version(1, START, NOW), version(2, date(2027, 12, 1), NOW)
    overtaking = version(3, date(2027, 10, 1), NOW)
    assert starts(second, first) == [(1, brussels(2027, 9, 6, 18)), (2, brussels(2027, 12, 1, 18))]
    assert starts(first, second, overtaking) == [
        (1, brussels(2027, 9, 6, 18)),
        (3, brussels(2027, 10, 1, 18)),
    ]


def test_no_child_changes_homes_at_midnight_when_a_new_version_starts():
    old = version(1, START, NOW)
    new = version(2, date(2027, 11, 8), NOW, C02={"anchor_parent": "B"})
    lou = Child(CHILDREN[0], date(2019, 5, 1), Community.FLEMISH)
    stays = schedule.expand(in_force([old, new]), lou, brussels(2027, 11, 1), brussels(2027, 11, 30))
    assert {handover.at.astimezone(ZONE).time() for handover in schedule.handovers(stays)} == {time(18)}


def test_differences_name_the_clause_and_the_answers():
    old, new = whole_plan(F01=None), whole_plan(C02={"handover_time": "19:00"}, E05=None)
    assert differences(old, new) == (
        Difference("C02", Change.CHANGED, ("handover_time",)),
        Difference("E05", Change.REMOVED, ("split", "first_half_even")),
        Difference("F01", Change.ADDED, ("schengen", "outside", "inform_days", "info")),
    )
    assert differences(old, old) == ()


def test_an_answer_nobody_asked_for_is_no_difference():
    assert differences(whole_plan(), whole_plan(D01={"time": "18:00"})) == ()


def test_a_version_whose_number_is_later_wins_whatever_the_order_given():
    versions = [version(number, START, NOW) for number in (1, 2, 3)]
    assert [found.version_id for found in in_force(versions[::-1])] == [versions[2].id]
    assert in_force([replace(versions[0], sealed_at=None), versions[1]])[0].version_id == versions[1].id


def timed(number, day, sealed_at, at, **changed):
    return version(
        number, day, sealed_at, A03={"trial": "no", "start_time": at} if at else {"trial": "no"}, **changed
    )


@pytest.mark.parametrize(
    ("at", "day", "sealed_at", "starts_at"),
    [
        ("08:30", date(2027, 9, 6), brussels(2027, 9, 1), brussels(2027, 9, 6, 8, 30)),
        ("08:30", date(2028, 3, 26), brussels(2028, 3, 1), brussels(2028, 3, 26, 8, 30)),
        ("03:00", date(2027, 10, 31), brussels(2027, 9, 1), brussels(2027, 10, 31, 3, 0)),
        ("", date(2027, 9, 6), brussels(2027, 9, 1), brussels(2027, 9, 6, 18, 0)),
        # sealed after that time: the first handover after sealing, the same day or the next
        ("08:30", date(2027, 9, 6), brussels(2027, 9, 6, 9, 0), brussels(2027, 9, 6, 18, 0)),
        ("08:30", date(2027, 9, 6), brussels(2027, 9, 6, 19, 0), brussels(2027, 9, 7, 18, 0)),
    ],
)
def test_a_version_starts_at_the_time_it_names(at, day, sealed_at, starts_at):
    (found,) = in_force([timed(1, day, sealed_at, at)])
    assert found.starts_at == starts_at


@given(st.integers(0, 23).filter(lambda hour: hour != 2), st.integers(0, 60))
def test_before_its_instant_nothing_changes_and_after_it_the_new_plan_counts(hour, ahead):
    sealed_at, clock = brussels(2028, 1, 4, 8, 0), f"{hour:02}:30"
    day = date(2028, 3, 1) + timedelta(days=ahead)
    other = {**whole_plan()["C02"], "anchor_parent": "B"}
    old, new = version(1, date(2028, 1, 4), sealed_at), timed(2, day, sealed_at, clock, C02=other)
    always_new = timed(1, date(2028, 1, 4), sealed_at, clock, C02=other)
    child = Child(CHILDREN[0], date(2019, 5, 1), Community.FLEMISH)
    start, end = brussels(2028, 2, 1), brussels(2028, 6, 1)
    at = in_force([old, new], [child])[-1].starts_at
    assert at == datetime.combine(day, time(hour, 30), tzinfo=ZONE)

    def stays(versions, first, last):
        return schedule.expand(in_force(versions, [child]), child, first, last)

    def told(found):
        return [(one.home, one.starts_at, one.ends_at) for one in schedule.merged(found)]

    both = stays([old, new], start, end)
    assert told(both) == told((*stays([old], start, at), *stays([always_new], at, end)))
