"""Two people, or many, at the very same moment: one wins, the other is told, and nothing is lost or done twice."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import col, func, select, text

from mediation import journal
from mediation.errand import stream_of
from mediation.people import NotYours, Person, Profession
from mediation.refusals import Refused, TooLate
from mediation.sessions import Kind
from mediation.sessions import Wish as SessionWish
from mediation.tables import ChildRow, ParentRow, SessionRow
from mediation.usecases import (
    assess,
    consent,
    intake,
    mandate,
    pathway,
    plan,
    review_alert,
    screen,
    session,
    travel_record,
    trip,
)
from mediation.usecases.travel_record import Noting
from notifications.tables import OutboxRow
from parenting_plans import store
from parenting_plans.consents import Scope
from parenting_plans.errors import AlreadyAnswered, ChangedMeanwhile, Refusal
from parenting_plans.store import consents as kept_consents
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.values import Community, CountryStay, Home, ProposalStatus, Tickets
from portal import jobs, sign_in
from portal.database import Database
from risk import store as risk_store
from risk import watch
from tests.world import NOW, Couple, World

LOST = (Refusal, Refused, TooLate, NotYours, risk_store.Overtaken)  # how the one who comes second is told
HOUR = timedelta(hours=1)


async def at_once(*errands: Awaitable[Any]) -> list[Any]:
    """Everyone acts at the same moment: their answers, or the refusal each got. Any other error is an error here."""
    answers = await asyncio.gather(*errands, return_exceptions=True)
    for answer in answers:
        if isinstance(answer, BaseException) and not isinstance(answer, LOST):
            raise answer
    return answers


def refusals(answers: Sequence[Any]) -> list[type[BaseException]]:
    return [type(answer) for answer in answers if isinstance(answer, BaseException)]


async def recorded(world: World, couple: Couple) -> list[str]:
    """What the family's journal says, in order; checked to be whole on the way."""
    async with world.database.reading() as reading:
        assert await journal.verify(reading, key=world.keys.journal) is None
        entries = await journal.entries(reading, stream_of(couple.family_id))
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    return [entry.action for entry in entries]


async def proposed(couple: Couple) -> Any:
    """A whole draft of Ana's, shown to Ben."""
    for code, answers in couple.agreed().items():
        await couple.world.run(couple.ana, plan.save_clause, couple.family_id, code, answers)
    await couple.world.run(couple.ana, plan.save_start, couple.family_id, couple.world.now.date())
    return await couple.world.run(couple.ana, plan.propose, couple.family_id)


async def test_accepted_and_withdrawn_at_once_is_one_of_the_two(world: World) -> None:
    couple = await world.couple()
    proposal = await proposed(couple)
    answers = await at_once(
        world.run(couple.ben, plan.accept, couple.family_id, proposal),
        world.run(couple.ana, plan.withdraw, couple.family_id, proposal),
    )
    assert refusals(answers) == [AlreadyAnswered]
    accepted = not isinstance(answers[0], BaseException)
    async with world.database.reading() as reading:
        kept = await store.proposal(reading, couple.family_id, proposal)
        versions = await store.versions_of(reading, couple.family_id)
    assert kept.status is (ProposalStatus.ACCEPTED if accepted else ProposalStatus.WITHDRAWN)
    assert len(versions) == int(accepted)
    assert (await recorded(world, couple))[-1] == ("plan.accepted" if accepted else "plan.withdrawn")


async def test_both_propose_at_once_and_one_counters_the_other(world: World) -> None:
    couple = await world.couple()
    await world.run(couple.ana, plan.withdraw, couple.family_id, await proposed(couple))
    for code, answers in couple.agreed().items():
        await world.run(couple.ben, plan.save_clause, couple.family_id, code, answers)
    await world.run(couple.ben, plan.save_start, couple.family_id, world.now.date())
    shown = await at_once(
        world.run(couple.ana, plan.propose, couple.family_id),
        world.run(couple.ben, plan.propose, couple.family_id),
    )
    assert refusals(shown) == []
    async with world.database.reading() as reading:
        kept = {one.id: one.status for one in await store.proposals_of(reading, couple.family_id)}
    assert sorted(kept[one] for one in shown) == [ProposalStatus.COUNTERED, ProposalStatus.OPEN]


