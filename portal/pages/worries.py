"""Something worries me: a parent or a professional notes what was said. Everyone gets the same answer, whatever it is."""

from datetime import datetime
from functools import partial
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases import statement
from mediation.usecases.statement import Said
from parenting_plans.values import Home, Problem
from portal.forms import instant, submitted
from portal.languages import mark
from portal.sign_in import A_DAY_OF_WORRIES, Throttled
from portal.visit import Visit, again, wanted

PAGE = "worries/worries.html"


class WorryForm(BaseModel):
    said_by: Literal["A", "B"] | None = None
    said_at: datetime
    quote: str = Field(min_length=1, max_length=statement.LONGEST)


class Worries(Controller):
    path = "/f/{family_id:uuid}/worries"

    @get("/")
    async def page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(PAGE, **await _page(reading, family_id, visit))

    @post("/")
    async def note(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(PAGE, typed, partial(_page, errand.session, family_id, visit)):
            form = wanted(WorryForm, typed)
            await _once_more(visit)
            said = Said(instant(form.said_at), form.quote, Home(form.said_by) if form.said_by else None)
            await statement.note(errand, family_id, said)
        return visit.go(f"/f/{family_id}/worries", "received")


async def _once_more(visit: Visit) -> None:
    """What was typed must not be lost on the general page about too many tries."""
    try:
        await visit.throttle(A_DAY_OF_WORRIES, str(visit.person.id))
    except Throttled as full:
        text = mark("You have noted {n} things in one day. Note more tomorrow, or call the centre.")
        raise Refused(Problem("", text, {"n": str(A_DAY_OF_WORRIES.hits)})) from full


async def _page(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.REPORT_WORRY))
    return {
        "here": f"/f/{family_id}/worries",
        "family": family,
        "mine": await statement.mine(session, visit.service.vault, family),
        "longest": statement.LONGEST,
    }
