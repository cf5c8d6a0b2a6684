"""What a plan would mean before anybody agrees to it: how far its sections are, which nights move, how time is divided.

Nothing here changes anything; the same preview stands on the page before proposing, before accepting and before signing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from mediation.families import ChildInFamily, Family
from parenting_plans import clauses, plan, schedule
from parenting_plans.balance import Balance, balance
from parenting_plans.clause import Clause
from parenting_plans.clauses.c02_regular_schedule import CLAUSE as REGULAR
from parenting_plans.clauses.c02_regular_schedule import nights_of
from parenting_plans.fields import Answers, is_home, parse_day
from parenting_plans.patterns import problems_of_nights
from parenting_plans.schedule import Night
from parenting_plans.values import ZONE, Agreed, Home, InForce, Problem, Version

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

    @property
    def begun(self) -> bool:
        return bool(self.answers)

    @property
    def done(self) -> bool:
        return not self.problems


def sections(agreed: Agreed, children: Sequence[UUID]) -> tuple[Section, ...]:
    """Every clause in order, with what is still wrong or missing in it."""
    # A day that is surely right: the start is asked elsewhere and belongs to no section.
    today = date(2000, 1, 1)
    found = plan.problems_of(agreed, children, today, today)
    return tuple(
        Section(clause, agreed.get(clause.code, {}), _within(clause.code, found)) for clause in clauses.load()
    )


def section(code: str, agreed: Agreed, children: Sequence[UUID]) -> Section:
    """One clause of a draft, by its code in the catalogue."""
    return next(one for one in sections(agreed, children) if one.clause.code == code)


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
    family: Family, versions: Sequence[Version], agreed: Agreed, effective_on: date | None, now: datetime
) -> Preview | None:
    """What the plan would do to the calendar; None while its ordinary weeks or its first day are not settled."""
    regular = agreed.get(REGULAR.code)
    if effective_on is None or not regular or REGULAR.problems(regular):
        return None
    everyone = [child.for_schedule for child in family.children]
    today = plan.in_force(versions, everyone)
    new = _as_if_signed(family.id, len(versions) + 1, agreed, effective_on, now)
    then = plan.in_force((*versions, new), everyone)
    starts_at = then[-1].starts_at
    children = tuple(_of_child(child, today, then, starts_at) for child in family.children)
    return Preview(starts_at, not today, children)


def _as_if_signed(family_id: UUID, number: int, agreed: Agreed, effective_on: date, now: datetime) -> Version:
    return Version(_NOBODY, family_id, number, agreed, effective_on, "", (), accepted_at=now, sealed_at=now)


def _of_child(
    child: ChildInFamily, today: Sequence[InForce], then: Sequence[InForce], starts_at: datetime
) -> ChildPreview:
    one, first = child.for_schedule, starts_at.astimezone(ZONE).date()
    new = schedule.nights(then, one, first, COMPARED_NIGHTS)
    old = schedule.nights(today, one, first, COMPARED_NIGHTS)
    until = starts_at + timedelta(days=COUNTED_DAYS)
    unknown = schedule.uncertain_from(then[-1:], one)
    return ChildPreview(
        child=child,
        nights=new[:SHOWN_NIGHTS],
        moves=moves(old, new),
        balance=balance(schedule.expand(then, one, starts_at, until)),
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
    cycle = nights_of(answers)
    if problems_of_nights(cycle):
        return None
    anchor, parent = parse_day(answers.get("anchor_date")), answers.get("anchor_parent")
    letter_a = Home(str(parent)) if is_home(parent) else own
    first = anchor or today + timedelta(days=-today.weekday() % 7)
    homes = {"A": letter_a, "B": letter_a.other}
    nights = tuple(
        (first + timedelta(days=night), homes[cycle[night % len(cycle)]]) for night in range(SHOWN_NIGHTS)
    )
    return Ordinary(nights, letter_a, by_example=anchor is None or not is_home(parent))