async def test_both_sign_at_once_and_it_is_sealed_once_with_two_signatures(world: World) -> None:
    couple = await world.couple()
    version = await world.run(couple.ben, plan.accept, couple.family_id, await proposed(couple))
    async with world.database.reading() as reading:
        digest = (await store.version(reading, couple.family_id, version)).digest
    answers = await at_once(
        *(
            world.run(parent, plan.sign, couple.family_id, version, digest)
            for parent in (couple.ana, couple.ben)
        )
    )
    assert sorted(answers) == [False, True], "one of them signs first, the other one seals"
    async with world.database.reading() as reading:
        kept = await store.version(reading, couple.family_id, version)
    assert {one.home for one in kept.signatures} == {Home.A, Home.B}
    assert kept.sealed_at == world.now
    assert (await recorded(world, couple))[-3:] == ["plan.signed", "plan.signed", "plan.sealed"]


async def test_one_parent_signs_twice_at_once_and_signed_once(world: World) -> None:
    couple = await world.couple()
    version = await world.run(couple.ben, plan.accept, couple.family_id, await proposed(couple))
    async with world.database.reading() as reading:
        digest = (await store.version(reading, couple.family_id, version)).digest
    signing = (world.run(couple.ana, plan.sign, couple.family_id, version, digest) for _ in range(3))
    assert refusals(await at_once(*signing)) == [AlreadyAnswered] * 2
    assert (await recorded(world, couple)).count("plan.signed") == 1


async def test_a_consent_withdrawn_while_the_trip_begins_is_withdrawn_and_the_trip_has_begun(
    world: World,
) -> None:
    couple = await world.couple()
    asked = await couple.trip(couple.ana)
    given = await couple.consent(couple.ben, asked)
    world.now = datetime(2027, 7, 5, 8, 0, tzinfo=UTC)
    answers = await at_once(
        world.run(couple.ben, consent.withdraw, couple.family_id, given),
        world.run(couple.ana, trip.depart, couple.family_id, asked, world.now - HOUR),
    )
    assert refusals(answers) == []
    async with world.database.reading() as reading:
        kept = await store.trip(reading, couple.family_id, asked)
        answer = await store.consent(reading, couple.family_id, given)
        due = await watch.next_due(reading)
    assert (kept.departed_at, answer.withdrawn_at) == (world.now - HOUR, world.now)
    assert due == world.now, "the worker looks at it"
    assert sorted((await recorded(world, couple))[-2:]) == ["consent.withdrawn", "trip.begun"]


async def test_two_withdrawals_at_once_are_one_and_the_sooner_one_counts(world: World) -> None:
    couple = await world.couple()
    given = await couple.consent(couple.ben, await couple.trip(couple.ana))
    week, world.now = world.now + 8 * 24 * HOUR, world.now + HOUR
    answers = await at_once(
        world.run(couple.ben, consent.withdraw, couple.family_id, given),
        world.run(couple.ben, consent.withdraw, couple.family_id, given, week),
        world.run(couple.ben, consent.withdraw, couple.family_id, given),
    )
    assert set(refusals(answers)) == {AlreadyAnswered}
    assert len(refusals(answers)) in {1, 2}, "the later one is kept only when it came first"
    async with world.database.reading() as reading:
        kept = await store.consent(reading, couple.family_id, given)
        waiting = await kept_consents.to_tell(reading, week, 10)
    assert (kept.withdrawn_at, kept.ends_at, waiting) == (world.now, world.now, [])
    assert (await recorded(world, couple)).count("consent.withdrawn") == 1


async def test_a_withdrawal_brought_forward_while_its_moment_comes_is_told_once(world: World) -> None:
    couple = await world.couple()
    given = await couple.consent(couple.ben, await couple.trip(couple.ana))
    await world.run(couple.ben, consent.withdraw, couple.family_id, given, world.now + HOUR)
    moment, world.now = world.now + HOUR, world.now + HOUR - timedelta(seconds=1)
    key = world.keys.journal
    answers = await at_once(
        consent.begin_to_count(world.database.writing, couple.family_id, given, moment, key=key),
        world.run(couple.ben, consent.withdraw, couple.family_id, given),
        consent.begin_to_count(world.database.writing, couple.family_id, given, moment, key=key),
    )
    assert refusals(answers) == []
    async with world.database.reading() as reading:
        told = [
            row.dedupe_key
            for row in (await reading.exec(select(OutboxRow).where(OutboxRow.to_id == couple.ana.id))).all()
            if "consent.withdrawn" in row.dedupe_key
        ]
        answer = await store.consent(reading, couple.family_id, given)
    assert answer.ends_at == world.now
    # By the worker, by Ben's errand, or, had the worker been first, by each for its own moment.
    assert len(told) == 1 + (answers.count(True) == 1)
    assert (await recorded(world, couple)).count("consent.withdrawn") == len(told)


