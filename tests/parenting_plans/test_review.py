"""Before anyone signs, the parents are told what is missing and what contradicts; only an impossible calendar blocks."""

import sys
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parenting_plans import clauses, review_checks
from parenting_plans.balance import Balance, balance
from parenting_plans.clause import LOU, MIO
from parenting_plans.review import implied_purposes, may_be_signed, review
from parenting_plans.review_check import EXAMPLE_CHILDREN, Check, Example, Kind
from parenting_plans.values import ZONE, Because, Home, Layer, Stay

CHECKS = review_checks.load()
CODES = set(clauses.by_code())
EXAMPLES = [(check, example) for check in CHECKS for example in check.examples]
START = date(2027, 9, 6)
REGULAR = {"pattern": "ww_fri", "anchor_date": "2027-09-06", "anchor_parent": "A", "handover_time": "18:00"}


def year(nights_a: int) -> Balance:
    """A year in which the child first has its nights with A, then all others with B."""
    begins, ends = (datetime(year, 9, 6, 18, tzinfo=ZONE) for year in (2028, 2029))
    changes = begins + timedelta(days=nights_a)
    because = Because(Layer.REGULAR, "C02")
    parts = ((Home.A, begins, changes), (Home.B, changes, ends))
    return balance(
        Stay(UUID(LOU), home, since, until, because) for home, since, until in parts if since < until
    )


@pytest.mark.parametrize(("check", "example"), EXAMPLES, ids=lambda one: getattr(one, "id", ""))
def test_every_check_keeps_its_own_examples(check: Check, example: Example):
    found = tuple(check.looks(example.plan))
    assert tuple((one.kind, one.clauses) for one in found) == example.found
    for one in found:
        assert set(one.clauses) <= CODES
        assert one.problem.text.format(**one.problem.values)
        code, _, field = one.problem.field.partition(".")
        assert not code or code in CODES
        assert not field or clauses.by_code()[code].field(field)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_shows_a_plan_in_which_it_finds_nothing(check: Check):
    assert any(not example.found for example in check.examples)
    assert any(example.found for example in check.examples)
    assert check.source


def test_a_plan_of_the_two_essential_agreements_has_nothing_against_it():
    agreed = {"A01": {"children": [LOU, MIO]}, "C02": REGULAR}
    assert review(agreed, EXAMPLE_CHILDREN, START, {}) == ()


def test_equal_residence_is_held_against_the_computed_year():
    agreed = {"A01": {"children": [LOU, MIO]}, "C02": REGULAR, "C03": {"equal": "yes"}}
    even = {child.id: year(183) for child in EXAMPLE_CHILDREN}
    assert review(agreed, EXAMPLE_CHILDREN, START, even) == ()
    (finding,) = review(agreed, EXAMPLE_CHILDREN, START, {**even, UUID(MIO): year(140)})
    assert (finding.kind, finding.children) == (Kind.CONTRADICTION, (UUID(MIO),))
    assert finding.problem.values == {"share": "38", "least": "45", "most": "55"}
    assert may_be_signed([finding])


def test_a_year_without_nights_says_nothing_about_shares():
    agreed = {"C02": REGULAR, "C03": {"equal": "yes"}}
    assert review(agreed, EXAMPLE_CHILDREN, START, {UUID(LOU): balance([])}) == ()


def test_without_a_regular_schedule_nothing_can_be_signed():
    findings = review({"C03": {"equal": "yes"}}, EXAMPLE_CHILDREN, START, {})
    assert findings[0].blocks
    assert findings[0].clauses == ("C02",)
    assert not may_be_signed(findings)


def test_a_divorce_by_mutual_consent_names_what_the_law_asks_for():
    agreed = {"A01": {"children": [LOU]}, "C02": REGULAR}
    (finding,) = review(agreed, EXAMPLE_CHILDREN, START, {}, ["EOT"])
    assert finding.purpose == "EOT"
    assert finding.kind is Kind.MISSING
    assert set(finding.clauses) == {
        clause.code for clause in clauses.load() if "EOT" in clause.needed_for
    } - {"A01", "C02"}


@pytest.mark.parametrize(
    ("agreed", "purposes"),
    [
        ({}, set()),
        ({"N05": {"route": "eot"}}, {"EOT"}),
        ({"K10": {"mode": "coparenting"}}, {"TAX"}),
        ({"C03": {"equal": "yes"}}, {"EQUAL"}),
        ({"C03": {"equal": "no"}, "N05": {"route": "none"}, "K10": {"mode": "parent_a"}}, set()),
    ],
)
def test_a_plan_says_itself_what_it_is_meant_for(agreed, purposes):
    assert implied_purposes(agreed) == purposes


def test_an_answer_that_is_wrong_or_not_asked_does_not_count():
    agreed = {
        "C02": REGULAR,
        "A03": {"trial": "no", "trial_end": "2020-01-01"},
        "C03": {"equal": "perhaps"},
        "N02": {"mediation": "no", "sessions_min": 0},
    }
    assert review(agreed, EXAMPLE_CHILDREN, START, {UUID(LOU): year(1)}) == ()


GOOD = {
    clause.code: [example.answers for example in clause.examples if example.sentence]
    for clause in clauses.load()
}


@settings(max_examples=60, deadline=None)
@given(
    data=st.data(),
    codes=st.sets(st.sampled_from(sorted(GOOD))),
    purposes=st.sets(st.sampled_from(["EOT", "NL", "TAX", "EQUAL"])),
    nights=st.none() | st.integers(0, 365),
)
def test_any_plan_of_right_answers_is_reviewed_without_an_error(data, codes, purposes, nights):
    agreed = {code: data.draw(st.sampled_from(GOOD[code]), label=code) for code in sorted(codes)}
    balances = {} if nights is None else {UUID(LOU): year(nights)}
    findings = review(agreed, EXAMPLE_CHILDREN, START, balances, purposes)
    assert [one.blocks for one in findings] == sorted((one.blocks for one in findings), reverse=True)
    assert may_be_signed(findings) or any(one.blocks for one in findings)
    for finding in findings:
        assert set(finding.clauses) <= CODES
        assert finding.problem.text.format(**finding.problem.values)
        if finding.purpose and finding.kind is Kind.MISSING and not finding.problem.field:
            assert not set(finding.clauses) & set(agreed)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('"""Nothing."""\n', TypeError),
        (
            '"""Again."""\nfrom parenting_plans.review_checks.travel import CHECK as CHECK\n',
            RuntimeError,
        ),
    ],
)
def test_a_file_without_its_own_check_stops_the_service(tmp_path, monkeypatch, text, error):
    (tmp_path / "zz_odd.py").write_text(text)
    monkeypatch.setattr(review_checks, "__path__", [*review_checks.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "parenting_plans.review_checks.zz_odd", raising=False)
    with pytest.raises(error, match="zz_odd"):
        review_checks.load.__wrapped__()
    sys.modules.pop("parenting_plans.review_checks.zz_odd", None)
