"""One calendar subscription per device: named, revocable, expiring, told as much as its owner chose.

Its token is shown once and kept as a hash. Who fetched it is noted by the kind of program, for its owner alone.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, func, update
from sqlalchemy.orm import join
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.people import NotYours
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.tables import FeedCopyRow, FeedFetchRow, FeedRow, FeedViewRow, ParentRow
from mediation.usecases import calendar, feed_copies
from parenting_plans.calendar_levels import Level
from parenting_plans.values import ZONE, Problem

TOKEN_BYTES = 32  # 256 bits
LASTS = timedelta(days=730)
MOST = 10
LONGEST_NAME = 60
LONGEST_SIGN = 8
NOTED_EVERY = timedelta(hours=1)
FETCHES_KEPT = timedelta(days=90)
FETCHES_SHOWN = 50


class Program(StrEnum):
    """The kinds of program that fetch a calendar. More than the kind is never kept."""

    GOOGLE = "google"
    APPLE = "apple"
    OUTLOOK = "outlook"
    THUNDERBIRD = "thunderbird"
    ANDROID = "android"
    NEXTCLOUD = "nextcloud"
    BROWSER = "browser"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Wish:
    """How much a device is told. `signs`: the owner's own short sign for a child, instead of its first letter."""

    level: Level = Level.TIMES
    children: tuple[UUID, ...] = ()  # empty: all
    signs: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        return self.level is Level.TIMES and not self.children


@dataclass(frozen=True, slots=True)
class Feed:
    id: UUID
    name: str
    created_at: datetime
    expires_at: datetime
    fetched_on: date | None  # a Brussels day, so that its owner notices a device that is not theirs
    level: Level = Level.TIMES
    children: tuple[UUID, ...] = ()
    signs: tuple[tuple[UUID, str], ...] = ()  # as they are said; with Level.FULL alone


@dataclass(frozen=True, slots=True)
class Fetch:
    """A program of this kind asked, for the first time in an hour."""

    at: datetime
    program: Program


@dataclass(frozen=True, slots=True)
class Tag:
    """What a calendar answers with when nothing changed, and whether this program's fetch was noted within the hour."""

    etag: str
    changed_at: datetime
    noted: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A new subscription. The token is never shown again."""

    id: UUID
    token: str


async def create(
    errand: Errand, family_id: UUID, name: str, token: str = "", wish: Wish | None = None
) -> Made:
    """Subscribe one device. `token` is an argument for tests alone. Raises Refused."""
    family = await errand.family(family_id, Action.KEEP_FEED)
    name, wish = name.strip(), wish or Wish()
    problems = (*_problems_of_name(name), *_problems_of_wish(wish, family))
    if problems:
        raise Refused(*problems)
    if len(await feeds_of(errand.session, family, errand.now)) >= MOST:
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
    if not wish.plain:
        errand.session.add(_view(row.id, wish, errand.now))
        await errand.session.flush()
    await errand.record(stream_of(family.id), "feed.created", row.id)
    copy = await feed_copies.copy_of(errand.session, family.id, family.own_home)
    if copy is None or not wish.plain:
        await calendar.renew(errand.session, errand.keys.links, family.id, errand.now, family.own_home)
    return Made(row.id, token)


def _problems_of_name(name: str) -> tuple[Problem, ...]:
    if not name:
        return (Problem("name", "Give this device a name, for example: my phone."),)
    if len(name) > LONGEST_NAME:
        return (Problem("name", "Use at most {n} characters.", {"n": str(LONGEST_NAME)}),)
    return ()


def _problems_of_wish(wish: Wish, family: Family) -> tuple[Problem, ...]:
    """What a feed says stands in other people's clouds: never a name."""
    known = {child.id for child in family.children}
    if not {*wish.children, *wish.signs} <= known:
        raise NotYours
    named = " ".join(
        [child.given_name for child in family.children] + [parent.name for parent in family.parents]
    )
    names = {word for word in map(_letters, named.split()) if len(word) > 1}
    problems = []
    for child, sign in wish.signs.items():
        at = f"sign_{child}"
        if len(sign) > LONGEST_SIGN:
            problems.append(Problem(at, "Use at most {n} characters.", {"n": str(LONGEST_SIGN)}))
        if any(name in _letters(sign) for name in names):
            problems.append(Problem(at, "Choose a sign that is not a name, for example one letter."))
    return tuple(problems)


def _letters(text: str) -> str:
    """Letters alone, without marks: "L.o.u 1" and "Loù" say "lou" as well."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalpha())


def _view(feed_id: UUID, wish: Wish, now: datetime) -> FeedViewRow:
    signs = {str(child): sign.strip() for child, sign in wish.signs.items() if sign.strip()}
    return FeedViewRow(
        feed_id=feed_id,
        level=wish.level.value,
        children=[str(child) for child in wish.children],
        labels=signs if wish.level is Level.FULL else {},
        changed_at=now,
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def feeds_of(session: AsyncSession, family: Family, now: datetime) -> tuple[Feed, ...]:
    """The viewer's own devices, oldest first."""
    view = (FeedViewRow.level, FeedViewRow.children, FeedViewRow.labels)
    rows = (
        select(FeedRow, *view)
        .outerjoin(FeedViewRow, col(FeedViewRow.feed_id) == col(FeedRow.id))
        .where(
            FeedRow.person_id == family.viewer.id,
            FeedRow.family_id == family.id,
            col(FeedRow.revoked_at).is_(None),
            col(FeedRow.expires_at) > now,
        )
        .order_by(col(FeedRow.created_at), col(FeedRow.id))
    )
    return tuple([_feed(family, *found) for found in (await session.exec(rows)).all()])


