"""What the standing consents for a trip and the decisions of a court cover, and what they leave open. Pure.

A consent valid to a day covers everything before 00:00 in Brussels of the next day (risk.md 3.1). What is left open is
said as a practical matter, for both parents alike; nothing here weighs a risk.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans import travel_decisions
from parenting_plans.countries import HOME, SCHENGEN, expand
from parenting_plans.itinerary import Kind, Presence, presences
from parenting_plans.travel_decisions import TravelDecision
from parenting_plans.values import ZONE, Consent, Problem, Transit, Trip, TripStatus

INSTANT = timedelta(microseconds=1)
LONGEST_AIRSIDE = 24  # hours; a longer stop is one in the country (risk.md R07)
ON_THE_GROUND = ("car", "train", "coach", "boat")

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
    """True when it was given by now and no withdrawal counts yet; it may have run out."""
    ends_at = consent.ends_at or consent.withdrawn_at  # of before withdrawals had a moment of their own
    return consent.given_at <= now and (ends_at is None or now < ends_at)


def is_active(consent: Consent, now: datetime) -> bool:
    """True when it stands and has not run out; its first day may still be to come."""
    return stands(consent, now) and now.astimezone(UTC) < span(consent)[1]


class Lack(StrEnum):
    """What is still open between a trip and the consents for it."""

    COURT = "court"
    CONSENT = "consent"
    CHILDREN = "children"
    ADULTS = "adults"
    COUNTRIES = "countries"
    TRANSIT = "transit"
    DAYS = "days"
    RETURN_LATE = "return_late"
    RETURN_UNKNOWN = "return_unknown"


@dataclass(frozen=True, slots=True)
class Gap:
    """One practical thing to settle, in words for both parents, with the children, countries or time it is about."""

    lack: Lack
    problem: Problem
    children: tuple[UUID, ...] = ()
    countries: tuple[str, ...] = ()
    time: Span | None = None
    adults: tuple[str, ...] = ()


def gaps(
    trip: Trip, consents: Iterable[Consent], now: datetime, decisions: Iterable[TravelDecision] = ()
) -> tuple[Gap, ...]:
    """What the standing consents of the other parent, for this trip or for every trip, leave open; all at once.

    Every child needs consents that together hold the whole trip, and for every night abroad ones that name child and
    country. Who comes along, a stop on the way outside the airport and the return must fit as well. A country without
    a night and a change of planes need none. A court's permission counts like a consent without limits of its own but
    days, children and countries; its ban leaves the trip open whatever anybody consents to.
    Nothing is open for a trip cancelled or finished.
    """
    if trip.status is TripStatus.CANCELLED or trip.returned_at is not None:
        return ()
    every = tuple(decisions)
    banned = tuple(_of_bans(trip, every, now))
    usable = [
        *(one for one in consents if _counts(one, trip) and stands(one, now)),
        *(_as_consent(one, trip) for one in travel_decisions.permissions(every, trip, now)),
    ]
    if not usable:
        return (*banned, Gap(Lack.CONSENT, Problem("trip", "There is no consent for this trip yet.")))
    return (*banned, *_of_consents(trip, usable))


def _of_consents(trip: Trip, usable: Sequence[Consent]) -> Iterator[Gap]:
    yield from _of_people(trip, usable)
    yield from _of_adults(trip, usable)
    yield from _of_return(trip, usable)
    yield from _of_places(trip, usable)
    yield from _of_stops(trip, usable)
    yield from _of_time(trip, usable)


def _of_bans(trip: Trip, decisions: Sequence[TravelDecision], now: datetime) -> Iterator[Gap]:
    if travel_decisions.bans(decisions, trip, now):
        text = Problem(
            "trip", "A decision of a court does not allow this trip. Ask a lawyer or your mediator."
        )
        yield Gap(Lack.COURT, text)


def _as_consent(decision: TravelDecision, trip: Trip) -> Consent:
    return Consent(
        id=decision.id,
        family_id=decision.family_id,
        trip_id=trip.id,
        by=trip.traveller.other,
        children=decision.children,
        countries=decision.countries or tuple({stay.country for stay in trip.stays}),
        valid_from=decision.valid_from,
        valid_to=decision.valid_to or decision.valid_from,
        given_at=decision.recorded_at,
        transit=True,
    )


def _counts(consent: Consent, trip: Trip) -> bool:
    same = consent.family_id == trip.family_id and consent.trip_id in (None, trip.id)
    return same and consent.by is trip.traveller.other


def nights_abroad(trip: Trip) -> tuple[Presence, ...]:
    """Where the children sleep outside the country they live in, and when they are there. Unknown nights count."""
    return tuple(
        one
        for one in presences(trip)
        if one.kind is not Kind.TRANSIT and one.country != HOME and one.nights != 0
    )


def _of_people(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    children = tuple(child for child in trip.children if not any(child in one.children for one in consents))
    if children:
        text = Problem("children", "The consent does not name every child who travels.")
        yield Gap(Lack.CHILDREN, text, children=children)


def _of_adults(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    children = _unfit(trip, consents, lambda one: not _others(one, trip))
    if children:
        strangers = dict.fromkeys(name for one in consents for name in _others(one, trip))
        text = Problem("adults", "The consent names other adults than those who come along.")
        yield Gap(Lack.ADULTS, text, children=children, adults=tuple(strangers))


def _others(consent: Consent, trip: Trip) -> tuple[str, ...]:
    """Who comes along and is not named; nobody where the consent sets no limit."""
    if consent.adults is None:
        return ()
    named = {spelt(name) for name in consent.adults}
    return tuple(name for name in trip.adults if spelt(name) not in named)


def spelt(name: str) -> str:
    """The same name, whatever its accents, capitals and blanks ("Zoé" and "Zoe")."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().split())


