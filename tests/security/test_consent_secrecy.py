"""What Ben says in private about travel: until a withdrawal counts, and of his wish at all, nobody else sees a byte."""

from datetime import timedelta
from uuid import UUID

import pytest

from mediation.usecases import consent, travel_record
from portal import jobs
from tests.security.house import Clock, House
from tests.security.test_secrecy import differences, told, worlds

DAY = timedelta(days=1)
OTHERS = ("Ana", "Mia", "Leo")


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
async def test_a_withdrawal_for_later_shows_nowhere_until_it_counts(house: House, clock: Clock) -> None:
    couple, world = house.ours.couple, house.world
    family, given = couple.family_id, UUID(house.ours.ids["consent_id"])
    browsers = {who: await house.browser(who) for who in ("Ana", "Mia", "nobody")}
    await jobs.send_messages(world.service)
    await worlds(house, browsers)
    before, mails, receipts = (
        await worlds(house, browsers),
        await told(house, *OTHERS),
        await told(house, "Ben"),
    )
    await world.run(couple.ben, consent.withdraw, family, given, world.now + 2 * DAY)
    assert await jobs.tell_withdrawals(world.service) == 0
    assert differences(before, await worlds(house, browsers)) == []
    assert await told(house, *OTHERS) == mails
    assert len(await told(house, "Ben")) == len(receipts) + 1

    clock.at = world.now = world.now + 2 * DAY
    assert await jobs.tell_withdrawals(world.service) == 1
    assert await jobs.tell_withdrawals(world.service) == 0
    news = [one for one in await told(house, *OTHERS) if one not in mails]
    assert sorted(who for who, _kind, _key in news) == sorted(OTHERS)
    ana = await house.browser("Ana")
    page = (await ana.send("GET", f"/f/{family}/trips/{house.ours.ids['trip_id']}")).text
    assert "The consent was withdrawn" in page


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_wish_shows_nowhere_to_the_other_parent(house: House) -> None:
    couple, world = house.ours.couple, house.world
    family = couple.family_id
    browsers = {who: await house.browser(who) for who in ("Ana", "nobody")}
    await jobs.send_messages(world.service)
    await worlds(house, browsers)
    before, mails = await worlds(house, browsers), await told(house, *OTHERS, "Ben")
    await world.run(couple.ben, travel_record.end_wish, family, UUID(house.ours.ids["wish_id"]))
    assert differences(before, await worlds(house, browsers)) == []
    await world.run(couple.ben, travel_record.wish, family, "I fear that they stay there.")
    await jobs.send_messages(world.service)
    assert differences(before, await worlds(house, browsers)) == []
    assert await told(house, *OTHERS, "Ben") == mails
    for who, reads in (("Ben", True), ("Mia", True), ("Nora", True), ("Ana", False)):
        page = (await (await house.browser(who)).send("GET", f"/f/{family}/travel")).text
        assert ("I fear that they stay there." in page) is reads, who
