"""The plan's way: each parent drafts alone, one proposes, the other accepts or counters, both sign, it is sealed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action, Thing, may, may_do, require
from mediation.refusals import Refused, TooLate
from mediation.usecases import calendar, plan_seal
from mediation.usecases.plan_findings import refuse_impossible
from mediation.usecases.plan_fit import unfit
from mediation.usecases.plan_preview import section
from parenting_plans import clause_talks, clauses, plan, proposals, signing, store
from parenting_plans.clause import Clause
from parenting_plans.errors import Missing, ProposalMissing, VersionMissing
from parenting_plans.fields import Answers
from parenting_plans.soundness import problems_of_time
from parenting_plans.store.clause_talks import clause_decisions, clause_offers
from parenting_plans.values import ZONE, Agreed, Draft, Problem, Proposal, ProposalStatus, Version


@dataclass(frozen=True, slots=True)
class PlanDesk:
    """All there is about a family's plan, for this viewer: a parent's own draft, never the other's."""

    draft: Draft | None
    proposals: tuple[Proposal, ...]  # newest first
    versions: tuple[Version, ...]  # by number

    @property
    def open_proposal(self) -> Proposal | None:
        return next((one for one in self.proposals if one.status is ProposalStatus.OPEN), None)

    @property
    def to_sign(self) -> Version | None:
        """The newest version, until both have signed it. An older one that was never sealed is overtaken by it."""
        newest = self.versions[-1] if self.versions else None
        return newest if newest and newest.sealed_at is None else None

    @property
    def sealed(self) -> Version | None:
        return next((one for one in reversed(self.versions) if one.sealed_at is not None), None)

    def signed_already(self, agreed: Agreed) -> bool:
        """Whether the newest signed plan says exactly this."""
        return self.sealed is not None and not plan.differences(self.sealed.agreed, agreed)

    def governs(self, now: datetime) -> Version | None:
        """The sealed version that the calendar follows at this moment."""
        begun = [one.version_id for one in plan.in_force(self.versions) if one.starts_at <= now]
        return self.version(begun[-1]) if begun else None

    def comes(self, now: datetime) -> tuple[Version, datetime] | None:
        """The sealed version that the calendar follows next, and from when."""
        waiting = [one for one in plan.in_force(self.versions) if one.starts_at > now]
        return (self.version(waiting[0].version_id), waiting[0].starts_at) if waiting else None

    def proposal(self, proposal_id: UUID) -> Proposal:
        """Raises ProposalMissing, also for one that this viewer may not read."""
        for one in self.proposals:
            if one.id == proposal_id:
                return one
        raise ProposalMissing

    def version(self, version_id: UUID) -> Version:
        """Raises VersionMissing, also for one that this viewer may not read."""
        for one in self.versions:
            if one.id == version_id:
                return one
        raise VersionMissing


class ClauseMissing(Missing):
    """No such clause in the catalogue."""


def clause_of(code: str) -> Clause:
    """A clause of the catalogue. Raises ClauseMissing."""
    clause = clauses.by_code().get(code)
    if clause is None:
        raise ClauseMissing
    return clause


async def desk(session: AsyncSession, family: Family) -> PlanDesk:
    """What this viewer may read: the matrix opens what is proposed, and what is signed, to different people."""
    require(may_do(family.relations, Action.SEE_PLAN))
    shared = may(family.relations, Action.READ, Thing.PLAN_DRAFTS)
    signed = may(family.relations, Action.READ, Thing.SIGNED_PLAN)
    draft = await store.draft(session, family.id, family.home) if family.home else None
    proposed = await store.proposals_of(session, family.id) if shared else ()
    versions = await store.versions_of(session, family.id)
    return PlanDesk(
        draft,
        tuple(sorted(proposed, key=lambda one: one.proposed_at, reverse=True)),
        tuple(one for one in versions if (shared if one.sealed_at is None else signed)),
    )


