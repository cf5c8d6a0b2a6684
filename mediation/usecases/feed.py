"""One calendar subscription per device: named, revocable, expiring. Its token is shown once and kept as a hash."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, update
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.people import NotYours
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.tables import FeedCopyRow, FeedRow, ParentRow
from mediation.usecases import calendar
from parenting_plans.values import Problem

TOKEN_BYTES = 32  # 256 bits
LASTS = timedelta(days=730)
MOST = 10
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Feed:
    id: UUID
    name: str
    created_at: datetime
    expires_at: datetime
    fetched_on: date | None  # a Brussels day, so that its owner notices a device that is not theirs


@dataclass(frozen=True, slots=True)
class Tag:
    """What a calendar answers with when nothing changed, and the day on which this device last asked."""

    etag: str
    changed_at: datetime
    fetched_on: date | None


@dataclass(frozen=True, slots=True)
class Made:
    """A new subscription. The token is never shown again."""

    id: UUID
    token: str


async def create(errand: Errand, family_id: UUID, name: str, token: str = "") -> Made:
    """Subscribe one device. `token` is an argument for tests alone. Raises Refused."""
    family = await errand.family(family_id, Action.KEEP_FEED)
    name = name.strip()
    if not name:
        raise Refused(Problem("name", "Give this device a name, for example: my phone."))
    if len(name) > LONGEST_NAME:
        raise Refused(Problem("name", "Use at most {n} characters.", {"n": str(LONGEST_NAME)}))
    if len(await feeds_of(errand.session, errand.who.id, family.id, errand.now)) >= MOST:
        raise Refused(Problem("", "You already have {n} devices. Remove one first.", {"n": str(MOST)}))
    token = token or secrets.token_urlsafe(TOKEN_BYTES)
    row = FeedRow(
        id=errand.new_id(),
        person_id=errand.who.id,
        family_id=family.id,
        name=name,
        token_hash=_hash(token),
        created_at=errand.now,
        expires_at=errand.now + LASTS,
    )
    errand.session.add(row)
    await errand.session.flush()
    await errand.record(stream_of(family.id), "feed.created", row.id)
    if await calendar.copy_of(errand.session, family.id, family.own_home) is None:
        await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
    return Made(row.id, token)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def feeds_of(
    session: AsyncSession, person_id: UUID, family_id: UUID, now: datetime
) -> tuple[Feed, ...]:
    rows = select(FeedRow).where(
        FeedRow.person_id == person_id,
        FeedRow.family_id == family_id,
        col(FeedRow.revoked_at).is_(None),
        col(FeedRow.expires_at) > now,
    )
    found = (await session.exec(rows.order_by(col(FeedRow.created_at)))).all()
    return tuple(Feed(row.id, row.name, row.created_at, row.expires_at, row.fetched_on) for row in found)


async def revoke(errand: Errand, family_id: UUID, feed_id: UUID) -> None:
    """The device gets nothing more from its next request on."""
    family = await errand.family(family_id, Action.KEEP_FEED)
    mine = update(FeedRow).where(
        col(FeedRow.id) == feed_id,
        col(FeedRow.person_id) == errand.who.id,
        col(FeedRow.family_id) == family.id,
        col(FeedRow.revoked_at).is_(None),
    )
    if (await errand.session.exec(mine.values(revoked_at=errand.now))).rowcount != 1:
        raise NotYours
    await errand.record(stream_of(family.id), "feed.revoked", feed_id)


async def tag(session: AsyncSession, token: str, now: datetime) -> Tag:
    """One small row, so that an unchanged calendar costs no more.

    Raises NotYours, always the same, for a token unknown, revoked, expired or malformed.
    """
    rows = select(FeedCopyRow.etag, FeedCopyRow.changed_at, col(FeedRow.fetched_on)).where(
        *_open_to(token, now)
    )
    found = (await session.exec(rows)).first()
    if found is None:
        raise NotYours
    return Tag(*found)


async def body(session: AsyncSession, token: str, now: datetime) -> bytes:
    """The calendar itself. In one transaction with `tag` it is the one that the tag names. Raises NotYours."""
    found = (await session.exec(select(FeedCopyRow.body).where(*_open_to(token, now)))).first()
    if found is None:
        raise NotYours
    return found


async def note_fetch(session: AsyncSession, token: str, today: date) -> None:
    """Remember the day on which a device asked, once a day."""
    mine = update(FeedRow).where(col(FeedRow.token_hash) == _hash(token), col(FeedRow.revoked_at).is_(None))
    new_day = or_(col(FeedRow.fetched_on).is_(None), col(FeedRow.fetched_on) != today)
    await session.exec(mine.where(new_day).values(fetched_on=today))


def _open_to(token: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The copy of the calendar that this token opens, while its owner is a parent in that family."""
    return (
        col(FeedRow.token_hash) == _hash(token),
        col(FeedRow.revoked_at).is_(None),
        col(FeedRow.expires_at) > now,
        col(ParentRow.person_id) == col(FeedRow.person_id),
        col(ParentRow.family_id) == col(FeedRow.family_id),
        col(FeedCopyRow.family_id) == col(ParentRow.family_id),
        col(FeedCopyRow.home) == col(ParentRow.home),
    )
