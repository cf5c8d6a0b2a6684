"""Talking over single clauses: propose, answer, suggest neutral words, record what a court decided, take all together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, Thing, may, may_do, require
from mediation.refusals import Refused
from mediation.usecases import mandate, plan
from mediation.usecases.plan_apart import problems_of_clause
from mediation.usecases.plan_fit import unfit
from parenting_plans import clause_talks, signing, store
from parenting_plans.clause import Clause
from parenting_plans.clause_talks import LONGEST_NOTE, LONGEST_REFERENCE, Decision, Offer, Ruling, Talk
from parenting_plans.errors import ChangedMeanwhile, ProposalMissing
from parenting_plans.fields import Answers, has_strange_signs
from parenting_plans.store.clause_talks import (
    add_clause_decision,
    add_clause_offer,
    answer_clause_offer,
    clause_decisions,
    clause_offers,
)
from parenting_plans.values import ZONE, Problem

NOTE, REFERENCE, DAY = "talk_note", "court_reference", "court_day"  # names that no question of a clause has


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a professional fills in about a court's word. `answers` count only for what a court itself decided.

    `approved`: the digest of the agreed text that they were shown (`shown`); None: they looked at none.
    """

    kind: Ruling
    reference: str
    decided_on: date
    answers: Answers
    approved: str | None = None


def shown(agreed: Answers | None) -> str:
    """SHA-256 (hex) of what is agreed, so that nobody records that a court approved another text than the one they read."""
    return signing.digest(dict(agreed or {}))


async def talks(session: AsyncSession, family: Family) -> dict[str, Talk]:
    """Every clause with its talk, in code order, for those whom row 12 of the matrix lets read them."""
    require(may_do(family.relations, Action.SEE_CLAUSES))
    require(may(family.relations, Action.READ, Thing.PLAN_DRAFTS))
    return await _talks(session, family)


async def _talks(session: AsyncSession, family: Family) -> dict[str, Talk]:
    return clause_talks.talks_of(
        await clause_offers(session, family.id),
        await clause_decisions(session, family.id),
        await store.versions_of(session, family.id),
    )


async def talk(session: AsyncSession, family: Family, code: str) -> Talk:
    """One clause's talk. Raises ClauseMissing."""
    clause = plan.clause_of(code)
    return (await talks(session, family))[clause.code]


async def propose(
    errand: Errand, family_id: UUID, code: str, answers: Answers, note: str, *, seen: UUID | None
) -> UUID:
    """A parent's proposal, or neutral wording of the professional whom both chose; it changes no calendar.

    `seen`: the proposal that waited when the form was opened. When another one waits by now, nobody is talked over:
    raises Refused, as for answers with problems; a professional may leave the answers out and suggest words alone.
    Raises ProposalOpen, SameAsOffered, SameAsAgreed, JustRefused, TooManyOpen.
    """
    family = await errand.family(family_id, Action.OFFER_CLAUSE)
    clause = plan.clause_of(code)
    problems = _problems(family, clause, answers, note)
    if problems:
        raise Refused(*problems)
    known = await _talks(errand.session, family)
    waiting = known[code].waiting
    if waiting is not None and waiting.id != seen and waiting.author != errand.who.id:
        raise Refused(
            Problem(
                "",
                "Something new was proposed a moment ago. Read it below before you propose something yourself.",
            )
        )
    closed, made = clause_talks.offer(
        known[code],
        [one for each in known.values() for one in each.offers],
        family_id=family.id,
        by=family.home,
        author=errand.who.id,
        answers=dict(answers),
        note=note,
        id=errand.new_id(),
        now=known[code].moment(errand.now),
    )
    if waiting is not None and closed is not None:
        await answer_clause_offer(errand.session, waiting, closed)
    await add_clause_offer(errand.session, made)
    await errand.record(stream_of(family.id), "clause.proposed", made.id, clause=code)
    await _tell_parents(errand, family, f"clause-proposed:{made.id}")
    return made.id


def _problems(family: Family, clause: Clause, answers: Answers, note: str) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if len(note) > LONGEST_NOTE:
        found.append(Problem(NOTE, "Write at most {maximum} characters.", {"maximum": str(LONGEST_NOTE)}))
    if has_strange_signs(note, lines=True):
        found.append(Problem(NOTE, "Use ordinary letters and signs."))
    if not answers and family.home is None and not note:
        found.append(Problem(NOTE, "Suggest answers, or words, or both."))
    if not answers and family.home is not None:
        found.append(Problem("", "Say what you propose."))
    return (*found, *(_unsound(family, clause, answers) if answers else ()))


def _unsound(family: Family, clause: Clause, answers: Answers) -> tuple[Problem, ...]:
    children = [child.id for child in family.children]
    return unfit(clause, answers, [str(child) for child in children]) or problems_of_clause(
        clause, answers, children
    )


async def accept(errand: Errand, family_id: UUID, code: str, offer_id: UUID) -> Offer:
    """Say yes. Neutral wording needs both parents' yes. Raises NotYourTurn, AlreadyAnswered."""
    family, known, one = await _offer(errand, family_id, Action.ANSWER_CLAUSE, code, offer_id)
    after = clause_talks.accept(one, family.own_home, known.moment(errand.now))
    await answer_clause_offer(errand.session, one, after)
    await errand.record(
        stream_of(family.id), "clause.accepted", one.id, clause=code, settled=not after.waits_for
    )
    await _tell_answer(errand, family, one, f"clause-accepted:{one.id}:{family.own_home}")
    return after


