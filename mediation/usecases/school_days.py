"""The school calendars of one family's children: which dates are known, what the plan does with them, what they share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import ChildInFamily, Family
from mediation.usecases import calendar
from parenting_plans import school_dates
from parenting_plans.holidays import ORDER, SchoolCalendars, SchoolHoliday, known_until, school_year_of
from parenting_plans.schedule import community_of
from parenting_plans.siblings import Span, common_days_off, common_weekdays_off
from parenting_plans.values import ZONE, Community, InForce, Split

YEARS: Final = 2  # the school year that runs, and the next


@dataclass(frozen=True, slots=True)
class Off:
    """A holiday or a single day. `split`: how the plan that counts then shares it; None: as ordinary weeks, or no plan."""

    holiday: SchoolHoliday
    split: Split | None
    planned: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """One Community's school year. `unknown`: holidays whose dates are not known; `known_until` None: any year."""

    community: Community
    children: tuple[ChildInFamily, ...]
    off: tuple[Off, ...]
    unknown: tuple[str, ...]
    known_until: date | None


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """`together`: stretches on which children of all Communities are off, empty with one Community.

    `weekdays`: how many weekdays outside July and August that makes; both count known dates alone.
    """

    begins: int
    calendars: tuple[Calendar, ...]
    together: tuple[Span, ...]
    weekdays: int


async def school_years(session: AsyncSession, family: Family, now: datetime) -> tuple[SchoolYear, ...]:
    """The running school year and the next. Raises NotYours."""
    versions = await calendar.seen_by(session, family)
    school = await calendar.school(session)
    begins = school_year_of(now.astimezone(ZONE).date())
    return tuple(_year(versions, family.children, begins + n, school) for n in range(YEARS))


def _year(
    versions: Sequence[InForce], children: Sequence[ChildInFamily], begins: int, school: SchoolCalendars
) -> SchoolYear:
    by_community: dict[Community, list[ChildInFamily]] = {}
    for child in children:
        by_community.setdefault(_community(versions, child), []).append(child)
    several = list(by_community) if len(by_community) > 1 else []
    whole = date(begins, 9, 1), date(begins + 1, 8, 31)
    return SchoolYear(
        begins,
        tuple(_calendar(versions, one, begins, tuple(own), school) for one, own in by_community.items()),
        common_days_off(several, *whole, school),
        common_weekdays_off(several, begins, school),
    )


def _community(versions: Sequence[InForce], child: ChildInFamily) -> Community:
    """As the newest plan names it, else that of the child's school."""
    return community_of(versions[-1].terms, child.for_schedule) if versions else child.community


def _calendar(
    versions: Sequence[InForce],
    community: Community,
    begins: int,
    children: tuple[ChildInFamily, ...],
    school: SchoolCalendars,
) -> Calendar:
    found = school_dates.listed(community, begins, school)
    there = {one.id for one in found}
    return Calendar(
        community,
        children,
        tuple(_off(versions, one) for one in found),
        tuple(name for name in ORDER if name not in there),
        known_until(community, school),
    )


def _off(versions: Sequence[InForce], holiday: SchoolHoliday) -> Off:
    last = datetime.combine(holiday.last, time(0), tzinfo=ZONE)
    counts = [one for one in versions if one.starts_at <= last][-1:]
    rules = [rule for one in counts for rule in one.terms.holidays if rule.holiday == holiday.id]
    shared = next((rule.split for rule in rules if rule.split is not Split.FOLLOW_REGULAR), None)
    return Off(holiday, shared, bool(counts))
