"""What the API reads and answers about the children's documents. A whole number is never part of a list."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from mediation.usecases.travel_document import Noted
from mediation.usecases.travel_document_register import Line, Register
from parenting_plans.countries import HOME
from parenting_plans.document_receipts import About, Receipt, Status
from parenting_plans.travel_documents import (
    Details,
    Event,
    EventKind,
    Holder,
    Purpose,
    Standing,
    Told,
    masked,
)
from parenting_plans.values import Home

CHILD = "7d0c9a52-6a0f-4b63-9a55-0d9e0e7a1f10"


def _shape(**example: Any) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


class DetailsIn(BaseModel):
    model_config = _shape(issuer="Gent", valid_from="2025-03-01", valid_to="2028-03-01", number="EK123456")
    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    number: str = ""

    @property
    def details(self) -> Details:
        return Details(self.issuer, self.valid_from, self.valid_to)


class DocumentIn(BaseModel):
    """A document that is there (`step` noted) or was asked for (applied, with the day). `centre_only`: see the page."""

    model_config = _shape(
        child=CHILD,
        kind="kids_id",
        step="noted",
        details={
            "issuer": "Gent",
            "valid_from": "2025-03-01",
            "valid_to": "2028-03-01",
            "number": "EK123456",
        },
        holder="A",
    )
    child: UUID
    kind: str
    country: str = HOME
    step: Literal["noted", "applied"] = "noted"
    on: date | None = None
    urgent: bool = False
    purpose: Purpose = Purpose.NOT_SAID
    details: DetailsIn = DetailsIn()
    holder: Holder = Holder.UNKNOWN
    replaces: UUID | None = None
    centre_only: bool = False

    def noted(self, today: date) -> Noted:
        applied = self.step == "applied"
        told = Told(
            EventKind.APPLIED if applied else EventKind.NOTED,
            (self.on or today) if applied else today,
            urgent=applied and self.urgent,
            purpose=self.purpose if applied else Purpose.NOT_SAID,
            centre_only=self.centre_only,
        )
        return Noted(
            child=self.child,
            kind=self.kind,
            country=self.country,
            told=told,
            details=self.details.details,
            number="" if applied else self.details.number,
            holder=Holder.UNKNOWN if applied else self.holder,
            replaces=self.replaces,
        )


class EventIn(BaseModel):
    """What happened on a day. Issue and correction carry `details`; `seen`: the version that was read, if it matters."""

    model_config = _shape(kind="lost", on="2027-02-20", reference="BR.12.L3.004512/2027")
    kind: EventKind
    on: date
    reference: str = ""
    details: DetailsIn | None = None
    seen: int | None = None
    centre_only: bool = False

    @property
    def told(self) -> Told:
        return Told(self.kind, self.on, reference=self.reference, centre_only=self.centre_only)


class ConsentRequestIn(BaseModel):
    """A request to the authorities (art. 374/1 §1 old Civil Code) or its end, for one child."""

    model_config = _shape(child=CHILD, kind="consent_asked", on="2027-01-05")
    child: UUID
    kind: Literal[EventKind.CONSENT_ASKED, EventKind.CONSENT_ENDED]
    on: date
    centre_only: bool = False


class HandoverIn(BaseModel):
    """`due_back` when it leaves the one who keeps it."""

    model_config = _shape(receiver="B", due_back="2027-08-20T18:00:00+02:00")
    receiver: Holder
    due_back: AwareDatetime | None = None


class KeeperIn(BaseModel):
    model_config = _shape(receiver="notary")
    receiver: Holder


@dataclass(frozen=True, slots=True)
class DocumentEventOut:
    id: UUID
    kind: EventKind
    on: date
    noted_at: datetime
    by: Home | None
    informed_at: datetime | None
    centre_only: bool
    urgent: bool
    purpose: Purpose
    reference: str
    retracts: UUID | None


@dataclass(frozen=True, slots=True)
class ReceiptOut:
    id: UUID
    about: About
    giver: Holder
    receiver: Holder
    by: Home
    made_at: datetime
    status: Status
    waits_for: str | None
    needs_signature: bool
    due_back: datetime | None
    released_at: datetime | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class DocumentOut:
    """`version` is what an event may name as `seen`."""

    id: UUID
    child: UUID
    kind: str
    country: str
    centre_only: bool
    standing: Standing
    issuer: str
    valid_from: date | None
    valid_to: date | None
    number: str
    holder: Holder
    holder_since: datetime | None
    due_back: datetime | None
    keeper: Holder | None
    keeper_by_plan: bool
    next_events: list[EventKind]
    version: int
    receipts: list[ReceiptOut]
    events: list[DocumentEventOut]


@dataclass(frozen=True, slots=True)
class StandingRequestOut:
    child: UUID
    by: Home | None
    on: date


@dataclass(frozen=True, slots=True)
class RegisterOut:
    documents: list[DocumentOut]
    requests: list[StandingRequestOut]


@dataclass(frozen=True, slots=True)
class NumberOut:
    number: str


def register_out(found: Register) -> RegisterOut:
    return RegisterOut(
        [document_out(line) for line in found.lines],
        [StandingRequestOut(child, event.by, event.on) for child, event in found.requests.items()],
    )


def document_out(line: Line) -> DocumentOut:
    document, facts, place = line.document, line.facts, line.place
    return DocumentOut(
        id=document.id,
        child=document.child,
        kind=document.kind,
        country=document.country,
        centre_only=document.centre_only,
        standing=facts.standing,
        issuer=facts.details.issuer,
        valid_from=facts.details.valid_from,
        valid_to=facts.details.valid_to,
        number=masked(facts.details.tail),
        holder=place.holder,
        holder_since=place.since,
        due_back=place.due_back,
        keeper=line.kept_by,
        keeper_by_plan=line.by_plan,
        next_events=list(line.next_kinds),
        version=line.seen,
        receipts=[_receipt(one) for one in line.receipts],
        events=[_event(one) for one in facts.events],
    )


def _event(event: Event) -> DocumentEventOut:
    return DocumentEventOut(
        id=event.id,
        kind=event.kind,
        on=event.on,
        noted_at=event.at,
        by=event.by,
        informed_at=event.informed_at,
        centre_only=event.centre_only,
        urgent=event.urgent,
        purpose=event.purpose,
        reference=event.reference,
        retracts=event.retracts,
    )


def _receipt(one: Receipt) -> ReceiptOut:
    return ReceiptOut(
        id=one.id,
        about=one.about,
        giver=one.giver,
        receiver=one.receiver,
        by=one.by,
        made_at=one.made_at,
        status=one.status,
        waits_for=one.waits_for.value if one.waits_for else None,
        needs_signature=one.status is Status.OPEN and one.needs_signature,
        due_back=one.due_back,
        released_at=one.released_at,
        answered_at=one.answered_at,
    )
