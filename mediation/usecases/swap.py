"""Swaps: one parent asks for other days, the other accepts, counters or says no. Nothing moves before a yes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases import calendar
from mediation.usecases.swap_ground import (
    AWAY,
    PROTECTED,
    Customs,
    Ground,
    day_of,
    ground_of,
    problems_of_calendar,
    settle,
)
from parenting_plans import store, swaps
from parenting_plans.asking import (
    Span,
    answer_by,
    problems_of_limits,
)
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.swap_effect import Effect
from parenting_plans.swaps import MakeUp, Standing, Swap, SwapWish
from parenting_plans.values import Home, Layer, Problem


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a parent asks for. `respond_by` None: as the plan says."""

    children: tuple[UUID, ...]
    home: Home
    span: Span
    make_up: MakeUp = MakeUp.NONE
    back: Span | None = None
    respond_by: datetime | None = None
    makes_up_for: UUID | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change. `late`, `long`: more or sooner than the plan foresees; the other parent can still say yes."""

    wish: SwapWish
    effect: Effect
    under_order: bool  # a court decision covers a part; it stays as it is
    late: bool
    long: bool
    customs: Customs


@dataclass(frozen=True, slots=True)
class Line:
    swap: Swap
    standing: Standing


@dataclass(frozen=True, slots=True)
class SwapDesk:
    """Everything about swaps that both parents see, newest first."""

    lines: tuple[Line, ...]
    to_make_up: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One swap. While it waits: what it would change now, and `void` when a court decision stands in the way, `away` when
    a child is then at a camp or in hospital. Neither can be accepted.
    """

    swap: Swap
    standing: Standing
    effect: Effect | None
    under_order: bool
    void: bool
    away: bool
    can_undo: bool
    to_make_up: bool


async def customs(session: AsyncSession, family: Family, now: datetime) -> Customs:
    """Raises NotYours for anyone but a parent."""
    require(may_do(family.relations, Action.SWAP))
    return (await ground_of(session, family, now)).customs


async def desk(session: AsyncSession, family: Family, now: datetime) -> SwapDesk:
    """Raises NotYours for anyone but a parent."""
    require(may_do(family.relations, Action.SWAP))
    found = await store.swaps_of(session, family.id)
    lines = [Line(one, swaps.standing(one, found, now)) for one in reversed(found)]
    return SwapDesk(tuple(lines), swaps.to_make_up(found))


async def waiting_for(session: AsyncSession, family: Family, now: datetime) -> tuple[Swap, ...]:
    """What waits for this parent's answer."""
    found = await store.swaps_of(session, family.id)
    return tuple(one for one in found if one.by is not family.own_home and one.waits(now))


async def card(session: AsyncSession, family: Family, swap_id: UUID, now: datetime) -> Card:
    """Raises NotYours, SwapMissing."""
    require(may_do(family.relations, Action.SWAP))
    found = await store.swap(session, family.id, swap_id)
    ground = await ground_of(session, family, now)
    waits = found.waits(now)
    return Card(
        swap=found,
        standing=swaps.standing(found, ground.swaps, now),
        effect=ground.effect_of(found, now) if waits else None,
        under_order=ground.under(found.wish, Layer.INTERIM_ORDER),
        void=waits and ground.protected(found.wish),
        away=waits and ground.away_from(found.wish),
        can_undo=_can_undo(found, ground.swaps, now),
        to_make_up=found in swaps.to_make_up(ground.swaps),
    )


def _can_undo(found: Swap, all_swaps: Sequence[Swap], now: datetime) -> bool:
    try:
        swaps.undoable(found, all_swaps, now)
    except swaps.NOT_UNDOABLE:
        return False
    return not any(one.undoes == found.id and one.waits(now) for one in all_swaps)


async def preview(
    session: AsyncSession, family: Family, wanted: Wanted, now: datetime, counters: UUID | None = None
) -> Preview:
    """What the question would change, before it is sent; nothing is kept. Raises what `ask` would raise."""
    require(may_do(family.relations, Action.SWAP))
    answers = None if counters is None else await store.swap(session, family.id, counters)
    if answers is not None:
        swaps.refuse(answers, family.own_home, now)
    return _preview(wanted, await ground_of(session, family, now), now, answers)


def _preview(wanted: Wanted, ground: Ground, now: datetime, answers: Swap | None) -> Preview:
    family, customs_, wish = ground.family, ground.customs, _wish(wanted, ground.customs, now)
    _check(swaps.problems_of_wish(wish, [child.id for child in family.children], now))
    _check(problems_of_calendar(wish, ground))
    asked = swaps.ask(wish, family_id=family.id, by=family.own_home, id=family.id, now=now)
    found = ground.effect_of(asked, now)
    if not found.moved:
        _check((Problem("home", "Nothing would change: the children are there at that time already."),))
    question = answers.as_ask(now) if answers is not None else None
    _check(problems_of_limits(asked.as_ask(now), ground.asks, now, answers=question))
    return Preview(
        wish,
        found,
        under_order=ground.under(wish, Layer.INTERIM_ORDER),
        late=day_of(wish.span.starts_at) < day_of(now) + timedelta(days=customs_.notice),
        long=wish.span.ends_at - wish.span.starts_at > timedelta(days=customs_.longest),
        customs=customs_,
    )


