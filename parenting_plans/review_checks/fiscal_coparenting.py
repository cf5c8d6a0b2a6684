"""What fiscal co-parenting (K10) asks of the rest of the plan."""

from collections.abc import Iterator

from parenting_plans.review_check import (
    Check,
    Example,
    Finding,
    Kind,
    Reviewed,
    contradicts,
    informs,
    lacks,
)
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    tax = plan.says("K10")
    if tax.get("mode") != "coparenting":
        return
    if plan.says("C03").get("equal") == "no":
        yield contradicts(
            Problem(
                "K10.mode",
                "Fiscal co-parenting asks for equal residence; here the plan says it is not equal.",
            ),
            "K10",
            "C03",
        )
    if tax.get("registered_or_homologated") == "no":
        yield lacks(
            Problem(
                "K10.registered_or_homologated",
                "Fiscal co-parenting counts only once the agreement is registered or approved by the court.",
            ),
            "K10",
            purpose="TAX",
        )
    if plan.says("K02").get("paid") == "yes":
        yield informs(
            Problem(
                "K02.paid",
                "With fiscal co-parenting nobody may deduct the contribution for the same child from taxes.",
            ),
            "K10",
            "K02",
        )


_TAX = {"mode": "coparenting", "registered_or_homologated": "yes"}
CHECK = Check(
    id="fiscal_coparenting",
    source="art. 132bis ITC 1992: expressly equal, registered or homologated, and no deducted maintenance",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"K10": _TAX, "C03": {"equal": "no"}}),
            ((Kind.CONTRADICTION, ("K10", "C03")),),
        ),
        Example(
            Reviewed({"K10": {**_TAX, "registered_or_homologated": "no"}, "K02": {"paid": "yes"}}),
            ((Kind.MISSING, ("K10",)), (Kind.INFORMATION, ("K10", "K02"))),
        ),
        Example(Reviewed({"K10": _TAX, "C03": {"equal": "yes"}, "K02": {"paid": "no"}})),
        Example(Reviewed({"K10": {"mode": "parent_a"}, "C03": {"equal": "no"}})),
    ),
)
