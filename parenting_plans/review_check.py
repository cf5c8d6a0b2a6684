"""What one check of a plan before signing is: what it looks at, what it finds, and its own examples. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from parenting_plans.clause import LOU, MIO
from parenting_plans.fields import Answers
from parenting_plans.values import Agreed, Child, Community, Problem

EXAMPLE_CHILDREN = (
    Child(UUID(LOU), date(2016, 5, 20), Community.FLEMISH),
    Child(UUID(MIO), date(2020, 2, 29), Community.FLEMISH),
)


class Kind(StrEnum):
    """How a finding weighs: something is not there, two things cannot both be, or it is good to know."""

    MISSING = "missing"
    CONTRADICTION = "contradiction"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at before signing. `problem` names a place to mend ("C03.equal") and says it in plain words.

    `clauses` are the codes concerned, `purpose` what they are missing for, `children` whom it is about (empty: all).
    Only a finding that `blocks` keeps the calendar from being computed; every other one leaves the parents free.
    """

    kind: Kind
    clauses: tuple[str, ...]
    problem: Problem
    children: tuple[UUID, ...] = ()
    purpose: str = ""
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A plan as it is looked at: only answers that are asked and right on their own.

    `shares`: for each child the part of a year's nights with parent A, 0 to 1; empty when no calendar could be computed.
    """

    agreed: Agreed
    children: tuple[Child, ...] = EXAMPLE_CHILDREN
    effective_on: date | None = None
    purposes: frozenset[str] = frozenset()
    shares: Mapping[UUID, float] = field(default_factory=lambda: MappingProxyType({}))

    def says(self, code: str) -> Answers:
        """The answers of that clause; empty when the plan says nothing about it."""
        return self.agreed.get(code, {})


@dataclass(frozen=True, slots=True)
class Example:
    """A plan (of the answers that matter here) and what the check finds in it: kind and clauses, in order."""

    plan: Reviewed
    found: tuple[tuple[Kind, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at. `id` is the name of its file; `source` says why it matters."""

    id: str
    source: str
    looks: Callable[[Reviewed], Iterator[Finding]]
    examples: tuple[Example, ...]


def contradicts(problem: Problem, *clauses: str, children: tuple[UUID, ...] = ()) -> Finding:
    """Two agreements that cannot both be kept."""
    return Finding(Kind.CONTRADICTION, clauses, problem, children)


def informs(problem: Problem, *clauses: str, children: tuple[UUID, ...] = ()) -> Finding:
    """Something that is good to know before signing."""
    return Finding(Kind.INFORMATION, clauses, problem, children)


def lacks(problem: Problem, *clauses: str, children: tuple[UUID, ...] = (), purpose: str = "") -> Finding:
    """Something that the plan leaves open."""
    return Finding(Kind.MISSING, clauses, problem, children, purpose)
