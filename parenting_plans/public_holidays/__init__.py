"""Public holidays: the ten legal ones, the days of the three Communities, and the bridge that parents may name.

One file each, with its rule for any year and examples. A foreign calendar is never used: other countries' days differ.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.values import Community, Words

COMMUNITY_DAYS = "community_days"  # in a plan: the day of the child's own Community


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """`on` gives its day in a year. With `bridge` the working day between it and the weekend belongs to it."""

    id: str
    order: int
    name: Words
    on: Callable[[int], date]
    examples: tuple[date, ...]
    community: Community | None = None  # None: the whole country
    bridge: bool = False

    @property
    def legal(self) -> bool:
        """One of the ten of the law (Act of 4 January 1974, Royal Decree of 18 April 1974)."""
        return self.community is None and not self.bridge


@cache
def load() -> tuple[PublicHoliday, ...]:
    """Every public holiday in order. RuntimeError when two share an id or a place, AttributeError without HOLIDAY."""
    found: list[PublicHoliday] = [
        import_module(f"{__name__}.{module.name}").HOLIDAY for module in iter_modules(__path__)
    ]
    for what, keys in (("an id", [one.id for one in found]), ("a place", [one.order for one in found])):
        if len(set(keys)) != len(keys):
            raise RuntimeError(f"Two public holidays share {what}: {sorted(keys)}")
    return tuple(sorted(found, key=lambda one: one.order))


def named(holiday_id: str) -> PublicHoliday | None:
    """The public holiday with this id, or None."""
    return next((one for one in load() if one.id == holiday_id), None)


def is_known(day: str) -> bool:
    """Whether a plan may name `day`."""
    return day == COMMUNITY_DAYS or named(day) is not None


@cache
def chosen(days: tuple[str, ...], community: Community) -> tuple[PublicHoliday, ...]:
    """What a plan means by `days` (values.PublicHolidays) for a child of this Community, in order."""
    if not days:
        return tuple(one for one in load() if one.legal)
    own = COMMUNITY_DAYS in days
    return tuple(one for one in load() if one.id in days or (own and one.community is community))
