"""Who is there: server-side sessions, personal API tokens, TOTP, and the throttle before each of them."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.people import Person, Profession
from mediation.tables import PersonRow
from mediation.vault import Vault
from portal.tables import ApiTokenRow, ThrottleRow, WebSessionRow

IDLE = timedelta(minutes=30)
LONGEST_SESSION = timedelta(hours=12)
FRESH = timedelta(minutes=5)  # how long a shown factor counts for something binding
SEEN_EVERY = timedelta(minutes=1)  # how exact `seen_at` is
TOKEN_BYTES = 32
TOTP_STEP_SECONDS = 30


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person at the door: by session (with `session_id`) or by API token (`may_write` says its scope)."""

    person: Person
    session_id: UUID | None
    fresh_at: datetime | None
    may_write: bool = True
    second_factor: bool = False  # whether this person has one

    def fresh(self, now: datetime) -> bool:
        return self.fresh_at is not None and now - self.fresh_at <= FRESH


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def person_from(row: PersonRow) -> Person:
    return Person(row.id, row.name, row.email, row.language, Profession(row.profession), row.accreditation)


async def by_email(session: AsyncSession, email: str) -> PersonRow | None:
    return (await session.exec(select(PersonRow).where(PersonRow.email == email.strip().lower()))).first()


async def start(
    session: AsyncSession, person: PersonRow, now: datetime, *, waits_for_code: bool = False
) -> str:
    """A new session and its token, which only the cookie keeps. Every sign-in makes a new token (ASVS V7.2.4)."""
    token = new_token()
    session.add(
        WebSessionRow(
            token_hash=hashed(token),
            person_id=person.id,
            created_at=now,
            seen_at=now,
            fresh_at=now,
            ends_at=now + LONGEST_SESSION,
            waits_for_code=waits_for_code,
        )
    )
    await session.flush()
    return token


def _alive(token: str, now: datetime) -> ColumnElement[bool]:
    return (
        (col(WebSessionRow.token_hash) == hashed(token))
        & (col(WebSessionRow.ends_at) > now)
        & (col(WebSessionRow.seen_at) > now - IDLE)
    )


async def by_session(
    session: AsyncSession, token: str, now: datetime
) -> tuple[SignedIn, WebSessionRow] | None:
    rows = select(WebSessionRow, PersonRow).where(
        _alive(token, now),
        col(PersonRow.id) == col(WebSessionRow.person_id),
        ~col(WebSessionRow.waits_for_code),
    )
    found = (await session.exec(rows)).first()
    if found is None:
        return None
    row, person = found
    return SignedIn(
        person_from(person), row.id, row.fresh_at, second_factor=person.totp_sealed is not None
    ), row


async def waiting(session: AsyncSession, token: str, now: datetime) -> tuple[WebSessionRow, PersonRow] | None:
    """The half-open session of someone who gave the right password and still owes the code."""
    rows = select(WebSessionRow, PersonRow).where(
        _alive(token, now),
        col(PersonRow.id) == col(WebSessionRow.person_id),
        col(WebSessionRow.waits_for_code),
    )
    return (await session.exec(rows)).first()


async def touch(session: AsyncSession, token: str, now: datetime) -> None:
    await session.exec(update(WebSessionRow).where(_alive(token, now)).values(seen_at=now))


async def refresh(session: AsyncSession, session_id: UUID, now: datetime) -> None:
    """A factor was shown again."""
    await session.exec(update(WebSessionRow).where(col(WebSessionRow.id) == session_id).values(fresh_at=now))


async def end(session: AsyncSession, token: str) -> None:
    await session.exec(delete(WebSessionRow).where(col(WebSessionRow.token_hash) == hashed(token)))


async def end_all(session: AsyncSession, person_id: UUID, *, but: UUID | None = None) -> None:
    gone = delete(WebSessionRow).where(col(WebSessionRow.person_id) == person_id)
    await session.exec(gone if but is None else gone.where(col(WebSessionRow.id) != but))


async def by_api_token(session: AsyncSession, token: str, now: datetime) -> SignedIn | None:
    rows = select(ApiTokenRow, PersonRow).where(
        ApiTokenRow.token_hash == hashed(token),
        col(ApiTokenRow.revoked_at).is_(None),
        col(ApiTokenRow.expires_at) > now,
        col(PersonRow.id) == col(ApiTokenRow.person_id),
    )
    found = (await session.exec(rows)).first()
    if found is None:
        return None
    row, person = found
    has_factor = person.totp_sealed is not None
    return SignedIn(person_from(person), None, None, may_write=row.scope == "write", second_factor=has_factor)


def totp_place(person_id: UUID) -> str:
    return f"person:totp:{person_id}"


def totp_step(vault: Vault, person: PersonRow, code: str, now: datetime) -> int | None:
    """The time step the code is for, when it fits and was not used before (RFC 6238; one step of grace)."""
    if person.totp_sealed is None:
        return None
    totp = pyotp.TOTP(vault.unseal(person.totp_sealed, totp_place(person.id)).decode())
    current = int(now.timestamp()) // TOTP_STEP_SECONDS
    for step in (current, current - 1):
        if step > person.totp_used_step and hmac.compare_digest(
            totp.generate_otp(step), code.replace(" ", "")
        ):
            return step
    return None


async def _first_hit(session: AsyncSession, bucket: str, ends_at: datetime) -> ThrottleRow | None:
    """Open a window; None when that was the hit. The row, locked, when somebody else opened it at the same moment."""
    try:
        async with session.begin_nested():
            session.add(ThrottleRow(bucket=bucket, hits=1, window_ends_at=ends_at))
    except IntegrityError:
        return await session.get(ThrottleRow, bucket, with_for_update=True, populate_existing=True)
    return None


class Throttled(Exception):
    """Too many tries in this window. `until` is when the next one counts."""

    def __init__(self, until: datetime) -> None:
        super().__init__("throttled")
        self.until = until


@dataclass(frozen=True, slots=True)
class Limit:
    name: str
    hits: int
    window: timedelta


# A pair of account and visitor is slowed, never the account alone: nobody can lock another person out.
SIGN_IN_PAIR = Limit("sign-in-pair", 5, timedelta(minutes=15))
SIGN_IN_VISITOR = Limit("sign-in-visitor", 50, timedelta(hours=1))
SIGN_UP_VISITOR = Limit("sign-up-visitor", 10, timedelta(hours=1))
CODE = Limit("code", 5, timedelta(minutes=15))
INVITATION = Limit("invitation", 10, timedelta(days=1))
WRITES = Limit("writes", 120, timedelta(minutes=5))
A_DAY_OF_WORRIES = Limit("worries", 10, timedelta(days=1))


async def count(session: AsyncSession, secret: bytes, limit: Limit, whom: str, now: datetime) -> None:
    """Count one hit; raise Throttled when the window is full. Call it where the count is kept (rule 9 of our style)."""
    bucket = hmac.new(secret, f"{limit.name}:{whom}".encode(), hashlib.sha256).hexdigest()
    row = await session.get(ThrottleRow, bucket, with_for_update=True)
    if row is None:
        row = await _first_hit(session, bucket, now + limit.window)
    if row is None:
        return
    if row.window_ends_at <= now:
        row.hits, row.window_ends_at = 1, now + limit.window
    elif row.hits >= limit.hits:
        raise Throttled(row.window_ends_at)
    else:
        row.hits += 1
    await session.flush()
