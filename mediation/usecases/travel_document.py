"""The documents of the children: what both parents see of them, and what each can note.

An event entered here informs the other parent, except when it is kept with the centre only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases.travel_document_register import Line, Register, register
from mediation.vault import Vault
from parenting_plans import document_receipts, travel_documents
from parenting_plans.document_receipts import Place, Receipt, Status
from parenting_plans.errors import ChangedMeanwhile, DocumentMissing, NotNow, NotYourOwn
from parenting_plans.store import travel_documents as store
from parenting_plans.travel_documents import (
    BY_PROFESSIONALS,
    FOR_A_CHILD,
    WITH_DETAILS,
    Details,
    Document,
    Event,
    EventKind,
    Holder,
    Standing,
    Told,
)
from parenting_plans.values import ZONE, Problem

CENTRE_STREAM = "centre"


@dataclass(frozen=True, slots=True)
class Noted:
    """A document as a parent enters it. `told.kind` is NOTED, or APPLIED for one that is still to come.

    `number` as it was typed; `replaces`: the document that this one follows.
    """

    child: UUID
    kind: str
    country: str
    told: Told
    details: Details = field(default_factory=Details)
    number: str = ""
    holder: Holder = Holder.UNKNOWN
    replaces: UUID | None = None


async def note(errand: Errand, family_id: UUID, noted: Noted) -> UUID:
    """Enter a document. Who is said to have it counts once the one concerned confirms. Raises NotYours, Refused."""
    family = await errand.family(family_id, Action.KEEP_DOCUMENTS)
    found = await register(errand.session, family, errand.now)
    number = travel_documents.cleaned_number(noted.number)
    document = Document(
        id=errand.new_id(),
        family_id=family.id,
        child=noted.child,
        kind=noted.kind,
        country=noted.country,
        by=family.own_home,
        entered_at=errand.now,
        centre_only=noted.told.centre_only,
    )
    problems = [
        *_problems_of(noted, number, family, errand.now),
        *_of_holder(document, noted.holder, errand.now),
    ]
    if noted.replaces is not None:
        problems += _of_replacing(found.line(noted.replaces), document)
    _check(problems)
    await store.save_child_document(errand.session, document)
    details = noted.details if noted.told.kind is EventKind.NOTED else None
    await _add_event(errand, family, document.child, document, noted.told, details, number)
    if noted.holder is not Holder.UNKNOWN:
        receipt = document_receipts.hand_over(
            document,
            Place(Holder.UNKNOWN),
            noted.holder,
            family.own_home,
            None,
            id=errand.new_id(),
            now=errand.now,
        )
        await store.save_document_receipt(errand.session, receipt)
        await tell_centre(errand, receipt)
    if noted.replaces is not None:
        old = found.line(noted.replaces)
        told = Told(EventKind.RENEWED, noted.told.on, centre_only=document.centre_only)
        await _add_event(errand, family, old.document.child, old.document, told, None, "")
    await after(errand, family, "document.noted", document.id, shared=not document.centre_only)
    return document.id


def _problems_of(noted: Noted, number: str, family: Family, now: datetime) -> Iterable[Problem]:
    today = _day(now)
    yield from travel_documents.problems_of_document(
        noted.kind, noted.country, noted.child, [child.id for child in family.children]
    )
    child = next((one for one in family.children if one.id == noted.child), None)
    kind = travel_documents.kind_named(noted.kind)
    if child is None or kind is None:
        return
    yield from travel_documents.problems_of_told(noted.told, child.born, today)
    if noted.told.kind is EventKind.NOTED:
        yield from travel_documents.problems_of_details(noted.details, number, kind, child.born, today)


def _of_holder(document: Document, holder: Holder, now: datetime) -> Iterable[Problem]:
    if holder is Holder.UNKNOWN:
        return []
    problems = document_receipts.problems_of_handover(
        document, Place(Holder.UNKNOWN), holder, document.by, None, None, now
    )
    return [replace(one, field="holder") for one in problems]


def _of_replacing(old: Line, document: Document) -> Iterable[Problem]:
    same = (old.document.child, old.document.kind, old.document.country)
    if same != (document.child, document.kind, document.country) or old.facts.standing is Standing.OVER:
        yield Problem("replaces", "Choose an older document of the same kind for the same child.")
    elif old.document.centre_only != document.centre_only:
        yield Problem("replaces", "Choose a document that is seen by the same people.")


async def tell(
    errand: Errand,
    family_id: UUID,
    document_id: UUID,
    told: Told,
    details: Details | None = None,
    number: str = "",
    *,
    seen: int | None = None,
) -> None:
    """Note what happened to a document. `seen`: the newest event that was shown; raises ChangedMeanwhile otherwise.

    Raises NotYours, DocumentMissing, NotNow when it does not fit what was noted last, and Refused.
    """
    court = told.kind in BY_PROFESSIONALS
    family = await errand.family(family_id, Action.NOTE_MEASURE if court else Action.KEEP_DOCUMENTS)
    line = (await register(errand.session, family, errand.now)).line(document_id)
    if told.kind not in line.next_kinds:
        raise NotNow
    if seen is not None and seen != line.seen:
        raise ChangedMeanwhile
    document, child = line.document, family.child(line.document.child)
    if document.centre_only:
        told = replace(told, centre_only=True)
    cleaned, today = travel_documents.cleaned_number(number), _day(errand.now)
    problems = list(travel_documents.problems_of_told(told, child.born, today))
    said = (details or Details()) if told.kind in WITH_DETAILS else None
    if said is not None:
        problems += travel_documents.problems_of_details(said, cleaned, document.about, child.born, today)
    _check(problems)
    await _add_event(errand, family, document.child, document, told, said, cleaned)
    await after(errand, family, f"document.{told.kind.value}", document.id, shared=not told.centre_only)


async def tell_of_child(errand: Errand, family_id: UUID, child_id: UUID, told: Told) -> None:
    """A request to the authorities that no document is issued without express consent, or its end (art. 374/1 §1)."""
    family = await errand.family(family_id, Action.KEEP_DOCUMENTS)
    child = family.child(child_id)
    if told.kind not in FOR_A_CHILD:
        raise NotNow
    _check(travel_documents.problems_of_told(told, child.born, _day(errand.now)))
    found = await register(errand.session, family, errand.now)
    standing = found.requests.get(child_id)
    if (standing is not None) is not (told.kind is EventKind.CONSENT_ENDED):
        raise NotNow
    if standing is not None:
        if standing.by is not family.own_home:
            raise NotYourOwn  # it is that parent's own request
        told = replace(told, centre_only=standing.centre_only)
    await _add_event(errand, family, child_id, None, told, None, "")
    await after(errand, family, f"document.{told.kind.value}", child_id, shared=not told.centre_only)


async def retract(errand: Errand, family_id: UUID, document_id: UUID, event_id: UUID) -> None:
    """Say that something was noted by mistake; it stays readable. Raises DocumentMissing, NotYourOwn, NotNow."""
    action = Action.KEEP_DOCUMENTS if not _professional(errand) else Action.NOTE_MEASURE
    family = await errand.family(family_id, action)
    found = await register(errand.session, family, errand.now)
    document = found.line(document_id).document
    event = next((one for one in found.events if (one.id, one.document) == (event_id, document_id)), None)
    if event is None:
        raise DocumentMissing
    if event.person != errand.who.id:
        raise NotYourOwn
    if event not in travel_documents.in_effect(found.events):
        raise NotNow
    told = Told(EventKind.RETRACTED, _day(errand.now), centre_only=event.centre_only)
    await _add_event(errand, family, event.child, document, told, None, "", retracts=event.id)
    await after(errand, family, "document.retracted", event.id, shared=not event.centre_only)


async def full_number(errand: Errand, family_id: UUID, document_id: UUID) -> str:
    """The whole number, for who entered it and for those to whom row 03 of the matrix opens it. Ask a fresh factor.

    Each look stands in the record. Raises NotYours, DocumentMissing.
    """
    family = await errand.family(family_id, Action.SEE_DOCUMENTS)
    line = (await register(errand.session, family, errand.now)).line(document_id)
    event = line.facts.numbered_by
    if event is None or not line.may_read_number:
        raise DocumentMissing
    number = await _unsealed(errand.session, errand.keys.vault, event)
    stream = CENTRE_STREAM if line.document.centre_only else stream_of(family.id)
    await errand.record(stream, "document.number_read", document_id)
    return number


@dataclass(frozen=True, slots=True)
class SheetDocument:
    """One document for a fact sheet. `number`: whole when `whole`, else only what may be shown of it."""

    line: Line
    number: str
    whole: bool


async def documents_for_fact_sheet(
    session: AsyncSession, family: Family, vault: Vault, now: datetime
) -> tuple[SheetDocument, ...]:
    """A parent's own sheet: every document this parent may see, with the whole number where this parent entered it.

    What the other parent entered stays masked here too: a sheet that is made at any time must not be a way around it.
    """
    require(may_do(family.relations, Action.KEEP_DOCUMENTS))
    found = []
    for line in (await register(session, family, now)).lines:
        event = line.facts.numbered_by
        if event is not None and line.may_read_number:
            found.append(SheetDocument(line, await _unsealed(session, vault, event), whole=True))
        else:
            found.append(SheetDocument(line, travel_documents.masked(line.facts.details.tail), whole=False))
    return tuple(found)


async def desk(session: AsyncSession, family: Family, now: datetime) -> Register:
    """What this viewer sees of the register. Raises NotYours."""
    return await register(session, family, now)


async def one(session: AsyncSession, family: Family, document_id: UUID, now: datetime) -> Line:
    """Raises NotYours, DocumentMissing."""
    return (await register(session, family, now)).line(document_id)


async def ending_before(
    session: AsyncSession, family: Family, children: Iterable[UUID], returns: datetime, now: datetime
) -> tuple[Line, ...]:
    """The children's travel documents that end before a trip is back, as far as this viewer sees them."""
    require(may_do(family.relations, Action.SEE_DOCUMENTS))
    going, day = tuple(children), _day(returns)
    return tuple(
        line
        for line in (await register(session, family, now)).lines
        if travel_documents.ends_before(line.facts, going, day)
    )


