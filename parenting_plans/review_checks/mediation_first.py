"""Whether mediation is agreed (N02) where other agreements count on it."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    counting = [
        code
        for code, counts in (
            ("B03", plan.says("B03").get("silence") == "mediation"),
            ("F03", bool(plan.says("F03"))),
            ("N03", bool(plan.says("N03"))),  # after its days it goes over to what N02 says
            ("N06", "mediation" in plan.says("N06").get("steps", ())),
        )
        if counts
    ]
    if counting and plan.says("N02").get("mediation") == "no":
        text = Problem(
            "N02.mediation", "Another agreement counts on mediation, but here the plan says no to it."
        )
        yield contradicts(text, "N02", *counting)


CHECK = Check(
    id="mediation_first",
    source="belgium.md 3.4, N02: mediation first",
    looks=_looks,
    examples=(
        Example(
            Reviewed(
                {
                    "N02": {"mediation": "no"},
                    "B03": {"silence": "mediation"},
                    "F03": {"radius": 20},
                    "N03": {"helper": "friend", "time_limit": 14},
                    "N06": {"steps": ["message", "mediation"]},
                }
            ),
            ((Kind.CONTRADICTION, ("N02", "B03", "F03", "N03", "N06")),),
        ),
        Example(Reviewed({"N02": {"mediation": "yes"}, "F03": {"radius": 20}})),
        Example(
            Reviewed({"N02": {"mediation": "no"}, "B03": {"silence": "refusal"}, "N06": {"steps": ["court"]}})
        ),
    ),
)
