"""Ana notes a camp, Ben a stay in hospital: what can be noted, by whom it is changed, and which swaps it makes void."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parenting_plans import away_days
from parenting_plans.asking import Span
from parenting_plans.away_days import LATEST, LONGEST, MOST, Noting, Why, in_the_way
from parenting_plans.errors import AwayDaysOver, NotYourOwn
from parenting_plans.values import ZONE, Home
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW

LOU, MIO = CHILDREN
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CAMP = Span(datetime(2027, 7, 5, 9, tzinfo=ZONE), datetime(2027, 7, 10, 16, tzinfo=ZONE))


def said(**changed):
    return replace(Noting(Why.CAMP, (LOU,), CAMP), **changed)


def noted(by=Home.A, **changed):
    return away_days.note(said(**changed), family_id=ANA_AND_BEN, by=by, id=UUID(int=1), now=NOW)


def fields(problems):
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"why": Why.HOSPITAL, "span": Span(NOW - LATEST, NOW + HOUR)}, []),
        ({"children": ()}, ["children"]),
        ({"children": (UUID(int=7),)}, ["children"]),
        ({"span": Span(NOW - LATEST - HOUR, NOW + HOUR)}, ["starts_at"]),
        ({"span": Span(NOW + timedelta(days=732), NOW + timedelta(days=733))}, ["starts_at"]),
        ({"span": Span(CAMP.ends_at, CAMP.starts_at)}, ["ends_at"]),
        ({"span": Span(NOW - 2 * HOUR, NOW)}, ["ends_at"]),
        ({"span": Span(CAMP.starts_at, CAMP.starts_at + LONGEST)}, []),
        ({"span": Span(CAMP.starts_at, CAMP.starts_at + LONGEST + HOUR)}, ["ends_at"]),
        ({"span": Span(CAMP.starts_at.replace(hour=2), CAMP.ends_at)}, ["starts_at"]),
        ({"span": Span(CAMP.starts_at, CAMP.ends_at.replace(second=1))}, ["ends_at"]),
    ],
)
def test_what_can_be_noted(changed, expected):
    assert fields(away_days.problems_of_noting(said(**changed), CHILDREN, (), NOW)) == expected


def test_the_same_days_are_noted_once_by_one_parent():
    again = said(span=Span(CAMP.ends_at - HOUR, CAMP.ends_at + DAY))
    for own, wrong in (
        ((noted(),), [""]),
        ((noted(children=(MIO,)),), []),
        ((away_days.remove(noted(), Home.A, NOW),), []),
        ((noted(span=Span(CAMP.starts_at, again.span.starts_at)),), []),
    ):
        assert fields(away_days.problems_of_noting(again, CHILDREN, own, NOW)) == wrong


def test_nobody_floods_the_other():
    many = [noted(span=Span(CAMP.starts_at + n * 7 * DAY, CAMP.ends_at + n * 7 * DAY)) for n in range(MOST)]
    later = said(span=Span(CAMP.starts_at + MOST * 7 * DAY, CAMP.ends_at + MOST * 7 * DAY))
    assert fields(away_days.problems_of_noting(later, CHILDREN, many, NOW)) == [""]
    assert not away_days.problems_of_noting(later, CHILDREN, many[1:], NOW)
    assert not away_days.problems_of_noting(later, CHILDREN, many, CAMP.ends_at)  # the first is over


@pytest.mark.parametrize(
    "change", [away_days.remove, lambda one, by, now: away_days.move_end(one, NOW, by, now)]
)
def test_only_who_noted_it_changes_it_until_it_is_over(change):
    with pytest.raises(NotYourOwn):
        change(noted(), Home.B, NOW)
    with pytest.raises(AwayDaysOver):
        change(noted(), Home.A, CAMP.ends_at)
    with pytest.raises(AwayDaysOver):
        change(away_days.remove(noted(), Home.A, NOW), Home.A, NOW)
    assert change(noted(), Home.A, CAMP.ends_at - HOUR).changed_at == CAMP.ends_at - HOUR


@pytest.mark.parametrize(
    ("end", "now", "expected"),
    [
        (CAMP.ends_at + DAY, NOW, []),
        (CAMP.starts_at + HOUR, NOW, []),
        (CAMP.starts_at + HOUR, CAMP.starts_at + DAY, []),  # came home earlier
        (CAMP.starts_at, NOW, ["ends_at"]),
        (CAMP.starts_at + LONGEST + HOUR, NOW, ["ends_at"]),
    ],
)
def test_the_end_can_be_moved(end, now, expected):
    assert fields(away_days.problems_of_end(noted(), end, now)) == expected


@pytest.mark.parametrize(
    ("span", "children", "entry", "void"),
    [
        (CAMP, (LOU,), noted(), True),
        (CAMP, (LOU, MIO), noted(), True),
        (CAMP, (MIO,), noted(), False),
        (CAMP, (LOU,), noted(by=Home.B), True),
        (CAMP, (LOU,), away_days.remove(noted(), Home.A, NOW), False),
        (Span(CAMP.starts_at - DAY, CAMP.starts_at), (LOU,), noted(), False),
        (Span(CAMP.starts_at - DAY, CAMP.starts_at + HOUR), (LOU,), noted(), True),
        (Span(CAMP.ends_at, CAMP.ends_at + DAY), (LOU,), noted(), False),  # the same day, after the camp
        (Span(CAMP.ends_at - HOUR, CAMP.ends_at + DAY), (LOU,), noted(why=Why.HOSPITAL), True),
    ],
)
def test_a_swap_of_these_days_is_void(span, children, entry, void):
    far = Span(CAMP.starts_at - 90 * DAY, CAMP.starts_at - 89 * DAY)
    assert bool(in_the_way((span,), children, (entry,))) is void
    assert bool(in_the_way((far, span), children, (entry,))) is void  # also as the time in return


@given(st.integers(-200, 200), st.integers(1, 200))
def test_it_is_void_exactly_when_they_have_a_minute_in_common(begins, long):
    span = Span(CAMP.starts_at + begins * HOUR, CAMP.starts_at + (begins + long) * HOUR)
    common = min(span.ends_at, CAMP.ends_at) > max(span.starts_at, CAMP.starts_at)
    assert bool(in_the_way((span,), (LOU,), (noted(),))) is common
