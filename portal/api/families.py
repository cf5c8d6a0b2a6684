"""Families: open one, add children, invite, ask a professional, answer the private questions, move along."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import BaseModel, ConfigDict, EmailStr, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.usecases import intake, mandate, pathway, screen
from parenting_plans.values import Community
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class Created:
    """The id of what was made."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ChildOut:
    id: UUID
    given_name: str
    born: date
    community: Community


@dataclass(frozen=True, slots=True)
class FamilyOut:
    """A family as its viewer sees it. `home` is the viewer's own letter; empty for professionals."""

    id: UUID
    code: str
    home: str
    parents: list[dict[str, str]]
    children: list[ChildOut]


def family_out(family: Family) -> FamilyOut:
    return FamilyOut(
        id=family.id,
        code=family.code,
        home=family.home.value if family.home else "",
        parents=[{"home": parent.home.value, "name": parent.name} for parent in family.parents],
        children=[
            ChildOut(child.id, child.given_name, child.born, child.community) for child in family.children
        ],
    )


class ChildIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"given_name": "Lou", "born": "2019-05-14", "community": "FL"}]},
    )
    given_name: str = Field(min_length=1, max_length=60)
    born: date
    community: Community


class InvitationIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"address": "ben@example.be", "language": "fr", "theirs_alone": True}]
        },
    )
    address: EmailStr
    language: Literal["nl", "fr", "de", "en"]
    theirs_alone: bool


class AnswersIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"answers": {"fear": "no"}}]})
    answers: dict[Annotated[str, Field(max_length=60)], Literal["yes", "no", "rather_not_say"]]


class ProfessionalIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"person": "7d0c9a52-6a0f-4b63-9a55-0d9e0e7a1f10"}]},
    )
    person: UUID


class MandateAnswerIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"accept": True, "no_conflict": True}]}
    )
    accept: bool
    no_conflict: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceOut:
    move: str
    to: str
    open: bool
    said_yes: bool
    waits_for: list[str]
    missing: list[str]


@dataclass(frozen=True, slots=True)
class WayOut:
    pathway: str
    stage: str
    since: datetime
    choices: list[ChoiceOut]


class FamiliesApi(Controller):
    path = "/api/families"
    tags = ("families",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> list[FamilyOut]:
        """Your families."""
        return [family_out(family) for family in await families.families_of(reading, visit.person, visit.now)]

    @post("/")
    async def open(self, errand: NamedDependency[Errand]) -> Created:
        """Open a family, with yourself as parent A."""
        return Created(await intake.open_family(errand))

    @get("/{family_id:uuid}")
    async def one(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> FamilyOut:
        """One family."""
        return family_out(await families.open_for(reading, family_id, visit.person, visit.now))

    @post("/{family_id:uuid}/children")
    async def add_child(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[ChildIn]
    ) -> Created:
        """Add a child."""
        child = await intake.add_child(
            errand, family_id, intake.NewChild(data.given_name, data.born, data.community)
        )
        return Created(child.id)

    @post("/{family_id:uuid}/invitation")
    async def invite(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[InvitationIn]
    ) -> Created:
        """Invite the other parent with a discreet link."""
        return Created(
            await intake.invite(
                errand, family_id, data.address, data.language, theirs_alone=data.theirs_alone
            )
        )

    @post("/{family_id:uuid}/screening", status_code=204)
    async def answer(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[AnswersIn]
    ) -> None:
        """Answer the private questions. Nobody but the centre can read the answers, and they cannot be read back here."""
        await screen.answer(errand, family_id, data.answers)

    @post("/{family_id:uuid}/mandates")
    async def ask(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[ProfessionalIn]
    ) -> Created:
        """Propose a mediator or family lawyer."""
        return Created(await mandate.ask(errand, family_id, data.person))

    @post("/{family_id:uuid}/mandates/{mandate_id:uuid}/agreement", status_code=204)
    async def agree(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], mandate_id: FromPath[UUID]
    ) -> None:
        """Agree with the person the other parent proposed."""
        await mandate.agree(errand, family_id, mandate_id)

    @get("/{family_id:uuid}/pathway")
    async def way(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> WayOut:
        """Where the family stands and what you can do now."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await pathway.way(reading, visit.service.vault, family, visit.now)
        choices = [
            ChoiceOut(
                move=one.move,
                to=one.to,
                open=one.open,
                said_yes=one.said_yes,
                waits_for=sorted(one.waits_for),
                missing=[visit.say.say(missing) for missing in one.missing],  # type: ignore[arg-type]
            )
            for one in found.choices
        ]
        return WayOut(found.table.id, found.stage, found.standing.since, choices)

    @post("/{family_id:uuid}/pathway/{move:str}", status_code=204)
    async def move(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], move: FromPath[str]
    ) -> None:
        """Make a move, or say your yes to it."""
        await pathway.move(errand, family_id, move)


class MandatesApi(Controller):
    path = "/api/mandates"
    tags = ("mandates",)

    @post("/{mandate_id:uuid}/answer", status_code=204)
    async def answer(
        self, errand: NamedDependency[Errand], mandate_id: FromPath[UUID], data: JSONBody[MandateAnswerIn]
    ) -> None:
        """A professional takes a mandate on, or declines it without a reason."""
        if data.accept:
            await mandate.accept(errand, mandate_id, no_conflict=data.no_conflict)
        else:
            await mandate.decline(errand, mandate_id)
