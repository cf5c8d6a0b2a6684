"""Whether the way to the court (N05) is that of what the plan is meant for."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    route = plan.says("N05").get("route", "eot")
    if "EOT" in plan.purposes and route != "eot":
        text = Problem(
            "N05.route",
            "A divorce by mutual consent has its own way to the court; here the plan names another one.",
        )
        yield contradicts(text, "N05")


CHECK = Check(
    id="divorce_route",
    source="art. 1288bis Jud. Code: the agreement goes with the petition for the divorce",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"N05": {"route": "none"}}, purposes=frozenset({"EOT"})),
            ((Kind.CONTRADICTION, ("N05",)),),
        ),
        Example(Reviewed({"N05": {"route": "eot"}}, purposes=frozenset({"EOT"}))),
        Example(Reviewed({}, purposes=frozenset({"EOT"}))),
        Example(Reviewed({"N05": {"route": "kms"}})),
    ),
)
