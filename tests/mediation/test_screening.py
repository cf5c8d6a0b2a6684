"""Ana answers alone. Only eight clearly safe answers let joint work begin without a person looking first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.screening import (
    ANSWERS,
    HELP_LINES,
    QUESTIONS,
    Answer,
    Outcome,
    lines_for,
    outcome,
    problems_of,
)

SAFE = {question.id: question.safe.value for question in QUESTIONS}
RISKY = {question.id: "no" if question.safe is Answer.YES else "yes" for question in QUESTIONS}
LANGUAGES = {"nl", "fr", "de", "en"}


def test_only_all_safe_answers_are_clear():
    assert outcome(SAFE) == Outcome(flag=False, urgent=False)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_one_worrying_answer_is_enough(question):
    found = outcome(SAFE | {question.id: RISKY[question.id]})
    assert found == Outcome(flag=True, urgent=question.urgent, reasons=(question.id,))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_rather_not_say_and_silence_are_never_a_no(question):
    silent = {name: answer for name, answer in SAFE.items() if name != question.id}
    for answers in (SAFE | {question.id: "rather_not_say"}, silent):
        assert outcome(answers) == Outcome(flag=True, urgent=False, unknown=(question.id,))


def test_nothing_said_is_flagged_and_what_is_urgent_is_acute():
    assert outcome({}).flag
    assert {q.id for q in QUESTIONS if q.urgent} == {"strangled_or_weapon", "child_hurt", "taken_abroad"}


@given(st.dictionaries(st.sampled_from(sorted(SAFE)), st.sampled_from([a.value for a in Answer])))
def test_clear_means_eight_safe_answers_and_nothing_else(answers):
    found = outcome(answers)
    assert found.flag == (answers != SAFE)
    assert found.flag or not found.urgent
    assert not set(found.reasons) & set(found.unknown)


def test_every_question_needs_an_answer():
    assert problems_of(SAFE) == ()
    assert [problem.field for problem in problems_of({})] == [question.id for question in QUESTIONS]
    assert [p.field for p in problems_of(SAFE | {"hurt": "<script>"})] == ["hurt"]


@pytest.mark.parametrize("answers", [{"horoscope": "yes"}, {"hurt": "maybe"}])
def test_what_was_not_asked_or_cannot_be_answered_fails(answers):
    with pytest.raises(ValueError):
        outcome(answers)


def test_everything_is_there_in_four_languages():
    texts = [*ANSWERS.values(), *(q.text for q in QUESTIONS), *(line.name for line in HELP_LINES)]
    assert len({question.id for question in QUESTIONS}) == 8
    for words in texts:
        assert set(words) == LANGUAGES
        assert all(words.values())


def test_help_comes_first_in_ones_own_language_and_never_runs_out():
    assert [line.number for line in lines_for("nl")] == [
        "112",
        "101",
        "116 000",
        "1712",
        "102",
        "0800 30 030",
        "103",
    ]
    for language in LANGUAGES:
        assert {line.number for line in lines_for(language)} == {line.number for line in HELP_LINES}
    assert lines_for("de")[2].href == "tel:116000"
