"""The trips of one family, with every version of each."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import ChangedMeanwhile, TripMissing
from parenting_plans.store.rows import add, change, every, one
from parenting_plans.tables import TripRow, TripVersionRow
from parenting_plans.values import CountryStay, Home, Leg, Stop, Tickets, Transit, Trip, TripStatus


async def trips_of(session: AsyncSession, family_id: UUID) -> tuple[Trip, ...]:
    """All trips, by departure."""
    rows = select(TripRow).where(TripRow.family_id == family_id)
    ordered = rows.order_by(col(TripRow.depart_at), col(TripRow.id))
    return tuple(_trip_from(row) for row in await every(session, ordered))


async def trip(session: AsyncSession, family_id: UUID, trip_id: UUID) -> Trip:
    """Raises TripMissing."""
    wanted = select(TripRow).where(TripRow.id == trip_id, TripRow.family_id == family_id)
    row = await one(session, wanted, TripMissing)
    return _trip_from(row)


async def save_trip(session: AsyncSession, trip: Trip, before: Trip | None = None) -> None:
    """Store a new trip, or what it became since `before` was read (ChangedMeanwhile: no longer as read)."""
    if before is None:
        await add(session, TripRow(**_trip_columns(trip)))
        await _remember(session, trip)
        return
    as_read = (
        col(TripRow.id) == before.id,
        col(TripRow.family_id) == before.family_id,
        col(TripRow.changed_at) == before.changed_at,
        col(TripRow.status) == before.status.value,
    )
    await change(session, update(TripRow).where(*as_read).values(**_trip_columns(trip)), ChangedMeanwhile)
    await _remember(session, trip)


async def _remember(session: AsyncSession, trip: Trip) -> None:
    """One more version, numbered from 1 in its trip."""
    so_far = select(func.count()).select_from(TripVersionRow).where(TripVersionRow.trip_id == trip.id)
    number = (await session.exec(so_far)).one() + 1
    version = TripVersionRow(
        family_id=trip.family_id,
        trip_id=trip.id,
        number=number,
        recorded_at=trip.changed_at,
        said=_as_json(_trip_columns(trip)),
    )
    await add(session, version)


async def trip_versions_of(session: AsyncSession, family_id: UUID) -> tuple[Trip, ...]:
    """Every version of every trip, oldest first; `changed_at` says when it was recorded."""
    rows = select(TripVersionRow).where(TripVersionRow.family_id == family_id)
    ordered = rows.order_by(col(TripVersionRow.recorded_at), col(TripVersionRow.number))
    return tuple(_trip_from(TripRow(**_from_json(row.said))) for row in await every(session, ordered))


_IDS, _INSTANTS = (
    ("id", "family_id"),
    ("depart_at", "return_at", "requested_at", "changed_at", "departed_at", "returned_at"),
)


def _as_json(columns: dict[str, Any]) -> dict[str, Any]:
    texts = {name: str(columns[name]) for name in _IDS}
    times = {name: columns[name] and columns[name].astimezone(UTC).isoformat() for name in _INSTANTS}
    return {**columns, **texts, **times}


def _from_json(said: dict[str, Any]) -> dict[str, Any]:
    ids = {name: UUID(said[name]) for name in _IDS}
    times = {name: said[name] and datetime.fromisoformat(said[name]) for name in _INSTANTS}
    return {**said, **ids, **times}


def _trip_from(row: TripRow) -> Trip:
    tickets = None
    if row.ticket_out is not None and row.ticket_return is not None:
        tickets = Tickets(row.ticket_out, row.ticket_return)
    return Trip(
        id=row.id,
        family_id=row.family_id,
        traveller=Home(row.traveller),
        children=tuple(UUID(child) for child in row.children),
        status=TripStatus(row.status),
        depart_at=row.depart_at,
        return_at=row.return_at,
        stays=tuple(CountryStay(**stay) for stay in row.stays),
        transits=tuple(Transit(**transit) for transit in row.transits),
        tickets=tickets,
        mode=row.mode,
        address=row.address,
        phone=row.phone,
        carrier=row.carrier,
        return_details=row.return_details,
        requested_at=row.requested_at,
        changed_at=row.changed_at,
        departed_at=row.departed_at,
        returned_at=row.returned_at,
        legs=tuple(_leg_from(leg) for leg in row.legs),
        adults=tuple(row.adults),
        parent_travels=row.parent_travels,
        address_with_centre=row.address_with_centre,
    )


def _leg_from(said: dict[str, Any]) -> Leg:
    times = {name: said[name] and datetime.fromisoformat(said[name]) for name in _LEG_TIMES}
    return Leg(**{**said, **times, "ends_in": Stop(said["ends_in"])})


def _leg_as_json(leg: Leg) -> dict[str, Any]:
    said = asdict(leg)
    times = {name: said[name] and said[name].astimezone(UTC).isoformat() for name in _LEG_TIMES}
    return {**said, **times, "ends_in": leg.ends_in.value}


_LEG_TIMES = ("departs_at", "arrives_at")


def _trip_columns(trip: Trip) -> dict[str, Any]:
    return {
        "id": trip.id,
        "family_id": trip.family_id,
        "traveller": trip.traveller.value,
        "children": [str(child) for child in trip.children],
        "status": trip.status.value,
        "depart_at": trip.depart_at,
        "return_at": trip.return_at,
        "stays": [{"country": stay.country, "nights": stay.nights} for stay in trip.stays],
        "transits": [
            {
                "country": transit.country,
                "hours": transit.hours,
                "landside": transit.landside,
                "through_ticket": transit.through_ticket,
            }
            for transit in trip.transits
        ],
        "ticket_out": trip.tickets.child_out if trip.tickets else None,
        "ticket_return": trip.tickets.child_return if trip.tickets else None,
        "mode": trip.mode,
        "address": trip.address,
        "phone": trip.phone,
        "carrier": trip.carrier,
        "return_details": trip.return_details,
        "requested_at": trip.requested_at,
        "changed_at": trip.changed_at,
        "departed_at": trip.departed_at,
        "returned_at": trip.returned_at,
        "legs": [_leg_as_json(leg) for leg in trip.legs],
        "adults": list(trip.adults),
        "parent_travels": trip.parent_travels,
        "address_with_centre": trip.address_with_centre,
    }
