"""What Ana and Ben may note about a handover, and until when."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from parenting_plans.errors import NotYourOwn, RecordFrozen
from parenting_plans.handover_records import Note, correct, is_frozen, minutes_late, problems_of_note, record
from parenting_plans.values import Absent, Handover, Home, Outcome
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN

DUE = datetime(2027, 9, 10, 16, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
HANDOVER = Handover(CHILDREN[0], DUE, Home.A, Home.B)


@pytest.mark.parametrize(
    ("note", "now", "expected"),
    [
        (Note(Outcome.TOOK_PLACE, DUE), DUE, []),
        (Note(Outcome.TOOK_PLACE, DUE - HOUR), DUE, []),
        (Note(Outcome.TOOK_PLACE), DUE, ["delivered_at"]),
        (Note(Outcome.TOOK_PLACE, DUE + HOUR), DUE, ["delivered_at"]),
        (Note(Outcome.TOOK_PLACE, DUE - 25 * HOUR), DUE, ["delivered_at"]),
        (Note(Outcome.LATE, DUE + HOUR), DUE + HOUR, []),
        (Note(Outcome.LATE, DUE), DUE + HOUR, ["delivered_at"]),
        (Note(Outcome.MISSED), DUE, []),
        (Note(Outcome.MISSED, in_contact=True), DUE, []),
        (Note(Outcome.MISSED, absent=Absent.RECEIVER), DUE, []),
        (Note(Outcome.LATE, DUE + HOUR, absent=Absent.GIVER), DUE + HOUR, ["absent"]),
        (Note(Outcome.TOOK_PLACE, DUE, text="x" * 500), DUE, []),
        (Note(Outcome.TOOK_PLACE, DUE, text="x" * 501), DUE, ["text"]),
        (Note(Outcome.TOOK_PLACE, DUE, text="a\u202eb"), DUE, ["text"]),
        (Note(Outcome.MISSED), DUE - HOUR, ["outcome"]),
        (Note(Outcome.MISSED, DUE), DUE - HOUR, ["outcome", "delivered_at"]),
    ],
)
def test_a_note_agrees_with_itself_and_with_the_clock(note, now, expected):
    assert [one.field for one in problems_of_note(note, DUE, now)] == expected


def test_a_record_keeps_the_planned_handover():
    noted = record(
        HANDOVER,
        Note(Outcome.MISSED, in_contact=False),
        family_id=ANA_AND_BEN,
        by=Home.B,
        id=UUID(int=1),
        now=DUE + HOUR,
    )
    assert (noted.child, noted.due_at, noted.from_home, noted.to_home) == (CHILDREN[0], DUE, Home.A, Home.B)
    assert (noted.outcome, noted.in_contact, noted.recorded_by) == (Outcome.MISSED, False, Home.B)


@pytest.mark.parametrize(
    ("note", "minutes"),
    [
        (Note(Outcome.LATE, DUE + timedelta(minutes=25, seconds=59)), 25),
        (Note(Outcome.TOOK_PLACE, DUE - HOUR), 0),
        (Note(Outcome.MISSED), 0),
    ],
)
def test_lateness_is_counted_in_whole_minutes(note, minutes):
    noted = record(HANDOVER, note, family_id=ANA_AND_BEN, by=Home.B, id=UUID(int=1), now=DUE + HOUR)
    assert minutes_late(noted) == minutes


def test_a_record_is_corrected_by_its_author_for_a_day():
    noted = record(HANDOVER, Note(Outcome.MISSED), family_id=ANA_AND_BEN, by=Home.B, id=UUID(int=1), now=DUE)
    late = Note(Outcome.LATE, DUE + HOUR)
    almost = DUE + 24 * HOUR - timedelta(seconds=1)
    with pytest.raises(NotYourOwn):
        correct(noted, Home.A, late, DUE + HOUR)
    mended = correct(noted, Home.B, late, almost)
    assert (mended.outcome, mended.recorded_at, mended.id) == (Outcome.LATE, DUE, noted.id)
    assert not is_frozen(noted, almost)
    with pytest.raises(RecordFrozen):
        correct(mended, Home.B, late, DUE + 24 * HOUR)
