"""Mia mediates for the family of Ana and Ben. A mandate has an end, and some roles never meet in one person."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID

import pytest

from mediation.mandates import (
    Mandate,
    Role,
    barred,
    compatible,
    end,
    in_force,
    problems_of,
    roles,
    withdraw,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ANA, MIA, SAM = UUID(int=1), UUID(int=3), UUID(int=4)
FAMILY, OTHER_FAMILY = UUID(int=7), UUID(int=8)
HELD = Mandate(MIA, FAMILY, Role.MEDIATOR, NOW, NOW + 30 * DAY)


@pytest.mark.parametrize(
    ("mandate", "at", "expected"),
    [
        (HELD, NOW - timedelta(microseconds=1), False),
        (HELD, NOW, True),
        (HELD, NOW + 30 * DAY - timedelta(microseconds=1), True),
        (HELD, NOW + 30 * DAY, False),
        (end(HELD, NOW + DAY), NOW + DAY - timedelta(microseconds=1), True),
        (end(HELD, NOW + DAY), NOW + DAY, False),
        (end(HELD, NOW + 60 * DAY), NOW + 40 * DAY, False),
        (withdraw(HELD, NOW + DAY), NOW + DAY, False),
    ],
)
def test_a_mandate_opens_doors_only_while_it_lasts(mandate, at, expected):
    assert in_force(mandate, at) == expected
    assert roles([mandate], MIA, FAMILY, at) == (frozenset({Role.MEDIATOR}) if expected else frozenset())


def test_a_mandate_is_one_persons_in_one_family():
    assert roles([HELD], SAM, FAMILY, NOW) == frozenset()
    assert roles([HELD], MIA, OTHER_FAMILY, NOW) == frozenset()


def test_ending_twice_keeps_the_first_moment():
    assert end(end(HELD, NOW + DAY), NOW + 2 * DAY).ended_at == NOW + DAY


def test_a_withdrawn_family_lawyer_is_barred_for_ever():
    lawyer = withdraw(replace(HELD, role=Role.FAMILY_LAWYER), NOW + DAY)
    assert withdraw(lawyer, NOW + 9 * DAY) == lawyer
    assert barred([lawyer], MIA, FAMILY)
    assert not barred([lawyer], MIA, OTHER_FAMILY)
    assert not barred([end(replace(HELD, role=Role.FAMILY_LAWYER), NOW)], MIA, FAMILY)
    much_later = replace(HELD, role=Role.FAMILY_LAWYER, starts_at=NOW + 9000 * DAY, ends_at=NOW + 9001 * DAY)
    assert [problem.text for problem in problems_of(much_later, [lawyer])] == [
        "This person has withdrawn and can no longer act in this family."
    ]


@pytest.mark.parametrize(("earlier", "asked"), list(product(Role, Role)))
def test_mediator_and_lawyers_hold_no_second_role_not_even_later(earlier, asked):
    apart = {Role.MEDIATOR, Role.FAMILY_LAWYER, Role.PARTY_LAWYER}
    fits = earlier is asked or not {earlier, asked} & apart
    assert compatible(earlier, asked) == compatible(asked, earlier) == fits
    ended = end(replace(HELD, role=earlier), NOW)
    new = replace(HELD, role=asked, starts_at=NOW + 400 * DAY, ends_at=NOW + 500 * DAY)
    assert (problems_of(new, [ended]) == ()) == fits
    assert problems_of(new, [replace(ended, family_id=OTHER_FAMILY)]) == ()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (replace(HELD, person_id=ANA), "person"),
        (replace(HELD, ends_at=NOW), "ends_at"),
        (replace(HELD, ends_at=NOW + 732 * DAY), "ends_at"),
    ],
)
def test_what_else_stands_in_the_way(asked, field):
    assert [problem.field for problem in problems_of(asked, [], frozenset({ANA}))] == [field]
