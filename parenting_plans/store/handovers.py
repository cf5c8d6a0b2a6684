"""What parents recorded about planned handovers: at most one record per child, moment and parent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered, ChangedMeanwhile, RecordMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import HandoverRecordRow
from parenting_plans.values import Absent, HandoverRecord, Home, Outcome


async def records_of(
    session: AsyncSession, family_id: UUID, since: datetime | None = None
) -> tuple[HandoverRecord, ...]:
    """All records of handovers due at or after `since`, by the moment they were due."""
    rows = select(HandoverRecordRow).where(HandoverRecordRow.family_id == family_id)
    if since is not None:
        rows = rows.where(col(HandoverRecordRow.due_at) >= since)
    ordered = rows.order_by(col(HandoverRecordRow.due_at), col(HandoverRecordRow.id))
    return tuple(_from(row) for row in await every(session, ordered))


async def record_of(session: AsyncSession, family_id: UUID, record_id: UUID) -> HandoverRecord:
    """Raises RecordMissing."""
    wanted = select(HandoverRecordRow).where(
        HandoverRecordRow.id == record_id, HandoverRecordRow.family_id == family_id
    )
    row = await one(session, wanted, RecordMissing)
    return _from(row)


async def save_record(
    session: AsyncSession, record: HandoverRecord, before: HandoverRecord | None = None
) -> None:
    """Store a new record (AlreadyAnswered: its author has one), or its correction (ChangedMeanwhile: not as read)."""
    if before is None:
        await add(session, _row(record), otherwise=AlreadyAnswered)
        return
    as_read = (
        col(HandoverRecordRow.id) == before.id,
        col(HandoverRecordRow.family_id) == before.family_id,
        col(HandoverRecordRow.outcome) == before.outcome.value,
    )
    correction = update(HandoverRecordRow).where(*as_read)
    correction = correction.values(
        outcome=record.outcome.value,
        delivered_at=record.delivered_at,
        in_contact=record.in_contact,
        absent=record.absent,
        text=record.text,
    )
    await change(session, correction, ChangedMeanwhile)


def _from(row: HandoverRecordRow) -> HandoverRecord:
    return HandoverRecord(
        id=row.id,
        family_id=row.family_id,
        child=row.child_id,
        due_at=row.due_at,
        from_home=Home(row.from_home),
        to_home=Home(row.to_home),
        outcome=Outcome(row.outcome),
        delivered_at=row.delivered_at,
        in_contact=row.in_contact,
        recorded_by=Home(row.recorded_by),
        recorded_at=row.recorded_at,
        absent=Absent(row.absent) if row.absent else None,
        text=row.text,
    )


def _row(record: HandoverRecord) -> HandoverRecordRow:
    return HandoverRecordRow(
        id=record.id,
        family_id=record.family_id,
        child_id=record.child,
        due_at=record.due_at,
        from_home=record.from_home.value,
        to_home=record.to_home.value,
        outcome=record.outcome.value,
        delivered_at=record.delivered_at,
        in_contact=record.in_contact,
        recorded_by=record.recorded_by.value,
        recorded_at=record.recorded_at,
        absent=record.absent,
        text=record.text,
    )
