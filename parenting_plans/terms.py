"""What the clauses of a plan mean for the calendar: each that the calendar follows becomes a part of Terms. Pure.

The handover time of the calendar is D01's when that is a clock time, else C02's. A clause with a problem counts as absent.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from parenting_plans import clauses, patterns
from parenting_plans.clauses.c02_regular_schedule import regular_of
from parenting_plans.clauses.e09_mothers_and_fathers_day import HOMES
from parenting_plans.errors import PlanIncomplete
from parenting_plans.fields import Answers
from parenting_plans.special_days import yearly
from parenting_plans.values import (
    After,
    Agreed,
    Child,
    Community,
    HolidayRule,
    Home,
    PublicHolidays,
    Regular,
    SpecialDay,
    Split,
    Step,
    Terms,
)
from parenting_plans.wording import weekday_number

HOLIDAYS = {"E03": "christmas", "E04": "easter", "E05": "summer"}
PRIMARY_AGE, SECONDARY_AGE = 6, 12
SEPTEMBER = 9
_USUAL_SWITCH = "fri", "18:00"  # never used: a whole holiday in turn has no change half-way
_SPLITS = {"alternate_whole": "alternate"}


def sound(agreed: Agreed, code: str) -> Answers | None:
    """The clause's answers when there are some and nothing is wrong with them."""
    answers = agreed.get(code)
    if not isinstance(answers, Mapping) or not answers or clauses.by_code()[code].problems(answers):
        return None
    return answers


def terms_of(agreed: Agreed, children: Iterable[Child] = ()) -> Terms:
    """What a plan without problems means for the calendar. Raises PlanIncomplete without a sound C02.

    `children`: for whom stays are asked; a plan that grows needs their days of birth and their schools. Without them
    everything but the steps is there.
    """
    answers = sound(agreed, "C02")
    if answers is None:
        raise PlanIncomplete
    handover = sound(agreed, "D01")
    if handover and handover["moment"] == "clock":
        answers = {**answers, "handover_time": handover["time"]}
    own = sorted(answers.get("per_child", {}).items())
    calendar = sound(agreed, "E01") or {}
    communities = {
        UUID(child): Community(value) for child, value in sorted(calendar.get("per_child", {}).items())
    }
    return Terms(
        regular=regular_of(answers),
        holidays=tuple(_holidays(agreed)),
        regimes=tuple((UUID(child), regular_of(answers, pattern)) for child, pattern in own),
        steps=tuple(_steps(agreed, answers, children, communities)),
        after_holidays=After(calendar.get("after", After.CONTINUE)),
        public_holidays=_public_holidays(sound(agreed, "E08")),
        special_days=tuple(_special_days(agreed)),
        communities=tuple(communities.items()),
        nest=_is_nest(agreed, answers),
    )


def _is_nest(agreed: Agreed, regular: Answers) -> bool:
    rules, pattern = sound(agreed, "C08"), patterns.named(regular["pattern"])
    return rules["nest"] == "yes" if rules else pattern is not None and pattern.nest


def _holidays(agreed: Agreed) -> Iterator[HolidayRule]:
    short = sound(agreed, "E02")
    if short:
        yield _rule("autumn", short["mode"], short.get("autumn_even"), short)
        yield _rule("carnival", short["mode"], short.get("carnival_even"), short)
    for code, holiday in HOLIDAYS.items():
        answers = sound(agreed, code)
        if answers:
            yield _rule(holiday, answers["split"], answers.get("first_half_even"), answers)


def _rule(holiday: str, split: str, first: str | None, answers: Answers) -> HolidayRule:
    weekday, at = _USUAL_SWITCH
    return HolidayRule(
        holiday=holiday,
        split=Split(_SPLITS.get(split, split)),
        first_half_even=Home(first or Home.A),  # only asked when the holiday is shared
        switch_weekday=weekday_number(answers.get("switch_weekday", weekday)),
        switch_time=time.fromisoformat(answers.get("switch_time", at)),
        last_weekend_to_school=answers.get("last_weekend") == "first_school_week",
    )


def _public_holidays(answers: Answers | None) -> PublicHolidays | None:
    if answers is None:
        return None
    return PublicHolidays(extend=answers["extend"] == "yes", days=tuple(answers.get("which", ())))


def _steps(
    agreed: Agreed, regular: Answers, children: Iterable[Child], communities: Mapping[UUID, Community]
) -> Iterator[Step]:
    """Each child takes each step on its own day; of two steps on one day the later row of C05 counts."""
    growing = sound(agreed, "C05")
    for child in children if growing else ():
        community = communities.get(child.id, child.community)
        days = {step_day(row, child.born, community): row for row in growing["steps"]} if growing else {}
        for day in sorted(days):
            yield Step(child.id, day, _grown(regular, days[day]))


def _grown(regular: Answers, row: Mapping[str, Any]) -> Regular:
    """The cycle keeps counting from the Monday of the first one; hours without a night are those of the new pattern."""
    anchor = date.fromisoformat(regular["anchor_date"])
    answers = {
        **{name: value for name, value in regular.items() if name != "slots"},
        "anchor_date": (anchor - timedelta(days=anchor.weekday())).isoformat(),
        "anchor_parent": row.get("anchor_parent") or regular["anchor_parent"],
    }
    return regular_of(answers, row["pattern"])


def step_day(row: Mapping[str, Any], born: date, community: Community) -> date:
    """The day on which a child born on `born` takes this step of C05."""
    if row["trigger"] == "date":
        return date.fromisoformat(row["on"])
    if row["trigger"] == "age":
        return yearly(born, born.year + row["age"])
    age = PRIMARY_AGE if row["trigger"] == "school_start" else SECONDARY_AGE
    return school_start(born.year + age, community)


def school_start(year: int, community: Community) -> date:
    """1 September; in the French Community the last Monday of August (since 2022)."""
    first = date(year, SEPTEMBER, 1)
    if community is not Community.FRENCH:
        return first
    last_of_august = first - timedelta(days=1)
    return last_of_august - timedelta(days=last_of_august.weekday())


def _special_days(agreed: Agreed) -> Iterator[SpecialDay]:
    for row in _rows(agreed, "E07", "days"):
        yield _day("E07", row["day"], row, (row["even"], row["odd"]))
    parents = sound(agreed, "E09")
    if parents:
        suffix = "_antwerp" if parents["tradition"] == "antwerp" else ""
        for day in ("mothers_day", "fathers_day"):
            if parents.get(day):
                yield _day("E09", day + suffix, parents, HOMES[parents[day]])
    birthday = sound(agreed, "E10")
    if birthday and birthday["mode"] == "alternate":
        even = Home(birthday["even_parent"])
        yield _day("E10", "birthday", birthday, (even, even.other))
    for row in _rows(agreed, "E11", "feasts"):
        if row["when"] != "moves":
            # A day of every year is named without its year.
            day = row["on"] if row["when"] == "once" else row["on"][len("2027-") :]
            yield _day("E11", day, row, (row["even"], row["odd"]))


def _rows(agreed: Agreed, code: str, name: str) -> Sequence[Mapping[str, Any]]:
    answers = sound(agreed, code)
    return answers[name] if answers else ()


def _day(clause: str, day: str, answers: Answers, homes: tuple[str, str]) -> SpecialDay:
    even, odd = homes
    return SpecialDay(
        day=day,
        even=Home(even),
        odd=Home(odd),
        begins=time.fromisoformat(answers["begins"]),
        ends=time.fromisoformat(answers["ends"]),
        ends_after_days=1 if answers.get("next_day") == "yes" else 0,
        clause=clause,
    )
