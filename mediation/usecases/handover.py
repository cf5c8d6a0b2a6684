"""What became of planned handovers: each parent may note it, for a day it can be corrected."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.people import NotYours
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.usecases import calendar
from parenting_plans import handover_records, schedule, store
from parenting_plans.handover_records import Note
from parenting_plans.laid import Laid
from parenting_plans.values import Handover, HandoverRecord, InForce, Problem

NOTED_FOR = timedelta(days=14)  # how long after its moment a handover is offered to be noted


async def planned(
    session: AsyncSession, family: Family, start: datetime, end: datetime, now: datetime
) -> tuple[Handover, ...]:
    """The handovers the calendar foresees between `start` and `end`, in order of time. Raises NotYours."""
    versions = await calendar.seen_by(session, family)
    laid = await calendar.laid(session, family.id, now)
    return foreseen(versions, family, start, end, laid)


def foreseen(
    versions: Sequence[InForce],
    family: Family,
    start: datetime,
    end: datetime,
    laid: Laid,
) -> tuple[Handover, ...]:
    """By plan and what lies over it."""
    found = [
        handover
        for child in family.children
        for handover in schedule.handovers(schedule.expand(versions, child.for_schedule, start, end, laid))
    ]
    return tuple(sorted(found, key=lambda one: (one.at, str(one.child))))


async def to_note(session: AsyncSession, family: Family, now: datetime) -> tuple[Handover, ...]:
    """Recent handovers that this parent has not noted yet."""
    versions = await calendar.seen_by(session, family)
    laid = await calendar.laid(session, family.id, now)
    return await unnoted(session, family, versions, now, laid)


async def unnoted(
    session: AsyncSession,
    family: Family,
    versions: Sequence[InForce],
    now: datetime,
    laid: Laid,
) -> tuple[Handover, ...]:
    noted = {(one.child, one.due_at) for one in await own_records(session, family, now - NOTED_FOR)}
    recent = foreseen(versions, family, now - NOTED_FOR, now, laid)
    return tuple(one for one in recent if (one.child, one.at) not in noted)


async def own_records(
    session: AsyncSession, family: Family, since: datetime | None = None
) -> tuple[HandoverRecord, ...]:
    """This parent's own notes, by the moment they were due; the other's are private to the other. Raises NotYours."""
    own = family.own_home
    found = await store.records_of(session, family.id, since)
    return tuple(one for one in found if one.recorded_by is own)


async def at_moment(
    session: AsyncSession, family: Family, due_at: int, now: datetime
) -> tuple[tuple[Handover, ...], tuple[HandoverRecord, ...]]:
    """The recent handovers due at a moment (seconds since 1970) and this parent's notes about them.

    Raises NotYours when the plan foresees none then, or it is too long ago or still to come.
    """
    recent = await planned(session, family, now - NOTED_FOR, now, now)
    handovers = tuple(one for one in recent if int(one.at.timestamp()) == due_at)
    if not handovers:
        raise NotYours
    notes = await own_records(session, family, now - NOTED_FOR)
    return handovers, tuple(one for one in notes if one.due_at == handovers[0].at)


async def note_together(
    errand: Errand, family_id: UUID, children: Sequence[UUID], due_at: datetime, note_: Note
) -> None:
    """The same note for several children who changed homes together."""
    if not children:
        raise Refused(Problem("children", "Choose at least one child."))
    for child_id in children:
        await note(errand, family_id, child_id, due_at, note_)


async def note(errand: Errand, family_id: UUID, child_id: UUID, due_at: datetime, note: Note) -> UUID:
    """Note one handover. Raises NotYours when the plan has no such handover, Refused for a note that cannot be."""
    family = await errand.family(family_id, Action.RECORD_HANDOVER)
    handover = await _planned(errand, family, child_id, due_at)
    problems = handover_records.problems_of_note(note, handover.at, errand.now)
    if problems:
        raise Refused(*problems)
    mine = [
        one
        for one in await own_records(errand.session, family)
        if (one.child, one.due_at) == (child_id, due_at)
    ]
    if mine:
        record = handover_records.correct(mine[0], family.own_home, note, errand.now)
    else:
        record = handover_records.record(
            handover, note, family_id=family.id, by=family.own_home, id=errand.new_id(), now=errand.now
        )
    await store.save_record(errand.session, record, mine[0] if mine else None)
    await errand.record(stream_of(family.id), "handover.noted", record.id)
    await errand.changed(family)
    return record.id


async def _planned(errand: Errand, family: Family, child_id: UUID, due_at: datetime) -> Handover:
    if due_at.year not in calendar.YEARS:
        raise NotYours
    a_day = timedelta(days=1)
    for one in await planned(errand.session, family, due_at - a_day, due_at + a_day, errand.now):
        if one.child == child_id and one.at == due_at:
            return one
    raise NotYours
