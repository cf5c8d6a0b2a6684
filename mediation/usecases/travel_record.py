"""Travel as professionals see it: trips with their answers, general consents, objections, wishes and a court's decisions."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, Condition, Thing, may, may_do, require
from mediation.refusals import Refused
from mediation.trip_card import TripCard
from mediation.usecases import feed_copies
from mediation.usecases.trip import check, ground_of
from parenting_plans import consents, store, travel_decisions, travel_wishes
from parenting_plans.errors import ObjectionMissing
from parenting_plans.travel_decisions import DecisionKind, TravelDecision
from parenting_plans.travel_wishes import TravelWish
from parenting_plans.values import ZONE, Consent, Home, Problem

STREAM = "centre"  # who noted a decision is nothing that a parent may ever read or infer


@dataclass(frozen=True, slots=True)
class TravelRecord:
    """Newest trips first. `wishes`: a parent's own for a parent, both parents' for professionals."""

    cards: tuple[TripCard, ...]
    general: tuple[Consent, ...]
    wishes: tuple[TravelWish, ...]
    decisions: tuple[TravelDecision, ...]
    may_note: bool
    opened: frozenset[UUID]  # the decisions whose court and number this viewer may read


async def record(session: AsyncSession, family: Family, now: datetime) -> TravelRecord:
    """For parents, professionals with a mandate and the centre. Raises NotYours."""
    require(may_do(family.relations, Action.SEE_TRAVEL_RECORD))
    ground = await ground_of(session, family, now)
    trips = reversed(await store.trips_of(session, family.id))
    return TravelRecord(
        cards=tuple(ground.card(trip, now) for trip in trips),
        general=tuple(one for one in reversed(ground.consents) if one.trip_id is None),
        wishes=travel_wishes.seen_by(await store.travel_wishes_of(session, family.id), family.home),
        decisions=ground.decisions,
        may_note=may_do(family.relations, Action.NOTE_TRAVEL_DECISION),
        opened=frozenset(one.id for one in ground.decisions if _opened(family, one)),
    )


def _opened(family: Family, said: TravelDecision) -> bool:
    """Row 30 of the matrix; whom it opens only when shared may read what they were given and noted themselves."""
    if not may_do(family.relations, Action.NOTE_TRAVEL_DECISION):
        return False
    given = {Condition.SHARED} if said.recorded_by == family.viewer.id else set()
    return may(family.relations, Action.READ, Thing.COURT_DOCUMENTS, disclosed=frozenset(given))


@dataclass(frozen=True, slots=True)
class Noting:
    """What the document of a court says about travel. `about` None: both parents; no countries: every country."""

    kind: DecisionKind
    about: Home | None
    children: tuple[UUID, ...]
    countries: tuple[str, ...]
    valid_from: date
    valid_to: date | None
    court: str
    reference: str
    decided_on: date


async def note_decision(errand: Errand, family_id: UUID, said: Noting, *, given: bool) -> UUID:
    """`given`: a parent or the court gave this person the document. Raises NotYours, Refused."""
    family = await errand.family(family_id, Action.NOTE_TRAVEL_DECISION)
    if not given:
        raise Refused(Problem("given", "Note a decision only from the document itself."))
    shared = frozenset({Condition.SHARED})
    require(may(family.relations, Action.READ, Thing.COURT_DOCUMENTS, disclosed=shared))
    decision = TravelDecision(
        id=errand.new_id(),
        family_id=family.id,
        kind=said.kind,
        about=said.about,
        children=said.children,
        countries=said.countries,
        valid_from=said.valid_from,
        valid_to=said.valid_to,
        court=said.court,
        reference=said.reference,
        decided_on=said.decided_on,
        recorded_by=errand.who.id,
        recorded_at=errand.now,
    )
    today = errand.now.astimezone(ZONE).date()
    check(travel_decisions.problems_of_decision(decision, [child.id for child in family.children], today))
    await store.save_travel_decision(errand.session, decision)
    await _noted(errand, family, "travel_decision.noted", decision.id)
    return decision.id


async def end_decision(errand: Errand, family_id: UUID, decision_id: UUID) -> None:
    """It counts no more from now on, or was noted by mistake. Raises OrderMissing, OrderEnded."""
    family = await errand.family(family_id, Action.NOTE_TRAVEL_DECISION)
    decision = await store.travel_decision(errand.session, family.id, decision_id)
    require(_opened(family, decision))
    await store.save_travel_decision(errand.session, travel_decisions.end(decision, errand.now))
    await _noted(errand, family, "travel_decision.ended", decision.id)


async def _noted(errand: Errand, family: Family, what: str, subject: UUID) -> None:
    """Both parents are told alike; the copies for their devices are drawn by the worker."""
    await errand.record(STREAM, what, subject)
    for parent in family.parents:
        await errand.tell(parent.person_id, "trip", f"{what}:{subject}")
    await feed_copies.due(errand.session, family.id, errand.now)
    await errand.changed(family)


async def wish(errand: Errand, family_id: UUID, reason: str) -> UUID:
    """No travel without my written consent: on record, and not shown or told to the other parent."""
    family = await errand.family(family_id, Action.CONSENT)
    check(consents.problems_of_reason(reason))
    earlier = await store.travel_wishes_of(errand.session, family.id)
    made = travel_wishes.make(
        earlier, family_id=family.id, by=family.own_home, reason=reason, id=errand.new_id(), now=errand.now
    )
    await store.save_travel_wish(errand.session, made)
    await errand.record(STREAM, "travel_wish.made", made.id)
    return made.id


async def end_wish(errand: Errand, family_id: UUID, wish_id: UUID) -> None:
    """Raises ObjectionMissing for anything but an own wish, AlreadyAnswered."""
    family = await errand.family(family_id, Action.CONSENT)
    own = travel_wishes.seen_by(await store.travel_wishes_of(errand.session, family.id), family.own_home)
    found = next((one for one in own if one.id == wish_id), None)
    if found is None:
        raise ObjectionMissing
    await store.save_travel_wish(errand.session, travel_wishes.withdraw(found, family.own_home, errand.now))
    await errand.record(STREAM, "travel_wish.ended", found.id)
