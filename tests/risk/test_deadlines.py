"""By when to look: the term of the level, pulled forward by a departure, never within the first hour."""

from datetime import timedelta

import pytest

from risk.deadlines import due_by
from risk.values import Severity
from tests.risk.cases import instant
from tests.risk.people import NOW

H = timedelta(hours=1)


@pytest.mark.parametrize(
    ("severity", "leave", "term"),
    [
        (Severity.INFO, None, 720 * H),
        (Severity.LOW, None, 168 * H),
        (Severity.MODERATE, None, 72 * H),
        (Severity.HIGH, None, 24 * H),
        (Severity.CRITICAL, None, H),
        (Severity.LOW, 3 * H, 168 * H),
        (Severity.MODERATE, 500 * H, 72 * H),
        (Severity.MODERATE, 100 * H, 52 * H),
        (Severity.MODERATE, 120 * H, 72 * H),
        (Severity.MODERATE, 20 * H, H),
        (Severity.HIGH, 40 * H, 16 * H),
        (Severity.HIGH, 25 * H, H),
        (Severity.HIGH, 2 * H, H),
        (Severity.HIGH, -2 * H, 24 * H),
        (Severity.CRITICAL, 2 * H, H),
    ],
    ids=str,
)
def test_the_term_of_a_level_and_a_departure(severity, leave, term):
    assert due_by(severity, NOW, None if leave is None else NOW + leave) == NOW + term


def test_the_worked_example():
    due = due_by(Severity.HIGH, instant("2027-06-29T20:00+02:00"), instant("2027-07-01T08:00+02:00"))
    assert due == instant("2027-06-30T08:00+02:00")


def test_terms_are_elapsed_time_over_a_clock_change():
    raised = instant("2027-03-27T20:00+01:00")
    assert due_by(Severity.HIGH, raised) == instant("2027-03-28T21:00+02:00")


def test_another_last_moment_also_pulls_it_forward():
    assert due_by(Severity.HIGH, NOW, before=NOW + 5 * H) == NOW + 5 * H
    assert due_by(Severity.HIGH, NOW, before=NOW - 5 * H) == NOW + H


def test_a_rule_may_have_its_own_term():
    assert due_by(Severity.MODERATE, NOW, terms={Severity.MODERATE: 24 * H}) == NOW + 24 * H
