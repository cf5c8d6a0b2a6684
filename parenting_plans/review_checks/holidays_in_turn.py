"""Whether Christmas and Easter balance: usually the other parent begins at Easter in the same kind of year."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, informs
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    christmas, easter = (plan.says(code).get("first_half_even") for code in ("E03", "E04"))
    if christmas and christmas == easter:
        yield informs(
            Problem(
                "E04.first_half_even",
                "In even years the same parent begins with the Christmas and with the Easter holiday. Most parents let the other"
                " one begin at Easter.",
            ),
            "E03",
            "E04",
        )


CHECK = Check(
    id="holidays_in_turn",
    source="belgium.md 3.4, E04: as the Christmas holiday, with the other parent",
    looks=_looks,
    examples=(
        Example(
            Reviewed({"E03": {"first_half_even": "A"}, "E04": {"first_half_even": "A"}}),
            ((Kind.INFORMATION, ("E03", "E04")),),
        ),
        Example(Reviewed({"E03": {"first_half_even": "A"}, "E04": {"first_half_even": "B"}})),
        Example(Reviewed({"E03": {"split": "follow_regular"}, "E04": {"split": "follow_regular"}})),
    ),
)
