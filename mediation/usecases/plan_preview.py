"""What a plan would mean before anybody agrees to it: how far its sections are, which nights move, how time is divided.

Nothing here changes anything; the same preview stands on the page before proposing, before accepting and before signing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from mediation.families import ChildInFamily, Family
from parenting_plans import clauses, plan, schedule
from parenting_plans.balance import Balance, balance
from parenting_plans.clause import Clause
from parenting_plans.clauses.c02_regular_schedule import BY_MONTH, nights_of
from parenting_plans.clauses.c02_regular_schedule import CLAUSE as REGULAR
from parenting_plans.errors import PlanIncomplete
from parenting_plans.fields import Answers, is_home, parse_day
from parenting_plans.laid import Laid
from parenting_plans.patterns import problems_of_nights
from parenting_plans.regular import home_of_night, regimes_of
from parenting_plans.schedule import Night
from parenting_plans.terms import terms_of
from parenting_plans.values import ZONE, Agreed, Home, InForce, Problem, Regular, Terms, Version, Words

SHOWN_NIGHTS = 28
COMPARED_NIGHTS = 56
COUNTED_DAYS = 365
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Section:
    """One clause of a draft. Its problems name fields of the clause ("anchor_date"), or "" for the clause as a whole."""

    clause: Clause
    answers: Answers
    problems: tuple[Problem, ...]
    set_aside: bool = False

    @property
    def begun(self) -> bool:
        return bool(self.answers)

    @property
    def done(self) -> bool:
        """Nothing in it keeps the draft from being proposed; most clauses may also stay open."""
        return not self.problems

    @property
    def finished(self) -> bool:
        return self.begun and self.done

    @property
    def settled(self) -> bool:
        """Answered, or set aside on purpose."""
        return self.finished or self.set_aside


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses of one letter: the short way through the plan (`core`), and more that some families want."""

    letter: str
    title: Words
    core: tuple[Section, ...]
    more: tuple[Section, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        return (*self.core, *self.more)

    @property
    def settled(self) -> int:
        return sum(one.settled for one in self.core)

    @property
    def extra(self) -> int:
        """Topics beyond the short way that are finished."""
        return sum(one.finished for one in self.more)

    @property
    def begun(self) -> bool:
        return any(one.begun or one.set_aside for one in self.sections)

    @property
    def unfinished(self) -> bool:
        return any(not one.done and one.begun for one in self.sections)


def parts(found: Sequence[Section]) -> tuple[Part, ...]:
    """The sections by letter, in the catalogue's order; letters without clauses are left out."""
    return tuple(
        Part(
            letter,
            title,
            tuple(one for one in found if one.clause.section == letter and one.clause.core),
            tuple(one for one in found if one.clause.section == letter and not one.clause.core),
        )
        for letter, title in clauses.SECTIONS.items()
        if any(one.clause.section == letter for one in found)
    )


# A day that is surely right: the start is asked elsewhere and belongs to no section.
_SOME_DAY = date(2000, 1, 1)


def sections(
    agreed: Agreed, children: Sequence[UUID], effective_on: date | None = None
) -> tuple[Section, ...]:
    """Every clause in order, with what is still wrong or missing in it, also against the first day when that is known."""
    start = effective_on or _SOME_DAY
    found = plan.problems_of(agreed, children, start, start)
    return tuple(
        Section(
            clause,
            agreed.get(clause.code, {}),
            _within(clause.code, found),
            set_aside=clause.code in agreed and agreed[clause.code] == {},
        )
        for clause in clauses.load()
    )


def section(code: str, agreed: Agreed, children: Sequence[UUID], effective_on: date | None = None) -> Section:
    """One clause of a draft, by its code in the catalogue."""
    return next(one for one in sections(agreed, children, effective_on) if one.clause.code == code)


def _within(code: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    split = ((problem, *problem.field.partition(".")) for problem in problems)
    return tuple(
        Problem(field, problem.text, problem.values) for problem, part, _, field in split if part == code
    )


@dataclass(frozen=True, slots=True)
class Move:
    """Nights in a row, first and last included, that are in another home than the calendar says now; None: nothing yet."""

    first: date
    last: date
    before: Home | None
    after: Home

    @property
    def nights(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class ChildPreview:
    """`nights`: the first 28. `moves`: within the first 8 weeks. `balance`: the first 365 days. `known_until`: holidays."""

    child: ChildInFamily
    nights: tuple[Night, ...]
    moves: tuple[Move, ...]
    balance: Balance
    uncertain_from: date | None


@dataclass(frozen=True, slots=True)
class Preview:
    """The calendar as it would be when both signed now."""

    starts_at: datetime
    first_calendar: bool
    children: tuple[ChildPreview, ...]

    @property
    def moved_nights(self) -> int:
        """Nights that change home, counted per child."""
        return sum(move.nights for child in self.children for move in child.moves)


def preview(
    family: Family,
    versions: Sequence[Version],
    agreed: Agreed,
    effective_on: date | None,
    now: datetime,
    laid: Laid,
) -> Preview | None:
    """What the plan would do to the calendar; None while its ordinary weeks or its first day are not settled.

    `laid` stays as it is under both plans; the balance is the plan's own.
    """
    regular = agreed.get(REGULAR.code)
    if effective_on is None or not regular or REGULAR.problems(regular):
        return None
    everyone = [child.for_schedule for child in family.children]
    today = plan.in_force(versions, everyone)
    new = as_if_signed(family.id, len(versions) + 1, agreed, effective_on, now)
    then = plan.in_force((*versions, new), everyone)
    starts_at = then[-1].starts_at
    children = tuple(_of_child(child, today, then, starts_at, laid) for child in family.children)
    return Preview(starts_at, not today, children)


def as_if_signed(family_id: UUID, number: int, agreed: Agreed, effective_on: date, now: datetime) -> Version:
    return Version(_NOBODY, family_id, number, agreed, effective_on, "", (), accepted_at=now, sealed_at=now)


def _of_child(
    child: ChildInFamily,
    today: Sequence[InForce],
    then: Sequence[InForce],
    starts_at: datetime,
    laid: Laid,
) -> ChildPreview:
    one, first = child.for_schedule, starts_at.astimezone(ZONE).date()
    new = schedule.nights(then, one, first, COMPARED_NIGHTS, laid)
    old = schedule.nights(today, one, first, COMPARED_NIGHTS, laid)
    until = starts_at + timedelta(days=COUNTED_DAYS)
    unknown = schedule.uncertain_from(then[-1:], one, laid.school)
    return ChildPreview(
        child=child,
        nights=new[:SHOWN_NIGHTS],
        moves=moves(old, new),
        balance=balance(schedule.expand(then, one, starts_at, until, Laid(school=laid.school))),
        uncertain_from=unknown if unknown and unknown < until.date() else None,
    )


def moves(old: Sequence[Night], new: Sequence[Night]) -> tuple[Move, ...]:
    """The nights of `new` whose home is another than in `old`; neighbours that move alike are one entry."""
    before = {night.date: night.home for night in old}
    found: list[Move] = []
    for night in new:
        was = before.get(night.date)
        if was is night.home:
            continue
        last = found[-1] if found else None
        alike = last and (last.before, last.after) == (was, night.home)
        if last and alike and last.last + timedelta(days=1) == night.date:
            found[-1] = Move(last.first, night.date, was, night.home)
        else:
            found.append(Move(night.date, night.date, was, night.home))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Ordinary:
    """The nights of ordinary weeks. `by_example`: a day or a parent is not chosen yet and stands in for one.

    `letter_a`: the home that has the cycle's nights A, which need not be home A.
    """

    nights: tuple[tuple[date, Home], ...]
    letter_a: Home
    by_example: bool


def ordinary_nights(answers: Answers, today: date, own: Home) -> Ordinary | None:
    """Four weeks of C02's answers as they are typed, holidays left out; None while they name no cycle of nights.

    What is not answered yet stands in: the coming Monday, and the asking parent for the nights A.
    """
    cycle, monthly = nights_of(answers), BY_MONTH.get(str(answers.get("pattern")))
    if not monthly and problems_of_nights(cycle):
        return None
    anchor, parent = parse_day(answers.get("anchor_date")), answers.get("anchor_parent")
    letter_a = Home(str(parent)) if is_home(parent) else own
    first = anchor or today + timedelta(days=-today.weekday() % 7)
    weeks = Regular("" if monthly else cycle, first, letter_a, time(18), monthly=monthly)
    regimes = regimes_of(Terms(weeks), _NOBODY)
    days = (first + timedelta(days=night) for night in range(SHOWN_NIGHTS))
    nights = tuple((day, home_of_night(regimes, day)) for day in days)
    return Ordinary(nights, letter_a, by_example=anchor is None or not is_home(parent))


@dataclass(frozen=True, slots=True)
class Growth:
    """One step of a plan that grows: two weeks of nights before it and two after, holidays left out."""

    child: ChildInFamily
    on: date
    nights: tuple[tuple[date, Home], ...]


MOST_STEPS_SHOWN = 6


def growth(
    children: Sequence[ChildInFamily], agreed: Agreed, steps: Answers, today: date
) -> tuple[Growth, ...]:
    """The next steps of C05's answers on C02's weeks, soonest first; empty while one of the two is not sound."""
    try:
        terms = terms_of({**agreed, "C05": steps}, [child.for_schedule for child in children])
    except PlanIncomplete:
        return ()
    known = {child.id: child for child in children}
    ahead = sorted((one for one in terms.steps if one.starts_on >= today), key=lambda one: one.starts_on)
    return tuple(
        Growth(known[step.child], step.starts_on, _around(terms, step.child, step.starts_on))
        for step in ahead[:MOST_STEPS_SHOWN]
    )


def _around(terms: Terms, child: UUID, day: date) -> tuple[tuple[date, Home], ...]:
    regimes = regimes_of(terms, child)
    monday = day - timedelta(days=day.weekday() + SHOWN_NIGHTS // 2)
    days = (monday + timedelta(days=night) for night in range(SHOWN_NIGHTS))
    return tuple((one, home_of_night(regimes, one)) for one in days)
