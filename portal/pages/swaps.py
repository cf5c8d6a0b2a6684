"""Swaps: what waits, asking for one, what it would change, and the answer."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.people import NotYours
from mediation.usecases import care_offer
from mediation.usecases import swap as swaps
from parenting_plans.swaps import MakeUp
from portal.forms import submitted
from portal.pages.changes_shown import called, shown
from portal.pages.swaps_forms import ShownForm, counter_values, kept, swap_of
from portal.visit import Visit, again, wanted

LIST, ASK, REVIEW, ONE = "swaps/list.html", "swaps/ask.html", "swaps/review.html", "swaps/one.html"


class Swaps(Controller):
    path = "/f/{family_id:uuid}/swaps"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await parents_only(reading, family_id, visit)
        desk = await swaps.desk(reading, family, visit.now)
        care = await care_offer.desk(reading, family, visit.now)
        waiting = [one for one in desk.lines if one.standing.value == "open"]
        done = [one for one in desk.lines if one.standing.value != "open"]
        return visit.show(LIST, desk=desk, care=care, waiting=waiting, done=done, **called(family))

    @get("/ask")
    async def ask_page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        """`counters`: answer a question with another one; `for`: propose the make-up time of a swap."""
        query = visit.request.query_params
        counters, owed = _id(query.get("counters", "")), _id(query.get("for", ""))
        family = await parents_only(reading, family_id, visit)
        start = await _start(reading, family, visit, counters, owed)
        return visit.show(ASK, **await _form(reading, family_id, visit, start), values=start)

    @post("/review")
    async def review(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        """Show what would change. Nothing is kept and nobody is told."""
        typed = submitted(await visit.request.form())
        page = await _form(reading, family_id, visit, typed)
        if typed.get("step") == "edit":
            return visit.show(ASK, **page, values=typed)
        async with again(ASK, typed, partial(_form, reading, family_id, visit, typed)):
            asked, counters = swap_of(typed)
            found = await swaps.preview(reading, page["family"], asked, visit.now, counters)
        changes = shown(found.effect, page["family"])
        return visit.show(REVIEW, **page, found=found, changes=changes, kept=kept(typed))

    @post("/ask")
    async def ask(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ASK, typed, partial(_form, errand.session, family_id, visit, typed)):
            asked, counters = swap_of(typed)
            swap_id = await swaps.ask(errand, family_id, asked, counters)
        return visit.go(f"/f/{family_id}/swaps/{swap_id}", "sent")

    @get("/{swap_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(ONE, **await _one(reading, family_id, swap_id, visit))

    @post("/{swap_id:uuid}/accept")
    async def accept(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_one, errand.session, family_id, swap_id, visit)):
            await swaps.accept(errand, family_id, swap_id, wanted(ShownForm, typed).shown)
        return visit.go(f"/f/{family_id}/swaps/{swap_id}", "accepted")

    @post("/{swap_id:uuid}/refuse")
    async def refuse(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Redirect:
        await swaps.refuse(errand, family_id, swap_id)
        return visit.go(f"/f/{family_id}/swaps/{swap_id}", "refused")

    @post("/{swap_id:uuid}/withdraw")
    async def withdraw(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Redirect:
        await swaps.withdraw(errand, family_id, swap_id)
        return visit.go(f"/f/{family_id}/swaps/{swap_id}", "withdrawn")

    @post("/{swap_id:uuid}/undo")
    async def undo(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Redirect:
        async with again(ONE, {}, partial(_one, errand.session, family_id, swap_id, visit)):
            asked = await swaps.ask_to_undo(errand, family_id, swap_id)
        return visit.go(f"/f/{family_id}/swaps/{asked}", "sent")

    @post("/{swap_id:uuid}/let-go")
    async def let_go(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Redirect:
        await swaps.let_go(errand, family_id, swap_id)
        return visit.go(f"/f/{family_id}/swaps", "saved")


async def parents_only(session: AsyncSession, family_id: UUID, visit: Visit) -> Family:
    """Raises NotYours for anyone else."""
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # raises NotYours
    return family


async def _one(session: AsyncSession, family_id: UUID, swap_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    card = await swaps.card(session, family, swap_id, visit.now)
    changes = shown(card.effect, family) if card.effect else None
    return {**called(family), "card": card, "changes": changes}


async def _form(
    session: AsyncSession, family_id: UUID, visit: Visit, typed: Mapping[str, Any]
) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    return {
        **called(family),
        "customs": await swaps.customs(session, family, visit.now),
        "counters": typed.get("counters") or "",
        "makes_up_for": typed.get("makes_up_for") or "",
    }


async def _start(
    session: AsyncSession, family: Family, visit: Visit, counters: UUID | None, owed: UUID | None
) -> dict[str, Any]:
    """What the form holds before anybody has typed anything."""
    if counters is not None:
        return counter_values((await swaps.card(session, family, counters, visit.now)).swap)
    if owed is not None:
        found = (await swaps.card(session, family, owed, visit.now)).swap
        return {
            "children": list(found.wish.children),
            "home": found.gives.value,
            "make_up": MakeUp.NONE.value,
            "makes_up_for": found.id,
        }
    only = [child.id for child in family.children] if len(family.children) == 1 else []
    return {"children": only, "make_up": MakeUp.NONE.value}


def _id(text: str) -> UUID | None:
    """Raises NotYours for what is no id."""
    try:
        return UUID(text) if text else None
    except ValueError as wrong:
        raise NotYours from wrong
