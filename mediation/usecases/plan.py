"""The plan's way: each parent drafts alone, one proposes, the other accepts or counters, both sign, it is sealed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, stream_of
from mediation.families import Family
from mediation.policy import Action
from mediation.refusals import Refused
from mediation.usecases import calendar
from parenting_plans import plan, proposals, signing, store
from parenting_plans.errors import VersionMissing
from parenting_plans.fields import Answers
from parenting_plans.values import ZONE, Agreed, Draft, Proposal, ProposalStatus, Version


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
        return next((one for one in reversed(self.versions) if one.sealed_at is None), None)

    @property
    def sealed(self) -> Version | None:
        return next((one for one in reversed(self.versions) if one.sealed_at is not None), None)


async def desk(session: AsyncSession, family: Family) -> PlanDesk:
    draft = await store.draft_of(session, family.id, family.home) if family.home else None
    found = await store.proposals_of(session, family.id)
    newest_first = tuple(sorted(found, key=lambda one: one.proposed_at, reverse=True))
    return PlanDesk(draft, newest_first, await store.versions_of(session, family.id))


async def save_clause(errand: Errand, family_id: UUID, code: str, answers: Answers) -> None:
    """Keep one clause of the parent's own draft as it is, finished or not. Empty answers take it out."""
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    draft = await _draft(errand, family)
    agreed = {**draft.agreed, code: dict(answers)} if answers else _without(draft.agreed, code)
    await store.save_draft(errand.session, _changed(draft, errand, agreed, draft.effective_on))


async def save_start(errand: Errand, family_id: UUID, effective_on: date) -> None:
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    draft = await _draft(errand, family)
    await store.save_draft(errand.session, _changed(draft, errand, draft.agreed, effective_on))


async def draft_from(errand: Errand, family_id: UUID, agreed: Agreed, effective_on: date | None) -> None:
    """Start one's own draft from a proposal or from the sealed plan, to change it."""
    family = await errand.family(family_id, Action.DRAFT_PLAN)
    draft = await _draft(errand, family)
    await store.save_draft(errand.session, _changed(draft, errand, agreed, effective_on))


def _without(agreed: Agreed, code: str) -> Agreed:
    return {one: answers for one, answers in agreed.items() if one != code}


def _changed(draft: Draft, errand: Errand, agreed: Agreed, effective_on: date | None) -> Draft:
    return Draft(draft.family_id, draft.author, agreed, effective_on, errand.now)


async def _draft(errand: Errand, family: Family) -> Draft:
    kept = await store.draft_of(errand.session, family.id, family.own_home)
    return kept or Draft(family.id, family.own_home, {}, None, errand.now)


async def propose(errand: Errand, family_id: UUID) -> UUID:
    """Show one's draft to the other parent as a proposal; it counters the other parent's, if one is open."""
    family = await errand.family(family_id, Action.PROPOSE_PLAN)
    draft = await _draft(errand, family)
    children = [child.id for child in family.children]
    problems = plan.problems_of(draft.agreed, children, draft.effective_on, errand.now.astimezone(ZONE).date())
    if problems or draft.effective_on is None:
        raise Refused(*problems)
    earlier = await store.proposals_of(errand.session, family.id)
    waiting = next((one for one in earlier if one.status is ProposalStatus.OPEN), None)
    own = {"agreed": draft.agreed, "effective_on": draft.effective_on, "id": errand.new_id(), "now": errand.now}
    if waiting is not None and waiting.by is not family.own_home:
        closed, proposal = proposals.counter(waiting, family.own_home, **own)  # type: ignore[arg-type]
        await store.answer_proposal(errand.session, closed)
    else:
        proposal = proposals.propose(earlier, family_id=family.id, by=family.own_home, **own)  # type: ignore[arg-type]
    await store.add_proposal(errand.session, proposal)
    await errand.record(stream_of(family.id), "plan.proposed", proposal.id)
    await errand.tell_other(family, "plan", f"proposed:{proposal.id}")
    return proposal.id


async def accept(errand: Errand, family_id: UUID, proposal_id: UUID) -> UUID:
    """Say yes to the other parent's proposal. It becomes a version to sign; the calendar does not change yet."""
    family = await errand.family(family_id, Action.ANSWER_PROPOSAL)
    proposal = await store.proposal(errand.session, family.id, proposal_id)
    accepted = proposals.accept(proposal, family.own_home, errand.now)
    await store.answer_proposal(errand.session, accepted)
    number = len(await store.versions_of(errand.session, family.id)) + 1
    version = signing.version_of(accepted, number, errand.new_id(), errand.now)
    await store.add_version(errand.session, version)
    await errand.record(stream_of(family.id), "plan.accepted", version.id, digest=version.digest)
    await errand.tell_other(family, "plan", f"accepted:{proposal.id}")
    return version.id


async def withdraw(errand: Errand, family_id: UUID, proposal_id: UUID) -> None:
    family = await errand.family(family_id, Action.PROPOSE_PLAN)
    proposal = await store.proposal(errand.session, family.id, proposal_id)
    await store.answer_proposal(errand.session, proposals.withdraw(proposal, family.own_home, errand.now))
    await errand.record(stream_of(family.id), "plan.withdrawn", proposal.id)
    await errand.tell_other(family, "plan", f"withdrawn:{proposal.id}")


async def sign(errand: Errand, family_id: UUID, version_id: UUID, digest_seen: str) -> bool:
    """Sign exactly what was shown; returns whether this sealed it. A sealed plan becomes the calendar at its start."""
    family = await errand.family(family_id, Action.SIGN_PLAN)
    version = await version_of(errand.session, family, version_id)
    signed = signing.sign(version, family.own_home, digest_seen, errand.now)
    await store.save_signature(errand.session, signed, family.own_home)
    await errand.record(stream_of(family.id), "plan.signed", version.id, digest=signed.digest)
    if signed.sealed_at is not None:
        await errand.record(stream_of(family.id), "plan.sealed", version.id, digest=signed.digest)
        await calendar.renew(errand.session, errand.keys.links, family.id, errand.now)
        await errand.changed(family)
    await errand.tell_other(family, "plan", f"signed:{version.id}:{family.own_home}")
    return signed.sealed_at is not None


async def version_of(session: AsyncSession, family: Family, version_id: UUID) -> Version:
    """A version of this family's plan. Raises VersionMissing."""
    for version in await store.versions_of(session, family.id):
        if version.id == version_id:
            return version
    raise VersionMissing
