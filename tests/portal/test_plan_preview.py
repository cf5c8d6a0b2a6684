"""What a draft may hold, how far it is, and what a plan would change in the calendar, without a page or a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation.families import ChildInFamily, Family, Parent
from mediation.people import Person, Profession
from mediation.usecases.plan_changes import what_changes
from mediation.usecases.plan_first_year import first_year
from mediation.usecases.plan_fit import unfit
from mediation.usecases.plan_preview import (
    COMPARED_NIGHTS,
    moves,
    ordinary_nights,
    preview,
    section,
    sections,
)
from parenting_plans import clauses, patterns
from parenting_plans.holidays import SchoolCalendars, SchoolHoliday
from parenting_plans.laid import PLAIN, Laid
from parenting_plans.schedule import Night
from parenting_plans.values import ZONE, After, Because, Community, Home, Layer, Version, Window
from portal.demo import sample_plan

LOU, MIO = UUID(int=1), UUID(int=2)
CHILDREN = [str(LOU), str(MIO)]
MONDAY = date(2027, 3, 1)
NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
ANA = Person(UUID(int=11), "Ana", "ana@example.be", "en", Profession.NONE)
FAMILY = Family(
    UUID(int=9),
    "F-1",
    NOW,
    ANA,
    frozenset(),
    (Parent(Home.A, ANA.id, "Ana", "en"), Parent(Home.B, UUID(int=12), "Ben", "en")),
    (
        ChildInFamily(LOU, "Lou", date(2019, 5, 14), Community.FLEMISH),
        ChildInFamily(MIO, "Mio", date(2021, 9, 2), Community.FRENCH),
    ),
)
BECAUSE = Because(Layer.REGULAR, "C02")


def agreed(**changed):
    plan = {code: dict(answers) for code, answers in sample_plan((LOU, MIO), MONDAY).items()}
    return {**plan, **{code: {**plan.get(code, {}), **answers} for code, answers in changed.items()}}


def sealed(plan, start=MONDAY):
    return Version(UUID(int=5), FAMILY.id, 1, plan, start, "", (), NOW, sealed_at=NOW)


@pytest.mark.parametrize(
    ("code", "answers"),
    [
        ("C02", {"colour": "blue"}),
        ("C02", {"pattern": "x" * 101}),
        ("C02", {"nights": "A" * 801}),
        ("C02", {"pattern": ["a"] * 101}),
        ("C02", {"handover_time": True}),
        ("C02", {"handover_time": 1.5}),
        ("C02", {"handover_time": None}),
        ("C02", {"handover_time": {"a": 1}}),
        ("D02", {"neutral_place": "x" * 81}),
        ("D02", {"neutral_place": "bell \x07"}),
        ("D02", {"neutral_place": "half \ud800"}),
        ("D05", {"notice": 10**9}),
        ("A01", {"children": [str(UUID(int=3))]}),
        ("A01", {"children": 7}),
        ("C01", {"per_child": {str(UUID(int=3)): "A"}}),
    ],
)
def test_what_cannot_even_wait_in_a_draft(code, answers):
    found = unfit(clauses.by_code()[code], answers, CHILDREN)
    assert [problem.field for problem in found] == [next(iter(answers))]


@pytest.mark.parametrize(
    ("code", "answers"),
    [
        ("C02", {"pattern": "no such thing", "anchor_date": "31/02/2027", "nights": "AAB"}),
        ("C02", {"handover_time": "25:99", "anchor_parent": "C"}),
        ("D05", {"notice": "many", "answer": -3}),
        ("A01", {"children": []}),
        ("C01", {"per_child": {str(LOU): "Z"}}),
    ],
)
def test_what_is_only_unfinished_may_wait(code, answers):
    assert unfit(clauses.by_code()[code], answers, CHILDREN) == ()
    assert section(code, {code: answers}, [LOU, MIO]).problems


def test_each_section_says_what_is_open_in_it_and_nothing_of_the_others():
    empty = sections({}, [LOU, MIO])
    assert [one.clause.code for one in empty] == [clause.code for clause in clauses.load()]
    assert not any(one.begun or one.settled for one in empty)
    assert [one.clause.code for one in empty if not one.done] == ["A01", "C02"]
    assert all(problem.field == "" for one in empty for problem in one.problems)

    half = agreed(C02={"anchor_date": "2027-03-02"})
    open_ones = {
        one.clause.code: [problem.field for problem in one.problems] for one in sections(half, [LOU, MIO])
    }
    assert open_ones.pop("C02") == ["anchor_date"]
    assert not any(open_ones.values())


def test_a_contradiction_between_two_sections_is_shown_in_the_one_to_mend():
    clash = agreed(D01={"moment": "clock", "time": "08:00"})
    assert [problem.field for problem in section("D01", clash, [LOU, MIO]).problems] == ["time"]


@pytest.mark.parametrize("start", [None, MONDAY])
@pytest.mark.parametrize("plan", [{}, {"C02": {"pattern": "ww_fri"}}])
def test_no_preview_before_the_ordinary_weeks_and_the_day_are_settled(plan, start):
    assert preview(FAMILY, (), plan, start, NOW, PLAIN) is None
    assert preview(FAMILY, (), agreed(), None, NOW, PLAIN) is None


def test_the_first_plan_makes_the_first_calendar():
    seen = preview(FAMILY, (), agreed(), MONDAY, NOW, PLAIN)
    assert seen is not None
    assert seen.first_calendar
    assert seen.starts_at.isoformat() == "2027-03-01T18:00:00+01:00"
    for one in seen.children:
        assert len(one.nights) == 28
        assert sum(move.nights for move in one.moves) == COMPARED_NIGHTS
        assert all(move.before is None for move in one.moves)
        assert sum(one.balance.nights.values()) == 365


def test_the_same_plan_again_moves_nothing():
    seen = preview(FAMILY, (sealed(agreed()),), agreed(), MONDAY + timedelta(days=14), NOW, PLAIN)
    assert seen is not None
    assert not seen.first_calendar
    assert seen.moved_nights == 0


def test_the_other_parent_first_moves_every_ordinary_night():
    swapped = agreed(C02={"anchor_parent": "B"})
    seen = preview(FAMILY, (sealed(agreed()),), swapped, date(2027, 9, 6), NOW, PLAIN)
    assert seen is not None
    lou = seen.children[0]
    assert sum(move.nights for move in lou.moves) == COMPARED_NIGHTS
    assert all(move.before is not move.after for move in lou.moves)


def test_a_day_that_has_passed_begins_at_the_next_handover():
    seen = preview(FAMILY, (), agreed(), MONDAY - timedelta(days=30), NOW, PLAIN)
    assert seen is not None
    assert seen.starts_at.isoformat() == "2027-03-01T18:00:00+01:00"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("AB-"), max_size=40), st.lists(st.sampled_from("AB"), max_size=40))
def test_moves_tell_every_changed_night_once_and_no_other(before, after):
    old = [Night(MONDAY + timedelta(n), Home(home), BECAUSE) for n, home in enumerate(before) if home != "-"]
    new = [Night(MONDAY + timedelta(n), Home(home), BECAUSE) for n, home in enumerate(after)]
    was = {night.date: night.home for night in old}
    told = {
        move.first + timedelta(n): (move.before, move.after)
        for move in moves(old, new)
        for n in range(move.nights)
    }
    assert told == {
        night.date: (was.get(night.date), night.home)
        for night in new
        if was.get(night.date) is not night.home
    }
    assert sum(move.nights for move in moves(old, new)) == len(told)


@pytest.mark.parametrize("pattern", patterns.load(), ids=lambda pattern: pattern.id)
def test_ordinary_nights_follow_the_pattern_that_is_chosen(pattern):
    answers = {"pattern": pattern.id, "anchor_date": "2027-03-01", "anchor_parent": "B"}
    seen = ordinary_nights(answers, NOW.date(), Home.A)
    assert seen is not None
    assert not seen.by_example
    assert seen.letter_a is Home.B
    letters = "".join("A" if home is Home.B else "B" for _, home in seen.nights)
    assert letters == (pattern.nights * 28)[:28]


@pytest.mark.parametrize(
    ("answers", "first"),
    [({"pattern": "ww_fri"}, date(2027, 3, 8)), ({"pattern": "own", "nights": "ab"}, None), ({}, None)],
)
def test_what_is_not_chosen_yet_stands_in_as_an_example(answers, first):
    seen = ordinary_nights(answers, date(2027, 3, 3), Home.B)
    if first is None:
        assert seen is None
    else:
        assert seen is not None
        assert seen.by_example
        assert seen.nights[0] == (
            first,
            Home.A,
        )  # week/week on Friday: the first nights are those of letter B


def interim(home, first, last):
    """A decision on the nights from 18:00 of `first` to 18:00 of `last`, for every child."""
    begins, ends = (datetime(one.year, one.month, one.day, 18, tzinfo=ZONE) for one in (first, last))
    return Window(Layer.INTERIM_ORDER, home, begins, ends, NOW)


def test_what_a_court_decided_moves_on_neither_side():
    start = date(2027, 9, 6)
    swapped = agreed(C02={"anchor_parent": "B"})
    laid = Laid((interim(Home.A, start, start + timedelta(days=14)),))
    plain = preview(FAMILY, (sealed(agreed()),), swapped, start, NOW, PLAIN)
    under = preview(FAMILY, (sealed(agreed()),), swapped, start, NOW, laid)
    lou = under.children[0]
    assert [night.home for night in lou.nights[:14]] == [Home.A] * 14
    assert sum(move.nights for move in lou.moves) == COMPARED_NIGHTS - 14
    assert lou.balance == plain.children[0].balance  # the plan's own

    what = what_changes(FAMILY, (sealed(agreed()),), swapped, start, NOW, laid, 3)
    changed = {night.date for night in what.children[0].changes.nights if night.before is not night.after}
    assert changed.isdisjoint(start + timedelta(days=n) for n in range(14))
    assert changed


def test_a_mended_holiday_counts_on_both_sides():
    mended = SchoolHoliday(
        "christmas", Community.FLEMISH, date(2027, 12, 13), date(2027, 12, 26), "Note", "high"
    )
    start = date(2027, 12, 6)
    laid = Laid(school=SchoolCalendars((mended,)))
    nights = [
        {
            night.date: night.home
            for night in preview(FAMILY, (), agreed(), start, NOW, one).children[0].nights
        }
        for one in (Laid(), laid)
    ]
    assert nights[0] != nights[1]
    same = preview(FAMILY, (sealed(agreed()),), agreed(), start, NOW, laid)
    assert same.moved_nights == 0


def test_both_ways_to_go_on_after_a_holiday_are_there_and_the_chosen_one_is_named():
    year = first_year(FAMILY, (), agreed(), MONDAY, NOW, PLAIN)
    assert year.chosen is After.CONTINUE
    assert [(one.child.given_name, one.holiday) for one in year.after] == [
        ("Lou", "summer"),
        ("Mio", "summer"),
    ]
    for one in year.after:
        assert all(len(one.nights[rule]) == 14 for rule in After)
        assert all(run.count >= 3 for runs in one.in_a_row.values() for run in runs)
    again = agreed(E01={"per_child": {str(LOU): "FL", str(MIO): "FR"}, "after": "restart"})
    assert first_year(FAMILY, (), again, MONDAY, NOW, PLAIN).chosen is After.RESTART


def test_nights_that_siblings_sleep_apart_are_counted():
    year = first_year(FAMILY, (), agreed(), MONDAY, NOW, PLAIN)
    assert year.nights_apart > 0  # two Communities, whose Christmas and summer begin on other days
    one_school = agreed(E01={"per_child": {str(LOU): "FL", str(MIO): "FL"}, "after": "continue"})
    assert first_year(FAMILY, (), one_school, MONDAY, NOW, PLAIN).apart == ()
    alone = replace(FAMILY, children=FAMILY.children[:1])
    assert first_year(alone, (), agreed(), MONDAY, NOW, PLAIN).apart is None


@pytest.mark.parametrize("start", [None, MONDAY])
def test_no_first_year_while_weeks_or_start_are_open(start):
    plan = agreed() if start is None else {}
    assert first_year(FAMILY, (), plan, start, NOW, PLAIN) is None
