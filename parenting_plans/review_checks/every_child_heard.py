"""Whether the plan says of every child how it was heard, or why not (M01)."""

from collections.abc import Iterator

from parenting_plans.clause import LOU, MIO
from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, lacks
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    heard = plan.says("M01").get("method", {})
    children = tuple(child.id for child in plan.children if str(child.id) not in heard)
    if plan.says("M01") and children:
        text = Problem("M01.method", "Say for every child how you listened, or why not.")
        yield lacks(text, "M01", children=children)


CHECK = Check(
    id="every_child_heard",
    source="art. 815 Rv: how the children were involved; CRC art. 12",
    looks=_looks,
    examples=(
        Example(Reviewed({"M01": {"method": {LOU: "drawing"}}}), ((Kind.MISSING, ("M01",)),)),
        Example(Reviewed({"M01": {"method": {LOU: "drawing", MIO: "too_young"}}})),
        Example(Reviewed({})),
    ),
)
