"""What was noted of a court's decisions about one family: rows are added, never changed."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import ChangedMeanwhile, OrderMissing
from parenting_plans.orders import Decision, Measure, Order, OrderKind
from parenting_plans.store.rows import add, every
from parenting_plans.tables import OrderRow
from parenting_plans.values import Home


async def orders_of(session: AsyncSession, family_id: UUID) -> tuple[Order, ...]:
    """Every row of every decision, oldest first (orders.newest picks the last of each)."""
    rows = select(OrderRow).where(OrderRow.family_id == family_id)
    ordered = rows.order_by(col(OrderRow.recorded_at), col(OrderRow.order_id), col(OrderRow.number))
    return tuple(_from(row) for row in await every(session, ordered))


async def order_rows(session: AsyncSession, family_id: UUID, order_id: UUID) -> tuple[Order, ...]:
    """One decision as it was noted and corrected, oldest first. Raises OrderMissing."""
    rows = select(OrderRow).where(OrderRow.order_id == order_id, OrderRow.family_id == family_id)
    found = tuple(_from(row) for row in await every(session, rows.order_by(col(OrderRow.number))))
    if not found:
        raise OrderMissing
    return found


async def save_order(session: AsyncSession, order: Order) -> None:
    """Store one more row. Raises ChangedMeanwhile when somebody noted the row of that number first."""
    said = order.decision
    row = OrderRow(
        order_id=order.id,
        number=order.number,
        family_id=order.family_id,
        kind=said.kind.value,
        measure=said.measure.value,
        homes=[[str(child), home.value] for child, home in said.homes],
        reference=said.reference,
        decided_on=said.decided_on,
        starts_at=said.starts_at,
        ends_at=said.ends_at,
        ended_at=order.ended_at,
        recorded_by=order.recorded_by,
        recorded_at=order.recorded_at,
    )
    await add(session, row, otherwise=ChangedMeanwhile)


def _from(row: OrderRow) -> Order:
    return Order(
        id=row.order_id,
        number=row.number,
        family_id=row.family_id,
        decision=Decision(
            kind=OrderKind(row.kind),
            measure=Measure(row.measure),
            homes=tuple((UUID(child), Home(home)) for child, home in row.homes),
            reference=row.reference,
            decided_on=row.decided_on,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
        ),
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        ended_at=row.ended_at,
    )
