"""Residence patterns: cycles of nights, one file each, and what can be said of any cycle by looking at it.

Night 0 of a named pattern is a Monday night. Letter A is the home the plan calls `first`; A and B are places in the
cycle, never a rank.
"""

from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib import import_module
from itertools import groupby
from pkgutil import iter_modules

from parenting_plans.values import Home, Monthly, Problem, Regular, Slot, Words

SHORTEST, LONGEST = 2, 366


@dataclass(frozen=True, slots=True)
class Example:
    """Anchored on Monday 5 January 2026 with A first: who has the night that begins on `night`."""

    night: date
    home: Home


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cycle of nights that has a name. `order` is its place in lists, most usual in Belgium first.

    `slots` are its hours without a night, `monthly` the same pattern counted by the month; with `nest` the parents move.
    """

    id: str
    order: int
    name: Words
    nights: str
    note: Words
    examples: tuple[Example, ...]
    slots: tuple[Slot, ...] = ()
    monthly: Monthly | None = None
    nest: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """One cycle counted: nights per letter, changes of home, longest uninterrupted run of nights per letter."""

    nights: dict[str, int]
    handovers: int
    longest: dict[str, int]
    share_a: float


@cache
def load() -> tuple[Pattern, ...]:
    """Every named pattern in order. RuntimeError when two share an id or a place, AttributeError without PATTERN."""
    found: list[Pattern] = [import_module(f"{__name__}.{m.name}").PATTERN for m in iter_modules(__path__)]
    for what, keys in (("an id", [p.id for p in found]), ("a place", [p.order for p in found])):
        if len(set(keys)) != len(keys):
            raise RuntimeError(f"Two residence patterns share {what}: {sorted(keys)}")
    return tuple(sorted(found, key=lambda pattern: pattern.order))


def named(pattern_id: str) -> Pattern | None:
    """The pattern with this id, or None."""
    return next((pattern for pattern in load() if pattern.id == pattern_id), None)


def regular_of(
    pattern: Pattern, anchor: date, first: Home, handover_time: time, *, by_month: bool = False
) -> Regular:
    """A named pattern with its slots as a regular schedule; `by_month` when it can be counted by the month."""
    monthly = pattern.monthly if by_month else None
    return Regular("" if monthly else pattern.nights, anchor, first, handover_time, pattern.slots, monthly)


def problems_of_nights(text: str) -> tuple[Problem, ...]:
    """What keeps `text` from being a cycle of 2 to 366 nights in the letters A and B."""
    problems = []
    if not SHORTEST <= len(text) <= LONGEST:
        limits = {"shortest": str(SHORTEST), "longest": str(LONGEST), "given": str(len(text))}
        problems.append(
            Problem("nights", "A cycle has {shortest} to {longest} nights; this one has {given}.", limits)
        )
    if set(text) - {"A", "B"}:
        problems.append(Problem("nights", "Use only the letters A and B: one letter for each night."))
    return tuple(problems)


def problems_of_anchor(anchor: date) -> tuple[Problem, ...]:
    """A named pattern begins on a Monday night; cycles of one's own may be anchored on any day."""
    if anchor.weekday() == 0:
        return ()
    return (Problem("anchor_date", "This pattern starts on a Monday. Choose a date that is a Monday."),)


def figures(nights: str) -> Figures:
    """Count one cycle that repeats for ever; a run may go over the end of the cycle."""
    turn = next((i for i in range(len(nights)) if nights[i] != nights[i - 1]), 0)
    runs = [(letter, len(list(run))) for letter, run in groupby(nights[turn:] + nights[:turn])]
    counts = {letter: nights.count(letter) for letter in "AB"}
    return Figures(
        nights=counts,
        handovers=len(runs) if len(runs) > 1 else 0,
        longest={
            letter: max((length for who, length in runs if who == letter), default=0) for letter in "AB"
        },
        share_a=counts["A"] / len(nights),
    )
