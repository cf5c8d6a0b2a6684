"""A fact sheet for the police: what somebody says now, beside what the record holds. Pure.

Nothing that is said here is kept: it goes on the paper and nowhere else. All of it may be left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.fields import has_strange_signs
from parenting_plans.on_the_way import Confirmation, Delay
from parenting_plans.travel_decisions import TravelDecision
from parenting_plans.travel_documents import Details, Holder, Standing
from parenting_plans.travel_wishes import TravelWish
from parenting_plans.values import Consent, HandoverRecord, Home, Objection, Problem, Trip

# What can be typed, in the order of the paper, with its most characters.
TEXTS: Mapping[str, int] = {
    "what": 1500,
    "last_contact": 300,
    "last_seen": 300,
    "with_whom": 300,
    "destination": 300,
    "car": 200,
    "phones": 200,
    "health": 500,
    "family_name": 100,
    "reach_me": 100,
}
LONGEST_LOOKS = 500
OLDEST_CONTACT = timedelta(days=366 * 3)


class Situation(StrEnum):
    DANGER = "danger"
    NOT_RETURNED = "not_returned"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class Said:
    """What is told now. `language`: of the paper. `texts`: by the names of TEXTS; `looks`: by child."""

    situation: Situation
    children: tuple[UUID, ...]
    language: str
    last_contact_at: datetime | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[UUID, str] = field(default_factory=dict)


def problems_of(said: Said, children: Sequence[UUID], now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with it, at once. `children`: the family's."""
    return tuple(_problems(said, children, now))


def _problems(said: Said, children: Sequence[UUID], now: datetime) -> Iterator[Problem]:
    if not said.children:
        yield Problem("children", "Choose at least one child.")
    elif not set(said.children) <= set(children):
        yield Problem("children", "Choose from the children of this family.")
    at = said.last_contact_at
    if at is not None and at > now:
        yield Problem("last_contact_at", "Give a time that is not in the future.")
    elif at is not None and at < now - OLDEST_CONTACT:
        yield Problem("last_contact_at", "Give a time in the last {n} years.", {"n": "3"})
    for name, text in said.texts.items():
        yield from _of_text(name, text, TEXTS[name])
    for child, text in said.looks.items():
        yield from _of_text(f"looks_{child}", text, LONGEST_LOOKS)


def _of_text(name: str, text: str, longest: int) -> Iterator[Problem]:
    if len(text) > longest:
        yield Problem(name, "Use at most {n} characters.", {"n": str(longest)})
    elif has_strange_signs(text, lines=True):
        yield Problem(name, "Use ordinary letters and signs.")


# What the record holds, as far as the one who prepares the sheet may see it.


@dataclass(frozen=True, slots=True)
class NamedChild:
    id: UUID
    name: str
    born: date


@dataclass(frozen=True, slots=True)
class PlanLine:
    """The plan in force."""

    number: int
    signed_at: datetime
    starts_at: datetime | None


@dataclass(frozen=True, slots=True)
class Now:
    """Where a child is to be by plan and decisions: at this home until `until`."""

    child: UUID
    home: Home
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A decision of a court about where the children live."""

    decided_on: date
    homes: tuple[tuple[UUID, Home], ...]
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision of a court about travel. `opened`: its court and number may stand on this sheet."""

    decision: TravelDecision
    opened: bool


@dataclass(frozen=True, slots=True)
class TripLine:
    """A trip that is to come, under way or overdue, with what was said about it."""

    trip: Trip
    consents: tuple[Consent, ...]
    objections: tuple[Objection, ...]
    banned: bool
    uncovered: bool
    delays: tuple[Delay, ...]
    words: tuple[Confirmation, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """`number`: in full when `whole`, else its end as far as it is known."""

    child: UUID
    kind: str
    country: str
    standing: Standing
    details: Details
    number: str
    whole: bool
    holder: Holder


@dataclass(frozen=True, slots=True)
class Request:
    """A request that no document is issued without express consent."""

    child: UUID
    by: Home | None
    on: date


@dataclass(frozen=True, slots=True)
class Record:
    plan: PlanLine | None = None
    now: tuple[Now, ...] = ()
    orders: tuple[OrderLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    trips: tuple[TripLine, ...] = ()
    general: tuple[Consent, ...] = ()
    wishes: tuple[TravelWish, ...] = ()
    documents: tuple[DocumentLine, ...] = ()
    requests: tuple[Request, ...] = ()
    handovers: tuple[HandoverRecord, ...] | None = None  # None: not open to who prepares the sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that goes on paper. `by` None: the centre prepared it."""

    said: Said
    by: Home | None
    parents: Mapping[Home, str]
    children: tuple[NamedChild, ...]  # of the sheet
    named: Mapping[UUID, str]  # every child of the family, for what the record says
    record: Record
    made_at: datetime
