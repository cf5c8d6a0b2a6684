"""How a child's time is divided: counted, never judged. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, timedelta, tzinfo

from parenting_plans.schedule import handovers, merged
from parenting_plans.values import ZONE, Home, Stay

SATURDAY = 5
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Balance:
    """`share` is the part of the nights, 0 to 1; 0 for both homes when there are none.

    `longest` is the most nights in a row, `weekends` counts Saturday nights, `handovers` the times the child came there.
    """

    nights: Mapping[Home, int]
    hours: Mapping[Home, float]
    share: Mapping[Home, float]
    longest: Mapping[Home, int]
    weekends: Mapping[Home, int]
    handovers: Mapping[Home, int]


def nights_of(stay: Stay, zone: tzinfo = ZONE) -> int:
    """Midnights in the stay: a night belongs to the home where the child goes to sleep."""
    return (stay.ends_at.astimezone(zone).date() - stay.starts_at.astimezone(zone).date()).days


def hours_of(stay: Stay) -> float:
    """Hours that really pass, also on the night the clocks change."""
    return (stay.ends_at.astimezone(UTC) - stay.starts_at.astimezone(UTC)).total_seconds() / 3600


def weekends_of(stay: Stay, zone: tzinfo = ZONE) -> tuple[date, ...]:
    """The Saturdays whose night falls in the stay."""
    begins, ends = stay.starts_at.astimezone(zone).date(), stay.ends_at.astimezone(zone).date()
    first = begins + timedelta(days=(SATURDAY - begins.weekday()) % 7)
    return tuple(first + week * WEEK for week in range(max(0, -(-(ends - first).days // 7))))


def balance(stays: Iterable[Stay], zone: tzinfo = ZONE) -> Balance:
    """One child's stays, already cut to the period (schedule.expand does), counted per home."""
    own = merged(stays)
    nights, hours = dict.fromkeys(Home, 0), dict.fromkeys(Home, 0.0)
    longest, weekends, arrivals = (dict.fromkeys(Home, 0) for _ in range(3))
    for stay in own:
        count = nights_of(stay, zone)
        nights[stay.home] += count
        hours[stay.home] += hours_of(stay)
        longest[stay.home] = max(longest[stay.home], count)
        weekends[stay.home] += len(weekends_of(stay, zone))
    for handover in handovers(own):
        arrivals[handover.to_home] += 1
    total = sum(nights.values())
    share = {home: nights[home] / total if total else 0.0 for home in Home}
    return Balance(nights, hours, share, longest, weekends, arrivals)
