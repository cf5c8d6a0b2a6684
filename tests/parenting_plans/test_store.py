"""What is stored comes back as it was, only to its family, and of two who act at once one wins."""

import asyncio
import inspect
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from parenting_plans import calendar, consents, handover_records, proposals, signing, store, tables, travel
from parenting_plans.calendar import Entry, Kind
from parenting_plans.errors import (
    AlreadyAnswered,
    ChangedMeanwhile,
    ConsentMissing,
    ObjectionMissing,
    ProposalMissing,
    RecordMissing,
    TripMissing,
    VersionMissing,
)
from parenting_plans.handover_records import Note
from parenting_plans.travel import Wish
from parenting_plans.values import (
    ZONE,
    CountryStay,
    Draft,
    Handover,
    Home,
    Outcome,
    ProposalStatus,
    Tickets,
    Transit,
    TripStatus,
)
from tests.parenting_plans.people import ANA_AND_BEN, CHILDREN, NOW, START, STRANGERS, whole_plan

HOUR = timedelta(hours=1)
LEAVE, BACK = datetime(2027, 7, 1, 8, tzinfo=ZONE), datetime(2027, 7, 14, 20, tzinfo=ZONE)


def proposed(by=Home.A, family_id=ANA_AND_BEN):
    return proposals.propose(
        (), family_id=family_id, by=by, agreed=whole_plan(), effective_on=START, id=uuid4(), now=NOW
    )


def travelling(family_id=ANA_AND_BEN, **changed):
    wish = Wish(
        children=CHILDREN,
        depart_at=LEAVE,
        return_at=BACK,
        stays=(CountryStay("ES", 10), CountryStay("FR", None)),
        mode="air",
        transits=(Transit("CH", 2.5, landside=True, through_ticket=False),),
        tickets=Tickets(child_out=True, child_return=False),
        address="Calle 1\n28001 Madrid",
        phone="+34 1",
        carrier="SN",
        return_details="flight",
    )
    return travel.request(
        replace(wish, **changed), family_id=family_id, traveller=Home.A, id=uuid4(), now=NOW
    )


def allowed(trip, **changed):
    scope = consents.scope_of(trip)
    given = consents.give_consent(scope, by=Home.B, family_id=trip.family_id, id=uuid4(), now=NOW, trip=trip)
    return replace(given, **changed)


def objected(trip):
    return consents.object_to(trip, (), by=Home.B, reason="School is on.", id=uuid4(), now=NOW)


def noted(by=Home.A, due_at=NOW, family_id=ANA_AND_BEN):
    handover = Handover(CHILDREN[0], due_at, Home.A, Home.B)
    note = Note(Outcome.TOOK_PLACE, due_at)
    return handover_records.record(handover, note, family_id=family_id, by=by, id=uuid4(), now=due_at)


async def keep(database, save, *values):
    async with database.writing() as session:
        await save(session, *values)


async def read(database, ask, *arguments):
    async with database.reading() as session:
        return await ask(session, *arguments)


async def both(database, first, second):
    """Two people press at the same moment; returns what each got: None or the error."""

    async def press(action):
        try:
            async with database.writing() as session:
                await action(session)
        except (AlreadyAnswered, ChangedMeanwhile) as refusal:
            return type(refusal)
        return None

    return await asyncio.gather(press(first), press(second))


# What is stored comes back


async def test_a_draft_comes_back_to_its_author_alone(database):
    draft = Draft(ANA_AND_BEN, Home.A, {"C02": {"pattern": "own", "nights": "AB"}}, None, NOW)
    await keep(database, store.save_draft, draft)
    assert await read(database, store.draft, ANA_AND_BEN, Home.A) == draft
    assert await read(database, store.draft, ANA_AND_BEN, Home.B) is None
    assert await read(database, store.draft, STRANGERS, Home.A) is None


async def test_a_draft_replaces_the_last_one_and_can_be_discarded(database):
    draft = Draft(ANA_AND_BEN, Home.A, whole_plan(), START, NOW)
    newer = replace(draft, agreed={"D05": {"notice": 3}}, effective_on=None, changed_at=NOW + HOUR)
    for one in (draft, newer):
        await keep(database, store.save_draft, one)
    assert await read(database, store.draft, ANA_AND_BEN, Home.A) == newer
    await keep(database, store.discard_draft, ANA_AND_BEN, Home.A)
    assert await read(database, store.draft, ANA_AND_BEN, Home.A) is None
    await keep(database, store.discard_draft, ANA_AND_BEN, Home.A)


