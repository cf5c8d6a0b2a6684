"""Where the children of a trip are, from its departure to its return: stays, stops on the way and the way itself. Pure.

With a time for every part of the journey this is exact to the minute; else every country of the trip counts for all of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from parenting_plans.countries import HOME
from parenting_plans.values import Leg, Stop, Transit, Trip


class Kind(StrEnum):
    STAY = "stay"
    TRANSIT = "transit"
    WAY = "way"


@dataclass(frozen=True, slots=True)
class Presence:
    """[starts_at, ends_at) in UTC in one country; `ends_at` None: nobody knows the return. `nights` None: not known."""

    country: str
    starts_at: datetime
    ends_at: datetime | None
    kind: Kind
    nights: int | None = None
    airside: bool = False
    through_ticket: bool = False


def is_timed(legs: Sequence[Leg]) -> bool:
    """True when there are parts of the journey and each has its times."""
    return bool(legs) and all(leg.departs_at and leg.arrives_at for leg in legs)


def presences(trip: Trip) -> tuple[Presence, ...]:
    """In order of time; one after the other when the journey has its times."""
    leave, back = trip.depart_at.astimezone(UTC), trip.return_at and trip.return_at.astimezone(UTC)
    if is_timed(trip.legs):
        return of_journey(trip.legs, leave, back)
    return tuple(Presence(stay.country, leave, back, Kind.STAY, stay.nights) for stay in trip.stays)


def of_journey(legs: Sequence[Leg], leave: datetime, back: datetime | None) -> tuple[Presence, ...]:
    """What timed legs say between the departure and the return of a trip."""
    return tuple(_of_legs(legs, leave.astimezone(UTC), back and back.astimezone(UTC)))


def _of_legs(legs: Sequence[Leg], leave: datetime, back: datetime | None) -> list[Presence]:
    found: list[Presence] = []
    at = leave
    for leg, following in [*pairwise(legs), (legs[-1], None)]:
        departs_at, arrives_at = _times(leg)
        found.append(Presence(leg.from_country, at, max(at, departs_at), Kind.WAY, 0))
        found.append(Presence(leg.to_country, departs_at, arrives_at, Kind.WAY, 0))
        at = arrives_at
        if following is not None:
            found.append(_between(leg, following))
            at = _times(following)[0]
    last = legs[-1]
    if back is None or at < back:
        kind = Kind.WAY if last.to_country == HOME else Kind.STAY
        found.append(Presence(last.to_country, at, back, kind, None if kind is Kind.STAY else 0))
    return [one for one in found if one.ends_at is None or one.starts_at < one.ends_at]


def _between(leg: Leg, following: Leg) -> Presence:
    arrives_at, departs_at = _times(leg)[1], _times(following)[0]
    zone = ZoneInfo(leg.to_zone)
    nights = (departs_at.astimezone(zone).date() - arrives_at.astimezone(zone).date()).days
    if leg.ends_in is Stop.STAY:
        return Presence(leg.to_country, arrives_at, departs_at, Kind.STAY, nights)
    return Presence(
        leg.to_country,
        arrives_at,
        departs_at,
        Kind.TRANSIT,
        nights,
        airside=leg.ends_in is Stop.AIRSIDE,
        through_ticket=leg.through_ticket and following.through_ticket,
    )


def transits(legs: Sequence[Leg]) -> tuple[Transit, ...]:
    """The stops on the way that timed legs make."""
    if not is_timed(legs):
        return ()
    return tuple(
        Transit(
            leg.to_country,
            (_times(following)[0] - _times(leg)[1]) / timedelta(hours=1),
            leg.ends_in is Stop.LANDSIDE,
            leg.through_ticket and following.through_ticket,
        )
        for leg, following in pairwise(legs)
        if leg.ends_in is not Stop.STAY
    )


def _times(leg: Leg) -> tuple[datetime, datetime]:
    if leg.departs_at is None or leg.arrives_at is None:
        raise ValueError(leg)  # asked only for legs with their times
    return leg.departs_at.astimezone(UTC), leg.arrives_at.astimezone(UTC)
