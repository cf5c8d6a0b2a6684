"""School holidays that staff note over what ships: each row with its source and how sure it is, its history kept. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Final
from uuid import UUID

from parenting_plans.holidays import ORDER, SchoolCalendars, SchoolHoliday, school_year, single_days_of
from parenting_plans.holidays.dated import single_days
from parenting_plans.values import Community, Problem

CONFIDENCE: Final = ("high", "medium", "low")
YEARS: Final = range(2020, 2060)
LONGEST: Final = {"summer": 70}  # days; seven weeks in the French Community, two months elsewhere
LONGEST_HOLIDAY, LONGEST_DAY_OFF = 30, 4
LONGEST_SOURCE: Final = 200


@dataclass(frozen=True, slots=True)
class Noted:
    """One row of a holiday's history. `number` counts from 1; withdrawn: from then on what ships counts again."""

    holiday: SchoolHoliday
    year: int  # in which the school year begins
    number: int
    withdrawn: bool
    noted_by: UUID
    noted_at: datetime

    @property
    def key(self) -> tuple[Community, int, str]:
        return self.holiday.community, self.year, self.holiday.id


def names_of(community: Community) -> tuple[str, ...]:
    """What can be noted for a Community: the five holidays, then the single days off that it has."""
    return (*ORDER, *dict.fromkeys(day.id for day in single_days(community)))


def newest(rows: Iterable[Noted]) -> tuple[Noted, ...]:
    """The last row of each holiday that is not withdrawn."""
    last = {row.key: row for row in sorted(rows, key=lambda row: row.number)}
    return tuple(row for row in last.values() if not row.withdrawn)


def calendars(rows: Iterable[Noted]) -> SchoolCalendars:
    """What ships with what was noted laid over it; the same rows make an equal value."""
    ordered = sorted(newest(rows), key=lambda row: (row.holiday.community, row.year, row.holiday.id))
    return SchoolCalendars(tuple(row.holiday for row in ordered))


def next_row(
    rows: Sequence[Noted],
    holiday: SchoolHoliday,
    year: int,
    *,
    by: UUID,
    now: datetime,
    withdrawn: bool = False,
) -> Noted:
    """The row that follows in the history of this holiday. `rows`: everything noted so far."""
    key = (holiday.community, year, holiday.id)
    number = max((row.number for row in rows if row.key == key), default=0) + 1
    return Noted(holiday, year, number, withdrawn, by, now)


def holiday_in(community: Community, year: int, name: str, calendar: SchoolCalendars) -> SchoolHoliday | None:
    """The dates that count for one holiday or single day of a school year; None: not known."""
    return next((one for one in listed(community, year, calendar) if one.id == name), None)


def listed(community: Community, year: int, calendar: SchoolCalendars) -> tuple[SchoolHoliday, ...]:
    """Holidays and single days off of one school year, in order of time."""
    days = single_days_of(community, date(year, 8, 1), date(year + 1, 7, 31), calendar)
    return tuple(sorted((*school_year(community, year, calendar), *days), key=lambda one: one.first))


def problems_of(
    holiday: SchoolHoliday, year: int, calendar: SchoolCalendars, *, single_day: bool
) -> tuple[Problem, ...]:
    """What keeps a row from being noted. `calendar`: as it stands. Fields: first, last, source, confidence."""
    found = []
    span = (holiday.last - holiday.first).days + 1
    longest = LONGEST_DAY_OFF if single_day else LONGEST.get(holiday.id, LONGEST_HOLIDAY)
    if not date(year, 8, 1) <= holiday.first <= date(year + 1, 7, 31):
        values = {"first": str(year), "last": str(year + 1)}
        found.append(Problem("first", "Choose a day in the school year {first}-{last}.", values))
    if span < 1:
        found.append(Problem("last", "Choose an end after the start."))
    elif span > longest:
        found.append(Problem("last", "That is longer than {n} days. Check the year.", {"n": str(longest)}))
    if not holiday.source.strip():
        found.append(Problem("source", "Say where these dates stand, for example the address of the page."))
    elif len(holiday.source) > LONGEST_SOURCE:
        found.append(Problem("source", "Use at most {n} characters.", {"n": str(LONGEST_SOURCE)}))
    if holiday.confidence not in CONFIDENCE:
        found.append(Problem("confidence", "Choose one of the options."))
    if not found and not single_day and not _fits(holiday, year, calendar):
        found.append(Problem("first", "These dates do not fit between the holidays before and after."))
    return tuple(found)


def problems_of_withdrawal(row: Noted, calendar: SchoolCalendars) -> tuple[Problem, ...]:
    """What ships must fit between what else was noted."""
    rest = without(calendar, row.holiday)
    years = (row.year - 1, row.year, row.year + 1)
    return (
        ()
        if _in_order(row.holiday.community, years, rest)
        else (Problem("", "These dates do not fit between the holidays before and after."),)
    )


def with_(calendar: SchoolCalendars, holiday: SchoolHoliday, year: int) -> SchoolCalendars:
    """The calendar as it would be with this row."""
    before = holiday_in(holiday.community, year, holiday.id, calendar)
    kept = tuple(row for row in calendar.rows if row != before)
    return replace(calendar, rows=(*kept, holiday))


def without(calendar: SchoolCalendars, holiday: SchoolHoliday) -> SchoolCalendars:
    """The calendar as it would be if this row were withdrawn."""
    return replace(calendar, rows=tuple(row for row in calendar.rows if row != holiday))


def _fits(holiday: SchoolHoliday, year: int, calendar: SchoolCalendars) -> bool:
    return _in_order(holiday.community, (year - 1, year, year + 1), with_(calendar, holiday, year))


def _in_order(community: Community, years: Iterable[int], calendar: SchoolCalendars) -> bool:
    """Whether holidays follow each other as in a school year, none touching the next."""
    for year in years:
        found = school_year(community, year, calendar)
        places = [ORDER.index(one.id) for one in found]
        if places != sorted(places):
            return False
    spans = [one for year in years for one in school_year(community, year, calendar)]
    return all(before.last < after.first for before, after in pairwise(spans))
