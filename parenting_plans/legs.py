"""The parts of a journey as a ticket prints them: what is wrong with one, and with all of them together. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from parenting_plans.countries import HOME, is_country
from parenting_plans.fields import has_strange_signs
from parenting_plans.itinerary import Kind, is_timed, of_journey, transits
from parenting_plans.values import CountryStay, Leg, Problem, Stop
from parenting_plans.zones import exists, only_zone, placed, zones_of

MODES = ("air", "car", "train", "coach", "boat")
MOST_LEGS = 12
TEXTS = {"carrier": 60, "number": 20}
LONGEST_TRANSIT = 48.0  # hours; longer is a stay
NIGHTS_APART = 1  # who arrives after midnight counts a night that the calendar does not


@dataclass(frozen=True, slots=True)
class Printed:
    """One part of a journey as it was typed. Times are naive, on the clock of the place; an empty zone is worked out."""

    homeward: bool
    mode: str
    from_country: str
    to_country: str
    carrier: str = ""
    number: str = ""
    departs: datetime | None = None
    arrives: datetime | None = None
    from_zone: str = ""
    to_zone: str = ""
    ends_in: Stop = Stop.STAY
    through_ticket: bool = False


def read(rows: Sequence[tuple[int, Printed]]) -> tuple[tuple[Leg, ...], tuple[Problem, ...]]:
    """The legs in the order of the rows, and every slip at `leg_<what>_<number>`. A row with a slip makes no leg."""
    legs: list[Leg] = []
    slips: list[Problem] = []
    for number, row in rows:
        found = [Problem(f"leg_{name}_{number}", text, said) for name, text, said in _slips(row)]
        slips += found
        if not found:
            legs.append(_leg(row))
    return tuple(legs), tuple(slips)


def _leg(row: Printed) -> Leg:
    from_zone, to_zone = _zone(row.from_zone, row.from_country), _zone(row.to_zone, row.to_country)
    leaves = placed(row.departs, from_zone) if row.departs else None
    return Leg(
        homeward=row.homeward,
        mode=row.mode,
        carrier=row.carrier,
        number=row.number,
        from_country=row.from_country,
        to_country=row.to_country,
        departs_at=leaves,
        arrives_at=placed(row.arrives, to_zone, leaves) if row.arrives else None,
        from_zone=from_zone,
        to_zone=to_zone,
        ends_in=row.ends_in,
        through_ticket=row.through_ticket,
    )


def _zone(chosen: str, country: str) -> str:
    """The only one there is, whatever was chosen before the country was changed; else the one chosen."""
    return only_zone(country) or chosen or (zones_of(country) or ("Etc/UTC",))[0]


Slip = tuple[str, str, dict[str, str]]


def _slips(row: Printed) -> Iterator[Slip]:
    if row.mode not in MODES:
        yield "mode", "Choose how you travel.", {}
    for name, most in TEXTS.items():
        text = getattr(row, name)
        if len(text) > most:
            yield name, "Write at most {maximum} characters.", {"maximum": str(most)}
        elif has_strange_signs(text):
            yield name, "Use ordinary letters and signs.", {}
    yield from _of_end("from", row.from_country, row.from_zone, row.departs, "departs")
    yield from _of_end("to", row.to_country, row.to_zone, row.arrives, "arrives")
    if (row.departs is None) != (row.arrives is None):
        missing = "departs" if row.departs is None else "arrives"
        yield missing, "Give both times, or neither.", {}


def _of_end(end: str, country: str, zone: str, wall: datetime | None, clock: str) -> Iterator[Slip]:
    if not is_country(country):
        yield f"{end}_country", "Choose each country from the list.", {}
        return
    alone = only_zone(country)
    if not alone and zone and zone not in zones_of(country):
        yield f"{end}_zone", "This time zone is in another country. Choose one of this country.", {}
    elif not alone and not zone and wall is not None:
        yield f"{end}_zone", "This country has several time zones. Choose the one of the place.", {}
    elif wall is not None and not exists(wall, alone or zone):
        yield clock, "The clocks there skip this time. Look at the ticket again.", {}


def problems_of_legs(
    legs: Sequence[Leg], stays: Sequence[CountryStay], depart_at: datetime, return_at: datetime | None
) -> tuple[Problem, ...]:
    """Everything that is wrong with the journey as a whole, at once."""
    if not legs:
        return ()
    if len(legs) > MOST_LEGS:
        return (Problem("legs", "Name at most {most} parts of the journey.", {"most": str(MOST_LEGS)}),)
    found = [*_of_values(legs), *_of_chain(legs), *_of_times(legs, depart_at, return_at)]
    return tuple(found or _of_nights(legs, stays, depart_at, return_at))


def _of_values(legs: Sequence[Leg]) -> Iterator[Problem]:
    """Slips that a form says at their own fields; here for every other door."""
    for leg in legs:
        texts_fit = all(
            len(text := getattr(leg, name)) <= most and not has_strange_signs(text)
            for name, most in TEXTS.items()
        )
        places = ((leg.from_country, leg.from_zone), (leg.to_country, leg.to_zone))
        if (
            leg.mode not in MODES
            or not texts_fit
            or any(zone not in zones_of(place) for place, zone in places)
        ):
            yield Problem("legs", "A part of the journey cannot be read. Write it again.")
            return


def _of_chain(legs: Sequence[Leg]) -> Iterator[Problem]:
    outward = [leg for leg in legs if not leg.homeward]
    homeward = [leg for leg in legs if leg.homeward]
    if list(legs) != [*outward, *homeward]:
        yield Problem("legs", "Put the parts of the way there before those of the way back.")
    if outward and outward[0].from_country != HOME:
        yield Problem("legs", "The way there begins in Belgium. Add the first part of the journey.")
    if homeward and homeward[-1].to_country != HOME:
        yield Problem("legs", "The way back ends in Belgium. Add the last part of the journey.")
    if homeward and not outward:
        yield Problem("legs", "Add the way there as well, or leave out the way back.")
    if outward and outward[-1].ends_in is not Stop.STAY:
        yield Problem("legs", "The last part of the way there ends with a stay.")
    if any(before.to_country != after.from_country for before, after in pairwise(legs)):
        yield Problem("legs", "Each part of the journey begins in the country where the one before ended.")


def _of_times(legs: Sequence[Leg], depart_at: datetime, return_at: datetime | None) -> Iterator[Problem]:
    times = [(leg.departs_at, leg.arrives_at) for leg in legs]
    known = [(leaves, arrives) for leaves, arrives in times if leaves is not None and arrives is not None]
    if len(known) < sum(leaves is not None or arrives is not None for leaves, arrives in times):
        yield Problem("legs", "Give both times of a part of the journey, or neither.")
    if any(arrives <= leaves for leaves, arrives in known):
        yield Problem("legs", "Each part of the journey arrives after it leaves. Look at the time zones too.")
    if any(after[0] < before[1] for before, after in pairwise(known)):
        yield Problem("legs", "Put the parts of the journey in the order of their times.")
    if known and known[0][0] < depart_at:
        yield Problem("legs", "The journey begins before the departure of the trip. Change one of the two.")
    if known and return_at is not None and max(arrives for _, arrives in known) > return_at:
        yield Problem("legs", "The journey ends after the return of the trip. Change one of the two.")
    if not all(one.hours <= LONGEST_TRANSIT for one in transits(legs)):
        yield Problem("legs", "A stop on the way of more than 48 hours is a stay.")


def _of_nights(
    legs: Sequence[Leg], stays: Sequence[CountryStay], depart_at: datetime, return_at: datetime | None
) -> Iterator[Problem]:
    """With its times, the journey alone says where the children are: it must hold every country with nights."""
    if not is_timed(legs):
        return
    held: dict[str, int | None] = {}
    for one in of_journey(legs, depart_at, return_at):
        if one.kind is Kind.STAY and one.country != HOME:
            before = held.get(one.country, 0)
            held[one.country] = None if before is None or one.nights is None else before + one.nights
    said: dict[str, int | None] = {}
    for stay in stays:
        if stay.country != HOME:
            before = said.get(stay.country, 0)
            said[stay.country] = None if before is None or stay.nights is None else before + stay.nights
    if any(country not in held for country, nights in said.items() if nights != 0):
        text = "Add a part of the journey to every country with nights, or leave out the times."
        yield Problem("legs", text)
    if any(country not in said for country, nights in held.items() if nights != 0):
        yield Problem("stays", "Name every country where the journey stops for nights.")
    if any(_differ(held.get(country), nights) for country, nights in said.items()):
        yield Problem("stays", "The nights do not fit the times of the journey. Change one of the two.")


def _differ(held: int | None, said: int | None) -> bool:
    return held is not None and said is not None and abs(held - said) > NIGHTS_APART
