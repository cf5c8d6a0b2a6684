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

    def concerns(self, trip: Trip) -> bool:
        """True when it is about this traveller, some of these children and some of these countries and days."""
        return (
            self.about in (None, trip.traveller)
            and not set(self.children).isdisjoint(trip.children)
            and bool(self._countries_of(trip))
            and self._shares_days(trip)
        )

    def _countries_of(self, trip: Trip) -> frozenset[str]:
        """The countries of the trip it is about. A ban on every country is one on leaving Belgium, stops included."""
        stays = frozenset(stay.country for stay in trip.stays)
        if self.kind is DecisionKind.PERMISSION:
            return stays & expand(self.countries) if self.countries else stays
        every = stays | {stop.country for stop in trip.transits}
        return every & expand(self.countries) if self.countries else every - {HOME}

    def lifts(self, ban: "TravelDecision", trip: Trip) -> bool:
        """True for a later permission of all that the ban keeps from this trip: a part of it lifts nothing."""
        first, last = ban.valid_from, ban.valid_to
        leaves, returns = _days(trip)
        barred = ban._countries_of(trip) & {stay.country for stay in trip.stays}  # noqa: SLF001  # its own kind
        return (
            self.kind is DecisionKind.PERMISSION
            and ban.decided_on < self.decided_on
            and self.concerns(trip)
            and set(ban.children) & set(trip.children) <= set(self.children)
            and (not self.countries or barred <= expand(self.countries))
            and self.valid_from <= max(first, leaves)
            and (
                self.valid_to is None
                or (returns is not None and min(last or returns, returns) <= self.valid_to)
            )
        )

    def forbids(self, consent: Consent, now: datetime) -> bool:
        """True for a ban that counts over some of what was consented to."""
        countries = expand(self.countries)
        return (
            self.kind is DecisionKind.BAN
            and self.counts(now)
            and self.about in (None, consent.by.other)
            and not set(self.children).isdisjoint(consent.children)
            and (not countries or not countries.isdisjoint(expand(consent.countries)))
            and self.valid_from <= consent.valid_to
            and (self.valid_to is None or consent.valid_from <= self.valid_to)
        )

    def _shares_days(self, trip: Trip) -> bool:
        leaves, returns = _days(trip)
        starts_in_time = returns is None or self.valid_from <= returns
        return starts_in_time and (self.valid_to is None or leaves <= self.valid_to)

    def counts(self, now: datetime) -> bool:
        return self.recorded_at <= now and (self.ended_at is None or now < self.ended_at)


def _days(trip: Trip) -> tuple[date, date | None]:
    """The first and the last day of a trip in Brussels."""
    returns = trip.return_at.astimezone(ZONE).date() if trip.return_at else None
    return trip.depart_at.astimezone(ZONE).date(), returns


def bans(decisions: Iterable[TravelDecision], trip: Trip, now: datetime) -> tuple[TravelDecision, ...]:
    """The bans that stand over the trip. A later permission of what it forbids of this trip lifts an earlier ban."""
    counting = [one for one in decisions if one.counts(now)]
    return tuple(
        one
        for one in counting
        if one.kind is DecisionKind.BAN
        and one.concerns(trip)
        and not any(other.lifts(one, trip) for other in counting)
    )


def permissions(decisions: Iterable[TravelDecision], trip: Trip, now: datetime) -> tuple[TravelDecision, ...]:
    return tuple(
        one
        for one in decisions
        if one.kind is DecisionKind.PERMISSION and one.counts(now) and one.concerns(trip)
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
