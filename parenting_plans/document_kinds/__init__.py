"""The kinds of a child's documents, one file each, found by folder and given in their order."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.document_kind import DocumentKind

# As a form offers them; a file that is not named here comes last.
FIRST = ("belgian_passport", "kids_id", "eid", "foreign_passport", "foreign_identity_card")


@cache
def load() -> tuple[DocumentKind, ...]:
    """Every kind. TypeError when a file has no KIND, RuntimeError when a kind has another id than its file."""
    found = [_read(module.name) for module in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda kind: (_place(kind.id), kind.id)))


@cache
def by_id() -> Mapping[str, DocumentKind]:
    return {kind.id: kind for kind in load()}


def _place(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def _read(name: str) -> DocumentKind:
    kind = getattr(import_module(f"{__name__}.{name}"), "KIND", None)
    if not isinstance(kind, DocumentKind):
        raise TypeError(f"The document file {name} has no KIND")
    if kind.id != name:
        raise RuntimeError(f"The document file {name} holds {kind.id}")
    return kind
