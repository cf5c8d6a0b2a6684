"""Alerts and their history in the database. For the centre and the worker; no page of a parent may import this."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from risk import alerts
from risk.alerts import ACTIVE, Alert, Line, Merge, Reviewer, State, Step
from risk.rows import alert_from, alert_values, finding_from, finding_row, line_from, line_row
from risk.tables import RiskAlertRow, RiskDecisionRow, RiskFindingRow
from risk.values import Finding

AT_ONCE = 50


class AlertMissing(Exception):
    """There is no such alert."""


class Overtaken(Exception):
    """Somebody changed the alert in the meantime; nothing was stored."""


@dataclass(frozen=True, slots=True)
class Card:
    """All a reviewer sees of one alert: what is found now, what was found before, and every move."""

    alert: Alert
    finding: Finding
    earlier: tuple[Finding, ...]
    lines: tuple[Line, ...]


async def queue(session: AsyncSession, limit: int = AT_ONCE, offset: int = 0) -> tuple[Alert, ...]:
    """Alerts that wait for somebody, in the order in which to look."""
    waiting = (
        select(RiskAlertRow)
        .where(col(RiskAlertRow.state).in_(sorted(ACTIVE)))
        .order_by(
            col(RiskAlertRow.severity).desc(),
            col(RiskAlertRow.due_by),
            col(RiskAlertRow.strands).desc(),
            col(RiskAlertRow.id),
        )
    )
    return tuple(alert_from(row) for row in (await session.exec(waiting.offset(offset).limit(limit))).all())


async def waiting(session: AsyncSession) -> int:
    """How many alerts wait for somebody."""
    count = select(func.count()).select_from(RiskAlertRow).where(col(RiskAlertRow.state).in_(sorted(ACTIVE)))
    return (await session.exec(count)).one()


async def card(session: AsyncSession, alert_id: UUID) -> Card:
    """One alert with its history. Raises AlertMissing."""
    alert = await get(session, alert_id)
    seen = (
        select(RiskFindingRow)
        .where(RiskFindingRow.alert_id == alert_id)
        .order_by(col(RiskFindingRow.number).desc())
    )
    now, *before = [finding_from(row, alert) for row in (await session.exec(seen)).all()]
    moves = (
        select(RiskDecisionRow)
        .where(RiskDecisionRow.alert_id == alert_id)
        .order_by(col(RiskDecisionRow.number))
    )
    lines = tuple(line_from(row) for row in (await session.exec(moves)).all())
    return Card(alert, now, tuple(before), lines)


async def get(session: AsyncSession, alert_id: UUID) -> Alert:
    """One alert. Raises AlertMissing."""
    row = (await session.exec(select(RiskAlertRow).where(RiskAlertRow.id == alert_id))).first()
    if row is None:
        raise AlertMissing
    return alert_from(row)


async def of_family(session: AsyncSession, family_id: UUID) -> tuple[Alert, ...]:
    """Every alert of a family, closed and quiet ones included."""
    rows = select(RiskAlertRow).where(RiskAlertRow.family_id == family_id).order_by(col(RiskAlertRow.id))
    return tuple(alert_from(row) for row in (await session.exec(rows)).all())


async def save_merge(session: AsyncSession, family_id: UUID, merged: Merge) -> tuple[Alert, ...]:
    """Store what an assessment changed. Returns alerts that are new, raised or back: those people on duty must hear of.

    Raises Overtaken when a reviewer moved one of them meanwhile; roll back and assess again.
    """
    news = [await _open(session, family_id, finding) for finding in merged.opened]
    for step in merged.steps:
        await save_step(session, step)
        if step.line is not None and step.line.move in {alerts.Move.RAISE, alerts.Move.COME_BACK}:
            news.append(step.alert)
    return tuple(alerts.in_order(news))


async def save_step(session: AsyncSession, step: Step) -> Alert:
    """Store one move by compare-and-swap on the version. Raises Overtaken."""
    alert = step.alert
    mine = update(RiskAlertRow).where(
        col(RiskAlertRow.id) == alert.id, col(RiskAlertRow.version) == alert.version - 1
    )
    if (await session.exec(mine.values(**alert_values(alert)))).rowcount != 1:
        raise Overtaken
    if step.line is not None:
        session.add(line_row(step.line, alert))
    if step.finding is not None:
        session.add(finding_row(step.finding, alert))
    await session.flush()
    return alert


async def claim(session: AsyncSession, alert_id: UUID, who: Reviewer, now: datetime) -> Alert | None:
    """Take an open alert; None when somebody else was first. Raises AlertMissing."""
    alert = await get(session, alert_id)
    if alert.state is not State.OPEN:
        return None
    try:
        return await save_step(session, alerts.claim(alert, who, now))
    except Overtaken:
        return None


async def _open(session: AsyncSession, family_id: UUID, finding: Finding) -> Alert:
    alert = alerts.opened(finding, uuid4(), family_id)
    session.add(RiskAlertRow(**alert_values(alert)))
    await session.flush()
    session.add(finding_row(finding, alert))
    await session.flush()
    return alert
