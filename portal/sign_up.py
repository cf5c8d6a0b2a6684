"""Making an account: a code goes to the address, and only who reads it there gets in.

An address that already has an account gets the same page and, by message, a hint instead of a code that fits.
"""

import hashlib
import hmac
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.tables import PersonRow
from notifications import outbox
from notifications.values import Message
from portal.sign_in import by_email
from portal.tables import SignUpRow

LASTS = timedelta(minutes=30)
MOST_TRIES = 5
DIGITS = 6


def code_for(key: bytes, sign_up_id: UUID) -> str:
    """Six digits that only we and the reader of the message can know; derived, so stored nowhere."""
    digest = hmac.new(key, f"code:{sign_up_id}".encode(), hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10**DIGITS:0{DIGITS}d}"


async def begin(  # the answers of one form
    session: AsyncSession,
    *,
    email: str,
    name: str,
    language: str,
    password_hash: str,
    now: datetime,
) -> UUID:
    taken = await by_email(session, email) is not None
    row = SignUpRow(
        id=uuid4(),
        email=email.strip().lower(),
        name=name.strip(),
        language=language,
        password_hash=password_hash,
        taken=taken,
        created_at=now,
        expires_at=now + LASTS,
    )
    session.add(row)
    await session.flush()
    kind = "account_exists" if taken else "email_code"
    await outbox.enqueue(session, Message(to=row.id, kind=kind, dedupe_key=f"{kind}:{row.id}"), now)
    return row.id


async def finish(
    session: AsyncSession, key: bytes, sign_up_id: UUID, code: str, now: datetime
) -> PersonRow | None:
    """The new person when the code fits; None for a wrong or late code (a try is counted: keep the transaction)."""
    row = await session.get(SignUpRow, sign_up_id, with_for_update=True)
    if row is None or row.expires_at <= now or row.tries >= MOST_TRIES:
        return None
    row.tries += 1
    fits = hmac.compare_digest(code_for(key, row.id), code.replace(" ", ""))
    if not fits or row.taken or await by_email(session, row.email) is not None:
        return None
    person = PersonRow(
        id=uuid4(),
        email=row.email,
        name=row.name,
        language=row.language,
        password_hash=row.password_hash,
        created_at=now,
    )
    session.add(person)
    await session.delete(row)
    await session.flush()
    return person
