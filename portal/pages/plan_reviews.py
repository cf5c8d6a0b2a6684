"""Looking at the plan again: the task both parents have until both answered, and what came of earlier ones."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import plan, plan_review
from parenting_plans.reviews import LONGEST_MONTHS, Answer, months_after
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_text
from portal.visit import Visit, again, wanted

PAGE = "plan/reviews.html"


class AnswerForm(BaseModel):
    answer: Answer


class PostponeForm(BaseModel):
    to: date


class PlanReviews(Controller):
    path = "/f/{family_id:uuid}/plan/reviews"

    @get("/")
    async def page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(PAGE, **await _page(reading, family_id, visit))

    @post("/{review_id:uuid}/answer")
    async def answer(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        review_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(PAGE, typed, partial(_page, errand.session, family_id, visit)):
            said = wanted(AnswerForm, typed).answer
            await plan_review.answer(errand, family_id, review_id, said)
        onward = "plan" if said is Answer.CHANGE else "plan/reviews"
        return visit.go(f"/f/{family_id}/{onward}", "recorded")

    @post("/{review_id:uuid}/postpone")
    async def postpone(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        review_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(PAGE, typed, partial(_page, errand.session, family_id, visit)):
            await plan_review.postpone(errand, family_id, review_id, wanted(PostponeForm, typed).to)
        return visit.go(f"/f/{family_id}/plan/reviews", "recorded")


async def _page(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    return {
        "family": family,
        "names": plan_text.called(family, visit.say),
        "reviews": await plan_review.desk(session, family, visit.now),
        "sealed": (await plan.desk(session, family)).sealed,
        "latest": months_after(civil_day(visit.now), LONGEST_MONTHS),
    }
