"""A parent's own notes about handovers. The other parent's are not here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import handover
from parenting_plans.handover_records import Note, minutes_late
from parenting_plans.values import Absent, HandoverRecord, Home, Outcome
from portal.api.families import Created
from portal.visit import Visit


class NoteIn(BaseModel):
    """`delivered_at` belongs to a handover that took place, `in_contact` and `absent` to one that did not (null: not said).

    `text` are your own words; nobody else reads them.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "child": "7d0c9a52-6a0f-4b63-9a55-0d9e0e7a1f10",
                    "due_at": "2027-03-05T18:00:00+01:00",
                    "outcome": "late",
                    "delivered_at": "2027-03-05T18:40:00+01:00",
                }
            ]
        },
    )
    child: UUID
    due_at: AwareDatetime
    outcome: Outcome
    delivered_at: AwareDatetime | None = None
    in_contact: bool | None = None
    absent: Absent | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoteOut:
    id: UUID
    child: UUID
    due_at: datetime
    from_home: Home
    to_home: Home
    outcome: Outcome
    delivered_at: datetime | None
    in_contact: bool | None
    recorded_at: datetime
    absent: Absent | None
    minutes_late: int
    text: str


class HandoverNotesApi(Controller):
    path = "/api/families/{family_id:uuid}/handovers/notes"
    tags = ("handovers",)

    @get("/")
    async def own(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[NoteOut]:
        """Your own notes, by the moment they are about."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return [_out(record) for record in await handover.own_records(reading, family)]

    @post("/")
    async def note(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[NoteIn]
    ) -> Created:
        """Note a recent handover that the plan foresaw, or correct your note within a day."""
        note = Note(data.outcome, data.delivered_at, data.in_contact, data.absent, data.text)
        return Created(await handover.note(errand, family_id, data.child, data.due_at, note))


def _out(record: HandoverRecord) -> NoteOut:
    return NoteOut(
        id=record.id,
        child=record.child,
        due_at=record.due_at,
        from_home=record.from_home,
        to_home=record.to_home,
        outcome=record.outcome,
        delivered_at=record.delivered_at,
        in_contact=record.in_contact,
        recorded_at=record.recorded_at,
        absent=record.absent,
        minutes_late=minutes_late(record),
        text=record.text,
    )
