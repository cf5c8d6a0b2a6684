"""Proposals about single clauses, and what courts decided about them."""

from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parenting_plans.clause_talks import Decision, Offer, OfferStatus, Ruling
from parenting_plans.errors import AlreadyAnswered
from parenting_plans.store.rows import add, change, every
from parenting_plans.tables import ClauseDecisionRow, ClauseOfferRow
from parenting_plans.values import Home


async def clause_offers(session: AsyncSession, family_id: UUID) -> tuple[Offer, ...]:
    """Every proposal about a clause, oldest first."""
    rows = select(ClauseOfferRow).where(ClauseOfferRow.family_id == family_id)
    ordered = rows.order_by(col(ClauseOfferRow.made_at), col(ClauseOfferRow.id))
    return tuple(_offer(row) for row in await every(session, ordered))


async def clause_decisions(session: AsyncSession, family_id: UUID) -> tuple[Decision, ...]:
    """Every recorded decision about a clause, as they were recorded."""
    rows = select(ClauseDecisionRow).where(ClauseDecisionRow.family_id == family_id)
    ordered = rows.order_by(col(ClauseDecisionRow.recorded_at), col(ClauseDecisionRow.id))
    return tuple(_decision(row) for row in await every(session, ordered))


async def add_clause_offer(session: AsyncSession, offer: Offer) -> None:
    """Store a new one; raises ChangedMeanwhile while another waits. To counter, store the closed one first."""
    await add(
        session,
        ClauseOfferRow(
            id=offer.id,
            family_id=offer.family_id,
            clause=offer.clause,
            by_home=offer.by.value if offer.by else None,
            author_id=offer.author,
            answers=dict(offer.answers),
            note=offer.note,
            status=offer.status.value,
            made_at=offer.made_at,
            counters=offer.counters,
        ),
    )


async def answer_clause_offer(session: AsyncSession, before: Offer, after: Offer) -> None:
    """Store an answer; raises AlreadyAnswered when somebody answered since `before` was read."""
    as_read = (
        col(ClauseOfferRow.id) == before.id,
        col(ClauseOfferRow.family_id) == before.family_id,
        col(ClauseOfferRow.status) == OfferStatus.OPEN.value,
        col(ClauseOfferRow.accepted_by) == "".join(before.accepted_by),
    )
    answer = update(ClauseOfferRow).where(*as_read)
    said = {"status": after.status.value, "answered_at": after.answered_at}
    await change(session, answer.values(**said, accepted_by="".join(after.accepted_by)), AlreadyAnswered)


async def add_clause_decision(session: AsyncSession, decision: Decision) -> None:
    """Store what was recorded; it is never changed."""
    await add(
        session,
        ClauseDecisionRow(
            id=decision.id,
            family_id=decision.family_id,
            clause=decision.clause,
            kind=decision.kind.value,
            answers=dict(decision.answers),
            reference=decision.reference,
            decided_on=decision.decided_on,
            recorded_by=decision.recorded_by,
            recorded_at=decision.recorded_at,
        ),
    )


def _offer(row: ClauseOfferRow) -> Offer:
    return Offer(
        id=row.id,
        family_id=row.family_id,
        clause=row.clause,
        by=Home(row.by_home) if row.by_home else None,
        author=row.author_id,
        answers=row.answers,
        note=row.note,
        status=OfferStatus(row.status),
        made_at=row.made_at,
        answered_at=row.answered_at,
        counters=row.counters,
        accepted_by=tuple(Home(home) for home in row.accepted_by),
    )


def _decision(row: ClauseDecisionRow) -> Decision:
    return Decision(
        id=row.id,
        family_id=row.family_id,
        clause=row.clause,
        kind=Ruling(row.kind),
        answers=row.answers,
        reference=row.reference,
        decided_on=row.decided_on,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
    )
