"""The worker looks at families whose moment has come. Never run in a parent's request."""

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import journal
from mediation.errand import people_of_the_centre
from mediation.families import ChildInFamily, children_of
from mediation.usecases import calendar, read_statement
from notifications import outbox
from notifications.values import Message
from parenting_plans import on_the_way, schedule, store
from parenting_plans.countries import expand
from parenting_plans.store import on_the_way as on_the_way_store
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.values import HandoverRecord, Home, Outcome, Trip, Version
from risk import alerts, facts, watch
from risk import store as risk_store
from risk.assess import assess
from risk.facts import Facts
from risk.rules import load as rules
from risk.values import Evidence, Parent

log = structlog.get_logger()
AROUND_TRIPS = timedelta(days=60)
REMEMBERED = timedelta(days=400)  # handover notes older than this change nothing any more
Door = Callable[[], AbstractAsyncContextManager[AsyncSession]]


async def assess_due(reading: Door, writing: Door, key: bytes, now: datetime, limit: int) -> int:
    """Look at up to `limit` due families; returns how many. Any number of workers may do this at once.

    Claiming, looking and storing are three transactions, so that no parent waits for a look.
    """
    async with writing() as session:
        claims = await watch.claim_due(session, now, limit)
    for claim in claims:
        try:
            await _look(reading, writing, key, claim, now)
        except Exception as failed:  # noqa: BLE001  # the next family must not wait; its lease frees this one again
            log.error("family.look_failed", kind=type(failed).__name__)  # noqa: TRY400  # a trace names people
    return len(claims)


async def _look(reading: Door, writing: Door, key: bytes, claim: watch.Claim, now: datetime) -> None:
    async with reading() as session:
        known = await gather(session, claim.family_id, now)
        before = await risk_store.of_family(session, claim.family_id)
    found = assess(known, rules(), now)
    merged = alerts.merge(before, found, now)
    try:
        async with writing() as session:
            if await watch.set_next(session, claim, found.next_at):
                news = await risk_store.save_merge(session, claim.family_id, merged)
                await _tell_duty(session, key, news, now)
    except risk_store.Overtaken:  # a reviewer was at it; the lease runs out and the family is looked at again
        log.info("assessment.overtaken", family=str(claim.family_id))
        return
    log.info(
        "assessment.made", family=str(claim.family_id)
    )  # no count: whoever reads logs must not learn of a sign


async def _tell_duty(
    session: AsyncSession, key: bytes, news: tuple[alerts.Alert, ...], now: datetime
) -> None:
    """A neutral message to everyone at the centre for each new or raised sign, and a line in the centre's own stream."""
    if not news:
        return
    duty = await people_of_the_centre(session)
    for alert in news:
        event = f"{alert.id}:{alert.version}"
        await journal.record(
            session, "centre", None, "alert.raised", alert.id, {"severity": str(alert.severity)}, now, key=key
        )
        for person_id in duty:
            message = Message(to=person_id, kind="staff_alert", dedupe_key=f"staff_alert:{event}:{person_id}")
            await outbox.enqueue(session, message, now)


async def gather(session: AsyncSession, family_id: UUID, now: datetime) -> Facts:
    """The family's record as the rules may look at it: no name, origin or address can be in it."""
    children = await children_of(session, family_id)
    versions = await store.versions_of(session, family_id)
    trips = await store.trips_of(session, family_id)
    given = await store.consents_of(session, family_id)
    against = await store.objections_of(session, family_id)
    noted = await store.records_of(session, family_id, now - REMEMBERED)
    decided = await store.travel_decisions_of(session, family_id)
    delays = await on_the_way_store.delays_of(session, family_id)
    words = await on_the_way_store.confirmations_of(session, family_id)
    return Facts(
        family=facts.Family(
            children=tuple(facts.Child(id=str(child.id), born=child.born) for child in children),
            notice_days=_notice_days(versions),
        ),
        custody_periods=await _periods(session, family_id, children, trips, now),
        trips=tuple(_trip(trip) for trip in await store.trip_versions_of(session, family_id)),
        consents=tuple(
            facts.Consent(
                recorded_at=one.given_at,
                id=str(one.id),
                by=_letter(one.by),
                trip=str(one.trip_id) if one.trip_id else None,
                children=tuple(str(child) for child in one.children),
                countries=one.countries,
                valid_from=one.valid_from,
                valid_to=one.valid_to,
            )
            for one in given
        ),
        revocations=tuple(
            facts.Revocation(
                recorded_at=max(ends_at, one.withdrawn_at or ends_at), consent=str(one.id), at=ends_at
            )
            for one in given
            if (ends_at := one.ends_at or one.withdrawn_at) is not None and ends_at <= now
        ),
        objections=tuple(
            facts.Objection(
                recorded_at=one.withdrawn_at or one.made_at,
                trip=str(one.trip_id),
                by=_letter(one.by),
                withdrawn=one.withdrawn_at is not None,
            )
            for one in against
        ),
        handovers=tuple(_handover(record) for record in noted),
        departures=tuple(
            facts.Departure(recorded_at=trip.departed_at, trip=str(trip.id), at=trip.departed_at)
            for trip in trips
            if trip.departed_at is not None
        ),
        returns=tuple(
            facts.Return(recorded_at=trip.returned_at, trip=str(trip.id), at=trip.returned_at)
            for trip in trips
            if trip.returned_at is not None and not on_the_way.contested(trip, words)
        ),
        disruptions=tuple(
            facts.Disruption(
                recorded_at=one.said_at, trip=str(one.trip_id), new_at=one.new_return_at, proof=one.documented
            )
            for one in delays
        ),
        court_measures=tuple(
            measure for one in decided if one.counts(now) for measure in _measures(one, children, trips)
        ),
        messages=await read_statement.as_facts(session, family_id),
    )


