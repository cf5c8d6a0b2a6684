"""The other parent's answer to a trip: a consent with its scope, or an objection. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from parenting_plans.countries import is_destination
from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, TripOver
from parenting_plans.fields import has_strange_signs
from parenting_plans.values import ZONE, Consent, Home, Objection, Problem, Trip, TripStatus

LONGEST_REASON = 1000
MOST_COUNTRIES = 60
HORIZON = timedelta(days=731)
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is consented to: children, countries (ISO codes, "EU", "SCHENGEN") and inclusive Brussels days."""

    children: tuple[UUID, ...]
    countries: tuple[str, ...]
    valid_from: date
    valid_to: date


def scope_of(trip: Trip) -> Scope:
    """What would cover the whole trip as it is asked for; without a return, up to and with the day of departure."""
    ends = trip.return_at or trip.depart_at
    countries = dict.fromkeys(stay.country for stay in trip.stays)
    return Scope(
        trip.children,
        tuple(countries),
        trip.depart_at.astimezone(ZONE).date(),
        (ends.astimezone(ZONE) - INSTANT).date() if trip.return_at else ends.astimezone(ZONE).date(),
    )


def problems_of_scope(
    scope: Scope, children: Sequence[UUID], today: date, trip: Trip | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with the scope, at once. `children`: those of the family."""
    return (
        *_of_children(scope, trip.children if trip else children),
        *_of_countries(scope),
        *_of_days(scope, today),
    )


def _of_children(scope: Scope, children: Sequence[UUID]) -> Iterator[Problem]:
    if not scope.children:
        yield Problem("children", "Choose at least one child.")
    elif not set(scope.children) <= set(children):
        yield Problem("children", "Choose from the children of this trip.")


def _of_countries(scope: Scope) -> Iterator[Problem]:
    if not scope.countries:
        yield Problem("countries", "Name at least one country.")
    elif len(scope.countries) > MOST_COUNTRIES or not all(is_destination(code) for code in scope.countries):
        yield Problem("countries", "Choose each country from the list.")


def _of_days(scope: Scope, today: date) -> Iterator[Problem]:
    if scope.valid_to < scope.valid_from:
        yield Problem("valid_to", "Choose a last day that is not before the first day.")
    elif scope.valid_to < today:
        yield Problem("valid_to", "Choose a last day that is still to come.")
    elif scope.valid_from < today - HORIZON:
        yield Problem("valid_from", "Choose a first day within the last two years, or a later one.")
    elif scope.valid_to > today + HORIZON:
        yield Problem("valid_to", "Choose a last day within two years.")


def give_consent(
    scope: Scope, *, by: Home, family_id: UUID, id: UUID, now: datetime, trip: Trip | None = None
) -> Consent:
    """Permission by a scope without problems; without a trip it counts for every trip of the other parent.

    Raises NotYourTurn for the traveller, TripOver when the trip was cancelled or is finished.
    """
    if trip is not None:
        _answerable(trip, by)
    return Consent(
        id=id,
        family_id=family_id,
        trip_id=trip.id if trip else None,
        by=by,
        children=scope.children,
        countries=scope.countries,
        valid_from=scope.valid_from,
        valid_to=scope.valid_to,
        given_at=now,
    )


def withdraw(consent: Consent, by: Home, now: datetime) -> Consent:
    """Taken back by the parent who gave it. Raises NotYourOwn, AlreadyAnswered."""
    if by is not consent.by:
        raise NotYourOwn
    if consent.withdrawn_at is not None:
        raise AlreadyAnswered
    return replace(consent, withdrawn_at=now, ends_at=now)


def problems_of_reason(reason: str) -> tuple[Problem, ...]:
    """A reason may be left empty: nobody has to explain an objection."""
    if len(reason) > LONGEST_REASON:
        return (Problem("reason", "Write at most {maximum} characters.", {"maximum": str(LONGEST_REASON)}),)
    if has_strange_signs(reason, lines=True):
        return (Problem("reason", "Use ordinary letters and signs."),)
    return ()


def object_to(
    trip: Trip, earlier: Iterable[Objection], *, by: Home, reason: str, id: UUID, now: datetime
) -> Objection:
    """The other parent does not agree. Raises NotYourTurn, TripOver, AlreadyAnswered while an objection stands."""
    _answerable(trip, by)
    if any(one.trip_id == trip.id and one.withdrawn_at is None for one in earlier):
        raise AlreadyAnswered
    return Objection(id, trip.family_id, trip.id, by, reason, now)


def withdraw_objection(objection: Objection, by: Home, now: datetime) -> Objection:
    """Taken back by the parent who made it. Raises NotYourOwn, AlreadyAnswered."""
    if by is not objection.by:
        raise NotYourOwn
    if objection.withdrawn_at is not None:
        raise AlreadyAnswered
    return replace(objection, withdrawn_at=now)


def _answerable(trip: Trip, by: Home) -> None:
    if by is trip.traveller:
        raise NotYourTurn
    if trip.status is TripStatus.CANCELLED or trip.returned_at is not None:
        raise TripOver
