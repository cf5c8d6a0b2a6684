"""On the way: "we are late", both parents' word on leaving and coming back, and asking when nobody said they are back."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.people import NotYours
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.tables import FamilyRow
from mediation.usecases.trip import after, check
from mediation.usecases.trip_watch import watch_return
from notifications import outbox
from notifications.values import Message
from parenting_plans import on_the_way, store
from parenting_plans.errors import TripNotBegun
from parenting_plans.on_the_way import Cause, Confirmation, Delay, What
from parenting_plans.store import on_the_way as kept
from parenting_plans.values import Problem, Trip

Writing = Callable[[], AbstractAsyncContextManager[AsyncSession]]


@dataclass(frozen=True, slots=True)
class Journey:
    """What both parents see of a trip under way. `due_at`: when the children are due; `asks`: three hours have passed."""

    delays: tuple[Delay, ...]
    words: tuple[Confirmation, ...]
    expected_at: datetime | None
    due_at: datetime | None
    asks: bool
    contested: bool


async def journey(session: AsyncSession, family: Family, trip: Trip, now: datetime) -> Journey:
    """Raises NotYours."""
    require(may_do(family.relations, Action.SEE_TRIPS))
    delays = tuple(one for one in await kept.delays_of(session, family.id) if one.trip_id == trip.id)
    words = tuple(one for one in await kept.confirmations_of(session, family.id) if one.trip_id == trip.id)
    agreed = (await kept.watch(session, family.id, trip.id)).due_at
    due_at = on_the_way.due_back(trip, delays, agreed)
    ask_at = on_the_way.ask_at(trip, due_at, now)
    return Journey(
        delays=delays,
        words=words,
        expected_at=on_the_way.expected_back(trip, delays),
        due_at=due_at,
        asks=ask_at is not None and ask_at <= now,
        contested=on_the_way.contested(trip, words),
    )


@dataclass(frozen=True, slots=True)
class Late:
    """What a traveller says. `proof`: the bytes of a PDF, PNG or JPEG file; empty: none."""

    cause: Cause
    new_return_at: datetime
    reference: str = ""
    proof: bytes = b""


async def say_late(errand: Errand, family_id: UUID, trip_id: UUID, late: Late) -> UUID:
    """Tell the other parent of a new time. It changes no consent. Raises NotYourOwn, TripOver, Refused."""
    family = await errand.family(family_id, Action.REQUEST_TRIP)
    trip = await store.trip(errand.session, family.id, trip_id)
    earlier = await kept.delays_of(errand.session, family.id)
    delay = Delay(
        id=errand.new_id(),
        family_id=family.id,
        trip_id=trip.id,
        by=family.own_home,
        cause=late.cause,
        reference=late.reference,
        new_return_at=late.new_return_at,
        has_proof=bool(late.proof),
        said_at=errand.now,
    )
    on_the_way.say_late(trip, earlier, delay)
    check(on_the_way.problems_of_delay(trip, late.new_return_at, late.reference, late.proof, errand.now))
    sealed = errand.keys.vault.seal(late.proof, _place(delay.id)) if late.proof else None
    await kept.save_delay(errand.session, delay, sealed)
    await watch_return(errand, trip)
    await after(errand, family, "trip.late", delay.id)
    return delay.id


def _place(delay_id: UUID) -> str:
    return f"trip_delay/{delay_id}/proof"


async def proof(errand: Errand, family_id: UUID, trip_id: UUID, delay_id: UUID) -> tuple[bytes, str]:
    """The proof and its media type, for the centre and for who handed it in. The centre's look is recorded.

    Raises NotYours, TripMissing.
    """
    family = await families.open_for(errand.session, family_id, errand.who, errand.now)
    delay = next(
        (
            one
            for one in await kept.delays_of(errand.session, family.id)
            if (one.id, one.trip_id) == (delay_id, trip_id)
        ),
        None,
    )
    if delay is None:
        raise NotYours
    own = family.home is not None and delay.by is family.home
    require(own or may_do(family.relations, Action.SEE_ALERTS))
    found = errand.keys.vault.unseal(await kept.proof(errand.session, family.id, delay_id), _place(delay_id))
    if not own:
        await errand.record("centre", "proof.read", delay_id)
    return found, on_the_way.kind_of_proof(found) or "application/octet-stream"


async def confirm(errand: Errand, family_id: UUID, trip_id: UUID, what: What, at: datetime) -> None:
    """This parent's word beside the other's. Raises what `on_the_way.confirm` raises, Refused for a time to come."""
    family = await errand.family(family_id, Action.SEE_TRIPS)
    trip = await store.trip(errand.session, family.id, trip_id)
    if at > errand.now:
        raise Refused(Problem("at", "Give a time that is not in the future."))
    if what is What.LEFT and trip.departed_at is None:
        raise TripNotBegun
    word = Confirmation(errand.new_id(), family.id, trip.id, what, family.own_home, at, errand.now)
    on_the_way.confirm(trip, await kept.confirmations_of(errand.session, family.id), word, now=errand.now)
    await kept.save_confirmation(errand.session, word)
    await after(errand, family, f"trip.{what.value}", word.id)


async def ask(writing: Writing, family_id: UUID, trip_id: UUID, now: datetime) -> bool:
    """A discreet message to both parents alike; False when another worker was first. One family, one transaction."""
    async with writing() as session:
        await session.get(FamilyRow, family_id, with_for_update=True)
        if not await kept.claim_asking(session, family_id, trip_id, now):
            return False
        for parent in await families.parents_of(session, family_id):
            key = f"trip:due:{trip_id}:{now.date().isoformat()}:{parent.person_id}"
            await outbox.enqueue(
                session, Message(to=parent.person_id, kind="trip", dedupe_key=key, facts={}), now
            )
        return True
