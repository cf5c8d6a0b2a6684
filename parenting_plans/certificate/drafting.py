"""What the certificate of a consent says: exactly its scope, with names as the record has them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from parenting_plans.certificate.statement import NamedChild, Statement
from parenting_plans.values import Consent, Home


def draft(
    consent: Consent,
    children: Sequence[NamedChild],
    names: Mapping[Home, str],
    *,
    serial: str,
    issuer: str,
    now: datetime,
) -> Statement:
    """`children`: those of the consent. `issuer`: the public address of this service. Conditions stand in full."""
    return Statement(
        serial=serial,
        issuer=issuer,
        issued_at=now.astimezone(UTC).replace(microsecond=0),
        children=tuple(children),
        travelling=names[consent.by.other],
        consenting=names[consent.by],
        adults=consent.adults,
        countries=consent.countries,
        transit=consent.transit,
        first_day=consent.valid_from,
        last_day=consent.valid_to,
        return_on=consent.return_on,
        residence=consent.residence,
        conditions=consent.conditions,
    )


def same_content(one: Statement, other: Statement) -> bool:
    """Whether a new certificate would say nothing new. `one` and `other` with their conditions in full."""
    return replace(one, serial="", issued_at=other.issued_at) == replace(other, serial="")
