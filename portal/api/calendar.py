"""The calendar of a family: stays, nights and handovers, each with its reason. Days are Brussels days."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.usecases import calendar, handover
from mediation.usecases.calendar_days import ChildNight
from parenting_plans.values import Because, Home, Layer, Split
from portal.visit import Visit

From = Annotated[date, QueryParameter(name="from", description="The first day, for example 2027-03-01.")]
To = Annotated[
    date, QueryParameter(name="to", description="The last day, included; two years later at most.")
]


@dataclass(frozen=True, slots=True)
class WhyOut:
    """The layer of the calendar, the clause of the plan it rests on, the school holiday and the accepted swap, if any."""

    layer: Layer
    clause: str
    holiday: str
    agreed: UUID | None = None


@dataclass(frozen=True, slots=True)
class StayOut:
    """A child's uninterrupted time in one home for one reason: [starts_at, ends_at)."""

    child: UUID
    home: Home
    starts_at: datetime
    ends_at: datetime
    because: WhyOut


@dataclass(frozen=True, slots=True)
class NightOut:
    """The night that begins on `date`. In a shared holiday it belongs to part `part` of `of`."""

    date: date
    child: UUID
    home: Home
    because: WhyOut
    split: Split | None
    part: int
    of: int


@dataclass(frozen=True, slots=True)
class HandoverOut:
    child: UUID
    at: datetime
    from_home: Home
    to_home: Home


class CalendarApi(Controller):
    path = "/api/families/{family_id:uuid}"
    tags = ("calendar",)

    @get("/stays")
    async def stays(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        first: From,
        last: To,
    ) -> list[StayOut]:
        """In whose home each child is, from the first day to the last, cut at both."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await calendar.stays(reading, family, first, last, visit.now)
        return [StayOut(one.child, one.home, one.starts_at, one.ends_at, _why(one.because)) for one in found]

    @get("/nights")
    async def nights(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        first: From,
        last: To,
    ) -> list[NightOut]:
        """Where each child goes to sleep, night by night, and why."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await calendar.days(reading, family, first, last, visit.now)
        return [_night(day.date, night) for day in found for night in day.nights]

    @get("/handovers")
    async def handovers(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        first: From,
        last: To,
    ) -> list[HandoverOut]:
        """The handovers that the plan foresees, in order of time."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await handover.planned(reading, family, *calendar.window(first, last), visit.now)
        return [HandoverOut(one.child, one.at, one.from_home, one.to_home) for one in found]


def _why(because: Because) -> WhyOut:
    agreed = because.document if because.layer is Layer.SWAP else None
    return WhyOut(because.layer, because.clause, because.holiday or "", agreed)


def _night(day: date, night: ChildNight) -> NightOut:
    reason = night.reason
    why = WhyOut(reason.layer, reason.clause, reason.holiday, reason.agreed)
    return NightOut(day, night.child.id, night.home, why, reason.split, reason.part, reason.of)
