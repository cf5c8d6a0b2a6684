"""By when a person must look: a term per level, shortened by a departure that lies ahead. Elapsed time, nights included."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from risk.values import Severity

TERMS: Mapping[Severity, timedelta] = {
    Severity.INFO: timedelta(days=30),
    Severity.LOW: timedelta(days=7),
    Severity.MODERATE: timedelta(hours=72),
    Severity.HIGH: timedelta(hours=24),
    Severity.CRITICAL: timedelta(hours=1),
}
LEAD: Mapping[Severity, timedelta] = {
    Severity.MODERATE: timedelta(hours=48),
    Severity.HIGH: timedelta(hours=24),
}
AT_LEAST = timedelta(hours=1)


def due_by(
    severity: Severity,
    raised_at: datetime,
    depart_at: datetime | None = None,
    terms: Mapping[Severity, timedelta] | None = None,
    before: datetime | None = None,
) -> datetime:
    """The instant (UTC), never earlier than one hour after raising.

    A departure ahead pulls moderate to 48 hours and high to 24 hours before it; `before` is another last moment
    (the end of a permission). `terms` replaces the usual term of a level.
    """
    raised = raised_at.astimezone(UTC)
    due = raised + ({**TERMS, **(terms or {})}[severity])
    lasts = [before.astimezone(UTC)] if before is not None else []
    if depart_at is not None and depart_at > raised and severity in LEAD:
        lasts.append(depart_at.astimezone(UTC) - LEAD[severity])
    return min([due, *(max(last, raised + AT_LEAST) for last in lasts)])
