"""What each side's agenda has said last, so that subscribed programs see changes and cancellations."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.calendar import Entry, Kind
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.store.rows import add, change, every
from parenting_plans.tables import CalendarEntryRow
from parenting_plans.values import Home

MOST_AT_ONCE = 500  # both engines limit how many values one statement takes


async def entries_of(session: AsyncSession, family_id: UUID, side: Home) -> tuple[Entry, ...]:
    """The published entries of one side, in order of time."""
    rows = select(CalendarEntryRow).where(
        CalendarEntryRow.family_id == family_id, CalendarEntryRow.side == side.value
    )
    ordered = rows.order_by(col(CalendarEntryRow.starts_at), col(CalendarEntryRow.uid))
    return tuple(_from(row) for row in await every(session, ordered))


async def save_entries(
    session: AsyncSession, family_id: UUID, side: Home, before: Iterable[Entry], after: Iterable[Entry]
) -> None:
    """Store what calendar.reconcile made of `before`; entries that did not change cost nothing.

    Raises ChangedMeanwhile when somebody else published since `before` was read.
    """
    old, new = {entry.uid: entry for entry in before}, {entry.uid: entry for entry in after}
    own = col(CalendarEntryRow.family_id) == family_id, col(CalendarEntryRow.side) == side.value
    for uid, entry in new.items():
        if uid in old and entry != old[uid]:
            as_read = col(CalendarEntryRow.uid) == uid, col(CalendarEntryRow.sequence) == old[uid].sequence
            republished = update(CalendarEntryRow).where(*own, *as_read).values(**_columns(entry))
            await change(session, republished, ChangedMeanwhile)
    forgotten = [uid for uid in old if uid not in new]
    for start in range(0, len(forgotten), MOST_AT_ONCE):
        some = forgotten[start : start + MOST_AT_ONCE]
        await session.exec(delete(CalendarEntryRow).where(*own, col(CalendarEntryRow.uid).in_(some)))
    fresh = [_columns(entry) for uid, entry in new.items() if uid not in old]
    await add(session, *(CalendarEntryRow(family_id=family_id, side=side.value, **one) for one in fresh))


def _from(row: CalendarEntryRow) -> Entry:
    return Entry(
        uid=row.uid,
        kind=Kind(row.kind),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        sequence=row.sequence,
        changed_at=row.changed_at,
        withdrawn_at=row.withdrawn_at,
    )


def _columns(entry: Entry) -> dict[str, Any]:
    return {
        "uid": entry.uid,
        "kind": entry.kind.value,
        "starts_at": entry.starts_at,
        "ends_at": entry.ends_at,
        "sequence": entry.sequence,
        "changed_at": entry.changed_at,
        "withdrawn_at": entry.withdrawn_at,
    }
