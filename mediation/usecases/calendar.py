"""What the agenda says: stays and appointments of a family, and the feeds' copies of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import Family, children_of, parents_of
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.tables import SessionRow
from mediation.usecases import calendar_days, feed_copies
from mediation.usecases.feed_copies import Scene
from parenting_plans import accepted_trips, care_offers, orders, plan, schedule, school_dates, store, swaps
from parenting_plans import calendar as agenda
from parenting_plans import calendar_levels as levels
from parenting_plans.calendar import Appointment
from parenting_plans.holidays import SchoolCalendars
from parenting_plans.laid import Laid
from parenting_plans.schedule import Night
from parenting_plans.values import ZONE, Home, InForce, Problem, Stay

YEARS = range(2000, 2100)
LONGEST_WINDOW = timedelta(days=731)
AHEAD = timedelta(days=550)  # eighteen months
BEHIND = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class ChildNights:
    child: UUID
    given_name: str
    nights: tuple[Night, ...]


async def in_force(session: AsyncSession, family_id: UUID) -> tuple[InForce, ...]:
    versions = await store.versions_of(session, family_id)
    children = await children_of(session, family_id)
    return plan.in_force(versions, [child.for_schedule for child in children])


async def school(session: AsyncSession) -> SchoolCalendars:
    """The school calendars as they stand: what ships, and what staff noted over it. One small read; ask once a request."""
    return school_dates.calendars(await store.school_dates(session))


async def laid(
    session: AsyncSession, family_id: UUID, now: datetime, school_: SchoolCalendars | None = None
) -> Laid:
    """All that lies over a family's plan as it stands at `now`: swaps and offers to care that were accepted, decisions
    of a court, trips that both accepted. `school_`: the school calendars, where they were read already.
    """
    over = (
        *swaps.windows(await store.swaps_of(session, family_id)),
        *care_offers.windows(await store.care_offers_of(session, family_id)),
        *orders.windows(await store.orders_of(session, family_id)),
    )
    trips = accepted_trips.accepted(
        await store.trips_of(session, family_id),
        await store.consents_of(session, family_id),
        await store.objections_of(session, family_id),
        now,
        await store.travel_decisions_of(session, family_id),
    )
    return Laid(over, trips, school_ or await school(session))


async def seen_by(session: AsyncSession, family: Family) -> tuple[InForce, ...]:
    """What governs the calendar, for a viewer who may see it. Raises NotYours."""
    require(may_do(family.relations, Action.SEE_CALENDAR))
    return await in_force(session, family.id)


async def with_own_draft(session: AsyncSession, family: Family, now: datetime) -> tuple[InForce, ...] | None:
    """The calendar as a parent's own draft would make it; None without a draft that has a sound schedule.

    Raises NotYours for anyone but a parent: a draft is its author's alone.
    """
    draft = await store.draft(session, family.id, family.own_home)
    if draft is None:
        return None
    today = now.astimezone(ZONE).date()
    return calendar_days.with_draft(await seen_by(session, family), draft, today, family.children)


def window(first: date, last: date) -> tuple[datetime, datetime]:
    """The Brussels days `first` to `last`, both inclusive, as [start, end). Raises Refused."""
    problems = [
        Problem(field, "Give a date that exists, between 2000 and 2099.")
        for field, day in (("from", first), ("to", last))
        if day.year not in YEARS
    ]
    if last < first:
        problems.append(Problem("to", "Choose an end after the start."))
    elif last - first > LONGEST_WINDOW:
        problems.append(Problem("to", "Ask for two years at most."))
    if problems:
        raise Refused(*problems)
    midnight = time(0, tzinfo=ZONE)
    return datetime.combine(first, midnight), datetime.combine(last + timedelta(days=1), midnight)


async def stays(
    session: AsyncSession, family: Family, first: date, last: date, now: datetime
) -> tuple[Stay, ...]:
    """Every child's stays on the days `first` to `last`, cut at both; one stay has one reason. Raises NotYours, Refused."""
    versions = await seen_by(session, family)
    ground = await laid(session, family.id, now)
    start, end = window(first, last)
    return tuple(
        stay
        for child in family.children
        for stay in schedule.expand(versions, child.for_schedule, start, end, ground)
    )


async def days(
    session: AsyncSession, family: Family, first: date, last: date, now: datetime
) -> tuple[calendar_days.Day, ...]:
    """Where each child sleeps and why, on the days `first` to `last`. Raises NotYours, Refused."""
    versions = await seen_by(session, family)
    ground = await laid(session, family.id, now)
    start, end = window(first, last)
    count = (end.date() - start.date()).days
    return calendar_days.days(versions, family.children, first, count, ground)


def nights_under(
    versions: Sequence[InForce],
    family: Family,
    first: date,
    count: int,
    laid: Laid,
) -> tuple[ChildNights, ...]:
    """Where each child goes to sleep on `count` days from `first`; days before any plan are left out."""
    return tuple(
        ChildNights(
            child.id,
            child.given_name,
            schedule.nights(versions, child.for_schedule, first, count, laid),
        )
        for child in family.children
    )


async def renew(
    session: AsyncSession,
    key: bytes,
    family_id: UUID,
    now: datetime,
    only: Home | None = None,
    *,
    devices: bool = False,
) -> None:
    """Bring the published entries and the copies that devices get up to date with plan and appointments.

    `only`: one parent's, who waits for their own device. The other parent's must not change because of it.
    `devices`: for the worker, also the copies of devices that are told more or less (see feed_copies).
    """
    await feed_copies.hold(session, family_id)
    at = agenda.as_of(now, family_id)
    window = at - BEHIND, at + AHEAD
    versions = await in_force(session, family_id)
    ground = await laid(session, family_id, now)
    taken_back = accepted_trips.changes_at(await store.consents_of(session, family_id), now)
    again_at = min(filter(None, (at + agenda.STEP, taken_back)))
    children = await children_of(session, family_id)
    stays = [
        stay
        for child in children
        for stay in schedule.expand(versions, child.for_schedule, *levels.years(*window), ground)
    ]
    booked = await _booked(session, family_id, window[0])
    for parent in await parents_of(session, family_id):
        if only in {None, parent.home}:
            mine = [row for row in booked if parent.home.value in row.invited]
            sessions = [Appointment(row.id, row.starts_at, row.ends_at) for row in mine]
            scene = Scene(key, family_id, parent, children, stays, sessions, window, at, again_at, now)
            await feed_copies.draw(session, scene, devices=devices or only is not None)


async def _booked(session: AsyncSession, family_id: UUID, since: datetime) -> Sequence[SessionRow]:
    rows = select(SessionRow).where(
        SessionRow.family_id == family_id, SessionRow.status == "booked", col(SessionRow.ends_at) >= since
    )
    return (await session.exec(rows)).all()
