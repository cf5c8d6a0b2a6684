"""What a plan's first year brings that no single clause shows: the weeks after a holiday, and nights siblings sleep apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from mediation.families import ChildInFamily, Family
from mediation.usecases.plan_preview import COUNTED_DAYS, as_if_signed
from parenting_plans import plan
from parenting_plans.after_holidays import InARow, previews
from parenting_plans.errors import PlanIncomplete
from parenting_plans.holidays import SchoolCalendars, SchoolHoliday, holidays_of
from parenting_plans.laid import Laid
from parenting_plans.schedule import community_of, home_at
from parenting_plans.siblings import nights_apart
from parenting_plans.values import ZONE, After, Agreed, Home, InForce, Split, Stay, Version

SHOWN: Final = 14
SIBLINGS: Final = 2  # at least
DAY: Final = timedelta(days=1)
BEDTIME: Final = time(23, 59, 59)

Nights = tuple[tuple[date, Home], ...]


@dataclass(frozen=True, slots=True)
class AfterHoliday:
    """For one child: two weeks from the last night of a holiday under each rule, and weekends that run on in one home."""

    child: ChildInFamily
    holiday: str
    ends_on: date
    nights: Mapping[After, Nights]
    in_a_row: Mapping[After, tuple[InARow, ...]]


@dataclass(frozen=True, slots=True)
class FirstYear:
    """`chosen`: the rule this plan has. `after`: empty while no holiday is shared. `apart`: None with one child."""

    chosen: After
    after: tuple[AfterHoliday, ...]
    apart: tuple[tuple[date, date], ...] | None

    @property
    def nights_apart(self) -> int:
        return sum((last - first).days + 1 for first, last in self.apart or ())


def first_year(
    family: Family,
    versions: Sequence[Version],
    agreed: Agreed,
    effective_on: date | None,
    now: datetime,
    laid: Laid,
) -> FirstYear | None:
    """As if both signed now; None while its weeks or its first day are not settled."""
    if effective_on is None:
        return None
    new = as_if_signed(family.id, len(versions) + 1, agreed, effective_on, now)
    try:
        then = plan.in_force((*versions, new), [child.for_schedule for child in family.children])
    except PlanIncomplete:
        return None
    starts_at = then[-1].starts_at
    end = starts_at + timedelta(days=COUNTED_DAYS)
    chosen = then[-1].terms.after_holidays
    after, stays = [], {}
    for child in family.children:
        found = previews(then[-1:], child.for_schedule, starts_at, end, laid)
        stays[child.id] = found[chosen].stays
        nights = {rule: _nights(one.stays) for rule, one in found.items()}
        shown = _shown(_shared(then[-1], child, (starts_at, end), laid.school), nights)
        if shown:
            in_a_row = {rule: one.in_a_row for rule, one in found.items()}
            after.append(_of(child, shown, nights, in_a_row))
    return FirstYear(chosen, tuple(after), _apart(stays, starts_at.astimezone(ZONE).date()))


def _shared(
    version: InForce, child: ChildInFamily, within: tuple[datetime, datetime], school: SchoolCalendars
) -> list[SchoolHoliday]:
    """The holidays of the year that the plan shares for this child and that end well within it."""
    names = {rule.holiday for rule in version.terms.holidays if rule.split is not Split.FOLLOW_REGULAR}
    first, last = (at.astimezone(ZONE).date() for at in within)
    found = holidays_of(community_of(version.terms, child.for_schedule), first, last, school)
    return [one for one in found if one.id in names and one.last + SHOWN * DAY <= last]


def _shown(
    holidays: Sequence[SchoolHoliday], nights: Mapping[After, Mapping[date, Home]]
) -> SchoolHoliday | None:
    """The first holiday after which the two rules differ, else the first."""
    for one in holidays:
        days = [one.last + n * DAY for n in range(SHOWN)]
        if any(len({nights[rule].get(day) for rule in After}) > 1 for day in days):
            return one
    return holidays[0] if holidays else None


def _of(
    child: ChildInFamily,
    holiday: SchoolHoliday,
    nights: Mapping[After, Mapping[date, Home]],
    in_a_row: Mapping[After, tuple[InARow, ...]],
) -> AfterHoliday:
    days = [holiday.last + n * DAY for n in range(SHOWN)]
    shown = {rule: tuple((day, nights[rule][day]) for day in days if day in nights[rule]) for rule in After}
    return AfterHoliday(child, holiday.id, holiday.last, shown, in_a_row)


def _nights(stays: Sequence[Stay]) -> dict[date, Home]:
    if not stays:
        return {}
    first = stays[0].starts_at.astimezone(ZONE).date()
    days = (first + n * DAY for n in range(COUNTED_DAYS + 1))
    bedtimes = ((day, datetime.combine(day, BEDTIME, tzinfo=ZONE)) for day in days)
    return {day: home for day, at in bedtimes if (home := home_at(stays, at))}


def _apart(stays: Mapping[UUID, Sequence[Stay]], first: date) -> tuple[tuple[date, date], ...] | None:
    if len(stays) < SIBLINGS:
        return None
    found: list[tuple[date, date]] = []
    for night in nights_apart(stays, first, COUNTED_DAYS):
        if found and night.date - found[-1][1] == DAY:
            found[-1] = (found[-1][0], night.date)
        else:
            found.append((night.date, night.date))
    return tuple(found)
