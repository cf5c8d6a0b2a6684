"""The certificate of a consent to travel: what is put on its pages, in a language of the service and one for abroad. Pure.

It says what the signed statement says and nothing more; no address and no number of a document is on it.
"""

import unicodedata
from collections.abc import Iterator
from datetime import UTC
from hashlib import sha256
from typing import Any

from parenting_plans.certificate.statement import Statement
from parenting_plans.certificate_language import CertificateLanguage
from parenting_plans.values import ZONE
from parenting_plans.verification import GROUP

LONGEST_IN_QR = 2331  # bytes in the largest QR code with error correction M (ISO/IEC 18004, table 7)
SMALL_QR = 997  # bytes that are read easily from 6 cm


def code_of(serial: str) -> str:
    """The serial as it is printed and typed: "7K2QX-..."."""
    return "-".join(serial[at : at + GROUP] for at in range(0, len(serial), GROUP))


def in_qr(signed: str) -> str:
    """The signed text when a QR code can hold it, else ""."""
    return signed if len(signed.encode()) <= LONGEST_IN_QR else ""


def pages(
    statement: Statement, signed: str, languages: tuple[CertificateLanguage, ...], address: str
) -> dict[str, Any]:
    """Everything that is put on paper, as JSON values for the template `certificate.typ`.

    `statement` with its conditions in full; `signed` is the line whose `in_qr` the QR code holds; `address` is the page
    where the code is typed. `languages`: one or two, the first leads.
    """
    issued = statement.issued_at.astimezone(UTC)
    return {
        "title": languages[0].title,
        "columns": [_column(statement, one, address) for one in languages],
        "rows": [
            [
                {"label": label, "lines": lines, "quoted": typed, "from_right": from_right(typed)}
                for label, lines, typed in row
            ]
            for row in zip(*(_rows(statement, one) for one in languages), strict=True)
        ],
        "code": code_of(statement.serial),
        "digest": sha256(signed.encode()).hexdigest(),
        "qr_width": _width(in_qr(signed)),
        "made": [issued.year, issued.month, issued.day, issued.hour, issued.minute, issued.second],
    }


def from_right(typed: str) -> bool:
    """Whether a text is written from right to left: its first letter says so (UAX 9, P2)."""
    kinds = (unicodedata.bidirectional(sign) for sign in typed)
    return next((kind != "L" for kind in kinds if kind in {"L", "R", "AL"}), False)


def _width(code: str) -> float:
    """In cm; 0 for no code."""
    if not code:
        return 0
    return 5.6 if len(code) <= SMALL_QR else 8.5


def _column(statement: Statement, said: CertificateLanguage, address: str) -> dict[str, Any]:
    """The sentences around the rows, in one language."""
    return {
        "language": said.code,
        "right_to_left": said.right_to_left,
        "name": said.own_name,
        "title": said.title,
        "lead": said.lead_court if statement.by_court else said.lead,
        "check": said.check,
        "online": said.check_online.format(address=address),
        "offline": said.check_offline,
        "withdrawable": said.withdrawable,
        "about": said.about,
        "standing": said.standing_court if statement.by_court else said.standing,
        "issued": said.issued.format(moment=said.moment(statement.issued_at)),
        "fingerprint": said.fingerprint,
        "qr": said.qr,
        "no_qr": said.no_qr,
        "signs": said.signs,
    }


def _rows(statement: Statement, said: CertificateLanguage) -> Iterator[tuple[str, list[str], str]]:
    """(label, lines, what somebody typed). The same rows in the same order in every language."""
    names = [
        said.child.format(name=f"{child.given_name} {child.family_name}".strip(), day=said.day(child.born))
        for child in statement.children
    ]
    yield (said.court if statement.by_court else said.consenting), [statement.consenting], ""
    yield said.children, names, ""
    yield said.travelling, [statement.travelling], ""
    yield said.adults, [_adults(statement, said)], ""
    yield (
        said.countries,
        [said.destinations(statement.countries, statement.issued_at.astimezone(ZONE).date())],
        "",
    )
    yield said.transit, [said.transit_yes if statement.transit else said.transit_no], ""
    yield said.period, [said.period_of(statement.first_day, statement.last_day)], ""
    returns = statement.return_on
    yield said.return_day, [said.day(returns) if returns else said.return_none], ""
    yield said.residence, [said.country(statement.residence)], ""
    typed = statement.conditions
    yield said.conditions, [said.conditions_said if typed else said.conditions_none], typed


def _adults(statement: Statement, said: CertificateLanguage) -> str:
    if statement.adults is None:
        return said.adults_any
    if not statement.adults:
        return said.adults_none
    return said.adults_only.format(names=said.listed(statement.adults))
