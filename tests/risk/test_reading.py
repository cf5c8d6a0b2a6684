"""A vignette that cannot be read says everything that is wrong, with its path; what later rules need is kept."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from risk.examples import consent, event, handover, trip
from risk.facts import Facts, OtherRecord, Trip
from risk.values import Parent
from risk.vignette import BadVignette, parse, replay
from tests.risk.cases import VIGNETTES, facts_of, family, instant

GOOD = trip("2027-07-05T10:00+02:00", "2027-07-12T18:00+02:00")


def problems(*events, **changes):
    with pytest.raises(BadVignette) as refused:
        facts_of(*events, **changes)
    return [(p.field, p.text.format_map(p.values)) for p in refused.value.problems]


@pytest.mark.parametrize(
    ("changed", "field", "text"),
    [
        ({"at": "yesterday"}, "at", "Give a date and time with an offset"),
        ({"depart_at": "2027-07-05T10:00"}, "depart_at", "Give a date and time with an offset"),
        ({"depart_at": "2027-02-30T10:00+01:00"}, "depart_at", "Give a date and time with an offset"),
        ({"depart_at": "9999-12-31T10:00+01:00", "return_at": None}, "depart_at", "Give a date and time"),
        ({"return_at": "2027-07-01T10:00+02:00"}, "return_at", "This lies before “depart_at”."),
        ({"status": "dreamt"}, "status", "Choose one of: requested, planned, booked, cancelled."),
        ({"traveller": "C"}, "traveller", "Choose one of: A, B."),
        (
            {"stays": [{"country": "UK", "nights": 3}]},
            "stays[0].country",
            "“UK” is not a country code of the list.",
        ),
        ({"stays": [{"country": "FR", "nights": -1}]}, "stays[0].nights", "Give a number of 0 or more."),
        ({"stays": "France"}, "stays", "Give a list."),
        (
            {"tickets": {"child_return": "maybe"}},
            "tickets.child_return",
            "Say true or false, or leave it out.",
        ),
        ({"tickets": 5}, "tickets", "This must be an object."),
        ({"children": "K1"}, "children", "Give a list of texts."),
        ({"type": "teleport"}, "type", "This type of event is not known."),
        ({"type": ["trip"]}, "type", "This type of event is not known."),
        ({"trip": ""}, "trip", "Give a text."),
        ({"evidence": "E"}, "evidence", "Choose one of: A, B, C, D."),
    ],
    ids=str,
)
def test_a_wrong_field_is_named(changed, field, text):
    found = problems(GOOD | changed)
    assert any(path == f"vignette.timeline[0].{field}" and said.startswith(text) for path, said in found)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ([], "vignette"),
        ({}, "vignette.timeline"),
        ({"timeline": []}, "vignette.family.parents"),
        ({"timeline": [], "family": family(parents=[{"id": "A"}])}, "vignette.family.parents"),
        ({"timeline": [], "family": family(children=[])}, "vignette.family.children"),
        ({"timeline": [], "family": family(), "as_of": "soon"}, "vignette.as_of"),
        ({"timeline": [3], "family": family()}, "vignette.timeline[0]"),
    ],
    ids=str,
)
def test_a_wrong_document_is_refused(bad, field):
    with pytest.raises(BadVignette) as refused:
        parse(bad)
    assert field in {problem.field for problem in refused.value.problems}


def test_everything_wrong_is_said_at_once():
    assert (
        len(problems(GOOD | {"status": "x", "traveller": "y"}, consent("2027-13-01", "2027-07-01", "QQ")))
        == 4
    )


@pytest.mark.parametrize(
    "lost",
    [
        event("2027-07-01T10:00+02:00", "departed", trip="T9"),
        event("2027-07-01T10:00+02:00", "consent_revoked", id="C9"),
        event("2027-07-01T10:00+02:00", "disruption", handover="H9"),
        GOOD | {"children": ["K9"]},
    ],
    ids=lambda line: line["type"],
)
def test_an_event_about_something_nobody_described_is_refused(lost):
    assert len(problems(lost)) == 1


def test_a_zone_must_exist():
    assert problems(consent("2027-07-01", "2027-07-05", "FR", tz="Mars/Olympus"))


def test_later_events_update_and_keep_what_they_do_not_mention():
    facts = facts_of(
        GOOD, {"at": "2027-06-02T10:00+02:00", "type": "trip", "trip": "T1", "status": "cancelled"}
    )
    first, second = facts.trips
    assert (first.status, second.status) == ("booked", "cancelled")
    assert second.depart_at == first.depart_at
    assert facts.known_at(instant("2027-06-02T09:59+02:00")).trips == (first,)


def test_a_message_keeps_the_moment_it_was_sent():
    m1 = {"type": "message", "id": "M1", "from": "B", "to": "A", "quote": "x", "candidate": True}
    sent, read = facts_of(
        m1 | {"at": "2027-04-01T10:00+02:00"}, m1 | {"at": "2027-04-02T10:00+02:00", "confirmed": "threat"}
    ).messages
    assert read.sent_at == sent.sent_at == instant("2027-04-01T10:00+02:00")


def test_what_later_rules_read_is_kept():
    (record,) = facts_of(
        event("2027-04-01T10:00+02:00", "ties", kind="work_ended", by="B", evidence="B")
    ).others
    assert (record.kind, record.about, record.detail, record.evidence) == (
        "ties",
        Parent.B,
        "work_ended",
        "B",
    )


def test_order_in_the_file_does_not_matter():
    vignette = next(v for v in VIGNETTES if v["id"] == "V17")
    assert replay(vignette | {"timeline": vignette["timeline"][::-1]}) == replay(vignette)


def test_as_of_needs_an_offset():
    with pytest.raises(BadVignette, match="as_of"):
        replay(VIGNETTES[0], instant("2027-07-01T10:00"))


def read_or_refused(vignette) -> object:
    """The outcome as JSON text, or the problems; anything else is an error."""
    try:
        return json.dumps(replay(vignette))
    except BadVignette as refused:
        return refused.problems


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([GOOD, consent("2027-07-01", "2027-07-05", "FR"), handover("2027-07-01T10:00+02:00")]),
    st.data(),
    json_values,
)
def test_any_nonsense_in_a_field_is_read_or_refused_in_words(line, draw, value):
    name = draw.draw(st.sampled_from(sorted(line)))
    vignette = {"family": family(), "timeline": [line | {name: value}]}
    assert read_or_refused(vignette)


@settings(max_examples=80, deadline=None)
@given(json_values, json_values)
def test_any_document_is_read_or_refused_in_words(people, timeline):
    for bad in (people, {"family": people, "timeline": timeline}):
        assert read_or_refused(bad)


def test_instants_are_kept_in_utc_and_naive_ones_refused():
    (there,) = facts_of(GOOD).trips
    assert there.depart_at.isoformat() == "2027-07-05T08:00:00+00:00"
    with pytest.raises(ValueError, match="depart_at"):
        Trip(
            id="T",
            status=there.status,
            traveller=Parent.A,
            children=(),
            depart_at=there.depart_at.replace(tzinfo=None),
        )


def test_rules_can_read_no_origin():
    read = {name for kind in (Facts, Trip, OtherRecord) for name in kind.__dataclass_fields__}
    read |= set(Facts.__dataclass_fields__["family"].default.__dataclass_fields__)
    forbidden = {
        "nationality",
        "origin",
        "birthplace",
        "language",
        "religion",
        "sex",
        "gender",
        "income",
        "name",
    }
    assert not read & forbidden