def _feed(
    family: Family,
    row: FeedRow,
    level: str | None,
    children: Sequence[str] | None,
    labels: Mapping[str, str] | None,
) -> Feed:
    common = row.id, row.name, row.created_at, row.expires_at, row.fetched_on
    if level is None:
        return Feed(*common)
    share = feed_copies.share_of(level, children or [], labels or {}, family.children)
    return Feed(*common, share.level, share.children, share.labels if share.level is Level.FULL else ())


async def feed_of(
    session: AsyncSession, family: Family, feed_id: UUID, now: datetime
) -> tuple[Feed, tuple[Fetch, ...]]:
    """One of the viewer's own devices, and what was fetched with its address, newest first. Raises NotYours."""
    found = next((one for one in await feeds_of(session, family, now) if one.id == feed_id), None)
    if found is None:
        raise NotYours
    rows = select(FeedFetchRow).where(FeedFetchRow.feed_id == feed_id)
    newest = rows.order_by(col(FeedFetchRow.at).desc()).limit(FETCHES_SHOWN)
    fetched = (await session.exec(newest)).all()
    return found, tuple(Fetch(one.at, Program(one.program)) for one in fetched)


async def revoke(errand: Errand, family_id: UUID, feed_id: UUID) -> None:
    """The device gets nothing more from its next request on; what it was told and who asked is forgotten here."""
    family = await errand.family(family_id, Action.KEEP_FEED)
    mine = update(FeedRow).where(
        col(FeedRow.id) == feed_id,
        col(FeedRow.person_id) == errand.who.id,
        col(FeedRow.family_id) == family.id,
        col(FeedRow.revoked_at).is_(None),
    )
    if (await errand.session.exec(mine.values(revoked_at=errand.now))).rowcount != 1:
        raise NotYours
    await errand.session.exec(delete(FeedViewRow).where(col(FeedViewRow.feed_id) == feed_id))
    await errand.session.exec(delete(FeedFetchRow).where(col(FeedFetchRow.feed_id) == feed_id))
    await errand.record(stream_of(family.id), "feed.revoked", feed_id)


async def tag(session: AsyncSession, token: str, now: datetime, program: Program = Program.OTHER) -> Tag:
    """One small row, so that an unchanged calendar costs no more.

    Raises NotYours, always the same, for a token unknown, revoked, expired or malformed.
    """
    noted = select(FeedFetchRow.id).where(
        col(FeedFetchRow.feed_id) == col(FeedRow.id),
        FeedFetchRow.program == program.value,
        col(FeedFetchRow.at) > now - NOTED_EVERY,
    )
    rows = select(
        func.coalesce(col(FeedViewRow.etag), col(FeedCopyRow.etag)),
        func.coalesce(col(FeedViewRow.changed_at), col(FeedCopyRow.changed_at)),
        noted.exists(),
    )
    found = (await session.exec(rows.select_from(_OPENED).where(*_open_to(token, now)))).first()
    if found is None:
        raise NotYours
    return Tag(*found)


async def body(session: AsyncSession, token: str, now: datetime) -> tuple[bytes, str, datetime]:
    """The calendar itself with its own tag and the moment of its last change. Raises NotYours.

    It may have been drawn again since `tag` was asked: not every database shows one moment to a whole transaction.
    """
    rows = select(
        func.coalesce(col(FeedViewRow.body), col(FeedCopyRow.body)),
        func.coalesce(col(FeedViewRow.etag), col(FeedCopyRow.etag)),
        func.coalesce(col(FeedViewRow.changed_at), col(FeedCopyRow.changed_at)),
    )
    found = (await session.exec(rows.select_from(_OPENED).where(*_open_to(token, now)))).first()
    if found is None:
        raise NotYours
    return found


async def note_fetch(session: AsyncSession, token: str, program: Program, now: datetime) -> None:
    """Remember when a kind of program asked, for a few months."""
    mine = col(FeedRow.token_hash) == _hash(token), col(FeedRow.revoked_at).is_(None)
    row = (await session.exec(select(FeedRow).where(*mine))).first()
    if row is None:
        return
    row.fetched_on = now.astimezone(ZONE).date()
    session.add_all([row, FeedFetchRow(feed_id=row.id, at=now, program=program.value)])
    old = col(FeedFetchRow.feed_id) == row.id, col(FeedFetchRow.at) < now - FETCHES_KEPT
    await session.exec(delete(FeedFetchRow).where(*old))


# A device without a view of its own gets its owner's plain copy, while the owner is a parent in that family.
_OPENED = (
    join(
        FeedRow,
        ParentRow,
        and_(
            col(ParentRow.person_id) == col(FeedRow.person_id),
            col(ParentRow.family_id) == col(FeedRow.family_id),
        ),
    )
    .join(
        FeedCopyRow,
        and_(
            col(FeedCopyRow.family_id) == col(ParentRow.family_id),
            col(FeedCopyRow.home) == col(ParentRow.home),
        ),
    )
    .outerjoin(FeedViewRow, col(FeedViewRow.feed_id) == col(FeedRow.id))
)


def _open_to(token: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        col(FeedRow.token_hash) == _hash(token),
        col(FeedRow.revoked_at).is_(None),
        col(FeedRow.expires_at) > now,
    )
