"""The other parent's answer to a trip: a consent with its scope, its withdrawal, or an objection."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.trip_card import TripCard
from mediation.usecases.trip import after, card, card_of, check
from parenting_plans import consents, store, travel
from parenting_plans.consents import Scope
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.values import ZONE, Consent, Problem, Trip


async def consents_of(session: AsyncSession, family: Family) -> tuple[Consent, ...]:
    """Every consent of the family, also those withdrawn or run out, oldest first."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    return await store.consents_of(session, family.id)


async def consent_of(session: AsyncSession, family: Family, consent_id: UUID) -> Consent:
    """One consent. Raises ConsentMissing."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    return await store.consent(session, family.id, consent_id)


async def preview(
    session: AsyncSession, family: Family, trip_id: UUID, scope: Scope, now: datetime
) -> TripCard:
    """The trip as it would be after this consent; nothing is kept. Raises what `consent` would raise."""
    require(may_do(family.relations, Action.CONSENT))
    before = await card(session, family, trip_id, now)
    given = _given(family, before.trip, scope, id=trip_id, now=now)
    return card_of(before.trip, (*before.consents, given), (), now)


async def give(
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
    await after(errand, family, "consent.given", given.id, receipt=True)
    return given.id


def _given(family: Family, trip: Trip, scope: Scope, *, id: UUID, now: datetime) -> Consent:
    today = now.astimezone(ZONE).date()
    check(
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
    await after(errand, family, "consent.withdrawn", given.id, receipt=True)


async def object_to(errand: Errand, family_id: UUID, trip_id: UUID, reason: str) -> UUID:
    """Say no, with or without a reason. A consent of one's own is withdrawn first, with a factor of its own."""
    family = await errand.family(family_id, Action.CONSENT)
    trip = await store.trip(errand.session, family.id, trip_id)
    check(consents.problems_of_reason(reason))
    found = await card(errand.session, family, trip_id, errand.now)
    if found.standing_consent_of(family.own_home, errand.now):
        raise Refused(Problem("", "You have consented to this trip. Withdraw your consent first."))
    made = consents.object_to(
        trip, found.objections, by=family.own_home, reason=reason, id=errand.new_id(), now=errand.now
    )
    await store.save_objection(errand.session, made)
    await after(errand, family, "trip.objected", made.id)
    return made.id


async def _take_back_objection(errand: Errand, family: Family, trip_id: UUID) -> None:
    for made in await store.objections_of(errand.session, family.id):
        if made.trip_id == trip_id and made.by is family.home and made.withdrawn_at is None:
            await store.save_objection(
                errand.session, consents.withdraw_objection(made, family.own_home, errand.now)
            )
