"""A plan as a whole: what is still wrong with it, what it means for the calendar, what differs between two. Pure.

The handover time of the calendar is D01's when that is a clock time, else C02's; two different ones are a problem.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from parenting_plans import clauses
from parenting_plans.clauses.c02_regular_schedule import nights_of
from parenting_plans.errors import PlanIncomplete
from parenting_plans.fields import Answers, is_asked
from parenting_plans.values import (
    ZONE,
    Agreed,
    HolidayRule,
    Home,
    InForce,
    Problem,
    Regular,
    Split,
    Terms,
    Version,
)
from parenting_plans.wording import WEEKDAYS, weekday_number

HOLIDAYS = {"E03": "christmas", "E05": "summer"}
LONGEST_LEAD = timedelta(days=731)
_USUAL_SWITCH = "fri", "18:00"  # never used: a whole holiday in turn has no change half-way


def problems_of(
    agreed: Agreed, children: Sequence[UUID], effective_on: date | None, today: date
) -> tuple[Problem, ...]:
    """Everything that keeps the plan from being proposed, at once. Fields are named "C02.anchor_date" or "C02".

    Only essential clauses must be there. A clause without answers is left out of the plan; every other one must be right.
    """
    return (
        *problems_of_start(effective_on, today),
        *(
            problem
            for clause in clauses.load()
            if clause.essential or not is_left_out(clause.code, agreed)
            for problem in _of_clause(clause.code, agreed)
        ),
        *(
            Problem(code, "This agreement is not known here.")
            for code in agreed
            if code not in clauses.by_code()
        ),
        *_of_children(agreed, children),
        *_of_handover(agreed),
    )


def problems_of_start(effective_on: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day from which the plan counts."""
    if effective_on is None:
        return (Problem("effective_on", "Say from which day the plan counts."),)
    if effective_on < today:
        return (Problem("effective_on", "Choose today or a later day for the plan to start."),)
    if effective_on > today + LONGEST_LEAD:
        return (Problem("effective_on", "Choose a day within two years for the plan to start."),)
    return ()


def is_left_out(code: str, agreed: Agreed) -> bool:
    """Whether the plan says nothing about this: nobody came to it, or it was set aside (an empty map of answers)."""
    return code not in agreed or agreed[code] == {}


def without_left_out(agreed: Agreed) -> Agreed:
    """What is really said, without the topics that were set aside."""
    return {code: answers for code, answers in agreed.items() if answers != {}}


def _of_clause(code: str, agreed: Agreed) -> tuple[Problem, ...]:
    answers = agreed.get(code)
    if not isinstance(answers, Mapping) or not answers:
        return (Problem(code, "Say what you agreed about this."),)
    return tuple(
        Problem(f"{code}.{problem.field}", problem.text, problem.values)
        for problem in clauses.by_code()[code].problems(answers)
    )


def _sound(agreed: Agreed, code: str) -> Answers | None:
    """The clause's answers when nothing is wrong with them."""
    return None if _of_clause(code, agreed) else agreed[code]


def _of_children(agreed: Agreed, children: Sequence[UUID]) -> tuple[Problem, ...]:
    """A01 names children of the family, and C01 says of each of them, and of no other, where it is registered."""
    known = {str(child) for child in children}
    problems = []
    parties, registered = _sound(agreed, "A01"), _sound(agreed, "C01")
    covered = set(parties["children"]) if parties else known
    if covered - known:
        problems.append(Problem("A01.children", "Choose from the children of this family."))
    if registered and covered - set(registered["per_child"]):
        problems.append(Problem("C01.per_child", "Choose a parent for each child of the plan."))
    if registered and set(registered["per_child"]) - covered:
        problems.append(Problem("C01.per_child", "This names a child that the plan does not cover."))
    return tuple(problems)


def _of_handover(agreed: Agreed) -> tuple[Problem, ...]:
    """D01 may not contradict C02: one time, and a single day only when the nights have no other."""
    regular, handover = _sound(agreed, "C02"), _sound(agreed, "D01")
    if not regular or not handover:
        return ()
    problems = []
    if handover["moment"] == "clock" and handover["time"] != regular["handover_time"]:
        times = {"time": handover["time"], "other": regular["handover_time"]}
        problems.append(
            Problem(
                "D01.time",
                "Here you say {time}, in the regular schedule {other}. Choose one time for the handover.",
                times,
            )
        )
    days = handover_days(regular)
    if handover.get("day") and days != {handover["day"]}:
        problems.append(
            Problem(
                "D01.day", "In this schedule the children change homes on other days. Leave the day empty."
            )
        )
    return tuple(problems)


