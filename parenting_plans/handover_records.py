"""What a parent notes about one planned handover: it took place, came late or did not happen. Pure.

Each parent keeps a record of their own; it can be corrected for a day by its author and then stays as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from parenting_plans.errors import NotYourOwn, RecordFrozen
from parenting_plans.values import Handover, HandoverRecord, Home, Outcome, Problem

CORRECTION_TIME = timedelta(hours=24)
EARLIEST = timedelta(days=1)  # a child can be brought early, but not days early


@dataclass(frozen=True, slots=True)
class Note:
    """What happened. `in_contact` only for a missed handover: had the parents been in touch about it? None: not said."""

    outcome: Outcome
    delivered_at: datetime | None = None
    in_contact: bool | None = None


def problems_of_note(note: Note, due_at: datetime, now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with the note, at once."""
    return tuple(_problems(note, due_at, now))


def _problems(note: Note, due_at: datetime, now: datetime) -> Iterator[Problem]:
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
    )


def is_frozen(record: HandoverRecord, now: datetime) -> bool:
    """True once a day has passed since it was recorded."""
    return now >= record.recorded_at + CORRECTION_TIME


def correct(record: HandoverRecord, by: Home, note: Note, now: datetime) -> HandoverRecord:
    """The record with another note; it freezes when the first would have. Raises NotYourOwn, RecordFrozen."""
    if by is not record.recorded_by:
        raise NotYourOwn
    if is_frozen(record, now):
        raise RecordFrozen
    return replace(record, outcome=note.outcome, delivered_at=note.delivered_at, in_contact=note.in_contact)
