"""The forms about trips: what was typed into them, with rows that work without JavaScript, and back again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel

from mediation.refusals import Refused
from parenting_plans.consents import Scope
from parenting_plans.itinerary import is_timed
from parenting_plans.legs import MOST_LEGS, Printed, read
from parenting_plans.travel import MOST_STAYS, Wish
from parenting_plans.values import ZONE, CountryStay, Leg, Problem, Stop, Tickets, Transit, Trip
from parenting_plans.zones import as_printed, zones_of
from portal.forms import Wrong, instant, parse

TICKETS: Final[Mapping[str, Tickets | None]] = {
    "not_booked": Tickets(child_out=False, child_return=False),
    "outward": Tickets(child_out=True, child_return=False),
    "outward_and_return": Tickets(child_out=True, child_return=True),
    "return_only": Tickets(child_out=False, child_return=True),
    "unknown": None,
}
TEXTS: Final = ("address", "phone", "carrier", "return_details")
STAY_ROWS, STOP_ROWS, LEG_ROWS = 6, 4, 4  # how many are shown when fewer are filled in
FIRST_YEAR, LAST_YEAR = 2000, 2199


def near(day: date) -> date:
    """Refuse a year that is surely a slip, and that no time zone can compute with."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Wrong("Give the year with four digits, for example 2027.")
    return day


Near = AfterValidator(near)


class TripForm(BaseModel):
    children: list[UUID] = []
    depart_at: Annotated[datetime, Near]
    return_at: Annotated[datetime, Near] | None = None
    return_unknown: bool = False
    mode: str = ""
    tickets: Literal["not_booked", "outward", "outward_and_return", "return_only", "unknown"]
    address: str = ""
    phone: str = ""
    carrier: str = ""
    return_details: str = ""
    adults: str = ""
    without_parent: bool = False
    address_with_centre: bool = False


class LegRow(BaseModel):
    """One part of the journey; its times are those that the ticket prints."""

    way: Literal["there", "back"]
    mode: Literal["air", "car", "train", "coach", "boat"]
    from_country: str
    departs: Annotated[datetime, Near] | None = None
    from_zone: str = ""
    to_country: str
    arrives: Annotated[datetime, Near] | None = None
    to_zone: str = ""
    carrier: str = ""
    number: str = ""
    ends_in: Stop = Stop.STAY
    through: bool = False

    @property
    def printed(self) -> Printed:
        return Printed(
            homeward=self.way == "back",
            mode=self.mode,
            from_country=self.from_country,
            to_country=self.to_country,
            carrier=self.carrier,
            number=self.number,
            departs=self.departs and self.departs.replace(tzinfo=None),
            arrives=self.arrives and self.arrives.replace(tzinfo=None),
            from_zone=self.from_zone,
            to_zone=self.to_zone,
            ends_in=self.ends_in,
            through_ticket=self.through,
        )


class StayRow(BaseModel):
    country: str
    nights: int | None = None


class StopRow(BaseModel):
    country: str
    hours: float
    landside: bool = False
    through: bool = False


class ConsentForm(BaseModel):
    children: list[UUID] = []
    countries: list[str] = []
    valid_from: Annotated[date, Near]
    valid_to: Annotated[date, Near]
    company: Literal["anyone", "named"] = "anyone"
    adults: str = ""
    transit: bool = False
    return_on: Annotated[date, Near] | None = None
    residence: str = "BE"
    conditions: str = ""
    seen: datetime | None = None  # when the trip that was shown had last changed

    @property
    def scope(self) -> Scope:
        named = named_in(self.adults)
        return Scope(
            children=tuple(dict.fromkeys(self.children)),
            countries=tuple(dict.fromkeys(self.countries)),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            adults=named if self.company == "named" else None,
            transit=self.transit,
            return_on=self.return_on,
            residence=self.residence,
            conditions=self.conditions,
        )