async def test_a_proposal_its_counter_and_its_acceptance_come_back(database):
    first = proposed()
    await keep(database, store.save_proposal, first)
    assert await read(database, store.open_proposal, ANA_AND_BEN) == first
    closed, own = proposals.counter(
        first, Home.B, agreed=whole_plan(), effective_on=START, id=uuid4(), now=NOW + HOUR
    )
    async with database.writing() as session:
        await store.save_proposal(session, closed)
        await store.save_proposal(session, own)
    accepted = proposals.accept(own, Home.A, NOW + 2 * HOUR)
    await keep(database, store.save_proposal, accepted)
    assert await read(database, store.proposals_of, ANA_AND_BEN) == (closed, accepted)
    assert await read(database, store.proposal, ANA_AND_BEN, own.id) == accepted
    assert await read(database, store.open_proposal, ANA_AND_BEN) is None


async def test_a_version_is_sealed_by_two_signatures_and_still_matches_its_digest(database):
    version = signing.version_of(proposed(), 1, uuid4(), NOW)
    await keep(database, store.save_version, version)
    for home in Home:
        version = signing.sign(version, home, version.digest, NOW + HOUR)
        await keep(database, store.save_version, version)
        stored = await read(database, store.version, ANA_AND_BEN, version.id)
        assert stored == version
        assert signing.is_unaltered(stored)
    assert version.sealed_at == NOW + HOUR
    assert await read(database, store.versions_of, ANA_AND_BEN) == (version,)


async def test_a_trip_comes_back_through_all_its_changes(database):
    trip = travelling()
    await keep(database, store.save_trip, trip)
    assert await read(database, store.trip, ANA_AND_BEN, trip.id) == trip
    open_end = replace(trip, tickets=None, return_at=None, transits=(), changed_at=NOW + HOUR)
    await keep(database, store.save_trip, open_end, trip)
    gone = travel.depart(open_end, Home.A, LEAVE, LEAVE)
    await keep(database, store.save_trip, gone, open_end)
    home = travel.come_back(gone, BACK, BACK)
    await keep(database, store.save_trip, home, gone)
    assert await read(database, store.trips_of, ANA_AND_BEN) == (home,)


async def test_a_consent_and_an_objection_come_back_and_are_withdrawn(database):
    trip = travelling()
    consent, objection = allowed(trip), objected(trip)
    general = replace(allowed(trip), id=uuid4(), trip_id=None, given_at=NOW + HOUR)
    async with database.writing() as session:
        await store.save_trip(session, trip)
        for one in (consent, general):
            await store.save_consent(session, one)
        await store.save_objection(session, objection)
    assert await read(database, store.consents_of, ANA_AND_BEN) == (consent, general)
    assert await read(database, store.objections_of, ANA_AND_BEN) == (objection,)
    withdrawn = consents.withdraw(consent, Home.B, NOW + HOUR)
    taken_back = consents.withdraw_objection(objection, Home.B, NOW + HOUR)
    await keep(database, store.save_consent, withdrawn)
    await keep(database, store.save_objection, taken_back)
    assert await read(database, store.consent, ANA_AND_BEN, consent.id) == withdrawn
    assert await read(database, store.objection, ANA_AND_BEN, objection.id) == taken_back
    again = replace(objection, id=uuid4())
    await keep(database, store.save_objection, again)
    assert len(await read(database, store.objections_of, ANA_AND_BEN)) == 2


async def test_each_parent_keeps_a_record_of_a_handover(database):
    of_ana, of_ben, later = noted(), noted(Home.B), noted(due_at=NOW + 24 * HOUR)
    for one in (later, of_ana, of_ben):
        await keep(database, store.save_record, one)
    late = handover_records.correct(
        of_ana, Home.A, Note(Outcome.LATE, NOW + HOUR, in_contact=True), NOW + HOUR
    )
    await keep(database, store.save_record, late, of_ana)
    assert set(await read(database, store.records_of, ANA_AND_BEN)) == {late, of_ben, later}
    assert await read(database, store.records_of, ANA_AND_BEN, NOW + HOUR) == (later,)
    assert await read(database, store.record_of, ANA_AND_BEN, of_ana.id) == late
    with pytest.raises(AlreadyAnswered):
        await keep(database, store.save_record, noted())


def entry(uid, day=1, **changed):
    start = datetime(2027, 9, day, 18, tzinfo=ZONE)
    return replace(Entry(uid, Kind.STAY, start, start + 24 * HOUR, 0, NOW), **changed)


