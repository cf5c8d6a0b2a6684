"""The number of a certificate: 20 signs that are printed and typed, derived from a key and kept only as a hash."""

import hmac
from hashlib import sha256
from uuid import UUID

from parenting_plans.verification import ALPHABET, GROUP, SIGNS, plain

PURPOSE = "travel-certificate"


def serial_for(key: bytes, certificate_id: UUID) -> str:
    """20 signs without dashes."""
    number = int.from_bytes(hmac.new(key, f"{PURPOSE}:{certificate_id}".encode(), sha256).digest(), "big")
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in range(SIGNS))


def in_groups(serial: str) -> str:
    """As it is printed: "7K2QX-..."."""
    return "-".join(serial[at : at + GROUP] for at in range(0, SIGNS, GROUP))


def hash_of(typed: str) -> str:
    """What is kept of it; what cannot be a serial has the hash of one that nobody holds."""
    return sha256(f"{PURPOSE}:{plain(typed) or ''}".encode()).hexdigest()
