"""The life of an alert: found, claimed by one person, decided with a reason, raised again or quiet. Pure.

Closing a critical one without confirming it needs a second person of another discipline. A decided alert opens
again when the sign grows; an alert whose facts are gone closes by itself and leaves a line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from risk.because import fingerprint
from risk.values import Assessment, Finding, Parent, Severity

LONGEST_REASON = 2000


class State(StrEnum):
    OPEN = "open"
    CLAIMED = "claimed"
    AWAITING_SECOND = "awaiting_second"
    DECIDED = "decided"
    QUIET = "quiet"


ACTIVE = frozenset({State.OPEN, State.CLAIMED, State.AWAITING_SECOND})


class Move(StrEnum):
    CLAIM = "claim"
    RELEASE = "release"
    DECIDE = "decide"
    ASK_SECOND = "ask_second"
    SECOND = "second"
    DECLINE = "decline"
    REOPEN = "reopen"
    RAISE = "raise"
    GO_QUIET = "go_quiet"
    COME_BACK = "come_back"


MOVES: dict[tuple[State, Move], State] = {
    (State.OPEN, Move.CLAIM): State.CLAIMED,
    (State.OPEN, Move.RAISE): State.OPEN,
    (State.OPEN, Move.GO_QUIET): State.QUIET,
    (State.CLAIMED, Move.RELEASE): State.OPEN,
    (State.CLAIMED, Move.DECIDE): State.DECIDED,
    (State.CLAIMED, Move.ASK_SECOND): State.AWAITING_SECOND,
    (State.CLAIMED, Move.RAISE): State.CLAIMED,
    (State.CLAIMED, Move.GO_QUIET): State.QUIET,
    (State.AWAITING_SECOND, Move.SECOND): State.DECIDED,
    (State.AWAITING_SECOND, Move.DECLINE): State.CLAIMED,
    (State.AWAITING_SECOND, Move.RAISE): State.CLAIMED,
    (State.AWAITING_SECOND, Move.GO_QUIET): State.QUIET,
    (State.DECIDED, Move.REOPEN): State.OPEN,
    (State.DECIDED, Move.RAISE): State.OPEN,
    (State.DECIDED, Move.GO_QUIET): State.QUIET,
    (State.QUIET, Move.COME_BACK): State.OPEN,
}


class Outcome(StrEnum):
    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    NOT_CONFIRMED = "not_confirmed"
    DATA_ERROR = "data_error"


class Discipline(StrEnum):
    LEGAL = "legal"
    PSYCHOLOGICAL = "psychological"
    SOCIAL = "social"
    COORDINATION = "coordination"


class NotPossible(Exception):
    """The move is refused. The text is an English message id for the reviewer."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    id: UUID
    discipline: Discipline


@dataclass(frozen=True, slots=True)
class Decision:
    outcome: Outcome
    reason: str
    by: Reviewer
    at: datetime
    second: Reviewer | None = None
    second_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """One sign about one fact in one family. `severity` is the highest reached since it opened; a person looks by `due_by`."""

    id: UUID
    family_id: UUID
    rule: str
    subject: Parent
    key: str
    severity: Severity
    state: State
    raised_at: datetime
    due_by: datetime
    strands: int
    fingerprint: str
    version: int = 1
    claimed_by: Reviewer | None = None
    claimed_at: datetime | None = None
    decision: Decision | None = None

    @property
    def place(self) -> tuple[str, Parent, str]:
        return (self.rule, self.subject, self.key)


