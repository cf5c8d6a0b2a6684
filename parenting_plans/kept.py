"""What the calendar foresaw in a month beside what one parent noted about it: facts in a row, no count and no score. Pure.

A note is its author's alone; it is read by the other parent only for a month that its author shares, and while they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from parenting_plans.values import ZONE, Handover, HandoverRecord, Home, Problem

BEDTIME = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Moment:
    """One handover. `noted`: what this parent wrote about it; None: nothing. `planned`: the calendar still foresees it."""

    child: UUID
    at: datetime
    from_home: Home
    to_home: Home
    noted: HandoverRecord | None
    planned: bool = True


@dataclass(frozen=True, slots=True)
class OtherNight:
    """A night that, by the notes, the child spent in another home than the calendar says."""

    child: UUID
    date: date
    planned: Home
    noted: Home


@dataclass(frozen=True, slots=True)
class Kept:
    moments: tuple[Moment, ...]
    other_nights: tuple[OtherNight, ...]


@dataclass(frozen=True, slots=True)
class MonthShare:
    """One parent lets the other read what they noted about the month that begins on `month`, until `ended_at`."""

    id: UUID
    family_id: UUID
    by: Home
    month: date
    shared_at: datetime
    ended_at: datetime | None = None


def problems_of_month(month: date, today: date) -> tuple[Problem, ...]:
    """What can be shared: a month by its first day, that has begun."""
    if month.day != 1:
        return (Problem("month", "Give the first day of a month."),)
    if month > today:
        return (Problem("month", "Choose a month that has begun."),)
    return ()


def kept(
    handovers: Iterable[Handover],
    records: Iterable[HandoverRecord],
    nights: Mapping[UUID, Sequence[tuple[date, Home]]],
    since: datetime,
    until: datetime,
) -> Kept:
    """[since, until) of one parent's notes. `nights`: the planned ones of that time, by child.

    `handovers` and `records` may reach back before `since`: what was noted last tells where the first nights were.
    """
    found = _moments(handovers, records)
    return Kept(
        moments=tuple(one for one in found if since <= one.at < until),
        other_nights=tuple(
            OtherNight(child, day, home, noted)
            for child, own in nights.items()
            for day, home in own
            if (noted := _slept([one for one in found if one.child == child], day)) not in {None, home}
            and noted is not None
        ),
    )


def _moments(handovers: Iterable[Handover], records: Iterable[HandoverRecord]) -> list[Moment]:
    notes = {(one.child, one.due_at): one for one in records}
    found = [
        Moment(one.child, one.at, one.from_home, one.to_home, notes.pop((one.child, one.at), None))
        for one in handovers
    ]
    # Noted, and then a swap or a decision took it out of the calendar.
    found += [
        Moment(one.child, one.due_at, one.from_home, one.to_home, one, planned=False)
        for one in notes.values()
    ]
    return sorted(found, key=lambda one: (one.at, one.child.bytes))


def _slept(moments: Sequence[Moment], day: date) -> Home | None:
    """Where the notes say that the child went to sleep; None: they do not say."""
    bedtime = datetime.combine(day, BEDTIME, tzinfo=ZONE)
    coming = next((one for one in moments if one.at > bedtime), None)
    if coming and _arrived(coming, bedtime):
        return coming.to_home  # brought earlier than planned
    last = next((one for one in reversed(moments) if one.at <= bedtime), None)
    if last is None or last.noted is None:
        return None
    return last.to_home if _arrived(last, bedtime) else last.from_home


def _arrived(moment: Moment, by: datetime) -> bool:
    delivered_at = moment.noted.delivered_at if moment.noted else None
    return delivered_at is not None and delivered_at <= by
