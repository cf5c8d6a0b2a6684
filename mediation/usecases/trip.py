"""Trips: one parent asks, changes, cancels, leaves; either notes that the children are back. `consent` answers."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.trip_card import TripCard
from mediation.usecases import feed_copies
from mediation.usecases.trip_watch import watch_return
from parenting_plans import store, travel
from parenting_plans.consents import as_seen
from parenting_plans.coverage import gaps, is_about
from parenting_plans.errors import TripNotBegun
from parenting_plans.on_the_way import Confirmation, What
from parenting_plans.store.on_the_way import save_confirmation
from parenting_plans.store.trip_address import forget_address, save_address, sealed_address
from parenting_plans.travel import Wish
from parenting_plans.travel_decisions import Journey, TravelDecision
from parenting_plans.trip_changes import Change, changes, version_at
from parenting_plans.values import Consent, Objection, Problem, Trip


async def cards(session: AsyncSession, family: Family, now: datetime) -> tuple[TripCard, ...]:
    """Every trip of the family, the latest departure first."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    ground = await ground_of(session, family, now)
    found = await store.trips_of(session, family.id)
    return tuple(ground.card(trip, now) for trip in reversed(found))


@dataclass(frozen=True, slots=True)
class Ground:
    """What the answers to all trips of a family rest on, as one viewer may know it."""

    consents: tuple[Consent, ...]
    objections: tuple[Objection, ...]
    decisions: tuple[TravelDecision, ...]
    versions: tuple[Trip, ...] = ()  # of every trip, oldest first

    def card(self, trip: Trip, now: datetime, *more: Consent) -> TripCard:
        """The trip with what is said about it; `more`: as if these consents had been given."""
        by_other = [one for one in (*self.consents, *more) if one.by is trip.traveller.other]
        about = tuple(one for one in by_other if is_about(one, trip))
        consented_at = max((one.given_at for one in about if one.withdrawn_at is None), default=None)
        return TripCard(
            trip,
            about,
            tuple(one for one in self.objections if one.trip_id == trip.id),
            gaps(trip, about, now, self.decisions),
            tuple(one for one in self.decisions if one.counts(now) and one.concerns(Journey.of(trip))),
            consented_at,
            self._since(consented_at, trip),
        )

    def without(self, consent_id: UUID) -> "Ground":
        """As if this consent did not count."""
        return replace(self, consents=tuple(one for one in self.consents if one.id != consent_id))

    def _since(self, at: datetime | None, trip: Trip) -> tuple[Change, ...]:
        own = (one for one in self.versions if one.id == trip.id)
        before = version_at(own, at) if at is not None else None
        return changes(before, trip) if before is not None else ()


async def ground_of(session: AsyncSession, family: Family, now: datetime) -> Ground:
    """A withdrawal that does not count yet is known to its author alone, of parents and professionals."""
    given = await store.consents_of(session, family.id)
    return Ground(
        tuple(as_seen(one, family.home or one.by.other, now) for one in given),
        await store.objections_of(session, family.id),
        await store.travel_decisions_of(session, family.id),
        await store.trip_versions_of(session, family.id),
    )


async def card(session: AsyncSession, family: Family, trip_id: UUID, now: datetime) -> TripCard:
    """One trip. Raises TripMissing."""
    await store.trip(session, family.id, trip_id)
    return next(one for one in await cards(session, family, now) if one.trip.id == trip_id)


async def request(errand: Errand, family_id: UUID, wish: Wish) -> UUID:
    """Ask to travel with the children. Silence is never a yes."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    check(travel.problems_of_trip(wish, [child.id for child in family.children], errand.now))
    trip = travel.request(
        wish, family_id=family.id, traveller=family.own_home, id=errand.new_id(), now=errand.now
    )
    await store.save_trip(errand.session, trip)
    await _keep_address(errand, trip, wish)
    await watch_return(errand, trip)
    await after(errand, family, "trip.asked", trip.id)
    return trip.id


async def change(errand: Errand, family_id: UUID, trip_id: UUID, wish: Wish) -> None:
    """What an earlier consent no longer covers is shown to both as open."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    check(travel.problems_of_trip(wish, [child.id for child in family.children], errand.now, trip))
    changed = travel.change(trip, family.own_home, wish, errand.now)
    await store.save_trip(errand.session, changed, before=trip)
    await _keep_address(errand, changed, wish)
    await watch_return(errand, changed)
    await after(errand, family, "trip.changed", trip.id)


