"""Rows of the alert store. Nothing a parent can see may depend on them; the watch list lives in risk/watch.py."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Index
from sqlmodel import Field, SQLModel

from risk.watch import RiskWatchRow

__all__ = ["RiskAlertRow", "RiskDecisionRow", "RiskFindingRow", "RiskWatchRow"]


class RiskAlertRow(SQLModel, table=True):
    __tablename__ = "risk_alert"
    __table_args__ = (
        Index("ix_risk_alert_place", "family_id", "rule", "subject", "key", unique=True),
        Index("ix_risk_alert_queue", "state", "severity", "due_by"),
        CheckConstraint(
            "state IN ('open', 'claimed', 'awaiting_second', 'decided', 'quiet')", name="ck_risk_alert_state"
        ),
        CheckConstraint("severity BETWEEN 1 AND 5", name="ck_risk_alert_severity"),
        CheckConstraint("subject IN ('A', 'B')", name="ck_risk_alert_subject"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID
    rule: str
    subject: str
    key: str
    severity: int
    state: str
    raised_at: datetime
    due_by: datetime
    strands: int
    fingerprint: str
    version: int
    claimed_by: UUID | None = None
    claimed_discipline: str | None = None
    claimed_at: datetime | None = None
    decision: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class RiskFindingRow(SQLModel, table=True):
    """What was found, each time it differed: enough to explain it and to repeat it bit for bit."""

    __tablename__ = "risk_finding"
    __table_args__ = (
        Index("ix_risk_finding_alert", "alert_id", "number", unique=True),
        CheckConstraint("severity BETWEEN 1 AND 5", name="ck_risk_finding_severity"),
        CheckConstraint("unmitigated BETWEEN 1 AND 5", name="ck_risk_finding_unmitigated"),
        CheckConstraint("evidence IN ('A', 'B', 'C', 'D')", name="ck_risk_finding_evidence"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    alert_id: UUID = Field(foreign_key="risk_alert.id")
    number: int
    rule_version: int
    policy_version: str
    severity: int
    unmitigated: int
    inputs: list[dict[str, Any]] = Field(sa_type=JSON)
    unknown: list[str] = Field(sa_type=JSON)
    mitigators: list[str] = Field(sa_type=JSON)
    parts: list[dict[str, Any]] = Field(sa_type=JSON)
    strands: list[str] = Field(sa_type=JSON)
    labels: list[str] = Field(sa_type=JSON)
    evidence: str
    raised_at: datetime
    due_by: datetime
    depart_at: datetime | None = None


class RiskDecisionRow(SQLModel, table=True):
    """One line per move of an alert, by a person or by the service itself."""

    __tablename__ = "risk_decision"
    __table_args__ = (
        Index("ix_risk_decision_alert", "alert_id", "number", unique=True),
        CheckConstraint("severity BETWEEN 1 AND 5", name="ck_risk_decision_severity"),
        CheckConstraint(
            "outcome IN ('confirmed', 'explained', 'not_confirmed', 'data_error')",
            name="ck_risk_decision_outcome",
        ),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    alert_id: UUID = Field(foreign_key="risk_alert.id")
    number: int
    move: str
    at: datetime
    severity: int
    by: UUID | None = None
    discipline: str | None = None
    outcome: str | None = None
    reason: str = ""
