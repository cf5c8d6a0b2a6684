"""The other parent's answer to a trip: a consent with its scope, or an objection. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from parenting_plans.countries import HOME, is_country, is_destination
from parenting_plans.coverage import Gap, Lack, needs_consent, nights_abroad
from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, TripOver
from parenting_plans.fields import has_strange_signs
from parenting_plans.values import ZONE, Consent, Home, Objection, Problem, Trip, TripStatus

LONGEST_REASON = 1000
MOST_COUNTRIES = 60
HORIZON = timedelta(days=731)
MOST_ADULTS = 10
LONGEST_NAME = 100
LATEST_END = timedelta(days=30)
DISOWN_FOR = timedelta(hours=48)
# What a consent of its own can add to another one.
PARTS = frozenset({Lack.COUNTRIES, Lack.DAYS, Lack.CHILDREN, Lack.TRANSIT, Lack.RETURN_LATE})
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is consented to: children, countries (ISO codes, "EU", "SCHENGEN") and inclusive Brussels days.

    `adults` None sets no limit to who comes along; names allow these beside the parent who travels, and only these to
    travel with the children without a parent. `transit`: stops on the way in other countries too. `return_on`: the last
    day to be back. `residence`: the country where the children live (ISO code). `conditions`: in the giver's words.
    """

    children: tuple[UUID, ...]
    countries: tuple[str, ...]
    valid_from: date
    valid_to: date
    adults: tuple[str, ...] | None = None
    transit: bool = False
    return_on: date | None = None
    residence: str = HOME
    conditions: str = ""


def scope_of(trip: Trip) -> Scope:
    """What would cover the whole trip as it is asked for; without a return, up to and with the day of departure.

    Who comes along is named when the trip names anybody, or when no parent travels.
    """
    ends = trip.return_at or trip.depart_at
    countries = dict.fromkeys(stay.country for stay in trip.stays)
    return Scope(
        trip.children,
        tuple(countries),
        trip.depart_at.astimezone(ZONE).date(),
        ends.astimezone(ZONE).date(),
        adults=trip.adults if trip.adults or not trip.parent_travels else None,
        transit=any(needs_consent(stop, trip) for stop in trip.transits),
        return_on=trip.return_at.astimezone(ZONE).date() if trip.return_at else None,
    )


def scope_for(gaps: Iterable[Gap], trip: Trip) -> Scope:
    """What would close these gaps and nothing else: the children, countries and days they are about.

    Who comes along and a trip without any consent are asked for as a whole: a part would not close them. A stop on the
    way alone is asked for by its country, so that no other stop is opened with it.
    """
    whole = scope_of(trip)
    found = [gap for gap in gaps if gap.lack is not Lack.COURT]  # which no consent can close
    if not found or any(gap.lack not in PARTS for gap in found):
        return whole
    children = {child for gap in found for child in gap.children} or set(trip.children)
    days = [_days(gap, trip) for gap in found]
    return replace(
        whole,
        children=tuple(child for child in trip.children if child in children),
        countries=_countries(found, whole.countries),
        valid_from=max(whole.valid_from, min(first for first, _last in days)),
        valid_to=min(whole.valid_to, max(last for _first, last in days)),
        transit=whole.transit and any(gap.lack not in {Lack.COUNTRIES, Lack.TRANSIT} for gap in found),
    )


def _countries(gaps: Iterable[Gap], whole: tuple[str, ...]) -> tuple[str, ...]:
    """Every one, as soon as one gap is about all that the trip holds."""
    named: dict[str, None] = {}
    for gap in gaps:
        if gap.lack in {Lack.CHILDREN, Lack.RETURN_LATE} or not gap.countries:
            named |= dict.fromkeys(whole)
        named |= dict.fromkeys(gap.countries)
    return tuple(named)


def _days(gap: Gap, trip: Trip) -> tuple[date, date]:
    """The Brussels days a gap is about: its own time, or that of the nights in its countries."""
    whole = scope_of(trip)
    if gap.time is not None:
        return _brussels(*gap.time, whole.valid_to if gap.time[1] == trip.return_at else None)
    stays = [
        _brussels(one.starts_at, one.ends_at or trip.return_at or one.starts_at + INSTANT)
        for one in nights_abroad(trip)
        if one.country in gap.countries
    ]
    if gap.lack is not Lack.COUNTRIES or not stays:
        return whole.valid_from, whole.valid_to
    return min(first for first, _last in stays), max(last for _first, last in stays)


