"""After a school holiday the cycle may begin again with the parent who did not have the last weekend. Pure.

A weekend is its Saturday night. A cycle of whole weeks moves by whole weeks, so that its weekdays stay; any other by days.
Of the places where the first weekend after the holiday is right, one is taken where that parent's weekends begin. The
holiday alone decides, not what went before it. Nights by the month have no cycle and simply go on.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from parenting_plans.holidays.shared import Shared
from parenting_plans.regular import Regime
from parenting_plans.values import Home, Regular

WEEK = timedelta(days=7)
SATURDAY = 5
BEDTIME = time(23, 59)


def restarted(regimes: Sequence[Regime], holidays: Sequence[Shared], starts_on: date) -> list[Regime]:
    """The regimes, each begun again on the last day of every shared holiday after it began and after its own anchor."""
    found: list[Regime] = []
    ends = [*(regime.since for regime in regimes[1:]), date.max]
    for regime, until in zip(regimes, ends, strict=True):
        since = max(regime.since, regime.regular.anchor, starts_on)
        again = [one for one in holidays if since < one.holiday.last < until]
        found.append(regime)
        found += [
            regime._replace(since=one.holiday.last, regular=begun_again(regime.regular, one)) for one in again
        ]
    return found


def weekends(holiday: Shared) -> tuple[date, date]:
    """The last Saturday whose night falls in the holiday (or before it, for one without), and the first one after."""
    last = holiday.ends.date() - timedelta(days=(holiday.ends.weekday() - SATURDAY) % 7)
    if bedtime(last) >= holiday.ends:
        last -= WEEK
    return last, last + WEEK


def bedtime(night: date) -> datetime:
    return datetime.combine(night, BEDTIME)


def begun_again(regular: Regular, holiday: Shared) -> Regular:
    """The same cycle with the anchor that gives the first weekend after the holiday to the other parent, if any does."""
    last, following = weekends(holiday)
    had = holiday.home_at(bedtime(last))
    if had is None or regular.monthly:
        return regular
    step = 7 if len(regular.nights) % 7 == 0 else 1
    moved = [
        replace(regular, anchor=regular.anchor + timedelta(days=shift))
        for shift in range(0, len(regular.nights), step)
    ]
    right = [one for one in moved if _home(one, following) is had.other]
    fresh = [one for one in right if _home(one, last) is had]
    return (fresh or right or [regular])[0]


def _home(regular: Regular, night: date) -> Home:
    letter = regular.nights[(night - regular.anchor).days % len(regular.nights)]
    return regular.first if letter == "A" else regular.first.other