def handover_days(regular: Answers) -> frozenset[str]:
    """The weekdays ("mon" .. "sun") on which C02's nights change homes; all that can occur, for odd cycles."""
    nights, anchor = nights_of(regular), date.fromisoformat(regular["anchor_date"])
    weeks = 1 if len(nights) % 7 == 0 else 7
    changes = [
        night
        for night in range(len(nights) * weeks)
        if nights[night % len(nights)] != nights[night % len(nights) - 1]
    ]
    return frozenset(WEEKDAYS[(anchor.weekday() + night) % 7][0] for night in changes)


def terms_of(agreed: Agreed) -> Terms:
    """What a plan without problems means for the calendar. Raises PlanIncomplete without a sound C02."""
    regular = _sound(agreed, "C02")
    if regular is None:
        raise PlanIncomplete
    rules = (_rule(holiday, _sound(agreed, code)) for code, holiday in HOLIDAYS.items())
    return Terms(
        regular=Regular(
            nights=nights_of(regular),
            anchor=date.fromisoformat(regular["anchor_date"]),
            first=Home(regular["anchor_parent"]),
            handover_time=_handover_time(regular, _sound(agreed, "D01")),
        ),
        holidays=tuple(rule for rule in rules if rule is not None),
    )


def _handover_time(regular: Answers, handover: Answers | None) -> time:
    at = handover["time"] if handover and handover["moment"] == "clock" else regular["handover_time"]
    return time.fromisoformat(at)


def _rule(holiday: str, answers: Answers | None) -> HolidayRule | None:
    if answers is None:
        return None
    weekday, at = _USUAL_SWITCH
    return HolidayRule(
        holiday=holiday,
        split=Split(answers["split"]),
        first_half_even=Home(answers["first_half_even"]),
        switch_weekday=weekday_number(answers.get("switch_weekday", weekday)),
        switch_time=time.fromisoformat(answers.get("switch_time", at)),
    )


def in_force(versions: Sequence[Version]) -> tuple[InForce, ...]:
    """The sealed versions that govern the calendar, in order of time.

    A version starts on its effective day at its own handover time, for that is when the first night under it begins; so
    no child changes homes at midnight. Sealed later than that, it starts at the first handover time after sealing: what
    has already happened is not rewritten. A version that a later one overtakes before it starts never governs.
    """
    kept: list[InForce] = []
    for version in sorted(versions, key=lambda version: version.number, reverse=True):
        if version.sealed_at is None:
            continue
        terms = terms_of(version.agreed)
        starts_at = _starts_at(version.effective_on, version.sealed_at, terms.regular.handover_time)
        if not kept or starts_at < kept[-1].starts_at:
            kept.append(InForce(version.id, terms, starts_at))
    return tuple(reversed(kept))


def _starts_at(effective_on: date, sealed_at: datetime, handover_time: time) -> datetime:
    day = max(effective_on, sealed_at.astimezone(ZONE).date())
    starts_at = datetime.combine(day, handover_time, tzinfo=ZONE)
    if starts_at < sealed_at:
        starts_at = datetime.combine(day + timedelta(days=1), handover_time, tzinfo=ZONE)
    return starts_at


class Change(StrEnum):
    """What happened to a clause between two plans."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One clause that is not the same in two plans; `fields` names the answers that differ."""

    clause: str
    change: Change
    fields: tuple[str, ...]


def differences(old: Agreed, new: Agreed) -> tuple[Difference, ...]:
    """Clause by clause, in code order. Answers that are not asked do not count."""
    found = []
    for clause in clauses.load():
        before, after = _asked(clause.code, old), _asked(clause.code, new)
        names = tuple(one.name for one in clause.fields if before.get(one.name) != after.get(one.name))
        if names:
            found.append(Difference(clause.code, _change(before, after), names))
    return tuple(found)


def _asked(code: str, agreed: Agreed) -> dict[str, Any]:
    answers = agreed.get(code, {})
    return {
        one.name: answers[one.name]
        for one in clauses.by_code()[code].fields
        if one.name in answers and is_asked(one, answers)
    }


def _change(before: Answers, after: Answers) -> Change:
    if not before:
        return Change.ADDED
    return Change.CHANGED if after else Change.REMOVED
