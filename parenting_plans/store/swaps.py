"""Swaps between the parents of one family. Where two act at once, one of them wins."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.asking import Span
from parenting_plans.errors import AlreadyAnswered, SwapMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.swaps import MakeUp, Swap, SwapStatus, SwapWish
from parenting_plans.tables import SwapRow
from parenting_plans.values import Home


async def swaps_of(session: AsyncSession, family_id: UUID) -> tuple[Swap, ...]:
    """All swaps, oldest first."""
    rows = select(SwapRow).where(SwapRow.family_id == family_id)
    ordered = rows.order_by(col(SwapRow.asked_at), col(SwapRow.id))
    return tuple(_from(row) for row in await every(session, ordered))


async def swap(session: AsyncSession, family_id: UUID, swap_id: UUID) -> Swap:
    """Raises SwapMissing."""
    wanted = select(SwapRow).where(SwapRow.id == swap_id, SwapRow.family_id == family_id)
    row = await one(session, wanted, SwapMissing)
    return _from(row)


async def save_swap(session: AsyncSession, swap: Swap, before: Swap | None = None) -> None:
    """Store a new swap, or what was answered since `before` was read (AlreadyAnswered: somebody was first)."""
    if before is None:
        await add(session, SwapRow(**_columns(swap)))
        return
    as_read = (
        col(SwapRow.id) == before.id,
        col(SwapRow.family_id) == before.family_id,
        col(SwapRow.status) == before.status.value,
        col(SwapRow.settled_at).is_not_distinct_from(before.settled_at),
    )
    said = {
        "status": swap.status.value,
        "answered_at": swap.answered_at,
        "settled_at": swap.settled_at,
    }
    await change(session, update(SwapRow).where(*as_read).values(**said), AlreadyAnswered)


def _from(row: SwapRow) -> Swap:
    back = None
    if row.back_starts_at is not None and row.back_ends_at is not None:
        back = Span(row.back_starts_at, row.back_ends_at)
    return Swap(
        id=row.id,
        family_id=row.family_id,
        by=Home(row.by_home),
        wish=SwapWish(
            children=tuple(UUID(child) for child in row.children),
            home=Home(row.home),
            span=Span(row.starts_at, row.ends_at),
            respond_by=row.respond_by,
            make_up=MakeUp(row.make_up),
            back=back,
            makes_up_for=row.makes_up_for,
        ),
        status=SwapStatus(row.status),
        asked_at=row.asked_at,
        answered_at=row.answered_at,
        counters=row.counters,
        undoes=row.undoes,
        settled_at=row.settled_at,
    )


def _columns(swap: Swap) -> dict[str, Any]:
    wish = swap.wish
    return {
        "id": swap.id,
        "family_id": swap.family_id,
        "by_home": swap.by.value,
        "children": [str(child) for child in wish.children],
        "home": wish.home.value,
        "starts_at": wish.span.starts_at,
        "ends_at": wish.span.ends_at,
        "make_up": wish.make_up.value,
        "back_starts_at": wish.back.starts_at if wish.back else None,
        "back_ends_at": wish.back.ends_at if wish.back else None,
        "respond_by": wish.respond_by,
        "status": swap.status.value,
        "asked_at": swap.asked_at,
        "answered_at": swap.answered_at,
        "counters": swap.counters,
        "undoes": swap.undoes,
        "makes_up_for": wish.makes_up_for,
        "settled_at": swap.settled_at,
    }
