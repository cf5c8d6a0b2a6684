"""Whether the steps of a schedule that grows (C05) come in order, still lie ahead, and end before a child is of age."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from parenting_plans.review_check import (
    Check,
    Example,
    Finding,
    Kind,
    Reviewed,
    contradicts,
    informs,
)
from parenting_plans.review_checks.summer_by_community import community_of
from parenting_plans.schedule import ends_on
from parenting_plans.terms import step_day
from parenting_plans.values import Child, Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    steps = plan.says("C05").get("steps", ())
    for child in plan.children if steps else ():
        yield from _of_child(plan, child, steps)


def _of_child(plan: Reviewed, child: Child, steps: list[dict[str, Any]]) -> Iterator[Finding]:
    days = [step_day(step, child.born, community_of(plan, child)) for step in steps]
    if any(earlier > later for earlier, later in pairwise(days)):
        text = Problem(
            "C05.steps", "For a child the steps do not come in this order. Put the first one first."
        )
        yield contradicts(text, "C05", children=(child.id,))
    if len(set(days)) < len(days):
        text = Problem(
            "C05.steps", "For a child two steps fall on the same day; only the last of them counts."
        )
        yield contradicts(text, "C05", children=(child.id,))
    if any(day >= ends_on(child) for day in days):
        text = Problem("C05.steps", "A step begins when a child is already 18.")
        yield contradicts(text, "C05", children=(child.id,))
    if plan.effective_on and any(day <= plan.effective_on for day in days):
        text = Problem(
            "C05.steps", "For a child a step begins before the plan does, so it counts from the start."
        )
        yield informs(text, "C05", children=(child.id,))


def _steps(*ages: int) -> dict[str, Any]:
    return {"C05": {"steps": [{"trigger": "age", "age": age, "pattern": "ww_fri"} for age in ages]}}


_OUT_OF_ORDER = {
    "C05": {
        "steps": [
            {"trigger": "secondary_start", "pattern": "ww_fri"},
            {"trigger": "date", "on": "2028-01-01", "pattern": "2weeks"},
        ]
    }
}
_BOTH = ((Kind.CONTRADICTION, ("C05",)),) * 2
CHECK = Check(
    id="growing_steps",
    source="belgium.md 3.4, C05; the calendar ends on the day a child turns 18",
    looks=_looks,
    examples=(
        Example(Reviewed(_OUT_OF_ORDER), _BOTH),
        Example(Reviewed(_steps(12, 16))),
        Example(Reviewed(_steps(12, 18)), _BOTH),
        Example(Reviewed(_steps(12, 12)), _BOTH),
        Example(Reviewed(_steps(10, 12), effective_on=date(2027, 9, 6)), ((Kind.INFORMATION, ("C05",)),)),
        Example(Reviewed({})),
    ),
)
