"""What the plan must still say for what it is meant for: a divorce, a Dutch plan, taxes, equal residence."""

from collections.abc import Iterator

from parenting_plans import clauses
from parenting_plans.review_check import Check, Example, Finding, Kind, Reviewed, lacks
from parenting_plans.values import Problem

_TEXTS = {
    "EOT": Problem("", "For a divorce by mutual consent the plan also has to say something about this."),
    "NL": Problem("", "For a Dutch parenting plan the plan also has to say something about this."),
    "TAX": Problem("", "For fiscal co-parenting the plan also has to say something about this."),
    "EQUAL": Problem("", "For equal residence the plan also has to say something about this."),
}


def needed_for(purpose: str) -> tuple[str, ...]:
    """The codes of the clauses that this purpose asks for."""
    return tuple(clause.code for clause in clauses.load() if purpose in clause.needed_for)


def _looks(plan: Reviewed) -> Iterator[Finding]:
    for purpose, text in _TEXTS.items():
        open_ones = tuple(code for code in needed_for(purpose) if not plan.says(code))
        if purpose in plan.purposes and open_ones:
            yield lacks(text, *open_ones, purpose=purpose)


CHECK = Check(
    id="for_a_purpose",
    source="art. 1288 Jud. Code; art. 815 Rv; art. 132bis ITC; art. 374 §2 old Civil Code",
    looks=_looks,
    examples=(
        Example(
            Reviewed(
                {"C02": {"pattern": "ww_fri"}, "C03": {"equal": "yes"}}, purposes=frozenset({"TAX", "EQUAL"})
            ),
            ((Kind.MISSING, ("K10",)),),
        ),
        Example(
            Reviewed({}, purposes=frozenset({"NL"})),
            ((Kind.MISSING, ("A01", "C02", "G01", "G02", "K02", "M01")),),
        ),
        Example(Reviewed({})),
    ),
)
