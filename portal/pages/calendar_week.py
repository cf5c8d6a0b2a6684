"""A week hour by hour: until when a child is in which home, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.families import ChildInFamily, Family
from mediation.policy import Action, may_do
from mediation.sessions import Session, Status
from mediation.usecases import away_days, calendar, calendar_hours, session
from mediation.usecases.calendar_hours import DayHours, Stretch
from parenting_plans.asking import Span
from parenting_plans.fields import parse_day
from portal.languages import BRUSSELS, civil_day
from portal.pages.calendar import child_asked, places
from portal.pages.calendar_cells import Elsewhere, elsewhere, listed
from portal.visit import Visit

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Alike:
    """Children who spend a day in the same way."""

    names: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class WeekDay:
    date: date
    groups: tuple[Alike, ...]


class CalendarWeek(Controller):
    path = "/f/{family_id:uuid}/calendar/week"

    @get()
    async def week(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        versions = await calendar.seen_by(reading, family)
        laid = await calendar.laid(reading, family.id, visit.now)
        query = visit.request.query_params
        child = child_asked(query.get("child", ""))
        children = (family.child(child),) if child else family.children
        today = civil_day(visit.now)
        day = parse_day(query.get("day")) or today
        monday = day - day.weekday() * DAY
        return visit.show(
            "calendar/week.html",
            family=family,
            names={parent.home.value: parent.name for parent in family.parents},
            days=[_day(one) for one in calendar_hours.hours(versions, children, monday, 7, laid)],
            sessions=await _booked(reading, family, monday),
            away=await _away(reading, family, children, monday),
            today=today,
            monday=monday,
            sunday=monday + 6 * DAY,
            planned=bool(versions),
            child=child,
            places=places(family, child, day),
            filters=_filters(family, monday),
            before=_address(family, child, monday - WEEK),
            after=_address(family, child, monday + WEEK),
        )


async def _away(
    reading: AsyncSession, family: Family, children: Sequence[ChildInFamily], monday: date
) -> dict[date, tuple[Elsewhere, ...]]:
    midnight = time(0, tzinfo=BRUSSELS)
    week = Span(datetime.combine(monday, midnight), datetime.combine(monday + WEEK, midnight))
    found = await away_days.within(reading, family, week)
    days = (monday + n * DAY for n in range(7))
    return {day: tuple(elsewhere(found, children, day)) for day in days}


def _day(day: DayHours) -> WeekDay:
    ways = dict.fromkeys(one.stretches for one in day.children if one.stretches)
    return WeekDay(
        day.date,
        tuple(Alike(listed(one.child for one in day.children if one.stretches == way), way) for way in ways),
    )


def _filters(family: Family, monday: date) -> list[tuple[str, ChildInFamily | None]]:
    each: list[ChildInFamily | None] = [None, *family.children]
    return [(_address(family, one.id if one else None, monday), one) for one in each]


def _address(family: Family, child: UUID | None, monday: date) -> str:
    """The same page for another week; "" outside the years that the calendar knows."""
    if parse_day(monday.isoformat()) is None:
        return ""
    return places(family, child, monday)["week"]


async def _booked(reading: AsyncSession, family: Family, monday: date) -> dict[date, list[Session]]:
    found: dict[date, list[Any]] = {}
    if may_do(family.relations, Action.SEE_SESSIONS):
        since = datetime.combine(monday, time(0), tzinfo=BRUSSELS)
        for one in await session.sessions_of(reading, family, since):
            if one.status is Status.BOOKED:
                found.setdefault(civil_day(one.starts_at), []).append(one)
    return found
