"""Sealing of what a stolen database must not tell: AES-256-GCM, bound to the place where it is kept."""

from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
VERSION = b"\x01"


class Vault:
    """Seals and opens byte strings. `place` names table, row and column: a sealed value moved elsewhere does not open.

    Raises `cryptography.exceptions.InvalidTag` when the value, the place or the key is not the one it was sealed with.
    """

    def __init__(self, secret: bytes, randomness: Callable[[int], bytes]) -> None:
        self._key = AESGCM(HKDF(SHA256(), 32, None, b"entente vault 1").derive(secret))
        self._randomness = randomness

    def seal(self, plain: bytes, place: str) -> bytes:
        nonce = self._randomness(NONCE_BYTES)
        return VERSION + nonce + self._key.encrypt(nonce, plain, place.encode())

    def unseal(self, sealed: bytes, place: str) -> bytes:
        nonce = sealed[1 : 1 + NONCE_BYTES]
        return self._key.decrypt(nonce, sealed[1 + NONCE_BYTES :], place.encode())

    def fresh_secret(self, size: int) -> bytes:
        """Random bytes, from where the vault has its own."""
        return self._randomness(size)
