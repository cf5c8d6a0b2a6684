"""The append-only record: one hash chain per stream, so that a changed, lost or inserted entry can be named.

Entries hold ids, codes and dates only. Streams: `family:{id}`, `centre` (nothing a parent may ever infer), `access`.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

import rfc8785
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.journal_tables import JournalHead, JournalRow

Fact = str | int | bool | None | Sequence[str]

START = "0" * 64  # what the first entry of a stream follows
BATCH = 500
_NAME = re.compile(r"[a-z][a-z0-9_.]{0,63}")
_STREAM = re.compile(r"[a-z]+(:[0-9a-f-]{36})?")
# Ids, codes, dates: no space, so no sentence, no name and no address can slip in.
_CODE = re.compile(r"[A-Za-z0-9_.:+/-]{0,100}")


@dataclass(frozen=True, slots=True)
class Entry:
    stream: str
    number: int
    at: datetime
    actor_id: UUID | None
    action: str
    subject_id: UUID | None
    facts: Mapping[str, Fact]
    prev: str
    digest: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry of a stream that is not as it was written."""

    stream: str
    number: int
    what: Literal["changed", "missing", "unlinked", "unreadable", "cut", "head"]


@dataclass(frozen=True, slots=True)
class Head:
    """Where a stream ends. Publish it elsewhere: it also shows that an old copy was put back."""

    stream: str
    number: int
    digest: str


def digest_of(entry: Entry, key: bytes | None) -> str:
    """SHA-256 (with a key: HMAC-SHA-256) in hex over the entry's canonical JSON (RFC 8785), the previous digest included."""
    said = asdict(entry) | {
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_id": str(entry.actor_id or ""),
        "subject_id": str(entry.subject_id or ""),
    }
    del said["digest"]
    canonical = rfc8785.dumps(said)
    if key is None:
        return hashlib.sha256(canonical).hexdigest()
    return hmac.new(key, canonical, hashlib.sha256).hexdigest()


def _check(stream: str, action: str, facts: Mapping[str, Fact]) -> None:
    if not _STREAM.fullmatch(stream) or not _NAME.fullmatch(action):
        raise ValueError("A stream or an action has a name that the journal does not take.")
    for name, fact in facts.items():
        parts = [fact] if isinstance(fact, str) else fact if isinstance(fact, Sequence) else []
        if not _NAME.fullmatch(name) or not all(_CODE.fullmatch(part) for part in parts):
            raise ValueError(f"The journal keeps ids, codes and dates only: {name!r}.")


async def record(
    session: AsyncSession,
    stream: str,
    actor_id: UUID | None,
    action: str,
    subject_id: UUID | None,
    facts: Mapping[str, Fact],
    now: datetime,
    *,
    key: bytes | None = None,
) -> Entry:
    """Append one entry in the caller's transaction; its number has no gap. Raises ValueError when `facts` hold text."""
    _check(stream, action, facts)
    last = await _locked_head(session, stream)
    written = Entry(
        stream, last.number + 1, now, actor_id, action, subject_id, dict(facts), last.digest, digest=""
    )
    digest = digest_of(written, key)
    session.add(JournalRow(**asdict(written) | {"digest": digest}))
    moved = update(JournalHead).where(
        col(JournalHead.stream) == stream, col(JournalHead.number) == last.number
    )
    if (await session.exec(moved.values(number=written.number, digest=digest))).rowcount != 1:
        raise RuntimeError("The head of a journal stream moved while it was locked.")
    await session.flush()
    return Entry(**asdict(written) | {"digest": digest})


async def _locked_head(session: AsyncSession, stream: str) -> Head:
    found = await _head(session, stream, lock=True)
    if found is not None:
        return found
    try:
        async with session.begin_nested():
            session.add(JournalHead(stream=stream, number=0, digest=START))
    except IntegrityError:
        pass  # another writer opened the stream first; its transaction is over by now
    found = await _head(session, stream, lock=True)
    if found is None:
        raise RuntimeError("The head of a journal stream vanished.")
    return found