def _brussels(starts_at: datetime, ends_at: datetime, last: date | None = None) -> tuple[date, date]:
    first = starts_at.astimezone(ZONE).date()
    return first, last or max(first, (ends_at - INSTANT).astimezone(ZONE).date())


def problems_of_scope(
    scope: Scope, children: Sequence[UUID], today: date, trip: Trip | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with the scope, at once. `children`: those of the family."""
    return (
        *_of_children(scope, trip.children if trip else children),
        *_of_countries(scope),
        *_of_days(scope, today),
        *_of_company(scope, trip),
        *_of_return(scope),
    )


def _of_company(scope: Scope, trip: Trip | None) -> Iterator[Problem]:
    named = scope.adults or ()
    if len(named) > MOST_ADULTS:
        yield Problem("adults", "Name at most {most} adults.", {"most": str(MOST_ADULTS)})
    if any(not name.strip() or len(name) > LONGEST_NAME or has_strange_signs(name) for name in named):
        yield Problem("adults", "Write one name on each line, with at most 100 letters.")
    if scope.adults == () and trip is not None and not trip.parent_travels:
        yield Problem("adults", "Name who travels with the children.")


def _of_return(scope: Scope) -> Iterator[Problem]:
    if scope.return_on is not None and scope.return_on < scope.valid_from <= scope.valid_to:
        yield Problem("return_on", "Choose a day of return that is not before the first day.")
    if not is_country(scope.residence):
        yield Problem("residence", "Choose the country where the children live.")
    if len(scope.conditions) > LONGEST_REASON:
        yield Problem("conditions", "Write at most {maximum} characters.", {"maximum": str(LONGEST_REASON)})
    elif has_strange_signs(scope.conditions, lines=True):
        yield Problem("conditions", "Use ordinary letters and signs.")


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
        adults=scope.adults,
        transit=scope.transit,
        return_on=scope.return_on,
        residence=scope.residence,
        conditions=scope.conditions,
    )


def problems_of_end(ends_at: datetime, now: datetime) -> tuple[Problem, ...]:
    """A withdrawal counts at once or from a moment within thirty days."""
    if ends_at < now:
        return (Problem("ends_at", "Choose a moment that is not in the past."),)
    if ends_at > now + LATEST_END:
        return (Problem("ends_at", "Choose a moment within 30 days."),)
    return ()


def can_withdraw(consent: Consent, now: datetime) -> bool:
    """Until a withdrawal counts, its author can still let it count sooner."""
    ends_at = consent.ends_at or consent.withdrawn_at
    return ends_at is None or now < ends_at


def withdraw(consent: Consent, by: Home, now: datetime, ends_at: datetime | None = None) -> Consent:
    """Taken back by the parent who gave it, from `ends_at` on (None: at once). Raises NotYourOwn, AlreadyAnswered.

    One that was taken back for later can be taken back for sooner, never for later still.
    """
    if by is not consent.by:
        raise NotYourOwn
    counts_from = ends_at or now
    sooner = consent.ends_at is None or counts_from < consent.ends_at
    if not can_withdraw(consent, now) or not sooner:
        raise AlreadyAnswered
    return replace(consent, withdrawn_at=now, ends_at=counts_from)


def disown_until(consent: Consent) -> datetime:
    """For two days, whoever seems to have given it can say that they did not (safety.md DV-19)."""
    return consent.given_at + DISOWN_FOR


def can_disown(consent: Consent, now: datetime) -> bool:
    return now < disown_until(consent) and not is_void(consent)


def disown(consent: Consent, by: Home, now: datetime) -> Consent:
    """ "I did not give this": void from the start. Raises NotYourOwn, AlreadyAnswered."""
    if by is not consent.by:
        raise NotYourOwn
    if not can_disown(consent, now):
        raise AlreadyAnswered
    return replace(consent, withdrawn_at=now, ends_at=consent.given_at)


def is_void(consent: Consent) -> bool:
    """True when it never counted."""
    return consent.ends_at is not None and consent.ends_at <= consent.given_at


def as_seen(consent: Consent, home: Home, now: datetime) -> Consent:
    """The consent as this parent may know it: a withdrawal that does not count yet is its author's alone (DV-19)."""
    if home is consent.by or consent.withdrawn_at is None:
        return consent
    ends_at = consent.ends_at or consent.withdrawn_at
    if now < ends_at:
        return replace(consent, withdrawn_at=None, ends_at=None)
    # When it was said for later is the author's too; what the other parent knows is from when it counts.
    return replace(consent, withdrawn_at=max(ends_at, consent.withdrawn_at), ends_at=ends_at)


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
