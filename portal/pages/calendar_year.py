"""A year on one page, to see the whole of it and to print: every night in its home, month by month."""

import re
from calendar import Calendar as Months
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.families import Family
from mediation.usecases import calendar, calendar_days
from mediation.usecases.calendar import ChildNights
from parenting_plans.values import Home
from portal.languages import civil_day
from portal.pages.calendar import YEARS, child_asked, places
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class YearCell:
    """One day: `homes` are those in which children sleep that night, none before a plan. `change`: it is not where
    they slept the night before."""

    day: date
    homes: tuple[Home, ...]
    change: bool
    today: bool
    holiday: bool


Weeks = list[list[YearCell | None]]  # Monday first; None: a day of another month


class CalendarYear(Controller):
    path = "/f/{family_id:uuid}/calendar/year"

    @get()
    async def year(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        versions = await calendar.seen_by(reading, family)
        laid = await calendar.laid(reading, family.id, visit.now)
        query = visit.request.query_params
        child = child_asked(query.get("child", ""))
        children = (family.child(child),) if child else family.children
        today = civil_day(visit.now)
        year = _year(query.get("year", "")) or today.year
        first, last = date(year, 1, 1), date(year, 12, 31)
        nights = calendar.nights_under(
            versions,
            family,
            first - timedelta(days=1),
            (last - first).days + 2,
            laid,
        )
        communities = tuple(dict.fromkeys(one.community for one in children))
        notes = calendar_days.school_notes(communities, first, last, laid.school)
        off = {
            note.first + timedelta(days=n) for note in notes for n in range((note.last - note.first).days + 1)
        }
        homes = _homes([one for one in nights if child in (None, one.child)])
        return visit.show(
            "calendar/year.html",
            family=family,
            names={parent.home.value: parent.name for parent in family.parents},
            year=year,
            months=[(date(year, n, 1), _month(year, n, homes, off, today)) for n in range(1, 13)],
            planned=bool(homes),
            differ=any(len(found) > 1 for found in homes.values()),
            child=child,
            places=places(family, child, max(first, min(today, last))),
            filters=[
                (_address(family, one.id if one else None, year), one) for one in (None, *family.children)
            ],
            before=_address(family, child, year - 1),
            after=_address(family, child, year + 1),
        )


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{4}", text) and int(text) in YEARS else None


def _address(family: Family, child: UUID | None, year: int) -> str:
    return places(family, child, date(year, 1, 1))["year"] if year in YEARS else ""


def _homes(children: Sequence[ChildNights]) -> dict[date, tuple[Home, ...]]:
    found: dict[date, set[Home]] = {}
    for child in children:
        for night in child.nights:
            found.setdefault(night.date, set()).add(night.home)
    return {day: tuple(sorted(homes)) for day, homes in found.items()}


def _month(
    year: int, month: int, homes: Mapping[date, tuple[Home, ...]], off: set[date], today: date
) -> Weeks:
    def cell(day: date) -> YearCell | None:
        if day.month != month:
            return None
        here, before = homes.get(day, ()), homes.get(day - timedelta(days=1), ())
        return YearCell(day, here, bool(before and here and before != here), day == today, day in off)

    return [[cell(day) for day in week] for week in Months().monthdatescalendar(year, month)]
