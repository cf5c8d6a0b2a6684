"""What is asked across families, by a worker or with the code of a document: ids come out and nothing else."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.reviews import Review, remind_at
from parenting_plans.tables import PlanDocumentRow, PlanReviewRow, VersionRow


async def by_code(session: AsyncSession, code_hash: str) -> tuple[UUID, UUID] | None:
    """Family and version to which a code belongs."""
    wanted = select(PlanDocumentRow.family_id, PlanDocumentRow.version_id)
    return (await session.exec(wanted.where(PlanDocumentRow.code_hash == code_hash))).first()


async def without_document(session: AsyncSession, limit: int) -> Sequence[tuple[UUID, UUID]]:
    """Family and version of sealed versions that have no document yet, from before there were any."""
    there = select(PlanDocumentRow.version_id)
    wanted = select(VersionRow.family_id, VersionRow.id).where(
        col(VersionRow.sealed_at).is_not(None), col(VersionRow.id).not_in(there)
    )
    return (await session.exec(wanted.limit(limit))).all()


async def to_remind(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[UUID, UUID]]:
    """Family and review of every reminder that is due, the oldest first."""
    due = select(PlanReviewRow.family_id, PlanReviewRow.id).where(col(PlanReviewRow.remind_at) <= now)
    return (await session.exec(due.order_by(col(PlanReviewRow.remind_at)).limit(limit))).all()


async def claim_reminder(session: AsyncSession, review: Review, now: datetime) -> bool:
    """Whether this reminder is ours; the next one is then set. The row count decides between two workers."""
    mine = update(PlanReviewRow).where(
        col(PlanReviewRow.id) == review.id,
        col(PlanReviewRow.remind_at) <= now,
        col(PlanReviewRow.closed_at).is_(None),
    )
    done = await session.exec(
        mine.values(remind_at=remind_at(review, now)), execution_options={"synchronize_session": False}
    )
    return bool(done.rowcount == 1)