async def _keep_address(errand: Errand, trip: Trip, wish: Wish) -> None:
    """What only the centre may read is sealed; none that was handed over before outlives the wish to have it there."""
    if not trip.address_with_centre:
        await forget_address(errand.session, trip.family_id, trip.id)
    elif wish.address:
        sealed = errand.keys.vault.seal(wish.address.encode(), _place(trip.id))
        await save_address(errand.session, trip.family_id, trip.id, sealed)


def _place(trip_id: UUID) -> str:
    return f"trip_address/{trip_id}/sealed"


async def address(errand: Errand, family_id: UUID, trip_id: UUID) -> str:
    """The address that the centre keeps, for the centre and for who handed it over. The centre's look is recorded.

    Raises NotYours, TripMissing.
    """
    family = await families.open_for(errand.session, family_id, errand.who, errand.now)
    trip = await store.trip(errand.session, family.id, trip_id)
    own = family.home is not None and trip.traveller is family.home
    require(own or may_do(family.relations, Action.SEE_ALERTS))
    sealed = await sealed_address(errand.session, family.id, trip_id)
    found = errand.keys.vault.unseal(sealed, _place(trip_id)).decode()
    if not own:
        await errand.record("centre", "address.read", trip_id)
    return found


async def cancel(errand: Errand, family_id: UUID, trip_id: UUID) -> None:
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    cancelled = travel.cancel(trip, family.own_home, errand.now)
    await store.save_trip(errand.session, cancelled, before=trip)
    await watch_return(errand, cancelled)
    await after(errand, family, "trip.cancelled", trip.id)


async def depart(errand: Errand, family_id: UUID, trip_id: UUID, at: datetime) -> None:
    """The traveller says that they have left."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    try:
        begun = travel.depart(trip, family.own_home, at, errand.now)
    except TripNotBegun as early:
        raise Refused(Problem("left_at", "Give a time that is not in the future.")) from early
    await store.save_trip(errand.session, begun, before=trip)
    await _say(errand, family, begun, What.LEFT, at)
    await watch_return(errand, begun)
    await after(errand, family, "trip.begun", trip.id)


async def come_back(errand: Errand, family_id: UUID, trip_id: UUID, at: datetime) -> None:
    """Either parent says that the children are back."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    try:
        ended = travel.come_back(trip, at, errand.now)
    except TripNotBegun as early:
        text = "Give a time after the departure that is not in the future."
        raise Refused(Problem("back_at", text)) from early
    await store.save_trip(errand.session, ended, before=trip)
    await _say(errand, family, ended, What.BACK, at)
    await watch_return(errand, ended)
    await after(errand, family, "trip.over", trip.id)


async def _say(errand: Errand, family: Family, trip: Trip, what: What, at: datetime) -> None:
    """Whose word it was; the other parent's may come to stand beside it."""
    word = Confirmation(errand.new_id(), family.id, trip.id, what, family.own_home, at, errand.now)
    await save_confirmation(errand.session, word)


def check(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)


async def after(errand: Errand, family: Family, what: str, subject: UUID, *, receipt: bool = False) -> None:
    """Record, tell the other parent, and let the worker look and draw. The same for every step, whatever it may mean.

    With `receipt` the one who acted is told too, so that nobody binds them without their notice (safety.md DV-19).
    """
    await errand.record(stream_of(family.id), what, subject)
    event = f"{what}:{subject}:{errand.now.isoformat(timespec='seconds')}"
    await errand.tell_other(family, "trip", event)
    if receipt:
        await errand.tell(errand.who.id, "trip", event)
    await feed_copies.due(errand.session, family.id, errand.now)  # an accepted trip is part of the calendar
    await errand.changed(family)
