"""Public holidays and special days: every file keeps its own examples, in four languages."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest

from parenting_plans import public_holidays, special_days
from parenting_plans.values import Child, Community

LOU = Child(UUID(int=1), date(2018, 3, 1), Community.FLEMISH)
every_public = pytest.mark.parametrize("holiday", public_holidays.load(), ids=lambda one: one.id)
every_special = pytest.mark.parametrize("feast", special_days.load(), ids=lambda one: one.id)


@every_public
def test_a_public_holiday_keeps_its_examples(holiday):
    assert holiday.examples
    for day in holiday.examples:
        assert holiday.on(day.year) == day


@every_special
def test_a_special_day_keeps_its_examples(feast):
    assert feast.examples
    for example in feast.examples:
        child = Child(LOU.id, example.born, LOU.community)
        assert (
            feast.on(example.year, child) == special_days.day_in(feast.id, example.year, child) == example.day
        )


@pytest.mark.parametrize("one", [*public_holidays.load(), *special_days.load()], ids=lambda one: one.id)
def test_a_day_has_a_name_in_four_languages(one):
    assert sorted(one.name) == ["de", "en", "fr", "nl"]
    assert all(text.strip() == text != "" for text in one.name.values())


def test_ten_days_are_legal_and_each_community_has_its_own():
    assert sum(one.legal for one in public_holidays.load()) == 10
    assert [one.id for one in public_holidays.chosen((), Community.FRENCH)] == [
        "1_jan", "easter_monday", "1_may", "ascension", "whit_monday", "21_july", "15_aug", "1_nov", "11_nov", "25_dec",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("community", "own"),
    [(Community.FLEMISH, "11_july"), (Community.FRENCH, "27_sept"), (Community.GERMAN, "15_nov")],
)
def test_the_community_day_of_a_child_is_that_of_its_school(community, own):
    found = public_holidays.chosen(("whit_monday", "community_days"), community)
    assert {one.id for one in found} == {"whit_monday", own}


@pytest.mark.parametrize(("day", "known"), [("community_days", True), ("11_nov", True), ("12_nov", False)])
def test_a_plan_names_public_holidays_by_their_id(day, known):
    assert public_holidays.is_known(day) is known


@pytest.mark.parametrize(
    ("day", "year", "on"),
    [
        ("2027-12-24", 2027, date(2027, 12, 24)),
        ("2027-12-24", 2028, None),
        ("05-17", 2027, date(2027, 5, 17)),
        ("02-29", 2027, date(2027, 3, 1)),
        ("02-29", 2028, date(2028, 2, 29)),
        ("02-29", 2100, date(2100, 3, 1)),
        ("02-30", 2027, None),
        ("2027-02-29", 2027, None),
        ("20271224", 2027, None),
        ("sometime", 2027, None),
    ],
)
def test_a_plan_may_name_a_date_or_a_day_of_every_year(day, year, on):
    assert special_days.day_in(day, year, LOU) == on


@pytest.mark.parametrize(
    ("day", "known", "dated"),
    [
        ("mothers_day", True, False),
        ("05-17", True, False),
        ("2027-12-24", True, True),
        ("05-32", False, False),
    ],
)
def test_what_a_plan_may_name(day, known, dated):
    assert (special_days.is_known(day), special_days.is_dated(day)) == (known, dated)


@pytest.mark.parametrize("package", [public_holidays, special_days])
def test_two_days_with_one_id_stop_the_start(monkeypatch, package):
    names = [SimpleNamespace(name="armistice_day" if package is public_holidays else "birthday")] * 2
    monkeypatch.setattr(package, "iter_modules", lambda _path: names)
    with pytest.raises(RuntimeError, match="share an id"):
        package.load.__wrapped__()
