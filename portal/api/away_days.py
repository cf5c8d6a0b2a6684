"""Camps and hospital days of the children: note them, move their end, remove them. Instants carry an offset."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.people import Person
from mediation.usecases import away_days
from parenting_plans.away_days import AwayDays, Noting, Why
from parenting_plans.values import Home
from portal.api.families import Created
from portal.api.swaps_shapes import CHILD, MANY, SpanIn, SpanOut
from portal.pages.trips_forms import Near
from portal.visit import Visit


def _model(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


class AwayDaysIn(BaseModel):
    """No place and no reason: nobody has to say them here."""

    model_config = _model(
        {
            "why": "camp",
            "children": [CHILD],
            "span": {"starts_at": "2027-07-05T09:00:00+02:00", "ends_at": "2027-07-10T16:00:00+02:00"},
        }
    )
    why: Why
    children: list[UUID] = Field(max_length=MANY)
    span: SpanIn

    @property
    def noting(self) -> Noting:
        return Noting(self.why, tuple(self.children), self.span.span)


class EndIn(BaseModel):
    model_config = _model({"ends_at": "2027-07-09T16:00:00+02:00"})
    ends_at: Annotated[AwareDatetime, Near]


@dataclass(frozen=True, slots=True)
class AwayDaysOut:
    """`by`: whose parent noted it. `removed_at`: it does not take place."""

    id: UUID
    by: Home
    why: Why
    children: list[UUID]
    span: SpanOut
    noted_at: datetime
    removed_at: datetime | None


@dataclass(frozen=True, slots=True)
class MeansOut:
    """`void`: swaps and offers to care that can no longer be accepted. `stays`: swaps that both accepted before."""

    void: list[UUID]
    stays: list[UUID]


class AwayDaysApi(Controller):
    path = "/api/families/{family_id:uuid}/away-days"
    tags = ("swaps",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[AwayDaysOut]:
        """What counts now or later, then what is over or was removed; each by its start."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        desk = await away_days.desk(reading, family, visit.now)
        return [_out(one) for one in (*desk.coming, *desk.past)]

    @post("/")
    async def note(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[AwayDaysIn]
    ) -> Created:
        """No night changes homes; no swap can move these days. The other parent is told."""
        return Created(await away_days.note(errand, family_id, data.noting))

    @post("/preview", status_code=200)
    async def preview(
        self,
        visit: NamedDependency[Visit],
        who: NamedDependency[Person],  # noqa: ARG002 - somebody must be signed in before the body is read
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        data: JSONBody[AwayDaysIn],
    ) -> MeansOut:
        """What it would mean. Nothing is kept and nobody is told."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await away_days.preview(reading, family, data.noting, visit.now)
        return MeansOut([one.id for one in found.void], [one.id for one in found.stays])

    @get("/{away_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        away_id: FromPath[UUID],
    ) -> AwayDaysOut:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return _out(await away_days.one(reading, family, away_id))

    @post("/{away_id:uuid}/end", status_code=204)
    async def move_end(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        away_id: FromPath[UUID],
        data: JSONBody[EndIn],
    ) -> None:
        """They end earlier or later, as whoever noted them says."""
        await away_days.move_end(errand, family_id, away_id, data.ends_at.astimezone(UTC))

    @post("/{away_id:uuid}/removal", status_code=204)
    async def remove(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        away_id: FromPath[UUID],
    ) -> None:
        """They do not take place."""
        await away_days.remove(errand, family_id, away_id)


def _out(one: AwayDays) -> AwayDaysOut:
    said = one.said
    span = SpanOut(said.span.starts_at, said.span.ends_at)
    return AwayDaysOut(one.id, one.by, said.why, list(said.children), span, one.noted_at, one.removed_at)
