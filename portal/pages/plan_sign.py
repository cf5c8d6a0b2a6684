"""A version of the plan: its whole text to read and print, and the page on which a parent signs it."""

from functools import partial
from typing import Annotated, Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import calendar, plan, plan_changes, plan_findings, plan_preview
from parenting_plans import signing
from portal.forms import submitted
from portal.languages import OWN_NAMES
from portal.pages import plan_text
from portal.pages.plan_changes import asked_months, shown
from portal.pages.plan_findings import told
from portal.visit import Visit, again, wanted

SIGN = "plan/sign.html"


class SignForm(BaseModel):
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PlanVersions(Controller):
    path = "/f/{family_id:uuid}/plan"

    @get("/version/{version_id:uuid}")
    async def version(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show("plan/version.html", **await _page(reading, family_id, version_id, visit))

    @get("/sign/{version_id:uuid}")
    async def sign_page(
        self,
        visit: NamedDependency[Visit],
        fresh: NamedDependency[Visit],  # noqa: ARG002  # a factor is shown before reading, so that signing is one click
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Response[Any]:
        page = await _page(reading, family_id, version_id, visit)
        if not page["may_sign"] or page["may_sign_from"]:
            return visit.go(f"/f/{family_id}/plan/version/{version_id}")
        return visit.show(SIGN, **page)

    @post("/sign/{version_id:uuid}")
    async def sign(
        self,
        visit: NamedDependency[Visit],
        fresh: NamedDependency[Visit],  # noqa: ARG002  # raises NotFresh
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(SIGN, typed, partial(_page, errand.session, family_id, version_id, visit)):
            digest = wanted(SignForm, typed).digest
            await plan.sign(errand, family_id, version_id, digest, visit.service.settings.reflection)
        return visit.go(f"/f/{family_id}/plan/version/{version_id}", "signed")


async def _page(session: AsyncSession, family_id: UUID, version_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    desk = await plan.desk(session, family)
    version = desk.version(version_id)
    names = plan_text.called(family, visit.say)
    signed_by = {one.home: one for one in version.signatures}
    waits = version == desk.to_sign
    laid = await calendar.laid(session, family.id, visit.now)
    preview = (
        plan_preview.preview(family, desk.versions, version.agreed, version.effective_on, visit.now, laid)
        if waits
        else None
    )
    what = (
        plan_changes.what_changes(
            family, desk.versions, version.agreed, version.effective_on, visit.now, laid, asked_months(visit)
        )
        if waits
        else None
    )
    look = plan_findings.look(family, version.agreed, version.effective_on, preview) if waits else None
    may_sign_from = signing.may_sign_from(version, visit.service.settings.reflection)
    return {
        "family": family,
        "version": version,
        "starts_at": plan_changes.starts_at(version, visit.now),
        "tongues": [OWN_NAMES[one] for one in version.languages],
        "may_sign_from": may_sign_from if waits and visit.now < may_sign_from else None,
        "unaltered": signing.is_unaltered(version),
        "governs": version == desk.governs(visit.now),
        "waits": waits,
        "may_sign": waits and family.home is not None and family.home not in signed_by,
        "signed_by": signed_by,
        "held": desk.sealed,
        "names": names,
        "found": told(look, names, visit) if look else None,
        "lines": plan_text.lines(version.agreed, names, visit.language),
        **plan_text.consequence(preview, names),
        **shown(what, names, visit.request.scope["path"]),
    }
