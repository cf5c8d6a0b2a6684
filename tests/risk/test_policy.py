"""The order of evaluation: gate, allegation cap, one fact one finding, mitigation, combinations, strands, maximum."""

from dataclasses import replace

import pytest

from risk.assess import assess
from risk.examples import consent, event, handover, permission, trip, with_a
from risk.facts import Facts
from risk.rules import load
from risk.values import Label, Parent, Severity
from tests.risk.cases import facts_of, finding, instant, look
from tests.risk.people import HOUR

JULY = ("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00")
ONE_WAY = {"child_out": True, "child_return": False}
AT = "2027-06-01T10:00+02:00"


def past_trip(name: str, month: int, *, back: str = "18:00", year: int = 2026):
    """A finished trip of parent A to France with its departure and return."""
    start, end = f"{year}-{month:02}-02T10:00+02:00", f"{year}-{month:02}-05T18:00+02:00"
    return [
        trip(start, end, "FR", trip=name, at="2024-01-01T10:00+01:00"),
        event(start, "departed", trip=name),
        event(f"{year}-{month:02}-05T{back}+02:00", "returned", trip=name),
    ]


@pytest.mark.parametrize(
    ("evidence", "at", "expected", "labels"),
    [
        ("A", AT, Severity.HIGH, ()),
        ("B", AT, Severity.HIGH, ()),
        ("C", AT, Severity.MODERATE, ()),
        ("D", AT, Severity.LOW, ()),
        ("C", "2027-07-02T10:00+02:00", Severity.HIGH, (Label.VERIFY_FIRST,)),
        ("D", "2027-07-02T10:00+02:00", Severity.HIGH, (Label.VERIFY_FIRST,)),
        ("C", "2027-07-02T09:59+02:00", Severity.MODERATE, ()),
        ("C", "2027-07-05T10:01+02:00", Severity.MODERATE, ()),
    ],
)
def test_the_allegation_cap(evidence, at, expected, labels):
    booked = trip(*JULY, "CA", tickets=ONE_WAY, evidence=evidence)
    found = finding(look(facts_of(booked), at), "travel_one_way_ticket")
    assert (found.severity, found.labels) == (expected, labels)


def test_a_capped_finding_counts_capped_in_a_combination():
    reported = trip(*JULY, "AE", evidence="D")
    result = look(facts_of(reported), AT)
    assert finding(result, "travel_no_consent_on_file").severity is Severity.LOW
    assert finding(result, "combo_gap_and_no_remedy") is None


def test_a_withdrawn_permission_replaces_the_missing_one():
    events = (
        trip(*JULY, "GR"),
        consent("2027-07-05", "2027-07-12", "GR"),
        event(AT, "consent_revoked", id="C1"),
    )
    result = look(facts_of(*events), AT)
    assert [f.rule for f in result.findings] == ["consent_revoked"]


def test_a_court_permission_removes_every_travel_and_consent_finding_of_the_trip():
    gap = (trip(*JULY, "DZ", tickets=ONE_WAY), consent("2027-07-05", "2027-07-08", "ES"))
    assert look(facts_of(*gap), AT).level is Severity.HIGH
    assert look(facts_of(*gap, permission("2027-07-01", "2027-07-31", "DZ")), AT).findings == ()
    assert look(facts_of(*gap, permission("2027-07-01", "2027-07-31", "FR")), AT).level is Severity.HIGH
    assert look(facts_of(*gap, permission("2027-07-01", "2027-07-08", "DZ")), AT).level is Severity.HIGH


