"""The other parent's answer to a trip: a consent with its scope, or an objection; and what a consent leaves open. Pure.

A consent valid to a day covers everything before 00:00 in Brussels of the next day (risk.md 3.1). What is left open is
said as a practical matter, for both parents alike; nothing here weighs a risk.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.countries import HOME, expand, is_destination
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
    return replace(consent, withdrawn_at=now)


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


Span = tuple[datetime, datetime]


def span(consent: Consent) -> Span:
    """The time it is valid for, in UTC: [first day 00:00, day after the last day 00:00) in Brussels."""
    return _midnight(consent.valid_from), _midnight(consent.valid_to + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZONE).astimezone(UTC)


def covers(consent: Consent, at: datetime) -> bool:
    """True when the instant lies in the days of the consent, whether or not it still stands."""
    starts_at, ends_at = span(consent)
    return starts_at <= at.astimezone(UTC) < ends_at


def stands(consent: Consent, now: datetime) -> bool:
    """True when it was given by now and not withdrawn; it may have run out."""
    return consent.given_at <= now and (consent.withdrawn_at is None or now < consent.withdrawn_at)


def is_active(consent: Consent, now: datetime) -> bool:
    """True when it stands and has not run out; its first day may still be to come."""
    return stands(consent, now) and now.astimezone(UTC) < span(consent)[1]


class Lack(StrEnum):
    """What is still open between a trip and the consents for it."""

    CONSENT = "consent"
    CHILDREN = "children"
    COUNTRIES = "countries"
    DAYS = "days"
    RETURN_UNKNOWN = "return_unknown"


@dataclass(frozen=True, slots=True)
class Gap:
    """One practical thing to settle, in words for both parents, with the children, countries or time it is about."""

    lack: Lack
    problem: Problem
    children: tuple[UUID, ...] = ()
    countries: tuple[str, ...] = ()
    time: Span | None = None


def gaps(trip: Trip, consents: Iterable[Consent], now: datetime) -> tuple[Gap, ...]:
    """What the standing consents of the other parent, for this trip or for every trip, leave open; all at once.

    Every child needs, for every country abroad where it sleeps, consents that name both and together hold the whole
    trip. A country without a night and a stop on the way need none. Nothing is open for a trip cancelled or finished.
    """
    if trip.status is TripStatus.CANCELLED or trip.returned_at is not None:
        return ()
    usable = [one for one in consents if _counts(one, trip) and stands(one, now)]
    if not usable:
        return (Gap(Lack.CONSENT, Problem("trip", "There is no consent for this trip yet.")),)
    return (*_of_people(trip, usable), *_of_places(trip, usable), *_of_time(trip, usable))


def _counts(consent: Consent, trip: Trip) -> bool:
    same = consent.family_id == trip.family_id and consent.trip_id in (None, trip.id)
    return same and consent.by is trip.traveller.other


def _abroad(trip: Trip) -> tuple[str, ...]:
    slept_in = (stay.country for stay in trip.stays if stay.nights != 0)
    return tuple(dict.fromkeys(country for country in slept_in if country != HOME))


def _of_people(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    children = tuple(child for child in trip.children if not any(child in one.children for one in consents))
    if children:
        text = Problem("children", "The consent does not name every child who travels.")
        yield Gap(Lack.CHILDREN, text, children=children)


def _of_places(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    pairs = [
        (child, country)
        for child in trip.children
        for country in _abroad(trip)
        if any(child in one.children for one in consents) and not _naming(consents, child, country)
    ]
    if pairs:
        children, countries = (tuple(dict.fromkeys(column)) for column in zip(*pairs, strict=True))
        text = Problem("countries", "The consent does not name every country of the trip.")
        yield Gap(Lack.COUNTRIES, text, children=children, countries=countries)


def _naming(consents: Sequence[Consent], child: UUID, country: str | None) -> list[Consent]:
    return [
        one
        for one in consents
        if child in one.children and (country is None or country in expand(one.countries))
    ]


def _of_time(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    leave = trip.depart_at.astimezone(UTC)
    back = trip.return_at.astimezone(UTC) if trip.return_at else leave + INSTANT
    open_spans = {
        part
        for child in trip.children
        for country in _abroad(trip) or (None,)
        for part in _not_in((leave, back), [span(one) for one in _naming(consents, child, country)])
    }
    for part in sorted(open_spans):
        yield Gap(Lack.DAYS, _time_in_words(part, (leave, back)), time=part)
    if trip.return_at is None:
        text = Problem("return_at", "Say when the children come back, so that the consent can be compared.")
        yield Gap(Lack.RETURN_UNKNOWN, text)


def _not_in(whole: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The parts of `whole` outside all spans; none when there is no span, for then more than time is missing."""
    reached, end = whole
    for starts_at, ends_at in sorted(spans):
        if reached < min(starts_at, end):
            yield reached, min(starts_at, end)
        reached = max(reached, ends_at)
    if spans and reached < end:
        yield reached, end


def _time_in_words(part: Span, whole: Span) -> Problem:
    if part == whole:
        return Problem("dates", "The consent is for other days than the trip.")
    if part[0] == whole[0]:
        return Problem("dates", "The consent begins after the departure.")
    if part[1] == whole[1]:
        return Problem("dates", "The consent ends before the children are back.")
    return Problem("dates", "The consent leaves out some days of the trip.")
