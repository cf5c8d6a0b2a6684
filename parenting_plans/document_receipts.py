"""Hand-overs of a document, its release from a deposit, and who is agreed to keep it. Pure.

One person says it, another confirms. Until then, and when the answer is no or does not come, nothing changes.
A receipt binds lightly, so a plain confirmation is enough; what lets a document out of a deposit, and who is to keep
it, is agreed by both parents with a fresh factor each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn
from parenting_plans.travel_documents import DEPOSITORIES, Document, Holder
from parenting_plans.values import Home, Problem

LONGEST_LOAN = timedelta(days=366)


class About(StrEnum):
    HANDOVER = "handover"
    CUSTODIAN = "custodian"


class Status(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Receipt:
    """`giver` and `receiver` of a hand-over; of an agreement on the keeper only `receiver` counts.

    `by`: who said it first. `released_at`: when the other parent signed that it may leave the deposit.
    """

    id: UUID
    family_id: UUID
    document: UUID
    about: About
    giver: Holder
    receiver: Holder
    by: Home
    made_at: datetime
    status: Status = Status.OPEN
    due_back: datetime | None = None
    released_at: datetime | None = None
    answered_at: datetime | None = None
    centre_only: bool = False

    @property
    def needs_release(self) -> bool:
        """It lies in a deposit, and both parents have to sign before it leaves. The other may not know about it."""
        return self.about is About.HANDOVER and self.giver in DEPOSITORIES and not self.centre_only

    @property
    def waits_for(self) -> Home | Holder | None:
        """Who has to act next: a home, the centre, or nobody any more."""
        if self.status is not Status.OPEN:
            return None
        if self.needs_release and self.released_at is None:
            return self.by.other
        if self.needs_release:
            return self.receiver.home or self.by.other
        if self.about is About.HANDOVER and (self.receiver is Holder.CENTRE or self.centre_only):
            return Holder.CENTRE
        return self.by.other

    @property
    def needs_signature(self) -> bool:
        """The next step binds: it wants a fresh factor."""
        return self.about is About.CUSTODIAN or (self.needs_release and self.released_at is None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is by its confirmed receipts, and by when it has to be back with its keeper."""

    holder: Holder
    since: datetime | None = None
    due_back: datetime | None = None
    agreed: Holder | None = None  # keeper confirmed by both, apart from the plan
    agreed_at: datetime | None = None


def place_of(document: Document, receipts: Iterable[Receipt]) -> Place:
    """Folded in the order of the confirmations."""
    own = [one for one in receipts if one.document == document.id and one.status is Status.CONFIRMED]
    place = Place(Holder.UNKNOWN)
    for one in sorted(own, key=lambda receipt: (receipt.answered_at or receipt.made_at, str(receipt.id))):
        if one.about is About.CUSTODIAN:
            place = replace(place, agreed=one.receiver, agreed_at=one.answered_at)
        else:
            place = replace(place, holder=one.receiver, since=one.answered_at, due_back=one.due_back)
    return place


def keeper(place: Place, by_plan: Holder | None, plan_since: datetime | None) -> Holder | None:
    """Who is agreed to keep it: what the parents agreed last, in their plan or for this document."""
    if place.agreed is not None and (
        plan_since is None or by_plan is None or (place.agreed_at or plan_since) > plan_since
    ):
        return place.agreed
    return by_plan


def open_one(receipts: Iterable[Receipt], document: UUID, about: About) -> Receipt | None:
    return next(
        (
            one
            for one in receipts
            if one.document == document and one.about is about and one.status is Status.OPEN
        ),
        None,
    )


def problems_of_handover(
    document: Document,
    place: Place,
    receiver: Holder,
    by: Home,
    due_back: datetime | None,
    kept_by: Holder | None,
    now: datetime,
) -> tuple[Problem, ...]:
    """Everything that stands in the way of saying it."""
    return tuple(_of_handover(document, place, receiver, by, due_back, kept_by, now))


