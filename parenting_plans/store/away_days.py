"""The camps and hospital days that the parents of one family noted."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.asking import Span
from parenting_plans.away_days import AwayDays, Noting, Why
from parenting_plans.errors import AwayDaysMissing, ChangedMeanwhile
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import AwayDaysRow
from parenting_plans.values import Home


async def away_days_of(session: AsyncSession, family_id: UUID) -> tuple[AwayDays, ...]:
    """All of them, also those over or removed, by their start."""
    rows = select(AwayDaysRow).where(AwayDaysRow.family_id == family_id)
    ordered = rows.order_by(col(AwayDaysRow.starts_at), col(AwayDaysRow.id))
    return tuple(_from(row) for row in await every(session, ordered))


async def away_days(session: AsyncSession, family_id: UUID, away_id: UUID) -> AwayDays:
    """Raises AwayDaysMissing."""
    wanted = select(AwayDaysRow).where(AwayDaysRow.id == away_id, AwayDaysRow.family_id == family_id)
    return _from(await one(session, wanted, AwayDaysMissing))


async def save_away_days(session: AsyncSession, noted: AwayDays, before: AwayDays | None = None) -> None:
    """Store new ones, or what they became since `before` was read (ChangedMeanwhile: no longer as read)."""
    said = noted.said
    if before is None:
        row = AwayDaysRow(
            id=noted.id,
            family_id=noted.family_id,
            by_home=noted.by.value,
            why=said.why.value,
            children=[str(child) for child in said.children],
            starts_at=said.span.starts_at,
            ends_at=said.span.ends_at,
            noted_at=noted.noted_at,
            changed_at=noted.changed_at,
        )
        await add(session, row)
        return
    as_read = (
        col(AwayDaysRow.id) == before.id,
        col(AwayDaysRow.family_id) == before.family_id,
        col(AwayDaysRow.ends_at) == before.said.span.ends_at,
        col(AwayDaysRow.removed_at).is_(None),
    )
    values = {"ends_at": said.span.ends_at, "changed_at": noted.changed_at, "removed_at": noted.removed_at}
    await change(session, update(AwayDaysRow).where(*as_read).values(**values), ChangedMeanwhile)


def _from(row: AwayDaysRow) -> AwayDays:
    children = tuple(UUID(child) for child in row.children)
    return AwayDays(
        id=row.id,
        family_id=row.family_id,
        by=Home(row.by_home),
        said=Noting(Why(row.why), children, Span(row.starts_at, row.ends_at)),
        noted_at=row.noted_at,
        changed_at=row.changed_at,
        removed_at=row.removed_at,
    )
