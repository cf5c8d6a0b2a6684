"""Ana travels with the children, Ben consents or objects: who may do what, and what a consent leaves open."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import consents, countries, travel
from parenting_plans.consents import Scope
from parenting_plans.coverage import Lack, covers, gaps, is_active
from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, TripNotBegun, TripOver
from parenting_plans.travel import Wish, problems_of_trip
from parenting_plans.values import ZONE, CountryStay, Home, Tickets, Transit, TripStatus
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW, STRANGERS, TODAY

LOU, MIO = CHILDREN
HOUR = timedelta(hours=1)


def brussels(*parts):
    return datetime(*parts, tzinfo=ZONE)


LEAVE, BACK = brussels(2027, 7, 1, 8), brussels(2027, 7, 14, 20)


def wish(**changed):
    asked = Wish((LOU, MIO), LEAVE, BACK, (CountryStay("ES", 10), CountryStay("FR", 3)), "car")
    return replace(asked, **changed)


def trip(**changed):
    asked = travel.request(
        wish(), family_id=ANA_AND_BEN, traveller=Home.A, id=UUID(int=1), now=NOW - 30 * HOUR
    )
    return replace(asked, **changed)


def consent(*, of=None, by=Home.B, general=False, given=NOW, **scope):
    wanted = replace(consents.scope_of(of or trip()), **scope)
    about = None if general else (of or trip())
    return consents.give_consent(wanted, by=by, family_id=ANA_AND_BEN, id=uuid4(), now=given, trip=about)


def lacks(of, *given, now=NOW):
    return [gap.lack for gap in gaps(of, given, now)]


# What is wrong with a wish


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"return_at": None}, []),
        ({"children": ()}, ["children"]),
        ({"children": (LOU, uuid4())}, ["children"]),
        ({"children": (LOU, LOU)}, ["children"]),
        ({"stays": ()}, ["stays"]),
        ({"stays": (CountryStay("ZZ", 1),)}, ["stays"]),
        ({"stays": (CountryStay("EU", 1),)}, ["stays"]),
        ({"stays": (CountryStay("ES", None),)}, []),
        ({"stays": (CountryStay("ES", -1),)}, ["stays"]),
        ({"stays": (CountryStay("ES", 14),)}, []),
        ({"stays": (CountryStay("ES", 15),)}, ["stays"]),
        ({"stays": (CountryStay("ES", 0),) * 31}, ["stays"]),
        ({"return_at": LEAVE}, ["return_at"]),
        ({"return_at": LEAVE - HOUR}, ["return_at"]),
        ({"depart_at": NOW - HOUR}, ["depart_at"]),
        ({"depart_at": NOW + timedelta(days=732), "return_at": None}, ["depart_at"]),
        ({"return_at": NOW + timedelta(days=732)}, ["return_at"]),
        ({"mode": "broom"}, ["mode"]),
        ({"transits": (Transit("TN", 3, landside=False, through_ticket=True),)}, []),
        ({"transits": (Transit("XX", 3, landside=False, through_ticket=True),)}, ["transits"]),
        ({"transits": (Transit("TN", 49, landside=False, through_ticket=True),)}, ["transits"]),
        ({"transits": (Transit("TN", float("nan"), landside=False, through_ticket=True),)}, ["transits"]),
        ({"address": "x" * 300}, []),
        ({"address": "x" * 301, "phone": "1\n2"}, ["address", "phone"]),
        ({"carrier": "a\x00b"}, ["carrier"]),
        ({"children": (), "stays": (), "mode": ""}, ["children", "stays", "mode"]),
    ],
)
def test_everything_wrong_with_a_wish_is_said_at_once(changed, expected):
    assert [one.field for one in problems_of_trip(wish(**changed), CHILDREN, NOW)] == expected


def test_times_are_compared_as_instants_not_as_clock_readings():
    night = brussels(2027, 10, 31, 2, 30)
    early, late = night, night.replace(fold=1)
    again = wish(depart_at=early, return_at=late, stays=(CountryStay("NL", 0),))
    assert problems_of_trip(again, CHILDREN, NOW) == ()
    backwards = wish(depart_at=late, return_at=early, stays=(CountryStay("NL", 0),))
    assert [one.field for one in problems_of_trip(backwards, CHILDREN, NOW)] == ["return_at"]


def test_a_trip_that_has_begun_keeps_its_departure_and_may_get_another_return():
    begun = travel.depart(trip(), Home.A, LEAVE, LEAVE)
    later = wish(return_at=BACK + HOUR)
    assert problems_of_trip(later, CHILDREN, LEAVE + HOUR, begun) == ()
    moved = wish(depart_at=LEAVE + 2 * HOUR)
    assert [one.field for one in problems_of_trip(moved, CHILDREN, LEAVE + HOUR, begun)] == ["depart_at"]


def test_a_planned_departure_that_has_passed_may_stay_as_it_was():
    late = wish(address="Calle 1")
    assert problems_of_trip(late, CHILDREN, LEAVE + HOUR, trip()) == ()


def test_every_text_the_other_parent_reads_has_a_cap():
    texts = {field.name for field in fields(Wish) if field.type in (str, "str")} - {"mode"}
    assert texts == set(travel.TEXTS)


# The life of a trip


def test_the_way_of_a_trip():
    asked = trip()
    assert (asked.status, asked.traveller) == (TripStatus.REQUESTED, Home.A)
    planned = travel.agreed(asked, NOW)
    assert planned.status is TripStatus.PLANNED
    booked = travel.change(planned, Home.A, wish(tickets=Tickets(True, False)), NOW + HOUR)
    assert (booked.status, booked.changed_at) == (TripStatus.BOOKED, NOW + HOUR)
    assert travel.agreed(booked, NOW + 2 * HOUR) is booked
    unbooked = travel.change(booked, Home.A, wish(tickets=None), NOW + 2 * HOUR)
    assert unbooked.status is TripStatus.PLANNED
    gone = travel.depart(booked, Home.A, LEAVE, LEAVE + HOUR)
    home = travel.come_back(gone, BACK, BACK + HOUR)
    assert (home.departed_at, home.returned_at, home.changed_at) == (LEAVE, BACK, BACK + HOUR)


def test_a_trip_with_a_ticket_is_booked_from_the_start():
    asked = travel.request(
        wish(tickets=Tickets(True, True)), family_id=ANA_AND_BEN, traveller=Home.B, id=UUID(int=3), now=NOW
    )
    assert asked.status is TripStatus.BOOKED


MOVES = {
    "change": lambda trip, by: travel.change(trip, by, wish(), BACK),
    "cancel": lambda trip, by: travel.cancel(trip, by, BACK),
    "depart": lambda trip, by: travel.depart(trip, by, LEAVE, BACK),
}
CANCELLED = travel.cancel(trip(), Home.A, NOW)
BEGUN = travel.depart(trip(), Home.A, LEAVE, LEAVE)
FINISHED = travel.come_back(BEGUN, BACK, BACK)


@pytest.mark.parametrize("move", MOVES)
def test_only_the_traveller_moves_the_trip(move):
    MOVES[move](trip(), Home.A)
    with pytest.raises(NotYourOwn):
        MOVES[move](trip(), Home.B)


@pytest.mark.parametrize(
    ("move", "state"),
    [
        ("change", CANCELLED), ("change", FINISHED),
        ("cancel", CANCELLED), ("cancel", BEGUN), ("cancel", FINISHED),
        ("depart", CANCELLED), ("depart", BEGUN), ("depart", FINISHED),
    ],
)  # fmt: skip
def test_what_is_over_is_over(move, state):
    with pytest.raises(TripOver):
        MOVES[move](state, Home.A)


@pytest.mark.parametrize("state", [CANCELLED, FINISHED])
def test_nobody_comes_back_from_a_trip_that_is_over(state):
    with pytest.raises(TripOver):
        travel.come_back(state, BACK, BACK)


def test_nobody_leaves_or_comes_back_in_the_future_or_before_leaving():
    with pytest.raises(TripNotBegun):
        travel.depart(trip(), Home.A, LEAVE, LEAVE - HOUR)
    with pytest.raises(TripNotBegun):
        travel.come_back(trip(), BACK, BACK - HOUR)
    with pytest.raises(TripNotBegun):
        travel.come_back(trip(), LEAVE - HOUR, BACK)
    assert travel.come_back(trip(), BACK, BACK).departed_at == LEAVE


# The other parent's answer


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"countries": ("SCHENGEN", "EU", "MA")}, []),
        ({"countries": ()}, ["countries"]),
        ({"countries": ("Spain",)}, ["countries"]),
        ({"children": ()}, ["children"]),
        ({"children": (uuid4(),)}, ["children"]),
        ({"valid_to": date(2027, 6, 30)}, ["valid_to"]),
        ({"valid_from": date(2027, 7, 14), "valid_to": date(2027, 7, 14)}, []),
        ({"valid_from": date(2027, 1, 1), "valid_to": TODAY - timedelta(days=1)}, ["valid_to"]),
        ({"valid_from": TODAY, "valid_to": TODAY}, []),
        ({"valid_to": TODAY + timedelta(days=732)}, ["valid_to"]),
        ({"valid_from": date(9999, 12, 31), "valid_to": date(9999, 12, 31)}, ["valid_to"]),
    ],
)
def test_everything_wrong_with_a_scope_is_said_at_once(changed, expected):
    scope = replace(consents.scope_of(trip()), return_on=None, **changed)
    assert [one.field for one in consents.problems_of_scope(scope, CHILDREN, TODAY, trip())] == expected


def test_a_consent_for_a_trip_names_children_of_that_trip():
    scope = consents.scope_of(trip())
    for_lou = trip(children=(LOU,))
    assert [p.field for p in consents.problems_of_scope(scope, CHILDREN, TODAY, for_lou)] == ["children"]
    assert consents.problems_of_scope(scope, CHILDREN, TODAY) == ()


def test_only_the_other_parent_answers():
    with pytest.raises(NotYourTurn):
        consent(by=Home.A)
    with pytest.raises(NotYourTurn):
        consents.object_to(trip(), (), by=Home.A, reason="", id=uuid4(), now=NOW)
    assert consent(by=Home.A, general=True).trip_id is None


@pytest.mark.parametrize("state", [CANCELLED, FINISHED])
def test_nobody_answers_a_trip_that_is_over(state):
    with pytest.raises(TripOver):
        consent(of=state)
    with pytest.raises(TripOver):
        consents.object_to(state, (), by=Home.B, reason="", id=uuid4(), now=NOW)


def test_a_consent_is_withdrawn_once_by_who_gave_it():
    given_by_ben = consent()
    with pytest.raises(NotYourOwn):
        consents.withdraw(given_by_ben, Home.A, NOW)
    gone = consents.withdraw(given_by_ben, Home.B, NOW + HOUR)
    assert is_active(gone, NOW + HOUR - timedelta(seconds=1))
    assert not is_active(gone, NOW + HOUR)
    with pytest.raises(AlreadyAnswered):
        consents.withdraw(gone, Home.B, NOW + HOUR)


def test_one_objection_stands_at_a_time():
    objection = consents.object_to(trip(), (), by=Home.B, reason="School.", id=uuid4(), now=NOW)
    with pytest.raises(AlreadyAnswered):
        consents.object_to(trip(), [objection], by=Home.B, reason="", id=uuid4(), now=NOW)
    with pytest.raises(NotYourOwn):
        consents.withdraw_objection(objection, Home.A, NOW)
    gone = consents.withdraw_objection(objection, Home.B, NOW)
    with pytest.raises(AlreadyAnswered):
        consents.withdraw_objection(gone, Home.B, NOW)
    assert consents.object_to(trip(), [gone], by=Home.B, reason="", id=uuid4(), now=NOW).withdrawn_at is None


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("", 0), ("Two\nlines", 0), ("x" * 1000, 0), ("x" * 1001, 1), ("a\x07b", 1)],
)
def test_a_reason_may_be_empty_and_has_a_cap(reason, expected):
    assert len(consents.problems_of_reason(reason)) == expected


# Days: inclusive, in Brussels, also when the clocks change


@pytest.mark.parametrize(
    ("first", "last", "at", "covered"),
    [
        (date(2027, 8, 1), date(2027, 8, 15), brussels(2027, 8, 15, 23, 59, 59), True),
        (date(2027, 8, 1), date(2027, 8, 15), brussels(2027, 8, 16), False),
        (date(2027, 8, 1), date(2027, 8, 15), datetime(2027, 8, 15, 21, 59, 59, tzinfo=UTC), True),
        (date(2027, 8, 1), date(2027, 8, 15), datetime(2027, 8, 15, 22, tzinfo=UTC), False),
        (date(2027, 8, 1), date(2027, 8, 15), brussels(2027, 8, 1), True),
        (date(2027, 8, 1), date(2027, 8, 15), brussels(2027, 7, 31, 23, 59, 59), False),
        (date(2028, 2, 20), date(2028, 2, 28), brussels(2028, 2, 29, 22, 10), False),  # leap year
        (date(2028, 2, 20), date(2028, 2, 29), brussels(2028, 2, 29, 22, 10), True),
        (date(2026, 10, 20), date(2026, 10, 25), brussels(2026, 10, 25, 23, 30), True),  # a day of 25 hours
        (
            date(2027, 3, 28),
            date(2027, 3, 28),
            datetime(2027, 3, 27, 23, tzinfo=UTC),
            True,
        ),  # a day of 23 hours
        (date(2027, 3, 28), date(2027, 3, 28), datetime(2027, 3, 28, 22, tzinfo=UTC), False),
    ],
)
def test_the_days_of_a_consent_are_inclusive_brussels_days(first, last, at, covered):
    given_one = replace(consent(), valid_from=first, valid_to=last)
    assert covers(given_one, at) is covered


@settings(max_examples=150, deadline=None)
@given(
    first=st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    length=st.integers(0, 400),
    at=st.datetimes(datetime(2026, 1, 1), datetime(2031, 12, 31), timezones=st.just(UTC)),
)
def test_an_instant_is_covered_when_its_brussels_day_is(first, length, at):
    last = first + timedelta(days=length)
    given_one = replace(consent(), valid_from=first, valid_to=last)
    assert covers(given_one, at) is (first <= at.astimezone(ZONE).date() <= last)


def test_a_consent_runs_out_by_itself():
    given_one = consent()
    assert is_active(given_one, brussels(2027, 7, 14, 23, 59, 59))
    assert not is_active(given_one, brussels(2027, 7, 15))
    assert not is_active(given_one, NOW - timedelta(seconds=1))


# What is left open


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({}, []),
        ({"countries": ("SCHENGEN",)}, []),
        ({"countries": ("EU",)}, []),
        ({"countries": ("ES",)}, [Lack.COUNTRIES]),
        ({"countries": ("MA",)}, [Lack.COUNTRIES]),
        ({"children": (LOU,)}, [Lack.CHILDREN]),
        ({"children": (LOU,), "countries": ("ES",)}, [Lack.CHILDREN, Lack.COUNTRIES]),
        ({"valid_to": date(2027, 7, 13)}, [Lack.DAYS]),
        ({"valid_from": date(2027, 7, 2)}, [Lack.DAYS]),
        ({"valid_from": date(2027, 7, 2), "valid_to": date(2027, 7, 13)}, [Lack.DAYS, Lack.DAYS]),
        ({"valid_from": date(2027, 8, 1), "valid_to": date(2027, 8, 31)}, [Lack.DAYS]),
    ],
)
def test_what_one_consent_leaves_open(scope, expected):
    assert lacks(trip(), consent(**scope)) == expected


def test_the_gap_in_days_is_told_in_words_and_in_time():
    (gap,) = gaps(trip(), [consent(valid_to=date(2027, 7, 13))], NOW)
    assert gap.problem.text == "The consent ends before the children are back."
    assert gap.time == (brussels(2027, 7, 14), BACK)
    (gap,) = gaps(trip(), [consent(valid_from=date(2027, 7, 2))], NOW)
    assert gap.problem.text == "The consent begins after the departure."
    (gap,) = gaps(trip(), [consent(valid_to=date(2027, 7, 3)), consent(valid_from=date(2027, 7, 5))], NOW)
    assert gap.problem.text == "The consent leaves out some days of the trip."
    assert gap.time == (brussels(2027, 7, 4), brussels(2027, 7, 5))


def test_a_gap_names_the_country_and_the_children():
    (gap,) = gaps(trip(), [consent(countries=("FR",))], NOW)
    assert (gap.countries, gap.children) == (("ES",), (LOU, MIO))
    (gap,) = gaps(trip(), [consent(children=(MIO,))], NOW)
    assert gap.children == (LOU,)


@pytest.mark.parametrize(
    "given_one",
    [
        consent(by=Home.A, general=True),
        replace(consent(), trip_id=UUID(int=99)),
        replace(consent(), family_id=STRANGERS),
        consents.withdraw(consent(), Home.B, NOW),
        consent(given=NOW + HOUR),
    ],
)
def test_a_consent_that_does_not_count(given_one):
    assert lacks(trip(), given_one) == [Lack.CONSENT]


def test_consents_add_up():
    assert lacks(trip(), consent(children=(LOU,)), consent(children=(MIO,))) == []
    assert lacks(trip(), consent(countries=("ES",)), consent(countries=("FR",))) == []
    assert lacks(trip(), consent(valid_to=date(2027, 7, 7)), consent(valid_from=date(2027, 7, 8))) == []
    assert lacks(trip(), consent(general=True, countries=("SCHENGEN",))) == []
    crossed = consent(children=(LOU,), countries=("ES",)), consent(children=(MIO,), countries=("FR",))
    assert lacks(trip(), *crossed) == [Lack.COUNTRIES]


def test_only_nights_abroad_need_a_consent():
    days_out = trip(stays=(CountryStay("ES", 13), CountryStay("AD", 0), CountryStay("BE", 1)))
    assert lacks(days_out, consent(countries=("ES",))) == []
    open_nights = trip(stays=(CountryStay("ES", 13), CountryStay("AD", None)))
    assert lacks(open_nights, consent(countries=("ES",))) == [Lack.COUNTRIES]


def test_a_day_trip_still_needs_its_days():
    day_out = trip(stays=(CountryStay("NL", 0),), return_at=LEAVE + 10 * HOUR)
    assert lacks(day_out, consent(of=day_out, countries=("NL",))) == []
    late = consent(of=day_out, valid_from=date(2027, 7, 2), valid_to=date(2027, 7, 2))
    assert lacks(day_out, late) == [Lack.DAYS]


def test_a_return_nobody_knows_is_asked_for():
    open_end = trip(return_at=None)
    assert lacks(open_end, consent(of=open_end)) == [Lack.RETURN_UNKNOWN]
    before = consent(of=open_end, valid_from=TODAY, valid_to=date(2027, 6, 30))
    assert lacks(open_end, before) == [Lack.DAYS, Lack.RETURN_UNKNOWN]


@pytest.mark.parametrize("state", [CANCELLED, FINISHED])
def test_nothing_is_open_for_a_trip_that_is_over(state):
    assert lacks(state) == []


def test_whoever_is_back_at_midnight_is_back_on_the_next_day():
    to_midnight = trip(return_at=brussels(2027, 7, 15))
    assert consents.scope_of(to_midnight).valid_to == date(2027, 7, 15)
    assert lacks(to_midnight, consent(of=to_midnight)) == []
    the_day_before = consent(of=to_midnight, valid_to=date(2027, 7, 14))
    (gap,) = gaps(to_midnight, [the_day_before], NOW)
    assert (gap.lack, gap.time) == (Lack.DAYS, (brussels(2027, 7, 15), brussels(2027, 7, 15)))


scopes = st.builds(
    Scope,
    children=st.sets(st.sampled_from(CHILDREN), min_size=1).map(tuple),
    countries=st.sets(st.sampled_from(["ES", "FR", "MA", "EU", "SCHENGEN"]), min_size=1).map(tuple),
    valid_from=st.dates(date(2027, 6, 25), date(2027, 7, 10)),
    valid_to=st.dates(date(2027, 7, 11), date(2027, 7, 20)),
)


@settings(max_examples=150, deadline=None)
@given(given_scopes=st.lists(scopes, max_size=3), data=st.data())
def test_a_narrower_consent_never_covers_more(given_scopes, data):
    whole = [
        replace(consent(), **{f.name: getattr(one, f.name) for f in fields(Scope)}) for one in given_scopes
    ]
    narrower = [narrowed(one, data) for one in whole]
    if data.draw(st.booleans()):
        narrower = narrower[1:]
    if not gaps(trip(), narrower, NOW):
        assert not gaps(trip(), whole, NOW)
    at = data.draw(st.datetimes(datetime(2027, 6, 20), datetime(2027, 7, 25), timezones=st.just(UTC)))
    for wide, narrow in zip(whole[len(whole) - len(narrower) :], narrower, strict=True):
        assert covers(wide, at) or not covers(narrow, at)


def narrowed(wide, data):
    lost = data.draw(st.integers(0, 12))
    return replace(
        wide,
        children=data.draw(st.sets(st.sampled_from(wide.children)).map(tuple)),
        countries=data.draw(st.sets(st.sampled_from(wide.countries)).map(tuple)),
        valid_from=wide.valid_from + timedelta(days=lost // 2),
        valid_to=wide.valid_to - timedelta(days=lost // 2),
    )


# Countries


def test_areas_are_written_out_from_the_dated_table():
    schengen, union = countries.expand(["SCHENGEN"]), countries.expand(["EU"])
    assert {"HR", "CH", "BG"} <= schengen
    assert schengen.isdisjoint({"CY", "IE", "GB"})
    assert {"IE", "DK", "CY"} <= union
    assert union.isdisjoint({"CH", "NO", "GB"})
    assert countries.expand(["MA", "EU"]) == union | {"MA"}
    assert countries.expand([]) == frozenset()


@pytest.mark.parametrize(
    ("code", "country", "destination"),
    [
        ("BE", True, True),
        ("EU", False, True),
        ("SCHENGEN", False, True),
        ("be", False, False),
        ("WORLD", False, False),
        ("", False, False),
    ],
)
def test_codes_are_known_or_not(code, country, destination):
    assert countries.is_country(code) is country
    assert countries.is_destination(code) is destination


def test_every_code_is_listed_once_and_in_order():
    assert len(countries.codes()) == 250
    assert list(countries.codes()) == sorted(set(countries.codes()))
