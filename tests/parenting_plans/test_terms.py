"""What each clause of Ana and Ben's plan means for the calendar."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from parenting_plans import schedule
from parenting_plans.clause import LOU, MIO
from parenting_plans.clauses import by_code
from parenting_plans.plan import handover_days, in_force, problems_of
from parenting_plans.soundness import problems_of_terms
from parenting_plans.terms import school_start, step_day, terms_of
from parenting_plans.values import (
    After,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Monthly,
    PublicHolidays,
    Slot,
    SpecialDay,
    Split,
)
from tests.parenting_plans.people import CHILDREN, START, TODAY, whole_plan

CHILDREN_BORN = (
    Child(UUID(LOU), date(2021, 3, 14), Community.FLEMISH),
    Child(UUID(MIO), date(2024, 2, 29), Community.FRENCH),
)
A, B = Home.A, Home.B


def rule(terms, holiday):
    return next((one for one in terms.holidays if one.holiday == holiday), None)


def test_autumn_and_carnival_may_begin_with_another_parent():
    terms = terms_of(whole_plan(E02={"mode": "alternate_whole", "autumn_even": "A", "carnival_even": "B"}))
    assert rule(terms, "autumn") == HolidayRule("autumn", Split.ALTERNATE, A, 4, time(18))
    assert rule(terms, "carnival") == HolidayRule("carnival", Split.ALTERNATE, B, 4, time(18))


@pytest.mark.parametrize("split", [one for one, _ in by_code()["E05"].field("split").options])
def test_every_way_to_share_the_summer_reaches_the_calendar(split):
    answers = {"split": split, "first_half_even": "B", "switch_weekday": "sat", "switch_time": "12:00"}
    found = rule(terms_of(whole_plan(E05=answers)), "summer")
    assert found.split == split
    assert not found.last_weekend_to_school


def test_easter_and_the_last_weekend_of_summer():
    halves = {"split": "halves", "first_half_even": "A", "switch_weekday": "sat", "switch_time": "12:00"}
    terms = terms_of(whole_plan(E04=halves, E05={"last_weekend": "first_school_week"}))
    assert rule(terms, "easter") == HolidayRule("easter", Split.HALVES, A, 5, time(12))
    assert rule(terms, "summer").last_weekend_to_school


def test_a_school_calendar_and_what_comes_after_a_holiday():
    terms = terms_of(whole_plan(E01={"per_child": {LOU: "DG"}, "after": "restart"}))
    assert terms.communities == ((UUID(LOU), Community.GERMAN),)
    assert terms.after_holidays is After.RESTART


def test_special_days():
    plan = whole_plan(
        E07={"days": [{"day": "christmas_eve", "even": "A", "odd": "B", "begins": "18:00", "ends": "12:00", "next_day": "yes"}]},
        E09={"tradition": "antwerp", "mothers_day": "parent_a", "fathers_day": "turns_b", "begins": "10:00", "ends": "18:00"},
        E10={"mode": "alternate", "even_parent": "B", "begins": "12:00", "ends": "18:00"},
        E11={
            "feasts": [
                {"name": "Suikerfeest", "when": "moves", "even": "A", "odd": "B"},
                {"name": "Naamdag", "when": "yearly", "on": "2027-09-29", "begins": "12:00", "ends": "18:00", "even": "A", "odd": "A"},
                {"name": "Communie", "when": "once", "on": "2028-05-07", "begins": "09:00", "ends": "20:00", "even": "B", "odd": "B"},
            ]
        },
    )  # fmt: skip
    terms = terms_of(plan)
    ten, twelve, eighteen = time(10), time(12), time(18)
    assert terms.special_days == (
        SpecialDay("christmas_eve", A, B, eighteen, twelve, 1, "E07"),
        SpecialDay("mothers_day_antwerp", A, A, ten, eighteen, 0, "E09"),
        SpecialDay("fathers_day_antwerp", B, A, ten, eighteen, 0, "E09"),
        SpecialDay("birthday", B, A, twelve, eighteen, 0, "E10"),
        SpecialDay("09-29", A, A, twelve, eighteen, 0, "E11"),
        SpecialDay("2028-05-07", B, B, time(9), time(20), 0, "E11"),
    )
    assert problems_of_terms(terms) == ()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"mode": "visit", "hours": 2}, ()),
        ({"mode": "party_once"}, ()),
        ({"mode": "alternate", "even_parent": "A", "begins": "16:00", "ends": "08:30", "next_day": "yes"}, ("birthday",)),
    ],
)  # fmt: skip
def test_only_a_birthday_in_turn_moves_the_calendar(answers, expected):
    assert tuple(one.day for one in terms_of(whole_plan(E10=answers)).special_days) == expected


def test_public_holidays():
    assert terms_of(whole_plan()).public_holidays is None
    assert terms_of(whole_plan(E08={"extend": "no"})).public_holidays == PublicHolidays(False)
    named = {"extend": "yes", "which": ["easter_monday", "community_days"]}
    terms = terms_of(whole_plan(E08=named))
    assert terms.public_holidays == PublicHolidays(True, ("easter_monday", "community_days"))
    assert problems_of_terms(terms) == ()


def test_a_child_with_a_pattern_of_its_own_and_hours_without_a_night():
    plan = whole_plan(
        C02={
            "per_child": {MIO: "2-2-3"},
            "slots": [{"weekday": "wed", "begins": "12:00", "ends": "18:00", "parent": "B"}],
        }
    )
    terms = terms_of(plan)
    assert terms.regular.slots == (Slot(2, time(12), time(18), "B"),)
    ((child, own),) = terms.regimes
    assert (child, own.nights) == (UUID(MIO), "AABBAAABBAABBB")
    assert problems_of_terms(terms) == ()


def test_the_first_weekend_of_the_month_is_counted_by_the_month():
    plan = whole_plan(C02={"pattern": "first_weekend", "anchor_date": "2027-09-01"}, D01=None)
    assert problems_of(plan, CHILDREN, START, TODAY) == ()
    terms = terms_of(plan)
    assert terms.regular.monthly == Monthly((1,), 4, 2)
    assert terms.regular.nights == ""
    assert handover_days(plan["C02"]) == {"fri", "sun"}
    version = InForce(UUID(int=1), terms, datetime(2027, 9, 1, 18, tzinfo=UTC))
    nights = schedule.nights((version,), CHILDREN_BORN[0], date(2027, 11, 1), 30)
    assert [one.date.day for one in nights if one.home is B] == [5, 6]


@pytest.mark.parametrize(
    ("changed", "nest"),
    [
        ({}, False),
        ({"C02": {"pattern": "birdnest_ww"}}, True),
        ({"C08": {"nest": "yes", "end_date": "2028-06-30", "costs_a": 50}}, True),
        ({"C08": {"nest": "no"}}, False),
    ],
)
def test_a_nest(changed, nest):
    assert terms_of(whole_plan(**changed)).nest is nest


@pytest.mark.parametrize(
    ("row", "born", "community", "day"),
    [
        ({"trigger": "age", "age": 6}, date(2021, 3, 14), Community.FLEMISH, date(2027, 3, 14)),
        ({"trigger": "age", "age": 5}, date(2024, 2, 29), Community.FLEMISH, date(2029, 3, 1)),
        ({"trigger": "age", "age": 4}, date(2024, 2, 29), Community.FLEMISH, date(2028, 2, 29)),
        ({"trigger": "school_start"}, date(2021, 12, 31), Community.FLEMISH, date(2027, 9, 1)),
        ({"trigger": "school_start"}, date(2021, 1, 1), Community.FRENCH, date(2027, 8, 30)),
        ({"trigger": "secondary_start"}, date(2021, 3, 14), Community.GERMAN, date(2033, 9, 1)),
        ({"trigger": "date", "on": "2031-09-01"}, date(2021, 3, 14), Community.FLEMISH, date(2031, 9, 1)),
    ],
)
def test_each_child_takes_a_step_on_its_own_day(row, born, community, day):
    assert step_day(row, born, community) == day


@pytest.mark.parametrize(
    ("year", "day"), [(2026, date(2026, 8, 31)), (2027, date(2027, 8, 30)), (2028, date(2028, 8, 28))]
)
def test_the_french_community_begins_on_the_last_monday_of_august(year, day):
    assert school_start(year, Community.FRENCH) == day
    assert school_start(year, Community.FLEMISH) == date(year, 9, 1)


def test_a_plan_grows_with_each_child_and_the_cycle_keeps_counting():
    steps = [
        {"trigger": "age", "age": 8, "pattern": "2-2-5-5", "anchor_parent": "B"},
        {"trigger": "secondary_start", "pattern": "2weeks"},
    ]
    plan = whole_plan(C05={"steps": steps})
    found = terms_of(plan, CHILDREN_BORN).steps
    assert [(one.child, one.starts_on, one.regular.first) for one in found] == [
        (UUID(LOU), date(2029, 3, 14), B),
        (UUID(LOU), date(2033, 9, 1), A),
        (UUID(MIO), date(2032, 2, 29), B),
        (UUID(MIO), date(2036, 8, 25), A),
    ]
    assert {one.regular.anchor for one in found} == {date(2027, 9, 6)}
    assert terms_of(plan).steps == ()


def test_of_two_steps_on_one_day_the_later_row_counts():
    steps = [
        {"trigger": "age", "age": 8, "pattern": "2-2-5-5"},
        {"trigger": "date", "on": "2029-03-14", "pattern": "ww_mon"},
    ]
    terms = terms_of(whole_plan(C05={"steps": steps}), CHILDREN_BORN[:1])
    assert [one.regular.nights for one in terms.steps] == ["AAAAAAABBBBBBB"]
    assert problems_of_terms(terms) == ()


def test_what_is_not_sound_is_as_if_it_were_not_there():
    plan = whole_plan(E02={"mode": "halves"}, E08={"extend": "perhaps"}, C05={"steps": [{"trigger": "age"}]})
    assert terms_of(plan, CHILDREN_BORN) == terms_of(whole_plan())


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"C04": {"same": "yes"}}, []),
        ({"C04": {"same": "yes"}, "C02": {"per_child": {LOU: "2-2-3"}}}, ["C04.same"]),
        ({"C04": {"same": "no", "exceptions": "x"}, "C02": {"per_child": {LOU: "2-2-3"}}}, []),
        ({"C04": {"same": "no", "exceptions": "x"}}, ["C04.same"]),
        ({"C08": {"nest": "no"}, "C02": {"pattern": "birdnest_ww"}}, ["C08.nest"]),
        ({"A03": {"trial": "yes", "trial_end": "2027-09-06"}}, ["A03.trial_end"]),
        ({"A03": {"trial": "yes", "trial_end": "2027-09-07"}}, []),
        ({"C08": {"nest": "yes", "end_date": "2027-01-01", "costs_a": 50}}, ["C08.end_date"]),
        ({"E01": {"per_child": {LOU: "FL", str(UUID(int=9)): "FR"}, "after": "continue"}}, ["E01.per_child"]),
        ({"C02": {"per_child": {str(UUID(int=9)): "2-2-3"}}}, ["C02.per_child"]),
        (
            {
                "E01": {"per_child": {LOU: "FL"}, "after": "restart"},
                "E05": {"split": "alternate", "first_half_even": "A", "last_weekend": "first_school_week"},
            },
            ["E05.last_weekend"],
        ),
    ],
)
def test_two_clauses_that_contradict_each_other_are_named(changed, expected):
    found = problems_of(whole_plan(**changed), CHILDREN, START, TODAY)
    assert [problem.field for problem in found] == expected


def test_no_versions_no_terms():
    assert in_force((), CHILDREN_BORN) == ()
