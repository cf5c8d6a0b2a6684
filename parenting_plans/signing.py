"""What both parents sign, byte for byte, and when a version is sealed. Pure.

The text that is signed is the canonical JSON (RFC 8785) of the family, number, effective day, agreed clauses and the
languages of the document, the authoritative one first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from typing import Any
from uuid import UUID

import rfc8785

from parenting_plans.errors import AlreadyAnswered, NotWhatWasShown, NotYet
from parenting_plans.values import Agreed, Home, Proposal, Signature, Version

FORMAT = "entente-plan/1"
FORMAT_WITH_LANGUAGES = "entente-plan/2"
NO_WAIT = timedelta(0)


def content(
    family_id: UUID, number: int, agreed: Agreed, effective_on: date, languages: Sequence[str] = ()
) -> dict[str, Any]:
    """What is signed, as JSON values. Children and parents stand in it by id and letter, never by name.

    A version from before languages were signed keeps the bytes, and so the digest, that it had.
    """
    spoken = {"languages": list(languages)} if languages else {}
    return spoken | {
        "format": FORMAT_WITH_LANGUAGES if languages else FORMAT,
        "family": str(family_id),
        "number": number,
        "effective_on": effective_on.isoformat(),
        "clauses": {code: dict(answers) for code, answers in agreed.items()},
    }


def content_of(version: Version) -> dict[str, Any]:
    """What was or will be signed of this version, as JSON values."""
    return content(version.family_id, version.number, version.agreed, version.effective_on, version.languages)


def canonical(signed: dict[str, Any]) -> bytes:
    """Canonical JSON (RFC 8785): the same content gives the same bytes everywhere."""
    return rfc8785.dumps(signed)


def digest(signed: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON, 64 hexadecimal digits."""
    return sha256(canonical(signed)).hexdigest()


def digest_of(version: Version) -> str:
    """The digest computed again from what the version holds."""
    return digest(content_of(version))


def is_unaltered(version: Version) -> bool:
    """True when the version's content and every signature still match its digest."""
    digests = [version.digest, *(signature.digest for signature in version.signatures)]
    return all(compare_digest(one, digest_of(version)) for one in digests)


def version_of(
    proposal: Proposal, number: int, id: UUID, now: datetime, languages: Sequence[str] = ()
) -> Version:
    """The version to sign that an accepted proposal becomes; `number` counts from 1 in the family."""
    signed = content(proposal.family_id, number, proposal.agreed, proposal.effective_on, languages)
    return Version(
        id=id,
        family_id=proposal.family_id,
        number=number,
        agreed=proposal.agreed,
        effective_on=proposal.effective_on,
        digest=digest(signed),
        signatures=(),
        accepted_at=now,
        languages=tuple(languages),
    )


def languages_of(written: str, read: str) -> tuple[str, ...]:
    """The languages of the document: of the parent who proposed, whose own words stand in it, and of the other one.

    The first is authoritative: what somebody wrote is not translated, so the text around it is read in its language.
    """
    return (written,) if written == read else (written, read)


def may_sign_from(version: Version, reflection: timedelta) -> datetime:
    """The first moment at which anybody can sign: the text was accepted, and the time to think is over."""
    return version.accepted_at + reflection


def sign(
    version: Version,
    home: Home,
    digest_seen: str,
    now: datetime,
    reflection: timedelta = NO_WAIT,
    seals_at: datetime | None = None,
) -> Version:
    """The version with this parent's signature; sealed when it is the second one, `now` or at a later `seals_at`.

    `digest_seen` is what stood on the page. Raises NotWhatWasShown when it is not the digest of what is kept,
    AlreadyAnswered when this parent has signed before, NotYet before the time to think is over.
    """
    if any(signature.home is home for signature in version.signatures):
        raise AlreadyAnswered
    if now < may_sign_from(version, reflection):
        raise NotYet(may_sign_from(version, reflection))
    if not is_unaltered(version) or not compare_digest(digest_seen.encode(), version.digest.encode()):
        raise NotWhatWasShown
    signatures = (*version.signatures, Signature(home, now, version.digest))
    sealed_at = (seals_at or now) if {signature.home for signature in signatures} == set(Home) else None
    return replace(version, signatures=signatures, sealed_at=sealed_at)
