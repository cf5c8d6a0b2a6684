"""Before proposing and before signing the pages say what contradicts, what is missing for which purpose, what is good to know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mediation.people import Person
from mediation.refusals import Refused
from mediation.usecases import plan
from parenting_plans.values import ZONE
from tests.visitor import Visitor
from tests.world import Couple, World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
SOON = datetime.now(ZONE).date() + timedelta(days=20)
TAX = {"mode": "coparenting", "from_income_year": 2027, "registered_or_homologated": "yes"}
LAST_WEEKEND = {
    "split": "halves",
    "first_half_even": "A",
    "switch_weekday": "fri",
    "switch_time": "18:00",
    "last_weekend": "first_school_week",
}


@dataclass
class House:
    couple: Couple
    new: Callable[[], Visitor]

    async def drafted(self, **clauses: dict[str, Any]) -> None:
        run, family, ana = self.couple.world.run, self.couple.family_id, self.couple.ana
        for code, answers in self.couple.agreed(**clauses).items():
            await run(ana, plan.save_clause, family, code, answers)
        await run(ana, plan.save_start, family, SOON)

    async def browser(self, person: Person) -> Visitor:
        return await self.new().sign_in_as(person)

    async def page(self, path: str, person: Person | None = None) -> str:
        browser = await self.browser(person or self.couple.ana)
        answer = await browser.get(f"/f/{self.couple.family_id}/plan{path}")
        assert answer.status_code == 200
        return answer.text

    async def api(self, path: str, person: Person) -> Any:
        browser = await self.browser(person)
        return await browser.json("GET", f"/api/families/{self.couple.family_id}/plan{path}")


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor]) -> House:
    world.now = datetime.now(UTC)
    return House(await world.couple(), visitor)


@on_sqlite
async def test_the_page_before_proposing_groups_what_it_found_and_leads_to_each_agreement(
    house: House,
) -> None:
    await house.drafted(K10=TAX, C03={"equal": "no"})
    page = await house.page("/review")
    contradicts, missing, purposes = (
        page.index(title)
        for title in (
            "What contradicts",
            "Fiscal co-parenting asks for equal residence",
            "What is missing if you want to use the plan for",
        )
    )
    assert contradicts < missing < purposes < page.index("Good to know")
    assert f"/f/{house.couple.family_id}/plan/draft/K10" in page[contradicts:]
    assert "Propose this plan" in page, "it only advises"


@on_sqlite
async def test_a_short_plan_is_told_calmly(house: House) -> None:
    await house.drafted(D05={"notice": 7, "answer": 3, "make_up": "swap", "max_shift": 2})
    page = await house.page("/review")
    assert "What contradicts" not in page
    assert "Divorce by mutual consent" in page
    assert "something is missing" in page
    assert "<details open>" not in page[page.index("What to look at first") :]


@on_sqlite
async def test_what_the_plan_itself_says_it_is_for_is_open_on_the_page(house: House) -> None:
    await house.drafted(K10=TAX)
    page = await house.page("/review")
    opened = page[page.index("<details open>") :]
    assert opened.index("Fiscal co-parenting") < opened.index("something is missing")
    assert f"/f/{house.couple.family_id}/plan/draft/C03" in opened


@on_sqlite
async def test_only_a_calendar_that_cannot_be_keeps_a_plan_from_being_proposed(house: House) -> None:
    children = {str(child): "FL" for child in house.couple.children}
    await house.drafted(E01={"per_child": children, "after": "restart"}, E05=LAST_WEEKEND)
    page = await house.page("/review")
    assert "No calendar can follow from this yet" in page
    assert "Propose this plan" not in page
    browser = await house.browser(house.couple.ana)
    answer = await browser.post(f"/f/{house.couple.family_id}/plan/review")
    assert answer.status_code == 400
    assert "No calendar can follow from this yet" in answer.text
    with pytest.raises(Refused):
        await house.couple.world.run(house.couple.ana, plan.propose, house.couple.family_id)


async def test_the_page_to_sign_tells_the_same_to_both_and_lets_both_sign(house: House) -> None:
    await house.drafted(K10=TAX, C03={"equal": "no"})
    run, family = house.couple.world.run, house.couple.family_id
    proposal = await run(house.couple.ana, plan.propose, family)
    version = await run(house.couple.ben, plan.accept, family, proposal)
    for person in (house.couple.ana, house.couple.ben):
        browser = await house.browser(person)
        page = (await browser.get(f"/f/{family}/plan/version/{version}")).text
        assert "Read and sign" in page or "signing is possible from" in page
        look = (await house.api(f"/versions/{version}/findings", person)).json()
        assert [one["clauses"] for one in look["contradictions"]] == [["K10", "C03"]]
    signed = (await house.browser(house.couple.ana)).get(f"/f/{family}/plan/sign/{version}")
    page = (await signed).text
    assert "What contradicts" in page
    assert f"/f/{family}/plan/clauses/K10" in page


@on_sqlite
async def test_over_json_a_draft_is_looked_at_for_its_author_alone(house: House) -> None:
    await house.drafted(K10=TAX, C03={"equal": "no"})
    mine = (await house.api("/findings", house.couple.ana)).json()
    assert [one["field"] for one in mine["contradictions"]] == ["K10.mode"]
    by_purpose = {one["purpose"]: one for one in mine["for_purposes"]}
    assert set(by_purpose) == {"EOT", "EQUAL", "NL", "TAX"}
    assert by_purpose["TAX"]["implied"]
    assert not by_purpose["EOT"]["implied"]
    assert by_purpose["TAX"]["findings"] == []
    assert by_purpose["NL"]["findings"][0]["kind"] == "missing"
    theirs = (await house.api("/findings", house.couple.ben)).json()
    assert theirs["contradictions"] == []
    assert theirs["blocks"], "Ben has no draft: no calendar follows from nothing"
