"""Trips and consents: one parent asks, the other consents with a scope or objects; a consent can be withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from parenting_plans import consents, store, travel
from parenting_plans.consents import Gap, Scope
from parenting_plans.travel import Wish
from parenting_plans.values import ZONE, Consent, Objection, Problem, Trip


@dataclass(frozen=True, slots=True)
class TripCard:
    """A trip with what the parents have said about it, and what is still open between them."""

    trip: Trip
    consents: tuple[Consent, ...]
    objections: tuple[Objection, ...]
    gaps: tuple[Gap, ...]

    @property
    def objection(self) -> Objection | None:
        """The one that stands."""
        return next((one for one in self.objections if one.withdrawn_at is None), None)


async def cards(session: AsyncSession, family: Family, now: datetime) -> tuple[TripCard, ...]:
    """Every trip of the family, the latest departure first."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    given = await store.consents_of(session, family.id)
    against = await store.objections_of(session, family.id)
    found = await store.trips_of(session, family.id)
    return tuple(
        TripCard(
            trip,
            tuple(one for one in given if one.trip_id in (None, trip.id)),
            tuple(one for one in against if one.trip_id == trip.id),
            consents.gaps(trip, given, now),
        )
        for trip in sorted(found, key=lambda trip: trip.depart_at, reverse=True)
    )


async def card(session: AsyncSession, family: Family, trip_id: UUID, now: datetime) -> TripCard:
    """One trip. Raises TripMissing."""
    await store.trip(session, family.id, trip_id)
    return next(one for one in await cards(session, family, now) if one.trip.id == trip_id)


async def request(errand: Errand, family_id: UUID, wish: Wish) -> UUID:
    """Ask to travel with the children. Silence is never a yes."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    _check(travel.problems_of_trip(wish, [child.id for child in family.children], errand.now))
    trip = travel.request(
        wish, family_id=family.id, traveller=family.own_home, id=errand.new_id(), now=errand.now
    )
    await store.add_trip(errand.session, trip)
    await _after(errand, family, "trip.asked", trip.id)
    return trip.id


async def change(errand: Errand, family_id: UUID, trip_id: UUID, wish: Wish) -> None:
    """What an earlier consent no longer covers is shown to both as open."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    _check(travel.problems_of_trip(wish, [child.id for child in family.children], errand.now, trip))
    await store.save_trip(errand.session, trip, travel.change(trip, family.own_home, wish, errand.now))
    await _after(errand, family, "trip.changed", trip.id)


async def cancel(errand: Errand, family_id: UUID, trip_id: UUID) -> None:
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    await store.save_trip(errand.session, trip, travel.cancel(trip, family.own_home, errand.now))
    await _after(errand, family, "trip.cancelled", trip.id)


async def depart(errand: Errand, family_id: UUID, trip_id: UUID, at: datetime) -> None:
    """The traveller says that they have left."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    await store.save_trip(errand.session, trip, travel.depart(trip, family.own_home, at, errand.now))
    await _after(errand, family, "trip.begun", trip.id)


async def come_back(errand: Errand, family_id: UUID, trip_id: UUID, at: datetime) -> None:
    """Either parent says that the children are back."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    await store.save_trip(errand.session, trip, travel.come_back(trip, at, errand.now))
    await _after(errand, family, "trip.over", trip.id)


async def consent(errand: Errand, family_id: UUID, trip_id: UUID, scope: Scope) -> UUID:
    """Permit the trip within a scope. An objection of one's own is withdrawn by it."""
    family = await errand.family(family_id, Action.CONSENT)
    trip = await store.trip(errand.session, family.id, trip_id)
    today = errand.now.astimezone(ZONE).date()
    _check(consents.problems_of_scope(scope, [child.id for child in family.children], today, trip))
    given = consents.give_consent(
        scope, by=family.own_home, family_id=family.id, id=errand.new_id(), now=errand.now, trip=trip
    )
    await _take_back_objection(errand, family, trip_id)
    await store.add_consent(errand.session, given)
    planned = travel.agreed(trip, errand.now)
    if planned != trip:
        await store.save_trip(errand.session, trip, planned)
    await _after(errand, family, "consent.given", given.id)
    return given.id


async def withdraw(errand: Errand, family_id: UUID, consent_id: UUID) -> None:
    """Take a consent back; from this moment it covers nothing."""
    family = await errand.family(family_id, Action.CONSENT)
    given = await store.consent(errand.session, family.id, consent_id)
    await store.save_consent(errand.session, consents.withdraw(given, family.own_home, errand.now))
    await _after(errand, family, "consent.withdrawn", given.id)


async def object_to(errand: Errand, family_id: UUID, trip_id: UUID, reason: str) -> UUID:
    """Say no, with or without a reason; a consent of one's own to this trip is withdrawn by it."""
    family = await errand.family(family_id, Action.CONSENT)
    trip = await store.trip(errand.session, family.id, trip_id)
    _check(consents.problems_of_reason(reason))
    earlier = await store.objections_of(errand.session, family.id)
    made = consents.object_to(
        trip, earlier, by=family.own_home, reason=reason, id=errand.new_id(), now=errand.now
    )
    await _take_back_consents(errand, family, trip_id)
    await store.add_objection(errand.session, made)
    await _after(errand, family, "trip.objected", made.id)
    return made.id


async def _take_back_consents(errand: Errand, family: Family, trip_id: UUID) -> None:
    for given in await store.consents_of(errand.session, family.id):
        if given.trip_id == trip_id and given.by is family.home and given.withdrawn_at is None:
            await store.save_consent(errand.session, consents.withdraw(given, family.own_home, errand.now))


async def _take_back_objection(errand: Errand, family: Family, trip_id: UUID) -> None:
    for made in await store.objections_of(errand.session, family.id):
        if made.trip_id == trip_id and made.by is family.home and made.withdrawn_at is None:
            await store.save_objection(errand.session, consents.withdraw_objection(made, family.own_home, errand.now))


def _check(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)


async def _after(errand: Errand, family: Family, what: str, subject: UUID) -> None:
    """Record, tell the other parent, and let the worker look. The same for every step, whatever it may mean."""
    await errand.record(stream_of(family.id), what, subject)
    await errand.tell_other(family, "trip", f"{what}:{subject}:{errand.now.isoformat(timespec='seconds')}")
    await errand.changed(family)
