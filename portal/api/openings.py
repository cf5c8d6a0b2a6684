"""Families at the start, over JSON, for the centre. Moves go through /api/families/{id}/pathway/{move}."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import BaseModel, ConfigDict
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, pathways
from mediation.errand import Errand
from mediation.pathways import Standing
from mediation.policy import Action, may_do, require
from mediation.usecases import pathway, review_alert, screen
from parenting_plans.values import Home
from portal.visit import Visit


class LiftIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"home": "A"}]})
    home: Literal["A", "B"]


@dataclass(frozen=True, slots=True)
class DueOut:
    """The move that should be made before `before`; `kind` says whether statute or good practice asks for it."""

    move: str
    before: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class OpeningOut:
    family: UUID
    code: str
    stage: str
    since: datetime
    due: DueOut | None


@dataclass(frozen=True, slots=True)
class ScreenedOut:
    """That a parent answered, whether a person must look first, and how many found joint work safe."""

    home: str
    flag: bool
    lifted: bool
    judged: int


@dataclass(frozen=True, slots=True)
class AnswersOut:
    """One parent's answers by question. `reasons` and `unknown` are the questions that want a look."""

    home: str
    answers: dict[str, str]
    reasons: list[str]
    unknown: list[str]
    urgent: bool


def _opening(family_id: UUID, code: str, standing: Standing) -> OpeningOut:
    due = pathways.deadline_of(pathways.load()[standing.pathway], standing)
    said = DueOut(due.move, due.at, due.kind.value) if due else None
    return OpeningOut(family_id, code, pathways.stage_for(standing, professional=True), standing.since, said)


class OpeningsApi(Controller):
    path = "/api/openings"
    tags = ("openings",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> list[OpeningOut]:
        """Families at the start, the longest waiting first."""
        require(may_do(review_alert.relations_of(visit.person), Action.ADVISE_ROUTE))
        return [_opening(*found) for found in await pathway.in_opening(reading)]

    @get("/{family_id:uuid}/screening")
    async def screened(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[ScreenedOut]:
        """Who answered the private questions, and whether a flag stands. Never the answers."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        require(may_do(family.relations, Action.ADVISE_ROUTE))
        found = await screen.screened(reading, visit.service.vault, family.id)
        return [ScreenedOut(one.home.value, one.flag, one.lifted, len(one.judged_by)) for one in found]

    @post("/{family_id:uuid}/answers", status_code=200)
    async def read(self, errand: NamedDependency[Errand], family_id: FromPath[UUID]) -> list[AnswersOut]:
        """Read the answers. Every reading is recorded, so this is never a GET."""
        return [
            AnswersOut(
                home=one.home.value,
                answers=dict(one.answers),
                reasons=list(one.outcome.reasons),
                unknown=list(one.outcome.unknown),
                urgent=one.outcome.urgent,
            )
            for one in await screen.read(errand, family_id)
        ]

    @post("/{family_id:uuid}/lift", status_code=204)
    async def lift(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[LiftIn]
    ) -> None:
        """Find joint work safe in spite of this parent's flag. It takes two people."""
        await screen.lift(errand, family_id, Home(data.home))

    @post("/{family_id:uuid}/advice", status_code=204)
    async def advise(self, errand: NamedDependency[Errand], family_id: FromPath[UUID]) -> None:
        """Your discipline has advised on the route. Two disciplines are needed."""
        await pathway.advise_route(errand, family_id)
