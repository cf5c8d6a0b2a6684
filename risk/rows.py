"""Values of the alert store to rows and back, without loss."""

from datetime import datetime
from typing import Any
from uuid import UUID

from risk.alerts import Alert, Decision, Discipline, Line, Move, Outcome, Reviewer, State
from risk.because import as_json, from_json
from risk.tables import RiskAlertRow, RiskDecisionRow, RiskFindingRow
from risk.values import Evidence, Finding, Label, Parent, Part, Severity


def alert_values(alert: Alert) -> dict[str, Any]:
    return {
        "id": alert.id,
        "family_id": alert.family_id,
        "rule": alert.rule,
        "subject": str(alert.subject),
        "key": alert.key,
        "severity": int(alert.severity),
        "state": str(alert.state),
        "raised_at": alert.raised_at,
        "due_by": alert.due_by,
        "strands": alert.strands,
        "fingerprint": alert.fingerprint,
        "version": alert.version,
        "claimed_by": alert.claimed_by.id if alert.claimed_by else None,
        "claimed_discipline": str(alert.claimed_by.discipline) if alert.claimed_by else None,
        "claimed_at": alert.claimed_at,
        "decision": _decision_json(alert.decision) if alert.decision else None,
    }


def alert_from(row: RiskAlertRow) -> Alert:
    return Alert(
        id=row.id,
        family_id=row.family_id,
        rule=row.rule,
        subject=Parent(row.subject),
        key=row.key,
        severity=Severity(row.severity),
        state=State(row.state),
        raised_at=row.raised_at,
        due_by=row.due_by,
        strands=row.strands,
        fingerprint=row.fingerprint,
        version=row.version,
        claimed_by=_reviewer(row.claimed_by, row.claimed_discipline),
        claimed_at=row.claimed_at,
        decision=_decision(row.decision) if row.decision else None,
    )


def finding_row(finding: Finding, alert: Alert) -> RiskFindingRow:
    return RiskFindingRow(
        alert_id=alert.id,
        number=alert.version,
        rule_version=finding.version,
        policy_version=finding.policy,
        severity=int(finding.severity),
        unmitigated=int(finding.unmitigated),
        inputs=[as_json(item) for item in finding.inputs],
        unknown=list(finding.unknown),
        mitigators=list(finding.mitigators),
        parts=[{"rule": p.rule, "severity": int(p.severity), "key": p.key} for p in finding.parts],
        strands=list(finding.strands),
        labels=[str(label) for label in finding.labels],
        evidence=str(finding.evidence),
        raised_at=finding.raised_at,
        due_by=finding.due_by,
        depart_at=finding.depart_at,
    )


def finding_from(row: RiskFindingRow, alert: Alert) -> Finding:
    return Finding(
        rule=alert.rule,
        version=row.rule_version,
        policy=row.policy_version,
        subject=alert.subject,
        key=alert.key,
        severity=Severity(row.severity),
        unmitigated=Severity(row.unmitigated),
        inputs=tuple(from_json(item) for item in row.inputs),
        unknown=tuple(row.unknown),
        mitigators=tuple(row.mitigators),
        parts=tuple(Part(p["rule"], Severity(p["severity"]), p["key"]) for p in row.parts),
        strands=tuple(row.strands),
        evidence=Evidence(row.evidence),
        labels=tuple(Label(label) for label in row.labels),
        raised_at=row.raised_at,
        due_by=row.due_by,
        depart_at=row.depart_at,
    )


def line_row(line: Line, alert: Alert) -> RiskDecisionRow:
    return RiskDecisionRow(
        alert_id=alert.id,
        number=alert.version,
        move=str(line.move),
        at=line.at,
        severity=int(line.severity),
        by=line.by.id if line.by else None,
        discipline=str(line.by.discipline) if line.by else None,
        outcome=str(line.outcome) if line.outcome else None,
        reason=line.reason,
    )


def line_from(row: RiskDecisionRow) -> Line:
    return Line(
        move=Move(row.move),
        at=row.at,
        severity=Severity(row.severity),
        by=_reviewer(row.by, row.discipline),
        outcome=Outcome(row.outcome) if row.outcome else None,
        reason=row.reason,
    )


def _reviewer(person: UUID | None, discipline: str | None) -> Reviewer | None:
    return Reviewer(person, Discipline(discipline)) if person and discipline else None


def _decision_json(decision: Decision) -> dict[str, Any]:
    return {
        "outcome": str(decision.outcome),
        "reason": decision.reason,
        "by": str(decision.by.id),
        "discipline": str(decision.by.discipline),
        "at": decision.at.isoformat(),
        "second": str(decision.second.id) if decision.second else None,
        "second_discipline": str(decision.second.discipline) if decision.second else None,
        "second_at": decision.second_at.isoformat() if decision.second_at else None,
    }


def _decision(stored: dict[str, Any]) -> Decision:
    second = UUID(stored["second"]) if stored["second"] else None
    return Decision(
        outcome=Outcome(stored["outcome"]),
        reason=stored["reason"],
        by=Reviewer(UUID(stored["by"]), Discipline(stored["discipline"])),
        at=datetime.fromisoformat(stored["at"]),
        second=_reviewer(second, stored["second_discipline"]),
        second_at=datetime.fromisoformat(stored["second_at"]) if stored["second_at"] else None,
    )
