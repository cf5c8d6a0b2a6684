"""Families at the start: the centre screens, advises and informs, and opens the choice of a route. By code, not by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, screening
from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.usecases import pathway, review_alert, screen
from mediation.usecases.screen import Answered
from parenting_plans.values import Home, Words
from portal.forms import submitted
from portal.pages.desk import ON_A_PAGE, sheet
from portal.stages import Deadline, deadline, stage_of
from portal.visit import Visit, wanted

ONE = "openings/one.html"


class LiftForm(BaseModel):
    home: Literal["A", "B"]


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    code: str
    stage: Words
    since: datetime
    deadline: Deadline | None


class Openings(Controller):
    path = "/openings"

    @get("/")
    async def queue(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        require(may_do(review_alert.relations_of(visit.person), Action.ADVISE_ROUTE))
        found = await pathway.in_opening(reading)
        page = sheet(visit, len(found), "/openings")
        lines = [
            Line(family_id, code, stage_of(standing), standing.since, deadline(standing, visit.now))
            for family_id, code, standing in found[page.offset : page.offset + ON_A_PAGE]
        ]
        return visit.show("openings/queue.html", lines=lines, sheet=page, total=len(found))

    @get("/{family_id:uuid}")
    async def one(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(ONE, **await _page(reading, family_id, visit))

    @post("/{family_id:uuid}/answers")
    async def answers(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[str]:
        """Reading is an errand of its own: it is recorded each time, so it is a button and never a link."""
        read = await screen.read(errand, family_id)
        return visit.show(ONE, **await _page(errand.session, family_id, visit, read))

    @post("/{family_id:uuid}/lift")
    async def lift(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        require(visit.person.profession.at_the_centre)  # for anyone else there is no form to be wrong about
        form = wanted(LiftForm, submitted(await visit.request.form()))
        await screen.lift(errand, family_id, Home(form.home))
        return visit.go(f"/openings/{family_id}", "recorded")

    @post("/{family_id:uuid}/advice")
    async def advise(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        await pathway.advise_route(errand, family_id)
        return visit.go(f"/openings/{family_id}", "recorded")

    @post("/{family_id:uuid}/moves/{move:str}")
    async def move(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        move: FromPath[str],
    ) -> Redirect:
        require(visit.person.profession.at_the_centre)
        await pathway.move(errand, family_id, move)
        return visit.go(f"/openings/{family_id}", "recorded")


async def _page(
    session: AsyncSession, family_id: UUID, visit: Visit, read: tuple[Answered, ...] = ()
) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.ADVISE_ROUTE))
    vault = visit.service.vault
    way = await pathway.way(session, vault, family, visit.now)
    screened = await screen.screened(session, vault, family.id)
    return {
        "here": f"/openings/{family_id}",
        "family": family,
        "way": way,
        "stage": stage_of(way.standing),
        "deadline": deadline(way.standing, visit.now),
        "screened": {one.home.value: one for one in screened},
        "reader": visit.person.id,
        "answers": _said(read),
        "urgent": [one.home.value for one in read if one.outcome.urgent],
        **_may(family),
    }


def _may(family: Family) -> dict[str, bool]:
    return {
        "may_read": may_do(family.relations, Action.READ_SCREENING),
        "may_lift": may_do(family.relations, Action.LIFT_SAFETY_FLAG),
    }


@dataclass(frozen=True, slots=True)
class Said:
    """One question with each parent's answer, and whether that answer wants a look. No letter: not answered yet."""

    question: Words
    answers: Mapping[str, tuple[Words, bool]]


def _said(read: tuple[Answered, ...]) -> tuple[Said, ...]:
    return tuple(
        Said(
            question.text,
            {one.home.value: _answer(one, question.id) for one in read if question.id in one.answers},
        )
        for question in screening.QUESTIONS
        if read
    )


def _answer(one: Answered, question_id: str) -> tuple[Words, bool]:
    said = screening.ANSWERS[screening.Answer(one.answers[question_id])]
    return said, question_id in {*one.outcome.reasons, *one.outcome.unknown}
