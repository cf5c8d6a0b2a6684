"""What a job does for one family fails for that family alone: the others go on, and it is tried again, ever less often."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import delete
from sqlmodel import col, select

from portal.tables import JobTroubleRow
from portal.visit import Service

log = structlog.get_logger()
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)


async def troubled(service: Service, job: str) -> dict[UUID, JobTroubleRow]:
    """The families for which this job failed the last time."""
    async with service.database.reading() as session:
        rows = (await session.exec(select(JobTroubleRow).where(JobTroubleRow.job == job))).all()
    return {row.family_id: row for row in rows}


async def for_each(
    service: Service,
    job: str,
    now: datetime,
    find: Callable[[int], Awaitable[Sequence[tuple[UUID, *tuple[Any, ...]]]]],
    work: Callable[..., Awaitable[bool]],
    at_once: int,
) -> int:
    """Do `work` for what `find` names (a family, and what belongs to it); returns how often there was something to do.

    `find` is asked for as many more as are in trouble, so that these never take the place of the others.
    """
    known = await troubled(service, job)
    done = 0
    for family_id, *rest in await find(at_once + len(known)):
        before = known.get(family_id)
        if before is not None and now < before.again_at:
            continue
        try:
            done += await work(family_id, *rest)
        except Exception as failed:  # noqa: BLE001  # whatever it is, the next family must not wait for it
            log.error("job.family_failed", job=job, kind=type(failed).__name__)  # noqa: TRY400  # a trace names people
            await _note(service, job, family_id, now, before.tries if before else 0)
        else:
            if before is not None:
                await _forget(service, job, family_id)
    return done


async def _note(service: Service, job: str, family_id: UUID, now: datetime, tries: int) -> None:
    wait = min(FIRST_WAIT * 2 ** min(tries, 20), LONGEST_WAIT)
    async with service.database.writing() as session:
        row = await session.get(JobTroubleRow, (job, family_id)) or JobTroubleRow(
            job=job, family_id=family_id, tries=0, again_at=now
        )
        row.tries, row.again_at = tries + 1, now + wait
        session.add(row)


async def _forget(service: Service, job: str, family_id: UUID) -> None:
    async with service.database.writing() as session:
        gone = delete(JobTroubleRow).where(
            col(JobTroubleRow.job) == job, col(JobTroubleRow.family_id) == family_id
        )
        await session.exec(gone)
