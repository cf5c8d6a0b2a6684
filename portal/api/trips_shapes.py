"""What trips and consents look like in JSON, on the way in and out."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, NaiveDatetime

from mediation.refusals import Refused
from mediation.trip_card import TripCard
from parenting_plans.consents import Scope
from parenting_plans.coverage import Gap, is_active
from parenting_plans.legs import Printed, read
from parenting_plans.travel import Wish
from parenting_plans.trip_changes import Change
from parenting_plans.values import Consent, CountryStay, Home, Leg, Objection, Stop, Transit
from parenting_plans.zones import as_printed
from portal.languages import Translator
from portal.pages.trips_forms import TEXTS, TICKETS, Near, tickets_code

TicketsCode = Literal["not_booked", "outward", "outward_and_return", "return_only", "unknown"]
Moment = Annotated[AwareDatetime, Near]
MANY = 100  # more than a family ever names at once; the domain has narrower limits of its own


def _model(example: dict[str, Any]) -> ConfigDict:
    return ConfigDict(extra="forbid", json_schema_extra={"examples": [example]})


class StayIn(BaseModel):
    """Nights in a country (ISO 3166-1 alpha-2); null: not known yet."""

    model_config = _model({"country": "ES", "nights": 7})
    country: str
    nights: int | None = None


class StopIn(BaseModel):
    model_config = _model({"country": "PT", "hours": 3, "landside": False, "through_ticket": True})
    country: str
    hours: float
    landside: bool = False
    through_ticket: bool = False


class LegIn(BaseModel):
    """One part of the journey. Times are those that the ticket prints, without an offset, on the clock of the place.

    A zone (IANA name) is needed where the country has several.
    """

    model_config = _model(
        {
            "homeward": False,
            "mode": "air",
            "from_country": "BE",
            "to_country": "ES",
            "departs": "2027-07-05T10:15",
            "arrives": "2027-07-05T12:40",
            "carrier": "Brussels Airlines",
            "number": "SN 3721",
        }
    )
    homeward: bool
    mode: Literal["air", "car", "train", "coach", "boat"]
    from_country: str
    to_country: str
    departs: Annotated[NaiveDatetime, Near] | None = None
    arrives: Annotated[NaiveDatetime, Near] | None = None
    from_zone: str = ""
    to_zone: str = ""
    carrier: str = ""
    number: str = ""
    ends_in: Stop = Stop.STAY
    through_ticket: bool = False


class TripIn(BaseModel):
    """A journey whose parts have their times says where it stops; `stops` are not looked at then.

    With `address_with_centre` only the centre reads the address; an empty one leaves there what it holds.
    """

    model_config = _model(
        {
            "children": ["7f0c54f4-5d36-4d27-9a52-6c5f5bb0f0e1"],
            "depart_at": "2027-07-05T09:00:00+02:00",
            "return_at": "2027-07-12T18:00:00+02:00",
            "stays": [{"country": "ES", "nights": 7}],
            "mode": "air",
            "tickets": "outward_and_return",
            "carrier": "SN 3721",
        }
    )
    children: list[UUID] = Field(max_length=MANY)
    depart_at: Moment
    return_at: Moment | None = None  # not known yet
    stays: list[StayIn] = Field(max_length=MANY)
    stops: list[StopIn] = Field(default=[], max_length=MANY)
    mode: Literal["air", "car", "train", "coach", "boat"]
    tickets: TicketsCode = "unknown"
    address: str = ""
    phone: str = ""
    carrier: str = ""
    return_details: str = ""
    legs: list[LegIn] = Field(default=[], max_length=MANY)
    adults: list[str] = Field(default=[], max_length=MANY)
    parent_travels: bool = True
    address_with_centre: bool = False

    @property
    def wish(self) -> Wish:
        """Raises Refused for a part of the journey that cannot be."""
        rows = [(number, Printed(**dict(leg))) for number, leg in enumerate(self.legs, 1)]
        legs, slips = read(rows)
        if slips:
            raise Refused(*slips)
        return Wish(
            children=tuple(self.children),
            depart_at=self.depart_at.astimezone(UTC),
            return_at=self.return_at and self.return_at.astimezone(UTC),
            stays=tuple(CountryStay(stay.country, stay.nights) for stay in self.stays),
            transits=tuple(
                Transit(stop.country, stop.hours, stop.landside, stop.through_ticket) for stop in self.stops
            ),
            mode=self.mode,
            tickets=TICKETS[self.tickets],
            legs=legs,
            adults=tuple(dict.fromkeys(name.strip() for name in self.adults)),
            parent_travels=self.parent_travels,
            address_with_centre=self.address_with_centre,
            **{name: getattr(self, name) for name in TEXTS},
        )


class LeftIn(BaseModel):
    model_config = _model({"left_at": "2027-07-05T09:10:00+02:00"})
    left_at: Moment


class BackIn(BaseModel):
    model_config = _model({"back_at": "2027-07-12T17:40:00+02:00"})
    back_at: Moment


class ConsentIn(BaseModel):
    """Days are inclusive and end at 23:59 Brussels time. `seen`: the `changed_at` of the trip that was shown."""

    model_config = _model(
        {
            "children": ["7f0c54f4-5d36-4d27-9a52-6c5f5bb0f0e1"],
            "countries": ["ES", "SCHENGEN"],
            "valid_from": "2027-07-05",
            "valid_to": "2027-07-12",
        }
    )
    children: list[UUID] = Field(max_length=MANY)
    countries: list[str] = Field(max_length=MANY)
    valid_from: Annotated[date, Near]
    valid_to: Annotated[date, Near]
    adults: list[str] | None = Field(default=None, max_length=MANY)  # null: no limit
    transit: bool = False
    return_on: Annotated[date, Near] | None = None
    residence: str = "BE"
    conditions: str = ""
    seen: Moment | None = None

    @property
    def scope(self) -> Scope:
        return Scope(
            children=tuple(dict.fromkeys(self.children)),
            countries=tuple(dict.fromkeys(self.countries)),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            adults=None
            if self.adults is None
            else tuple(dict.fromkeys(name.strip() for name in self.adults)),
            transit=self.transit,
            return_on=self.return_on,
            residence=self.residence,
            conditions=self.conditions.strip(),
        )


class EndIn(BaseModel):
    """From when the withdrawal counts; null: at once. Until then the other parent learns nothing of it."""

    model_config = _model({"ends_at": "2027-07-01T18:00:00+02:00"})
    ends_at: Moment | None = None


class ObjectionIn(BaseModel):
    model_config = _model({"reason": ""})
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConsentOut:
    """`counts`: neither withdrawn nor run out. `trip` is null for a consent to every trip.

    `withdrawn_at`: when it was taken back; `ends_at`: from when that counts.
    """

    id: UUID
    trip: UUID | None
    by: Home
    children: list[UUID]
    countries: list[str]
    valid_from: date
    valid_to: date
    given_at: datetime
    withdrawn_at: datetime | None
    ends_at: datetime | None
    counts: bool
    adults: list[str] | None
    transit: bool
    return_on: date | None
    residence: str
    conditions: str


@dataclass(frozen=True, slots=True)
class ObjectionOut:
    id: UUID
    by: Home
    reason: str
    made_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class GapOut:
    """What is still open: [starts_at, ends_at) where it is about time."""

    lack: str
    text: str
    children: list[UUID]
    countries: list[str]
    starts_at: datetime | None
    ends_at: datetime | None
    adults: list[str]


@dataclass(frozen=True, slots=True)
class AddressOut:
    address: str


@dataclass(frozen=True, slots=True)
class LegOut:
    """`departs` and `arrives` as the ticket prints them, on the clock of the zone; `_at`: the instants."""

    homeward: bool
    mode: str
    carrier: str
    number: str
    from_country: str
    from_zone: str
    departs: datetime | None
    departs_at: datetime | None
    to_country: str
    to_zone: str
    arrives: datetime | None
    arrives_at: datetime | None
    ends_in: Stop
    through_ticket: bool


@dataclass(frozen=True, slots=True)
class ChangeOut:
    """What is another since the newest consent; `about`: the country it is about. `slight`: nobody is asked again."""

    what: str
    about: str
    slight: bool


@dataclass(frozen=True, slots=True)
class TripOut:
    """A trip as both parents see it. `steps` is what you can do with it now.

    `address_with_centre` is told to who handed it over; for the other parent it is always false.
    """

    id: UUID
    traveller: Home
    children: list[UUID]
    standing: str
    waits_for: Home | None
    depart_at: datetime
    return_at: datetime | None
    stays: list[CountryStay]
    stops: list[Transit]
    mode: str
    tickets: str
    address: str
    phone: str
    carrier: str
    return_details: str
    requested_at: datetime
    changed_at: datetime
    departed_at: datetime | None
    returned_at: datetime | None
    legs: list[LegOut]
    adults: list[str]
    parent_travels: bool
    address_with_centre: bool
    consented_at: datetime | None
    changes: list[ChangeOut]
    gaps: list[GapOut]
    consents: list[ConsentOut]
    objections: list[ObjectionOut]
    steps: list[str]


def trip_out(card: TripCard, home: Home, say: Translator, now: datetime) -> TripOut:
    trip = card.trip
    return TripOut(
        id=trip.id,
        traveller=trip.traveller,
        children=list(trip.children),
        standing=card.standing.value,
        waits_for=card.waits_for,
        depart_at=trip.depart_at,
        return_at=trip.return_at,
        stays=list(trip.stays),
        stops=list(trip.transits),
        mode=trip.mode,
        tickets=tickets_code(trip.tickets),
        address=trip.address,
        phone=trip.phone,
        carrier=trip.carrier,
        return_details=trip.return_details,
        requested_at=trip.requested_at,
        changed_at=trip.changed_at,
        departed_at=trip.departed_at,
        returned_at=trip.returned_at,
        legs=[_leg_out(leg) for leg in trip.legs],
        adults=list(trip.adults),
        parent_travels=trip.parent_travels,
        address_with_centre=trip.address_with_centre and home is trip.traveller,
        consented_at=card.consented_at,
        changes=[_change_out(one) for one in card.changes],
        gaps=[_gap_out(gap, say) for gap in card.gaps],
        consents=[consent_out(given, now) for given in card.consents],
        objections=[_objection_out(made) for made in card.objections],
        steps=sorted(card.steps(home, now)),
    )


def _leg_out(leg: Leg) -> LegOut:
    return LegOut(
        homeward=leg.homeward,
        mode=leg.mode,
        carrier=leg.carrier,
        number=leg.number,
        from_country=leg.from_country,
        from_zone=leg.from_zone,
        departs=leg.departs_at and as_printed(leg.departs_at, leg.from_zone),
        departs_at=leg.departs_at,
        to_country=leg.to_country,
        to_zone=leg.to_zone,
        arrives=leg.arrives_at and as_printed(leg.arrives_at, leg.to_zone),
        arrives_at=leg.arrives_at,
        ends_in=leg.ends_in,
        through_ticket=leg.through_ticket,
    )


def _change_out(one: Change) -> ChangeOut:
    return ChangeOut(one.what.value, one.about, one.slight)


def consent_out(given: Consent, now: datetime) -> ConsentOut:
    return ConsentOut(
        id=given.id,
        trip=given.trip_id,
        by=given.by,
        children=list(given.children),
        countries=list(given.countries),
        valid_from=given.valid_from,
        valid_to=given.valid_to,
        given_at=given.given_at,
        withdrawn_at=given.withdrawn_at,
        ends_at=given.ends_at,
        counts=is_active(given, now),
        adults=None if given.adults is None else list(given.adults),
        transit=given.transit,
        return_on=given.return_on,
        residence=given.residence,
        conditions=given.conditions,
    )


def _objection_out(made: Objection) -> ObjectionOut:
    return ObjectionOut(made.id, made.by, made.reason, made.made_at, made.withdrawn_at)


def _gap_out(gap: Gap, say: Translator) -> GapOut:
    starts_at, ends_at = gap.time or (None, None)
    return GapOut(
        gap.lack.value,
        say.say(gap.problem),
        list(gap.children),
        list(gap.countries),
        starts_at,
        ends_at,
        list(gap.adults),
    )