async def test_a_consent_given_and_a_ban_noted_at_once_leave_the_trip_not_allowed(world: World) -> None:
    couple = await world.couple()
    lead = await world.person("Mia", Profession.MEDIATOR)
    await couple.ask(lead)
    asked = await couple.trip(couple.ana)
    scope = Scope(couple.children, ("ES",), date(2027, 7, 5), date(2027, 7, 12))
    today = world.now.date()
    said = Noting(DecisionKind.BAN, Home.A, couple.children, (), today, None, "Ghent", "27/1", today)
    answers = await at_once(
        world.run(couple.ben, consent.give, couple.family_id, asked, scope),
        world.run(lead, travel_record.note_decision, couple.family_id, said, given=True),
    )
    assert refusals(answers) == []
    for who in (couple.ana, couple.ben):
        found = await card(world, couple, who, asked)
        assert (found.standing.value, len(found.consents)) == ("not_allowed", 1)


async def test_a_consent_never_covers_a_trip_that_was_changed_while_it_was_read(world: World) -> None:
    couple = await world.couple()
    asked = await couple.trip(couple.ana)
    shown_at, world.now = world.now, world.now + HOUR
    scope = Scope(couple.children, ("ES",), date(2027, 7, 5), date(2027, 7, 12))
    elsewhere = couple.wish(stays=(CountryStay("MA", 7),))
    answers = await at_once(
        world.run(couple.ben, consent.give, couple.family_id, asked, scope, seen=shown_at),
        world.run(couple.ana, trip.change, couple.family_id, asked, elsewhere),
    )
    assert refusals(answers) in ([], [ChangedMeanwhile])
    card_ = await card(world, couple, couple.ben, asked)
    assert card_.trip.stays == (CountryStay("MA", 7),)
    assert [one.countries for one in card_.consents] == ([] if refusals(answers) else [("ES",)])
    assert card_.gaps, "nobody has consented to the trip as it is now"


async def card(world: World, couple: Couple, who: Person, trip_id: Any) -> Any:
    from mediation import families

    async with world.database.reading() as reading:
        family = await families.open_for(reading, couple.family_id, who, world.now)
        return await trip.card(reading, family, trip_id, world.now)


async def test_of_twenty_bookings_of_one_hour_in_two_families_one_is_made(world: World) -> None:
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="FBC-000123")
    couples = [await world.couple("Ana", "Ben"), await world.couple("Eva", "Finn")]
    for couple in couples:
        await couple.ask(mia)
    starts_at = world.now + timedelta(days=2)
    wish = SessionWish(Kind.JOINT, frozenset(Home), starts_at, starts_at + HOUR, place="room 2")
    answers = await at_once(
        *(world.run(mia, session.book, couples[n % 2].family_id, wish) for n in range(20))
    )
    assert refusals(answers) == [Refused] * 19
    async with world.database.reading() as reading:
        assert (await reading.exec(select(func.count()).select_from(SessionRow))).one() == 1


async def test_an_invitation_accepted_several_times_at_once_is_accepted_once(world: World) -> None:
    ana, ben = await world.person("Ana"), await world.person("Ben")
    family_id = await world.run(ana, intake.open_family)
    invited = await world.run(ana, intake.invite, family_id, ben.email, "en", theirs_alone=True)
    token = intake.link_token(world.keys.links, invited)
    answers = await at_once(*(world.run(ben, intake.accept, token) for _ in range(4)))
    assert refusals(answers) == [NotYours] * 3
    async with world.database.reading() as reading:
        homes = (await reading.exec(select(ParentRow.home).where(ParentRow.family_id == family_id))).all()
    assert sorted(homes) == ["A", "B"]


async def test_ten_answers_saved_at_once_into_one_draft_are_all_kept(world: World) -> None:
    """Each reads the draft, adds to it and writes it back: the pattern that loses updates where transactions are loose."""
    couple = await world.couple()
    agreed = couple.agreed()
    answers = await at_once(
        *(
            world.run(couple.ana, plan.save_clause, couple.family_id, code, said)
            for code, said in agreed.items()
        )
    )
    assert refusals(answers) == []
    async with world.database.reading() as reading:
        draft = await store.draft(reading, couple.family_id, Home.A)
    assert draft is not None
    assert draft.agreed == agreed


async def test_a_limit_holds_also_when_everything_comes_at_once(world: World) -> None:
    ana = await world.person("Ana")
    family_id = await world.run(ana, intake.open_family)
    child = intake.NewChild("Lou", date(2019, 5, 14), Community.FLEMISH)
    answers = await at_once(*(world.run(ana, intake.add_child, family_id, child) for _ in range(16)))
    assert refusals(answers) == [Refused] * (16 - intake.MOST_CHILDREN)
    async with world.database.reading() as reading:
        assert (await reading.exec(select(func.count()).select_from(ChildRow))).one() == intake.MOST_CHILDREN


