"""The numbers that ship, one contact a file, found by folder. A file holds the contact's dated rows, oldest first."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from itertools import pairwise
from pkgutil import iter_modules

from mediation.help_contact import Contact

# As the page gives them; a file that is not named here comes last.
FIRST = (
    "police",
    "emergency",
    "child_focus",
    "federal_contact_point",
    "foreign_affairs",
    "violence_nl",
    "violence_fr",
)


@cache
def load() -> tuple[Contact, ...]:
    """Every dated row. TypeError for a file without CONTACTS, RuntimeError for another id or days that overlap."""
    names = sorted((module.name for module in iter_modules(__path__)), key=lambda name: (_place(name), name))
    return tuple(one for name in names for one in _read(name))


@cache
def by_id() -> Mapping[str, tuple[Contact, ...]]:
    found: dict[str, tuple[Contact, ...]] = {}
    for one in load():
        found[one.id] = (*found.get(one.id, ()), one)
    return found


def _place(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _read(name: str) -> tuple[Contact, ...]:
    rows = getattr(import_module(f"{__name__}.{name}"), "CONTACTS", None)
    if not isinstance(rows, tuple) or not rows or not all(isinstance(one, Contact) for one in rows):
        raise TypeError(f"The contact file {name} has no CONTACTS")
    if any(one.id != name for one in rows):
        raise RuntimeError(f"The contact file {name} holds another contact")
    if any(
        before.valid_to is None or before.valid_to >= after.valid_from for before, after in pairwise(rows)
    ):
        raise RuntimeError(f"The rows of the contact file {name} overlap")
    return rows
