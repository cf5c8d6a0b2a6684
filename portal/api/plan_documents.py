"""The sealed plan as a file, and which days a version changes, for programs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.usecases import calendar, plan, plan_changes
from mediation.usecases.plan_changes import ChildChanges
from parenting_plans.values import Home
from portal.pages.plan_document import sealed_pdf
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class RunOut:
    """Changed nights in a row, first and last included; null where nothing is planned."""

    first: date
    last: date
    before: Home | None
    after: Home | None


@dataclass(frozen=True, slots=True)
class HandingOut:
    at: datetime
    from_home: Home
    to_home: Home


@dataclass(frozen=True, slots=True)
class HandoverDayOut:
    day: date
    before: list[HandingOut]
    after: list[HandingOut]


@dataclass(frozen=True, slots=True)
class ChildChangesOut:
    child: UUID
    changed_nights: int
    nights: list[RunOut]
    handovers: list[HandoverDayOut]


@dataclass(frozen=True, slots=True)
class ChangesOut:
    """Empty lists for a version that both signed or that a newer one overtook: it changes nothing more."""

    starts_at: datetime
    may_sign_from: datetime
    children: list[ChildChangesOut]


class PlanDocumentsApi(Controller):
    path = "/api/families/{family_id:uuid}/plan/versions/{version_id:uuid}"
    tags = ("plan",)

    @get("/document", media_type="application/pdf")
    async def document(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Response[bytes]:
        """The sealed version as PDF/UA-1 and PDF/A-2a: the same bytes each time."""
        return await sealed_pdf(visit, reading, family_id, version_id)

    @get("/changes")
    async def changes(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
        months: Annotated[int, QueryParameter(ge=1, le=24)] = 3,
    ) -> ChangesOut:
        """Which nights and handovers would change in the first months if both signed now."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        desk = await plan.desk(reading, family)
        version = desk.version(version_id)
        what = (
            plan_changes.what_changes(
                family,
                desk.versions,
                version.agreed,
                version.effective_on,
                visit.now,
                await calendar.laid(reading, family.id, visit.now),
                months,
            )
            if version == desk.to_sign
            else None
        )
        return ChangesOut(
            starts_at=plan_changes.starts_at(version, visit.now),
            may_sign_from=version.accepted_at + visit.service.settings.reflection,
            children=[_child_out(one) for one in what.children] if what else [],
        )


def _child_out(one: ChildChanges) -> ChildChangesOut:
    found = one.changes
    return ChildChangesOut(
        child=one.child.id,
        changed_nights=found.changed_nights,
        nights=[RunOut(run.first, run.last, run.before, run.after) for run in found.runs],
        handovers=[
            HandoverDayOut(
                changed.day,
                *(
                    [HandingOut(each.at, each.from_home, each.to_home) for each in some]
                    for some in (changed.before, changed.after)
                ),
            )
            for changed in found.handovers
        ],
    )
