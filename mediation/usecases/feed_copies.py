"""The bytes that devices get: one plain copy for each parent, and a copy of its own for a device told more or less.

They are drawn when plan or appointments change and once a week; whoever fetches reads them and computes nothing.
A copy of its own is drawn by the worker: how long a parent waits must not tell which devices the other one has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import ChildInFamily, Parent
from mediation.tables import FeedCopyRow, FeedRow, FeedViewRow
from parenting_plans import calendar as agenda
from parenting_plans import calendar_levels as levels
from parenting_plans import store
from parenting_plans.calendar import Appointment, Entry, Kind, Wanted
from parenting_plans.calendar_levels import Level, Share
from parenting_plans.values import ZONE, Home, Layer, Stay


@dataclass(frozen=True, slots=True)
class Scene:
    """What one parent's agenda is drawn from. `as_of`: the family's step of the week; `stays`: levels.years(*window).

    `again_at`: when it may say something else although nobody did anything.
    """

    key: bytes
    family_id: UUID
    parent: Parent
    children: tuple[ChildInFamily, ...]
    stays: Sequence[Stay]
    sessions: Sequence[Appointment]
    window: tuple[datetime, datetime]
    as_of: datetime
    again_at: datetime
    now: datetime

    def wanted(self, share: Share, receiver: str) -> tuple[Wanted, ...]:
        namespace = agenda.receiver_namespace(self.key, self.family_id, receiver)
        return levels.wanted(share, self.stays, self.window, self.parent.home, self.sessions, namespace)

    def body(self, entries: Sequence[Entry]) -> bytes:
        return agenda.feed(entries, self.parent.language, self.as_of.astimezone(ZONE).date())


async def hold(session: AsyncSession, family_id: UUID) -> None:
    """Keep a family's copies until the transaction ends: who changes what they say, and who draws them, take turns."""
    rows = select(FeedCopyRow).where(FeedCopyRow.family_id == family_id).order_by(col(FeedCopyRow.home))
    await session.exec(rows.with_for_update(), execution_options={"populate_existing": True})


async def due(session: AsyncSession, family_id: UUID, now: datetime) -> None:
    """Let the worker draw a family's copies next, so that nobody waits for it."""
    await hold(session, family_id)
    copies = update(FeedCopyRow).where(col(FeedCopyRow.family_id) == family_id)
    await session.exec(copies.values(refresh_at=now))


async def draw(session: AsyncSession, scene: Scene, *, devices: bool) -> None:
    """Bring a parent's plain copy up to date, and with `devices` those that have a share of their own.

    Without, the worker does at its next tick, whether there are any or not.
    """
    home = scene.parent.home
    published = await store.entries_of(session, scene.family_id, home)
    wanted = scene.wanted(Share(), str(scene.parent.person_id))
    entries = agenda.reconcile(published, wanted, scene.now)
    await store.save_entries(session, scene.family_id, home, published, entries)
    again_at = scene.again_at if devices else scene.now
    await _keep_copy(session, scene, entries, again_at)
    for view in await _views(session, scene) if devices else ():
        _draw_view(scene, view)
        session.add(view)
    await session.flush()


async def copy_of(session: AsyncSession, family_id: UUID, home: Home) -> FeedCopyRow | None:
    rows = select(FeedCopyRow).where(FeedCopyRow.family_id == family_id, FeedCopyRow.home == home.value)
    return (await session.exec(rows)).first()


def share_of(
    level: str, chosen: Sequence[str], labels: Mapping[str, str], children: Sequence[ChildInFamily]
) -> Share:
    """A child without a sign of its owner's choice goes by its first letter."""
    typed = {child.id: labels.get(str(child.id), "") for child in children}
    signs = levels.signs([(child.id, child.given_name) for child in children], typed)
    return Share(Level(level), tuple(UUID(child) for child in chosen), signs)


async def _keep_copy(
    session: AsyncSession, scene: Scene, entries: Sequence[Entry], again_at: datetime
) -> None:
    home, now = scene.parent.home, scene.now
    row = await copy_of(session, scene.family_id, home)
    if row is None:
        row = FeedCopyRow(
            family_id=scene.family_id, home=home.value, etag="", body=b"", changed_at=now, refresh_at=now
        )
    _put(row, scene.body(entries), now)
    row.refresh_at = again_at
    session.add(row)


async def _views(session: AsyncSession, scene: Scene) -> Sequence[FeedViewRow]:
    rows = select(FeedViewRow).where(
        col(FeedViewRow.feed_id) == col(FeedRow.id),
        col(FeedRow.family_id) == scene.family_id,
        col(FeedRow.person_id) == scene.parent.person_id,
        col(FeedRow.revoked_at).is_(None),
        col(FeedRow.expires_at) > scene.now,
    )
    return (await session.exec(rows)).all()


def _draw_view(scene: Scene, view: FeedViewRow) -> None:
    """Entries are known by the device too, so that nobody can tell that two addresses are one person's."""
    published = tuple(_entry(*one) for one in view.entries)
    receiver = f"{scene.parent.person_id}\0{view.feed_id}"
    share = share_of(view.level, view.children, view.labels, scene.children)
    wanted = scene.wanted(share, receiver)
    entries = agenda.reconcile(published, wanted, scene.now)
    if entries != published:
        view.entries = [_kept(one) for one in entries]
    _put(view, scene.body(entries), scene.now)


def _put(row: FeedCopyRow | FeedViewRow, body: bytes, now: datetime) -> None:
    if row.body != body:
        row.etag, row.body, row.changed_at = agenda.etag(body), body, now


def _kept(one: Entry) -> list[Any]:
    withdrawn = one.withdrawn_at.isoformat() if one.withdrawn_at else None
    reason = one.reason.value if one.reason else None
    times = one.starts_at.isoformat(), one.ends_at.isoformat()
    return [
        one.uid,
        one.kind.value,
        *times,
        one.sequence,
        one.changed_at.isoformat(),
        withdrawn,
        one.label,
        reason,
    ]


def _entry(
    uid: str,
    kind: str,
    starts_at: str,
    ends_at: str,
    sequence: int,
    changed_at: str,
    withdrawn_at: str | None,
    label: str,
    reason: str | None,
) -> Entry:
    at = datetime.fromisoformat
    withdrawn = at(withdrawn_at) if withdrawn_at else None
    why = Layer(reason) if reason else None
    return Entry(uid, Kind(kind), at(starts_at), at(ends_at), sequence, at(changed_at), withdrawn, label, why)
