"""School calendars as staff see and mend them: who may, what would change for families, and that feeds follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import update
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import ChildInFamily, children_of_each
from mediation.people import NotYours, Person, Profession
from mediation.policy import Action, Relation, may_do, require
from mediation.refusals import Refused
from mediation.tables import FeedCopyRow
from mediation.usecases import calendar
from parenting_plans import plan, schedule, school_dates, store
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.holidays import ORDER, SchoolCalendars, SchoolHoliday, known_until, school_year_of
from parenting_plans.laid import Laid
from parenting_plans.school_dates import Noted, holiday_in, names_of
from parenting_plans.store.plans import families_with_plans, sealed_versions
from parenting_plans.values import ZONE, Community, InForce, Problem, Split, Version

BATCH: Final = 100
MOST_COUNTED: Final = 300  # families whose nights are counted one by one before anything is kept
AFTER: Final = timedelta(days=120)  # a week that begins again after a holiday does so until the next one
BEFORE: Final = timedelta(days=10)
STREAM: Final = "centre"
_RELATIONS: Final[Mapping[Profession, Relation]] = {
    Profession.ADMINISTRATOR: Relation.ADMIN,
    Profession.CENTRE_COORDINATOR: Relation.CENTRE_COORDINATOR,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One holiday or single day of a school year. `holiday` None: not known. `noted`: by staff, not as shipped."""

    name: str
    holiday: SchoolHoliday | None
    noted: bool


@dataclass(frozen=True, slots=True)
class Year:
    """One Community's school year. `known_until`: the last day that can be trusted to be complete; None: any year."""

    community: Community
    lines: tuple[Line, ...]
    known_until: date | None


