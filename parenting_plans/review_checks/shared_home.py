"""Whether a plan in which the children stay and the parents move (bird-nesting) says how that home is run (C08)."""

from collections.abc import Iterator

from parenting_plans import patterns
from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts, lacks
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    pattern, rules = patterns.named(plan.says("C02").get("pattern", "")), plan.says("C08")
    if pattern is not None and pattern.nest and not rules:
        text = Problem(
            "C08", "The children stay in one home and the parents move. Say until when, and who pays for it."
        )
        yield lacks(text, "C08", "C02")
    if rules.get("nest") == "yes" and plan.says("D02").get("transport"):
        text = Problem(
            "D02.transport", "The children stay in one home, so nobody brings or fetches them there."
        )
        yield contradicts(text, "D02", "C08")


CHECK = Check(
    id="shared_home",
    source="belgium.md 3.4, C08: an end date is needed",
    looks=_looks,
    examples=(
        Example(Reviewed({"C02": {"pattern": "birdnest_ww"}}), ((Kind.MISSING, ("C08", "C02")),)),
        Example(
            Reviewed(
                {
                    "C02": {"pattern": "birdnest_ww"},
                    "C08": {"nest": "yes"},
                    "D02": {"transport": "shared"},
                }
            ),
            ((Kind.CONTRADICTION, ("D02", "C08")),),
        ),
        Example(Reviewed({"C02": {"pattern": "ww_fri"}, "D02": {"transport": "shared"}})),
        Example(Reviewed({"C02": {"pattern": "own"}, "C08": {"nest": "no"}})),
    ),
)
