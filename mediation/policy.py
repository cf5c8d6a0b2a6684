"""Who may read, write or do what. The matrix and the list of errands are data; what neither grants is denied."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mediation.people import NotYours


class Relation(StrEnum):
    """What a person is to one family, or to one parent's own thing in it: the columns of the matrix."""

    PARENT_SELF = "parent_self"
    OTHER_PARENT = "other_parent"
    CHILD = "child"
    TRUSTED_ADULT = "trusted_adult"
    MEDIATOR = "mediator"
    FAMILY_LAWYER = "family_lawyer_duo"
    PARTY_LAWYER = "own_party_lawyer"
    PSYCHOSOCIAL_EXPERT = "psychosocial_expert"
    REGISTRY = "judge_registry"
    CENTRE_LEGAL = "centre_legal"
    CENTRE_PSYCH = "centre_psych"
    CENTRE_SOCIAL = "centre_social"
    CENTRE_COORDINATOR = "centre_coordinator"
    ADMIN = "tech_admin"
    AUDITOR = "auditor_dpo"
    RESEARCHER = "researcher"


class Thing(StrEnum):
    """The rows of the matrix, by their number there."""

    ACCOUNT = "01"
    PROTECTED_ADDRESS = "02"
    REGISTER_NUMBER = "03"
    CASE_STAGE = "04"
    SCREENING_ANSWERS = "05"
    SAFETY_FLAG = "06"
    CALENDAR = "07"
    SWAPS = "08"
    HANDOVER_NOTES = "09"
    MESSAGES = "10"
    DIARY = "11"
    PLAN_DRAFTS = "12"
    SIGNED_PLAN = "13"
    PROTOCOL = "14"
    SESSION_CONTENT = "15"
    WORKING_NOTES = "16"
    JOINT_FILE = "17"
    PARTY_FILE = "18"
    CHILD_SPACE = "19"
    CHILD_MESSAGE = "20"
    LISTENER_NOTES = "21"
    HEARING_REPORT = "22"
    TRUSTED_ADULT = "23"
    CHILD_HEALTH = "24"
    INCOME = "25"
    EXPENSES = "26"
    DELIBERATION = "27"
    ADVICE = "28"
    DANGER_REPORT = "29"
    COURT_DOCUMENTS = "30"
    CONFLICT_REGISTER = "31"
    ACCESS_LOG = "32"
    STATISTICS = "33"


NEVER_EXPORTED = frozenset(
    {Thing.SESSION_CONTENT, Thing.WORKING_NOTES, Thing.CHILD_SPACE, Thing.LISTENER_NOTES, Thing.DELIBERATION}
)


class Condition(StrEnum):
    """What must hold, beside the relation, before a conditional cell opens; the caller has to prove it."""

    SHARED = "s"  # the author, for joint things both, shares it
    CHILD_VERSION = "c"
    FILED = "F"  # only what is filed with the court
    SEALED_FILING = "F!"
    CONSENT_OR_MANDATE = "C"  # both parents consent, or the court ordered it
    BREAK_GLASS = "E"  # reason given, second person, notice afterwards
    OWN = "o"  # one's own report
    PSEUDONYMISED = "P"
    AGGREGATE = "A"
    METADATA = "M"


@dataclass(frozen=True, slots=True)
class Access:
    """One cell: may read, may write, and only under which condition."""

    read: bool
    write: bool
    only: Condition | None = None


NOTHING = Access(read=False, write=False)
_PLAIN = {
    "O": Access(read=True, write=True),
    "W": Access(read=True, write=True),
    "R": Access(read=True, write=False),
    "-": NOTHING,
}


def _access(letter: str) -> Access:
    if letter in _PLAIN:
        return _PLAIN[letter]
    condition = Condition(letter)  # an unknown letter fails at start, not at the door
    return Access(read=True, write=condition is Condition.OWN, only=condition)


@cache
def matrix() -> Mapping[tuple[Thing, Relation], Access]:
    """All cells of the matrix. Raises ValueError on a row, column or letter that is not known."""
    text = files("mediation").joinpath("data/access_matrix.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    cells = {
        (Thing(row["data"][:2]), Relation(column)): _access(letter)
        for row in rows
        for column, letter in row.items()
        if column != "data"
    }
    return MappingProxyType(cells)


