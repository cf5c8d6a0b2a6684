"""What the standing consents for a trip and the decisions of a court cover, and what they leave open. Pure.

A consent valid to a day covers everything before 00:00 in Brussels of the next day (risk.md 3.1). What is left open is
said as a practical matter, for both parents alike; nothing here weighs a risk.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import product
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
Given = Mapping[UUID, Sequence[Consent]]  # by child, what holds for it


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


NOT_NAMED = {
    Lack.COUNTRIES: Problem("countries", "The consent does not name every country of the trip."),
    Lack.TRANSIT: Problem("transit", "The consent does not cover every stop on the way."),
}


def gaps(
    trip: Trip, consents: Iterable[Consent], now: datetime, decisions: Iterable[TravelDecision] = ()
) -> tuple[Gap, ...]:
    """What the standing consents of the other parent, for this trip or for every trip, leave open; all at once.

    Every child needs consents that together hold the whole trip, the moment of coming back included, and for every night
    abroad ones that name child and country; a stop on the way may need one too (`needs_consent`). Who comes along must be
    named where a consent names adults, and a consent with a day of return holds nothing after that day. A court's
    permission counts like a consent without limits of its own but days, children and countries; its ban leaves the trip
    open whatever anybody consents to. Nothing is open for a trip cancelled or finished.
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
    given = {child: _given_for(child, trip, usable) for child in trip.children}
    late = tuple(child for child in trip.children if given[child] and not _in_time(given[child], trip))
    yield from _of_people(trip, given)
    yield from _of_adults(trip, given)
    yield from _of_return(trip, given, late)
    missing, spans = _compared(trip, given, late)
    for lack, text in NOT_NAMED.items():
        if named := [(child, need.country) for child, need in missing if need.lack is lack]:
            yield Gap(
                lack,
                text,
                children=tuple(dict.fromkeys(child for child, _country in named)),
                countries=tuple(dict.fromkeys(country for _child, country in named if country)),
            )
    yield from _of_time(trip, spans)


def _given_for(child: UUID, trip: Trip, usable: Sequence[Consent]) -> list[Consent]:
    """What holds for this child: where none fits who comes along, that is said once and the rest compared all the same."""
    naming = [one for one in usable if child in one.children]
    return [one for one in naming if _company_fits(one, trip)] or naming


def _of_bans(trip: Trip, decisions: Sequence[TravelDecision], now: datetime) -> Iterator[Gap]:
    standing = travel_decisions.bans(decisions, trip, now)
    if standing:
        text = Problem(
            "trip", "A decision of a court does not allow this trip. Ask a lawyer or your mediator."
        )
        named = {child for one in standing for child in one.children}
        yield Gap(Lack.COURT, text, children=tuple(child for child in trip.children if child in named))


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


def is_about(consent: Consent, trip: Trip) -> bool:
    """True when it was given for this trip, or for every trip and can cover some of this one: a child, a day, a country."""
    if consent.trip_id is not None:
        return consent.trip_id == trip.id
    countries = {one.country for one in nights_abroad(trip)}
    starts_at, ends_at = span(consent)
    return (
        not set(consent.children).isdisjoint(trip.children)
        and (not countries or not countries.isdisjoint(expand(consent.countries)))
        and trip.depart_at < ends_at
        and (trip.return_at is None or starts_at <= trip.return_at)
    )


def nights_abroad(trip: Trip) -> tuple[Presence, ...]:
    """Where the children sleep outside the country they live in, and when they are there. Unknown nights count."""
    return tuple(
        one
        for one in presences(trip)
        if one.kind is not Kind.TRANSIT and one.country != HOME and one.nights != 0
    )


def _of_people(trip: Trip, given: Given) -> Iterator[Gap]:
    children = tuple(child for child in trip.children if not given[child])
    if children:
        text = Problem("children", "The consent does not name every child who travels.")
        yield Gap(Lack.CHILDREN, text, children=children)


def _of_adults(trip: Trip, given: Given) -> Iterator[Gap]:
    unfit = {
        child: consents
        for child, consents in given.items()
        if consents and not any(_company_fits(one, trip) for one in consents)
    }
    if not unfit:
        return
    if not trip.adults:
        text = Problem("adults", "The trip does not say which adult travels with the children.")
        yield Gap(Lack.ADULTS, text, children=tuple(unfit))
        return
    strangers = dict.fromkeys(
        name for consents in unfit.values() for one in consents for name in _others(one, trip)
    )
    text = Problem("adults", "The consent names other adults than those who come along.")
    yield Gap(Lack.ADULTS, text, children=tuple(unfit), adults=tuple(strangers))


def _company_fits(consent: Consent, trip: Trip) -> bool:
    """Without a limit, anybody may come along (risk.md R14). Names are a limit, above all where no parent travels."""
    if consent.adults is None:
        return True
    return not _others(consent, trip) and (trip.parent_travels or bool(trip.adults))


def _others(consent: Consent, trip: Trip) -> tuple[str, ...]:
    """Who comes along and is not named."""
    named = {spelt(name) for name in consent.adults or ()}
    return tuple(name for name in trip.adults if spelt(name) not in named)


