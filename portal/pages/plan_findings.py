"""What to look at before proposing or signing, as a page and the API tell it: each with the agreements it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mediation.usecases.plan_findings import Look
from parenting_plans import clauses
from parenting_plans.review_check import Finding, Kind
from parenting_plans.values import Home
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class Told:
    """One finding in the reader's language. `children`: whom it is about, "" for all; `about`: codes and titles."""

    kind: Kind
    text: str
    children: str
    about: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ForPurpose:
    id: str
    title: str
    why: str
    implied: bool
    found: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    blocks: tuple[Told, ...]
    contradictions: tuple[Told, ...]
    missing: tuple[Told, ...]
    for_purposes: tuple[ForPurpose, ...]
    information: tuple[Told, ...]
    calm: bool


def told(look: Look, names: Mapping[str, str], visit: Visit) -> Findings:
    """`names`: what both parents and the children (by id) are called here."""

    def each(found: Iterable[Finding]) -> tuple[Told, ...]:
        return tuple(_told(one, names, visit) for one in found)

    return Findings(
        blocks=each(look.blocks),
        contradictions=each(look.contradictions),
        missing=each(look.missing),
        for_purposes=tuple(
            ForPurpose(
                one.purpose.id,
                one.purpose.title[visit.language],
                one.purpose.why[visit.language],
                one.implied,
                each(one.findings),
            )
            for one in look.for_purposes
        ),
        information=each(look.information),
        calm=look.calm,
    )


def _told(one: Finding, names: Mapping[str, str], visit: Visit) -> Told:
    known: Mapping[str, Any] = clauses.by_code()
    about = tuple((code, known[code].title[visit.language]) for code in one.clauses)
    of_all = len(one.children) == len(names) - len(Home)
    children = "" if of_all else ", ".join(names[str(child)] for child in one.children)
    return Told(one.kind, visit.say.say(one.problem), children, about)
