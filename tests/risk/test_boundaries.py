"""Exactly at the bound, and one minute beyond it."""

import pytest

from risk.examples import consent, event, handover, permission, trip, with_a
from risk.values import Severity
from tests.risk.cases import facts_of, finding, look

EARLY = "2027-06-15T10:00+02:00"
LOW, MODERATE, HIGH = Severity.LOW, Severity.MODERATE, Severity.HIGH


def level(rule, *events, at=EARLY, **family):
    found = finding(look(facts_of(*events, **family), at), rule)
    return found.severity if found else None


@pytest.mark.parametrize(
    ("back", "expected"),
    [
        ("2027-08-15T23:59:59.999999+02:00", None),
        ("2027-08-16T00:00+02:00", LOW),
        ("2027-08-16T03:00+02:00", LOW),
        ("2027-08-16T03:01+02:00", MODERATE),
        ("2027-08-17T00:00+02:00", MODERATE),
        ("2027-08-17T00:01+02:00", HIGH),
        ("2027-08-15T17:59-04:00", None),
        ("2027-08-15T18:00-04:00", LOW),
    ],
)
def test_the_width_of_a_gap_after_the_permission(back, expected):
    given = consent("2027-08-01", "2027-08-15", "PT")
    assert level("consent_dates_gap", trip("2027-08-01T10:00+02:00", back), given) is expected


@pytest.mark.parametrize(
    ("depart", "expected"),
    [
        ("2027-08-01T00:00+02:00", None),
        ("2027-07-31T23:59+02:00", LOW),
        ("2027-07-31T20:59+02:00", MODERATE),
    ],
)
def test_a_gap_before_the_permission(depart, expected):
    given = consent("2027-08-01", "2027-08-15", "PT")
    assert level("consent_dates_gap", trip(depart, "2027-08-10T10:00+02:00"), given) is expected


def test_two_permissions_that_meet_leave_no_gap():
    away = trip("2027-08-01T10:00+02:00", "2027-08-10T10:00+02:00")
    first = consent("2027-08-01", "2027-08-05", "PT")
    assert level("consent_dates_gap", away, first, consent("2027-08-06", "2027-08-10", "PT", id="C2")) is None
    assert (
        level("consent_dates_gap", away, first, consent("2027-08-07", "2027-08-10", "PT", id="C2"))
        is MODERATE
    )


def test_a_permission_in_another_zone_ends_with_that_zones_day():
    away = trip("2027-08-01T10:00+02:00", "2027-08-15T23:30-04:00", "US")
    assert (
        level("consent_dates_gap", away, consent("2027-08-01", "2027-08-15", "US", tz="America/New_York"))
        is None
    )


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [
        ("2027-07-20", "2027-07-31", "travel_no_consent_on_file"),
        ("2027-07-20", "2027-08-01", "consent_dates_gap"),
        ("2027-08-10", "2027-08-20", "consent_dates_gap"),
        ("2027-08-11", "2027-08-20", "travel_no_consent_on_file"),
    ],
)
def test_a_general_permission_counts_when_it_touches_the_trip(first, last, rule):
    away = trip("2027-08-01T10:00+02:00", "2027-08-10T10:00+02:00")
    result = look(facts_of(away, consent(first, last, "PT", trip=None)), EARLY)
    assert [found.rule for found in result.findings] == [rule]


@pytest.mark.parametrize(
    ("back", "expected"),
    [
        ("2027-07-16T18:00+02:00", None),
        ("2027-07-16T18:01+02:00", LOW),
        ("2027-07-17T18:00+02:00", LOW),
        ("2027-07-17T18:01+02:00", MODERATE),
        ("2027-07-23T18:00+02:00", MODERATE),
        ("2027-07-23T18:01+02:00", HIGH),
    ],
)
def test_an_overrun_of_own_time(back, expected):
    own = with_a("2027-07-02T18:00+02:00", "2027-07-16T18:00+02:00")
    assert level("travel_return_after_custody_end", trip("2027-07-05T10:00+02:00", back), **own) is expected


def test_a_trip_wholly_in_the_others_time_overruns_from_its_departure():
    theirs = {
        "custody_periods": [{"parent": "B", "from": "2027-07-02T18:00+02:00", "to": "2027-07-30T18:00+02:00"}]
    }
    away = trip("2027-07-05T10:00+02:00", "2027-07-07T10:00+02:00")
    assert level("travel_return_after_custody_end", away, **theirs) is MODERATE