def _wish(wanted: Wanted, customs_: Customs, now: datetime) -> SwapWish:
    begins = min((wanted.span, *((wanted.back,) if wanted.back else ())), key=lambda span: span.starts_at)
    return SwapWish(
        children=wanted.children,
        home=wanted.home,
        span=wanted.span,
        respond_by=wanted.respond_by or answer_by(now, customs_.answer, begins.starts_at),
        make_up=wanted.make_up,
        back=wanted.back,
        makes_up_for=wanted.makes_up_for,
    )


def _check(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise Refused(*found)


async def ask(errand: Errand, family_id: UUID, wanted: Wanted, counters: UUID | None = None) -> UUID:
    """Send a question, or one's own in the place of the other parent's (`counters`). Nobody's calendar moves."""
    family = await errand.family(family_id, Action.SWAP)
    wish = (await preview(errand.session, family, wanted, errand.now, counters)).wish
    by, id_, now = family.own_home, errand.new_id(), errand.now
    if counters is None:
        asked = swaps.ask(wish, family_id=family.id, by=by, id=id_, now=now)
    else:
        before = await store.swap(errand.session, family.id, counters)
        closed, asked = swaps.counter(before, wish, by=by, id=id_, now=now)
        await store.save_swap(errand.session, closed, before)
    await store.save_swap(errand.session, asked)
    await settle(errand, family, "swap.asked" if counters is None else "swap.countered", asked.id)
    return asked.id


async def ask_to_undo(errand: Errand, family_id: UUID, swap_id: UUID) -> UUID:
    """Ask that an accepted swap no longer counts; it counts until the other parent says yes."""
    family = await errand.family(family_id, Action.SWAP)
    found = await store.swap(errand.session, family.id, swap_id)
    ground = await ground_of(errand.session, family, errand.now)
    coming = swaps.undoable(found, ground.swaps, errand.now)
    begins = min(span.starts_at for span in coming)
    asked = swaps.ask_to_undo(
        found,
        ground.swaps,
        answer_by(errand.now, ground.customs.answer, begins),
        by=family.own_home,
        id=errand.new_id(),
        now=errand.now,
    )
    if ground.protected(asked.wish):
        raise Refused(Problem("", PROTECTED))
    if ground.away_from(asked.wish):
        raise Refused(Problem("", AWAY))
    _check(problems_of_limits(asked.as_ask(errand.now), ground.asks, errand.now))
    await store.save_swap(errand.session, asked)
    await settle(errand, family, "swap.undo_asked", asked.id)
    return asked.id


async def accept(errand: Errand, family_id: UUID, swap_id: UUID, shown: str) -> None:
    """Say yes to exactly what was shown (`shown`: the digest of the effect), and it counts from now on.

    Everything is looked at again: raises ChangedMeanwhile when the calendar is no longer what it was, and Refused.
    """
    family = await errand.family(family_id, Action.SWAP)
    before = await store.swap(errand.session, family.id, swap_id)
    accepted = swaps.accept(before, family.own_home, errand.now)
    ground = await ground_of(errand.session, family, errand.now)
    if before.undoes is not None:
        undone = next(one for one in ground.swaps if one.id == before.undoes)
        swaps.undoable(undone, ground.swaps, errand.now)
    _check(problems_of_calendar(before.wish, ground))
    if shown != ground.effect_of(before, errand.now).shown:
        raise ChangedMeanwhile
    await store.save_swap(errand.session, accepted, before)
    await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
    await settle(errand, family, "swap.accepted", swap_id, receipt=True)


async def refuse(errand: Errand, family_id: UUID, swap_id: UUID) -> None:
    """Say no. No reason is asked, and nothing changes."""
    family = await errand.family(family_id, Action.SWAP)
    before = await store.swap(errand.session, family.id, swap_id)
    refused = swaps.refuse(before, family.own_home, errand.now)
    await store.save_swap(errand.session, refused, before)
    await settle(errand, family, "swap.refused", swap_id)


async def withdraw(errand: Errand, family_id: UUID, swap_id: UUID) -> None:
    family = await errand.family(family_id, Action.SWAP)
    before = await store.swap(errand.session, family.id, swap_id)
    withdrawn = swaps.withdraw(before, family.own_home, errand.now)
    await store.save_swap(errand.session, withdrawn, before)
    await settle(errand, family, "swap.withdrawn", swap_id)


async def let_go(errand: Errand, family_id: UUID, swap_id: UUID) -> None:
    """Whoever gave time away says that nothing has to be made up for."""
    family = await errand.family(family_id, Action.SWAP)
    before = await store.swap(errand.session, family.id, swap_id)
    found = await store.swaps_of(errand.session, family.id)
    await store.save_swap(errand.session, swaps.let_go(before, family.own_home, found, errand.now), before)
    await settle(errand, family, "swap.let_go", swap_id)
