"""Talking over single clauses: the chain of each, proposals and answers, what courts decided, all as one plan."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import plan_clauses
from mediation.usecases.plan_clauses import Recorded
from parenting_plans.clause_talks import LONGEST_NOTE, LONGEST_REFERENCE, OfferStatus, Ruling, Standing, Talk
from parenting_plans.values import Home
from portal.api.families import Created
from portal.api.plan_shapes import Answer, Name, StartIn
from portal.forms import cleaned
from portal.visit import Visit

_C02: dict[str, Any] = {
    "pattern": "ww_fri",
    "anchor_date": "2027-09-06",
    "anchor_parent": "A",
    "handover_time": "18:00",
}


class OfferIn(BaseModel):
    """`seen`: the proposal that this one answers; leave it out when none waits. Answers may be empty for a professional."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"answers": _C02, "note": "", "seen": None}]}
    )
    answers: dict[Name, Answer] = Field(default_factory=dict, max_length=100)
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""
    seen: UUID | None = None


class DecisionIn(BaseModel):
    """`answers` count only for what a court decided itself (`ordered`).

    `approved`: the agreed text that you read, for what a court approved; refused when parents agreed on another since.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "kind": "homologated",
                    "reference": "Family court Ghent, 27/123/A",
                    "decided_on": "2027-02-01",
                }
            ]
        },
    )
    kind: Ruling
    reference: Annotated[str, Field(min_length=1, max_length=LONGEST_REFERENCE)]
    decided_on: date
    answers: dict[Name, Answer] = Field(default_factory=dict, max_length=100)
    approved: dict[Name, Answer] | None = Field(default=None, max_length=100)


@dataclass(frozen=True, slots=True)
class OfferOut:
    """One link of a chain. `by` is empty for a professional's neutral wording, which both parents must accept."""

    id: UUID
    by: Home | None
    yours: bool
    answers: dict[str, Any]
    note: str
    status: OfferStatus
    made_at: datetime
    answered_at: datetime | None
    counters: UUID | None
    accepted_by: list[Home]
    waits_for: list[Home]


@dataclass(frozen=True, slots=True)
class DecisionOut:
    kind: Ruling
    reference: str
    decided_on: date
    answers: dict[str, Any]
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class TalkOut:
    """One clause. `holds`: what counts now; `change`: what parents agreed on since a court's word, waiting for the court."""

    code: str
    standing: Standing
    holds: dict[str, Any] | None
    change: dict[str, Any] | None
    offers: list[OfferOut]
    decisions: list[DecisionOut]


@dataclass(frozen=True, slots=True)
class AcceptedOut:
    """`settled`: nobody's yes is missing any more."""

    settled: bool


class PlanTalksApi(Controller):
    path = "/api/families/{family_id:uuid}/plan/talks"
    tags = ("plan",)

    @get()
    async def talks(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[TalkOut]:
        """Every clause of the catalogue, in order."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return [_out(one, visit) for one in (await plan_clauses.talks(reading, family)).values()]

    @get("/{code:str}")
    async def talk(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> TalkOut:
        """One clause with its whole chain, oldest first."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return _out(await plan_clauses.talk(reading, family, code), visit)

    @post("/proposal")
    async def propose_together(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[StartIn]
    ) -> Created:
        """Propose all that is agreed as a plan. It answers the other parent's plan proposal, if one is open."""
        return Created(await plan_clauses.propose_together(errand, family_id, data.effective_on))

    @post("/{code:str}/offers")
    async def propose(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        data: JSONBody[OfferIn],
    ) -> Created:
        """Propose something about one clause. It changes nobody's calendar."""
        note = cleaned(data.note)
        return Created(
            await plan_clauses.propose(errand, family_id, code, data.answers, note, seen=data.seen)
        )

    @post("/{code:str}/offers/{offer_id:uuid}/acceptance", status_code=200)
    async def accept(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        offer_id: FromPath[UUID],
    ) -> AcceptedOut:
        """Say yes. Only a parent can."""
        after = await plan_clauses.accept(errand, family_id, code, offer_id)
        return AcceptedOut(not after.waits_for)

    @post("/{code:str}/offers/{offer_id:uuid}/refusal", status_code=204)
    async def refuse(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        offer_id: FromPath[UUID],
    ) -> None:
        """Say no. What holds goes on."""
        await plan_clauses.refuse(errand, family_id, code, offer_id)

    @post("/{code:str}/offers/{offer_id:uuid}/withdrawal", status_code=204)
    async def withdraw(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        offer_id: FromPath[UUID],
    ) -> None:
        """Take your own proposal back."""
        await plan_clauses.withdraw(errand, family_id, code, offer_id)

    @post("/{code:str}/decisions")
    async def record_decision(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        data: JSONBody[DecisionIn],
    ) -> Created:
        """Record what a court approved or decided. For professionals."""
        approved = None if data.approved is None else plan_clauses.shown(data.approved)
        said = Recorded(data.kind, cleaned(data.reference), data.decided_on, data.answers, approved)
        return Created(await plan_clauses.record_decision(errand, family_id, code, said))


def _out(talk: Talk, visit: Visit) -> TalkOut:
    return TalkOut(
        code=talk.clause,
        standing=talk.standing,
        holds=dict(talk.holds) if talk.holds else None,
        change=dict(talk.change) if talk.change else None,
        offers=[
            OfferOut(
                id=one.id,
                by=one.by,
                yours=one.author == visit.person.id,
                answers=dict(one.answers),
                note=one.note,
                status=one.status,
                made_at=one.made_at,
                answered_at=one.answered_at,
                counters=one.counters,
                accepted_by=list(one.accepted_by),
                waits_for=list(one.waits_for),
            )
            for one in talk.offers
        ],
        decisions=[
            DecisionOut(one.kind, one.reference, one.decided_on, dict(one.answers), one.recorded_at)
            for one in talk.decisions
        ],
    )
