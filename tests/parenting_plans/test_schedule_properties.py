"""Ten years of anything that can be agreed, swapped and ordered: one home a minute, the strongest layer, no other surprises."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import public_holidays, special_days
from parenting_plans.feast_days import feasts
from parenting_plans.holidays import holidays_of
from parenting_plans.holidays.split import parts
from parenting_plans.laid import Laid
from parenting_plans.layers import STRENGTH
from parenting_plans.regular import nth_weekday
from parenting_plans.schedule import ends_on, expand, problems_of_terms, stay_at
from parenting_plans.values import (
    ZONE,
    After,
    Away,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Layer,
    Monthly,
    PublicHolidays,
    Regular,
    Slot,
    SpecialDay,
    Split,
    Step,
    Terms,
    Window,
)

A, B = Home.A, Home.B
DAY = timedelta(days=1)
KIDS = [UUID(int=number) for number in (1, 2)]
FROM, UNTIL = datetime(2025, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)

HOMES = st.sampled_from(Home)
CLOCKS = st.sampled_from(
    [time(0), time(1, 30), time(3), time(8), time(12), time(16, 15), time(18), time(23, 30)]
)
DAYS = st.dates(date(2020, 1, 1), date(2036, 1, 1))
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
SLOTS = st.builds(
    lambda weekday, letter, hours: Slot(weekday, time(min(hours)), time(max(hours)), letter),
    st.integers(0, 6),
    st.sampled_from("AB"),
    st.sets(st.integers(3, 23), min_size=2, max_size=2),
)
MANY = {"max_size": 2}
SLOT_LISTS = st.lists(SLOTS, **MANY).map(tuple)
CYCLES = st.one_of(
    st.sampled_from(["AABBAAAAABBBBB", "BBBBAAAAAAABBB", "AAAABBAAAAAAAA"]),
    st.text("AB", min_size=2, max_size=30),
)
REGULARS = st.one_of(
    st.builds(Regular, CYCLES, DAYS, HOMES, CLOCKS, SLOT_LISTS),
    st.builds(
        Regular,
        st.just(""),
        DAYS,
        HOMES,
        CLOCKS,
        SLOT_LISTS,
        st.builds(
            Monthly,
            st.sets(st.sampled_from([1, 2, 3, 4, 5, -1]), min_size=1, max_size=2).map(tuple),
            st.integers(0, 6),
            st.integers(1, 14),
        ),
    ),
)
RULES = st.lists(
    st.builds(
        HolidayRule,
        st.sampled_from(["autumn", "christmas", "carnival", "easter", "summer"]),
        st.sampled_from(Split),
        HOMES,
        st.integers(0, 6),
        CLOCKS,
    ),
    unique_by=lambda rule: rule.holiday,
).map(tuple)
PUBLIC = st.none() | st.builds(
    PublicHolidays,
    st.just(True),
    st.lists(st.sampled_from([one.id for one in public_holidays.load()]), **MANY).map(tuple),
)
FEASTS = st.lists(
    st.builds(
        SpecialDay,
        st.sampled_from([*(one.id for one in special_days.load()), "02-29", "2028-05-14"]),
        HOMES,
        HOMES,
        CLOCKS,
        CLOCKS,
        st.integers(1, 2),
        children=st.lists(st.sampled_from(KIDS), max_size=1).map(tuple),
        breaks_trips=st.booleans(),
    ),
    max_size=3,
).map(tuple)
TERMS = st.builds(
    Terms,
    REGULARS,
    RULES,
    regimes=st.lists(st.tuples(st.sampled_from(KIDS), REGULARS), max_size=1).map(tuple),
    steps=st.lists(st.builds(Step, st.sampled_from(KIDS), DAYS, REGULARS), max_size=1).map(tuple),
    after_holidays=st.sampled_from(After),
    public_holidays=PUBLIC,
    special_days=FEASTS,
)
VERSIONS = st.lists(st.builds(InForce, st.uuids(), TERMS, MOMENTS), min_size=1, max_size=2).map(
    lambda versions: [replace(versions[0], starts_at=FROM - DAY), *versions[1:]]
)
LONG = st.timedeltas(timedelta(hours=1), timedelta(days=200)).map(
    lambda long: timedelta(minutes=long // timedelta(minutes=1))
)
WINDOWS = st.lists(
    st.builds(
        lambda layer, home, at, long, made, children: Window(
            layer, home, at, at + long, made, children, None
        ),
        st.sampled_from([Layer.SWAP, Layer.INTERIM_ORDER, Layer.PROTECTIVE_ORDER]),
        HOMES,
        MOMENTS,
        LONG,
        MOMENTS,
        st.lists(st.sampled_from(KIDS), max_size=1).map(tuple),
    ),
    max_size=5,
    unique_by=lambda window: window.made_at,
)
TRIPS = st.lists(
    st.builds(lambda home, at, long: Away(home, at, at + long, (KIDS[0],)), HOMES, MOMENTS, LONG), **MANY
)
CHILDREN = st.builds(
    Child,
    st.sampled_from(KIDS),
    st.sampled_from([date(2020, 2, 29), date(2018, 3, 1)]),
    st.sampled_from(Community),
)
SETTINGS = {"deadline": None}
NAMES = (VERSIONS, CHILDREN, WINDOWS, TRIPS)


def whole(versions, child, over, trips, start=FROM, end=UNTIL):
    return expand(versions, child, start, end, Laid(tuple(over), tuple(trips)))


def check_one_home_a_minute(versions, child, over, trips):
    assert all(problems_of_terms(version.terms) == () for version in versions)
    stays = whole(versions, child, over, trips)
    instants = [(stay.starts_at.astimezone(UTC), stay.ends_at.astimezone(UTC)) for stay in stays]
    assert (instants[0][0], instants[-1][1]) == (FROM, UNTIL)
    assert all(begins < ends for begins, ends in instants)
    assert all(one[1] == two[0] for one, two in pairwise(instants))
    assert all((one.home, one.because) != (two.home, two.because) for one, two in pairwise(stays))
    assert stays == whole(
        list(reversed(versions)) if len(versions) < 2 else versions, child, list(reversed(over)), trips
    )


def check_mirror(versions, child, over, trips):
    mirrored = [replace(version, terms=mirror(version.terms)) for version in versions]
    over_mirrored = [replace(window, home=window.home.other) for window in over]
    trips_mirrored = [replace(trip, home=trip.home.other) for trip in trips]
    expected = tuple(replace(stay, home=stay.home.other) for stay in whole(versions, child, over, trips))
    assert whole(mirrored, child, over_mirrored, trips_mirrored) == expected


def mirror(terms):
    def other(regular):
        return replace(regular, first=regular.first.other)

    return replace(
        terms,
        regular=other(terms.regular),
        holidays=tuple(replace(rule, first_half_even=rule.first_half_even.other) for rule in terms.holidays),
        regimes=tuple((child, other(regular)) for child, regular in terms.regimes),
        steps=tuple(replace(step, regular=other(step.regular)) for step in terms.steps),
        special_days=tuple(replace(d, even=d.even.other, odd=d.odd.other) for d in terms.special_days),
    )


def check_halves(versions, child, over, trips, middle):
    """What one sees of a day does not depend on how much else one looks at."""
    one, two = (
        whole(versions, child, over, trips, end=middle),
        whole(versions, child, over, trips, start=middle),
    )
    if one and two and (one[-1].home, one[-1].because) == (two[0].home, two[0].because):
        one, two = (*one[:-1], replace(one[-1], ends_at=two[0].ends_at)), two[1:]
    assert one + two == whole(versions, child, over, trips)


# --- a second opinion: the same rules told for one minute, without any piece or list ----------------------------------


def clock(day, at):
    return datetime.combine(day, at, tzinfo=ZONE).astimezone(UTC)


def regime(terms, child, night):
    own = dict(terms.regimes).get(child.id, terms.regular)
    steps = [step for step in terms.steps if step.child == child.id and step.starts_on <= night]
    return max(steps, key=lambda step: step.starts_on).regular if steps else own


def letter(regular, night):
    if regular.monthly is None:
        return regular.nights[(night - regular.anchor).days % len(regular.nights)]
    starts = [night - back * DAY for back in range(regular.monthly.nights)]
    months = regular.monthly
    hit = any(nth_weekday(d.year, d.month, months.weekday, o) == d for d in starts for o in months.ordinals)
    return "B" if hit else "A"


def regular_home(terms, child, at):
    today = at.astimezone(ZONE).date()
    regular = regime(terms, child, today)
    found = [s.letter for s in regular.slots if s.weekday == today.weekday() and clock(today, s.begins) <= at < clock(today, s.ends)]  # fmt: skip
    if found:
        said = found[-1]
    else:
        night = today if at >= clock(today, regular.handover_time) else today - DAY
        regular = regime(terms, child, night)
        said = letter(regular, night)
    return regular.first if said == "A" else regular.first.other


def holiday_home(terms, child, at):
    today = at.astimezone(ZONE).date()
    for holiday in holidays_of(child.community, today - 5 * DAY, today + 5 * DAY):
        for rule in terms.holidays:
            if rule.holiday == holiday.id:
                for part in parts(holiday, rule, regime(terms, child, holiday.first).handover_time):
                    if (
                        clock(part.begins.date(), part.begins.time())
                        <= at
                        < clock(part.ends.date(), part.ends.time())
                    ):
                        return part.home
    return None


def expected(version, child, over, trips, at):
    """The layer and the home at an instant; None for the layer of public holidays, which the cases of test_layers show."""
    hit = [w for w in over if w.starts_at <= at < w.ends_at and (not w.children or child.id in w.children)]
    if hit:
        window = max(hit, key=lambda w: (STRENGTH[w.layer], w.made_at))
        return window.layer, window.home
    days = feasts(version.terms.special_days, child, at, at + timedelta(minutes=1), ZONE, UUID(int=0), trips)
    feast = [piece.home for piece in days if piece.begins <= at < piece.ends]
    if feast:
        return Layer.SPECIAL_DAY, feast[-1]
    home = holiday_home(version.terms, child, at)
    if home:
        return Layer.SCHOOL_HOLIDAY, home
    return Layer.REGULAR, regular_home(version.terms, child, at)


def check_second_opinion(versions, child, over, trips, moments):
    going_on = [
        replace(v, terms=replace(v.terms, public_holidays=None, after_holidays=After.CONTINUE))
        for v in versions
    ]
    stays = whole(going_on, child, over, trips)
    edges = [stay.starts_at.astimezone(UTC) for stay in stays[:: max(1, len(stays) // 8)]]
    near = [edge + shift for edge in edges for shift in (timedelta(0), -timedelta(minutes=1))]
    for at in {*moments, *(edge for edge in near)} - {UNTIL, FROM - timedelta(minutes=1)}:
        version = [v for v in sorted(going_on, key=lambda v: v.starts_at) if v.starts_at <= at][-1]
        stay = stay_at(stays, at)
        assert (stay.because.layer, stay.home) == expected(version, child, over, trips, at), at


@settings(**SETTINGS, max_examples=40)
@given(*NAMES)
def test_one_home_a_minute_for_ten_years(versions, child, over, trips):
    check_one_home_a_minute(versions, child, over, trips)


@settings(**SETTINGS, max_examples=30)
@given(*NAMES)
def test_changing_places_changes_the_homes_and_nothing_else(versions, child, over, trips):
    check_mirror(versions, child, over, trips)


@settings(**SETTINGS, max_examples=40)
@given(*NAMES, MOMENTS)
def test_two_halves_make_the_whole(versions, child, over, trips, middle):
    check_halves(versions, child, over, trips, middle)


@settings(**SETTINGS, max_examples=40)
@given(*NAMES, st.lists(MOMENTS, max_size=15))
def test_a_second_opinion_on_any_minute(versions, child, over, trips, moments):
    check_second_opinion(versions, child, over, trips, moments)


@pytest.mark.campaign
@settings(**SETTINGS, max_examples=3000)
@given(*NAMES, MOMENTS, st.lists(MOMENTS, max_size=30))
def test_all_of_it_for_long(versions, child, over, trips, middle, moments):
    check_one_home_a_minute(versions, child, over, trips)
    check_mirror(versions, child, over, trips)
    check_halves(versions, child, over, trips, middle)
    check_second_opinion(versions, child, over, trips, moments)


@settings(**SETTINGS, max_examples=60)
@given(VERSIONS, WINDOWS, st.dates(date(2007, 1, 1), date(2016, 12, 31)), st.sampled_from(Community))
def test_a_calendar_ends_with_childhood(versions, over, born, community):
    child = Child(KIDS[0], born, community)
    stays = expand(versions, child, FROM, UNTIL, Laid(tuple(over)))
    grown_up = clock(ends_on(child), time(0))
    assert not stays if grown_up <= FROM else stays[-1].ends_at == min(UNTIL, grown_up)


@pytest.mark.parametrize(
    ("born", "day"),
    [("2009-01-20", "2027-01-20"), ("2008-02-29", "2026-03-01"), ("2009-03-01", "2027-03-01")],
)
def test_the_eighteenth_birthday(born, day):
    assert ends_on(Child(KIDS[0], date.fromisoformat(born), Community.FLEMISH)) == date.fromisoformat(day)
