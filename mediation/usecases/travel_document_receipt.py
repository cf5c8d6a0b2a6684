"""Handing a document over, letting it out of a deposit, agreeing who keeps it; and telling both that one ends soon."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.people import NotYours, Person
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.tables import FamilyRow
from mediation.usecases.travel_document import after, tell_centre
from mediation.usecases.travel_document_register import Actor, Line, register
from notifications import outbox
from notifications.values import Message
from parenting_plans import document_receipts, travel_documents
from parenting_plans.document_receipts import Receipt
from parenting_plans.errors import DocumentMissing, HandoverOpen, NotNow
from parenting_plans.store import travel_documents as store
from parenting_plans.travel_documents import Holder, Standing
from parenting_plans.values import ZONE, Home, Problem

Writing = Callable[[], AbstractAsyncContextManager[AsyncSession]]
WAITING_AT_ONCE = 100


async def hand_over(
    errand: Errand, family_id: UUID, document_id: UUID, receiver: Holder, due_back: datetime | None = None
) -> UUID:
    """Say to whom it goes; the holder changes when that is confirmed.

    Raises NotYours, DocumentMissing, HandoverOpen, Refused, and NotNow for what lies in a deposit or is not there.
    """
    return await _give(errand, family_id, document_id, receiver, due_back, from_deposit=False)


async def ask_release(
    errand: Errand, family_id: UUID, document_id: UUID, receiver: Holder, due_back: datetime | None = None
) -> UUID:
    """The first signature under a release from a deposit: ask a fresh factor before. Raises as `hand_over` does."""
    return await _give(errand, family_id, document_id, receiver, due_back, from_deposit=True)


async def _give(
    errand: Errand,
    family_id: UUID,
    document_id: UUID,
    receiver: Holder,
    due_back: datetime | None,
    *,
    from_deposit: bool,
) -> UUID:
    family = await errand.family(family_id, Action.KEEP_DOCUMENTS)
    line = (await register(errand.session, family, errand.now)).line(document_id)
    if line.handover is not None:
        raise HandoverOpen
    if not line.may_hand_over or line.in_deposit is not from_deposit:
        raise NotNow
    problems = document_receipts.problems_of_handover(
        line.document, line.place, receiver, family.own_home, due_back, line.kept_by, errand.now
    )
    if problems:
        raise Refused(*problems)
    made = document_receipts.hand_over(
        line.document,
        line.place,
        receiver,
        family.own_home,
        due_back,
        id=errand.new_id(),
        now=errand.now,
    )
    await store.save_document_receipt(errand.session, made)
    await tell_centre(errand, made)
    await after(errand, family, "document.given", made.id, shared=not made.centre_only)
    return made.id


async def propose_keeper(errand: Errand, family_id: UUID, document_id: UUID, keeper: Holder) -> UUID:
    """Propose who keeps it from now on; it counts when the other parent signs that too. Raises as `hand_over` does."""
    family = await errand.family(family_id, Action.KEEP_DOCUMENTS)
    line = (await register(errand.session, family, errand.now)).line(document_id)
    if line.keeping is not None:
        raise HandoverOpen
    if not line.may_propose_keeper:
        raise NotNow
    if keeper is Holder.UNKNOWN or keeper is line.kept_by:
        raise Refused(Problem("receiver", "Choose somebody who does not keep it already."))
    made = document_receipts.propose_keeper(
        line.document, line.place, keeper, family.own_home, id=errand.new_id(), now=errand.now
    )
    await store.save_document_receipt(errand.session, made)
    await after(errand, family, "document.keeper_proposed", made.id, shared=True)
    return made.id


async def sign(errand: Errand, family_id: UUID, document_id: UUID, receipt_id: UUID) -> None:
    """The yes that binds: it may leave the deposit, or this is who keeps it. Ask a fresh factor before."""
    family, line, receipt, actor = await _found(errand, family_id, document_id, receipt_id)
    signed = document_receipts.sign(receipt, actor, errand.now)
    await _keep(errand, family, line, receipt, signed, "document.signed")


async def confirm(errand: Errand, family_id: UUID, document_id: UUID, receipt_id: UUID) -> None:
    """The document has arrived, as was said."""
    family, line, receipt, actor = await _found(errand, family_id, document_id, receipt_id)
    confirmed = document_receipts.confirm(receipt, actor, errand.now)
    await _keep(errand, family, line, receipt, confirmed, "document.received")


async def refuse(errand: Errand, family_id: UUID, document_id: UUID, receipt_id: UUID) -> None:
    """No. Nothing changes."""
    family, line, receipt, actor = await _found(errand, family_id, document_id, receipt_id)
    refused = document_receipts.refuse(receipt, actor, errand.now)
    await _keep(errand, family, line, receipt, refused, "document.refused")


async def withdraw(errand: Errand, family_id: UUID, document_id: UUID, receipt_id: UUID) -> None:
    family, line, receipt, actor = await _found(errand, family_id, document_id, receipt_id)
    if not isinstance(actor, Home):
        raise NotYours
    withdrawn = document_receipts.withdraw(receipt, actor, errand.now)
    await _keep(errand, family, line, receipt, withdrawn, "document.withdrawn")


async def _found(
    errand: Errand, family_id: UUID, document_id: UUID, receipt_id: UUID
) -> tuple[Family, Line, Receipt, Home | Holder]:
    family = await errand.family(family_id, _action(errand.who))
    line = (await register(errand.session, family, errand.now)).line(document_id)
    receipt = next((one for one in line.receipts if one.id == receipt_id), None)
    if receipt is None:
        raise DocumentMissing
    return family, line, receipt, _acting(line.actor)


def _action(who: Person) -> Action:
    return Action.HOLD_DOCUMENTS if who.profession.at_the_centre else Action.KEEP_DOCUMENTS


def _acting(actor: Actor) -> Home | Holder:
    if actor is None:
        raise NotYours
    return actor


async def _keep(
    errand: Errand, family: Family, line: Line, before: Receipt, now_: Receipt, what: str
) -> None:
    await store.save_document_receipt(errand.session, now_, before)
    if before.centre_only and errand.who.profession.at_the_centre:
        await _tell_author(errand, family, line, now_, what)
    await after(errand, family, what, now_.id, shared=not now_.centre_only)


async def _tell_author(errand: Errand, family: Family, line: Line, receipt: Receipt, what: str) -> None:
    author = family.parent(line.document.by)
    if author is not None:
        await errand.tell(author.person_id, "document", f"{what}:{receipt.id}")


async def waiting_for(session: AsyncSession, family: Family) -> tuple[UUID, ...]:
    """The documents about which something waits for this parent, the oldest first. Raises NotYours."""
    own = family.own_home
    found = await store.document_receipts_of(session, family.id)
    return tuple(dict.fromkeys(one.document for one in found if one.waits_for is own))


@dataclass(frozen=True, slots=True)
class ForCentre:
    """A document that somebody says the centre has, or gets back from it."""

    family: Family
    line: Line
    receipt: Receipt


async def waiting_for_the_centre(session: AsyncSession, who: Person, now: datetime) -> tuple[ForCentre, ...]:
    """What the centre has to confirm, the oldest first. Raises NotYours for anyone who does not work there."""
    if not who.profession.at_the_centre:
        raise NotYours
    found = []
    for family_id, document, receipt in await store.families_with_open_receipts(
        session, Holder.CENTRE, WAITING_AT_ONCE
    ):
        family = await families.open_for(session, family_id, who, now)
        line = (await register(session, family, now)).line(document)
        one = next(one for one in line.receipts if one.id == receipt)
        if one.waits_for is Holder.CENTRE:
            found.append(ForCentre(family, line, one))
    return tuple(found)


async def warn(writing: Writing, family_id: UUID, document_id: UUID, due_at: datetime, now: datetime) -> bool:
    """Tell both parents, discreetly, that a document ends soon; False when another worker was first.

    What is kept with the centre only is told to its author alone.
    """
    async with writing() as session:
        await session.get(FamilyRow, family_id, with_for_update=True)
        documents = await store.child_documents_of(session, family_id)
        document = next((one for one in documents if one.id == document_id), None)
        if document is None:
            return False
        events = await store.document_events_of(session, family_id)
        known = [one for one in events if document.centre_only or not one.centre_only]
        facts = travel_documents.facts_of(document, known, now.astimezone(ZONE).date())
        following = travel_documents.warn_next(facts.details, facts.standing, now)
        if not await store.claim_document_warning(session, document_id, due_at, following):
            return False
        if facts.standing is not Standing.IN_USE:
            return False
        for parent in await families.parents_of(session, family_id):
            if not document.centre_only or parent.home is document.by:
                event = f"ends:{document.id}:{facts.details.valid_to}:{due_at.date().isoformat()}"
                message = Message(
                    to=parent.person_id,
                    kind="document",
                    dedupe_key=f"document:{event}:{parent.person_id}",
                    facts={},
                )
                await outbox.enqueue(session, message, now)
        return True
