"""A trip with children, from the wish to the way back: who may do what, and what is wrong with a wish. Pure.

Only the travelling parent asks, changes, cancels and leaves; either parent may record that the children are back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from parenting_plans.countries import is_country
from parenting_plans.coverage import spelt
from parenting_plans.errors import NotYourOwn, TripNotBegun, TripOver
from parenting_plans.fields import has_strange_signs
from parenting_plans.itinerary import is_timed, transits
from parenting_plans.legs import LONGEST_TRANSIT, MODES, problems_of_legs
from parenting_plans.values import ZONE, CountryStay, Home, Leg, Problem, Tickets, Transit, Trip, TripStatus

TEXTS = {
    "address": 300,
    "phone": 40,
    "carrier": 120,
    "return_details": 500,
}  # most characters the other parent reads
LINES = ("address", "return_details")
HORIZON = timedelta(days=731)
MOST_STAYS = 30
MOST_ADULTS = 10
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Wish:
    """What a parent asks for. Times are aware; `return_at` and `tickets` are None while nobody knows.

    With `address_with_centre` the address is for the centre only; an empty one then stays the one it holds already.
    """

    children: tuple[UUID, ...]
    depart_at: datetime
    return_at: datetime | None
    stays: tuple[CountryStay, ...]
    mode: str
    transits: tuple[Transit, ...] = ()
    tickets: Tickets | None = None
    address: str = ""
    phone: str = ""
    carrier: str = ""
    return_details: str = ""
    legs: tuple[Leg, ...] = ()
    adults: tuple[str, ...] = ()
    parent_travels: bool = True
    address_with_centre: bool = False


def problems_of_trip(
    wish: Wish, children: Sequence[UUID], now: datetime, trip: Trip | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with the wish, at once. `children`: the family's; `trip`: what it would change."""
    return (
        *_of_children(wish, children),
        *_of_dates(wish, now, trip),
        *_of_stays(wish),
        *_of_transits(wish),
        *problems_of_legs(wish.legs, wish.stays, wish.depart_at, wish.return_at),
        *_of_adults(wish),
        *_of_texts(wish),
        *_of_address(wish, trip),
    )


def _of_children(wish: Wish, children: Sequence[UUID]) -> Iterator[Problem]:
    if not wish.children:
        yield Problem("children", "Choose at least one child.")
    elif not set(wish.children) <= set(children) or len(set(wish.children)) < len(wish.children):
        yield Problem("children", "Choose from the children of this family.")


def _of_dates(wish: Wish, now: datetime, trip: Trip | None) -> Iterator[Problem]:
    leave, back = wish.depart_at.astimezone(UTC), wish.return_at and wish.return_at.astimezone(UTC)
    if trip is not None and trip.departed_at is not None:
        if leave != trip.depart_at:
            yield Problem("depart_at", "The trip has begun. Leave the departure as it was.")
    elif leave < now and (trip is None or leave != trip.depart_at):
        yield Problem("depart_at", "Choose a departure that is still to come.")
    elif leave > now + HORIZON:
        yield Problem("depart_at", "Choose a departure within two years.")
    if back is not None and back <= leave:
        yield Problem("return_at", "Choose a return that is after the departure.")
    elif back is not None and back > now + HORIZON:
        yield Problem("return_at", "Choose a return within two years.")


def _of_stays(wish: Wish) -> Iterator[Problem]:
    if not wish.stays:
        yield Problem("stays", "Name at least one country.")
    if len(wish.stays) > MOST_STAYS:
        yield Problem("stays", "Name at most {most} countries.", {"most": str(MOST_STAYS)})
    if not all(is_country(stay.country) for stay in wish.stays):
        yield Problem("stays", "Choose each country from the list.")
    nights = [stay.nights for stay in wish.stays if stay.nights is not None]
    if any(not 0 <= count <= HORIZON.days for count in nights):
        yield Problem("stays", "Give the nights as a number from 0 up.")
    elif sum(nights) > _most_nights(wish):
        yield Problem("stays", "The nights add up to more than the trip has.")


def _most_nights(wish: Wish) -> int:
    if wish.return_at is None or wish.return_at <= wish.depart_at:
        return HORIZON.days
    # One more than in Brussels: far away a trip can hold a night that the calendar here does not see.
    return (wish.return_at.astimezone(ZONE).date() - wish.depart_at.astimezone(ZONE).date()).days + 1


def _of_transits(wish: Wish) -> Iterator[Problem]:
    if len(wish.transits) > MOST_STAYS or not all(is_country(one.country) for one in wish.transits):
        yield Problem("transits", "Choose each country on the way from the list.")
    if not all(0 < one.hours <= LONGEST_TRANSIT for one in wish.transits):
        yield Problem("transits", "Give the hours of a stop on the way, at most 48. Longer is a stay.")


