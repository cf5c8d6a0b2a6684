"""The plan as a child reads it, in four languages."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.usecases import plan_child
from parenting_plans.values import Home, Words
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class ChildNightOut:
    day: date
    home: Home


@dataclass(frozen=True, slots=True)
class PartOut:
    title: Words
    lines: list[Words]


@dataclass(frozen=True, slots=True)
class ChildPlanOut:
    """`nest`: the child stays in one home and the parents take turns. Nothing is there before both parents signed a plan."""

    child: UUID
    nights: list[ChildNightOut]
    parts: list[PartOut]
    nest: bool


class PlanOfChildApi(Controller):
    path = "/api/families/{family_id:uuid}/plan/children"
    tags = ("plan",)

    @get("/{child_id:uuid}")
    async def of_child(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        child_id: FromPath[UUID],
    ) -> ChildPlanOut:
        """Simple sentences and two weeks of nights, for the parents to show to this child."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await plan_child.for_child(reading, family, child_id, visit.now)
        return ChildPlanOut(
            child_id,
            [ChildNightOut(day, home) for day, home in found.nights],
            [PartOut(part.title, list(part.lines)) for part in found.parts],
            found.nest,
        )
