"""A message is a row before it is a call: stored in the transaction of what it tells, and never twice."""

from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel.ext.asyncio.session import AsyncSession

from notifications.tables import OutboxRow
from notifications.values import Message
from notifications.wording import wording_of


async def enqueue(
    session: AsyncSession, message: Message, now: datetime, not_before: datetime | None = None
) -> None:
    """Store a message to be sent from `not_before` (or now). One whose key is known already is silently left out.

    Raises KeyError for a kind that has no wording and ValueError for a fact that its wording does not know.
    """
    wording_of(message.kind).check(message.facts)
    row = OutboxRow(
        to_id=message.to,
        kind=message.kind,
        dedupe_key=message.dedupe_key,
        facts=dict(message.facts),
        stored_at=now,
        due_at=max(now, not_before) if not_before else now,
    )
    # Checking first and inserting after would let two requests both pass; the database decides instead.
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    await session.exec(insert(OutboxRow).values(**row.model_dump()).on_conflict_do_nothing())
