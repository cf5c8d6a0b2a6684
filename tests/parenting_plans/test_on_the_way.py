"""On the way: what Ana, who travels, and Ben say, and from when both are asked whether the children are back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, TripNotBegun, TripOver
from parenting_plans.on_the_way import (
    GRACE,
    LARGEST_PROOF,
    Cause,
    Confirmation,
    Delay,
    What,
    ask_at,
    confirm,
    contested,
    due_back,
    expected_back,
    kind_of_proof,
    problems_of_delay,
    say_late,
)
from parenting_plans.values import CountryStay, Home, Trip, TripStatus
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN

LEAVE = datetime(2027, 8, 1, 8, 0, tzinfo=UTC)
BACK = datetime(2027, 8, 15, 20, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TRIP = Trip(
    id=UUID(int=7),
    family_id=ANA_AND_BEN,
    traveller=Home.A,
    children=CHILDREN,
    status=TripStatus.BOOKED,
    depart_at=LEAVE,
    return_at=BACK,
    stays=(CountryStay("ES", 14),),
    transits=(),
    tickets=None,
    mode="air",
    address="",
    phone="",
    carrier="",
    return_details="",
    requested_at=LEAVE - 30 * 24 * HOUR,
    changed_at=LEAVE - 30 * 24 * HOUR,
    departed_at=LEAVE,
)
HOME_AGAIN = replace(TRIP, returned_at=BACK)


def late(hours: float, cause: Cause = Cause.CARRIER, *, has_proof: bool = True, **said: object) -> Delay:
    whole = {"id": UUID(int=1), "said_at": BACK - 2 * HOUR, "by": Home.A, **said}
    new_at = BACK + hours * HOUR
    return Delay(
        family_id=ANA_AND_BEN, trip_id=TRIP.id, cause=cause, reference="SN 3632", new_return_at=new_at,
        has_proof=has_proof, **whole,
    )  # fmt: skip


def word(what: What, by: Home, at: datetime = BACK, said_at: datetime | None = None) -> Confirmation:
    return Confirmation(UUID(int=2), ANA_AND_BEN, TRIP.id, what, by, at, said_at or at)


@pytest.mark.parametrize(
    ("delays", "due"),
    [
        ([], BACK),
        ([late(20)], BACK + 20 * HOUR),
        ([late(48)], BACK + 48 * HOUR),
        ([late(49)], BACK),  # rebooked too late: the agreed time counts
        ([late(20, has_proof=False)], BACK),
        ([late(20, Cause.ROAD)], BACK),  # a jam has no proof
        ([late(20), late(5, id=UUID(int=3), said_at=BACK - HOUR)], BACK + 20 * HOUR),
    ],
)
def test_only_a_documented_disruption_moves_the_moment(delays, due):
    assert due_back(TRIP, delays) == due
    assert ask_at(TRIP, due, BACK) == due + GRACE


def test_three_hours_of_grace_to_the_minute():
    asked = ask_at(TRIP, due_back(TRIP, []), BACK)
    assert asked is not None
    assert not asked <= BACK + 3 * HOUR - MINUTE
    assert asked <= BACK + 3 * HOUR


@pytest.mark.parametrize(
    "trip",
    [HOME_AGAIN, replace(TRIP, status=TripStatus.CANCELLED), replace(TRIP, return_at=None)],
)
def test_nobody_is_asked_about_a_trip_that_is_over_or_has_no_end(trip):
    assert ask_at(trip, due_back(trip, []), BACK) is None


def test_a_return_moved_without_consent_is_still_due_as_agreed():
    moved = replace(TRIP, return_at=BACK + 72 * HOUR)
    assert due_back(moved, [], BACK) == BACK
    assert due_back(moved, [late(5)], BACK) == BACK + 5 * HOUR


def test_the_last_word_of_the_traveller_is_what_is_expected():
    first, second = late(20), late(5, id=UUID(int=3), said_at=BACK - HOUR, has_proof=False)
    assert expected_back(TRIP, [second, first]) == BACK + 5 * HOUR
    assert expected_back(TRIP, []) == BACK


def test_only_the_traveller_is_late_and_not_without_end():
    with pytest.raises(NotYourOwn):
        say_late(TRIP, (), late(1, by=Home.B))
    with pytest.raises(TripOver):
        say_late(HOME_AGAIN, (), late(1))
    with pytest.raises(AlreadyAnswered):
        say_late(TRIP, [late(1)] * 20, late(1))


@pytest.mark.parametrize(
    ("new_at", "reference", "proof", "fields"),
    [
        (BACK + HOUR, "SN 3632", b"", []),
        (BACK + HOUR, "", b"%PDF-1.7 and more", []),
        (BACK, "", b"", ["new_return_at"]),
        (BACK - 3 * HOUR, "", b"", ["new_return_at"]),
        (BACK + timedelta(days=40), "", b"", ["new_return_at"]),
        (BACK + HOUR, "x" * 201, b"<html>", ["reference", "proof"]),
        (BACK + HOUR, "a\x00b", b"%PDF-" + b"x" * LARGEST_PROOF, ["reference", "proof"]),
    ],
)
def test_everything_wrong_with_a_delay_is_said_at_once(new_at, reference, proof, fields):
    found = problems_of_delay(TRIP, new_at, reference, proof, BACK - 2 * HOUR)
    assert [one.field for one in found] == fields


@pytest.mark.parametrize(
    ("proof", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(proof, kind):
    assert kind_of_proof(proof) == kind


def test_each_parent_has_a_word_and_the_other_can_doubt_it():
    back = word(What.BACK, Home.A)
    doubt = word(What.NOT_BACK, Home.B, said_at=BACK + HOUR)
    later = word(What.BACK, Home.B, said_at=BACK + 2 * HOUR)
    now = BACK + 3 * HOUR
    assert confirm(HOME_AGAIN, (back,), doubt, now=now) == doubt
    assert contested(HOME_AGAIN, (back, doubt))
    assert confirm(HOME_AGAIN, (back, doubt), later, now=now) == later
    assert not contested(HOME_AGAIN, (later, back, doubt))


@pytest.mark.parametrize(
    ("trip", "earlier", "said", "refused"),
    [
        (HOME_AGAIN, (), word(What.NOT_BACK, Home.B), NotYourTurn),  # nobody said they are back
        (HOME_AGAIN, (word(What.BACK, Home.B),), word(What.NOT_BACK, Home.B), AlreadyAnswered),
        (HOME_AGAIN, (word(What.BACK, Home.B),), word(What.BACK, Home.B), AlreadyAnswered),
        (TRIP, (), word(What.BACK, Home.B), TripNotBegun),
        (HOME_AGAIN, (), word(What.BACK, Home.B, BACK + 9 * HOUR), TripNotBegun),
        (replace(TRIP, status=TripStatus.CANCELLED), (), word(What.LEFT, Home.B), TripOver),
    ],
)
def test_a_word_that_cannot_be(trip, earlier, said, refused):
    with pytest.raises(refused):
        confirm(trip, earlier, said, now=BACK + HOUR)


@given(
    st.lists(st.tuples(st.floats(0.1, 200), st.sampled_from(Cause), st.booleans()), max_size=6),
    st.floats(0, 90),
)
def test_the_moment_never_comes_early_nor_more_than_two_days_late(delays, moved):
    said = [late(hours, cause, has_proof=proof) for hours, cause, proof in delays]
    trip = replace(TRIP, return_at=BACK + moved * HOUR)
    due = due_back(trip, said, BACK)
    assert due is not None
    assert BACK <= due <= BACK + 48 * HOUR
    assert due_back(replace(trip, traveller=Home.B), said, BACK) == due
