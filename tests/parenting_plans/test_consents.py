"""Ben's consent, its withdrawal and his word that he never gave it; what would close a gap; wishes, silence, a court's ban."""

from dataclasses import fields, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import consents, travel_decisions, travel_wishes
from parenting_plans.consents import Scope, scope_for, scope_of
from parenting_plans.coverage import Lack, gaps, is_about, is_active, stands
from parenting_plans.errors import AlreadyAnswered, NotYourOwn, OrderEnded
from parenting_plans.silence import MEANING, TRAVEL, Asked, silence
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.values import CountryStay, Home, Transit
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW, TODAY
from tests.parenting_plans.test_travel import BACK, HOUR, LEAVE, brussels, consent, lacks, trip

LOU, MIO = CHILDREN
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
LATER = NOW + 10 * DAY


# What is wrong with a scope


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"adults": None}, []),
        ({"adults": ()}, []),
        ({"adults": ("Sam", "Tess")}, []),
        ({"adults": ("",)}, ["adults"]),
        ({"adults": ("x" * 101,)}, ["adults"]),
        ({"adults": ("Sam\nTess",)}, ["adults"]),
        ({"adults": tuple(f"Sam {n}" for n in range(11))}, ["adults"]),
        ({"return_on": date(2027, 7, 1)}, []),
        ({"return_on": date(2027, 6, 30)}, ["return_on"]),
        ({"residence": "FR"}, []),
        ({"residence": "EU"}, ["residence"]),
        ({"conditions": "Two\nlines"}, []),
        ({"conditions": "x" * 1001}, ["conditions"]),
        ({"conditions": "a\x07b"}, ["conditions"]),
        ({"valid_from": TODAY - timedelta(days=732)}, ["valid_from"]),
        ({"adults": ("",), "residence": "", "conditions": "\x00"}, ["adults", "residence", "conditions"]),
    ],
)
def test_everything_wrong_with_a_scope_is_said_at_once(changed, expected):
    scope = replace(scope_of(trip()), **{"return_on": None, **changed})
    assert [one.field for one in consents.problems_of_scope(scope, CHILDREN, TODAY, trip())] == expected


def test_where_no_parent_travels_somebody_is_named():
    with_sam = trip(adults=("Sam",), parent_travels=False)
    assert scope_of(with_sam).adults == ("Sam",)
    nobody = replace(scope_of(with_sam), adults=())
    assert [one.field for one in consents.problems_of_scope(nobody, CHILDREN, TODAY, with_sam)] == ["adults"]


@pytest.mark.parametrize(
    ("adults", "named", "expected"),
    [
        (("Sam",), ("Sam",), []),
        (("Sam",), None, []),  # no limit to who comes along (risk.md R14)
        (("Sam",), ("Tess",), [Lack.ADULTS]),
        (("Sam",), (), [Lack.ADULTS]),
        ((), ("Sam",), [Lack.ADULTS]),  # nobody said who is in charge
    ],
)
def test_only_who_is_named_travels_with_the_children_without_a_parent(adults, named, expected):
    of = trip(adults=adults, parent_travels=False)
    assert lacks(of, consent(of=of, adults=named)) == expected


# Taking a consent back


@pytest.mark.parametrize("ends_at", [None, LATER])
def test_a_withdrawal_counts_from_its_moment_on(ends_at):
    gone = consents.withdraw(consent(), Home.B, NOW + HOUR, ends_at)
    counts_from = ends_at or NOW + HOUR
    assert (gone.withdrawn_at, gone.ends_at) == (NOW + HOUR, counts_from)
    assert stands(gone, counts_from - SECOND)
    assert not stands(gone, counts_from)
    assert lacks(trip(), gone, now=counts_from - SECOND) == []
    assert lacks(trip(), gone, now=counts_from) == [Lack.CONSENT]


@pytest.mark.parametrize(
    ("ends_at", "wrong"),
    [
        (NOW, False),
        (NOW - SECOND, True),
        (NOW + 30 * DAY, False),
        (NOW + 30 * DAY + SECOND, True),
    ],
)
def test_a_withdrawal_counts_within_thirty_days(ends_at, wrong):
    assert bool(consents.problems_of_end(ends_at, NOW)) is wrong


