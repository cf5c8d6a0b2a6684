"""What the standing consents for a trip cover, and what they leave open. Pure.

A consent valid to a day covers everything before 00:00 in Brussels of the next day (risk.md 3.1). What is left open is
said as a practical matter, for both parents alike; nothing here weighs a risk.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.countries import HOME, expand
from parenting_plans.values import ZONE, Consent, Problem, Trip, TripStatus

INSTANT = timedelta(microseconds=1)

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
