"""One question of a clause: what kind of answer it takes, how a form's text becomes it, and what is wrong with it.

Answers are JSON values: text, whole numbers, lists and maps of text, lists of such maps; days are "2027-09-06", times
"18:00", amounts in euro "75.50", yes and no "yes" and "no".
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
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
_AMOUNT = re.compile(r"(0|[1-9][0-9]{0,7})\.[0-9]{2}")
_TYPED_AMOUNT = re.compile(r"([0-9]{1,8})(?:[.,]([0-9]{1,2}))?")
MOST_EURO = 10_000_000
YES_NO: tuple[tuple[str, Words], ...] = (
    ("yes", {"nl": "ja", "fr": "oui", "de": "ja", "en": "yes"}),
    ("no", {"nl": "nee", "fr": "non", "de": "nein", "en": "no"}),
)


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
    YES_NO = "yes_no"  # "yes" or "no"
    MONEY = "money"  # euro with two decimals: "75.00"
    PERCENT = "percent"  # a whole number from 0 to 100
    ROWS = "rows"  # a list of small records
    CHILDREN_CHOICE = "children_choice"  # one of the options for each child


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `minimum` and `maximum` bound a number (of money: whole euro); `maximum` is also the most characters
    of a text and the most rows of ROWS. A maximum of 0 leaves PERCENT and MONEY their usual bounds.

    `asked_when` (other field, its values): the field is asked, and counts, only with one of these answers; of CHOICES
    with one of these among the answers. In a column the other field is a column of the same row.
    `columns` are what one of the ROWS holds: TEXT, MONEY, PERCENT, INTEGER, CHOICE, PARENT, YES_NO, DATE, TIME.
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
    unit: Words | None = None  # shown beside the answer: days, hours, km
    columns: tuple["Field", ...] = ()

    @property
    def is_free_text(self) -> bool:
        """True when the other parent will read what somebody typed."""
        return self.kind in (Kind.TEXT, Kind.LONG_TEXT) or any(one.is_free_text for one in self.columns)


def is_asked(field: Field, answers: Answers) -> bool:
    if field.asked_when is None:
        return True
    other, wanted = field.asked_when
    given = answers.get(other)
    return any(one in wanted for one in (given if isinstance(given, list | tuple) else [given]))


def option(field: Field, value: str) -> Words:
    """The words of a chosen option; of a field without options: yes or no."""
    return dict(field.options or YES_NO)[value]


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
    """True for control signs and broken letters, which no store, page or signed text can carry safely.

    So do signs that turn the order of letters round: what is read would not be what is written.
    """
    allowed = "\n" if lines else ""
    return any(
        (ord(sign) < 32 and sign not in allowed)
        or 0x7F <= ord(sign) <= 0x9F
        or 0xD800 <= ord(sign) <= 0xDFFF
        or sign in _TURNING
        for sign in text
    )


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


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
    most = field.maximum or (100 if field.kind is Kind.PERCENT else 0)
    if isinstance(value, int) and not isinstance(value, bool) and field.minimum <= value <= most:
        return None
    limits = {"minimum": str(field.minimum), "maximum": str(most)}
    return Problem(field.name, "Give a whole number from {minimum} to {maximum}.", limits)


def _money(field: Field, value: Any) -> Problem | None:
    if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
        return Problem(field.name, "Write an amount in euro, such as 75 or 75.50.")
    most = field.maximum or MOST_EURO
    if field.minimum <= Decimal(value) <= most:
        return None
    limits = {"minimum": str(field.minimum), "maximum": str(most)}
    return Problem(field.name, "Give an amount from {minimum} to {maximum} euro.", limits)


def _yes_no(field: Field, value: Any) -> Problem | None:
    return (
        None if isinstance(value, str) and value in dict(YES_NO) else Problem(field.name, "Choose yes or no.")
    )


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


def _children_choice(field: Field, value: Any) -> Problem | None:
    known = dict(field.options)
    if not isinstance(value, Mapping) or not all(
        _is_id(child) and isinstance(one, str) and one in known for child, one in value.items()
    ):
        return Problem(field.name, "Choose one of the answers for each child.")
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
    Kind.YES_NO: _yes_no,
    Kind.MONEY: _money,
    Kind.PERCENT: _number,
    Kind.CHILDREN_CHOICE: _children_choice,
}


def problems_of_fields(fields: Sequence[Field], answers: Answers) -> tuple[Problem, ...]:
    """Everything that is wrong with the answers, field by field, before the clause looks at them together."""
    known = {field.name for field in fields}
    strangers = [
        Problem(name, "This question is not part of this agreement.") for name in answers if name not in known
    ]
    found = [problem for field in fields if is_asked(field, answers) for problem in _problems(field, answers)]
    return (*found, *strangers)


def _problems(field: Field, answers: Answers) -> tuple[Problem, ...]:
    value = answers.get(field.name)
    if value is None or value in ("", [], (), {}):
        return (Problem(field.name, "Answer this question."),) if field.required else ()
    if field.kind is Kind.ROWS:
        return _rows(field, value)
    found = _CHECKS[field.kind](field, value)
    return (found,) if found else ()


def _rows(field: Field, value: Any) -> tuple[Problem, ...]:
    """What is wrong in the rows: problems are named "field.0.column"."""
    if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
        return (Problem(field.name, "This cannot be read. Check what you wrote."),)
    if len(value) > field.maximum:
        return (Problem(field.name, "Write at most {maximum} rows.", {"maximum": str(field.maximum)}),)
    return tuple(
        Problem(f"{field.name}.{place}.{problem.field}", problem.text, problem.values)
        for place, row in enumerate(value)
        for problem in problems_of_fields(field.columns, row)
    )


def read_form(
    fields: Sequence[Field], form: Mapping[str, str | Sequence[str]], prefix: str = ""
) -> dict[str, Any]:
    """The answers from a submitted form: every value a text or a list of texts, named prefix + field name.

    A child's part of a map is named prefix + field name + "." + child id; a column of a row prefix + field name + ".0." +
    column. Empty answers and rows, and what is not asked, are left out; what cannot be read stays as typed, so that it can
    be shown with its problem.
    """
    typed = {
        name: [one.replace("\r\n", "\n").strip() for one in ([given] if isinstance(given, str) else given)]
        for name, given in form.items()
    }
    return _read_all(fields, typed, prefix)


def _read_all(fields: Sequence[Field], typed: Mapping[str, Sequence[str]], prefix: str) -> dict[str, Any]:
    answers = {field.name: _read(field, typed, prefix + field.name) for field in fields}
    return {
        field.name: answers[field.name]
        for field in fields
        if is_asked(field, answers) and answers[field.name] not in (None, "", [], {})
    }


def _read(field: Field, typed: Mapping[str, Sequence[str]], name: str) -> Any:
    if field.kind in (Kind.CHOICES, Kind.CHILDREN):
        return [text for text in typed.get(name, ()) if text]
    if field.kind is Kind.ROWS:
        return _read_rows(field, typed, name)
    if field.kind in (Kind.CHILDREN_MAP, Kind.CHILDREN_CHOICE):
        rows = {
            row.removeprefix(name + "."): texts for row, texts in typed.items() if row.startswith(name + ".")
        }
        return {child: texts[-1] for child, texts in rows.items() if texts and texts[-1]}
    last = next(iter(typed.get(name, ())[-1:]), None)
    if last is not None and field.kind in (Kind.INTEGER, Kind.PERCENT) and _NUMBER.fullmatch(last):
        return int(last)
    if last is not None and field.kind is Kind.MONEY:
        return read_amount(last)
    return last


def _read_rows(field: Field, typed: Mapping[str, Sequence[str]], name: str) -> list[dict[str, Any]]:
    shape = re.compile(re.escape(name) + r"\.([0-9]{1,3})\.[a-z_]+")
    places = {int(found[1]) for found in map(shape.fullmatch, typed) if found}
    rows = (_read_all(field.columns, typed, f"{name}.{place}.") for place in sorted(places))
    return [row for row in rows if row]


def read_amount(text: str) -> str:
    """An amount as people here type it ("75", "75,5", "€ 75.50") with two decimals; anything else as it is."""
    found = _TYPED_AMOUNT.fullmatch(text.replace("€", "").replace("\xa0", " ").strip())
    return f"{int(found[1])}.{found[2] or '':0<2}" if found else text
