"""Reviews of one family's plans with what each parent did."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.errors import ChangedMeanwhile, ReviewMissing
from parenting_plans.reviews import Answer, Answered, Kind, Postponed, Review, remind_at
from parenting_plans.store.rows import add, change, every
from parenting_plans.tables import PlanReviewRow, PlanReviewStepRow
from parenting_plans.values import Home

POSTPONED = "postponed"


async def reviews_of(session: AsyncSession, family_id: UUID) -> tuple[Review, ...]:
    """All reviews, by the day the plan named."""
    rows = select(PlanReviewRow).where(PlanReviewRow.family_id == family_id)
    ordered = rows.order_by(
        col(PlanReviewRow.planned_on), col(PlanReviewRow.closed_at), col(PlanReviewRow.id)
    )
    return await _whole(session, await every(session, ordered))


async def open_review(session: AsyncSession, family_id: UUID) -> Review | None:
    """The one that is not closed; a family has at most one."""
    rows = select(PlanReviewRow).where(
        PlanReviewRow.family_id == family_id, col(PlanReviewRow.closed_at).is_(None)
    )
    return next(iter(await _whole(session, await every(session, rows))), None)


async def review(session: AsyncSession, family_id: UUID, review_id: UUID) -> Review:
    """Raises ReviewMissing."""
    rows = select(PlanReviewRow).where(PlanReviewRow.id == review_id, PlanReviewRow.family_id == family_id)
    found = await _whole(session, await every(session, rows))
    if not found:
        raise ReviewMissing
    return found[0]


async def save_new_review(session: AsyncSession, review: Review) -> None:
    """Store a new one. Raises ChangedMeanwhile when another of this family is open."""
    row = PlanReviewRow(
        id=review.id,
        family_id=review.family_id,
        version_id=review.version_id,
        kind=review.kind.value,
        planned_on=review.planned_on,
        due_on=review.due_on,
        remind_at=remind_at(review),
    )
    await add(session, row)


async def save_review(session: AsyncSession, review: Review, now: datetime) -> None:
    """Store the newest step of a review, or that it was overtaken. Raises ChangedMeanwhile when somebody was first."""
    before = len(review.steps) - (0 if review.overtaken else 1)
    as_read = (
        col(PlanReviewRow.id) == review.id,
        col(PlanReviewRow.family_id) == review.family_id,
        col(PlanReviewRow.closed_at).is_(None),
        col(PlanReviewRow.steps) == before,
    )
    changed = update(PlanReviewRow).where(*as_read)
    changed = changed.values(
        due_on=review.due_on,
        closed_at=review.closed_at,
        overtaken=review.overtaken,
        remind_at=None if review.closed_at else remind_at(review, now),
        steps=len(review.steps),
    )
    await change(session, changed, ChangedMeanwhile)
    if not review.overtaken:
        await add(session, _step(review.id, len(review.steps), review.steps[-1]))


def _step(review_id: UUID, number: int, one: Answered | Postponed) -> PlanReviewStepRow:
    row = PlanReviewStepRow(
        review_id=review_id, number=number, home=one.home.value, said=POSTPONED, at=one.at
    )
    if isinstance(one, Answered):
        row.said = one.answer.value
    else:
        row.from_day, row.to_day = one.from_day, one.to_day
    return row


def _step_from(row: PlanReviewStepRow) -> Answered | Postponed:
    if row.from_day and row.to_day:
        return Postponed(Home(row.home), row.from_day, row.to_day, row.at)
    return Answered(Home(row.home), Answer(row.said), row.at)


async def _whole(session: AsyncSession, rows: Sequence[PlanReviewRow]) -> tuple[Review, ...]:
    wanted = select(PlanReviewStepRow).where(col(PlanReviewStepRow.review_id).in_([row.id for row in rows]))
    steps: dict[UUID, list[PlanReviewStepRow]] = defaultdict(list)
    for step in await every(session, wanted.order_by(col(PlanReviewStepRow.number))) if rows else ():
        steps[step.review_id].append(step)
    return tuple(_review(row, steps[row.id]) for row in rows)


def _review(row: PlanReviewRow, steps: Sequence[PlanReviewStepRow]) -> Review:
    return Review(
        id=row.id,
        family_id=row.family_id,
        version_id=row.version_id,
        kind=Kind(row.kind),
        planned_on=row.planned_on,
        due_on=row.due_on,
        steps=tuple(_step_from(one) for one in steps),
        closed_at=row.closed_at,
        overtaken=row.overtaken,
    )
