"""How one parent may ask the other for other days: which stretches can be asked about, until when, and how often. Pure.

The same limits hold for swaps and for offers to care, taken together, so that nobody is flooded (safety.md DV-03).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from parenting_plans.values import ZONE, Home, Layer, Problem, Window

DAY = timedelta(days=1)
HORIZON = timedelta(days=731)
LONGEST = timedelta(days=31)  # longer is another plan, not a swap
MOST_OPEN = 5  # at a time, of one parent
MOST = 20  # within WITHIN, of one parent
WITHIN = timedelta(days=30)
TAKEN_BACK_COUNTS = timedelta(days=1)  # or asking and taking back in turn would be a way to flood
BLOCKED_FOR = timedelta(days=14)  # after a no, for the same time or a part of it
LAST_MINUTE = time(23, 59)
CHANGING_HOUR = 2  # the clock can skip or repeat it


@dataclass(frozen=True, slots=True)
class Span:
    """[starts_at, ends_at), aware."""

    starts_at: datetime
    ends_at: datetime

    def overlaps(self, other: "Span") -> bool:
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def covers(self, first: "Span", second: "Span") -> bool:
        """Whether the time that the two have in common lies in this one."""
        starts_at, ends_at = max(first.starts_at, second.starts_at), min(first.ends_at, second.ends_at)
        return self.starts_at <= starts_at and ends_at <= self.ends_at

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last Brussels day that it touches."""
        last = max(self.starts_at, self.ends_at - timedelta(microseconds=1))
        return self.starts_at.astimezone(ZONE).date(), last.astimezone(ZONE).date()


@dataclass(frozen=True, slots=True)
class Ask:
    """What the limits look at. `waits`: it can still be answered.

    `refused_at`: when the other parent said no, or asked for something else in its place; `taken_back_at`: when its own did.
    """

    by: Home
    children: tuple[UUID, ...]
    spans: tuple[Span, ...]
    asked_at: datetime
    waits: bool
    refused_at: datetime | None = None
    taken_back_at: datetime | None = None

    def about_the_same(self, other: "Ask") -> bool:
        """For a child in both, a time in both."""
        return bool(set(self.children) & set(other.children)) and any(
            one.overlaps(another) for one in self.spans for another in other.spans
        )

    def brings_up(self, again: "Ask", refused: "Ask") -> bool:
        """Whether all that `again` asks once more of what was refused is what this question is about."""
        shared = set(again.children) & set(refused.children)
        return shared <= set(self.children) and all(
            any(mine.covers(one, another) for mine in self.spans)
            for one in again.spans
            for another in refused.spans
            if one.overlaps(another)
        )


One = TypeVar("One")


def answer_by(now: datetime, days: int, starts_at: datetime) -> datetime:
    """When an answer is due unless somebody says otherwise: at the end of that day, and always before the time itself."""
    last = datetime.combine(now.astimezone(ZONE).date() + days * DAY, LAST_MINUTE, tzinfo=ZONE)
    return min(max(last, now + timedelta(hours=1)), starts_at, key=lambda at: at.astimezone(UTC))


def problems_of_span(span: Span, now: datetime, prefix: str = "") -> Iterator[Problem]:
    """`prefix` goes before the names of the two fields."""
    begins, ends = f"{prefix}starts_at", f"{prefix}ends_at"
    yield from problems_of_clock(begins, span.starts_at)
    yield from problems_of_clock(ends, span.ends_at)
    if span.starts_at <= now:
        yield Problem(begins, "Choose a time that is still to come.")
    if span.ends_at <= span.starts_at:
        yield Problem(ends, "Choose an end after the start.")
    elif span.ends_at - span.starts_at > LONGEST:
        yield Problem(
            ends, "Choose at most {days} days. For longer, propose another plan.", {"days": str(LONGEST.days)}
        )
    elif span.ends_at > now + HORIZON:
        yield Problem(ends, "Choose a time within two years.")


