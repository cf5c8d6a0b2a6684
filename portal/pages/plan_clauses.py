"""Talking over one clause at a time: where each stands, the chain of proposals, an answer, a court's word, all together."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
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
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases import mandate, plan, plan_clauses
from mediation.usecases.plan_clauses import NOTE, Recorded
from parenting_plans import clauses
from parenting_plans.clause import Clause, starting_answers
from parenting_plans.clause_talks import (
    LONGEST_NOTE,
    LONGEST_REFERENCE,
    Decision,
    Offer,
    Ruling,
    Talk,
    together,
)
from parenting_plans.errors import ChangedMeanwhile, Missing, Refusal
from parenting_plans.fields import Answers, read_form
from portal.forms import Typed, submitted
from portal.languages import civil_day
from portal.pages import plan_form, plan_text
from portal.visit import Visit, again, wanted

OVERVIEW, CLAUSE = "plan/clauses.html", "plan/clause.html"
PROPOSE, DECISION = "plan/clause_propose.html", "plan/clause_decision.html"


class TogetherForm(BaseModel):
    effective_on: date


class SeenForm(BaseModel):
    seen: UUID | None = None


class DecisionForm(BaseModel):
    court_kind: Ruling
    court_reference: str = ""
    court_day: date
    court_approved: str = ""


class PlanClauses(Controller):
    path = "/f/{family_id:uuid}/plan/clauses"

    @get()
    async def overview(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(OVERVIEW, **await _overview(reading, family_id, visit))

    @post("/together")
    async def propose_together(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        """All that is agreed, as one proposal for the whole plan."""
        typed = submitted(await visit.request.form())
        async with again(OVERVIEW, typed, partial(_overview, errand.session, family_id, visit)):
            start = wanted(TogetherForm, typed).effective_on
            proposal_id = await plan_clauses.propose_together(errand, family_id, start)
        return visit.go(f"/f/{family_id}/plan/proposal/{proposal_id}", "sent")

    @get("/{code:str}")
    async def clause(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[str]:
        return visit.show(CLAUSE, **await _clause(reading, family_id, code, visit))

    @get("/{code:str}/propose")
    async def propose_form(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[str]:
        return visit.show(PROPOSE, **await _form(reading, family_id, code, visit, Action.OFFER_CLAUSE))

    @post("/{code:str}/propose")
    async def propose(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        answers, shown = _typed(code, typed)
        page = partial(_form, errand.session, family_id, code, visit, Action.OFFER_CLAUSE, answers)
        if typed.get("then") == "rows":
            return visit.show(PROPOSE, **await page(), values=shown)
        async with again(PROPOSE, shown, page), _nothing_typed_is_lost():
            seen = wanted(SeenForm, typed).seen
            await plan_clauses.propose(errand, family_id, code, answers, _one(typed, NOTE), seen=seen)
        return visit.go(f"/f/{family_id}/plan/clauses/{code}", "sent")

    @post("/{code:str}/offers/{offer_id:uuid}/accept")
    async def accept(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        offer_id: FromPath[UUID],
    ) -> Redirect:
        await plan_clauses.accept(errand, family_id, code, offer_id)
        return visit.go(f"/f/{family_id}/plan/clauses/{code}", "accepted")

    @post("/{code:str}/offers/{offer_id:uuid}/refuse")
    async def refuse(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        offer_id: FromPath[UUID],
    ) -> Redirect:
        await plan_clauses.refuse(errand, family_id, code, offer_id)
        return visit.go(f"/f/{family_id}/plan/clauses/{code}", "recorded")

    @post("/{code:str}/offers/{offer_id:uuid}/withdraw")
    async def withdraw(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
        offer_id: FromPath[UUID],
    ) -> Redirect:
        await plan_clauses.withdraw(errand, family_id, code, offer_id)
        return visit.go(f"/f/{family_id}/plan/clauses/{code}", "withdrawn")

    @get("/{code:str}/decision")
    async def decision_form(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[str]:
        return visit.show(DECISION, **await _form(reading, family_id, code, visit, Action.RECORD_DECISION))

    @post("/{code:str}/decision")
    async def record_decision(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        code: FromPath[str],
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        answers, shown = _typed(code, typed)
        page = partial(_form, errand.session, family_id, code, visit, Action.RECORD_DECISION, answers)
        if typed.get("then") == "rows":
            return visit.show(DECISION, **await page(), values=shown)
        async with again(DECISION, shown, page), _nothing_typed_is_lost():
            form = wanted(DecisionForm, typed)
            said = Recorded(
                form.court_kind, form.court_reference, form.court_day, answers, form.court_approved or None
            )
            await plan_clauses.record_decision(errand, family_id, code, said)
        return visit.go(f"/f/{family_id}/plan/clauses/{code}", "recorded")


@asynccontextmanager
async def _nothing_typed_is_lost() -> AsyncGenerator[None, None]:
    """A rule that stands in the way is shown above the form that was filled in. What is not there stays not there."""
    try:
        yield
    except Refusal as refusal:
        if isinstance(refusal, ChangedMeanwhile | Missing):
            raise
        raise Refused(refusal.problem) from refusal


def _typed(code: str, typed: Typed) -> tuple[Answers, Mapping[str, Any]]:
    clause = plan.clause_of(code)
    answers = read_form(clause.fields, typed)
    return answers, plan_form.shown_again(clause, typed, answers)


def _one(typed: Typed, name: str) -> str:
    given = typed.get(name, "")
    return given if isinstance(given, str) else given[-1]


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain as its reader sees it: who, when, what, and what became of it."""

    offer: Offer
    who: str
    sentence: str
    waits_for: str
    said_yes: str


