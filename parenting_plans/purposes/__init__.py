"""What a clause can be needed for, one file each, found by folder: a title and two plain sentences, with their source."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.values import Words


@dataclass(frozen=True, slots=True)
class Purpose:
    """`id` is the word that clauses use in `needed_for`; `why` is two sentences."""

    id: str
    title: Words
    why: Words
    source: str


@cache
def load() -> tuple[Purpose, ...]:
    """Every purpose in order of id. AttributeError without PURPOSE, RuntimeError when a file has another id than its name."""
    found: list[Purpose] = []
    for module in iter_modules(__path__):
        purpose: Purpose = import_module(f"{__name__}.{module.name}").PURPOSE
        if module.name != purpose.id.lower():
            raise RuntimeError(f"The purpose file {module.name} holds {purpose.id}")
        found.append(purpose)
    return tuple(sorted(found, key=lambda one: one.id))


def by_id() -> dict[str, Purpose]:
    return {purpose.id: purpose for purpose in load()}
