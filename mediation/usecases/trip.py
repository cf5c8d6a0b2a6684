"""Trips and consents: one parent asks, the other consents with a scope or objects; a consent can be withdrawn."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.trip_card import TripCard
from parenting_plans import consents, store, travel
from parenting_plans.consents import Scope
from parenting_plans.coverage import gaps
from parenting_plans.errors import ChangedMeanwhile, TripNotBegun
from parenting_plans.travel import Wish
from parenting_plans.values import ZONE, Consent, Objection, Problem, Trip


async def cards(session: AsyncSession, family: Family, now: datetime) -> tuple[TripCard, ...]:
    """Every trip of the family, the latest departure first."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    given = await store.consents_of(session, family.id)
    against = await store.objections_of(session, family.id)
    found = await store.trips_of(session, family.id)
    return tuple(_card(trip, given, against, now) for trip in reversed(found))


def _card(trip: Trip, given: Iterable[Consent], against: Iterable[Objection], now: datetime) -> TripCard:
    by_other = [one for one in given if one.by is trip.traveller.other]
    about = tuple(one for one in by_other if one.trip_id in (None, trip.id))
    return TripCard(
        trip, about, tuple(one for one in against if one.trip_id == trip.id), gaps(trip, about, now)
    )


async def card(session: AsyncSession, family: Family, trip_id: UUID, now: datetime) -> TripCard:
    """One trip. Raises TripMissing."""
    await store.trip(session, family.id, trip_id)
    return next(one for one in await cards(session, family, now) if one.trip.id == trip_id)


async def consents_of(session: AsyncSession, family: Family) -> tuple[Consent, ...]:
    """Every consent of the family, also those withdrawn or run out, oldest first."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    return await store.consents_of(session, family.id)


async def consent_of(session: AsyncSession, family: Family, consent_id: UUID) -> Consent:
    """One consent. Raises ConsentMissing."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    return await store.consent(session, family.id, consent_id)


async def request(errand: Errand, family_id: UUID, wish: Wish) -> UUID:
    """Ask to travel with the children. Silence is never a yes."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    _check(travel.problems_of_trip(wish, [child.id for child in family.children], errand.now))
    trip = travel.request(
        wish, family_id=family.id, traveller=family.own_home, id=errand.new_id(), now=errand.now
    )
    await store.save_trip(errand.session, trip)
    await _after(errand, family, "trip.asked", trip.id)
    return trip.id


async def change(errand: Errand, family_id: UUID, trip_id: UUID, wish: Wish) -> None:
    """What an earlier consent no longer covers is shown to both as open."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    _check(travel.problems_of_trip(wish, [child.id for child in family.children], errand.now, trip))
    await store.save_trip(errand.session, travel.change(trip, family.own_home, wish, errand.now), before=trip)
    await _after(errand, family, "trip.changed", trip.id)


async def cancel(errand: Errand, family_id: UUID, trip_id: UUID) -> None:
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    await store.save_trip(errand.session, travel.cancel(trip, family.own_home, errand.now), before=trip)
    await _after(errand, family, "trip.cancelled", trip.id)


