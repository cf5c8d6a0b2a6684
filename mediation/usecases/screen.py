"""The private safety screen. Its answers are sealed in a table that only this file reads."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import screening
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.people import NotYours
from mediation.policy import Action
from mediation.refusals import Refused, TooLate
from mediation.tables import ScreeningRow
from mediation.vault import Vault
from parenting_plans.values import Home


@dataclass(frozen=True, slots=True)
class Screened:
    """What the rest of the service may know: that a parent answered, and whether a person must look first."""

    home: Home
    flag: bool
    lifted: bool
    judged_by: frozenset[UUID] = frozenset()  # who found joint work safe in spite of the flag


@dataclass(frozen=True, slots=True)
class Answered:
    """For the centre alone: one parent's answers, opened for reading."""

    home: Home
    answers: Mapping[str, str]
    outcome: screening.Outcome
    lifted_by: tuple[UUID, ...]


def _place(row_id: UUID, column: str) -> str:
    return f"screening:{row_id}:{column}"


async def answer(errand: Errand, family_id: UUID, answers: Mapping[str, str]) -> None:
    """Keep one parent's answers. Later answers replace earlier ones and take back any lifting of a flag."""
    family = await errand.family(family_id, Action.ANSWER_SCREENING)
    home = family.own_home
    problems = screening.problems_of(answers)
    if problems:
        raise Refused(*problems)
    vault = errand.keys.vault
    row = await _row(errand.session, family.id, home)
    if row is None:
        row = ScreeningRow(
            id=errand.new_id(),
            family_id=family.id,
            home=home.value,
            answers_sealed=b"",
            outcome_sealed=b"",
            answered_at=errand.now,
        )
    outcome = screening.outcome(answers)
    row.answers_sealed = vault.seal(json.dumps(dict(answers)).encode(), _place(row.id, "answers"))
    row.outcome_sealed = vault.seal(b"1" if outcome.flag else b"0", _place(row.id, "outcome"))
    row.answered_at, row.cleared_once_by, row.cleared_by = errand.now, None, None
    errand.session.add(row)
    await errand.session.flush()
    await errand.record(stream_of(family.id), "screening.answered", row.id)
    # Whatever the answers are: the centre looks, and nobody can read a worry from the fact that a message went out.
    await errand.tell_centre(f"screening:{row.id}:{errand.now.isoformat(timespec='seconds')}")


async def _row(session: AsyncSession, family_id: UUID, home: Home) -> ScreeningRow | None:
    rows = select(ScreeningRow).where(ScreeningRow.family_id == family_id, ScreeningRow.home == home.value)
    return (await session.exec(rows)).first()


async def screened(session: AsyncSession, vault: Vault, family_id: UUID) -> tuple[Screened, ...]:
    """Flags only, for guards. Never the answers."""
    rows = (await session.exec(select(ScreeningRow).where(ScreeningRow.family_id == family_id))).all()
    return tuple(
        Screened(
            Home(row.home),
            vault.unseal(row.outcome_sealed, _place(row.id, "outcome")) == b"1",
            row.cleared_once_by is not None and row.cleared_by is not None,
            frozenset(_judges(row)),
        )
        for row in rows
    )


def _judges(row: ScreeningRow) -> tuple[UUID, ...]:
    return tuple(person for person in (row.cleared_once_by, row.cleared_by) if person)


async def has_answered(session: AsyncSession, family: Family) -> bool:
    return await _row(session, family.id, family.own_home) is not None


async def read(errand: Errand, family_id: UUID) -> tuple[Answered, ...]:
    """The answers, for the disciplines that may read them. Every reading is recorded in the centre's own stream."""
    family = await errand.family(family_id, Action.READ_SCREENING)
    rows = select(ScreeningRow).where(ScreeningRow.family_id == family.id).order_by(col(ScreeningRow.home))
    found = tuple(_opened(errand.keys.vault, row) for row in (await errand.session.exec(rows)).all())
    await errand.record("centre", "screening.read", family.id)
    return found


def _opened(vault: Vault, row: ScreeningRow) -> Answered:
    answers = json.loads(vault.unseal(row.answers_sealed, _place(row.id, "answers")))
    return Answered(Home(row.home), answers, screening.outcome(answers), _judges(row))


async def lift(errand: Errand, family_id: UUID, home: Home) -> None:
    """Judge joint work safe in spite of a flag. Two different professionals must; the second one's word counts."""
    family = await errand.family(family_id, Action.LIFT_SAFETY_FLAG)
    row = await _row(errand.session, family.id, home)
    if row is None:
        raise NotYours
    if errand.keys.vault.unseal(row.outcome_sealed, _place(row.id, "outcome")) != b"1":
        raise TooLate("There is no flag to lift.")
    if errand.who.id in {row.cleared_once_by, row.cleared_by}:
        raise TooLate("You have already given your judgement. A second professional must give theirs.")
    column = "cleared_once_by" if row.cleared_once_by is None else "cleared_by"
    free = update(ScreeningRow).where(col(ScreeningRow.id) == row.id, getattr(ScreeningRow, column).is_(None))
    if (await errand.session.exec(free.values(**{column: errand.who.id}))).rowcount != 1:
        raise TooLate("Someone else judged this in the meantime. Look again.")
    await errand.record("centre", "screening.flag_lifted", family.id, home=home.value)
