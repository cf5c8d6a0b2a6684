"""Answering a section apart: one's own sheet, question by question, and both sheets side by side once both are given."""

from collections.abc import Mapping
from dataclasses import dataclass
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
from mediation.families import Family
from mediation.usecases import plan_apart
from mediation.usecases.plan_apart import Place
from parenting_plans import clauses
from parenting_plans.apart import Comparison, clauses_in
from parenting_plans.clause import Clause, starting_answers
from parenting_plans.fields import Answers, read_form
from parenting_plans.values import Home
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_form, plan_text
from portal.visit import Visit, again

OVERVIEW, SECTION, CLAUSE = "plan/apart.html", "plan/apart_section.html", "plan/apart_clause.html"
KEPT = "kept"  # no notice: the page itself says what is still open


class PlanApart(Controller):
    path = "/f/{family_id:uuid}/plan/apart"

    @get()
    async def overview(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await plan_apart.places(reading, family)
        return visit.show(OVERVIEW, family=family, places=found, titles=clauses.SECTIONS)

    @get("/{section:str}")
    async def section(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        section: FromPath[str],
    ) -> Response[str]:
        return visit.show(SECTION, **await _section(reading, family_id, section, visit))

    @get("/{section:str}/answers/{code:str}")
    async def clause(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        section: FromPath[str],
        code: FromPath[str],
    ) -> Response[str]:
        return visit.show(CLAUSE, **await _clause(reading, family_id, section, code, visit))

    @post("/{section:str}/answers/{code:str}")
    async def save(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        section: FromPath[str],
        code: FromPath[str],
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        clause = plan_apart.clause_in(section, code)
        answers = read_form(clause.fields, typed)
        page = partial(_clause, errand.session, family_id, section, code, visit, answers)
        shown = plan_form.shown_again(clause, typed, answers)
        if typed.get("then") == "rows":
            return visit.show(CLAUSE, **await page(), values=shown)
        async with again(CLAUSE, shown, page):
            still_open = await plan_apart.save(errand, family_id, section, code, answers)
        here = f"/f/{family_id}/plan/apart/{section}"
        if still_open:
            return visit.go(f"{here}/answers/{code}", KEPT)
        after = _after(section, code)
        return visit.go(f"{here}/answers/{after}" if after else here, "saved")

    @post("/{section:str}/submit")
    async def submit(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        section: FromPath[str],
    ) -> Redirect:
        async with again(SECTION, {}, partial(_section, errand.session, family_id, section, visit)):
            await plan_apart.submit(errand, family_id, section)
        return visit.go(f"/f/{family_id}/plan/apart/{section}")

    @post("/{section:str}/back")
    async def take_back(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        section: FromPath[str],
    ) -> Redirect:
        await plan_apart.take_back(errand, family_id, section)
        return visit.go(f"/f/{family_id}/plan/apart/{section}", "withdrawn")

    @post("/{section:str}/again")
    async def ask_again(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        section: FromPath[str],
    ) -> Redirect:
        await plan_apart.ask_again(errand, family_id, section)
        return visit.go(f"/f/{family_id}/plan/apart/{section}", "recorded")

    @post("/{section:str}/draft")
    async def take_common_ground(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        section: FromPath[str],
    ) -> Redirect:
        await plan_apart.take_common_ground(errand, family_id, section)
        return visit.go(f"/f/{family_id}/plan", "saved")


@dataclass(frozen=True, slots=True)
class Side:
    """What one parent answered, as a sentence."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A clause that both answered differently: both sentences, and the questions in which they differ."""

    code: str
    title: str
    sides: tuple[Side, ...]
    questions: tuple[str, ...]


def in_neutral_order(names: Mapping[str, str]) -> tuple[Home, ...]:
    """By name, as both parents see it alike: who opened the family has no place of honour."""
    return tuple(sorted(Home, key=lambda home: (names[home].casefold(), home.value)))


def _sentence(clause: Clause, answers: Answers, names: Mapping[str, str], lang: str) -> str:
    return next(iter(plan_text.lines({clause.code: answers}, names, lang))).sentence


def _compared(opened: Comparison | None, names: Mapping[str, str], lang: str) -> dict[str, Any]:
    if opened is None:
        return {"opened": None, "common": (), "different": (), "not_both": ()}
    return {
        "opened": opened,
        "common": plan_text.lines(opened.common_ground, names, lang),
        "different": tuple(
            Beside(
                one.clause.code,
                one.clause.title[lang],
                tuple(
                    Side(
                        names[home],
                        _sentence(one.clause, opened.of(home).agreed[one.clause.code], names, lang),
                    )
                    for home in in_neutral_order(names)
                ),
                tuple(one.clause.field(name).label[lang] for name in one.fields),
            )
            for one in opened.different
        ),
        "not_both": tuple(clause.title[lang] for clause in opened.not_both),
    }


async def _section(session: AsyncSession, family_id: UUID, section: str, visit: Visit) -> dict[str, Any]:
    family, found = await _place(session, family_id, section, visit)
    names = plan_text.called(family, visit.say)
    lines = plan_text.lines(found.own.agreed, names, visit.language) if found.own else ()
    return {
        "family": family,
        "place": found,
        "section": section,
        "title": clauses.SECTIONS[section],
        "names": names,
        "own_lines": lines,
        "asks_again": tuple(
            home for home in Home if found.opened and found.opened.of(home).again_at is not None
        ),
        **_compared(found.opened, names, visit.language),
    }


async def _clause(
    session: AsyncSession,
    family_id: UUID,
    section: str,
    code: str,
    visit: Visit,
    typed: Answers | None = None,
) -> dict[str, Any]:
    family, found = await _place(session, family_id, section, visit)
    family.own_home  # noqa: B018  # one's own sheet: raises NotYours for anyone who is not a parent here
    clause = plan_apart.clause_in(section, code)
    names, kept = plan_text.called(family, visit.say), found.own.agreed.get(code, {}) if found.own else {}
    empty = starting_answers(clause, [child.for_schedule for child in family.children], civil_day(visit.now))
    answers = typed if typed is not None else kept or empty
    codes = [one.code for one in found.clauses]
    return {
        "family": family,
        "place": found,
        "section": section,
        "title": clauses.SECTIONS[section],
        "clause": clause,
        "fields": plan_form.asked(clause, names, family.children, visit.say, answers),
        "kept": plan_form.flat(answers),
        "missing": found.problems_of(clause) if typed is None else (),
        "number": (codes.index(code) + 1, len(codes)),
        "before": codes[codes.index(code) - 1] if codes.index(code) else "",
        "after": _after(section, code),
    }


def _after(section: str, code: str) -> str:
    """The next clause of the section; "" after the last."""
    codes = [*(one.code for one in clauses_in(section)), ""]
    return codes[codes.index(code) + 1]


async def _place(session: AsyncSession, family_id: UUID, section: str, visit: Visit) -> tuple[Family, Place]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    return family, await plan_apart.place(session, family, section)
