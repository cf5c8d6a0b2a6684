"""The plan for one child: large type, a picture of two weeks, few words, in any of the four languages, to read or to print."""

from dataclasses import replace
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.usecases import plan_child
from portal.languages import LANGUAGES, OWN_NAMES
from portal.pages import plan_text
from portal.visit import Visit


class PlanOfChild(Controller):
    path = "/f/{family_id:uuid}/plan/child"

    @get("/{child_id:uuid}")
    async def page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        child_id: FromPath[UUID],
    ) -> Response[str]:
        """`?in=fr` shows this one page in another language: the child's may differ from the parent's."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await plan_child.for_child(reading, family, child_id, visit.now)
        asked = visit.request.query_params.get("in", "")
        spoken = replace(visit, language=asked) if asked in LANGUAGES else visit
        strip = plan_text.strip(found.nights)
        return spoken.show(
            "plan/child.html",
            family=family,
            child=found.child,
            parts=found.parts,
            nest=found.nest,
            weeks=(strip[:7], strip[7:]),
            nights=strip,
            names=plan_text.called(family, spoken.say),
            tongues=[(code, OWN_NAMES[code]) for code in LANGUAGES if code != spoken.language],
        )
