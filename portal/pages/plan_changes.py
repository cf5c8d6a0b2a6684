"""Which days change, as a page shows it: for children who change alike, counts, a list in words, and months of nights."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from mediation.usecases.plan_changes import MONTHS, WhatChanges
from parenting_plans.changes import Changes, HandoverDay, Night, Run
from parenting_plans.values import Home
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class Month:
    """The nights of one month that lie in the period; `first` names the month."""

    first: date
    nights: tuple[Night, ...]


@dataclass(frozen=True, slots=True)
class Handing:
    """One way of a handover: the clock, and from which home to which."""

    at: Any
    before: Home
    after: Home


@dataclass(frozen=True, slots=True)
class HandoverChange:
    day: date
    before: tuple[Handing, ...]
    after: tuple[Handing, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Children whose nights and handovers change alike."""

    children: str
    changed_nights: int
    more: Mapping[Home, int]
    runs: tuple[Run, ...]
    handovers: tuple[HandoverChange, ...]
    months: tuple[Month, ...]  # only those in which a night changes


def asked_months(visit: Visit) -> int:
    """How far the reader wants to look; the shortest period when nothing or nonsense is asked."""
    asked = visit.request.query_params.get("months", "")
    return next((months for months in MONTHS if str(months) == asked), MONTHS[0])


def shown(what: WhatChanges | None, names: Mapping[str, str], here: str) -> dict[str, Any]:
    """What pages show of it; `here` is their own path, for the links to a longer period."""
    groups: dict[Any, list[str]] = {}
    by_key: dict[Any, Changes] = {}
    for one in what.children if what else ():
        handovers = tuple(map(_handover, one.changes.handovers))
        key = one.changes.nights, handovers
        groups.setdefault(key, []).append(names[str(one.child.id)])
        by_key[key] = one.changes
    return {
        "what_changes": what,
        "changing": tuple(
            _group(", ".join(children), by_key[key], key[1]) for key, children in groups.items()
        ),
        "periods": [(f"{here}?months={n}#changes", n, what is not None and n == what.months) for n in MONTHS],
    }


def _group(children: str, found: Changes, handovers: tuple[HandoverChange, ...]) -> Group:
    return Group(
        children=children,
        changed_nights=found.changed_nights,
        more=found.more,
        runs=found.runs,
        handovers=handovers,
        months=tuple(month for month in _months(found.nights) if any(one.changed for one in month.nights)),
    )


def _months(nights: Iterable[Night]) -> Iterable[Month]:
    for first, those in groupby(nights, lambda night: night.date.replace(day=1)):
        yield Month(first, tuple(those))


def _handover(changed: HandoverDay) -> HandoverChange:
    before, after = (
        tuple(Handing(one.at, one.from_home, one.to_home) for one in some)
        for some in (changed.before, changed.after)
    )
    return HandoverChange(changed.day, before, after)
