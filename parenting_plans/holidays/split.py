"""How one school holiday is cut between two homes, in Brussels wall-clock time (naive datetimes).

A block begins at the handover time of the last weekday before the holiday and ends at the handover time of its last
calendar day. Even or odd is the calendar year of the holiday's first day, so a Christmas holiday has one year.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise

from parenting_plans.holidays.named import SchoolHoliday
from parenting_plans.values import HolidayRule, Home, Split

FRIDAY = 4
HALF_A_WEEK = timedelta(days=3.5)


@dataclass(frozen=True, slots=True)
class Part:
    """[begins, ends) of a holiday in one home; wall clock."""

    begins: datetime
    ends: datetime
    home: Home


def block(holiday: SchoolHoliday, handover_time: time) -> tuple[datetime, datetime]:
    """When the holiday takes over from the regular pattern, and when it gives back."""
    eve = holiday.first - timedelta(days=1)
    eve -= timedelta(days=max(0, eve.weekday() - FRIDAY))
    return datetime.combine(eve, handover_time), datetime.combine(holiday.last, handover_time)


@lru_cache(maxsize=4096)
def parts(holiday: SchoolHoliday, rule: HolidayRule, handover_time: time) -> tuple[Part, ...]:
    """The holiday in turns, without gap or overlap; empty when it follows the regular pattern."""
    if rule.split is Split.FOLLOW_REGULAR:
        return ()
    begins, ends = block(holiday, handover_time)
    turns = [at for at in TURNS[rule.split](holiday, rule, begins, ends) if begins < at < ends]
    even = holiday.first.year % 2 == 0
    turn_of = (rule.first_half_even, rule.first_half_even.other)[:: 1 if even else -1]
    return tuple(
        Part(at, until, turn_of[i % 2]) for i, (at, until) in enumerate(pairwise([begins, *turns, ends]))
    )


def switch_moments(rule: HolidayRule, begins: datetime, ends: datetime) -> list[datetime]:
    """Every agreed weekday and time inside the block."""
    day = begins.date() + timedelta(days=(rule.switch_weekday - begins.weekday()) % 7)
    at = datetime.combine(day, rule.switch_time)
    weeks = range((ends - at) // timedelta(weeks=1) + 1)
    return [moment for week in weeks if begins < (moment := at + timedelta(weeks=week)) < ends]


def _whole(_holiday: SchoolHoliday, _rule: HolidayRule, _begins: datetime, _ends: datetime) -> list[datetime]:
    return []


def _halves(_holiday: SchoolHoliday, rule: HolidayRule, begins: datetime, ends: datetime) -> list[datetime]:
    """The switch moment nearest the middle; the earlier of two that are equally near."""
    moments = switch_moments(rule, begins, ends)
    return [_nearest(begins + (ends - begins) / 2, moments)] if moments else []


def _thirds(holiday: SchoolHoliday, rule: HolidayRule, begins: datetime, ends: datetime) -> list[datetime]:
    """The switch moments nearest one third and two thirds: whoever begins has the first and the last third.

    Two weeks have room for one switch only, one week for none: a third is never shorter than half a week.
    """
    moments = _weeks(holiday, rule, begins, ends)
    marks = (begins + (ends - begins) / 3, begins + (ends - begins) * 2 / 3)
    return sorted({_nearest(mark, moments) for mark in marks if moments})


def _nearest(mark: datetime, moments: list[datetime]) -> datetime:
    return min(moments, key=lambda at: abs(at - mark))


def _months(_holiday: SchoolHoliday, rule: HolidayRule, begins: datetime, ends: datetime) -> list[datetime]:
    """The first of every month inside the block; a day at either end that is another month's stays with its neighbour."""
    months = range(begins.year * 12 + begins.month, ends.year * 12 + ends.month)
    firsts = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [
        at
        for first in firsts
        if (at := datetime.combine(first, rule.switch_time)) - begins >= HALF_A_WEEK
        and ends - at >= HALF_A_WEEK
    ]


def _weeks(_holiday: SchoolHoliday, rule: HolidayRule, begins: datetime, ends: datetime) -> list[datetime]:
    """Every switch moment; what would leave less than half a week at either end joins its neighbour."""
    moments = switch_moments(rule, begins, ends)
    return [at for at in moments if at - begins >= HALF_A_WEEK and ends - at >= HALF_A_WEEK]


def _fortnights(
    holiday: SchoolHoliday, rule: HolidayRule, begins: datetime, ends: datetime
) -> list[datetime]:
    """July and August turn on the 16th and the 1st. A summer that ends earlier (French Community, seven weeks) and any
    other holiday turns every second week: an odd last week stands alone, and changes sides from year to year."""
    if holiday.id == "summer" and (holiday.last + timedelta(days=1)).day == 1:
        days = [(7, 16), (8, 1), (8, 16)]
        return [datetime.combine(begins.date().replace(month=m, day=d), rule.switch_time) for m, d in days]
    return _weeks(holiday, rule, begins, ends)[1::2]


Cut = Callable[[SchoolHoliday, HolidayRule, datetime, datetime], list[datetime]]

TURNS: dict[Split, Cut] = {
    Split.ALTERNATE: _whole,
    Split.MONTHS: _months,
    Split.HALVES: _halves,
    Split.THIRDS: _thirds,
    Split.WEEKS: _weeks,
    Split.FORTNIGHTS: _fortnights,
}