def scope_values(scope: Scope) -> dict[str, Any]:
    """The form filled in with a scope."""
    return {
        "children": scope.children,
        "countries": scope.countries,
        "valid_from": scope.valid_from,
        "valid_to": scope.valid_to,
        "company": "anyone" if scope.adults is None else "named",
        "adults": "\n".join(scope.adults or ()),
        "transit": "on" if scope.transit else "",
        "return_on": scope.return_on,
        "residence": scope.residence,
        "conditions": scope.conditions,
    }


class EndForm(BaseModel):
    when: Literal["now", "later"] = "now"
    ends_at: Annotated[datetime, Near] | None = None

    @property
    def moment(self) -> datetime | None:
        """None: at once."""
        if self.when == "now":
            return None
        if self.ends_at is None:
            raise Refused(Problem("ends_at", "Give the moment from which it counts."))
        return instant(self.ends_at).astimezone(UTC)


class ReasonForm(BaseModel):
    reason: str = ""


class LeftForm(BaseModel):
    left_at: Annotated[datetime, Near]


class BackForm(BaseModel):
    back_at: Annotated[datetime, Near]


Typed = Mapping[str, Any]
Row = TypeVar("Row", bound=BaseModel)


def wish_of(typed: Typed, trip: Trip | None = None) -> Wish:
    """What the form asks for. Raises Refused with every slip. `trip`: what the wish would change."""
    form = parse(TripForm, typed)
    stays, stay_slips = _rows(StayRow, "stay", typed)
    stops, stop_slips = _rows(StopRow, "stop", typed)
    legs, leg_slips = _legs(typed)
    of_form = form if isinstance(form, tuple) else _of_return(form)
    slips = (*of_form, *stay_slips, *stop_slips, *leg_slips)
    if slips or isinstance(form, tuple):
        raise Refused(*slips)
    return Wish(
        children=tuple(form.children),
        depart_at=_moment(form.depart_at, trip.depart_at if trip else None),
        return_at=form.return_at and _moment(form.return_at, trip.return_at if trip else None),
        stays=tuple(CountryStay(row.country, row.nights) for row in stays),
        transits=tuple(Transit(row.country, row.hours, row.landside, row.through) for row in stops),
        mode=form.mode,
        tickets=TICKETS[form.tickets],
        legs=legs,
        adults=named_in(form.adults),
        parent_travels=not form.without_parent,
        address_with_centre=form.address_with_centre,
        **{name: getattr(form, name) for name in TEXTS},
    )


def named_in(lines: str) -> tuple[str, ...]:
    """One name on each line, each once."""
    return tuple(dict.fromkeys(line.strip() for line in lines.splitlines() if line.strip()))


def _legs(typed: Typed) -> tuple[tuple[Leg, ...], list[Problem]]:
    rows, slips = _numbered(LegRow, "leg", typed, MOST_LEGS)
    legs, more = read([(number, row.printed) for number, row in rows])
    return legs, [*slips, *more]


def zones_to_choose(typed: Typed) -> dict[str, tuple[tuple[str, str], ...]]:
    """The zones to choose from at each place whose country has several, by the name of the field."""
    found = {}
    for number in range(1, MOST_LEGS + 1):
        for end in ("from", "to"):
            country = typed.get(f"leg_{end}_country_{number}", "")
            zones = zones_of(country) if isinstance(country, str) else ()
            if len(zones) > 1:
                named = ((zone, zone.partition("/")[2].replace("_", " ") or zone) for zone in zones)
                found[f"leg_{end}_zone_{number}"] = tuple(sorted(named, key=lambda one: one[1]))
    return found


def _of_return(form: TripForm) -> tuple[Problem, ...]:
    if form.return_at is None and not form.return_unknown:
        return (Problem("return_at", "Give the return, or say that it is not known yet."),)
    if form.return_at is not None and form.return_unknown:
        return (Problem("return_at", "Give the return or say that it is not known yet, not both."),)
    return ()


