"""Ana's trip changed after Ben consented: what is another, one item at a time, and what is too slight to ask about."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import travel
from parenting_plans.trip_changes import What, changes, version_at
from parenting_plans.values import CountryStay, Home, Tickets, Transit
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW
from tests.parenting_plans.test_legs import back_home, printed, read
from tests.parenting_plans.test_travel import BACK, HOUR, LEAVE, brussels, trip, wish

LOU, MIO = CHILDREN
THERE, HOME = read(printed(), back_home())


def said(before, after):
    return [(one.what, one.slight) for one in changes(before, after)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({}, []),
        ({"children": (MIO, LOU)}, []),
        ({"children": (MIO,)}, [(What.CHILDREN, False)]),
        ({"adults": ("Sam",)}, [(What.ADULTS, False)]),
        ({"parent_travels": False}, [(What.PARENT_TRAVELS, False)]),
        ({"depart_at": LEAVE + 6 * HOUR}, [(What.DEPARTURE, True)]),
        ({"depart_at": LEAVE + 6 * HOUR + timedelta(minutes=1)}, [(What.DEPARTURE, False)]),
        ({"return_at": BACK + 3 * HOUR + timedelta(minutes=59)}, [(What.RETURN, True)]),
        ({"return_at": brussels(2027, 7, 15)}, [(What.RETURN, False)]),  # four hours, but another day
        ({"return_at": None}, [(What.RETURN, False)]),
        ({"stays": (CountryStay("FR", 3), CountryStay("ES", 10))}, []),
        ({"stays": (CountryStay("ES", 5), CountryStay("FR", 3), CountryStay("ES", 5))}, []),
        ({"stays": (CountryStay("ES", 9), CountryStay("FR", 3))}, [(What.NIGHTS, False)]),
        ({"stays": (CountryStay("ES", None), CountryStay("FR", 3))}, [(What.NIGHTS, False)]),
        ({"stays": (CountryStay("ES", 10),)}, [(What.COUNTRY_LEFT_OUT, False)]),
        (
            {"stays": (CountryStay("MA", 10), CountryStay("FR", 3))},
            [(What.COUNTRY_ADDED, False), (What.COUNTRY_LEFT_OUT, False)],
        ),
        ({"transits": (Transit("TN", 3, landside=True, through_ticket=False),)}, [(What.STOP_ADDED, False)]),
        ({"mode": "air"}, [(What.MODE, False)]),
        ({"tickets": Tickets(child_out=True, child_return=False)}, [(What.TICKETS, False)]),
        ({"address": "Calle 1", "phone": "1", "carrier": "x", "return_details": "y"}, []),
        ({"address_with_centre": True}, []),  # nobody learns of it
        ({"changed_at": NOW, "departed_at": LEAVE, "returned_at": BACK}, []),
    ],
)
def test_each_item_on_its_own(after, expected):
    assert said(trip(), trip(**after)) == expected


def moved(leg, by, **more):
    return replace(leg, departs_at=leg.departs_at + by, arrives_at=leg.arrives_at + by, **more)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ((THERE, HOME), []),
        ((moved(THERE, 4 * HOUR), HOME), [(What.LEG_ADDED, True)]),
        ((moved(THERE, 4 * HOUR, number="AT 835"), HOME), [(What.LEG_ADDED, True)]),
        ((moved(THERE, 7 * HOUR), HOME), [(What.LEG_ADDED, False), (What.LEG_LEFT_OUT, False)]),
        ((THERE,), [(What.LEG_LEFT_OUT, False)]),
        ((), [(What.LEG_LEFT_OUT, False), (What.LEG_LEFT_OUT, False)]),
        ((THERE, moved(HOME, 24 * HOUR)), [(What.LEG_ADDED, False), (What.LEG_LEFT_OUT, False)]),
    ],
)
def test_parts_of_the_journey(after, expected):
    assert said(trip(legs=(THERE, HOME)), trip(legs=after)) == expected


trips = st.builds(
    trip,
    children=st.sampled_from([(LOU,), (MIO,), (LOU, MIO)]),
    depart_at=st.integers(-30, 30).map(lambda n: LEAVE + n * HOUR),
    return_at=st.none() | st.integers(-30, 30).map(lambda n: BACK + n * HOUR),
    stays=st.lists(st.builds(CountryStay, st.sampled_from(["ES", "FR"]), st.none() | st.integers(0, 3)), min_size=1).map(tuple),
    adults=st.sampled_from([(), ("Sam",), ("Tess", "Sam")]),
    legs=st.sampled_from([(), (THERE,), (THERE, HOME), (moved(THERE, HOUR), HOME)]),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(trips, trips)
def test_nothing_changes_from_itself_and_both_ways_differ_alike(before, after):
    assert changes(before, before) == ()
    assert bool(changes(before, after)) is bool(changes(after, before))
    mirrored = [replace(one, traveller=Home.B) for one in (before, after)]
    assert changes(*mirrored) == changes(before, after)


def test_the_version_of_a_moment():
    first = travel.request(wish(), family_id=ANA_AND_BEN, traveller=Home.A, id=UUID(int=1), now=NOW)
    second = travel.change(first, Home.A, wish(mode="air"), NOW + HOUR)
    assert version_at((first, second), NOW + HOUR - timedelta(seconds=1)) is first
    assert version_at((first, second), NOW + HOUR) is second
    assert version_at((first, second), NOW - HOUR) is None