@dataclass(frozen=True, slots=True)
class One:
    """A holiday with its history, newest first. `number`: of the newest row, 0 for none; `noted`: it counts."""

    line: Line
    rows: tuple[Noted, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Dates:
    """What somebody wants to note."""

    first: date
    last: date
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Effect:
    """Whose nights would change from today on. `runs`: the days on which, first and last included, of any child.

    `uncounted`: families that share this holiday but were too many to be counted one by one.
    """

    families: int
    children: int
    nights: int
    runs: tuple[tuple[date, date], ...]
    uncounted: int = 0


def may_edit(person: Person) -> bool:
    relation = _RELATIONS.get(person.profession)
    return relation is not None and may_do(frozenset({relation}), Action.EDIT_SCHOOL_CALENDARS)


async def year(session: AsyncSession, who: Person, begins: int) -> tuple[Year, ...]:
    """As `dates_of`, for those who mend them. Raises NotYours."""
    require(may_edit(who))
    return await dates_of(session, begins)


async def dates_of(session: AsyncSession, begins: int) -> tuple[Year, ...]:
    """All three Communities' school year that begins in `begins`, for anyone. Raises NotYours for one too far away."""
    require(begins in school_dates.YEARS)
    school = await calendar.school(session)
    return tuple(
        Year(
            community,
            tuple(_line(community, begins, name, school) for name in names_of(community)),
            known_until(community, school),
        )
        for community in Community
    )


async def one(session: AsyncSession, who: Person, community: Community, begins: int, name: str) -> One:
    """Raises NotYours."""
    require(may_edit(who) and begins in school_dates.YEARS and name in names_of(community))
    rows = await store.school_dates(session)
    mine = [row for row in rows if row.key == (community, begins, name)]
    line = _line(community, begins, name, school_dates.calendars(rows))
    return One(line, tuple(reversed(mine)), mine[-1].number if mine else 0)


async def preview(
    session: AsyncSession,
    who: Person,
    place: tuple[Community, int, str],
    dates: Dates | None,
    now: datetime,
) -> Effect:
    """What these dates would do, or (None) withdrawing what was noted; nothing is kept. Raises NotYours, Refused."""
    found = await one(session, who, *place)
    school = await calendar.school(session)
    then = _then(found, place, dates, school)
    before, after = (holiday_in(*place, one) for one in (school, then))
    around = _around([one for one in (before, after) if one], now)
    return await _effect(session, place[2], (school, then), around, now)


async def note(errand: Errand, place: tuple[Community, int, str], dates: Dates, number: int) -> None:
    """Note the dates. `number`: of the newest row that was shown. Raises NotYours, Refused, ChangedMeanwhile."""
    await _keep(errand, place, dates, number)


async def withdraw(errand: Errand, place: tuple[Community, int, str], number: int) -> None:
    """Let what ships count again. Raises as `note` does."""
    await _keep(errand, place, None, number)


async def _keep(errand: Errand, place: tuple[Community, int, str], dates: Dates | None, number: int) -> None:
    found = await one(errand.session, errand.who, *place)
    if found.number != number:
        raise ChangedMeanwhile
    _then(found, place, dates, await calendar.school(errand.session))
    said = _said(place, dates) if dates else found.rows[0].holiday
    row = school_dates.next_row(
        found.rows, said, place[1], by=errand.who.id, now=errand.now, withdrawn=dates is None
    )
    await store.save_school_dates(errand.session, row)
    # Every copy: a plan may name another Community for a child than its school's.
    await errand.session.exec(update(FeedCopyRow).values(refresh_at=errand.now))
    await errand.record(
        STREAM,
        "school_dates.withdrawn" if row.withdrawn else "school_dates.noted",
        errand.who.id,
        community=place[0].value,
        year=place[1],
        holiday="_".join(place[2].lower().split()).replace("(", "").replace(")", ""),
        number=row.number,
        first=said.first.isoformat(),
        last=said.last.isoformat(),
    )


def _line(community: Community, begins: int, name: str, school: SchoolCalendars) -> Line:
    holiday = holiday_in(community, begins, name, school)
    return Line(name, holiday, holiday in school.rows)


def _said(place: tuple[Community, int, str], dates: Dates) -> SchoolHoliday:
    community, _, name = place
    return SchoolHoliday(name, community, dates.first, dates.last, dates.source.strip(), dates.confidence)


def _then(
    found: One, place: tuple[Community, int, str], dates: Dates | None, school: SchoolCalendars
) -> SchoolCalendars:
    """The school calendars as they would be. Raises Refused, and NotYours when there is nothing to withdraw."""
    _, begins, name = place
    if dates is None:
        if not found.line.noted:
            raise NotYours
        problems = school_dates.problems_of_withdrawal(found.rows[0], school)
        then = school_dates.without(school, found.rows[0].holiday)
    else:
        said = _said(place, dates)
        problems = school_dates.problems_of(said, begins, school, single_day=name not in ORDER)
        if not problems and said == found.line.holiday:
            problems = (Problem("", "These dates are the same as before."),)
        then = school if problems else school_dates.with_(school, said, begins)
    if problems:
        raise Refused(*problems)
    return then


def _around(spans: Sequence[SchoolHoliday], now: datetime) -> tuple[date, int]:
    """The first night to look at and how many: around old and new dates, from today on."""
    first = max(min(one.first for one in spans) - BEFORE, now.astimezone(ZONE).date())
    return first, max(0, (max(one.last for one in spans) + AFTER - first).days)


async def _effect(
    session: AsyncSession,
    name: str,
    both: tuple[SchoolCalendars, SchoolCalendars],
    around: tuple[date, int],
    now: datetime,
) -> Effect:
    families: set[UUID] = set()
    changed: dict[UUID, set[date]] = {}
    looked, uncounted = 0, 0
    after: UUID | None = None
    while around[1] and name in ORDER:  # a single day off moves no night
        ids = await families_with_plans(session, after, BATCH)
        if not ids:
            break
        after = ids[-1]
        children = await children_of_each(session, ids)
        for family_id, versions in (await sealed_versions(session, ids)).items():
            everyone = children.get(family_id, ())
            plans = _shared(versions, everyone, name)
            if not plans or not _moves(plans, everyone, [Laid(school=one) for one in both], around):
                continue
            if looked == MOST_COUNTED:
                uncounted += 1
                continue
            looked += 1
            laid = await calendar.laid(session, family_id, now, both[0])
            moved = _moves(plans, everyone, [laid, replace(laid, school=both[1])], around)
            families |= {family_id} if moved else set()
            changed |= moved
    days = {day for days in changed.values() for day in days}
    return Effect(len(families), len(changed), sum(map(len, changed.values())), _runs(days), uncounted)


def _shared(versions: Sequence[Version], children: Sequence[ChildInFamily], name: str) -> tuple[InForce, ...]:
    """The plans in force, if one of them shares this holiday."""
    plans = plan.in_force(versions, [child.for_schedule for child in children])
    rules = [rule for one in plans for rule in one.terms.holidays if rule.holiday == name]
    return plans if any(rule.split is not Split.FOLLOW_REGULAR for rule in rules) else ()


def _moves(
    plans: Sequence[InForce],
    children: Iterable[ChildInFamily],
    both: Sequence[Laid],
    around: tuple[date, int],
) -> dict[UUID, set[date]]:
    """The nights of each child that would be in another home."""
    found = {}
    for child in children:
        old, new = (
            {night.date: night.home for night in schedule.nights(plans, child.for_schedule, *around, laid)}
            for laid in both
        )
        days = {day for day in old if old[day] is not new.get(day)}
        if days:
            found[child.id] = days
    return found


def _runs(days: Iterable[date]) -> tuple[tuple[date, date], ...]:
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return tuple(found)


def current_year(now: datetime) -> int:
    """In which the school year began that runs now."""
    return school_year_of(now.astimezone(ZONE).date())