async def _unsealed(session: AsyncSession, vault: Vault, event: Event) -> str:
    sealed = await store.sealed_number(session, event.family_id, event.id)
    return vault.unseal(sealed, _place(event.id)).decode().rstrip()


def _place(event_id: UUID) -> str:
    return f"document_event:{event_id}:number"


async def _add_event(
    errand: Errand,
    family: Family,
    child: UUID,
    document: Document | None,
    told: Told,
    details: Details | None,
    number: str,
    *,
    retracts: UUID | None = None,
) -> None:
    if details is not None:
        details = replace(details, tail=travel_documents.tail_of(number))
    event = Event(
        id=errand.new_id(),
        family_id=family.id,
        child=child,
        document=document.id if document else None,
        number=await store.next_event_number(errand.session, family.id),
        kind=told.kind,
        on=told.on,
        at=errand.now,
        by=family.home,
        person=errand.who.id,
        centre_only=told.centre_only,
        details=details,
        urgent=told.urgent,
        purpose=told.purpose,
        reference=told.reference,
        retracts=retracts,
    )
    # Padded, so that the length of what is sealed does not tell what kind of number it is.
    padded = number.ljust(travel_documents.LONGEST_NUMBER).encode()
    sealed = errand.keys.vault.seal(padded, _place(event.id)) if number else None
    await store.save_document_event(errand.session, event, sealed)
    if document is not None:
        await _plan_warning(errand, document)


