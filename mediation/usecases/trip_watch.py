"""Keeps the moment at which the children of a trip are due, whenever the trip or what is said about it changes."""

from datetime import datetime

from mediation.errand import Errand
from parenting_plans import coverage, on_the_way, store
from parenting_plans.store import on_the_way as kept
from parenting_plans.store.on_the_way import Watch
from parenting_plans.values import Trip


async def watch_return(errand: Errand, trip: Trip) -> None:
    """Under way, a return may only move later with the other parent's consent or with proof of a disruption."""
    delays = await kept.delays_of(errand.session, trip.family_id)
    agreed = await _agreed_return(errand, trip)
    due = on_the_way.due_back(trip, delays, agreed)
    ask_at = on_the_way.ask_at(trip, due, errand.now)
    await kept.set_watch(errand.session, trip.family_id, trip.id, Watch(agreed or trip.return_at, ask_at))


async def _agreed_return(errand: Errand, trip: Trip) -> datetime | None:
    before = (await kept.watch(errand.session, trip.family_id, trip.id)).due_at
    if trip.departed_at is None or before is None:
        return None
    if trip.return_at is not None and trip.return_at <= before:
        return None
    consents = await store.consents_of(errand.session, trip.family_id)
    gaps = coverage.gaps(trip, consents, errand.now)
    return before if gaps else None
