"""Three-valued: filling in a missing fact never turns a yes into a no, nor a no into a yes."""

from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from risk.assess import assess
from risk.examples import event as happened
from risk.facts import Facts
from risk.rules import load
from risk.values import Known, Parent
from tests.risk import strategies
from tests.risk.cases import example_facts, facts_of, finding, look

RULES = load()
yes_or_no = st.booleans()


def answers(facts, now):
    """What is certain: places that fire, and places that are not known."""
    found = assess(facts, RULES, now)
    return {f.place for f in (*found.findings, *found.rerouted)}, {
        question.place for question in found.unknown
    }


def filled(draw, value):
    return draw(yes_or_no) if value is None else value


def fill_trip(draw, trip):
    tickets, details = trip.tickets or draw(strategies.tickets), trip.details
    if tickets is not None:
        tickets = replace(
            tickets,
            child_out=filled(draw, tickets.child_out),
            child_return=filled(draw, tickets.child_return),
        )
    names = ("address", "phone", "carrier", "return_details")
    return replace(
        trip,
        tickets=tickets,
        details=replace(details, **{name: filled(draw, getattr(details, name)) for name in names}),
    )


def fill_handover(draw, handover):
    return replace(
        handover, contact=filled(draw, handover.contact), delivered=filled(draw, handover.delivered)
    )


@st.composite
def less_and_more(draw) -> tuple[Facts, Facts]:
    """The same record twice: as it is, and with what nobody had said filled in."""
    less = draw(strategies.records)
    authority = dict(less.family.authority)
    told = tuple((parent, filled(draw, authority.get(parent))) for parent in Parent)
    periods = less.custody_periods or draw(st.lists(strategies.periods, max_size=2).map(tuple))
    more = replace(
        less,
        family=replace(less.family, authority=told),
        trips=tuple(fill_trip(draw, trip) for trip in less.trips),
        handovers=tuple(fill_handover(draw, handover) for handover in less.handovers),
        custody_periods=periods,
        court_measures=tuple(
            replace(m, suspends_contact=filled(draw, m.suspends_contact)) for m in less.court_measures
        ),
    )
    return less, more


@settings(max_examples=300, deadline=None)
@given(less_and_more(), strategies.quarters)
def test_knowing_more_never_overturns_what_was_certain(pair, now):
    less, more = pair
    fired, unknown = answers(less, now)
    fires_now, unknown_now = answers(more, now)
    event("something was unknown" if unknown else "all known")
    assert fired <= fires_now
    assert fires_now <= fired | unknown
    assert unknown_now <= unknown


@pytest.mark.parametrize("rule", ["consent_expires_while_abroad", "retention_after_return_due"])
def test_recording_the_departure_settles_what_was_unknown(rule):
    (example,) = [e for r in RULES if r.id == rule for e in r.examples if e.expect is Known.UNKNOWN]
    silent = look(example_facts(example), example.at)
    assert {question.rule: question.missing for question in silent.unknown}[rule] == ("trip.departed",)
    left = happened("2027-08-01T10:30+02:00", "departed", trip="T1")
    assert finding(look(facts_of(*example.events, left), example.at), rule) is not None


@settings(max_examples=60, deadline=None)
@given(strategies.records, strategies.quarters)
def test_every_unknown_names_what_is_missing(facts, now):
    assert all(question.missing and all(question.missing) for question in assess(facts, RULES, now).unknown)
