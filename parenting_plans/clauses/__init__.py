"""The clauses of a plan, one file each, found by folder and given in code order."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.clause import Clause
from parenting_plans.fields import Field


@cache
def load() -> tuple[Clause, ...]:
    """Every clause in code order. Fails when a file has no CLAUSE, has another code than its name, or two share one."""
    found = [_read(module.name) for module in iter_modules(__path__)]
    codes = [clause.code for clause in found]
    if len(set(codes)) != len(codes):
        raise RuntimeError(f"Two clauses share a code: {sorted(codes)}")
    return tuple(sorted(found, key=lambda clause: clause.code))


def _read(name: str) -> Clause:
    clause = getattr(import_module(f"{__name__}.{name}"), "CLAUSE", None)
    if not isinstance(clause, Clause):
        raise TypeError(f"The clause file {name} has no CLAUSE")
    if not name.startswith(clause.code.lower() + "_"):
        raise RuntimeError(f"The clause file {name} holds clause {clause.code}")
    return clause


def by_code() -> dict[str, Clause]:
    return {clause.code: clause for clause in load()}


def free_text_fields() -> tuple[tuple[str, Field], ...]:
    """Every field in which the other parent reads typed text (clause code, field); each has a length cap."""
    return tuple((clause.code, field) for clause in load() for field in clause.fields if field.is_free_text)
