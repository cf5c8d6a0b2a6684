"""First choice to care (clause C07): a parent who will be away offers the time to the other parent first."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases import calendar, swap, swap_ground
from parenting_plans import care_offers, plan, store
from parenting_plans.asking import Span, answer_by, problems_of_limits, touches_protection
from parenting_plans.away_days import in_the_way
from parenting_plans.care_offers import Absence, CareOffer, OfferStanding
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.swap_effect import Effect, effect
from parenting_plans.values import Problem


@dataclass(frozen=True, slots=True)
class Away:
    """When a parent will be away. `respond_by` None: as the plan says for swaps."""

    children: tuple[UUID, ...]
    span: Span
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    offer: CareOffer
    standing: OfferStanding


@dataclass(frozen=True, slots=True)
class CareDesk:
    """`threshold`: from how many hours on the plan asks this; None: the plan does not."""

    threshold: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    absence: Absence
    effect: Effect
    threshold: int


@dataclass(frozen=True, slots=True)
class Card:
    """One offer. While it waits: what it would change, and `void` when a court decision stands in the way, `away` when a
    child is then at a camp or in hospital. Neither can be accepted.
    """

    offer: CareOffer
    standing: OfferStanding
    effect: Effect | None
    void: bool
    away: bool


async def desk(session: AsyncSession, family: Family, now: datetime) -> CareDesk:
    """The log that both see, newest first. Raises NotYours for anyone but a parent."""
    require(may_do(family.relations, Action.SWAP))
    found = await store.care_offers_of(session, family.id)
    lines = tuple(Line(one, care_offers.standing(one, now)) for one in reversed(found))
    return CareDesk(await _threshold(session, family, now), lines)


async def waiting_for(session: AsyncSession, family: Family, now: datetime) -> tuple[CareOffer, ...]:
    """What waits for this parent's answer."""
    found = await store.care_offers_of(session, family.id)
    return tuple(one for one in found if one.by is not family.own_home and one.waits(now))


async def card(session: AsyncSession, family: Family, offer_id: UUID, now: datetime) -> Card:
    """Raises NotYours, CareOfferMissing."""
    require(may_do(family.relations, Action.SWAP))
    found = await store.care_offer(session, family.id, offer_id)
    waits = found.waits(now)
    return Card(
        found,
        care_offers.standing(found, now),
        await _effect(session, family, found, now) if waits else None,
        void=waits and await _protected(session, family, found.absence, now),
        away=waits and await _away(session, family, found.absence),
    )


async def preview(session: AsyncSession, family: Family, away: Away, now: datetime) -> Preview:
    """What the offer would change if it is accepted; nothing is kept. Raises what `offer` would raise."""
    require(may_do(family.relations, Action.SWAP))
    threshold = await _threshold(session, family, away.span.starts_at)
    if threshold is None:
        raise Refused(Problem("", "Your plan does not ask this. You can ask for a swap instead."))
    customs = await swap.customs(session, family, now)
    absence = Absence(
        away.children,
        away.span,
        away.respond_by or answer_by(now, customs.answer, away.span.starts_at),
    )
    made = care_offers.offer(
        absence, threshold=threshold, family_id=family.id, by=family.own_home, id=family.id, now=now
    )
    problems = care_offers.problems_of_absence(
        absence, [child.id for child in family.children], threshold, now
    )
    if problems:
        raise Refused(*problems)
    await _check_days(session, family, absence, now)
    found = await _effect(session, family, made, now)
    if not found.moved:
        raise Refused(Problem("starts_at", "The children are not with you at that time."))
    limits = problems_of_limits(made.as_ask(now), await swap_ground.asks_of(session, family.id, now), now)
    if limits:
        raise Refused(*limits)
    return Preview(absence, found, threshold)


async def offer(errand: Errand, family_id: UUID, away: Away) -> UUID:
    """Offer the time. Nobody's calendar moves before a yes; no answer means that the plan stays."""
    family = await errand.family(family_id, Action.SWAP)
    seen = await preview(errand.session, family, away, errand.now)
    made = care_offers.offer(
        seen.absence,
        threshold=seen.threshold,
        family_id=family.id,
        by=family.own_home,
        id=errand.new_id(),
        now=errand.now,
    )
    await store.save_care_offer(errand.session, made)
    await swap_ground.settle(errand, family, "care.offered", made.id)
    return made.id


async def accept(errand: Errand, family_id: UUID, offer_id: UUID, shown: str) -> None:
    """Say yes to exactly what was shown (`shown`: the digest of the effect). Raises ChangedMeanwhile, Refused."""
    family = await errand.family(family_id, Action.SWAP)
    before = await store.care_offer(errand.session, family.id, offer_id)
    accepted = care_offers.accept(before, family.own_home, errand.now)
    await _check_days(errand.session, family, before.absence, errand.now)
    if shown != (await _effect(errand.session, family, before, errand.now)).shown:
        raise ChangedMeanwhile
    await store.save_care_offer(errand.session, accepted, before)
    await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
    await swap_ground.settle(errand, family, "care.accepted", offer_id, receipt=True)


async def decline(errand: Errand, family_id: UUID, offer_id: UUID) -> None:
    """Say no. No reason is asked; the plan stays as it is."""
    family = await errand.family(family_id, Action.SWAP)
    before = await store.care_offer(errand.session, family.id, offer_id)
    declined = care_offers.decline(before, family.own_home, errand.now)
    await store.save_care_offer(errand.session, declined, before)
    await swap_ground.settle(errand, family, "care.declined", offer_id)


async def withdraw(errand: Errand, family_id: UUID, offer_id: UUID) -> None:
    family = await errand.family(family_id, Action.SWAP)
    before = await store.care_offer(errand.session, family.id, offer_id)
    withdrawn = care_offers.withdraw(before, family.own_home, errand.now)
    await store.save_care_offer(errand.session, withdrawn, before)
    await swap_ground.settle(errand, family, "care.withdrawn", offer_id)


async def _threshold(session: AsyncSession, family: Family, at: datetime) -> int | None:
    sealed = await store.versions_of(session, family.id)
    versions = plan.in_force(sealed)
    return care_offers.threshold_in(swap_ground.agreed_at(sealed, versions, at)) if versions else None


async def _effect(session: AsyncSession, family: Family, made: CareOffer, now: datetime) -> Effect:
    """As if it were accepted now, over every swap that was accepted before."""
    versions = await calendar.in_force(session, family.id)
    laid = await calendar.laid(session, family.id, now)
    children = [child.for_schedule for child in family.children]
    then = replace(care_offers.window_of(made), made_at=now)
    return effect(versions, children, laid, laid.with_over((*laid.over, then)))


async def _check_days(session: AsyncSession, family: Family, absence: Absence, now: datetime) -> None:
    """Raises Refused for days that cannot be moved."""
    if await _protected(session, family, absence, now):
        raise Refused(Problem("", swap_ground.PROTECTED))
    if await _away(session, family, absence):
        raise Refused(Problem("", swap_ground.AWAY))


async def _away(session: AsyncSession, family: Family, absence: Absence) -> bool:
    noted = await store.away_days_of(session, family.id)
    return bool(in_the_way((absence.span,), absence.children, noted))


async def _protected(session: AsyncSession, family: Family, absence: Absence, now: datetime) -> bool:
    laid = await calendar.laid(session, family.id, now)
    return touches_protection((absence.span,), absence.children, laid.over)
