"""Camps and hospital days: the list that both parents see, noting some, moving the end, removing them."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.usecases import away_days
from parenting_plans.swaps import Swap
from portal.forms import submitted
from portal.pages.away_days_forms import end_of, noting_of
from portal.pages.changes_shown import called
from portal.pages.swaps import parents_only
from portal.pages.swaps_forms import kept
from portal.visit import Visit, again

LIST, REVIEW, ONE = "away_days/list.html", "away_days/review.html", "away_days/one.html"


class AwayDays(Controller):
    path = "/f/{family_id:uuid}/away-days"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        page = await _list(reading, family_id, visit)
        only = list(page["children"]) if len(page["children"]) == 1 else []
        return visit.show(LIST, **page, values={"children": only})

    @post("/review")
    async def review(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        """Show what it would mean. Nothing is kept and nobody is told."""
        typed = submitted(await visit.request.form())
        page = await _list(reading, family_id, visit)
        if typed.get("step") == "edit":
            return visit.show(LIST, **page, values=typed)
        async with again(LIST, typed, partial(_list, reading, family_id, visit)):
            said = noting_of(typed)
            means = await away_days.preview(reading, page["family"], said, visit.now)
        void = [("swaps" if isinstance(one, Swap) else "care", one) for one in means.void]
        return visit.show(REVIEW, **page, said=said, void=void, stays=means.stays, kept=kept(typed))

    @post("/")
    async def note(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(LIST, typed, partial(_list, errand.session, family_id, visit)):
            await away_days.note(errand, family_id, noting_of(typed))
        return visit.go(f"/f/{family_id}/away-days", "recorded")

    @get("/{away_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        away_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _one(reading, family_id, away_id, visit)
        return visit.show(ONE, **page, values={"ends_at": page["noted"].said.span.ends_at})

    @post("/{away_id:uuid}/end")
    async def move_end(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        away_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_one, errand.session, family_id, away_id, visit)):
            await away_days.move_end(errand, family_id, away_id, end_of(typed))
        return visit.go(f"/f/{family_id}/away-days", "saved")

    @post("/{away_id:uuid}/remove")
    async def remove(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        away_id: FromPath[UUID],
    ) -> Redirect:
        await away_days.remove(errand, family_id, away_id)
        return visit.go(f"/f/{family_id}/away-days", "saved")


async def _list(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    return {**called(family), "desk": await away_days.desk(session, family, visit.now)}


async def _one(session: AsyncSession, family_id: UUID, away_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    noted = await away_days.one(session, family, away_id)
    return {**called(family), "noted": noted, "mine": noted.by is family.own_home and noted.open(visit.now)}
