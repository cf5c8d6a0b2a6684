"""A plan as its reader reads it: sentences, what differs between two plans, and strips of nights."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from mediation.families import Family
from mediation.usecases.plan_preview import Preview
from parenting_plans import clauses, plan
from parenting_plans.clause import Clause, Names
from parenting_plans.plan import Change
from parenting_plans.values import Agreed, Home
from portal.languages import Translator


@dataclass(frozen=True, slots=True)
class Line:
    """One clause in the reader's language; `sentence` is empty when its answers are not finished."""

    code: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Changed:
    """One clause that differs; `before` or `after` is empty when it is not there or not finished."""

    code: str
    title: str
    change: Change
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StripNight:
    day: date
    home: Home
    tonight: bool = False


Alike = TypeVar("Alike", bound=Hashable)


def called(family: Family, say: Translator) -> dict[str, str]:
    """What parents ("A", "B") and children (by id) are called on the page."""
    parents = {home.value: family.parent(home) for home in Home}
    names = {
        home: parent.name if parent else say.gettext("the other parent") for home, parent in parents.items()
    }
    return names | {str(child.id): child.given_name for child in family.children}


def lines(agreed: Agreed, names: Names, lang: str) -> tuple[Line, ...]:
    """Every clause that is there, in order."""
    return tuple(
        Line(clause.code, clause.title[lang], _sentence(clause, agreed, names, lang))
        for clause in clauses.load()
        if agreed.get(clause.code)
    )


def changes(old: Agreed, new: Agreed, names: Names, lang: str) -> tuple[Changed, ...]:
    """Clause by clause what the reader would see change."""
    known = clauses.by_code()
    return tuple(
        Changed(
            one.clause,
            known[one.clause].title[lang],
            one.change,
            _sentence(known[one.clause], old, names, lang),
            _sentence(known[one.clause], new, names, lang),
        )
        for one in plan.differences(old, new)
    )


def _sentence(clause: Clause, agreed: Agreed, names: Names, lang: str) -> str:
    answers = agreed.get(clause.code)
    if not answers or clause.problems(answers):
        return ""
    return clause.sentence(answers, names)[lang]


def strip(nights: Iterable[tuple[date, Home]]) -> tuple[StripNight, ...]:
    return tuple(StripNight(day, home) for day, home in nights)


def consequence(preview: Preview | None, names: Mapping[str, str]) -> dict[str, Any]:
    """What pages show of a preview: `strips` of the first nights and `moved` nights, once for children who move alike."""
    seen = preview.children if preview else ()
    return {
        "preview": preview,
        "strips": _shared(
            {one.child.id: strip((night.date, night.home) for night in one.nights) for one in seen}, names
        ),
        "moved": _shared({one.child.id: one.moves for one in seen if one.moves}, names),
    }


def _shared(found: Mapping[UUID, Alike], names: Mapping[str, str]) -> tuple[tuple[str, Alike], ...]:
    children: dict[Alike, list[str]] = {}
    for child, what in found.items():
        children.setdefault(what, []).append(names[str(child)])
    return tuple((", ".join(alike), what) for what, alike in children.items())
