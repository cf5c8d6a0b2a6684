"""A proposal, and what its reader can do with it: accept, answer with another one, take it back."""

from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import calendar, plan, plan_preview
from portal.pages import plan_text
from portal.visit import Visit


class PlanAnswers(Controller):
    path = "/f/{family_id:uuid}/plan/proposal/{proposal_id:uuid}"

    @get()
    async def proposal(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        proposal_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show("plan/proposal.html", **await _page(reading, family_id, proposal_id, visit))

    @post("/accept")
    async def accept(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        proposal_id: FromPath[UUID],
    ) -> Redirect:
        version_id = await plan.accept(errand, family_id, proposal_id)
        return visit.go(f"/f/{family_id}/plan/version/{version_id}", "accepted")

    @post("/withdraw")
    async def withdraw(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        proposal_id: FromPath[UUID],
    ) -> Redirect:
        await plan.withdraw(errand, family_id, proposal_id)
        return visit.go(f"/f/{family_id}/plan", "withdrawn")


async def _page(session: AsyncSession, family_id: UUID, proposal_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    desk = await plan.desk(session, family)
    proposal = desk.proposal(proposal_id)
    names, held = plan_text.called(family, visit.say), desk.sealed
    waits = proposal == desk.open_proposal
    preview = (
        plan_preview.preview(
            family,
            desk.versions,
            proposal.agreed,
            proposal.effective_on,
            visit.now,
            await calendar.laid(session, family.id, visit.now),
        )
        if waits
        else None
    )
    return {
        "family": family,
        "proposal": proposal,
        "waits": waits,
        "own": proposal.by is family.home,
        "names": names,
        "lines": plan_text.lines(proposal.agreed, names, visit.language),
        "held": held,
        "changes": plan_text.changes(held.agreed, proposal.agreed, names, visit.language) if held else (),
        "draft": desk.draft,
        "from_draft": plan_text.changes(desk.draft.agreed, proposal.agreed, names, visit.language)
        if desk.draft and proposal.by is not family.home
        else (),
        **plan_text.consequence(preview, names),
    }