def test_leaving_when_own_time_ends_is_the_others_time():
    both = {
        "custody_periods": [
            {"parent": "A", "from": "2027-07-02T18:00+02:00", "to": "2027-07-05T10:00+02:00"},
            {"parent": "B", "from": "2027-07-05T10:00+02:00", "to": "2027-07-30T18:00+02:00"},
        ]
    }
    result = look(facts_of(trip("2027-07-05T10:00+02:00", "2027-07-07T10:00+02:00"), **both), EARLY)
    (end,) = [i for i in finding(result, "travel_return_after_custody_end").inputs if i.name == "end"]
    assert end.value == "2027-07-05T10:00:00+02:00"


@pytest.mark.parametrize(
    ("depart", "back", "expected"),
    [
        ("2027-07-03T10:00+02:00", "2027-07-04T09:59+02:00", None),
        ("2027-07-03T10:00+02:00", "2027-07-04T10:00+02:00", LOW),
        ("2027-07-02T18:00+02:00", "2027-07-16T18:00+02:00", LOW),
        ("2027-07-02T17:59+02:00", "2027-07-16T18:00+02:00", MODERATE),
        ("2027-07-02T18:00+02:00", "2027-07-16T18:01+02:00", MODERATE),
        ("2027-07-02T17:59+02:00", "2027-07-03T10:00+02:00", MODERATE),
    ],
)
def test_a_neighbour_for_less_than_a_day_in_own_time(depart, back, expected):
    own = with_a("2027-07-02T18:00+02:00", "2027-07-16T18:00+02:00")
    assert level("travel_no_consent_on_file", trip(depart, back, "FR"), **own) is expected


@pytest.mark.parametrize(
    ("at", "expected"), [("2027-07-02T09:59+02:00", MODERATE), ("2027-07-02T10:00+02:00", HIGH)]
)
def test_72_hours_before_leaving_without_a_way_back(at, expected):
    away = trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", tickets=None)
    assert level("travel_no_consent_on_file", away, at=at) is expected


@pytest.mark.parametrize(
    ("minutes_late", "contact", "expected"),
    [
        ("19:00", False, None),
        ("19:01", False, LOW),
        ("20:00", False, LOW),
        ("20:01", False, MODERATE),
        ("20:01", True, LOW),
        ("23:59", True, LOW),
    ],
)
def test_how_late_a_child_was_handed_over(minutes_late, contact, expected):
    late = handover(
        "2027-06-14T18:00+02:00", contact=contact, delivered_at=f"2027-06-14T{minutes_late}+02:00"
    )
    assert level("handover_missed", late) is expected


@pytest.mark.parametrize(
    ("due", "delivered", "expected"),
    [
        ("2027-06-14T10:00+02:00", "2027-06-14T16:00+02:00", MODERATE),
        ("2027-06-14T10:00+02:00", "2027-06-14T16:01+02:00", HIGH),
        ("2027-06-14T22:00+02:00", "2027-06-14T23:59+02:00", LOW),
        ("2027-06-14T22:00+02:00", "2027-06-15T00:00+02:00", HIGH),
        ("2027-06-14T23:30+02:00", "2027-06-15T00:30+02:00", None),
    ],
)
def test_six_hours_or_overnight(due, delivered, expected):
    assert level("handover_missed", handover(due, delivered_at=delivered)) is expected


@pytest.mark.parametrize(
    ("at", "expected"), [("2027-06-21T21:00+02:00", MODERATE), ("2027-06-21T21:01+02:00", None)]
)
def test_a_late_handover_is_remembered_for_seven_days(at, expected):
    late = handover("2027-06-14T18:00+02:00", delivered_at="2027-06-14T21:00+02:00")
    assert level("handover_missed", late, at=at) is expected


def test_a_refusal_counts_like_silence():
    refused = handover("2027-06-14T18:00+02:00", contact=True, refused=True)
    assert level("handover_missed", refused, at="2027-06-14T20:01+02:00") is MODERATE


def test_a_handover_that_took_place_at_an_unknown_hour_is_quiet():
    assert level("handover_missed", handover("2027-06-14T18:00+02:00", delivered=True)) is None


