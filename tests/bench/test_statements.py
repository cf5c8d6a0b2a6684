"""A page asks the database as often among fifty families, trips and signs as among two."""

from collections.abc import Callable

from mediation.usecases import assess
from tests.bench.pages import all_of
from tests.bench.statements import counted
from tests.bench.town import Household, crowd, household, travel
from tests.visitor import Visitor
from tests.world import World

MOST = 36  # statements for one page; an invitation to think, not a wish


async def per_page(house: Household, visitor: Callable[[], Visitor]) -> dict[str, int]:
    found = {}
    browsers = {who.id: await visitor().sign_in_as(who) for who, _, _ in all_of(house)}
    for who, name, path in all_of(house):
        browser = browsers[who.id]
        answer = await browser.follow(await browser.get(path))
        assert answer.status_code == 200, (name, answer.status_code)
        with counted(house.couple.world.database) as asked:
            await browser.follow(await browser.get(path))
        found[name] = len(asked)
    browser = visitor()
    await browser.get(f"/agenda/{house.device}.ics")  # the first of a day notes the day
    for name, headers in (("feed 200", {}), ("feed 304", {"if-none-match": "*"})):
        with counted(house.couple.world.database) as asked:
            answer = await browser.get(f"/agenda/{house.device}.ics", headers=headers)
        assert str(answer.status_code) in name
        found[name] = len(asked)
    return found


async def sweep(world: World) -> None:
    database = world.database
    await assess.assess_due(database.reading, database.writing, world.keys.journal, world.now, 1000)


async def test_statements_do_not_grow_with_what_is_stored(
    world: World, visitor: Callable[[], Visitor]
) -> None:
    house = await household(world)
    await crowd(world.database, 2, world.now, due=2)
    await sweep(world)
    few = await per_page(house, visitor)
    await crowd(world.database, 48, world.now, due=12)
    await travel(house, 48)
    await sweep(world)
    many = await per_page(house, visitor)
    assert many == few
    assert {name: n for name, n in few.items() if n > MOST} == {}


async def test_a_sweep_asks_for_what_is_due_and_not_for_what_is_stored(world: World) -> None:
    await crowd(world.database, 3, world.now, due=2)
    with counted(world.database) as among_few:
        await sweep(world)
    await crowd(world.database, 60, world.now, due=2)
    with counted(world.database) as among_many:
        await sweep(world)
    assert len(among_many) == len(among_few)
