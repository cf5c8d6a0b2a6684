"""Who works at the centre in these tests, and alerts for them to look at."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from risk.alerts import Alert, Discipline, Reviewer, opened
from risk.values import Assessment, Evidence, Finding, Parent, Severity

NOW = datetime(2027, 6, 1, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)
FAMILY = UUID(int=900)
LEA = Reviewer(UUID(int=1), Discipline.LEGAL)
PAU = Reviewer(UUID(int=2), Discipline.PSYCHOLOGICAL)
LIV = Reviewer(UUID(int=3), Discipline.LEGAL)


def found(severity=Severity.MODERATE, rule="travel_no_consent_on_file", key="T1", **changes) -> Finding:
    usual = Finding(
        rule=rule,
        version=1,
        policy="test",
        subject=Parent.A,
        key=key,
        severity=severity,
        unmitigated=severity,
        inputs=(),
        unknown=(),
        mitigators=(),
        parts=(),
        strands=("consent:T1",),
        evidence=Evidence.A,
        labels=(),
        raised_at=NOW,
        due_by=NOW + timedelta(hours=72),
    )
    return replace(usual, **changes)


def assessment(*findings: Finding, unknown=()) -> Assessment:
    return Assessment(findings, tuple(unknown), (), None)


def alert(severity=Severity.MODERATE, **changes) -> Alert:
    return replace(opened(found(severity), UUID(int=77), FAMILY), **changes)
