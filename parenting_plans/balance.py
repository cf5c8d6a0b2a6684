"""How a child's time is divided: counted, never judged. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC

from parenting_plans.values import ZONE, Home, Stay


@dataclass(frozen=True, slots=True)
class Balance:
    """`share` is the part of the nights, 0 to 1; 0 for both homes when there are none."""

    nights: Mapping[Home, int]
    hours: Mapping[Home, float]
    share: Mapping[Home, float]


def nights_of(stay: Stay) -> int:
    """Midnights in the stay: a night belongs to the home where the child goes to sleep."""
    return (stay.ends_at.astimezone(ZONE).date() - stay.starts_at.astimezone(ZONE).date()).days


def hours_of(stay: Stay) -> float:
    """Hours that really pass, also on the night the clocks change."""
    return (stay.ends_at.astimezone(UTC) - stay.starts_at.astimezone(UTC)).total_seconds() / 3600


def balance(stays: Iterable[Stay]) -> Balance:
    """One child's stays, already cut to the period (schedule.expand does), counted per home."""
    nights, hours = dict.fromkeys(Home, 0), dict.fromkeys(Home, 0.0)
    for stay in stays:
        nights[stay.home] += nights_of(stay)
        hours[stay.home] += hours_of(stay)
    total = sum(nights.values())
    share = {home: nights[home] / total if total else 0.0 for home in Home}
    return Balance(nights, hours, share)
