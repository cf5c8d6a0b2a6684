"""The keys that sign certificates: made when first needed, sealed at rest, replaced on command, never removed."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.vault import Vault
from parenting_plans.certificate.keys import SECRET_BYTES, PublicKeys, SigningKey, public_key, signing_key
from parenting_plans.store import certificates
from parenting_plans.store.certificates import KeptKey


class KeyLost(Exception):
    """Keys are there and none can be used: this is no moment to make one silently."""


def _place(kid: str) -> str:
    return f"certificate_key:secret:{kid}"


async def current(session: AsyncSession, vault: Vault, now: datetime) -> SigningKey:
    """The key that signs; made now if there is none yet. Two who need the first at once get the same."""
    keys = await certificates.certificate_keys(session)
    if not keys:
        await _add(session, vault, 1, now)
        keys = await certificates.certificate_keys(session)
    if not keys:
        raise KeyLost
    return signing_key(vault.unseal(keys[0].secret_sealed, _place(keys[0].kid)))


async def rotate(session: AsyncSession, vault: Vault, now: datetime) -> str:
    """A new key signs from now on; the ones before still verify. Returns the name (kid) of the key that signs now."""
    keys = await certificates.certificate_keys(session)
    await _add(session, vault, keys[0].number + 1 if keys else 1, now)
    return (await certificates.certificate_keys(session))[0].kid


async def _add(session: AsyncSession, vault: Vault, number: int, now: datetime) -> None:
    secret = vault.fresh_secret(SECRET_BYTES)
    key = signing_key(secret)
    sealed = vault.seal(secret, _place(key.kid))
    await certificates.add_certificate_key(session, KeptKey(key.kid, number, key.public.x, sealed, now))


async def every(session: AsyncSession) -> PublicKeys:
    """All keys there ever were, the one that signs first."""
    keys = await certificates.certificate_keys(session)
    return {key.kid: public_key(key.public) for key in keys}


async def published(session: AsyncSession, now: datetime) -> PublicKeys:
    """The key that signs, and each earlier one until everything it signed has run out."""
    ends = await certificates.last_ends(session)
    keys = await every(session)
    signs = next(iter(keys), None)
    return {kid: key for kid, key in keys.items() if kid == signs or (kid in ends and ends[kid] > now)}
