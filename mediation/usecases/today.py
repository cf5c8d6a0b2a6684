"""A parent's start page: where the children are tonight, what comes next, what waits for this parent's answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import Family
from mediation.sessions import Session, Status
from mediation.usecases import (
    calendar,
    calendar_days,
    care_offer,
    handover,
    mandate,
    plan,
    plan_clauses,
    plan_review,
    screen,
    session,
    swap,
    travel_document_receipt,
    trip,
)
from mediation.usecases.calendar import ChildNights
from mediation.usecases.plan import PlanDesk
from parenting_plans import plan as plans
from parenting_plans.clauses.d02_handover_place import CLAUSE as PLACE
from parenting_plans.values import ZONE, Handover, InForce, Version, Words

STRIP = 14  # nights
LOOK_AHEAD = timedelta(days=100)  # for the next handover; a long-distance plan has few


class Ask(StrEnum):
    """What can wait for a parent's answer, the most pressing first."""

    QUESTIONS = "questions"
    SIGN = "sign"
    PROPOSAL = "proposal"
    CLAUSE = "clause"
    REVIEW = "review"
    TRIP = "trip"
    DOCUMENT = "document"
    SWAP = "swap"
    CARE = "care"
    MANDATE = "mandate"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for this parent; `id` where there can be more than one of its kind."""

    ask: Ask
    id: UUID | None = None


class FirstStep(StrEnum):
    """What a parent without a plan can do next."""

    CHILDREN = "children"
    QUESTIONS = "questions"
    PLAN = "plan"
    WAIT = "wait"  # the plan is with both parents: proposed, or to be signed


@dataclass(frozen=True, slots=True)
class Today:
    """`starts_at`: when the first plan begins to count; None without a sealed plan, and then `first_step` is set.

    `next_handovers`: all children who change homes at the next moment. `place`: what D02 says about it.
    """

    nights: tuple[ChildNights, ...]
    starts_at: datetime | None
    first_step: FirstStep | None
    draft_to_try: bool
    next_handovers: tuple[Handover, ...]
    place: Words | None
    appointment: Session | None
    waiting: tuple[Waiting, ...]
    review_waits: bool  # this parent has looked at the plan again, the other has not yet


async def today(reading: AsyncSession, family: Family, now: datetime) -> Today:
    """Raises NotYours for anyone but a parent of the family."""
    family.own_home  # noqa: B018  raises for anyone else
    desk = await plan.desk(reading, family)
    review = await plan_review.desk(reading, family, now)
    answered = await screen.has_answered(reading, family)
    versions = plans.in_force(desk.versions, [child.for_schedule for child in family.children])
    laid = await calendar.laid(reading, family.id, now)
    upcoming = _next(handover.foreseen(versions, family, now, now + LOOK_AHEAD, laid))
    booked = [one for one in await session.sessions_of(reading, family, now) if one.status is Status.BOOKED]
    day = now.astimezone(ZONE).date()
    return Today(
        nights=calendar.nights_under(versions, family, day, STRIP, laid),
        starts_at=versions[0].starts_at if versions else None,
        first_step=None if versions else _first_step(family, desk, answered=answered),
        draft_to_try=not versions
        and desk.draft is not None
        and calendar_days.with_draft((), desk.draft, day, family.children) is not None,
        next_handovers=upcoming,
        place=_place(desk.versions, versions, upcoming[0].at) if upcoming else None,
        appointment=booked[0] if booked else None,
        waiting=(
            *([] if answered else [Waiting(Ask.QUESTIONS)]),
            *_about_the_plan(family, desk),
            *await _about_clauses(reading, family),
            *([Waiting(Ask.REVIEW)] if review.waits_for(family.home) else []),
            *await _about_trips(reading, family, now),
            *await _about_professionals(reading, family),
            *await _about_documents(reading, family),
            *await _about_swaps(reading, family, now),
            *(
                [Waiting(Ask.HANDOVER)]
                if await handover.unnoted(reading, family, versions, now, laid)
                else []
            ),
        ),
        review_waits=review.current is not None and not review.waits_for(family.home),
    )


def _next(handovers: Sequence[Handover]) -> tuple[Handover, ...]:
    return tuple(one for one in handovers if one.at == handovers[0].at)


def _first_step(family: Family, desk: PlanDesk, *, answered: bool) -> FirstStep:
    if not family.children:
        return FirstStep.CHILDREN
    if not answered:
        return FirstStep.QUESTIONS
    return FirstStep.WAIT if desk.open_proposal or desk.to_sign else FirstStep.PLAN


def _about_the_plan(family: Family, desk: PlanDesk) -> Iterator[Waiting]:
    version, proposal = desk.to_sign, desk.open_proposal
    if version and all(one.home is not family.home for one in version.signatures):
        yield Waiting(Ask.SIGN, version.id)
    if proposal and proposal.by is not family.home:
        yield Waiting(Ask.PROPOSAL, proposal.id)


async def _about_clauses(reading: AsyncSession, family: Family) -> list[Waiting]:
    """One line for all topics that wait: they are answered one after another on one page."""
    talks = (await plan_clauses.talks(reading, family)).values()
    waits = any(one.waiting and family.home in one.waiting.waits_for for one in talks)
    return [Waiting(Ask.CLAUSE)] if waits else []


async def _about_trips(reading: AsyncSession, family: Family, now: datetime) -> list[Waiting]:
    return [
        Waiting(Ask.TRIP, card.trip.id)
        for card in reversed(await trip.cards(reading, family, now))
        if card.waits_for is family.home and not card.past(now)
    ]


async def _about_professionals(reading: AsyncSession, family: Family) -> list[Waiting]:
    asked = await mandate.mandates_of(reading, family.id)
    return [Waiting(Ask.MANDATE, one.id) for one in asked if one.waits and family.home not in one.agreed]


async def _about_documents(reading: AsyncSession, family: Family) -> list[Waiting]:
    waiting = await travel_document_receipt.waiting_for(reading, family)
    return [Waiting(Ask.DOCUMENT, document) for document in waiting]


async def _about_swaps(reading: AsyncSession, family: Family, now: datetime) -> list[Waiting]:
    return [
        *(Waiting(Ask.SWAP, one.id) for one in await swap.waiting_for(reading, family, now)),
        *(Waiting(Ask.CARE, one.id) for one in await care_offer.waiting_for(reading, family, now)),
    ]


def _place(sealed: Sequence[Version], versions: Sequence[InForce], at: datetime) -> Words | None:
    """The place of a handover, as the plan that governs it says it; never more than the plan both have signed."""
    governing = [one.version_id for one in versions if one.starts_at <= at]
    answers = next((one.agreed.get(PLACE.code) for one in sealed if one.id in governing[-1:]), None)
    return PLACE.sentence(answers, {}) if answers else None
