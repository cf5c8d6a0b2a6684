"""What a swap would change, before anybody says yes: which nights and handovers, for whom, and what the balance does. Pure."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

from parenting_plans.laid import Laid
from parenting_plans.schedule import expand, handovers, home_at
from parenting_plans.values import ZONE, Child, Handover, Home, InForce, Stay

DAY = timedelta(days=1)
LONGEST_FEAST = timedelta(days=8)
BEDTIME = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Moved:
    """A stretch in which a child would be in the other home."""

    child: UUID
    starts_at: datetime
    ends_at: datetime
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class MovedNight:
    child: UUID
    date: date
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class Effect:
    """`nights_more` and `hours_more`: per child and home, how many more (or fewer, below zero) than without it."""

    moved: tuple[Moved, ...]
    nights: tuple[MovedNight, ...]
    handovers_gone: tuple[Handover, ...]
    handovers_new: tuple[Handover, ...]
    nights_more: Mapping[UUID, Mapping[Home, int]]
    hours_more: Mapping[UUID, Mapping[Home, float]]

    @property
    def shown(self) -> str:
        """SHA-256 (hex) of what changes, so that nobody accepts another change than the one on the screen."""
        said = "\n".join(
            f"{one.child} {one.starts_at.astimezone(UTC).isoformat()} {one.ends_at.astimezone(UTC).isoformat()} {one.to_home}"
            for one in self.moved
        )
        return hashlib.sha256(said.encode()).hexdigest()


def effect(
    in_force: Sequence[InForce],
    children: Sequence[Child],
    now: Laid,
    then: Laid,
    within: tuple[datetime, datetime] | None = None,
) -> Effect:
    """Compare the calendar as `now` and as `then`, wherever a swap, an order or a trip is in one of them alone.

    `within`: look no further than [start, end).
    """
    changed = tuple(_spans_of_one_alone(now, then))
    if not changed:
        return _of(children, {}, {})
    start = _midnight(min(begins for begins, _ends in changed), -1)
    end = _midnight(max(ends for _begins, ends in changed), 2)
    if within:
        start, end = max(start, within[0]), min(end, within[1])
    return _of(
        children,
        {child.id: expand(in_force, child, start, end, now) for child in children},
        {child.id: expand(in_force, child, start, end, then) for child in children},
    )


def _spans_of_one_alone(now: Laid, then: Laid) -> Iterator[tuple[datetime, datetime]]:
    for one in {*now.over} ^ {*then.over}:
        yield one.starts_at, one.ends_at
    for trip in {*now.trips} ^ {*then.trips}:
        # A special day that a trip touches is left out whole, and may begin before the trip or end after it.
        yield trip.starts_at - LONGEST_FEAST, trip.ends_at + LONGEST_FEAST


def _midnight(at: datetime, days: int) -> datetime:
    return datetime.combine(at.astimezone(ZONE).date() + days * DAY, time(0), tzinfo=ZONE)


def _of(
    children: Sequence[Child], before: Mapping[UUID, tuple[Stay, ...]], after: Mapping[UUID, tuple[Stay, ...]]
) -> Effect:
    moved = tuple(one for child in before for one in _moved(child, before[child], after[child]))
    nights = tuple(night for one in moved for night in _nights(one))
    old = handovers(stay for stays in before.values() for stay in stays)
    new = handovers(stay for stays in after.values() for stay in stays)
    return Effect(
        moved=moved,
        nights=nights,
        handovers_gone=tuple(one for one in old if one not in set(new)),
        handovers_new=tuple(one for one in new if one not in set(old)),
        nights_more={child.id: _nights_more(child.id, nights) for child in children},
        hours_more={child.id: _hours_more(child.id, moved) for child in children},
    )


def _moved(child: UUID, before: Sequence[Stay], after: Sequence[Stay]) -> Iterator[Moved]:
    edges = sorted(
        {at.astimezone(UTC) for stay in (*before, *after) for at in (stay.starts_at, stay.ends_at)}
    )
    last: Moved | None = None
    for starts_at, ends_at in pairwise(edges):
        old, new = home_at(before, starts_at), home_at(after, starts_at)
        if old is None or new is None or old is new:
            continue
        if last and last.to_home is new and last.ends_at == starts_at:
            last = Moved(child, last.starts_at, ends_at.astimezone(ZONE), old, new)
            continue
        if last:
            yield last
        last = Moved(child, starts_at.astimezone(ZONE), ends_at.astimezone(ZONE), old, new)
    if last:
        yield last


def _nights(moved: Moved) -> Iterator[MovedNight]:
    day, last = moved.starts_at.astimezone(ZONE).date(), moved.ends_at.astimezone(ZONE).date()
    while day <= last:
        if moved.starts_at <= datetime.combine(day, BEDTIME, tzinfo=ZONE) < moved.ends_at:
            yield MovedNight(moved.child, day, moved.from_home, moved.to_home)
        day += DAY


def _nights_more(child: UUID, nights: Iterable[MovedNight]) -> dict[Home, int]:
    more = dict.fromkeys(Home, 0)
    for one in nights:
        if one.child == child:
            more[one.to_home] += 1
            more[one.from_home] -= 1
    return more


def _hours_more(child: UUID, moved: Iterable[Moved]) -> dict[Home, float]:
    more = dict.fromkeys(Home, 0.0)
    for one in moved:
        if one.child == child:
            hours = (one.ends_at.astimezone(UTC) - one.starts_at.astimezone(UTC)).total_seconds() / 3600
            more[one.to_home] += hours
            more[one.from_home] -= hours
    return more
