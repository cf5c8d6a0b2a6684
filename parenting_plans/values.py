"""What parents agree and what follows from it, as frozen values. Instants are aware; civil days are Brussels days."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as a_field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")

Words = Mapping[str, str]  # the same text in nl, fr, de and en
Agreed = Mapping[str, Mapping[str, Any]]  # clause code -> its answers, as JSON values


class Home(StrEnum):
    """One of the two homes. Which parent is A is arbitrary: it is the one who opened the family."""

    A = "A"
    B = "B"

    @property
    def other(self) -> "Home":
        return Home.B if self is Home.A else Home.A


class Community(StrEnum):
    """The Community whose school calendar a child follows; its school decides, not its address."""

    FLEMISH = "FL"
    FRENCH = "FR"
    GERMAN = "DG"


class Layer(StrEnum):
    """Why a child is where it is, weakest first (later layers win)."""

    REGULAR = "regular"
    SCHOOL_HOLIDAY = "school_holiday"
    PUBLIC_HOLIDAY = "public_holiday"
    SPECIAL_DAY = "special_day"
    SWAP = "swap"
    INTERIM_ORDER = "interim_order"
    PROTECTIVE_ORDER = "protective_order"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an answer, and how to mend it.

    `text` is an English message id with {named} places; `values` fills them.
    """

    field: str
    text: str
    values: Mapping[str, str] = a_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Child:
    id: UUID
    born: date
    community: Community


@dataclass(frozen=True, slots=True)
class Slot:
    """Hours without a night, every week or in some weeks of the cycle: letter `letter` has the child from `begins` to `ends`."""

    weekday: int  # 0 = Monday
    begins: time
    ends: time
    letter: str
    weeks: tuple[int, ...] = ()  # weeks of the cycle, 0 = the anchor's; empty: every week


@dataclass(frozen=True, slots=True)
class Monthly:
    """Nights counted by the month: letter B has `nights` nights from each of these weekdays ("the first Friday")."""

    ordinals: tuple[int, ...]  # 1 = the first in the month, -1 = the last
    weekday: int
    nights: int


@dataclass(frozen=True, slots=True)
class Regular:
    """A cycle of nights. `nights[0]` is the night that begins on `anchor`; letter A sleeps at `first`.

    With `monthly`, `nights` is empty and letter A has every night that the month's rule does not give to B.
    """

    nights: str
    anchor: date
    first: Home
    handover_time: time
    slots: tuple[Slot, ...] = ()
    monthly: Monthly | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A plan that grows: from the handover time of `starts_on` this child follows `regular`."""

    child: UUID
    starts_on: date
    regular: Regular


class Split(StrEnum):
    HALVES = "halves"
    ALTERNATE = "alternate"
    MONTHS = "months"
    FORTNIGHTS = "fortnights"
    WEEKS = "weeks"
    THIRDS = "thirds"
    FOLLOW_REGULAR = "follow_regular"


class After(StrEnum):
    """What the regular cycle does when a school holiday is over."""

    CONTINUE = "continue"  # from its anchor, as if there had been no holiday
    RESTART = "restart"  # with the parent who did not have the last weekend


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """How one school holiday is shared. Even or odd is the calendar year of the holiday's first day."""

    holiday: str  # autumn, christmas, carnival, easter, summer
    split: Split
    first_half_even: Home
    switch_weekday: int  # 0 = Monday
    switch_time: time
    last_weekend_to_school: bool = (
        False  # the last weekend is already with the parent of the first school week
    )


@dataclass(frozen=True, slots=True)
class PublicHolidays:
    """A weekend beside a public holiday grows with it (long_weekends.py says how).

    `days` are ids of public_holidays/, "community_days" for the one of the child's own Community; empty: the ten legal ones.
    """

    extend: bool
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day with its own home: a rule of special_days/ ("mothers_day"), a day of every year ("05-17") or a date ("2027-12-24").

    It runs from `begins` on that day to `ends`, `ends_after_days` days later. Even or odd is that day's own year.
    """

    day: str
    even: Home
    odd: Home
    begins: time
    ends: time
    ends_after_days: int = 0
    clause: str = "E10"
    children: tuple[UUID, ...] = ()  # empty: all
    breaks_trips: bool = False  # also when the child is then on a trip that was accepted before


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan means for the calendar. `regimes` are children with a regular schedule of their own."""

    regular: Regular
    holidays: tuple[HolidayRule, ...] = ()
    regimes: tuple[tuple[UUID, Regular], ...] = ()
    steps: tuple[Step, ...] = ()
    after_holidays: After = After.CONTINUE
    public_holidays: PublicHolidays | None = None
    special_days: tuple[SpecialDay, ...] = ()
    communities: tuple[
        tuple[UUID, Community], ...
    ] = ()  # a child for whom the plan names another school calendar
    nest: bool = False  # the children stay, the parents move


@dataclass(frozen=True, slots=True)
class Window:
    """A dated stretch laid over the plan: an accepted swap, or an order that parents cannot move. [starts_at, ends_at)."""

    layer: Layer  # SWAP, INTERIM_ORDER or PROTECTIVE_ORDER
    home: Home
    starts_at: datetime
    ends_at: datetime
    made_at: datetime  # within a layer the later one wins
    children: tuple[UUID, ...] = ()  # empty: all
    document: UUID | None = None
    clause: str = ""  # the clause it rests on where that is not its layer's own


@dataclass(frozen=True, slots=True)
class InForce:
    """A sealed version's terms, from the moment they govern the calendar until the next version's."""

    version_id: UUID
    terms: Terms
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Because:
    """Why a stay is what it is: the layer, the clause it rests on and the sealed version, swap or order.

    An order rests on no clause (""). `what` is the school holiday, public holiday or special day, or "slot".
    """

    layer: Layer
    clause: str
    document: UUID | None = None
    what: str | None = None

    @property
    def holiday(self) -> str | None:
        """The school holiday, when it is one."""
        return self.what if self.layer is Layer.SCHOOL_HOLIDAY else None


