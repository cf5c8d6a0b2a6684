"""What a swap, an offer or a decision changes, as pages show it: children for whom it is the same, together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from mediation.families import Family
from parenting_plans.swap_effect import Effect
from parenting_plans.values import Handover, Home


@dataclass(frozen=True, slots=True)
class Stretch:
    names: str
    starts_at: datetime
    ends_at: datetime
    from_home: Home
    to_home: Home
    nights: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    names: str
    at: datetime
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class More:
    """For each home: how many nights and hours more, or fewer (below zero)."""

    names: str
    nights: tuple[tuple[Home, int], ...]
    hours: tuple[tuple[Home, float], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    digest: str
    stretches: tuple[Stretch, ...]
    gone: tuple[Moment, ...]
    new: tuple[Moment, ...]
    balance: tuple[More, ...]


One = TypeVar("One")


def shown(effect: Effect, family: Family) -> Shown:
    def alike(
        found: Iterable[One], child: Callable[[One], UUID], rest: Callable[[One], tuple[Any, ...]]
    ) -> Any:
        kinds: dict[tuple[Any, ...], set[UUID]] = {}
        for one in found:
            kinds.setdefault(rest(one), set()).add(child(one))
        return [(_names(family, who), *kind) for kind, who in kinds.items()]

    def moments(found: Iterable[Handover]) -> tuple[Moment, ...]:
        rows = alike(found, lambda one: one.child, lambda one: (one.at, one.from_home, one.to_home))
        return tuple(Moment(*row) for row in sorted(rows, key=lambda row: (row[1], row[0])))

    stretches = alike(
        effect.moved,
        lambda one: one.child,
        lambda one: (
            one.starts_at,
            one.ends_at,
            one.from_home,
            one.to_home,
            tuple(
                night.date
                for night in effect.nights
                if night.child == one.child and one.starts_at.date() <= night.date <= one.ends_at.date()
            ),
        ),
    )
    touched = [child.id for child in family.children if any(one.child == child.id for one in effect.moved)]
    balance = alike(
        touched,
        lambda child: child,
        lambda child: (
            tuple((home, effect.nights_more[child][home]) for home in Home),
            tuple((home, effect.hours_more[child][home]) for home in Home),
        ),
    )
    return Shown(
        effect.shown,
        tuple(Stretch(*row) for row in sorted(stretches, key=lambda row: (row[1], row[0]))),
        moments(effect.handovers_gone),
        moments(effect.handovers_new),
        tuple(More(*row) for row in balance),
    )


def _names(family: Family, who: set[UUID]) -> str:
    return ", ".join(child.given_name for child in family.children if child.id in who)


def called(family: Family) -> dict[str, Any]:
    """What every page about changed days calls people by."""
    return {
        "family": family,
        "own": family.home,
        "names": {parent.home.value: parent.name for parent in family.parents},
        "children": {child.id: child.given_name for child in family.children},
    }