def _of_handover(
    document: Document,
    place: Place,
    receiver: Holder,
    by: Home,
    due_back: datetime | None,
    kept_by: Holder | None,
    now: datetime,
) -> Iterator[Problem]:
    own = Holder(by.value)
    if receiver is Holder.UNKNOWN or receiver is place.holder:
        yield Problem("receiver", "Choose somebody else: it is there already, or nobody would know where.")
    elif document.centre_only and receiver not in {own, Holder.CENTRE}:
        yield Problem(
            "receiver", "The centre alone knows about this document. Choose yourself or the centre."
        )
    elif place.holder in DEPOSITORIES and receiver.home is None:
        yield Problem("receiver", "A document leaves a deposit to one of the parents.")
    elif place.holder.home is by.other and receiver is not own:
        yield Problem("receiver", "The other parent has it. Only they can say to whom they give it.")
    yield from _of_return(place, receiver, due_back, kept_by, now)


def _of_return(
    place: Place, receiver: Holder, due_back: datetime | None, kept_by: Holder | None, now: datetime
) -> Iterator[Problem]:
    leaves = kept_by is not None and place.holder is kept_by and receiver is not kept_by
    if leaves and due_back is None:
        yield Problem("due_back", "It leaves the one who keeps it. Say when it comes back.")
    elif due_back is not None and receiver is kept_by:
        yield Problem("due_back", "It goes back to the one who keeps it. Leave this empty.")
    elif due_back is not None and due_back <= now:
        yield Problem("due_back", "Choose a time in the future.")
    elif due_back is not None and due_back > now + LONGEST_LOAN:
        yield Problem("due_back", "Choose a time within a year.")


def hand_over(
    document: Document,
    place: Place,
    receiver: Holder,
    by: Home,
    due_back: datetime | None,
    *,
    id: UUID,
    now: datetime,
) -> Receipt:
    """From what has no problems. Who says that they have what nobody had is believed at once."""
    made = Receipt(
        id,
        document.family_id,
        document.id,
        About.HANDOVER,
        place.holder,
        receiver,
        by,
        now,
        due_back=due_back,
        centre_only=document.centre_only,
    )
    alone = receiver is Holder(by.value) and (
        place.holder is Holder.UNKNOWN or (document.centre_only and place.holder not in DEPOSITORIES)
    )
    return replace(made, status=Status.CONFIRMED, answered_at=now) if alone else made


def propose_keeper(
    document: Document, place: Place, keeper_: Holder, by: Home, *, id: UUID, now: datetime
) -> Receipt:
    return Receipt(id, document.family_id, document.id, About.CUSTODIAN, place.holder, keeper_, by, now)


def sign(receipt: Receipt, who: Home | Holder, now: datetime) -> Receipt:
    """The binding step: the release from a deposit, or the yes to a keeper. Raises NotYourTurn, AlreadyAnswered."""
    _check_turn(receipt, who)
    if not receipt.needs_signature:
        raise NotYourTurn
    if receipt.about is About.CUSTODIAN:
        return replace(receipt, status=Status.CONFIRMED, answered_at=now)
    return replace(receipt, released_at=now)


def confirm(receipt: Receipt, who: Home | Holder, now: datetime) -> Receipt:
    """ "I have it." Raises NotYourTurn, also when a signature comes first, and AlreadyAnswered."""
    _check_turn(receipt, who)
    if receipt.needs_signature:
        raise NotYourTurn
    return replace(receipt, status=Status.CONFIRMED, answered_at=now)


def refuse(receipt: Receipt, who: Home | Holder, now: datetime) -> Receipt:
    """No: nothing changes. Raises NotYourTurn, AlreadyAnswered."""
    _check_turn(receipt, who)
    return replace(receipt, status=Status.REFUSED, answered_at=now)


def withdraw(receipt: Receipt, by: Home, now: datetime) -> Receipt:
    """Raises NotYourOwn, AlreadyAnswered."""
    if receipt.status is not Status.OPEN:
        raise AlreadyAnswered
    if receipt.by is not by:
        raise NotYourOwn
    return replace(receipt, status=Status.WITHDRAWN, answered_at=now)


def _check_turn(receipt: Receipt, who: Home | Holder) -> None:
    if receipt.status is not Status.OPEN:
        raise AlreadyAnswered
    if receipt.waits_for != who:
        raise NotYourTurn
