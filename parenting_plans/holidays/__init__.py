"""School holidays of the three Communities. What is not known is said, never guessed.

Flanders follows a fixed rule and is computed for any year; the French and German-speaking Communities publish dates.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parenting_plans.holidays import dated, flemish
from parenting_plans.holidays.named import ORDER, SHIPPED, SchoolCalendars, SchoolHoliday, school_year_of
from parenting_plans.values import Community

__all__ = [
    "ORDER", "SHIPPED", "Known", "SchoolCalendars", "SchoolHoliday",
    "holidays_of", "known", "known_until", "school_year", "school_year_of", "single_days_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """The civil days, both inclusive, over which a Community's school holidays are known without a hole."""

    first: date
    last: date


def holidays_of(
    community: Community, start: date, end: date, calendar: SchoolCalendars = SHIPPED
) -> tuple[SchoolHoliday, ...]:
    """The known school holidays that touch the civil days `start` to `end`, both inclusive, in order."""
    # A school year that begins in August of one year ends in the summer of the next.
    years = range(max(start.year - 1, date.min.year), min(end.year + 1, date.max.year))
    return tuple(
        holiday
        for year in years
        for holiday in school_year(community, year, calendar)
        if holiday.first <= end and start <= holiday.last
    )


@lru_cache(maxsize=4096)
def school_year(
    community: Community, year: int, calendar: SchoolCalendars = SHIPPED
) -> tuple[SchoolHoliday, ...]:
    """The known holidays of the school year that begins in `year`, in order; an administrator's row beats what ships."""
    shipped = flemish.school_year(year) if community is Community.FLEMISH else dated.rows(community)
    rows = (*shipped, *_laid_over(community, calendar))
    found = {row.id: row for row in rows if row.id in ORDER and school_year_of(row.first) == year}
    return tuple(sorted(found.values(), key=lambda holiday: holiday.first))


def single_days_of(
    community: Community, start: date, end: date, calendar: SchoolCalendars = SHIPPED
) -> tuple[SchoolHoliday, ...]:
    """The known days off beside the five holidays that touch `start` to `end`, both inclusive, in order.

    Dated rows in every Community: schools give them, no rule does.
    """
    rows = (*dated.single_days(community), *_laid_over(community, calendar))
    found = {(row.id, school_year_of(row.first)): row for row in rows if row.id not in ORDER}
    days = sorted(found.values(), key=lambda day: day.first)
    return tuple(day for day in days if day.first <= end and start <= day.last)


def known(community: Community, calendar: SchoolCalendars = SHIPPED) -> Known | None:
    """From when until when dates are known; None where a rule gives every year."""
    if community is Community.FLEMISH:
        return None
    rows = _rows(community, calendar)
    last = rows[0]
    for following in rows[1:]:
        if ORDER[(ORDER.index(last.id) + 1) % len(ORDER)] != following.id:
            break
        last = following
    return Known(rows[0].first, last.last)


def known_until(community: Community, calendar: SchoolCalendars = SHIPPED) -> date | None:
    """The last civil day about which the table can be trusted to be complete; None: any year."""
    span = known(community, calendar)
    return span.last if span else None


@lru_cache(maxsize=64)
def _rows(community: Community, calendar: SchoolCalendars) -> tuple[SchoolHoliday, ...]:
    dates = [row.first for row in (*dated.rows(community), *_laid_over(community, calendar))]
    years = sorted({school_year_of(first) for first in dates})
    return tuple(holiday for year in years for holiday in school_year(community, year, calendar))


def _laid_over(community: Community, calendar: SchoolCalendars) -> list[SchoolHoliday]:
    return [row for row in calendar.rows if row.community is community]
