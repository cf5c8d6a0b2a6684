"""What is typed about trips becomes a wish, or every slip is said at once at its own field."""

from uuid import uuid4

import pytest

from mediation.refusals import Refused
from parenting_plans.travel import Wish, problems_of_trip
from parenting_plans.values import CountryStay, Problem, Transit
from portal.forms import submitted
from portal.pages.trips_forms import row_count, wish_of
from tests.portal.trips_house import ASKED, HOSTILE, LAST, NOW, SOON, at

CHILD = uuid4()
FORM = {
    "children": str(CHILD),
    "depart_at": f"{SOON}T09:00",
    "return_at": f"{LAST}T18:00",
    "stay_country_1": "ES",
    "mode": "air",
    "tickets": "unknown",
}


def read(**said: str | list[str]) -> Wish | tuple[Problem, ...]:
    try:
        return wish_of(submitted({**FORM, **said}))
    except Refused as refused:
        return refused.problems


def fields(**said: str) -> set[str]:
    found = read(**said)
    return {problem.field for problem in found} if isinstance(found, tuple) else set()


def test_empty_rows_are_ignored_and_gaps_between_rows_do_not_matter() -> None:
    wish = read(
        stay_country_1="", stay_nights_1="", stay_country_4="FR", stay_nights_4="2", stay_country_6="IT"
    )
    assert isinstance(wish, Wish)
    assert wish.stays == (CountryStay("FR", 2), CountryStay("IT", None))


def test_a_stop_is_read_with_a_comma_and_its_ticks() -> None:
    wish = read(stop_country_2="GB", stop_hours_2="3,5", stop_through_2="on")
    assert isinstance(wish, Wish)
    assert wish.transits == (Transit("GB", 3.5, landside=False, through_ticket=True),)


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"stay_nights_2": "3"}, {"stay_country_2"}),
        ({"stay_nights_1": "three"}, {"stay_nights_1"}),
        ({"stop_country_3": "GB"}, {"stop_hours_3"}),
        ({"stop_landside_1": "on"}, {"stop_country_1", "stop_hours_1"}),
        ({"return_at": ""}, {"return_at"}),
        ({"return_unknown": "on"}, {"return_at"}),
        (
            {"depart_at": "0027-07-05T09:00", "tickets": "", "stay_nights_1": "x"},
            {"depart_at", "tickets", "stay_nights_1"},
        ),
    ],
)
def test_a_slip_is_said_at_its_own_field(said: dict[str, str], where: set[str]) -> None:
    assert fields(**said) == where


def test_times_are_brussels_times() -> None:
    wish = read()
    assert isinstance(wish, Wish)
    assert (wish.depart_at, wish.return_at) == (at(0, 9), at(7, 18))


def test_as_many_rows_are_shown_as_hold_something() -> None:
    assert row_count({"stay_country_11": "ES", "stop_hours_9": "1"}, "stay", 6) == 11
    assert row_count({"stay_country_11": ""}, "stay", 6) == 6


@pytest.mark.parametrize("name", ASKED)
def test_every_field_is_read_or_refused_whatever_it_holds(name: str) -> None:
    for text in (*HOSTILE, ["", "ES"], ["a"] * 50):
        found = read(**{name: text})
        if isinstance(found, Wish):
            assert isinstance(problems_of_trip(found, [CHILD], NOW), tuple)
        else:
            assert found
