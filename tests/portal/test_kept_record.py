"""A month planned beside noted: private to its author, to the byte, until they share that month, and again after."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from mediation import families
from mediation.people import Person, Profession
from mediation.refusals import Refused
from mediation.usecases import handover, kept_record
from parenting_plans.handover_records import Note
from parenting_plans.tables import MonthShareRow
from parenting_plans.values import ZONE, Outcome
from portal.visit import Service
from tests.security.test_secrecy import TOKEN
from tests.visitor import Visitor
from tests.world import Couple, World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


@dataclass
class House:
    couple: Couple
    new: Callable[[], Visitor]

    @property
    def month(self) -> date:
        """Of the last handover, which Ben notes."""
        return self.due.astimezone(ZONE).date().replace(day=1)

    due: datetime = datetime.max

    async def browser(self, person: Person) -> Visitor:
        return await self.new().sign_in_as(person)

    async def page(self, person: Person) -> str:
        browser = await self.browser(person)
        path = f"/f/{self.couple.family_id}/calendar/record?month={self.month:%Y-%m}"
        answer = await browser.get(path)
        assert answer.status_code == 200
        return answer.text

    async def ben_notes(self) -> None:
        await self.couple.world.run(
            self.couple.ben,
            handover.note_together,
            self.couple.family_id,
            self.couple.children,
            self.due,
            Note(Outcome.MISSED, in_contact=True),
        )

    async def share(self, person: Person, usecase: Any = kept_record.share) -> None:
        await self.couple.world.run(person, usecase, self.couple.family_id, self.month)

    async def all_ana_sees(self) -> dict[str, bytes]:
        """Everything that could tell, over pages and JSON, this month and the one before."""
        browser = await self.browser(self.couple.ana)
        family, api = f"/f/{self.couple.family_id}", f"/api/families/{self.couple.family_id}"
        before = self.month - timedelta(days=1)
        paths = [
            f"{family}/today",
            f"{family}/calendar",
            f"{family}/handovers",
            f"{family}/plan",
            f"{api}/handovers/notes",
        ]
        for month in (self.month, before):
            paths += [
                f"{family}/calendar/record?month={month:%Y-%m}",
                f"{api}/handovers/record?month={month:%Y-%m}",
            ]
        return {path: TOKEN.sub(rb"\1", (await browser.client.get(path)).content) for path in paths}


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor], service: Service) -> House:
    del service
    now = datetime.now(ZONE)
    world.now = now - timedelta(days=30)
    couple = await world.couple()
    await couple.sealed_plan()
    world.now = now
    async with world.database.reading() as session:
        family = await families.open_for(session, couple.family_id, couple.ben, now)
        due = (await handover.to_note(session, family, now))[-1].at
    return House(couple, visitor, due)


async def test_nothing_tells_ana_what_ben_noted_until_he_shares_that_month(house: House) -> None:
    before = await house.all_ana_sees()
    await house.ben_notes()
    assert await house.all_ana_sees() == before
    assert "did not take place" in await house.page(house.couple.ben)
    await house.share(house.couple.ben)
    page = await house.page(house.couple.ana)
    assert "What Ben noted and shares with you" in page
    assert "Noted: it did not take place." in page[page.index('id="theirs"') :]
    assert "Noted: it did not take place." not in page[: page.index('id="theirs"')]
    await house.share(house.couple.ben, kept_record.stop)
    assert await house.all_ana_sees() == before


async def test_sharing_twice_is_once_and_every_share_stays_on_record(house: House) -> None:
    for usecase in (kept_record.share, kept_record.share, kept_record.stop, kept_record.stop):
        await house.share(house.couple.ben, usecase)
    await house.share(house.couple.ben)
    async with house.couple.world.database.reading() as session:
        rows = (await session.exec(select(MonthShareRow))).all()
    assert sorted(row.ended_at is None for row in rows) == [False, True]


@on_sqlite
async def test_a_share_is_of_one_month_and_of_its_author_alone(house: House) -> None:
    await house.ben_notes()
    await house.share(house.couple.ana)
    assert "What Ben noted" not in await house.page(house.couple.ana)
    assert "What Ana noted" in await house.page(house.couple.ben)
    browser = await house.browser(house.couple.ben)
    earlier = house.month - timedelta(days=1)
    page = (await browser.get(f"/f/{house.couple.family_id}/calendar/record?month={earlier:%Y-%m}")).text
    assert "What Ana noted" not in page


@on_sqlite
async def test_on_the_page_one_shares_and_stops_and_reads_who_can_read(house: House) -> None:
    browser = await house.browser(house.couple.ben)
    base = f"/f/{house.couple.family_id}/calendar/record"
    page = await house.page(house.couple.ben)
    assert "Only you read your notes here." in page
    answer = await browser.post(f"{base}/share", {"month": house.month.isoformat()})
    page = (await browser.follow(answer)).text
    assert "You let Ana read your notes of this month since" in page
    assert "Stop sharing this month" in page
    answer = await browser.post(f"{base}/stop", {"month": house.month.isoformat()})
    assert "Only you read your notes here." in (await browser.follow(answer)).text
    answer = await browser.post(f"{base}/share", {"month": "2099-01-01"})
    assert answer.status_code == 400
    assert "Choose a month that has begun." in answer.text


@on_sqlite
async def test_over_json_the_same(house: House) -> None:
    await house.ben_notes()
    ben, ana = await house.browser(house.couple.ben), await house.browser(house.couple.ana)
    path = f"/api/families/{house.couple.family_id}/handovers/record"
    body = {"month": house.month.isoformat()}
    assert (await ben.json("POST", f"{path}/sharing", body)).status_code == 204
    said = (await ana.json("GET", f"{path}?month={house.month:%Y-%m}")).json()
    outcomes = {one["outcome"] for one in said["theirs"]["handovers"] if one["outcome"]}
    assert outcomes == {"missed"}
    assert {one["outcome"] for one in said["own"]["handovers"]} == {None}
    assert (await ben.json("POST", f"{path}/sharing/end", body)).status_code == 204
    assert (await ana.json("GET", f"{path}?month={house.month:%Y-%m}")).json()["theirs"] is None


@on_sqlite
@pytest.mark.parametrize("asked", ["", "nonsense", "2026-13", "0000-01", "9999-01"])
async def test_a_month_that_is_none_shows_this_one(asked: str, house: House) -> None:
    browser = await house.browser(house.couple.ana)
    answer = await browser.get(f"/f/{house.couple.family_id}/calendar/record?month={asked}")
    assert answer.status_code == 200
    assert 'rel="next"' not in answer.text


@on_sqlite
async def test_no_professional_reads_it_and_no_later_month_is_shared(house: House) -> None:
    await house.share(house.couple.ben)
    mia = await house.couple.world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await house.couple.ask(mia)
    browser = await house.browser(mia)
    assert (await browser.get(f"/f/{house.couple.family_id}/calendar/record")).status_code == 404
    with pytest.raises(Refused):
        await house.couple.world.run(
            house.couple.ben, kept_record.share, house.couple.family_id, date(2099, 1, 1)
        )
