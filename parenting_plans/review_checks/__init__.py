"""The checks of a plan before signing, one file each, found by folder and given in order of their names."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.review_check import Check


@cache
def load() -> tuple[Check, ...]:
    """Every check. TypeError when a file has no CHECK, RuntimeError when a check has another id than its file."""
    return tuple(_read(name) for name in sorted(module.name for module in iter_modules(__path__)))


def _read(name: str) -> Check:
    check = getattr(import_module(f"{__name__}.{name}"), "CHECK", None)
    if not isinstance(check, Check):
        raise TypeError(f"The check file {name} has no CHECK")
    if check.id != name:
        raise RuntimeError(f"The check file {name} holds {check.id}")
    return check
