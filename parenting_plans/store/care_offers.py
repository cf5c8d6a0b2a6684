"""Offers to care first, of one family. Where two act at once, one of them wins."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.asking import Span
from parenting_plans.care_offers import Absence, CareOffer, OfferStatus
from parenting_plans.errors import AlreadyAnswered, CareOfferMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import CareOfferRow
from parenting_plans.values import Home


async def care_offers_of(session: AsyncSession, family_id: UUID) -> tuple[CareOffer, ...]:
    """All offers, oldest first."""
    rows = select(CareOfferRow).where(CareOfferRow.family_id == family_id)
    ordered = rows.order_by(col(CareOfferRow.offered_at), col(CareOfferRow.id))
    return tuple(_from(row) for row in await every(session, ordered))


async def care_offer(session: AsyncSession, family_id: UUID, offer_id: UUID) -> CareOffer:
    """Raises CareOfferMissing."""
    wanted = select(CareOfferRow).where(CareOfferRow.id == offer_id, CareOfferRow.family_id == family_id)
    row = await one(session, wanted, CareOfferMissing)
    return _from(row)


async def save_care_offer(session: AsyncSession, offer: CareOffer, before: CareOffer | None = None) -> None:
    """Store a new offer, or the answer to it (AlreadyAnswered: somebody was first)."""
    if before is None:
        await add(session, _row(offer))
        return
    as_read = (
        col(CareOfferRow.id) == before.id,
        col(CareOfferRow.family_id) == before.family_id,
        col(CareOfferRow.status) == before.status.value,
    )
    answer = update(CareOfferRow).where(*as_read)
    answer = answer.values(status=offer.status.value, answered_at=offer.answered_at)
    await change(session, answer, AlreadyAnswered)


def _from(row: CareOfferRow) -> CareOffer:
    return CareOffer(
        id=row.id,
        family_id=row.family_id,
        by=Home(row.by_home),
        absence=Absence(
            children=tuple(UUID(child) for child in row.children),
            span=Span(row.starts_at, row.ends_at),
            respond_by=row.respond_by,
        ),
        threshold=row.threshold,
        status=OfferStatus(row.status),
        offered_at=row.offered_at,
        answered_at=row.answered_at,
    )


def _row(offer: CareOffer) -> CareOfferRow:
    return CareOfferRow(
        id=offer.id,
        family_id=offer.family_id,
        by_home=offer.by.value,
        children=[str(child) for child in offer.absence.children],
        starts_at=offer.absence.span.starts_at,
        ends_at=offer.absence.span.ends_at,
        respond_by=offer.absence.respond_by,
        threshold=offer.threshold,
        status=offer.status.value,
        offered_at=offer.offered_at,
        answered_at=offer.answered_at,
    )
