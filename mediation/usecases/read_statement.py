"""Statements as the centre reads them: what waits, the words, and what a person makes of them. A text is a candidate only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Parent, parents_of
from mediation.people import NotYours, Person
from mediation.policy import Action, may_do, require
from mediation.refusals import TooLate
from mediation.tables import FamilyRow, PersonRow, StatementRow
from mediation.usecases.review_alert import STREAM, relations_of
from mediation.usecases.statement import quote_place
from mediation.vault import Vault
from parenting_plans.values import Home
from risk import facts
from risk.facts import Reading
from risk.rules.comm_explicit_threat import RULE
from risk.values import Evidence, Severity, Words
from risk.values import Parent as Letter

READ_WITHIN = RULE.terms[Severity.MODERATE]
# Findings are kept for long and shown in lists; the words stay sealed, and are opened on the statement's page alone.
ELSEWHERE: Words = {
    "nl": "[zie de genoteerde woorden]",
    "fr": "[voir les paroles notées]",
    "de": "[siehe die Aussage]",
    "en": "[see the statement]",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of what waits: the family by its code, never by name."""

    id: UUID
    code: str
    said_by: Home
    evidence: Evidence
    noted_at: datetime

    @property
    def due_by(self) -> datetime:
        return self.noted_at + READ_WITHIN


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, opened. `noted_by` names a professional, or is empty when the parent of `noted_by_home` noted it."""

    waiting: Waiting
    quote: str
    said_at: datetime
    noted_by: str
    noted_by_home: Home | None
    reading: Reading | None
    read_by: str
    read_at: datetime | None
    parents: tuple[Parent, ...]
    innocent: tuple[Words, ...]


async def how_many(session: AsyncSession, who: Person) -> int:
    """How many statements nobody has read yet."""
    require(may_do(relations_of(who), Action.REVIEW_ALERT))
    count = select(func.count()).select_from(StatementRow).where(col(StatementRow.reading).is_(None))
    return (await session.exec(count)).one()


async def waiting(session: AsyncSession, who: Person, limit: int, offset: int = 0) -> tuple[Waiting, ...]:
    """Statements nobody has read yet, the one due first on top."""
    require(may_do(relations_of(who), Action.REVIEW_ALERT))
    rows = (
        select(StatementRow, FamilyRow.code)
        .where(col(StatementRow.reading).is_(None), col(StatementRow.family_id) == col(FamilyRow.id))
        .order_by(col(StatementRow.noted_at), col(StatementRow.id))
    )
    found = (await session.exec(rows.limit(limit).offset(offset))).all()
    return tuple(_line(row, code) for row, code in found)


async def opened(session: AsyncSession, vault: Vault, who: Person, statement_id: UUID) -> Statement:
    """The words and where they come from. Raises NotYours."""
    require(may_do(relations_of(who), Action.REVIEW_ALERT))
    row = await _row(session, statement_id)
    code = (await session.exec(select(FamilyRow.code).where(FamilyRow.id == row.family_id))).one()
    names = await _names(session, [one for one in (row.noted_by, row.read_by) if one])
    return Statement(
        waiting=_line(row, code),
        quote=vault.unseal(row.quote_sealed, quote_place(row.id)).decode(),
        said_at=row.said_at,
        noted_by="" if row.noted_by_parent else names[row.noted_by],
        noted_by_home=Home(row.noted_by_parent) if row.noted_by_parent else None,
        reading=Reading(row.reading) if row.reading else None,
        read_by=names[row.read_by] if row.read_by else "",
        read_at=row.read_at,
        parents=await parents_of(session, row.family_id),
        innocent=RULE.innocent,
    )


async def read_one(errand: Errand, statement_id: UUID, reading: Reading) -> None:
    """Say how a person reads it; a later reading replaces an earlier one. Raises NotYours, TooLate."""
    require(may_do(relations_of(errand.who), Action.REVIEW_ALERT))
    row = await _row(errand.session, statement_id)
    family = await errand.family(row.family_id, Action.REVIEW_ALERT)
    as_seen = update(StatementRow).where(
        col(StatementRow.id) == row.id, col(StatementRow.read_at).is_not_distinct_from(row.read_at)
    )
    said = {"reading": reading.value, "read_by": errand.who.id, "read_at": errand.now}
    if (await errand.session.exec(as_seen.values(**said))).rowcount != 1:
        raise TooLate("Something changed in the meantime. Look again.")
    await errand.changed(family)
    await errand.record(STREAM, "statement.read", row.id, reading=reading.value)


async def as_facts(session: AsyncSession, family_id: UUID) -> tuple[facts.Message, ...]:
    """For the worker: each statement as it was noted, and once more as it was read. The words are not in it."""
    rows = (
        select(StatementRow).where(StatementRow.family_id == family_id).order_by(col(StatementRow.noted_at))
    )
    found = (await session.exec(rows)).all()
    noted = tuple(_fact(row, row.noted_at, None) for row in found)
    read = tuple(
        _fact(row, row.read_at, Reading(row.reading)) for row in found if row.read_at and row.reading
    )
    return noted + read


def _fact(row: StatementRow, recorded_at: datetime, reading: Reading | None) -> facts.Message:
    return facts.Message(
        recorded_at=recorded_at,
        evidence=_evidence(row),
        id=str(row.id),
        sender=Letter(row.said_by),
        sent_at=row.said_at,
        quote=ELSEWHERE,
        candidate=True,
        reading=reading,
    )


def _evidence(row: StatementRow) -> Evidence:
    """A parent's word is a statement (class C); a professional gives a name (class B)."""
    return Evidence.C if row.noted_by_parent else Evidence.B


def _line(row: StatementRow, code: str) -> Waiting:
    return Waiting(row.id, code, Home(row.said_by), _evidence(row), row.noted_at)


async def _row(session: AsyncSession, statement_id: UUID) -> StatementRow:
    row = (await session.exec(select(StatementRow).where(StatementRow.id == statement_id))).first()
    if row is None:
        raise NotYours
    return row


async def _names(session: AsyncSession, people: Sequence[UUID]) -> Mapping[UUID, str]:
    rows = select(PersonRow.id, PersonRow.name).where(col(PersonRow.id).in_(people))
    return dict((await session.exec(rows)).all())
