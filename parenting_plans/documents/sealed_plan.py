"""The sealed plan: what it says, fixed at sealing, and what is put on its pages. Pure.

In both parents' languages side by side, the authoritative one first and marked; one column when they share one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from parenting_plans.documents import words
from parenting_plans.values import ZONE, Home, Version, Words
from parenting_plans.wording import listed, long_date


@dataclass(frozen=True, slots=True)
class Line:
    """One agreement: its title and its sentence, in every language of the document."""

    code: str
    title: Words
    sentence: Words


def said(
    languages: Sequence[str],
    names: Mapping[str, str],
    starts_at: datetime,
    lines: Sequence[Line],
) -> dict[str, Any]:
    """What is kept at sealing, as JSON values: the names of that day and every sentence, word for word.

    `names`: "A", "B" and each child's id -> name, the children in the order of the document.
    """
    return {
        "languages": list(languages),
        "parents": [names[home.value] for home in Home],
        "children": [name for key, name in names.items() if key not in set(Home)],
        "starts_at": starts_at.astimezone(ZONE).isoformat(),
        "lines": [
            {
                "code": line.code,
                "title": {one: line.title[one] for one in languages},
                "sentence": {one: line.sentence[one] for one in languages},
            }
            for line in lines
        ],
    }


def pages(version: Version, kept: Mapping[str, Any], code: str, address: str) -> dict[str, Any]:
    """Everything that is put on paper, as JSON values for the template. `kept` is what `said` gave; raises ValueError
    for a version that is not sealed.

    `code`: of verification; `address`: of the page where it is typed. Neither names anybody.
    """
    if version.sealed_at is None:
        raise ValueError("Only a sealed version has a document")
    languages = tuple(kept["languages"])
    column = _Column(version, kept, address)
    lead = languages[0]
    sealed = version.sealed_at.astimezone(UTC)
    return {
        "languages": languages,
        "title": f"{words.TITLE[lead]} – {words.VERSION[lead].format(number=version.number)}",
        "columns": [column.of(language, leads=language == lead) for language in languages],
        "lines": [
            [
                {"title": line["title"][one], "sentence": line["sentence"][one] or words.EMPTY[one]}
                for one in languages
            ]
            for line in kept["lines"]
        ],
        "signatures": [
            {
                "name": kept["parents"][list(Home).index(signature.home)],
                "moments": [_moment(signature.signed_at, one) for one in languages],
            }
            for signature in sorted(version.signatures, key=lambda one: one.home)
        ],
        "digest": version.digest,
        "code": code,
        "made": [sealed.year, sealed.month, sealed.day, sealed.hour, sealed.minute, sealed.second],
    }


@dataclass(frozen=True, slots=True)
class _Column:
    version: Version
    kept: Mapping[str, Any]
    address: str

    def of(self, language: str, *, leads: bool) -> dict[str, Any]:
        """The fixed sentences of one language."""
        places = {
            "number": self.version.number,
            "parents": listed(self.kept["parents"])[language],
            "children": listed(self.kept["children"])[language],
            "address": self.address,
        }
        starts = datetime.fromisoformat(self.kept["starts_at"])
        alone = len(self.kept["languages"]) == 1
        mark = words.LEADS[language] if leads else words.FOLLOWS[language]
        return {
            "language": language,
            "name": words.LANGUAGE[language],
            "mark": "" if alone else mark,
            "title": words.TITLE[language],
            "version": words.VERSION[language].format(**places),
            "between": words.BETWEEN[language].format(**places),
            "counts": words.COUNTS[language].format(moment=_moment(starts, language)),
            "agreed": words.AGREED[language],
            "signatures": words.SIGNATURES[language],
            "parent": words.PARENT[language],
            "signed": words.SIGNED[language],
            "sealed": words.SEALED[language].format(moment=_moment(self.version.sealed_at, language)),
            "brussels": words.BRUSSELS[language],
            "fingerprint": words.FINGERPRINT[language],
            "check": words.CHECK[language],
            "how": words.HOW[language].format(**places),
            "qr": words.QR[language],
            "not_a_judgment": words.NOT_A_JUDGMENT[language],
            "signs": words.SIGNS[language],
        }


def _moment(at: datetime | None, language: str) -> str:
    if at is None:
        return ""
    wall = at.astimezone(ZONE)
    return f"{long_date(wall.date())[language]}, {wall:%H:%M}"
