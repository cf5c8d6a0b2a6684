"""The other parent's answer: a consent with its scope, for one trip or for every one, its withdrawal, or an objection."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, journal
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.tables import FamilyRow
from mediation.trip_card import TripCard
from mediation.usecases import feed_copies
from mediation.usecases.mandate import in_force_of
from mediation.usecases.trip import after, card, check, ground_of
from mediation.usecases.trip_watch import watch_return
from notifications import outbox
from notifications.values import Message
from parenting_plans import consents, store, travel
from parenting_plans.consents import Scope
from parenting_plans.errors import ChangedMeanwhile, ConsentMissing
from parenting_plans.store import consents as kept
from parenting_plans.values import ZONE, Consent, Problem, Trip
from risk import watch

Writing = Callable[[], AbstractAsyncContextManager[AsyncSession]]


async def consents_of(session: AsyncSession, family: Family, now: datetime) -> tuple[Consent, ...]:
    """Every consent of the family as this parent may know it, also those withdrawn or run out, oldest first."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    return (await ground_of(session, family, now)).consents


async def consent_of(session: AsyncSession, family: Family, consent_id: UUID, now: datetime) -> Consent:
    """One consent. Raises ConsentMissing."""
    for given in await consents_of(session, family, now):
        if given.id == consent_id:
            return given
    raise ConsentMissing


async def preview(
    session: AsyncSession, family: Family, trip_id: UUID, scope: Scope, now: datetime
) -> TripCard:
    """The trip as it would be after this consent; nothing is kept. Raises what `give` would raise."""
    require(may_do(family.relations, Action.CONSENT))
    trip = await store.trip(session, family.id, trip_id)
    given = _given(family, trip, scope, id=trip_id, now=now)
    ground = await ground_of(session, family, now)
    found = ground.card(trip, now, given)
    return TripCard(found.trip, found.consents, (), found.gaps, found.decisions)


def preview_general(family: Family, scope: Scope, now: datetime) -> None:
    """Raises what `give_general` would raise."""
    require(may_do(family.relations, Action.CONSENT))
    _given(family, None, scope, id=family.id, now=now)


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
    await watch_return(errand, planned)
    await _told(errand, family, "consent.given", given.id)
    return given.id


async def give_general(errand: Errand, family_id: UUID, scope: Scope) -> UUID:
    """Permit every trip of the other parent within a scope."""
    family = await errand.family(family_id, Action.CONSENT)
    given = _given(family, None, scope, id=errand.new_id(), now=errand.now)
    await store.save_consent(errand.session, given)
    await _told(errand, family, "consent.given", given.id)
    return given.id


def _given(family: Family, trip: Trip | None, scope: Scope, *, id: UUID, now: datetime) -> Consent:
    today = now.astimezone(ZONE).date()
    check(consents.problems_of_scope(scope, [child.id for child in family.children], today, trip))
    return consents.give_consent(scope, by=family.own_home, family_id=family.id, id=id, now=now, trip=trip)


async def without(
    session: AsyncSession, family: Family, given: Consent, now: datetime
) -> tuple[TripCard, ...]:
    """The trips that this consent holds and that are not over, as they would be without it; nothing is kept."""
    ground = await ground_of(session, family, now)
    changed = []
    for trip in await store.trips_of(session, family.id):
        before, then = ground.card(trip, now), ground.without(given.id).card(trip, now)
        if not before.past(now) and before.gaps != then.gaps:
            changed.append(then)
    return tuple(changed)


async def withdraw(
    errand: Errand, family_id: UUID, consent_id: UUID, ends_at: datetime | None = None
) -> None:
    """Take a consent back, at once or from `ends_at` on. Until that counts, the other parent learns nothing of it, and
    its author can still let it count sooner.

    Raises NotYourOwn, AlreadyAnswered, Refused for a moment that cannot be.
    """
    family = await errand.family(family_id, Action.CONSENT)
    given = await store.consent(errand.session, family.id, consent_id)
    if ends_at is not None:
        check(consents.problems_of_end(ends_at, errand.now))
    taken_back = consents.withdraw(given, family.own_home, errand.now, ends_at)
    later = ends_at is not None and ends_at > errand.now
    await store.save_consent(errand.session, taken_back, ends_at if later else None)
    if later:
        await errand.record("centre", "consent.withdrawal_said", given.id)
        event = f"consent.withdrawal_said:{given.id}:{errand.now.isoformat(timespec='seconds')}"
        await errand.tell(errand.who.id, "trip", event)
        return
    await _watch_again(errand, given)
    await _told(errand, family, "consent.withdrawn", given.id)


async def disown(errand: Errand, family_id: UUID, consent_id: UUID) -> None:
    """ "I did not give this": void from the start; the centre is told. Raises NotYourOwn, AlreadyAnswered after two days."""
    family = await errand.family(family_id, Action.CONSENT)
    given = await store.consent(errand.session, family.id, consent_id)
    await store.save_disowned_consent(errand.session, consents.disown(given, family.own_home, errand.now))
    await errand.record("centre", "consent.disowned", given.id)
    await errand.tell_centre(f"consent.disowned:{given.id}")
    await _watch_again(errand, given)
    await _told(errand, family, "consent.withdrawn", given.id)


async def _watch_again(errand: Errand, given: Consent) -> None:
    if given.trip_id is not None:
        await watch_return(errand, await store.trip(errand.session, given.family_id, given.trip_id))


async def _told(errand: Errand, family: Family, what: str, subject: UUID) -> None:
    """Both parents, and whoever accompanies the family with a mandate (safety.md DV-19)."""
    await after(errand, family, what, subject, receipt=True)
    for person_id in await in_force_of(errand.session, family.id, errand.now):
        await errand.tell(person_id, "trip", f"{what}:{subject}:{errand.now.isoformat(timespec='seconds')}")


async def begin_to_count(
    writing: Writing, family_id: UUID, consent_id: UUID, now: datetime, *, key: bytes
) -> bool:
    """A withdrawal said for later counts now: into the family's own stream, and told to the other parent and to the
    family's professionals. False for the second worker.
    """
    async with writing() as session:
        await session.get(FamilyRow, family_id, with_for_update=True)
        if not await kept.claim_telling(session, family_id, consent_id, now):
            return False
        await journal.record(
            session, stream_of(family_id), None, "consent.withdrawn", consent_id, {}, now, key=key
        )
        given = await store.consent(session, family_id, consent_id)
        others = [
            one.person_id
            for one in await families.parents_of(session, family_id)
            if one.home is given.by.other
        ]
        for person_id in (*others, *await in_force_of(session, family_id, now)):
            once = f"trip:consent.withdrawn:{consent_id}:{person_id}"
            await outbox.enqueue(session, Message(to=person_id, kind="trip", dedupe_key=once, facts={}), now)
        await feed_copies.due(session, family_id, now)
        await watch.mark(session, family_id, now)
        return True


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
