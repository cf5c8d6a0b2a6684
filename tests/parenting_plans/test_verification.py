"""A code tells valid or not valid; typed as people type, stored as a hash, and no other code passes."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.values import Home, InForce, Regular, Terms
from parenting_plans.verification import ALPHABET, code_for, hash_of, plain, still_counts

KEY, VERSION = b"a key", UUID(int=7)
CODE = code_for(KEY, VERSION)
NOW = datetime(2027, 6, 1, 12, 0, tzinfo=UTC)


def test_a_code_is_the_same_each_time_and_another_for_another_key_or_version():
    assert code_for(KEY, VERSION) == CODE
    assert len(CODE.replace("-", "")) == 20
    assert len({CODE, code_for(b"another", VERSION), code_for(KEY, UUID(int=8))}) == 3
    assert str(VERSION) not in CODE


@pytest.mark.parametrize(
    "change", [str.lower, lambda c: c.replace("-", " "), lambda c: c.replace("-", ""), lambda c: f"  {c}\n"]
)
def test_it_is_read_as_people_type_it(change):
    assert hash_of(change(CODE)) == hash_of(CODE)


def test_letters_that_look_alike_are_forgiven():
    assert plain("OIL01-00000-00000-00000") == "01101000000000000000"


@pytest.mark.parametrize(
    "typed", ["", " ", "0" * 19, "0" * 21, "U" * 20, "é" * 20, "' OR 1=1 --", "x" * 5000, "٠" * 20]
)
def test_anything_else_is_no_code(typed):
    assert plain(typed) is None
    assert hash_of(typed) == hash_of("")


@settings(max_examples=60, deadline=None)
@given(st.text(ALPHABET, min_size=20, max_size=20))
def test_only_the_code_has_its_hash(typed):
    assert (hash_of(typed) == hash_of(CODE)) is (plain(typed) == plain(CODE))


def in_force(id: UUID, days: int) -> InForce:
    regular = Regular("AB", date(2027, 1, 4), Home.A, time(18))
    return InForce(id, Terms(regular), NOW + timedelta(days=days))


@pytest.mark.parametrize(
    ("plans", "valid"),
    [
        ([], False),
        ([(VERSION, -10)], True),
        ([(VERSION, 10)], True),  # both signed; it begins later
        ([(VERSION, -10), (UUID(int=8), 5)], True),  # the next one has not begun
        ([(VERSION, -10), (UUID(int=8), -1)], False),
        ([(VERSION, -10), (UUID(int=8), 0)], False),
        ([(UUID(int=8), -1)], False),
    ],
)
def test_valid_until_a_later_plan_takes_its_place(plans, valid):
    assert still_counts([in_force(*one) for one in plans], VERSION, NOW) is valid
    assert not still_counts([in_force(*one) for one in plans], uuid4(), NOW)
