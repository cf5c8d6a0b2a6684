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
from mediation.usecases import away_days, calendar, calendar_days, session
from parenting_plans.asking import Span
from parenting_plans.away_days import AwayDays
from parenting_plans.laid import Laid
from parenting_plans.values import Community, InForce
from portal.languages import BRUSSELS, civil_day
from portal.pages.calendar_cells import cell
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

    @property
    def span(self) -> Span:
        """The weeks around the month."""
        midnight = time(0, tzinfo=BRUSSELS)
        return Span(
            datetime.combine(self.first - 7 * DAY, midnight), datetime.combine(self.last + 8 * DAY, midnight)
        )


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
        laid = await calendar.laid(reading, family.id, visit.now)
        begins = tried[-1:] if tried else versions[:1]
        asked = _asked(visit, family, _month_to_open(begins, visit.now))
        booked = await _booked(reading, family, asked)
        away = await away_days.within(reading, family, asked.span)
        page = _context(visit, family, asked, versions, laid, booked, away)
        return visit.show("calendar/calendar.html", **page, tried=tried)


def _asked(visit: Visit, family: Family, default: date) -> Asked:
    query = visit.request.query_params
    child = child_asked(query.get("child", ""))
    return Asked(
        first=_month(query.get("month", "")) or default,
        view="list" if query.get("view") == "list" else "",
        child=child,
        draft=query.get("draft") == "1",
        children=(family.child(child),) if child else family.children,
    )


def child_asked(text: str) -> UUID | None:
    """The child a page is asked for; None for all. Raises NotYours for what is no id."""
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
    laid: Laid,
    booked: Sequence[Session],
    away: Sequence[AwayDays],
) -> dict[str, Any]:
    communities = _communities(asked.children)
    monday = asked.first - asked.first.weekday() * DAY
    sunday = asked.last + (6 - asked.last.weekday()) * DAY
    notes = calendar_days.school_notes(communities, monday, sunday, laid.school)
    count = (sunday - monday).days + 1
    found = calendar_days.days(versions, asked.children, monday, count, laid)
    today = civil_day(visit.now)
    cells = [cell(day, asked.first, asked.children, today, booked, notes, away) for day in found]
    return {
        "family": family,
        "asked": asked,
        "weeks": [cells[n : n + 7] for n in range(0, len(cells), 7)],
        "names": {parent.home.value: parent.name for parent in family.parents},
        "starts_at": versions[0].starts_at if versions else None,
        "school": [note for note in notes if note.first <= asked.last and note.last >= asked.first],
        "unknown": calendar_days.unknown_days(communities, asked.first, asked.last, laid.school),
        "communities": communities,
        "places": places(family, asked.child, asked.first),
        "before": _href(family, asked, _neighbour(asked.first - DAY)),
        "after": _href(family, asked, _neighbour(asked.last + DAY)),
        "filters": [
            (_href(family, asked, asked.first, child=None), None),
            *((_href(family, asked, asked.first, child=child.id), child) for child in family.children),
        ],
    }


def places(family: Family, child: UUID | None, day: date) -> dict[str, str]:
    """The same days, and the same child, seen another way: the address of each view."""
    base, kept = f"/f/{family.id}/calendar", {"child": child} if child else {}
    asked = {
        "month": ("", {"month": f"{day:%Y-%m}"}),
        "list": ("", {"month": f"{day:%Y-%m}", "view": "list"}),
        "week": ("/week", {"day": day.isoformat()}),
        "year": ("/year", {"year": f"{day:%Y}"}),
        "balance": ("/balance", {}),
    }
    return {view: f"{base}{path}?{urlencode(query | kept)}" for view, (path, query) in asked.items()}


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
