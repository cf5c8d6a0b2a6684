"""Whether a swap can still be arranged: asked before the roster is late, answered before it begins, never by silence."""

from collections.abc import Iterator

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, informs
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    swaps = plan.says("D05")
    if not swaps:
        return
    if 0 < swaps["notice"] <= swaps["answer"]:
        yield informs(
            Problem(
                "D05.answer",
                "A swap asked as late as possible may be answered only on the day itself. A shorter time to answer leaves time"
                " to plan.",
            ),
            "D05",
        )
    if plan.says("C06").get("days_ahead", swaps["notice"]) < swaps["notice"]:
        yield informs(
            Problem(
                "C06.days_ahead",
                "A roster may come {days} days ahead, but a swap is asked {notice} days ahead. The first days of a roster could"
                " then not be swapped.",
                {"days": str(plan.says("C06")["days_ahead"]), "notice": str(swaps["notice"])},
            ),
            "C06",
            "D05",
        )
    if plan.says("B03").get("silence") == "consent":
        yield informs(
            Problem(
                "B03.silence",
                "Elsewhere silence counts as consent; a swap always needs an answer of both parents.",
            ),
            "B03",
            "D05",
        )


CHECK = Check(
    id="swaps_in_time",
    source="Own design: nobody's calendar moves before the other parent accepted",
    looks=_looks,
    examples=(
        Example(Reviewed({"D05": {"notice": 3, "answer": 3}}), ((Kind.INFORMATION, ("D05",)),)),
        Example(
            Reviewed(
                {
                    "D05": {"notice": 7, "answer": 3},
                    "C06": {"days_ahead": 5},
                    "B03": {"silence": "consent"},
                }
            ),
            ((Kind.INFORMATION, ("C06", "D05")), (Kind.INFORMATION, ("B03", "D05"))),
        ),
        Example(Reviewed({"D05": {"notice": 7, "answer": 3}, "C06": {"days_ahead": 30}})),
        Example(Reviewed({"C06": {"days_ahead": 1}, "B03": {"silence": "consent"}})),
    ),
)