def _moment(wall: datetime, kept: datetime | None) -> datetime:
    """The instant of a typed wall time; one that was shown and left alone stays to the second what it was."""
    if (
        kept is not None
        and kept.astimezone(ZONE).replace(tzinfo=None, fold=0, second=0, microsecond=0) == wall
    ):
        return kept
    return instant(wall).astimezone(UTC)


def _rows(model: type[Row], prefix: str, typed: Typed) -> tuple[list[Row], list[Problem]]:
    rows, slips = _numbered(model, prefix, typed, MOST_STAYS)
    return [row for _, row in rows], slips


def _numbered(
    model: type[Row], prefix: str, typed: Typed, most: int
) -> tuple[list[tuple[int, Row]], list[Problem]]:
    """The rows in which anything was filled in, and what is wrong in them, each problem at its own field."""
    rows: list[tuple[int, Row]] = []
    slips: list[Problem] = []
    for number in range(1, most + 1):
        named = {name: typed.get(f"{prefix}_{name}_{number}") for name in model.model_fields}
        given = {name: value for name, value in named.items() if value}
        row = parse(model, given) if given else None
        if isinstance(row, tuple):
            slips += [replace(slip, field=f"{prefix}_{slip.field}_{number}") for slip in row]
        elif row is not None:
            rows.append((number, row))
    return rows, slips


def row_count(values: Typed, prefix: str, least: int) -> int:
    """How many rows to show: all that hold something, and at least `least`."""
    held = [
        number
        for number in range(1, MOST_STAYS + 1)
        if any(
            value and name.startswith(f"{prefix}_") and name.endswith(f"_{number}")
            for name, value in values.items()
        )
    ]
    return max([least, *held])


def values_of(trip: Trip) -> dict[str, Any]:
    """The form filled in with a trip as it stands."""
    values: dict[str, Any] = {
        name: getattr(trip, name) for name in (*TEXTS, "children", "depart_at", "return_at", "mode")
    }
    values["return_unknown"] = "" if trip.return_at else "on"
    values["tickets"] = tickets_code(trip.tickets)
    for number, stay in enumerate(trip.stays, 1):
        values |= {f"stay_country_{number}": stay.country, f"stay_nights_{number}": _plain(stay.nights)}
    values["adults"] = "\n".join(trip.adults)
    values["without_parent"] = "" if trip.parent_travels else "on"
    values["address_with_centre"] = "on" if trip.address_with_centre else ""
    for number, leg in enumerate(trip.legs, 1):
        values |= _leg_values(leg, number)
    stops = () if is_timed(trip.legs) else trip.transits  # the journey itself says where it stops
    for number, stop in enumerate(stops, 1):
        values |= {
            f"stop_country_{number}": stop.country,
            f"stop_hours_{number}": _plain(stop.hours),
            f"stop_landside_{number}": "on" if stop.landside else "",
            f"stop_through_{number}": "on" if stop.through_ticket else "",
        }
    return values


def _leg_values(leg: Leg, number: int) -> dict[str, Any]:
    said = {
        "way": "back" if leg.homeward else "there",
        "mode": leg.mode,
        "from_country": leg.from_country,
        "departs": leg.departs_at and as_printed(leg.departs_at, leg.from_zone),
        "from_zone": leg.from_zone,
        "to_country": leg.to_country,
        "arrives": leg.arrives_at and as_printed(leg.arrives_at, leg.to_zone),
        "to_zone": leg.to_zone,
        "carrier": leg.carrier,
        "number": leg.number,
        "ends_in": leg.ends_in.value,
        "through": "on" if leg.through_ticket else "",
    }
    return {f"leg_{name}_{number}": value for name, value in said.items()}


def tickets_code(booked: Tickets | None) -> str:
    return next(code for code, tickets in TICKETS.items() if tickets == booked)


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