def test_until_it_counts_its_author_can_let_it_count_sooner_and_never_later():
    later = consents.withdraw(consent(), Home.B, NOW, LATER)
    sooner = consents.withdraw(later, Home.B, NOW + HOUR, LATER - DAY)
    assert sooner.ends_at == LATER - DAY
    assert consents.withdraw(sooner, Home.B, NOW + HOUR).ends_at == NOW + HOUR
    for moment in (LATER, LATER + DAY):
        with pytest.raises(AlreadyAnswered):
            consents.withdraw(later, Home.B, NOW + HOUR, moment)
    with pytest.raises(AlreadyAnswered):
        consents.withdraw(later, Home.B, LATER)
    with pytest.raises(NotYourOwn):
        consents.withdraw(later, Home.A, NOW + HOUR)


def test_rows_from_before_withdrawals_had_a_moment_count_from_when_they_were_said():
    old = replace(consent(), withdrawn_at=NOW + HOUR)
    assert stands(old, NOW)
    assert not stands(old, NOW + HOUR)
    assert consents.as_seen(old, Home.A, NOW + HOUR).withdrawn_at == NOW + HOUR
    with pytest.raises(AlreadyAnswered):
        consents.withdraw(old, Home.B, NOW + 2 * HOUR)


def test_until_a_withdrawal_counts_the_other_parent_sees_the_consent_as_it_was():
    given_one = consent()
    later = consents.withdraw(given_one, Home.B, NOW + HOUR, LATER)
    assert consents.as_seen(later, Home.A, LATER - SECOND) == given_one
    assert consents.as_seen(later, Home.B, LATER - SECOND) == later
    after = consents.as_seen(later, Home.A, LATER)
    assert (after.withdrawn_at, after.ends_at) == (LATER, LATER)  # not when it was said
    assert consents.as_seen(later, Home.B, LATER).withdrawn_at == NOW + HOUR


# "I did not give this"


def test_for_two_days_a_consent_can_be_said_not_to_be_ones_own():
    given_one = consent()
    until = consents.disown_until(given_one)
    assert until == NOW + timedelta(hours=48)
    void = consents.disown(given_one, Home.B, until - SECOND)
    assert consents.is_void(void)
    assert not any(stands(void, at) for at in (NOW, NOW + HOUR, until, BACK))
    seen = consents.as_seen(void, Home.A, until)
    assert (seen.withdrawn_at, seen.ends_at) == (until - SECOND, NOW)
    with pytest.raises(AlreadyAnswered):
        consents.disown(given_one, Home.B, until)
    with pytest.raises(AlreadyAnswered):
        consents.disown(void, Home.B, NOW + HOUR)
    with pytest.raises(NotYourOwn):
        consents.disown(given_one, Home.A, NOW)


@pytest.mark.parametrize("ends_at", [None, LATER])
def test_also_one_that_was_withdrawn_can_be_said_not_to_be_ones_own(ends_at):
    gone = consents.withdraw(consent(), Home.B, NOW + HOUR, ends_at)
    assert consents.is_void(consents.disown(gone, Home.B, NOW + 2 * HOUR))


# What would close a gap, and only that


PARTS = [
    ({"return_at": BACK + 3 * DAY}, {"valid_from": date(2027, 7, 15), "valid_to": date(2027, 7, 17)}),
    ({"depart_at": LEAVE - 2 * DAY}, {"valid_from": date(2027, 6, 29), "valid_to": date(2027, 6, 30)}),
    ({"return_at": BACK + 4 * HOUR}, {"valid_from": date(2027, 7, 15), "valid_to": date(2027, 7, 15)}),
    ({"stays": (CountryStay("ES", 10), CountryStay("MA", 3))}, {"countries": ("MA",)}),
    ({"transits": (Transit("TN", 5, landside=True, through_ticket=True),), "mode": "air"}, {"countries": ("TN",)}),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "asked"), PARTS)
def test_after_a_change_only_what_changed_is_asked_for(changed, asked):
    before = consent()
    now_is = trip(**changed)
    scope = scope_for(gaps(now_is, [before], NOW), now_is)
    for name, value in asked.items():
        assert getattr(scope, name) == value
    assert scope.transit is False
    assert lacks(now_is, before, consent_of(scope, now_is)) == []


def test_a_child_added_is_asked_for_alone():
    for_lou = consent(of=trip(children=(LOU,)))
    scope = scope_for(gaps(trip(), [for_lou], NOW), trip())
    assert (scope.children, scope.countries) == ((MIO,), ("ES", "FR"))
    assert lacks(trip(), for_lou, consent_of(scope, trip())) == []


