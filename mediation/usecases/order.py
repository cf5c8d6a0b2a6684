"""Decisions of a court that a professional notes, corrects and ends. Parents see that one applies, not who noted it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, Condition, Thing, may, may_do, require
from mediation.refusals import Refused
from mediation.usecases import calendar, feed_copies
from parenting_plans import orders, store
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.orders import Decision, Order
from parenting_plans.swap_effect import Effect, effect
from parenting_plans.values import Home, Problem

STREAM = "centre"  # who noted a decision is nothing that a parent may ever read or infer
AHEAD = timedelta(days=56)  # how far a preview looks


@dataclass(frozen=True, slots=True)
class Applies:
    """What a parent sees of a decision: that it applies, from when to when, and where each child is."""

    id: UUID
    decided_on: date
    homes: tuple[tuple[UUID, Home], ...]
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrderDesk:
    """`applies`: what everyone here sees. `details`: whole rows, newest last, by decision, for whoever may read them."""

    applies: tuple[Applies, ...]
    details: tuple[tuple[Order, ...], ...]
    may_record: bool


async def desk(session: AsyncSession, family: Family) -> OrderDesk:
    """Raises NotYours for anyone to whom decisions of this family are none of their business."""
    require(may_do(family.relations, Action.SEE_ORDERS))
    rows = await store.orders_of(session, family.id)
    return OrderDesk(
        tuple(applies(one) for one in orders.newest(rows)),
        tuple(
            tuple(row for row in rows if row.id == one.id)
            for one in orders.newest(rows)
            if _opened(family, [row for row in rows if row.id == one.id])
        ),
        may_do(family.relations, Action.RECORD_ORDER),
    )


def applies(order: Order) -> Applies:
    said = order.decision
    until = None if order.counts_until == orders.NO_END else order.counts_until
    return Applies(order.id, said.decided_on, said.homes, said.starts_at, until)


def _opened(family: Family, rows: list[Order]) -> bool:
    """Row 30 of the matrix; whom it opens only when shared may read what they were given and noted themselves."""
    if not may_do(family.relations, Action.RECORD_ORDER):
        return False
    given = (
        frozenset({Condition.SHARED}) if any(row.recorded_by == family.viewer.id for row in rows) else None
    )
    return may(family.relations, Action.READ, Thing.COURT_DOCUMENTS, disclosed=given or frozenset())


async def one(session: AsyncSession, family: Family, order_id: UUID) -> tuple[Order, ...]:
    """The rows of a decision, oldest first. Raises NotYours, OrderMissing."""
    rows = await store.order_rows(session, family.id, order_id)
    require(_opened(family, list(rows)))
    return rows


async def preview(
    session: AsyncSession, family: Family, decision: Decision, now: datetime, corrects: UUID | None = None
) -> Effect:
    """Which days change in the next eight weeks of the decision; nothing is kept. Raises NotYours, Refused."""
    require(may_do(family.relations, Action.RECORD_ORDER))
    if corrects is not None:
        await one(session, family, corrects)
    _check(orders.problems_of_decision(decision, [child.id for child in family.children], now))
    laid = await calendar.laid(session, family.id, now)
    noted = orders.record(decision, family_id=family.id, by=family.viewer.id, id=family.id, now=now)
    begins = max(decision.starts_at, now)
    return effect(
        await calendar.in_force(session, family.id),
        [child.for_schedule for child in family.children],
        laid,
        laid.with_over((*(one for one in laid.over if one.document != corrects), *orders.windows([noted]))),
        (begins - timedelta(days=1), begins + AHEAD),
    )


async def record(errand: Errand, family_id: UUID, decision: Decision, *, given: bool) -> UUID:
    """Note a decision. `given`: a parent or the court gave this person the document. Raises NotYours, Refused."""
    family = await errand.family(family_id, Action.RECORD_ORDER)
    if not given:
        raise Refused(Problem("given", "Note a decision only from the document itself."))
    shared = frozenset({Condition.SHARED})
    require(may(family.relations, Action.READ, Thing.COURT_DOCUMENTS, disclosed=shared))
    _check(orders.problems_of_decision(decision, [child.id for child in family.children], errand.now))
    order = orders.record(decision, family_id=family.id, by=errand.who.id, id=errand.new_id(), now=errand.now)
    await _keep(errand, family, order, "order.noted")
    return order.id


async def correct(errand: Errand, family_id: UUID, order_id: UUID, number: int, decision: Decision) -> None:
    """What the document really says. `number`: of the row that was shown; raises ChangedMeanwhile for another one."""
    family, last = await _last(errand, family_id, order_id, number)
    _check(orders.problems_of_decision(decision, [child.id for child in family.children], errand.now))
    await _keep(
        errand, family, orders.correct(last, decision, by=errand.who.id, now=errand.now), "order.corrected"
    )


async def end(errand: Errand, family_id: UUID, order_id: UUID, number: int, at: datetime) -> None:
    """From `at` on it counts no more. Raises as `correct` does."""
    family, last = await _last(errand, family_id, order_id, number)
    _check(orders.problems_of_end(last, at, errand.now))
    await _keep(errand, family, orders.end(last, at, by=errand.who.id, now=errand.now), "order.ended")


async def _last(errand: Errand, family_id: UUID, order_id: UUID, number: int) -> tuple[Family, Order]:
    family = await errand.family(family_id, Action.RECORD_ORDER)
    last = (await one(errand.session, family, order_id))[-1]
    if last.number != number:
        raise ChangedMeanwhile
    return family, last


def _check(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)


async def _keep(errand: Errand, family: Family, order: Order, what: str) -> None:
    """Both parents are told alike. The copies for their devices are drawn by the worker, so that nobody waits for it."""
    await store.save_order(errand.session, order)
    await errand.record(STREAM, what, order.id, number=order.number)
    for parent in family.parents:
        await errand.tell(parent.person_id, "swap", f"{what}:{order.id}:{order.number}")
    await feed_copies.due(errand.session, family.id, errand.now)
    await errand.changed(family)
