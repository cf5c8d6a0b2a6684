"""Which country codes exist, and which countries "EU" and "SCHENGEN" mean, from a dated table. Names come from Babel."""

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

TABLE = "countries_2026-01-01.csv"  # as known on that day; replace the file and this name together
HOME = "BE"
EU, SCHENGEN = "EU", "SCHENGEN"
AREAS = (SCHENGEN, EU)


@cache
def _members() -> dict[str, frozenset[str]]:
    """Codes by area; "" holds every code."""
    text = files("parenting_plans").joinpath(TABLE).read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {
        "": frozenset(row["iso2"] for row in rows),
        # Denmark is in the Union but outside Brussels IIb, the only column there is.
        EU: frozenset(row["iso2"] for row in rows if row["eu_brussels_iib"] == "yes") | {"DK"},
        SCHENGEN: frozenset(row["iso2"] for row in rows if row["schengen"] == "yes"),
    }


def codes() -> tuple[str, ...]:
    """Every known country code (ISO 3166-1 alpha-2, and XK), in alphabetical order."""
    return tuple(sorted(_members()[""]))


def is_country(code: str) -> bool:
    return code in _members()[""]


def is_destination(code: str) -> bool:
    """True for what a consent may name: a country or an area."""
    return code in AREAS or is_country(code)


def expand(named: Iterable[str]) -> frozenset[str]:
    """The countries meant, with "EU" and "SCHENGEN" written out."""
    found: set[str] = set()
    for code in named:
        found |= _members()[code] if code in AREAS else {code}
    return frozenset(found)
