"""Sends what is due: claim in one transaction, send outside any, record in another.

A worker that dies between sending and recording leaves a lease that runs out; the message then goes once more,
under the same Message-ID, because a second copy is better than a missed deadline (safety.md 3.1).
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from notifications.channels import Channel
from notifications.retry import next_try
from notifications.tables import OutboxRow
from notifications.values import Contact, GiveUp, Receipt, TryLater
from notifications.wording import worded

LEASE: Final = timedelta(minutes=5)  # far longer than a channel may take

Writers = Callable[[], AbstractAsyncContextManager[AsyncSession]]  # each opens one transaction and commits it
ContactOf = Callable[[UUID], Awaitable[Contact | None]]
FactsOf = Callable[[str, UUID], Mapping[str, str]]


def nothing_more(_kind: str, _to: UUID) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Post:
    """What it takes to word and send a message."""

    contact_of: ContactOf
    channel: Channel
    base_url: str
    facts_of: FactsOf


@dataclass(frozen=True, slots=True)
class Claim:
    """One message in the hands of one worker. `claimed_at` is the fence: who lost the lease records nothing."""

    id: UUID
    to: UUID
    kind: str
    dedupe_key: str
    facts: Mapping[str, str]
    attempts: int
    claimed_at: datetime
    worker: str


async def deliver_due(
    writers: Writers,
    *,
    contact_of: ContactOf,
    channel: Channel,
    base_url: str,
    now_of: Callable[[], datetime],
    worker_id: str,
    limit: int,
    facts_of: FactsOf = nothing_more,
) -> int:
    """Send at most `limit` due messages, the longest due first; give how many were handed over.

    `facts_of(kind, to)` gives what may stand in a message but nowhere in the database: a secret link, a code.
    """
    post = Post(contact_of, channel, base_url, facts_of)
    sent = 0
    for row_id, due_at in await _due(writers, now_of(), limit):
        claim = await _claim(writers, row_id, due_at, now_of(), worker_id)
        if claim is not None:
            outcome = await _attempt(post, claim, now_of())
            await _record(writers, claim, outcome, now_of())
            sent += isinstance(outcome, Receipt)
    return sent


def message_id(dedupe_key: str, base_url: str) -> str:
    """A Message-ID that follows from the key, so that mailboxes can fold a second copy; it tells nothing itself."""
    digest = hashlib.sha256(dedupe_key.encode()).hexdigest()[:40]
    return f"<{digest}@{urlsplit(base_url).hostname or 'localhost'}>"


async def _due(writers: Writers, now: datetime, limit: int) -> list[tuple[UUID, datetime]]:
    due = select(OutboxRow.id, OutboxRow.due_at).where(col(OutboxRow.due_at) <= now)
    async with writers() as session:
        rows = (await session.exec(due.order_by(col(OutboxRow.due_at), col(OutboxRow.id)).limit(limit))).all()
    return [(row_id, due_at) for row_id, due_at in rows if due_at is not None]


async def _claim(
    writers: Writers, row_id: UUID, due_at: datetime, now: datetime, worker: str
) -> Claim | None:
    """Take one message if it is still as it was seen; the row count decides."""
    taken = (
        update(OutboxRow)
        .where(col(OutboxRow.id) == row_id, col(OutboxRow.due_at) == due_at)
        .values(due_at=now + LEASE, claimed_at=now, claimed_by=worker, attempts=col(OutboxRow.attempts) + 1)
    )
    async with writers() as session:
        if (await session.exec(taken)).rowcount != 1:
            return None
        row = (await session.exec(select(OutboxRow).where(col(OutboxRow.id) == row_id))).one()
        return Claim(row.id, row.to_id, row.kind, row.dedupe_key, dict(row.facts), row.attempts, now, worker)


async def _attempt(post: Post, claim: Claim, now: datetime) -> Receipt | TryLater | GiveUp:
    try:
        contact = await post.contact_of(claim.to)
        if contact is None:
            return GiveUp("nobody")
        facts = {**claim.facts, **post.facts_of(claim.kind, claim.to)}
        text = worded(claim.kind, contact.language, facts, post.base_url)
        return await post.channel.send(text, contact, message_id(claim.dedupe_key, post.base_url), now)
    except (TryLater, GiveUp) as refusal:
        return refusal
    except Exception as error:  # noqa: BLE001 - one message that breaks something must not hold up the others
        return TryLater(type(error).__name__)


async def _record(
    writers: Writers, claim: Claim, outcome: Receipt | TryLater | GiveUp, now: datetime
) -> None:
    mine = update(OutboxRow).where(
        col(OutboxRow.id) == claim.id,
        col(OutboxRow.claimed_by) == claim.worker,
        col(OutboxRow.claimed_at) == claim.claimed_at,
        col(OutboxRow.sent_at).is_(None),
    )
    async with writers() as session:
        await session.exec(mine.values(**_outcome_values(claim, outcome, now)))


def _outcome_values(claim: Claim, outcome: Receipt | TryLater | GiveUp, now: datetime) -> dict[str, Any]:
    free = {"claimed_at": None, "claimed_by": None}
    if isinstance(outcome, Receipt):
        return {**free, "due_at": None, "sent_at": now, "reference": outcome.reference, "last_error": None}
    code = str(outcome)
    again = None if isinstance(outcome, GiveUp) else next_try(claim.attempts, now, claim.id.int % 1000 / 1000)
    return {**free, "due_at": again, "gave_up_at": None if again else now, "last_error": code}
