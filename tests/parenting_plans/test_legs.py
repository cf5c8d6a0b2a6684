"""A journey as the tickets print it: zones, clocks that change, and parts that must fit together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import countries, legs, travel, zones
from parenting_plans.itinerary import Kind, presences
from parenting_plans.legs import Printed, problems_of_legs
from parenting_plans.store.trips import _leg_as_json, _leg_from
from parenting_plans.travel import problems_of_trip
from parenting_plans.values import CountryStay, Home, Leg, Stop, Transit
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW
from tests.parenting_plans.test_travel import BACK, HOUR, LEAVE, wish


def printed(**said):
    whole = {
        "homeward": False, "mode": "air", "from_country": "BE", "to_country": "MA", "carrier": "Royal Air Maroc",
        "number": "AT 833", "departs": datetime(2027, 7, 1, 10), "arrives": datetime(2027, 7, 1, 12, 30),
    }  # fmt: skip
    return Printed(**{**whole, **said})


def back_home(**said):
    whole = {
        "homeward": True, "from_country": "MA", "to_country": "BE",
        "departs": datetime(2027, 7, 14, 12), "arrives": datetime(2027, 7, 14, 16, 30),
    }  # fmt: skip
    return printed(**{**whole, **said})


def slips(*rows):
    return [one.field for one in legs.read(list(enumerate(rows, 1)))[1]]


def read(*rows):
    found, wrong = legs.read(list(enumerate(rows, 1)))
    assert wrong == ()
    return found


IN_MOROCCO = (CountryStay("MA", 13),)


def whole(*rows, stays=(), leave=LEAVE, back=BACK):
    return [one.text for one in problems_of_legs(read(*rows), stays or IN_MOROCCO, leave, back)]


# Zones


def test_every_country_has_a_zone():
    assert [code for code in countries.codes() if not zones.zones_of(code)] == []
    assert zones.zones_of("ZZ") == ()


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        ("BE", "Europe/Brussels"),
        ("MA", "Africa/Casablanca"),
        ("XK", "Europe/Belgrade"),
        ("US", ""),
        ("ES", ""),
    ],
)
def test_the_zone_follows_from_a_country_that_has_one(country, zone):
    assert zones.only_zone(country) == zone


@pytest.mark.parametrize(
    ("wall", "zone", "there"),
    [
        (datetime(2027, 3, 28, 2, 30), "Europe/Brussels", False),
        (datetime(2027, 3, 28, 3, 0), "Europe/Brussels", True),
        (datetime(2027, 3, 28, 1, 59), "Europe/Brussels", True),
        (datetime(2027, 3, 28, 1, 30), "Europe/Lisbon", False),
        (datetime(2027, 3, 28, 2, 30), "Africa/Tunis", True),
        (datetime(2027, 10, 31, 2, 30), "Europe/Brussels", True),  # comes twice
        (datetime(2027, 3, 14, 2, 30), "America/New_York", False),
        (datetime(2028, 2, 29, 23, 59), "Europe/Brussels", True),
    ],
)
def test_a_time_that_the_clocks_skip_is_no_time(wall, zone, there):
    assert zones.exists(wall, zone) is there


def test_a_time_that_comes_twice_is_the_first_that_fits():
    wall = datetime(2027, 10, 31, 2, 30)
    first = zones.placed(wall, "Europe/Brussels")
    assert first == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert zones.placed(wall, "Europe/Brussels", first + timedelta(minutes=10)) == first + HOUR


@settings(max_examples=120, deadline=None)
@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)).map(lambda one: one.replace(second=0, microsecond=0)),
    zone=st.sampled_from(["Europe/Brussels", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Australia/Lord_Howe"]),
)  # fmt: skip
def test_what_a_ticket_prints_is_shown_as_printed(at, zone):
    if zones.exists(at, zone):
        assert zones.as_printed(zones.placed(at, zone), zone) == at


def test_over_the_date_line_the_clock_goes_back():
    (leg,) = read(printed(from_country="JP", to_country="US", to_zone="Pacific/Honolulu",
                          departs=datetime(2027, 7, 2, 21), arrives=datetime(2027, 7, 2, 9)))  # fmt: skip
    assert leg.arrives_at - leg.departs_at == 7 * HOUR


# One part of the journey


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({}, []),
        ({"departs": None, "arrives": None}, []),
        ({"arrives": None}, ["leg_arrives_1"]),
        ({"departs": None}, ["leg_departs_1"]),
        ({"mode": "broom"}, ["leg_mode_1"]),
        ({"from_country": "ZZ", "to_country": ""}, ["leg_from_country_1", "leg_to_country_1"]),
        ({"to_country": "US"}, ["leg_to_zone_1"]),
        ({"to_country": "US", "to_zone": "America/New_York"}, []),
        ({"to_country": "US", "to_zone": "Europe/Brussels"}, ["leg_to_zone_1"]),
        ({"to_country": "US", "to_zone": "../../etc/passwd"}, ["leg_to_zone_1"]),
        ({"to_zone": "America/New_York"}, []),  # left over from another country
        ({"departs": datetime(2027, 3, 28, 2, 30)}, ["leg_departs_1"]),
        ({"carrier": "x" * 61, "number": "a\x00"}, ["leg_carrier_1", "leg_number_1"]),
        ({"number": "\u202e1"}, ["leg_number_1"]),
    ],
)  # fmt: skip
def test_a_slip_is_said_at_its_own_field(said, where):
    assert slips(printed(**said)) == where


def test_all_slips_of_all_parts_are_said_at_once():
    assert slips(printed(mode=""), printed(arrives=None)) == ["leg_mode_1", "leg_arrives_2"]


# The journey as a whole


def stop(ends_in=Stop.AIRSIDE):
    """Over Paris to Morocco, with three hours at the airport."""
    there = printed(to_country="FR", arrives=datetime(2027, 7, 1, 11), ends_in=ends_in, through_ticket=True)
    on = printed(from_country="FR", departs=datetime(2027, 7, 1, 14), arrives=datetime(2027, 7, 1, 16), through_ticket=True)  # fmt: skip
    return there, on


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((), ""),
        ((printed(),), ""),
        ((printed(), back_home()), ""),
        ((*stop(), back_home()), ""),
        ((back_home(),), "Add the way there"),
        ((back_home(), printed()), "Put the parts of the way there before"),
        ((printed(from_country="NL"),), "begins in Belgium"),
        ((printed(), back_home(to_country="NL")), "ends in Belgium"),
        ((printed(ends_in=Stop.AIRSIDE), back_home()), "ends with a stay"),
        ((printed(), back_home(from_country="DZ")), "where the one before ended"),
        ((printed(arrives=datetime(2027, 7, 1, 8)),), "arrives after it leaves"),
        ((printed(departs=datetime(2027, 7, 1, 7)),), "before the departure of the trip"),
        ((printed(), back_home(arrives=datetime(2027, 7, 14, 21))), "after the return of the trip"),
        ((printed(), back_home(departs=datetime(2027, 7, 1, 12), arrives=datetime(2027, 7, 1, 18))), "order of their times"),
        ((stop()[0], replace(stop()[1], departs=datetime(2027, 7, 3, 12), arrives=datetime(2027, 7, 3, 14))), "is a stay"),
        ((printed(),) * 13, "at most {most} parts"),
    ],
)  # fmt: skip
def test_the_parts_fit_together(rows, said):
    found = whole(*rows)
    assert [said in one for one in found[:1]] == [True] * bool(said)
    assert bool(found) is bool(said)


@pytest.mark.parametrize(
    ("stays", "said"),
    [
        ((CountryStay("MA", 13),), ""),
        ((CountryStay("MA", 12),), ""),
        ((CountryStay("MA", None),), ""),
        ((CountryStay("MA", 7), CountryStay("MA", 6)), ""),
        ((CountryStay("MA", 13), CountryStay("FR", 0)), ""),
        ((CountryStay("MA", 11),), "nights do not fit"),
        ((CountryStay("MA", 10), CountryStay("DZ", 3)), "to every country with nights"),
        ((CountryStay("DZ", 13),), "to every country with nights"),
    ],
)
def test_nights_and_journey_agree(stays, said):
    found = whole(printed(), back_home(), stays=stays)
    assert (said in found[0]) if said else found == []


def test_all_that_is_wrong_with_a_journey_is_said_at_once():
    found = whole(printed(from_country="NL", arrives=datetime(2027, 7, 1, 7)), back_home(from_country="DZ"))
    assert len(found) == 3


def test_parts_that_no_form_made_are_looked_at_too():
    (leg,) = read(printed())
    for slip in ({"from_zone": "Europe/Paris"}, {"mode": "x"}, {"number": "x" * 21}, {"to_country": "ZZ"}):
        assert problems_of_trip(wish(legs=(replace(leg, **slip),)), CHILDREN, NOW)


def trip_with(*rows, **said):
    asked = wish(legs=read(*rows), stays=(CountryStay("MA", 13),), mode="air", **said)
    return travel.request(asked, family_id=ANA_AND_BEN, traveller=Home.A, id=UUID(int=1), now=NOW)


@pytest.mark.parametrize(("ends_in", "landside"), [(Stop.AIRSIDE, False), (Stop.LANDSIDE, True)])
def test_the_journey_says_where_it_stops(ends_in, landside):
    trip = trip_with(
        *stop(ends_in), back_home(), transits=(Transit("DE", 1, landside=True, through_ticket=False),)
    )
    assert trip.transits == (Transit("FR", 3.0, landside=landside, through_ticket=True),)


def test_without_times_the_typed_stops_stay():
    typed = (Transit("DE", 1, landside=True, through_ticket=False),)
    assert trip_with(printed(departs=None, arrives=None), transits=typed).transits == typed


def test_a_stay_has_the_nights_of_its_own_calendar():
    kinds = [(one.country, one.kind, one.nights) for one in presences(trip_with(*stop(), back_home()))]
    assert ("MA", Kind.STAY, 13) in kinds
    assert ("FR", Kind.TRANSIT, 0) in kinds


hours = st.integers(1, 40)


@st.composite
def journeys(draw):
    at, here, found = LEAVE.astimezone(UTC), "BE", []
    count = draw(st.integers(1, 5))
    for number in range(count):
        to = "BE" if number == count - 1 and count > 1 else draw(st.sampled_from(["MA", "JP", "TN", "SN"]))
        leaves = at + draw(hours) * HOUR
        at = leaves + draw(hours) * HOUR
        found.append(
            Leg(
                homeward=number == count - 1 and count > 1, mode="air", carrier="", number=str(number),
                from_country=here, to_country=to, departs_at=leaves, arrives_at=at,
                from_zone=zones.only_zone(here), to_zone=zones.only_zone(to),
                ends_in=draw(st.sampled_from(Stop)), through_ticket=draw(st.booleans()),
            )
        )  # fmt: skip
        here = to
    return tuple(found), at + draw(hours) * HOUR


@settings(max_examples=80, deadline=None)
@given(journeys())
def test_the_children_are_always_somewhere_and_never_in_two_places(journey):
    made, back = journey
    found = presences(replace(trip_with(), legs=made, return_at=back))
    at_rest = [one for one in found if one.kind is not Kind.WAY]
    assert all(before.ends_at <= after.starts_at for before, after in pairwise(at_rest))
    assert found[0].starts_at == LEAVE.astimezone(UTC)
    assert found[-1].ends_at == back
    reached = found[0].starts_at
    for one in found:
        assert one.starts_at <= reached
        assert one.starts_at < one.ends_at
        reached = max(reached, one.ends_at)


@settings(max_examples=60, deadline=None)
@given(journeys())
def test_legs_are_kept_as_they_are(journey):
    assert tuple(_leg_from(_leg_as_json(leg)) for leg in journey[0]) == journey[0]


# Who comes along, and the address


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"adults": ("Sam", "Tess")}, []),
        ({"parent_travels": False, "adults": ("Sam",)}, []),
        ({"parent_travels": False}, ["adults"]),
        ({"adults": tuple(f"P{n}" for n in range(11))}, ["adults"]),
        ({"adults": ("x" * 121,)}, ["adults"]),
        ({"adults": ("",)}, ["adults"]),
        ({"adults": ("Sam\n",)}, ["adults"]),
        ({"adults": ("Sam\u202e",)}, ["adults"]),
        ({"adults": ("Zoé", "zoe")}, ["adults"]),
        ({"address_with_centre": True}, ["address"]),
        ({"address_with_centre": True, "address": "Calle 1"}, []),
    ],
)
def test_company_and_address(said, where):
    assert [one.field for one in problems_of_trip(wish(**said), CHILDREN, NOW)] == where


def test_an_address_for_the_centre_is_nowhere_in_the_trip():
    trip = trip_with(address="Calle 1", address_with_centre=True)
    assert "Calle" not in repr(trip)
    assert trip.address_with_centre
    again = wish(address_with_centre=True)
    assert problems_of_trip(again, CHILDREN, NOW, trip) == ()
