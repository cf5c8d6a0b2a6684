"""A family that breaks a job holds up nobody: the others are served, and it is tried again, ever less often."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from portal import one_by_one
from tests.world import World

MINUTE = timedelta(minutes=1)
FAMILIES = [UUID(int=n) for n in (1, 2, 3)]


class Work:
    """The second family always breaks, until it is mended."""

    def __init__(self) -> None:
        self.served: list[UUID] = []
        self.broken = {FAMILIES[1]}
        self.asked_for: list[int] = []

    async def find(self, limit: int) -> list[tuple[UUID]]:
        self.asked_for.append(limit)
        return [(one,) for one in FAMILIES if one not in self.served][:limit]

    async def one(self, family_id: UUID) -> bool:
        if family_id in self.broken:
            raise RuntimeError("Lou lives in Ghent")
        self.served.append(family_id)
        return True


async def test_the_families_behind_a_broken_one_are_served(world: World, caplog: Any, capsys: Any) -> None:
    work, service, now = Work(), world.service, world.now
    assert await one_by_one.for_each(service, "calendars", now, work.find, work.one, 2) == 1
    assert await one_by_one.for_each(service, "calendars", now, work.find, work.one, 2) == 1
    assert work.served == [FAMILIES[0], FAMILIES[2]]
    assert work.asked_for == [2, 3]  # one more than usual, for the one that cannot be done
    assert "Ghent" not in capsys.readouterr().out + caplog.text


async def test_it_waits_longer_each_time_and_is_forgotten_once_mended(world: World) -> None:
    work, service, now = Work(), world.service, world.now
    waits = []
    for _ in range(4):
        await one_by_one.for_each(service, "reviews", now, work.find, work.one, 9)
        trouble = (await one_by_one.troubled(service, "reviews"))[FAMILIES[1]]
        waits.append((trouble.again_at - now) // MINUTE)
        now = trouble.again_at
    assert waits == [1, 2, 4, 8]
    assert not await one_by_one.troubled(service, "calendars")  # each job has its own
    work.broken.clear()
    early = now - timedelta(seconds=1)
    assert await one_by_one.for_each(service, "reviews", early, work.find, work.one, 9) == 0
    assert await one_by_one.for_each(service, "reviews", now, work.find, work.one, 9) == 1
    assert not await one_by_one.troubled(service, "reviews")
