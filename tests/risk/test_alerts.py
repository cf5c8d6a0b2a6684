"""The life of an alert: every state with every move, four eyes, and what an assessment changes."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from risk.alerts import (
    MOVES,
    Decision,
    Move,
    NotPossible,
    Outcome,
    State,
    claim,
    decide,
    decline,
    in_order,
    merge,
    needs_second,
    release,
    reopen,
    second,
)
from risk.values import NotKnown, Severity
from tests.risk.people import HOUR, LEA, LIV, NOW, PAU, alert, assessment, found

CLOSING = Decision(Outcome.EXPLAINED, "the trip was agreed by telephone", LEA, NOW)


def in_state(state: State, severity=Severity.MODERATE):
    claimed = LEA if state in {State.CLAIMED, State.AWAITING_SECOND, State.DECIDED} else None
    decision = CLOSING if state in {State.AWAITING_SECOND, State.DECIDED} else None
    return alert(severity, state=state, claimed_by=claimed, claimed_at=claimed and NOW, decision=decision)


def try_move(state: State, move: Move):
    """The alert after the move, as whoever may make it; raises NotPossible or returns None when nothing happened."""
    severity = (
        Severity.CRITICAL if move is Move.ASK_SECOND or state is State.AWAITING_SECOND else Severity.MODERATE
    )
    before = in_state(state, severity)
    same, higher = found(before.severity), found(Severity.CRITICAL)
    if move is Move.RAISE and before.severity is Severity.CRITICAL:
        before = replace(before, severity=Severity.HIGH)
    acts = {
        Move.CLAIM: lambda: claim(before, LEA, NOW),
        Move.RELEASE: lambda: release(before, LEA, NOW),
        Move.DECIDE: lambda: decide(before, LEA, Outcome.CONFIRMED, "seen the booking", NOW),
        Move.ASK_SECOND: lambda: decide(before, LEA, Outcome.DATA_ERROR, "wrong date", NOW),
        Move.SECOND: lambda: second(before, PAU, NOW),
        Move.DECLINE: lambda: decline(before, PAU, "call the school first", NOW),
        Move.REOPEN: lambda: reopen(before, PAU, "new call", NOW),
        Move.RAISE: lambda: _only(merge([before], assessment(higher), NOW)),
        Move.GO_QUIET: lambda: _only(merge([before], assessment(), NOW)),
        Move.COME_BACK: lambda: _only(merge([before], assessment(same), NOW)),
    }
    step = acts[move]()
    return step if step is not None and step.line is not None and step.line.move is move else None


def _only(merged):
    return merged.steps[0] if merged.steps else None


@pytest.mark.parametrize(("state", "move"), [*product(State, Move)], ids=str)
def test_every_state_with_every_move(state, move):
    if (state, move) not in MOVES:
        try:
            assert try_move(state, move) is None
        except NotPossible:
            return
        return
    step = try_move(state, move)
    assert step.alert.state is MOVES[state, move]
    assert step.alert.version == 2


@pytest.mark.parametrize(
    ("severity", "outcome", "expected"),
    [
        (severity, outcome, severity is Severity.CRITICAL and outcome is not Outcome.CONFIRMED)
        for severity in Severity
        for outcome in Outcome
    ],
)
def test_only_closing_a_critical_alert_unconfirmed_takes_two(severity, outcome, expected):
    assert needs_second(alert(severity), outcome) is expected
    step = decide(in_state(State.CLAIMED, severity), LEA, outcome, "a reason", NOW)
    assert step.alert.state is (State.AWAITING_SECOND if expected else State.DECIDED)


def test_the_second_person_is_another_one_of_another_discipline():
    waiting = in_state(State.AWAITING_SECOND, Severity.CRITICAL)
    for who in (LEA, LIV, replace(LEA, discipline=PAU.discipline)):
        with pytest.raises(NotPossible):
            second(waiting, who, NOW)
        with pytest.raises(NotPossible):
            decline(waiting, who, "no", NOW)
    closed = second(waiting, PAU, NOW + HOUR).alert
    assert closed.state is State.DECIDED
    assert (closed.decision.by, closed.decision.second, closed.decision.second_at) == (LEA, PAU, NOW + HOUR)


def test_a_declined_decision_goes_back_to_its_author():
    back = decline(in_state(State.AWAITING_SECOND, Severity.CRITICAL), PAU, "call the school first", NOW)
    assert (back.alert.state, back.alert.claimed_by, back.alert.decision) == (State.CLAIMED, LEA, None)
    assert back.line.reason == "call the school first"


@pytest.mark.parametrize("reason", ["", "   \n", "x" * 2001])
def test_every_outcome_has_a_line_of_reason(reason):
    with pytest.raises(NotPossible):
        decide(in_state(State.CLAIMED), LEA, Outcome.EXPLAINED, reason, NOW)


def test_only_who_claimed_it_may_decide_or_give_it_back():
    for act in (lambda a: decide(a, PAU, Outcome.EXPLAINED, "x", NOW), lambda a: release(a, PAU, NOW)):
        with pytest.raises(NotPossible, match="Claim this alert first"):
            act(in_state(State.CLAIMED))


def test_the_queue_looks_at_level_then_deadline_then_origins():
    a = alert(Severity.HIGH, due_by=NOW + 2 * HOUR)
    b = alert(Severity.HIGH, due_by=NOW + HOUR, strands=1)
    c = alert(Severity.HIGH, due_by=NOW + HOUR, strands=2)
    d = alert(Severity.CRITICAL, due_by=NOW + 9 * HOUR)
    assert in_order([a, b, c, d]) == [d, c, b, a]


def test_a_finding_without_an_alert_opens_one():
    new = found(key="T2")
    merged = merge([alert()], assessment(found(), new), NOW)
    assert merged.opened == (new,)
    assert merged.steps == ()


def test_a_decided_alert_opens_again_only_when_the_sign_grows():
    decided = in_state(State.DECIDED)
    assert merge([decided], assessment(found(Severity.MODERATE)), NOW).steps == ()
    (step,) = merge([decided], assessment(found(Severity.HIGH, raised_at=NOW + HOUR)), NOW).steps
    assert (step.alert.state, step.alert.severity, step.alert.decision) == (State.OPEN, Severity.HIGH, None)
    assert step.alert.raised_at == NOW + HOUR


def test_a_claimed_alert_that_grows_stays_with_its_reviewer():
    (step,) = merge([in_state(State.CLAIMED)], assessment(found(Severity.HIGH)), NOW).steps
    assert (step.alert.state, step.alert.claimed_by) == (State.CLAIMED, LEA)


def test_a_weaker_sign_never_lowers_what_a_person_must_look_at():
    (step,) = merge([in_state(State.OPEN, Severity.HIGH)], assessment(found(Severity.LOW)), NOW).steps
    assert step.line is None
    assert step.alert.severity is Severity.HIGH
    assert step.finding.severity is Severity.LOW


def test_a_nearer_departure_pulls_the_deadline_and_a_later_one_does_not_push_it():
    nearer = found(due_by=NOW + 5 * HOUR)
    (step,) = merge([alert()], assessment(nearer), NOW).steps
    assert step.alert.due_by == NOW + 5 * HOUR
    assert merge([alert()], assessment(found(due_by=NOW + timedelta(days=9))), NOW).steps == ()


def test_other_facts_at_the_same_level_are_added_to_the_history():
    changed = found(unknown=("trip.tickets",))
    (step,) = merge([alert()], assessment(changed), NOW).steps
    assert (step.finding, step.line) == (changed, None)
    assert merge([step.alert], assessment(changed), NOW).steps == ()


def test_gone_facts_make_it_quiet_and_leave_a_line():
    (step,) = merge([in_state(State.CLAIMED)], assessment(), NOW).steps
    assert (step.alert.state, step.alert.claimed_by) == (State.QUIET, None)
    assert (step.line.move, step.line.by) == (Move.GO_QUIET, None)
    assert merge([step.alert], assessment(), NOW).steps == ()


def test_not_knowing_is_not_gone():
    question = NotKnown("travel_no_consent_on_file", alert().subject, "T1", ("family.parental_authority",))
    assert merge([alert()], assessment(unknown=[question]), NOW).steps == ()


def test_what_comes_back_opens_again():
    quiet = in_state(State.QUIET, Severity.HIGH)
    (step,) = merge([quiet], assessment(found(Severity.LOW, raised_at=NOW + HOUR)), NOW).steps
    assert (step.alert.state, step.alert.severity, step.alert.raised_at) == (
        State.OPEN,
        Severity.LOW,
        NOW + HOUR,
    )
