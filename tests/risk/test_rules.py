"""Every rule keeps its own examples, and says what a card needs in four languages."""

from string import Formatter

import pytest

from risk.because import explain
from risk.mitigators import MITIGATORS
from risk.rule import FLIGHT_FROM_VIOLENCE, Combination
from risk.rules import load
from risk.values import LANGUAGES, Known, Severity
from tests.risk.cases import example_facts, finding, look

RULES = load()
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
BUILT = [
    "combo_gap_and_no_remedy",
    "comm_explicit_threat",
    "consent_dates_gap",
    "consent_destination_gap",
    "consent_expires_while_abroad",
    "consent_revoked",
    "handover_missed",
    "retention_after_return_due",
    "travel_destination_no_return_treaty",
    "travel_itinerary_incomplete",
    "travel_late_disclosure",
    "travel_no_consent_on_file",
    "travel_one_way_ticket",
    "travel_return_after_custody_end",
]
# These conditions rest on the trip itself or on a count of records: no single fact can be missing from them.
NEVER_UNKNOWN = {
    "combo_gap_and_no_remedy",
    "comm_explicit_threat",
    "consent_dates_gap",
    "consent_destination_gap",
    "consent_revoked",
    "travel_destination_no_return_treaty",
    "travel_late_disclosure",
}


def test_the_fourteen_rules_are_found_in_order():
    assert [rule.id for rule in RULES] == sorted(BUILT)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.id}: {e.title}" for r, e in EXAMPLES])
def test_a_rule_keeps_its_examples(rule, example):
    assessment = look(example_facts(example), example.at)
    found = finding(assessment, rule.id)
    unknown = [question for question in assessment.unknown if question.rule == rule.id]
    assert (found.severity if found else None) == (
        None if example.expect is Known.UNKNOWN else example.expect
    )
    assert bool(unknown) == (example.expect is Known.UNKNOWN)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_shows_when_it_fires_when_it_is_quiet_and_when_it_does_not_know(rule):
    answers = [example.expect for example in rule.examples]
    assert any(isinstance(answer, Severity) for answer in answers)
    assert None in answers
    assert (Known.UNKNOWN in answers) != (rule.id in NEVER_UNKNOWN)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_speaks_four_languages(rule):
    texts = [rule.title, rule.why, rule.explanation, rule.active_for, *rule.innocent, *rule.steps]
    for text in texts:
        assert tuple(text) == LANGUAGES
        assert all(text[language].strip() for language in LANGUAGES)
        if len(text["en"]) > 25:
            assert len(set(text.values())) == len(LANGUAGES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_always_names_flight_from_violence_as_an_ordinary_explanation(rule):
    assert FLIGHT_FROM_VIOLENCE in rule.innocent
    assert len(rule.innocent) > 1
    assert rule.steps
    assert rule.sources


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_explanation_is_filled_in_every_language(rule):
    for example in rule.examples:
        found = finding(look(example_facts(example), example.at), rule.id)
        if found is None:
            continue
        given = {item.name for item in found.inputs}
        for language in LANGUAGES:
            asked = {name for _, name, _, _ in Formatter().parse(rule.explanation[language]) if name}
            assert asked == given
            assert "{" not in explain(rule.explanation, found.inputs, language)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_mitigators_a_rule_names_exist_or_are_in_its_own_condition(rule):
    assert set(rule.mitigators) <= set(MITIGATORS) | rule.as_written


def test_the_parts_of_a_combination_may_be_built_later():
    waiting = {
        name
        for rule in RULES
        if isinstance(rule, Combination)
        for need in rule.needs
        for name in need
        if name not in BUILT
    }
    assert waiting == {"consent_signature_doubt", "travel_destination_treaty_unverified"}


def test_names_replace_letters_in_an_explanation():
    rule = next(rule for rule in RULES if rule.id == "travel_no_consent_on_file")
    found = finding(look(example_facts(rule.examples[0]), rule.examples[0].at), rule.id)
    names = {"A": "Ana", "B": "Ben", "K1": "Lou", "PT": "Portugal"}
    assert explain(rule.explanation, found.inputs, "en", names).startswith(
        "Ana plans to take Lou to Portugal from 05/07/2027 10:00 to 12/07/2027 18:00. "
        "We found no recorded agreement from Ben"
    )
