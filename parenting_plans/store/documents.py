"""What sealed documents say, by version or by the hash of the code printed on them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered
from parenting_plans.store.rows import add
from parenting_plans.tables import PlanDocumentRow, VersionRow


async def document(session: AsyncSession, family_id: UUID, version_id: UUID) -> dict[str, Any] | None:
    """What the sealed document of this version says; None while it is not sealed."""
    row = await session.get(PlanDocumentRow, version_id)
    return row.said if row and row.family_id == family_id else None


async def save_document(
    session: AsyncSession, family_id: UUID, version_id: UUID, code_hash: str, said: dict[str, Any]
) -> None:
    """Once for each version: what was sealed is not said otherwise later."""
    row = PlanDocumentRow(version_id=version_id, family_id=family_id, code_hash=code_hash, said=said)
    await add(session, row, otherwise=AlreadyAnswered)


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