async def test_what_the_agenda_said_comes_back_for_each_side(database):
    said = (entry("one", 1), entry("two", 2), entry("three", 3))
    await keep(database, store.save_entries, ANA_AND_BEN, Home.A, (), said)
    await keep(database, store.save_entries, ANA_AND_BEN, Home.B, (), (entry("four"),))
    assert await read(database, store.entries_of, ANA_AND_BEN, Home.A) == said
    moved = replace(said[1], ends_at=said[1].ends_at + HOUR, sequence=1, changed_at=NOW + HOUR)
    gone = replace(said[2], sequence=1, withdrawn_at=NOW + HOUR)
    now_said = (moved, gone, entry("five", 5, kind=Kind.SESSION))
    await keep(database, store.save_entries, ANA_AND_BEN, Home.A, said, now_said)
    assert await read(database, store.entries_of, ANA_AND_BEN, Home.A) == now_said
    assert len(await read(database, store.entries_of, ANA_AND_BEN, Home.B)) == 1
    with pytest.raises(ChangedMeanwhile):
        await keep(database, store.save_entries, ANA_AND_BEN, Home.A, said, now_said)


async def test_an_agenda_that_needs_no_change_writes_nothing(database):
    said = tuple(entry(f"uid-{day}", day) for day in range(1, 20))
    await keep(database, store.save_entries, ANA_AND_BEN, Home.A, (), said)
    kept = await read(database, store.entries_of, ANA_AND_BEN, Home.A)
    wishes = [calendar.Wanted(one.uid, one.kind, one.starts_at, one.ends_at) for one in said]
    assert calendar.reconcile(kept, wishes, NOW) == kept


# Only to its family


@pytest.mark.parametrize(
    ("ask", "missing"),
    [
        (store.proposal, ProposalMissing),
        (store.version, VersionMissing),
        (store.trip, TripMissing),
        (store.consent, ConsentMissing),
        (store.objection, ObjectionMissing),
        (store.record_of, RecordMissing),
    ],
)
async def test_what_is_of_another_family_is_simply_not_found(database, ask, missing):
    trip, proposal = travelling(), proposed()
    version = signing.version_of(proposal, 1, uuid4(), NOW)
    consent, objection, record = allowed(trip), objected(trip), noted()
    async with database.writing() as session:
        await store.save_proposal(session, proposal)
        await store.save_version(session, version)
        await store.save_trip(session, trip)
        await store.save_consent(session, consent)
        await store.save_objection(session, objection)
        await store.save_record(session, record)
    for one in (proposal, version, trip, consent, objection, record, replace(trip, id=uuid4())):
        with pytest.raises(missing):
            await read(database, ask, STRANGERS, one.id)


@pytest.mark.parametrize(
    "ask",
    [
        store.proposals_of,
        store.versions_of,
        store.trips_of,
        store.consents_of,
        store.objections_of,
        store.records_of,
    ],
)
async def test_another_family_sees_nothing(database, ask):
    trip = travelling()
    async with database.writing() as session:
        await store.save_trip(session, trip)
        await store.save_proposal(session, proposed())
        await store.save_version(session, signing.version_of(proposed(), 1, uuid4(), NOW))
        await store.save_consent(session, allowed(trip))
        await store.save_objection(session, objected(trip))
        await store.save_record(session, noted())
    assert len(await read(database, ask, ANA_AND_BEN)) == 1
    assert await read(database, ask, STRANGERS) == ()


def test_every_function_of_the_store_names_the_family():
    for name in set(store.__all__) - {"school_dates"}:  # of the country, not of a family
        parameters = inspect.signature(getattr(store, name)).parameters
        if not name.startswith("save_") or name == "save_entries":
            assert list(parameters)[:2] == ["session", "family_id"], name


async def test_nobody_changes_what_is_of_another_family(database):
    trip, proposal = travelling(), proposed()
    await keep(database, store.save_trip, trip)
    await keep(database, store.save_proposal, proposal)
    theirs = replace(trip, family_id=STRANGERS)
    with pytest.raises(ChangedMeanwhile):
        await keep(database, store.save_trip, travel.cancel(theirs, Home.A, NOW), theirs)
    accepted = proposals.accept(replace(proposal, family_id=STRANGERS), Home.B, NOW)
    with pytest.raises(AlreadyAnswered):
        await keep(database, store.save_proposal, accepted)
    for answer, save in ((allowed(theirs), store.save_consent), (objected(theirs), store.save_objection)):
        with pytest.raises(TripMissing):
            await keep(database, save, answer)


# Of two who act at once, one wins


async def test_accepting_and_withdrawing_at_once(database):
    proposal = proposed()
    await keep(database, store.save_proposal, proposal)
    accepted, withdrawn = proposals.accept(proposal, Home.B, NOW), proposals.withdraw(proposal, Home.A, NOW)
    got = await both(
        database,
        lambda session: store.save_proposal(session, accepted),
        lambda session: store.save_proposal(session, withdrawn),
    )
    assert sorted(got, key=str) == [AlreadyAnswered, None]
    stored = await read(database, store.proposal, ANA_AND_BEN, proposal.id)
    assert stored == (accepted if got[0] is None else withdrawn)


