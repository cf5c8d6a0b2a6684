"""The plan: what holds now, what waits for whom, one's own draft, and the page before proposing it."""

from datetime import date, datetime, time
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.usecases import (
    calendar,
    plan,
    plan_changes,
    plan_findings,
    plan_first_year,
    plan_preview,
    plan_review,
)
from mediation.usecases.plan import PlanDesk
from parenting_plans import signing
from parenting_plans.plan import differences, problems_of_start
from parenting_plans.values import Version
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_text
from portal.pages.plan_changes import asked_months, shown
from portal.pages.plan_findings import told
from portal.pages.plan_first_year import after_shown
from portal.visit import Visit, again, wanted

OVERVIEW = "plan/plan.html"
REVIEW = "plan/review.html"


class StartForm(BaseModel):
    effective_on: date
    start_time: time | None = None


class Plans(Controller):
    path = "/f/{family_id:uuid}/plan"

    @get()
    async def overview(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(OVERVIEW, **await _overview(reading, family_id, visit))

    @post()
    async def start(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        """Say from which day one's own draft counts."""
        typed = submitted(await visit.request.form())
        async with again(OVERVIEW, typed, partial(_overview, errand.session, family_id, visit)):
            form = wanted(StartForm, typed)
            await plan.save_start(errand, family_id, form.effective_on, form.start_time, keeps_time=False)
        return visit.go(f"/f/{family_id}/plan", "saved")

    @get("/review")
    async def review(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(REVIEW, **await _review(reading, family_id, visit))

    @post("/review")
    async def propose(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        async with again(REVIEW, {}, partial(_review, errand.session, family_id, visit)):
            proposal_id = await plan.propose(errand, family_id)
        return visit.go(f"/f/{family_id}/plan/proposal/{proposal_id}", "sent")


async def _overview(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    desk = await plan.desk(session, family)
    names = plan_text.called(family, visit.say)
    governs = desk.governs(visit.now)
    return {
        "family": family,
        "desk": desk,
        "names": names,
        "governs": governs,
        "lines": plan_text.lines(governs.agreed, names, visit.language) if governs else (),
        "comes": desk.comes(visit.now),
        "reviews": await plan_review.desk(session, family, visit.now),
        "may_sign_from": _may_sign_from(desk, visit),
        **_own_draft(desk, family, visit),
    }


def _may_sign_from(desk: PlanDesk, visit: Visit) -> datetime | None:
    """The end of the time to think, while it runs."""
    if desk.to_sign is None:
        return None
    opens = signing.may_sign_from(desk.to_sign, visit.service.settings.reflection)
    return opens if visit.now < opens else None


def _own_draft(desk: PlanDesk, family: Family, visit: Visit) -> dict[str, Any]:
    draft = desk.draft
    agreed, effective_on = (draft.agreed, draft.effective_on) if draft else ({}, None)
    found = plan_preview.sections(agreed, [child.id for child in family.children], effective_on)
    same_as = _same_as(desk, family)
    # Neither an empty draft nor one that was proposed or signed long ago is a mistake.
    asked = effective_on is not None and not same_as
    return {
        "draft": draft,
        "parts": plan_preview.parts(found),
        "next_section": next((one for one in found if one.clause.core and not one.settled), None),
        "start_problems": problems_of_start(effective_on, civil_day(visit.now)) if asked else (),
        "same_as": same_as,
    }


def _same_as(desk: PlanDesk, family: Family) -> str:
    """Which text one's own draft repeats: "to_sign", "proposed" (by oneself) or "sealed"; "" for none."""
    proposed = desk.open_proposal if desk.open_proposal and desk.open_proposal.by is family.home else None
    texts = {"to_sign": desk.to_sign, "proposed": proposed, "sealed": desk.sealed}
    if desk.draft is None:
        return ""
    same = (name for name, one in texts.items() if one and not differences(one.agreed, desk.draft.agreed))
    return next(same, "")


async def _review(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # one's own draft: raises NotYours for anyone who is not a parent here
    desk = await plan.desk(session, family)
    names = plan_text.called(family, visit.say)
    draft = desk.draft
    agreed, effective_on = (draft.agreed, draft.effective_on) if draft else ({}, None)
    laid = await calendar.laid(session, family.id, visit.now)
    preview = plan_preview.preview(family, desk.versions, agreed, effective_on, visit.now, laid)
    year = plan_first_year.first_year(family, desk.versions, agreed, effective_on, visit.now, laid)
    what = plan_changes.what_changes(
        family, desk.versions, agreed, effective_on, visit.now, laid, asked_months(visit)
    )
    return {
        "family": family,
        "desk": desk,
        "names": names,
        "effective_on": effective_on,
        "sections": plan_preview.sections(agreed, [child.id for child in family.children], effective_on),
        "start_problems": problems_of_start(effective_on, civil_day(visit.now)),
        "lines": plan_text.lines(agreed, names, visit.language),
        "changes": _changes(desk.sealed, agreed, names, visit),
        "found": told(plan_findings.look(family, agreed, effective_on, preview), names, visit),
        **plan_text.consequence(preview, names),
        "year": year,
        "after_holidays": after_shown(year, names),
        **shown(what, names, visit.request.scope["path"]),
    }


def _changes(
    held: Version | None, agreed: Any, names: dict[str, str], visit: Visit
) -> tuple[plan_text.Changed, ...]:
    return plan_text.changes(held.agreed, agreed, names, visit.language) if held else ()
