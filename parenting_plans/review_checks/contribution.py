"""Whether costs and a contribution speak of each other, and what a shorter time to answer means."""

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

LEGAL_DAYS = 21


def _looks(plan: Reviewed) -> Iterator[Finding]:
    paid, costs = plan.says("K02").get("paid"), plan.says("K01").get("transcending")
    if costs == "contribution" and paid == "no":
        text = Problem(
            "K01.transcending", "Costs are paid by the contribution, but the plan says that none is paid."
        )
        yield contradicts(text, "K01", "K02")
    if costs == "contribution" and not plan.says("K02"):
        text = Problem(
            "K02.paid", "Costs are paid by the contribution, but the plan does not say yet who pays one."
        )
        yield lacks(text, "K02", "K01")
    if paid == "yes" and plan.says("N05").get("route", "none") == "none":
        text = Problem(
            "N05.route",
            "A contribution can be enforced only after a court or a notary has made the agreement binding.",
        )
        yield informs(text, "K02", "N05")
    if plan.says("K05").get("answer_days", LEGAL_DAYS) < LEGAL_DAYS:
        text = Problem(
            "K05.answer_days",
            "You give {days} days to answer about a cost. Without an agreement the rule is {usual} days.",
            {"days": str(plan.says("K05")["answer_days"]), "usual": str(LEGAL_DAYS)},
        )
        yield informs(text, "K05")


CHECK = Check(
    id="contribution",
    source="Royal Decree of 22 April 2019 (21 days); art. 1733 and 1043 Jud. Code",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"K01": {"transcending": "contribution"}, "K02": {"paid": "no"}}),
            ((Kind.CONTRADICTION, ("K01", "K02")),),
        ),
        Example(
            Reviewed({"K01": {"transcending": "contribution"}}),
            ((Kind.MISSING, ("K02", "K01")),),
        ),
        Example(
            Reviewed({"K02": {"paid": "yes"}, "K05": {"answer_days": 14}}),
            ((Kind.INFORMATION, ("K02", "N05")), (Kind.INFORMATION, ("K05",))),
        ),
        Example(Reviewed({"K02": {"paid": "yes"}, "N05": {"route": "art_1043"}, "K05": {"answer_days": 21}})),
    ),
)