async def test_both_say_yes_to_a_step_at_once_and_the_family_takes_it(world: World) -> None:
    couple = await world.couple()
    nora, otto, kim = await world.centre()
    await couple.answer_questions()
    await couple.move(couple.ana, "begin_screening")
    await couple.move(nora, "clear_screening")
    for discipline in (nora, otto):
        await world.run(discipline, pathway.advise_route, couple.family_id)
    await couple.move(kim, "advise_route", "attest_parent_a", "attest_parent_b")
    answers = await at_once(
        *(
            world.run(parent, pathway.move, couple.family_id, "choose_consensus")
            for parent in (couple.ana, couple.ben)
        )
    )
    assert refusals(answers) == []
    assert {standing.pathway for standing in answers} >= {"consensus"}
    assert (await recorded(world, couple)).count("pathway.choose_consensus") == 2


async def test_two_of_the_centre_judge_a_flag_at_once_and_neither_overwrites_the_other(world: World) -> None:
    couple = await world.couple()
    nora, otto, _ = await world.centre()
    await couple.answer_questions(worry=True)
    answers = await at_once(*(world.run(who, screen.lift, couple.family_id, Home.A) for who in (nora, otto)))
    async with world.database.reading() as reading:
        found = await screen.screened(reading, world.keys.vault, couple.family_id)
    judged = [who.id for who, answer in zip((nora, otto), answers, strict=True) if answer is None]
    assert next(one for one in found if one.home is Home.A).judged_by == frozenset(judged)
    assert judged, "one of them at least was heard"


async def test_a_mandate_taken_and_declined_at_once_is_one_of_the_two(world: World) -> None:
    couple = await world.couple()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="FBC-000123")
    asked = await world.run(couple.ana, mandate.ask, couple.family_id, mia.id)
    await world.run(couple.ben, mandate.agree, couple.family_id, asked)
    answers = await at_once(
        world.run(mia, mandate.accept, asked, no_conflict=True), world.run(mia, mandate.decline, asked)
    )
    assert refusals(answers) == [TooLate]
    async with world.database.reading() as reading:
        (kept,) = await mandate.mandates_of(reading, couple.family_id)
    assert (kept.accepted_at is None) is isinstance(answers[0], TooLate)
    assert (kept.declined_at is None) is isinstance(answers[1], TooLate)


async def worrying(world: World) -> Couple:
    """A trip soon, without a consent, to a country without a return treaty, and no way back booked."""
    couple = await world.couple()
    await couple.sealed_plan()
    leave = world.now + timedelta(days=3)
    await couple.trip(
        couple.ben,
        depart_at=leave,
        return_at=leave + timedelta(days=9),
        stays=(CountryStay("AE", 9),),
        tickets=Tickets(child_out=True, child_return=False),
    )
    return couple


async def look(world: World, now: datetime | None = None) -> int:
    database = world.database
    return await assess.assess_due(
        database.reading, database.writing, world.keys.journal, now or world.now, 100
    )


async def test_several_workers_at_one_due_family_look_once_and_tell_once(world: World) -> None:
    staff = await world.centre()
    couple = await worrying(world)
    assert sum(await at_once(*(look(world) for _ in range(4)))) == 1
    async with world.database.reading() as reading:
        found = await risk_store.of_family(reading, couple.family_id)
        told = select(func.count()).select_from(OutboxRow).where(col(OutboxRow.kind) == "staff_alert")
        letters = (await reading.exec(told)).one()
        assert await journal.verify(reading, key=world.keys.journal) is None
    assert found
    assert len({(alert.rule, alert.subject) for alert in found}) == len(found)
    assert letters == len(found) * len(staff)


async def test_a_worker_that_dies_while_looking_leaves_the_family_to_the_next(world: World) -> None:
    couple = await worrying(world)
    async with world.database.writing() as writing:
        assert len(await watch.claim_due(writing, world.now, 10)) == 1
    assert await look(world) == 0, "somebody has it"
    assert await look(world, world.now + watch.LEASE) == 1
    async with world.database.reading() as reading:
        assert await risk_store.of_family(reading, couple.family_id)


