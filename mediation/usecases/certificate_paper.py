"""The certificate of a consent on paper: what it is about, which were issued, and what stands on its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.usecases import certificate
from mediation.usecases.certificate import Issued
from mediation.vault import Vault
from parenting_plans import certificate_languages, store
from parenting_plans.documents import certificate as paper
from parenting_plans.errors import CertificateMissing, NothingToCertify
from parenting_plans.store.certificates import Certificate, certificates_of
from parenting_plans.values import Consent


@dataclass(frozen=True, slots=True)
class Desk:
    """`issued`: every certificate of this consent, newest first. `counts`: the consent counts, so one can be made."""

    consent: Consent
    counts: bool
    issued: tuple[Certificate, ...]
    suggested: str  # a language of the first country that has one of ours, "en" when none has


async def desk(session: AsyncSession, family: Family, consent_id: UUID, now: datetime) -> Desk:
    """Raises ConsentMissing."""
    require(may_do(family.relations, Action.CERTIFY))
    consent = await store.consent(session, family.id, consent_id)
    every = await certificates_of(session, family.id)
    return Desk(
        consent,
        await _counts(session, consent, now),
        tuple(one for one in reversed(every) if one.permission_id == consent_id),
        certificate_languages.suggested(consent.countries),
    )


async def current(
    session: AsyncSession, family: Family, consent_id: UUID, now: datetime, vault: Vault
) -> Issued:
    """The certificate that counts. Raises ConsentMissing, NothingToCertify, CertificateMissing: none was issued yet."""
    require(may_do(family.relations, Action.CERTIFY))
    consent = await store.consent(session, family.id, consent_id)
    if not await _counts(session, consent, now):
        raise NothingToCertify
    issued = await certificate.of_consent(session, family, consent_id, vault)
    if issued is None:
        raise CertificateMissing
    return issued


async def _counts(session: AsyncSession, consent: Consent, now: datetime) -> bool:
    banned = await certificate.forbidden(session, consent, now)
    return certificate.stands(consent, now) and not banned


def pages(issued: Issued, codes: Sequence[str], address: str) -> dict[str, Any]:
    """What is put on paper in these languages, the same one named once. `address`: where its code is typed."""
    languages = certificate_languages.by_code()
    chosen = tuple(languages[code] for code in dict.fromkeys(codes))
    return paper.pages(issued.statement, issued.text, chosen, address)
