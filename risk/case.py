"""One family's record at one moment, as rules look at it: the current version of each thing and what it means."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from risk.clock import Clock, civil_day, midnight
from risk.facts import Consent, CourtMeasure, Facts, Handover, MeasureKind, Message, Trip, TripStatus
from risk.treaties import Regime, expand, regime
from risk.values import Evidence, Parent

GRACE = timedelta(hours=3)
REBOOKING = timedelta(hours=48)
Span = tuple[datetime, datetime]
Versioned = TypeVar("Versioned", Trip, Consent, Handover, Message)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a rule looks at, and the parent a finding on it would be about."""

    subject: Parent
    key: str
    thing: Any
    evidence: Evidence
    depart_at: datetime | None = None


class Case:
    """Everything a condition may ask. Built once per assessment; asks the time only through its clock."""

    def __init__(self, facts: Facts, clock: Clock) -> None:
        self.facts = facts
        self.clock = clock

    @cached_property
    def trips(self) -> tuple[Trip, ...]:
        """The newest version of every trip that was not cancelled and leaves the country."""
        newest = latest(self.facts.trips)
        return tuple(
            trip for trip in newest if trip.status is not TripStatus.CANCELLED and self._leaves(trip)
        )

    @cached_property
    def travelling(self) -> tuple[Item, ...]:
        """Trips that are not over."""
        return tuple(of_trip(trip) for trip in self.trips if not self._over(trip))

    @cached_property
    def handovers(self) -> tuple[Handover, ...]:
        return latest(self.facts.handovers)

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        return latest(self.facts.messages)

    def authority(self, parent: Parent) -> bool | None:
        return dict(self.facts.family.authority).get(parent)

    def countries(self, trip: Trip) -> tuple[str, ...]:
        """Countries of stay outside the home country, as planned. A transit is not a stay."""
        home = self.facts.family.home_country
        return tuple(dict.fromkeys(stay.country for stay in trip.stays if stay.country != home))

    def regimes(self, trip: Trip) -> frozenset[Regime]:
        day = civil_day(trip.depart_at)
        return frozenset(regime(country, day) for country in self.countries(trip))

    def first_recorded(self, trip: Trip) -> datetime:
        """When the trip was first entered, in whatever form."""
        return min(version.recorded_at for version in self.facts.trips if version.id == trip.id)

    def departed_at(self, trip: Trip) -> datetime | None:
        return min(
            (departure.at for departure in self.facts.departures if departure.trip == trip.id), default=None
        )

    def returned_at(self, trip: Trip) -> datetime | None:
        return min((back.at for back in self.facts.returns if back.trip == trip.id), default=None)

    def abroad(self, trip: Trip) -> bool | None:
        """Whether the child is away on this trip; None when the departure time has come and nobody has said."""
        if self.returned_at(trip) is not None:
            return False
        if self.departed_at(trip) is not None:
            return True
        return None if self.clock.reached(trip.depart_at) else False

    def consents(self, trip: Trip) -> tuple[Consent, ...]:
        """Permissions of the parent who stays, for this trip or general ones that touch its days, not withdrawn."""
        return tuple(consent for consent in self.given(trip) if self.withdrawn_at(consent) is None)

    def given(self, trip: Trip) -> tuple[Consent, ...]:
        """The same, withdrawn ones included."""
        by_other = (c for c in latest(self.facts.consents) if c.by is trip.traveller.other)
        return tuple(c for c in by_other if c.trip == trip.id or (c.trip is None and _touches(c, trip)))

    def withdrawn_at(self, consent: Consent) -> datetime | None:
        """When it was withdrawn; a permission recorded again afterwards stands again."""
        later = (r for r in self.facts.revocations if r.consent == consent.id)
        return max((r.at for r in later if r.recorded_at >= consent.recorded_at), default=None)

    def all_named(self, trip: Trip) -> bool:
        """Whether every travelling child is named by a permission in force."""
        named = {child for consent in self.consents(trip) for child in consent.children}
        return bool(named) and set(trip.children) <= named

    def consented_countries(self, trip: Trip) -> frozenset[str]:
        codes = tuple(code for consent in self.consents(trip) for code in consent.countries)
        return expand(codes, civil_day(trip.depart_at))

    def consented_until(self, trip: Trip) -> datetime | None:
        """The first instant no permission covers any more."""
        return max((consent_span(consent)[1] for consent in self.consents(trip)), default=None)

    def full_consent(self, trip: Trip) -> bool:
        """One permission that covers the children, every country of stay and all dates of the trip (M01)."""
        day = civil_day(trip.depart_at)
        stays = {stay.country for stay in trip.stays if stay.nights != 0} - {self.facts.family.home_country}
        return any(
            trip.return_at is not None
            and set(trip.children) <= set(consent.children)
            and stays <= expand(consent.countries, day)
            and consent_span(consent)[0] <= trip.depart_at
            and trip.return_at < consent_span(consent)[1]
            for consent in self.consents(trip)
        )

    def court_permission(self, trip: Trip) -> bool:
        """A decision that covers this traveller, these countries and these days (M03)."""
        return any(self._permits(measure, trip) for measure in self.facts.court_measures)

    def own_time(self, parent: Parent) -> tuple[Span, ...] | None:
        """When the child is with this parent, adjoining periods joined. None: no period of anybody is recorded."""
        if not self.facts.custody_periods:
            return None
        own = sorted((p.starts_at, p.ends_at) for p in self.facts.custody_periods if p.parent is parent)
        return tuple(joined(own))

    def inside_own_time(self, trip: Trip) -> bool | None:
        """Whether the whole trip lies in the traveller's own time; None when the periods or the return are missing."""
        own = self.own_time(trip.traveller)
        if own is None or trip.return_at is None:
            return None
        return any(start <= trip.depart_at and trip.return_at <= end for start, end in own)

    def own_time_ends(self, trip: Trip) -> datetime | None:
        """When the traveller's time in which the trip lies ends; the departure itself when it lies in the other's."""
        away = (trip.depart_at, trip.return_at or trip.depart_at)
        for start, end in self.own_time(trip.traveller) or ():
            if start < away[1] and away[0] < end:
                return end
        others = self.own_time(trip.traveller.other) or ()
        return trip.depart_at if any(start <= away[0] < end for start, end in others) else None

    def return_due(self, trip: Trip) -> datetime | None:
        """The agreed return: as planned at departure, later only with a permission that covers the later date."""
        left = self.departed_at(trip)
        versions = [version for version in self.facts.trips if version.id == trip.id]
        before = [version for version in versions if left is None or version.recorded_at <= left]
        due = (before or versions[:1])[-1].return_at
        for later in versions[max(len(before), 1) :]:
            covered = self.consented_until(trip)
            agreed = self.court_permission(later) or (
                covered is not None and _before(later.return_at, covered)
            )
            if later.return_at is not None and agreed and (due is None or later.return_at > due):
                due = later.return_at
        return due

    def rebooked_to(self, trip: Trip) -> datetime | None:
        """The newest documented new time of return, when it is within 48 hours of the agreed one (M09)."""
        due = self.return_due(trip)
        proofs = [d for d in self.facts.disruptions if d.trip == trip.id and d.proof and d.new_at is not None]
        if not proofs or due is None:
            return None
        new = proofs[-1].new_at
        return new if new is not None and new - due <= REBOOKING else None

    def _leaves(self, trip: Trip) -> bool:
        home = self.facts.family.home_country
        return bool(
            ({stop.country for stop in trip.stays} | {stop.country for stop in trip.transits}) - {home}
        )

    def _over(self, trip: Trip) -> bool:
        """Back; or the planned return has passed and nobody ever said that the trip began."""
        if self.returned_at(trip) is not None:
            return True
        return (
            trip.return_at is not None and self.departed_at(trip) is None and self.clock.past(trip.return_at)
        )

    def _permits(self, measure: CourtMeasure, trip: Trip) -> bool:
        day = civil_day(trip.depart_at)
        back = civil_day(trip.return_at) if trip.return_at is not None else None
        return (
            measure.kind is MeasureKind.TRAVEL_PERMISSION
            and measure.trip in {None, trip.id}
            and measure.granted_to in {None, trip.traveller}
            and measure.against is not trip.traveller
            and (not measure.countries or set(self.countries(trip)) <= expand(measure.countries, day))
            and (measure.valid_from is None or measure.valid_from <= day)
            and (measure.valid_to is None or (back is not None and back <= measure.valid_to))
        )


def of_trip(trip: Trip) -> Item:
    return Item(trip.traveller, trip.id, trip, trip.evidence, trip.depart_at)


def latest(versions: Iterable[Versioned]) -> tuple[Versioned, ...]:
    """The last recorded version of each thing, in the order in which the things first appeared."""
    return tuple({version.id: version for version in versions}.values())


def consent_span(consent: Consent) -> Span:
    """[first day 00:00, day after the last 00:00) in the permission's own zone."""
    zone = ZoneInfo(consent.zone)
    return midnight(consent.valid_from, zone), midnight(consent.valid_to + timedelta(days=1), zone)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same time as few spans as possible, in order."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        else:
            result.append((start, end))
    return result


def _touches(consent: Consent, trip: Trip) -> bool:
    start, end = consent_span(consent)
    return trip.depart_at < end and (trip.return_at is None or start <= trip.return_at)


def _before(instant: datetime | None, end: datetime) -> bool:
    return instant is not None and instant < end
