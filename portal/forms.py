"""What somebody typed, cleaned and read: a value, or everything that is wrong with it at once, in plain words."""

import re
import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from parenting_plans.values import Problem
from portal.languages import BRUSSELS, mark

Typed = dict[str, str | list[str]]
Form = TypeVar("Form", bound=BaseModel)

_CONTROLS: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_TOKEN: Final = "_csrf_token"  # noqa: S105 - the name of the field, not a secret


class Wrong(ValueError):
    """A validator's own objection: a text with {named} places, and the field it belongs to when the form as a whole objects."""

    def __init__(self, text: str, field: str = "", **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.field = field
        self.values = {name: str(value) for name, value in values.items()}


def cleaned(text: str) -> str:
    """Strip, keep newlines as LF alone, and drop control characters (safety.md 2.7); a tab becomes a space."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _CONTROLS.sub("", lines).strip()


def submitted(form_data: Any) -> Typed:
    """Collect the typed texts of a form: a list where a name came more than once. Files and the CSRF token are left out."""
    pairs: Iterable[tuple[str, object]] = (
        form_data.multi_items() if hasattr(form_data, "multi_items") else form_data.items()
    )
    typed: Typed = {}
    for name, value in pairs:
        if name == _TOKEN:
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                _put(typed, name, cleaned(one))
    return typed


def _put(typed: Typed, name: str, text: str) -> None:
    before = typed.get(name)
    if before is None:
        typed[name] = text
    else:
        typed[name] = [*before, text] if isinstance(before, list) else [before, text]


def parse(model: type[Form], typed: Mapping[str, str | list[str]]) -> Form | tuple[Problem, ...]:
    """Read a form into its model, or say all that is wrong, in the order of the form. An empty field is a missing one."""
    ready: dict[str, Any] = {}
    for name, given in typed.items():
        field = model.model_fields.get(name)
        value = _fit(given, field.annotation) if field else given
        if value not in ("", []):
            ready[name] = value
    try:
        return model.model_validate(ready)
    except ValidationError as wrong:
        order = list(model.model_fields)
        found = dict.fromkeys(
            _key(_problem(error)) for error in wrong.errors(include_url=False, include_input=False)
        )
        problems = [Problem(field, text, dict(values)) for field, text, values in found]
        return tuple(
            sorted(problems, key=lambda one: order.index(one.field) if one.field in order else len(order))
        )


def _key(problem: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    return problem.field, problem.text, tuple(problem.values.items())


def instant(wall: datetime) -> datetime:
    """Place a time from a Brussels wall clock: one that comes twice is the first; a skipped one moves on (RFC 5545 3.3.5)."""
    return wall.replace(tzinfo=BRUSSELS, fold=0)


def _fit(given: str | list[str], annotation: Any) -> Any:
    """Make one choice a list where a list is wanted, and keep pydantic from guessing: digits are no date, nan no number."""
    wanted = _types(annotation)
    if wanted & {list, tuple, set, frozenset}:
        return [one for one in ([given] if isinstance(given, str) else given) if one]
    one = given if isinstance(given, str) else next((text for text in reversed(given) if text), "")
    if wanted & {float, Decimal}:
        one = one.replace(",", ".")  # as decimals are written here
    for kind, shape in _SHAPES.items():
        if one and kind in wanted and not shape.match(one):
            return "?"
    return one


_SHAPES: Final[Mapping[type, re.Pattern[str]]] = {
    datetime: re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}"),
    date: re.compile(r"\d{4}-\d{2}-\d{2}$"),
    time: re.compile(r"\d{2}:\d{2}"),
    float: re.compile(r"-?\d+([.]\d+)?$", re.ASCII),
    Decimal: re.compile(r"-?\d+([.]\d+)?$", re.ASCII),
    int: re.compile(r"-?\d+$", re.ASCII),
}


def _types(annotation: Any) -> set[Any]:
    """Name what an annotation may be: `date | None` is {date, None}, `list[str]` is {list}."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _types(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return set().union(*(_types(part) for part in get_args(annotation)))
    return {origin or annotation}


def _problem(error: ErrorDetails) -> Problem:
    field = str(error["loc"][0]) if error["loc"] else ""
    context = error.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Wrong):
        return Problem(field or cause.field, cause.text, cause.values)
    for kinds, say in _SAY:
        if re.match(kinds, error["type"]):
            return say(field, context)
    return Problem(field, "This cannot be read. Check what you wrote.")


def _too_short(field: str, context: Mapping[str, Any]) -> Problem:
    if context["min_length"] <= 1:
        return Problem(field, "Fill in this field.")
    return Problem(field, "Use at least {n} characters.", {"n": str(context["min_length"])})


def _objection(field: str, context: Mapping[str, Any]) -> Problem:
    if "reason" in context:  # pydantic's e-mail type says it this way
        return Problem(field, "This is not an e-mail address. Write it as name@example.be.")
    return Problem(field, "This cannot be read. Check what you wrote.")


def _bound(name: str, text: str) -> Callable[[str, Mapping[str, Any]], Problem]:
    return lambda field, context: Problem(field, text, {"limit": str(context[name])})


_SAY: Final[tuple[tuple[str, Callable[[str, Mapping[str, Any]], Problem]], ...]] = (
    ("missing", lambda field, _: Problem(field, "Fill in this field.")),
    ("string_too_short", _too_short),
    (
        "string_too_long",
        lambda field, c: Problem(field, "Use at most {n} characters.", {"n": str(c["max_length"])}),
    ),
    ("too_short", lambda field, c: Problem(field, "Choose at least {n}.", {"n": str(c["min_length"])})),
    ("too_long", lambda field, c: Problem(field, "Choose at most {n}.", {"n": str(c["max_length"])})),
    ("enum|literal_error|uuid", lambda field, _: Problem(field, "Choose one of the options.")),
    ("bool", lambda field, _: Problem(field, "Choose yes or no.")),
    ("datetime", lambda field, _: Problem(field, "This is not a date and time that exists.")),
    ("date_", lambda field, _: Problem(field, "This is not a date that exists.")),
    ("time_", lambda field, _: Problem(field, "This is not a time of day. Write it as 18:00.")),
    ("int_", lambda field, _: Problem(field, "Write a whole number.")),
    ("float_|decimal_|finite", lambda field, _: Problem(field, "Write a number.")),
    ("greater_than_equal", _bound("ge", mark("This must be {limit} or more."))),
    ("greater_than", _bound("gt", mark("This must be more than {limit}."))),
    ("less_than_equal", _bound("le", mark("This must be {limit} or less."))),
    ("less_than", _bound("lt", mark("This must be less than {limit}."))),
    (
        "string_pattern",
        lambda field, _: Problem(field, "This is not written in the right way. Look at the example."),
    ),
    ("value_error", _objection),
)
