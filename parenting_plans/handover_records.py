"""What a parent notes about one planned handover: it took place, came late or did not happen. Pure.

Each parent keeps a record of their own; it can be corrected for a day by its author and then stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from parenting_plans.errors import NotYourOwn, RecordFrozen
from parenting_plans.fields import has_strange_signs
from parenting_plans.values import Absent, Handover, HandoverRecord, Home, Outcome, Problem

LONGEST_TEXT = 500
CORRECTION_TIME = timedelta(hours=24)
EARLIEST = timedelta(days=1)  # a child can be brought early, but not days early


@dataclass(frozen=True, slots=True)
class Note:
    """What happened, and the author's own words about it. Only a missed handover asks more (None: not said):

    had the parents been in touch about it (`in_contact`), and who was not there (`absent`)?
    """

    outcome: Outcome
    delivered_at: datetime | None = None
    in_contact: bool | None = None
    absent: Absent | None = None
    text: str = ""


def problems_of_note(note: Note, due_at: datetime, now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with the note, at once."""
    return (*_of_outcome(note, due_at, now), *_of_text(note.text))


def _of_text(text: str) -> Iterator[Problem]:
    if len(text) > LONGEST_TEXT:
        yield Problem("text", "Write at most {maximum} characters.", {"maximum": str(LONGEST_TEXT)})
    elif has_strange_signs(text, lines=True):
        yield Problem("text", "Use ordinary letters and signs.")


def _of_outcome(note: Note, due_at: datetime, now: datetime) -> Iterator[Problem]:
    if note.absent is not None and note.outcome is not Outcome.MISSED:
        yield Problem("absent", "Say who was not there only when the handover did not take place.")
    if note.outcome is Outcome.MISSED:
        if now < due_at:
            yield Problem("outcome", "This handover has not been due yet.")
        if note.delivered_at is not None:
            yield Problem("delivered_at", "Leave the time empty when the handover did not take place.")
    elif note.delivered_at is None:
        yield Problem("delivered_at", "Say when the handover took place.")
    elif note.delivered_at > now:
        yield Problem("delivered_at", "Choose a time that is not in the future.")
    elif note.delivered_at < due_at - EARLIEST:
        yield Problem("delivered_at", "Choose a time on the day of the handover or later.")
    elif note.outcome is Outcome.LATE and note.delivered_at <= due_at:
        yield Problem(
            "delivered_at", "Choose a time after the agreed time, or say that it took place as agreed."
        )


def record(
    handover: Handover, note: Note, *, family_id: UUID, by: Home, id: UUID, now: datetime
) -> HandoverRecord:
    """A parent's record, from a note without problems."""
    return HandoverRecord(
        id=id,
        family_id=family_id,
        child=handover.child,
        due_at=handover.at,
        from_home=handover.from_home,
        to_home=handover.to_home,
        outcome=note.outcome,
        delivered_at=note.delivered_at,
        in_contact=note.in_contact,
        recorded_by=by,
        recorded_at=now,
        absent=note.absent,
        text=note.text,
    )


def minutes_late(record: HandoverRecord) -> int:
    """Whole minutes after the agreed time; 0 when it was on time, earlier or did not take place."""
    if record.delivered_at is None:
        return 0
    return max(0, int((record.delivered_at - record.due_at).total_seconds()) // 60)


def is_frozen(record: HandoverRecord, now: datetime) -> bool:
    """True once a day has passed since it was recorded."""
    return now >= record.recorded_at + CORRECTION_TIME


def correct(record: HandoverRecord, by: Home, note: Note, now: datetime) -> HandoverRecord:
    """The record with another note; it freezes when the first would have. Raises NotYourOwn, RecordFrozen."""
    if by is not record.recorded_by:
        raise NotYourOwn
    if is_frozen(record, now):
        raise RecordFrozen
    return replace(
        record,
        outcome=note.outcome,
        delivered_at=note.delivered_at,
        in_contact=note.in_contact,
        absent=note.absent,
        text=note.text,
    )
