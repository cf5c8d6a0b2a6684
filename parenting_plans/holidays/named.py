"""What a school holiday is, whichever Community it belongs to."""

from dataclasses import dataclass
from datetime import date

from parenting_plans.values import Community

AUGUST = 8
ORDER = ("autumn", "christmas", "carnival", "easter", "summer")  # as they follow each other in a school year


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """`first` is the first day off, `last` the last calendar day before school restarts; both inclusive."""

    id: str
    community: Community
    first: date
    last: date
    source: str
    confidence: str  # high, medium, low


@dataclass(frozen=True, slots=True)
class SchoolCalendars:
    """The school calendars one reckons with: what ships, and rows an administrator laid over it.

    A row of one of the five holidays replaces the shipped one of the same Community and school year; other ids are single
    days off. Being a value, it is passed in wherever dates are asked; SHIPPED is what ships and nothing else.
    """

    rows: tuple[SchoolHoliday, ...] = ()


SHIPPED = SchoolCalendars()


def school_year_of(first: date) -> int:
    """The year in which the school year began that a holiday from `first` belongs to; a summer closes its school year."""
    return first.year if first.month >= AUGUST else first.year - 1
