"""What consents and courts leave open: who comes along, stops on the way, the return, timed journeys, both parents alike."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import consents
from parenting_plans.consents import Scope
from parenting_plans.coverage import Lack, gaps, needs_consent, spelt
from parenting_plans.itinerary import Kind, presences
from parenting_plans.itinerary import transits as stops_of
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.values import CountryStay, Home, Stop, Transit
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW
from tests.parenting_plans.test_legs import back_home, journeys, printed, read, stop
from tests.parenting_plans.test_travel import HOUR, brussels, consent, lacks, trip

LOU, MIO = CHILDREN


def transit(country="TN", hours=3.0, *, landside=False, through=True):
    return Transit(country, hours, landside, through)


@pytest.mark.parametrize(
    ("adults", "named", "expected"),
    [
        ((), None, []), ((), (), []), (("Sam",), None, []), (("Sam",), ("Sam",), []),
        (("Zoé  Peeters",), ("zoe peeters",), []), (("Sam",), ("Sam", "Tess"), []),
        (("Sam",), (), [Lack.ADULTS]), (("Sam", "Tess"), ("Sam",), [Lack.ADULTS]),
    ],
)  # fmt: skip
def test_who_comes_along(adults, named, expected):
    of = trip(adults=adults)
    found = gaps(of, [consent(of=of, adults=named)], NOW)
    assert [one.lack for one in found] == expected
    assert [one.adults for one in found] == [adults[len(adults) - 1 :]] * len(expected)


def test_the_names_of_two_consents_are_not_mixed():
    """Sam may come along by one, Tess by the other; both together by neither."""
    of = trip(adults=("Sam", "Tess"))
    assert lacks(of, consent(of=of, adults=("Sam",)), consent(of=of, adults=("Tess",))) == [Lack.ADULTS]


@pytest.mark.parametrize(
    ("mode", "one", "needed"),
    [
        ("air", transit(hours=3), False),
        ("air", transit(hours=24), False),
        ("air", transit(hours=24.01), True),
        ("air", transit(hours=5, landside=True), True),
        ("air", transit(hours=30, landside=True), True),
        ("air", transit(through=False), True),
        ("air", transit("BE", 30, landside=True), False),
        ("car", transit("FR", 5, landside=True, through=False), False),
        ("train", transit("DE", 2, landside=True, through=False), False),
        ("car", transit("GB", 5, landside=True, through=False), True),
    ],
)
def test_which_stop_is_one_in_the_country(mode, one, needed):
    assert needs_consent(one, trip(mode=mode)) is needed
    of = trip(mode=mode, transits=(one,))
    assert lacks(of, consent(of=of, transit=False)) == ([Lack.TRANSIT] if needed else [])
    assert lacks(of, consent(of=of, transit=True)) == []
    named = consent(of=of, transit=False, countries=("ES", "FR", one.country))
    assert lacks(of, named) == []


def test_by_car_through_schengen_to_a_country_outside_it():
    of = trip(mode="car", stays=(CountryStay("MA", 13),), transits=(transit("FR", 5, landside=True),))
    assert lacks(of, consent(of=of, countries=("MA",), transit=False)) == [Lack.TRANSIT]


@pytest.mark.parametrize(
    ("back", "on", "expected"),
    [
        (brussels(2027, 7, 14, 23, 59, 59), date(2027, 7, 14), []),
        (brussels(2027, 7, 15), date(2027, 7, 14), [Lack.RETURN_LATE]),
        (brussels(2027, 7, 15), date(2027, 7, 15), []),
        (datetime(2027, 7, 14, 23, 30, tzinfo=UTC) , date(2027, 7, 14), [Lack.RETURN_LATE]),
        (brussels(2028, 2, 29, 22, 10), date(2028, 2, 28), [Lack.RETURN_LATE]),
        (brussels(2028, 2, 29, 22, 10), date(2028, 2, 29), []),
    ],
)  # fmt: skip
def test_the_return_that_was_agreed(back, on, expected):
    of = trip(return_at=back, stays=(CountryStay("ES", None),))
    given_one = replace(consent(of=of, return_on=None), return_on=on, valid_to=date(2028, 12, 31))
    assert lacks(of, given_one) == expected


@pytest.mark.parametrize(
    ("back", "open_for"),
    [
        (brussels(2027, 8, 15, 23, 59, 59), None),
        (brussels(2027, 8, 16, 0, 1), timedelta(minutes=1)),
        (datetime(2027, 8, 15, 23, 30, tzinfo=timezone(timedelta(hours=-4))), timedelta(hours=5, minutes=30)),
    ],
)
def test_the_last_day_in_the_zones_of_the_world(back, open_for):
    of = trip(return_at=back, stays=(CountryStay("ES", None),))
    found = gaps(of, [consent(of=of, valid_to=date(2027, 8, 15), return_on=None)], NOW)
    assert [one.time[1] - one.time[0] for one in found] == ([open_for] if open_for else [])


@pytest.mark.parametrize(("last", "open_for"), [(date(2028, 2, 29), None), (date(2028, 2, 28), timedelta(hours=22, minutes=10))])  # fmt: skip
def test_the_leap_day(last, open_for):
    of = trip(return_at=brussels(2028, 2, 29, 22, 10), stays=(CountryStay("ES", None),))
    found = gaps(of, [replace(consent(of=of, return_on=None), valid_to=last)], NOW)
    assert [one.time[1] - one.time[0] for one in found] == ([open_for] if open_for else [])


def test_days_covered_and_country_not_is_a_matter_of_the_country_alone():
    assert lacks(trip(), consent(countries=("ES",))) == [Lack.COUNTRIES]


# A court


def decision(kind, **said):
    whole = {
        "id": UUID(int=5), "family_id": ANA_AND_BEN, "kind": kind, "about": Home.A, "children": CHILDREN, "countries": (),
        "valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31), "court": "Gent", "reference": "27/1",
        "decided_on": date(2026, 1, 1), "recorded_by": UUID(int=6), "recorded_at": NOW - HOUR,
    }  # fmt: skip
    return TravelDecision(**{**whole, **said})


BAN, PERMISSION = DecisionKind.BAN, DecisionKind.PERMISSION


@pytest.mark.parametrize(
    ("decided", "given_too", "expected"),
    [
        ([(BAN, {})], True, [Lack.COURT]),
        ([(BAN, {})], False, [Lack.COURT, Lack.CONSENT]),
        ([(BAN, {"countries": ("FR",)})], True, [Lack.COURT]),
        ([(BAN, {"countries": ("MA",)})], True, []),
        ([(BAN, {"about": Home.B})], True, []),
        ([(BAN, {"about": None})], True, [Lack.COURT]),
        ([(BAN, {"children": (LOU,)})], True, [Lack.COURT]),
        ([(BAN, {"valid_to": None})], True, [Lack.COURT]),
        ([(BAN, {"valid_to": date(2027, 6, 30)})], True, []),
        ([(BAN, {"valid_to": date(2027, 7, 1)})], True, [Lack.COURT]),
        ([(BAN, {"valid_from": date(2027, 7, 14)})], True, [Lack.COURT]),
        ([(BAN, {"valid_from": date(2027, 7, 15)})], True, []),
        ([(BAN, {"ended_at": NOW})], True, []),
        ([(BAN, {"recorded_at": NOW + HOUR})], True, []),
        ([(PERMISSION, {})], False, []),
        ([(PERMISSION, {"children": (LOU,)})], False, [Lack.CHILDREN]),
        ([(PERMISSION, {"countries": ("ES",)})], False, [Lack.COUNTRIES]),
        ([(PERMISSION, {"valid_to": date(2027, 7, 10)})], False, [Lack.DAYS]),
        ([(PERMISSION, {"about": Home.B})], False, [Lack.CONSENT]),
        ([(BAN, {}), (PERMISSION, {"decided_on": date(2026, 1, 2)})], False, []),
        ([(BAN, {}), (PERMISSION, {})], False, [Lack.COURT]),
        ([(BAN, {"decided_on": date(2026, 1, 2)}), (PERMISSION, {})], False, [Lack.COURT]),
    ],
)  # fmt: skip
def test_the_word_of_a_court(decided, given_too, expected):
    said = [decision(kind, **more) for kind, more in decided]
    found = gaps(trip(), [consent()] if given_too else [], NOW, said)
    assert [one.lack for one in found] == expected


# Journeys with their times


def morocco(*legs, **said):
    made = read(*legs)
    stays = (CountryStay("MA", 13),)
    return trip(**{"stays": stays, "legs": made, "mode": "air", "transits": stops_of(made), **said})


def test_a_change_of_planes_needs_no_consent_and_a_walk_into_town_does():
    airside, landside = (morocco(*stop(where), back_home()) for where in (Stop.AIRSIDE, Stop.LANDSIDE))
    assert lacks(airside, consent(of=airside, countries=("MA",), transit=False)) == []
    assert lacks(landside, consent(of=landside, countries=("MA",), transit=False)) == [Lack.TRANSIT]


def test_each_country_needs_its_own_nights_only():
    of = morocco(printed(), back_home())
    first = consent(of=of, countries=("MA",), valid_from=date(2027, 7, 1), valid_to=date(2027, 7, 13))
    last = consent(of=of, countries=("FR",), valid_from=date(2027, 7, 14), valid_to=date(2027, 7, 14))
    found = gaps(of, [first, last], NOW)
    assert [one.time for one in found] == [(brussels(2027, 7, 14), brussels(2027, 7, 14, 13))]  # 12:00 there


# For every trip and every consent


scopes = st.builds(
    Scope,
    children=st.sets(st.sampled_from(CHILDREN), min_size=1).map(tuple),
    countries=st.sets(st.sampled_from(["ES", "FR", "MA", "JP", "TN", "SN", "EU", "SCHENGEN"]), min_size=3).map(tuple),
    valid_from=st.dates(date(2027, 6, 28), date(2027, 7, 3)),
    valid_to=st.dates(date(2027, 7, 5), date(2027, 7, 20)),
    adults=st.none() | st.sets(st.sampled_from(["Sam", "Tess"])).map(tuple),
    transit=st.booleans(),
    return_on=st.none() | st.dates(date(2027, 7, 3), date(2027, 7, 20)),
)  # fmt: skip
given_ones = st.lists(scopes, min_size=1, max_size=3).map(
    lambda found: [
        replace(consent(), **{one.name: getattr(s, one.name) for one in fields(Scope)}) for s in found
    ]
)


@st.composite
def travels(draw):
    adults = draw(st.sampled_from([(), ("Sam",)]))
    if draw(st.booleans()):
        return trip(adults=adults, mode=draw(st.sampled_from(["air", "car"])))
    legs, back = draw(journeys())
    return trip(legs=legs, return_at=back, transits=stops_of(legs), mode="air", adults=adults)


@settings(max_examples=120, deadline=None)
@given(travels(), given_ones, scopes)
def test_one_more_consent_never_uncovers(of, given_before, more):
    extra = replace(consent(), **{one.name: getattr(more, one.name) for one in fields(Scope)})
    if not gaps(of, given_before, NOW):
        assert not gaps(of, [*given_before, extra], NOW)


@settings(max_examples=120, deadline=None)
@given(travels(), given_ones)
def test_both_parents_are_held_to_the_same(of, given_ones_of_ben):
    mirrored = replace(of, traveller=Home.B)
    by_ana = [replace(one, by=Home.A) for one in given_ones_of_ben]
    assert gaps(of, given_ones_of_ben, NOW) == gaps(mirrored, by_ana, NOW)


@settings(max_examples=120, deadline=None)
@given(travels(), given_ones, st.data())
def test_what_covers_a_trip_covers_every_part_of_it(of, given_before, data):
    whole = consent(of=of, countries=("ES", "FR", "MA", "JP", "TN", "SN"), transit=True)
    covering = data.draw(st.sampled_from([given_before, [whole], [whole, *given_before]]))
    if gaps(of, covering, NOW):
        return
    parts = [
        replace(of, legs=(), transits=(), stays=(CountryStay(one.country, None),), depart_at=one.starts_at, return_at=one.ends_at)
        for one in presences(of)
        if one.kind is Kind.STAY and one.nights != 0
    ]  # fmt: skip
    for part in [*parts, *(replace(of, children=(child,)) for child in of.children), replace(of, adults=())]:
        assert gaps(part, covering, NOW) == ()


@settings(max_examples=80, deadline=None)
@given(travels())
def test_a_consent_to_the_whole_trip_covers_it(of):
    named = {one.country for one in presences(of)} | {"ES", "FR"}
    whole = replace(consents.scope_of(of), countries=tuple(named), transit=True)
    given_one = consents.give_consent(whole, by=Home.B, family_id=ANA_AND_BEN, id=uuid4(), now=NOW, trip=of)
    assert gaps(of, [given_one], NOW) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("Zoé", "ZOE"), ("  Ana  Maes ", "ana maes"), ("Łukasz", "łukasz")]
)
def test_a_name_is_the_same_however_it_is_written(one, other):
    assert spelt(one) == spelt(other)
