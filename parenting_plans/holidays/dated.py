"""Published school calendars, row by row from school_holidays.csv, each with its source and how sure we are of it."""

from csv import DictReader
from datetime import date
from functools import cache
from importlib.resources import files

from parenting_plans.holidays.named import SchoolHoliday
from parenting_plans.values import Community

COMMUNITIES = {
    "Flemish": Community.FLEMISH,
    "French": Community.FRENCH,
    "German-speaking": Community.GERMAN,
}
HOLIDAYS = {
    "Autumn holiday": "autumn",
    "Christmas / winter holiday": "christmas",
    "Carnival holiday": "carnival",
    "Easter / spring holiday": "easter",
    "Summer holiday": "summer",
}


@cache
def rows(community: Community) -> tuple[SchoolHoliday, ...]:
    """The Community's school holidays in the table, oldest first; single days off are left out."""
    return tuple(row for row in _all(community) if row.id in HOLIDAYS.values())


@cache
def single_days(community: Community) -> tuple[SchoolHoliday, ...]:
    """The days off beside the five holidays (Armistice Day, Ascension and its Friday), oldest first."""
    return tuple(row for row in _all(community) if row.id not in HOLIDAYS.values())


@cache
def _all(community: Community) -> tuple[SchoolHoliday, ...]:
    with files(__package__).joinpath("school_holidays.csv").open(encoding="utf-8") as table:
        found = [
            SchoolHoliday(
                id=HOLIDAYS.get(row["name_en"], row["name_en"]),
                community=community,
                first=date.fromisoformat(row["start"]),
                last=date.fromisoformat(row["end"]),
                source=row["source"],
                confidence=row["confidence"],
            )
            for row in DictReader(table)
            if COMMUNITIES[row["community"]] is community
        ]
    return tuple(sorted(found, key=lambda holiday: holiday.first))
