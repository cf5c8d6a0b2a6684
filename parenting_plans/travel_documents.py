"""The register of a child's documents: what each is, what happened to it, and who holds it. Pure.

A document is what its events and confirmed receipts say; an event is never changed. A correction is one more event,
and what is kept with the centre only is not folded into what anyone else sees. Facts: risk catalogue R19 to R24.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans import document_kinds
from parenting_plans.countries import HOME, is_country
from parenting_plans.document_kind import DocumentKind
from parenting_plans.values import ZONE, Agreed, Child, Home, Problem

SHOWN_DIGITS = 3  # the end of a number, so that two documents can be told apart
SHORTEST_NUMBER, LONGEST_NUMBER = 6, 20
LONGEST_ISSUER, LONGEST_REFERENCE = 60, 40
LONGEST_VALIDITY = timedelta(days=366 * 25)
WARN_DAYS = (90, 30)
WARN_AT = time(9, 0)
CLAUSE = "F02"
_NUMBER = re.compile(r"[A-Z0-9]+")
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]*")  # a number of a report or decision, never a sentence
_ISSUER = re.compile(r"[^\W\d_][^\W_]*(?:[ '’.()/-]+[^\W_]+)*[.)]?")  # a municipality, a consulate


class Holder(StrEnum):
    """Who has the document in hand. `CHILD`: it goes along with the child."""

    A = "A"
    B = "B"
    CENTRE = "centre"
    NOTARY = "notary"
    LAWYER = "lawyer"
    REGISTRY = "registry"
    CHILD = "child"
    UNKNOWN = "unknown"

    @property
    def home(self) -> Home | None:
        return Home(self.value) if self in {Holder.A, Holder.B} else None


DEPOSITORIES = frozenset({Holder.CENTRE, Holder.NOTARY, Holder.LAWYER, Holder.REGISTRY})


class EventKind(StrEnum):
    NOTED = "noted"  # it exists and is in the register from now on
    APPLIED = "applied"
    ISSUED = "issued"
    CORRECTED = "corrected"  # issuer, dates or number were not right
    LOST = "lost"
    STOLEN = "stolen"
    FOUND = "found"
    SEEN = "seen"  # somebody saw it or it was used
    RENEWED = "renewed"  # another document has taken its place
    HANDED_IN = "handed_in"
    INVALIDATED = "invalidated"  # by the family court, art. 374/1 §2 old Civil Code
    RESTORED = "restored"
    TAKEN = "taken"  # given out without the agreed signatures
    CONSENT_ASKED = "consent_asked"  # for a child: art. 374/1 §1, issue only with express consent
    CONSENT_ENDED = "consent_ended"
    RETRACTED = "retracted"  # the event that it names was noted by mistake


FOR_A_CHILD = frozenset({EventKind.CONSENT_ASKED, EventKind.CONSENT_ENDED})
BY_PROFESSIONALS = frozenset({EventKind.INVALIDATED, EventKind.RESTORED, EventKind.TAKEN})
_BEGINS = frozenset({EventKind.NOTED, EventKind.APPLIED, EventKind.ISSUED})
WITH_DETAILS = frozenset({EventKind.NOTED, EventKind.ISSUED, EventKind.CORRECTED})


class Standing(StrEnum):
    APPLIED = "applied"
    IN_USE = "in_use"
    EXPIRED = "expired"
    LOST = "lost"
    STOLEN = "stolen"
    INVALID = "invalid"
    OVER = "over"  # renewed or handed in


class Purpose(StrEnum):
    """What a paper is asked for. NOT_SAID is a purpose that nobody recorded."""

    NOT_SAID = ""
    RENEWAL = "renewal"
    SCHOOL = "school"
    BENEFITS = "benefits"
    CARE = "care"
    TRAVEL = "travel"
    COURT = "court"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Document:
    """The paper itself. `centre_only`: seen by the parent who noted it and by the centre, by nobody else."""

    id: UUID
    family_id: UUID
    child: UUID
    kind: str
    country: str
    by: Home
    entered_at: datetime
    centre_only: bool = False

    @property
    def about(self) -> DocumentKind:
        return document_kinds.by_id()[self.kind]


@dataclass(frozen=True, slots=True)
class Details:
    """What stands on it. `tail`: the last characters of the number, all that anybody sees without asking for it."""

    issuer: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """`by` None: a professional. `on` is the civil day it happened, `at` when it was noted here."""

    id: UUID
    family_id: UUID
    child: UUID
    document: UUID | None
    number: int
    kind: EventKind
    on: date
    at: datetime
    by: Home | None
    person: UUID
    centre_only: bool = False
    details: Details | None = None
    urgent: bool = False
    purpose: Purpose = Purpose.NOT_SAID
    reference: str = ""
    retracts: UUID | None = None

    @property
    def informed_at(self) -> datetime | None:
        """When the other parent was told through this service; None: they were not."""
        return None if self.centre_only else self.at

    def seen_by(self, home: Home | None, *, at_the_centre: bool) -> bool:
        """A parent sees what is shared and what is their own; the centre all; other professionals what is shared."""
        return not self.centre_only or at_the_centre or (home is not None and home is self.by)


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says happened, before it is an event."""

    kind: EventKind
    on: date
    urgent: bool = False
    purpose: Purpose = Purpose.NOT_SAID
    reference: str = ""
    centre_only: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """One document as its events leave it: where it stands, and the details noted last."""

    document: Document
    events: tuple[Event, ...]  # oldest first, with those retracted
    standing: Standing
    details: Details
    numbered_by: Event | None  # the event that holds the number shown
    applied_on: date | None
    issued_on: date | None

    def retracted(self, event: Event) -> bool:
        return any(one.retracts == event.id for one in self.events)


