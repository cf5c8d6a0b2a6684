"""What every clause of a plan is: its question, its fields, its problems, its sentence and its own examples."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from parenting_plans.fields import Answers, Field, Kind, problems_of_fields
from parenting_plans.values import Child, Problem, Words

Names = Mapping[str, str]  # "A", "B" and each child id -> the name to show


@dataclass(frozen=True, slots=True)
class Example:
    """Answers and what becomes of them: the fields with a problem, or the sentence."""

    answers: Answers
    problems: tuple[str, ...] = ()
    sentence: Words | None = None


LOU, MIO = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
EXAMPLE_NAMES: Names = {"A": "Ana", "B": "Ben", LOU: "Lou", MIO: "Mio"}


def no_problems(_answers: Answers) -> tuple[Problem, ...]:
    """For clauses whose fields have nothing to say to each other."""
    return ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One agreement of the catalogue (belgium.md 3.4).

    `together` finds what is wrong between fields that are each right; `words` makes the sentence of answers
    without problems. `default` is preselected only when every child has reached `default_from_age` years.
    `needed_for`: EOT (art. 1288 Jud. Code), NL (art. 815 Rv), TAX (art. 132bis ITC), EQUAL (art. 374 §2 old Civil Code).
    Without an `essential` clause no plan can be proposed; the `core` ones are shown first; a `sensitive` one (safety) is
    never shown in what a child reads.
    """

    code: str
    section: str
    title: Words
    question: Words
    hint: Words
    fields: tuple[Field, ...]
    source: str
    words: Callable[[Answers, Names], Words]
    examples: tuple[Example, ...]
    together: Callable[[Answers], tuple[Problem, ...]] = no_problems
    default: Answers | None = None
    default_from_age: int = 0
    needed_for: frozenset[str] = frozenset()
    essential: bool = False
    core: bool = False
    sensitive: bool = False

    def problems(self, answers: Answers) -> tuple[Problem, ...]:
        """Everything that is wrong, at once; each names its field."""
        return problems_of_fields(self.fields, answers) or self.together(answers)

    def sentence(self, answers: Answers, names: Names) -> Words:
        """One plain sentence for answers without problems."""
        return self.words(answers, names)

    def field(self, name: str) -> Field:
        """The field of that name; "field.0.column" is the column of a row, "field.<child>" the field itself."""
        first, _, rest = name.partition(".")
        found = next(one for one in self.fields if one.name == first)
        return next((one for one in found.columns if one.name == rest.rpartition(".")[2]), found)


def starting_answers(clause: Clause, children: Sequence[Child], today: date) -> dict[str, Any]:
    """What an empty form shows: the default, and all children where children are asked for."""
    answers: dict[str, Any] = {
        one.name: [str(child.id) for child in children] for one in clause.fields if one.kind is Kind.CHILDREN
    }
    old_enough = all(_age(child.born, today) >= clause.default_from_age for child in children)
    return answers | dict(clause.default or {}) if old_enough else answers


def _age(born: date, today: date) -> int:
    # Born on 29 February: a year older on 1 March in common years (risk.md 3.1).
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