async def depart(errand: Errand, family_id: UUID, trip_id: UUID, at: datetime) -> None:
    """The traveller says that they have left."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    try:
        begun = travel.depart(trip, family.own_home, at, errand.now)
    except TripNotBegun as early:
        raise Refused(Problem("left_at", "Give a time that is not in the future.")) from early
    await store.save_trip(errand.session, begun, before=trip)
    await _after(errand, family, "trip.begun", trip.id)


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
    await _after(errand, family, "trip.over", trip.id)


async def preview(
    session: AsyncSession, family: Family, trip_id: UUID, scope: Scope, now: datetime
) -> TripCard:
    """The trip as it would be after this consent; nothing is kept. Raises what `consent` would raise."""
    require(may_do(family.relations, Action.CONSENT))
    before = await card(session, family, trip_id, now)
    given = _given(family, before.trip, scope, id=trip_id, now=now)
    return _card(before.trip, (*before.consents, given), (), now)


async def consent(
    errand: Errand, family_id: UUID, trip_id: UUID, scope: Scope, seen: datetime | None = None
) -> UUID:
    """Permit the trip within a scope. An objection of one's own is withdrawn by it.

    `seen`: the `changed_at` of the trip that was shown; raises ChangedMeanwhile when it is another one by now.
    """
    family = await errand.family(family_id, Action.CONSENT)
    trip = await store.trip(errand.session, family.id, trip_id)
    given = _given(family, trip, scope, id=errand.new_id(), now=errand.now)
    if seen not in (None, trip.changed_at):
        raise ChangedMeanwhile
    await _take_back_objection(errand, family, trip_id)
    await store.save_consent(errand.session, given)
    planned = travel.agreed(trip, errand.now)
    if planned != trip:
        await store.save_trip(errand.session, planned, before=trip)
    await _after(errand, family, "consent.given", given.id, receipt=True)
    return given.id


def _given(family: Family, trip: Trip, scope: Scope, *, id: UUID, now: datetime) -> Consent:
    today = now.astimezone(ZONE).date()
    _check(
        (
            *consents.problems_of_scope(scope, [child.id for child in family.children], today, trip),
            *_of_first_day(scope, today),
        )
    )
    return consents.give_consent(scope, by=family.own_home, family_id=family.id, id=id, now=now, trip=trip)


def _of_first_day(scope: Scope, today: date) -> Iterator[Problem]:
    if scope.valid_from < today - consents.HORIZON:
        yield Problem("valid_from", "Choose a first day that is not so long ago.")


async def withdraw(errand: Errand, family_id: UUID, consent_id: UUID) -> None:
    """Take a consent back; from this moment it covers nothing."""
    family = await errand.family(family_id, Action.CONSENT)
    given = await store.consent(errand.session, family.id, consent_id)
    await store.save_consent(errand.session, consents.withdraw(given, family.own_home, errand.now))
    await _after(errand, family, "consent.withdrawn", given.id, receipt=True)


async def object_to(errand: Errand, family_id: UUID, trip_id: UUID, reason: str) -> UUID:
    """Say no, with or without a reason. A consent of one's own is withdrawn first, with a factor of its own."""
    family = await errand.family(family_id, Action.CONSENT)
    trip = await store.trip(errand.session, family.id, trip_id)
    _check(consents.problems_of_reason(reason))
    found = await card(errand.session, family, trip_id, errand.now)
    if found.standing_consent_of(family.own_home, errand.now):
        raise Refused(Problem("", "You have consented to this trip. Withdraw your consent first."))
    made = consents.object_to(
        trip, found.objections, by=family.own_home, reason=reason, id=errand.new_id(), now=errand.now
    )
    await store.save_objection(errand.session, made)
    await _after(errand, family, "trip.objected", made.id)
    return made.id


async def _take_back_objection(errand: Errand, family: Family, trip_id: UUID) -> None:
    for made in await store.objections_of(errand.session, family.id):
        if made.trip_id == trip_id and made.by is family.home and made.withdrawn_at is None:
            await store.save_objection(
                errand.session, consents.withdraw_objection(made, family.own_home, errand.now)
            )


def _check(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)


async def _after(errand: Errand, family: Family, what: str, subject: UUID, *, receipt: bool = False) -> None:
    """Record, tell the other parent, and let the worker look. The same for every step, whatever it may mean.

    With `receipt` the one who acted is told too, so that nobody binds them without their notice (safety.md DV-19).
    """
    await errand.record(stream_of(family.id), what, subject)
    event = f"{what}:{subject}:{errand.now.isoformat(timespec='seconds')}"
    await errand.tell_other(family, "trip", event)
    if receipt:
        await errand.tell(errand.who.id, "trip", event)
    await errand.changed(family)
