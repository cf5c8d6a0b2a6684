"""Court decisions: parents read that one applies; professionals note, correct and end one from its document."""

from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.people import Person
from mediation.usecases import order as orders
from portal.api.families import Created
from portal.api.swaps_shapes import (
    AppliesOut,
    CorrectionIn,
    DecisionIn,
    EffectOut,
    EndIn,
    NotedIn,
    OrderRowOut,
    applies_out,
    effect_out,
    order_row,
)
from portal.visit import Visit


class OrdersApi(Controller):
    path = "/api/families/{family_id:uuid}/orders"
    tags = ("orders",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[AppliesOut]:
        """The decisions that apply, have applied or will apply."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return [applies_out(one) for one in (await orders.desk(reading, family)).applies]

    @post("/")
    async def note(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[NotedIn]
    ) -> Created:
        """Note a decision from its document. It comes before the plan and every swap."""
        return Created(await orders.record(errand, family_id, data.decision, given=data.given))

    @post("/preview", status_code=200)
    async def preview(
        self,
        visit: NamedDependency[Visit],
        who: NamedDependency[Person],  # noqa: ARG002 - somebody must be signed in before the body is read
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        data: JSONBody[DecisionIn],
    ) -> EffectOut:
        """What it changes in its next eight weeks. Nothing is kept and nobody is told."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return effect_out(await orders.preview(reading, family, data.decision, visit.now))

    @get("/{order_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
    ) -> list[OrderRowOut]:
        """One decision as it was noted and corrected, oldest first; for professionals."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return [order_row(row) for row in await orders.one(reading, family, order_id)]

    @post("/{order_id:uuid}/corrections", status_code=204)
    async def correct(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
        data: JSONBody[CorrectionIn],
    ) -> None:
        """What the document really says. What was noted before stays."""
        await orders.correct(errand, family_id, order_id, data.number, data.decision)

    @post("/{order_id:uuid}/end", status_code=204)
    async def end(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        order_id: FromPath[UUID],
        data: JSONBody[EndIn],
    ) -> None:
        """From then on it counts no more."""
        await orders.end(errand, family_id, order_id, data.number, data.ended_at)
