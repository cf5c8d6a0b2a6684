"""The watch list: marked by anyone, claimed by one, and never looked at before it is due."""

import asyncio
from datetime import timedelta
from uuid import UUID

from risk import watch
from tests.risk.people import FAMILY, HOUR, NOW

OTHER = UUID(int=901)


async def due(sessions, at, limit=10):
    async with sessions() as session:
        return await watch.claim_due(session, at, limit)


async def mark(sessions, family, at):
    async with sessions() as session:
        await watch.mark(session, family, at)


async def give_back(sessions, claim, next_at):
    async with sessions() as session:
        return await watch.set_next(session, claim, next_at)


async def test_a_marked_family_is_due_at_once_and_claimed_once(sessions):
    await mark(sessions, FAMILY, NOW)
    await mark(sessions, FAMILY, NOW + timedelta(minutes=1))
    (claim,) = await due(sessions, NOW + HOUR)
    assert (claim.family_id, claim.marks) == (FAMILY, 2)
    assert await due(sessions, NOW + HOUR) == ()


async def test_it_is_looked_at_again_at_its_next_moment_and_not_before(sessions):
    await mark(sessions, FAMILY, NOW)
    (claim,) = await due(sessions, NOW)
    assert await give_back(sessions, claim, NOW + 5 * HOUR)
    assert await due(sessions, NOW + 5 * HOUR - timedelta(microseconds=1)) == ()
    assert len(await due(sessions, NOW + 5 * HOUR)) == 1


async def test_a_family_that_time_cannot_change_is_never_due(sessions):
    await mark(sessions, FAMILY, NOW)
    (claim,) = await due(sessions, NOW)
    await give_back(sessions, claim, None)
    assert await due(sessions, NOW + timedelta(days=9999)) == ()
    async with sessions() as session:
        assert await watch.next_due(session) is None


async def test_a_change_during_the_assessment_is_not_lost(sessions):
    await mark(sessions, FAMILY, NOW)
    (claim,) = await due(sessions, NOW)
    await mark(sessions, FAMILY, NOW + timedelta(seconds=1))
    assert await give_back(sessions, claim, NOW + timedelta(days=30))
    assert len(await due(sessions, NOW + timedelta(seconds=2))) == 1


async def test_what_a_dead_worker_held_is_free_after_its_lease(sessions):
    await mark(sessions, FAMILY, NOW)
    (lost,) = await due(sessions, NOW)
    assert await due(sessions, NOW + watch.LEASE - timedelta(seconds=1)) == ()
    (mine,) = await due(sessions, NOW + watch.LEASE)
    assert not await give_back(sessions, lost, None)
    assert await give_back(sessions, mine, None)


async def test_the_longest_due_comes_first_and_the_limit_holds(sessions):
    async with sessions() as session:
        await watch.mark_all(session, [FAMILY], NOW)
        await watch.mark_all(session, [OTHER], NOW - HOUR)
    assert [claim.family_id for claim in await due(sessions, NOW, limit=1)] == [OTHER]
    async with sessions() as session:
        assert await watch.next_due(session) == NOW - HOUR


async def test_of_many_at_once_one_wins(sessions):
    await mark(sessions, FAMILY, NOW)
    claims = await asyncio.gather(*(due(sessions, NOW) for _ in range(5)))
    assert sum(len(found) for found in claims) == 1


async def test_two_first_marks_at_once_make_one_row(sessions):
    await asyncio.gather(*(mark(sessions, FAMILY, NOW) for _ in range(5)))
    (claim,) = await due(sessions, NOW)
    assert claim.marks == 5
