"""Rows of signing in and throttling. Tokens are kept as SHA-256, never as themselves."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class SignUpRow(SQLModel, table=True):
    """An account that waits for the code sent to its address. `taken`: the address has an account; the code never fits."""

    __tablename__ = "sign_up"
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str
    name: str
    language: str
    password_hash: str
    taken: bool
    tries: int = 0
    created_at: datetime
    expires_at: datetime = Field(index=True)


class WebSessionRow(SQLModel, table=True):
    __tablename__ = "web_session"
    token_hash: str = Field(primary_key=True)
    id: UUID = Field(default_factory=uuid4)  # what its owner may name to end it
    person_id: UUID = Field(foreign_key="person.id", index=True)
    created_at: datetime
    seen_at: datetime
    fresh_at: datetime  # when a factor was last shown
    ends_at: datetime = Field(index=True)
    waits_for_code: bool = False


class ApiTokenRow(SQLModel, table=True):
    __tablename__ = "api_token"
    __table_args__ = (CheckConstraint("scope IN ('read','write')", name="api_token_scope"),)
    token_hash: str = Field(primary_key=True)
    id: UUID = Field(default_factory=uuid4)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    name: str
    scope: str
    created_at: datetime
    expires_at: datetime
    used_on: date | None = None
    revoked_at: datetime | None = None


class ThrottleRow(SQLModel, table=True):
    """How often one bucket was hit in the current window. Buckets are keyed hashes: no address or name is kept."""

    __tablename__ = "throttle"
    bucket: str = Field(primary_key=True)
    hits: int
    window_ends_at: datetime = Field(index=True)


class JobTroubleRow(SQLModel, table=True):
    """A job that failed for one family: how often, and when it is tried again."""

    __tablename__ = "job_trouble"
    job: str = Field(primary_key=True)
    family_id: UUID = Field(primary_key=True)
    tries: int
    again_at: datetime
