"""What is missing from a plan and what contradicts, told before anyone signs; it advises and decides nothing. Pure.

The parents stay free: only a finding that `blocks` keeps a plan from being signed, as no calendar could follow from it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from parenting_plans import clauses, review_checks
from parenting_plans.balance import Balance
from parenting_plans.clause import Clause
from parenting_plans.fields import Answers, is_asked
from parenting_plans.review_check import Finding, Kind, Reviewed
from parenting_plans.terms import sound
from parenting_plans.values import Agreed, Child, Home

_ORDER = tuple(Kind)


def review(
    agreed: Agreed,
    children: Sequence[Child],
    effective_on: date | None,
    balances: Mapping[UUID, Balance],
    purposes: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Everything to look at: first what blocks, then what is missing, contradicts or is good to know.

    `balances`: each child's year under this plan (schedule.expand and balance.balance over 365 days); may be empty.
    `purposes`: what the plan is meant for (ids of purposes/); those that its own answers imply are added.
    """
    said = _said(agreed)
    plan = Reviewed(
        agreed=said,
        children=tuple(children),
        effective_on=effective_on,
        purposes=frozenset(purposes) | implied_purposes(said),
        shares={
            child: found.share[Home.A] for child, found in balances.items() if sum(found.nights.values())
        },
    )
    found = [finding for check in review_checks.load() for finding in check.looks(plan)]
    return tuple(sorted(found, key=lambda one: (not one.blocks, _ORDER.index(one.kind))))


def implied_purposes(agreed: Agreed) -> frozenset[str]:
    """What a plan is meant for by its own words: a divorce route, a tax choice, a statement of equal residence."""
    implied = {
        "EOT": agreed.get("N05", {}).get("route") == "eot",
        "TAX": agreed.get("K10", {}).get("mode") == "coparenting",
        "EQUAL": agreed.get("C03", {}).get("equal") == "yes",
    }
    return frozenset(purpose for purpose, meant in implied.items() if meant)


def may_be_signed(findings: Sequence[Finding]) -> bool:
    """False only when no calendar can follow from the plan."""
    return not any(finding.blocks for finding in findings)


def _said(agreed: Agreed) -> dict[str, dict[str, Any]]:
    """Clauses with answers that are right, without what is not asked; the form tells what is wrong inside one clause."""
    answered = ((clause, sound(agreed, clause.code)) for clause in clauses.load())
    return {
        clause.code: {
            one.name: answers[one.name] for one in clause.fields if _counts(one.name, answers, clause)
        }
        for clause, answers in answered
        if answers
    }


def _counts(name: str, answers: Answers, clause: Clause) -> bool:
    return name in answers and is_asked(clause.field(name), answers)
