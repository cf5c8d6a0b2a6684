"""Sessions with a mediator or family lawyer: booking, moving and cancelling one, with everything that stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from uuid import UUID

from mediation.pathways.guards import NEUTRAL
from mediation.refusals import Refused
from parenting_plans.values import ZONE, Home, Problem

LONGEST = timedelta(hours=8)
LONGEST_PLACE = 200
LONGEST_LINK = 500


class Kind(StrEnum):
    JOINT = "joint"
    SEPARATE = "separate"


class Status(StrEnum):
    BOOKED = "booked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the professional asks for. Instants are aware; with the Brussels zone they keep the time as it was typed."""

    kind: Kind
    invited: frozenset[Home]
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A booked session: [starts_at, ends_at) in UTC."""

    id: UUID
    family_id: UUID
    professional_id: UUID
    kind: Kind
    invited: frozenset[Home]
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    status: Status
    changed_at: datetime


def book(
    wish: Wish,
    *,
    id: UUID,
    family_id: UUID,
    professional_id: UUID,
    taken: Iterable[Session],
    joint_work_blocked: bool,
    now: datetime,
) -> Session:
    """A new session. Raises Refused with everything that is wrong (see `problems_of`)."""
    problems = problems_of(wish, taken=taken, joint_work_blocked=joint_work_blocked, now=now)
    if problems:
        raise Refused(*problems)
    return Session(
        id=id,
        family_id=family_id,
        professional_id=professional_id,
        kind=wish.kind,
        invited=wish.invited,
        starts_at=wish.starts_at.astimezone(UTC),
        ends_at=wish.ends_at.astimezone(UTC),
        place=wish.place.strip(),
        link=wish.link.strip(),
        status=Status.BOOKED,
        changed_at=now,
    )


def reschedule(
    session: Session,
    starts_at: datetime,
    ends_at: datetime,
    *,
    taken: Iterable[Session],
    joint_work_blocked: bool,
    now: datetime,
) -> Session:
    """The same session at another time; professional, people, place and link stay. Raises Refused."""
    if session.status is Status.CANCELLED:
        raise Refused(Problem("", "This session was cancelled. Book a new one."))
    wish = Wish(session.kind, session.invited, starts_at, ends_at, session.place, session.link)
    others = [other for other in taken if other.id != session.id]
    problems = problems_of(wish, taken=others, joint_work_blocked=joint_work_blocked, now=now)
    if problems:
        raise Refused(*problems)
    return replace(
        session, starts_at=starts_at.astimezone(UTC), ends_at=ends_at.astimezone(UTC), changed_at=now
    )


def cancel(session: Session, now: datetime) -> Session:
    """The session no longer takes place; no reason is asked. Raises Refused when it is cancelled or has begun."""
    if session.status is Status.CANCELLED:
        raise Refused(Problem("", "This session was already cancelled."))
    if session.starts_at <= now:
        raise Refused(Problem("", "This session has already begun."))
    return replace(session, status=Status.CANCELLED, changed_at=now)


def problems_of(
    wish: Wish, *, taken: Iterable[Session], joint_work_blocked: bool, now: datetime
) -> tuple[Problem, ...]:
    """Everything that is wrong, at once. `taken`: what this professional has already booked, in any family.

    Why a joint session is not possible is never said: the sentence is the one parents hear everywhere.
    """
    found = [*_wrong_people(wish), *_wrong_times(wish, now), *_wrong_meeting_point(wish)]
    if wish.kind is Kind.JOINT and joint_work_blocked:
        found.append(Problem("kind", NEUTRAL))
    if any(overlaps(wish.starts_at, wish.ends_at, other) for other in taken):
        found.append(Problem("starts_at", "You already have a session at that time."))
    return tuple(found)


def overlaps(starts_at: datetime, ends_at: datetime, other: Session) -> bool:
    """Whether a booked session shares a moment with [starts_at, ends_at)."""
    begin, end = starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    return other.status is Status.BOOKED and begin < other.ends_at and other.starts_at < end


def _wrong_people(wish: Wish) -> Iterable[Problem]:
    if wish.kind is Kind.JOINT and wish.invited != frozenset(Home):
        yield Problem("invited", "Invite both parents to a joint session.")
    if wish.kind is Kind.SEPARATE and len(wish.invited) != 1:
        yield Problem("invited", "Invite one parent to a separate session.")


def _wrong_times(wish: Wish, now: datetime) -> Iterable[Problem]:
    begin, end = wish.starts_at.astimezone(UTC), wish.ends_at.astimezone(UTC)
    if begin <= now:
        yield Problem("starts_at", "Choose a time that is still to come.")
    if end <= begin:
        yield Problem("ends_at", "Choose an end after the start.")
    elif end - begin > LONGEST:
        yield Problem("ends_at", "A session takes {hours} hours at most.", {"hours": "8"})
    for field, at in (("starts_at", wish.starts_at), ("ends_at", wish.ends_at)):
        if _in_the_changing_hour(at):
            yield Problem(field, "The clock changes that night. Choose a time before 2:00 or after 3:00.")


def _in_the_changing_hour(at: datetime) -> bool:
    """Whether the Brussels wall time does not exist (spring) or exists twice (autumn); see PEP 495."""
    wall = (at if at.tzinfo is ZONE else at.astimezone(ZONE)).replace(fold=0)
    return wall.utcoffset() != wall.replace(fold=1).utcoffset()


def _wrong_meeting_point(wish: Wish) -> Iterable[Problem]:
    place, link = wish.place.strip(), wish.link.strip()
    if not place and not link:
        yield Problem("place", "Say where you meet, or give a video link.")
    if len(place) > LONGEST_PLACE or not place.isprintable():
        yield Problem("place", "Use one line of at most {n} characters.", {"n": str(LONGEST_PLACE)})
    if link and not _is_https(link):
        yield Problem("link", "Give a video link that begins with https://.")


def _is_https(link: str) -> bool:
    if len(link) > LONGEST_LINK or not link.isascii() or not link.isprintable() or " " in link:
        return False
    try:
        parts = urlsplit(link)
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme == "https" and bool(parts.hostname) and parts.username is None and port_is_a_number