async def _head(session: AsyncSession, stream: str, *, lock: bool = False) -> Head | None:
    # Columns, not the row: a row remembered by this session could be older than the lock.
    wanted = select(JournalHead.number, JournalHead.digest).where(JournalHead.stream == stream)
    found = (await session.exec(wanted.with_for_update() if lock else wanted)).first()
    return None if found is None else Head(stream, *found)


async def entries(
    session: AsyncSession, stream: str, *, after: int | None = None, limit: int = BATCH
) -> tuple[Entry, ...]:
    """The entries of one stream in order, from the one after `after`."""
    rows = select(JournalRow).where(JournalRow.stream == stream)
    if after is not None:
        rows = rows.where(JournalRow.number > after)
    found = await session.exec(
        rows.order_by(col(JournalRow.number)).limit(limit).execution_options(populate_existing=True)
    )
    return tuple(Entry(**row.model_dump()) for row in found.all())


async def heads(session: AsyncSession) -> tuple[Head, ...]:
    """Where every stream ends, by name."""
    wanted = select(JournalHead.stream, JournalHead.number, JournalHead.digest)
    return tuple(Head(*found) for found in (await session.exec(wanted.order_by(JournalHead.stream))).all())


async def verify(session: AsyncSession, *, key: bytes | None = None) -> Broken | None:
    """Walk all streams, in order of their names, and name the first broken entry; None when all is as written."""
    named = {*(await session.exec(select(JournalRow.stream).distinct())).all()}
    named |= {head.stream for head in await heads(session)}
    for stream in sorted(named):
        broken = await verify_stream(session, stream, key=key)
        if broken is not None:
            return broken
    return None


async def verify_stream(session: AsyncSession, stream: str, *, key: bytes | None = None) -> Broken | None:
    """Walk one stream in batches and compare its end with its head. Writers may go on meanwhile."""
    last, head_before = Head(stream, 0, START), None
    while True:
        head = await _head(session, stream)
        reached = await _walk(session, last, key)
        if isinstance(reached, Broken):
            return reached
        if reached == head or (head is None and reached.number == 0):
            return None
        # An entry and its head arrive together; a difference that stays when we look again is no newcomer.
        if reached == last and head == head_before:
            return _end_fault(reached, head)
        last, head_before = reached, head


async def _walk(session: AsyncSession, last: Head, key: bytes | None) -> Head | Broken:
    """From the entry after `last` to the end of the stream, or to the first fault."""
    after = last.number or None  # a stream begins at its lowest number, also when that is not 1
    while batch := await _readable(session, last.stream, after):
        for entry in batch:
            if isinstance(entry, Broken):
                return entry
            what = _fault(last, entry, key)
            if what is not None:
                return Broken(last.stream, last.number + 1, what)
            last = Head(last.stream, entry.number, entry.digest)
        after = last.number
    return last


def _fault(last: Head, entry: Entry, key: bytes | None) -> Literal["missing", "changed", "unlinked"] | None:
    if entry.number != last.number + 1:
        return "missing"
    try:
        digest = digest_of(entry, key)
    except (ValueError, AttributeError, TypeError):  # values that no writer could have written
        return "changed"
    if not hmac.compare_digest(digest.encode(), str(entry.digest).encode()):
        return "changed"
    return None if entry.prev == last.digest else "unlinked"


def _end_fault(last: Head, head: Head | None) -> Broken:
    if head is not None and isinstance(head.number, int) and head.number > last.number:
        return Broken(last.stream, last.number + 1, "cut")
    return Broken(last.stream, last.number, "head")


async def _readable(session: AsyncSession, stream: str, after: int | None) -> tuple[Entry | Broken, ...]:
    """A batch; when a value in it cannot even be read, the entries one by one up to that one."""
    try:
        return await entries(session, stream, after=after, limit=BATCH)
    except (ValueError, TypeError):
        found: list[Entry | Broken] = []
    try:
        while one := await entries(session, stream, after=found[-1].number if found else after, limit=1):
            found += one
    except (ValueError, TypeError):
        found.append(Broken(stream, (found[-1].number if found else after or 0) + 1, "unreadable"))
    return tuple(found)