@dataclass(frozen=True, slots=True)
class CourtWord:
    decision: Decision
    who: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One clause in the list. `waits_for` names whose answer is missing; "" when nobody's is."""

    clause: Clause
    talk: Talk
    waits_for: str
    for_you: bool


async def _overview(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    talks = await plan_clauses.talks(session, family)
    names, known = plan_text.called(family, visit.say), clauses.by_code()
    rows = [_row(known[code], one, family, names) for code, one in talks.items()]
    agreed, desk = together(tuple(talks.values())), await plan.desk(session, family)
    return {
        "family": family,
        "names": names,
        "sections": [
            (letter, clauses.SECTIONS[letter], [row for row in rows if row.clause.section == letter])
            for letter in sorted({row.clause.section for row in rows})
        ],
        "for_you": [row for row in rows if row.for_you],
        "for_others": [row for row in rows if row.talk.waiting and not row.for_you],
        "lines": plan_text.lines(agreed, names, visit.language),
        "titles": {clause.code: clause.title for clause in known.values()},
        "waiting_plan": desk.open_proposal,
        "all_signed": desk.signed_already(agreed),
    }


def _row(clause: Clause, talk: Talk, family: Family, names: Mapping[str, str]) -> Row:
    waits = talk.waiting.waits_for if talk.waiting else ()
    return Row(clause, talk, ", ".join(names[home] for home in waits), family.home in waits)


async def _clause(session: AsyncSession, family_id: UUID, code: str, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    talk, clause = await plan_clauses.talk(session, family, code), plan.clause_of(code)
    names = plan_text.called(family, visit.say)
    people = await _people(session, family)
    waits = talk.waiting.waits_for if talk.waiting else ()
    steps = [_step(clause, one, names, people, visit) for one in reversed(talk.offers)]
    return {
        "family": family,
        "clause": clause,
        "talk": talk,
        "names": names,
        "holds": _sentence(clause, talk.holds, names, visit.language),
        "change": _sentence(clause, talk.change, names, visit.language),
        "waiting": next((one for one in steps if one.offer == talk.waiting), None),
        "own": talk.waiting is not None and talk.waiting.author == visit.person.id,
        "for_you": family.home in waits,
        "steps": steps,
        "court": [
            CourtWord(
                one, people.get(one.recorded_by, ""), _sentence(clause, one.answers, names, visit.language)
            )
            for one in reversed(talk.decisions)
        ],
        "may_record": may_do(family.relations, Action.RECORD_DECISION),
        "may_offer": may_do(family.relations, Action.OFFER_CLAUSE),
        "section": clauses.SECTIONS[clause.section],
    }


def _step(
    clause: Clause, one: Offer, names: Mapping[str, str], people: Mapping[UUID, str], visit: Visit
) -> Step:
    return Step(
        one,
        names[one.by] if one.by else people.get(one.author, ""),
        _sentence(clause, one.answers, names, visit.language),
        ", ".join(names[home] for home in one.waits_for),
        ", ".join(names[home] for home in one.accepted_by) if one.by is None else "",
    )


async def _people(session: AsyncSession, family: Family) -> dict[UUID, str]:
    """The names of the professionals whom the parents chose; nobody of the centre is named."""
    return {one.person_id: one.name for one in await mandate.mandates_of(session, family.id)}


def _sentence(clause: Clause, answers: Answers | None, names: Mapping[str, str], lang: str) -> str:
    return (
        next((line.sentence for line in plan_text.lines({clause.code: answers}, names, lang)), "")
        if answers
        else ""
    )


async def _form(
    session: AsyncSession,
    family_id: UUID,
    code: str,
    visit: Visit,
    action: Action,
    typed: Answers | None = None,
) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, action))
    talk, clause = await plan_clauses.talk(session, family, code), plan.clause_of(code)
    names, people = plan_text.called(family, visit.say), await _people(session, family)
    waiting = talk.waiting
    begin = (waiting.answers if waiting else None) or talk.newest
    empty = starting_answers(clause, [child.for_schedule for child in family.children], civil_day(visit.now))
    answers = typed if typed is not None else begin or (empty if family.home else {})
    return {
        "family": family,
        "clause": clause,
        "talk": talk,
        "names": names,
        "fields": plan_form.asked(clause, names, family.children, visit.say, answers),
        "kept": plan_form.flat(answers),
        "waiting": _step(clause, waiting, names, people, visit) if waiting else None,
        "own": waiting is not None and waiting.author == visit.person.id,
        "agreed": _sentence(clause, talk.agreed, names, visit.language),
        "approved": plan_clauses.shown(talk.agreed),
        "longest_note": LONGEST_NOTE,
        "longest_reference": LONGEST_REFERENCE,
        "today": civil_day(visit.now),
    }
