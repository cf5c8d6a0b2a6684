"""How the store reads and writes rows: always fresh, a new row only once, a change that only one person can win."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from parenting_plans.errors import ChangedMeanwhile, Refusal

Row = TypeVar("Row", bound=SQLModel)

# A row that this session has seen before must be read again: changes go past the session's memory.
_FRESH = {"populate_existing": True}


async def every(session: AsyncSession, wanted: SelectOfScalar[Row]) -> Sequence[Row]:
    return (await session.exec(wanted, execution_options=_FRESH)).all()


async def one(session: AsyncSession, wanted: SelectOfScalar[Row], otherwise: type[Refusal]) -> Row:
    """The only row; raises `otherwise` when there is none."""
    row = (await session.exec(wanted, execution_options=_FRESH)).one_or_none()
    if row is None:
        raise otherwise
    return row


async def add(session: AsyncSession, *rows: SQLModel, otherwise: type[Refusal] = ChangedMeanwhile) -> None:
    """Insert the rows; raises `otherwise` when somebody stored the like first. The transaction cannot go on then."""
    session.add_all(rows)
    try:
        await session.flush()
    except IntegrityError as clash:
        raise otherwise from clash


async def change(session: AsyncSession, wanted: Update, otherwise: type[Refusal]) -> None:
    """Run an update that names the old state; raises `otherwise` when no row was in that state any more."""
    changed = await session.exec(wanted, execution_options={"synchronize_session": False})
    if changed.rowcount != 1:
        raise otherwise
