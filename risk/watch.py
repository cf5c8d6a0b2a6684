"""When to look at a family next. All that a parent's request ever does in risk is `mark`: one row, whatever it will find.

A family is claimed in one short transaction, assessed in another, and given its next moment in a third, so that no
parent's request waits for a review.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, case, or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

LEASE = timedelta(minutes=5)  # after this, what a worker that died had claimed is free again


class RiskWatchRow(SQLModel, table=True):
    """One row per family. `assess_at` None: time alone will change nothing. `marks` counts changes to the record."""

    __tablename__ = "risk_watch"

    family_id: UUID = Field(primary_key=True)
    assess_at: datetime | None = Field(default=None, index=True)
    marks: int = 0
    claimed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One family, for one worker, until the lease ends; `marks` as they were when it was claimed."""

    family_id: UUID
    marks: int
    until: datetime


async def mark(session: AsyncSession, family_id: UUID, now: datetime) -> None:
    """The record changed: look at this family now. Cheap, and the same for every family."""
    if await _marked(session, family_id, now):
        return
    try:
        async with session.begin_nested():
            session.add(RiskWatchRow(family_id=family_id, assess_at=now, marks=1))
    except IntegrityError:  # somebody marked it first
        await _marked(session, family_id, now)


async def mark_all(session: AsyncSession, family_ids: Iterable[UUID], now: datetime) -> None:
    """After a new or changed rule: look at each of these families again."""
    for family_id in family_ids:
        await mark(session, family_id, now)


async def claim_due(
    session: AsyncSession, now: datetime, limit: int, lease: timedelta = LEASE
) -> tuple[Claim, ...]:
    """Claim up to `limit` families that are due, longest due first. Commit before assessing them."""
    due = (
        select(RiskWatchRow.family_id)
        .where(col(RiskWatchRow.assess_at) <= now, _free(now))
        .order_by(col(RiskWatchRow.assess_at), col(RiskWatchRow.family_id))
        .limit(limit)
    )
    claims = [await claim(session, family_id, now, lease) for family_id in (await session.exec(due)).all()]
    return tuple(found for found in claims if found is not None)


async def claim(
    session: AsyncSession, family_id: UUID, now: datetime, lease: timedelta = LEASE
) -> Claim | None:
    """Compare-and-swap: the family if nobody else has it, else None."""
    until = now + lease
    mine = update(RiskWatchRow).where(col(RiskWatchRow.family_id) == family_id, _free(now))
    if (await session.exec(mine.values(claimed_until=until))).rowcount != 1:
        return None
    marks = select(RiskWatchRow.marks).where(RiskWatchRow.family_id == family_id)
    return Claim(family_id, (await session.exec(marks)).one(), until)


async def set_next(session: AsyncSession, claimed: Claim, next_at: datetime | None) -> bool:
    """Give the family back with its next moment. A mark made meanwhile stays due. False: the lease was lost."""
    mine = update(RiskWatchRow).where(
        col(RiskWatchRow.family_id) == claimed.family_id, col(RiskWatchRow.claimed_until) == claimed.until
    )
    unchanged = col(RiskWatchRow.marks) == claimed.marks
    stays = case((unchanged, next_at), else_=col(RiskWatchRow.assess_at))
    return (await session.exec(mine.values(claimed_until=None, assess_at=stays))).rowcount == 1


async def next_due(session: AsyncSession) -> datetime | None:
    """The earliest moment any family is to be looked at."""
    first = select(RiskWatchRow.assess_at).where(col(RiskWatchRow.assess_at).is_not(None))
    return (await session.exec(first.order_by(col(RiskWatchRow.assess_at)).limit(1))).first()


async def _marked(session: AsyncSession, family_id: UUID, now: datetime) -> bool:
    row = update(RiskWatchRow).where(col(RiskWatchRow.family_id) == family_id)
    changed = row.values(assess_at=now, marks=col(RiskWatchRow.marks) + 1)
    return (await session.exec(changed)).rowcount == 1


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(col(RiskWatchRow.claimed_until).is_(None), col(RiskWatchRow.claimed_until) <= now)
