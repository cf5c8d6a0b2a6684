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
from mediation.tables import FeedCopyRow, SessionRow
from mediation.usecases import calendar_days
from parenting_plans import calendar as agenda
from parenting_plans import care_offers, orders, plan, schedule, store, swaps
from parenting_plans.calendar import Appointment
from parenting_plans.schedule import Night
from parenting_plans.values import ZONE, Home, InForce, Problem, Stay, Window

YEARS = range(2000, 2100)
LONGEST_WINDOW = timedelta(days=731)
AHEAD = timedelta(days=550)  # eighteen months
BEHIND = timedelta(days=31)
RENEW_EVERY = timedelta(days=7)  # the window moves on in steps, so that a feed's bytes rarely change


@dataclass(frozen=True, slots=True)
class ChildNights:
    child: UUID
    given_name: str
    nights: tuple[Night, ...]


async def in_force(session: AsyncSession, family_id: UUID) -> tuple[InForce, ...]:
    return plan.in_force(await store.versions_of(session, family_id))


async def laid_over(session: AsyncSession, family_id: UUID) -> tuple[Window, ...]:
    """What lies over the plan: swaps and offers to care that were accepted, and decisions of a court."""
    return (
        *swaps.windows(await store.swaps_of(session, family_id)),
        *care_offers.windows(await store.care_offers_of(session, family_id)),
        *orders.windows(await store.orders_of(session, family_id)),
    )


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
    return calendar_days.with_draft(await seen_by(session, family), draft, today)


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


async def stays(session: AsyncSession, family: Family, first: date, last: date) -> tuple[Stay, ...]:
    """Every child's stays on the days `first` to `last`, cut at both; one stay has one reason. Raises NotYours, Refused."""
    versions = await seen_by(session, family)
    over = await laid_over(session, family.id)
    start, end = window(first, last)
    return tuple(
        stay
        for child in family.children
        for stay in schedule.expand(versions, child.for_schedule, start, end, over)
    )


async def days(
    session: AsyncSession, family: Family, first: date, last: date
) -> tuple[calendar_days.Day, ...]:
    """Where each child sleeps and why, on the days `first` to `last`. Raises NotYours, Refused."""
    versions = await seen_by(session, family)
    over = await laid_over(session, family.id)
    start, end = window(first, last)
    return calendar_days.days(versions, family.children, first, (end.date() - start.date()).days, over)


def nights_under(
    versions: Sequence[InForce], family: Family, first: date, count: int, over: Sequence[Window] = ()
) -> tuple[ChildNights, ...]:
    """Where each child goes to sleep on `count` days from `first`; days before any plan are left out."""
    return tuple(
        ChildNights(
            child.id, child.given_name, schedule.nights(versions, child.for_schedule, first, count, over)
        )
        for child in family.children
    )


async def renew(session: AsyncSession, key: bytes, family_id: UUID, now: datetime) -> None:
    """Bring the published entries and both parents' feed copies up to date with plan and appointments."""
    versions = await in_force(session, family_id)
    over = await laid_over(session, family_id)
    children = await children_of(session, family_id)
    start, end = now - BEHIND, now + AHEAD
    whole = [
        stay
        for child in children
        for stay in schedule.whole_stays(versions, child.for_schedule, start, end, over)
    ]
    booked = await _booked(session, family_id, start)
    for parent in await parents_of(session, family_id):
        namespace = agenda.receiver_namespace(key, family_id, str(parent.person_id))
        mine = [
            Appointment(row.id, row.starts_at, row.ends_at)
            for row in booked
            if parent.home.value in row.invited
        ]
        wanted = (
            *agenda.wanted_stays(whole, parent.home, namespace),
            *agenda.wanted_sessions(mine, namespace),
        )
        published = await store.entries_of(session, family_id, parent.home)
        entries = agenda.reconcile(published, wanted, now)
        await store.save_entries(session, family_id, parent.home, published, entries)
        body = agenda.feed(entries, parent.language, now.astimezone(ZONE).date())
        await _keep_copy(session, family_id, parent.home, body, now)


async def _booked(session: AsyncSession, family_id: UUID, since: datetime) -> Sequence[SessionRow]:
    rows = select(SessionRow).where(
        SessionRow.family_id == family_id, SessionRow.status == "booked", col(SessionRow.ends_at) >= since
    )
    return (await session.exec(rows)).all()


async def _keep_copy(session: AsyncSession, family_id: UUID, home: Home, body: bytes, now: datetime) -> None:
    row = await copy_of(session, family_id, home)
    if row is None:
        row = FeedCopyRow(
            family_id=family_id, home=home.value, etag="", body=b"", changed_at=now, refresh_at=now
        )
    if row.body != body:
        row.etag, row.body, row.changed_at = agenda.etag(body), body, now
    row.refresh_at = now + RENEW_EVERY
    session.add(row)
    await session.flush()


async def copy_of(session: AsyncSession, family_id: UUID, home: Home) -> FeedCopyRow | None:
    rows = select(FeedCopyRow).where(FeedCopyRow.family_id == family_id, FeedCopyRow.home == home.value)
    return (await session.exec(rows)).first()
