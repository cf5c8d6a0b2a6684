"""A swap: one parent asks for other days, once; nothing moves before the other accepts. Pure.

Silence is a no: after `respond_by` nothing has changed. An accepted swap is undone only by another accepted one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from parenting_plans.asking import (
    Ask,
    Span,
    problems_of_answer_by,
    problems_of_children,
    problems_of_span,
)
from parenting_plans.errors import (
    AlreadyAnswered,
    NotYourOwn,
    NotYourTurn,
    SwapBegun,
    SwapUndone,
    TimeToAnswerOver,
)
from parenting_plans.values import Home, Layer, Problem, Window

NOT_UNDOABLE = (AlreadyAnswered, SwapBegun, SwapUndone)


class MakeUp(StrEnum):
    """What happens with the time that is given away."""

    NONE = "none"
    BACK = "back"  # a stretch in return is part of the same acceptance
    LATER = "later"  # still to be agreed: an open line that both see


class SwapStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    COUNTERED = "countered"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """How a swap stands at a moment: its status, and what time or another swap made of it."""

    OPEN = "open"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    UNDONE = "undone"
    REFUSED = "refused"
    COUNTERED = "countered"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class SwapWish:
    """The children are in `home` during `span`, and with `back` in the other home during that. `makes_up_for`: a swap."""

    children: tuple[UUID, ...]
    home: Home
    span: Span
    respond_by: datetime
    make_up: MakeUp = MakeUp.NONE
    back: Span | None = None
    makes_up_for: UUID | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.span, self.back) if self.back else (self.span,)


@dataclass(frozen=True, slots=True)
class Swap:
    """`undoes`: the accepted swap that would no longer count. `settled_at`: its make-up time was let go."""

    id: UUID
    family_id: UUID
    by: Home
    wish: SwapWish
    status: SwapStatus
    asked_at: datetime
    answered_at: datetime | None = None
    counters: UUID | None = None
    undoes: UUID | None = None
    settled_at: datetime | None = None

    def waits(self, now: datetime) -> bool:
        return self.status is SwapStatus.OPEN and now < self.wish.respond_by

    @property
    def gives(self) -> Home:
        """The home that gives the time away."""
        return self.wish.home.other

    def as_ask(self, now: datetime) -> Ask:
        said_no = self.status in (SwapStatus.REFUSED, SwapStatus.COUNTERED)
        return Ask(
            self.by,
            self.wish.children,
            self.wish.spans,
            self.asked_at,
            self.waits(now),
            refused_at=self.answered_at if said_no else None,
            taken_back_at=self.answered_at if self.status is SwapStatus.WITHDRAWN else None,
        )


def problems_of_wish(wish: SwapWish, children: Sequence[UUID], now: datetime) -> tuple[Problem, ...]:
    """Everything that is wrong with the wish itself, at once. `children`: the family's."""
    return (
        *problems_of_children(wish.children, children),
        *problems_of_span(wish.span, now),
        *_of_return(wish, now),
        *problems_of_answer_by(wish.respond_by, wish.spans, now),
    )


def _of_return(wish: SwapWish, now: datetime) -> Iterator[Problem]:
    if wish.back is None:
        if wish.make_up is MakeUp.BACK:
            yield Problem("back_starts_at", "Say which time the other parent gets in return.")
        return
    if wish.make_up is not MakeUp.BACK:
        yield Problem("make_up", "Choose the time in return, or leave it empty.")
    yield from problems_of_span(wish.back, now, "back_")
    if wish.back.overlaps(wish.span):
        yield Problem("back_starts_at", "Choose a time in return that is not in the swap itself.")


def ask(wish: SwapWish, *, family_id: UUID, by: Home, id: UUID, now: datetime) -> Swap:
    """A new open question, from a wish without problems."""
    return Swap(id, family_id, by, wish, SwapStatus.OPEN, now)


def counter(swap: Swap, wish: SwapWish, *, by: Home, id: UUID, now: datetime) -> tuple[Swap, Swap]:
    """The question, closed, and the other parent's own in its place. Raises as `refuse` does."""
    closed = _answered(swap, by, SwapStatus.COUNTERED, now)
    own = Swap(id, swap.family_id, by, wish, SwapStatus.OPEN, now, counters=swap.id)
    return closed, own


def accept(swap: Swap, by: Home, now: datetime) -> Swap:
    """From now on it counts. Raises NotYourTurn, AlreadyAnswered, TimeToAnswerOver."""
    return _answered(swap, by, SwapStatus.ACCEPTED, now)


def refuse(swap: Swap, by: Home, now: datetime) -> Swap:
    """No reason is asked. Raises NotYourTurn, AlreadyAnswered, TimeToAnswerOver."""
    return _answered(swap, by, SwapStatus.REFUSED, now)


