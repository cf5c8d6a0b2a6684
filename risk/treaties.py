"""Which return remedy links a country with Belgium on a travel date, from dated tables. A statement about remedies only."""

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

STEM = "hague1980_"  # one table per date from which it applies: hague1980_YYYY-MM-DD.csv


class Regime(StrEnum):
    BRUSSELS_IIB = "brussels_iib"
    HAGUE1980_BE = "hague1980_be"
    UNVERIFIED = "unverified"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    contracting: bool
    in_force: date | None
    accepted: str  # yes, no, unknown
    brussels_iib: bool
    schengen: bool
    evidence: str


@lru_cache(maxsize=1)
def tables() -> tuple[tuple[date, dict[str, Country]], ...]:
    """Every dated table, oldest first. Raises when there is none or a row is malformed."""
    found = [
        (date.fromisoformat(entry.name[len(STEM) : -len(".csv")]), entry.read_text(encoding="utf-8"))
        for entry in files("risk").iterdir()
        if entry.name.startswith(STEM) and entry.name.endswith(".csv")
    ]
    if not found:
        raise RuntimeError("No treaty table is installed")
    return tuple((day, {row.code: row for row in _rows(text)}) for day, text in sorted(found))


def countries(on: date) -> dict[str, Country]:
    """The table that applies on a day: the newest that has begun, or the oldest there is."""
    begun = [table for day, table in tables() if day <= on]
    return begun[-1] if begun else tables()[0][1]


def known(code: str) -> bool:
    """Whether the code is a country of the newest table."""
    return code in tables()[-1][1]


def regime(code: str, on: date) -> Regime:
    """The remedy between Belgium and that country on the travel date. A country nobody listed is not verified."""
    country = countries(on).get(code)
    if country is None:
        return Regime.UNVERIFIED
    if country.brussels_iib:
        return Regime.BRUSSELS_IIB
    if (
        not country.contracting
        or country.accepted == "no"
        or (country.in_force is not None and country.in_force > on)
    ):
        return Regime.NONE
    return Regime.HAGUE1980_BE if country.accepted == "yes" else Regime.UNVERIFIED


def expand(codes: tuple[str, ...], on: date) -> frozenset[str]:
    """Countries named by a consent, with "EU" and "SCHENGEN" written out as they stand on that day."""
    table = countries(on).values()
    named = set(codes)
    if "EU" in named:
        # Denmark is in the Union and outside Brussels IIb; the table has a column for the second only.
        named |= {country.code for country in table if country.brussels_iib} | {"DK"}
    if "SCHENGEN" in named:
        named |= {country.code for country in table if country.schengen}
    return frozenset(named - {"EU", "SCHENGEN"})


def _rows(text: str) -> list[Country]:
    return [
        Country(
            code=row["iso2"],
            name=row["country"],
            contracting=row["hague1980_contracting"] == "yes",
            in_force=date.fromisoformat(row["in_force_date_if_known"])
            if row["in_force_date_if_known"]
            else None,
            accepted=row["accepted_by_belgium"],
            brussels_iib=row["eu_brussels_iib"] == "yes",
            schengen=row["schengen"] == "yes",
            evidence=row["notes"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