def spelt(name: str) -> str:
    """The same name, whatever its accents, capitals and blanks ("Zoé" and "Zoe")."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().split())


def _of_return(trip: Trip, given: Given, late: Sequence[UUID]) -> Iterator[Gap]:
    if not late or trip.return_at is None:
        return
    latest = min(max(_end_of(one.return_on) for one in given[child] if one.return_on) for child in late)
    text = Problem("return_at", "The children come back later than the consent says.")
    yield Gap(Lack.RETURN_LATE, text, children=tuple(late), time=(latest, trip.return_at.astimezone(UTC)))


def _in_time(consents: Sequence[Consent], trip: Trip) -> bool:
    """Whether one of them lets the children come back when they do."""
    back = trip.return_at
    return back is None or any(
        one.return_on is None or back.astimezone(UTC) < _end_of(one.return_on) for one in consents
    )


@dataclass(frozen=True, slots=True)
class Need:
    """What a child needs consents for. `country` None: wherever it is; `span` None: nobody said when it is there."""

    lack: Lack
    country: str | None
    span: Span | None

    def named_by(self, consent: Consent) -> bool:
        if self.lack is Lack.TRANSIT and consent.transit:
            return True
        return self.country is None or self.country in expand(consent.countries)


def _needs(trip: Trip) -> Iterator[Need]:
    leave = trip.depart_at.astimezone(UTC)
    back = trip.return_at.astimezone(UTC) if trip.return_at else leave
    # Who is back at midnight is back on a day that the consent must hold (risk.md 3.4): that instant counts.
    yield Need(Lack.DAYS, None, (leave, back + INSTANT))
    for one in nights_abroad(trip):
        ends_at = min(one.ends_at or back, back)
        yield Need(Lack.COUNTRIES, one.country, (one.starts_at, ends_at) if one.starts_at < ends_at else None)
    timed = [one for one in presences(trip) if one.kind is Kind.TRANSIT]
    for number, stop in enumerate(trip.transits):
        if needs_consent(stop, trip):
            there = timed[number] if len(timed) == len(trip.transits) else None
            yield Need(
                Lack.TRANSIT, stop.country, (there.starts_at, there.ends_at or back) if there else None
            )


def _compared(
    trip: Trip, given: Given, late: Sequence[UUID]
) -> tuple[list[tuple[UUID, Need]], list[tuple[UUID, str | None, Span]]]:
    """Which needs of which child no consent names, and which hours of the others none holds."""
    missing: list[tuple[UUID, Need]] = []
    spans: list[tuple[UUID, str | None, Span]] = []
    for child, need in product(trip.children, _needs(trip)):
        if not given[child]:
            continue
        naming = [one for one in given[child] if need.named_by(one)]
        if not naming:
            missing.append((child, need))
        elif need.span:
            # A return that is late was said to be so; its days are not said a second time.
            held = [span(one) if child in late else _held(one) for one in naming]
            spans += [(child, need.country, part) for part in _not_in(need.span, held)]
    return missing, spans


def _held(consent: Consent) -> Span:
    """The time it is valid for, and nothing after the day on which the children are to be back."""
    starts_at, ends_at = span(consent)
    if consent.return_on is None:
        return starts_at, ends_at
    return starts_at, max(starts_at, min(ends_at, _end_of(consent.return_on)))


def _end_of(day: date) -> datetime:
    return _midnight(day + timedelta(days=1))


def needs_consent(stop: Transit, trip: Trip) -> bool:
    """True for a stop that is one in the country, not on the way through (risk.md R07)."""
    if stop.country == HOME:
        return False
    schengen = expand((SCHENGEN,))
    if trip.mode in ON_THE_GROUND and stop.country in schengen:
        return not any(stay.country in schengen for stay in trip.stays)
    return stop.landside or not stop.through_ticket or stop.hours > LONGEST_AIRSIDE


def _of_time(trip: Trip, spans: Sequence[tuple[UUID, str | None, Span]]) -> Iterator[Gap]:
    leave = trip.depart_at.astimezone(UTC)
    back = trip.return_at.astimezone(UTC) if trip.return_at else leave
    for part in _apart({part for _child, _country, part in spans}):
        about = [one for one in spans if part[0] <= one[2][0] and one[2][1] <= part[1]]
        yield Gap(
            Lack.DAYS,
            _time_in_words(part, (leave, back + INSTANT)),
            children=tuple(child for child in trip.children if child in {one[0] for one in about}),
            countries=tuple(dict.fromkeys(_where(trip, part))),
            time=(part[0], min(part[1], max(back, part[0]))),
        )
    if trip.return_at is None:
        text = Problem("return_at", "Say when the children come back, so that the consent can be compared.")
        yield Gap(Lack.RETURN_UNKNOWN, text)


def _where(trip: Trip, part: Span) -> Iterator[str]:
    """The countries with nights in that time, as far as the trip says when they are."""
    for one in nights_abroad(trip):
        if one.starts_at < part[1] and (one.ends_at is None or part[0] < one.ends_at):
            yield one.country


def _apart(spans: Iterable[Span]) -> list[Span]:
    """In order, and what lies within another one left out: the same hours are open once."""
    return [
        one
        for one in sorted(set(spans))
        if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    ]


def _not_in(whole: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """The parts of `whole` outside all spans."""
    reached, end = whole
    for starts_at, ends_at in sorted(spans):
        if reached < min(starts_at, end):
            yield reached, min(starts_at, end)
        reached = max(reached, ends_at)
    if reached < end:
        yield reached, end


def _time_in_words(part: Span, whole: Span) -> Problem:
    if part == whole:
        return Problem("dates", "The consent is for other days than the trip.")
    if part[0] == whole[0]:
        return Problem("dates", "The consent begins after the departure.")
    if part[1] == whole[1]:
        return Problem("dates", "The consent ends before the children are back.")
    return Problem("dates", "The consent leaves out some days of the trip.")
