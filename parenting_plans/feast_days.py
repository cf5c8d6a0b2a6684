"""The special days of a plan as pieces of one child's time. Pure.

One date beats a day of every year, one child beats all, and of two alike the later in the plan wins. A special day does not
break a trip that was accepted before, unless the plan says so: then the day is left out whole.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from uuid import UUID

from parenting_plans.layers import Piece, instant
from parenting_plans.special_days import day_in, is_dated
from parenting_plans.values import Away, Because, Child, Layer, SpecialDay


def feasts(
    days: Sequence[SpecialDay],
    child: Child,
    low: datetime,
    high: datetime,
    zone: tzinfo,
    document: UUID,
    trips: Sequence[Away] = (),
) -> Iterator[Piece]:
    """Every special day of this child that may touch [low, high), the weakest first."""
    own = [day for day in days if not day.children or child.id in day.children]
    years = range(low.astimezone(zone).year - 1, high.astimezone(zone).year + 1)
    for rule in sorted(own, key=_strength):
        because = Because(Layer.SPECIAL_DAY, rule.clause, document, rule.day)
        for year in years:
            day = day_in(rule.day, year, child)
            if day is None:
                continue
            piece = _piece(rule, day, zone, because)
            if rule.breaks_trips or not any(_breaks(piece, trip, child) for trip in trips):
                yield piece


def _strength(day: SpecialDay) -> tuple[bool, bool]:
    return is_dated(day.day), bool(day.children)


def _piece(rule: SpecialDay, day: date, zone: tzinfo, because: Because) -> Piece:
    home = rule.even if day.year % 2 == 0 else rule.odd
    ends = day + timedelta(days=rule.ends_after_days)
    return Piece(instant(day, rule.begins, zone), instant(ends, rule.ends, zone), home, because)


def _breaks(piece: Piece, trip: Away, child: Child) -> bool:
    away = child.id in trip.children and trip.home is not piece.home
    return away and trip.starts_at < piece.ends and piece.begins < trip.ends_at
