"""What a certificate says, as frozen values: who permits which journey of which children, and for which days."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from parenting_plans.values import ZONE

SHOWN_CONDITIONS = 160  # signs; of longer conditions the beginning is shown, and a digest of the whole


@dataclass(frozen=True, slots=True)
class NamedChild:
    given_name: str
    family_name: str  # "" when the record has none
    born: date


@dataclass(frozen=True, slots=True)
class Statement:
    """`serial`: 20 signs, the code printed on the paper. Days are inclusive civil days in Brussels.

    `adults` None names no limit; else only these may come along. `countries`: ISO codes, "EU" or "SCHENGEN" as of
    `issued_at` (aware, whole seconds). `by_court`: a court gave the permission, and `consenting` names it.
    `digest` is that of the whole conditions when `conditions` holds only their beginning, else "".
    """

    serial: str
    issuer: str
    issued_at: datetime
    children: tuple[NamedChild, ...]
    travelling: str
    consenting: str
    adults: tuple[str, ...] | None
    countries: tuple[str, ...]
    transit: bool
    first_day: date
    last_day: date
    return_on: date | None = None
    residence: str = "BE"
    conditions: str = ""
    digest: str = ""
    by_court: bool = False

    @property
    def starts_at(self) -> datetime:
        """00:00 in Brussels of the first day, in UTC."""
        return midnight(self.first_day)

    @property
    def ends_at(self) -> datetime:
        """00:00 in Brussels of the day after the last day, in UTC: the last minute is 23:59 of the last day."""
        return midnight(self.last_day + timedelta(days=1))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZONE).astimezone(UTC)


def digest_of(text: str) -> str:
    """SHA-256, base64url without padding: 43 signs."""
    return urlsafe_b64encode(sha256(text.encode()).digest()).rstrip(b"=").decode()


def shortened(statement: Statement, shown: int = SHOWN_CONDITIONS) -> Statement:
    """The same with at most `shown` signs of its conditions; nothing is cut without a digest of the whole."""
    whole = statement.conditions
    if statement.digest or len(whole) <= shown:
        return statement
    return replace(statement, conditions=whole[:shown], digest=digest_of(whole))
