"""One form for every clause: its fields as controls in the reader's language, and its answers as form values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from mediation.families import ChildInFamily
from parenting_plans.clause import Clause
from parenting_plans.fields import YES_NO, Answers, Field, Kind
from parenting_plans.values import Home
from portal.languages import Translator, mark

SHORT_LIST: Final = 6  # a longer list of choices is a select
EMPTY_ROWS: Final = 2  # beside the rows that are there

_CONTROLS: Final[Mapping[Kind, str]] = {
    Kind.TEXT: "text",
    Kind.LONG_TEXT: "area",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.INTEGER: "number",
    Kind.CHOICE: "radio",
    Kind.CHOICES: "checks",
    Kind.PARENT: "radio",
    Kind.CHILDREN: "checks",
    Kind.CHILDREN_MAP: "each_child",
    Kind.NIGHTS: "text",
    Kind.YES_NO: "radio",
    Kind.MONEY: "money",
    Kind.PERCENT: "number",
    Kind.ROWS: "rows",
    Kind.CHILDREN_CHOICE: "each_child",
}
_EURO, _PERCENT = "€", "%"

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as the form shows it. `control` is a kind of parts/form.html, "money", "each_child" or "rows".

    `rows` of "each_child": name of the control and of the child; `each` is the control of one child.
    `records` of "rows": the controls of each row that is there, and of some empty ones.
    """

    name: str
    label: str
    control: str
    options: Options
    rows: Options
    hint: str
    required: bool
    minimum: int | None
    maximum: int | None
    read_by_others: bool
    unit: str
    each: str
    records: tuple[tuple["Asked", ...], ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """For whom the form is: names to show, the family's children, the language."""

    names: Mapping[str, str]
    children: Options
    say: Translator


def asked(
    clause: Clause,
    names: Mapping[str, str],
    children: Sequence[ChildInFamily],
    say: Translator,
    answers: Answers | None = None,
) -> tuple[Asked, ...]:
    """The clause's fields in their order; `answers` decide how many rows a list of records shows."""
    reader = _Reader(names, tuple((str(child.id), child.given_name) for child in children), say)
    return tuple(_asked(field, clause.fields, reader, answers or {}) for field in clause.fields)


def _asked(field: Field, beside: Sequence[Field], reader: _Reader, answers: Answers) -> Asked:
    return Asked(
        name=field.name,
        label=field.label[reader.say.lang],
        control=_control(field),
        options=_options(field, reader),
        rows=tuple((f"{field.name}.{child}", name) for child, name in reader.children),
        hint=" ".join(_hints(field, beside, reader)),
        required=field.required,
        minimum=field.minimum if field.kind in (Kind.INTEGER, Kind.PERCENT) else None,
        maximum=_most(field),
        read_by_others=field.is_free_text,
        unit=_unit(field, reader.say.lang),
        each="select" if len(field.options) > SHORT_LIST or not field.required else "radio",
        records=_records(field, reader, answers) if field.kind is Kind.ROWS else (),
    )


def _control(field: Field) -> str:
    # What need not be answered must be something one can take back: a radio button is not.
    few = len(field.options) <= SHORT_LIST and field.required
    if field.kind in (Kind.CHOICE, Kind.YES_NO, Kind.PARENT) and not few:
        return "select"
    return _CONTROLS[field.kind]


def _most(field: Field) -> int | None:
    if field.kind is Kind.MONEY:
        return None
    return field.maximum or (100 if field.kind is Kind.PERCENT else None)


def _unit(field: Field, lang: str) -> str:
    if field.unit:
        return field.unit[lang]
    return {Kind.MONEY: _EURO, Kind.PERCENT: _PERCENT}.get(field.kind, "")


def _options(field: Field, reader: _Reader) -> Options:
    if field.kind in (Kind.PARENT, Kind.CHILDREN_MAP):
        return tuple((home.value, reader.names[home.value]) for home in Home)
    if field.kind is Kind.CHILDREN:
        return reader.children
    options = YES_NO if field.kind is Kind.YES_NO else field.options
    return tuple((value, label[reader.say.lang]) for value, label in options)


def _hints(field: Field, beside: Sequence[Field], reader: _Reader) -> list[str]:
    say, names = reader.say, reader.names
    hints = [field.hint[say.lang]] if field.hint else []
    if any(value.endswith(("_a", "_b")) for value in (field.name, *dict(field.options))):
        hints.append(say.text(mark("Parent A is {a}, parent B is {b}."), a=names["A"], b=names["B"]))
    if field.asked_when:
        other, values = field.asked_when
        options = dict(_options(next(one for one in beside if one.name == other), reader))
        answers = say.gettext(" or ").join(f"“{options[value]}”" for value in values)
        hints.append(say.text(mark("Only if you choose {answers}."), answers=answers))
    return hints


def _records(field: Field, reader: _Reader, answers: Answers) -> tuple[tuple[Asked, ...], ...]:
    given = answers.get(field.name)
    there = len(given) if isinstance(given, list | tuple) else 0
    return tuple(
        tuple(
            replace(one, name=f"{field.name}.{place}.{one.name}", control=_small(one.control))
            for one in (_asked(column, field.columns, reader, {}) for column in field.columns)
        )
        for place in range(min(there + EMPTY_ROWS, field.maximum))
    )


def _small(control: str) -> str:
    """In a row a choice is a select: it takes less room, and can be taken back when the row should go."""
    return "select" if control == "radio" else control


def flat(answers: Answers) -> dict[str, Any]:
    """Answers as the form's values: a map of children becomes one value per child, a row one per column."""
    values: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, Mapping):
            values |= {f"{name}.{part}": one for part, one in value.items()}
        elif isinstance(value, list | tuple) and any(isinstance(row, Mapping) for row in value):
            for place, row in enumerate(value):
                values |= {f"{name}.{place}.{column}": one for column, one in row.items()}
        else:
            values[name] = value
    return values


def shown_again(clause: Clause, typed: Mapping[str, Any], answers: Answers) -> dict[str, Any]:
    """What was typed, to show it again: rows move up where one before them was left empty, and so do their problems."""
    lists = tuple(f"{field.name}." for field in clause.fields if field.kind is Kind.ROWS)
    kept = {name: value for name, value in typed.items() if not name.startswith(lists)} if lists else typed
    return {**kept, **flat({name: answers[name] for name in answers if f"{name}." in lists})}