def problems_of_clock(field: str, at: datetime) -> Iterator[Problem]:
    """Between 02:00 and 03:00 the clock can skip or repeat. (A skipped time is looked at as it was typed, too.)"""
    if at.astimezone(ZONE).hour == CHANGING_HOUR or (at.tzinfo is ZONE and at.hour == CHANGING_HOUR):
        yield Problem(
            field, "Choose a time before 02:00 or from 03:00. Between the two, the clock can change."
        )
    if at.second or at.microsecond:
        yield Problem(field, "Give the time in whole minutes.")


def problems_of_children(chosen: Sequence[UUID], children: Sequence[UUID]) -> Iterator[Problem]:
    if not chosen:
        yield Problem("children", "Choose at least one child.")
    elif not set(chosen) <= set(children) or len(set(chosen)) < len(chosen):
        yield Problem("children", "Choose from the children of this family.")


def problems_of_answer_by(respond_by: datetime, spans: Sequence[Span], now: datetime) -> Iterator[Problem]:
    if respond_by <= now:
        yield Problem("respond_by", "Choose a time that is still to come.")
    elif any(respond_by > span.starts_at for span in spans):
        yield Problem("respond_by", "Choose a time to answer before the days themselves begin.")


def problems_of_limits(
    ask: Ask, earlier: Iterable[Ask], now: datetime, *, answers: Ask | None = None
) -> tuple[Problem, ...]:
    """What one parent may not ask again, or not yet. `answers`: the question of the other parent that it answers.

    Time that the other parent asks about may be spoken of; with other refused time an answer is no way around the no.
    """
    own = [one for one in earlier if one.by is ask.by]
    return (*_of_count(own, now), *_of_again(ask, own, now, answers))


def _of_count(own: Sequence[Ask], now: datetime) -> Iterator[Problem]:
    waiting = sum(one.waits for one in own)
    taken_back = sum(
        one.taken_back_at is not None and now - one.taken_back_at < TAKEN_BACK_COUNTS for one in own
    )
    if waiting >= MOST_OPEN:
        yield Problem(
            "",
            "{most} of your questions wait for an answer. Wait, or withdraw one first.",
            {"most": str(MOST_OPEN)},
        )
    elif waiting + taken_back >= MOST_OPEN:
        yield Problem(
            "",
            "Five of your proposals wait for an answer, or were taken back in the last day. Wait for an answer first.",
        )
    lately = sorted(one.asked_at for one in own if one.asked_at > now - WITHIN)
    if len(lately) >= MOST:
        day = (lately[-MOST] + WITHIN).astimezone(ZONE).date()
        yield Problem(
            "",
            "You have asked {most} times in {days} days. You can ask again from {day}.",
            {"most": str(MOST), "days": str(WITHIN.days), "day": f"{day:%d/%m/%Y}"},
        )


def _of_again(ask: Ask, own: Sequence[Ask], now: datetime, answers: Ask | None) -> Iterator[Problem]:
    alike = [
        one
        for one in own
        if one.about_the_same(ask) and not (answers is not None and answers.brings_up(ask, one))
    ]
    if any(one.waits for one in alike):
        yield Problem(
            "", "You have asked about this time already. Wait for the answer, or withdraw it first."
        )
    refused = [one.refused_at + BLOCKED_FOR for one in alike if one.refused_at]
    if refused and max(refused) > now:
        day = max(refused).astimezone(ZONE).date()
        yield Problem(
            "",
            "The other parent has said no to this time. You can ask about it again from {day}.",
            {"day": f"{day + DAY:%d/%m/%Y}"},
        )


def touches_protection(spans: Iterable[Span], children: Iterable[UUID], over: Iterable[Window]) -> bool:
    """Whether a protective decision covers a day of these spans for one of the children: such a day cannot be moved."""
    chosen = set(children)
    protected = [
        Span(window.starts_at, window.ends_at).days
        for window in over
        if window.layer is Layer.PROTECTIVE_ORDER and (not window.children or chosen & set(window.children))
    ]
    return any(span.days[0] <= last and first <= span.days[1] for span in spans for first, last in protected)
