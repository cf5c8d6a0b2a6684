"""What the sealed document of a version says."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered
from parenting_plans.store.rows import add
from parenting_plans.tables import PlanDocumentRow


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
