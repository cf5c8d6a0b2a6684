"""What changed in a trip between two of its versions, one item at a time, as both parents see it. Pure.

A time moved by at most six hours on the same day is not asked about again (risk.md R09).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from parenting_plans.coverage import spelt
from parenting_plans.values import ZONE, Leg, Trip

TOLERANCE = timedelta(hours=6)
T = TypeVar("T")


class What(StrEnum):
    DEPARTURE = "departure"
    RETURN = "return"
    CHILDREN = "children"
    COUNTRY_ADDED = "country_added"
    COUNTRY_LEFT_OUT = "country_left_out"
    NIGHTS = "nights"
    LEG_ADDED = "leg_added"
    LEG_LEFT_OUT = "leg_left_out"
    STOP_ADDED = "stop_added"
    STOP_LEFT_OUT = "stop_left_out"
    ADULTS = "adults"
    PARENT_TRAVELS = "parent_travels"
    MODE = "mode"
    TICKETS = "tickets"


@dataclass(frozen=True, slots=True)
class Change:
    """One item. `before` and `after` are the values of the trip: instants, ids, names, nights, a Leg; None: none.

    `about` is the country of a stay or stop. `slight`: within the tolerance, so that nobody is asked again.
    """

    what: What
    before: object = None
    after: object = None
    about: str = ""
    slight: bool = False


def changes(before: Trip, after: Trip) -> tuple[Change, ...]:
    """Every difference that a consent may rest on, in the order of the page; empty for the same trip."""
    return (
        *_of_people(before, after),
        *_of_times(before, after),
        *_of_stays(before, after),
        *_of_stops(before, after),
        *_of_legs(before.legs, after.legs),
        *_of_way(before, after),
    )


def _of_people(before: Trip, after: Trip) -> Iterator[Change]:
    if set(before.children) != set(after.children):
        yield Change(What.CHILDREN, before.children, after.children)
    if {spelt(name) for name in before.adults} != {spelt(name) for name in after.adults}:
        yield Change(What.ADULTS, before.adults, after.adults)
    if before.parent_travels != after.parent_travels:
        yield Change(What.PARENT_TRAVELS, before.parent_travels, after.parent_travels)


def _of_times(before: Trip, after: Trip) -> Iterator[Change]:
    if before.depart_at != after.depart_at:
        slight = _slight(before.depart_at, after.depart_at)
        yield Change(What.DEPARTURE, before.depart_at, after.depart_at, slight=slight)
    if before.return_at != after.return_at:
        slight = _slight(before.return_at, after.return_at)
        yield Change(What.RETURN, before.return_at, after.return_at, slight=slight)


def _slight(before: datetime | None, after: datetime | None) -> bool:
    if before is None or after is None:
        return False
    same_day = before.astimezone(ZONE).date() == after.astimezone(ZONE).date()
    return same_day and abs(after - before) <= TOLERANCE


def _of_stays(before: Trip, after: Trip) -> Iterator[Change]:
    old, new = _nights(before), _nights(after)
    for country in new:
        if country not in old:
            yield Change(What.COUNTRY_ADDED, None, new[country], country)
        elif old[country] != new[country]:
            yield Change(What.NIGHTS, old[country], new[country], country)
    for country in old:
        if country not in new:
            yield Change(What.COUNTRY_LEFT_OUT, old[country], None, country)


def _nights(trip: Trip) -> dict[str, int | None]:
    """Nights by country, in the order of the trip; None where some are not known."""
    found: dict[str, int | None] = {}
    for stay in trip.stays:
        so_far = found.get(stay.country, 0)
        found[stay.country] = None if so_far is None or stay.nights is None else so_far + stay.nights
    return found


def _of_stops(before: Trip, after: Trip) -> Iterator[Change]:
    old, new = (
        [(one.country, one.landside, one.through_ticket) for one in trip.transits] for trip in (before, after)
    )
    for country, *_ in _more(new, old):
        yield Change(What.STOP_ADDED, about=country)
    for country, *_ in _more(old, new):
        yield Change(What.STOP_LEFT_OUT, about=country)


def _of_legs(before: Sequence[Leg], after: Sequence[Leg]) -> Iterator[Change]:
    """A leg that only moved a little stands as one slight change, beside what it was."""
    gone, come = list(_more(before, after)), list(_more(after, before))
    for leg in come:
        moved = next((old for old in gone if _same_but_for_a_little(old, leg)), None)
        if moved is not None:
            gone.remove(moved)
        yield Change(What.LEG_ADDED, moved, leg, slight=moved is not None)
    for leg in gone:
        yield Change(What.LEG_LEFT_OUT, leg, None)


def _same_but_for_a_little(old: Leg, new: Leg) -> bool:
    same_way = (old.homeward, old.mode, old.from_country, old.to_country, old.ends_in, old.through_ticket) == (
        new.homeward, new.mode, new.from_country, new.to_country, new.ends_in, new.through_ticket,
    )  # fmt: skip
    times = ((old.departs_at, new.departs_at), (old.arrives_at, new.arrives_at))
    return same_way and all(was == now or _slight(was, now) for was, now in times)


def _of_way(before: Trip, after: Trip) -> Iterator[Change]:
    if before.mode != after.mode:
        yield Change(What.MODE, before.mode, after.mode)
    if before.tickets != after.tickets:
        yield Change(What.TICKETS, before.tickets, after.tickets)


def _more(these: Iterable[T], than: Iterable[T]) -> Iterator[T]:
    """What there is more of here than there, in order."""
    left = Counter(these) - Counter(than)
    yield from left.elements()


def version_at(versions: Iterable[Trip], at: datetime) -> Trip | None:
    """The trip as it stood at that moment; None before it was asked for. `versions`: of one trip, oldest first."""
    return next((one for one in reversed(tuple(versions)) if one.changed_at <= at), None)
