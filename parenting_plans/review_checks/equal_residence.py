"""Whether "equal residence" (C03) is what the calendar gives over a year, with the tolerance shown."""

from collections.abc import Iterator
from uuid import UUID

from parenting_plans.clause import LOU, MIO
from parenting_plans.review_check import (
    Check,
    Example,
    Finding,
    Kind,
    Reviewed,
    contradicts,
    informs,
)
from parenting_plans.values import Problem

# The law names no number. Holidays and an odd week move a year of week and week by a few nights in a hundred.
LEAST, MOST = 45, 55


def _looks(plan: Reviewed) -> Iterator[Finding]:
    claim = plan.says("C03").get("equal")
    for child, share in plan.shares.items() if claim else ():
        percent = round(share * 100, 1)
        places = {"share": f"{percent:.0f}", "least": str(LEAST), "most": str(MOST)}
        is_equal = LEAST <= percent <= MOST
        if claim == "yes" and not is_equal:
            text = Problem(
                "C03.equal",
                "The plan says that residence is equal, but in this calendar one parent has {share} percent of a year's nights. Between"
                " {least} percent and {most} percent is called equal here.",
                places,
            )
            yield contradicts(text, "C03", "C02", children=(child,))
        elif claim == "no" and is_equal:
            text = Problem(
                "C03.equal",
                "The plan says that residence is not equal, but in this calendar one parent has {share} percent of a year's nights."
                " Between {least} percent and {most} percent is called equal here.",
                places,
            )
            yield informs(text, "C03", "C02", children=(child,))


CHECK = Check(
    id="equal_residence",
    source="art. 374 §2 old Civil Code; Circular 2022/C/63 on equally shared residence",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"C03": {"equal": "yes"}}, shares={UUID(LOU): 0.447, UUID(MIO): 0.5}),
            ((Kind.CONTRADICTION, ("C03", "C02")),),
        ),
        Example(
            Reviewed({"C03": {"equal": "yes"}}, shares={UUID(LOU): 0.56}),
            ((Kind.CONTRADICTION, ("C03", "C02")),),
        ),
        Example(Reviewed({"C03": {"equal": "yes"}}, shares={UUID(LOU): 0.45, UUID(MIO): 0.55})),
        Example(
            Reviewed({"C03": {"equal": "no"}}, shares={UUID(LOU): 0.52, UUID(MIO): 0.3}),
            ((Kind.INFORMATION, ("C03", "C02")),),
        ),
        Example(Reviewed({"C03": {"equal": "yes"}})),
        Example(Reviewed({}, shares={UUID(LOU): 0.1})),
    ),
)
