"""Everything that keeps terms from becoming a calendar, told at once and by name. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import chain

from parenting_plans import public_holidays, special_days
from parenting_plans.holidays import ORDER
from parenting_plans.patterns import problems_of_nights
from parenting_plans.values import (
    After,
    HolidayRule,
    Monthly,
    Problem,
    Regular,
    Slot,
    SpecialDay,
    Step,
    Terms,
    Window,
)

FIRST_TO_FIFTH_OR_LAST = {1, 2, 3, 4, 5, -1}
LONGEST_MONTHLY = 14
WEEK = 7


def problems_of_time(field: str, at: time) -> tuple[Problem, ...]:
    """Between 02:00 and 03:00 the clock can skip or repeat: nobody can be held to such a time."""
    if at.hour != 2:
        return ()
    return (
        Problem(field, "Choose a time before 02:00 or from 03:00. Between the two, the clock can change."),
    )


def problems_of_regular(regular: Regular) -> tuple[Problem, ...]:
    cycle = problems_of_monthly(regular) if regular.monthly else problems_of_nights(regular.nights)
    slots = chain.from_iterable(problems_of_slot(slot, regular) for slot in regular.slots)
    return (*cycle, *problems_of_time("handover_time", regular.handover_time), *slots)


def problems_of_monthly(regular: Regular) -> tuple[Problem, ...]:
    monthly = regular.monthly or Monthly((), 0, 0)
    problems = []
    if regular.nights:
        problems.append(Problem("monthly", "Choose a cycle of nights or nights by the month, not both."))
    if not monthly.ordinals or set(monthly.ordinals) - FIRST_TO_FIFTH_OR_LAST:
        problems.append(
            Problem("monthly", "Choose the first to the fifth weekend of the month, or the last.")
        )
    if monthly.weekday not in range(WEEK):
        problems.append(Problem("monthly", "Choose a day of the week."))
    if not 1 <= monthly.nights <= LONGEST_MONTHLY:
        limits = {"longest": str(LONGEST_MONTHLY), "given": str(monthly.nights)}
        problems.append(Problem("monthly", "Choose 1 to {longest} nights; this says {given}.", limits))
    return tuple(problems)


def problems_of_slot(slot: Slot, regular: Regular) -> tuple[Problem, ...]:
    problems = [*problems_of_time("slots", slot.begins), *problems_of_time("slots", slot.ends)]
    if slot.begins >= slot.ends:
        problems.append(Problem("slots", "Hours without a night end later on the same day than they begin."))
    if slot.weekday not in range(WEEK):
        problems.append(Problem("slots", "Choose a day of the week."))
    if slot.letter not in {"A", "B"}:
        problems.append(Problem("slots", "Use only the letters A and B."))
    whole_weeks = bool(regular.nights) and len(regular.nights) % WEEK == 0 and not regular.monthly
    if slot.weeks and not whole_weeks:
        problems.append(Problem("slots", "Hours in some weeks only need a cycle of whole weeks."))
    elif slot.weeks and set(slot.weeks) - set(range(len(regular.nights) // WEEK)):
        problems.append(Problem("slots", "This week is not in the cycle."))
    return tuple(problems)


def problems_of_rule(rule: HolidayRule) -> tuple[Problem, ...]:
    """`field` is the holiday's name, as each holiday has a rule of its own."""
    problems = problems_of_time(rule.holiday, rule.switch_time)
    if rule.holiday not in ORDER:
        problems += (Problem(rule.holiday, "Choose one of the five school holidays."),)
    if rule.switch_weekday not in range(WEEK):
        problems += (Problem(rule.holiday, "Choose a day of the week."),)
    return problems


def problems_of_special_day(day: SpecialDay) -> tuple[Problem, ...]:
    """`field` is the day's own name or date."""
    problems = [*problems_of_time(day.day, day.begins), *problems_of_time(day.day, day.ends)]
    if not special_days.is_known(day.day):
        problems.append(
            Problem(day.day, "This special day is not known here. Choose one from the list, or a date.")
        )
    if day.ends_after_days < 0 or (day.ends_after_days == 0 and day.ends <= day.begins):
        problems.append(Problem(day.day, "A special day ends later than it begins."))
    if day.ends_after_days > WEEK:
        problems.append(Problem(day.day, "A special day lasts a week at most."))
    return tuple(problems)


def problems_of_steps(steps: Sequence[Step]) -> Iterator[Problem]:
    days: list[tuple[object, date]] = [(step.child, step.starts_on) for step in steps]
    if len(set(days)) < len(days):
        yield Problem("steps", "Two steps of one child start on the same day. Keep one.")
    for step in steps:
        yield from problems_of_regular(step.regular)


def problems_of_window(window: Window) -> tuple[Problem, ...]:
    if window.starts_at < window.ends_at:
        return ()
    return (Problem("ends_at", "Choose an end that is later than the beginning."),)


def problems_of_terms(terms: Terms) -> tuple[Problem, ...]:
    """Everything that keeps these terms from becoming a calendar, all at once."""
    days = terms.public_holidays.days if terms.public_holidays else ()
    return (
        *problems_of_regular(terms.regular),
        *chain.from_iterable(problems_of_regular(regular) for _, regular in terms.regimes),
        *problems_of_steps(terms.steps),
        *chain.from_iterable(problems_of_rule(rule) for rule in terms.holidays),
        *_of_holidays_together(terms),
        *(
            Problem("public_holidays", "This public holiday is not known here.")
            for day in days
            if not public_holidays.is_known(day)
        ),
        *chain.from_iterable(problems_of_special_day(day) for day in terms.special_days),
    )


def _of_holidays_together(terms: Terms) -> Iterator[Problem]:
    names = [rule.holiday for rule in terms.holidays]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Problem(name, "This school holiday has two rules. Keep one.")
    for rule in terms.holidays:
        if rule.last_weekend_to_school and terms.after_holidays is After.RESTART:
            yield Problem(
                rule.holiday,
                "After the holiday the schedule begins again with the other parent, so the last weekend cannot also be with"
                " the parent of the first school week. Choose one.",
            )
