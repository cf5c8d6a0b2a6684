"""What a person changes about their own account: language, second factor, devices, API tokens, password."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pyotp
from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.people import NotYours, Person
from mediation.tables import PersonRow
from mediation.vault import Vault
from notifications import outbox
from notifications.values import Message
from portal import sign_in
from portal.tables import ApiTokenRow, WebSessionRow

TOKEN_LASTS = timedelta(days=365)
MOST_TOKENS = 10


@dataclass(frozen=True, slots=True)
class Device:
    id: UUID
    since: datetime
    seen_at: datetime
    this_one: bool


@dataclass(frozen=True, slots=True)
class Token:
    id: UUID
    name: str
    scope: str
    created_at: datetime
    expires_at: datetime


async def devices(
    session: AsyncSession, person: Person, this: UUID | None, now: datetime
) -> tuple[Device, ...]:
    alive = select(WebSessionRow).where(
        WebSessionRow.person_id == person.id,
        col(WebSessionRow.ends_at) > now,
        col(WebSessionRow.seen_at) > now - sign_in.IDLE,
    )
    rows = (await session.exec(alive.order_by(col(WebSessionRow.created_at).desc()))).all()
    return tuple(Device(row.id, row.created_at, row.seen_at, row.id == this) for row in rows)


async def end_device(session: AsyncSession, person: Person, device_id: UUID) -> None:
    mine = delete(WebSessionRow).where(
        col(WebSessionRow.id) == device_id, col(WebSessionRow.person_id) == person.id
    )
    if (await session.exec(mine)).rowcount != 1:
        raise NotYours


async def tokens(session: AsyncSession, person: Person, now: datetime) -> tuple[Token, ...]:
    alive = select(ApiTokenRow).where(
        ApiTokenRow.person_id == person.id,
        col(ApiTokenRow.revoked_at).is_(None),
        col(ApiTokenRow.expires_at) > now,
    )
    rows = (await session.exec(alive.order_by(col(ApiTokenRow.created_at)))).all()
    return tuple(Token(row.id, row.name, row.scope, row.created_at, row.expires_at) for row in rows)


async def create_token(session: AsyncSession, person: Person, name: str, scope: str, now: datetime) -> str:
    """A personal API token, shown this once and kept as a hash."""
    token = sign_in.new_token()
    session.add(
        ApiTokenRow(
            token_hash=sign_in.hashed(token),
            id=uuid4(),
            person_id=person.id,
            name=name,
            scope=scope,
            created_at=now,
            expires_at=now + TOKEN_LASTS,
        )
    )
    await session.flush()
    await _notice(session, person, now)
    return token


async def revoke_token(session: AsyncSession, person: Person, token_id: UUID, now: datetime) -> None:
    mine = update(ApiTokenRow).where(
        col(ApiTokenRow.id) == token_id,
        col(ApiTokenRow.person_id) == person.id,
        col(ApiTokenRow.revoked_at).is_(None),
    )
    if (await session.exec(mine.values(revoked_at=now))).rowcount != 1:
        raise NotYours


async def _row(session: AsyncSession, person: Person) -> PersonRow:
    row = await session.get(PersonRow, person.id)
    if row is None:
        raise NotYours
    return row


async def speak(session: AsyncSession, person: Person, language: str) -> None:
    """Pages and messages come in this language from now on."""
    row = await _row(session, person)
    row.language = language
    session.add(row)
    await session.flush()


async def has_second_factor(session: AsyncSession, person: Person) -> bool:
    return (await _row(session, person)).totp_sealed is not None


def totp_uri(secret: str, person: Person) -> str:
    """What the QR code says to an authenticator app (RFC 6238); the issuer is as neutral as every title here."""
    return pyotp.TOTP(secret).provisioning_uri(name=person.email, issuer_name="Agenda")


async def set_second_factor(
    session: AsyncSession,
    vault: Vault,
    person: Person,
    secret: str,
    code: str,
    now: datetime,
    this: UUID | None = None,
) -> bool:
    """Keep the secret when the app shows the right code for it. Every other device has to sign in anew."""
    if not pyotp.TOTP(secret).verify(code.replace(" ", ""), for_time=now, valid_window=1):
        return False
    row = await _row(session, person)
    row.totp_sealed = vault.seal(secret.encode(), sign_in.totp_place(person.id))
    row.totp_used_step = int(now.timestamp()) // sign_in.TOTP_STEP_SECONDS
    session.add(row)
    await sign_in.end_all(session, person.id, but=this)
    await session.flush()
    await _notice(session, person, now)
    return True


async def remove_second_factor(session: AsyncSession, person: Person, now: datetime) -> None:
    row = await _row(session, person)
    row.totp_sealed = None
    session.add(row)
    await session.flush()
    await _notice(session, person, now)


async def change_password(
    session: AsyncSession, person: Person, password_hash: str, this: UUID | None, now: datetime
) -> None:
    """All other devices are signed out, and the person gets a notice."""
    row = await _row(session, person)
    row.password_hash = password_hash
    session.add(row)
    await sign_in.end_all(session, person.id, but=this)
    await session.flush()
    await _notice(session, person, now)


async def _notice(session: AsyncSession, person: Person, now: datetime) -> None:
    key = f"sign_in_notice:{person.id}:{now.isoformat(timespec='seconds')}"
    await outbox.enqueue(session, Message(to=person.id, kind="sign_in_notice", dedupe_key=key), now)
