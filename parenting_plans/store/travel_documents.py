"""The documents of one family's children, what was noted about them, and their receipts. Numbers come sealed."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.document_receipts import About, Receipt, Status
from parenting_plans.errors import AlreadyAnswered, DocumentMissing, HandoverOpen
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import ChildDocumentRow, DocumentEventRow, DocumentReceiptRow
from parenting_plans.travel_documents import Details, Document, Event, EventKind, Holder, Purpose
from parenting_plans.values import Home


async def child_documents_of(session: AsyncSession, family_id: UUID) -> tuple[Document, ...]:
    """All of them, also those for the centre only, in the order in which they were noted."""
    rows = select(ChildDocumentRow).where(ChildDocumentRow.family_id == family_id)
    ordered = rows.order_by(col(ChildDocumentRow.entered_at), col(ChildDocumentRow.id))
    return tuple(_document_from(row) for row in await every(session, ordered))


async def save_child_document(session: AsyncSession, document: Document) -> None:
    await add(
        session,
        ChildDocumentRow(
            id=document.id,
            family_id=document.family_id,
            child_id=document.child,
            kind=document.kind,
            country=document.country,
            by_home=document.by.value,
            entered_at=document.entered_at,
            centre_only=document.centre_only,
        ),
    )


async def document_events_of(session: AsyncSession, family_id: UUID) -> tuple[Event, ...]:
    """Everything noted, also for the centre only, oldest first."""
    rows = select(DocumentEventRow).where(DocumentEventRow.family_id == family_id)
    return tuple(
        _event_from(row) for row in await every(session, rows.order_by(col(DocumentEventRow.number)))
    )


async def next_event_number(session: AsyncSession, family_id: UUID) -> int:
    newest = select(func.max(DocumentEventRow.number)).where(DocumentEventRow.family_id == family_id)
    return ((await session.exec(newest)).one() or 0) + 1


async def save_document_event(session: AsyncSession, event: Event, number_sealed: bytes | None) -> None:
    """Raises ChangedMeanwhile when somebody noted something at the same moment."""
    await add(session, _event_row(event, number_sealed))


async def sealed_number(session: AsyncSession, family_id: UUID, event_id: UUID) -> bytes:
    """The number noted with an event, sealed. Raises DocumentMissing."""
    wanted = select(DocumentEventRow).where(
        DocumentEventRow.id == event_id, DocumentEventRow.family_id == family_id
    )
    sealed = (await one(session, wanted, DocumentMissing)).number_sealed
    if sealed is None:
        raise DocumentMissing
    return sealed


async def document_receipts_of(session: AsyncSession, family_id: UUID) -> tuple[Receipt, ...]:
    """All receipts, oldest first."""
    rows = select(DocumentReceiptRow).where(DocumentReceiptRow.family_id == family_id)
    ordered = rows.order_by(col(DocumentReceiptRow.made_at), col(DocumentReceiptRow.id))
    return tuple(_receipt_from(row) for row in await every(session, ordered))


async def save_document_receipt(
    session: AsyncSession, receipt: Receipt, before: Receipt | None = None
) -> None:
    """Store a new one (HandoverOpen: one waits already) or the next step (AlreadyAnswered: somebody was first)."""
    if before is None:
        await add(session, _receipt_row(receipt), otherwise=HandoverOpen)
        return
    released = col(DocumentReceiptRow.released_at)
    as_read = (
        col(DocumentReceiptRow.id) == before.id,
        col(DocumentReceiptRow.family_id) == before.family_id,
        col(DocumentReceiptRow.status) == before.status.value,
        released.is_(None) if before.released_at is None else released == before.released_at,
    )
    step = update(DocumentReceiptRow).where(*as_read)
    step = step.values(
        status=receipt.status.value, released_at=receipt.released_at, answered_at=receipt.answered_at
    )
    await change(session, step, AlreadyAnswered)


async def families_with_open_receipts(
    session: AsyncSession, receiver: Holder, limit: int
) -> Sequence[tuple[UUID, UUID, UUID]]:
    """Family, document and receipt of every hand-over that waits for this holder, the oldest first."""
    wanted = select(DocumentReceiptRow.family_id, DocumentReceiptRow.document_id, DocumentReceiptRow.id)
    wanted = wanted.where(
        DocumentReceiptRow.status == Status.OPEN.value,
        DocumentReceiptRow.about == About.HANDOVER.value,
        (col(DocumentReceiptRow.receiver) == receiver.value) | col(DocumentReceiptRow.centre_only),
    )
    return (await session.exec(wanted.order_by(col(DocumentReceiptRow.made_at)).limit(limit))).all()


async def set_document_warning(
    session: AsyncSession, family_id: UUID, document_id: UUID, at: datetime | None
) -> None:
    mine = update(ChildDocumentRow).where(
        col(ChildDocumentRow.id) == document_id, col(ChildDocumentRow.family_id) == family_id
    )
    await change(session, mine.values(warn_at=at), DocumentMissing)


async def documents_to_warn(
    session: AsyncSession, now: datetime, limit: int
) -> Sequence[tuple[UUID, UUID, datetime]]:
    """Family, document and moment of every warning that is due, the oldest first."""
    due = select(ChildDocumentRow.family_id, ChildDocumentRow.id, ChildDocumentRow.warn_at)
    due = due.where(col(ChildDocumentRow.warn_at) <= now)
    found = (await session.exec(due.order_by(col(ChildDocumentRow.warn_at)).limit(limit))).all()
    return [(family, document, at) for family, document, at in found if at is not None]


async def claim_document_warning(
    session: AsyncSession, document_id: UUID, due_at: datetime, following: datetime | None
) -> bool:
    """Whether this warning is ours; the next one is then set. The row count decides between two workers."""
    mine = update(ChildDocumentRow).where(
        col(ChildDocumentRow.id) == document_id, col(ChildDocumentRow.warn_at) == due_at
    )
    done = await session.exec(
        mine.values(warn_at=following), execution_options={"synchronize_session": False}
    )
    return bool(done.rowcount == 1)


def _document_from(row: ChildDocumentRow) -> Document:
    return Document(
        id=row.id,
        family_id=row.family_id,
        child=row.child_id,
        kind=row.kind,
        country=row.country,
        by=Home(row.by_home),
        entered_at=row.entered_at,
        centre_only=row.centre_only,
    )


def _event_from(row: DocumentEventRow) -> Event:
    said = row.said
    return Event(
        id=row.id,
        family_id=row.family_id,
        child=row.child_id,
        document=row.document_id,
        number=row.number,
        kind=EventKind(row.kind),
        on=row.happened_on,
        at=row.noted_at,
        by=Home(row.by_home) if row.by_home else None,
        person=row.person_id,
        centre_only=row.centre_only,
        details=_details_from(said["details"]) if said.get("details") else None,
        urgent=bool(said.get("urgent")),
        purpose=Purpose(said.get("purpose", "")),
        reference=said.get("reference", ""),
        retracts=UUID(said["retracts"]) if said.get("retracts") else None,
    )


def _details_from(said: dict[str, Any]) -> Details:
    return Details(said["issuer"], _day(said["valid_from"]), _day(said["valid_to"]), said["tail"])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _event_row(event: Event, number_sealed: bytes | None) -> DocumentEventRow:
    said: dict[str, Any] = {
        "urgent": event.urgent,
        "purpose": event.purpose.value,
        "reference": event.reference,
        "retracts": str(event.retracts) if event.retracts else None,
        "details": _details_as_json(event.details) if event.details else None,
    }
    return DocumentEventRow(
        id=event.id,
        family_id=event.family_id,
        child_id=event.child,
        document_id=event.document,
        number=event.number,
        kind=event.kind.value,
        happened_on=event.on,
        noted_at=event.at,
        by_home=event.by.value if event.by else None,
        person_id=event.person,
        centre_only=event.centre_only,
        said=said,
        number_sealed=number_sealed,
    )


def _details_as_json(details: Details) -> dict[str, Any]:
    return {
        "issuer": details.issuer,
        "valid_from": details.valid_from.isoformat() if details.valid_from else None,
        "valid_to": details.valid_to.isoformat() if details.valid_to else None,
        "tail": details.tail,
    }


def _receipt_from(row: DocumentReceiptRow) -> Receipt:
    return Receipt(
        id=row.id,
        family_id=row.family_id,
        document=row.document_id,
        about=About(row.about),
        giver=Holder(row.giver),
        receiver=Holder(row.receiver),
        by=Home(row.by_home),
        made_at=row.made_at,
        status=Status(row.status),
        due_back=row.due_back,
        released_at=row.released_at,
        answered_at=row.answered_at,
        centre_only=row.centre_only,
    )


def _receipt_row(receipt: Receipt) -> DocumentReceiptRow:
    return DocumentReceiptRow(
        id=receipt.id,
        family_id=receipt.family_id,
        document_id=receipt.document,
        about=receipt.about.value,
        giver=receipt.giver.value,
        receiver=receipt.receiver.value,
        by_home=receipt.by.value,
        made_at=receipt.made_at,
        status=receipt.status.value,
        due_back=receipt.due_back,
        released_at=receipt.released_at,
        answered_at=receipt.answered_at,
        centre_only=receipt.centre_only,
    )