def test_only_proof_about_this_handover_shifts_it():
    mine = handover("2027-06-14T18:00+02:00", id="H1")
    other = handover("2027-06-13T18:00+02:00", id="H2", delivered_at="2027-06-13T18:00+02:00")
    at = "2027-06-14T19:30+02:00"
    strike = {"new_at": "2027-06-14T21:00+02:00", "proof": True}
    assert level("handover_missed", mine, other, at=at) is LOW
    for changed in ({"handover": "H2"}, {"handover": "H1", "proof": False}):
        said = event("2027-06-14T17:00+02:00", "disruption", **(strike | changed))
        assert level("handover_missed", mine, other, said, at=at) is LOW
    proven = event("2027-06-14T17:00+02:00", "disruption", **strike, handover="H1")
    assert level("handover_missed", mine, other, proven, at=at) is None


@pytest.mark.parametrize(
    ("back", "tickets", "expected"),
    [
        ("2027-08-16T00:00+02:00", True, None),
        ("2027-08-16T00:01+02:00", True, HIGH),
        ("2027-08-15T18:00+02:00", False, HIGH),
        ("2027-08-15T18:00+02:00", None, HIGH),
    ],
)
def test_a_booked_return_in_time_before_the_permission_ends(back, tickets, expected):
    away = trip("2027-08-01T10:00+02:00", back, tickets={"child_out": True, "child_return": tickets})
    left = event("2027-08-01T10:30+02:00", "departed", trip="T1")
    events = (away, consent("2027-08-01", "2027-08-15", "PT"), left)
    assert level("consent_expires_while_abroad", *events, at="2027-08-15T09:00+02:00") is expected


def test_a_permission_until_the_midnight_of_the_return_is_not_full():
    away = trip("2027-08-01T10:00+02:00", "2027-08-16T00:00+02:00", "DZ")
    given = consent("2027-08-01", "2027-08-15", "DZ")
    assert level("travel_destination_no_return_treaty", away, given) is MODERATE
    assert (
        level("travel_destination_no_return_treaty", away | {"return_at": "2027-08-15T23:59+02:00"}, given)
        is Severity.INFO
    )


@pytest.mark.parametrize(
    ("first", "last", "settled"),
    [
        ("2027-08-01", "2027-08-10", True),
        ("2027-08-02", "2027-08-10", False),
        ("2027-08-01", "2027-08-09", False),
    ],
)
def test_a_court_permission_holds_for_inclusive_days(first, last, settled):
    away = trip("2027-08-01T10:00+02:00", "2027-08-10T23:00+02:00")
    assert (level("travel_no_consent_on_file", away, permission(first, last, "PT")) is None) is settled


@pytest.mark.parametrize(
    ("new", "expected"),
    [("2027-08-17T22:00+02:00", LOW), ("2027-08-17T22:01+02:00", Severity.CRITICAL)],
)
def test_a_rebooking_counts_up_to_48_hours(new, expected):
    events = (
        trip("2027-08-01T10:00+02:00", "2027-08-15T22:00+02:00"),
        event("2027-08-01T10:30+02:00", "departed", trip="T1"),
        event("2027-08-15T20:00+02:00", "disruption", trip="T1", new_return_at=new, proof=True),
    )
    assert level("retention_after_return_due", *events, at="2027-08-16T02:00+02:00") is expected


def test_an_unknown_that_matters_to_the_level_is_named():
    unread = {
        "at": "2027-06-14T10:00+02:00",
        "type": "message",
        "id": "M1",
        "from": "A",
        "quote": "x",
        "candidate": True,
    }
    open_stay = trip(
        "2027-08-01T10:00+02:00", "2027-08-10T10:00+02:00", stays=[{"country": "ES", "nights": None}]
    )
    silent = handover("2027-06-14T18:00+02:00", contact=None)
    result = look(facts_of(unread, open_stay, consent("2027-08-01", "2027-08-10", "PT"), silent), EARLY)
    assert finding(result, "comm_explicit_threat").unknown == ("message.confirmed",)
    assert finding(result, "consent_destination_gap").unknown == ("trip.stays.nights",)
    assert finding(result, "handover_missed").unknown == ("handover.contact",)
    read = facts_of(
        unread, {"at": "2027-06-14T11:00+02:00", "type": "message", "id": "M1", "confirmed": "threat"}
    )
    assert finding(look(read, EARLY), "comm_explicit_threat").unknown == ()
