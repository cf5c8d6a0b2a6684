"""On the way: who confirms that the children have left and are back, "we are late", and from when both are asked. Pure.

A trip is looked at three hours after its return (risk.md 3.4, grace). A delay with proof of a disruption outside the
parent's hands moves that moment, by two days at most; a delay without proof is said to the other parent and moves nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, TripNotBegun, TripOver
from parenting_plans.fields import has_strange_signs
from parenting_plans.values import Home, Problem, Trip, TripStatus

GRACE = timedelta(hours=3)
REBOOKED_WITHIN = timedelta(hours=48)
LONGEST_REFERENCE = 200
FURTHEST = timedelta(days=31)
MOST_DELAYS = 20
LARGEST_PROOF = 3_000_000  # bytes
BEGINNINGS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class Cause(StrEnum):
    """What keeps the traveller."""

    CARRIER = "carrier"
    HEALTH = "health"
    AUTHORITY = "authority"
    ROAD = "road"
    OTHER = "other"


OUTSIDE = frozenset({Cause.CARRIER, Cause.HEALTH, Cause.AUTHORITY})  # who can give a proof (risk.md M09)


@dataclass(frozen=True, slots=True)
class Delay:
    """ "We are late": the new time of the return, and what shows it. The proof itself is sealed for the centre."""

    id: UUID
    family_id: UUID
    trip_id: UUID
    by: Home
    cause: Cause
    reference: str  # flight, train or case number, as typed
    new_return_at: datetime
    has_proof: bool
    said_at: datetime

    @property
    def documented(self) -> bool:
        """True when a carrier, a hospital or an authority is the cause and its proof was handed in."""
        return self.has_proof and self.cause in OUTSIDE


class What(StrEnum):
    """What a parent confirms about a trip."""

    LEFT = "left"
    BACK = "back"
    NOT_BACK = "not_back"  # the other said that they are; this parent does not see it so


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One parent's word about a trip, kept beside the other's. `at`: when it happened, as this parent says."""

    id: UUID
    family_id: UUID
    trip_id: UUID
    what: What
    by: Home
    at: datetime
    said_at: datetime


def kind_of_proof(proof: bytes) -> str | None:
    """The media type by the first bytes, whatever its name says; None for anything but PDF, PNG and JPEG."""
    return next((kind for begins, kind in BEGINNINGS.items() if proof.startswith(begins)), None)


def problems_of_delay(
    trip: Trip, new_return_at: datetime, reference: str, proof: bytes, now: datetime
) -> tuple[Problem, ...]:
    """Everything that is wrong with it, at once."""
    return (*_of_time(trip, new_return_at, now), *_of_reference(reference), *_of_proof(proof))


def _of_time(trip: Trip, new_return_at: datetime, now: datetime) -> Iterator[Problem]:
    if new_return_at <= now:
        yield Problem("new_return_at", "Choose a new time that is still to come.")
    elif trip.return_at is not None and new_return_at <= trip.return_at:
        yield Problem("new_return_at", "Choose a new time after the return that was planned.")
    elif new_return_at > max(now, trip.return_at or now) + FURTHEST:
        yield Problem("new_return_at", "Choose a new time within a month. For longer, change the trip.")


def _of_reference(reference: str) -> Iterator[Problem]:
    if len(reference) > LONGEST_REFERENCE:
        yield Problem("reference", "Write at most {maximum} characters.", {"maximum": str(LONGEST_REFERENCE)})
    elif has_strange_signs(reference):
        yield Problem("reference", "Use ordinary letters and signs.")


def _of_proof(proof: bytes) -> Iterator[Problem]:
    if len(proof) > LARGEST_PROOF:
        yield Problem("proof", "Choose a file of at most 3 MB.")
    elif proof and kind_of_proof(proof) is None:
        yield Problem("proof", "Choose a PDF, a PNG or a JPEG file.")


def say_late(trip: Trip, earlier: Iterable[Delay], delay: Delay) -> Delay:
    """The delay, if its author may say it now. Raises NotYourOwn, TripOver, AlreadyAnswered after too many."""
    if delay.by is not trip.traveller:
        raise NotYourOwn
    if trip.status is TripStatus.CANCELLED or trip.returned_at is not None:
        raise TripOver
    if sum(one.trip_id == trip.id for one in earlier) >= MOST_DELAYS:
        raise AlreadyAnswered
    return delay


def expected_back(trip: Trip, delays: Iterable[Delay]) -> datetime | None:
    """When the traveller now says they are back: the last delay's time, or the planned return."""
    of_trip = [one for one in delays if one.trip_id == trip.id]
    return (
        max(of_trip, key=lambda one: (one.said_at, str(one.id))).new_return_at if of_trip else trip.return_at
    )


def due_back(trip: Trip, delays: Iterable[Delay], agreed_return: datetime | None = None) -> datetime | None:
    """When the children are due: the agreed return, or the later time of a documented disruption within two days of it.

    `agreed_return`: what stood when the trip began, where a later change is not covered by a consent; else the trip's.
    """
    due = agreed_return or trip.return_at
    if due is None:
        return None
    later = [one.new_return_at for one in delays if one.trip_id == trip.id and one.documented]
    return max([due, *(at for at in later if at <= due + REBOOKED_WITHIN)])


def ask_at(trip: Trip, due: datetime | None, now: datetime) -> datetime | None:
    """From when both parents are asked whether the children are back; None when there is nothing to ask.

    A trip that ended, was called off or whose moment is long past (over a month) is not asked about.
    """
    if due is None or trip.status is TripStatus.CANCELLED or trip.returned_at is not None:
        return None
    return due + GRACE if now < due + FURTHEST else None


def confirm(
    trip: Trip, earlier: Iterable[Confirmation], word: Confirmation, *, now: datetime
) -> Confirmation:
    """A parent's word, once for each thing. Raises TripNotBegun, TripOver, NotYourTurn, AlreadyAnswered.

    "Left" and "back" stand after the other parent's word or with it; "not back" only answers the other's "back".
    """
    if trip.status is TripStatus.CANCELLED:
        raise TripOver
    said = [one for one in earlier if one.trip_id == trip.id]
    own = {one.what for one in said if one.by is word.by}
    if word.what in own or (word.what is What.NOT_BACK and What.BACK in own):
        raise AlreadyAnswered
    if word.what is not What.LEFT and trip.returned_at is None:
        raise TripNotBegun
    if word.what is What.NOT_BACK and not any(
        (one.what, one.by) == (What.BACK, word.by.other) for one in said
    ):
        raise NotYourTurn
    if word.at > now:
        raise TripNotBegun
    return word


def contested(trip: Trip, said: Iterable[Confirmation]) -> bool:
    """True while one parent says that the children are back and the other that they are not."""
    words = {(one.by, one.what) for one in said if one.trip_id == trip.id}
    return any((home, What.NOT_BACK) in words and (home, What.BACK) not in words for home in Home)