def _of_return(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    children = _unfit(trip, consents, lambda one: _in_time(one, trip))
    if children:
        text = Problem("return_at", "The children come back later than the consent says.")
        yield Gap(Lack.RETURN_LATE, text, children=children)


def _in_time(consent: Consent, trip: Trip) -> bool:
    if consent.return_on is None or trip.return_at is None:
        return True
    return trip.return_at.astimezone(UTC) < _midnight(consent.return_on + timedelta(days=1))


def _unfit(trip: Trip, consents: Sequence[Consent], fits: Callable[[Consent], bool]) -> tuple[UUID, ...]:
    """The children whom consents name, but none that fits."""
    found = []
    for child in trip.children:
        naming = [one for one in consents if child in one.children]
        if naming and not any(fits(one) for one in naming):
            found.append(child)
    return tuple(found)


def _fitting(trip: Trip, consents: Sequence[Consent]) -> list[Consent]:
    """Those that may hold time and places: who fits beside them is asked for on its own, once."""
    fit = [one for one in consents if not _others(one, trip) and _in_time(one, trip)]
    held = {child for one in fit for child in one.children}
    # A child for whom none fits is told so above; its days and places are compared all the same.
    return [*fit, *(one for one in consents if one not in fit and not held.issuperset(one.children))]


def _of_places(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    named = [
        (child, one.country)
        for child in trip.children
        for one in nights_abroad(trip)
        if any(child in given.children for given in consents) and not _naming(consents, child, one.country)
    ]
    if named:
        children, countries = (tuple(dict.fromkeys(column)) for column in zip(*named, strict=True))
        text = Problem("countries", "The consent does not name every country of the trip.")
        yield Gap(Lack.COUNTRIES, text, children=children, countries=countries)


def _naming(consents: Sequence[Consent], child: UUID, country: str | None) -> list[Consent]:
    return [
        one
        for one in consents
        if child in one.children and (country is None or country in expand(one.countries))
    ]


def _of_stops(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    stops = [one for one in trip.transits if needs_consent(one, trip)]
    missing = [
        (child, one.country)
        for child in trip.children
        for one in stops
        if (naming := _naming(consents, child, None))
        and not any(given.transit or one.country in expand(given.countries) for given in naming)
    ]
    if missing:
        children, countries = (tuple(dict.fromkeys(column)) for column in zip(*missing, strict=True))
        text = Problem("transit", "The consent does not cover every stop on the way.")
        yield Gap(Lack.TRANSIT, text, children=children, countries=countries)


def needs_consent(stop: Transit, trip: Trip) -> bool:
    """True for a stop that is one in the country, not on the way through (risk.md R07)."""
    if stop.country == HOME:
        return False
    schengen = expand((SCHENGEN,))
    if trip.mode in ON_THE_GROUND and stop.country in schengen:
        return not any(stay.country in schengen for stay in trip.stays)
    return stop.landside or not stop.through_ticket or stop.hours > LONGEST_AIRSIDE


def _of_time(trip: Trip, consents: Sequence[Consent]) -> Iterator[Gap]:
    leave = trip.depart_at.astimezone(UTC)
    back = trip.return_at.astimezone(UTC) if trip.return_at else leave + INSTANT
    wanted: list[tuple[str | None, Span]] = [
        (None, (leave, back)),
        *(
            (one.country, (one.starts_at, min(one.ends_at or back, back)))
            for one in nights_abroad(trip)
            if one.starts_at < back
        ),
    ]
    fitting = _fitting(trip, consents)
    open_spans = {
        part
        for child in trip.children
        for country, whole in wanted
        for part in _not_in(whole, [span(one) for one in _naming(fitting, child, country)])
    }
    for part in _apart(open_spans):
        yield Gap(Lack.DAYS, _time_in_words(part, (leave, back)), time=part)
    if trip.return_at is None:
        text = Problem("return_at", "Say when the children come back, so that the consent can be compared.")
        yield Gap(Lack.RETURN_UNKNOWN, text)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """In order, and what lies within another one left out: the same hours are open once."""
    return [
        one
        for one in sorted(set(spans))
        if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    ]


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
