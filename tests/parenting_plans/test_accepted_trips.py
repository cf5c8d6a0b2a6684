"""Ana's trip with the children: when it counts as accepted by both, for how long, and what it does to special days."""

from dataclasses import replace
from datetime import UTC, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.accepted_trips import accepted, changes_at
from parenting_plans.laid import Laid
from parenting_plans.schedule import expand
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.values import Away, Home, Layer, Objection, TripStatus
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW, TODAY
from tests.parenting_plans.test_schedule_properties import (
    CHILDREN as SOME_CHILD,
)
from tests.parenting_plans.test_schedule_properties import (
    FROM,
    TRIPS,
    UNTIL,
    VERSIONS,
    WINDOWS,
)
from tests.parenting_plans.test_travel import BACK, HOUR, LEAVE, consent, trip

DAY = timedelta(days=1)
WHOLE = (Away(Home.A, LEAVE, BACK, CHILDREN),)


def taken_back(given, at, *, said=None):
    return replace(given, withdrawn_at=said or at, ends_at=at)


def no(at=NOW, until=None):
    return Objection(UUID(int=9), ANA_AND_BEN, trip().id, Home.B, "", at, until)


def until(at):
    return (Away(Home.A, LEAVE, at, CHILDREN),)


@pytest.mark.parametrize(
    ("asked", "given", "against", "now", "expected"),
    [
        (trip(), (consent(),), (), NOW, WHOLE),
        (trip(), (consent(general=True),), (), NOW, WHOLE),
        (trip(), (), (), NOW, ()),
        (trip(), (consent(by=Home.A, general=True),), (), NOW, ()),
        (trip(), (consent(children=CHILDREN[:1]),), (), NOW, ()),
        (trip(), (consent(countries=("ES",)),), (), NOW, ()),
        (trip(), (consent(valid_to=BACK.date() - DAY),), (), NOW, ()),
        (trip(), (consent(countries=("ES",)), consent(countries=("FR",))), (), NOW, WHOLE),
        (trip(return_at=None), (consent(),), (), NOW, ()),
        (trip(status=TripStatus.CANCELLED), (consent(),), (), NOW, ()),
        (trip(), (consent(),), (no(),), NOW, ()),
        (trip(), (consent(),), (no(until=NOW),), NOW, WHOLE),
        # Looked at before anybody said yes.
        (trip(), (consent(),), (), NOW - HOUR, ()),
        # Back earlier than planned: from then on nothing is left to protect.
        (trip(departed_at=LEAVE, returned_at=BACK - DAY), (consent(),), (), BACK, until(BACK - DAY)),
        (trip(departed_at=LEAVE, returned_at=BACK + DAY), (consent(),), (), BACK + DAY, WHOLE),
        # A yes after the trip changes nothing that has passed.
        (trip(), (consent(given=BACK + HOUR),), (), BACK + DAY, ()),
    ],
)
def test_a_trip_is_accepted_while_nothing_is_open(asked, given, against, now, expected):
    assert accepted([asked], given, against, now) == expected


@pytest.mark.parametrize(
    ("ends", "now", "expected"),
    [
        (NOW + DAY, NOW, WHOLE),  # taken back for tomorrow: today everything is as it was
        (NOW + DAY, NOW + DAY - HOUR, WHOLE),
        (NOW + DAY, NOW + DAY, ()),
        (LEAVE, LEAVE, ()),
        (LEAVE + 2 * DAY, LEAVE + DAY, WHOLE),
        (LEAVE + 2 * DAY, LEAVE + 3 * DAY, until(LEAVE + 2 * DAY)),  # what has passed stays as it was
        (LEAVE + 2 * DAY, BACK + 90 * DAY, until(LEAVE + 2 * DAY)),
        (BACK + DAY, BACK + 90 * DAY, WHOLE),
    ],
)
def test_only_the_moment_from_which_a_withdrawal_counts_ends_it(ends, now, expected):
    assert accepted([trip()], [taken_back(consent(), ends, said=NOW)], (), now) == expected


def test_a_no_under_way_leaves_what_has_passed():
    against = no(LEAVE + DAY)
    general = consent(general=True)
    assert accepted([trip()], [general], [against], LEAVE + 2 * DAY) == until(LEAVE + DAY)
    assert accepted([trip()], [general], [replace(against, withdrawn_at=LEAVE + 2 * DAY)], BACK) == WHOLE


def test_a_no_after_a_withdrawal_takes_back_nothing_that_has_passed():
    gone = taken_back(consent(), LEAVE + DAY)
    assert accepted([trip()], [gone], [no(LEAVE + 2 * DAY)], LEAVE + 3 * DAY) == until(LEAVE + DAY)


