"""When two sets of answers to one clause say the same: only what is asked counts, and not the order of a choice. Pure."""

from collections.abc import Mapping
from typing import Any

from parenting_plans.clause import Clause
from parenting_plans.fields import Answers, is_asked


def differing(clause: Clause, one: Answers, other: Answers) -> tuple[str, ...]:
    """The questions that the two answer differently, in the order of the clause."""
    first, second = _said(clause, one), _said(clause, other)
    return tuple(field.name for field in clause.fields if first.get(field.name) != second.get(field.name))


def alike(clause: Clause, one: Answers, other: Answers) -> bool:
    """Whether both say the same."""
    return not differing(clause, one, other)


def _said(clause: Clause, answers: Answers) -> dict[str, Any]:
    return {
        field.name: _settled(answers[field.name])
        for field in clause.fields
        if field.name in answers and is_asked(field, answers)
    }


def _settled(value: Any) -> Any:
    """One shape for what means the same: a list of choices has no order, a list of records has one."""
    if isinstance(value, list | tuple):
        if all(isinstance(part, str) for part in value):
            return sorted(value)
        return [_settled(part) for part in value]
    if isinstance(value, Mapping):
        return {name: _settled(part) for name, part in value.items()}
    return value.strip() if isinstance(value, str) else value
