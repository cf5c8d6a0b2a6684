"""What a swap is looked at against: the calendar as it stands, the plan's customs and all that was asked before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.usecases import calendar
from parenting_plans import plan, store, swaps
from parenting_plans.asking import Ask, Span, touches_protection
from parenting_plans.away_days import AwayDays, in_the_way
from parenting_plans.clauses.d05_swaps import CLAUSE as SWAPS
from parenting_plans.laid import Laid
from parenting_plans.swap_effect import Effect, effect
from parenting_plans.swaps import Swap, SwapWish
from parenting_plans.values import ZONE, Agreed, InForce, Layer, Problem, Version

AWAY = "A child is at a camp or in hospital on some of these days. Such days cannot be moved."
PROTECTED = "A court decision covers one of these days. Such a day cannot be moved."


@dataclass(frozen=True, slots=True)
class Customs:
    """What the plan in force says about swaps, else what is usual. `agreed`: the plan says it."""

    notice: int
    answer: int
    longest: int
    make_up: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What a swap is looked at against."""

    family: Family
    versions: tuple[InForce, ...]
    laid: Laid  # as the calendar stands
    swaps: tuple[Swap, ...]
    asks: tuple[Ask, ...]
    away: tuple[AwayDays, ...]
    customs: Customs

    def with_(self, swap: Swap, now: datetime) -> Laid:
        """What would lie over the plan if this swap were accepted now."""
        own = swaps.windows(self.swaps)
        others = tuple(one for one in self.laid.over if one not in own)
        return self.laid.with_over((*others, *swaps.as_if_accepted(swap, self.swaps, now)))

    def effect_of(self, swap: Swap, now: datetime) -> Effect:
        children = [child.for_schedule for child in self.family.children]
        return effect(self.versions, children, self.laid, self.with_(swap, now))

    def protected(self, wish: SwapWish) -> bool:
        return touches_protection(wish.spans, wish.children, self.laid.over)

    def away_from(self, wish: SwapWish) -> bool:
        """Whether a child is at a camp or in hospital in that time: then a swap is void."""
        return bool(in_the_way(wish.spans, wish.children, self.away))

    def under(self, wish: SwapWish, *layers: Layer) -> bool:
        return any(
            window.layer in layers
            and (not window.children or bool(set(window.children) & set(wish.children)))
            and any(span.overlaps(Span(window.starts_at, window.ends_at)) for span in wish.spans)
            for window in self.laid.over
        )


async def ground_of(session: AsyncSession, family: Family, now: datetime) -> Ground:
    sealed = await store.versions_of(session, family.id)
    versions = plan.in_force(sealed, [child.for_schedule for child in family.children])
    found = await store.swaps_of(session, family.id)
    return Ground(
        family=family,
        versions=versions,
        laid=await calendar.laid(session, family.id, now),
        swaps=found,
        asks=await asks_of(session, family.id, now),
        away=await store.away_days_of(session, family.id),
        customs=customs_in(agreed_at(sealed, versions, now)),
    )


def agreed_at(sealed: Sequence[Version], versions: Sequence[InForce], at: datetime) -> Agreed:
    """What the plan says that governs at a moment; before the first one begins, what that one says."""
    begun = [one.version_id for one in versions if one.starts_at <= at] or [
        one.version_id for one in versions[:1]
    ]
    return next((one.agreed for one in sealed if one.id in begun[-1:]), {})


def customs_in(agreed: Agreed) -> Customs:
    said = agreed.get(SWAPS.code)
    answers: Mapping[str, Any] = {**(SWAPS.default or {}), **(said or {})}
    return Customs(
        notice=int(answers["notice"]),
        answer=int(answers["answer"]),
        longest=int(answers["max_shift"]),
        make_up=answers["make_up"] == "swap",
        agreed=bool(said),
    )


def problems_of_calendar(wish: SwapWish, ground: Ground) -> Iterator[Problem]:
    if not ground.versions:
        yield Problem("", "A swap changes days of a plan that both have signed. There is none yet.")
    elif any(span.starts_at < ground.versions[0].starts_at for span in wish.spans):
        day = f"{day_of(ground.versions[0].starts_at):%d/%m/%Y}"
        yield Problem("starts_at", "Your plan begins on {day}. Choose a time after that.", {"day": day})
    if ground.protected(wish):
        yield Problem("", PROTECTED)
    if ground.away_from(wish):
        yield Problem("", AWAY)
    owed = {one.id for one in swaps.to_make_up(ground.swaps)}
    if wish.makes_up_for is not None and wish.makes_up_for not in owed:
        yield Problem("", "This make-up time was agreed or let go already.")


def day_of(at: datetime) -> date:
    return at.astimezone(ZONE).date()


async def asks_of(session: AsyncSession, family_id: UUID, now: datetime) -> tuple[Ask, ...]:
    """Every question of either parent, for the limits they have in common."""
    found = await store.swaps_of(session, family_id)
    offers = await store.care_offers_of(session, family_id)
    return (*(one.as_ask(now) for one in found), *(one.as_ask(now) for one in offers))


async def settle(errand: Errand, family: Family, what: str, subject: UUID, *, receipt: bool = False) -> None:
    """Record, tell the other parent and let the worker look. With `receipt` the one who acted is told too."""
    await errand.record(stream_of(family.id), what, subject)
    event = f"{what}:{subject}"
    await errand.tell_other(family, "swap", event)
    if receipt:
        await errand.tell(errand.who.id, "swap", event)
    await errand.changed(family)
