"""Keys of certificates: one signs, all that are published verify. Named by their thumbprint (RFC 7638)."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

ALGORITHM = "Ed25519"
SECRET_BYTES = 32
MOST_KEYS = 200


class KeysUnreadable(ValueError):
    """This is not a published set of keys."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    kid: str
    x: str  # base64url of its 32 bytes
    okp: OKPKey


PublicKeys = Mapping[str, PublicKey]


@dataclass(frozen=True, slots=True)
class SigningKey:
    public: PublicKey
    okp: OKPKey

    @property
    def kid(self) -> str:
        return self.public.kid


def signing_key(secret: bytes) -> SigningKey:
    """The key of 32 random bytes."""
    private = Ed25519PrivateKey.from_private_bytes(secret)
    raw = private.public_key().public_bytes_raw()
    x = urlsafe_b64encode(raw).rstrip(b"=").decode()
    return SigningKey(public_key(x), OKPKey.import_key(private))


def public_key(x: str) -> PublicKey:
    """The key of 32 bytes in base64url. Raises JoseError or ValueError."""
    okp = OKPKey.import_key({"kty": "OKP", "crv": ALGORITHM, "x": x})
    if not isinstance(okp.public_key, Ed25519PublicKey):
        raise KeysUnreadable
    return PublicKey(okp.thumbprint(), x, okp)


def key_set(keys: Iterable[PublicKey]) -> dict[str, Any]:
    """The keys as a JSON Web Key Set (RFC 7517), in the order given; no secret is in it."""
    return {"keys": [_published(key) for key in keys]}


def _published(key: PublicKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": ALGORITHM, "x": key.x, "kid": key.kid, "use": "sig", "alg": ALGORITHM}


def read_key_set(text: str | bytes) -> PublicKeys:
    """The Ed25519 keys of a published set; keys of other kinds are passed over. Raises KeysUnreadable.

    A key is known by its own thumbprint: a set that gives it another name is refused.
    """
    try:
        said = json.loads(text)["keys"]
        if not isinstance(said, list) or len(said) > MOST_KEYS:
            raise KeysUnreadable
        ours = [one for one in said if (one.get("kty"), one.get("crv")) == ("OKP", ALGORITHM)]
        found = {one["kid"]: public_key(one["x"]) for one in ours}
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        raise KeysUnreadable from wrong
    if not found or any(name != key.kid for name, key in found.items()):
        raise KeysUnreadable
    return found
