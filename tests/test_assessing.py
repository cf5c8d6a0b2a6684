"""The worker looks at what the use cases recorded, on both databases: from a parent's step to a sign at the centre."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from mediation.people import Profession
from mediation.tables import StatementRow
from mediation.usecases import assess, consent, read_statement, statement, travel_record, trip
from mediation.usecases.statement import Said
from mediation.usecases.travel_record import Noting
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.values import ZONE, CountryStay, Home
from risk import store
from risk.alerts import Alert
from risk.facts import Reading
from risk.values import Parent
from tests.world import Couple, World


async def look(world: World) -> None:
    await assess.assess_due(
        world.database.reading, world.database.writing, world.keys.journal, world.now, 100
    )


async def signs(couple: Couple) -> dict[str, str]:
    """Rule -> severity of every sign that stands in this family."""
    async with couple.world.database.reading() as session:
        found = await store.of_family(session, couple.family_id)
    return {
        alert.rule: str(alert.severity) for alert in found if alert.state.value not in ("quiet", "decided")
    }


async def agreed_trip(world: World) -> tuple[Couple, object]:
    couple = await world.couple()
    await couple.sealed_plan()
    leave = datetime(
        2027, 3, 20, 9, 0, tzinfo=ZONE
    )  # a Saturday in Ben's days or Ana's: the swap is not the point
    asked = await couple.trip(
        couple.ana, depart_at=leave, return_at=leave + timedelta(days=5), stays=(CountryStay("ES", 5),)
    )
    await couple.consent(
        couple.ben, asked, valid_from=leave.date(), valid_to=(leave + timedelta(days=5)).date()
    )
    return couple, asked


async def test_a_trip_that_both_agreed_in_time_raises_no_sign_about_consent(world: World) -> None:
    couple, _ = await agreed_trip(world)
    await look(world)
    assert not {
        rule
        for rule in await signs(couple)
        if rule.startswith(("consent_", "travel_no", "combo_", "retention"))
    }


async def test_a_consent_taken_back_before_departure_is_seen_at_the_next_look(world: World) -> None:
    couple, _asked = await agreed_trip(world)
    await look(world)
    async with world.database.reading() as session:
        family_consents = await trip.store.consents_of(session, couple.family_id)
    await world.run(couple.ben, consent.withdraw, couple.family_id, family_consents[0].id)
    await look(world)
    assert (await signs(couple))["consent_revoked"] == "high"


async def test_a_consent_taken_back_for_later_is_seen_when_that_counts(world: World) -> None:
    couple, asked = await agreed_trip(world)
    async with world.database.reading() as session:
        [given] = await trip.store.consents_of(session, couple.family_id)
    begins = world.now + timedelta(days=2)
    await world.run(couple.ben, consent.withdraw, couple.family_id, given.id, begins)
    for counts, moment in ((False, begins - timedelta(seconds=1)), (True, begins)):
        async with world.database.reading() as session:
            known = await assess.gather(session, couple.family_id, moment)
        assert [(one.at, one.recorded_at) for one in known.revocations] == [(begins, begins)] * counts
    await look(world)
    assert "consent_revoked" not in await signs(couple)
    world.now = begins
    assert await consent.begin_to_count(
        world.database.writing, couple.family_id, given.id, begins, key=world.keys.journal
    )
    await look(world)
    assert (await signs(couple))["consent_revoked"] == "high", asked


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_courts_word_on_travel_is_a_fact_for_the_children_it_names(world: World) -> None:
    couple = await world.couple()
    kim = await world.person("Kim", Profession.CENTRE_COORDINATOR)
    with_both, today = await couple.trip(couple.ana), world.now.date()
    with_lou = await couple.trip(couple.ana, children=couple.children[:1])

    async def noted(kind: DecisionKind, about: Home | None, *children: object) -> UUID:
        said = Noting(kind, about, children, ("ES",), today, date(2027, 12, 31), "Ghent", "27/1", today)  # type: ignore[arg-type]
        return UUID(
            str(await world.run(kim, travel_record.note_decision, couple.family_id, said, given=True))
        )

    async def measures() -> list[tuple[str, object, object, str | None]]:
        async with world.database.reading() as session:
            known = await assess.gather(session, couple.family_id, world.now)
        return [(one.kind.value, one.granted_to, one.against, one.trip) for one in known.court_measures]

    ban = await noted(DecisionKind.BAN, Home.B, *couple.children)
    assert await measures() == [("travel_ban", None, Parent.B, None)]
    await world.run(kim, travel_record.end_decision, couple.family_id, ban)
    assert await measures() == []
    for_lou = await noted(DecisionKind.PERMISSION, Home.A, *couple.children[:1])
    assert await measures() == [("travel_permission", Parent.A, None, str(with_lou))]
    await world.run(kim, travel_record.end_decision, couple.family_id, for_lou)
    await noted(DecisionKind.PERMISSION, Home.A, *couple.children)
    assert await measures() == [("travel_permission", Parent.A, None, None)], with_both


async def test_a_return_moved_on_the_way_does_not_hide_that_the_child_is_overdue(world: World) -> None:
    couple, asked = await agreed_trip(world)
    world.now = datetime(2027, 3, 20, 9, 30, tzinfo=ZONE)
    await world.run(couple.ana, trip.depart, couple.family_id, asked, world.now)
    world.now = datetime(2027, 3, 24, 12, 0, tzinfo=ZONE)
    leave = datetime(2027, 3, 20, 9, 0, tzinfo=ZONE)
    later = couple.wish(depart_at=leave, return_at=leave + timedelta(days=20), stays=(CountryStay("ES", 20),))
    await world.run(couple.ana, trip.change, couple.family_id, asked, later)
    world.now = leave + timedelta(days=5, hours=3, minutes=1)
    await look(world)
    assert (await signs(couple))["retention_after_return_due"] == "critical"


async def test_being_back_quiets_what_stood(world: World) -> None:
    couple, asked = await agreed_trip(world)
    leave = datetime(2027, 3, 20, 9, 0, tzinfo=ZONE)
    world.now = leave + timedelta(minutes=30)
    await world.run(couple.ana, trip.depart, couple.family_id, asked, world.now)
    world.now = leave + timedelta(days=5, hours=4)
    await look(world)
    assert "retention_after_return_due" in await signs(couple)
    await world.run(couple.ben, trip.come_back, couple.family_id, asked, world.now)
    await look(world)
    assert "retention_after_return_due" not in await signs(couple)


async def test_a_family_is_looked_at_again_at_the_moment_time_alone_changes_the_answer(world: World) -> None:
    couple, asked = await agreed_trip(world)
    leave = datetime(2027, 3, 20, 9, 0, tzinfo=ZONE)
    world.now = leave
    await world.run(couple.ana, trip.depart, couple.family_id, asked, world.now)
    await look(world)
    for hour in range(24 * 6):  # no further step by anybody: only the clock moves
        world.now = leave + timedelta(hours=hour, seconds=1)
        await look(world)
    assert (await signs(couple))["retention_after_return_due"] == "critical"


async def threat_signs(couple: Couple) -> list[Alert]:
    async with couple.world.database.reading() as session:
        found = await store.of_family(session, couple.family_id)
    return [one for one in found if one.rule == "comm_explicit_threat" and one.state.value != "quiet"]


async def read_all(couple: Couple, reading: Reading) -> None:
    world = couple.world
    async with world.database.reading() as session:
        ids = (await session.exec(select(StatementRow.id))).all()
    for id in ids:
        await world.run(world.people["Nora"], read_statement.read_one, id, reading)


@pytest.mark.parametrize(
    ("who", "reading", "level"),
    [
        ("Mia", Reading.THREAT, "high"),
        ("Mia", Reading.AMBIGUOUS, "moderate"),
        ("Mia", Reading.NONE, None),
        ("Ben", Reading.THREAT, "moderate"),  # the allegation cap: a parent's word alone
        ("Ben", Reading.NONE, None),
    ],
)
async def test_a_noted_statement_is_a_candidate_until_a_person_has_read_it(
    world: World, who: str, reading: Reading, level: str | None
) -> None:
    couple = await world.couple()
    await world.centre()
    await couple.ask(await world.person("Mia", Profession.MEDIATOR, accreditation="1"))
    said = Said(world.now - timedelta(days=1), "You will never see her again", Home.A)
    await world.run(world.people[who], statement.note, couple.family_id, said)
    await look(world)
    [sign] = await threat_signs(couple)
    assert (str(sign.severity), sign.subject.value) == ("moderate", "A")
    assert sign.due_by == world.now + timedelta(hours=24)
    async with world.database.reading() as session:
        finding = (await store.card(session, sign.id)).finding
    assert (finding.unknown, finding.evidence.value) == (("message.confirmed",), "C" if who == "Ben" else "B")
    world.now += timedelta(hours=1)
    await read_all(couple, reading)
    await look(world)
    assert [str(one.severity) for one in await threat_signs(couple)] == ([level] if level else [])


async def test_a_reading_can_be_corrected_and_the_last_one_counts(world: World) -> None:
    couple = await world.couple()
    await world.centre()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    await world.run(mia, statement.note, couple.family_id, Said(world.now, "We leave Sunday", Home.B))
    for reading, levels in ((Reading.NONE, []), (Reading.THREAT, ["high"]), (Reading.NONE, [])):
        world.now += timedelta(minutes=5)
        await read_all(couple, reading)
        await look(world)
        assert [str(one.severity) for one in await threat_signs(couple)] == levels
