"""A fact sheet for the police: what the record holds for the one who prepares it, beside what that person says now.

Nothing of a parent's sheet is kept, told or recorded anywhere: the other parent cannot learn that there was one. What
staff of the centre prepare stands in the centre's own stream, without its content.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.trip_card import TripCard
from mediation.usecases import calendar, handover, order, travel_document, travel_record
from mediation.usecases.travel_document_register import Line, register
from mediation.vault import Vault
from parenting_plans import fact_sheet, schedule, store, travel_documents
from parenting_plans.coverage import is_active
from parenting_plans.fact_sheet import (
    DecisionLine,
    DocumentLine,
    NamedChild,
    Now,
    OrderLine,
    PlanLine,
    Record,
    Request,
    Said,
    Sheet,
    TripLine,
)
from parenting_plans.store.on_the_way import confirmations_of, delays_of
from parenting_plans.values import Consent, HandoverRecord

STREAM = "centre"
LOOK_BACK = timedelta(days=60)  # a trip whose return nobody noted is still told about for so long
HANDOVERS, TRIPS = 6, 5  # at most, the newest
AROUND = timedelta(days=40)  # as long as a stay of a summer holiday


async def prepare(errand: Errand, family_id: UUID, said: Said) -> Sheet:
    """What goes on paper. Raises NotYours, Refused. Locks nothing and, for a parent, writes nothing."""
    session, now = errand.session, errand.now
    family = await families.open_for(session, family_id, errand.who, now)
    require(may_do(family.relations, Action.PREPARE_FACT_SHEET))
    problems = fact_sheet.problems_of(said, [child.id for child in family.children], now)
    if problems:
        raise Refused(*problems)
    sheet = Sheet(
        said=said,
        by=family.home,
        parents={parent.home: parent.name for parent in family.parents},
        children=tuple(
            NamedChild(one.id, one.given_name, one.born) for one in family.children if one.id in said.children
        ),
        named={child.id: child.given_name for child in family.children},
        record=await _record(session, family, set(said.children), errand.keys.vault, now),
        made_at=now,
    )
    if family.home is None:
        await errand.record(STREAM, "fact_sheet.prepared", family.id, children=len(sheet.children))
    return sheet


async def _record(
    session: AsyncSession, family: Family, about: set[UUID], vault: Vault, now: datetime
) -> Record:
    travel = await travel_record.record(session, family, now)
    documents = await register(session, family, now)
    return Record(
        plan=await _plan(session, family, now),
        now=await _now(session, family, about, now),
        orders=await _orders(session, family, about, now),
        decisions=tuple(
            DecisionLine(one, opened=one.id in travel.opened)
            for one in travel.decisions
            if one.counts(now) and not about.isdisjoint(one.children)
        ),
        trips=await _trips(session, family, travel.cards, about, now),
        general=tuple(one for one in travel.general if _tells(one, about, now)),
        wishes=tuple(one for one in travel.wishes if one.withdrawn_at is None),
        documents=await _documents(session, family, about, vault, now),
        requests=tuple(
            Request(child, one.by, one.on)
            for child, one in sorted(documents.requests.items(), key=lambda item: str(item[0]))
            if child in about
        ),
        handovers=await _handovers(session, family, about),
    )


async def _plan(session: AsyncSession, family: Family, now: datetime) -> PlanLine | None:
    """The one that counts now; else the next one that is signed."""
    signed_plans = await calendar.seen_by(session, family)
    begun = [one for one in signed_plans if one.starts_at <= now]
    if not signed_plans:
        return None
    newest = begun[-1] if begun else signed_plans[0]
    version = await store.version(session, family.id, newest.version_id)
    signed = max([one.signed_at for one in version.signatures], default=newest.starts_at)
    return PlanLine(version.number, signed, newest.starts_at)


async def _now(session: AsyncSession, family: Family, about: set[UUID], now: datetime) -> tuple[Now, ...]:
    versions = await calendar.seen_by(session, family)
    laid = await calendar.laid(session, family.id, now)
    return tuple(
        Now(stay.child, stay.home, stay.starts_at, stay.ends_at)
        for child in family.children
        if child.id in about
        for stay in schedule.expand(versions, child.for_schedule, now - AROUND, now + AROUND, laid)
        if stay.starts_at <= now < stay.ends_at
    )


async def _orders(
    session: AsyncSession, family: Family, about: set[UUID], now: datetime
) -> tuple[OrderLine, ...]:
    desk = await order.desk(session, family)
    return tuple(
        OrderLine(one.decided_on, homes, one.starts_at, one.ends_at)
        for one in desk.applies
        if (one.ends_at is None or now < one.ends_at)
        and (homes := tuple((child, home) for child, home in one.homes if child in about))
    )


async def _trips(
    session: AsyncSession, family: Family, cards: Iterable[TripCard], about: set[UUID], now: datetime
) -> tuple[TripLine, ...]:
    delays, words = await delays_of(session, family.id), await confirmations_of(session, family.id)
    told = [card for card in cards if _is_open(card, about, now)][:TRIPS]
    return tuple(
        TripLine(
            trip=card.trip,
            consents=tuple(one for one in card.consents if one.trip_id is not None),
            objections=card.objections,
            banned=card.banned,
            uncovered=bool(card.gaps),
            delays=tuple(one for one in delays if one.trip_id == card.trip.id),
            words=tuple(one for one in words if one.trip_id == card.trip.id),
        )
        for card in told
    )


def _is_open(card: TripCard, about: set[UUID], now: datetime) -> bool:
    """To come, under way or overdue. One that is cancelled, or whose children are back, is no fact for today."""
    trip = card.trip
    ends = trip.return_at or trip.depart_at
    return not card.over and not about.isdisjoint(trip.children) and ends > now - LOOK_BACK


def _tells(consent: Consent, about: set[UUID], now: datetime) -> bool:
    """It stands, or it was taken back lately."""
    taken_back = consent.ends_at or consent.withdrawn_at
    lately = taken_back is not None and now - LOOK_BACK < taken_back
    return not about.isdisjoint(consent.children) and (is_active(consent, now) or lately)


async def _documents(
    session: AsyncSession, family: Family, about: set[UUID], vault: Vault, now: datetime
) -> tuple[DocumentLine, ...]:
    """With the numbers that the one who prepares the sheet may read; of the others their end."""
    if family.home is None:
        lines = (await register(session, family, now)).lines
        return tuple(
            _document(one, travel_documents.masked(one.facts.details.tail), whole=False)
            for one in lines
            if one.document.child in about and not one.over
        )
    found = await travel_document.documents_for_fact_sheet(session, family, vault, now)
    return tuple(
        _document(one.line, one.number, whole=one.whole)
        for one in found
        if one.line.document.child in about and not one.line.over
    )


def _document(line: Line, number: str, *, whole: bool) -> DocumentLine:
    return DocumentLine(
        child=line.document.child,
        kind=line.document.kind,
        country=line.document.country,
        standing=line.facts.standing,
        details=line.facts.details,
        number=number,
        whole=whole,
        holder=line.place.holder,
    )


async def _handovers(
    session: AsyncSession, family: Family, about: set[UUID]
) -> tuple[HandoverRecord, ...] | None:
    """A parent's own notes, newest first, without the words that are for the author alone. The centre has none."""
    if family.home is None:
        return None
    noted = [one for one in await handover.own_records(session, family) if one.child in about]
    return tuple(sorted(noted, key=lambda one: one.due_at, reverse=True)[:HANDOVERS])