def _letter(home: Home) -> Parent:
    return Parent(home.value)


def _notice_days(versions: tuple[Version, ...]) -> int | None:
    """What the newest sealed plan says in its clause on travel abroad."""
    sealed = [version for version in versions if version.sealed_at is not None]
    days = sealed[-1].agreed.get("F01", {}).get("inform_days") if sealed else None
    return days if isinstance(days, int) else None


async def _periods(
    session: AsyncSession,
    family_id: UUID,
    children: tuple[ChildInFamily, ...],
    trips: tuple[Trip, ...],
    now: datetime,
) -> tuple[facts.CustodyPeriod, ...]:
    """Whose time it is around the trips, from the calendar as it stands. Only times that hold for every travelling child count."""
    versions = await calendar.in_force(session, family_id)
    laid = await calendar.laid(session, family_id, now)
    periods: list[facts.CustodyPeriod] = []
    for trip in trips:
        first = next((child for child in children if child.id in trip.children), None)
        if first is None:
            continue
        start, end = trip.depart_at - AROUND_TRIPS, (trip.return_at or trip.depart_at) + AROUND_TRIPS
        found = schedule.expand(versions, first.for_schedule, start, end, laid)
        for stay in schedule.merged(found):
            period = facts.CustodyPeriod(
                parent=_letter(stay.home), starts_at=stay.starts_at, ends_at=stay.ends_at
            )
            if period not in periods:
                periods.append(period)
    return tuple(periods)


def _trip(trip: Trip) -> facts.Trip:
    tickets = trip.tickets
    return facts.Trip(
        recorded_at=trip.changed_at,
        id=str(trip.id),
        status=facts.TripStatus(trip.status.value),
        traveller=_letter(trip.traveller),
        children=tuple(str(child) for child in trip.children),
        depart_at=trip.depart_at,
        return_at=trip.return_at,
        stays=tuple(facts.CountryStay(stay.country, stay.nights) for stay in trip.stays),
        transits=tuple(
            facts.Transit(one.country, one.hours, one.landside, one.through_ticket) for one in trip.transits
        ),
        tickets=facts.Tickets(tickets.child_out, tickets.child_return) if tickets else None,
        mode=trip.mode,
        details=facts.Details(
            address=bool(trip.address) or trip.address_with_centre,
            phone=bool(trip.phone),
            carrier=bool(trip.carrier),
            return_details=bool(trip.return_details),
        ),
    )


def _measures(
    decision: TravelDecision, children: tuple[ChildInFamily, ...], trips: tuple[Trip, ...]
) -> Iterator[facts.CourtMeasure]:
    """A permission for some of the children is one for the trips of these children alone; the rules know no children."""
    if decision.kind is DecisionKind.BAN or {child.id for child in children} <= set(decision.children):
        yield _measure(decision)
        return
    for trip in trips:
        if set(trip.children) <= set(decision.children):
            yield replace(_measure(decision), trip=str(trip.id))


def _measure(decision: TravelDecision) -> facts.CourtMeasure:
    """A permission is granted to the parent who travels, a ban stands against; noted from a document (class B)."""
    permitted = decision.kind is DecisionKind.PERMISSION
    about = _letter(decision.about) if decision.about else None
    return facts.CourtMeasure(
        recorded_at=decision.recorded_at,
        evidence=Evidence.B,
        kind=facts.MeasureKind.TRAVEL_PERMISSION if permitted else facts.MeasureKind.TRAVEL_BAN,
        granted_to=about if permitted else None,
        against=None if permitted else about,
        countries=tuple(sorted(expand(decision.countries))),
        valid_from=decision.valid_from,
        valid_to=decision.valid_to,
    )


def _handover(record: HandoverRecord) -> facts.Handover:
    """A parent's note is that parent's statement (class C)."""
    return facts.Handover(
        recorded_at=record.recorded_at,
        evidence=Evidence.C,
        id=f"{record.child}:{record.due_at.isoformat()}",
        due_at=record.due_at,
        giver=_letter(record.from_home),
        receiver=_letter(record.to_home),
        children=(str(record.child),),
        delivered=record.outcome is not Outcome.MISSED,
        delivered_at=record.delivered_at,
        contact=record.in_contact,
    )
