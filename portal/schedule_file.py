"""A described schedule as a file: read it and tell everything that is wrong with it at once.

Its form is in docs/schedules.md. Times without an offset are of the file's own zone.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import chain
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from parenting_plans import patterns
from parenting_plans.soundness import problems_of_time
from parenting_plans.values import (
    ZONE,
    Child,
    HolidayRule,
    Home,
    Layer,
    PublicHolidays,
    Regular,
    SpecialDay,
    Split,
    Terms,
    Window,
)
from portal.schedule_shape import (
    KINDS,
    OPTIONAL,
    PLAIN,
    SECTIONS,
    HolidayIn,
    OrderIn,
    RegularIn,
    SwapIn,
    said,
)

UNSWITCHED = {Split.ALTERNATE, Split.FOLLOW_REGULAR}


class FileRefused(Exception):
    """The file describes no schedule. `lines` say why, all of it, one thing a line."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


@dataclass(frozen=True, slots=True)
class Described:
    """A schedule that can be expanded. `names` are the file's own ids of children, `documents` of swaps and orders."""

    zone: ZoneInfo
    start: datetime
    end: datetime
    children: tuple[Child, ...]
    names: Mapping[UUID, str]
    terms: Terms
    windows: tuple[Window, ...]
    documents: Mapping[UUID, str]


def read(text: str) -> Described:
    """The schedule a file describes. Raises FileRefused with everything that is wrong."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as refused:
        raise FileRefused([f"This is not JSON: {refused}."]) from refused
    if not isinstance(given, dict):
        raise FileRefused(["Write one object, with zone, from, to, children and regular."])
    found, lines = _sections(given)
    lines += chain.from_iterable(check(found) for check in CHECKS)
    if lines:
        raise FileRefused(lines)
    return _described(found)


def _sections(given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Each section that is sound by itself, and what is wrong with the others."""
    found: dict[str, Any] = {}
    lines = [f"{name}: {PLAIN['extra_forbidden']}." for name in given if name not in SECTIONS]
    for name, section in SECTIONS.items():
        if name not in given and name not in OPTIONAL:
            lines.append(f"{name}: {PLAIN['missing']}.")
            continue
        value = given.get(name)
        try:
            found[name] = (
                OPTIONAL[name] if value is None and name in OPTIONAL else section.validate_python(value)
            )
        except ValidationError as refused:
            lines += [
                f"{_place(name, error['loc'])}: {_words(error).rstrip('.')}." for error in refused.errors()
            ]
    return found, lines


def _place(name: str, path: Sequence[str | int]) -> str:
    return name + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _words(error: Any) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return PLAIN.get(error["type"], str(error["msg"]).lower())


def _of_period(found: Mapping[str, Any]) -> Iterator[str]:
    if {"zone", "from", "to"} <= found.keys() and _at(found, "from") >= _at(found, "to"):
        yield "to: choose a moment later than `from`."


def _of_children(found: Mapping[str, Any]) -> Iterator[str]:
    ids = [child.id for child in found.get("children", ())]
    for place, name in enumerate(ids):
        if name in ids[:place]:
            yield f"children[{place}].id: two children have this id."


def _of_regular(found: Mapping[str, Any]) -> Iterator[str]:
    regular = found.get("regular")
    if regular is None:
        return
    if (regular.pattern is None) == (regular.nights is None):
        yield "regular: give either a pattern or nights."
    for problem in patterns.problems_of_anchor(regular.anchor_date) if regular.pattern else ():
        yield f"regular.anchor_date: {said(problem)}"


def _of_holidays(found: Mapping[str, Any]) -> Iterator[str]:
    names = [one.holiday for one in found.get("holidays", ())]
    for place, one in enumerate(found.get("holidays", ())):
        where = f"holidays[{place}]"
        if one.holiday in names[:place]:
            yield f"{where}.holiday: this school holiday has two rules; keep one."
        if one.first_half_even is None and one.split is not Split.FOLLOW_REGULAR:
            yield f"{where}.first_half_even: say who begins in even years."
        if one.switch is None and one.split not in UNSWITCHED:
            yield f'{where}.switch: say when homes change, for example "sat 18:00".'


