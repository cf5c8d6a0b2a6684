"""First choice to care: who is away longer than the plan says offers the time to the other parent first. Pure.

An offer that is accepted counts as a swap for those hours. Declined or not answered, the plan stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from parenting_plans.asking import (
    Ask,
    Span,
    problems_of_answer_by,
    problems_of_children,
    problems_of_span,
)
from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, TimeToAnswerOver
from parenting_plans.values import Agreed, Home, Layer, Problem, Window

CLAUSE = "C07"


class OfferStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class OfferStanding(StrEnum):
    OPEN = "open"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Absence:
    """When the offering parent is away, and until when the other parent can answer."""

    children: tuple[UUID, ...]
    span: Span
    respond_by: datetime


@dataclass(frozen=True, slots=True)
class CareOffer:
    """`threshold`: the hours that the plan said when the offer was made."""

    id: UUID
    family_id: UUID
    by: Home
    absence: Absence
    threshold: int
    status: OfferStatus
    offered_at: datetime
    answered_at: datetime | None = None

    def waits(self, now: datetime) -> bool:
        return self.status is OfferStatus.OPEN and now < self.absence.respond_by

    def as_ask(self, now: datetime) -> Ask:
        return Ask(
            self.by,
            self.absence.children,
            (self.absence.span,),
            self.offered_at,
            self.waits(now),
            refused_at=self.answered_at if self.status is OfferStatus.DECLINED else None,
            taken_back_at=self.answered_at if self.status is OfferStatus.WITHDRAWN else None,
        )


def threshold_in(agreed: Agreed) -> int | None:
    """From how many hours away the plan asks the other parent first; None: it does not."""
    answers: Mapping[str, Any] = agreed.get(CLAUSE, {})
    hours = answers.get("threshold")
    return hours if answers.get("enabled") == "yes" and isinstance(hours, int) else None


def problems_of_absence(
    absence: Absence, children: Sequence[UUID], threshold: int, now: datetime
) -> tuple[Problem, ...]:
    """Everything that is wrong with the offer itself, at once."""
    return (
        *problems_of_children(absence.children, children),
        *problems_of_span(absence.span, now),
        *_of_length(absence.span, threshold),
        *problems_of_answer_by(absence.respond_by, (absence.span,), now),
    )


def _of_length(span: Span, threshold: int) -> Iterator[Problem]:
    away = span.ends_at.astimezone(UTC) - span.starts_at.astimezone(UTC)
    if timedelta(0) < away < timedelta(hours=threshold):
        yield Problem(
            "ends_at",
            "Your plan asks this from {hours} hours on. For a shorter time you can ask for a swap.",
            {"hours": str(threshold)},
        )


def offer(
    absence: Absence, *, threshold: int, family_id: UUID, by: Home, id: UUID, now: datetime
) -> CareOffer:
    """A new open offer, from an absence without problems."""
    return CareOffer(id, family_id, by, absence, threshold, OfferStatus.OPEN, now)


def accept(made: CareOffer, by: Home, now: datetime) -> CareOffer:
    """Raises NotYourTurn, AlreadyAnswered, TimeToAnswerOver."""
    return _answered(made, by, OfferStatus.ACCEPTED, now)


def decline(made: CareOffer, by: Home, now: datetime) -> CareOffer:
    """No reason is asked; the plan stays as it is. Raises as `accept` does."""
    return _answered(made, by, OfferStatus.DECLINED, now)


def withdraw(made: CareOffer, by: Home, now: datetime) -> CareOffer:
    """Taken back by who offered. Raises NotYourOwn, AlreadyAnswered, TimeToAnswerOver."""
    if by is not made.by:
        raise NotYourOwn
    return _closed(made, OfferStatus.WITHDRAWN, now)


def _answered(made: CareOffer, by: Home, status: OfferStatus, now: datetime) -> CareOffer:
    if by is made.by:
        raise NotYourTurn
    return _closed(made, status, now)


def _closed(made: CareOffer, status: OfferStatus, now: datetime) -> CareOffer:
    if made.status is not OfferStatus.OPEN:
        raise AlreadyAnswered
    if not made.waits(now):
        raise TimeToAnswerOver
    return replace(made, status=status, answered_at=now)


def standing(made: CareOffer, now: datetime) -> OfferStanding:
    if made.status is OfferStatus.OPEN and not made.waits(now):
        return OfferStanding.EXPIRED
    return OfferStanding(made.status.value)


def windows(offers: Iterable[CareOffer]) -> tuple[Window, ...]:
    """What the accepted offers lay over the plan."""
    return tuple(window_of(one) for one in offers if one.status is OfferStatus.ACCEPTED)


def window_of(made: CareOffer) -> Window:
    """The time with the other parent, as if accepted when it was answered or, as yet, offered."""
    span, made_at = made.absence.span, made.answered_at or made.offered_at
    return Window(
        Layer.SWAP,
        made.by.other,
        span.starts_at,
        span.ends_at,
        made_at,
        made.absence.children,
        made.id,
        CLAUSE,
    )
