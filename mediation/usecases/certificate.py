"""The certificate of a consent that stands: issued for either parent, the same one as long as nothing new is to be said."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import certificate_keys
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action
from mediation.vault import Vault
from parenting_plans import store, travel_decisions
from parenting_plans.certificate.checking import statement_in
from parenting_plans.certificate.drafting import draft, same_content
from parenting_plans.certificate.issuing import issue
from parenting_plans.certificate.serial import hash_of, serial_for
from parenting_plans.certificate.statement import NamedChild, Statement, midnight
from parenting_plans.errors import NothingToCertify
from parenting_plans.store import certificates
from parenting_plans.store.certificates import Certificate
from parenting_plans.values import Consent


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate as it goes on paper: `statement` with its conditions in full, `text` for the QR code."""

    certificate: Certificate
    statement: Statement
    text: str


def withdrawn(consent: Consent, now: datetime) -> bool:
    """Whether a withdrawal counts by now. One that begins to count later shows nowhere."""
    counts_from = consent.ends_at or consent.withdrawn_at
    return counts_from is not None and counts_from <= now


def stands(consent: Consent, now: datetime) -> bool:
    """Whether it counts or will count: not withdrawn, and its last day is not over."""
    return not withdrawn(consent, now) and now < midnight(consent.valid_to + timedelta(days=1))


async def issue_for(errand: Errand, family_id: UUID, consent_id: UUID, issuer: str) -> Issued:
    """The certificate of a consent. `issuer`: the public address of this service. Raises NothingToCertify, ConsentMissing.

    Asked for again it is the same; when it would say something new (a name was corrected), the one before is replaced.
    """
    family = await errand.family(family_id, Action.CERTIFY)
    consent = await store.consent(errand.session, family.id, consent_id)
    if not stands(consent, errand.now) or await forbidden(errand.session, consent, errand.now):
        raise NothingToCertify
    before = await of_consent(errand.session, family, consent_id, errand.keys.vault)
    made = await _new(errand, family, consent, issuer)
    if before is not None and same_content(before.statement, made.statement):
        return before
    await certificates.save_certificate(errand.session, made.certificate)
    await errand.record(
        stream_of(family.id), "certificate.issued", made.certificate.id, consent=str(consent_id)
    )
    return made


async def of_consent(session: AsyncSession, family: Family, consent_id: UUID, vault: Vault) -> Issued | None:
    """The one that was issued last, as it was issued; None while there is none."""
    every = await certificates.certificates_of(session, family.id)
    found = [one for one in every if one.permission_id == consent_id and one.replaced_at is None]
    return opened(found[-1], vault) if found else None


def opened(certificate: Certificate, vault: Vault) -> Issued:
    said = json.loads(vault.unseal(certificate.sealed, _place(certificate.id)))
    statement = replace(statement_in(said["text"]), conditions=said["conditions"], digest="")
    return Issued(certificate, statement, said["text"])


async def forbidden(session: AsyncSession, consent: Consent, now: datetime) -> bool:
    """Whether a court's ban stands over what was consented to: it wins over every consent."""
    decisions = await store.travel_decisions_of(session, consent.family_id)
    return bool(travel_decisions.bans(decisions, consent, now))


async def _new(errand: Errand, family: Family, consent: Consent, issuer: str) -> Issued:
    key = await certificate_keys.current(errand.session, errand.keys.vault, errand.now)
    certificate_id = errand.new_id()
    statement = draft(
        consent,
        [NamedChild(child.given_name, "", child.born) for child in map(family.child, consent.children)],
        {parent.home: parent.name for parent in family.parents},
        serial=serial_for(errand.keys.links, certificate_id),
        issuer=issuer,
        now=errand.now,
    )
    text = issue(statement, key)
    kept = json.dumps({"text": text, "conditions": statement.conditions}).encode()
    certificate = Certificate(
        id=certificate_id,
        family_id=family.id,
        permission_id=consent.id,
        kid=key.kid,
        serial_hash=hash_of(statement.serial),
        digest=sha256(text.encode()).hexdigest(),
        sealed=errand.keys.vault.seal(kept, _place(certificate_id)),
        issued_at=errand.now,
        ends_at=statement.ends_at,
    )
    return Issued(certificate, statement, text)


def _place(certificate_id: UUID) -> str:
    return f"certificate/{certificate_id}/sealed"
