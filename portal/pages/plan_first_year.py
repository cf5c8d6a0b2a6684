"""The first year of a plan as the page before proposing shows it: after holidays under both rules, and siblings together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mediation.usecases.plan_first_year import AfterHoliday, FirstYear
from parenting_plans.after_holidays import InARow
from parenting_plans.values import After
from portal.pages.plan_text import strip


@dataclass(frozen=True, slots=True)
class Shown:
    """Children for whom both rules give the same; each rule with its strip of nights and its long runs of weekends."""

    children: str
    holiday: str
    ends_on: date
    rules: tuple[tuple[After, Any, tuple[InARow, ...]], ...]

    @property
    def alike(self) -> bool:
        """Whether the two rules come to the same here."""
        strips = [nights for _, nights, _ in self.rules]
        return all(one == strips[0] for one in strips)


def after_shown(year: FirstYear | None, names: Mapping[str, str]) -> tuple[Shown, ...]:
    """Once for children who move alike. `names`: what the children (by id) are called."""
    found: dict[Any, list[str]] = {}
    for one in year.after if year else ():
        found.setdefault(_what(one), []).append(names[str(one.child.id)])
    return tuple(Shown(", ".join(children), *what) for what, children in found.items())


def _what(one: AfterHoliday) -> tuple[str, date, tuple[tuple[After, Any, tuple[InARow, ...]], ...]]:
    rules = tuple((rule, strip(one.nights[rule]), one.in_a_row[rule]) for rule in After)
    return one.holiday, one.ends_on, rules
