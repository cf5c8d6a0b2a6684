"""Every clause keeps its own examples, speaks four languages, and caps what may be typed."""

import sys
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import clauses
from parenting_plans.clause import EXAMPLE_NAMES, LOU, MIO, Clause, Example, starting_answers
from parenting_plans.clauses import SECTIONS
from parenting_plans.clauses.c02_regular_schedule import nights_of
from parenting_plans.fields import YES_NO, Field, Kind, read_form
from parenting_plans.values import Child, Community
from parenting_plans.wording import LANGUAGES

CLAUSES = clauses.load()
EXAMPLES = [(clause, example) for clause in CLAUSES for example in clause.examples]
TODAY = date(2027, 6, 1)


def test_the_clauses_come_in_code_order():
    codes = [clause.code for clause in CLAUSES]
    assert codes == sorted(codes)
    assert len(codes) == 79  # 78 of the catalogue, and one for what parents agree beside it
    for letter in SECTIONS:
        own = [code for code in codes if code.startswith(letter)]
        assert own == [f"{letter}{number:02}" for number in range(1, len(own) + 1)]
    assert {clause.section for clause in CLAUSES} <= set(SECTIONS)
    assert {clause.code for clause in CLAUSES if clause.essential} == {"A01", "C02"}
    assert all(clause.code.startswith(clause.section) for clause in CLAUSES)


@pytest.mark.parametrize(("clause", "example"), EXAMPLES, ids=lambda one: getattr(one, "code", ""))
def test_every_clause_keeps_its_own_examples(clause: Clause, example: Example):
    assert tuple(problem.field for problem in clause.problems(example.answers)) == example.problems
    if example.sentence:
        assert clause.sentence(example.answers, EXAMPLE_NAMES) == example.sentence


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)
def test_every_clause_shows_a_sentence_and_what_a_problem_looks_like(clause: Clause):
    assert any(example.sentence for example in clause.examples)
    assert any(example.problems for example in clause.examples)
    for example in clause.examples:
        assert bool(example.problems) != bool(example.sentence)


def texts_of(field: Field):
    yield field.label
    yield from (words for _, words in field.options)
    if field.hint:
        yield field.hint
    if field.unit:
        yield field.unit
    for column in field.columns:
        yield from texts_of(column)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)
def test_every_text_is_there_in_four_languages(clause: Clause):
    texts = [clause.title, clause.question, clause.hint]
    texts += [text for field in clause.fields for text in texts_of(field)]
    texts += [example.sentence for example in clause.examples if example.sentence]
    for text in texts:
        assert set(text) == set(LANGUAGES)
        assert all(words.strip() == words and words for words in text.values())


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)
def test_no_word_takes_a_side(clause: Clause):
    english = " ".join(
        text["en"].lower()
        for text in [
            clause.title,
            clause.question,
            clause.hint,
            *(t for f in clause.fields for t in texts_of(f)),
        ]
    )
    assert not [word for word in ("custody", "visitation", "opponent", "alienation") if word in english]


def test_every_free_text_that_the_other_parent_reads_is_listed_and_capped():
    listed = clauses.free_text_fields()
    assert {("D02", "neutral_place"), ("Z01", "agreements")} <= {(code, field.name) for code, field in listed}
    for code, field in listed:
        texts = [one for one in (field, *field.columns) if one.kind in (Kind.TEXT, Kind.LONG_TEXT)]
        assert texts, code
        assert all(0 < one.maximum <= 2000 for one in texts), code
        assert field.maximum <= 40 if field.columns else True


def test_a_list_has_columns_that_a_row_can_show():
    small = {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.INTEGER,
        Kind.CHOICE,
        Kind.PARENT,
        Kind.YES_NO,
    }
    small |= {Kind.DATE, Kind.TIME}
    for clause in CLAUSES:
        for field in clause.fields:
            assert (field.kind is Kind.ROWS) == bool(field.columns), (clause.code, field.name)
            assert {one.kind for one in field.columns} <= small, (clause.code, field.name)
            assert field.maximum > 0 or field.kind is not Kind.ROWS, (clause.code, field.name)


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)
def test_what_decides_whether_a_question_is_asked_can_be_answered(clause: Clause):
    for fields in (clause.fields, *(field.columns for field in clause.fields)):
        for field in fields:
            if field.asked_when:
                other = next(one for one in fields if one.name == field.asked_when[0])
                assert set(field.asked_when[1]) <= set(dict(other.options or YES_NO)), (
                    clause.code,
                    field.name,
                )


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)
def test_a_default_is_made_of_answers_that_are_right(clause: Clause):
    wrong = {problem.field for problem in clause.problems(clause.default or {})}
    assert not wrong & set(clause.default or {})


