"""Which months a parent shares with the other: at most one open row per parent and month."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered
from parenting_plans.kept import MonthShare
from parenting_plans.store.rows import add, change, every
from parenting_plans.tables import MonthShareRow
from parenting_plans.values import Home


async def month_shares(session: AsyncSession, family_id: UUID, month: date) -> tuple[MonthShare, ...]:
    """Those that are open for this month, at most one of each parent."""
    rows = select(MonthShareRow).where(
        MonthShareRow.family_id == family_id,
        MonthShareRow.month == month,
        col(MonthShareRow.ended_at).is_(None),
    )
    return tuple(
        MonthShare(row.id, row.family_id, Home(row.by_home), row.month, row.shared_at, row.ended_at)
        for row in await every(session, rows)
    )


async def save_month_share(session: AsyncSession, share: MonthShare) -> None:
    """Raises AlreadyAnswered when this parent shares that month already."""
    row = MonthShareRow(
        id=share.id,
        family_id=share.family_id,
        by_home=share.by.value,
        month=share.month,
        shared_at=share.shared_at,
    )
    await add(session, row, otherwise=AlreadyAnswered)


async def end_month_share(session: AsyncSession, family_id: UUID, share_id: UUID, at: datetime) -> None:
    """Raises AlreadyAnswered when it was ended before."""
    ending = update(MonthShareRow).where(
        col(MonthShareRow.id) == share_id,
        col(MonthShareRow.family_id) == family_id,
        col(MonthShareRow.ended_at).is_(None),
    )
    await change(session, ending.values(ended_at=at), AlreadyAnswered)
