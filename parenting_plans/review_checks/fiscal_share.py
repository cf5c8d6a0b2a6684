"""Whether the calendar gives the equal residence that fiscal co-parenting (K10) rests on, also where C03 says nothing."""

from collections.abc import Iterator
from uuid import UUID

from parenting_plans.clause import LOU, MIO
from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.review_checks.equal_residence import LEAST, MOST
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    if plan.says("K10").get("mode") != "coparenting" or plan.says("C03"):
        return  # where C03 says it is equal, or that it is not, other checks hold it against the calendar and against K10
    for child, share in plan.shares.items():
        percent = round(share * 100, 1)
        if not LEAST <= percent <= MOST:
            text = Problem(
                "K10.mode",
                "Fiscal co-parenting asks for equal residence, but in this calendar one parent has {share} percent of a year's"
                " nights. Between {least} percent and {most} percent is called equal here.",
                {"share": f"{percent:.0f}", "least": str(LEAST), "most": str(MOST)},
            )
            yield contradicts(text, "K10", "C02", children=(child,))


_TAX = {"mode": "coparenting", "registered_or_homologated": "yes"}
CHECK = Check(
    id="fiscal_share",
    source="art. 132bis ITC 1992 and Circular 2022/C/63 on equally shared residence",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"K10": _TAX}, shares={UUID(LOU): 0.6, UUID(MIO): 0.5}),
            ((Kind.CONTRADICTION, ("K10", "C02")),),
        ),
        Example(Reviewed({"K10": _TAX}, shares={UUID(LOU): 0.55})),
        Example(Reviewed({"K10": _TAX, "C03": {"equal": "yes"}}, shares={UUID(LOU): 0.6})),
        Example(Reviewed({"K10": {"mode": "parent_a"}}, shares={UUID(LOU): 0.6})),
    ),
)
