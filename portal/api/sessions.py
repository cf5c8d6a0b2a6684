"""Sessions of a family with its mediator or family lawyer: list; and for the professional: book, move, cancel."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, sessions
from mediation.errand import Errand
from mediation.sessions import Kind, Session, Status, Wish
from mediation.usecases import session
from parenting_plans.values import ZONE, Home
from portal.api.families import Created
from portal.visit import Visit

PAST = timedelta(days=90)  # how far back the list goes


class TimesIn(BaseModel):
    """Instants with their offset; [starts_at, ends_at)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"starts_at": "2027-03-09T14:00:00+01:00", "ends_at": "2027-03-09T15:30:00+01:00"}]
        },
    )
    starts_at: AwareDatetime
    ends_at: AwareDatetime


class SessionIn(TimesIn):
    """A joint session invites both homes, a separate one exactly one. A place, an https link, or both."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "kind": "joint",
                    "invited": ["A", "B"],
                    "starts_at": "2027-03-09T14:00:00+01:00",
                    "ends_at": "2027-03-09T15:30:00+01:00",
                    "place": "Room 2",
                }
            ]
        },
    )
    kind: Kind
    invited: set[Home] = Field(min_length=1)
    place: str = Field(default="", max_length=sessions.LONGEST_PLACE)
    link: str = Field(default="", max_length=sessions.LONGEST_LINK)


@dataclass(frozen=True, slots=True)
class SessionOut:
    id: UUID
    professional: UUID
    kind: Kind
    invited: list[Home]
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    status: Status


class SessionsApi(Controller):
    path = "/api/families/{family_id:uuid}/sessions"
    tags = ("sessions",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[SessionOut]:
        """Sessions of the last three months and to come: for a parent those they are invited to, else one's own."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return [_out(one) for one in await session.sessions_of(reading, family, visit.now - PAST)]

    @post("/")
    async def book(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[SessionIn]
    ) -> Created:
        """Book a session. Everyone invited is told."""
        wish = Wish(
            kind=data.kind,
            invited=frozenset(data.invited),
            starts_at=data.starts_at,
            ends_at=data.ends_at,
            place=data.place,
            link=data.link,
        )
        return Created(await session.book(errand, family_id, wish))

    @post("/{session_id:uuid}/times", status_code=204)
    async def move(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        session_id: FromPath[UUID],
        data: JSONBody[TimesIn],
    ) -> None:
        """Move a session of yours to another time. Everyone invited is told."""
        await session.reschedule(errand, family_id, session_id, data.starts_at, data.ends_at)

    @post("/{session_id:uuid}/cancellation", status_code=204)
    async def cancel(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], session_id: FromPath[UUID]
    ) -> None:
        """Cancel a session of yours. Everyone invited is told."""
        await session.cancel(errand, family_id, session_id)


def _out(one: Session) -> SessionOut:
    return SessionOut(
        id=one.id,
        professional=one.professional_id,
        kind=one.kind,
        invited=sorted(one.invited),
        starts_at=one.starts_at.astimezone(ZONE),
        ends_at=one.ends_at.astimezone(ZONE),
        place=one.place,
        link=one.link,
        status=one.status,
    )
