"""The situations of the page for when it is urgent, one file each, found by folder and given in their places."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from mediation import help_contacts
from mediation.help_step import Situation


@cache
def load() -> tuple[Situation, ...]:
    """TypeError for a file without SITUATION, RuntimeError for another id, one place for two, or an unknown contact."""
    found = sorted((_read(module.name) for module in iter_modules(__path__)), key=lambda one: one.place)
    if len({one.place for one in found}) != len(found):
        raise RuntimeError("Two situations stand in the same place")
    return tuple(found)


@cache
def called() -> frozenset[str]:
    """The contacts that the page cannot do without."""
    return frozenset(id for one in load() for id in one.calls)


def _read(name: str) -> Situation:
    situation = getattr(import_module(f"{__name__}.{name}"), "SITUATION", None)
    if not isinstance(situation, Situation):
        raise TypeError(f"The file {name} has no SITUATION")
    if situation.id != name:
        raise RuntimeError(f"The file {name} holds {situation.id}")
    unknown = set(situation.calls) - set(help_contacts.by_id())
    if unknown:
        raise RuntimeError(f"The situation {name} calls {sorted(unknown)}, which no file has")
    return situation
