"""Named values of a finding, and the sentence they fill in each language. A value never depends on the passing of time."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from risk.clock import ZONE
from risk.values import Finding, Input, Known, Verdict, Words

UNITS = {
    "nl": ("d", "u", "min"),
    "fr": ("j", "h", "min"),
    "de": ("Tg.", "Std.", "Min."),
    "en": ("d", "h", "min"),
}
OPEN = {
    "nl": "nog niet bekend",
    "fr": "pas encore connu",
    "de": "noch nicht bekannt",
    "en": "not yet known",
}

# First match wins: a datetime is also a date.
KINDS: tuple[tuple[str, type[Any], Callable[[Any], Any]], ...] = (
    ("instant", datetime, lambda instant: instant.astimezone(ZONE).isoformat()),
    ("day", date, date.isoformat),
    ("term", timedelta, lambda length: int(length.total_seconds()) // 60),
    ("number", int, int),
    ("code", str, str),
    ("words", Mapping, dict),
)

QUIET = Verdict(Known.NO)


def unknown(*missing: str) -> Verdict:
    """Neither yes nor no: these facts are missing."""
    return Verdict(Known.UNKNOWN, missing=missing)


def fires(strand: str, missing: tuple[str, ...] = (), /, **inputs: Any) -> Verdict:
    """Yes. `missing` are facts that would change how serious it is; the level assumes the more careful reading."""
    return Verdict(Known.YES, tuple(named(name, value) for name, value in inputs.items()), missing, strand)


def all_of(*facts: tuple[bool | None, str]) -> Verdict | None:
    """Kleene's "and" over (fact, its name): quiet when one is false, unknown when one is missing, else None: go on."""
    if any(fact is False for fact, _ in facts):
        return QUIET
    missing = tuple(name for fact, name in facts if fact is None)
    return unknown(*missing) if missing else None


def named(name: str, value: Any) -> Input:
    """One input with its kind. Codes (parents, children, countries) are plain strings; readers may give them names."""
    if value is None:
        return Input(name, "words", OPEN)
    for kind, type_, written in KINDS:
        if isinstance(value, type_):
            return Input(name, kind, written(value))
    several = tuple(value)
    if several and all(isinstance(item, Mapping) for item in several):
        return Input(name, "words", {one: ", ".join(words[one] for words in several) for one in UNITS})
    return Input(name, "codes", tuple(str(item) for item in several))


def explain(
    template: Words, inputs: tuple[Input, ...], language: str, names: Mapping[str, str] | None = None
) -> str:
    """The sentence in one language. `names` turns codes (A, B, a child's id, a country) into what people call them."""
    return template[language].format_map({item.name: shown(item, language, names or {}) for item in inputs})


def shown(item: Input, language: str, names: Mapping[str, str]) -> str:
    """One input as a reader of that language sees it; instants in Brussels time."""
    value = item.value
    if item.kind == "instant":
        return datetime.fromisoformat(str(value)).astimezone(ZONE).strftime("%d/%m/%Y %H:%M")
    if item.kind == "day":
        return date.fromisoformat(str(value)).strftime("%d/%m/%Y")
    if item.kind == "term" and isinstance(value, int):
        return term(value, language)
    if isinstance(value, Mapping):
        return str(value[language])
    if isinstance(value, tuple | list):
        return ", ".join(names.get(code, code) for code in value)
    return names.get(str(value), str(value))


def term(minutes: int, language: str) -> str:
    """A length of time in days, hours and minutes, such as "2 d 3 h"."""
    days, rest = divmod(minutes, 24 * 60)
    counts = zip((days, *divmod(rest, 60)), UNITS[language], strict=True)
    return " ".join(f"{count} {unit}" for count, unit in counts if count) or f"0 {UNITS[language][2]}"


def as_json(item: Input) -> dict[str, Any]:
    value = item.value
    plain = dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value
    return {"name": item.name, "kind": item.kind, "value": plain}


def fingerprint(finding: Finding) -> str:
    """SHA-256 (hex) over everything a finding says, except when it was raised and by when to look."""
    said = {
        "rule": [finding.rule, finding.version, finding.policy, finding.subject, finding.key],
        "level": [int(finding.severity), int(finding.unmitigated), finding.evidence, *finding.labels],
        "inputs": [as_json(item) for item in finding.inputs],
        "rests": [finding.unknown, finding.mitigators, finding.strands],
        "parts": [[part.rule, int(part.severity), part.key] for part in finding.parts],
        "departs": finding.depart_at.astimezone(UTC).isoformat() if finding.depart_at else None,
    }
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def from_json(stored: Mapping[str, Any]) -> Input:
    value = stored["value"]
    return Input(stored["name"], stored["kind"], tuple(value) if isinstance(value, list) else value)
