"""Signing a statement: the one line of text that a QR code carries."""

from joserfc import jws

from parenting_plans.certificate.claims import payload
from parenting_plans.certificate.keys import ALGORITHM, SigningKey
from parenting_plans.certificate.statement import SHOWN_CONDITIONS, Statement, shortened

TYPE = "travel"  # explicit typing (RFC 8725 3.11): no other text that these keys may once sign is taken for a statement
FITS_QR = 997  # bytes in a code of version 25 with error correction M (ISO/IEC 18004, table 7)
FEWER = (SHOWN_CONDITIONS, 80, 0)  # signs of the conditions that are tried, one after the other


def issue(statement: Statement, key: SigningKey) -> str:
    """The signed statement. Long conditions are shortened, further while the text is longer than a QR code likes.

    Ed25519 has no chance in it: the same statement and key give the same text.
    """
    for shown in FEWER:
        text = _signed(shortened(statement, shown), key)
        if len(text) <= FITS_QR:
            break
    return text


def _signed(statement: Statement, key: SigningKey) -> str:
    header = {"alg": ALGORITHM, "typ": TYPE, "kid": key.kid}
    return jws.serialize_compact(header, payload(statement), key.okp, algorithms=[ALGORITHM])
