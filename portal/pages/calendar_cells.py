"""The cells that calendar pages are made of: who sleeps where on a day and why, and what else happens on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation.families import ChildInFamily
from mediation.sessions import Session
from mediation.usecases.calendar_days import Day, Reason, SchoolNote
from parenting_plans.away_days import AwayDays, Why
from parenting_plans.values import Home
from portal.languages import civil_day


@dataclass(frozen=True, slots=True)
class Group:
    """Children who sleep in one home for one reason."""

    home: Home
    names: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """Children who change homes at one moment."""

    at: datetime
    from_home: Home
    to_home: Home
    names: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Children who are at a camp or in hospital on that day."""

    id: UUID
    why: Why
    names: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the month, or of the weeks around it."""

    day: date
    outside: bool
    today: bool
    groups: tuple[Group, ...]
    changes: tuple[Change, ...]
    sessions: tuple[Session, ...]
    school: tuple[SchoolNote, ...]
    away: tuple[Elsewhere, ...]


def cell(
    day: Day,
    month: date,
    children: Sequence[ChildInFamily],
    today: date,
    booked: Sequence[Session],
    notes: Sequence[SchoolNote],
    away: Sequence[AwayDays],
) -> Cell:
    """One day as a page of `month` (any of its days) shows it; the nights of `children` only."""
    return Cell(
        day=day.date,
        outside=day.date.month != month.month,
        today=day.date == today,
        groups=_groups(day),
        changes=_changes(day, children),
        sessions=tuple(one for one in booked if civil_day(one.starts_at) == day.date),
        school=tuple(note for note in notes if note.first <= day.date <= note.last),
        away=tuple(elsewhere(away, children, day.date)),
    )


def elsewhere(away: Iterable[AwayDays], children: Sequence[ChildInFamily], day: date) -> Iterator[Elsewhere]:
    """Of these children, those at a camp or in hospital on a day."""
    for one in away:
        first, last = one.said.span.days
        names = listed(child for child in children if child.id in one.said.children)
        if names and first <= day <= last:
            yield Elsewhere(one.id, one.said.why, names)


def _groups(day: Day) -> tuple[Group, ...]:
    kinds = dict.fromkeys((night.home, night.reason) for night in day.nights)
    return tuple(
        Group(
            home,
            listed(night.child for night in day.nights if (night.home, night.reason) == (home, reason)),
            reason,
        )
        for home, reason in kinds
    )


def _changes(day: Day, children: Sequence[ChildInFamily]) -> tuple[Change, ...]:
    kinds = dict.fromkeys((one.at, one.from_home, one.to_home) for one in day.handovers)
    return tuple(
        Change(*kind, listed(child for child in children if _moves(day, child, kind))) for kind in kinds
    )


def _moves(day: Day, child: ChildInFamily, kind: tuple[datetime, Home, Home]) -> bool:
    return any(
        one.child == child.id and (one.at, one.from_home, one.to_home) == kind for one in day.handovers
    )


def listed(children: Iterable[ChildInFamily]) -> str:
    """Their given names, as a line."""
    return ", ".join(child.given_name for child in children)