def _of_windows(found: Mapping[str, Any]) -> Iterator[str]:
    known = {child.id for child in found["children"]} if "children" in found else None
    for section, agreed in (("swaps", True), ("orders", False)):
        for place, one in enumerate(found.get(section, ())):
            where = f"{section}[{place}]"
            for child in one.children or ():
                if known is not None and child not in known:
                    yield f"{where}.children: there is no child {json.dumps(child)} in this file."
            if one.children == []:
                yield f"{where}.children: name at least one child, or leave this out for all of them."
            yield from _of_moments(where, one, found.get("zone", ZONE), agreed=agreed)


def _of_moments(where: str, one: SwapIn | OrderIn, zone: ZoneInfo, *, agreed: bool) -> Iterator[str]:
    if _local(one.begins, zone) >= _local(one.ends, zone):
        yield f"{where}.to: choose a moment later than `from`."
    for name, at in (("from", one.begins), ("to", one.ends)):
        wall = _local(at, zone).astimezone(zone)
        if agreed:
            for problem in problems_of_time(name, (wall if at.tzinfo else at).time()):
                yield f"{where}.{name}: {said(problem)}"
        elif at.tzinfo is None and wall.replace(tzinfo=None) != at:
            yield f"{where}.{name}: this hour does not exist on that day; the clock goes forward. Give the offset."


CHECKS = (_of_period, _of_children, _of_regular, _of_holidays, _of_windows)


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def _at(found: Mapping[str, Any], name: str) -> datetime:
    return _local(found[name], found["zone"])


def _described(found: Mapping[str, Any]) -> Described:
    children = tuple(
        Child(UUID(int=number), child.born, child.community)
        for number, child in enumerate(found["children"], 1)
    )
    ids = {child.id: one.id for child, one in zip(found["children"], children, strict=True)}
    sections = [
        (f"{section}[{place}]", one)
        for section in ("swaps", "orders")
        for place, one in enumerate(found[section])
    ]
    documents = {UUID(int=number): name for number, (name, _one) in enumerate(sections, 1)}
    return Described(
        zone=found["zone"],
        start=_at(found, "from"),
        end=_at(found, "to"),
        children=children,
        names={own: name for name, own in ids.items()},
        terms=_terms(found),
        windows=tuple(
            _window(one, ids, found["zone"], document)
            for document, (_name, one) in zip(documents, sections, strict=True)
        ),
        documents=documents,
    )


def _terms(found: Mapping[str, Any]) -> Terms:
    public = found["public_holidays"]
    return Terms(
        regular=_regular(found["regular"]),
        holidays=tuple(_rule(one) for one in found["holidays"]),
        public_holidays=PublicHolidays(public.extend, tuple(public.days)) if public else None,
        special_days=tuple(
            SpecialDay(
                one.day,
                one.home,
                one.home,
                one.begins,
                one.ends,
                int(one.ends <= one.begins),
                clause=_clause(one.day),
            )
            for one in found["special_days"]
        ),
    )


def _regular(given: RegularIn) -> Regular:
    pattern = patterns.named(given.pattern) if given.pattern is not None else None
    if pattern is not None:
        return patterns.regular_of(pattern, given.anchor_date, given.first, given.handover_time)
    return Regular(given.nights or "", given.anchor_date, given.first, given.handover_time)


def _rule(given: HolidayIn) -> HolidayRule:
    weekday, at = given.switch or (0, time(0))
    return HolidayRule(given.holiday, given.split, given.first_half_even or Home.A, weekday, at)


def _clause(day: str) -> str:
    """The agreement of the catalogue that speaks of this day."""
    if "mothers" in day or "fathers" in day:
        return "E09"
    return "E10" if day == "birthday" else "E07"


def _window(given: SwapIn | OrderIn, ids: Mapping[str, UUID], zone: ZoneInfo, document: UUID) -> Window:
    return Window(
        layer=KINDS[given.kind] if isinstance(given, OrderIn) else Layer.SWAP,
        home=given.home,
        starts_at=_local(given.begins, zone),
        ends_at=_local(given.ends, zone),
        made_at=datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=document.int),  # later in the file wins
        children=tuple(ids[name] for name in given.children or ()),
        document=document,
    )
