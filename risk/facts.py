"""All that a rule may look at. There is no field for nationality, origin, birthplace, language, religion, sex or income.

Everything carries `recorded_at`, so that an assessment can be repeated with what was known at any moment.
Things that change (a trip, a handover, a message) are kept as every version that was recorded, oldest first.
"""

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from risk.values import Evidence, Parent, Words

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)  # known from the start of the family's record
BRUSSELS = "Europe/Brussels"


class TripStatus(StrEnum):
    REQUESTED = "requested"
    PLANNED = "planned"
    BOOKED = "booked"
    CANCELLED = "cancelled"


class MeasureKind(StrEnum):
    TRAVEL_PERMISSION = "travel_permission"
    TRAVEL_BAN = "travel_ban"
    PROTECTIVE_ORDER = "protective_order"
    TEMPORARY_RESIDENCE_BAN = "temporary_residence_ban"
    RESIDENCE_ORDER = "residence_order"


class Reading(StrEnum):
    """What a reviewer decided about a message that looked like a threat."""

    THREAT = "threat"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Since when the service knows it, and on what evidence."""

    recorded_at: datetime = ALWAYS
    evidence: Evidence = Evidence.A

    def __post_init__(self) -> None:
        """Every instant in UTC: differences are then elapsed time, also over a clock change. Refuses naive ones."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, datetime):
                if value.tzinfo is None:
                    raise ValueError(f"{field.name} has no zone")
                object.__setattr__(self, field.name, value.astimezone(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    id: str
    born: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyPeriod(Recorded):
    """[starts_at, ends_at) with one parent, by plan, judgment or a swap both accepted."""

    parent: Parent
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """`authority` says who holds parental authority; a parent that is not in it is not known to."""

    children: tuple[Child, ...] = ()
    authority: tuple[tuple[Parent, bool], ...] = ((Parent.A, True), (Parent.B, True))
    home_country: str = "BE"
    notice_days: int | None = (
        None  # agreed or ordered notice for a trip, in civil days; None: the usual seven
    )
    document_with: Parent | None = None  # who keeps the child's travel document


@dataclass(frozen=True, slots=True)
class CountryStay:
    """`nights` 0: a day visit. None: open-ended."""

    country: str
    nights: int | None


@dataclass(frozen=True, slots=True)
class Transit:
    country: str
    hours: float
    landside: bool
    through_ticket: bool


@dataclass(frozen=True, slots=True)
class Tickets:
    """What the booking holds for the child itself. None inside: nobody has said."""

    child_out: bool | None = None
    child_return: bool | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """Whether each detail is on file: yes, no, or None when nobody has said."""

    address: bool | None = None
    phone: bool | None = None
    carrier: bool | None = None
    return_details: bool | None = None
    held_by_centre: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip(Recorded):
    """One version of a trip."""

    id: str
    status: TripStatus
    traveller: Parent
    children: tuple[str, ...]
    depart_at: datetime
    return_at: datetime | None = None
    stays: tuple[CountryStay, ...] = ()
    transits: tuple[Transit, ...] = ()
    tickets: Tickets | None = None
    mode: str | None = None  # air, car, train, coach, boat
    details: Details = Details()
    both_parents: bool = False
    school_trip: bool = False  # agreed by the school's or youth movement's own file


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Recorded):
    """Permission to travel for inclusive civil days in `zone`. `trip` None: a general one."""

    id: str
    by: Parent
    trip: str | None
    children: tuple[str, ...]
    countries: tuple[str, ...]  # ISO codes, "EU", "SCHENGEN"
    valid_from: date
    valid_to: date
    zone: str = BRUSSELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation(Recorded):
    consent: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(Recorded):
    trip: str
    by: Parent
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtMeasure(Recorded):
    """A decision, for inclusive civil days. Empty `countries` and no `trip`: every trip in those days."""

    kind: MeasureKind
    against: Parent | None = None
    protects: Parent | None = None
    granted_to: Parent | None = None
    trip: str | None = None
    countries: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    suspends_contact: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Recorded):
    """One version of one agreed handover. `delivered` None: nobody has said whether it took place."""

    id: str
    due_at: datetime
    giver: Parent
    receiver: Parent
    children: tuple[str, ...] = ()
    delivered: bool | None = None
    delivered_at: datetime | None = None
    contact: bool | None = None
    refused: bool = False
    suspended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure(Recorded):
    """Reliable evidence that the trip has begun."""

    trip: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Recorded):
    """The child is back."""

    trip: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Disruption(Recorded):
    """A delay outside the parent's hands, for one trip or one handover, with the new time."""

    trip: str | None = None
    handover: str | None = None
    new_at: datetime | None = None
    proof: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Recorded):
    """One reading of one message. `candidate`: a text rule matched; `reading` None: no person has looked yet.

    `quote` is what was said, or where a person can read it, in every language, when the words are kept elsewhere.
    """

    id: str
    sender: Parent
    sent_at: datetime
    quote: str | Words
    candidate: bool
    reading: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls(Recorded):
    """Calls a parent did not answer. `hours` since the first."""

    parent: Parent
    count: int
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedContact(Recorded):
    """One agreed moment of contact with the child, and whether it took place."""

    parent: Parent
    at: datetime
    took_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelAgreement(Recorded):
    """A signed agreement on travel. Empty `countries`: any; `most_nights` None: any length."""

    signed_on: date
    countries: tuple[str, ...] = ()
    most_nights: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restart(Recorded):
    """A verified start of work or school in the home country after a trip."""

    trip: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRecord(Recorded):
    """A fact no rule of this catalogue reads yet (documents, ties, history ...), kept so that nothing is lost."""

    kind: str
    about: Parent | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The family's record. Build it with everything; look at it through `known_at`."""

    family: Family = Family()
    custody_periods: tuple[CustodyPeriod, ...] = ()
    trips: tuple[Trip, ...] = ()
    consents: tuple[Consent, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    objections: tuple[Objection, ...] = ()
    court_measures: tuple[CourtMeasure, ...] = ()
    handovers: tuple[Handover, ...] = ()
    departures: tuple[Departure, ...] = ()
    returns: tuple[Return, ...] = ()
    disruptions: tuple[Disruption, ...] = ()
    messages: tuple[Message, ...] = ()
    calls: tuple[Calls, ...] = ()
    contacts: tuple[AgreedContact, ...] = ()
    agreements: tuple[TravelAgreement, ...] = ()
    restarts: tuple[Restart, ...] = ()
    others: tuple[OtherRecord, ...] = ()

    NOT_RECORDS: ClassVar[frozenset[str]] = frozenset({"family"})

    def known_at(self, instant: datetime) -> "Facts":
        """The same record as it stood then: only what was recorded at or before `instant`, oldest first."""
        known: dict[str, Any] = {name: _by(getattr(self, name), instant) for name in _RECORDS}
        return replace(self, **known)


_RECORDS = tuple(f.name for f in fields(Facts) if f.name not in Facts.NOT_RECORDS)


def _by(records: tuple[Recorded, ...], instant: datetime) -> tuple[Recorded, ...]:
    known = (record for record in records if record.recorded_at <= instant)
    return tuple(sorted(known, key=lambda record: record.recorded_at))
