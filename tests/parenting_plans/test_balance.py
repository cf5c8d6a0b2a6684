"""A balance counts nights where the child goes to sleep and hours that really pass."""

from datetime import datetime
from uuid import UUID

import pytest

from parenting_plans.balance import balance, hours_of, nights_of
from parenting_plans.values import ZONE, Because, Home, Layer, Stay


def stay(begins, ends, home=Home.A):
    return Stay(
        UUID(int=1),
        home,
        datetime.fromisoformat(begins).replace(tzinfo=ZONE),
        datetime.fromisoformat(ends).replace(tzinfo=ZONE),
        Because(Layer.REGULAR, "C02"),
    )


@pytest.mark.parametrize(
    ("begins", "ends", "nights", "hours"),
    [
        ("2026-01-05T18:00", "2026-01-07T18:00", 2, 48),
        ("2026-01-05T10:00", "2026-01-05T18:00", 0, 8),
        ("2026-01-05T00:00", "2026-01-06T00:00", 1, 24),
        ("2026-01-05T23:59", "2026-01-06T00:00", 1, 1 / 60),
        ("2026-03-27T18:00", "2026-03-29T18:00", 2, 47),  # the clock goes forward
        ("2026-10-23T18:00", "2026-10-25T18:00", 2, 49),  # and back
        ("2025-12-31T18:00", "2026-01-01T18:00", 1, 24),
        ("2028-02-28T18:00", "2028-03-01T18:00", 2, 48),  # leap day
    ],
)
def test_nights_and_hours(begins, ends, nights, hours):
    one = stay(begins, ends)
    assert nights_of(one) == nights
    assert hours_of(one) == pytest.approx(hours)


def test_both_homes_are_counted_and_the_share_is_of_nights():
    stays = [
        stay("2026-01-05T18:00", "2026-01-08T18:00"),
        stay("2026-01-08T18:00", "2026-01-09T18:00", Home.B),
    ]
    counted = balance(stays)
    assert counted.nights == {Home.A: 3, Home.B: 1}
    assert counted.hours == {Home.A: 72, Home.B: 24}
    assert counted.share == {Home.A: 0.75, Home.B: 0.25}


def test_nothing_is_nobodys_share():
    assert balance([]).share == {Home.A: 0, Home.B: 0}
