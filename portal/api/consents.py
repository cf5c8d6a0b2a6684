"""Consents of a family, the record of travel, and what courts decided about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import consent as consents
from mediation.usecases import travel_record
from mediation.usecases.travel_record import Noting
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.travel_wishes import TravelWish
from parenting_plans.values import Home
from portal.api.families import Created
from portal.api.trips_shapes import MANY, ConsentIn, ConsentOut, EndIn, ObjectionIn, consent_out
from portal.pages.trips import TOLD
from portal.pages.trips_forms import Near
from portal.visit import Visit


class TravelDecisionIn(BaseModel):
    """`about` null: trips of both parents; no countries: every country. `given`: a parent or the court gave you the document."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "kind": "ban",
                    "about": "A",
                    "children": ["7f0c54f4-5d36-4d27-9a52-6c5f5bb0f0e1"],
                    "countries": [],
                    "valid_from": "2027-07-01",
                    "valid_to": None,
                    "court": "Family court, Ghent",
                    "reference": "27/123/A",
                    "decided_on": "2027-06-20",
                    "given": True,
                }
            ]
        },
    )
    kind: DecisionKind
    about: Home | None = None
    children: list[UUID] = Field(max_length=MANY)
    countries: list[str] = Field(default=[], max_length=MANY)
    valid_from: Annotated[date, Near]
    valid_to: Annotated[date, Near] | None = None
    court: str
    reference: str
    decided_on: Annotated[date, Near]
    given: bool = False


@dataclass(frozen=True, slots=True)
class TravelDecisionOut:
    """`court` and `reference` are for who may read the document; null for others."""

    id: UUID
    kind: DecisionKind
    about: Home | None
    children: list[UUID]
    countries: list[str]
    valid_from: date
    valid_to: date | None
    decided_on: date
    ended_at: datetime | None
    court: str | None
    reference: str | None


@dataclass(frozen=True, slots=True)
class TravelWishOut:
    id: UUID
    by: Home
    reason: str
    made_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class TravelRecordOut:
    """`wishes`: your own as a parent, both parents' for professionals. `objections` and `consents` stand with their trips too."""

    decisions: list[TravelDecisionOut]
    general_consents: list[ConsentOut]
    wishes: list[TravelWishOut]
    trips: list[UUID]


class ConsentsApi(Controller):
    path = "/api/families/{family_id:uuid}/consents"
    tags = ("trips",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[ConsentOut]:
        """Every consent of the family, also those withdrawn or run out, oldest first."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await consents.consents_of(reading, family, visit.now)
        return [consent_out(given, visit.now) for given in found]

    @post("/")
    async def give(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  # asked for what it refuses
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        data: JSONBody[ConsentIn],
    ) -> Created:
        """Consent to every trip of the other parent within a scope. Needs a fresh sign-in factor; a token has none: 403."""
        return Created(await consents.give_general(errand, family_id, data.scope))

    @get("/{consent_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> ConsentOut:
        """One consent."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return consent_out(await consents.consent_of(reading, family, consent_id, visit.now), visit.now)

    @post("/{consent_id:uuid}/withdrawal", status_code=204)
    async def withdraw(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  # asked for what it refuses
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
        data: JSONBody[EndIn],
    ) -> None:
        """Take your consent back, at once or from a moment on. Needs a fresh sign-in factor; a token has none: 403."""
        await consents.withdraw(errand, family_id, consent_id, data.ends_at)

    @post("/{consent_id:uuid}/disowning", status_code=204)
    async def disown(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  # asked for what it refuses
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> None:
        """Say within 48 hours that you did not give this consent: it never counted."""
        await consents.disown(errand, family_id, consent_id)


class TravelRecordApi(Controller):
    path = "/api/families/{family_id:uuid}/travel"
    tags = ("trips",)

    @get("/")
    async def record(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> TravelRecordOut:
        """Decisions of a court, consents for every trip, and wishes that nobody travels without a written consent."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await travel_record.record(reading, family, visit.now)
        return TravelRecordOut(
            decisions=[_decision_out(one, whole=one.id in found.opened) for one in found.decisions],
            general_consents=[consent_out(one, visit.now) for one in found.general],
            wishes=[_wish_out(one) for one in found.wishes],
            trips=[card.trip.id for card in found.cards],
        )

    @post("/wishes")
    async def wish(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        data: JSONBody[ObjectionIn],
    ) -> Created:
        """Put on record that nobody travels without your written consent. The other parent does not see it."""
        await visit.throttle(TOLD, str(visit.person.id))
        return Created(await travel_record.wish(errand, family_id, data.reason))

    @post("/wishes/{wish_id:uuid}/end", status_code=204)
    async def end_wish(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], wish_id: FromPath[UUID]
    ) -> None:
        """Withdraw your wish."""
        await travel_record.end_wish(errand, family_id, wish_id)

    @post("/decisions")
    async def note(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[TravelDecisionIn]
    ) -> Created:
        """Note what a court decided about travel, from its document. For professionals with a mandate and the centre."""
        said = Noting(
            kind=data.kind,
            about=data.about,
            children=tuple(dict.fromkeys(data.children)),
            countries=tuple(dict.fromkeys(data.countries)),
            valid_from=data.valid_from,
            valid_to=data.valid_to,
            court=data.court.strip(),
            reference=data.reference.strip(),
            decided_on=data.decided_on,
        )
        return Created(await travel_record.note_decision(errand, family_id, said, given=data.given))

    @post("/decisions/{decision_id:uuid}/end", status_code=204)
    async def end(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], decision_id: FromPath[UUID]
    ) -> None:
        """From now on it counts no more."""
        await travel_record.end_decision(errand, family_id, decision_id)


def _decision_out(one: TravelDecision, *, whole: bool) -> TravelDecisionOut:
    return TravelDecisionOut(
        id=one.id,
        kind=one.kind,
        about=one.about,
        children=list(one.children),
        countries=list(one.countries),
        valid_from=one.valid_from,
        valid_to=one.valid_to,
        decided_on=one.decided_on,
        ended_at=one.ended_at,
        court=one.court if whole else None,
        reference=one.reference if whole else None,
    )


def _wish_out(one: TravelWish) -> TravelWishOut:
    return TravelWishOut(one.id, one.by, one.reason, one.made_at, one.withdrawn_at)
