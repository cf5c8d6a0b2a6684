"""The worker's clock. It only ticks: what is due stands in the database, so a missed tick loses nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import structlog
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import delete
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.tables import FamilyRow, FeedCopyRow, InvitationRow, PersonRow
from mediation.usecases import (
    assess,
    calendar,
    consent,
    intake,
    on_the_way,
    plan_review,
    plan_seal,
    travel_document_receipt,
)
from notifications import deliver
from notifications.channels import Channel, maildir, smtp
from notifications.values import Contact
from parenting_plans.store import consents as kept_consents
from parenting_plans.store import due as waiting_rows
from parenting_plans.store import on_the_way as journeys
from parenting_plans.store import travel_documents as document_rows
from portal import one_by_one, sign_up
from portal.tables import SignUpRow, ThrottleRow, WebSessionRow
from portal.visit import Service

log = structlog.get_logger()
Job = Callable[[Service], Awaitable[int]]
AT_ONCE = 100
WORKER = uuid4().hex  # one per process, not per host: two workers on one machine are two


def now() -> datetime:
    return datetime.now(UTC)


async def send_messages(service: Service) -> int:
    """Send what is due, each to the address its receiver has at this moment; a long queue does not wait for a tick."""
    total = 0
    while sent := await _send_some(service):
        total += sent
    return total


async def _send_some(service: Service) -> int:
    return await deliver.deliver_due(
        service.database.writing,
        contact_of=partial(contact_of, service),
        channel=channel(service),
        base_url=service.settings.base_url,
        now_of=now,
        worker_id=WORKER,
        limit=AT_ONCE,
        facts_of=partial(secret_facts, service),
    )


def channel(service: Service) -> Channel:
    settings = service.settings
    if settings.smtp is None:
        return maildir.Maildir(settings.mail_folder, settings.mail_from)
    return smtp.SmtpChannel(settings.smtp, settings.mail_from)


async def contact_of(service: Service, receiver: UUID) -> Contact | None:
    """A person, an invited address or someone who is signing up: messages only know an id."""
    async with service.database.reading() as session:
        person = await session.get(PersonRow, receiver)
        if person is not None:
            return Contact(person.email, person.language)
        invitation = await session.get(InvitationRow, receiver)
        if invitation is not None:
            return Contact(invitation.address, invitation.language)
        waiting = await session.get(SignUpRow, receiver)
        return Contact(waiting.email, waiting.language) if waiting else None


def secret_facts(service: Service, kind: str, receiver: UUID) -> dict[str, str]:
    """What may stand in a message but nowhere in the database: derived again at the moment of sending."""
    key = service.derived("links")
    if kind == "invitation":
        return {"path": f"/invitation/{intake.link_token(key, receiver)}"}
    if kind == "email_code":
        return {"code": sign_up.code_for(key, receiver)}
    return {}


async def look_at_families(service: Service) -> int:
    """Assess the families whose moment has come, and only those."""
    doors, key = (service.database.reading, service.database.writing), service.derived("journal")
    total = 0
    while looked := await assess.assess_due(*doors, key, now(), AT_ONCE):
        total += looked
    return total


async def renew_calendars(service: Service) -> int:
    """Draw the feeds of families whose copy is getting old, or for whom a school calendar was mended."""
    at, done = now(), set[UUID]()
    renewed = 0

    async def find(limit: int) -> list[tuple[UUID]]:
        due = select(FeedCopyRow.family_id).where(col(FeedCopyRow.refresh_at) <= at).distinct().limit(limit)
        async with service.database.reading() as session:
            return [(one,) for one in (await session.exec(due)).all() if one not in done]

    async def renew(family_id: UUID) -> bool:
        done.add(family_id)
        return await _renew_calendar(service, family_id, at)

    while True:
        looked = len(done)
        renewed += await one_by_one.for_each(service, "calendars", at, find, renew, AT_ONCE)
        if len(done) == looked:
            return renewed


async def _renew_calendar(service: Service, family_id: UUID, at: datetime) -> bool:
    """One family in one transaction, locked as a parent's change locks it: neither publishes over the other."""
    still_due = select(FeedCopyRow.id).where(
        FeedCopyRow.family_id == family_id, col(FeedCopyRow.refresh_at) <= at
    )
    async with service.database.writing() as session:
        await session.get(FamilyRow, family_id, with_for_update=True)
        if (await session.exec(still_due)).first() is None:
            return False
        await calendar.renew(session, service.derived("links"), family_id, at, devices=True)
        return True


