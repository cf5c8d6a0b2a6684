"""On the way, in JSON: "we are late", and both parents' word on leaving and coming back."""

import binascii
from base64 import b64decode
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
from mediation.refusals import Refused
from mediation.usecases import on_the_way
from mediation.usecases import trip as trips
from mediation.usecases.on_the_way import Late
from parenting_plans.on_the_way import LARGEST_PROOF, Cause, What
from parenting_plans.values import Home, Problem
from portal.api.families import Created
from portal.visit import Visit

LARGEST_BODY = LARGEST_PROOF * 4 // 3 + 100_000


class LateIn(BaseModel):
    """`proof`: a PDF, PNG or JPEG file in base64, for the centre alone; empty when there is none."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"cause": "carrier", "new_return_at": "2027-07-15T14:00:00+02:00", "reference": "SN 3632"}
            ]
        },
    )
    cause: Cause
    new_return_at: AwareDatetime
    reference: str = ""
    proof: str = ""


class WordIn(BaseModel):
    """`left`, `back`, or `not_back` as an answer to the other parent's `back`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"what": "back", "at": "2027-07-14T18:05:00+02:00"}]},
    )
    what: What
    at: AwareDatetime


@dataclass(frozen=True, slots=True)
class DelayOut:
    id: UUID
    cause: Cause
    reference: str
    new_return_at: datetime
    has_proof: bool
    said_at: datetime


@dataclass(frozen=True, slots=True)
class WordOut:
    what: What
    by: Home
    at: datetime
    said_at: datetime


@dataclass(frozen=True, slots=True)
class JourneyOut:
    """`expected_at`: what the traveller says now; `due_at`: as agreed or documented; `asks`: nobody noted the return."""

    delays: list[DelayOut]
    words: list[WordOut]
    expected_at: datetime | None
    due_at: datetime | None
    asks: bool
    contested: bool


class UnderWayApi(Controller):
    path = "/api/families/{family_id:uuid}/trips/{trip_id:uuid}/journey"
    tags = ("trips",)

    @get("/")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> JourneyOut:
        """Delays and what both parents confirmed."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        card = await trips.card(reading, family, trip_id, visit.now)
        found = await on_the_way.journey(reading, family, card.trip, visit.now)
        return JourneyOut(
            delays=[
                DelayOut(one.id, one.cause, one.reference, one.new_return_at, one.has_proof, one.said_at)
                for one in found.delays
            ],
            words=[WordOut(one.what, one.by, one.at, one.said_at) for one in found.words],
            expected_at=found.expected_at,
            due_at=found.due_at,
            asks=found.asks,
            contested=found.contested,
        )

    @post("/delays", request_max_body_size=LARGEST_BODY)
    async def late(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[LateIn],
    ) -> Created:
        """Say a new time of the return. What was agreed stays as it was."""
        try:
            proof = b64decode(data.proof, validate=True)
        except binascii.Error as broken:
            raise Refused(Problem("proof", "Send the file in base64.")) from broken
        said = Late(data.cause, data.new_return_at, data.reference, proof)
        return Created(await on_the_way.say_late(errand, family_id, trip_id, said))

    @post("/words", status_code=204)
    async def confirm(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[WordIn],
    ) -> None:
        """Confirm that the children left or are back, or say that they are not."""
        await on_the_way.confirm(errand, family_id, trip_id, data.what, data.at)
