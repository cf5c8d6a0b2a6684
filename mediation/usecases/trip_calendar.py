"""What an answer to a trip would change in the calendar, before it is given: only special days that it keeps from breaking."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import Family
from mediation.trip_card import TripCard
from mediation.usecases import calendar
from parenting_plans import store
from parenting_plans.accepted_trips import accepted
from parenting_plans.swap_effect import Effect, effect


async def would_change(
    session: AsyncSession, family: Family, after: Iterable[TripCard], now: datetime
) -> Effect:
    """`after`: the trips as they would be, each with the consents and objections that would count. Nothing is kept.

    Raises NotYours for a viewer who may not see the calendar.
    """
    versions = await calendar.seen_by(session, family)
    laid = await calendar.laid(session, family.id, now)
    cards = {card.trip.id: card for card in after}
    others = accepted(
        [one for one in await store.trips_of(session, family.id) if one.id not in cards],
        await store.consents_of(session, family.id),
        await store.objections_of(session, family.id),
        now,
        decisions := await store.travel_decisions_of(session, family.id),
    )
    own = (
        trip
        for card in cards.values()
        for trip in accepted([card.trip], card.consents, card.objections, now, decisions)
    )
    children = [child.for_schedule for child in family.children]
    return effect(versions, children, laid, replace(laid, trips=(*others, *own)))
