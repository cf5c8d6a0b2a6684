"""The calendar: a month as a grid or a list, with the reason for every night. A parent may try the own draft in it."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.families import ChildInFamily, Family
from mediation.people import NotYours
from mediation.policy import Action, may_do
from mediation.sessions import Session, Status
from mediation.usecases import calendar, calendar_days, session
from mediation.usecases.calendar_days import Day, Reason, SchoolNote
from parenting_plans.values import Community, Home, InForce, Window
from portal.languages import BRUSSELS, civil_day
from portal.visit import Visit

DAY = timedelta(days=1)
YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the page asks for. `children`: whose nights; all of the family's unless one is named."""

    first: date
    view: str
    child: UUID | None
    draft: bool
    children: tuple[ChildInFamily, ...]

    @property
    def last(self) -> date:
        return self.first.replace(day=monthrange(self.first.year, self.first.month)[1])


@dataclass(frozen=True, slots=True)
class Group:
    """Children who sleep in one home for one reason."""

    home: Home
    names: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """Children who change homes at one moment."""

    at: datetime
    from_home: Home
    to_home: Home
    names: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the month, or of the weeks around it."""

    day: date
    outside: bool
    today: bool
    groups: tuple[Group, ...]
    changes: tuple[Change, ...]
    sessions: tuple[Session, ...]
    school: tuple[SchoolNote, ...]


class Calendar(Controller):
    path = "/f/{family_id:uuid}/calendar"

    @get("/")
    async def month(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        drafting = visit.request.query_params.get("draft") == "1"
        sealed = await calendar.seen_by(reading, family)
        tried = await calendar.with_own_draft(reading, family, visit.now) if drafting else None
        versions = (tried or ()) if drafting else sealed
        over = await calendar.laid_over(reading, family.id)
        begins = tried[-1:] if tried else versions[:1]
        asked = _asked(visit, family, _month_to_open(begins, visit.now))
        booked = await _booked(reading, family, asked)
        return visit.show(
            "calendar/calendar.html", **_context(visit, family, asked, versions, over, booked), tried=tried
        )


def _asked(visit: Visit, family: Family, default: date) -> Asked:
    query = visit.request.query_params
    child = _child(query.get("child", ""))
    return Asked(
        first=_month(query.get("month", "")) or default,
        view="list" if query.get("view") == "list" else "",
        child=child,
        draft=query.get("draft") == "1",
        children=(family.child(child),) if child else family.children,
    )


def _child(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError as wrong:
        raise NotYours from wrong


def _month(text: str) -> date | None:
    """The first day of YYYY-MM; None for anything else, and the page then opens as if nothing was asked."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        return None
    year, month = int(text[:4]), int(text[5:])
    return date(year, month, 1) if year in YEARS else None


def _month_to_open(begins: Sequence[InForce], now: datetime) -> date:
    """This month, or a later one in which what is shown begins to count."""
    return civil_day(max([now, *(one.starts_at for one in begins)])).replace(day=1)


async def _booked(reading: AsyncSession, family: Family, asked: Asked) -> tuple[Session, ...]:
    if not may_do(family.relations, Action.SEE_SESSIONS):
        return ()
    since = datetime.combine(asked.first, time(0), tzinfo=BRUSSELS) - timedelta(days=7)
    found = await session.sessions_of(reading, family, since)
    return tuple(one for one in found if one.status is Status.BOOKED)


def _context(
    visit: Visit,
    family: Family,
    asked: Asked,
    versions: Sequence[InForce],
    over: Sequence[Window],
    booked: Sequence[Session],
) -> dict[str, Any]:
    communities = _communities(asked.children)
    monday = asked.first - asked.first.weekday() * DAY
    sunday = asked.last + (6 - asked.last.weekday()) * DAY
    notes = calendar_days.school_notes(communities, monday, sunday)
    found = calendar_days.days(versions, asked.children, monday, (sunday - monday).days + 1, over)
    today = civil_day(visit.now)
    cells = [_cell(day, asked, today, booked, notes) for day in found]
    return {
        "family": family,
        "asked": asked,
        "weeks": [cells[n : n + 7] for n in range(0, len(cells), 7)],
        "names": {parent.home.value: parent.name for parent in family.parents},
        "starts_at": versions[0].starts_at if versions else None,
        "school": [note for note in notes if note.first <= asked.last and note.last >= asked.first],
        "unknown": calendar_days.unknown_days(communities, asked.first, asked.last),
        "communities": communities,
        "before": _href(family, asked, _neighbour(asked.first - DAY)),
        "after": _href(family, asked, _neighbour(asked.last + DAY)),
        "views": [(_href(family, asked, asked.first, view=view), view) for view in ("", "list")],
        "filters": [
            (_href(family, asked, asked.first, child=None), None),
            *((_href(family, asked, asked.first, child=child.id), child) for child in family.children),
        ],
    }


def _communities(children: Iterable[ChildInFamily]) -> tuple[Community, ...]:
    return tuple(dict.fromkeys(child.community for child in children))


def _neighbour(day: date) -> date | None:
    return day.replace(day=1) if day.year in YEARS else None


def _href(family: Family, asked: Asked, month: date | None, **other: Any) -> str:
    """The same page with something else asked; "" when there is no such month."""
    if month is None:
        return ""
    wanted = {
        "month": f"{month:%Y-%m}",
        "view": asked.view,
        "child": asked.child,
        "draft": "1" if asked.draft else "",
    }
    return f"/f/{family.id}/calendar?" + urlencode({k: v for k, v in (wanted | other).items() if v})


def _cell(
    day: Day, asked: Asked, today: date, booked: Sequence[Session], notes: Sequence[SchoolNote]
) -> Cell:
    return Cell(
        day=day.date,
        outside=day.date.month != asked.first.month,
        today=day.date == today,
        groups=_groups(day),
        changes=_changes(day, asked.children),
        sessions=tuple(one for one in booked if civil_day(one.starts_at) == day.date),
        school=tuple(note for note in notes if note.first <= day.date <= note.last),
    )


def _groups(day: Day) -> tuple[Group, ...]:
    kinds = dict.fromkeys((night.home, night.reason) for night in day.nights)
    return tuple(
        Group(
            home,
            _listed(night.child for night in day.nights if (night.home, night.reason) == (home, reason)),
            reason,
        )
        for home, reason in kinds
    )


def _changes(day: Day, children: Sequence[ChildInFamily]) -> tuple[Change, ...]:
    kinds = dict.fromkeys((one.at, one.from_home, one.to_home) for one in day.handovers)
    return tuple(
        Change(*kind, _listed(child for child in children if _moves(day, child, kind))) for kind in kinds
    )


def _moves(day: Day, child: ChildInFamily, kind: tuple[datetime, Home, Home]) -> bool:
    return any(
        one.child == child.id and (one.at, one.from_home, one.to_home) == kind for one in day.handovers
    )


def _listed(children: Iterable[ChildInFamily]) -> str:
    return ", ".join(child.given_name for child in children)
