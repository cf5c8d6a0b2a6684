"""What became of planned handovers: each parent may note it, for a day it can be corrected."""

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
from parenting_plans.values import Handover, HandoverRecord

NOTED_FOR = timedelta(days=14)  # how long after its moment a handover can still be noted
AHEAD = timedelta(days=15)


async def planned(
    session: AsyncSession, family: Family, start: datetime, end: datetime
) -> tuple[Handover, ...]:
    """The handovers the plan foresees in [start, end), in order of time."""
    versions = await calendar.in_force(session, family.id)
    found = [
        handover
        for child in family.children
        for handover in schedule.handovers(schedule.expand(versions, child.for_schedule, start, end))
    ]
    return tuple(sorted(found, key=lambda one: (one.at, str(one.child))))


async def to_note(session: AsyncSession, family: Family, now: datetime) -> tuple[Handover, ...]:
    """Recent handovers that this parent has not noted yet."""
    noted = {(one.child, one.due_at) for one in await own_records(session, family)}
    recent = await planned(session, family, now - NOTED_FOR, now)
    return tuple(one for one in recent if (one.child, one.at) not in noted)


async def own_records(session: AsyncSession, family: Family) -> tuple[HandoverRecord, ...]:
    """This parent's own notes; the other's are private to the other."""
    found = await store.handover_records_of(session, family.id)
    return tuple(one for one in found if one.recorded_by is family.home)


async def note(errand: Errand, family_id: UUID, child_id: UUID, due_at: datetime, note: Note) -> UUID:
    """Note one handover. Raises NotYours when the plan has no such handover, Refused for a note that cannot be."""
    family = await errand.family(family_id, Action.RECORD_HANDOVER)
    handover = await _planned(errand, family, child_id, due_at)
    problems = handover_records.problems_of_note(note, handover.at, errand.now)
    if problems:
        raise Refused(*problems)
    mine = [one for one in await own_records(errand.session, family) if (one.child, one.due_at) == (child_id, due_at)]
    if mine:
        record = handover_records.correct(mine[0], family.own_home, note, errand.now)
    else:
        record = handover_records.record(
            handover, note, family_id=family.id, by=family.own_home, id=errand.new_id(), now=errand.now
        )
    await store.save_handover_record(errand.session, record)
    await errand.record(stream_of(family.id), "handover.noted", record.id)
    await errand.changed(family)
    return record.id


async def _planned(errand: Errand, family: Family, child_id: UUID, due_at: datetime) -> Handover:
    a_day = timedelta(days=1)
    for one in await planned(errand.session, family, due_at - a_day, due_at + a_day):
        if one.child == child_id and one.at == due_at:
            return one
    raise NotYours