async def save_clause(errand: Errand, family_id: UUID, code: str, answers: Answers) -> tuple[Problem, ...]:
    """Keep one clause of the parent's own draft, finished or not; returns what is still open. Empty takes it out.

    Raises ClauseMissing, and Refused for what may not even wait in a draft.
    """
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    children = [child.id for child in family.children]
    problems = unfit(clause_of(code), answers, [str(child) for child in children])
    if problems:
        raise Refused(*problems)
    draft = await _draft(errand, family)
    agreed = {**draft.agreed, code: dict(answers)} if answers else _without(draft.agreed, code)
    await store.save_draft(errand.session, _changed(draft, errand, agreed, draft.effective_on))
    return section(code, agreed, children).problems


async def set_aside(errand: Errand, family_id: UUID, code: str) -> None:
    """Say that the parent's own draft says nothing about this; what was answered is dropped. Raises ClauseMissing.

    Raises Refused for what no plan can do without.
    """
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    if clause_of(code).essential:
        raise Refused(Problem("", "No plan can do without this."))
    draft = await _draft(errand, family)
    await store.save_draft(
        errand.session, _changed(draft, errand, {**draft.agreed, code: {}}, draft.effective_on)
    )


async def save_start(
    errand: Errand, family_id: UUID, effective_on: date, at: time | None = None, *, keeps_time: bool = True
) -> None:
    """The day from which the plan counts, and the time on it (None and not `keeps_time`: the handover time).

    Raises Refused for a day in the past or too far away, and for a time at which the clock can change.
    """
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    problems = (
        *plan.problems_of_start(effective_on, errand.now.astimezone(ZONE).date()),
        *(problems_of_time("start_time", at) if at else ()),
    )
    if problems:
        raise Refused(*problems)
    draft = await _draft(errand, family)
    agreed = draft.agreed if at is None and keeps_time else plan.with_start_time(draft.agreed, at)
    await store.save_draft(errand.session, _changed(draft, errand, agreed, effective_on))


async def draft_from_proposal(errand: Errand, family_id: UUID, proposal_id: UUID) -> None:
    """Start one's own draft from a proposal, to change it. It replaces the draft there is."""
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    proposal = await store.proposal(errand.session, family.id, proposal_id)
    await _draft_from(errand, family, proposal.agreed, proposal.effective_on)


async def draft_from_version(errand: Errand, family_id: UUID, version_id: UUID) -> None:
    """Start one's own draft from a plan both have, to change it. The day from which it counts stays open."""
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    version = await store.version(errand.session, family.id, version_id)
    await _draft_from(errand, family, version.agreed, None)


async def _draft_from(errand: Errand, family: Family, agreed: Agreed, effective_on: date | None) -> None:
    draft = await _draft(errand, family)
    await store.save_draft(errand.session, _changed(draft, errand, agreed, effective_on))


def _without(agreed: Agreed, code: str) -> Agreed:
    return {one: answers for one, answers in agreed.items() if one != code}


def _changed(draft: Draft, errand: Errand, agreed: Agreed, effective_on: date | None) -> Draft:
    return Draft(draft.family_id, draft.author, agreed, effective_on, errand.now)


async def _draft(errand: Errand, family: Family) -> Draft:
    kept = await store.draft(errand.session, family.id, family.own_home)
    return kept or Draft(family.id, family.own_home, {}, None, errand.now)


async def propose(errand: Errand, family_id: UUID) -> UUID:
    """Show one's draft to the other parent as a proposal; it counters the other parent's, if one is open."""
    family = await errand.family(family_id, Action.PROPOSE_PLAN)
    draft = await _draft(errand, family)
    return await propose_text(errand, family, plan.without_left_out(draft.agreed), draft.effective_on)


