"""What a court decided about travel: a permission counts like a consent, a ban stands over every consent. Pure.

A professional notes it from the document; a correction is a new decision and the end of the old one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.countries import HOME, expand, is_destination
from parenting_plans.errors import OrderEnded
from parenting_plans.orders import problems_of_reference
from parenting_plans.values import ZONE, Consent, Home, Problem, Trip

MOST_COUNTRIES = 60
LONGEST_COURT = 120
HORIZON = timedelta(days=18 * 366)  # until the youngest child is of age


class DecisionKind(StrEnum):
    PERMISSION = "permission"
    BAN = "ban"


@dataclass(frozen=True, slots=True)
class TravelDecision:
    """`about` None: trips of both parents. No countries: every country. Days are inclusive and in Brussels."""

    id: UUID
    family_id: UUID
    kind: DecisionKind
    about: Home | None
    children: tuple[UUID, ...]
    countries: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    court: str
    reference: str
    decided_on: date
    recorded_by: UUID
    recorded_at: datetime
    ended_at: datetime | None = None

    def concerns(self, journey: "Journey") -> bool:
        """True when it is about this traveller, some of these children and some of these countries and days."""
        return (
            self.about in (None, journey.traveller)
            and not journey.children.isdisjoint(self.children)
            and bool(self._countries_of(journey))
            and (journey.last is None or self.valid_from <= journey.last)
            and (self.valid_to is None or journey.first <= self.valid_to)
        )

    def _countries_of(self, journey: "Journey") -> frozenset[str]:
        """The countries it is about. A ban on every country is one on leaving Belgium, stops included."""
        if self.kind is DecisionKind.PERMISSION:
            return journey.stays & expand(self.countries) if self.countries else journey.stays
        every = journey.stays | journey.stops
        return every & expand(self.countries) if self.countries else every - {HOME}

    def lifts(self, ban: "TravelDecision", journey: "Journey") -> bool:
        """True for a later permission of all that the ban keeps from this journey: a part of it lifts nothing."""
        barred = ban._countries_of(journey) & journey.stays  # noqa: SLF001  # its own kind
        until = min((day for day in (ban.valid_to, journey.last) if day is not None), default=None)
        return (
            self.kind is DecisionKind.PERMISSION
            and ban.decided_on < self.decided_on
            and self.concerns(journey)
            and journey.children.intersection(ban.children) <= set(self.children)
            and (not self.countries or barred <= expand(self.countries))
            and self.valid_from <= max(ban.valid_from, journey.first)
            and (self.valid_to is None or (until is not None and until <= self.valid_to))
        )

    def counts(self, now: datetime) -> bool:
        return self.recorded_at <= now and (self.ended_at is None or now < self.ended_at)


@dataclass(frozen=True, slots=True)
class Journey:
    """What a decision is held against. Days are inclusive and in Brussels; `last` None: the return is not known."""

    traveller: Home
    children: frozenset[UUID]
    stays: frozenset[str]
    stops: frozenset[str]
    first: date
    last: date | None

    @classmethod
    def of(cls, asked: Trip | Consent) -> "Journey":
        """The journey that is planned, or the widest one that was consented to."""
        if isinstance(asked, Consent):
            return cls(
                asked.by.other,
                frozenset(asked.children),
                expand(asked.countries),
                frozenset(),
                asked.valid_from,
                asked.valid_to,
            )
        return cls(
            asked.traveller,
            frozenset(asked.children),
            frozenset(stay.country for stay in asked.stays),
            frozenset(stop.country for stop in asked.transits),
            asked.depart_at.astimezone(ZONE).date(),
            asked.return_at.astimezone(ZONE).date() if asked.return_at else None,
        )


def bans(
    decisions: Iterable[TravelDecision], asked: Trip | Consent, now: datetime
) -> tuple[TravelDecision, ...]:
    """The bans that stand over a trip, or over some of what was consented to.

    A later permission of all that an earlier ban forbids of it lifts that ban.
    """
    journey = Journey.of(asked)
    counting = [one for one in decisions if one.counts(now)]
    return tuple(
        one
        for one in counting
        if one.kind is DecisionKind.BAN
        and one.concerns(journey)
        and not any(other.lifts(one, journey) for other in counting)
    )


def permissions(decisions: Iterable[TravelDecision], trip: Trip, now: datetime) -> tuple[TravelDecision, ...]:
    journey = Journey.of(trip)
    return tuple(
        one
        for one in decisions
        if one.kind is DecisionKind.PERMISSION and one.counts(now) and one.concerns(journey)
    )


def problems_of_decision(said: TravelDecision, children: Sequence[UUID], today: date) -> tuple[Problem, ...]:
    """Everything that is wrong with it, at once. `children`: the family's."""
    return (*_of_scope(said, children), *_of_document(said, today), *_of_days(said, today))


def _of_scope(said: TravelDecision, children: Sequence[UUID]) -> Iterator[Problem]:
    if not said.children:
        yield Problem("children", "Choose at least one child.")
    elif not set(said.children) <= set(children):
        yield Problem("children", "Choose from the children of this family.")
    if len(said.countries) > MOST_COUNTRIES or not all(is_destination(code) for code in said.countries):
        yield Problem("countries", "Choose each country from the list.")
    if said.kind is DecisionKind.PERMISSION and said.about is None:
        yield Problem("about", "Say which parent may travel.")


def _of_document(said: TravelDecision, today: date) -> Iterator[Problem]:
    if not said.court:
        yield Problem("court", "Name the court.")
    elif len(said.court) > LONGEST_COURT:
        yield Problem("court", "Write at most {maximum} characters.", {"maximum": str(LONGEST_COURT)})
    yield from problems_of_reference(said.reference)
    if said.decided_on > today:
        yield Problem("decided_on", "Choose a day that is not in the future.")


def _of_days(said: TravelDecision, today: date) -> Iterator[Problem]:
    if said.valid_to is not None and said.valid_to < said.valid_from:
        yield Problem("valid_to", "Choose a last day that is not before the first day.")
    elif said.valid_to is not None and said.valid_to > today + HORIZON:
        yield Problem("valid_to", "Choose an earlier last day, or leave it empty.")
    elif said.kind is DecisionKind.PERMISSION and said.valid_to is None:
        yield Problem("valid_to", "Give the last day of the permission.")


def end(said: TravelDecision, at: datetime) -> TravelDecision:
    """From `at` on it counts no more. Raises OrderEnded."""
    if said.ended_at is not None:
        raise OrderEnded
    return replace(said, ended_at=at)
