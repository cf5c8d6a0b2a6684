"""The worker looks at what the use cases recorded, on both databases: from a parent's step to a sign at the centre."""

from datetime import datetime, timedelta

from mediation.usecases import assess, trip
from parenting_plans.values import ZONE, CountryStay
from risk import store
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
    couple, asked = await agreed_trip(world)
    await look(world)
    async with world.database.reading() as session:
        family_consents = await trip.store.consents_of(session, couple.family_id)
    await world.run(couple.ben, trip.withdraw, couple.family_id, family_consents[0].id)
    await look(world)
    assert (await signs(couple))["consent_revoked"] == "high"


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
