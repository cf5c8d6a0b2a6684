"""Which patterns the guide shows: two or three, each with reasons that are true, never one way only."""

from itertools import product

import pytest

from parenting_plans import patterns
from parenting_plans.pattern_guide import QUESTIONS, RULES, age_group, facts, suggest
from parenting_plans.wording import LANGUAGES

CHOICES = [[None, *(value for value, _ in one.options)] for one in QUESTIONS]
ALL = [
    {question.name: value for question, value in zip(QUESTIONS, values, strict=True) if value}
    for values in product(*CHOICES)
]


def ids(chosen):
    return [one.pattern.id for one in suggest(chosen)]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"apart": "3", "age": "0-2"}, "2-2-3"),
        ({"distance": "far"}, "12-2"),
        ({"work": "fixed_days"}, "2-2-5-5"),
        ({"work": "by_week", "handovers": "tense"}, "ww_fri"),
        ({"age": "12+", "apart": "14"}, "2weeks"),
        ({"work": "weekdays_away"}, "12-2"),
    ],
)
def test_what_was_said_is_met(chosen, expected):
    assert expected in ids(chosen)


def test_whatever_is_said_there_are_two_or_three_unlike_patterns_with_reasons():
    for chosen in ALL[::7]:
        found = suggest(chosen)
        assert 2 <= len(found) <= 3, chosen
        assert len({one.pattern.id for one in found}) == len(found)
        for one in found:
            assert len(one.reasons) >= 3
            assert all(set(reason) == set(LANGUAGES) for reason in one.reasons)
            assert len({reason["en"] for reason in one.reasons}) == len(one.reasons)


def test_too_far_for_school_days_means_school_nights_in_one_home():
    by_id = {one.pattern.id: one for one in facts()}
    for chosen in ALL:
        if chosen.get("distance") == "far":
            assert by_id[ids(chosen)[0]].school_nights_in_one, chosen


def test_a_reason_says_what_the_nights_say():
    for one in suggest({"apart": "5", "midweek": "yes"}):
        figures = patterns.figures(one.pattern.nights)
        text = " ".join(reason["en"] for reason in one.reasons)
        assert f"{max(figures.longest.values())} nights" in text
        assert ("not equally shared" in text) is (figures.share_a != 0.5)


def test_every_rule_asks_for_answers_that_exist():
    options = {one.name: set(dict(one.options)) for one in QUESTIONS}
    for rule in RULES:
        question, values = rule.when
        assert set(values) <= options[question]


@pytest.mark.parametrize(
    ("years", "group"),
    [(0, "0-2"), (2, "0-2"), (3, "3-5"), (6, "6-11"), (11, "6-11"), (12, "12+"), (17, "12+")],
)
def test_an_age_has_its_answer(years, group):
    assert age_group(years) == group
