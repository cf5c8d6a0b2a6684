"""Alerts survive the database without loss, and two people cannot take the same one."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from risk import alerts, store
from risk.alerts import Move, Outcome, State
from risk.values import Severity
from risk.vignette import parse
from tests.risk.cases import VIGNETTES, look
from tests.risk.people import FAMILY, HOUR, LEA, NOW, PAU, assessment, found

V04 = next(vignette for vignette in VIGNETTES if vignette["id"] == "V04")


async def put(sessions, *findings, at=NOW, family=FAMILY):
    async with sessions() as session:
        merged = alerts.merge(await store.of_family(session, family), assessment(*findings), at)
        return await store.save_merge(session, family, merged)


async def only(sessions):
    async with sessions() as session:
        (alert,) = await store.of_family(session, FAMILY)
        return alert


async def test_a_real_finding_comes_back_as_it_was(sessions):
    result = look(parse(V04), V04["as_of"])
    async with sessions() as session:
        (alert,) = await store.save_merge(session, FAMILY, alerts.merge((), result, NOW))
    async with sessions() as session:
        card = await store.card(session, alert.id)
    assert card.finding == result.findings[0]
    assert (card.alert, card.earlier, card.lines) == (alert, (), ())


async def test_assessing_twice_changes_nothing(sessions):
    await put(sessions, found())
    before = await only(sessions)
    assert await put(sessions, found(raised_at=NOW + HOUR, due_by=NOW + 80 * HOUR)) == ()
    assert await only(sessions) == before


async def test_the_whole_life_of_a_critical_alert(sessions):
    (alert,) = await put(sessions, found(Severity.HIGH))
    (alert,) = await put(sessions, found(Severity.CRITICAL, raised_at=NOW + HOUR), at=NOW + HOUR)
    async with sessions() as session:
        mine = await store.claim(session, alert.id, LEA, NOW)
        waiting = alerts.decide(mine, LEA, Outcome.EXPLAINED, "seen the tickets", NOW)
        await store.save_step(session, waiting)
        closed = await store.save_step(session, alerts.second(waiting.alert, PAU, NOW + HOUR))
    async with sessions() as session:
        card = await store.card(session, alert.id)
        assert await store.queue(session) == ()
    assert card.alert == closed
    assert [line.move for line in card.lines] == [Move.RAISE, Move.CLAIM, Move.ASK_SECOND, Move.SECOND]
    assert [finding.severity for finding in (card.finding, *card.earlier)] == [
        Severity.CRITICAL,
        Severity.HIGH,
    ]
    assert await put(sessions, at=NOW + 2 * HOUR) == ()
    assert (await only(sessions)).state is State.QUIET
    (back,) = await put(sessions, found(Severity.LOW), at=NOW + 3 * HOUR)
    assert (back.state, back.severity) == (State.OPEN, Severity.LOW)


async def test_of_five_people_one_claims(sessions):
    (alert,) = await put(sessions, found())

    async def take():
        async with sessions() as session:
            return await store.claim(session, alert.id, LEA, NOW)

    assert len([mine for mine in await asyncio.gather(*(take() for _ in range(5))) if mine]) == 1


async def test_a_decision_on_what_has_changed_is_refused(sessions):
    (alert,) = await put(sessions, found())
    async with sessions() as session:
        mine = await store.claim(session, alert.id, LEA, NOW)
    await put(sessions, found(Severity.HIGH))
    with pytest.raises(store.Overtaken):
        async with sessions() as session:
            await store.save_step(session, alerts.decide(mine, LEA, Outcome.EXPLAINED, "agreed", NOW))
    assert (await only(sessions)).state is State.CLAIMED


async def test_the_queue_is_in_order_and_only_holds_what_waits(sessions):
    soon, later = NOW + HOUR, NOW + 2 * HOUR
    await put(
        sessions,
        found(Severity.HIGH, key="later", due_by=later),
        found(Severity.HIGH, key="one origin", due_by=soon),
        found(Severity.HIGH, key="two origins", due_by=soon, strands=("a", "b")),
        found(Severity.CRITICAL, key="critical", due_by=later),
    )
    await put(sessions, found(key="gone"), family=UUID(int=5))
    await put(sessions, family=UUID(int=5))
    async with sessions() as session:
        waiting = await store.queue(session)
        assert await store.waiting(session) == 4
        assert [alert.key for alert in await store.queue(session, limit=1, offset=1)] == ["two origins"]
    assert [alert.key for alert in waiting] == ["critical", "two origins", "one origin", "later"]
    assert list(alerts.in_order(waiting)) == list(waiting)


async def test_a_missing_alert_is_missing(sessions):
    with pytest.raises(store.AlertMissing):
        async with sessions() as session:
            await store.card(session, UUID(int=404))


@pytest.mark.parametrize("change", ["state = 'nonsense'", "severity = 9", "subject = 'C'"])
async def test_the_database_refuses_nonsense(sessions, change):
    await put(sessions, found())
    with pytest.raises(IntegrityError):
        async with sessions() as session:
            await session.exec(text(f"UPDATE risk_alert SET {change}"))


async def test_one_alert_per_fact(sessions):
    twice = alerts.merge((), assessment(found()), NOW)
    async with sessions() as session:
        await store.save_merge(session, FAMILY, twice)
    with pytest.raises(IntegrityError):
        async with sessions() as session:
            await store.save_merge(session, FAMILY, twice)


async def test_instants_come_back_aware(sessions):
    await put(sessions, found())
    alert = await only(sessions)
    assert alert.raised_at.utcoffset() == timedelta(0)
