"""Ana and Ben keep a register of Lou's documents; the centre confirms what it holds; what is kept with it stays there."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from mediation import families
from mediation.people import NotYours, Person, Profession
from mediation.refusals import Refused
from mediation.usecases import travel_document as documents
from mediation.usecases import travel_document_receipt as receipts
from mediation.usecases.travel_document_register import Line, Register
from notifications.tables import OutboxRow
from parenting_plans.errors import (
    AlreadyAnswered,
    ChangedMeanwhile,
    DocumentMissing,
    HandoverOpen,
    NotNow,
    NotYourOwn,
    NotYourTurn,
    Refusal,
)
from parenting_plans.store import travel_documents as store
from parenting_plans.tables import DocumentEventRow
from parenting_plans.travel_documents import Details, EventKind, Holder, Purpose, Standing, Told
from parenting_plans.values import ZONE
from portal import jobs
from tests.world import Couple, World

TODAY = date(2027, 3, 1)
NUMBER = "EP 765 432"
DETAILS = Details("Gent", date(2025, 3, 1), date(2030, 2, 28))


def passport(couple: Couple, holder: Holder = Holder.A, **said: Any) -> documents.Noted:
    told = said.pop("told", Told(EventKind.NOTED, TODAY))
    noted = documents.Noted(couple.children[0], "belgian_passport", "BE", told, DETAILS, NUMBER, holder)
    return replace(noted, **said)


async def entered(couple: Couple, who: Person, **said: Any) -> UUID:
    noted = passport(couple, **said)
    return UUID(str(await couple.world.run(who, documents.note, couple.family_id, noted)))


async def seen(couple: Couple, who: Person) -> Register:
    async with couple.world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, who, couple.world.now)
        return await documents.desk(session, family, couple.world.now)


async def line_of(couple: Couple, who: Person, document: UUID) -> Line:
    return (await seen(couple, who)).line(document)


async def run(couple: Couple, who: Person, errand: Any, document: UUID, *args: Any, **kwargs: Any) -> Any:
    couple.world.now += timedelta(minutes=1)
    return await couple.world.run(who, errand, couple.family_id, document, *args, **kwargs)


async def messages(couple: Couple, to: Person) -> int:
    async with couple.world.database.reading() as session:
        rows = select(OutboxRow.id).where(OutboxRow.to_id == to.id, OutboxRow.kind == "document")
        return len((await session.exec(rows)).all())


@pytest.fixture
async def couple(world: World) -> Couple:
    return await world.couple()


async def test_a_document_is_seen_by_both_and_told_to_the_other(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    for who in (couple.ana, couple.ben):
        line = await line_of(couple, who, document)
        assert (line.place.holder, line.facts.details.tail) == (Holder.A, "432")
        assert line.facts.events[0].informed_at == couple.world.now
    assert (await messages(couple, couple.ana), await messages(couple, couple.ben)) == (0, 1)


@pytest.mark.parametrize("first", ["ana", "ben"])
async def test_a_hand_over_is_the_same_from_either_side(couple: Couple, first: str) -> None:
    giver, receiver = (couple.ana, couple.ben) if first == "ana" else (couple.ben, couple.ana)
    own, other = (Holder.A, Holder.B) if first == "ana" else (Holder.B, Holder.A)
    document = await entered(couple, giver, holder=own)
    given = await run(couple, giver, receipts.hand_over, document, other)
    assert (await line_of(couple, receiver, document)).place.holder is own
    with pytest.raises(NotYourTurn):
        await run(couple, giver, receipts.confirm, document, given)
    await run(couple, receiver, receipts.confirm, document, given)
    for who in (giver, receiver):
        assert (await line_of(couple, who, document)).place.holder is other


async def test_a_no_or_no_answer_changes_nothing(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.B)
    with pytest.raises(HandoverOpen):
        await run(couple, couple.ana, receipts.hand_over, document, Holder.CHILD)
    await run(couple, couple.ben, receipts.refuse, document, given)
    couple.world.now += timedelta(days=30)
    line = await line_of(couple, couple.ana, document)
    assert (line.place.holder, line.handover) == (Holder.A, None)


async def test_that_the_other_has_it_counts_once_the_other_says_so(couple: Couple) -> None:
    document = await entered(couple, couple.ana, holder=Holder.B)
    line = await line_of(couple, couple.ben, document)
    assert line.place.holder is Holder.UNKNOWN
    assert line.waits_for_viewer
    assert line.handover is not None
    await run(couple, couple.ben, receipts.confirm, document, line.handover.id)
    assert (await line_of(couple, couple.ana, document)).place.holder is Holder.B


async def test_a_deposit_with_a_notary_is_left_with_two_signatures(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.NOTARY)
    await run(couple, couple.ben, receipts.confirm, document, given)
    with pytest.raises(NotNow):
        await run(couple, couple.ana, receipts.hand_over, document, Holder.A)
    asked = await run(couple, couple.ana, receipts.ask_release, document, Holder.A)
    with pytest.raises(NotYourTurn):
        await run(couple, couple.ana, receipts.sign, document, asked)
    with pytest.raises(NotYourTurn):
        await run(couple, couple.ana, receipts.confirm, document, asked)
    assert (await line_of(couple, couple.ana, document)).place.holder is Holder.NOTARY
    await run(couple, couple.ben, receipts.sign, document, asked)
    assert (await line_of(couple, couple.ana, document)).place.holder is Holder.NOTARY
    await run(couple, couple.ana, receipts.confirm, document, asked)
    assert (await line_of(couple, couple.ben, document)).place.holder is Holder.A


async def test_the_centre_confirms_what_it_holds(couple: Couple) -> None:
    nora, _otto, _kim = await couple.world.centre()
    document = await entered(couple, couple.ana)
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.CENTRE)
    async with couple.world.database.reading() as session:
        [waiting] = await receipts.waiting_for_the_centre(session, nora, couple.world.now)
        assert waiting.receipt.id == given
        with pytest.raises(NotYours):
            await receipts.waiting_for_the_centre(session, couple.ana, couple.world.now)
    with pytest.raises(NotYourTurn):
        await run(couple, couple.ben, receipts.confirm, document, given)
    await run(couple, nora, receipts.confirm, document, given)
    assert (await line_of(couple, couple.ben, document)).place.holder is Holder.CENTRE


async def test_the_plan_feeds_who_keeps_it_and_a_loan_has_an_end(couple: Couple) -> None:
    kept = {
        "card": "with_child",
        "passport": "one_parent",
        "passport_holder": "A",
        "hand_over_days": 7,
        "apply": "either",
        "pay": "halves",
    }
    await couple.sealed_plan(F02=kept)
    document = await entered(couple, couple.ana)
    line = await line_of(couple, couple.ben, document)
    assert (line.kept_by, line.by_plan) == (Holder.A, True)
    with pytest.raises(Refused) as refused:
        await run(couple, couple.ana, receipts.hand_over, document, Holder.B)
    assert [one.field for one in refused.value.problems] == ["due_back"]
    back = couple.world.now + timedelta(days=10)
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.B, back)
    await run(couple, couple.ben, receipts.confirm, document, given)
    assert (await line_of(couple, couple.ana, document)).place.due_back == back
    proposed = await run(couple, couple.ben, receipts.propose_keeper, document, Holder.NOTARY)
    assert (await line_of(couple, couple.ana, document)).kept_by is Holder.A
    await run(couple, couple.ana, receipts.sign, document, proposed)
    line = await line_of(couple, couple.ben, document)
    assert (line.kept_by, line.by_plan) == (Holder.NOTARY, False)


async def test_a_new_document_from_asking_to_issue_takes_the_place_of_the_old(couple: Couple) -> None:
    old = await entered(couple, couple.ana)
    asked = Told(EventKind.APPLIED, TODAY, urgent=True, purpose=Purpose.TRAVEL)
    new = await entered(couple, couple.ben, told=asked, number="", holder=Holder.UNKNOWN, replaces=old)
    line = await line_of(couple, couple.ana, new)
    assert (line.facts.standing, line.facts.applied_on) == (Standing.APPLIED, TODAY)
    assert line.facts.events[0].urgent
    assert (await line_of(couple, couple.ana, old)).facts.standing is Standing.OVER
    await run(couple, couple.ben, documents.tell, new, Told(EventKind.ISSUED, TODAY), DETAILS, "EP111222")
    assert (await line_of(couple, couple.ana, new)).facts.standing is Standing.IN_USE


async def test_lost_found_and_noted_by_mistake(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    await run(
        couple, couple.ben, documents.tell, document, Told(EventKind.LOST, TODAY, reference="BR.12/2027")
    )
    with pytest.raises(NotNow):
        await run(couple, couple.ana, documents.tell, document, Told(EventKind.STOLEN, TODAY))
    lost = (await line_of(couple, couple.ana, document)).facts.events[-1]
    with pytest.raises(NotYourOwn):
        await run(couple, couple.ana, documents.retract, document, lost.id)
    await run(couple, couple.ben, documents.retract, document, lost.id)
    line = await line_of(couple, couple.ana, document)
    assert line.facts.standing is Standing.IN_USE
    assert [one.kind for one in line.facts.events][-2:] == [EventKind.LOST, EventKind.RETRACTED]


async def test_what_a_court_decided_is_noted_by_professionals(couple: Couple) -> None:
    mia = await couple.world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    document = await entered(couple, couple.ana)
    told = Told(EventKind.INVALIDATED, TODAY, reference="27/123/A")
    with pytest.raises(NotNow):
        await run(couple, mia, documents.tell, document, replace(told, kind=EventKind.RESTORED))
    with pytest.raises(NotYours):
        await run(couple, couple.ana, documents.tell, document, told)
    await run(couple, mia, documents.tell, document, told)
    line = await line_of(couple, couple.ben, document)
    assert line.facts.standing is Standing.INVALID
    assert line.facts.events[-1].by is None


async def test_a_request_for_express_consent_is_its_parents_own(couple: Couple) -> None:
    child, asked = couple.children[0], Told(EventKind.CONSENT_ASKED, TODAY)
    await run(couple, couple.ana, documents.tell_of_child, child, asked)
    with pytest.raises(NotNow):
        await run(couple, couple.ben, documents.tell_of_child, child, asked)
    ended = replace(asked, kind=EventKind.CONSENT_ENDED)
    with pytest.raises(NotYourOwn):
        await run(couple, couple.ben, documents.tell_of_child, child, ended)
    document = await entered(couple, couple.ben, holder=Holder.B)
    assert (await line_of(couple, couple.ben, document)).asked is not None
    await run(couple, couple.ana, documents.tell_of_child, child, ended)
    assert (await line_of(couple, couple.ben, document)).asked is None


@pytest.mark.parametrize("first", ["ana", "ben"])
async def test_what_is_for_the_centre_only_leaves_no_trace_with_the_other(couple: Couple, first: str) -> None:
    own, other = (couple.ana, couple.ben) if first == "ana" else (couple.ben, couple.ana)
    nora, _otto, _kim = await couple.world.centre()
    mia = await couple.world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    shared = await entered(couple, own, holder=Holder.A if first == "ana" else Holder.B)
    before, told_before = await seen(couple, other), await messages(couple, other)
    for_mia = (await seen(couple, mia)).lines
    hidden = Told(EventKind.NOTED, TODAY, centre_only=True)
    noted = passport(couple, Holder.UNKNOWN, told=hidden, kind="foreign_passport", country="MA")
    secret = await couple.world.run(own, documents.note, couple.family_id, noted)
    lost = Told(EventKind.LOST, TODAY, centre_only=True)
    await couple.world.run(own, documents.tell, couple.family_id, shared, lost)
    asked = Told(EventKind.CONSENT_ASKED, TODAY, centre_only=True)
    await couple.world.run(own, documents.tell_of_child, couple.family_id, couple.children[0], asked)
    assert await seen(couple, other) == before
    assert (await seen(couple, mia)).lines == for_mia
    assert await messages(couple, other) == told_before
    with pytest.raises(DocumentMissing):
        await line_of(couple, other, secret)
    for who in (own, nora):
        found = await seen(couple, who)
        assert found.line(shared).facts.standing is Standing.LOST
        assert found.line(secret).document.centre_only
        assert found.requests
        assert found.line(secret).facts.events[0].informed_at is None


async def test_with_the_centre_only_it_goes_to_the_centre_and_back(couple: Couple) -> None:
    nora, _otto, _kim = await couple.world.centre()
    hidden = Told(EventKind.NOTED, TODAY, centre_only=True)
    document = await entered(couple, couple.ana, told=hidden)
    with pytest.raises(Refused):
        await run(couple, couple.ana, receipts.hand_over, document, Holder.NOTARY)
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.CENTRE)
    await run(couple, nora, receipts.confirm, document, given)
    back = await run(couple, couple.ana, receipts.hand_over, document, Holder.A)
    await run(couple, nora, receipts.confirm, document, back)
    assert (await line_of(couple, couple.ana, document)).place.holder is Holder.A
    assert await messages(couple, couple.ben) == 0


async def test_the_whole_number_is_for_who_entered_it_and_sealed_at_rest(couple: Couple) -> None:
    _nora, otto, kim = await couple.world.centre()
    document = await entered(couple, couple.ana)
    assert await run(couple, couple.ana, documents.full_number, document) == "EP765432"
    assert await run(couple, otto, documents.full_number, document) == "EP765432"
    for who in (couple.ben, kim):
        with pytest.raises(DocumentMissing):
            await run(couple, who, documents.full_number, document)
    async with couple.world.database.reading() as session:
        for who, number, whole in ((couple.ana, "EP765432", True), (couple.ben, "•••• 432", False)):
            family = await families.open_for(session, couple.family_id, who, couple.world.now)
            vault, now = couple.world.keys.vault, couple.world.now
            [one] = await documents.documents_for_fact_sheet(session, family, vault, now)
            assert (one.number, one.whole) == (number, whole)
        row = (await session.exec(select(DocumentEventRow))).one()
    assert b"765432" not in (row.number_sealed or b"")
    assert "765" not in str(row.said)


async def test_two_corrections_of_what_was_read_at_one_time(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    version = (await line_of(couple, couple.ana, document)).seen
    mended = Told(EventKind.CORRECTED, TODAY)
    await run(couple, couple.ana, documents.tell, document, mended, DETAILS, "", seen=version)
    with pytest.raises(ChangedMeanwhile):
        await run(couple, couple.ben, documents.tell, document, mended, DETAILS, "", seen=version)


async def together(*errands: Any) -> list[Any]:
    return await asyncio.gather(*errands, return_exceptions=True)


async def test_confirming_and_taking_back_at_once_have_one_result(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    world, family = couple.world, couple.family_id
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.B)
    ends = await together(
        world.run(couple.ben, receipts.confirm, family, document, given),
        world.run(couple.ana, receipts.withdraw, family, document, given),
    )
    assert [type(one) for one in ends if one is not None] == [AlreadyAnswered]
    held = (await line_of(couple, couple.ana, document)).place.holder
    assert held is (Holder.B if ends[0] is None else Holder.A)


async def test_the_centre_and_a_parent_at_once_have_one_result(couple: Couple) -> None:
    nora, _otto, _kim = await couple.world.centre()
    document = await entered(couple, couple.ana)
    world, family = couple.world, couple.family_id
    given = await run(couple, couple.ana, receipts.hand_over, document, Holder.CENTRE)
    ends = await together(
        world.run(nora, receipts.confirm, family, document, given),
        world.run(couple.ana, receipts.withdraw, family, document, given),
    )
    assert [isinstance(one, Refusal) for one in ends if one is not None] == [True]


async def test_two_hand_overs_at_once_leave_one(couple: Couple) -> None:
    document = await entered(couple, couple.ana, holder=Holder.CHILD)
    waiting = (await line_of(couple, couple.ben, document)).handover
    assert waiting is not None
    await run(couple, couple.ben, receipts.confirm, document, waiting.id)
    world, family = couple.world, couple.family_id
    ends = await together(
        world.run(couple.ana, receipts.hand_over, family, document, Holder.A),
        world.run(couple.ben, receipts.hand_over, family, document, Holder.B),
    )
    assert sum(isinstance(one, HandoverOpen) for one in ends) == 1


async def test_two_notes_at_once_are_both_kept_in_order(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    world, family, saw = couple.world, couple.family_id, Told(EventKind.SEEN, TODAY)
    ends = await together(
        world.run(couple.ana, documents.tell, family, document, saw),
        world.run(couple.ben, documents.tell, family, document, saw),
    )
    assert ends == [None, None]
    assert [one.number for one in (await line_of(couple, couple.ana, document)).facts.events] == [1, 2, 3]


async def test_both_are_told_once_ninety_and_thirty_days_before(
    couple: Couple, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = date(2027, 7, 1)
    await entered(couple, couple.ana, details=replace(DETAILS, valid_to=ends))
    hidden = Told(EventKind.NOTED, TODAY, centre_only=True)
    await entered(couple, couple.ana, told=hidden, details=replace(DETAILS, valid_to=ends))
    counts = []
    for day, hour in (
        (date(2027, 4, 2), 8),
        (date(2027, 4, 2), 9),
        (date(2027, 4, 3), 9),
        (date(2027, 6, 1), 9),
        (date(2027, 7, 9), 9),
    ):
        at = datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)
        monkeypatch.setattr(jobs, "now", lambda at=at: at)
        both = await together(
            jobs.tell_of_ending_documents(couple.world.service),
            jobs.tell_of_ending_documents(couple.world.service),
        )
        counts.append((sum(both), await messages(couple, couple.ana), await messages(couple, couple.ben)))
    assert counts == [(0, 0, 1), (2, 2, 2), (0, 2, 2), (2, 4, 3), (0, 4, 3)]


async def test_what_is_lost_is_not_warned_about_and_costs_nothing(couple: Couple) -> None:
    document = await entered(couple, couple.ana)
    await run(couple, couple.ana, documents.tell, document, Told(EventKind.LOST, TODAY))
    async with couple.world.database.reading() as session:
        far = datetime(2031, 1, 1, tzinfo=ZONE)
        assert list(await store.documents_to_warn(session, far, 10)) == []
