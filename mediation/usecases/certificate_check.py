"""Whether a certificate counts, for whoever holds one: four words, and whether what was typed fits. It names nobody."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.usecases.certificate import forbidden, opened, withdrawn
from mediation.vault import Vault
from parenting_plans import store
from parenting_plans.certificate.checking import squeezed
from parenting_plans.certificate.serial import hash_of
from parenting_plans.certificate.statement import Statement
from parenting_plans.coverage import spelt
from parenting_plans.errors import ConsentMissing
from parenting_plans.store.certificates import Certificate, certificate_with
from parenting_plans.values import Consent

NOBODY = UUID(int=0)


class State(StrEnum):
    VALID = "valid"
    WITHDRAWN = "withdrawn"  # the consent, or by a court; or a newer certificate says it
    EXPIRED = "expired"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Asked:
    """`code`: the printed code, or the signed text of the QR code. What is left empty is not compared."""

    code: str
    child: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`child` and `days`: whether what was typed fits; None when it was not asked or the certificate does not count."""

    state: State
    child: bool | None = None
    days: bool | None = None


async def look(session: AsyncSession, asked: Asked, vault: Vault, now: datetime) -> Answer:
    """The same questions are asked of the database whatever was typed."""
    digest = sha256(squeezed(asked.code).encode()).hexdigest()
    found = await certificate_with(session, hash_of(asked.code), digest)
    consent = await _consent(session, found)
    banned = await forbidden(session, consent, now) if consent else False
    if not consent:
        await store.travel_decisions_of(session, NOBODY)
    state = _state(found, consent, now, banned=banned)
    if state is not State.VALID or found is None:
        return Answer(state)
    said = opened(found, vault).statement
    return Answer(state, _child(said, asked.child), _days(said, asked))


async def _consent(session: AsyncSession, found: Certificate | None) -> Consent | None:
    family, consent = (found.family_id, found.permission_id) if found else (NOBODY, NOBODY)
    try:
        return await store.consent(session, family, consent)
    except ConsentMissing:
        return None


def _state(found: Certificate | None, consent: Consent | None, now: datetime, *, banned: bool) -> State:
    if found is None or consent is None:
        return State.NOT_KNOWN
    if withdrawn(consent, now) or banned or (found.replaced_at is not None and found.replaced_at <= now):
        return State.WITHDRAWN
    return State.EXPIRED if now >= found.ends_at else State.VALID


def _child(said: Statement, typed: str) -> bool | None:
    if not typed.strip():
        return None
    wanted = spelt(typed).encode()
    names = [
        spelt(name)
        for one in said.children
        for name in (one.given_name, f"{one.given_name} {one.family_name}")
    ]
    return any(hmac.compare_digest(wanted, name.encode()) for name in names)


def _days(said: Statement, asked: Asked) -> bool | None:
    if asked.first_day is None and asked.last_day is None:
        return None
    return asked.first_day in (None, said.first_day) and asked.last_day in (None, said.last_day)
