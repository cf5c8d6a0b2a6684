"""Days of a child at a camp or in hospital, as either parent notes them: no home changes, and no swap may move them. Pure.

The plan keeps saying in whose time they fall. What was accepted before a day was noted stays as it was agreed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.asking import HORIZON, Span, problems_of_children, problems_of_clock
from parenting_plans.errors import AwayDaysOver, NotYourOwn
from parenting_plans.values import Home, Problem

LONGEST = timedelta(days=92)
LATEST = timedelta(days=31)  # a stay in hospital is often noted after it began
MOST = 20  # to come, of one parent


class Why(StrEnum):
    CAMP = "camp"
    HOSPITAL = "hospital"


@dataclass(frozen=True, slots=True)
class Noting:
    """What a parent notes. No place and no reason: nobody has to say them here."""

    why: Why
    children: tuple[UUID, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class AwayDays:
    """`changed_at`: when its end was last moved, or it was noted or removed."""

    id: UUID
    family_id: UUID
    by: Home
    said: Noting
    noted_at: datetime
    changed_at: datetime
    removed_at: datetime | None = None

    @property
    def counts(self) -> bool:
        return self.removed_at is None

    def open(self, now: datetime) -> bool:
        """It counts and is not over: who noted it can still change it."""
        return self.counts and now < self.said.span.ends_at


def problems_of_noting(
    said: Noting, children: Sequence[UUID], own: Iterable[AwayDays], now: datetime
) -> tuple[Problem, ...]:
    """Everything that is wrong with it, at once. `children`: the family's; `own`: what this parent noted before."""
    return (
        *problems_of_children(said.children, children),
        *_of_start(said.span, now),
        *_of_end(said.span, now),
        *_of_earlier(said, own, now),
    )


def _of_start(span: Span, now: datetime) -> Iterator[Problem]:
    yield from problems_of_clock("starts_at", span.starts_at)
    if span.starts_at < now - LATEST:
        yield Problem("starts_at", "Choose a start within the last month, or a later one.")
    elif span.starts_at > now + HORIZON:
        yield Problem("starts_at", "Choose a time within two years.")


def _of_end(span: Span, now: datetime) -> Iterator[Problem]:
    yield from problems_of_clock("ends_at", span.ends_at)
    if span.ends_at <= span.starts_at:
        yield Problem("ends_at", "Choose an end after the start.")
    elif span.ends_at <= now:
        yield Problem("ends_at", "Choose a time that is still to come.")
    elif span.ends_at - span.starts_at > LONGEST:
        yield Problem(
            "ends_at",
            "Choose at most {days} days. You can change the end later.",
            {"days": str(LONGEST.days)},
        )


def _of_earlier(said: Noting, own: Iterable[AwayDays], now: datetime) -> Iterator[Problem]:
    standing = [one for one in own if one.open(now)]
    if len(standing) >= MOST:
        yield Problem("", "You have noted {most} of these already. Remove one first.", {"most": str(MOST)})
    if in_the_way((said.span,), said.children, standing):
        yield Problem("", "You have noted these days already. You can change the end there.")


def note(said: Noting, *, family_id: UUID, by: Home, id: UUID, now: datetime) -> AwayDays:
    """A new entry, from a noting without problems."""
    return AwayDays(id, family_id, by, said, now, now)


def problems_of_end(noted: AwayDays, ends_at: datetime, now: datetime) -> tuple[Problem, ...]:
    """A child may have come home earlier: the new end may have passed, but not before the start."""
    span = replace(noted.said.span, ends_at=ends_at)
    return tuple(problem for problem in _of_end(span, min(now, span.starts_at)))


def move_end(noted: AwayDays, ends_at: datetime, by: Home, now: datetime) -> AwayDays:
    """It ends earlier or later, as whoever noted it says. Raises NotYourOwn, AwayDaysOver."""
    _own(noted, by, now)
    said = replace(noted.said, span=replace(noted.said.span, ends_at=ends_at))
    return replace(noted, said=said, changed_at=now)


def remove(noted: AwayDays, by: Home, now: datetime) -> AwayDays:
    """It does not take place, or was a slip. Raises NotYourOwn, AwayDaysOver."""
    _own(noted, by, now)
    return replace(noted, removed_at=now, changed_at=now)


def _own(noted: AwayDays, by: Home, now: datetime) -> None:
    if by is not noted.by:
        raise NotYourOwn
    if not noted.open(now):
        raise AwayDaysOver


def in_the_way(
    spans: Iterable[Span], children: Iterable[UUID], noted: Iterable[AwayDays]
) -> tuple[AwayDays, ...]:
    """The entries that make a swap of these spans void: one of the children is then at a camp or in hospital."""
    chosen, asked = set(children), tuple(spans)
    return tuple(
        one
        for one in noted
        if one.counts
        and chosen & set(one.said.children)
        and any(one.said.span.overlaps(span) for span in asked)
    )