def test_who_comes_along_is_asked_for_with_the_whole_trip():
    with_tess = trip(adults=("Sam", "Tess"))
    before = consent(adults=("Sam",))
    scope = scope_for(gaps(with_tess, [before], NOW), with_tess)
    assert scope == scope_of(with_tess)
    assert lacks(with_tess, before, consent_of(scope, with_tess)) == []


def consent_of(scope, of):
    return consents.give_consent(scope, by=Home.B, family_id=ANA_AND_BEN, id=uuid4(), now=NOW, trip=of)


scopes = st.builds(
    Scope,
    children=st.sets(st.sampled_from(CHILDREN), min_size=1).map(tuple),
    countries=st.sets(st.sampled_from(["ES", "FR", "MA", "TN", "SCHENGEN"]), min_size=1).map(tuple),
    valid_from=st.dates(date(2027, 6, 25), date(2027, 7, 10)),
    valid_to=st.dates(date(2027, 7, 11), date(2027, 7, 20)),
    adults=st.none() | st.sets(st.sampled_from(["Sam", "Tess"])).map(tuple),
    transit=st.booleans(),
    return_on=st.none() | st.dates(date(2027, 7, 10), date(2027, 7, 20)),
)
trips = st.builds(
    lambda country, back, adults, mode, hours: trip(
        stays=(CountryStay("ES", 5), CountryStay(country, None)),
        return_at=back,
        adults=adults,
        mode=mode,
        transits=(Transit("TN", hours, landside=True, through_ticket=True),),
    ),
    st.sampled_from(["FR", "MA", "BE"]),
    st.sampled_from([BACK, brussels(2027, 7, 15), brussels(2027, 7, 14, 23, 59, 59), BACK + 3 * DAY]),
    st.sampled_from([(), ("Sam",)]),
    st.sampled_from(["air", "car"]),
    st.sampled_from([1.0, 30.0]),
)


@settings(max_examples=150, deadline=None)
@given(trips, st.lists(scopes, max_size=3))
def test_what_is_asked_for_closes_every_gap(of, given_scopes):
    before = [as_given(one) for one in given_scopes]
    scope = scope_for(gaps(of, before, NOW), of)
    assert consents.problems_of_scope(scope, CHILDREN, TODAY, of) == ()
    assert gaps(of, [*before, consent_of(scope, of)], NOW) == ()


@settings(max_examples=150, deadline=None)
@given(trips, st.lists(scopes, min_size=1, max_size=3), st.data())
def test_whatever_is_left_out_of_a_consent_never_covers_more(of, given_scopes, data):
    whole = [as_given(one) for one in given_scopes]
    if data.draw(st.booleans()):
        whole.append(consent_of(scope_of(of), of))
    narrow = [narrower(one, data) for one in whole]
    if not gaps(of, narrow, NOW):
        assert gaps(of, whole, NOW) == ()


def as_given(scope):
    return replace(consent(), **{one.name: getattr(scope, one.name) for one in fields(Scope)})


def narrower(wide, data):
    """One of the things a consent says, said more narrowly; or the same."""
    named = wide.adults if wide.adults is not None else ("Sam", "Tess")
    earliest = min(wide.return_on or date(2027, 7, 14), date(2027, 7, 14))
    return replace(
        wide,
        **data.draw(
            st.sampled_from(
                [
                    {},
                    {"children": wide.children[:1]},
                    {"countries": wide.countries[:1]},
                    {"adults": named[:1]},
                    {"transit": False},
                    {"return_on": earliest},
                    {"valid_from": min(wide.valid_from + DAY, wide.valid_to)},
                    {"valid_to": max(wide.valid_to - DAY, wide.valid_from)},
                ]
            )
        ),
    )


def test_a_consent_whose_company_does_not_fit_names_no_country_for_another_one():
    """One fits who comes along and not Spain, the other Spain and not who comes along: Spain is open."""
    with_sam = trip(adults=("Sam",))
    anyone, with_tess = consent(countries=("FR",)), consent(countries=("ES",), adults=("Tess",))
    assert lacks(with_sam, anyone, with_tess) == [Lack.COUNTRIES]


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ({}, True),
        ({"children": (MIO,)}, True),
        ({"countries": ("MA",)}, False),
        ({"countries": ("MA", "FR")}, True),
        ({"valid_to": date(2027, 7, 1), "valid_from": TODAY}, True),
        ({"valid_to": date(2027, 6, 30), "valid_from": TODAY}, False),
        ({"valid_from": date(2027, 7, 14)}, True),
        ({"valid_from": date(2027, 7, 15), "valid_to": date(2027, 7, 16)}, False),
    ],
)
def test_a_consent_for_every_trip_stands_with_those_it_can_be_about(said, about):
    assert is_about(consent(general=True, **said), trip()) is about
    assert is_about(consent(general=True, **said), trip(children=(LOU,))) is (
        about and said.get("children") != (MIO,)
    )
    assert is_about(consent(**said), trip())


