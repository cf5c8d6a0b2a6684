"""Signs that wait for a person, over JSON. For the centre alone; for anyone else there is nothing here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.usecases import review_alert
from mediation.usecases.review_alert import Seen
from portal.forms import cleaned
from portal.visit import Visit
from risk.alerts import LONGEST_REASON, Alert, Line, Outcome
from risk.because import as_json
from risk.values import Finding

AT_MOST = 200
FURTHEST = 1_000_000
Reason = Annotated[str, Field(max_length=LONGEST_REASON), AfterValidator(cleaned)]


class DecisionIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"outcome": "explained", "reason": "The carrier cancelled the flight."}]
        },
    )
    outcome: Outcome
    reason: Reason


class ReasonIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"reason": "A new statement came in."}]}
    )
    reason: Reason


class SecondIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"reason": ""}]})
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class AlertOut:
    """One line of the queue: the family by its code, the parent by a letter."""

    id: UUID
    family: str
    rule: str
    subject: str
    severity: str
    state: str
    raised_at: datetime
    due_by: datetime
    strands: int
    claimed_by: UUID | None


@dataclass(frozen=True, slots=True)
class QueueOut:
    """Part of the queue, in the order in which to look; `waiting` counts all of it."""

    waiting: int
    alerts: list[AlertOut]


@dataclass(frozen=True, slots=True)
class FindingOut:
    """What was found at one moment. `text` is in your language; `because` holds the values it rests on."""

    version: int
    policy: str
    severity: str
    unmitigated: str
    raised_at: datetime
    due_by: datetime
    text: str
    because: list[dict[str, Any]]
    evidence: str
    unknown: list[str]
    mitigators: list[str]
    labels: list[str]
    parts: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class LineOut:
    """One move: `by` and `discipline` are empty when the service made it."""

    move: str
    at: datetime
    severity: str
    by: UUID | None
    discipline: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class CardOut:
    """Everything about one sign. It is a reminder for a person, not a finding of fact about a parent."""

    alert: AlertOut
    finding: FindingOut
    why: str
    innocent: list[str]
    steps: list[str]
    sources: list[str]
    earlier: list[FindingOut]
    lines: list[LineOut]


def alert_out(alert: Alert, code: str) -> AlertOut:
    return AlertOut(
        id=alert.id,
        family=code,
        rule=alert.rule,
        subject=alert.subject.value,
        severity=str(alert.severity),
        state=alert.state.value,
        raised_at=alert.raised_at,
        due_by=alert.due_by,
        strands=alert.strands,
        claimed_by=alert.claimed_by.id if alert.claimed_by else None,
    )


def _finding_out(seen: Seen, finding: Finding, language: str) -> FindingOut:
    return FindingOut(
        version=finding.version,
        policy=finding.policy,
        severity=str(finding.severity),
        unmitigated=str(finding.unmitigated),
        raised_at=finding.raised_at,
        due_by=finding.due_by,
        text=review_alert.sentence(seen.rule, finding, language, {}),
        because=[as_json(item) for item in finding.inputs],
        evidence=finding.evidence.value,
        unknown=list(finding.unknown),
        mitigators=list(finding.mitigators),
        labels=[label.value for label in finding.labels],
        parts=[
            {"rule": part.rule, "severity": str(part.severity), "key": part.key} for part in finding.parts
        ],
    )


def _line_out(line: Line) -> LineOut:
    return LineOut(
        move=line.move.value,
        at=line.at,
        severity=str(line.severity),
        by=line.by.id if line.by else None,
        discipline=line.by.discipline.value if line.by else "",
        outcome=line.outcome.value if line.outcome else "",
        reason=line.reason,
    )


class AlertsApi(Controller):
    path = "/api/alerts"
    tags = ("alerts",)

    @get("/")
    async def queue(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        limit: Annotated[int, QueryParameter(ge=1, le=AT_MOST)] = 50,
        offset: Annotated[int, QueryParameter(ge=0, le=FURTHEST)] = 0,
    ) -> QueueOut:
        """What waits for somebody."""
        found = await review_alert.queue(reading, visit.person, limit, offset)
        waiting = await review_alert.waiting(reading, visit.person)
        return QueueOut(waiting, [alert_out(line.alert, line.code) for line in found])

    @get("/{alert_id:uuid}")
    async def card(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], alert_id: FromPath[UUID]
    ) -> CardOut:
        """One sign, with ordinary explanations, what is unknown, and every move so far."""
        seen = await review_alert.card(reading, visit.person, alert_id)
        language, rule = visit.language, seen.rule
        return CardOut(
            alert=alert_out(seen.card.alert, seen.code),
            finding=_finding_out(seen, seen.card.finding, language),
            why=rule.why[language],
            innocent=[one[language] for one in rule.innocent],
            steps=[one[language] for one in rule.steps],
            sources=list(rule.sources),
            earlier=[_finding_out(seen, before, language) for before in seen.card.earlier],
            lines=[_line_out(line) for line in seen.card.lines],
        )

    @post("/{alert_id:uuid}/claim", status_code=204)
    async def claim(self, errand: NamedDependency[Errand], alert_id: FromPath[UUID]) -> None:
        """Take it on. 409 when a colleague was first."""
        await review_alert.claim(errand, alert_id)

    @post("/{alert_id:uuid}/release", status_code=204)
    async def release(self, errand: NamedDependency[Errand], alert_id: FromPath[UUID]) -> None:
        """Give it back to the queue."""
        await review_alert.release(errand, alert_id)

    @post("/{alert_id:uuid}/decision", status_code=204)
    async def decide(
        self, errand: NamedDependency[Errand], alert_id: FromPath[UUID], data: JSONBody[DecisionIn]
    ) -> None:
        """Close it with a reason. A critical one that is not confirmed waits for a second person of another discipline."""
        await review_alert.decide(errand, alert_id, data.outcome, data.reason)

    @post("/{alert_id:uuid}/second", status_code=204)
    async def second(
        self, errand: NamedDependency[Errand], alert_id: FromPath[UUID], data: JSONBody[SecondIn]
    ) -> None:
        """Agree with closing it, as the second person."""
        await review_alert.second(errand, alert_id, data.reason)

    @post("/{alert_id:uuid}/decline", status_code=204)
    async def decline(
        self, errand: NamedDependency[Errand], alert_id: FromPath[UUID], data: JSONBody[ReasonIn]
    ) -> None:
        """Do not agree; it goes back to the colleague who has it."""
        await review_alert.decline(errand, alert_id, data.reason)

    @post("/{alert_id:uuid}/reopen", status_code=204)
    async def reopen(
        self, errand: NamedDependency[Errand], alert_id: FromPath[UUID], data: JSONBody[ReasonIn]
    ) -> None:
        """Open a decided one again."""
        await review_alert.reopen(errand, alert_id, data.reason)
