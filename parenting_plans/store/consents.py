"""The consents of one family to travel, and the objections to its trips."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered, ConsentMissing, ObjectionMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.store.trips import trip
from parenting_plans.tables import ConsentRow, ObjectionRow
from parenting_plans.values import Consent, Home, Objection


async def consents_of(session: AsyncSession, family_id: UUID) -> tuple[Consent, ...]:
    """All consents, also those withdrawn or run out, oldest first."""
    rows = select(ConsentRow).where(ConsentRow.family_id == family_id)
    ordered = rows.order_by(col(ConsentRow.given_at), col(ConsentRow.id))
    return tuple(_consent_from(row) for row in await every(session, ordered))


async def consent(session: AsyncSession, family_id: UUID, consent_id: UUID) -> Consent:
    """Raises ConsentMissing."""
    wanted = select(ConsentRow).where(ConsentRow.id == consent_id, ConsentRow.family_id == family_id)
    row = await one(session, wanted, ConsentMissing)
    return _consent_from(row)


async def save_consent(session: AsyncSession, consent: Consent, tell_at: datetime | None = None) -> None:
    """Store a new consent, or its withdrawal (AlreadyAnswered: one as soon or sooner is there). Its scope never changes.

    `tell_at`: when the other parent is to be told of a withdrawal that counts later. Raises TripMissing when its trip is not of this family.
    """
    if consent.withdrawn_at is None:
        if consent.trip_id is not None:
            await trip(session, consent.family_id, consent.trip_id)
        await add(session, _consent_row(consent))
        return
    standing = (
        col(ConsentRow.id) == consent.id,
        col(ConsentRow.family_id) == consent.family_id,
        or_(col(ConsentRow.withdrawn_at).is_(None), col(ConsentRow.ends_at) > consent.ends_at),
    )
    withdrawal = (
        update(ConsentRow)
        .where(*standing)
        .values(withdrawn_at=consent.withdrawn_at, ends_at=consent.ends_at, tell_at=tell_at)
    )
    await change(session, withdrawal, AlreadyAnswered)


async def save_disowned_consent(session: AsyncSession, consent: Consent) -> None:
    """Store that a consent, withdrawn or not, never counted."""
    of_family = (col(ConsentRow.id) == consent.id, col(ConsentRow.family_id) == consent.family_id)
    void = update(ConsentRow).where(*of_family)
    void = void.values(withdrawn_at=consent.withdrawn_at, ends_at=consent.ends_at, tell_at=None)
    await change(session, void, AlreadyAnswered)


async def to_tell(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[UUID, UUID]]:
    """Family and consent of every withdrawal that begins to count and was not told yet; across families."""
    due = select(ConsentRow.family_id, ConsentRow.id).where(col(ConsentRow.tell_at) <= now)
    return (await session.exec(due.order_by(col(ConsentRow.tell_at)).limit(limit))).all()


async def claim_telling(session: AsyncSession, family_id: UUID, consent_id: UUID, now: datetime) -> bool:
    """Whether this telling is ours. The row count decides between two workers."""
    mine = update(ConsentRow).where(
        col(ConsentRow.id) == consent_id,
        col(ConsentRow.family_id) == family_id,
        col(ConsentRow.tell_at) <= now,
    )
    done = await session.exec(mine.values(tell_at=None), execution_options={"synchronize_session": False})
    return bool(done.rowcount == 1)


async def objections_of(session: AsyncSession, family_id: UUID) -> tuple[Objection, ...]:
    """All objections, also those withdrawn, oldest first."""
    rows = select(ObjectionRow).where(ObjectionRow.family_id == family_id)
    ordered = rows.order_by(col(ObjectionRow.made_at), col(ObjectionRow.id))
    return tuple(_objection_from(row) for row in await every(session, ordered))


async def objection(session: AsyncSession, family_id: UUID, objection_id: UUID) -> Objection:
    """Raises ObjectionMissing."""
    wanted = select(ObjectionRow).where(ObjectionRow.id == objection_id, ObjectionRow.family_id == family_id)
    row = await one(session, wanted, ObjectionMissing)
    return _objection_from(row)


async def save_objection(session: AsyncSession, objection: Objection) -> None:
    """Store a new objection (AlreadyAnswered: one stands already), or its withdrawal (AlreadyAnswered: it was before).

    Raises TripMissing when its trip is not of this family.
    """
    if objection.withdrawn_at is None:
        await trip(session, objection.family_id, objection.trip_id)
        await add(session, _objection_row(objection), otherwise=AlreadyAnswered)
        return
    standing = (
        col(ObjectionRow.id) == objection.id,
        col(ObjectionRow.family_id) == objection.family_id,
        col(ObjectionRow.withdrawn_at).is_(None),
    )
    withdrawal = update(ObjectionRow).where(*standing).values(withdrawn_at=objection.withdrawn_at)
    await change(session, withdrawal, AlreadyAnswered)


def _consent_from(row: ConsentRow) -> Consent:
    return Consent(
        id=row.id,
        family_id=row.family_id,
        trip_id=row.trip_id,
        by=Home(row.by_home),
        children=tuple(UUID(child) for child in row.children),
        countries=tuple(row.countries),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        given_at=row.given_at,
        withdrawn_at=row.withdrawn_at,
        ends_at=row.ends_at,
        adults=None if row.adults is None else tuple(row.adults),
        transit=row.transit,
        return_on=row.return_on,
        residence=row.residence,
        conditions=row.conditions,
    )


def _consent_row(consent: Consent) -> ConsentRow:
    return ConsentRow(
        id=consent.id,
        family_id=consent.family_id,
        trip_id=consent.trip_id,
        by_home=consent.by.value,
        children=[str(child) for child in consent.children],
        countries=list(consent.countries),
        valid_from=consent.valid_from,
        valid_to=consent.valid_to,
        given_at=consent.given_at,
        adults=None if consent.adults is None else list(consent.adults),
        transit=consent.transit,
        return_on=consent.return_on,
        residence=consent.residence,
        conditions=consent.conditions,
    )


def _objection_from(row: ObjectionRow) -> Objection:
    return Objection(
        id=row.id,
        family_id=row.family_id,
        trip_id=row.trip_id,
        by=Home(row.by_home),
        reason=row.reason,
        made_at=row.made_at,
        withdrawn_at=row.withdrawn_at,
    )


def _objection_row(objection: Objection) -> ObjectionRow:
    return ObjectionRow(
        id=objection.id,
        family_id=objection.family_id,
        trip_id=objection.trip_id,
        by_home=objection.by.value,
        reason=objection.reason,
        made_at=objection.made_at,
    )
