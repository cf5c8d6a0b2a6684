"""Rows of people, families and their way through mediation. Dumb: `people`, `families` and the use cases translate."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Index
from sqlmodel import Field, SQLModel


class PersonRow(SQLModel, table=True):
    __tablename__ = "person"
    __table_args__ = (
        Index("person_email_once", "email", unique=True),
        CheckConstraint("language IN ('nl','fr','de','en')", name="person_language"),
        CheckConstraint(
            "profession IN ('none','mediator','family_lawyer','centre_legal','centre_psych',"
            "'centre_social','centre_coordinator','admin')",
            name="person_profession",
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    email: str  # lower case
    name: str
    language: str
    profession: str = "none"
    accreditation: str = ""
    password_hash: str
    totp_sealed: bytes | None = None
    totp_used_step: int = 0  # a code opens the door once
    created_at: datetime


class FamilyRow(SQLModel, table=True):
    __tablename__ = "family"
    __table_args__ = (Index("family_code_once", "code", unique=True),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    code: str  # what the centre says on the telephone instead of a name
    opened_at: datetime


class ParentRow(SQLModel, table=True):
    __tablename__ = "parent"
    __table_args__ = (
        Index("parent_home_once", "family_id", "home", unique=True),
        Index("parent_person_once", "family_id", "person_id", unique=True),
        CheckConstraint("home IN ('A','B')", name="parent_home"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    home: str
    joined_at: datetime


class ChildRow(SQLModel, table=True):
    __tablename__ = "child"
    __table_args__ = (CheckConstraint("community IN ('FL','FR','DG')", name="child_community"),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    given_name: str
    born: date
    community: str
    added_at: datetime


class InvitationRow(SQLModel, table=True):
    """An invitation to the other parent. Only the SHA-256 of the link's token is kept."""

    __tablename__ = "invitation"
    __table_args__ = (Index("invitation_token_once", "token_hash", unique=True),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    invited_by: UUID = Field(foreign_key="person.id")
    address: str
    language: str
    token_hash: str
    created_at: datetime
    expires_at: datetime
    spent_at: datetime | None = None
    withdrawn_at: datetime | None = None


class MandateRow(SQLModel, table=True):
    __tablename__ = "mandate"
    __table_args__ = (
        CheckConstraint("role IN ('mediator','family_lawyer')", name="mandate_role"),
        Index("mandate_person_family", "person_id", "family_id"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    person_id: UUID = Field(foreign_key="person.id")
    role: str
    asked_at: datetime
    agreed_a_at: datetime | None = None
    agreed_b_at: datetime | None = None
    accepted_at: datetime | None = None
    conflict_clear_at: datetime | None = None  # "neither I nor my office acted for either of you"
    declined_at: datetime | None = None
    ends_at: datetime
    ended_at: datetime | None = None
    barred_at: datetime | None = None  # the family lawyer withdrew and may never act here again


class ScreeningRow(SQLModel, table=True):
    """The private safety screen of one parent. Answers are sealed; nothing else in the service reads this table."""

    __tablename__ = "screening"
    __table_args__ = (
        Index("screening_once", "family_id", "home", unique=True),
        CheckConstraint("home IN ('A','B')", name="screening_home"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    home: str
    answers_sealed: bytes
    outcome_sealed: bytes
    answered_at: datetime
    cleared_once_by: UUID | None = None
    cleared_by: UUID | None = None


class StatementRow(SQLModel, table=True):
    """What a parent said or wrote, as somebody noted it. For the centre; of the words only sealed ones are kept."""

    __tablename__ = "statement"
    __table_args__ = (
        CheckConstraint("said_by IN ('A','B')", name="statement_said_by"),
        CheckConstraint("noted_by_parent IN ('','A','B')", name="statement_noted_by_parent"),
        CheckConstraint("reading IN ('threat','ambiguous','none')", name="statement_reading"),
        Index("statement_waiting", "reading", "noted_at"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    said_by: str
    said_at: datetime
    quote_sealed: bytes
    noted_by: UUID = Field(foreign_key="person.id", index=True)
    noted_by_parent: str = ""  # the home of a parent who noted it; empty: a professional did
    noted_at: datetime
    reading: str | None = None  # None: no person at the centre has read it yet
    read_by: UUID | None = Field(default=None, foreign_key="person.id")
    read_at: datetime | None = None


class PathwayRow(SQLModel, table=True):
    __tablename__ = "pathway"
    family_id: UUID = Field(foreign_key="family.id", primary_key=True)
    pathway: str
    stage: str
    since: datetime
    yes: list[list[str]] = Field(default_factory=list, sa_type=JSON)  # [move, actor]
    facts: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # what was recorded -> when
    advice: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # discipline -> who advised the route
    changes: int = 0  # compare-and-swap


class SessionRow(SQLModel, table=True):
    __tablename__ = "mediation_session"
    __table_args__ = (
        CheckConstraint("kind IN ('joint','separate')", name="mediation_session_kind"),
        CheckConstraint("status IN ('booked','cancelled')", name="mediation_session_status"),
        Index("mediation_session_day", "professional_id", "starts_at"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id", index=True)
    professional_id: UUID = Field(foreign_key="person.id")
    kind: str
    invited: list[str] = Field(default_factory=list, sa_type=JSON)  # homes
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    status: str = "booked"
    changed_at: datetime


class FeedRow(SQLModel, table=True):
    """One device's subscription to one parent's calendar. Only the SHA-256 of its token is kept."""

    __tablename__ = "feed"
    __table_args__ = (Index("feed_token_once", "token_hash", unique=True),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    person_id: UUID = Field(foreign_key="person.id", index=True)
    family_id: UUID = Field(foreign_key="family.id")
    name: str
    token_hash: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None
    fetched_on: date | None = None


class FeedCopyRow(SQLModel, table=True):
    """The bytes a parent's feeds answer with, made when the calendar changes, so that a 304 renders nothing."""

    __tablename__ = "feed_copy"
    __table_args__ = (Index("feed_copy_once", "family_id", "home", unique=True),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(foreign_key="family.id")
    home: str
    etag: str
    body: bytes
    changed_at: datetime
    refresh_at: datetime = Field(index=True)  # when the window must move on


class FeedViewRow(SQLModel, table=True):
    """What one device gets instead of its owner's plain calendar: how much it is told, what it was told, the bytes."""

    __tablename__ = "feed_view"
    __table_args__ = (CheckConstraint("level IN ('full','times','here_away')", name="feed_view_level"),)
    feed_id: UUID = Field(primary_key=True, foreign_key="feed.id")
    level: str
    children: list[str] = Field(default_factory=list, sa_type=JSON)  # ids; empty: all
    labels: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # id -> the owner's own short sign
    entries: list[list[Any]] = Field(default_factory=list, sa_type=JSON)
    etag: str = ""
    body: bytes = b""
    changed_at: datetime


class FeedFetchRow(SQLModel, table=True):
    """A program asked for a device's calendar; noted once an hour, for its owner alone. Never from where."""

    __tablename__ = "feed_fetch"
    __table_args__ = (
        CheckConstraint(
            "program IN ('google','apple','outlook','thunderbird','android','nextcloud','browser','other')",
            name="feed_fetch_program",
        ),
        Index("feed_fetch_of_feed", "feed_id", "at"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    feed_id: UUID = Field(foreign_key="feed.id")
    at: datetime
    program: str


class HelpContactRow(SQLModel, table=True):
    """What staff noted of a number for urgent help. A correction or a withdrawal is one more row; none is ever changed."""

    __tablename__ = "help_contact"
    __table_args__ = (
        CheckConstraint("part IN ('urgent','child','law','violence','young')", name="help_contact_part"),
        CheckConstraint("certainty IN ('own','reported','unconfirmed')", name="help_contact_certainty"),
        Index("help_contact_number_once", "contact", "number", unique=True),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    contact: str
    number: int
    withdrawn: bool = False
    part: str  # of the page
    texts: dict[str, dict[str, str]] = Field(default_factory=dict, sa_type=JSON)  # name, about, hours, unsure
    numbers: list[str] = Field(default_factory=list, sa_type=JSON)
    email: str = ""
    always: bool = False
    free: bool | None = None
    languages: list[str] = Field(default_factory=list, sa_type=JSON)
    source: str
    checked_on: date
    certainty: str
    valid_from: date
    valid_to: date | None = None
    noted_by: UUID = Field(foreign_key="person.id")
    noted_at: datetime
