"""School calendars: to read for anyone signed in, to mend for the administrator and the centre's coordinator."""

from dataclasses import dataclass
from datetime import date, datetime

from litestar import Controller, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from pydantic import BaseModel, ConfigDict, Field, JsonValue
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.people import Person
from mediation.usecases import school_calendar
from mediation.usecases.school_calendar import Dates, Effect, Line, Year
from parenting_plans.school_dates import Noted
from parenting_plans.values import Community
from portal.pages.school_calendars import DatesForm, place_of, slug
from portal.visit import Visit

_DATES: dict[str, JsonValue] = {
    "first": "2026-12-21",
    "last": "2027-01-03",
    "source": "Circular 9876",
    "confidence": "high",
}


class DatesIn(DatesForm):
    """`source`: where the dates are published. Days are school-free, first and last included."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_DATES]})

    @property
    def said(self) -> Dates:
        return Dates(self.first, self.last, self.source, self.confidence)


class NotedIn(DatesIn):
    """`number`: of the newest row that you have seen; 0 when nobody has noted anything."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{**_DATES, "number": 0}]})
    number: int = Field(ge=0)


class WithdrawnIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"number": 1}]})
    number: int = Field(ge=0)


@dataclass(frozen=True, slots=True)
class HolidayOut:
    """`holiday` stands in addresses. Days are null when they are not known. `noted`: by staff, not as shipped."""

    holiday: str
    name: str
    first: date | None
    last: date | None
    source: str
    confidence: str
    noted: bool


@dataclass(frozen=True, slots=True)
class SchoolYearOut:
    """`known_until`: the last day up to which every holiday is known; null: without end."""

    community: Community
    begins: int
    known_until: date | None
    holidays: tuple[HolidayOut, ...]


@dataclass(frozen=True, slots=True)
class NotedOut:
    number: int
    first: date
    last: date
    source: str
    confidence: str
    withdrawn: bool
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class HistoryOut:
    """`number`: what to send along with a change. `rows`: newest first."""

    now: HolidayOut
    number: int
    rows: tuple[NotedOut, ...]


@dataclass(frozen=True, slots=True)
class EffectOut:
    """Whose nights would change from today on. `runs`: first and last day of each stretch."""

    families: int
    children: int
    nights: int
    runs: tuple[tuple[date, date], ...]
    uncounted: int


class SchoolCalendarsApi(Controller):
    path = "/api/school-calendars"
    tags = ("school calendars",)

    @get("/")
    async def year(
        self,
        visit: NamedDependency[Visit],
        who: NamedDependency[Person],  # noqa: ARG002 - it is for anyone, but for someone
        reading: NamedDependency[AsyncSession],
        year: FromQuery[int | None] = None,
    ) -> list[SchoolYearOut]:
        """The school year that begins in `year`, of each Community; the one that runs now unless you say so."""
        begins = school_calendar.current_year(visit.now) if year is None else year
        return [_year(one, begins) for one in await school_calendar.dates_of(reading, begins)]

    @get("/{community:str}/{begins:int}/{holiday:str}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
    ) -> HistoryOut:
        """One holiday with everything that staff have noted about it."""
        place = place_of(visit, community, begins, holiday)
        found = await school_calendar.one(reading, visit.person, *place)
        return HistoryOut(_holiday(found.line), found.number, tuple(_noted(row) for row in found.rows))

    @post("/{community:str}/{begins:int}/{holiday:str}/preview", status_code=200)
    async def preview(
        self,
        visit: NamedDependency[Visit],
        who: NamedDependency[Person],  # noqa: ARG002 - nobody is told of a mistake in what they may not send
        reading: NamedDependency[AsyncSession],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
        data: JSONBody[DatesIn],
    ) -> EffectOut:
        """Whose nights these dates would change, as numbers. Nothing is kept."""
        place = place_of(visit, community, begins, holiday)
        return _effect(await school_calendar.preview(reading, visit.person, place, data.said, visit.now))

    @put("/{community:str}/{begins:int}/{holiday:str}", status_code=204)
    async def note(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
        data: JSONBody[NotedIn],
    ) -> None:
        """Note these dates; calendars follow. What was noted before stays in the history."""
        place = place_of(visit, community, begins, holiday)
        await school_calendar.note(errand, place, data.said, data.number)

    @post("/{community:str}/{begins:int}/{holiday:str}/withdrawal", status_code=204)
    async def withdraw(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
        data: JSONBody[WithdrawnIn],
    ) -> None:
        """Let the dates that ship count again."""
        place = place_of(visit, community, begins, holiday)
        await school_calendar.withdraw(errand, place, data.number)


def _year(one: Year, begins: int) -> SchoolYearOut:
    return SchoolYearOut(one.community, begins, one.known_until, tuple(_holiday(line) for line in one.lines))


def _holiday(line: Line) -> HolidayOut:
    there = line.holiday
    return HolidayOut(
        holiday=slug(line.name),
        name=line.name,
        first=there.first if there else None,
        last=there.last if there else None,
        source=there.source if there else "",
        confidence=there.confidence if there else "",
        noted=line.noted,
    )


def _noted(row: Noted) -> NotedOut:
    said = row.holiday
    return NotedOut(
        number=row.number,
        first=said.first,
        last=said.last,
        source=said.source,
        confidence=said.confidence,
        withdrawn=row.withdrawn,
        noted_at=row.noted_at,
    )


def _effect(found: Effect) -> EffectOut:
    return EffectOut(found.families, found.children, found.nights, found.runs, found.uncounted)
