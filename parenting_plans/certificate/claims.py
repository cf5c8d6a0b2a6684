"""A statement as the claims inside its signature: short names, one spelling, so that it fits into a QR code."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from parenting_plans.certificate.statement import NamedChild, Statement
from parenting_plans.values import ZONE

VERSION = 1
TIME_ZONE = str(ZONE)
ALWAYS = {"v", "iss", "jti", "iat", "nbf", "exp", "tz", "c", "tp", "cp", "co", "tr", "f", "u", "hr"}
SOMETIMES = {"ct", "ad", "re", "cd", "dg"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Unreadable(ValueError):
    """These are not the claims of a statement of this version."""


def payload(statement: Statement) -> bytes:
    """The claims as bytes; what is empty is left out."""
    said: dict[str, Any] = {
        "v": VERSION,
        "iss": statement.issuer,
        "jti": statement.serial,
        "iat": int(statement.issued_at.timestamp()),
        "nbf": int(statement.starts_at.timestamp()),
        "exp": int(statement.ends_at.timestamp()),
        "tz": TIME_ZONE,
        "c": [[child.given_name, child.family_name, child.born.isoformat()] for child in statement.children],
        "tp": statement.travelling,
        "cp": statement.consenting,
        "co": list(statement.countries),
        "tr": int(statement.transit),
        "f": statement.first_day.isoformat(),
        "u": statement.last_day.isoformat(),
        "hr": statement.residence,
    }
    rest: dict[str, Any] = {
        "ct": 1 if statement.by_court else None,
        "ad": None if statement.adults is None else list(statement.adults),
        "re": statement.return_on.isoformat() if statement.return_on else None,
        "cd": statement.conditions or None,
        "dg": statement.digest or None,
    }
    said |= {name: value for name, value in rest.items() if value is not None}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def read(content: bytes) -> Statement:
    """The statement whose claims these are. Raises Unreadable: another version, other names, or claims at odds."""
    try:
        said = json.loads(content)
        if not isinstance(said, dict) or said["v"] != VERSION or not set(said) <= ALWAYS | SOMETIMES:
            raise Unreadable
        found = _statement(said)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as wrong:
        raise Unreadable from wrong
    if payload(found) != content:  # also: nbf and exp are those of the days, in this time zone
        raise Unreadable
    return found


def _statement(said: Mapping[str, Any]) -> Statement:
    return Statement(
        serial=_text(said["jti"]),
        issuer=_text(said["iss"]),
        issued_at=datetime.fromtimestamp(said["iat"], UTC),
        children=tuple(NamedChild(_text(given), _text(own), _day(born)) for given, own, born in said["c"]),
        travelling=_text(said["tp"]),
        consenting=_text(said["cp"]),
        adults=tuple(map(_text, said["ad"])) if "ad" in said else None,
        countries=tuple(map(_text, said["co"])),
        transit=bool(said["tr"]),
        first_day=_day(said["f"]),
        last_day=_day(said["u"]),
        return_on=_day(said["re"]) if "re" in said else None,
        residence=_text(said["hr"]),
        conditions=_text(said.get("cd", "")),
        digest=_text(said.get("dg", "")),
        by_court=bool(said.get("ct", 0)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Unreadable
    return value


def _day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise Unreadable
    return date.fromisoformat(value)