async def _plan_warning(errand: Errand, document: Document) -> None:
    """By what both parents see of a shared document: a private note must not be felt in a message that stays away."""
    events = await store.document_events_of(errand.session, document.family_id)
    known = [one for one in events if document.centre_only or not one.centre_only]
    facts = travel_documents.facts_of(document, known, _day(errand.now))
    at = travel_documents.warn_next(facts.details, facts.standing, errand.now)
    await store.set_document_warning(errand.session, document.family_id, document.id, at)


async def after(errand: Errand, family: Family, what: str, subject: UUID, *, shared: bool) -> None:
    """Inform the other parent of what is shared, let the worker look, and record; the centre's stream is locked last."""
    await errand.changed(family)
    if not shared:
        await errand.record(CENTRE_STREAM, what, subject)
        return
    await errand.record(stream_of(family.id), what, subject)
    event = f"{what}:{subject}:{errand.now.isoformat(timespec='milliseconds')}"
    for parent in family.parents:
        if parent.person_id != errand.who.id:
            await errand.tell(parent.person_id, "document", event)


async def tell_centre(errand: Errand, receipt: Receipt) -> None:
    if receipt.status is Status.OPEN and receipt.waits_for is Holder.CENTRE:
        await errand.tell_centre(f"document:{receipt.id}")


def _professional(errand: Errand) -> bool:
    return errand.who.profession.takes_mandates or errand.who.profession.at_the_centre


def _check(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise Refused(*found)


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
