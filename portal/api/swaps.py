"""Swaps: ask, look at what would change, counter, accept, say no, withdraw, ask to undo. Instants carry an offset."""

from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.people import Person
from mediation.usecases import swap as swaps
from portal.api.families import Created
from portal.api.swaps_shapes import (
    ShownIn,
    SwapCardOut,
    SwapIn,
    SwapOut,
    SwapPreviewOut,
    effect_out,
    swap_line,
    swap_out,
)
from portal.visit import Visit


class SwapsApi(Controller):
    path = "/api/families/{family_id:uuid}/swaps"
    tags = ("swaps",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[SwapOut]:
        """Every swap and how it stands, newest first."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        desk = await swaps.desk(reading, family, visit.now)
        return [swap_line(one.swap, one.standing) for one in desk.lines]

    @post("/")
    async def ask(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[SwapIn]
    ) -> Created:
        """Ask the other parent. Nothing moves before a yes, and no answer means no."""
        return Created(await swaps.ask(errand, family_id, data.wanted, data.counters))

    @post("/preview", status_code=200)
    async def preview(
        self,
        visit: NamedDependency[Visit],
        who: NamedDependency[Person],  # noqa: ARG002 - somebody must be signed in before the body is read
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        data: JSONBody[SwapIn],
    ) -> SwapPreviewOut:
        """What it would change. Nothing is kept and nobody is told."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await swaps.preview(reading, family, data.wanted, visit.now, data.counters)
        return SwapPreviewOut(
            effect_out(found.effect), found.wish.respond_by, found.under_order, found.late, found.long
        )

    @get("/{swap_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> SwapCardOut:
        """One swap; while it waits, with what it would change."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return swap_out(await swaps.card(reading, family, swap_id, visit.now))

    @post("/{swap_id:uuid}/acceptance", status_code=204)
    async def accept(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
        data: JSONBody[ShownIn],
    ) -> None:
        """Say yes to exactly what was shown; it counts from now on."""
        await swaps.accept(errand, family_id, swap_id, data.shown)

    @post("/{swap_id:uuid}/refusal", status_code=204)
    async def refuse(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> None:
        """Say no. No reason is asked, and nothing changes."""
        await swaps.refuse(errand, family_id, swap_id)

    @post("/{swap_id:uuid}/withdrawal", status_code=204)
    async def withdraw(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> None:
        """Take your own question back."""
        await swaps.withdraw(errand, family_id, swap_id)

    @post("/{swap_id:uuid}/undoing")
    async def undo(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> Created:
        """Ask that an accepted swap no longer counts; it counts until the other parent says yes."""
        return Created(await swaps.ask_to_undo(errand, family_id, swap_id))

    @post("/{swap_id:uuid}/letting-go", status_code=204)
    async def let_go(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        swap_id: FromPath[UUID],
    ) -> None:
        """Say that the time you gave needs no time in return."""
        await swaps.let_go(errand, family_id, swap_id)
