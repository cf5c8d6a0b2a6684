"""Answering apart: a parent keeps, submits or takes back their own sealed answers; two submitted sheets open together.

Nothing is told to the other parent before both have submitted: no message, no page, no refusal depends on a sealed sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases.plan_fit import unfit
from mediation.usecases.plan_preview import section as clause_in_draft
from parenting_plans import apart, store
from parenting_plans.apart import Comparison, NotOpened, Sheet
from parenting_plans.clause import Clause
from parenting_plans.fields import Answers
from parenting_plans.store.apart import (
    ask_again_sheet,
    opened_sheets,
    own_sheets,
    save_sheet,
    submit_sheet,
    take_back_sheet,
)
from parenting_plans.values import Agreed, Draft, Problem


@dataclass(frozen=True, slots=True)
class Place:
    """A section for this viewer: a parent's own sheet (None for others), and the newest round that both submitted.

    `opened` are that round's two sheets side by side.
    """

    section: str
    own: Sheet | None
    opened: Comparison | None
    children: tuple[UUID, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return apart.clauses_in(self.section)

    @property
    def answered(self) -> tuple[Clause, ...]:
        return tuple(one for one in self.clauses if self.own and self.own.agreed.get(one.code))

    def problems_of(self, clause: Clause) -> tuple[Problem, ...]:
        """What is wrong with one's own answers to a clause; nothing is wrong with no answer."""
        answers = self.own.agreed.get(clause.code) if self.own else None
        return problems_of_clause(clause, answers, self.children) if answers else ()


def problems_of_clause(clause: Clause, answers: Answers, children: Sequence[UUID]) -> tuple[Problem, ...]:
    """Everything that is wrong with the answers to one clause, as a plan of this family would find."""
    return clause_in_draft(clause.code, {clause.code: answers}, children).problems


async def places(session: AsyncSession, family: Family) -> tuple[Place, ...]:
    """Every section, in order. A parent's own sheets, and what is opened; never the other one's sealed sheet."""
    require(may_do(family.relations, Action.SEE_APART))
    own = await own_sheets(session, family.id, family.home) if family.home else ()
    opened = await opened_sheets(session, family.id)
    children = tuple(child.id for child in family.children)
    return tuple(
        Place(
            letter,
            apart.current(own, family.id, letter, family.home, family.opened_at) if family.home else None,
            apart.last_comparison(opened, letter),
            children,
        )
        for letter in apart.sections()
    )


async def place(session: AsyncSession, family: Family, section: str) -> Place:
    """One section. Raises SectionMissing."""
    apart.clauses_in(section)
    return next(one for one in await places(session, family) if one.section == section)


async def save(
    errand: Errand, family_id: UUID, section: str, code: str, answers: Answers
) -> tuple[Problem, ...]:
    """Keep one's own answers to a clause, finished or not; returns what is still open. Empty takes them out.

    Raises Refused for what may not even wait, Submitted or Opened when it is too late.
    """
    family, sheet = await _own(errand, family_id, section)
    clause = clause_in(section, code)
    children = [child.id for child in family.children]
    problems = unfit(clause, answers, [str(child) for child in children])
    if problems:
        raise Refused(*problems)
    rest = {one: given for one, given in sheet.agreed.items() if one != code}
    agreed: Agreed = {**rest, code: dict(answers)} if answers else rest
    await save_sheet(errand.session, apart.write(sheet, agreed, errand.now))
    return problems_of_clause(clause, answers, children) if answers else ()


def clause_in(section: str, code: str) -> Clause:
    """The clause of that code in that section. Raises SectionMissing."""
    for clause in apart.clauses_in(section):
        if clause.code == code:
            return clause
    raise apart.SectionMissing


async def submit(errand: Errand, family_id: UUID, section: str) -> bool:
    """Give one's answers; returns whether both have now. Raises Refused while nothing or something unsound is answered."""
    family, sheet = await _own(errand, family_id, section)
    given = apart.submit(sheet, errand.now)
    problems = _problems(sheet, [child.id for child in family.children])
    if problems:
        raise Refused(*problems)
    await save_sheet(errand.session, apart.write(sheet, sheet.agreed, errand.now))
    opened = await submit_sheet(errand.session, given, errand.now)
    await errand.record(
        stream_of(family.id), "apart.submitted", family.id, section=section, round=sheet.round
    )
    if opened:
        await errand.record(
            stream_of(family.id), "apart.opened", family.id, section=section, round=sheet.round
        )
        await errand.tell_other(family, "plan", f"apart:{family.id}:{section}:{sheet.round}")
    return opened


def _problems(sheet: Sheet, children: Sequence[UUID]) -> tuple[Problem, ...]:
    """Fields are named "C02": where the page leads to the clause itself."""
    found = apart.clauses_in(sheet.section)
    if not any(sheet.agreed.get(clause.code) for clause in found):
        return (Problem("", "Answer at least one question of this section first."),)
    return tuple(
        Problem(clause.code, "Something is still open here. Finish it, or leave it out.")
        for clause in found
        if sheet.agreed.get(clause.code) and problems_of_clause(clause, sheet.agreed[clause.code], children)
    )


async def take_back(errand: Errand, family_id: UUID, section: str) -> None:
    """Write again, as long as not both have submitted. Raises Opened or NotSubmitted."""
    family, sheet = await _own(errand, family_id, section)
    apart.take_back(sheet)
    await take_back_sheet(errand.session, sheet)
    await errand.record(
        stream_of(family.id), "apart.taken_back", family.id, section=section, round=sheet.round
    )


async def ask_again(errand: Errand, family_id: UUID, section: str) -> bool:
    """Ask for a new round; returns whether it begins, because the other parent asked as well. Raises NotOpened."""
    family, sheet = await _own(errand, family_id, section)
    apart.ask_again(sheet, errand.now)
    begins = await ask_again_sheet(errand.session, sheet, errand.now)
    await errand.record(
        stream_of(family.id), "apart.asked_again", family.id, section=section, round=sheet.round
    )
    event = "apart-begins" if begins else "apart-again"
    await errand.tell_other(family, "plan", f"{event}:{family.id}:{section}:{sheet.round}")
    return begins


async def take_common_ground(errand: Errand, family_id: UUID, section: str) -> int:
    """Put what both answered alike into one's own draft, in place of what it says there; returns how many clauses.

    Raises NotOpened when there is nothing to take.
    """
    family, _ = await _own(errand, family_id, section)
    found = apart.last_comparison(await opened_sheets(errand.session, family.id), section)
    if found is None or not found.common:
        raise NotOpened
    kept = await store.draft(errand.session, family.id, family.own_home)
    draft = kept or Draft(family.id, family.own_home, {}, None, errand.now)
    agreed = {**draft.agreed, **found.common_ground}
    await store.save_draft(
        errand.session, Draft(draft.family_id, draft.author, agreed, draft.effective_on, errand.now)
    )
    return len(found.common)


async def _own(errand: Errand, family_id: UUID, section: str) -> tuple[Family, Sheet]:
    family = await errand.family(family_id, Action.ANSWER_APART)
    apart.clauses_in(section)
    own = await own_sheets(errand.session, family.id, family.own_home)
    return family, apart.current(own, family.id, section, family.own_home, errand.now)
