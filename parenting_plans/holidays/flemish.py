"""The Flemish school calendar by rule, for any year (decree of the Flemish Government of 17 April 1991)."""

from datetime import date, timedelta
from functools import lru_cache

from parenting_plans.easter import easter
from parenting_plans.holidays.named import SchoolHoliday
from parenting_plans.values import Community

SOURCE = "BVR 17/4/1991, computed"
SUNDAY = 6


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def autumn(year: int) -> tuple[date, date]:
    """The week of 1 November; of 2 November when the first is a Sunday."""
    saints = date(year, 11, 1)
    first = monday_of(saints + timedelta(days=1) if saints.weekday() == SUNDAY else saints)
    return first, first + timedelta(days=6)


def christmas(year: int) -> tuple[date, date]:
    """Two weeks from the Monday of the week of 25 December; the next Monday when that is a Saturday or Sunday."""
    day = date(year, 12, 25)
    first = monday_of(day + timedelta(days=2) if day.weekday() >= SUNDAY - 1 else day)
    return first, first + timedelta(days=13)


def carnival(year: int) -> tuple[date, date]:
    """One week from the seventh Monday before Easter."""
    first = easter(year) - timedelta(days=48)
    return first, first + timedelta(days=6)


def spring(year: int) -> tuple[date, date]:
    """Two weeks from the first Monday of April, unless Easter falls in March or after 15 April.

    In March: from the Monday after Easter. After 15 April: from the second Monday before it. Easter Monday is always in.
    """
    sunday = easter(year)
    if sunday.month == 3:
        first = sunday + timedelta(days=1)
    elif sunday > date(year, 4, 15):
        first = sunday - timedelta(days=13)
    else:
        first = monday_of(date(year, 4, 7))
    return first, max(first + timedelta(days=13), sunday + timedelta(days=1))


def summer(year: int) -> tuple[date, date]:
    return date(year, 7, 1), date(year, 8, 31)


@lru_cache(maxsize=512)
def school_year(start: int) -> tuple[SchoolHoliday, ...]:
    """The five holidays of the school year that begins on 1 September of `start`, in order."""
    spans = {
        "autumn": autumn(start),
        "christmas": christmas(start),
        "carnival": carnival(start + 1),
        "easter": spring(start + 1),
        "summer": summer(start + 1),
    }
    return tuple(
        SchoolHoliday(name, Community.FLEMISH, first, last, SOURCE, "high")
        for name, (first, last) in spans.items()
    )
