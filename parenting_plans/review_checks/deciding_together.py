"""Whether "we decide together" in one agreement meets "one of us decides" in another (B01)."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.values import Problem

_TOPICS = (
    ("health", "H01"),
    ("training", "I01"),
    ("leisure", "J02"),
    ("religion_philosophy", "J01"),
)  # each of these clauses leaves the decision to both parents


def _looks(plan: Reviewed) -> Iterator[Finding]:
    authority = plan.says("B01")
    if not authority:
        return
    together = authority.get("joint_topics", ())
    others = [code for topic, code in _TOPICS if topic not in together and plan.says(code)]
    if others:
        text = Problem(
            "B01",
            "Here one parent decides, or this topic is not decided together; another agreement says that both parents decide.",
        )
        yield contradicts(text, "B01", *others)


CHECK = Check(
    id="deciding_together",
    source="art. 374 §1 old Civil Code",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"B01": {"mode": "sole_a"}, "I01": {"change": "both"}, "J01": {"rites": ["baptism"]}}),
            ((Kind.CONTRADICTION, ("B01", "I01", "J01")),),
        ),
        Example(
            Reviewed({"B01": {"mode": "joint", "joint_topics": ["health"]}, "J02": {"new": "both"}}),
            ((Kind.CONTRADICTION, ("B01", "J02")),),
        ),
        Example(
            Reviewed(
                {
                    "B01": {"mode": "joint", "joint_topics": ["health", "leisure"]},
                    "H01": {"specialist_consent": "both"},
                    "J02": {"new": "both"},
                }
            )
        ),
        Example(Reviewed({"H01": {"specialist_consent": "both"}})),
    ),
)
