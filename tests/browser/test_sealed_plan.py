"""The pages around signing in a real browser: which days change, reviews, the check of a printed code. Axe finds nothing."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from mediation.usecases import plan
from parenting_plans import verification
from parenting_plans.values import ZONE
from tests.browser.conftest import Portal
from tests.browser.test_accessible import enter, walk
from tests.world import Couple, World

Opened = Callable[[], Awaitable[Page]]
WEEKS = {"pattern": "2-2-5-5", "anchor_date": "", "anchor_parent": "A", "handover_time": "18:00"}


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def to_sign(couple: Couple) -> UUID:
    """A plan with other weeks, which both accepted."""
    world, family_id = couple.world, couple.family_id
    day = world.now.astimezone(ZONE).date()
    weeks = {**WEEKS, "anchor_date": (day - timedelta(days=day.weekday())).isoformat()}
    clock = {"moment": "clock", "time": "18:00"}
    for code, answers in couple.agreed(C02=weeks, D01=clock).items():
        await world.run(couple.ana, plan.save_clause, family_id, code, answers)
    await world.run(couple.ana, plan.save_start, family_id, day + timedelta(days=3))
    proposal = await world.run(couple.ana, plan.propose, family_id)
    return UUID(str(await world.run(couple.ben, plan.accept, family_id, proposal)))


async def settled(portal: Portal) -> tuple[Couple, UUID, UUID]:
    """A plan sealed more than a year ago, whose review is due, and another one to sign."""
    world = World(portal.service, now=datetime.now(UTC) - timedelta(days=370))
    couple = await world.couple()
    await couple.answer_questions()
    sealed = await couple.sealed_plan()
    world.now = datetime.now(UTC)
    return couple, sealed, await to_sign(couple)


@pytest.mark.parametrize("language", ["en", "de"])
async def test_the_pages_around_signing(portal: Portal, opened: Opened, language: str) -> None:
    couple, sealed, waiting = await settled(portal)
    page = await opened()
    await page.context.add_cookies([{"name": "language", "value": language, "url": portal.url}])
    await enter(page, portal, couple.ana)
    places = (
        "plan",
        f"plan/version/{sealed}",
        f"plan/version/{waiting}",
        f"plan/sign/{waiting}?months=24",
        "plan/reviews",
        "today",
    )
    assert await walk(page, tuple(f"/f/{couple.family_id}/{place}" for place in places)) == []
    assert await walk(page, ("/check",)) == []


async def test_a_scanned_code_moves_into_the_form_and_out_of_sight(portal: Portal, opened: Opened) -> None:
    couple, sealed, _ = await settled(portal)
    code = verification.code_for(couple.world.keys.links, sealed)
    asked: list[str] = []
    page = await opened()
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"/check#{code}")
    await expect(page.locator("#f-code")).to_have_value(code)
    assert await page.evaluate("window.location.hash") == ""
    await page.get_by_role("button", name="Check").click()
    await expect(page.get_by_role("heading", name="Valid", exact=True)).to_be_visible()
    assert not [url for url in asked if re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", url)]
    await page.goto("/check#%E0%A4%A")  # not an address that anybody made; the page stays whole
    await expect(page.locator("#f-code")).to_have_value("")


async def test_a_parent_gives_the_answer_without_a_mouse(portal: Portal, opened: Opened) -> None:
    couple, _, _ = await settled(portal)
    page = await opened()
    await enter(page, portal, couple.ben)
    await page.goto(f"/f/{couple.family_id}/plan/reviews")
    await page.get_by_label("It stays as it is").focus()
    await page.keyboard.press("Space")
    await page.get_by_role("button", name="Give my answer").press("Enter")
    await expect(page.get_by_text("Ben: it stays as it is.")).to_be_visible()
    await expect(page.get_by_text("We wait for Ana.")).to_be_visible()
