"""Sessions: the mediator or family lawyer books, moves and cancels; everyone invited is told and sees it in the agenda."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import sessions
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.people import NotYours
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.sessions import Kind, Session, Status, Wish
from mediation.tables import PersonRow, SessionRow
from mediation.usecases import calendar, pathway
from parenting_plans.values import Home, Problem

YEARS = range(2000, 2100)
BUSY_AROUND = timedelta(hours=12)  # longer than any session


async def book(errand: Errand, family_id: UUID, wish: Wish) -> UUID:
    """A new session of this professional. Raises Refused: bad times, a double booking, no joint work now."""
    family = await errand.family(family_id, Action.BOOK_SESSION)
    _check_years(wish.starts_at, wish.ends_at)
    booked = sessions.book(
        wish,
        id=errand.new_id(),
        family_id=family.id,
        professional_id=errand.who.id,
        taken=await _taken(errand, wish.starts_at),
        joint_work_blocked=await pathway.joint_work_blocked(errand.session, errand.keys.vault, family.id),
        now=errand.now,
    )
    errand.session.add(_row(booked))
    await _after(errand, family, booked, "booked")
    return booked.id


async def reschedule(
    errand: Errand, family_id: UUID, session_id: UUID, starts_at: datetime, ends_at: datetime
) -> None:
    """Another time for the same session. Raises Refused: bad times, a double booking, no joint work now."""
    family = await errand.family(family_id, Action.BOOK_SESSION)
    _check_years(starts_at, ends_at)
    row = await _mine(errand, family, session_id)
    moved = sessions.reschedule(
        _session(row),
        starts_at,
        ends_at,
        taken=await _taken(errand, starts_at),
        joint_work_blocked=await pathway.joint_work_blocked(errand.session, errand.keys.vault, family.id),
        now=errand.now,
    )
    row.starts_at, row.ends_at, row.changed_at = moved.starts_at, moved.ends_at, moved.changed_at
    errand.session.add(row)
    await _after(errand, family, moved, "moved")


def _check_years(starts_at: datetime, ends_at: datetime) -> None:
    """Beyond these years no clock can be moved to another zone."""
    far = [
        Problem(field, "Give a date that exists, between 2000 and 2099.")
        for field, at in (("starts_at", starts_at), ("ends_at", ends_at))
        if at.year not in YEARS
    ]
    if far:
        raise Refused(*far)


async def cancel(errand: Errand, family_id: UUID, session_id: UUID) -> None:
    family = await errand.family(family_id, Action.BOOK_SESSION)
    row = await _mine(errand, family, session_id)
    cancelled = sessions.cancel(_session(row), errand.now)
    row.status, row.changed_at = cancelled.status.value, cancelled.changed_at
    errand.session.add(row)
    await _after(errand, family, cancelled, "cancelled")


async def _after(errand: Errand, family: Family, session: Session, what: str) -> None:
    await errand.session.flush()
    await errand.record(stream_of(family.id), f"session.{what}", session.id)
    await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
    for parent in family.parents:
        if parent.home in session.invited:
            event = f"session-{what}:{session.id}:{errand.now.isoformat(timespec='seconds')}"
            await errand.tell(parent.person_id, "session", event)


async def _taken(errand: Errand, near: datetime) -> tuple[Session, ...]:
    """What this professional has booked around then. The person's row is locked: two bookings cannot both see a gap."""
    await errand.session.get(PersonRow, errand.who.id, with_for_update=True)
    rows = select(SessionRow).where(
        SessionRow.professional_id == errand.who.id,
        SessionRow.status == Status.BOOKED.value,
        col(SessionRow.starts_at) < near + BUSY_AROUND,
        col(SessionRow.ends_at) > near - BUSY_AROUND,
    )
    return tuple(_session(row) for row in (await errand.session.exec(rows)).all())


async def _mine(errand: Errand, family: Family, session_id: UUID) -> SessionRow:
    row = await errand.session.get(SessionRow, session_id, with_for_update=True)
    return _checked(row, family, errand.who.id)


def _checked(row: SessionRow | None, family: Family, professional_id: UUID) -> SessionRow:
    if row is None or row.family_id != family.id or row.professional_id != professional_id:
        raise NotYours
    return row


async def sessions_of(session: AsyncSession, family: Family, since: datetime) -> tuple[Session, ...]:
    """The family's sessions from `since` on, by start. A parent sees those they are invited to, a professional their own.

    Raises NotYours for anyone else.
    """
    require(may_do(family.relations, Action.SEE_SESSIONS))
    rows = select(SessionRow).where(SessionRow.family_id == family.id, col(SessionRow.ends_at) >= since)
    found = (await session.exec(rows.order_by(col(SessionRow.starts_at), col(SessionRow.id)))).all()
    return tuple(_session(row) for row in found if _concerns(row, family))


def _concerns(row: SessionRow, family: Family) -> bool:
    if family.home is not None:
        return family.home.value in row.invited
    return row.professional_id == family.viewer.id


async def own_session(session: AsyncSession, family: Family, session_id: UUID) -> Session:
    """One session that this professional booked in this family. Raises NotYours."""
    require(may_do(family.relations, Action.BOOK_SESSION))
    row = await session.get(SessionRow, session_id)
    return _session(_checked(row, family, family.viewer.id))


async def names_of(session: AsyncSession, found: Iterable[Session]) -> dict[UUID, str]:
    """The names of the professionals of these sessions, by person."""
    people = {one.professional_id for one in found}
    rows = select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(people))
    return dict((await session.exec(rows)).all()) if people else {}


async def agenda_of(session: AsyncSession, professional: UUID, since: datetime) -> tuple[Session, ...]:
    """Every booked session of a professional from `since` on, in all families."""
    rows = select(SessionRow).where(
        SessionRow.professional_id == professional,
        SessionRow.status == Status.BOOKED.value,
        col(SessionRow.ends_at) >= since,
    )
    return tuple(
        _session(row) for row in (await session.exec(rows.order_by(col(SessionRow.starts_at)))).all()
    )


def _session(row: SessionRow) -> Session:
    return Session(
        id=row.id,
        family_id=row.family_id,
        professional_id=row.professional_id,
        kind=Kind(row.kind),
        invited=frozenset(Home(home) for home in row.invited),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=row.place,
        link=row.link,
        status=Status(row.status),
        changed_at=row.changed_at,
    )


def _row(session: Session) -> SessionRow:
    return SessionRow(
        id=session.id,
        family_id=session.family_id,
        professional_id=session.professional_id,
        kind=session.kind.value,
        invited=sorted(home.value for home in session.invited),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=session.place,
        link=session.link,
        status=session.status.value,
        changed_at=session.changed_at,
    )
