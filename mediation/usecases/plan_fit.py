"""What may wait in a draft: nearly everything, as it was typed, but nothing that no store or page can carry safely. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from parenting_plans.clause import Clause
from parenting_plans.fields import Answers, Field, Kind, has_strange_signs
from parenting_plans.values import Problem

MOST_PARTS = 100  # answers to one question
LONGEST_PART = 100  # signs of an answer whose question sets no limit
LARGEST_NUMBER = 10**9


def unfit(clause: Clause, answers: Answers, children: Sequence[str]) -> tuple[Problem, ...]:
    """Questions, children, signs and lengths that cannot even wait in a draft; what is only unfinished is fit.

    `children`: the ids of the family's children.
    """
    fields = {field.name: field for field in clause.fields}
    found = (_unfit(name, fields.get(name), value, children) for name, value in answers.items())
    return tuple(problem for problem in found if problem is not None)


def _unfit(name: str, field: Field | None, value: Any, children: Sequence[str]) -> Problem | None:
    if field is None:
        return Problem(name, "This question is not part of this agreement.")
    return (_unfit_rows if field.kind is Kind.ROWS else _unfit_answer)(field, value, children)


def _unfit_answer(field: Field, value: Any, children: Sequence[str]) -> Problem | None:
    name, parts = field.name, _parts(value)
    if parts is None or len(parts) > MOST_PARTS:
        return Problem(name, "This cannot be read. Check what you wrote.")
    if any(has_strange_signs(part, lines=True) for part in parts):
        return Problem(name, "Use ordinary letters and signs.")
    typed = field.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.NIGHTS)
    longest = field.maximum if typed else LONGEST_PART
    if any(len(part) > longest for part in parts):
        return Problem(name, "Write at most {maximum} characters.", {"maximum": str(longest)})
    if field.kind in (Kind.CHILDREN, Kind.CHILDREN_MAP, Kind.CHILDREN_CHOICE) and not _named(value) <= set(
        children
    ):
        return Problem(name, "Choose from the children of this family.")
    return None


def _unfit_rows(field: Field, value: Any, children: Sequence[str]) -> Problem | None:
    rows = (
        value if isinstance(value, list | tuple) and all(isinstance(row, Mapping) for row in value) else None
    )
    if rows is None or len(rows) > field.maximum:
        return Problem(field.name, "This cannot be read. Check what you wrote.")
    columns = {one.name: one for one in field.columns}
    for place, row in enumerate(rows):
        for name, part in row.items():
            found = _unfit(name, columns.get(name), part, children)
            if found is not None:
                return Problem(f"{field.name}.{place}.{found.field}", found.text, found.values)
    return None


def _parts(value: Any) -> tuple[str, ...] | None:
    """Every text in an answer; None when it is no text, whole number, list of texts or map of texts."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, int) and not isinstance(value, bool):
        return () if abs(value) < LARGEST_NUMBER else None
    if isinstance(value, Mapping):
        value = [*value.keys(), *value.values()]
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return tuple(value)
    return None


def _named(value: Any) -> set[str]:
    """The children an answer names: the keys of a map, the members of a list."""
    return set(value) if isinstance(value, Mapping | list | tuple) else {str(value)}