@dataclass(frozen=True, slots=True)
class Line:
    """What the journal of the alert keeps of one move. `by` None: the service itself."""

    move: Move
    at: datetime
    severity: Severity
    by: Reviewer | None = None
    outcome: Outcome | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The alert after a move (its version one higher), the line to keep, and the finding to add to its history.

    Without a line only the finding is new: the same sign, seen with other facts.
    """

    alert: Alert
    line: Line | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """What an assessment changes: findings to open an alert for, and steps of alerts there are."""

    opened: tuple[Finding, ...]
    steps: tuple[Step, ...]


def claim(alert: Alert, who: Reviewer, now: datetime) -> Step:
    """Take an open alert to look at."""
    claimed = _moved(alert, Move.CLAIM, claimed_by=who, claimed_at=now)
    return Step(claimed, Line(Move.CLAIM, now, alert.severity, who))


def release(alert: Alert, who: Reviewer, now: datetime) -> Step:
    """Give it back to the queue; only who claimed it can."""
    _theirs(alert, who, Move.RELEASE)
    back = _moved(alert, Move.RELEASE, claimed_by=None, claimed_at=None)
    return Step(back, Line(Move.RELEASE, now, alert.severity, who))


def decide(alert: Alert, who: Reviewer, outcome: Outcome, reason: str, now: datetime) -> Step:
    """Close it with an outcome and a line of reason, or wait for a second person when it is critical and not confirmed."""
    move = Move.ASK_SECOND if needs_second(alert, outcome) else Move.DECIDE
    _theirs(alert, who, move)
    said = _reason(reason)
    decided = _moved(alert, move, decision=Decision(outcome, said, who, now))
    return Step(decided, Line(move, now, alert.severity, who, outcome, said))


def second(alert: Alert, who: Reviewer, now: datetime, reason: str = "") -> Step:
    """Agree with closing a critical alert: somebody else, of another discipline."""
    decision = _to_second(alert, who, Move.SECOND)
    closed = _moved(alert, Move.SECOND, decision=replace(decision, second=who, second_at=now))
    return Step(closed, Line(Move.SECOND, now, alert.severity, who, decision.outcome, reason.strip()))


def decline(alert: Alert, who: Reviewer, reason: str, now: datetime) -> Step:
    """Not agree: it goes back to the one who wanted to close it."""
    decision = _to_second(alert, who, Move.DECLINE)
    said = _reason(reason)
    back = _moved(alert, Move.DECLINE, decision=None)
    return Step(back, Line(Move.DECLINE, now, alert.severity, who, decision.outcome, said))


def reopen(alert: Alert, who: Reviewer, reason: str, now: datetime) -> Step:
    """Open a decided alert again."""
    said = _reason(reason)
    again = _moved(alert, Move.REOPEN, claimed_by=None, claimed_at=None, decision=None)
    return Step(again, Line(Move.REOPEN, now, alert.severity, who, reason=said))


def needs_second(alert: Alert, outcome: Outcome) -> bool:
    """Whether closing it this way takes two people."""
    return alert.severity is Severity.CRITICAL and outcome is not Outcome.CONFIRMED


def merge(alerts: Iterable[Alert], assessment: Assessment, now: datetime) -> Merge:
    """What to open, raise, refresh and quiet. A rule that no longer knows keeps its alert: unknown is not "gone"."""
    known = {alert.place: alert for alert in alerts}
    found = {finding.place: finding for finding in assessment.findings}
    unknown = {question.place for question in assessment.unknown}
    steps = [
        step
        for place, finding in found.items()
        if place in known and (step := _met(known[place], finding, now))
    ]
    gone = [
        a
        for place, a in known.items()
        if place not in found and place not in unknown and a.state is not State.QUIET
    ]
    return Merge(
        opened=tuple(finding for place, finding in found.items() if place not in known),
        steps=(*steps, *(_quieted(alert, now) for alert in gone)),
    )


def opened(finding: Finding, alert_id: UUID, family_id: UUID) -> Alert:
    """A new alert for a finding."""
    return Alert(
        id=alert_id,
        family_id=family_id,
        rule=finding.rule,
        subject=finding.subject,
        key=finding.key,
        severity=finding.severity,
        state=State.OPEN,
        raised_at=finding.raised_at,
        due_by=finding.due_by,
        strands=len(finding.strands),
        fingerprint=fingerprint(finding),
    )


def in_order(alerts: Iterable[Alert]) -> Sequence[Alert]:
    """The queue: highest level first, then what must be looked at soonest, then what rests on most origins."""
    return sorted(alerts, key=lambda alert: (-alert.severity, alert.due_by, -alert.strands))


def _met(alert: Alert, finding: Finding, now: datetime) -> Step | None:
    """An alert whose sign is there: raised, back, or at most seen with other facts and a nearer deadline."""
    if alert.state is State.QUIET or finding.severity > alert.severity:
        move = Move.COME_BACK if alert.state is State.QUIET else Move.RAISE
        new = {
            "severity": finding.severity,
            "raised_at": finding.raised_at,
            "due_by": finding.due_by,
            "strands": len(finding.strands),
            "fingerprint": fingerprint(finding),
            "decision": None,
        }
        if (alert.state, move) in MOVES and MOVES[alert.state, move] is State.OPEN:
            new |= {"claimed_by": None, "claimed_at": None}
        return Step(_moved(alert, move, **new), Line(move, now, finding.severity), finding)
    due = min(alert.due_by, finding.due_by) if alert.state in ACTIVE else alert.due_by
    seen = replace(alert, due_by=due, strands=len(finding.strands), fingerprint=fingerprint(finding))
    return Step(replace(seen, version=alert.version + 1), None, finding) if seen != alert else None


def _quieted(alert: Alert, now: datetime) -> Step:
    quiet = _moved(alert, Move.GO_QUIET, claimed_by=None, claimed_at=None)
    return Step(quiet, Line(Move.GO_QUIET, now, alert.severity))


def _moved(alert: Alert, move: Move, **changes: object) -> Alert:
    state = MOVES.get((alert.state, move))
    if state is None:
        raise NotPossible("This is no longer possible: the alert has changed.")
    return replace(alert, state=state, version=alert.version + 1, **changes)  # type: ignore[arg-type]


def _theirs(alert: Alert, who: Reviewer, move: Move) -> None:
    if (alert.state, move) not in MOVES:
        raise NotPossible("This is no longer possible: the alert has changed.")
    if alert.claimed_by is None or alert.claimed_by.id != who.id:
        raise NotPossible("Claim this alert first.")


def _to_second(alert: Alert, who: Reviewer, move: Move) -> Decision:
    if (alert.state, move) not in MOVES or alert.decision is None:
        raise NotPossible("This alert is not waiting for a second person.")
    if alert.decision.by.id == who.id:
        raise NotPossible("Nobody can be the second person for their own decision.")
    if alert.decision.by.discipline is who.discipline:
        raise NotPossible("The second person must be of another discipline.")
    return alert.decision


def _reason(text: str) -> str:
    said = text.strip()
    if not said:
        raise NotPossible("Give a line of reason.")
    if len(said) > LONGEST_REASON:
        raise NotPossible("Keep the reason shorter.")
    return said
