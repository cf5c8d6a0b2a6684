"""Rows of the append-only record: its entries, and the head of each stream that tells where the stream must end."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class JournalRow(SQLModel, table=True):
    __tablename__ = "journal"
    stream: str = Field(primary_key=True, max_length=64)
    number: int = Field(primary_key=True)  # 1, 2, 3 ... without a gap
    at: datetime
    actor_id: UUID | None = None
    action: str
    subject_id: UUID | None = None
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    prev: str
    digest: str


class JournalHead(SQLModel, table=True):
    __tablename__ = "journal_head"
    stream: str = Field(primary_key=True, max_length=64)
    number: int
    digest: str
