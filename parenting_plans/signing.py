"""What both parents sign, byte for byte, and when a version is sealed. Pure.

The text that is signed is the canonical JSON (RFC 8785) of the family, number, effective day and agreed clauses.
"""

from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from hmac import compare_digest
from typing import Any
from uuid import UUID

import rfc8785

from parenting_plans.errors import AlreadyAnswered, NotWhatWasShown
from parenting_plans.values import Agreed, Home, Proposal, Signature, Version

FORMAT = "entente-plan/1"


def content(family_id: UUID, number: int, agreed: Agreed, effective_on: date) -> dict[str, Any]:
    """What is signed, as JSON values. Children and parents stand in it by id and letter, never by name."""
    return {
        "format": FORMAT,
        "family": str(family_id),
        "number": number,
        "effective_on": effective_on.isoformat(),
        "clauses": {code: dict(answers) for code, answers in agreed.items()},
    }


def canonical(signed: dict[str, Any]) -> bytes:
    """Canonical JSON (RFC 8785): the same content gives the same bytes everywhere."""
    return rfc8785.dumps(signed)


def digest(signed: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON, 64 hexadecimal digits."""
    return sha256(canonical(signed)).hexdigest()


def digest_of(version: Version) -> str:
    """The digest computed again from what the version holds."""
    return digest(content(version.family_id, version.number, version.agreed, version.effective_on))


def is_unaltered(version: Version) -> bool:
    """True when the version's content and every signature still match its digest."""
    digests = [version.digest, *(signature.digest for signature in version.signatures)]
    return all(compare_digest(one, digest_of(version)) for one in digests)


def version_of(proposal: Proposal, number: int, id: UUID, now: datetime) -> Version:
    """The version to sign that an accepted proposal becomes; `number` counts from 1 in the family."""
    signed = content(proposal.family_id, number, proposal.agreed, proposal.effective_on)
    return Version(
        id=id,
        family_id=proposal.family_id,
        number=number,
        agreed=proposal.agreed,
        effective_on=proposal.effective_on,
        digest=digest(signed),
        signatures=(),
        accepted_at=now,
    )


def sign(version: Version, home: Home, digest_seen: str, now: datetime) -> Version:
    """The version with this parent's signature; sealed when it is the second one.

    `digest_seen` is what stood on the page. Raises NotWhatWasShown when it is not the digest of what is kept,
    AlreadyAnswered when this parent has signed before.
    """
    if any(signature.home is home for signature in version.signatures):
        raise AlreadyAnswered
    if not is_unaltered(version) or not compare_digest(digest_seen.encode(), version.digest.encode()):
        raise NotWhatWasShown
    signatures = (*version.signatures, Signature(home, now, version.digest))
    sealed_at = now if {signature.home for signature in signatures} == set(Home) else None
    return replace(version, signatures=signatures, sealed_at=sealed_at)
