"""Planned beside noted, month by month: each parent's own, and what the other shares of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.usecases import calendar, handover
from parenting_plans import kept as keeping
from parenting_plans import schedule, store
from parenting_plans.kept import Kept, MonthShare
from parenting_plans.values import ZONE, Handover, Home

BEFORE = timedelta(days=62)  # a stay of a summer holiday may have begun so long before the month


@dataclass(frozen=True, slots=True)
class MonthRecord:
    """`own`: this parent's notes beside the calendar. `shared`: since when the other parent may read them, if they may.

    `theirs`: the other parent's notes, while they share this month.
    """

    month: date
    own: Kept
    shared: MonthShare | None
    theirs: Kept | None


def month_of(day: date) -> date:
    return day.replace(day=1)


async def month(session: AsyncSession, family: Family, first: date, now: datetime) -> MonthRecord:
    """`first`: the first day of the month. Raises NotYours for anyone but the two parents."""
    own = family.own_home
    since = datetime.combine(first, time(0), tzinfo=ZONE)
    until = min(now, datetime.combine(month_of(first + timedelta(days=31)), time(0), tzinfo=ZONE))
    handovers = await handover.planned(session, family, since - BEFORE, max(since, until), now)
    nights = await _nights(session, family, first, until, now)
    shares = {one.by: one for one in await store.month_shares(session, family.id, first)}

    records = await store.records_of(session, family.id, since - BEFORE)

    def of(home: Home) -> Kept:
        noted = [one for one in records if one.recorded_by is home]
        return keeping.kept(_due(handovers, until), noted, nights, since, until)

    return MonthRecord(
        month=first,
        own=of(own),
        shared=shares.get(own),
        theirs=of(own.other) if own.other in shares else None,
    )


def _due(handovers: Sequence[Handover], until: datetime) -> list[Handover]:
    return [one for one in handovers if one.at < until]


async def _nights(
    session: AsyncSession, family: Family, first: date, until: datetime, now: datetime
) -> dict[UUID, tuple[tuple[date, Home], ...]]:
    """The planned nights of the month that are over."""
    versions, laid = await calendar.seen_by(session, family), await calendar.laid(session, family.id, now)
    count = max(0, (until.astimezone(ZONE).date() - first).days)
    return {
        child.id: tuple(
            (night.date, night.home)
            for night in schedule.nights(versions, child.for_schedule, first, count, laid)
        )
        for child in family.children
    }


async def share(errand: Errand, family_id: UUID, first: date) -> None:
    """Let the other parent read what one noted about this month, until one stops. Twice is once. Raises Refused."""
    family = await errand.family(family_id, Action.RECORD_HANDOVER)
    problems = keeping.problems_of_month(first, errand.now.astimezone(ZONE).date())
    if problems:
        raise Refused(*problems)
    if await _open(errand, family, first):
        return
    made = MonthShare(errand.new_id(), family.id, family.own_home, first, errand.now)
    await store.save_month_share(errand.session, made)
    await errand.record(stream_of(family.id), "record.shared", made.id)


async def stop(errand: Errand, family_id: UUID, first: date) -> None:
    """From now on the other parent no longer reads it; what they have read, they have read."""
    family = await errand.family(family_id, Action.RECORD_HANDOVER)
    found = await _open(errand, family, first)
    if found:
        await store.end_month_share(errand.session, found.family_id, found.id, errand.now)
        await errand.record(stream_of(family.id), "record.unshared", found.id)


async def _open(errand: Errand, family: Family, first: date) -> MonthShare | None:
    found = await store.month_shares(errand.session, family.id, first)
    return next((one for one in found if one.by is family.own_home), None)
