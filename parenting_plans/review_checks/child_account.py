"""Whether a child account that other agreements pay from is there (K03)."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    account, costs = plan.says("K03"), plan.says("K01")
    uses = [
        code
        for code, used in (
            ("K01", "child_account" in (costs.get("residence_bound"), costs.get("transcending"))),
            ("K01", any(row["payer"] == "child_account" for row in costs.get("costs", ()))),
            ("K09", plan.says("K09").get("beneficiary") == "child_account"),
        )
        if used
    ]
    if uses and account.get("enabled") != "yes":
        text = Problem(
            "K03.enabled", "Another agreement uses a child account, but the plan does not open one."
        )
        yield contradicts(text, "K03", *dict.fromkeys(uses))
    elsewhere = plan.says("K09").get("beneficiary") in ("parent_a", "parent_b", "joint_account")
    if account.get("allowance_in") == "yes" and elsewhere:
        text = Problem(
            "K09.beneficiary",
            "One agreement puts the family allowances on the child account, the other pays them elsewhere.",
        )
        yield contradicts(text, "K03", "K09")


CHECK = Check(
    id="child_account",
    source="art. 203bis §4 old Civil Code: the child account",
    looks=_looks,
    examples=(
        Example(
            Reviewed(
                {
                    "K01": {"residence_bound": "each_in_own_time", "transcending": "child_account"},
                    "K09": {"beneficiary": "child_account"},
                }
            ),
            ((Kind.CONTRADICTION, ("K03", "K01", "K09")),),
        ),
        Example(
            Reviewed({"K03": {"enabled": "no"}, "K01": {"costs": [{"payer": "child_account"}]}}),
            ((Kind.CONTRADICTION, ("K03", "K01")),),
        ),
        Example(
            Reviewed({"K03": {"enabled": "yes", "allowance_in": "yes"}, "K09": {"beneficiary": "parent_a"}}),
            ((Kind.CONTRADICTION, ("K03", "K09")),),
        ),
        Example(
            Reviewed(
                {"K03": {"enabled": "yes", "allowance_in": "yes"}, "K09": {"beneficiary": "child_account"}}
            )
        ),
        Example(Reviewed({"K03": {"enabled": "no"}, "K01": {"transcending": "contribution"}})),
    ),
)
