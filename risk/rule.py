"""What one file of rules/ must say: a sign looks at one thing, a combination at several findings of one parent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from risk.case import Case, Item, of_trip
from risk.values import Category, Finding, Label, NotKnown, Severity, Verdict, Words

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """A line of the catalogue as a test: events in the format of a vignette, a moment, and what the rule must answer.

    `expect` is a severity, None for no finding, or Known.UNKNOWN.
    """

    title: str
    at: str
    events: tuple[Event, ...]
    expect: Any
    family: Mapping[str, Any] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the card tells about a rule, and what the policy needs to know of it.

    `terms` replaces the usual time to look for a level; `look_before` replaces the departure as the event that
    shortens it; `replaces` names rules about the same fact that give way; `as_written` are mitigators the
    condition itself takes into account; `gated` rules are rerouted when they are about a protected parent.
    """

    id: str
    title: Words
    category: Category
    version: int
    why: Words
    explanation: Words
    innocent: tuple[Words, ...]
    steps: tuple[Words, ...]
    sources: tuple[str, ...]
    active_for: Words
    examples: tuple[Example, ...]
    mitigators: tuple[str, ...] = ()
    as_written: frozenset[str] = frozenset()
    replaces: tuple[str, ...] = ()
    gated: bool = False
    lowered: bool = True
    terms: Mapping[Severity, timedelta] = field(default_factory=dict)
    look_before: Callable[[Case, Any], Mapping[Severity, datetime]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Rule):
    """A rule about one thing: `over` lists the things, `condition` answers, `severity` is asked when it fires."""

    over: Callable[[Case], tuple[Item, ...]]
    condition: Callable[[Case, Any], Verdict]
    severity: Callable[[Case, Any], Severity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Combination(Rule):
    """A rule about findings of one parent: from each need at least one, on two independent strands or more.

    A need maps rule ids to the lowest level that counts. `same` says which findings belong together.
    """

    needs: tuple[Mapping[str, Severity], ...]
    same: Callable[[Finding | NotKnown], Any]
    condition: Callable[[Case, tuple[Finding, ...]], Verdict]
    severity: Callable[[Case, tuple[Finding, ...]], Severity]


def travelling(case: Case) -> tuple[Item, ...]:
    """Trips abroad that are not over."""
    return case.travelling


def every_trip(case: Case) -> tuple[Item, ...]:
    """Trips abroad, the finished ones included."""
    return tuple(of_trip(trip) for trip in case.trips)


def handovers(case: Case) -> tuple[Item, ...]:
    """Agreed handovers; about the parent who hands over."""
    return tuple(Item(h.giver, h.id, h, h.evidence) for h in case.handovers)


def messages(case: Case) -> tuple[Item, ...]:
    """Messages between the parents; about the one who wrote."""
    return tuple(Item(m.sender, m.id, m, m.evidence) for m in case.messages)


def words(nl: str, fr: str, de: str, en: str) -> Words:
    return {"nl": nl, "fr": fr, "de": de, "en": en}


def each(*texts: Iterable[str]) -> tuple[Words, ...]:
    """Several texts, each as (nl, fr, de, en)."""
    return tuple(words(*text) for text in texts)


FLIGHT_FROM_VIOLENCE = words(
    "Iemand die geweld ontvlucht, doet vaak precies hetzelfde: eerst de veiligheid nagaan, van beide ouders.",
    "Une personne qui fuit la violence agit souvent exactement ainsi : vérifier d'abord la sécurité des deux parents.",
    "Wer vor Gewalt flieht, handelt oft genauso: zuerst die Sicherheit beider Eltern klären.",
    "Someone fleeing violence often does exactly this: check the safety of both parents first.",
)
