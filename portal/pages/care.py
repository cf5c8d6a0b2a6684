"""First choice to care: the log that both see, offering the time of an absence, and the answer."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.usecases import care_offer
from portal.forms import submitted
from portal.pages.changes_shown import called, shown
from portal.pages.swaps import parents_only
from portal.pages.swaps_forms import ShownForm, away_of, kept
from portal.visit import Visit, again, wanted

LIST, REVIEW, ONE = "care/care.html", "care/review.html", "care/one.html"


class Care(Controller):
    path = "/f/{family_id:uuid}/care"

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
        """Show what would change. Nothing is kept and nobody is told."""
        typed = submitted(await visit.request.form())
        page = await _list(reading, family_id, visit)
        if typed.get("step") == "edit":
            return visit.show(LIST, **page, values=typed)
        async with again(LIST, typed, partial(_list, reading, family_id, visit)):
            found = await care_offer.preview(reading, page["family"], away_of(typed), visit.now)
        changes = shown(found.effect, page["family"])
        return visit.show(REVIEW, **page, found=found, changes=changes, kept=kept(typed))

    @post("/")
    async def offer(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(LIST, typed, partial(_list, errand.session, family_id, visit)):
            care_id = await care_offer.offer(errand, family_id, away_of(typed))
        return visit.go(f"/f/{family_id}/care/{care_id}", "sent")

    @get("/{care_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(ONE, **await _one(reading, family_id, care_id, visit))

    @post("/{care_id:uuid}/accept")
    async def accept(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_one, errand.session, family_id, care_id, visit)):
            await care_offer.accept(errand, family_id, care_id, wanted(ShownForm, typed).shown)
        return visit.go(f"/f/{family_id}/care/{care_id}", "accepted")

    @post("/{care_id:uuid}/decline")
    async def decline(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> Redirect:
        await care_offer.decline(errand, family_id, care_id)
        return visit.go(f"/f/{family_id}/care/{care_id}", "refused")

    @post("/{care_id:uuid}/withdraw")
    async def withdraw(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> Redirect:
        await care_offer.withdraw(errand, family_id, care_id)
        return visit.go(f"/f/{family_id}/care/{care_id}", "withdrawn")


async def _list(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    return {**called(family), "desk": await care_offer.desk(session, family, visit.now)}


async def _one(session: AsyncSession, family_id: UUID, care_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    card = await care_offer.card(session, family, care_id, visit.now)
    return {**called(family), "card": card, "changes": shown(card.effect, family) if card.effect else None}
