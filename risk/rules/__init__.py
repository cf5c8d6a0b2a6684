"""One warning sign per file. `load()` finds them all, in order, and fails loudly when one is wrong."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from risk.rule import Rule


@lru_cache(maxsize=1)
def load() -> tuple[Rule, ...]:
    """Every rule by id. Raises when a file has no RULE, two share an id, or an id is not its file's name."""
    found = {
        module.name: getattr(import_module(f"{__name__}.{module.name}"), "RULE", None)
        for module in iter_modules(__path__)
    }
    for name, rule in found.items():
        if not isinstance(rule, Rule):
            raise RuntimeError(f"risk/rules/{name}.py has no RULE")  # noqa: TRY004 -- a broken installation
        if rule.id != name:
            raise RuntimeError(f"risk/rules/{name}.py calls itself {rule.id}")
    return tuple(sorted((rule for rule in found.values() if rule is not None), key=lambda rule: rule.id))