def withdraw(swap: Swap, by: Home, now: datetime) -> Swap:
    """Taken back by who asked. Raises NotYourOwn, AlreadyAnswered, TimeToAnswerOver."""
    if by is not swap.by:
        raise NotYourOwn
    return _closed(swap, SwapStatus.WITHDRAWN, now)


def _answered(swap: Swap, by: Home, status: SwapStatus, now: datetime) -> Swap:
    if by is swap.by:
        raise NotYourTurn
    return _closed(swap, status, now)


def _closed(swap: Swap, status: SwapStatus, now: datetime) -> Swap:
    if swap.status is not SwapStatus.OPEN:
        raise AlreadyAnswered
    if not swap.waits(now):
        raise TimeToAnswerOver
    return replace(swap, status=status, answered_at=now)


def undone(swaps: Iterable[Swap]) -> Mapping[UUID, datetime]:
    """Swaps that another accepted swap has undone, and since when."""
    return {
        one.undoes: one.answered_at
        for one in swaps
        if one.undoes and one.answered_at and one.status is SwapStatus.ACCEPTED
    }


def standing(swap: Swap, swaps: Iterable[Swap], now: datetime) -> Standing:
    if swap.status is SwapStatus.OPEN and not swap.waits(now):
        return Standing.EXPIRED
    if swap.status is SwapStatus.ACCEPTED and swap.id in undone(swaps):
        return Standing.UNDONE
    return Standing(swap.status.value)


def windows(swaps: Sequence[Swap]) -> tuple[Window, ...]:
    """What the accepted swaps lay over the plan. What had passed when one was undone stays as it was."""
    gone = undone(swaps)
    return tuple(
        window
        for one in swaps
        if one.status is SwapStatus.ACCEPTED and one.undoes is None
        for window in _windows_of(one)
        if one.id not in gone or window.starts_at < gone[one.id]
    )


def _windows_of(swap: Swap) -> Iterator[Window]:
    made_at = swap.answered_at or swap.asked_at
    wish = swap.wish
    turns = ((wish.span, wish.home), *(((wish.back, wish.home.other),) if wish.back else ()))
    for span, home in turns:
        yield Window(Layer.SWAP, home, span.starts_at, span.ends_at, made_at, wish.children, swap.id)


def undoable(swap: Swap, swaps: Iterable[Swap], now: datetime) -> tuple[Span, ...]:
    """The spans that would go back to the plan: those still to come. Raises AlreadyAnswered, SwapUndone, SwapBegun."""
    if swap.status is not SwapStatus.ACCEPTED or swap.undoes is not None:
        raise AlreadyAnswered
    if swap.id in undone(swaps):
        raise SwapUndone
    spans = swap.wish.spans
    if any(span.starts_at <= now < span.ends_at for span in spans):
        raise SwapBegun
    coming = tuple(span for span in spans if span.starts_at > now)
    if not coming:
        raise SwapBegun
    return coming


def ask_to_undo(
    swap: Swap, swaps: Iterable[Swap], respond_by: datetime, *, by: Home, id: UUID, now: datetime
) -> Swap:
    """Ask that an accepted swap no longer counts. Either parent may. Raises as `undoable` does."""
    first, *rest = undoable(swap, swaps, now)
    wish = SwapWish(
        children=swap.wish.children,
        home=swap.wish.home.other if first == swap.wish.span else swap.wish.home,
        span=first,
        respond_by=respond_by,
        make_up=MakeUp.BACK if rest else MakeUp.NONE,
        back=rest[0] if rest else None,
    )
    return Swap(id, swap.family_id, by, wish, SwapStatus.OPEN, now, undoes=swap.id)


def as_if_accepted(swap: Swap, swaps: Sequence[Swap], now: datetime) -> tuple[Window, ...]:
    """What all swaps would lay over the plan if this one were accepted now."""
    accepted = replace(swap, status=SwapStatus.ACCEPTED, answered_at=now)
    return windows((*(one for one in swaps if one.id != swap.id), accepted))


def to_make_up(swaps: Sequence[Swap]) -> tuple[Swap, ...]:
    """Accepted swaps whose make-up time is still to be agreed: not let go, not undone, not made up for by another."""
    gone = undone(swaps)
    made_up = {
        one.wish.makes_up_for for one in swaps if one.status is SwapStatus.ACCEPTED and one.id not in gone
    }
    return tuple(
        one
        for one in swaps
        if one.status is SwapStatus.ACCEPTED
        and one.wish.make_up is MakeUp.LATER
        and one.settled_at is None
        and one.id not in gone
        and one.id not in made_up
    )


def let_go(swap: Swap, by: Home, swaps: Sequence[Swap], now: datetime) -> Swap:
    """Whoever gave the time says that nothing is owed. Raises NotYourOwn, AlreadyAnswered."""
    if by is not swap.gives:
        raise NotYourOwn
    if swap not in to_make_up(swaps):
        raise AlreadyAnswered
    return replace(swap, settled_at=now)
