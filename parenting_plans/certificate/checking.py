"""Whether a signed statement is genuine and counts now; without a network, and each refusal with its reason.

Order of the checks; the first that fails is the reason:
 1. the shape: three parts in base64url (NOT_A_STATEMENT, TRUNCATED);
 2. the header: Ed25519 and nothing else, never `none` or a shared secret (ALGORITHM), no key of its own (WRONG_KEY), of
    the type of a travel statement (NOT_A_STATEMENT);
 3. the key it names is published (UNKNOWN_KEY);
 4. the signature fits that key (WRONG_KEY when it fits another one of the set, else TAMPERED);
 5. the claims can be read and agree with each other (UNREADABLE): only now is anything it says believed;
 6. it is the statement of the paper it stands on, when the code on that paper is given (REPLAYED);
 7. it was signed by now (FUTURE_DATED); 8. its days: NOT_YET, EXPIRED.
Withdrawal and replacement are known online only.
"""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError

from parenting_plans.certificate.claims import Unreadable, read
from parenting_plans.certificate.issuing import TYPE
from parenting_plans.certificate.keys import ALGORITHM, PublicKey, PublicKeys
from parenting_plans.certificate.statement import Statement

LONGEST_TEXT = 8000
SIGNATURE_SIGNS = 86  # 64 bytes
CLOCKS_APART = timedelta(minutes=5)
HEADER_NAMES = {"alg", "typ", "kid"}
OWN_KEYS = {"jwk", "jku", "x5c", "x5u"}
OPENING = "eyJhbGci"  # {"alg
_WHITE = re.compile(r"\s+")
_TEXT = re.compile(r"[A-Za-z0-9_.-]+")


class Reason(StrEnum):
    NOT_A_STATEMENT = "not_a_statement"
    TRUNCATED = "truncated"
    ALGORITHM = "algorithm"
    UNKNOWN_KEY = "unknown_key"
    WRONG_KEY = "wrong_key"
    TAMPERED = "tampered"
    UNREADABLE = "unreadable"
    REPLAYED = "replayed"
    FUTURE_DATED = "future_dated"
    NOT_YET = "not_yet"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Checked:
    """Genuine, and its days are running. Whether it was withdrawn since is known online only."""

    statement: Statement
    kid: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """`statement` is what it says, when it is genuine and refused for its paper or its days; else None."""

    reason: Reason
    statement: Statement | None = None


def check(text: str, keys: PublicKeys, now: datetime, *, serial: str | None = None) -> Checked | Refusal:
    """Check a text as it was scanned, pasted or typed (white space is passed over).

    `serial`: the 20 signs of the code on the paper, when they are known.
    """
    found = _genuine(squeezed(text), keys)
    if isinstance(found, Refusal):
        return found
    reason = _reason(found.statement, now, serial)
    return found if reason is None else Refusal(reason, found.statement)


def statement_in(text: str) -> Statement:
    """What a text says that this service signed itself: nothing of it is checked. Raises Unreadable, ValueError."""
    return read(_bytes(text.split(".")[1]))


def squeezed(text: str) -> str:
    """Without white space, as a scan or a paste may bring it."""
    return _WHITE.sub("", text[: LONGEST_TEXT + 1])


def _reason(statement: Statement, now: datetime, serial: str | None) -> Reason | None:
    if serial is not None and serial != statement.serial:
        return Reason.REPLAYED
    if statement.issued_at > now + CLOCKS_APART:
        return Reason.FUTURE_DATED
    if now < statement.starts_at:
        return Reason.NOT_YET
    return Reason.EXPIRED if now >= statement.ends_at else None


def _genuine(text: str, keys: PublicKeys) -> Checked | Refusal:
    header = _header(text)
    if isinstance(header, Reason):
        return Refusal(header)
    key = keys.get(header["kid"])
    if key is None:
        return Refusal(Reason.UNKNOWN_KEY)
    content = _content(text, key)
    if content is None:
        others = (other for other in keys.values() if other is not key)
        fits_another = any(_content(text, other) is not None for other in others)
        return Refusal(Reason.WRONG_KEY if fits_another else Reason.TAMPERED)
    try:
        return Checked(read(content), key.kid)
    except Unreadable:
        return Refusal(Reason.UNREADABLE)


def _content(text: str, key: PublicKey) -> bytes | None:
    """What is signed, when the signature fits this key."""
    try:
        return jws.deserialize_compact(text, key.okp, algorithms=[ALGORITHM]).payload
    except (JoseError, ValueError):
        return None


def _header(text: str) -> dict[str, Any] | Reason:
    """The header of a text in three whole parts that may be a statement."""
    reason = _shape(text)
    if reason is not None:
        return reason
    try:
        header = json.loads(_bytes(text.split(".", 1)[0]))
    except (Error, ValueError, RecursionError):
        return Reason.NOT_A_STATEMENT
    if not isinstance(header, dict):
        return Reason.NOT_A_STATEMENT
    return _of_header(header) or _of_signature(text) or header


def _shape(text: str) -> Reason | None:
    if len(text) > LONGEST_TEXT or not _TEXT.fullmatch(text):
        return Reason.NOT_A_STATEMENT
    parts = text.split(".")
    if len(parts) > len(("header", "claims", "signature")) or not text.startswith(OPENING):
        begun = text != "" and OPENING.startswith(text)
        return Reason.TRUNCATED if begun else Reason.NOT_A_STATEMENT
    whole = len(parts) == len(("header", "claims", "signature")) and parts[1] != ""
    return None if whole else Reason.TRUNCATED


def _of_header(header: dict[str, Any]) -> Reason | None:
    if header.get("alg") != ALGORITHM:
        return Reason.ALGORITHM
    if OWN_KEYS & set(header):
        return Reason.WRONG_KEY
    if set(header) != HEADER_NAMES or header["typ"] != TYPE or not isinstance(header["kid"], str):
        return Reason.NOT_A_STATEMENT
    return None


def _of_signature(text: str) -> Reason | None:
    signature = text.rpartition(".")[2]
    if len(signature) < SIGNATURE_SIGNS:
        return Reason.TRUNCATED
    # Six bits a sign leave some over at the end: of all spellings of the same 64 bytes one is taken.
    whole = len(signature) == SIGNATURE_SIGNS and _spelt(_bytes(signature)) == signature
    return None if whole else Reason.TAMPERED


def _spelt(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _bytes(part: str) -> bytes:
    return urlsafe_b64decode(part + "=" * (-len(part) % 4))
