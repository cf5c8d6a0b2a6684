"""What is said on the way: delays, confirmations, and the moment from which both parents are asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered, TripMissing
from parenting_plans.on_the_way import Cause, Confirmation, Delay, What
from parenting_plans.store.rows import add, every, one
from parenting_plans.tables import TripConfirmationRow, TripDelayRow, TripWatchRow
from parenting_plans.values import Home


@dataclass(frozen=True, slots=True)
class Watch:
    """When the children are due as agreed, before any delay, and from when both are asked."""

    due_at: datetime | None
    ask_at: datetime | None


async def delays_of(session: AsyncSession, family_id: UUID) -> tuple[Delay, ...]:
    """All delays of the family's trips, oldest first, without their proofs."""
    rows = select(TripDelayRow).where(TripDelayRow.family_id == family_id)
    ordered = rows.order_by(col(TripDelayRow.said_at), col(TripDelayRow.id))
    return tuple(
        Delay(
            id=row.id,
            family_id=row.family_id,
            trip_id=row.trip_id,
            by=Home(row.by_home),
            cause=Cause(row.cause),
            reference=row.reference,
            new_return_at=row.new_return_at,
            has_proof=row.proof_sealed is not None,
            said_at=row.said_at,
        )
        for row in await every(session, ordered)
    )


async def save_delay(session: AsyncSession, delay: Delay, proof_sealed: bytes | None) -> None:
    row = TripDelayRow(
        id=delay.id,
        family_id=delay.family_id,
        trip_id=delay.trip_id,
        by_home=delay.by.value,
        cause=delay.cause.value,
        reference=delay.reference,
        new_return_at=delay.new_return_at,
        proof_sealed=proof_sealed,
        said_at=delay.said_at,
    )
    await add(session, row)


async def proof(session: AsyncSession, family_id: UUID, delay_id: UUID) -> bytes:
    """The sealed proof of a delay. Raises TripMissing when there is none."""
    wanted = select(TripDelayRow).where(
        TripDelayRow.id == delay_id,
        TripDelayRow.family_id == family_id,
        col(TripDelayRow.proof_sealed).is_not(None),
    )
    row = await one(session, wanted, TripMissing)
    return row.proof_sealed or b""


async def confirmations_of(session: AsyncSession, family_id: UUID) -> tuple[Confirmation, ...]:
    """What both parents confirmed about the family's trips, oldest first."""
    rows = select(TripConfirmationRow).where(TripConfirmationRow.family_id == family_id)
    ordered = rows.order_by(col(TripConfirmationRow.said_at), col(TripConfirmationRow.id))
    return tuple(
        Confirmation(
            id=row.id,
            family_id=row.family_id,
            trip_id=row.trip_id,
            what=What(row.what),
            by=Home(row.by_home),
            at=row.at,
            said_at=row.said_at,
        )
        for row in await every(session, ordered)
    )


async def save_confirmation(session: AsyncSession, word: Confirmation) -> None:
    """Raises AlreadyAnswered when this parent has said it before."""
    row = TripConfirmationRow(
        id=word.id,
        family_id=word.family_id,
        trip_id=word.trip_id,
        what=word.what.value,
        by_home=word.by.value,
        at=word.at,
        said_at=word.said_at,
    )
    await add(session, row, otherwise=AlreadyAnswered)


async def watch(session: AsyncSession, family_id: UUID, trip_id: UUID) -> Watch:
    """Nothing is due for a trip that nobody has watched yet."""
    wanted = select(TripWatchRow).where(TripWatchRow.trip_id == trip_id, TripWatchRow.family_id == family_id)
    row = (await session.exec(wanted, execution_options={"populate_existing": True})).one_or_none()
    return Watch(row.due_at, row.ask_at) if row else Watch(None, None)


async def set_watch(session: AsyncSession, family_id: UUID, trip_id: UUID, watch: Watch) -> None:
    """The caller holds the family's lock, so that nobody else writes this row meanwhile."""
    row = await session.get(TripWatchRow, trip_id)
    if row is None:
        row = TripWatchRow(trip_id=trip_id, family_id=family_id)
    row.due_at, row.ask_at = watch.due_at, watch.ask_at
    session.add(row)
    await session.flush()


async def to_ask(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[UUID, UUID]]:
    """Family and trip of every return that both parents are to be asked about, the oldest first; across families."""
    due = select(TripWatchRow.family_id, TripWatchRow.trip_id).where(col(TripWatchRow.ask_at) <= now)
    return (await session.exec(due.order_by(col(TripWatchRow.ask_at)).limit(limit))).all()


async def claim_asking(session: AsyncSession, family_id: UUID, trip_id: UUID, now: datetime) -> bool:
    """Whether this asking is ours; it happens once. The row count decides between two workers."""
    mine = update(TripWatchRow).where(
        col(TripWatchRow.trip_id) == trip_id,
        col(TripWatchRow.family_id) == family_id,
        col(TripWatchRow.ask_at) <= now,
    )
    done = await session.exec(mine.values(ask_at=None), execution_options={"synchronize_session": False})
    return bool(done.rowcount == 1)
