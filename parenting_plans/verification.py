"""The code on a sealed document: who holds the paper can ask whether it still counts, and learns nothing else. Pure.

The code is derived from a key and stored only as a hash, so a copy of the database makes no valid one. It is written in
the letters of Crockford's base 32, which has no two signs that look alike.
"""

import hmac
import re
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from parenting_plans.values import InForce

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 20  # 100 bits
GROUP = 5
_MISREAD = str.maketrans("OIL", "011")


def code_for(key: bytes, version_id: UUID) -> str:
    """The code of a version, in groups: "7K2QX-..."."""
    number = int.from_bytes(hmac.new(key, f"plan-document:{version_id}".encode(), sha256).digest(), "big")
    signs = "".join(ALPHABET[number >> (5 * place) & 31] for place in range(SIGNS))
    return "-".join(signs[at : at + GROUP] for at in range(0, SIGNS, GROUP))


def plain(typed: str) -> str | None:
    """The code as it was meant: spaces, dashes, small letters and O, I, L are forgiven; None: it cannot be one."""
    signs = re.sub(r"[\s\-‐‑–.]", "", typed).upper().translate(_MISREAD)
    return signs if len(signs) == SIGNS and set(signs) <= set(ALPHABET) else None


def hash_of(code: str) -> str:
    """What is kept of a code; "" typed in any other shape has the hash of a code that nobody holds."""
    return sha256(f"plan-document:{plain(code) or ''}".encode()).hexdigest()


def still_counts(in_force: Sequence[InForce], version_id: UUID, now: datetime) -> bool:
    """True until a later version has taken its place; also for one that both signed and that begins later."""
    for place, one in enumerate(in_force):
        if one.version_id == version_id:
            return place + 1 == len(in_force) or in_force[place + 1].starts_at > now
    return False