@pytest.mark.parametrize(
    ("events", "lowered_by"),
    [
        ([], ()),
        ([event(AT, "restart", trip="T1", on="2027-07-13")], ("M02",)),
        ([*past_trip("P1", 4), *past_trip("P2", 5), *past_trip("P3", 6)], ("M05",)),
        ([*past_trip("P1", 4), *past_trip("P2", 5), *past_trip("P3", 6, back="21:00")], ("M05",)),
        ([*past_trip("P1", 4), *past_trip("P2", 5), *past_trip("P3", 6, back="21:01")], ()),
        ([*past_trip("P1", 4), *past_trip("P2", 5)], ()),
        ([*past_trip("P1", 6, year=2024), *past_trip("P2", 5), *past_trip("P3", 6)], ("M05",)),
        ([*past_trip("P1", 5, year=2024), *past_trip("P2", 5), *past_trip("P3", 6)], ()),
        ([event(AT, "travel_agreement", signed_on="2025-06-01")], ("M07",)),
        ([event(AT, "travel_agreement", signed_on="2025-05-31")], ()),
        ([event(AT, "travel_agreement", signed_on="2027-01-01", countries=["EU"])], ()),
        (
            [event(AT, "travel_agreement", signed_on="2027-01-01", countries=["EU", "US"], most_nights=7)],
            ("M07",),
        ),
        ([event(AT, "travel_agreement", signed_on="2027-01-01", most_nights=6)], ()),
        (
            [
                event(AT, "restart", trip="T1", on="2027-07-13"),
                event(AT, "travel_agreement", signed_on="2027-01-01"),
            ],
            ("M02", "M07"),
        ),
    ],
    ids=str,
)
def test_a_finding_is_lowered_once_and_says_why(events, lowered_by):
    found = finding(look(facts_of(trip(*JULY, "US"), *events), AT), "travel_no_consent_on_file")
    assert found.unmitigated is Severity.MODERATE
    assert found.severity is (Severity.LOW if lowered_by else Severity.MODERATE)
    assert found.mitigators == lowered_by


def test_a_combination_looks_at_unmitigated_parts_and_names_them():
    agreed = event(AT, "restart", trip="T1", on="2027-07-13")
    result = look(facts_of(trip(*JULY, "AE"), agreed), AT)
    combo = finding(result, "combo_gap_and_no_remedy")
    assert finding(result, "travel_no_consent_on_file").severity is Severity.LOW
    assert (combo.severity, combo.mitigators) == (Severity.HIGH, ())
    assert {(part.rule, part.severity) for part in combo.parts} == {
        ("travel_no_consent_on_file", Severity.MODERATE),
        ("travel_destination_no_return_treaty", Severity.MODERATE),
    }
    assert len(combo.strands) == 2
    assert result.level is Severity.HIGH


def test_a_combination_stays_within_one_trip_and_one_parent():
    here = trip(*JULY, "PT")
    there = trip(*JULY, "AE", trip="T2", traveller="B")
    covered = consent("2027-07-05", "2027-07-12", "AE", id="C2", by="A", trip="T2")
    result = look(facts_of(here, there, covered), AT)
    assert {f.rule for f in result.findings} == {
        "travel_no_consent_on_file",
        "travel_destination_no_return_treaty",
    }


def test_what_a_part_does_not_know_the_combination_does_not_know_either():
    parents = [{"id": "A", "parental_authority": True}, {"id": "B", "parental_authority": None}]
    result = look(facts_of(trip(*JULY, "AE"), parents=parents), AT)
    assert ("combo_gap_and_no_remedy", ("family.parental_authority",)) in {
        (q.rule, q.missing) for q in result.unknown
    }


def test_a_return_after_the_permission_and_after_own_time_is_two_findings_on_one_strand():
    events = (
        trip("2027-07-05T10:00+02:00", "2027-07-14T18:00+02:00"),
        consent("2027-07-05", "2027-07-12", "PT"),
    )
    result = look(facts_of(*events, **with_a("2027-07-05T08:00+02:00", "2027-07-12T18:00+02:00")), AT)
    assert {f.rule for f in result.findings} == {"consent_dates_gap", "travel_return_after_custody_end"}
    assert {strand for f in result.findings for strand in f.strands} == {"trip:T1:return"}


PROTECTED = {
    "kind": "protective_order",
    "against": "B",
    "protects": "A",
    "valid_from": "2027-01-10",
    "valid_to": "2027-03-01",
}
LATE = trip("2027-06-04T10:00+02:00", "2027-06-09T10:00+02:00", at=AT)


