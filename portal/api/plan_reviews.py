"""Reviews of the plan, for programs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import BaseModel, ConfigDict
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.usecases import plan_review
from parenting_plans.reviews import Answer, Answered, Kind, Postponed, Review
from parenting_plans.values import Home
from portal.visit import Visit


class ReviewAnswerIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"answer": "stays"}]})
    answer: Answer


class PostponementIn(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"to": "2027-09-06"}]})
    to: date


@dataclass(frozen=True, slots=True)
class ReviewStepOut:
    """`said`: stays, change or postponed; `to` is the day it was postponed to."""

    home: Home
    said: str
    at: datetime
    to: date | None


@dataclass(frozen=True, slots=True)
class ReviewOut:
    """`steps` are for the parents; others see what is due."""

    id: UUID
    kind: Kind
    planned_on: date
    due_on: date
    closed_at: datetime | None
    overtaken: bool
    can_be_postponed: bool
    steps: list[ReviewStepOut]


@dataclass(frozen=True, slots=True)
class ReviewsOut:
    """`current` waits for an answer of one of the parents or of both; `next_due` is set while nothing does."""

    current: ReviewOut | None
    overdue: bool
    next_due: date | None
    past: list[ReviewOut]


@dataclass(frozen=True, slots=True)
class ReviewAnsweredOut:
    closed: bool


class PlanReviewsApi(Controller):
    path = "/api/families/{family_id:uuid}/plan/reviews"
    tags = ("plan",)

    @get("/")
    async def reviews(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> ReviewsOut:
        """The review that is due, or when the next one is, and what came of earlier ones."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await plan_review.desk(reading, family, visit.now)
        return ReviewsOut(
            current=_review_out(family, found.current) if found.current else None,
            overdue=found.overdue,
            next_due=found.next_due,
            past=[_review_out(family, one) for one in found.past],
        )

    @post("/{review_id:uuid}/answer", status_code=200)
    async def answer(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        review_id: FromPath[UUID],
        data: JSONBody[ReviewAnswerIn],
    ) -> ReviewAnsweredOut:
        """Say that you looked. The review ends when both parents have."""
        return ReviewAnsweredOut(await plan_review.answer(errand, family_id, review_id, data.answer))

    @post("/{review_id:uuid}/postponement", status_code=204)
    async def postpone(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        review_id: FromPath[UUID],
        data: JSONBody[PostponementIn],
    ) -> None:
        """Move it for both, by three months at most, twice in all."""
        await plan_review.postpone(errand, family_id, review_id, data.to)


def _review_out(family: Family, one: Review) -> ReviewOut:
    return ReviewOut(
        id=one.id,
        kind=one.kind,
        planned_on=one.planned_on,
        due_on=one.due_on,
        closed_at=one.closed_at,
        overtaken=one.overtaken,
        can_be_postponed=one.can_be_postponed,
        steps=[_step_out(step) for step in one.steps] if family.home else [],
    )


def _step_out(step: Answered | Postponed) -> ReviewStepOut:
    if isinstance(step, Postponed):
        return ReviewStepOut(step.home, "postponed", step.at, step.to_day)
    return ReviewStepOut(step.home, step.answer.value, step.at, None)
