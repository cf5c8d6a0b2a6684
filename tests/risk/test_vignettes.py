"""The worked vignettes come out exactly for the rules built so far; what waits for a later rule is written down."""

import copy
import re
from datetime import timedelta

import pytest

from risk.rules import load
from risk.treaties import regime, tables
from risk.vignette import replay
from tests.risk.cases import VIGNETTES, instant

BUILT = {rule.id for rule in load()}
BY_ID = {vignette["id"]: vignette for vignette in VIGNETTES}

# Expected flags of the vignettes whose rule belongs to a later step, with how often they are expected.
LATER = {
    "V01": [
        "combo_docs_ticket_ties_60d",
        "doc_child_document_undisclosed",
        "ties_home_given_up",
        "travel_long_or_open_stay",
    ],
    "V02": [
        "combo_threat_and_preparation",
        "combo_threat_and_preparation",
        "doc_foreign_document",
        "travel_long_or_open_stay",
    ],
    "V04": [],
    "V05": ["travel_transit_outside_scope"],
    "V07": ["combo_missing_and_unreachable", "school_absence_unexplained"],
    "V08": [
        "hist_order_breaches",
        "legal_travel_ban_conflict",
        "legal_travel_ban_conflict",
        "travel_departure_without_permission",
    ],
    "V10": [
        "combo_history_and_departure",
        "combo_history_and_departure",
        "hist_prior_removal",
        "hist_prior_removal",
    ],
    "V11": ["ties_home_given_up", "ties_setup_abroad", "ties_work_ended"],
    "V14": ["legal_age_threshold", "legal_age_threshold"],
    "V15": ["combo_weak_signals", "doc_records_collection", "ties_work_ended"],
    "V16": ["hist_acute_danger"],
    "V17": [],
    "V19": [],
    "V21": ["hist_violence_context", "meta_repeat_uncorroborated_reports"],
    "V23": [],
    "V24": [],
}


def flags(found):
    return [
        (f["rule"], f["subject"], f["severity"], instant(f["raised_at"]), instant(f["due_by"])) for f in found
    ]


def short(found):
    """The outcome without the country names an explanation holds."""
    return [
        {key: entry[key] for key in ("rule", "subject", "severity", "raised_at", "due_by")}
        for entry in found["findings"]
    ]


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: v["id"])
def test_a_vignette_comes_out_exactly_for_the_rules_built(vignette):
    expected = [flag for flag in vignette["expected"]["flags"] if flag["rule"] in BUILT]
    assert sorted(flags(replay(vignette)["findings"])) == sorted(flags(expected))


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: v["id"])
def test_what_a_vignette_still_waits_for_is_written_down(vignette):
    waiting = [flag["rule"] for flag in vignette["expected"]["flags"] if flag["rule"] not in BUILT]
    assert sorted(waiting) == LATER[vignette["id"]]


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: v["id"])
def test_nothing_is_raised_that_must_not_be(vignette):
    raised = {(entry["rule"], entry["subject"]) for entry in replay(vignette)["findings"]}
    for wrong in vignette["expected"]["must_not_flag"]:
        if wrong["rule"] == "*":
            assert not {subject for _, subject in raised} & {wrong["subject"]}
        else:
            assert (wrong["rule"], wrong["subject"]) not in raised


@pytest.mark.parametrize("name", [name for name, later in LATER.items() if not later])
def test_vignettes_that_wait_for_nothing_also_reach_the_expected_levels(name):
    outcome, expected = replay(BY_ID[name]), BY_ID[name]["expected"]
    assert outcome["case_level"] == expected["case_level_reached"]
    assert outcome["level_by_subject"] == expected["level_by_subject"]


def test_the_format_of_a_replay():
    outcome = replay(BY_ID["V17"])
    assert list(outcome) == ["case_level", "level_by_subject", "findings"]
    (entry,) = outcome["findings"]
    assert list(entry) == ["rule", "subject", "severity", "raised_at", "due_by", "because", "unknown"]
    assert entry["raised_at"] == "2027-06-29T20:00:00+02:00"
    assert entry["due_by"] == "2027-06-30T08:00:00+02:00"
    assert (
        entry["because"]["explanation"]
        == "B withdrew the consent on 29/06/2027 20:00. Departure is 01/07/2027 08:00."
    )
    assert entry["unknown"] == []


def test_a_replay_stops_at_as_of():
    before = replay(BY_ID["V07"], instant("2027-02-05T20:04+01:00"))
    assert [entry["severity"] for entry in before["findings"]] == ["low"]


def test_only_what_was_recorded_by_then_counts():
    early = instant(BY_ID["V17"]["as_of"]) - timedelta(minutes=1)
    assert replay(BY_ID["V17"], early) == {"case_level": "none", "level_by_subject": {}, "findings": []}


def swapped(value):
    """A and B exchanged everywhere they are a whole value, however deep."""
    if isinstance(value, dict):
        return {
            key: value_ if key in {"evidence", "quote", "class"} else swapped(value_)
            for key, value_ in value.items()
        }
    if isinstance(value, list):
        return [swapped(item) for item in value]
    return {"A": "B", "B": "A"}.get(value, value) if isinstance(value, str) else value


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: v["id"])
def test_swapping_the_parents_swaps_the_result_and_nothing_else(vignette):
    other = copy.deepcopy(vignette) | {key: swapped(vignette[key]) for key in ("family", "timeline")}
    there, back = replay(other), replay(vignette)
    assert there["case_level"] == back["case_level"]
    assert there["level_by_subject"] == {
        swapped(subject): level for subject, level in back["level_by_subject"].items()
    }
    assert sorted(map(str, short(there))) == sorted(
        str(entry | {"subject": swapped(entry["subject"])}) for entry in short(back)
    )


def twins() -> dict[str, str]:
    """For every country another one with the same remedy (and the same Schengen membership, which consents may name)."""
    rows = [row for row in tables()[-1][1].values() if row.code not in {"BE", "NL", "FR", "LU", "DE"}]
    groups: dict[tuple[object, bool], list[str]] = {}
    day = instant("2027-07-01T00:00+02:00").date()
    for row in rows:
        groups.setdefault((regime(row.code, day), row.schengen), []).append(row.code)
    return {code: group[(i + 1) % len(group)] for group in groups.values() for i, code in enumerate(group)}


def moved(value, twin):
    if isinstance(value, dict):
        return {key: moved(inner, twin) for key, inner in value.items()}
    if isinstance(value, list):
        return [moved(item, twin) for item in value]
    return twin.get(value, value) if isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) else value


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda v: v["id"])
def test_another_country_with_the_same_remedy_changes_nothing(vignette):
    other = copy.deepcopy(vignette) | {"timeline": moved(vignette["timeline"], twins())}
    assert short(replay(other)) == short(replay(vignette))