class Action(StrEnum):
    """READ and WRITE ask the matrix about a thing; every other action is an errand and asks the list below."""

    READ = "read"
    WRITE = "write"
    SEE_FAMILY = "see_family"
    EDIT_CHILDREN = "edit_children"
    INVITE = "invite"
    ANSWER_SCREENING = "answer_screening"
    READ_SCREENING = "read_screening"
    LIFT_SAFETY_FLAG = "lift_safety_flag"
    ASK_PROFESSIONAL = "ask_professional"
    END_MANDATE = "end_mandate"
    ADVISE_ROUTE = "advise_route"
    MOVE_PATHWAY = "move_pathway"
    BOOK_SESSION = "book_session"
    SEE_SESSIONS = "see_sessions"
    DRAFT_PLAN = "draft_plan"
    PROPOSE_PLAN = "propose_plan"
    ANSWER_PROPOSAL = "answer_proposal"
    SIGN_PLAN = "sign_plan"
    ANSWER_APART = "answer_apart"
    SEE_APART = "see_apart"
    SEE_CLAUSES = "see_clauses"
    OFFER_CLAUSE = "offer_clause"
    ANSWER_CLAUSE = "answer_clause"
    RECORD_DECISION = "record_decision"
    SEE_PLAN = "see_plan"
    SEE_CALENDAR = "see_calendar"
    KEEP_FEED = "keep_feed"
    REQUEST_TRIP = "request_trip"
    SEE_TRIPS = "see_trips"
    CONSENT = "consent"
    SEE_TRAVEL_RECORD = "see_travel_record"
    NOTE_TRAVEL_DECISION = "note_travel_decision"
    CERTIFY = "certify"
    RECORD_HANDOVER = "record_handover"
    SWAP = "swap"
    AWAY_DAYS = "away_days"
    SEE_ORDERS = "see_orders"
    RECORD_ORDER = "record_order"
    REPORT_WORRY = "report_worry"
    SEE_ALERTS = "see_alerts"
    REVIEW_ALERT = "review_alert"
    SECOND_DECISION = "second_decision"
    VERIFY_JOURNAL = "verify_journal"
    SEE_DOCUMENTS = "see_documents"
    KEEP_DOCUMENTS = "keep_documents"
    NOTE_MEASURE = "note_measure"
    HOLD_DOCUMENTS = "hold_documents"
    EDIT_SCHOOL_CALENDARS = "edit_school_calendars"
    EDIT_HELP_CONTACTS = "edit_help_contacts"
    PREPARE_FACT_SHEET = "prepare_fact_sheet"


_PARENTS = frozenset({Relation.PARENT_SELF, Relation.OTHER_PARENT})
_CENTRE = frozenset(
    {Relation.CENTRE_LEGAL, Relation.CENTRE_PSYCH, Relation.CENTRE_SOCIAL, Relation.CENTRE_COORDINATOR}
)
_LEADS = frozenset({Relation.MEDIATOR, Relation.FAMILY_LAWYER})
_WELFARE = frozenset({Relation.CENTRE_PSYCH, Relation.CENTRE_SOCIAL, Relation.CENTRE_COORDINATOR})

