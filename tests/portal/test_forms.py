"""Whatever is typed, the answer is a value or a list of plain sentences; nothing else ever comes out."""

from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from multidict import MultiDict
from pydantic import BaseModel, EmailStr, Field, model_validator

from parenting_plans.values import Problem
from portal.forms import Wrong, cleaned, instant, parse, submitted


class School(StrEnum):
    FLEMISH = "FL"
    FRENCH = "FR"


class Form(BaseModel):
    name: str = Field(min_length=1, max_length=10)
    born: date
    at: time | None = None
    when: datetime | None = None
    school: School | None = None
    children: list[UUID] = Field(default=[], max_length=2)
    nights: Annotated[int, Field(ge=1, le=28)] | None = None
    costs: Decimal | None = None
    share: float | None = None
    email: EmailStr | None = None
    sure: bool = False
    until: date | None = None

    @model_validator(mode="after")
    def in_order(self):
        if self.until and self.until < self.born:
            raise Wrong("Choose a date after {earliest}.", field="until", earliest=self.born)
        return self


GOOD = {"name": "Lou", "born": "2019-03-12"}


def texts(form):
    assert isinstance(form, tuple)
    return {problem.field: problem.text.format(**problem.values) for problem in form}


def test_a_form_becomes_its_value():
    typed = submitted(
        MultiDict(
            [
                *GOOD.items(),
                ("at", "18:00"),
                ("school", "FR"),
                ("sure", "on"),
                ("costs", "12,50"),
                ("_csrf_token", "x"),
            ]
        )
    )
    form = parse(Form, typed)
    assert (form.name, form.born, form.at, form.school) == (
        "Lou",
        date(2019, 3, 12),
        time(18, 0),
        School.FRENCH,
    )
    assert (form.sure, form.costs) == (True, Decimal("12.50"))
    assert "_csrf_token" not in typed


@pytest.mark.parametrize("chosen", [[], [UUID(int=1)], [UUID(int=1), UUID(int=2)]])
def test_none_one_or_more_boxes_are_always_a_list(chosen):
    typed = submitted(MultiDict([*GOOD.items(), *(("children", str(one)) for one in chosen)]))
    assert parse(Form, typed).children == chosen


def test_everything_wrong_is_said_at_once_in_the_order_of_the_form():
    form = parse(Form, {"born": "2026-02-30", "name": "", "nights": "99", "school": "XX", "email": "ben"})
    assert [problem.field for problem in form] == ["name", "born", "school", "nights", "email"]
    assert texts(form) == {
        "name": "Fill in this field.",
        "born": "This is not a date that exists.",
        "school": "Choose one of the options.",
        "nights": "This must be 28 or less.",
        "email": "This is not an e-mail address. Write it as name@example.be.",
    }


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "x" * 11, "Use at most 10 characters."),
        ("born", "12345678", "This is not a date that exists."),
        ("born", "-1", "This is not a date that exists."),
        ("born", "12/03/2019", "This is not a date that exists."),
        ("born", "2019-03-12T25:00", "This is not a date that exists."),
        ("at", "25:00", "This is not a time of day. Write it as 18:00."),
        ("at", "12", "This is not a time of day. Write it as 18:00."),
        ("when", "2026-02-30T10:00", "This is not a date and time that exists."),
        ("when", "1700000000", "This is not a date and time that exists."),
        ("nights", "three", "Write a whole number."),
        ("nights", "1_0", "Write a whole number."),
        ("nights", "9" * 6000, "Write a whole number."),
        ("nights", "0", "This must be 1 or more."),
        ("costs", "much", "Write a number."),
        ("share", "nan", "Write a number."),
        ("share", "inf", "Write a number."),
        ("sure", "perhaps", "Choose yes or no."),
        ("children", ["1"], "Choose one of the options."),
        ("children", [str(UUID(int=n)) for n in range(3)], "Choose at most 2."),
        ("until", "2018-01-01", "Choose a date after 2019-03-12."),
    ],
)
def test_each_mistake_has_a_sentence_one_can_act_on(field, typed, said):
    assert texts(parse(Form, {**GOOD, field: typed})) == {field: said}


def test_nothing_at_all_names_what_is_needed():
    assert parse(Form, {}) == (Problem("name", "Fill in this field."), Problem("born", "Fill in this field."))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Lou \t", "Lou"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\x00b\x0bc\x85d\u2028e\x1b[31m", "abcde[31m"),
        ("<script>{{7*7}}", "<script>{{7*7}}"),
    ],
)
def test_controls_are_dropped_and_nothing_else(text, clean):
    assert cleaned(text) == clean
    assert submitted({"x": text}) == {"x": clean}


def test_files_are_no_text():
    assert submitted({"x": b"GIF89a", "y": object(), "z": "z"}) == {"z": "z"}


FIELDS = st.sampled_from([*Form.model_fields, "extra", ""])
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["2026-02-30", "2026-03-06", "99:99", "{}", "%s", "-0", "1e999", "٣", "0x10"]),
    st.lists(st.text(max_size=5), max_size=4),
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(FIELDS, VALUES, max_size=8))
def test_no_input_breaks_it(typed):
    form = parse(Form, submitted(typed))
    if isinstance(form, tuple):
        assert form
        assert all(problem.text.format(**problem.values) for problem in form)


@pytest.mark.parametrize(
    ("wall", "utc"),
    [
        (datetime(2026, 7, 1, 18, 0), "2026-07-01T16:00"),
        (datetime(2026, 10, 25, 2, 30), "2026-10-25T00:30"),  # comes twice: the first
        (datetime(2026, 3, 29, 2, 30), "2026-03-29T01:30"),  # is skipped: 03:30
    ],
)
def test_a_wall_clock_time_is_placed_as_the_calendar_standard_says(wall, utc):
    from datetime import UTC

    assert f"{instant(wall).astimezone(UTC):%Y-%m-%dT%H:%M}" == utc