async def test_workers_that_renew_a_calendar_while_a_plan_is_sealed_get_in_nobodys_way(world: World) -> None:
    world.now = datetime.now(UTC) - timedelta(days=8)  # the copies are a week old by now
    couple = await world.couple()
    await couple.sealed_plan()
    version = await world.run(couple.ben, plan.accept, couple.family_id, await proposed(couple))
    async with world.database.reading() as reading:
        digest = (await store.version(reading, couple.family_id, version)).digest
    await world.run(couple.ana, plan.sign, couple.family_id, version, digest)
    world.now = datetime.now(UTC)
    answers = await at_once(
        jobs.renew_calendars(world.service),
        world.run(couple.ben, plan.sign, couple.family_id, version, digest),
        jobs.renew_calendars(world.service),
    )
    assert refusals(answers) == []
    assert answers[1] is True
    # Once because they are old, and once after the sealing, for the copies of single devices.
    last = await jobs.renew_calendars(world.service)
    assert 1 <= answers[0] + answers[2] + last <= 2, "the same calendar was renewed twice"
    assert await jobs.renew_calendars(world.service) == 0


async def test_two_reviewers_take_a_card_at_once_and_one_has_it(world: World) -> None:
    nora, otto, _ = await world.centre()
    couple = await worrying(world)
    await look(world)
    async with world.database.reading() as reading:
        alert, *_ = await risk_store.of_family(reading, couple.family_id)
    answers = await at_once(*(world.run(who, review_alert.claim, alert.id) for who in (nora, otto)))
    assert refusals(answers) == [risk_store.Overtaken]
    async with world.database.reading() as reading:
        holder = (await risk_store.get(reading, alert.id)).claimed_by
    assert holder is not None
    assert holder.id == (nora, otto)[answers.index(None)].id


async def test_a_reader_never_waits_for_a_writer_and_sees_nothing_unfinished(database: Database) -> None:
    from mediation.tables import FamilyRow

    async def families() -> int:
        async with database.reading() as reading:
            return (await reading.exec(select(func.count()).select_from(FamilyRow))).one()

    async with database.writing() as writing:
        writing.add(FamilyRow(code="BCD-FGH", opened_at=NOW))
        await writing.flush()
        assert await asyncio.wait_for(families(), 5) == 0
    assert await families() == 1


async def test_sqlite_keeps_what_it_acknowledged_and_checks_references(
    sqlite_database: Database,
) -> None:
    """Every connection of the pool, readers and writers alike: none of these settings is kept in the file but WAL."""

    async def settings(door: Callable[[], Any]) -> dict[str, Any]:
        async with door() as opened:
            await asyncio.sleep(0.01)  # so that the next one needs a connection of its own
            names = ("foreign_keys", "synchronous", "journal_mode", "secure_delete", "trusted_schema")
            return {name: (await opened.exec(text(f"PRAGMA {name}"))).one()[0] for name in names}

    doors = [sqlite_database.reading] * 5 + [sqlite_database.writing]
    for found in await asyncio.gather(*(settings(door) for door in doors)):
        assert found == {
            "foreign_keys": 1,
            "synchronous": 2,
            "journal_mode": "wal",
            "secure_delete": 1,
            "trusted_schema": 0,
        }


async def test_the_limit_of_families_holds_when_ten_are_opened_at_once(world: World) -> None:
    ana = await world.person("Ana")
    answers = await at_once(*(world.run(ana, intake.open_family) for _ in range(10)))
    assert refusals(answers) == [Refused] * 5


async def test_first_tries_at_the_same_moment_are_all_counted(world: World) -> None:
    limit = sign_in.Limit("test", 5, HOUR)

    async def knock() -> None:
        async with world.database.writing() as writing:
            await sign_in.count(writing, b"secret", limit, "somebody", world.now)

    answers = await asyncio.gather(*(knock() for _ in range(8)), return_exceptions=True)
    assert [type(one) for one in answers if one is not None] == [sign_in.Throttled] * 3


async def test_sqlite_loses_no_update_of_those_who_read_first_and_write_after(
    sqlite_database: Database,
) -> None:
    """With the driver's own transactions most of these would be lost without an error."""
    async with sqlite_database.writing() as writing:
        await writing.exec(text("CREATE TABLE tally (n INTEGER)"))
        await writing.exec(text("INSERT INTO tally VALUES (0)"))

    async def count(times: int) -> None:
        for _ in range(times):
            async with sqlite_database.writing() as writing:
                n = (await writing.exec(text("SELECT n FROM tally"))).one()[0]
                await asyncio.sleep(0)
                await writing.exec(text(f"UPDATE tally SET n = {n + 1}"))

    await asyncio.gather(*(count(10) for _ in range(5)))
    async with sqlite_database.reading() as reading:
        assert (await reading.exec(text("SELECT n FROM tally"))).one()[0] == 50
