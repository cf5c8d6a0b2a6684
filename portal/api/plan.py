"""The parenting plan: the catalogue, one's own draft, proposals, versions and signatures."""

from datetime import date
from uuid import UUID

from litestar import Controller, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.usecases import calendar, plan, plan_findings, plan_preview
from mediation.usecases.plan import PlanDesk
from parenting_plans import clauses, signing
from parenting_plans.plan import problems_of_start
from parenting_plans.values import Agreed
from portal.api.families import Created
from portal.api.plan_shapes import (
    ClauseIn,
    ClauseOut,
    DraftOut,
    LookOut,
    ProposalOut,
    SectionOut,
    SignatureIn,
    SignedOut,
    StartIn,
    VersionOut,
    clause_out,
    look_out,
    problems_out,
    proposal_out,
    section_out,
    version_out,
)
from portal.languages import civil_day
from portal.visit import Visit


class PlanApi(Controller):
    path = "/api/families/{family_id:uuid}/plan"
    tags = ("plan",)

    @get("/clauses")
    async def catalogue(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[ClauseOut]:
        """Every clause a plan is made of, with its questions in four languages."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        require(may_do(family.relations, Action.SEE_PLAN))
        return [clause_out(clause) for clause in clauses.load()]

    @get("/draft")
    async def draft(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> DraftOut:
        """Your own draft, with everything that keeps it from being proposed."""
        family, desk = await _own(visit, reading, family_id)
        draft = desk.draft
        agreed, effective_on = (draft.agreed, draft.effective_on) if draft else ({}, None)
        found = plan_preview.sections(agreed, [child.id for child in family.children])
        return DraftOut(
            effective_on=effective_on,
            changed_at=draft.changed_at if draft else None,
            problems=problems_out(visit, problems_of_start(effective_on, civil_day(visit.now))),
            sections=[section_out(visit, one) for one in found],
        )

    @get("/findings")
    async def findings(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> LookOut:
        """What to look at in your own draft: what contradicts, what is missing for which purpose, what is good to know."""
        family, desk = await _own(visit, reading, family_id)
        agreed, effective_on = (desk.draft.agreed, desk.draft.effective_on) if desk.draft else ({}, None)
        return look_out(visit, await _look(visit, reading, family, desk, (agreed, effective_on)))

    @get("/versions/{version_id:uuid}/findings")
    async def findings_of_version(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> LookOut:
        """The same about a version, as if it counted from now on."""
        family, desk = await _seen(visit, reading, family_id)
        one = desk.version(version_id)
        return look_out(visit, await _look(visit, reading, family, desk, (one.agreed, one.effective_on)))

    @get("/draft/{code:str}")
    async def section(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> SectionOut:
        """One clause of your own draft."""
        family, desk = await _own(visit, reading, family_id)
        agreed = desk.draft.agreed if desk.draft else {}
        clause = plan.clause_of(code)
        found = plan_preview.section(clause.code, agreed, [child.id for child in family.children])
        return section_out(visit, found)

    @put("/draft/{code:str}")
    async def save(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        data: JSONBody[ClauseIn],
    ) -> SectionOut:
        """Keep one clause of your own draft, finished or not. Empty answers take it out."""
        still_open = await plan.save_clause(errand, family_id, code, data.answers)
        return SectionOut(code, dict(data.answers), problems_out(visit, still_open))

    @put("/start", status_code=204)
    async def start(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[StartIn]
    ) -> None:
        """The day from which your own draft counts, and the time on it."""
        await plan.save_start(errand, family_id, data.effective_on, data.start_time, keeps_time=False)

    @post("/proposals")
    async def propose(self, errand: NamedDependency[Errand], family_id: FromPath[UUID]) -> Created:
        """Propose your draft. It answers the other parent's proposal, if one is open."""
        return Created(await plan.propose(errand, family_id))

    @get("/proposals")
    async def proposals(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[ProposalOut]:
        """All proposals, newest first."""
        family, desk = await _seen(visit, reading, family_id)
        return [proposal_out(visit, family, desk, one) for one in desk.proposals]

    @get("/proposals/{proposal_id:uuid}")
    async def proposal(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        proposal_id: FromPath[UUID],
    ) -> ProposalOut:
        """One proposal."""
        family, desk = await _seen(visit, reading, family_id)
        return proposal_out(visit, family, desk, desk.proposal(proposal_id))

    @post("/proposals/{proposal_id:uuid}/acceptance")
    async def accept(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], proposal_id: FromPath[UUID]
    ) -> Created:
        """Accept the other parent's proposal; the answer names the version that both of you can sign."""
        return Created(await plan.accept(errand, family_id, proposal_id))

    @post("/proposals/{proposal_id:uuid}/withdrawal", status_code=204)
    async def withdraw(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], proposal_id: FromPath[UUID]
    ) -> None:
        """Take your own proposal back while there is no answer."""
        await plan.withdraw(errand, family_id, proposal_id)

    @post("/proposals/{proposal_id:uuid}/draft", status_code=204)
    async def from_proposal(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], proposal_id: FromPath[UUID]
    ) -> None:
        """Copy a proposal into your own draft, in place of what is there, to change it and propose it in turn."""
        await plan.draft_from_proposal(errand, family_id, proposal_id)

    @get("/versions")
    async def versions(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[VersionOut]:
        """All versions, by number."""
        family, desk = await _seen(visit, reading, family_id)
        return [version_out(visit, family, desk, one) for one in desk.versions]

    @get("/versions/{version_id:uuid}")
    async def version(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> VersionOut:
        """One version."""
        family, desk = await _seen(visit, reading, family_id)
        return version_out(visit, family, desk, desk.version(version_id))

    @get("/versions/{version_id:uuid}/canonical", media_type="application/json")
    async def canonical(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Response[bytes]:
        """What is signed, byte for byte: canonical JSON (RFC 8785). Its SHA-256 is the version's digest."""
        _, desk = await _seen(visit, reading, family_id)
        one = desk.version(version_id)
        return Response(signing.canonical(signing.content_of(one)), media_type="application/json")

    @post("/versions/{version_id:uuid}/draft", status_code=204)
    async def from_version(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], version_id: FromPath[UUID]
    ) -> None:
        """Copy a version into your own draft, in place of what is there."""
        await plan.draft_from_version(errand, family_id, version_id)

    @post("/versions/{version_id:uuid}/signature", status_code=200)
    async def sign(
        self,
        fresh: NamedDependency[Visit],  # raises NotFresh
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
        data: JSONBody[SignatureIn],
    ) -> SignedOut:
        """Sign exactly what you saw, once the time to think is over. Needs a session that showed its factor just now."""
        reflection = fresh.service.settings.reflection
        return SignedOut(await plan.sign(errand, family_id, version_id, data.digest, reflection))


async def _look(
    visit: Visit, session: AsyncSession, family: Family, desk: PlanDesk, text: tuple[Agreed, date | None]
) -> plan_findings.Look:
    laid = await calendar.laid(session, family.id, visit.now)
    return plan_findings.look(
        family, *text, plan_preview.preview(family, desk.versions, *text, visit.now, laid)
    )


async def _seen(visit: Visit, session: AsyncSession, family_id: UUID) -> tuple[Family, PlanDesk]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    return family, await plan.desk(session, family)


async def _own(visit: Visit, session: AsyncSession, family_id: UUID) -> tuple[Family, PlanDesk]:
    family, desk = await _seen(visit, session, family_id)
    family.own_home  # noqa: B018  # a draft belongs to a parent: raises NotYours for anyone else
    return family, desk