async def test_two_proposals_at_once(database):
    of_ana, of_ben = proposed(Home.A), proposed(Home.B)
    got = await both(
        database,
        lambda session: store.save_proposal(session, of_ana),
        lambda session: store.save_proposal(session, of_ben),
    )
    assert sorted(got, key=str) == [ChangedMeanwhile, None]
    assert len(await read(database, store.proposals_of, ANA_AND_BEN)) == 1
    await keep(database, store.save_proposal, proposed(family_id=STRANGERS))


async def test_signing_at_once_never_leaves_two_signatures_without_a_seal(database):
    version = signing.version_of(proposed(), 1, uuid4(), NOW)
    await keep(database, store.save_version, version)
    by_home = {home: signing.sign(version, home, version.digest, NOW) for home in Home}
    got = await both(
        database,
        lambda session: store.save_version(session, by_home[Home.A]),
        lambda session: store.save_version(session, by_home[Home.B]),
    )
    assert sorted(got, key=str) == [ChangedMeanwhile, None]
    late = Home.A if got[0] is ChangedMeanwhile else Home.B
    read_again = await read(database, store.version, ANA_AND_BEN, version.id)
    await keep(database, store.save_version, signing.sign(read_again, late, version.digest, NOW))
    sealed = await read(database, store.version, ANA_AND_BEN, version.id)
    assert {one.home for one in sealed.signatures} == set(Home)
    assert sealed.sealed_at == NOW


async def test_one_number_is_one_version(database):
    await keep(database, store.save_version, signing.version_of(proposed(), 1, uuid4(), NOW))
    with pytest.raises(ChangedMeanwhile):
        await keep(database, store.save_version, signing.version_of(proposed(), 1, uuid4(), NOW))


async def test_changing_and_cancelling_a_trip_at_once(database):
    trip = travelling()
    await keep(database, store.save_trip, trip)
    cancelled = travel.cancel(trip, Home.A, NOW + HOUR)
    booked = replace(trip, status=TripStatus.PLANNED, changed_at=NOW + HOUR)
    got = await both(
        database,
        lambda session: store.save_trip(session, cancelled, trip),
        lambda session: store.save_trip(session, booked, trip),
    )
    assert sorted(got, key=str) == [ChangedMeanwhile, None]


async def test_withdrawing_and_objecting_twice_at_once(database):
    trip = travelling()
    consent = allowed(trip)
    await keep(database, store.save_trip, trip)
    await keep(database, store.save_consent, consent)
    withdrawals = [
        consents.withdraw(consent, Home.B, NOW + HOUR) for _ in range(2)
    ]  # a sooner end would count
    got = await both(database, *[lambda s, one=one: store.save_consent(s, one) for one in withdrawals])
    assert sorted(got, key=str) == [AlreadyAnswered, None]
    objections = [objected(trip), objected(trip)]
    got = await both(database, *[lambda s, one=one: store.save_objection(s, one) for one in objections])
    assert sorted(got, key=str) == [AlreadyAnswered, None]


async def test_a_session_that_has_seen_the_old_state_reads_the_new_one(database):
    proposal = proposed()
    await keep(database, store.save_proposal, proposal)
    async with database.writing() as session:
        assert (await store.proposal(session, ANA_AND_BEN, proposal.id)).status is ProposalStatus.OPEN
        await store.save_proposal(session, proposals.accept(proposal, Home.B, NOW))
        assert (await store.proposal(session, ANA_AND_BEN, proposal.id)).status is ProposalStatus.ACCEPTED
        assert await store.open_proposal(session, ANA_AND_BEN) is None


def test_the_rows_hold_no_free_text_that_is_not_capped_where_it_is_decided():
    """Every text column is a code, an id, or listed here with its cap (safety.md DV-01)."""
    capped = {f"trip.{name}" for name in travel.TEXTS} | {
        "objection.reason",
        "clause_offer.note",
        "clause_decision.reference",
        "court_order.reference",
        "school_dates.source",
        "handover_record.text",
        "consent.conditions",
        "travel_decision.court",
        "travel_decision.reference",
        "travel_wish.reason",
        "trip_delay.reference",
    }
    codes = {
        "author", "by_home", "status", "digest", "home", "traveller", "mode", "from_home", "to_home", "outcome",
        "recorded_by", "uid", "side", "kind", "code_hash", "said",
        "clause", "section", "accepted_by", "measure", "make_up", "absent", "community", "why", "kid", "serial_hash", "public", "country", "about", "giver", "receiver", "residence", "what", "cause", "holiday", "confidence",
    }  # fmt: skip
    found = {
        f"{row.__tablename__}.{name}"
        for row in vars(tables).values()
        if isinstance(row, type) and hasattr(row, "__table__")
        for name, field in row.model_fields.items()
        if field.annotation is str and name not in codes
    }
    assert found == capped
