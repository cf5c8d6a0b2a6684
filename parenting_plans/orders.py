"""Decisions of a court that a professional notes: while one counts, it stands over the plan and every swap. Pure.

A correction is a new row; what was noted before stays. Parents read that a decision applies, never who noted it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.asking import CHANGING_HOUR
from parenting_plans.errors import OrderEnded
from parenting_plans.values import ZONE, Home, Layer, Problem, Window

FIRST_YEAR, LAST_YEAR = 2000, 2099
NO_END = datetime(2100, 1, 1, tzinfo=ZONE)  # "until another decision"
HORIZON = timedelta(days=731)
LONGEST_REFERENCE = 40
_REFERENCE = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9./_-]*"
)  # a number of the roll or of a document, never a sentence


class OrderKind(StrEnum):
    INTERIM = "interim"
    PROTECTIVE = "protective"


class Measure(StrEnum):
    RESIDENCE = "residence"  # where each child lives in the meantime
    NO_CONTACT = "no_contact"  # the child stays in one safe home


LAYERS = {OrderKind.INTERIM: Layer.INTERIM_ORDER, OrderKind.PROTECTIVE: Layer.PROTECTIVE_ORDER}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the document says. `homes`: for each child it is about, where the child is. `ends_at` None: until another one."""

    kind: OrderKind
    measure: Measure
    homes: tuple[tuple[UUID, Home], ...]
    reference: str
    decided_on: date
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class Order:
    """One row of what was noted: `number` counts the corrections, from 1. `ended_at`: from then on it counts no more."""

    id: UUID
    number: int
    family_id: UUID
    decision: Decision
    recorded_by: UUID
    recorded_at: datetime
    ended_at: datetime | None = None

    @property
    def counts_until(self) -> datetime:
        return min(self.ended_at or NO_END, self.decision.ends_at or NO_END)

    def counts(self, now: datetime) -> bool:
        return self.decision.starts_at <= now < self.counts_until


def problems_of_decision(decision: Decision, children: Sequence[UUID], now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with it, at once. `children`: the family's."""
    return (*_of_homes(decision, children), *_of_document(decision, now), *_of_time(decision, now))


def _of_homes(decision: Decision, children: Sequence[UUID]) -> Iterator[Problem]:
    named = [child for child, _home in decision.homes]
    if not named:
        yield Problem("homes", "Say for at least one child where the child is.")
    elif not set(named) <= set(children) or len(set(named)) < len(named):
        yield Problem("homes", "Choose from the children of this family, each once.")
    if decision.measure is Measure.NO_CONTACT:
        if decision.kind is not OrderKind.PROTECTIVE:
            yield Problem("measure", "Only a protective decision can exclude contact.")
        if len({home for _child, home in decision.homes}) > 1:
            yield Problem("homes", "Without contact, all these children are in one safe home.")


def problems_of_reference(reference: str) -> Iterator[Problem]:
    if len(reference) > LONGEST_REFERENCE or not _REFERENCE.fullmatch(reference):
        yield Problem(
            "reference",
            "Give the number of the document: letters, digits and the signs . / _ and -, without spaces.",
        )


def _of_document(decision: Decision, now: datetime) -> Iterator[Problem]:
    yield from problems_of_reference(decision.reference)
    if decision.decided_on.year < FIRST_YEAR or decision.decided_on > now.astimezone(ZONE).date():
        yield Problem("decided_on", "Give the day of the decision, not later than today.")


def _of_time(decision: Decision, now: datetime) -> Iterator[Problem]:
    starts_at, ends_at = decision.starts_at.astimezone(ZONE), decision.ends_at
    if starts_at.date() < decision.decided_on or starts_at > now + HORIZON:
        yield Problem("starts_at", "Choose a start from the day of the decision on, within two years.")
    yield from _of_clock("starts_at", decision.starts_at)
    if ends_at is None:
        return
    yield from _of_clock("ends_at", ends_at)
    if ends_at <= decision.starts_at:
        yield Problem("ends_at", "Choose an end after the start.")
    elif ends_at >= NO_END:
        yield Problem("ends_at", "Choose an end before 2100, or leave it empty.")


def _of_clock(field: str, at: datetime) -> Iterator[Problem]:
    if at.astimezone(ZONE).hour == CHANGING_HOUR or (at.tzinfo is ZONE and at.hour == CHANGING_HOUR):
        text = "Choose a time before 02:00 or from 03:00. Between the two, the clock can change."
        yield Problem(field, text)


def record(decision: Decision, *, family_id: UUID, by: UUID, id: UUID, now: datetime) -> Order:
    """The first row of a decision without problems."""
    return Order(id, 1, family_id, decision, by, now)


def correct(order: Order, decision: Decision, *, by: UUID, now: datetime) -> Order:
    """The next row, with what the document really says. Raises OrderEnded."""
    if order.ended_at is not None:
        raise OrderEnded
    return replace(order, number=order.number + 1, decision=decision, recorded_by=by, recorded_at=now)


def end(order: Order, at: datetime, *, by: UUID, now: datetime) -> Order:
    """The next row: from `at` on it counts no more. Raises OrderEnded."""
    if order.ended_at is not None:
        raise OrderEnded
    return replace(order, number=order.number + 1, recorded_by=by, recorded_at=now, ended_at=at)


def problems_of_end(order: Order, at: datetime, now: datetime) -> tuple[Problem, ...]:
    found = list(_of_clock("ended_at", at))
    if at < order.decision.starts_at:
        found.append(Problem("ended_at", "Choose a time from the start of the decision on."))
    elif at > now + HORIZON:
        found.append(Problem("ended_at", "Choose a time within two years."))
    return tuple(found)


def newest(rows: Iterable[Order]) -> tuple[Order, ...]:
    """Each decision as it was noted last, by its start."""
    last: dict[UUID, Order] = {}
    for row in rows:
        if row.id not in last or last[row.id].number < row.number:
            last[row.id] = row
    return tuple(sorted(last.values(), key=lambda one: (one.decision.starts_at, one.id.bytes)))


def windows(rows: Iterable[Order]) -> tuple[Window, ...]:
    """What the decisions lay over the plan and the swaps, one window for each home. The court's later word wins."""
    return tuple(window for order in newest(rows) for window in _windows_of(order))


def _windows_of(order: Order) -> Iterator[Window]:
    said, until = order.decision, order.counts_until
    # Not the day of noting: who corrects an old number would put an old decision over a newer one.
    made_at = datetime.combine(said.decided_on, time(0), tzinfo=ZONE)
    for home in Home:
        children = tuple(child for child, where in said.homes if where is home)
        if children and said.starts_at < until:
            layer = LAYERS[said.kind]
            yield Window(layer, home, said.starts_at, until, made_at, children, order.id)
