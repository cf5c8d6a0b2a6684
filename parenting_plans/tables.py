"""Rows of plans, trips, handover records and the published agenda. Dumb: `store` translates them to values.

`family_id` is opaque here; free texts that the other parent reads are capped where they are decided, not here.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Index, false, text, true
from sqlmodel import Field, SQLModel


class DraftRow(SQLModel, table=True):
    __tablename__ = "plan_draft"
    __table_args__ = (CheckConstraint("author IN ('A','B')", name="plan_draft_author"),)
    family_id: UUID = Field(primary_key=True)
    author: str = Field(primary_key=True, max_length=1)
    agreed: dict[str, Any] = Field(sa_type=JSON)
    effective_on: date | None = None
    changed_at: datetime


class ProposalRow(SQLModel, table=True):
    __tablename__ = "plan_proposal"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="plan_proposal_by_home"),
        CheckConstraint("status IN ('open','accepted','countered','withdrawn')", name="plan_proposal_status"),
        Index(
            "plan_proposal_one_open",
            "family_id",
            unique=True,
            sqlite_where=text("status = 'open'"),
            postgresql_where=text("status = 'open'"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    by_home: str
    agreed: dict[str, Any] = Field(sa_type=JSON)
    effective_on: date
    status: str
    proposed_at: datetime
    answered_at: datetime | None = None
    counters: UUID | None = Field(default=None, foreign_key="plan_proposal.id", index=True)


class VersionRow(SQLModel, table=True):
    __tablename__ = "plan_version"
    __table_args__ = (Index("plan_version_number_once", "family_id", "number", unique=True),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID
    number: int
    agreed: dict[str, Any] = Field(sa_type=JSON)
    effective_on: date
    digest: str
    accepted_at: datetime
    signatures: int = 0  # how many there are, so that two people cannot sign over each other
    sealed_at: datetime | None = None
    languages: list[str] | None = Field(default=None, sa_type=JSON)


class SignatureRow(SQLModel, table=True):
    __tablename__ = "plan_signature"
    __table_args__ = (CheckConstraint("home IN ('A','B')", name="plan_signature_home"),)
    version_id: UUID = Field(foreign_key="plan_version.id", primary_key=True)
    home: str = Field(primary_key=True, max_length=1)
    signed_at: datetime
    digest: str


class TripRow(SQLModel, table=True):
    __tablename__ = "trip"
    __table_args__ = (
        CheckConstraint("traveller IN ('A','B')", name="trip_traveller"),
        CheckConstraint("status IN ('requested','planned','booked','cancelled')", name="trip_status"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    traveller: str
    children: list[str] = Field(sa_type=JSON)
    status: str
    depart_at: datetime
    return_at: datetime | None = None
    stays: list[dict[str, Any]] = Field(sa_type=JSON)
    transits: list[dict[str, Any]] = Field(sa_type=JSON)
    ticket_out: bool | None = None  # both None: nobody has said
    ticket_return: bool | None = None
    mode: str
    address: str
    phone: str
    carrier: str
    return_details: str
    requested_at: datetime
    changed_at: datetime
    departed_at: datetime | None = None
    returned_at: datetime | None = None
    legs: list[dict[str, Any]] = Field(
        default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"}
    )
    adults: list[str] = Field(default_factory=list, sa_type=JSON, sa_column_kwargs={"server_default": "[]"})
    parent_travels: bool = Field(default=True, sa_column_kwargs={"server_default": true()})
    address_with_centre: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class TripVersionRow(SQLModel, table=True):
    """What a trip said each time it was saved: a return moved later must not hide the return that was agreed."""

    __tablename__ = "trip_version"
    __table_args__ = (Index("trip_version_number_once", "trip_id", "number", unique=True),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    trip_id: UUID = Field(foreign_key="trip.id")
    number: int
    recorded_at: datetime
    said: dict[str, Any] = Field(sa_type=JSON)


class ConsentRow(SQLModel, table=True):
    __tablename__ = "consent"
    __table_args__ = (CheckConstraint("by_home IN ('A','B')", name="consent_by_home"),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    trip_id: UUID | None = Field(default=None, foreign_key="trip.id", index=True)
    by_home: str
    children: list[str] = Field(sa_type=JSON)
    countries: list[str] = Field(sa_type=JSON)
    valid_from: date
    valid_to: date
    given_at: datetime
    withdrawn_at: datetime | None = None
    ends_at: datetime | None = None  # the moment from which the withdrawal counts
    tell_at: datetime | None = Field(default=None, index=True)  # when the other parent is told of it
    adults: list[str] | None = Field(default=None, sa_type=JSON)  # none: no limit
    transit: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    return_on: date | None = None
    residence: str = Field(default="BE", sa_column_kwargs={"server_default": "BE"})
    conditions: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ObjectionRow(SQLModel, table=True):
    __tablename__ = "objection"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="objection_by_home"),
        Index(
            "objection_one_standing",
            "trip_id",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    trip_id: UUID = Field(foreign_key="trip.id", index=True)
    by_home: str
    reason: str
    made_at: datetime
    withdrawn_at: datetime | None = None


class HandoverRecordRow(SQLModel, table=True):
    __tablename__ = "handover_record"
    __table_args__ = (
        CheckConstraint("from_home IN ('A','B')", name="handover_record_from_home"),
        CheckConstraint("to_home IN ('A','B')", name="handover_record_to_home"),
        CheckConstraint("recorded_by IN ('A','B')", name="handover_record_recorded_by"),
        CheckConstraint("outcome IN ('took_place','late','missed')", name="handover_record_outcome"),
        CheckConstraint("absent IN ('giver','receiver','both')", name="handover_record_absent"),
        Index("handover_record_once", "family_id", "child_id", "due_at", "recorded_by", unique=True),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID
    child_id: UUID
    due_at: datetime
    from_home: str
    to_home: str
    outcome: str
    delivered_at: datetime | None = None
    in_contact: bool | None = None
    recorded_by: str
    recorded_at: datetime
    absent: str | None = None
    text: str = Field(default="", sa_column_kwargs={"server_default": ""})


class CalendarEntryRow(SQLModel, table=True):
    __tablename__ = "calendar_entry"
    __table_args__ = (
        CheckConstraint("side IN ('A','B')", name="calendar_entry_side"),
        CheckConstraint("kind IN ('stay','session')", name="calendar_entry_kind"),
        Index("calendar_entry_of_side", "family_id", "side"),
    )
    uid: str = Field(primary_key=True, max_length=64)  # differs per family and side, and tells neither
    family_id: UUID
    side: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    sequence: int
    changed_at: datetime
    withdrawn_at: datetime | None = None


class PlanDocumentRow(SQLModel, table=True):
    """What the sealed document of a version says, word for word, so that a later wording changes no signed paper."""

    __tablename__ = "plan_document"
    version_id: UUID = Field(foreign_key="plan_version.id", primary_key=True)
    family_id: UUID = Field(index=True)
    code_hash: str = Field(
        index=True, unique=True, max_length=64
    )  # of the code printed on it, which is kept nowhere
    said: dict[str, Any] = Field(sa_type=JSON)


class PlanReviewRow(SQLModel, table=True):
    __tablename__ = "plan_review"
    __table_args__ = (
        CheckConstraint("kind IN ('ordinary','thorough')", name="plan_review_kind"),
        Index(
            "plan_review_one_open",
            "family_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    version_id: UUID = Field(foreign_key="plan_version.id", index=True)
    kind: str
    planned_on: date
    due_on: date
    closed_at: datetime | None = None
    overtaken: bool = False
    remind_at: datetime | None = Field(default=None, index=True)  # None: closed
    steps: int = 0  # answers and postponements so far, so that two people cannot act over each other


class PlanReviewStepRow(SQLModel, table=True):
    """What a parent did with a review: answered, or postponed it. Never changed."""

    __tablename__ = "plan_review_step"
    __table_args__ = (
        CheckConstraint("home IN ('A','B')", name="plan_review_step_home"),
        CheckConstraint("said IN ('stays','change','postponed')", name="plan_review_step_said"),
    )
    review_id: UUID = Field(foreign_key="plan_review.id", primary_key=True)
    number: int = Field(primary_key=True)
    home: str
    said: str
    at: datetime
    from_day: date | None = None
    to_day: date | None = None


class SwapRow(SQLModel, table=True):
    __tablename__ = "swap"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="swap_by_home"),
        CheckConstraint("home IN ('A','B')", name="swap_home"),
        CheckConstraint("make_up IN ('none','back','later')", name="swap_make_up"),
        CheckConstraint(
            "status IN ('open','accepted','refused','countered','withdrawn')", name="swap_status"
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    by_home: str
    children: list[str] = Field(sa_type=JSON)
    home: str
    starts_at: datetime
    ends_at: datetime
    make_up: str
    back_starts_at: datetime | None = None
    back_ends_at: datetime | None = None
    respond_by: datetime
    status: str
    asked_at: datetime
    answered_at: datetime | None = None
    counters: UUID | None = Field(default=None, foreign_key="swap.id", index=True)
    undoes: UUID | None = Field(default=None, foreign_key="swap.id", index=True)
    makes_up_for: UUID | None = Field(default=None, foreign_key="swap.id", index=True)
    settled_at: datetime | None = None


class CareOfferRow(SQLModel, table=True):
    __tablename__ = "care_offer"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="care_offer_by_home"),
        CheckConstraint("status IN ('open','accepted','declined','withdrawn')", name="care_offer_status"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    by_home: str
    children: list[str] = Field(sa_type=JSON)
    starts_at: datetime
    ends_at: datetime
    respond_by: datetime
    threshold: int
    status: str
    offered_at: datetime
    answered_at: datetime | None = None


class OrderRow(SQLModel, table=True):
    """What a professional noted of a court's decision. A correction or an end is one more row; none is ever changed."""

    __tablename__ = "court_order"
    __table_args__ = (
        CheckConstraint("kind IN ('interim','protective')", name="court_order_kind"),
        CheckConstraint("measure IN ('residence','no_contact')", name="court_order_measure"),
        Index("court_order_number_once", "order_id", "number", unique=True),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    order_id: UUID
    number: int
    family_id: UUID = Field(index=True)
    kind: str
    measure: str
    homes: list[list[str]] = Field(sa_type=JSON)  # [child, home]
    reference: str  # read by professionals alone
    decided_on: date
    starts_at: datetime
    ends_at: datetime | None = None
    ended_at: datetime | None = None
    recorded_by: UUID  # a person; parents never learn who
    recorded_at: datetime


class SheetRow(SQLModel, table=True):
    """One parent's sealed answers to a section. Nothing but its author's own requests reads it before `opened_at`."""

    __tablename__ = "plan_sheet"
    __table_args__ = (CheckConstraint("author IN ('A','B')", name="plan_sheet_author"),)
    family_id: UUID = Field(primary_key=True)
    section: str = Field(primary_key=True, max_length=1)
    round: int = Field(primary_key=True)
    author: str = Field(primary_key=True, max_length=1)
    agreed: dict[str, Any] = Field(sa_type=JSON)
    changed_at: datetime
    submitted_at: datetime | None = None
    opened_at: datetime | None = None
    again_at: datetime | None = None
    closed_at: datetime | None = None


class ClauseOfferRow(SQLModel, table=True):
    __tablename__ = "clause_offer"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="clause_offer_by_home"),
        CheckConstraint(
            "status IN ('open','accepted','countered','refused','withdrawn')", name="clause_offer_status"
        ),
        CheckConstraint("accepted_by IN ('','A','B','AB')", name="clause_offer_accepted_by"),
        Index(
            "clause_offer_one_open",
            "family_id",
            "clause",
            unique=True,
            sqlite_where=text("status = 'open'"),
            postgresql_where=text("status = 'open'"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    clause: str
    by_home: str | None = None  # None: neutral wording of a professional
    author_id: UUID
    answers: dict[str, Any] = Field(sa_type=JSON)
    note: str
    status: str
    made_at: datetime
    answered_at: datetime | None = None
    counters: UUID | None = Field(default=None, foreign_key="clause_offer.id", index=True)
    accepted_by: str = ""  # the homes that said yes


class ClauseDecisionRow(SQLModel, table=True):
    """What a court approved or decided about a clause, as a professional recorded it. Never changed, only followed."""

    __tablename__ = "clause_decision"
    __table_args__ = (
        CheckConstraint("kind IN ('homologated','ordered','lifted')", name="clause_decision_kind"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    clause: str
    kind: str
    answers: dict[str, Any] = Field(sa_type=JSON)
    reference: str
    decided_on: date
    recorded_by: UUID
    recorded_at: datetime


class SchoolDatesRow(SQLModel, table=True):
    """What staff noted of a Community's school calendar. A correction or a withdrawal is one more row; none is ever changed."""

    __tablename__ = "school_dates"
    __table_args__ = (
        CheckConstraint("community IN ('FL','FR','DG')", name="school_dates_community"),
        CheckConstraint("confidence IN ('high','medium','low')", name="school_dates_confidence"),
        Index("school_dates_number_once", "community", "year", "holiday", "number", unique=True),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    community: str
    year: int
    holiday: str
    number: int
    first: date
    last: date
    source: str
    confidence: str
    withdrawn: bool = False
    noted_by: UUID
    noted_at: datetime


class MonthShareRow(SQLModel, table=True):
    """One parent lets the other read what they noted about a month. A row is ended, never taken away."""

    __tablename__ = "month_share"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="month_share_by_home"),
        Index(
            "month_share_one_open",
            "family_id",
            "by_home",
            "month",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    by_home: str
    month: date
    shared_at: datetime
    ended_at: datetime | None = None


class ChildDocumentRow(SQLModel, table=True):
    """One paper of a child. What became of it stands in its events; `warn_at` is when its end is next told."""

    __tablename__ = "child_document"
    __table_args__ = (CheckConstraint("by_home IN ('A','B')", name="child_document_by_home"),)
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    child_id: UUID
    kind: str
    country: str
    by_home: str
    entered_at: datetime
    centre_only: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    warn_at: datetime | None = Field(default=None, index=True)


class DocumentEventRow(SQLModel, table=True):
    """What was noted about a document, or about a child's documents. Never changed; a correction is one more row."""

    __tablename__ = "document_event"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="document_event_by_home"),
        Index("document_event_number_once", "family_id", "number", unique=True),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID
    child_id: UUID
    document_id: UUID | None = Field(default=None, foreign_key="child_document.id", index=True)
    number: int
    kind: str
    happened_on: date
    noted_at: datetime
    by_home: str | None = None  # none: a professional
    person_id: UUID
    centre_only: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    said: dict[str, Any] = Field(sa_type=JSON)
    number_sealed: bytes | None = None


class DocumentReceiptRow(SQLModel, table=True):
    __tablename__ = "document_receipt"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="document_receipt_by_home"),
        CheckConstraint("about IN ('handover','custodian')", name="document_receipt_about"),
        CheckConstraint(
            "status IN ('open','confirmed','refused','withdrawn')", name="document_receipt_status"
        ),
        Index(
            "document_receipt_one_open",
            "document_id",
            "about",
            unique=True,
            sqlite_where=text("status = 'open'"),
            postgresql_where=text("status = 'open'"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    document_id: UUID = Field(foreign_key="child_document.id")
    about: str
    giver: str
    receiver: str
    by_home: str
    made_at: datetime
    status: str
    centre_only: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    due_back: datetime | None = None
    released_at: datetime | None = None
    answered_at: datetime | None = None


class TripDelayRow(SQLModel, table=True):
    """ "We are late", as its traveller said it. The proof is sealed; it is for the centre."""

    __tablename__ = "trip_delay"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="trip_delay_by_home"),
        CheckConstraint("cause IN ('carrier','health','authority','road','other')", name="trip_delay_cause"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    trip_id: UUID = Field(foreign_key="trip.id", index=True)
    by_home: str
    cause: str
    reference: str
    new_return_at: datetime
    proof_sealed: bytes | None = None
    said_at: datetime


class TripConfirmationRow(SQLModel, table=True):
    __tablename__ = "trip_confirmation"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="trip_confirmation_by_home"),
        CheckConstraint("what IN ('left','back','not_back')", name="trip_confirmation_what"),
        Index("trip_confirmation_once", "trip_id", "what", "by_home", unique=True),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    trip_id: UUID = Field(foreign_key="trip.id")
    what: str
    by_home: str
    at: datetime
    said_at: datetime


class TripWatchRow(SQLModel, table=True):
    """When the children of a trip are due, and from when both parents are asked about it (none: not any more)."""

    __tablename__ = "trip_watch"
    trip_id: UUID = Field(foreign_key="trip.id", primary_key=True)
    family_id: UUID = Field(index=True)
    due_at: datetime | None = None
    ask_at: datetime | None = Field(default=None, index=True)


class AwayDaysRow(SQLModel, table=True):
    """Days of children at a camp or in hospital, as one parent noted them. Without a place or a reason."""

    __tablename__ = "away_days"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="away_days_by_home"),
        CheckConstraint("why IN ('camp','hospital')", name="away_days_why"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    by_home: str
    why: str
    children: list[str] = Field(sa_type=JSON)
    starts_at: datetime
    ends_at: datetime
    noted_at: datetime
    changed_at: datetime
    removed_at: datetime | None = None


class CertificateKeyRow(SQLModel, table=True):
    """A key that signs certificates. The highest number signs; the others still verify. None is ever removed."""

    __tablename__ = "certificate_key"
    __table_args__ = (Index("certificate_key_number_once", "number", unique=True),)
    kid: str = Field(primary_key=True, max_length=43)  # thumbprint, RFC 7638
    number: int
    public: str  # base64url
    secret_sealed: bytes
    created_at: datetime


class CertificateRow(SQLModel, table=True):
    """A certificate that was issued. Neither its code nor its text can be read from a copy of the database."""

    __tablename__ = "certificate"
    __table_args__ = (
        Index("certificate_serial_once", "serial_hash", unique=True),
        Index("certificate_digest_once", "digest", unique=True),
        Index(
            "certificate_one_standing",
            "permission_id",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    permission_id: UUID = Field(index=True)  # the consent, or the permission of a court
    by_court: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    kid: str = Field(foreign_key="certificate_key.kid", index=True)
    serial_hash: str = Field(max_length=64)
    digest: str = Field(max_length=64)  # of the signed text
    sealed: bytes  # the signed text and the conditions in full
    issued_at: datetime
    ends_at: datetime
    replaced_at: datetime | None = None


class TravelDecisionRow(SQLModel, table=True):
    """What a court decided about travel, as a professional noted it."""

    __tablename__ = "travel_decision"
    __table_args__ = (
        CheckConstraint("kind IN ('permission','ban')", name="travel_decision_kind"),
        CheckConstraint("about IN ('A','B')", name="travel_decision_about"),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    kind: str
    about: str | None = None  # none: both parents
    children: list[str] = Field(sa_type=JSON)
    countries: list[str] = Field(sa_type=JSON)
    valid_from: date
    valid_to: date | None = None
    court: str
    reference: str
    decided_on: date
    recorded_by: UUID
    recorded_at: datetime
    ended_at: datetime | None = None


class TravelWishRow(SQLModel, table=True):
    """ "No travel without my written consent": a parent's dated wish, not shown to the other parent."""

    __tablename__ = "travel_wish"
    __table_args__ = (
        CheckConstraint("by_home IN ('A','B')", name="travel_wish_by_home"),
        Index(
            "travel_wish_one_standing",
            "family_id",
            "by_home",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )
    id: UUID = Field(default_factory=uuid4, primary_key=True)
    family_id: UUID = Field(index=True)
    by_home: str
    reason: str
    made_at: datetime
    withdrawn_at: datetime | None = None


class TripAddressRow(SQLModel, table=True):
    """Where the children of a trip stay, sealed for the centre; beside the trip, whose versions never hold it."""

    __tablename__ = "trip_address"
    trip_id: UUID = Field(foreign_key="trip.id", primary_key=True)
    family_id: UUID = Field(index=True)
    sealed: bytes