# A court


def decision(kind, **said):
    whole = {
        "id": uuid4(), "family_id": ANA_AND_BEN, "kind": kind, "about": Home.A, "children": CHILDREN, "countries": (),
        "valid_from": date(2027, 1, 1), "valid_to": date(2027, 12, 31), "court": "Gent", "reference": "27/1",
        "decided_on": date(2026, 1, 1), "recorded_by": UUID(int=6), "recorded_at": NOW - HOUR,
    }  # fmt: skip
    return TravelDecision(**{**whole, **said})


BAN = decision(DecisionKind.BAN)


@pytest.mark.parametrize(
    ("permitted", "lifted"),
    [
        ({}, True),
        ({"children": (LOU,)}, False),
        ({"countries": ("ES",)}, False),
        ({"countries": ("SCHENGEN",)}, True),
        ({"valid_to": date(2027, 7, 13)}, False),
        ({"valid_to": date(2027, 7, 14)}, True),
        ({"valid_from": date(2027, 7, 2)}, False),
        ({"about": Home.B}, False),
        ({"decided_on": date(2026, 1, 1)}, False),
        ({"ended_at": NOW}, False),
    ],
)
def test_a_ban_is_lifted_by_a_later_permission_of_all_it_forbids(permitted, lifted):
    later = decision(DecisionKind.PERMISSION, **{"decided_on": date(2026, 2, 1), **permitted})
    assert (travel_decisions.bans([BAN, later], trip(), NOW) == ()) is lifted


@pytest.mark.parametrize(
    ("permitted", "lifted"),
    [
        ({}, True),
        ({"valid_to": date(2027, 7, 13)}, False),  # the consent holds until the 14th
        ({"valid_to": date(2027, 7, 14)}, True),
        ({"valid_from": date(2027, 7, 1)}, True),
        ({"valid_from": date(2027, 7, 2)}, False),
        ({"children": (LOU,)}, False),
        ({"countries": ("ES",)}, False),
        ({"decided_on": date(2026, 1, 1)}, False),
        ({"ended_at": NOW}, False),
    ],
)
def test_a_ban_that_was_lifted_stands_over_no_consent_either(permitted, lifted):
    """Nor does it over its certificate; a ban that came after the permission does."""
    given = consent(countries=("ES", "FR"), valid_from=date(2027, 7, 1), valid_to=date(2027, 7, 14))
    later = decision(DecisionKind.PERMISSION, **{"decided_on": date(2026, 2, 1), **permitted})
    assert (travel_decisions.bans([BAN, later], given, NOW) == ()) is lifted
    again = replace(BAN, id=uuid4(), decided_on=date(2026, 3, 1))
    assert again in travel_decisions.bans([BAN, later, again], given, NOW)


@pytest.mark.parametrize(
    ("said", "barred"),
    [
        ({}, True),
        ({"about": Home.B}, False),
        ({"about": None}, True),
        ({"children": (uuid4(),)}, False),
        ({"countries": ("MA",)}, False),
        ({"countries": ("SCHENGEN",)}, True),
        ({"valid_from": date(2027, 7, 14)}, True),
        ({"valid_from": date(2027, 7, 15)}, False),
        ({"valid_to": date(2027, 7, 1)}, True),
        ({"valid_to": date(2027, 6, 30)}, False),
        ({"recorded_at": NOW + HOUR}, False),
        ({"kind": DecisionKind.PERMISSION}, False),
    ],
)
def test_a_ban_stands_over_a_consent_it_shares_a_day_a_child_and_a_country_with(said, barred):
    given = consent(countries=("ES", "FR"), valid_from=date(2027, 7, 1), valid_to=date(2027, 7, 14))
    assert bool(travel_decisions.bans([replace(BAN, **said)], given, NOW)) is barred


