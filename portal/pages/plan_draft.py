"""One's own draft, one section at a time, kept at every step whether it is finished or not."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import plan, plan_preview
from parenting_plans import clauses, patterns
from parenting_plans.clause import starting_answers
from parenting_plans.fields import Answers, read_form
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_form, plan_text
from portal.visit import Visit, again

TEMPLATE = "plan/section.html"
KEPT = "kept"  # no notice: the page itself says what is still open


class PlanDrafts(Controller):
    path = "/f/{family_id:uuid}/plan"

    @get("/draft/{code:str}")
    async def section(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[str]:
        return visit.show(TEMPLATE, **await _page(reading, family_id, code, visit))

    @post("/draft/{code:str}")
    async def save(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        answers = read_form(plan.clause_of(code).fields, typed)
        page = partial(_page, errand.session, family_id, code, visit, answers)
        shown = plan_form.shown_again(plan.clause_of(code), typed, answers)
        if typed.get("then") in ("look", "rows"):
            return visit.show(TEMPLATE, **await page(), values=shown)
        async with again(TEMPLATE, shown, page):
            still_open = await plan.save_clause(errand, family_id, code, answers)
        if still_open:
            return visit.go(f"/f/{family_id}/plan/draft/{code}", KEPT)
        return visit.go(f"/f/{family_id}/plan/{_onward(code)}", "saved")

    @post("/proposal/{proposal_id:uuid}/draft")
    async def from_proposal(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        proposal_id: FromPath[UUID],
    ) -> Redirect:
        """Take over a proposal into one's own draft, to change it."""
        await plan.draft_from_proposal(errand, family_id, proposal_id)
        return visit.go(f"/f/{family_id}/plan", "saved")

    @post("/version/{version_id:uuid}/draft")
    async def from_version(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Redirect:
        """Take over a plan into one's own draft, to change it."""
        await plan.draft_from_version(errand, family_id, version_id)
        return visit.go(f"/f/{family_id}/plan", "saved")


def _onward(code: str) -> str:
    after = _neighbours(code)[1]
    return f"draft/{after}" if after else "review"


def _neighbours(code: str) -> tuple[str, str]:
    """The codes of the sections before and after; "" where there is none."""
    codes = ["", *(clause.code for clause in clauses.load()), ""]
    place = codes.index(code)
    return codes[place - 1], codes[place + 1]


async def _page(
    session: AsyncSession, family_id: UUID, code: str, visit: Visit, typed: Answers | None = None
) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    own_home, clause = family.own_home, plan.clause_of(code)
    desk = await plan.desk(session, family)
    names, today = plan_text.called(family, visit.say), civil_day(visit.now)
    found = plan_preview.section(
        code, desk.draft.agreed if desk.draft else {}, [child.id for child in family.children]
    )
    empty = starting_answers(clause, [child.for_schedule for child in family.children], today)
    answers = typed if typed is not None else found.answers or empty
    before, after = _neighbours(code)
    just_kept = visit.request.query_params.get("done") == KEPT
    codes = [one.code for one in clauses.load()]
    ordinary = plan_preview.ordinary_nights(answers, today, own_home) if _has_nights(clause) else None
    return {
        "family": family,
        "clause": clause,
        "fields": plan_form.asked(clause, names, family.children, visit.say, answers),
        "kept": plan_form.flat(answers),
        "missing": found.problems if typed is None and (found.begun or just_kept) else (),
        "begun": found.begun,
        "names": names,
        "place": (codes.index(code) + 1, len(codes)),
        "before": before,
        "after": after,
        "patterns": patterns.load() if _has_nights(clause) else (),
        "ordinary": ordinary,
        "strip": plan_text.strip(ordinary.nights) if ordinary else (),
    }


def _has_nights(clause: Any) -> bool:
    return any(field.kind == "nights" for field in clause.fields)
