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
from parenting_plans.clause import Clause, starting_answers
from parenting_plans.fields import Answers, read_form
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_form, plan_text
from portal.visit import Visit, again

TEMPLATE, PART = "plan/section.html", "plan/part.html"
GROWING = "C05"
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
        """One topic ("C02"), or the topics of one section ("C")."""
        if code in clauses.SECTIONS:
            return visit.show(PART, **await _part_page(reading, family_id, code, visit))
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
        clause = plan.clause_of(code)
        answers = read_form(clause.fields, typed)
        page = partial(_page, errand.session, family_id, code, visit, answers)
        shown = plan_form.shown_again(clause, typed, answers)
        if typed.get("then") in ("look", "rows"):
            return visit.show(TEMPLATE, **await page(), values=shown)
        async with again(TEMPLATE, shown, page):
            if typed.get("then") == "aside":
                await plan.set_aside(errand, family_id, code)
                return visit.go(f"/f/{family_id}/plan/{_onward(clause)}", "saved")
            still_open = await plan.save_clause(errand, family_id, code, answers)
        if still_open:
            return visit.go(f"/f/{family_id}/plan/draft/{code}", KEPT)
        return visit.go(f"/f/{family_id}/plan/{_onward(clause)}", "saved")

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


def _onward(clause: Clause) -> str:
    """Along the short way to the page before proposing; from a topic beside it back to its section."""
    after = _neighbours(clause)[1]
    if clause.core:
        return f"draft/{after}" if after else "review"
    return f"draft/{clause.section}"


def _beside(clause: Clause) -> list[str]:
    """The codes one walks along: the short way through the plan, or the further topics of the section."""
    if clause.core:
        return [one.code for one in clauses.load() if one.core]
    return [one.code for one in clauses.load() if one.section == clause.section and not one.core]


def _neighbours(clause: Clause) -> tuple[str, str]:
    """The codes of the topics before and after; "" where there is none."""
    return _around(clause.code, _beside(clause))


def _around(one: str, row: list[str]) -> tuple[str, str]:
    codes = ["", *row, ""]
    place = codes.index(one)
    return codes[place - 1], codes[place + 1]


async def _part_page(session: AsyncSession, family_id: UUID, letter: str, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # one's own draft: raises NotYours for anyone who is not a parent here
    desk = await plan.desk(session, family)
    agreed, effective_on = (desk.draft.agreed, desk.draft.effective_on) if desk.draft else ({}, None)
    found = plan_preview.sections(agreed, [child.id for child in family.children], effective_on)
    parts = plan_preview.parts(found)
    letters = [one.letter for one in parts]
    before, after = _around(letter, letters)
    return {
        "family": family,
        "part": parts[letters.index(letter)],
        "place": (letters.index(letter) + 1, len(letters)),
        "before": before,
        "after": after,
    }


async def _page(
    session: AsyncSession, family_id: UUID, code: str, visit: Visit, typed: Answers | None = None
) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    own_home, clause = family.own_home, plan.clause_of(code)
    desk = await plan.desk(session, family)
    agreed, effective_on = (desk.draft.agreed, desk.draft.effective_on) if desk.draft else ({}, None)
    names, today = plan_text.called(family, visit.say), civil_day(visit.now)
    found = plan_preview.section(code, agreed, [child.id for child in family.children], effective_on)
    empty = starting_answers(clause, [child.for_schedule for child in family.children], today)
    answers = typed if typed is not None else {**(found.answers or empty), **_picked(clause, visit)}
    row = _beside(clause)
    before, after = _around(code, row)
    just_kept = visit.request.query_params.get("done") == KEPT
    ordinary = plan_preview.ordinary_nights(answers, today, own_home) if _has_nights(clause) else None
    steps = plan_preview.growth(family.children, agreed, answers, today) if code == GROWING else ()
    return {
        "family": family,
        "clause": clause,
        "part_title": clauses.SECTIONS[clause.section],
        "fields": plan_form.asked(clause, names, family.children, visit.say, answers),
        "kept": plan_form.flat(answers),
        "missing": found.problems if typed is None and (found.begun or just_kept) else (),
        "begun": found.begun,
        "set_aside": found.set_aside,
        "names": names,
        "place": (row.index(code) + 1, len(row)),
        "before": before,
        "after": after,
        "patterns": patterns.load() if _has_nights(clause) else (),
        "ordinary": ordinary,
        "strip": plan_text.strip(ordinary.nights) if ordinary else (),
        "steps": [(one, plan_text.strip(one.nights)) for one in steps],
    }


def _picked(clause: Clause, visit: Visit) -> dict[str, str]:
    """The pattern that the guide led here with; it is only shown, and kept when the form is."""
    pattern = visit.request.query_params.get("pattern", "")
    return {"pattern": pattern} if _has_nights(clause) and patterns.named(pattern) else {}


def _has_nights(clause: Clause) -> bool:
    return any(field.kind == "nights" for field in clause.fields)
