"""The clauses of a plan, one file each, found by folder and given in code order."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parenting_plans.clause import Clause
from parenting_plans.fields import Field
from parenting_plans.values import Words

SECTIONS: dict[str, Words] = {
    "A": {"nl": "Partijen en uitgangspunten", "fr": "Parties et principes", "de": "Parteien und Grundsätze", "en": "Parties and principles"},
    "B": {"nl": "Ouderlijk gezag", "fr": "Autorité parentale", "de": "Elterliche Autorität", "en": "Parental authority"},
    "C": {"nl": "Verblijf", "fr": "Hébergement", "de": "Unterbringung", "en": "Residence"},
    "D": {"nl": "Wissel", "fr": "Changement de maison", "de": "Wechsel", "en": "Handover"},
    "E": {"nl": "Vakanties en bijzondere dagen", "fr": "Vacances et jours particuliers", "de": "Ferien und besondere Tage", "en": "Holidays and special days"},
    "F": {"nl": "Reizen en documenten", "fr": "Voyages et documents", "de": "Reisen und Dokumente", "en": "Travel and documents"},
    "G": {"nl": "Communicatie", "fr": "Communication", "de": "Kommunikation", "en": "Communication"},
    "H": {"nl": "Gezondheid", "fr": "Santé", "de": "Gesundheit", "en": "Health"},
    "I": {"nl": "School", "fr": "École", "de": "Schule", "en": "School"},
    "J": {"nl": "Opvoeding", "fr": "Éducation", "de": "Erziehung", "en": "Upbringing"},
    "K": {"nl": "Geld", "fr": "Argent", "de": "Geld", "en": "Money"},
    "L": {"nl": "Familie en netwerk", "fr": "Famille et entourage", "de": "Familie und Umfeld", "en": "Family network"},
    "M": {"nl": "De stem van het kind", "fr": "La parole de l'enfant", "de": "Die Stimme des Kindes", "en": "The child's voice"},
    "N": {"nl": "Wijziging en onenigheid", "fr": "Changement et désaccord", "de": "Änderung und Uneinigkeit", "en": "Change and disagreement"},
    "O": {"nl": "Veiligheid", "fr": "Sécurité", "de": "Sicherheit", "en": "Safety"},
    "Z": {"nl": "Eigen afspraken", "fr": "Accords propres", "de": "Eigene Absprachen", "en": "Own agreements"},
}  # fmt: skip


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
