"""One form for every clause: its fields as controls in the reader's language, and its answers as form values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mediation.families import ChildInFamily
from parenting_plans.clause import Clause
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Home
from portal.languages import Translator, mark

SHORT_LIST: Final = 5  # a longer list of choices is a select

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
}

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as the form shows it. `control` is a kind of parts/form.html, or "each_child" with one choice per child."""

    name: str
    label: str
    control: str
    options: Options
    rows: Options  # of "each_child": name of the control, name of the child
    hint: str
    required: bool
    maximum: int | None
    read_by_others: bool


def asked(
    clause: Clause, names: Mapping[str, str], children: Sequence[ChildInFamily], say: Translator
) -> tuple[Asked, ...]:
    """The clause's fields in their order."""
    return tuple(_asked(clause, field, names, children, say) for field in clause.fields)


def _asked(
    clause: Clause,
    field: Field,
    names: Mapping[str, str],
    children: Sequence[ChildInFamily],
    say: Translator,
) -> Asked:
    own = tuple((str(child.id), child.given_name) for child in children)
    return Asked(
        name=field.name,
        label=field.label[say.lang],
        control=_control(field),
        options=_options(field, names, own, say.lang),
        rows=tuple((f"{field.name}.{child}", name) for child, name in own),
        hint=" ".join(_hints(clause, field, names, say)),
        required=field.required,
        maximum=field.maximum or None,
        read_by_others=field.is_free_text,
    )


def _control(field: Field) -> str:
    # What need not be answered must be something one can take back: a radio button is not.
    if field.kind is Kind.CHOICE and (len(field.options) > SHORT_LIST or not field.required):
        return "select"
    return _CONTROLS[field.kind]


def _options(field: Field, names: Mapping[str, str], children: Options, lang: str) -> Options:
    if field.kind in (Kind.PARENT, Kind.CHILDREN_MAP):
        return tuple((home.value, names[home.value]) for home in Home)
    if field.kind is Kind.CHILDREN:
        return children
    return tuple((value, label[lang]) for value, label in field.options)


def _hints(clause: Clause, field: Field, names: Mapping[str, str], say: Translator) -> list[str]:
    hints = [field.hint[say.lang]] if field.hint else []
    if any(value.endswith(("_a", "_b")) for value, _ in field.options):
        hints.append(say.text(mark("Parent A is {a}, parent B is {b}."), a=names["A"], b=names["B"]))
    if field.asked_when:
        other, values = field.asked_when
        labels = [dict(clause.field(other).options)[value][say.lang] for value in values]
        answers = say.gettext(" or ").join(f"“{label}”" for label in labels)
        hints.append(say.text(mark("Only if you choose {answers}."), answers=answers))
    return hints


def flat(answers: Answers) -> dict[str, Any]:
    """Answers as the form's values: a map of children becomes one value per child."""
    values: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, Mapping):
            values |= {f"{name}.{child}": home for child, home in value.items()}
        else:
            values[name] = value
    return values
