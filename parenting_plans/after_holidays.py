"""How the week goes on after the school holidays, both ways side by side: from its anchor, or begun again. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, tzinfo
from itertools import groupby, pairwise

from parenting_plans.balance import weekends_of
from parenting_plans.laid import PLAIN, Laid
from parenting_plans.schedule import expand, stay_at
from parenting_plans.values import ZONE, After, Child, HolidayRule, Home, InForce, Layer, Stay

MANY = 3
BEDTIME = time(23, 59)


@dataclass(frozen=True, slots=True)
class InARow:
    """`count` weekends running with one home, the first on the Saturday `first`, across the end of a school holiday."""

    home: Home
    first: date
    count: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The calendar under one of the two rules, and where it makes three weekends or more in a row."""

    stays: tuple[Stay, ...]
    in_a_row: tuple[InARow, ...]


def previews(
    in_force: Sequence[InForce],
    child: Child,
    start: datetime,
    end: datetime,
    laid: Laid = PLAIN,
) -> Mapping[After, Preview]:
    """Both rules for the same terms, over [start, end). Raises as schedule.expand does."""
    found = {}
    for after in After:
        versions = [
            replace(one, terms=replace(one.terms, after_holidays=after, holidays=_free(one, after)))
            for one in in_force
        ]
        stays = expand(versions, child, start, end, laid)
        found[after] = Preview(stays, in_a_row(stays))
    return found


def _free(version: InForce, after: After) -> tuple[HolidayRule, ...]:
    """A last weekend with the parent of the first school week cannot go together with a restart (soundness.py)."""
    rules = version.terms.holidays
    return (
        tuple(replace(rule, last_weekend_to_school=False) for rule in rules)
        if after is After.RESTART
        else rules
    )


def in_a_row(stays: Sequence[Stay], zone: tzinfo = ZONE) -> tuple[InARow, ...]:
    """Where one child's stays, in order, give one home three weekends or more running, from a holiday into the week."""
    found = []
    for home, run in groupby(_weekends(stays, zone), key=lambda weekend: weekend[1]):
        weekends = list(run)
        leaves = any(before[2] and not after[2] for before, after in pairwise(weekends))
        if leaves and len(weekends) >= MANY:
            found.append(InARow(home, weekends[0][0], len(weekends)))
    return tuple(found)


def _weekends(stays: Sequence[Stay], zone: tzinfo) -> Iterator[tuple[date, Home, bool]]:
    """Each Saturday night: its date, its home, and whether a school holiday gave it."""
    for saturday in sorted({day for stay in stays for day in weekends_of(stay, zone)}):
        stay = stay_at(stays, datetime.combine(saturday, BEDTIME, tzinfo=zone))
        if stay:
            yield saturday, stay.home, stay.because.layer is Layer.SCHOOL_HOLIDAY