async def propose_text(errand: Errand, family: Family, agreed: Agreed, effective_on: date | None) -> UUID:
    """Show a text to the other parent as a proposal, for a family opened to propose in. Raises Refused, ProposalOpen."""
    children = [child.id for child in family.children]
    problems = plan.problems_of(agreed, children, effective_on, errand.now.astimezone(ZONE).date())
    if problems or effective_on is None:
        raise Refused(*problems)
    refuse_impossible(family, agreed, effective_on)
    earlier = await store.proposals_of(errand.session, family.id)
    waiting = next((one for one in earlier if one.status is ProposalStatus.OPEN), None)
    own = {
        "agreed": agreed,
        "effective_on": effective_on,
        "id": errand.new_id(),
        "now": errand.now,
    }
    if waiting is not None and waiting.by is not family.own_home:
        closed, proposal = proposals.counter(waiting, family.own_home, **own)  # type: ignore[arg-type]
        await store.save_proposal(errand.session, closed)
    else:
        proposal = proposals.propose(earlier, family_id=family.id, by=family.own_home, **own)  # type: ignore[arg-type]
    await store.save_proposal(errand.session, proposal)
    await errand.record(stream_of(family.id), "plan.proposed", proposal.id)
    await errand.tell_other(family, "plan", f"proposed:{proposal.id}")
    return proposal.id


async def accept(errand: Errand, family_id: UUID, proposal_id: UUID) -> UUID:
    """Say yes to the other parent's proposal. It becomes a version to sign; the calendar does not change yet."""
    family = await errand.family(family_id, Action.ANSWER_PROPOSAL)
    proposal = await store.proposal(errand.session, family.id, proposal_id)
    accepted = proposals.accept(proposal, family.own_home, errand.now)
    await store.save_proposal(errand.session, accepted)
    number = len(await store.versions_of(errand.session, family.id)) + 1
    tongues = {parent.home: parent.language for parent in family.parents}
    languages = signing.languages_of(tongues[proposal.by], tongues[proposal.by.other])
    version = signing.version_of(accepted, number, errand.new_id(), errand.now, languages)
    await store.save_version(errand.session, version)
    await errand.record(stream_of(family.id), "plan.accepted", version.id, digest=version.digest)
    await errand.tell_other(family, "plan", f"accepted:{proposal.id}")
    return version.id


async def withdraw(errand: Errand, family_id: UUID, proposal_id: UUID) -> None:
    family = await errand.family(family_id, Action.PROPOSE_PLAN)
    proposal = await store.proposal(errand.session, family.id, proposal_id)
    await store.save_proposal(errand.session, proposals.withdraw(proposal, family.own_home, errand.now))
    await errand.record(stream_of(family.id), "plan.withdrawn", proposal.id)
    await errand.tell_other(family, "plan", f"withdrawn:{proposal.id}")


async def sign(
    errand: Errand,
    family_id: UUID,
    version_id: UUID,
    digest_seen: str,
    reflection: timedelta = signing.NO_WAIT,
) -> bool:
    """Sign exactly what was shown; returns whether this sealed it. A sealed plan becomes the calendar at its start.

    `reflection`: the time to think between accepting the text and the first signature. Raises NotYet within it.
    """
    family = await errand.family(family_id, Action.SIGN_PLAN)
    version = await store.version(errand.session, family.id, version_id)
    if version.number < len(await store.versions_of(errand.session, family.id)):
        raise TooLate("A newer version of the plan takes its place. Look at that one.")
    refuse_impossible(family, version.agreed, version.effective_on)
    seals_at = await _after_all_talks(errand, family)
    signed = signing.sign(version, family.own_home, digest_seen, errand.now, reflection, seals_at)
    await store.save_version(errand.session, signed)
    await errand.record(stream_of(family.id), "plan.signed", version.id, digest=signed.digest)
    if signed.sealed_at is not None:
        await errand.record(stream_of(family.id), "plan.sealed", version.id, digest=signed.digest)
        ids = plan_seal.Ids(errand.keys.links, errand.new_id())
        await plan_seal.complete(errand.session, signed, ids, errand.now)
        await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
        await errand.changed(family)
    await errand.tell_other(family, "plan", f"signed:{version.id}:{family.own_home}")
    return signed.sealed_at is not None


async def _after_all_talks(errand: Errand, family: Family) -> datetime:
    """What is sealed now is later than all that was agreed about single clauses before."""
    talks = clause_talks.talks_of(
        await clause_offers(errand.session, family.id),
        await clause_decisions(errand.session, family.id),
        await store.versions_of(errand.session, family.id),
    )
    return max(talk.moment(errand.now) for talk in talks.values())
