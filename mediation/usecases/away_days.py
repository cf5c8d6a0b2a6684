"""Camps and hospital days of the children: either parent notes them, both see them, no swap moves them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from parenting_plans import away_days, store, swaps
from parenting_plans.asking import Span
from parenting_plans.away_days import AwayDays, Noting
from parenting_plans.care_offers import CareOffer
from parenting_plans.swaps import Standing, Swap
from parenting_plans.values import Problem


@dataclass(frozen=True, slots=True)
class Means:
    """What noting these days means. No night changes homes.

    `void`: questions that can no longer be accepted. `stays`: swaps that both accepted; they count as before.
    """

    void: tuple[Swap | CareOffer, ...]
    stays: tuple[Swap, ...]


@dataclass(frozen=True, slots=True)
class AwayDesk:
    """What counts now or later, and what is over or was removed; by their start."""

    coming: tuple[AwayDays, ...]
    past: tuple[AwayDays, ...]


async def desk(session: AsyncSession, family: Family, now: datetime) -> AwayDesk:
    """Raises NotYours for anyone but a parent."""
    require(may_do(family.relations, Action.AWAY_DAYS))
    found = await store.away_days_of(session, family.id)
    return AwayDesk(
        tuple(one for one in found if one.open(now)), tuple(one for one in found if not one.open(now))
    )


async def within(session: AsyncSession, family: Family, span: Span) -> tuple[AwayDays, ...]:
    """Those that touch a time, to show them in a calendar; none for a viewer who may not see them."""
    if not may_do(family.relations, Action.AWAY_DAYS):
        return ()
    found = await store.away_days_of(session, family.id)
    return tuple(one for one in found if one.counts and one.said.span.overlaps(span))


async def one(session: AsyncSession, family: Family, away_id: UUID) -> AwayDays:
    """Raises NotYours, AwayDaysMissing."""
    require(may_do(family.relations, Action.AWAY_DAYS))
    return await store.away_days(session, family.id, away_id)


async def preview(session: AsyncSession, family: Family, said: Noting, now: datetime) -> Means:
    """What it would mean; nothing is kept. Raises what `note` would raise."""
    require(may_do(family.relations, Action.AWAY_DAYS))
    found = await store.away_days_of(session, family.id)
    own = [one for one in found if one.by is family.own_home]
    _check(away_days.problems_of_noting(said, [child.id for child in family.children], own, now))
    noted = away_days.note(said, family_id=family.id, by=family.own_home, id=family.id, now=now)
    return await _means(session, family, noted, now)


async def _means(session: AsyncSession, family: Family, noted: AwayDays, now: datetime) -> Means:
    asked = await store.swaps_of(session, family.id)
    offers = await store.care_offers_of(session, family.id)

    def hit(swap: Swap) -> bool:
        return bool(away_days.in_the_way(swap.wish.spans, swap.wish.children, (noted,)))

    def offer_hit(offer: CareOffer) -> bool:
        return bool(away_days.in_the_way((offer.absence.span,), offer.absence.children, (noted,)))

    return Means(
        (
            *(one for one in asked if one.waits(now) and hit(one)),
            *(one for one in offers if one.waits(now) and offer_hit(one)),
        ),
        tuple(
            one
            for one in asked
            if one.undoes is None and swaps.standing(one, asked, now) is Standing.ACCEPTED and hit(one)
        ),
    )


async def note(errand: Errand, family_id: UUID, said: Noting) -> UUID:
    """Note them. The other parent is told; no night changes homes. Raises Refused."""
    family = await errand.family(family_id, Action.AWAY_DAYS)
    await preview(errand.session, family, said, errand.now)
    noted = away_days.note(said, family_id=family.id, by=family.own_home, id=errand.new_id(), now=errand.now)
    await store.save_away_days(errand.session, noted)
    await _tell(errand, family, "away.noted", noted.id)
    return noted.id


async def move_end(errand: Errand, family_id: UUID, away_id: UUID, ends_at: datetime) -> None:
    """They end earlier or later. Raises NotYourOwn, AwayDaysOver, Refused."""
    family = await errand.family(family_id, Action.AWAY_DAYS)
    before = await store.away_days(errand.session, family.id, away_id)
    moved = away_days.move_end(before, ends_at, family.own_home, errand.now)
    _check(away_days.problems_of_end(before, ends_at, errand.now))
    await store.save_away_days(errand.session, moved, before)
    await _tell(errand, family, "away.moved", away_id)


async def remove(errand: Errand, family_id: UUID, away_id: UUID) -> None:
    """They do not take place. Raises NotYourOwn, AwayDaysOver."""
    family = await errand.family(family_id, Action.AWAY_DAYS)
    before = await store.away_days(errand.session, family.id, away_id)
    removed = away_days.remove(before, family.own_home, errand.now)
    await store.save_away_days(errand.session, removed, before)
    await _tell(errand, family, "away.removed", away_id)


async def _tell(errand: Errand, family: Family, what: str, subject: UUID) -> None:
    await errand.record(stream_of(family.id), what, subject)
    await errand.tell_other(family, "swap", f"{what}:{subject}:{errand.now.isoformat()}")
    await errand.changed(family)


def _check(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)