async def _each(
    service: Service,
    job: str,
    rows: Callable[[AsyncSession, datetime, int], Awaitable[Sequence[Any]]],
    work: Callable[..., Awaitable[bool]],
) -> int:
    """One family in one transaction for everything that is due. Costs what is due, not what exists."""
    at = now()

    async def find(limit: int) -> Sequence[Any]:
        async with service.database.reading() as session:
            return await rows(session, at, limit)

    async def one(family_id: UUID, *rest: Any) -> bool:
        return await work(service.database.writing, family_id, *rest, at)

    return await one_by_one.for_each(service, job, at, find, one, AT_ONCE)


async def remind_of_reviews(service: Service) -> int:
    """Tell parents who have not answered that the plan is to be looked at."""
    return await _each(service, "reviews", waiting_rows.to_remind, plan_review.remind)


async def tell_of_ending_documents(service: Service) -> int:
    """Tell both parents 90 and 30 days before a child's document ends."""
    return await _each(service, "documents", document_rows.documents_to_warn, travel_document_receipt.warn)


async def ask_about_returns(service: Service) -> int:
    """Ask both parents alike when nobody has noted for three hours that the children are back."""
    return await _each(service, "returns", journeys.to_ask, on_the_way.ask)


async def tell_withdrawals(service: Service) -> int:
    """A consent that was taken back for later: the other parent learns of it when that begins to count."""
    begin = partial(consent.begin_to_count, key=service.derived("journal"))
    return await _each(service, "withdrawals", kept_consents.to_tell, begin)


async def complete_older_plans(service: Service) -> int:
    """Plans sealed before there were documents and reviews get theirs; once all have, this finds nothing."""
    at, key = now(), service.derived("links")

    async def find(limit: int) -> Sequence[tuple[UUID, UUID]]:
        async with service.database.reading() as session:
            return await waiting_rows.without_document(session, limit)

    async def complete(family_id: UUID, version_id: UUID) -> bool:
        async with service.database.writing() as session:
            await plan_seal.complete_older(session, family_id, version_id, plan_seal.Ids(key, uuid4()), at)
        return True

    return await one_by_one.for_each(service, "older_plans", at, find, complete, AT_ONCE)


async def sweep(service: Service) -> int:
    """Forget what ran out: sessions, unfinished accounts, throttle windows."""
    at = now()
    async with service.database.writing() as session:
        gone = 0
        for expired in (
            delete(WebSessionRow).where(col(WebSessionRow.ends_at) <= at),
            delete(SignUpRow).where(col(SignUpRow.expires_at) <= at),
            delete(ThrottleRow).where(col(ThrottleRow.window_ends_at) <= at),
        ):
            gone += (await session.exec(expired)).rowcount
        return gone


JOBS: dict[str, tuple[Job, timedelta]] = {
    "messages": (send_messages, timedelta(seconds=5)),
    "families": (look_at_families, timedelta(seconds=5)),
    "calendars": (renew_calendars, timedelta(minutes=1)),
    "reviews": (remind_of_reviews, timedelta(minutes=5)),
    "documents": (tell_of_ending_documents, timedelta(minutes=5)),
    "returns": (ask_about_returns, timedelta(minutes=1)),
    "withdrawals": (tell_withdrawals, timedelta(seconds=30)),
    "older_plans": (complete_older_plans, timedelta(hours=1)),
    "sweep": (sweep, timedelta(hours=1)),
}


def scheduler(service: Service) -> AsyncIOScheduler:
    """Ticks in UTC intervals. Any number of workers may run: every job claims what it works on."""
    ticking = AsyncIOScheduler(timezone="UTC")
    for name, (job, every) in JOBS.items():
        ticking.add_job(
            _run,
            IntervalTrigger(seconds=int(every.total_seconds()), timezone="UTC"),
            args=(name, job, service),
            id=name,
            misfire_grace_time=None,
            coalesce=True,
            next_run_time=now(),
        )
    ticking.add_listener(_failed, EVENT_JOB_ERROR)
    return ticking


async def _run(name: str, job: Job, service: Service) -> None:
    done = await job(service)
    if done:
        log.info("job.done", job=name, count=done)


def _failed(event: JobExecutionEvent) -> None:
    log.error("job.failed", job=event.job_id, kind=type(event.exception).__name__)


async def work(service: Service) -> None:
    """Run until cancelled."""
    ticking = scheduler(service)
    ticking.start()
    try:
        await asyncio.Event().wait()
    finally:
        ticking.shutdown(wait=False)
        service.passwords.close()
        service.press.close()
        await service.database.close()
