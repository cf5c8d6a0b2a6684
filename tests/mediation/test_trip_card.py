"""Where a trip stands, for whom it waits and who can do what, as a table of cases."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from mediation.trip_card import Standing, Step, TripCard
from parenting_plans.coverage import gaps
from parenting_plans.values import Consent, CountryStay, Home, Objection, Trip, TripStatus

NOW = datetime(2027, 6, 1, 8, 0, tzinfo=UTC)
LEAVE, BACK = datetime(2027, 7, 5, 7, 0, tzinfo=UTC), datetime(2027, 7, 12, 16, 0, tzinfo=UTC)
CHILD = uuid4()
TRIP = Trip(
    id=uuid4(),
    family_id=uuid4(),
    traveller=Home.A,
    children=(CHILD,),
    status=TripStatus.REQUESTED,
    depart_at=LEAVE,
    return_at=BACK,
    stays=(CountryStay("ES", 7),),
    transits=(),
    tickets=None,
    mode="air",
    address="",
    phone="",
    carrier="",
    return_details="",
    requested_at=NOW - timedelta(days=3),
    changed_at=NOW - timedelta(days=3),
)
CONSENT = Consent(
    id=uuid4(),
    family_id=TRIP.family_id,
    trip_id=TRIP.id,
    by=Home.B,
    children=(CHILD,),
    countries=("ES",),
    valid_from=date(2027, 7, 5),
    valid_to=date(2027, 7, 12),
    given_at=NOW - timedelta(days=2),
)
PART = replace(CONSENT, countries=("FR",))
TAKEN_BACK = replace(CONSENT, withdrawn_at=NOW - timedelta(days=1))
OBJECTION = Objection(uuid4(), TRIP.family_id, TRIP.id, Home.B, "", NOW - timedelta(days=1))


def card(
    *given: Consent, objections: tuple[Objection, ...] = (), now: datetime = NOW, **said: Any
) -> TripCard:
    trip = replace(TRIP, **said)
    return TripCard(trip, given, objections, gaps(trip, given, now))


LEFT = {"departed_at": LEAVE}
CASES = [
    (card(), Standing.ASKED, Home.B),
    (card(CONSENT), Standing.AGREED, None),
    (card(PART), Standing.AGREED_IN_PART, Home.B),
    (card(CONSENT, return_at=None), Standing.AGREED_IN_PART, Home.A),
    (card(TAKEN_BACK), Standing.WITHDRAWN, None),
    (card(TAKEN_BACK, CONSENT), Standing.AGREED, None),
    (card(objections=(OBJECTION,)), Standing.OBJECTED, None),
    (card(objections=(replace(OBJECTION, withdrawn_at=NOW),)), Standing.ASKED, Home.B),
    (card(CONSENT, **LEFT), Standing.ON_THE_WAY, None),
    (card(**LEFT), Standing.ON_THE_WAY, None),
    (card(**LEFT, returned_at=BACK), Standing.BACK, None),
    (card(CONSENT, status=TripStatus.CANCELLED), Standing.CANCELLED, None),
]


@pytest.mark.parametrize(("one", "standing", "waits_for"), CASES)
def test_standing(one: TripCard, standing: Standing, waits_for: Home | None) -> None:
    assert (one.standing, one.waits_for) == (standing, waits_for)


@pytest.mark.parametrize(
    ("one", "now", "traveller", "other"),
    [
        (card(), NOW, {Step.CHANGE, Step.CANCEL}, {Step.CONSENT, Step.OBJECT}),
        (card(CONSENT), NOW, {Step.CHANGE, Step.CANCEL}, set()),
        (card(PART), NOW, {Step.CHANGE, Step.CANCEL}, {Step.CONSENT}),
        (card(objections=(OBJECTION,)), NOW, {Step.CHANGE, Step.CANCEL}, {Step.CONSENT}),
        (card(CONSENT), LEAVE - timedelta(days=1), {Step.CHANGE, Step.CANCEL, Step.DEPART}, set()),
        (card(CONSENT), LEAVE, {Step.CHANGE, Step.CANCEL, Step.DEPART, Step.COME_BACK}, {Step.COME_BACK}),
        (card(CONSENT, **LEFT), LEAVE, {Step.CHANGE, Step.COME_BACK}, {Step.COME_BACK}),
        (card(**LEFT), LEAVE, {Step.CHANGE, Step.COME_BACK}, {Step.CONSENT, Step.OBJECT, Step.COME_BACK}),
        (card(**LEFT, returned_at=BACK), BACK, set(), set()),
        (card(CONSENT, status=TripStatus.CANCELLED), NOW, set(), set()),
    ],
)
def test_steps(one: TripCard, now: datetime, traveller: set[Step], other: set[Step]) -> None:
    assert one.steps(Home.A, now) == traveller
    assert one.steps(Home.B, now) == other


@pytest.mark.parametrize(
    ("one", "now", "past"),
    [
        (card(), NOW, False),
        (card(), BACK, False),
        (card(), BACK + timedelta(seconds=1), True),  # nobody ever said that it began
        (card(**LEFT), BACK + timedelta(days=30), False),  # the children are not said to be back
        (card(return_at=None), BACK + timedelta(days=30), False),
        (card(status=TripStatus.CANCELLED), NOW, True),
    ],
)
def test_past(one: TripCard, now: datetime, *, past: bool) -> None:
    assert one.past(now) is past


def test_history_is_in_order_of_time() -> None:
    whole = card(
        TAKEN_BACK, objections=(replace(OBJECTION, withdrawn_at=NOW),), departed_at=LEAVE, returned_at=BACK
    )
    assert [what for _at, what, _by in whole.history] == [
        "asked", "consented", "withdrew", "objected", "objection_ended", "left", "back",
    ]  # fmt: skip
