"""A plan as a whole: what is still wrong with it, what it means for the calendar, what differs between two. Pure.

What it means for the calendar is in terms.py; two clauses that say different things are a problem here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from parenting_plans import clauses, patterns
from parenting_plans.clauses.c02_regular_schedule import BY_MONTH, nights_of
from parenting_plans.fields import Answers, Kind, is_asked, parse_clock
from parenting_plans.terms import sound, terms_of
from parenting_plans.values import ZONE, Agreed, Child, InForce, Problem, Version
from parenting_plans.wording import WEEKDAYS

DURATION = "A03"
LONGEST_LEAD = timedelta(days=731)


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
        *_of_residence(agreed),
        *_of_ends(agreed, effective_on),
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


def _of_children(agreed: Agreed, children: Sequence[UUID]) -> tuple[Problem, ...]:
    """A01 names children of the family, and C01 says of each of them, and of no other, where it is registered."""
    known = {str(child) for child in children}
    problems = []
    parties, registered = sound(agreed, "A01"), sound(agreed, "C01")
    covered = set(parties["children"]) if parties else known
    if covered - known:
        problems.append(Problem("A01.children", "Choose from the children of this family."))
    problems += [
        Problem(f"{code}.{name}", "Choose from the children of this family.")
        for code, name in _CHILDREN_FIELDS
        for answers in [sound(agreed, code)]
        if answers and set(answers.get(name, ())) - known
    ]
    if registered and covered - set(registered["per_child"]):
        problems.append(Problem("C01.per_child", "Choose a parent for each child of the plan."))
    if registered and set(registered["per_child"]) - covered:
        problems.append(Problem("C01.per_child", "This names a child that the plan does not cover."))
    return tuple(problems)


# The fields in which a clause names children; A01 and C01 are looked at together.
_CHILDREN_FIELDS = tuple(
    (clause.code, field.name)
    for clause in clauses.load()
    for field in clause.fields
    if field.kind in (Kind.CHILDREN, Kind.CHILDREN_MAP, Kind.CHILDREN_CHOICE)
    and clause.code not in ("A01", "C01")
)


def _of_residence(agreed: Agreed) -> tuple[Problem, ...]:
    """C04 and C08 may not contradict C02, nor E05 what E01 says of the weeks after a holiday."""
    regular, together, nest = sound(agreed, "C02"), sound(agreed, "C04"), sound(agreed, "C08")
    summer, after = sound(agreed, "E05"), sound(agreed, "E01")
    problems = []
    apart = regular and set(regular.get("per_child", {}).values()) - {regular["pattern"]}
    if together and regular and (together["same"] == "yes") == bool(apart):
        text = (
            "In the regular schedule a child follows another pattern."
            if apart
            else "In the regular schedule all children follow the same pattern."
        )
        problems.append(Problem("C04.same", text))
    if nest and regular and nest["nest"] == "no" and _is_nest(regular):
        problems.append(Problem("C08.nest", "The regular schedule you chose is bird-nesting."))
    if summer and after and summer.get("last_weekend") == "first_school_week" and after["after"] == "restart":
        problems.append(
            Problem(
                "E05.last_weekend",
                "After the holiday the schedule begins again with the other parent, so the last weekend cannot also be with"
                " the parent of the first school week. Choose one.",
            )
        )
    return tuple(problems)


def _is_nest(regular: Answers) -> bool:
    pattern = patterns.named(regular["pattern"])
    return pattern is not None and pattern.nest


def _of_ends(agreed: Agreed, effective_on: date | None) -> tuple[Problem, ...]:
    """A trial, and a nest, end after the plan begins."""
    if effective_on is None:
        return ()
    return tuple(
        Problem(f"{code}.{name}", "This ends before the plan begins. Choose a later day.")
        for code, question, name in (("A03", "trial", "trial_end"), ("C08", "nest", "end_date"))
        for answers in [sound(agreed, code)]
        if answers and answers[question] == "yes" and date.fromisoformat(answers[name]) <= effective_on
    )


def _of_handover(agreed: Agreed) -> tuple[Problem, ...]:
    """D01 may not contradict C02: one time, and a single day only when the nights have no other."""
    regular, handover = sound(agreed, "C02"), sound(agreed, "D01")
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
    if regular["pattern"] in BY_MONTH:
        return frozenset(("fri", "sun"))
    nights, anchor = nights_of(regular), date.fromisoformat(regular["anchor_date"])
    weeks = 1 if len(nights) % 7 == 0 else 7
    changes = [
        night
        for night in range(len(nights) * weeks)
        if nights[night % len(nights)] != nights[night % len(nights) - 1]
    ]
    return frozenset(WEEKDAYS[(anchor.weekday() + night) % 7][0] for night in changes)


def in_force(versions: Sequence[Version], children: Iterable[Child] = ()) -> tuple[InForce, ...]:
    """The sealed versions that govern the calendar, in order of time.

    A version starts on its effective day at the time it names, or at its own handover time, for that is when the first
    night under it begins; so no child changes homes at midnight. Sealed later than that, it starts at the first handover time after sealing: what
    has already happened is not rewritten. A version that a later one overtakes before it starts never governs.
    `children`: everyone whose stays are asked, for plans that grow with them; none when only the moments matter.
    """
    kept: list[InForce] = []
    everyone = tuple(children)
    for version in sorted(versions, key=lambda version: version.number, reverse=True):
        if version.sealed_at is None:
            continue
        terms = terms_of(version.agreed, everyone)
        starts_at = _starts_at(version, version.sealed_at, terms.regular.handover_time)
        if not kept or starts_at < kept[-1].starts_at:
            kept.append(InForce(version.id, terms, starts_at))
    return tuple(reversed(kept))


def start_time(agreed: Agreed) -> time | None:
    """The time on the first day that the plan names (A03); None: its handover time."""
    return parse_clock(agreed.get(DURATION, {}).get("start_time"))


def with_start_time(agreed: Agreed, at: time | None) -> Agreed:
    """The plan with this time, or without any. A clause that was not answered yet gets its usual answers with it."""
    rest = {name: value for name, value in agreed.get(DURATION, {}).items() if name != "start_time"}
    if at is None:
        return {**agreed, DURATION: rest} if DURATION in agreed else agreed
    usual = clauses.by_code()[DURATION].default or {}
    return {**agreed, DURATION: {**usual, **rest, "start_time": f"{at:%H:%M}"}}


def _starts_at(version: Version, sealed_at: datetime, handover_time: time) -> datetime:
    clock = start_time(version.agreed) or handover_time
    starts_at = datetime.combine(version.effective_on, clock, tzinfo=ZONE)
    if starts_at >= sealed_at:
        return starts_at
    day = sealed_at.astimezone(ZONE).date()
    next_handover = datetime.combine(day, handover_time, tzinfo=ZONE)
    if next_handover < sealed_at:
        next_handover = datetime.combine(day + timedelta(days=1), handover_time, tzinfo=ZONE)
    return next_handover


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
