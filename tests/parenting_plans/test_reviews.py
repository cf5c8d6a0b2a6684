"""Reviews fall due as the plan says, on days that exist, and no silence, postponement or late answer skips one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import reviews
from parenting_plans.errors import AlreadyAnswered, NotDueYet, NotThatDay, PostponedEnough
from parenting_plans.reviews import Answer, Kind, Review, months_after
from parenting_plans.values import ZONE, Home

A, B = Home
SEALED = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
DUE = date(2028, 3, 1)
REVIEW = Review(UUID(int=1), UUID(int=2), UUID(int=3), Kind.ORDINARY, DUE, DUE)


def term(*sealed):
    """From agreements and moments, in turn."""
    return reviews.term_of(zip(sealed[::2], sealed[1::2], strict=True))


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2027, 8, 31), 18, date(2029, 2, 28)),
        (date(2027, 1, 31), 3, date(2027, 4, 30)),
        (date(2027, 12, 1), 1, date(2028, 1, 1)),
        (date(2027, 5, 14), 0, date(2027, 5, 14)),
    ],
)
def test_months_end_on_days_that_exist(day, months, expected):
    assert months_after(day, months) == expected


N01 = {"N01": {"first_months": 6, "then": "6m"}}


@pytest.mark.parametrize(
    ("agreed", "sealed", "expected"),
    [
        ({}, SEALED, ["2028-03-01", "2029-03-01", "2030-03-01", "2031-03-01*", "2032-03-01"]),
        (N01, SEALED, ["2027-09-01", "2028-03-01", "2028-09-01", "2029-03-01", "2029-09-01"]),
        (
            {"N01": {"first_months": 3, "then": "12m"}},
            SEALED,
            ["2027-06-01", "2028-06-01", "2029-06-01", "2030-06-01", "2031-03-01*", "2031-06-01"],
        ),
        (
            {"N01": {"first_months": 11, "then": "12m"}},
            SEALED,
            ["2028-02-01", "2029-02-01", "2030-02-01", "2031-03-01*", "2032-02-01"],
        ),
        ({"N01": {"first_months": "six", "then": "6m"}}, SEALED, ["2028-03-01"]),
        ({"N01": {"first_months": 6}}, SEALED, ["2028-03-01"]),
        (
            {},
            datetime(2028, 2, 28, 23, 30, tzinfo=UTC),
            ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29*"],
        ),
        ({}, datetime(2027, 12, 31, 23, 30, tzinfo=UTC), ["2029-01-01"]),
    ],
    ids=[
        "no N01",
        "every half year",
        "first after 3",
        "merged",
        "nonsense",
        "half said",
        "leap day",
        "Brussels day",
    ],
)
def test_when_reviews_fall_due(agreed, sealed, expected):
    found = islice(reviews.planned(term(agreed, sealed)), len(expected))
    assert [f"{day}{'*' if kind is Kind.THOROUGH else ''}" for day, kind in found] == expected


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 48), st.sampled_from(["6m", "12m"]), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_every_fourth_year_has_a_thorough_one_and_order_holds(first, then, day):
    found = list(islice(reviews.planned(term({"N01": {"first_months": first, "then": then}}, at(day))), 40))
    days = [one for one, _ in found]
    assert days == sorted(set(days))
    thorough = [one for one, kind in found if kind is Kind.THOROUGH]
    assert thorough == [months_after(day, 48 * n) for n in range(1, len(thorough) + 1)]
    assert all(one > day for one in days)


@pytest.mark.parametrize(
    ("held", "today", "expected"),
    [
        (DUE, date(2028, 3, 1), (date(2029, 3, 1), Kind.ORDINARY)),
        (DUE, date(2028, 2, 10), (date(2029, 3, 1), Kind.ORDINARY)),  # looked early
        (
            DUE,
            date(2029, 5, 1),
            (date(2030, 3, 1), Kind.ORDINARY),
        ),  # so late that the next year's is this one
        (
            date(2030, 3, 1),
            date(2031, 6, 1),
            (date(2031, 3, 1), Kind.THOROUGH),
        ),  # a thorough one is never skipped
        (date(2031, 3, 1), date(2031, 3, 5), (date(2032, 3, 1), Kind.ORDINARY)),
    ],
)
def test_the_next_one(held, today, expected):
    assert reviews.following(term({}, SEALED), held, today) == expected


def test_a_task_from_thirty_days_before_until_both_have_answered():
    assert not REVIEW.is_shown(date(2028, 1, 30))
    assert REVIEW.is_shown(date(2028, 1, 31))
    with pytest.raises(NotDueYet):
        reviews.answer(REVIEW, A, Answer.STAYS, at(date(2028, 1, 30)))
    once = reviews.answer(REVIEW, A, Answer.STAYS, at(date(2028, 2, 1)))
    assert once.closed_at is None
    assert (once.waits_for(A), once.waits_for(B)) == (False, True)
    with pytest.raises(AlreadyAnswered):
        reviews.answer(once, A, Answer.CHANGE, at(DUE))
    # Ben stays silent: years later it is still there.
    assert once.is_shown(date(2035, 1, 1))
    assert once.is_overdue(date(2035, 1, 1))
    assert not once.is_overdue(DUE)
    both = reviews.answer(once, B, Answer.CHANGE, at(date(2028, 6, 1)))
    assert both.closed_at == at(date(2028, 6, 1))
    assert not both.is_shown(date(2028, 6, 1))
    with pytest.raises(AlreadyAnswered):
        reviews.postpone(both, A, date(2028, 7, 1), at(date(2028, 6, 1)))


def test_it_moves_twice_at_most_whoever_asks():
    first = reviews.postpone(REVIEW, A, date(2028, 4, 30), at(date(2028, 2, 1)))
    assert (first.due_on, first.planned_on, first.is_shown(date(2028, 2, 2))) == (
        date(2028, 4, 30),
        DUE,
        False,
    )
    second = reviews.postpone(first, B, date(2028, 7, 15), at(date(2028, 5, 1)))
    with pytest.raises(PostponedEnough):
        reviews.postpone(second, A, date(2028, 7, 30), at(date(2028, 7, 1)))
    assert [(one.home, one.from_day, one.to_day) for one in second.postponed] == [
        (A, DUE, date(2028, 4, 30)),
        (B, date(2028, 4, 30), date(2028, 7, 15)),
    ]


def test_an_answer_stands_when_the_other_parent_postpones():
    once = reviews.answer(REVIEW, A, Answer.STAYS, at(DUE))
    moved = reviews.postpone(once, B, date(2028, 5, 1), at(DUE))
    assert moved.answer_of(A) is not None
    assert moved.is_shown(DUE)
    with pytest.raises(AlreadyAnswered):
        reviews.postpone(moved, A, date(2028, 5, 15), at(DUE))


@pytest.mark.parametrize(
    ("today", "to", "fine"),
    [
        (date(2028, 2, 1), DUE, False),
        (date(2028, 2, 1), DUE + timedelta(days=1), True),
        (date(2028, 2, 1), date(2028, 5, 1), True),
        (date(2028, 2, 1), date(2028, 5, 2), False),
        (date(2029, 11, 30), date(2029, 11, 30), False),  # long overdue: counted from today
        (date(2029, 11, 30), date(2030, 2, 28), True),
        (date(2029, 11, 30), date(2030, 3, 1), False),
    ],
)
def test_until_when_it_can_be_moved(today, to, fine):
    assert (reviews.problems_of_day(REVIEW, to, today) == ()) is fine
    if fine:
        assert reviews.postpone(REVIEW, A, to, at(today)).due_on == to
    else:
        with pytest.raises(NotThatDay):
            reviews.postpone(REVIEW, A, to, at(today))


def test_reminders_come_when_it_opens_on_the_day_and_every_thirty_days_after():
    moments, now = [reviews.remind_at(REVIEW)], None
    for _ in range(4):
        now = moments[-1]
        moments.append(reviews.remind_at(REVIEW, now))
    assert [str(one.date()) for one in moments] == [
        "2028-01-31",
        "2028-03-01",
        "2028-03-31",
        "2028-04-30",
        "2028-05-30",
    ]
    assert {one.hour for one in moments} == {9}


@settings(max_examples=80, deadline=None)
@given(st.datetimes(datetime(2027, 1, 1), datetime(2045, 1, 1)))
def test_the_next_reminder_is_always_to_come_and_soon_enough(wall):
    now = wall.replace(tzinfo=ZONE)
    following = reviews.remind_at(REVIEW, now)
    assert following > now
    if now >= at(REVIEW.opens_on):
        assert following - now <= timedelta(days=31)


def test_a_new_plan_ends_the_reviews_of_the_old_one():
    ended = reviews.overtake(replace(REVIEW), SEALED)
    assert ended.overtaken
    assert not ended.is_shown(date(2030, 1, 1))


# A plan that changes between two reviews

SMALL = {"N01": {"first_months": 12, "then": "12m"}}


def begun(today, *earlier, sealed=(({}, SEALED),)):
    flat = [part for one in sealed for part in one]
    made = reviews.begun(
        term(*flat), earlier, family_id=REVIEW.family_id, version_id=UUID(int=9), id=UUID(int=10), today=today
    )
    return made.planned_on, made.due_on, made.kind


def held(day: date, kind=Kind.ORDINARY):
    once = reviews.answer(replace(REVIEW, planned_on=day, due_on=day, kind=kind), A, Answer.STAYS, at(day))
    return reviews.answer(once, B, Answer.STAYS, at(day))


def test_a_first_plan_begins_at_its_own_signing():
    assert begun(date(2027, 3, 1)) == (DUE, DUE, Kind.ORDINARY)


@pytest.mark.parametrize(
    "changed_on", [date(2027, 3, 2), date(2028, 2, 29), date(2028, 3, 1), date(2028, 9, 1)]
)
def test_a_small_change_moves_no_review(changed_on):
    after = begun(changed_on, REVIEW, sealed=(({}, SEALED), (SMALL, at(changed_on))))
    assert after == (DUE, DUE, Kind.ORDINARY)


def test_a_postponed_day_stays_too():
    moved = reviews.postpone(REVIEW, A, date(2028, 4, 30), at(date(2028, 2, 10)))
    for day in (date(2028, 2, 20), date(2028, 4, 1)):
        assert begun(day, moved, sealed=(({}, SEALED), ({}, at(day)))) == (
            DUE,
            date(2028, 4, 30),
            Kind.ORDINARY,
        )


def test_changing_a_line_every_year_does_not_put_off_the_fourth_year():
    sealed = [({}, SEALED), *(({}, at(date(year, 2, 1))) for year in (2028, 2029, 2030, 2031))]
    reviewed = [held(date(year, 3, 1)) for year in (2028, 2029, 2030)]
    assert begun(date(2031, 2, 1), *reviewed, sealed=sealed) == (
        date(2031, 3, 1),
        date(2031, 3, 1),
        Kind.THOROUGH,
    )


def test_another_rhythm_counts_from_its_own_signing_and_the_fourth_year_goes_on():
    changed = at(date(2029, 10, 1))
    days = islice(reviews.planned(term({}, SEALED, N01, changed)), 4)
    assert [f"{day}{'*' if kind is Kind.THOROUGH else ''}" for day, kind in days] == [
        "2030-04-01",
        "2030-10-01",
        "2031-03-01*",
        "2031-10-01",
    ]
    assert begun(changed.date(), held(date(2029, 3, 1)), sealed=(({}, SEALED), (N01, changed)))[0] == date(
        2030, 4, 1
    )


def test_a_plan_that_answers_a_wish_for_change_is_the_review():
    asked = reviews.answer(REVIEW, A, Answer.CHANGE, at(date(2028, 2, 10)))
    after = begun(date(2028, 2, 20), asked, sealed=(({}, SEALED), ({}, at(date(2028, 2, 20)))))
    assert after[0] == date(2029, 3, 1)
    stays = reviews.answer(REVIEW, A, Answer.STAYS, at(date(2028, 2, 10)))
    assert begun(date(2028, 2, 20), stays, sealed=(({}, SEALED), ({}, at(date(2028, 2, 20)))))[0] == DUE


def test_there_is_no_term_without_a_sealed_plan():
    with pytest.raises(ValueError, match="sealed plan"):
        reviews.term_of(())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 700), max_size=8))
def test_however_often_a_plan_changes_a_thorough_review_comes_in_time(gaps):
    sealed, today, waiting = [({}, SEALED)], SEALED.date(), REVIEW
    for gap in gaps:
        today += timedelta(days=gap)
        sealed.append(({}, at(today)))
        day, due_on, kind = begun(today, waiting, sealed=sealed)
        waiting = replace(REVIEW, planned_on=day, due_on=due_on, kind=kind)
    assert waiting.planned_on == DUE  # nobody has held one
