"""One question of a clause: what kind of answer it takes, how a form's text becomes it, and what is wrong with it.

Answers are JSON values: text, whole numbers, lists and maps of text; days are "2027-09-06", times "18:00".
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from parenting_plans.schedule import problems_of_time
from parenting_plans.values import Home, Problem, Words

Answers = Mapping[str, Any]

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9]{1,9}")


class Kind(StrEnum):
    """What kind of answer a field takes, so that one form can render and read every clause."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    TIME = "time"
    INTEGER = "integer"
    CHOICE = "choice"
    CHOICES = "choices"
    PARENT = "parent"
    CHILDREN = "children"
    CHILDREN_MAP = "children_map"
    NIGHTS = "nights"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `maximum` is the largest number, or the most characters of a text.

    `asked_when` (other field, its values): the field is asked, and counts, only with one of these answers.
    """

    name: str
    kind: Kind
    label: Words
    options: tuple[tuple[str, Words], ...] = ()
    required: bool = True
    hint: Words | None = None
    minimum: int = 0
    maximum: int = 0
    asked_when: tuple[str, tuple[str, ...]] | None = None

    @property
    def is_free_text(self) -> bool:
        """True when the other parent will read what somebody typed."""
        return self.kind in (Kind.TEXT, Kind.LONG_TEXT)


def is_asked(field: Field, answers: Answers) -> bool:
    return field.asked_when is None or answers.get(field.asked_when[0]) in field.asked_when[1]


def option(field: Field, value: str) -> Words:
    """The words of a chosen option."""
    return dict(field.options)[value]


def parse_day(text: object) -> date | None:
    """A civil day between 2000 and 2099 from 'YYYY-MM-DD'; None when it is not one."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def parse_clock(text: object) -> time | None:
    """A time of day from 'HH:MM'; None when it is not one."""
    if not isinstance(text, str) or not _CLOCK.fullmatch(text):
        return None
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


def has_strange_signs(text: str, *, lines: bool = False) -> bool:
    """True for control signs and broken letters, which no store, page or signed text can carry safely."""
    allowed = "\n" if lines else ""
    return any(
        (ord(sign) < 32 and sign not in allowed) or 0x7F <= ord(sign) <= 0x9F or 0xD800 <= ord(sign) <= 0xDFFF
        for sign in text
    )


def _text(field: Field, value: Any) -> Problem | None:
    if not isinstance(value, str) or has_strange_signs(value, lines=field.kind is Kind.LONG_TEXT):
        return Problem(field.name, "Use ordinary letters and signs.")
    if len(value) > field.maximum:
        return Problem(field.name, "Write at most {maximum} characters.", {"maximum": str(field.maximum)})
    return None


def _day(field: Field, value: Any) -> Problem | None:
    return (
        None if parse_day(value) else Problem(field.name, "Give a date that exists, between 2000 and 2099.")
    )


def _clock(field: Field, value: Any) -> Problem | None:
    at = parse_clock(value)
    if at is None:
        return Problem(field.name, "Give a time between 00:00 and 23:59.")
    # Between 02:00 and 03:00 the clock can skip or repeat: nobody can be held to such a time.
    return next(iter(problems_of_time(field.name, at)), None)


def _number(field: Field, value: Any) -> Problem | None:
    if isinstance(value, int) and not isinstance(value, bool) and field.minimum <= value <= field.maximum:
        return None
    limits = {"minimum": str(field.minimum), "maximum": str(field.maximum)}
    return Problem(field.name, "Give a whole number from {minimum} to {maximum}.", limits)


def _choice(field: Field, value: Any) -> Problem | None:
    if isinstance(value, str) and value in dict(field.options):
        return None
    return Problem(field.name, "Choose one of the answers.")


def _choices(field: Field, value: Any) -> Problem | None:
    known = dict(field.options)
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) and one in known for one in value):
        return Problem(field.name, "Choose from the answers.")
    return _twice(field, value)


def _twice(field: Field, value: Sequence[str]) -> Problem | None:
    return None if len(set(value)) == len(value) else Problem(field.name, "Choose each answer once.")


def _parent(field: Field, value: Any) -> Problem | None:
    return None if is_home(value) else Problem(field.name, "Choose one of the two parents.")


def _children(field: Field, value: Any) -> Problem | None:
    if not isinstance(value, list | tuple) or not all(_is_id(one) for one in value):
        return Problem(field.name, "Choose from the children.")
    return _twice(field, value)


def _children_map(field: Field, value: Any) -> Problem | None:
    if not isinstance(value, Mapping) or not all(
        _is_id(child) and is_home(home) for child, home in value.items()
    ):
        return Problem(field.name, "Choose one of the two parents for each child.")
    return None


def _is_id(value: object) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False


def is_home(value: object) -> bool:
    return isinstance(value, str) and value in {home.value for home in Home}


_CHECKS: Mapping[Kind, Callable[[Field, Any], Problem | None]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.DATE: _day,
    Kind.TIME: _clock,
    Kind.INTEGER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PARENT: _parent,
    Kind.CHILDREN: _children,
    Kind.CHILDREN_MAP: _children_map,
    Kind.NIGHTS: _text,
}


def problems_of_fields(fields: Sequence[Field], answers: Answers) -> tuple[Problem, ...]:
    """Everything that is wrong with the answers, field by field, before the clause looks at them together."""
    known = {field.name for field in fields}
    strangers = [
        Problem(name, "This question is not part of this agreement.") for name in answers if name not in known
    ]
    found = [_problem(field, answers) for field in fields if is_asked(field, answers)]
    return tuple(problem for problem in [*found, *strangers] if problem is not None)


def _problem(field: Field, answers: Answers) -> Problem | None:
    value = answers.get(field.name)
    if value is None or value in ("", [], (), {}):
        return Problem(field.name, "Answer this question.") if field.required else None
    return _CHECKS[field.kind](field, value)


def read_form(
    fields: Sequence[Field], form: Mapping[str, str | Sequence[str]], prefix: str = ""
) -> dict[str, Any]:
    """The answers from a submitted form: every value a text or a list of texts, named prefix + field name.

    A child's row of a children map is named prefix + field name + "." + child id. Empty answers, and those that
    are not asked, are left out; what cannot be read stays as typed, so that it can be shown with its problem.
    """
    typed = {
        name: [one.replace("\r\n", "\n").strip() for one in ([given] if isinstance(given, str) else given)]
        for name, given in form.items()
    }
    answers = {field.name: _read(field, typed, prefix + field.name) for field in fields}
    return {
        field.name: answers[field.name]
        for field in fields
        if is_asked(field, answers) and answers[field.name] not in (None, "", [], {})
    }


def _read(field: Field, typed: Mapping[str, Sequence[str]], name: str) -> Any:
    if field.kind in (Kind.CHOICES, Kind.CHILDREN):
        return [text for text in typed.get(name, ()) if text]
    if field.kind is Kind.CHILDREN_MAP:
        rows = {
            row.removeprefix(name + "."): texts for row, texts in typed.items() if row.startswith(name + ".")
        }
        return {child: texts[-1] for child, texts in rows.items() if texts and texts[-1]}
    last = next(iter(typed.get(name, ())[-1:]), None)
    if field.kind is Kind.INTEGER and last is not None and _NUMBER.fullmatch(last):
        return int(last)
    return last