def in_effect(events: Iterable[Event]) -> tuple[Event, ...]:
    """Without what was noted by mistake, and without the notes that say so."""
    found = tuple(events)
    gone = {one.retracts for one in found}
    return tuple(one for one in found if one.id not in gone and one.kind is not EventKind.RETRACTED)


def facts_of(document: Document, events: Iterable[Event], today: date) -> Facts:
    """`events`: those about this document that the viewer may see."""
    own = tuple(sorted((one for one in events if one.document == document.id), key=lambda one: one.number))
    counted = in_effect(own)
    details = next((one.details for one in reversed(counted) if one.details is not None), Details())
    numbered = next((one for one in reversed(counted) if one.details is not None and one.details.tail), None)
    return Facts(
        document,
        own,
        _standing(counted, details, today),
        replace(details, tail=numbered.details.tail if numbered and numbered.details else ""),
        numbered,
        _last_day(counted, EventKind.APPLIED),
        _last_day(counted, EventKind.ISSUED) or (details.valid_from if _was_noted(counted) else None),
    )


def _last_day(events: Sequence[Event], kind: EventKind) -> date | None:
    return next((one.on for one in reversed(events) if one.kind is kind), None)


def _was_noted(events: Sequence[Event]) -> bool:
    return any(one.kind is EventKind.NOTED for one in events)


def _standing(events: Sequence[Event], details: Details, today: date) -> Standing:
    kinds = [one.kind for one in events]
    if not _BEGINS & set(kinds) or EventKind.RENEWED in kinds or EventKind.HANDED_IN in kinds:
        return Standing.OVER
    if _latest(kinds, EventKind.INVALIDATED, EventKind.RESTORED) is EventKind.INVALIDATED:
        return Standing.INVALID
    missing = _latest(kinds, EventKind.LOST, EventKind.STOLEN, EventKind.FOUND)
    if missing is EventKind.LOST:
        return Standing.LOST
    if missing is EventKind.STOLEN:
        return Standing.STOLEN
    if EventKind.ISSUED not in kinds and EventKind.NOTED not in kinds:
        return Standing.APPLIED
    return Standing.EXPIRED if details.valid_to is not None and details.valid_to < today else Standing.IN_USE