@pytest.mark.parametrize(
    ("born", "preselected"),
    [(date(2024, 6, 1), "ww_fri"), (date(2024, 6, 2), None), (date(2015, 1, 1), "ww_fri")],
)
def test_no_pattern_is_preselected_for_a_child_under_three(born, preselected):
    child = Child(UUID(LOU), born, Community.FLEMISH)
    answers = starting_answers(clauses.by_code()["C02"], [child], TODAY)
    assert answers.get("pattern") == preselected


def test_a_plan_starts_with_all_children():
    children = [Child(UUID(one), date(2019, 1, 1), Community.FRENCH) for one in (LOU, MIO)]
    assert starting_answers(clauses.by_code()["A01"], children, TODAY) == {"children": [LOU, MIO]}


def test_a_form_is_read_into_answers():
    form = {
        "C01.per_child." + LOU: ["A"],
        "C01.per_child." + MIO: [""],
        "D05.notice": [" 7 "],
        "D05.answer": ["soon"],
        "D05.make_up": ["swap"],
        "D05.max_shift": [],
        "B01.mode": ["joint"],
        "B01.joint_topics": ["health"],
    }
    read = {code: read_form(clause.fields, form, f"{code}.") for code, clause in clauses.by_code().items()}
    assert read["C01"] == {"per_child": {LOU: "A"}}
    assert read["D05"] == {"notice": 7, "answer": "soon", "make_up": "swap"}
    assert read["B01"] == {"mode": "joint", "joint_topics": ["health"]}
    assert read["A01"] == {}


def test_an_answer_that_is_no_longer_asked_is_left_out():
    form = {"split": ["alternate"], "first_half_even": ["A"], "switch_time": ["18:00"]}
    answers = read_form(clauses.by_code()["E03"].fields, form)
    assert answers == {"split": "alternate", "first_half_even": "A"}


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "tab\there", "x\x7f", "a\nb"])
def test_signs_that_no_store_can_keep_are_refused(text):
    answers = {"place": "school", "transport": "shared", "who_may_fetch": text}
    problems = clauses.by_code()["D02"].problems(answers)
    assert [problem.field for problem in problems] == ["who_may_fetch"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{7*7}}", "{0.__class__}", "Zoë 🙂"])
def test_odd_but_harmless_text_is_kept_as_it_is(text):
    answers = {"place": "neutral", "neutral_place": text, "transport": "shared"}
    clause = clauses.by_code()["D02"]
    assert clause.problems(answers) == ()
    assert text in clause.sentence(answers, EXAMPLE_NAMES)["en"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_nonsense_is_answered_with_problems_never_with_an_error(data):
    clause = data.draw(st.sampled_from(CLAUSES))
    names = [field.name for field in clause.fields]
    good = next(example.answers for example in clause.examples if example.sentence)
    answers = {**good, **data.draw(st.dictionaries(st.sampled_from(names), json_values, max_size=3))}
    if not clause.problems(answers):
        assert set(clause.sentence(answers, {**EXAMPLE_NAMES})) == set(LANGUAGES)


def test_spaces_in_nights_are_only_for_the_eye():
    assert nights_of({"pattern": "own", "nights": "AAAAAAA BBBBBBB"}) == "A" * 7 + "B" * 7
    assert nights_of({}) == ""


def test_a_clause_file_without_a_clause_stops_the_service(tmp_path, monkeypatch):
    (tmp_path / "z01_empty.py").write_text('"""Nothing."""\n')
    monkeypatch.setattr(clauses, "__path__", [*clauses.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "parenting_plans.clauses.z01_empty", raising=False)
    with pytest.raises(TypeError, match="z01_empty"):
        clauses.load.__wrapped__()
    sys.modules.pop("parenting_plans.clauses.z01_empty", None)


def test_two_clauses_with_one_code_stop_the_service(tmp_path, monkeypatch):
    (tmp_path / "a01_again.py").write_text(
        '"""Again."""\nfrom parenting_plans.clauses.a01_parties_and_children import CLAUSE as CLAUSE\n'
    )
    monkeypatch.setattr(clauses, "__path__", [*clauses.__path__, str(tmp_path)])
    with pytest.raises(RuntimeError, match="share a code"):
        clauses.load.__wrapped__()
    sys.modules.pop("parenting_plans.clauses.a01_again", None)


def test_every_kind_of_field_is_checked():
    from parenting_plans.fields import _CHECKS

    assert set(_CHECKS) | {Kind.ROWS} == set(Kind)  # rows are checked column by column