def _of_adults(wish: Wish) -> Iterator[Problem]:
    if not wish.parent_travels and not wish.adults:
        yield Problem("adults", "Name the adult who travels with the children, or say that you travel along.")
    if len(wish.adults) > MOST_ADULTS:
        yield Problem("adults", "Name at most {most} adults.", {"most": str(MOST_ADULTS)})
    if any(not name.strip() or has_strange_signs(name) for name in wish.adults):
        yield Problem("adults", "Write each name in ordinary letters, one on each line.")
    if any(len(name) > LONGEST_NAME for name in wish.adults):
        text = "Write at most {maximum} characters for each name."
        yield Problem("adults", text, {"maximum": str(LONGEST_NAME)})
    if len({spelt(name) for name in wish.adults}) < len(wish.adults):
        yield Problem("adults", "Write each name once.")


def _of_address(wish: Wish, trip: Trip | None) -> Iterator[Problem]:
    held = trip is not None and trip.address_with_centre
    if wish.address_with_centre and not wish.address and not held:
        yield Problem("address", "Write the address that the centre keeps, or do not hand one over.")


def _of_texts(wish: Wish) -> Iterator[Problem]:
    if wish.mode not in MODES:
        yield Problem("mode", "Choose how you travel.")
    for name, most in TEXTS.items():
        text = getattr(wish, name)
        if len(text) > most:
            yield Problem(name, "Write at most {maximum} characters.", {"maximum": str(most)})
        elif has_strange_signs(text, lines=name in LINES):
            yield Problem(name, "Use ordinary letters and signs.")


def request(wish: Wish, *, family_id: UUID, traveller: Home, id: UUID, now: datetime) -> Trip:
    """The trip that a wish without problems becomes: requested, or booked when there is a ticket already."""
    return Trip(
        id=id,
        family_id=family_id,
        traveller=traveller,
        status=_status(wish, TripStatus.REQUESTED),
        requested_at=now,
        changed_at=now,
        **_said(wish),
    )


def change(trip: Trip, by: Home, wish: Wish, now: datetime) -> Trip:
    """The trip as its traveller now wants it; the wish has no problems. Raises NotYourOwn, TripOver."""
    _own(trip, by)
    if trip.returned_at is not None:
        raise TripOver
    return replace(trip, status=_status(wish, trip.status), changed_at=now, **_said(wish))


def _said(wish: Wish) -> dict[str, Any]:
    said = {name: getattr(wish, name) for name in Wish.__dataclass_fields__}
    if is_timed(wish.legs):
        said["transits"] = transits(wish.legs)
    if wish.address_with_centre:
        said["address"] = ""  # sealed elsewhere; nobody who reads the trip reads it
    return said


def _status(wish: Wish, before: TripStatus) -> TripStatus:
    if wish.tickets and (wish.tickets.child_out or wish.tickets.child_return):
        return TripStatus.BOOKED
    return TripStatus.PLANNED if before is TripStatus.BOOKED else before


def agreed(trip: Trip, now: datetime) -> Trip:
    """After a consent, a trip that was only requested is planned; any other stays as it is."""
    if trip.status is not TripStatus.REQUESTED:
        return trip
    return replace(trip, status=TripStatus.PLANNED, changed_at=now)


def cancel(trip: Trip, by: Home, now: datetime) -> Trip:
    """Called off by its traveller before it begins. Raises NotYourOwn, TripOver."""
    _own(trip, by)
    if trip.departed_at is not None:
        raise TripOver
    return replace(trip, status=TripStatus.CANCELLED, changed_at=now)


def depart(trip: Trip, by: Home, at: datetime, now: datetime) -> Trip:
    """The traveller says that the trip began `at`, not later than now. Raises NotYourOwn, TripNotBegun, TripOver."""
    _own(trip, by)
    if trip.departed_at is not None:
        raise TripOver
    if at > now:
        raise TripNotBegun
    return replace(trip, departed_at=at, changed_at=now)


def come_back(trip: Trip, at: datetime, now: datetime) -> Trip:
    """Either parent says that the children were back `at`, not later than now. Raises TripNotBegun, TripOver.

    A trip nobody recorded as begun counts as begun at its planned departure.
    """
    if trip.status is TripStatus.CANCELLED or trip.returned_at is not None:
        raise TripOver
    departed_at = trip.departed_at or trip.depart_at
    if not departed_at <= at <= now:
        raise TripNotBegun
    return replace(trip, departed_at=departed_at, returned_at=at, changed_at=now)


def _own(trip: Trip, by: Home) -> None:
    if by is not trip.traveller:
        raise NotYourOwn
    if trip.status is TripStatus.CANCELLED:
        raise TripOver
