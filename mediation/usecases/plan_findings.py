"""What to look at before a plan is proposed or signed: what contradicts, what is missing for a purpose, what is good to know.

It advises and decides nothing; only a calendar that cannot be keeps a plan from being proposed and signed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation.families import Family
from mediation.refusals import Refused
from mediation.usecases.plan_preview import Preview
from parenting_plans import purposes
from parenting_plans.balance import Balance
from parenting_plans.purposes import Purpose
from parenting_plans.review import implied_purposes, review
from parenting_plans.review_check import Finding, Kind
from parenting_plans.values import Agreed


@dataclass(frozen=True, slots=True)
class ForPurpose:
    """What a plan would still lack if it were used for this. `implied`: its own answers say that it is meant for it."""

    purpose: Purpose
    implied: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """`blocks` keep the plan from being proposed; everything else leaves the parents free."""

    blocks: tuple[Finding, ...]
    contradictions: tuple[Finding, ...]
    missing: tuple[Finding, ...]
    for_purposes: tuple[ForPurpose, ...]
    information: tuple[Finding, ...]

    @property
    def calm(self) -> bool:
        """Nothing contradicts and nothing that the plan itself asks for is missing."""
        implied = any(one.findings for one in self.for_purposes if one.implied)
        return not (self.blocks or self.contradictions or self.missing or implied)


def look(family: Family, agreed: Agreed, effective_on: date | None, preview: Preview | None) -> Look:
    """`preview`: the same text as a calendar, from plan_preview; None while there is none."""
    balances = {one.child.id: one.balance for one in preview.children} if preview else {}
    found = _review(family, agreed, effective_on, balances, frozenset())
    plain = tuple(one for one in found if not one.purpose and not one.blocks)
    implied = implied_purposes(agreed)
    return Look(
        blocks=tuple(one for one in found if one.blocks),
        contradictions=_of_kind(plain, Kind.CONTRADICTION),
        missing=_of_kind(plain, Kind.MISSING),
        information=_of_kind(plain, Kind.INFORMATION),
        for_purposes=tuple(
            ForPurpose(
                purpose,
                purpose.id in implied,
                tuple(
                    one
                    for one in _review(family, agreed, effective_on, balances, frozenset({purpose.id}))
                    if one.purpose == purpose.id or one not in found
                ),
            )
            for purpose in purposes.load()
        ),
    )


def refuse_impossible(family: Family, agreed: Agreed, effective_on: date | None) -> None:
    """Raises Refused for a plan from which no calendar can follow."""
    found = _review(family, agreed, effective_on, {}, frozenset())
    problems = [one.problem for one in found if one.blocks]
    if problems:
        raise Refused(*problems)


def _review(
    family: Family,
    agreed: Agreed,
    effective_on: date | None,
    balances: Mapping[UUID, Balance],
    meant_for: frozenset[str],
) -> tuple[Finding, ...]:
    children = [child.for_schedule for child in family.children]
    return review(agreed, children, effective_on, balances, meant_for)


def _of_kind(found: tuple[Finding, ...], kind: Kind) -> tuple[Finding, ...]:
    return tuple(one for one in found if one.kind is kind)