@dataclass(frozen=True, slots=True)
class Stay:
    """A child's uninterrupted time in one home: [starts_at, ends_at)."""

    child: UUID
    home: Home
    starts_at: datetime
    ends_at: datetime
    because: Because


@dataclass(frozen=True, slots=True)
class Handover:
    child: UUID
    at: datetime
    from_home: Home
    to_home: Home


class TripStatus(StrEnum):
    REQUESTED = "requested"
    PLANNED = "planned"
    BOOKED = "booked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CountryStay:
    """Nights in one country (ISO 3166-1 alpha-2). `nights` None: not yet known."""

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
    """What is booked for the child. None on the trip means: nobody has said."""

    child_out: bool
    child_return: bool


class Stop(StrEnum):
    """What happens where a part of the journey ends."""

    STAY = "stay"
    AIRSIDE = "airside"  # changes without passing the border
    LANDSIDE = "landside"


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of the journey, from one country to the next (ISO 3166-1 alpha-2). Times are aware, None: not yet known.

    The zones are IANA names of the two places, so that a time can be shown as the ticket prints it.
    """

    homeward: bool
    mode: str
    carrier: str
    number: str
    from_country: str
    to_country: str
    departs_at: datetime | None
    arrives_at: datetime | None
    from_zone: str
    to_zone: str
    ends_in: Stop
    through_ticket: bool


@dataclass(frozen=True, slots=True)
class Trip:
    id: UUID
    family_id: UUID
    traveller: Home
    children: tuple[UUID, ...]
    status: TripStatus
    depart_at: datetime
    return_at: datetime | None
    stays: tuple[CountryStay, ...]
    transits: tuple[Transit, ...]
    tickets: Tickets | None
    mode: str  # air, car, train, coach, boat
    address: str
    phone: str
    carrier: str
    return_details: str
    requested_at: datetime
    changed_at: datetime
    departed_at: datetime | None = None
    returned_at: datetime | None = None
    legs: tuple[Leg, ...] = ()
    adults: tuple[str, ...] = ()  # who else comes along, by name
    parent_travels: bool = True  # False: the children travel with the adults named, without a parent
    address_with_centre: bool = False  # the address is sealed for the centre only


@dataclass(frozen=True, slots=True)
class Consent:
    """Permission to travel. `valid_from` and `valid_to` are inclusive civil days in Brussels.

    `trip_id` None is a general consent. Countries are ISO codes, "EU" or "SCHENGEN". `adults` None names no limit; else
    only these may come along, and only they may travel with the children without a parent. `transit` also covers stops
    on the way in other countries. `withdrawn_at` is when it was taken back, `ends_at` the moment from which that counts.
    """

    id: UUID
    family_id: UUID
    trip_id: UUID | None
    by: Home
    children: tuple[UUID, ...]
    countries: tuple[str, ...]
    valid_from: date
    valid_to: date
    given_at: datetime
    withdrawn_at: datetime | None = None
    ends_at: datetime | None = None
    adults: tuple[str, ...] | None = None
    transit: bool = False
    return_on: date | None = None
    residence: str = "BE"  # country where the children habitually live
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    id: UUID
    family_id: UUID
    trip_id: UUID
    by: Home
    reason: str
    made_at: datetime
    withdrawn_at: datetime | None = None


class Outcome(StrEnum):
    """What became of a planned handover."""

    TOOK_PLACE = "took_place"
    LATE = "late"
    MISSED = "missed"


class Absent(StrEnum):
    """Who was not there at a handover that did not take place."""

    GIVER = "giver"  # the parent with whom the child was
    RECEIVER = "receiver"  # the parent to whom the child was to go
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """What a parent recorded about one planned handover (`due_at`, one child)."""

    id: UUID
    family_id: UUID
    child: UUID
    due_at: datetime
    from_home: Home
    to_home: Home
    outcome: Outcome
    delivered_at: datetime | None
    in_contact: bool | None
    recorded_by: Home
    recorded_at: datetime
    absent: Absent | None = None
    text: str = ""  # the author's own words, for the author alone


@dataclass(frozen=True, slots=True)
class Draft:
    """One parent's own draft: nobody else reads it until it is proposed."""

    family_id: UUID
    author: Home
    agreed: Agreed
    effective_on: date | None
    changed_at: datetime


class ProposalStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    COUNTERED = "countered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    id: UUID
    family_id: UUID
    by: Home
    agreed: Agreed
    effective_on: date
    status: ProposalStatus
    proposed_at: datetime
    answered_at: datetime | None = None
    counters: UUID | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    home: Home
    signed_at: datetime
    digest: str  # SHA-256 (hex) of exactly what was on the page that was signed


@dataclass(frozen=True, slots=True)
class Version:
    """An accepted plan on its way to, or under, two signatures. Sealed when `sealed_at` is set; never changed after."""

    id: UUID
    family_id: UUID
    number: int
    agreed: Agreed
    effective_on: date
    digest: str  # SHA-256 (hex) of the canonical JSON (RFC 8785) of what is signed
    signatures: tuple[Signature, ...]
    accepted_at: datetime
    sealed_at: datetime | None = None
    languages: tuple[
        str, ...
    ] = ()  # of the sealed document, the authoritative one first; () before it was signed


@dataclass(frozen=True, slots=True)
class Away:
    """A trip that both parents have accepted: the children are with `home`'s parent for [starts_at, ends_at)."""

    home: Home
    starts_at: datetime
    ends_at: datetime
    children: tuple[UUID, ...]
