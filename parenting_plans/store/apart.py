"""Sealed answers of one family. A sheet is read by its author, and by others once it is opened: there is no third way.

The caller holds the family for a change, so that two who submit at once do it one after the other.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, update
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.apart import Opened, Sheet, Submitted
from parenting_plans.errors import AlreadyAnswered
from parenting_plans.store.rows import add, change, every
from parenting_plans.tables import SheetRow
from parenting_plans.values import Home


async def own_sheets(session: AsyncSession, family_id: UUID, author: Home) -> tuple[Sheet, ...]:
    """A parent's own sheets, of every section and round."""
    rows = select(SheetRow).where(SheetRow.family_id == family_id, SheetRow.author == author.value)
    return _in_order(await every(session, rows))


async def opened_sheets(session: AsyncSession, family_id: UUID) -> tuple[Sheet, ...]:
    """What both have submitted, of every section and round; always two sheets of a round."""
    rows = select(SheetRow).where(SheetRow.family_id == family_id, col(SheetRow.opened_at).is_not(None))
    return _in_order(await every(session, rows))


def _in_order(rows: Sequence[SheetRow]) -> tuple[Sheet, ...]:
    return tuple(_from(row) for row in sorted(rows, key=lambda row: (row.section, row.round, row.author)))


async def save_sheet(session: AsyncSession, sheet: Sheet) -> None:
    """Keep what its author wrote. Raises Submitted when it was given in the meantime."""
    mine = select(SheetRow).where(*_its(sheet))
    if not await every(session, mine):
        await add(session, _row(sheet))
        return
    wrote = update(SheetRow).where(*_its(sheet), col(SheetRow.submitted_at).is_(None))
    kept = {code: dict(answers) for code, answers in sheet.agreed.items()}
    await change(session, wrote.values(agreed=kept, changed_at=sheet.changed_at), Submitted)


async def submit_sheet(session: AsyncSession, sheet: Sheet, now: datetime) -> bool:
    """Give the sheet; returns whether both have now, which opens the two. Raises Submitted when it was given before."""
    given = update(SheetRow).where(*_its(sheet), col(SheetRow.submitted_at).is_(None))
    await change(session, given.values(submitted_at=now), Submitted)
    return await _both(session, sheet, col(SheetRow.submitted_at), opened_at=now)


async def take_back_sheet(session: AsyncSession, sheet: Sheet) -> None:
    """Make it writable again. Raises Opened when the other parent submitted in the meantime."""
    waits = col(SheetRow.submitted_at).is_not(None), col(SheetRow.opened_at).is_(None)
    back = update(SheetRow).where(*_its(sheet), *waits)
    await change(session, back.values(submitted_at=None), Opened)


async def ask_again_sheet(session: AsyncSession, sheet: Sheet, now: datetime) -> bool:
    """Note the wish for a new round; returns whether both have it now, which ends this one. Raises AlreadyAnswered."""
    opened = col(SheetRow.opened_at).is_not(None), col(SheetRow.again_at).is_(None)
    wish = update(SheetRow).where(*_its(sheet), *opened)
    await change(session, wish.values(again_at=now), AlreadyAnswered)
    return await _both(session, sheet, col(SheetRow.again_at), closed_at=now)


async def _both(
    session: AsyncSession, sheet: Sheet, done: Mapped[datetime | None], **moment: datetime
) -> bool:
    """Set a moment on both sheets of the round when both are done; otherwise nothing changes."""
    count = select(func.count()).select_from(SheetRow).where(*_round(sheet), done.is_not(None))
    if (await session.exec(count)).one() < len(Home):
        return False
    await session.exec(
        update(SheetRow).where(*_round(sheet)).values(**moment),
        execution_options={"synchronize_session": False},
    )
    return True


def _round(sheet: Sheet) -> tuple[ColumnElement[bool], ...]:
    return (
        col(SheetRow.family_id) == sheet.family_id,
        col(SheetRow.section) == sheet.section,
        col(SheetRow.round) == sheet.round,
    )


def _its(sheet: Sheet) -> tuple[ColumnElement[bool], ...]:
    return (*_round(sheet), col(SheetRow.author) == sheet.author.value)


def _from(row: SheetRow) -> Sheet:
    return Sheet(
        family_id=row.family_id,
        section=row.section,
        round=row.round,
        author=Home(row.author),
        agreed=row.agreed,
        changed_at=row.changed_at,
        submitted_at=row.submitted_at,
        opened_at=row.opened_at,
        again_at=row.again_at,
        closed_at=row.closed_at,
    )


def _row(sheet: Sheet) -> SheetRow:
    return SheetRow(
        family_id=sheet.family_id,
        section=sheet.section,
        round=sheet.round,
        author=sheet.author.value,
        agreed={code: dict(answers) for code, answers in sheet.agreed.items()},
        changed_at=sheet.changed_at,
    )
