"""Reads fields of an outside document and remembers everything that is wrong with it, each with its path."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from risk.facts import ALWAYS
from risk.treaties import known
from risk.values import Parent, Problem

YEARS = range(1900, 2200)
AREAS = frozenset({"EU", "SCHENGEN"})
Choice = TypeVar("Choice", bound=StrEnum)


class Fields:
    """One object of the document. Every reader returns a usable value and notes a problem when the field is wrong."""

    def __init__(self, source: Any, path: str, problems: list[Problem]) -> None:
        self.path = path
        self.problems = problems
        self.source: Mapping[str, Any] = source if isinstance(source, Mapping) else {}
        if not isinstance(source, Mapping):
            self.wrong("", "This must be an object.")

    def wrong(self, name: str, text: str, **values: str) -> None:
        self.problems.append(Problem(f"{self.path}.{name}" if name else self.path, text, values))

    def has(self, name: str) -> bool:
        return self.source.get(name) is not None

    def text(self, name: str) -> str:
        value = self.source.get(name)
        if isinstance(value, str) and value.strip():
            return value
        self.wrong(name, "Give a text.")
        return ""

    def instant(self, name: str) -> datetime:
        """An ISO 8601 instant with its offset."""
        value = self.source.get(name)
        try:
            found = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            found = None
        if found is None or found.tzinfo is None or found.year not in YEARS:
            self.wrong(name, "Give a date and time with an offset, such as 2027-07-01T08:00+02:00.")
            return ALWAYS
        return found

    def maybe_instant(self, name: str) -> datetime | None:
        return self.instant(name) if self.has(name) else None

    def day(self, name: str) -> date:
        """An ISO 8601 civil day."""
        value = self.source.get(name)
        try:
            found = date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            found = None
        if found is None or found.year not in YEARS:
            self.wrong(name, "Give a date that exists, such as 2027-07-01.")
            return ALWAYS.date()
        return found

    def maybe_day(self, name: str) -> date | None:
        return self.day(name) if self.has(name) else None

    def flag(self, name: str) -> bool | None:
        """True, false, or None when nobody has said."""
        value = self.source.get(name)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(name, "Say true or false, or leave it out.")
        return None

    def number(self, name: str, least: float = 0) -> float:
        value = self.source.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value < 1e6:
            return value
        self.wrong(name, "Give a number of {least} or more.", least=f"{least:g}")
        return least

    def maybe_count(self, name: str) -> int | None:
        return int(self.number(name)) if self.has(name) else None

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        value = self.source.get(name)
        try:
            return kind(str(value))
        except ValueError:
            self.wrong(name, "Choose one of: {choices}.", choices=", ".join(kind))
            return next(iter(kind))

    def parent(self, name: str) -> Parent:
        return self.choice(name, Parent)

    def maybe_parent(self, name: str) -> Parent | None:
        return self.parent(name) if self.has(name) else None

    def country(self, name: str) -> str:
        code = self.text(name)
        if code and not known(code):
            self.wrong(name, "“{code}” is not a country code of the list.", code=code)
        return code

    def countries(self, name: str) -> tuple[str, ...]:
        """Country codes, "EU" or "SCHENGEN"."""
        codes = self.texts(name)
        for code in codes:
            if code not in AREAS and not known(code):
                self.wrong(name, "“{code}” is not a country code of the list.", code=code)
        return codes

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.source.get(name, [])
        if (
            isinstance(value, Sequence)
            and not isinstance(value, str)
            and all(isinstance(item, str) for item in value)
        ):
            return tuple(value)
        self.wrong(name, "Give a list of texts.")
        return ()

    def objects(self, name: str) -> tuple["Fields", ...]:
        value = self.source.get(name) or []
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.wrong(name, "Give a list.")
            return ()
        return tuple(
            Fields(item, f"{self.path}.{name}[{place}]", self.problems) for place, item in enumerate(value)
        )

    def object(self, name: str) -> "Fields":
        return Fields(self.source.get(name) or {}, f"{self.path}.{name}", self.problems)

    def zone(self, name: str, usual: str) -> str:
        value = self.source.get(name) or usual
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
            self.wrong(name, "Give a time zone, such as Europe/Brussels.")
            return usual
        return str(value)

    def in_order(self, first: str, last: str) -> None:
        """The second day or instant may not lie before the first."""
        if not (self.has(first) and self.has(last)):
            return
        try:
            start, end = (_moment(self.source[name]) for name in (first, last))
            wrong = end < start
        except (TypeError, ValueError):
            return
        if wrong:
            self.wrong(last, "This lies before “{first}”.", first=first)


def _moment(value: str) -> datetime:
    found = datetime.fromisoformat(value)
    return found if found.tzinfo is not None else datetime.combine(found.date(), time(), tzinfo=ALWAYS.tzinfo)
