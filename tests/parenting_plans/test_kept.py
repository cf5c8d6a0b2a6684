"""Planned beside noted: what one parent's notes say about a month, and about which nights."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.handover_records import Note, record
from parenting_plans.kept import kept, problems_of_month
from parenting_plans.values import ZONE, Handover, Home, Outcome
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN

LOU = CHILDREN[0]
FRIDAY = datetime(2027, 9, 10, 18, 0, tzinfo=ZONE)
WEEK, HOUR, DAY = timedelta(days=7), timedelta(hours=1), timedelta(days=1)
SINCE, UNTIL = datetime(2027, 9, 1, tzinfo=ZONE), datetime(2027, 10, 1, tzinfo=ZONE)
TO_BEN, TO_ANA = Handover(LOU, FRIDAY, Home.A, Home.B), Handover(LOU, FRIDAY + WEEK, Home.B, Home.A)
# 8 to 21 September: with Ben from the 10th up to and including the night of the 16th.
NIGHTS = {LOU: [(date(2027, 9, day), Home.B if 10 <= day <= 16 else Home.A) for day in range(8, 22)]}


def noted(handover: Handover, outcome: Outcome, delivered_at: datetime | None = None):
    note = Note(outcome, delivered_at or (None if outcome is Outcome.MISSED else handover.at))
    when = handover.at + HOUR
    return record(handover, note, family_id=ANA_AND_BEN, by=Home.A, id=UUID(int=handover.at.day), now=when)


def nights(*records):
    found = kept((TO_BEN, TO_ANA), records, NIGHTS, SINCE, UNTIL)
    return [(one.date.day, one.planned, one.noted) for one in found.other_nights]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), []),
        ((noted(TO_BEN, Outcome.TOOK_PLACE), noted(TO_ANA, Outcome.TOOK_PLACE)), []),
        ((noted(TO_BEN, Outcome.LATE, FRIDAY + HOUR),), []),
        ((noted(TO_BEN, Outcome.LATE, FRIDAY + DAY),), [10]),
        ((noted(TO_BEN, Outcome.LATE, FRIDAY + 2 * DAY),), [10, 11]),
        ((noted(TO_BEN, Outcome.MISSED),), [10, 11, 12, 13, 14, 15, 16]),
        ((noted(TO_BEN, Outcome.TOOK_PLACE, FRIDAY - 23 * HOUR),), [9]),
        ((noted(TO_ANA, Outcome.MISSED),), [17, 18, 19, 20, 21]),
    ],
)
def test_notes_tell_which_nights_were_elsewhere(records, expected):
    assert [day for day, _planned, _noted in nights(*records)] == expected


def test_a_night_of_which_nothing_was_noted_is_not_guessed():
    assert nights(noted(TO_ANA, Outcome.TOOK_PLACE)) == []


def test_every_handover_of_the_month_stands_beside_its_note():
    note = noted(TO_BEN, Outcome.LATE, FRIDAY + HOUR)
    found = kept((TO_BEN, TO_ANA), (note,), {}, SINCE, UNTIL).moments
    assert [(one.at, one.noted, one.planned) for one in found] == [
        (FRIDAY, note, True),
        (FRIDAY + WEEK, None, True),
    ]


def test_a_note_stays_when_the_calendar_no_longer_has_its_handover():
    note = noted(TO_BEN, Outcome.MISSED)
    [found] = kept((), (note,), {}, SINCE, UNTIL).moments
    assert (found.at, found.noted, found.planned) == (FRIDAY, note, False)


def test_what_lies_outside_the_month_is_not_shown_but_tells_where_it_began():
    earlier = Handover(LOU, SINCE - DAY, Home.A, Home.B)
    first = {LOU: [(date(2027, 9, 1), Home.B)]}
    found = kept((earlier,), (noted(earlier, Outcome.MISSED),), first, SINCE, UNTIL)
    assert found.moments == ()
    assert [one.noted for one in found.other_nights] == [Home.A]


@pytest.mark.parametrize(
    ("month", "field"),
    [
        (date(2027, 9, 1), []),
        (date(2027, 3, 1), []),
        (date(2027, 10, 1), ["month"]),
        (date(2027, 9, 2), ["month"]),
    ],
)
def test_a_month_that_has_begun_can_be_shared(month, field):
    assert [one.field for one in problems_of_month(month, date(2027, 9, 30))] == field


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([None, *Outcome]), min_size=2, max_size=2), st.integers(1, 72))
def test_a_note_never_changes_what_was_planned(outcomes, hours):
    pairs = [
        noted(one, said, one.at + hours * HOUR if said is Outcome.LATE else None)
        for one, said in zip((TO_BEN, TO_ANA), outcomes, strict=True)
        if said
    ]
    found = kept((TO_BEN, TO_ANA), pairs, NIGHTS, SINCE, UNTIL)
    assert [one.at.astimezone(UTC) for one in found.moments] == [TO_BEN.at, TO_ANA.at]
    assert all(one.noted is not one.planned for one in found.other_nights)
    assert all((one.date, one.planned) in NIGHTS[LOU] for one in found.other_nights)
