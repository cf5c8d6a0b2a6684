"""When both parents look at their plan again, and when that is done. Pure.

A plan says in N01 after how many months, and then every 6 or 12. Without N01 it is every year. Every fourth year is a
thorough review, with what the children say, whatever else was agreed (peers: yearly and four-yearly reviews).
Days are Brussels days. Dates are counted from the first plan, not from the review before, so a late one moves none; nor does
a smaller change of the plan, or changing a line each year would put off every review for good. A plan with another rhythm
counts that rhythm from its own signing, and only that.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count
from typing import Any
from uuid import UUID

from parenting_plans.errors import AlreadyAnswered, NotDueYet, NotThatDay, PostponedEnough
from parenting_plans.values import ZONE, Agreed, Home, Problem

CLAUSE = "N01"
OPENS_BEFORE = timedelta(days=30)
REMIND_AGAIN = timedelta(days=30)
REMIND_AT = time(9, 0)
MOST_POSTPONED = 2
LONGEST_MONTHS = 3
THOROUGH_MONTHS = 48
_CLOSE = timedelta(days=61)  # a review this close to a thorough one is that one
_USUAL = (12, 12)
_THEN = {"6m": 6, "12m": 12}
_FIRST_MONTHS = range(1, 49)


class Kind(StrEnum):
    ORDINARY = "ordinary"
    THOROUGH = "thorough"


class Answer(StrEnum):
    """What a parent says who has looked."""

    STAYS = "stays"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Answered:
    home: Home
    answer: Answer
    at: datetime


@dataclass(frozen=True, slots=True)
class Postponed:
    """`due_on` was moved from one day to another by this parent."""

    home: Home
    from_day: date
    to_day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """One review of one sealed version. Open until both have answered or another plan took its place."""

    id: UUID
    family_id: UUID
    version_id: UUID
    kind: Kind
    planned_on: date  # as the plan says
    due_on: date  # as postponed
    steps: tuple[Answered | Postponed, ...] = ()  # in the order in which they were taken
    closed_at: datetime | None = None
    overtaken: bool = False

    @property
    def answers(self) -> tuple[Answered, ...]:
        return tuple(one for one in self.steps if isinstance(one, Answered))

    @property
    def postponed(self) -> tuple[Postponed, ...]:
        return tuple(one for one in self.steps if isinstance(one, Postponed))

    @property
    def opens_on(self) -> date:
        return self.due_on - OPENS_BEFORE

    @property
    def is_held(self) -> bool:
        """Both have answered, or one asked for a change: a new plan that both sign is the answer to that."""
        return {one.home for one in self.answers} == set(Home) or any(
            one.answer is Answer.CHANGE for one in self.answers
        )

    def answer_of(self, home: Home) -> Answered | None:
        return next((one for one in self.answers if one.home is home), None)

    def waits_for(self, home: Home) -> bool:
        return self.closed_at is None and self.answer_of(home) is None

    def is_shown(self, today: date) -> bool:
        """A task on both parents' pages, until both have answered. Silence never ends it."""
        return self.closed_at is None and (today >= self.opens_on or bool(self.answers))

    def is_overdue(self, today: date) -> bool:
        return self.closed_at is None and today > self.due_on

    @property
    def can_be_postponed(self) -> bool:
        return self.closed_at is None and len(self.postponed) < MOST_POSTPONED


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where there is no such day (31 January, 29 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def rhythm(agreed: Agreed) -> tuple[int, int]:
    """Months to the first review, and between the later ones."""
    said: Any = agreed.get(CLAUSE, {})
    first, then = said.get("first_months"), _THEN.get(str(said.get("then")))
    if isinstance(first, int) and first in _FIRST_MONTHS and then:
        return first, then
    return _USUAL


@dataclass(frozen=True, slots=True)
class Term:
    """From which days reviews are counted, and in which months: to the first, and between the later ones."""

    first: int
    then: int
    ordinary_from: date
    thorough_from: date


def term_of(sealed: Iterable[tuple[Agreed, datetime]]) -> Term:
    """The term after these plans with their moments of sealing, oldest first; at least one.

    Thorough reviews are counted from the first plan, ordinary ones from the first plan of the rhythm that holds now.
    """
    found: Term | None = None
    for agreed, sealed_at in sealed:
        months, day = rhythm(agreed), sealed_at.astimezone(ZONE).date()
        if found is None or (found.first, found.then) != months:
            found = Term(*months, day, found.thorough_from if found else day)
    if found is None:
        raise ValueError("Reviews are counted from a sealed plan.")
    return found


def planned(term: Term) -> Iterator[tuple[date, Kind]]:
    """Every review, in order of time, without end."""
    first, then = term.first, term.then
    thorough = (months_after(term.thorough_from, THOROUGH_MONTHS * n) for n in count(1))
    ordinary = (months_after(term.ordinary_from, first + then * n) for n in count())
    next_thorough, last_thorough = next(thorough), date.min
    for day in ordinary:
        while next_thorough - day <= _CLOSE:
            yield next_thorough, Kind.THOROUGH
            last_thorough, next_thorough = next_thorough, next(thorough)
        if abs(day - last_thorough) > _CLOSE:
            yield day, Kind.ORDINARY


def following(term: Term, held: date, today: date) -> tuple[date, Kind]:
    """The review after the one planned on `held`. Ordinary ones that passed meanwhile are that one; thorough ones are not."""
    return next(
        (day, kind) for day, kind in planned(term) if day > held and (day > today or kind is Kind.THOROUGH)
    )


def begun(
    term: Term, earlier: Iterable[Review], *, family_id: UUID, version_id: UUID, id: UUID, today: date
) -> Review:
    """The review that a newly signed plan begins with. `earlier`: all of the family, one of them open at most.

    One that was due and not held stays due on its day: signing something else is no way around it.
    """
    known = tuple(earlier)
    waiting = next((one for one in known if one.closed_at is None and not one.is_held), None)
    held = max((one.planned_on for one in known if one.is_held), default=None)
    day, kind = next(planned(term)) if held is None else following(term, held, today)
    due_on = day
    if waiting is not None and (waiting.planned_on <= today or waiting.planned_on == day):
        day, due_on, kind = waiting.planned_on, waiting.due_on, waiting.kind
    return Review(id, family_id, version_id, kind, day, due_on)


def problems_of_day(review: Review, to: date, today: date) -> tuple[Problem, ...]:
    """What is wrong with a day to postpone to: after today and the day it is due, within three months of today."""
    earliest, latest = max(today, review.due_on), max(months_after(today, LONGEST_MONTHS), review.due_on)
    if earliest < to <= latest:
        return ()
    said = {"earliest": f"{earliest:%d/%m/%Y}", "latest": f"{latest:%d/%m/%Y}"}
    return (Problem("to", "Choose a day after {earliest}, at the latest {latest}.", said),)


def answer(review: Review, home: Home, said: Answer, now: datetime) -> Review:
    """With this parent's answer; closed by the second one. Raises NotDueYet, AlreadyAnswered."""
    _open(review, now)
    if review.answer_of(home) is not None:
        raise AlreadyAnswered
    answered = replace(review, steps=(*review.steps, Answered(home, said, now)))
    both = {one.home for one in answered.answers} == set(Home)
    return replace(answered, closed_at=now if both else None)


def postpone(review: Review, home: Home, to: date, now: datetime) -> Review:
    """Moved to another day, twice at most whoever asks. Answers that were given stay.

    Raises NotDueYet, AlreadyAnswered (by this parent), PostponedEnough, NotThatDay (see problems_of_day).
    """
    today = _open(review, now)
    if review.answer_of(home) is not None:
        raise AlreadyAnswered
    if not review.can_be_postponed:
        raise PostponedEnough
    if problems_of_day(review, to, today):
        raise NotThatDay
    moved = Postponed(home, review.due_on, to, now)
    return replace(review, due_on=to, steps=(*review.steps, moved))


def overtake(review: Review, now: datetime) -> Review:
    """Another plan was sealed: its review takes the place of this one."""
    return replace(review, closed_at=now, overtaken=True)


def remind_at(review: Review, now: datetime | None = None) -> datetime:
    """When the next reminder is due: when it opens, on its day, then every 30 days as long as somebody is silent."""
    days = (review.opens_on, review.due_on, *_onward(review.due_on, now))
    moments = (datetime.combine(day, REMIND_AT, tzinfo=ZONE) for day in days)
    return next(at for at in moments if now is None or at > now)


def _onward(due_on: date, now: datetime | None) -> Iterator[date]:
    if now is None:
        return
    missed = max(0, (now.astimezone(ZONE).date() - due_on) // REMIND_AGAIN)
    for n in (missed, missed + 1):
        if n:
            yield due_on + n * REMIND_AGAIN


def _open(review: Review, now: datetime) -> date:
    if review.closed_at is not None:
        raise AlreadyAnswered
    today = now.astimezone(ZONE).date()
    if not review.is_shown(today):
        raise NotDueYet
    return today
