"""Talking over one clause: proposals and counter-proposals form a chain, and each clause has its own standing. Pure.

A proposal changes nobody's calendar. Per clause one proposal waits at a time, per sender five in all (safety.md DV-03).
What both agreed stays agreed until both accept something else. What a court approved or decided is replaced only by what
a court approves or decides later (belgium.md 3.4 N04, N05): a change that parents agree on meanwhile is kept beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans import clauses
from parenting_plans.alike import alike
from parenting_plans.errors import AlreadyAnswered, Missing, NotYourOwn, NotYourTurn, ProposalOpen, Refusal
from parenting_plans.fields import Answers
from parenting_plans.values import ZONE, Agreed, Home, Problem, Version

MOST_OPEN = 5
TAKEN_BACK_COUNTS = timedelta(days=1)  # or proposing and taking back in turn would be a way to flood
QUIET_AFTER_NO = timedelta(days=7)
LONGEST_NOTE = 1000
LONGEST_REFERENCE = 100


class OfferMissing(Missing):
    """No such proposal about a clause in this family."""


class TooManyOpen(Refusal):
    """This sender has as many proposals waiting as one may have."""

    problem = Problem(
        "",
        "Five of your proposals wait for an answer, or were taken back in the last day. Wait for an answer first.",
    )


class JustRefused(Refusal):
    """Exactly this was proposed and not accepted a few days ago."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until
        day = f"{until.astimezone(ZONE):%d/%m/%Y}"
        self.problem = Problem(
            "",
            "Exactly this was proposed and not accepted. It can be proposed again from {day}. You can propose something else now.",
            {"day": day},
        )


class SameAsAgreed(Refusal):
    """There is nothing to change."""

    problem = Problem("", "This is what you have agreed already.")


class SameAsOffered(Refusal):
    """The other side proposes just this."""

    problem = Problem("", "This is just what is proposed to you. You can accept it.")


class NothingAgreed(Refusal):
    """There is no agreed text that a court could have approved."""

    problem = Problem(
        "", "Nothing is agreed about this yet, so there is nothing that a court can have approved."
    )


class NoDecision(Refusal):
    """No decision of a court is recorded here."""

    problem = Problem("", "No decision of a court is recorded about this.")


class OfferStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    COUNTERED = "countered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """Where a clause stands."""

    OPEN = "open"
    AGREED = "agreed"
    HOMOLOGATED = "homologated"  # a court approved what parents agreed (art. 1043, 1733 Jud. Code)
    ORDERED = "ordered"  # a court decided


class Ruling(StrEnum):
    """What a professional records. LIFTED: the earlier one holds no longer, or was recorded by mistake."""

    HOMOLOGATED = "homologated"
    ORDERED = "ordered"
    LIFTED = "lifted"


STEP = timedelta(microseconds=1)  # the least that a store tells apart


@dataclass(frozen=True, slots=True)
class Offer:
    """One link of the chain. `by` None: neutral wording of a professional, which both parents must accept.

    `answers` are empty only when a professional suggests words alone. `author` is the person who made it.
    """

    id: UUID
    family_id: UUID
    clause: str
    by: Home | None
    author: UUID
    answers: Answers
    note: str
    status: OfferStatus
    made_at: datetime
    answered_at: datetime | None = None
    counters: UUID | None = None
    accepted_by: tuple[Home, ...] = ()

    @property
    def waits_for(self) -> tuple[Home, ...]:
        """Whose answer is missing; nobody's once it is closed."""
        if self.status is not OfferStatus.OPEN:
            return ()
        asked = tuple(Home) if self.by is None else (self.by.other,)
        return tuple(home for home in asked if home not in self.accepted_by)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a court approved or decided about a clause, as a professional recorded it."""

    id: UUID
    family_id: UUID
    clause: str
    kind: Ruling
    answers: Answers
    reference: str
    decided_on: date
    recorded_by: UUID
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """All that was said about one clause, oldest first, and what the newest signed plan says about it."""

    clause: str
    offers: tuple[Offer, ...] = ()
    decisions: tuple[Decision, ...] = ()
    signed: tuple[Answers, datetime] | None = None

    def moment(self, now: datetime) -> datetime:
        """What is noted now comes after all that was noted before, even when a clock was set back meanwhile."""
        known = [
            *(one.made_at for one in self.offers),
            *(one.answered_at for one in self.offers if one.answered_at is not None),
            *(one.recorded_at for one in self.decisions),
            *([self.signed[1]] if self.signed else []),
        ]
        return max([now, *(at + STEP for at in known)])

    @property
    def waiting(self) -> Offer | None:
        return next((offer for offer in self.offers if offer.status is OfferStatus.OPEN), None)

    @property
    def decision(self) -> Decision | None:
        """The court's word that holds: what was recorded last."""
        last = self.decisions[-1] if self.decisions else None
        return last if last and last.kind is not Ruling.LIFTED else None

    @property
    def agreed(self) -> Answers | None:
        """What both parents agreed on last, in this talk or by signing a plan."""
        found = self._agreed_at()
        return found[0] if found else None

    @property
    def standing(self) -> Standing:
        if self.decision:
            return Standing(self.decision.kind.value)
        return Standing.AGREED if self.agreed else Standing.OPEN

    @property
    def holds(self) -> Answers | None:
        """What counts now: the court's word, else what both agreed."""
        return self.decision.answers if self.decision else self.agreed

    @property
    def change(self) -> Answers | None:
        """What both agreed on after the court's word; it waits for the court."""
        found, decision = self._agreed_at(), self.decision
        if not found or not decision or found[1] <= decision.recorded_at:
            return None
        return None if self._same(found[0], decision.answers) else found[0]

    @property
    def newest(self) -> Answers | None:
        """What a plan made now would say."""
        return self.change or self.holds

    @property
    def words(self) -> str:
        """Words of a professional that both found good, newer than the agreed answers; they are no agreement yet."""
        accepted = [offer for offer in self.offers if offer.status is OfferStatus.ACCEPTED]
        return accepted[-1].note if accepted and not accepted[-1].answers else ""

    def offer(self, offer_id: UUID) -> Offer:
        """Raises OfferMissing."""
        for one in self.offers:
            if one.id == offer_id:
                return one
        raise OfferMissing

    def _agreed_at(self) -> tuple[Answers, datetime] | None:
        accepted = [
            (one.answers, one.answered_at)
            for one in self.offers
            if one.status is OfferStatus.ACCEPTED and one.answers and one.answered_at is not None
        ]
        found = [*accepted, *([self.signed] if self.signed else [])]
        return max(found, key=lambda one: one[1], default=None)

    def _same(self, one: Answers, other: Answers) -> bool:
        return alike(clauses.by_code()[self.clause], one, other)


def talks_of(
    offers: Sequence[Offer], decisions: Sequence[Decision], versions: Sequence[Version]
) -> dict[str, Talk]:
    """Every clause of the catalogue with its talk, in code order. Only the newest sealed version counts as signed."""
    sealed = max(
        (one for one in versions if one.sealed_at is not None), key=lambda one: one.number, default=None
    )
    return {
        clause.code: Talk(
            clause.code,
            tuple(one for one in offers if one.clause == clause.code),
            tuple(one for one in decisions if one.clause == clause.code),
            (sealed.agreed[clause.code], sealed.sealed_at)
            if sealed and sealed.sealed_at and clause.code in sealed.agreed
            else None,
        )
        for clause in clauses.load()
    }