def _latest(kinds: Sequence[EventKind], *among: EventKind) -> EventKind | None:
    return next((kind for kind in reversed(kinds) if kind in among), None)


_GONE = frozenset({EventKind.FOUND, EventKind.SEEN, EventKind.HANDED_IN})
_THERE = frozenset({EventKind.LOST, EventKind.STOLEN, EventKind.SEEN, EventKind.RENEWED, EventKind.HANDED_IN})
# What a parent can note about a document that stands so; what professionals note is beside it.
NEXT: dict[Standing, frozenset[EventKind]] = {
    Standing.APPLIED: frozenset({EventKind.ISSUED}),
    Standing.IN_USE: _THERE | {EventKind.CORRECTED},
    Standing.EXPIRED: _THERE | {EventKind.CORRECTED},
    Standing.LOST: _GONE | {EventKind.RENEWED, EventKind.CORRECTED},
    Standing.STOLEN: _GONE | {EventKind.RENEWED, EventKind.CORRECTED},
    Standing.INVALID: _GONE | {EventKind.LOST, EventKind.STOLEN},
    Standing.OVER: frozenset({EventKind.SEEN}),
}


def next_kinds(facts: Facts, *, professional: bool) -> tuple[EventKind, ...]:
    """What this person can note now, in the order of EventKind."""
    if professional:
        court = EventKind.RESTORED if facts.standing is Standing.INVALID else EventKind.INVALIDATED
        allowed = frozenset({court, EventKind.TAKEN}) if facts.standing is not Standing.OVER else frozenset()
    else:
        allowed = NEXT[facts.standing]
    return tuple(kind for kind in EventKind if kind in allowed)


def consent_asked(events: Iterable[Event], child: UUID) -> Event | None:
    """The request of art. 374/1 §1 that stands for a child, if one does."""
    own = [one for one in in_effect(events) if one.child == child and one.kind in FOR_A_CHILD]
    newest = max(own, key=lambda one: (one.at, one.number), default=None)
    return newest if newest is not None and newest.kind is EventKind.CONSENT_ASKED else None


def kind_named(name: str) -> DocumentKind | None:
    return document_kinds.by_id().get(name)


def masked(tail: str) -> str:
    """What anybody may read of a number: nothing but its end. Its length is not told either."""
    return f"•••• {tail}" if tail else ""


def cleaned_number(text: str) -> str:
    """A number as documents bear it: capitals and digits, no spaces or signs between."""
    return re.sub(r"[\s.\-–/]", "", text).upper()


def tail_of(number: str) -> str:
    return number[-SHOWN_DIGITS:]


def problems_of_document(
    kind: str, country: str, child: UUID, children: Sequence[UUID]
) -> tuple[Problem, ...]:
    """Everything that is wrong with what a document is, at once."""
    return tuple(_of_document(kind, country, child, children))


def _of_document(kind: str, country: str, child: UUID, children: Sequence[UUID]) -> Iterator[Problem]:
    if child not in children:
        yield Problem("child", "Choose one of the children.")
    known = document_kinds.by_id().get(kind)
    if known is None:
        yield Problem("kind", "Choose one of the options.")
    elif not is_country(country):
        yield Problem("country", "Choose one of the options.")
    elif known.belgian and country != HOME:
        yield Problem("country", "A document of this kind is issued by Belgium.")
    elif known.foreign and country == HOME:
        yield Problem(
            "country", "Choose the country that issued it. Belgian documents have a kind of their own."
        )


def problems_of_details(
    details: Details, number: str, kind: DocumentKind, born: date, today: date
) -> tuple[Problem, ...]:
    """`number` as `cleaned_number` gives it; "" when it is not told."""
    return tuple(_of_details(details, number, kind, born, today))