@pytest.mark.parametrize(
    ("measures", "at", "gated"),
    [
        ([], AT, False),
        ([PROTECTED], AT, True),
        ([PROTECTED | {"evidence": "C"}], AT, False),
        ([PROTECTED | {"kind": "residence_order"}], AT, False),
        (
            [PROTECTED | {"valid_to": "2026-12-03", "valid_from": "2026-01-01"}],
            "2027-06-01T23:59+02:00",
            True,
        ),
        ([PROTECTED | {"valid_to": "2026-12-02", "valid_from": "2026-01-01"}], AT, False),
        ([PROTECTED, PROTECTED | {"against": "A", "protects": "B"}], AT, False),
        ([PROTECTED | {"against": "A", "protects": "B"}], AT, False),
    ],
)
def test_the_steps_of_a_protected_parent_go_to_the_safeguarding_team(measures, at, gated):
    events = [event("2027-01-10T20:00+01:00", "court_measure", **measure) for measure in measures]
    result = look(facts_of(LATE, *events), at)
    assert (finding(result, "travel_late_disclosure") is None) is gated
    assert [f.rule for f in result.rerouted] == (["travel_late_disclosure"] if gated else [])
    assert finding(result, "travel_no_consent_on_file") is not None


def test_contradictory_dates_are_labelled():
    backwards = trip(*JULY)
    facts = facts_of(backwards)
    wrong = replace(facts.trips[0], return_at=facts.trips[0].depart_at - HOUR)
    found = assess(replace(facts, trips=(wrong,)), load(), instant(AT)).findings
    assert found
    assert all(Label.DATA_CONTESTED in f.labels for f in found)


def test_the_end_of_the_permission_is_the_last_moment_to_look():
    events = (
        trip("2027-08-01T10:00+02:00", None, "US", tickets=ONE_WAY),
        consent("2027-08-01", "2027-08-15", "US"),
        event("2027-08-01T10:30+02:00", "departed", trip="T1"),
    )
    found = finding(look(facts_of(*events), "2027-08-15T08:00+02:00"), "consent_expires_while_abroad")
    assert found.due_by == instant("2027-08-16T00:00+02:00")


def test_contact_maintained_lowers_only_what_happens_abroad():
    events = [
        trip("2027-08-01T10:00+02:00", None, "US", tickets=ONE_WAY),
        consent("2027-08-01", "2027-08-15", "US"),
        event("2027-08-01T10:30+02:00", "departed", trip="T1"),
        event("2027-08-05T19:00+02:00", "agreed_contact", parent="A", took_place=True),
        event("2027-08-07T19:00+02:00", "agreed_contact", parent="A", took_place=True),
    ]
    found = finding(look(facts_of(*events), "2027-08-13T10:00+02:00"), "consent_expires_while_abroad")
    assert (found.severity, found.mitigators) == (Severity.LOW, ("M08",))
    missed = event("2027-08-09T19:00+02:00", "agreed_contact", parent="A", took_place=False)
    found = finding(look(facts_of(*events, missed), "2027-08-13T10:00+02:00"), "consent_expires_while_abroad")
    assert (found.severity, found.mitigators) == (Severity.MODERATE, ())


def test_retention_is_never_lowered():
    events = [
        *(past_trip("P1", 4) + past_trip("P2", 5) + past_trip("P3", 6)),
        trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00", "FR"),
        event("2027-07-05T10:00+02:00", "departed", trip="T1"),
        event(
            "2027-07-12T12:00+02:00",
            "disruption",
            trip="T1",
            new_return_at="2027-07-14T18:01+02:00",
            proof=True,
        ),
    ]
    found = finding(look(facts_of(*events), "2027-07-12T21:01+02:00"), "retention_after_return_due")
    assert (found.severity, found.mitigators) == (Severity.CRITICAL, ())


def test_levels_are_maxima_per_parent():
    result = look(
        facts_of(trip(*JULY, "AE"), handover("2027-05-31T18:00+02:00", **{"from": "B", "to": "A"})), AT
    )
    assert result.level_by_subject == {Parent.A: Severity.HIGH, Parent.B: Severity.HIGH}
    assert look(Facts(), AT).level is None
    assert look(Facts(), AT).level_by_subject == {}


def test_findings_come_in_the_order_in_which_to_look():
    result = look(facts_of(trip(*JULY, "AE", tickets=ONE_WAY), LATE | {"trip": "T2"}), AT)
    order = [(-f.severity, f.due_by, -len(f.strands)) for f in result.findings]
    assert order == sorted(order)
    assert len({f.severity for f in result.findings}) > 2
