"""Every named pattern is what parents and the table of Belgian practice understand by it."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parenting_plans import patterns
from parenting_plans.balance import balance
from parenting_plans.patterns import figures, load, named, problems_of_anchor, problems_of_nights
from parenting_plans.schedule import expand, nights
from parenting_plans.values import ZONE, Child, Community, Home, InForce, Regular, Terms

MONDAY = date(2026, 1, 5)
SAM = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)

# id: nights A, nights B, changes, longest A, longest B (belgium.md 4.1)
TABLE = {
    "ww_fri": (7, 7, 2, 7, 7),
    "ww_mon": (7, 7, 2, 7, 7),
    "ww_wed": (7, 7, 2, 7, 7),
    "ww_fri_midnight": (7, 7, 6, 5, 5),
    "2-2-3": (7, 7, 6, 3, 3),
    "2-2-5-5": (7, 7, 4, 5, 5),
    "3-4-4-3_mon": (7, 7, 4, 4, 4),
    "3-4-4-3_sun": (7, 7, 4, 4, 4),
    "12-2": (12, 2, 2, 12, 2),
    "12-2_wed": (12, 2, 2, 12, 2),
    "11-3": (11, 3, 2, 11, 3),
    "10-4": (10, 4, 2, 10, 4),
    "10-4_wed": (10, 4, 6, 6, 2),
    "9-5_block": (9, 5, 2, 9, 5),
    "9-5_split": (9, 5, 6, 6, 3),
    "8-6": (8, 6, 4, 6, 5),
    "5-2_weekends": (8, 6, 4, 4, 3),
    "2weeks": (14, 14, 2, 14, 14),
    "birdnest_ww": (7, 7, 2, 7, 7),
    "long_distance": (26, 2, 2, 26, 2),
}

every_pattern = pytest.mark.parametrize("pattern", load(), ids=lambda pattern: pattern.id)


def in_force(pattern, first=Home.A):
    regular = Regular(pattern.nights, MONDAY, first, time(18))
    return [InForce(UUID(int=9), Terms(regular), datetime(2026, 1, 5, tzinfo=ZONE))]


def test_the_usual_patterns_come_first_and_all_twenty_are_there():
    assert [pattern.id for pattern in load()] == list(TABLE)


@every_pattern
def test_a_pattern_counts_as_the_table_says(pattern):
    counted = figures(pattern.nights)
    a, b, changes, longest_a, longest_b = TABLE[pattern.id]
    assert counted.nights == {"A": a, "B": b}
    assert counted.handovers == changes
    assert counted.longest == {"A": longest_a, "B": longest_b}
    assert counted.share_a == pytest.approx(a / (a + b))


@every_pattern
@pytest.mark.parametrize("first", Home)
def test_the_expanded_calendar_has_the_share_of_the_table(pattern, first):
    weeks = 28 * 13
    start = datetime(2026, 2, 2, 18, tzinfo=ZONE)
    end = datetime.fromordinal(start.toordinal() + weeks).replace(hour=18, tzinfo=ZONE)
    counted = balance(expand(in_force(pattern, first), SAM, start, end))
    a, b, *_ = TABLE[pattern.id]
    assert counted.nights == {first: weeks * a // (a + b), first.other: weeks * b // (a + b)}


@every_pattern
def test_the_examples_of_a_pattern_hold(pattern):
    slept = {night.date: night.home for night in nights(in_force(pattern), SAM, MONDAY, 28)}
    assert pattern.examples
    for example in pattern.examples:
        assert slept[example.night] is example.home, example.night


@every_pattern
def test_a_pattern_speaks_four_languages_and_is_a_valid_cycle(pattern):
    for words in (pattern.name, pattern.note):
        assert sorted(words) == ["de", "en", "fr", "nl"]
        assert all(text.strip() == text != "" for text in words.values())
    assert problems_of_nights(pattern.nights) == ()


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_no_two_patterns_have_the_same_name(language):
    names = [pattern.name[language] for pattern in load()]
    assert len(set(names)) == len(names)


def test_a_pattern_is_found_by_its_id():
    assert named("2-2-3") in load()
    assert named("2-2-4") is None


def test_two_patterns_with_one_id_stop_the_start(monkeypatch):
    twice = [SimpleNamespace(name="two_two_three"), SimpleNamespace(name="two_two_three")]
    monkeypatch.setattr(patterns, "iter_modules", lambda _path: twice)
    with pytest.raises(RuntimeError, match="share an id"):
        load.__wrapped__()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("AB", 0),
        ("A" * 366, 0),
        ("AAB" * 122, 0),
        ("", 1),
        ("A", 1),
        ("AB" * 200, 1),
        ("AABC", 1),
        ("ab", 1),
        ("AB BA", 1),
        ("x", 2),
        ("ABÀ", 1),
        ("A\nB", 1),
    ],
)
def test_a_cycle_is_two_to_366_nights_of_a_and_b(text, count):
    problems = problems_of_nights(text)
    assert len(problems) == count
    for problem in problems:
        assert problem.field == "nights"
        problem.text.format(**problem.values)


def test_a_named_pattern_is_anchored_on_a_monday():
    assert problems_of_anchor(MONDAY) == ()
    assert [problem.field for problem in problems_of_anchor(date(2026, 1, 6))] == ["anchor_date"]


@given(st.text("AB", min_size=2, max_size=60))
def test_figures_do_not_depend_on_where_the_cycle_is_cut(cycle):
    turned = cycle[1:] + cycle[0]
    assert figures(turned) == figures(cycle)
    assert sum(figures(cycle).nights.values()) == len(cycle)


def test_a_year_of_one_letter_has_no_handover():
    assert figures("A" * 10).handovers == 0
    assert figures("A" * 10).longest == {"A": 10, "B": 0}
    always = [
        InForce(UUID(int=9), Terms(Regular("AA", MONDAY, Home.B, time(18))), datetime(2026, 1, 5, tzinfo=UTC))
    ]
    stays = expand(always, SAM, datetime(2026, 2, 1, tzinfo=UTC), datetime(2027, 2, 1, tzinfo=UTC))
    assert [stay.home for stay in stays] == [Home.B]