async def refuse(errand: Errand, family_id: UUID, code: str, offer_id: UUID) -> None:
    """Say no; what holds goes on. Raises NotYourTurn, AlreadyAnswered."""
    family, known, one = await _offer(errand, family_id, Action.ANSWER_CLAUSE, code, offer_id)
    at = known.moment(errand.now)
    await answer_clause_offer(errand.session, one, clause_talks.refuse(one, family.own_home, at))
    await errand.record(stream_of(family.id), "clause.refused", one.id, clause=code)
    await _tell_answer(errand, family, one, f"clause-refused:{one.id}")


async def withdraw(errand: Errand, family_id: UUID, code: str, offer_id: UUID) -> None:
    """Take one's own proposal back. Raises NotYourOwn, AlreadyAnswered."""
    family, known, one = await _offer(errand, family_id, Action.OFFER_CLAUSE, code, offer_id)
    at = known.moment(errand.now)
    await answer_clause_offer(errand.session, one, clause_talks.withdraw(one, errand.who.id, at))
    await errand.record(stream_of(family.id), "clause.withdrawn", one.id, clause=code)


async def _offer(
    errand: Errand, family_id: UUID, action: Action, code: str, offer_id: UUID
) -> tuple[Family, Talk, Offer]:
    family = await errand.family(family_id, action)
    known = await talk(errand.session, family, code)
    return family, known, known.offer(offer_id)


async def _tell_parents(errand: Errand, family: Family, event: str) -> None:
    for parent in family.parents:
        if parent.person_id != errand.who.id:
            await errand.tell(parent.person_id, "plan", event)


async def _tell_answer(errand: Errand, family: Family, one: Offer, event: str) -> None:
    """The other parent; and whoever suggested the words, as long as their mandate lasts."""
    await errand.tell_other(family, "plan", event)
    if one.by is None and one.author in await _in_force(errand, family):
        await errand.tell(one.author, "plan", event)


async def _in_force(errand: Errand, family: Family) -> Sequence[UUID]:
    held = await mandate.mandates_of(errand.session, family.id)
    return [one.person_id for one in held if one.in_force(errand.now)]


async def record_decision(errand: Errand, family_id: UUID, code: str, said: Recorded) -> UUID:
    """Write down that a court approved what is agreed, decided itself, or that its word no longer holds.

    The professional adds nothing of their own to a text that parents agreed on. Raises Refused with all that is wrong,
    NothingAgreed, NoDecision, ChangedMeanwhile when parents agreed on something else since the text was shown.
    """
    family = await errand.family(family_id, Action.RECORD_DECISION)
    clause = plan.clause_of(code)
    problems = _problems_of_record(errand, family, clause, said)
    if problems:
        raise Refused(*problems)
    known = await talk(errand.session, family, code)
    if said.kind is Ruling.HOMOLOGATED and said.approved not in {None, shown(known.agreed)}:
        raise ChangedMeanwhile
    made = Decision(
        id=errand.new_id(),
        family_id=family.id,
        clause=code,
        kind=said.kind,
        answers=clause_talks.text_of_decision(known, said.kind, dict(said.answers)),
        reference=said.reference,
        decided_on=said.decided_on,
        recorded_by=errand.who.id,
        recorded_at=known.moment(errand.now),
    )
    await add_clause_decision(errand.session, made)
    # What the centre does is recorded apart: its work never holds the stream that a parent writes to.
    stream = "centre" if errand.who.profession.at_the_centre else stream_of(family.id)
    await errand.record(stream, "clause.decided", made.id, clause=code, kind=said.kind.value)
    await _tell_parents(errand, family, f"clause-decided:{made.id}")
    return made.id


def _problems_of_record(
    errand: Errand, family: Family, clause: Clause, said: Recorded
) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if not said.reference.strip():
        found.append(Problem(REFERENCE, "Say which document this is."))
    elif len(said.reference) > LONGEST_REFERENCE:
        found.append(
            Problem(REFERENCE, "Write at most {maximum} characters.", {"maximum": str(LONGEST_REFERENCE)})
        )
    elif has_strange_signs(said.reference):
        found.append(Problem(REFERENCE, "Use ordinary letters and signs."))
    if said.decided_on > errand.now.astimezone(ZONE).date():
        found.append(Problem(DAY, "This day is still to come. Choose the day of the document."))
    if said.kind is Ruling.ORDERED:
        found += _unsound(family, clause, said.answers) if said.answers else ()
        if not said.answers:
            found.append(Problem("", "Say what the court decided."))
    return tuple(found)


async def propose_together(errand: Errand, family_id: UUID, effective_on: date) -> UUID:
    """All that is agreed or decided, as one proposal for the whole plan; one's own draft stays as it is.

    Raises ProposalMissing when nothing is agreed, Refused with everything that keeps it from being proposed.
    """
    family = await errand.family(family_id, Action.PROPOSE_PLAN)
    agreed = clause_talks.together(tuple((await talks(errand.session, family)).values()))
    if not agreed:
        raise ProposalMissing
    return await plan.propose_text(errand, family, agreed, effective_on)
