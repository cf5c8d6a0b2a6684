"""The private questions, and the steps of the family's pathway."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, screening
from mediation.errand import Errand
from mediation.usecases import pathway, screen
from portal.forms import submitted
from portal.visit import Visit, again

QUESTIONS = "steps/questions.html"


class Steps(Controller):
    path = "/f/{family_id:uuid}"

    @get("/questions")
    async def questions(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(QUESTIONS, **await _questions(reading, family_id, visit))

    @post("/questions")
    async def answer(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        known = {question.id for question in screening.QUESTIONS}
        answers = {name: str(value) for name, value in typed.items() if name in known}
        async with again(QUESTIONS, typed, partial(_questions, errand.session, family_id, visit)):
            await screen.answer(errand, family_id, answers)
        return visit.go(f"/f/{family_id}/steps", "answered")

    @get("/steps")
    async def steps(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await pathway.way(reading, visit.service.vault, family, visit.now)
        answered = family.home is not None and await screen.has_answered(reading, family)
        return visit.show("steps/steps.html", family=family, way=found, answered=answered)

    @post("/steps/{move:str}")
    async def move(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        move: FromPath[str],
    ) -> Redirect:
        await pathway.move(errand, family_id, move)
        return visit.go(f"/f/{family_id}/steps", "recorded")


async def _questions(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # each parent answers alone: raises NotYours for anyone else
    return {
        "family": family,
        "questions": screening.QUESTIONS,
        "answers": screening.ANSWERS,
        "lines": screening.lines_for(visit.language),
    }
