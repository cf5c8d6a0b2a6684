"""The forms about trips: what was typed into them, with rows that work without JavaScript, and back again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, BaseModel

from mediation.refusals import Refused
from parenting_plans.consents import Scope
from parenting_plans.travel import MOST_STAYS, Wish
from parenting_plans.values import ZONE, CountryStay, Problem, Tickets, Transit, Trip
from portal.forms import Wrong, instant, parse

TICKETS: Final[Mapping[str, Tickets | None]] = {
    "not_booked": Tickets(child_out=False, child_return=False),
    "outward": Tickets(child_out=True, child_return=False),
    "outward_and_return": Tickets(child_out=True, child_return=True),
    "return_only": Tickets(child_out=False, child_return=True),
    "unknown": None,
}
TEXTS: Final = ("address", "phone", "carrier", "return_details")
STAY_ROWS, STOP_ROWS = 6, 4  # how many are shown when fewer are filled in
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
        named = tuple(dict.fromkeys(line.strip() for line in self.adults.splitlines() if line.strip()))
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
    slips = (*(form if isinstance(form, tuple) else _of_return(form)), *stay_slips, *stop_slips)
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
        **{name: getattr(form, name) for name in TEXTS},
    )


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
    """The rows in which anything was filled in, and what is wrong in them, each problem at its own field."""
    rows: list[Row] = []
    slips: list[Problem] = []
    for number in range(1, MOST_STAYS + 1):
        named = {name: typed.get(f"{prefix}_{name}_{number}") for name in model.model_fields}
        given = {name: value for name, value in named.items() if value}
        row = parse(model, given) if given else None
        if isinstance(row, tuple):
            slips += [replace(slip, field=f"{prefix}_{slip.field}_{number}") for slip in row]
        elif row is not None:
            rows.append(row)
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
    for number, stop in enumerate(trip.transits, 1):
        values |= {
            f"stop_country_{number}": stop.country,
            f"stop_hours_{number}": _plain(stop.hours),
            f"stop_landside_{number}": "on" if stop.landside else "",
            f"stop_through_{number}": "on" if stop.through_ticket else "",
        }
    return values


def tickets_code(booked: Tickets | None) -> str:
    return next(code for code, tickets in TICKETS.items() if tickets == booked)


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