@pytest.mark.parametrize(
    ("said", "countries", "barred"),
    [
        ((), ("BE",), False),  # a ban on every country is one on leaving Belgium
        ((), ("BE", "NL"), True),
        (("NL",), ("BE",), False),
        (("SCHENGEN",), ("NL",), True),
        (("TN",), ("ES",), True),  # the stop on the way
    ],
)
def test_which_trip_a_ban_is_about(said, countries, barred):
    stays = tuple(CountryStay(code, 1) for code in countries)
    stop = (Transit("TN", 3, landside=True, through_ticket=True),) if said == ("TN",) else ()
    ban = replace(BAN, countries=said)
    assert bool(travel_decisions.bans([ban], trip(stays=stays, transits=stop), NOW)) is barred


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"children": ()}, ["children"]),
        ({"children": (uuid4(),)}, ["children"]),
        ({"countries": ("Spain",)}, ["countries"]),
        ({"court": ""}, ["court"]),
        ({"court": "x" * 121}, ["court"]),
        ({"reference": "two words"}, ["reference"]),
        ({"decided_on": TODAY + DAY}, ["decided_on"]),
        ({"valid_to": date(2026, 12, 31)}, ["valid_to"]),
        ({"valid_to": TODAY + timedelta(days=19 * 366)}, ["valid_to"]),
        ({"valid_to": None}, []),
        ({"kind": DecisionKind.PERMISSION, "valid_to": None}, ["valid_to"]),
        ({"kind": DecisionKind.PERMISSION, "about": None}, ["about"]),
        ({"children": (), "court": "", "reference": ""}, ["children", "court", "reference"]),
    ],
)
def test_everything_wrong_with_a_decision_is_said_at_once(changed, expected):
    said = (
        replace(BAN, decided_on=TODAY, **changed) if "decided_on" not in changed else replace(BAN, **changed)
    )
    found = travel_decisions.problems_of_decision(said, CHILDREN, TODAY)
    assert [one.field for one in found] == expected


def test_a_decision_ends_once():
    ended = travel_decisions.end(BAN, NOW)
    assert not ended.counts(NOW)
    with pytest.raises(OrderEnded):
        travel_decisions.end(ended, NOW)


# A wish on record


def test_one_wish_of_each_parent_stands_and_each_sees_their_own():
    bens = travel_wishes.make((), family_id=ANA_AND_BEN, by=Home.B, reason="", id=uuid4(), now=NOW)
    with pytest.raises(AlreadyAnswered):
        travel_wishes.make([bens], family_id=ANA_AND_BEN, by=Home.B, reason="", id=uuid4(), now=NOW)
    anas = travel_wishes.make([bens], family_id=ANA_AND_BEN, by=Home.A, reason="", id=uuid4(), now=NOW)
    both = (bens, anas)
    assert [travel_wishes.seen_by(both, home) for home in (Home.A, Home.B, None)] == [(anas,), (bens,), both]
    with pytest.raises(NotYourOwn):
        travel_wishes.withdraw(bens, Home.A, NOW)
    gone = travel_wishes.withdraw(bens, Home.B, NOW)
    with pytest.raises(AlreadyAnswered):
        travel_wishes.withdraw(gone, Home.B, NOW)
    again = travel_wishes.make([gone, anas], family_id=ANA_AND_BEN, by=Home.B, reason="", id=uuid4(), now=NOW)
    assert again.withdrawn_at is None


# Silence


def test_silence_means_something_for_every_question_and_never_a_yes():
    assert set(MEANING) == set(Asked)
    for asked in Asked:
        assert silence(asked).text
    assert all("not a yes" in silence(one).text for one in (Asked.TRIP, Asked.CHANGED_TRIP))
    assert {Asked.TRIP, Asked.CHANGED_TRIP, Asked.EVERY_TRIP, Asked.DELAY} == TRAVEL


@settings(max_examples=60, deadline=None)
@given(trips, st.integers(0, 400))
def test_time_alone_never_makes_a_consent(of, days):
    """However long nobody answers, the trip stays open."""
    assert [one.lack for one in gaps(of, [], NOW + days * DAY)] == [Lack.CONSENT]


def test_a_consent_runs_out_by_itself_and_its_history_stays():
    given_one = consent()
    assert is_active(given_one, brussels(2027, 7, 14, 23, 59, 59))
    assert not is_active(given_one, brussels(2027, 7, 15))
    assert stands(given_one, brussels(2027, 7, 15))
