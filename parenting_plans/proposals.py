"""One parent proposes a plan, the other accepts it or proposes another. Pure.

A family has at most one open proposal, so nobody can flood the other (safety.md DV-03); a proposal changes no calendar.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from parenting_plans.errors import AlreadyAnswered, NotYourOwn, NotYourTurn, ProposalOpen
from parenting_plans.values import Agreed, Home, Proposal, ProposalStatus


def propose(
    earlier: Sequence[Proposal],
    *,
    family_id: UUID,
    by: Home,
    agreed: Agreed,
    effective_on: date,
    id: UUID,
    now: datetime,
) -> Proposal:
    """A new open proposal of a plan without problems (plan.problems_of). Raises ProposalOpen while another waits."""
    if any(proposal.status is ProposalStatus.OPEN for proposal in earlier):
        raise ProposalOpen
    return Proposal(id, family_id, by, agreed, effective_on, ProposalStatus.OPEN, now)


def counter(
    proposal: Proposal, by: Home, *, agreed: Agreed, effective_on: date, id: UUID, now: datetime
) -> tuple[Proposal, Proposal]:
    """The proposal, closed, and the other parent's own in its place."""
    closed = _answered(proposal, by, ProposalStatus.COUNTERED, now)
    own = Proposal(
        id,
        proposal.family_id,
        by,
        agreed,
        effective_on,
        ProposalStatus.OPEN,
        now,
        counters=proposal.id,
    )
    return closed, own


def accept(proposal: Proposal, by: Home, now: datetime) -> Proposal:
    """Accepted by the other parent. Raises NotYourTurn for its own author, AlreadyAnswered when it is closed."""
    return _answered(proposal, by, ProposalStatus.ACCEPTED, now)


def withdraw(proposal: Proposal, by: Home, now: datetime) -> Proposal:
    """Taken back by its author. Raises NotYourOwn for the other parent, AlreadyAnswered when it is closed."""
    if by is not proposal.by:
        raise NotYourOwn
    return _closed(proposal, ProposalStatus.WITHDRAWN, now)


def _answered(proposal: Proposal, by: Home, status: ProposalStatus, now: datetime) -> Proposal:
    if by is proposal.by:
        raise NotYourTurn
    return _closed(proposal, status, now)


def _closed(proposal: Proposal, status: ProposalStatus, now: datetime) -> Proposal:
    if proposal.status is not ProposalStatus.OPEN:
        raise AlreadyAnswered
    return replace(proposal, status=status, answered_at=now)
