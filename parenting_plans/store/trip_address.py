"""The address of a trip that only the centre reads, as sealed bytes."""

from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import TripMissing
from parenting_plans.store.rows import add, one
from parenting_plans.tables import TripAddressRow


async def save_address(session: AsyncSession, family_id: UUID, trip_id: UUID, sealed: bytes) -> None:
    """In the place of the one that was there."""
    await forget_address(session, family_id, trip_id)
    await add(session, TripAddressRow(trip_id=trip_id, family_id=family_id, sealed=sealed))


async def forget_address(session: AsyncSession, family_id: UUID, trip_id: UUID) -> None:
    its_own = (col(TripAddressRow.trip_id) == trip_id, col(TripAddressRow.family_id) == family_id)
    await session.exec(delete(TripAddressRow).where(*its_own))


async def sealed_address(session: AsyncSession, family_id: UUID, trip_id: UUID) -> bytes:
    """Raises TripMissing where the centre holds none."""
    wanted = select(TripAddressRow).where(
        TripAddressRow.trip_id == trip_id, TripAddressRow.family_id == family_id
    )
    return (await one(session, wanted, TripMissing)).sealed
