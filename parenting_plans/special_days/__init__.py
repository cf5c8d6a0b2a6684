"""Days that parents may give a home of their own: one file each, with its rule for any year and examples.

A plan may also name a day of every year ("05-17", a parent's birthday) or one date ("2027-12-24").
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.values import Child, Words

MONTH_DAY, YEAR_MONTH_DAY = len("05-17"), len("2027-12-24")
LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Example:
    """In `year`, for a child born on `born`, the day is `day`."""

    year: int
    day: date
    born: date = date(2018, 3, 1)


@dataclass(frozen=True, slots=True)
class Feast:
    """`on` gives its day in a year, for one child: a birthday is the child's own."""

    id: str
    order: int
    name: Words
    on: Callable[[int, Child], date]
    examples: tuple[Example, ...]


@cache
def load() -> tuple[Feast, ...]:
    """Every day rule in order. RuntimeError when two share an id or a place, AttributeError without DAY."""
    found: list[Feast] = [import_module(f"{__name__}.{m.name}").DAY for m in iter_modules(__path__)]
    for what, keys in (("an id", [one.id for one in found]), ("a place", [one.order for one in found])):
        if len(set(keys)) != len(keys):
            raise RuntimeError(f"Two special days share {what}: {sorted(keys)}")
    return tuple(sorted(found, key=lambda one: one.order))


@cache
def named(day: str) -> Feast | None:
    """The day rule with this id, or None."""
    return next((one for one in load() if one.id == day), None)


def is_known(day: str) -> bool:
    """Whether a plan may name `day`."""
    return named(day) is not None or _date(day) is not None


def is_dated(day: str) -> bool:
    """Whether `day` is one date, not a day of every year."""
    return len(day) == YEAR_MONTH_DAY and _date(day) is not None


def day_in(day: str, year: int, child: Child) -> date | None:
    """The civil day that `day` means in `year` for this child; None when it is not in that year."""
    feast = named(day)
    if feast is not None:
        return feast.on(year, child)
    given = _date(day)
    if given is None or len(day) == MONTH_DAY:
        return yearly(given, year) if given else None
    return given if given.year == year else None


def yearly(day: date, year: int) -> date:
    """The same day of another year; 29 February becomes 1 March, when one more year is complete."""
    return (
        day.replace(year=year, month=3, day=1)
        if _leaps(day) and not _is_leap(year)
        else day.replace(year=year)
    )


def sunday(year: int, month: int, number: int) -> date:
    """The `number`th Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))


def _leaps(day: date) -> bool:
    return (day.month, day.day) == (2, 29)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@cache
def _date(day: str) -> date | None:
    full = f"{LEAP_YEAR}-{day}" if len(day) == MONTH_DAY else day
    try:
        return date.fromisoformat(full) if len(full) == YEAR_MONTH_DAY else None
    except ValueError:
        return None
