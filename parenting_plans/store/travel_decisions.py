"""What courts decided about a family's travel, and a parent's wish that nobody travels without a written consent."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered, ObjectionMissing, OrderEnded, OrderMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import TravelDecisionRow, TravelWishRow
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.travel_wishes import TravelWish
from parenting_plans.values import Home


async def travel_decisions_of(session: AsyncSession, family_id: UUID) -> tuple[TravelDecision, ...]:
    """All of them, also those ended, by the day they were decided."""
    rows = select(TravelDecisionRow).where(TravelDecisionRow.family_id == family_id)
    ordered = rows.order_by(col(TravelDecisionRow.decided_on), col(TravelDecisionRow.id))
    return tuple(_from(row) for row in await every(session, ordered))


async def travel_decision(session: AsyncSession, family_id: UUID, decision_id: UUID) -> TravelDecision:
    """Raises OrderMissing."""
    wanted = select(TravelDecisionRow).where(
        TravelDecisionRow.id == decision_id, TravelDecisionRow.family_id == family_id
    )
    return _from(await one(session, wanted, OrderMissing))


async def save_travel_decision(session: AsyncSession, decision: TravelDecision) -> None:
    """Store a new decision, or its end (OrderEnded: somebody ended it before)."""
    if decision.ended_at is None:
        await add(session, _row(decision))
        return
    standing = (
        col(TravelDecisionRow.id) == decision.id,
        col(TravelDecisionRow.family_id) == decision.family_id,
        col(TravelDecisionRow.ended_at).is_(None),
    )
    ended = update(TravelDecisionRow).where(*standing).values(ended_at=decision.ended_at)
    await change(session, ended, OrderEnded)


async def travel_wishes_of(session: AsyncSession, family_id: UUID) -> tuple[TravelWish, ...]:
    """All wishes of both parents, also those withdrawn, oldest first. Who may see which is decided by the caller."""
    rows = select(TravelWishRow).where(TravelWishRow.family_id == family_id)
    ordered = rows.order_by(col(TravelWishRow.made_at), col(TravelWishRow.id))
    return tuple(
        TravelWish(row.id, row.family_id, Home(row.by_home), row.reason, row.made_at, row.withdrawn_at)
        for row in await every(session, ordered)
    )


async def save_travel_wish(session: AsyncSession, wish: TravelWish) -> None:
    """Store a new wish (AlreadyAnswered: one stands), or its withdrawal (ObjectionMissing: none stands)."""
    if wish.withdrawn_at is None:
        row = TravelWishRow(
            id=wish.id,
            family_id=wish.family_id,
            by_home=wish.by.value,
            reason=wish.reason,
            made_at=wish.made_at,
        )
        await add(session, row, otherwise=AlreadyAnswered)
        return
    standing = (
        col(TravelWishRow.id) == wish.id,
        col(TravelWishRow.family_id) == wish.family_id,
        col(TravelWishRow.withdrawn_at).is_(None),
    )
    withdrawn = update(TravelWishRow).where(*standing).values(withdrawn_at=wish.withdrawn_at)
    await change(session, withdrawn, ObjectionMissing)


def _from(row: TravelDecisionRow) -> TravelDecision:
    return TravelDecision(
        id=row.id,
        family_id=row.family_id,
        kind=DecisionKind(row.kind),
        about=Home(row.about) if row.about else None,
        children=tuple(UUID(child) for child in row.children),
        countries=tuple(row.countries),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        court=row.court,
        reference=row.reference,
        decided_on=row.decided_on,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        ended_at=row.ended_at,
    )


def _row(decision: TravelDecision) -> TravelDecisionRow:
    return TravelDecisionRow(
        id=decision.id,
        family_id=decision.family_id,
        kind=decision.kind.value,
        about=decision.about.value if decision.about else None,
        children=[str(child) for child in decision.children],
        countries=list(decision.countries),
        valid_from=decision.valid_from,
        valid_to=decision.valid_to,
        court=decision.court,
        reference=decision.reference,
        decided_on=decision.decided_on,
        recorded_by=decision.recorded_by,
        recorded_at=decision.recorded_at,
    )
