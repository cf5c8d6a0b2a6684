"""First choice to care (agreement C07): offer the time of an absence, accept it, or leave it. Instants carry an offset."""

from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.people import Person
from mediation.usecases import care_offer
from portal.api.families import Created
from portal.api.swaps_shapes import (
    AwayIn,
    CareCardOut,
    CareOut,
    EffectOut,
    ShownIn,
    care_line,
    care_out,
    effect_out,
)
from portal.visit import Visit


class CareApi(Controller):
    path = "/api/families/{family_id:uuid}/care"
    tags = ("swaps",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[CareOut]:
        """Every offer and what became of it, newest first."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        desk = await care_offer.desk(reading, family, visit.now)
        return [care_line(one.offer, one.standing) for one in desk.lines]

    @post("/")
    async def offer(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[AwayIn]
    ) -> Created:
        """Offer the time to the other parent first. No answer means that the plan stays."""
        return Created(await care_offer.offer(errand, family_id, data.away))

    @post("/preview", status_code=200)
    async def preview(
        self,
        visit: NamedDependency[Visit],
        who: NamedDependency[Person],  # noqa: ARG002 - somebody must be signed in before the body is read
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        data: JSONBody[AwayIn],
    ) -> EffectOut:
        """What it would change. Nothing is kept and nobody is told."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return effect_out((await care_offer.preview(reading, family, data.away, visit.now)).effect)

    @get("/{care_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> CareCardOut:
        """One offer; while it waits, with what it would change."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return care_out(await care_offer.card(reading, family, care_id, visit.now))

    @post("/{care_id:uuid}/acceptance", status_code=204)
    async def accept(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
        data: JSONBody[ShownIn],
    ) -> None:
        """Take the time; exactly what was shown counts from now on."""
        await care_offer.accept(errand, family_id, care_id, data.shown)

    @post("/{care_id:uuid}/refusal", status_code=204)
    async def decline(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> None:
        """Leave it. No reason is asked, and the plan stays."""
        await care_offer.decline(errand, family_id, care_id)

    @post("/{care_id:uuid}/withdrawal", status_code=204)
    async def withdraw(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        care_id: FromPath[UUID],
    ) -> None:
        """Take your own offer back."""
        await care_offer.withdraw(errand, family_id, care_id)
