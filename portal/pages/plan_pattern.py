"""Which residence pattern fits: a few questions whose answers are kept nowhere, and examples of four weeks."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.families import Family
from mediation.usecases import plan_preview
from parenting_plans.fields import problems_of_fields, read_form
from parenting_plans.pattern_guide import QUESTIONS, Suggestion, age_group, suggest
from parenting_plans.special_days import yearly
from parenting_plans.values import Problem
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_text
from portal.pages.plan_text import StripNight
from portal.visit import Visit

TEMPLATE = "plan/pattern.html"


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion with four ordinary weeks of it, as an example: the asking parent has the nights A."""

    suggestion: Suggestion
    nights: tuple[StripNight, ...]


class PlanPattern(Controller):
    path = "/f/{family_id:uuid}/plan/pattern"

    @get()
    async def ask(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family, page = await _page(reading, family_id, visit)
        return visit.show(TEMPLATE, **page, shown=(), values=_start(family, visit))

    @post(status_code=200)
    async def look(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        """Posted, not asked by address, so that no log and no history holds an answer. Nothing is written."""
        family, page = await _page(reading, family_id, visit)
        chosen = read_form(QUESTIONS, submitted(await visit.request.form()))
        problems = problems_of_fields(QUESTIONS, chosen)
        if not problems and not chosen:
            problems = (Problem(QUESTIONS[0].name, "Answer at least one of the questions."),)
        if problems:
            return visit.show(TEMPLATE, status=400, **page, shown=(), values=chosen, problems=problems)
        return visit.show(TEMPLATE, **page, shown=_shown(chosen, family, visit), values=chosen)


async def _page(session: AsyncSession, family_id: UUID, visit: Visit) -> tuple[Family, dict[str, Any]]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # it leads into one's own draft: raises NotYours for anyone who is not a parent here
    names = plan_text.called(family, visit.say)
    questions = [
        (one.name, one.label, [(value, label[visit.language]) for value, label in one.options])
        for one in QUESTIONS
    ]
    return family, {"family": family, "names": names, "questions": questions}


def _start(family: Family, visit: Visit) -> dict[str, str]:
    born = max((child.born for child in family.children), default=None)
    if born is None:
        return {}
    today = civil_day(visit.now)
    years = today.year - born.year - (today < yearly(born, today.year))
    return {"age": age_group(years)}


def _shown(chosen: dict[str, Any], family: Family, visit: Visit) -> tuple[Shown, ...]:
    today = civil_day(visit.now)
    found = []
    for one in suggest(chosen):
        weeks = plan_preview.ordinary_nights({"pattern": one.pattern.id}, today, family.own_home)
        found.append(Shown(one, plan_text.strip(weeks.nights) if weeks else ()))
    return tuple(found)
