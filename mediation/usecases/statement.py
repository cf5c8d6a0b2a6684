"""What was said or written that worries somebody: a parent or a professional notes it, the centre alone reads it.

Whatever is noted, the same is written, told and answered. What the centre makes of it is not in this file's reach.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.tables import StatementRow
from mediation.vault import Vault
from parenting_plans.values import Home, Problem

LONGEST = 1000
YEARS_BACK = 10
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Said:
    """`by` None: the other parent of the parent who notes it; a professional names the home."""

    at: datetime
    quote: str
    by: Home | None = None


@dataclass(frozen=True, slots=True)
class Mine:
    """One's own text, as it was typed. What became of it is not told."""

    at: datetime
    quote: str
    noted_at: datetime


def quote_place(statement_id: UUID) -> str:
    return f"statement:{statement_id}:quote"


async def note(errand: Errand, family_id: UUID, said: Said) -> None:
    """Keep the words sealed, tell everyone at the centre, have the family looked at. Raises NotYours, Refused."""
    family = await errand.family(family_id, Action.REPORT_WORRY)
    by = family.home.other if family.home else said.by
    problems = tuple(_problems(said, errand.now))
    if by is None:
        problems = (Problem("said_by", "Choose one of the options."), *problems)
    if by is None or problems:
        raise Refused(*problems)
    id = errand.new_id()
    errand.session.add(
        StatementRow(
            id=id,
            family_id=family.id,
            said_by=by.value,
            said_at=said.at,
            quote_sealed=errand.keys.vault.seal(said.quote.encode(), quote_place(id)),
            noted_by=errand.who.id,
            noted_by_parent=family.home.value if family.home else "",
            noted_at=errand.now,
        )
    )
    await errand.session.flush()
    await errand.changed(family)
    await errand.tell_centre(f"statement:{id}")
    await errand.record("centre", "statement.noted", id)  # last: the centre's stream is locked from here


def _problems(said: Said, now: datetime) -> Iterator[Problem]:
    if said.at.year < now.year - YEARS_BACK:
        yield Problem("said_at", "Give a time in the last {n} years.", {"n": str(YEARS_BACK)})
    elif said.at > now:
        yield Problem("said_at", "Give a time that is not in the future.")
    if not said.quote.strip():
        yield Problem("quote", "Fill in this field.")
    if len(said.quote) > LONGEST:
        yield Problem("quote", "Use at most {n} characters.", {"n": str(LONGEST)})


async def mine(session: AsyncSession, vault: Vault, family: Family) -> tuple[Mine, ...]:
    """What this person noted in this family, newest first."""
    rows = (
        select(StatementRow)
        .where(StatementRow.family_id == family.id, StatementRow.noted_by == family.viewer.id)
        .order_by(col(StatementRow.noted_at).desc(), col(StatementRow.id))
    )
    return tuple(
        Mine(row.said_at, vault.unseal(row.quote_sealed, quote_place(row.id)).decode(), row.noted_at)
        for row in (await session.exec(rows.limit(SHOWN))).all()
    )