ERRANDS: Mapping[Action, frozenset[Relation]] = MappingProxyType(
    {
        Action.SEE_FAMILY: _PARENTS | _LEADS | _CENTRE,
        Action.EDIT_CHILDREN: _PARENTS,
        Action.INVITE: _PARENTS,
        Action.ANSWER_SCREENING: frozenset({Relation.PARENT_SELF}),
        Action.READ_SCREENING: _WELFARE,
        Action.LIFT_SAFETY_FLAG: _WELFARE,
        Action.ASK_PROFESSIONAL: _PARENTS,
        Action.END_MANDATE: _PARENTS | _LEADS,
        Action.ADVISE_ROUTE: _CENTRE,
        Action.MOVE_PATHWAY: _PARENTS | _LEADS | _CENTRE,
        Action.BOOK_SESSION: _LEADS,
        Action.SEE_SESSIONS: _PARENTS | _LEADS,
        Action.DRAFT_PLAN: _PARENTS,
        Action.PROPOSE_PLAN: _PARENTS,
        Action.ANSWER_PROPOSAL: _PARENTS,
        Action.SIGN_PLAN: _PARENTS,
        Action.ANSWER_APART: _PARENTS,
        Action.SEE_APART: _PARENTS | _LEADS,  # what both have submitted; before that nobody but the author
        # What is talked over clause by clause is row 12 of the matrix: of the centre, its legal discipline.
        Action.SEE_CLAUSES: _PARENTS | _LEADS | frozenset({Relation.CENTRE_LEGAL}),
        Action.OFFER_CLAUSE: _PARENTS | _LEADS,
        Action.ANSWER_CLAUSE: _PARENTS,  # who leads can suggest words, never decide
        Action.RECORD_DECISION: _LEADS | frozenset({Relation.CENTRE_LEGAL}),
        Action.SEE_PLAN: _PARENTS | _LEADS | _CENTRE,
        Action.SEE_CALENDAR: _PARENTS | _LEADS | _CENTRE,
        Action.KEEP_FEED: _PARENTS,
        Action.REQUEST_TRIP: _PARENTS,
        Action.SEE_TRIPS: _PARENTS,
        Action.CONSENT: _PARENTS,
        Action.SEE_TRAVEL_RECORD: _PARENTS | _LEADS | _CENTRE,
        Action.NOTE_TRAVEL_DECISION: _LEADS | _CENTRE,
        Action.CERTIFY: _PARENTS,
        Action.RECORD_HANDOVER: _PARENTS,
        Action.SWAP: _PARENTS,
        Action.AWAY_DAYS: _PARENTS,  # a child in hospital is row 24: others only when a parent shares it
        Action.SEE_ORDERS: _PARENTS | _LEADS | _CENTRE,
        Action.RECORD_ORDER: _LEADS | _CENTRE,
        Action.REPORT_WORRY: _PARENTS | _LEADS,
        Action.SEE_ALERTS: _CENTRE,
        Action.REVIEW_ALERT: _CENTRE,
        Action.SECOND_DECISION: _CENTRE,
        Action.VERIFY_JOURNAL: frozenset({Relation.AUDITOR}),
        # The matrix has no row for a child's papers: who holds one is open to whoever row 07 (calendar) is; the number
        # itself is row 03 (eID data).
        Action.SEE_DOCUMENTS: _PARENTS | _LEADS | _CENTRE,
        Action.KEEP_DOCUMENTS: _PARENTS,
        Action.NOTE_MEASURE: _LEADS | _CENTRE,  # what the family court decided about a document
        Action.HOLD_DOCUMENTS: _CENTRE,  # the centre says what it has received
        Action.EDIT_SCHOOL_CALENDARS: frozenset({Relation.ADMIN, Relation.CENTRE_COORDINATOR}),
        Action.EDIT_HELP_CONTACTS: frozenset({Relation.ADMIN, Relation.CENTRE_COORDINATOR}),
        # For the police, when it happens: of what the one who prepares it may see anyway.
        Action.PREPARE_FACT_SHEET: _PARENTS | _CENTRE,
    }
)

# Never one person in the same family (belgium.md 8.5): whoever seems to be both may do nothing.
_NEVER_BOTH = _LEADS


def may_do(relations: frozenset[Relation], action: Action) -> bool:
    """Whether one of these relations may run this errand."""
    return not relations >= _NEVER_BOTH and not relations.isdisjoint(ERRANDS.get(action, frozenset()))


def may(
    relations: frozenset[Relation],
    action: Action,
    thing: Thing | None = None,
    *,
    disclosed: frozenset[Condition] = frozenset(),
) -> bool:
    """Whether one of these relations may READ or WRITE a thing, or run an errand.

    `disclosed` names the conditions the caller has proved; without them a conditional cell stays shut.
    """
    if thing is None or action not in {Action.READ, Action.WRITE}:
        return thing is None and may_do(relations, action)
    if relations >= _NEVER_BOTH:
        return False
    cells = [matrix().get((thing, relation), NOTHING) for relation in relations]
    return any(
        (cell.read if action is Action.READ else cell.write) and (cell.only is None or cell.only in disclosed)
        for cell in cells
    )


def require(allowed: bool) -> None:  # noqa: FBT001  reads as a sentence: require(may(...))
    """Raises NotYours when not allowed: for the one who asks, the thing is simply not there."""
    if not allowed:
        raise NotYours
