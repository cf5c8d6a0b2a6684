"""Both parents look at the plan again: a task that waits until each has answered, whatever the other does."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, Thing, may, may_do, require
from mediation.refusals import Refused
from mediation.tables import FamilyRow
from mediation.usecases import plan
from mediation.usecases.plan_seal import review_term
from notifications import outbox
from notifications.values import Message
from parenting_plans import reviews, store
from parenting_plans.reviews import Answer, Review
from parenting_plans.store import due
from parenting_plans.values import ZONE, Home, Version

Writing = Callable[[], AbstractAsyncContextManager[AsyncSession]]


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """`current`: the review that is shown as a task now. `next_on`: when the next one opens, while none is shown."""

    current: Review | None
    next_on: date | None
    next_due: date | None
    overdue: bool
    past: tuple[Review, ...]  # newest first; empty for anyone but a parent

    def waits_for(self, home: Home | None) -> bool:
        return self.current is not None and home is not None and self.current.waits_for(home)


async def desk(session: AsyncSession, family: Family, now: datetime) -> ReviewDesk:
    """The reviews of a family's plan. What each parent answered is for the parents; others see what is due."""
    require(may_do(family.relations, Action.SEE_PLAN))
    require(may(family.relations, Action.READ, Thing.SIGNED_PLAN))
    today = now.astimezone(ZONE).date()
    every = await store.reviews_of(session, family.id)
    waiting = next((one for one in every if one.closed_at is None), None)
    shown = waiting if waiting and waiting.is_shown(today) else None
    return ReviewDesk(
        current=shown,
        next_on=waiting.opens_on if waiting and not shown else None,
        next_due=waiting.due_on if waiting and not shown else None,
        overdue=shown is not None and shown.is_overdue(today),
        past=tuple(one for one in reversed(every) if one.closed_at is not None) if family.home else (),
    )


async def answer(errand: Errand, family_id: UUID, review_id: UUID, said: Answer) -> bool:
    """This parent has looked; returns whether that ended the review. The next one is planned then.

    Who wants to change the plan finds it in their own draft, unless they had begun one: that one stays.
    """
    family = await errand.family(family_id, Action.SIGN_PLAN)
    review = await store.review(errand.session, family.id, review_id)
    answered = reviews.answer(review, family.own_home, said, errand.now)
    await store.save_review(errand.session, answered, errand.now)
    await errand.record(stream_of(family.id), "review.answered", review.id, said=said.value)
    if said is Answer.CHANGE and await store.draft(errand.session, family.id, family.own_home) is None:
        await plan.draft_from_version(errand, family.id, review.version_id)
    if answered.closed_at is not None:
        versions = await store.versions_of(errand.session, family.id)
        await store.save_new_review(errand.session, _following(errand, versions, answered))
    await errand.tell_other(family, "plan", f"review:{review.id}:{family.own_home}")
    return answered.closed_at is not None


async def postpone(errand: Errand, family_id: UUID, review_id: UUID, to: date) -> None:
    """Move the review for both, which both see. Raises Refused for a day that is too early or too far."""
    family = await errand.family(family_id, Action.SIGN_PLAN)
    review = await store.review(errand.session, family.id, review_id)
    problems = reviews.problems_of_day(review, to, errand.now.astimezone(ZONE).date())
    if problems and review.can_be_postponed and review.waits_for(family.own_home):
        raise Refused(*problems)
    postponed = reviews.postpone(review, family.own_home, to, errand.now)
    await store.save_review(errand.session, postponed, errand.now)
    await errand.record(stream_of(family.id), "review.postponed", review.id, to=to.isoformat())
    await errand.tell_other(family, "plan", f"review:{review.id}:{to.isoformat()}")


def _following(errand: Errand, versions: Sequence[Version], closed: Review) -> Review:
    today = errand.now.astimezone(ZONE).date()
    day, kind = reviews.following(review_term(versions), closed.planned_on, today)
    return Review(errand.new_id(), closed.family_id, closed.version_id, kind, day, day)


async def remind(writing: Writing, family_id: UUID, review_id: UUID, now: datetime) -> bool:
    """A discreet message to each parent who has not answered; False when another worker was first or it is closed.

    One family in one transaction. What is read and told hangs on nothing but the review.
    """
    async with writing() as session:
        await session.get(FamilyRow, family_id, with_for_update=True)
        review = await store.open_review(session, family_id)
        if review is None or review.id != review_id or not await due.claim_reminder(session, review, now):
            return False
        day = now.astimezone(ZONE).date()
        for parent in await families.parents_of(session, family_id):
            if review.waits_for(parent.home):
                key = f"plan:review:{review.id}:{day.isoformat()}:{parent.person_id}"
                await outbox.enqueue(
                    session, Message(to=parent.person_id, kind="plan", dedupe_key=key, facts={}), now
                )
        return True