def offer(
    talk: Talk,
    everywhere: Sequence[Offer],
    *,
    family_id: UUID,
    by: Home | None,
    author: UUID,
    answers: Answers,
    note: str,
    id: UUID,
    now: datetime,
) -> tuple[Offer | None, Offer]:
    """The proposal this answers, closed (None: it answers nothing), and the new one. `everywhere`: the family's offers.

    Answers have no problems by then. A professional never closes a parent's proposal: raises ProposalOpen while one
    waits, as for a parent whose own one does. Raises SameAsOffered, SameAsAgreed, JustRefused, TooManyOpen.
    """
    waiting = talk.waiting
    new = Offer(id, family_id, talk.clause, by, author, answers, note, OfferStatus.OPEN, now)
    if waiting is not None and (by is None or waiting.by is by):
        raise ProposalOpen
    if waiting is not None and _repeats(new, waiting):
        raise SameAsOffered
    if answers and talk.newest and alike(clauses.by_code()[talk.clause], answers, talk.newest):
        raise SameAsAgreed
    _not_just_refused(talk, new)
    if sum(_counts(one, new) for one in everywhere) >= MOST_OPEN:
        raise TooManyOpen
    if waiting is None:
        return None, new
    return _closed(waiting, OfferStatus.COUNTERED, now), replace(new, counters=waiting.id)


def _repeats(new: Offer, old: Offer) -> bool:
    if not new.answers or not old.answers:
        return not new.answers and not old.answers and new.note == old.note
    return alike(clauses.by_code()[new.clause], new.answers, old.answers)


def _of_same_sender(one: Offer, other: Offer) -> bool:
    return one.by is other.by if one.by or other.by else one.author == other.author


def _not_just_refused(talk: Talk, new: Offer) -> None:
    """An answer with something else is a no as well. Who was asked may come round to it at any time."""
    for old in talk.offers:
        said_no = old.status in (OfferStatus.REFUSED, OfferStatus.COUNTERED) and old.answered_at is not None
        if said_no and old.answered_at and _of_same_sender(new, old) and _repeats(new, old):
            until = old.answered_at + QUIET_AFTER_NO
            if new.made_at < until:
                raise JustRefused(until)


def _counts(old: Offer, new: Offer) -> bool:
    if not _of_same_sender(new, old):
        return False
    if old.status is OfferStatus.OPEN:
        return True
    taken_back = old.status is OfferStatus.WITHDRAWN and old.answered_at is not None
    return bool(taken_back and old.answered_at and new.made_at - old.answered_at < TAKEN_BACK_COUNTS)


def accept(one: Offer, by: Home, now: datetime) -> Offer:
    """With this parent's yes; accepted when nobody's is missing. Raises NotYourTurn, AlreadyAnswered."""
    if one.by is by:
        raise NotYourTurn
    if one.status is not OfferStatus.OPEN or by in one.accepted_by:
        raise AlreadyAnswered
    said = replace(one, accepted_by=tuple(sorted((*one.accepted_by, by))))
    return said if said.waits_for else _closed(said, OfferStatus.ACCEPTED, now)


def refuse(one: Offer, by: Home, now: datetime) -> Offer:
    """Closed by a parent who was asked; of neutral wording each parent is. Raises NotYourTurn, AlreadyAnswered."""
    if one.by is by:
        raise NotYourTurn
    return _closed(one, OfferStatus.REFUSED, now)


def withdraw(one: Offer, author: UUID, now: datetime) -> Offer:
    """Taken back by who made it. Raises NotYourOwn, AlreadyAnswered."""
    if one.author != author:
        raise NotYourOwn
    return _closed(one, OfferStatus.WITHDRAWN, now)


def _closed(one: Offer, status: OfferStatus, now: datetime) -> Offer:
    if one.status is not OfferStatus.OPEN:
        raise AlreadyAnswered
    return replace(one, status=status, answered_at=now)


def text_of_decision(talk: Talk, kind: Ruling, ordered: Answers) -> Answers:
    """The text that a decision makes hold. A court approves what is agreed: raises NothingAgreed, or NoDecision to lift."""
    if kind is Ruling.HOMOLOGATED:
        if talk.agreed is None:
            raise NothingAgreed
        return talk.agreed
    if kind is Ruling.LIFTED:
        if talk.decision is None:
            raise NoDecision
        return {}
    return ordered


def together(talks: Sequence[Talk]) -> Agreed:
    """Everything that is agreed or decided, as one text for a plan."""
    return {talk.clause: talk.newest for talk in talks if talk.newest}
