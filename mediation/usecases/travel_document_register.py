"""The register of documents as one viewer sees it: each document with its place, its keeper and what waits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import Family
from mediation.policy import Action, Thing, may, may_do, require
from parenting_plans import document_receipts, travel_documents
from parenting_plans import store as plans
from parenting_plans.document_receipts import About, Place, Receipt
from parenting_plans.errors import DocumentMissing
from parenting_plans.store import travel_documents as store
from parenting_plans.travel_documents import Document, Event, EventKind, Facts, Holder, Standing
from parenting_plans.values import ZONE, Home, Problem, Version

Actor = Home | Holder | None


@dataclass(frozen=True, slots=True)
class Line:
    """One document. `kept_by`: who is agreed to keep it, `by_plan` when the plan says so; `seen` names the newest event.

    `asked`: a request of art. 374/1 §1 stands for the child, and the document is a Belgian one.
    """

    document: Document
    facts: Facts
    place: Place
    kept_by: Holder | None
    by_plan: bool
    receipts: tuple[Receipt, ...]
    next_kinds: tuple[EventKind, ...]
    may_read_number: bool
    asked: Event | None
    remarks: tuple[Problem, ...]
    actor: Actor

    @property
    def seen(self) -> int:
        return len(self.facts.events)

    @property
    def handover(self) -> Receipt | None:
        return document_receipts.open_one(self.receipts, self.document.id, About.HANDOVER)

    @property
    def keeping(self) -> Receipt | None:
        return document_receipts.open_one(self.receipts, self.document.id, About.CUSTODIAN)

    @property
    def waiting(self) -> tuple[Receipt, ...]:
        return tuple(one for one in (self.handover, self.keeping) if one is not None)

    @property
    def waits_for_viewer(self) -> bool:
        return any(self.actor is not None and one.waits_for == self.actor for one in self.waiting)

    @property
    def over(self) -> bool:
        return self.facts.standing is Standing.OVER

    @property
    def may_hand_over(self) -> bool:
        """A parent, of a document that exists, while nothing about its place waits."""
        return isinstance(self.actor, Home) and self.handover is None and self._is_there

    @property
    def in_deposit(self) -> bool:
        """Both parents have to sign before it leaves."""
        return self.place.holder in travel_documents.DEPOSITORIES and not self.document.centre_only

    @property
    def may_propose_keeper(self) -> bool:
        return (
            isinstance(self.actor, Home)
            and self.keeping is None
            and self._is_there
            and not self.document.centre_only
        )

    @property
    def _is_there(self) -> bool:
        return self.facts.standing not in {Standing.OVER, Standing.APPLIED}


@dataclass(frozen=True, slots=True)
class Register:
    """`requests`: by child, the request of art. 374/1 §1 that stands and that the viewer may see."""

    lines: tuple[Line, ...]
    events: tuple[Event, ...]
    requests: Mapping[UUID, Event]
    may_keep: bool

    def line(self, document_id: UUID) -> Line:
        """Raises DocumentMissing."""
        for one in self.lines:
            if one.document.id == document_id:
                return one
        raise DocumentMissing

    @property
    def waiting(self) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.waits_for_viewer)


async def register(session: AsyncSession, family: Family, now: datetime) -> Register:
    """Everything this viewer may see, oldest document first. Raises NotYours."""
    require(may_do(family.relations, Action.SEE_DOCUMENTS))
    centre = family.viewer.profession.at_the_centre
    documents = [
        one
        for one in await store.child_documents_of(session, family.id)
        if not one.centre_only or centre or one.by is family.home
    ]
    events = tuple(
        one
        for one in await store.document_events_of(session, family.id)
        if one.seen_by(family.home, at_the_centre=centre)
    )
    receipts = await store.document_receipts_of(session, family.id)
    version = _in_force(await plans.versions_of(session, family.id), now)
    seen = _Seen(family, events, receipts, version, now)
    children = {child.id for child in family.children}
    return Register(
        tuple(_line(seen, one) for one in documents if one.child in children),
        events,
        {
            child: asked
            for child in children
            if (asked := travel_documents.consent_asked(events, child)) is not None
        },
        may_do(family.relations, Action.KEEP_DOCUMENTS),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    family: Family
    events: tuple[Event, ...]
    receipts: Sequence[Receipt]
    version: Version | None
    now: datetime


def _line(seen: _Seen, document: Document) -> Line:
    family, today = seen.family, seen.now.astimezone(ZONE).date()
    facts = travel_documents.facts_of(document, seen.events, today)
    own = tuple(one for one in seen.receipts if one.document == document.id)
    place = document_receipts.place_of(document, own)
    by_plan = travel_documents.custodian_by_plan(seen.version.agreed, document) if seen.version else None
    since = seen.version.sealed_at if seen.version else None
    kept_by = document_receipts.keeper(place, by_plan, since)
    actor = _actor(family)
    details, born = facts.details, family.child(document.child).born
    return Line(
        document=document,
        facts=facts,
        place=place,
        kept_by=kept_by,
        by_plan=by_plan is not None and not (kept_by is place.agreed and kept_by is not by_plan),
        receipts=own,
        next_kinds=travel_documents.next_kinds(facts, professional=family.home is None),
        may_read_number=_may_read_number(family, facts),
        asked=travel_documents.consent_asked(seen.events, document.child) if document.about.belgian else None,
        remarks=document.about.remarks(born, details.valid_from, details.valid_to),
        actor=actor,
    )


def _actor(family: Family) -> Actor:
    if family.home is not None:
        return family.home
    return Holder.CENTRE if may_do(family.relations, Action.HOLD_DOCUMENTS) else None


def _may_read_number(family: Family, facts: Facts) -> bool:
    """A parent: what this parent entered. Others: row 03 of the matrix, as it stands."""
    if facts.numbered_by is None:
        return False
    if family.home is not None:
        return facts.numbered_by.by is family.home
    return may(family.relations, Action.READ, Thing.REGISTER_NUMBER)


def _in_force(versions: Iterable[Version], now: datetime) -> Version | None:
    """The newest sealed plan that has begun."""
    today: date = now.astimezone(ZONE).date()
    sealed = [one for one in versions if one.sealed_at is not None and one.effective_on <= today]
    return sealed[-1] if sealed else None
