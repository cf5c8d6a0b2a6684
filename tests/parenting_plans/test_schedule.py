"""For every minute exactly one home, and why."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from time import perf_counter
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import schedule
from parenting_plans.balance import balance
from parenting_plans.patterns import load, named
from parenting_plans.schedule import expand, handovers, home_at, merged, nights, stay_at, whole_stays
from parenting_plans.values import (
    ZONE,
    Because,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Layer,
    Regular,
    Split,
    Stay,
    Terms,
)

A, B = Home.A, Home.B
SATURDAY = 5
MONDAY = date(2026, 1, 5)
LEA = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)
TOM = Child(UUID(int=2), date(2020, 6, 1), Community.FRENCH)
ALL_SHARED = tuple(
    HolidayRule(name, split, A, SATURDAY, time(18))
    for name, split in (
        ("autumn", Split.ALTERNATE),
        ("christmas", Split.HALVES),
        ("carnival", Split.ALTERNATE),
        ("easter", Split.HALVES),
        ("summer", Split.FORTNIGHTS),
    )
)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def terms(pattern="ww_fri", holidays=(), first=A, handover_time=time(18), anchor=MONDAY):
    found = named(pattern)
    return Terms(Regular(found.nights if found else pattern, anchor, first, handover_time), holidays)


def plan(*args, since="2026-01-01T00:00", number=9, **kwargs):
    return InForce(UUID(int=number), terms(*args, **kwargs), at(since))


def told(stays):
    return [(f"{s.starts_at:%m-%dT%H:%M}", f"{s.ends_at:%m-%dT%H:%M}", s.home.value) for s in stays]


# --- the regular week -------------------------------------------------------------------------------------------------


def test_a_home_changes_at_the_handover_time_of_the_day_whose_night_has_another_letter():
    stays = expand([plan("2-2-5-5")], LEA, at("2026-01-05T00:00"), at("2026-01-19T00:00"))
    assert told(stays) == [
        ("01-05T00:00", "01-05T18:00", "B"),  # until Monday evening: still last Sunday's home
        ("01-05T18:00", "01-07T18:00", "A"),
        ("01-07T18:00", "01-09T18:00", "B"),
        ("01-09T18:00", "01-14T18:00", "A"),
        ("01-14T18:00", "01-19T00:00", "B"),
    ]


def test_the_first_home_is_the_one_the_parents_chose():
    stays = expand([plan("ww_mon", first=B)], LEA, at("2026-01-06T00:00"), at("2026-01-13T00:00"))
    assert [stay.home for stay in stays] == [B, A]


def test_every_regular_stay_rests_on_its_clause_and_its_version():
    stays = expand([plan()], LEA, at("2026-01-06T00:00"), at("2026-06-13T00:00"))
    assert {stay.because for stay in stays} == {Because(Layer.REGULAR, "C02", UUID(int=9))}
    assert {stay.child for stay in stays} == {LEA.id}


@pytest.mark.parametrize(
    "anchor", [date(1900, 1, 1), date(2028, 2, 29), date(2025, 12, 29), date(2199, 12, 31)]
)
def test_an_anchor_may_lie_long_before_or_after(anchor):
    cycle = "AABAB"
    for night in nights([plan(cycle, anchor=anchor)], LEA, date(2026, 3, 1), 40):
        assert night.home.value == cycle[(night.date - anchor).days % 5]


def test_week_and_week_does_not_stumble_over_iso_week_53():
    fridays = handovers(expand([plan()], LEA, at("2026-12-01T00:00"), at("2027-02-01T00:00")))
    assert [f"{handover.at:%a %m-%d}" for handover in fridays] == [
        "Fri 12-04", "Fri 12-11", "Fri 12-18", "Fri 12-25", "Fri 01-01", "Fri 01-08", "Fri 01-15", "Fri 01-22", "Fri 01-29",
    ]  # fmt: skip
    assert all(one.to_home is two.from_home for one, two in pairwise(fridays))


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2026-03-27", 1), ("2026-03-29", 2), ("2026-10-23", 2), ("2026-10-25", 1), ("2026-10-30", 1)],
)
def test_18_00_stays_18_00_when_the_clocks_change(day, offset):
    every_day = [plan("AB")]
    moment = at(f"{day}T18:00")
    stay = stay_at(expand(every_day, LEA, at(f"{day}T00:00"), moment + timedelta(days=1)), moment)
    assert stay.starts_at.isoformat() == f"{day}T18:00:00+0{offset}:00"


@pytest.mark.parametrize("clock", [time(0), time(1, 59), time(3), time(8, 30), time(23, 59)])
def test_any_allowed_handover_time_gives_the_night_to_its_letter(clock):
    cycle = "AABBABB"
    slept = nights([plan(cycle, handover_time=clock)], LEA, date(2026, 3, 20), 20)
    assert [night.home.value for night in slept] == [cycle[(night.date - MONDAY).days % 7] for night in slept]


# --- windows and versions ---------------------------------------------------------------------------------------------


def test_nothing_is_known_before_the_first_plan():
    first = [plan(since="2026-02-02T08:00")]
    stays = expand(first, LEA, at("2026-01-01T00:00"), at("2026-03-01T00:00"))
    assert stays[0].starts_at == at("2026-02-02T08:00")
    assert [night.date for night in nights(first, LEA, date(2026, 1, 31), 4)] == [
        date(2026, 2, 2),
        date(2026, 2, 3),
    ]
    assert expand(first, LEA, at("2026-01-01T00:00"), at("2026-02-01T00:00")) == ()
    assert expand([], LEA, at("2026-01-01T00:00"), at("2026-02-01T00:00")) == ()
    assert home_at(stays, at("2026-02-01T00:00")) is None
    assert home_at(stays, at("2026-03-01T00:00")) is None


@pytest.mark.parametrize("end", ["2026-01-05T18:00", "2026-01-05T17:00"])
def test_a_window_that_does_not_last_holds_nothing(end):
    assert expand([plan()], LEA, at("2026-01-05T18:00"), at(end)) == ()


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        expand([plan()], LEA, datetime(2026, 1, 1), at("2026-02-01T00:00"))


def test_a_later_version_takes_over_at_its_moment_also_in_the_middle_of_a_holiday():
    old = plan("ww_fri", ALL_SHARED)
    new = plan("ww_fri", ALL_SHARED, first=B, since="2026-07-10T12:00", number=10)
    flipped = replace(
        new, terms=replace(new.terms, holidays=tuple(replace(r, first_half_even=B) for r in ALL_SHARED))
    )
    stays = expand([flipped, old], LEA, at("2026-06-30T18:00"), at("2026-08-01T18:00"))
    assert told(stays) == [
        ("06-30T18:00", "07-10T12:00", "A"),
        ("07-10T12:00", "07-16T18:00", "B"),
        ("07-16T18:00", "08-01T18:00", "A"),
    ]
    assert [stay.because.document.int for stay in stays] == [9, 10, 10]


def test_of_two_versions_from_one_moment_the_later_given_governs():
    both = [plan("AB", number=1), plan("AB", number=2)]
    stays = expand(both, LEA, at("2026-01-05T00:00"), at("2026-01-15T00:00"))
    assert {stay.because.document.int for stay in stays} == {2}


def test_the_hour_that_comes_twice_is_counted_twice():
    start = datetime(2026, 10, 25, 2, 30, tzinfo=ZONE)
    assert expand([plan()], LEA, start, start.replace(fold=1))[0].starts_at.utcoffset() == timedelta(hours=2)
    assert balance(expand([plan()], LEA, start, start.replace(fold=1))).hours[A] + balance(
        expand([plan()], LEA, start, start.replace(fold=1))
    ).hours[B] == pytest.approx(1)


# --- school holidays --------------------------------------------------------------------------------------------------


def test_a_school_holiday_lies_over_the_week_and_the_week_goes_on_from_its_anchor():
    stays = expand([plan("ww_fri", ALL_SHARED)], LEA, at("2026-12-11T18:00"), at("2027-01-22T18:00"))
    assert [(*line, stay.because.clause) for line, stay in zip(told(stays), stays, strict=True)] == [
        ("12-11T18:00", "12-18T18:00", "A", "C02"),
        ("12-18T18:00", "12-26T18:00", "A", "E03"),
        ("12-26T18:00", "01-03T18:00", "B", "E03"),
        ("01-03T18:00", "01-08T18:00", "B", "C02"),
        ("01-08T18:00", "01-15T18:00", "A", "C02"),
        ("01-15T18:00", "01-22T18:00", "B", "C02"),
    ]
    assert [stay.because.layer for stay in stays[:2]] == [Layer.REGULAR, Layer.SCHOOL_HOLIDAY]
    assert stays[1].because.holiday == "christmas"


@pytest.mark.parametrize(
    ("moment", "clause"),
    [
        ("2026-02-18T12:00", "E02"),
        ("2026-04-08T12:00", "E04"),
        ("2026-07-18T12:00", "E05"),
        ("2026-11-04T12:00", "E02"),
        ("2026-12-30T12:00", "E03"),
        ("2026-05-20T12:00", "C02"),
    ],
)
def test_each_holiday_rests_on_its_clause(moment, clause):
    stays = expand([plan("ww_fri", ALL_SHARED)], LEA, at("2026-01-05T00:00"), at("2027-02-01T00:00"))
    assert stay_at(stays, at(moment)).because.clause == clause


def test_a_child_follows_the_calendar_of_its_own_school():
    both = [plan("ww_fri", ALL_SHARED)]
    window = at("2026-04-01T00:00"), at("2026-05-31T00:00")
    easter = {child: [s for s in expand(both, child, *window) if s.because.holiday] for child in (LEA, TOM)}
    assert told(easter[LEA]) == [("04-03T18:00", "04-11T18:00", "A"), ("04-11T18:00", "04-19T18:00", "B")]
    assert told(easter[TOM]) == [("04-24T18:00", "05-02T18:00", "A"), ("05-02T18:00", "05-10T18:00", "B")]


def test_a_holiday_nobody_spoke_of_follows_the_regular_pattern():
    silent = [plan("2-2-3")]
    follow = [plan("2-2-3", (HolidayRule("summer", Split.FOLLOW_REGULAR, A, SATURDAY, time(18)),))]
    window = at("2026-05-01T00:00"), at("2026-10-31T00:00")
    assert expand(silent, LEA, *window) == expand(follow, LEA, *window)


@pytest.mark.parametrize(
    ("child", "holidays", "day"),
    [(LEA, ALL_SHARED, None), (TOM, ALL_SHARED, date(2028, 8, 28)), (TOM, (), None)],
)
def test_the_calendar_says_from_when_a_holiday_could_be_missing(child, holidays, day):
    assert schedule.uncertain_from([plan("ww_fri", holidays)], child) == day


# --- for every pattern and ten years ----------------------------------------------------------------------------------

TEN_YEARS = at("2025-12-01T00:00"), at("2035-12-01T00:00")


def fills(stays, start, end):
    instants = [stay.starts_at.astimezone(UTC) for stay in stays]
    ends = [stay.ends_at.astimezone(UTC) for stay in stays]
    assert instants[0] == start
    assert ends[-1] == end
    assert instants[1:] == ends[:-1]
    assert all(one < two for one, two in zip(instants, ends, strict=True))
    return True


@pytest.mark.parametrize("child", [LEA, TOM], ids=["Flemish", "French"])
@pytest.mark.parametrize("holidays", [(), ALL_SHARED], ids=["plain", "holidays"])
@pytest.mark.parametrize("pattern", [pattern.id for pattern in load()])
def test_ten_years_have_one_home_at_every_minute(pattern, holidays, child):
    in_force = [plan(pattern, holidays, since="2025-12-01T00:00")]
    stays = expand(in_force, child, *TEN_YEARS)
    assert fills(stays, *TEN_YEARS)
    assert all((one.home, one.because) != (two.home, two.because) for one, two in pairwise(stays))
    assert all(stay.starts_at.time() == time(18) for stay in stays[1:])
    assert stays == expand(in_force, child, *TEN_YEARS)


CYCLES = st.text("AB", min_size=2, max_size=40)
CLOCKS = (
    st.times().filter(lambda clock: clock.hour != 2).map(lambda clock: clock.replace(second=0, microsecond=0))
)
RULES = st.lists(
    st.builds(
        HolidayRule,
        st.sampled_from(["autumn", "christmas", "carnival", "easter", "summer"]),
        st.sampled_from(Split),
        st.sampled_from(Home),
        st.integers(0, 6),
        CLOCKS,
    ),
    unique_by=lambda rule: rule.holiday,
).map(tuple)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
VERSIONS = st.lists(
    st.builds(
        InForce,
        st.uuids(),
        st.builds(
            Terms,
            st.builds(
                Regular, CYCLES, st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.sampled_from(Home), CLOCKS
            ),
            RULES,
        ),
        MOMENTS,
    ),
    min_size=1,
    max_size=4,
)
CHILDREN = st.builds(Child, st.uuids(), st.just(date(2015, 1, 1)), st.sampled_from(Community))
WINDOWS = st.tuples(MOMENTS, MOMENTS).filter(lambda pair: pair[0] < pair[1])


def swapped(version):
    regular, holidays = version.terms.regular, version.terms.holidays
    return replace(
        version,
        terms=Terms(
            replace(regular, first=regular.first.other),
            tuple(replace(rule, first_half_even=rule.first_half_even.other) for rule in holidays),
        ),
    )


@settings(max_examples=120, deadline=None)
@given(VERSIONS, CHILDREN, WINDOWS)
def test_whatever_was_agreed_there_is_one_home_at_every_minute(versions, child, window):
    start, end = max(window[0], min(version.starts_at for version in versions)), window[1]
    stays = expand(versions, child, *window)
    assert start >= end if not stays else fills(stays, start, end)


@settings(max_examples=60, deadline=None)
@given(VERSIONS, CHILDREN, WINDOWS)
def test_changing_places_changes_every_home_and_nothing_else(versions, child, window):
    stays = expand(versions, child, *window)
    mirrored = expand([swapped(version) for version in versions], child, *window)
    assert mirrored == tuple(replace(stay, home=stay.home.other) for stay in stays)


@settings(max_examples=100, deadline=None)
@given(VERSIONS, CHILDREN, WINDOWS, st.randoms(use_true_random=False))
def test_a_part_of_the_calendar_is_the_calendar_of_the_part(versions, child, window, random):
    """The home at an instant depends on the terms and the instant alone, not on the window one looks through."""
    stays = expand(versions, child, *window)
    for stay in random.sample(stays, min(5, len(stays))):
        moment = stay.starts_at.astimezone(UTC)
        alone = expand(versions, child, moment, moment + timedelta(minutes=1))
        assert (alone[0].home, alone[0].because) == (stay.home, stay.because)


@settings(max_examples=60, deadline=None)
@given(CYCLES, CLOCKS, st.dates(date(2025, 1, 1), date(2029, 1, 1)), MOMENTS)
def test_a_regular_home_is_the_letter_of_last_night_until_today_s_handover(cycle, clock, anchor, moment):
    in_force = [plan(cycle, handover_time=clock, anchor=anchor, since="2024-01-01T00:00")]
    local = moment.astimezone(ZONE)
    night = local.date() if local.time() >= clock else local.date() - timedelta(days=1)
    expected = cycle[(night - anchor).days % len(cycle)]
    assert expand(in_force, LEA, moment, moment + timedelta(minutes=1))[0].home.value == expected


def test_the_zone_of_the_question_does_not_change_the_answer():
    in_force = [plan("2-2-3", ALL_SHARED)]
    window = at("2026-03-01T00:00"), at("2026-11-01T00:00")
    for zone in (UTC, ZoneInfo("Pacific/Kiritimati"), ZoneInfo("America/New_York")):
        asked = expand(in_force, LEA, *(moment.astimezone(zone) for moment in window))
        assert asked == expand(in_force, LEA, *window)
        assert {stay.starts_at.tzinfo for stay in asked} == {ZONE}


# --- looking at stays -------------------------------------------------------------------------------------------------


def test_merged_stays_forget_the_reason_and_keep_the_time():
    stays = expand([plan("ww_fri", ALL_SHARED)], LEA, at("2026-12-11T18:00"), at("2027-01-22T18:00"))
    assert told(merged(stays)) == [
        ("12-11T18:00", "12-26T18:00", "A"),
        ("12-26T18:00", "01-08T18:00", "B"),
        ("01-08T18:00", "01-15T18:00", "A"),
        ("01-15T18:00", "01-22T18:00", "B"),
    ]


def test_a_handover_is_where_a_child_changes_home_and_not_where_only_the_reason_changes():
    window = at("2026-12-11T18:00"), at("2027-01-09T18:00")
    both = [stay for child in (TOM, LEA) for stay in expand([plan("ww_fri", ALL_SHARED)], child, *window)]
    assert [
        (f"{one.at:%m-%dT%H:%M}", one.child.int, one.from_home, one.to_home) for one in handovers(both)
    ] == [
        ("12-26T18:00", 1, A, B),
        ("12-26T18:00", 2, A, B),
        ("01-08T18:00", 1, B, A),
        ("01-08T18:00", 2, B, A),
    ]


def test_there_is_no_handover_across_a_time_nobody_planned():
    because = Because(Layer.REGULAR, "C02")
    gap = [
        Stay(LEA.id, A, at("2026-01-01T00:00"), at("2026-01-02T00:00"), because),
        Stay(LEA.id, B, at("2026-01-03T00:00"), at("2026-01-04T00:00"), because),
    ]
    assert handovers(gap) == ()


def test_a_stay_begins_with_its_first_minute_and_ends_before_its_last():
    stays = expand([plan("2-2-5-5")], LEA, at("2026-01-05T18:00"), at("2026-01-09T18:00"))
    assert home_at(stays, at("2026-01-07T17:59")) is A
    assert home_at(stays, at("2026-01-07T18:00")) is B


def test_whole_stays_are_the_same_whichever_day_one_looks():
    in_force = [plan("2-2-3", ALL_SHARED)]
    for day in range(0, 300, 7):
        start = at("2026-03-02T00:00") + timedelta(days=day)
        seen = whole_stays(in_force, LEA, start, start + timedelta(days=60))
        later = whole_stays(in_force, LEA, start + timedelta(days=1), start + timedelta(days=61))
        assert set(later[:-2]) <= set(seen)


def test_a_home_for_ever_is_cut_on_a_first_of_january():
    always = [plan("AA", since="2020-01-01T00:00")]
    (only,) = whole_stays(always, LEA, at("2026-03-02T00:00"), at("2027-09-02T00:00"))
    assert (only.starts_at, only.ends_at) == (at("2025-01-01T00:00"), at("2029-01-01T00:00"))


# --- what cannot be a calendar ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        (terms(), []),
        (terms(handover_time=time(2)), ["handover_time"]),
        (terms(handover_time=time(2, 59)), ["handover_time"]),
        (terms(handover_time=time(3)), []),
        (terms("A" * 400, handover_time=time(2, 30)), ["nights", "handover_time"]),
        (terms(holidays=(HolidayRule("easter", Split.HALVES, A, 5, time(2, 30)),)), ["easter"]),
        (terms(holidays=(HolidayRule("ski", Split.HALVES, A, 5, time(18)),)), ["ski"]),
        (terms(holidays=(HolidayRule("easter", Split.HALVES, A, 7, time(18)),)), ["easter"]),
        (terms(holidays=(ALL_SHARED[0], ALL_SHARED[0])), ["autumn"]),
        (terms(holidays=ALL_SHARED), []),
    ],
)
def test_every_problem_of_the_terms_is_told_at_once(wrong, fields):
    assert [problem.field for problem in schedule.problems_of_terms(wrong)] == fields


def test_ten_years_expand_in_a_blink():
    in_force = [plan("2-2-3", ALL_SHARED, since="2025-12-01T00:00")]
    taken = []
    for _ in range(5):
        begin = perf_counter()
        expand(in_force, LEA, *TEN_YEARS)
        taken.append(perf_counter() - begin)
    assert min(taken) < 0.1