def _of_details(
    details: Details, number: str, kind: DocumentKind, born: date, today: date
) -> Iterator[Problem]:
    if len(details.issuer) > LONGEST_ISSUER:
        yield Problem("issuer", "Use at most {n} characters.", {"n": str(LONGEST_ISSUER)})
    elif details.issuer and not _ISSUER.fullmatch(details.issuer):
        yield Problem(
            "issuer", "Write the name of the municipality, consulate or authority, and nothing else."
        )
    if number and not (
        SHORTEST_NUMBER <= len(number) <= LONGEST_NUMBER and _NUMBER.fullmatch(number) and number.isascii()
    ):
        yield Problem(
            "number",
            "A number has {least} to {most} letters and digits.",
            {"least": str(SHORTEST_NUMBER), "most": str(LONGEST_NUMBER)},
        )
    elif number and not kind.numbered:
        yield Problem("number", "A document of this kind has no number to keep. Leave it empty.")
    yield from _of_dates(details, kind, born, today)


def _of_dates(details: Details, kind: DocumentKind, born: date, today: date) -> Iterator[Problem]:
    first, last = details.valid_from, details.valid_to
    if first is not None and first < born:
        yield Problem("valid_from", "Choose a date after the child was born.")
    elif first is not None and first > today + timedelta(days=366):
        yield Problem("valid_from", "Choose a date that is not so far in the future.")
    if last is None:
        return
    if not kind.ends:
        yield Problem("valid_to", "A document of this kind has no last day. Leave it empty.")
    elif last < max(born, first or born):
        yield Problem("valid_to", "Choose a date after the first day.")
    elif last - (first or today) > LONGEST_VALIDITY:
        yield Problem("valid_to", "Choose a date that is not so far in the future.")


def problems_of_told(told: Told, born: date, today: date) -> tuple[Problem, ...]:
    return tuple(_of_told(told, born, today))


def _of_told(told: Told, born: date, today: date) -> Iterator[Problem]:
    if told.on > today:
        yield Problem("on", "Choose a day that is not in the future.")
    elif told.on < born:
        yield Problem("on", "Choose a date after the child was born.")
    if len(told.reference) > LONGEST_REFERENCE:
        yield Problem("reference", "Use at most {n} characters.", {"n": str(LONGEST_REFERENCE)})
    elif told.reference and not _REFERENCE.fullmatch(told.reference):
        yield Problem("reference", "Write the number alone, for example BR.12.L3.004512/2027. No names.")
    elif told.kind is EventKind.INVALIDATED and not told.reference:
        yield Problem("reference", "Give the number of the decision.")


def warn_next(details: Details, standing: Standing, now: datetime) -> datetime | None:
    """The next moment at which both parents are told that the document ends soon; None: never again."""
    if details.valid_to is None or standing not in {Standing.IN_USE, Standing.EXPIRED}:
        return None
    days = (details.valid_to - timedelta(days=before) for before in WARN_DAYS)
    moments = (datetime.combine(day, WARN_AT, ZONE) for day in days)
    return min((moment for moment in moments if moment > now), default=None)


def custodian_by_plan(agreed: Agreed, document: Document) -> Holder | None:
    """Whom clause F02 names as keeper of this document; None: it does not say. It speaks of Belgian documents."""
    answers, part = agreed.get(CLAUSE, {}), document.about.part
    where = answers.get(part) if part else None
    if where == "with_child":
        return Holder.CHILD
    if where == "one_parent":
        return _parent(answers.get(f"{part}_holder"))
    if where == "registered":
        return _parent(agreed.get("C01", {}).get("per_child", {}).get(str(document.child)))
    return None


def _parent(letter: object) -> Holder | None:
    return Holder(letter) if letter in {"A", "B"} else None


def ends_before(facts: Facts, children: Iterable[Child | UUID], returns: date) -> bool:
    """Whether a travel document of one of these children ends before a trip is back. The last day itself is enough."""
    ids = {one if isinstance(one, UUID) else one.id for one in children}
    return (
        facts.document.child in ids
        and facts.document.about.travel
        and facts.standing in {Standing.IN_USE, Standing.EXPIRED}
        and facts.details.valid_to is not None
        and facts.details.valid_to < returns
    )
