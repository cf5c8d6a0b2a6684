"""Certificates that were issued and the keys that signed them. Secrets come sealed and go sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import AlreadyAnswered
from parenting_plans.store.rows import add, every
from parenting_plans.tables import CertificateKeyRow, CertificateRow


@dataclass(frozen=True, slots=True)
class KeptKey:
    kid: str
    number: int
    public: str
    secret_sealed: bytes
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Certificate:
    """`permission_id`: the consent it is about. `replaced_at`: another one says it since then."""

    id: UUID
    family_id: UUID
    permission_id: UUID
    kid: str
    serial_hash: str
    digest: str
    sealed: bytes
    issued_at: datetime
    ends_at: datetime
    replaced_at: datetime | None = None


async def certificate_keys(session: AsyncSession) -> tuple[KeptKey, ...]:
    """Every key, the one that signs first."""
    rows = await every(session, select(CertificateKeyRow).order_by(col(CertificateKeyRow.number).desc()))
    return tuple(KeptKey(row.kid, row.number, row.public, row.secret_sealed, row.created_at) for row in rows)


async def add_certificate_key(session: AsyncSession, key: KeptKey) -> bool:
    """False when somebody stored the key of this number first; the transaction can go on."""
    try:
        async with session.begin_nested():
            session.add(
                CertificateKeyRow(
                    kid=key.kid,
                    number=key.number,
                    public=key.public,
                    secret_sealed=key.secret_sealed,
                    created_at=key.created_at,
                )
            )
    except IntegrityError:
        return False
    return True


async def last_ends(session: AsyncSession) -> dict[str, datetime]:
    """For each key the end of the last certificate it signed."""
    wanted = select(CertificateRow.kid, func.max(col(CertificateRow.ends_at))).group_by(CertificateRow.kid)
    return dict((await session.exec(wanted)).all())


async def certificates_of(session: AsyncSession, family_id: UUID) -> tuple[Certificate, ...]:
    """All of a family, oldest first."""
    rows = select(CertificateRow).where(CertificateRow.family_id == family_id)
    ordered = rows.order_by(col(CertificateRow.issued_at), col(CertificateRow.id))
    return tuple(_certificate_from(row) for row in await every(session, ordered))


async def certificate_with(session: AsyncSession, serial_hash: str, digest: str) -> Certificate | None:
    """Across families: the one with this number or this text."""
    wanted = select(CertificateRow).where(
        or_(col(CertificateRow.serial_hash) == serial_hash, col(CertificateRow.digest) == digest)
    )
    found: Sequence[CertificateRow] = await every(session, wanted.limit(1))
    return _certificate_from(found[0]) if found else None


async def save_certificate(session: AsyncSession, certificate: Certificate) -> None:
    """Store a new one; the one before it about the same permission is replaced. AlreadyAnswered: two at once."""
    before = update(CertificateRow).where(
        col(CertificateRow.permission_id) == certificate.permission_id,
        col(CertificateRow.replaced_at).is_(None),
    )
    await session.exec(
        before.values(replaced_at=certificate.issued_at), execution_options={"synchronize_session": False}
    )
    row = CertificateRow(
        id=certificate.id,
        family_id=certificate.family_id,
        permission_id=certificate.permission_id,
        kid=certificate.kid,
        serial_hash=certificate.serial_hash,
        digest=certificate.digest,
        sealed=certificate.sealed,
        issued_at=certificate.issued_at,
        ends_at=certificate.ends_at,
    )
    await add(session, row, otherwise=AlreadyAnswered)


def _certificate_from(row: CertificateRow) -> Certificate:
    return Certificate(
        id=row.id,
        family_id=row.family_id,
        permission_id=row.permission_id,
        kid=row.kid,
        serial_hash=row.serial_hash,
        digest=row.digest,
        sealed=row.sealed,
        issued_at=row.issued_at,
        ends_at=row.ends_at,
        replaced_at=row.replaced_at,
    )
