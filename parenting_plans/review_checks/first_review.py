"""Whether parents look at the plan again (N01) when it is on trial, grows, or rests on rosters or a shared home."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, lacks
from parenting_plans.values import Problem

_YES = {"A03": "trial", "C08": "nest"}


def _looks(plan: Reviewed) -> Iterator[Finding]:
    changing = [code for code in ("C05", "C06") if plan.says(code)]
    changing += [code for code, field in _YES.items() if plan.says(code).get(field) == "yes"]
    if changing and not plan.says("N01"):
        text = Problem(
            "N01.first_months",
            "This plan is made to change. Say when you look at it together for the first time.",
        )
        yield lacks(text, "N01", *sorted(changing))


CHECK = Check(
    id="first_review",
    source="belgium.md 3.4, N01: review dates",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"C05": {"steps": [{}]}, "A03": {"trial": "yes"}}),
            ((Kind.MISSING, ("N01", "A03", "C05")),),
        ),
        Example(
            Reviewed({"C08": {"nest": "yes"}, "C06": {"days_ahead": 30}}),
            ((Kind.MISSING, ("N01", "C06", "C08")),),
        ),
        Example(Reviewed({"C05": {"steps": [{}]}, "N01": {"first_months": 6}})),
        Example(Reviewed({"A03": {"trial": "no"}, "C08": {"nest": "no"}})),
    ),
)
