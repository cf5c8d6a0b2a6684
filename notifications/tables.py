"""The outbox: one row per message. A row with nothing left to do has no `due_at`, so looking costs what is due."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel


class OutboxRow(SQLModel, table=True):
    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_dedupe_key", "dedupe_key", unique=True),
        Index("ix_outbox_due_at", "due_at", "id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    to_id: UUID
    kind: str
    dedupe_key: str
    facts: dict[str, Any] = Field(sa_type=JSON)
    stored_at: datetime
    due_at: datetime | None = None  # while a worker has it: when its lease ends
    claimed_at: datetime | None = None
    claimed_by: str | None = None
    attempts: int = 0
    sent_at: datetime | None = None
    gave_up_at: datetime | None = None
    reference: str | None = None  # what the other side answered
    last_error: str | None = None  # a code, never an address or a text
