"""The next moment is exact: before it nothing changes by time alone, and no change is ever missed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from risk.assess import assess
from risk.clock import INSTANT, Clock, after_months, midnight
from risk.examples import consent, event, handover, message, trip
from risk.rules import load
from risk.vignette import read
from tests.risk import strategies
from tests.risk.cases import VIGNETTES, example_facts, facts_of, instant, look

RULES = load()
NOW = datetime(2027, 6, 1, tzinfo=UTC)
FAR = timedelta(days=4000)


def content(assessment):
    """Everything an assessment says, without the moment at which it was said."""
    strip = [replace(f, raised_at=NOW, due_by=NOW) for f in (*assessment.findings, *assessment.rerouted)]
    return sorted(map(repr, strip)), sorted(map(repr, assessment.unknown))


@settings(max_examples=150, deadline=None)
@given(strategies.records, strategies.quarters, st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_nothing_changes_before_the_next_moment(facts, now, shares):
    known = facts.known_at(now)
    first = assess(known, RULES, now)
    end = first.next_at or now + FAR
    assert end > now
    for moment in [*(now + (end - now) * share for share in shares), end - INSTANT]:
        if now <= moment < end:
            later = assess(known, RULES, moment)
            assert content(later) == content(first)
            assert later.next_at == first.next_at


@settings(max_examples=40, deadline=None)
@given(strategies.records)
def test_looking_only_at_next_moments_sees_all_that_an_hourly_look_sees(facts):
    now = start = strategies.START + timedelta(days=45)
    known = facts.known_at(start)
    seen = [content(assess(known, RULES, now))]
    steps = 0
    while (step := assess(known, RULES, now).next_at) is not None and step <= start + timedelta(days=20):
        now, steps = step, steps + 1
        seen.append(content(assess(known, RULES, now)))
    assert steps < 60
    for hour in range(0, 20 * 24, 7):
        assert content(assess(known, RULES, start + timedelta(hours=hour))) in seen


def next_at(*events, at, **family):
    return look(facts_of(*events, **family), at).next_at


HOME = trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", tickets=None, details={})


@pytest.mark.parametrize(
    ("events", "at", "expected"),
    [
        pytest.param((), "2027-06-01T10:00+02:00", None, id="an empty record never changes"),
        pytest.param(
            (HOME,), "2027-06-01T10:00+02:00", "2027-07-02T10:00+02:00", id="72 hours before departure"
        ),
        pytest.param(
            (
                HOME
                | {
                    "details": {"address": False, "phone": False, "carrier": False},
                    "tickets": {"child_return": True},
                },
            ),
            "2027-07-02T10:00+02:00",
            "2027-07-03T10:00+02:00",
            id="48 hours before departure, when much is missing",
        ),
        pytest.param(
            (handover("2027-07-02T18:00+02:00"),),
            "2027-07-01T10:00+02:00",
            "2027-07-02T19:00:00.000001+02:00",
            id="just after an hour",
        ),
        pytest.param(
            (handover("2027-07-02T18:00+02:00"),),
            "2027-07-02T19:30+02:00",
            "2027-07-02T20:00:00.000001+02:00",
            id="just after two hours",
        ),
        pytest.param(
            (handover("2027-07-02T14:00+02:00"),),
            "2027-07-02T19:30+02:00",
            "2027-07-02T20:00:00.000001+02:00",
            id="just after six hours",
        ),
        pytest.param(
            (handover("2027-07-02T21:00+02:00"),),
            "2027-07-02T23:30+02:00",
            "2027-07-03T00:00+02:00",
            id="midnight makes it overnight",
        ),
        pytest.param(
            (
                trip("2027-08-01T10:00+02:00", "2027-08-15T22:00+02:00", "US"),
                consent("2027-08-01", "2027-08-15", "US"),
                event("2027-08-01T10:30+02:00", "departed", trip="T1"),
            ),
            "2027-08-10T10:00+02:00",
            "2027-08-16T01:00:00.000001+02:00",
            id="just after three hours past the return",
        ),
        pytest.param(
            (
                trip(
                    "2027-08-01T10:00+02:00", None, "US", tickets={"child_out": True, "child_return": False}
                ),
                consent("2027-08-01", "2027-08-15", "US"),
                event("2027-08-01T10:30+02:00", "departed", trip="T1"),
            ),
            "2027-08-10T10:00+02:00",
            "2027-08-13T00:00+02:00",
            id="72 hours before the permission ends",
        ),
        pytest.param(
            (
                trip(
                    "2027-08-01T10:00+02:00", None, "US", tickets={"child_out": True, "child_return": False}
                ),
                consent("2027-08-01", "2027-08-15", "US"),
                event("2027-08-01T10:30+02:00", "departed", trip="T1"),
            ),
            "2027-08-13T00:00+02:00",
            "2027-08-15T00:00+02:00",
            id="24 hours before",
        ),
        pytest.param(
            (message("2027-04-01T22:00+02:00", "we leave"),),
            "2027-04-02T10:00+02:00",
            "2027-09-29T00:00+02:00",
            id="the day after 180 days",
        ),
    ],
)
def test_the_next_moment(events, at, expected):
    assert next_at(*events, at=at) == (instant(expected) if expected else None)


def test_a_clock_notes_the_earliest_moment_at_which_an_answer_flips():
    clock = Clock(NOW)
    assert clock.reached(NOW)
    assert not clock.past(NOW)
    assert clock.next_at == NOW + INSTANT
    assert not clock.reached(NOW + timedelta(hours=1))
    assert clock.next_at == NOW + INSTANT


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 10, 25), 25), (date(2027, 3, 28), 23), (date(2027, 6, 1), 24)], ids=str
)
def test_a_civil_day_has_the_hours_it_has(day, hours):
    assert midnight(day + timedelta(days=1)) - midnight(day) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), 9, date(2026, 12, 31)),
        (date(2026, 3, 31), 11, date(2027, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2028, 2, 29), 36, date(2031, 2, 28)),
        (date(2027, 11, 30), 1, date(2027, 12, 30)),
    ],
    ids=str,
)
def test_months_clamp_to_the_end_of_the_month(day, months, expected):
    assert after_months(day, months) == expected


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: v["id"])
def test_a_vignette_looked_at_only_when_due_or_changed_gives_the_same_as_every_hour(vignette):
    written = read(vignette)
    for at in written.instants:
        known = written.facts.known_at(at)
        first = assess(known, RULES, at)
        for hour in (1, 25, 73, 200):
            moment = at + timedelta(hours=hour)
            if first.next_at is None or moment < first.next_at:
                assert content(assess(known, RULES, moment)) == content(first)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_same_input_gives_the_same_bits(rule):
    for example in rule.examples:
        facts = example_facts(example)
        assert look(facts, example.at) == look(facts, example.at)
