"""Days that follow each other: a trial and a nest end after the plan begins, a contribution does not begin before it."""

from collections.abc import Iterator
from datetime import date

from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, contradicts
from parenting_plans.values import Problem


def _looks(plan: Reviewed) -> Iterator[Finding]:
    if plan.effective_on is None:
        return
    trial, nest, paid = plan.says("A03"), plan.says("C08"), plan.says("K02")
    if trial.get("trial_end") and date.fromisoformat(trial["trial_end"]) <= plan.effective_on:
        yield contradicts(
            Problem("A03.trial_end", "The trial ends before the plan begins. Choose a later day."), "A03"
        )
    if nest.get("end_date") and date.fromisoformat(nest["end_date"]) <= plan.effective_on:
        yield contradicts(
            Problem("C08.end_date", "The shared home ends before the plan begins. Choose a later day."), "C08"
        )
    if paid.get("start") and date.fromisoformat(paid["start"]) < plan.effective_on:
        yield contradicts(
            Problem(
                "K02.start",
                "The contribution starts before the plan begins. Choose a later day, or let the plan begin earlier.",
            ),
            "K02",
        )


_DAY = date(2027, 9, 6)
CHECK = Check(
    id="order_of_dates",
    source="art. 1321 Jud. Code: a contribution has a first day; own design for the other two",
    looks=_looks,
    examples=(
        Example(
            Reviewed(
                {
                    "A03": {"trial_end": "2027-09-06"},
                    "C08": {"end_date": "2027-01-01"},
                    "K02": {"start": "2027-09-05"},
                },
                effective_on=_DAY,
            ),
            tuple((Kind.CONTRADICTION, (code,)) for code in ("A03", "C08", "K02")),
        ),
        Example(
            Reviewed(
                {
                    "A03": {"trial_end": "2027-09-07"},
                    "C08": {"end_date": "2028-09-06"},
                    "K02": {"start": "2027-09-06"},
                },
                effective_on=_DAY,
            )
        ),
        Example(Reviewed({"K02": {"start": "2001-01-01"}})),
    ),
)
