"""How what people type becomes answers, and what is said about what cannot be one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans.clause import LOU, MIO
from parenting_plans.fields import Field, Kind, is_asked, problems_of_fields, read_amount, read_form

LABEL = {"nl": "x", "fr": "x", "de": "x", "en": "x"}
OPTIONS = (("FL", LABEL), ("FR", LABEL))


def field(kind: Kind, **more: object) -> Field:
    return Field("it", kind, LABEL, **more)  # type: ignore[arg-type]


ROWS = field(
    Kind.ROWS,
    maximum=3,
    columns=(
        Field("name", Kind.TEXT, LABEL, maximum=10),
        Field("cost", Kind.MONEY, LABEL, required=False),
        Field("how", Kind.CHOICE, LABEL, options=OPTIONS),
        Field("extra", Kind.INTEGER, LABEL, maximum=9, asked_when=("how", ("FL",))),
    ),
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("75", "75.00"),
        ("75,5", "75.50"),
        ("75.50", "75.50"),
        ("€ 75", "75.00"),
        ("007", "7.00"),
        ("0", "0.00"),
        ("1.250", "1.250"),
        ("1.250,00", "1.250,00"),
        ("-5", "-5"),
        ("75,555", "75,555"),
        ("much", "much"),
    ],
)
def test_an_amount_is_read_as_people_here_write_it(typed: str, read: str):
    assert read_amount(typed) == read


@pytest.mark.parametrize(
    ("one", "value", "fine"),
    [
        (field(Kind.MONEY), "75.00", True),
        (field(Kind.MONEY), "75", False),
        (field(Kind.MONEY), 75, False),
        (field(Kind.MONEY), "075.00", False),
        (field(Kind.MONEY, minimum=10, maximum=20), "9.99", False),
        (field(Kind.MONEY, minimum=10, maximum=20), "20.00", True),
        (field(Kind.MONEY, minimum=10, maximum=20), "20.01", False),
        (field(Kind.PERCENT), 100, True),
        (field(Kind.PERCENT), 101, False),
        (field(Kind.PERCENT), "50", False),
        (field(Kind.PERCENT, maximum=50), 51, False),
        (field(Kind.YES_NO), "yes", True),
        (field(Kind.YES_NO), "no", True),
        (field(Kind.YES_NO), True, False),
        (field(Kind.YES_NO), "maybe", False),
        (field(Kind.CHILDREN_CHOICE, options=OPTIONS), {LOU: "FL", MIO: "FR"}, True),
        (field(Kind.CHILDREN_CHOICE, options=OPTIONS), {LOU: "NL"}, False),
        (field(Kind.CHILDREN_CHOICE, options=OPTIONS), {"Lou": "FL"}, False),
        (field(Kind.CHILDREN_CHOICE, options=OPTIONS), "FL", False),
    ],
)
def test_each_kind_knows_its_answers(one: Field, value: object, fine: bool):
    assert (problems_of_fields((one,), {"it": value}) == ()) is fine


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([{"name": "a", "how": "FR"}], []),
        ([{"name": "a", "cost": "3.00", "how": "FL", "extra": 2}], []),
        ([{"name": "a", "how": "FL"}], ["it.0.extra"]),
        ([{"name": "a", "how": "FR"}, {"cost": "x"}], ["it.1.name", "it.1.cost", "it.1.how"]),
        ([{"name": "a", "how": "FR", "else": 1}], ["it.0.else"]),
        ([{"name": "a", "how": "FR"}] * 4, ["it"]),
        (["a"], ["it"]),
        ("a", ["it"]),
        ([], ["it"]),
        ([{}], ["it.0.name", "it.0.how"]),
    ],
)
def test_a_list_says_which_row_and_which_column_is_wrong(rows: object, wrong: list[str]):
    assert [problem.field for problem in problems_of_fields((ROWS,), {"it": rows})] == wrong


def test_rows_of_a_form_come_in_order_without_the_empty_ones():
    form = {
        "it.10.name": "last",
        "it.0.name": " ",
        "it.0.how": "",
        "it.2.name": "first",
        "it.2.cost": "75,5",
        "it.2.how": "FR",
        "it.2.extra": "7",
        "it.x.name": "stray",
        "it.2.other.name": "stray",
        "itself": "stray",
    }
    assert read_form((ROWS,), form) == {
        "it": [{"name": "first", "cost": "75.50", "how": "FR"}, {"name": "last"}]
    }
    assert read_form((ROWS,), {"it.0.name": ""}) == {}


def test_a_question_after_several_answers_is_asked_when_one_of_them_is_chosen():
    later = field(Kind.TEXT, asked_when=("things", ("toy",)))
    assert is_asked(later, {"things": ["bag", "toy"]})
    assert not is_asked(later, {"things": ["bag"]})
    assert not is_asked(later, {})


def test_a_list_with_typed_text_counts_as_free_text():
    assert ROWS.is_free_text
    assert not field(Kind.ROWS, columns=(Field("on", Kind.DATE, LABEL),)).is_free_text


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text("it.0129abcnameow", max_size=12), st.text(max_size=8), max_size=6))
def test_no_form_breaks_the_reading(form: dict[str, str]):
    answers = read_form((ROWS,), form)
    assert set(answers) <= {"it"}
    problems_of_fields((ROWS,), answers)