def test_a_courts_ban_under_way_leaves_what_has_passed():
    noted_at = LEAVE + 2 * DAY
    ban = TravelDecision(
        UUID(int=5),
        ANA_AND_BEN,
        DecisionKind.BAN,
        None,
        CHILDREN,
        (),
        TODAY,
        None,
        "C",
        "1",
        TODAY,
        UUID(int=8),
        noted_at,
    )
    assert accepted([trip()], [consent()], (), noted_at - HOUR, [ban]) == WHOLE
    assert accepted([trip()], [consent()], (), noted_at + DAY, [ban]) == until(noted_at)
    early = replace(ban, recorded_at=NOW)
    assert accepted([trip()], [consent()], (), NOW, [early]) == ()


def test_a_new_yes_after_a_withdrawal_counts_again():
    given = (taken_back(consent(), NOW + DAY), consent(given=NOW + 2 * DAY))
    assert accepted([trip()], given, (), NOW + DAY) == ()
    assert accepted([trip()], given, (), NOW + 2 * DAY) == WHOLE


@pytest.mark.parametrize(
    ("ends", "now", "expected"),
    [
        ((), NOW, None),
        ((NOW,), NOW, None),
        ((NOW + DAY, NOW + HOUR, NOW - HOUR), NOW, NOW + HOUR),
        ((NOW + DAY, NOW + HOUR), NOW + HOUR, NOW + DAY),
    ],
)
def test_the_next_moment_at_which_time_alone_ends_one(ends, now, expected):
    assert changes_at([consent(), *(taken_back(consent(), at) for at in ends)], now) == expected


MOMENTS = st.integers(-200, 400).map(lambda hours: LEAVE.astimezone(UTC) + hours * HOUR)
GIVEN = st.lists(
    st.builds(
        lambda given, ends, general: (
            taken_back(consent(given=given, general=general), max(ends, given))
            if ends
            else consent(given=given, general=general)
        ),
        MOMENTS,
        st.none() | MOMENTS,
        st.booleans(),
    ),
    max_size=3,
)
AGAINST = st.lists(
    st.builds(lambda at, end: no(at, max(at, end) if end else None), MOMENTS, st.none() | MOMENTS),
    max_size=2,
)


@settings(max_examples=150, deadline=None)
@given(GIVEN, AGAINST, MOMENTS, MOMENTS)
def test_time_that_passed_accepted_stays_so_and_never_goes_beyond_the_trip(given, against, one, other):
    early, late = sorted((one, other))
    said_by_early = [yes for yes in given if yes.given_at <= early]
    known = [
        replace(yes, withdrawn_at=None, ends_at=None) if yes.ends_at and yes.ends_at > early else yes
        for yes in said_by_early
    ]
    against_early = [
        replace(it, withdrawn_at=None) if it.withdrawn_at and it.withdrawn_at > early else it
        for it in against
        if it.made_at <= early
    ]
    before = accepted([trip()], known, against_early, early)
    after = accepted([trip()], given, against, late)
    for away in (*before, *after):
        assert (away.home, away.starts_at) == (Home.A, LEAVE)
        assert LEAVE < away.ends_at <= BACK
    if before and early > LEAVE:
        passed = min(early, before[0].ends_at.astimezone(UTC))
        assert after
        assert after[0].ends_at >= passed


@settings(max_examples=60, deadline=None)
@given(VERSIONS, SOME_CHILD, WINDOWS, TRIPS)
def test_no_special_day_ever_breaks_an_accepted_trip(versions, child, over, trips):
    gentle = [
        replace(
            one,
            terms=replace(
                one.terms,
                special_days=tuple(replace(day, breaks_trips=False) for day in one.terms.special_days),
            ),
        )
        for one in versions
    ]
    for stay in expand(gentle, child, FROM, UNTIL, Laid(tuple(over), tuple(trips))):
        if stay.because.layer is Layer.SPECIAL_DAY:
            for trip_ in trips:
                overlaps = trip_.starts_at < stay.ends_at and stay.starts_at < trip_.ends_at
                assert not (overlaps and child.id in trip_.children) or trip_.home is stay.home


@settings(max_examples=60, deadline=None)
@given(VERSIONS, SOME_CHILD, WINDOWS, TRIPS)
def test_without_special_days_an_accepted_trip_changes_nothing(versions, child, over, trips):
    plain = [replace(one, terms=replace(one.terms, special_days=())) for one in versions]
    laid = Laid(tuple(over), tuple(trips))
    assert expand(plain, child, FROM, UNTIL, laid) == expand(plain, child, FROM, UNTIL, Laid(tuple(over)))
