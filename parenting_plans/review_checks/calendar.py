"""Whether a calendar can follow from the plan at all: the only thing that keeps it from being signed."""

from collections.abc import Iterator

from parenting_plans.clause import LOU
from parenting_plans.errors import PlanIncomplete
from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed
from parenting_plans.soundness import problems_of_terms
from parenting_plans.terms import terms_of
from parenting_plans.values import Problem

_CLAUSES = {
    "autumn": "E02",
    "carnival": "E02",
    "christmas": "E03",
    "easter": "E04",
    "summer": "E05",
    "public_holidays": "E08",
    "steps": "C05",
}
_REGULAR = {
    "pattern": "ww_fri",
    "anchor_date": "2027-09-06",
    "anchor_parent": "A",
    "handover_time": "18:00",
}
_LAST_WEEKEND = {
    "split": "halves",
    "first_half_even": "A",
    "switch_weekday": "fri",
    "switch_time": "18:00",
    "last_weekend": "first_school_week",
}


def _looks(plan: Reviewed) -> Iterator[Finding]:
    try:
        terms = terms_of(plan.agreed, plan.children)
    except PlanIncomplete:
        text = Problem(
            "C02", "Without a regular schedule there is no calendar. Say where the children sleep."
        )
        yield Finding(Kind.MISSING, ("C02",), text, blocks=True)
        return
    days = {day.day: day.clause for day in terms.special_days}
    for problem in problems_of_terms(terms):
        clause = _CLAUSES.get(problem.field) or days.get(problem.field, "C02")
        yield Finding(
            Kind.CONTRADICTION,
            (clause,),
            Problem(clause, problem.text, problem.values),
            blocks=True,
        )


CHECK = Check(
    id="calendar",
    source="belgium.md 4.2: for every minute exactly one home",
    looks=_looks,
    examples=(
        Example(Reviewed({"C02": _REGULAR})),
        Example(Reviewed({}), ((Kind.MISSING, ("C02",)),)),
        Example(
            Reviewed(
                {
                    "C02": _REGULAR,
                    "E01": {"per_child": {LOU: "FL"}, "after": "restart"},
                    "E05": _LAST_WEEKEND,
                }
            ),
            ((Kind.CONTRADICTION, ("E05",)),),
        ),
    ),
)
