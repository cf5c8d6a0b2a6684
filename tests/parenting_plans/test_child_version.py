"""What Lou reads: where, when, who, holidays, whom to talk to. Never money, safety, typed words or counts."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from parenting_plans import clauses
from parenting_plans.child_version import READ, as_text, child_version
from parenting_plans.clause import EXAMPLE_NAMES
from parenting_plans.values import Home
from parenting_plans.wording import LANGUAGES

MONDAY = date(2027, 9, 6)
WEEK_ABOUT = [(MONDAY + timedelta(days=day), Home("AAAABBB"[day])) for day in range(7)]
PLAN = {
    "D01": {"moment": "clock", "time": "18:00"},
    "D02": {"place": "school", "transport": "receiving_fetches"},
    "E03": {"split": "halves", "first_half_even": "B", "switch_weekday": "sat", "switch_time": "18:00"},
    "E05": {"split": "alternate", "first_half_even": "A"},
    "G03": {"free": "yes", "medium": "phone"},
}
MARK = "Kerkstraat"


def read(agreed: Mapping, language: str = "en", nights=WEEK_ABOUT) -> str:
    return as_text(child_version(agreed, EXAMPLE_NAMES, nights), "Lou", language)


def test_lou_reads_the_plan():
    assert read(PLAN) == (
        "This is the plan for Lou.\n\n"
        "Where do I sleep?\n"
        "From Monday 6 September to Thursday 9 September you sleep at Ana's home.\n"
        "From Friday 10 September to Sunday 12 September you sleep at Ben's home.\n\n"
        "When do I go to my other home?\n"
        "You change on Friday, at 18:00.\n\n"
        "Who brings me?\n"
        "The parent you go to comes to fetch you.\n\n"
        "Where am I in the holidays?\n"
        "In the Christmas holiday you are with Ana for a part and with Ben for a part.\n"
        "In summer you are with one parent one year and with the other the next year.\n\n"
        "Whom can I talk to?\n"
        "You may always call the parent you are not with.\n"
        "You may talk to a grown-up you trust. You choose who.\n"
        "Do you want something else? Say so. You do not have to choose: your parents decide.\n"
        "You can call Awel (102, in Dutch) or Écoute-Enfants (103, in French). It is free. In danger call 112.\n"
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Van maandag 6 september tot en met donderdag 9 september slaap je bij Ana."),
        ("fr", "Du lundi 6 septembre au jeudi 9 septembre, tu dors chez Ana."),
        ("de", "Von Montag, 6. September, bis Donnerstag, 9. September, schläfst du bei Ana."),
    ],
)
def test_every_language_says_where(language, line):
    assert line in read(PLAN, language)


@pytest.mark.parametrize(
    ("moment", "line"),
    [("school_end", "That is when school is over."), ("school_start", "That is when school begins.")],
)
def test_a_change_at_school_needs_no_clock(moment, line):
    plan = {"D01": {"moment": moment, "no_school_time": "12:00"}}
    assert f"You change on Friday.\n{line}" in read(plan)
    assert "12:00" not in read(plan)


def test_one_night_is_one_night():
    nights = [(MONDAY, Home.A), (MONDAY + timedelta(days=1), Home.B)]
    assert "On Tuesday 7 September you sleep at Ben's home." in read({}, nights=nights)


def test_in_a_nest_the_parents_move():
    nest = next(example.answers for example in clauses.by_code()["C08"].examples if example.sentence)
    text = read({**PLAN, "C08": {**nest, "nest": "yes"}})
    assert "You always stay in the same home." in text
    assert "From Monday 6 September to Thursday 9 September Ana is with you." in text
    assert "Who brings me?" not in text
    assert "Where am I in the holidays?" not in text


def test_what_is_not_agreed_or_not_right_is_left_out():
    text = read({"D02": {"place": "moon"}, "E03": {"split": "halves"}, "D01": {}}, nights=())
    assert text.startswith("This is the plan for Lou.\n\nWhom can I talk to?\nYou may talk")


def marked(answers):
    """The same answers with a telling word in every text that somebody may have typed."""
    if isinstance(answers, Mapping):
        return {name: marked(value) for name, value in answers.items()}
    if isinstance(answers, list | tuple):
        return [marked(value) for value in answers]
    return f"{answers} {MARK}" if isinstance(answers, str) and " " in answers else answers


EVERY_GOOD_ANSWER = [
    (clause, example.answers) for clause in clauses.load() for example in clause.examples if example.sentence
]


@pytest.mark.parametrize(("clause", "answers"), EVERY_GOOD_ANSWER, ids=lambda one: getattr(one, "code", ""))
def test_only_a_few_clauses_reach_a_child_and_no_typed_word_does(clause, answers):
    typed = {"D02": {"place": "neutral", "neutral_place": MARK, "transport": "shared", "who_may_fetch": MARK}}
    for language in LANGUAGES:
        with_it = read({**typed, clause.code: marked(answers)}, language)
        assert MARK not in with_it
        if clause.code not in READ:
            assert with_it == read(typed, language)


def test_a_child_reads_nothing_of_money_or_safety():
    assert not {code for code in READ if code[0] in "KO"}
    assert not [clause.code for clause in clauses.load() if clause.sensitive and clause.code in READ]
    for language in LANGUAGES:
        text = read(PLAN, language).lower()
        for word in ("euro", "%", "nights", "nachten", "nuits", "nächte", "adres", "address"):
            assert word not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(language):
    for part in child_version(PLAN, EXAMPLE_NAMES, WEEK_ABOUT):
        for line in (part.title, *part.lines):
            assert set(line) == set(LANGUAGES)
            assert len(line[language].split()) <= 22
