"""A plan from the first question to the yearly look at it, by two parents who read different languages."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from mediation.usecases import plan
from parenting_plans import verification
from parenting_plans.values import ZONE
from tests.browser.conftest import Clock, Portal
from tests.browser.hands import fill, follow, pick, send
from tests.browser.test_accessible import enter
from tests.world import PASSWORD, Couple, World

Opened = Callable[[], Awaitable[Page]]
LANGUAGES = {"sqlite": ("nl", "fr"), "postgres": ("de", "en")}
LEFT_OUT = "L04"


@pytest.fixture
def reflection() -> timedelta:
    return timedelta(minutes=20)  # longer than a shown password counts, shorter than a session


async def test_a_plan_goes_its_whole_way(portal: Portal, opened: Opened, clock: Clock, dialect: str) -> None:
    world = World(portal.service, now=clock())
    couple = await world.couple(languages=LANGUAGES[dialect])
    await couple.answer_questions()
    await usual_topics(couple)
    ana, ben = await opened(), await opened()
    for page, person in ((ana, couple.ana), (ben, couple.ben)):
        await enter(page, portal, person)
    family = f"/f/{couple.family_id}"

    await weeks_from_the_guide(ana, f"{family}/plan", clock)
    await lists_money_and_leaving_out(ana, f"{family}/plan")
    await answered_apart(ana, ben, f"{family}/plan")
    await talked_over(ana, ben, family)
    version = await proposed_and_accepted(ana, ben, f"{family}/plan", clock)
    await thought_over_and_signed(ana, ben, f"{family}/plan", clock)
    await sealed_and_checked(ben, portal, f"{family}/plan/version/{version}", version)
    await seen_in_the_calendar(ana, f"{family}/calendar")
    await swapped(ana, ben, family, clock)

    clock.ahead += timedelta(days=366)
    for page, person in ((ana, couple.ana), (ben, couple.ben)):
        await enter(page, portal, person)
    await looked_at_again(ana, ben, family)
    for page, language in zip((ana, ben), LANGUAGES[dialect], strict=True):
        await expect(page.locator("html")).to_have_attribute("lang", re.compile(f"^{language}"))


async def usual_topics(couple: Couple) -> None:
    """The rest of Ana's draft, so that the test can walk along what is new."""
    rest = couple.agreed(D01={"moment": "clock", "time": "17:45"})
    for code in rest.keys() - {"C02"}:
        await couple.world.run(couple.ana, plan.save_clause, couple.family_id, code, rest[code])


async def weeks_from_the_guide(page: Page, place: str, clock: Clock) -> None:
    await page.goto(f"{place}/pattern")
    await fill(page, {"age": "3-5", "apart": "5"})
    await send(page, "/plan/pattern")
    await expect(page.locator(".strip").first).to_be_visible()
    await follow(page, "/draft/C02?pattern=")
    await expect(page.locator("select[name='pattern']")).not_to_have_value("")
    today = clock().astimezone(ZONE).date()
    monday = today - timedelta(days=today.weekday())
    await fill(page, {"anchor_date": monday.isoformat(), "anchor_parent": "A", "handover_time": "17:45"})
    await send(page, "/draft/C02")
    await page.goto(f"{place}/draft/C02")
    await expect(page.locator(".strip li")).to_have_count(28)


async def lists_money_and_leaving_out(page: Page, place: str) -> None:
    await page.goto(f"{place}/draft/J02")
    row = {"name": "Judo", "day": "wed", "cost": "12,50", "continue_both": "yes"}
    await page.locator("details.folded summary").click()
    await fill(page, {f"activities.0.{name}": value for name, value in row.items()} | {"new": "both"})
    await send(page, "/draft/J02")
    await page.goto(f"{place}/draft/J02")
    await expect(page.locator("input[name='activities.0.cost']")).to_have_value(re.compile("^12[.,]50$"))
    await page.goto(f"{place}/draft/K05")
    await fill(
        page,
        {"answer_days": "14", "holiday_answer_days": "21", "urgent_exempt": "yes", "threshold": "75"},
    )
    await send(page, "/draft/K05")
    await page.goto(f"{place}/draft/{LEFT_OUT}")
    async with page.expect_navigation():
        await page.locator("button[value='aside']").click()
    await page.goto(f"{place}/draft/{LEFT_OUT}")
    await expect(page.locator("main .notice")).to_be_visible()
    await expect(page.locator("button[value='aside']")).to_have_count(0)


async def answered_apart(ana: Page, ben: Page, place: str) -> None:
    """One topic alike, one not; the second answer is what opens both."""
    sheet = f"{place}/apart/D"
    for page, time in ((ana, "18:05"), (ben, "17:05")):
        await page.goto(f"{sheet}/answers/D01")
        await fill(page, {"moment": "clock", "time": time})
        await send(page, "/answers/D01")
        await page.goto(f"{sheet}/answers/D02")
        await fill(page, {"place": "school", "transport": "receiving_fetches"})
        await send(page, "/answers/D02")
        assert "17:05" not in await text_of(ana, sheet)
        assert "18:05" not in await text_of(ben, sheet)
        await page.goto(sheet)
        await send(page, "/submit")
    for page in (ana, ben):
        said = await text_of(page, sheet)
        assert "18:05" in said
        assert "17:05" in said
        await expect(page.locator("main a[href$='/clauses/D01']")).to_be_visible()
        await expect(page.locator("main a[href$='/clauses/D02']")).to_have_count(0)


async def talked_over(ana: Page, ben: Page, family: str) -> None:
    topic = f"{family}/plan/clauses/D01"
    await ana.goto(f"{topic}/propose")
    await fill(ana, {"moment": "clock", "time": "17:30"})
    await send(ana, "/propose")
    await ben.goto(f"{family}/today")
    await follow(ben, "/plan/clauses")
    await follow(ben, "/clauses/D01")
    await follow(ben, "/propose")
    await fill(ben, {"moment": "clock", "time": "17:45"})
    await send(ben, "/propose")
    await ana.goto(topic)
    await send(ana, "/accept")
    assert "17:45" in await ana.locator("main .card").first.inner_text()
    await expect(ana.locator("main .timeline li")).to_have_count(2)


async def proposed_and_accepted(ana: Page, ben: Page, place: str, clock: Clock) -> UUID:
    await ana.goto(place)
    await fill(ana, {"effective_on": clock().astimezone(ZONE).date().isoformat()})
    await send(ana, "/plan")
    await ana.goto(f"{place}/review")
    assert "12,50" in (said := await ana.locator("main").inner_text()) or "12.50" in said
    await send(ana, "/plan/review")
    await ben.goto(place)
    await follow(ben, "/plan/proposal/")
    await send(ben, "/accept")
    await ben.goto(place)
    await follow(ben, "/plan/version/")
    return UUID(ben.url.split("?")[0].rsplit("/", 1)[-1])


async def thought_over_and_signed(ana: Page, ben: Page, place: str, clock: Clock) -> None:
    for page in (ana, ben):
        await page.goto(place)
        await expect(page.locator("main a[href*='/plan/sign/']")).to_have_count(0)
    clock.ahead += timedelta(minutes=20)
    for page in (ana, ben):
        await page.goto(place)
        await follow(page, "/plan/sign/")
        await page.locator("input[name='shown_password']").fill(PASSWORD)
        async with page.expect_navigation():
            await page.locator("main form button").first.click()
        await expect(page.locator("#changes")).to_be_visible()
        await send(page, page.url.split("/plan/")[-1].split("?")[0])


async def sealed_and_checked(page: Page, portal: Portal, path: str, version: UUID) -> None:
    await page.goto(path)
    async with page.expect_download() as coming:
        await page.locator("main a[href$='plan.pdf']").click()
    assert (await (await coming.value).path()).read_bytes().startswith(b"%PDF-")
    code = verification.code_for(portal.service.derived("links"), version)
    other = code[:-1] + ("0" if code[-1] != "0" else "1")
    for typed, answer in ((code, "good"), (other, "care")):
        await page.goto("/check")
        await page.locator("#f-code").fill(typed)
        await send(page, "/check")
        await expect(page.locator(f"[role=status] .notice.{answer}")).to_be_visible()


async def seen_in_the_calendar(page: Page, place: str) -> None:
    for view in ("", "?view=list", "/week", "/year"):
        await page.goto(f"{place}{view}")
        await expect(page.locator("main [class*='home-a']").first).to_be_attached()
        await expect(page.locator("main [class*='home-b']").first).to_be_attached()
    await page.goto(f"{place}/balance")
    assert re.search(r"\d+", await page.locator("main table, main dl").first.inner_text())


async def swapped(ana: Page, ben: Page, family: str, clock: Clock) -> None:
    """Eight days, long enough to move a night under every pattern; nothing moves before the yes."""
    leave = clock().astimezone(ZONE) + timedelta(days=10)
    await ben.goto(f"{family}/calendar/devices")
    await ben.locator("input[name='name']").fill("x")
    await send(ben, "/calendar/devices")
    found = re.search(r"/agenda/[A-Za-z0-9_-]{43}\.ics", await ben.content())
    assert found is not None
    month = f"{family}/calendar?month={leave + timedelta(days=3):%Y-%m}"
    before = await shown_and_fed(ben, month, found.group())

    await ana.goto(f"{family}/swaps/ask")
    for box in await ana.locator("input[name='children']").all():
        await pick(box)
    await fill(ana, {"home": "B", "starts_at": at(leave), "ends_at": at(leave + timedelta(days=8))})
    await send(ana, "/swaps/review")
    await send(ana, "/swaps/ask")
    await ben.goto(f"{family}/today")
    await follow(ben, "/swaps/")
    await follow(ben, "?counters=")
    await fill(ben, {"ends_at": at(leave + timedelta(days=7))})
    await send(ben, "/swaps/review")
    await send(ben, "/swaps/ask")
    answer = ben.url.split("?")[0]
    assert await shown_and_fed(ben, month, found.group()) == before

    await ana.goto(answer)
    await send(ana, "/accept")
    after = await shown_and_fed(ben, month, found.group())
    assert after[0] != before[0]
    assert after[1] != before[1]


async def shown_and_fed(page: Page, month: str, feed: str) -> tuple[str, str]:
    return await text_of(page, month), await (await page.request.get(feed)).text()


async def looked_at_again(ana: Page, ben: Page, family: str) -> None:
    for page in (ana, ben):
        await page.goto(f"{family}/today")
        await follow(page, "/plan/reviews")
        await fill(page, {"answer": "stays"})
        await send(page, "/answer")
    for page in (ana, ben):
        await page.goto(f"{family}/plan/reviews")
        await expect(page.locator("main form[action$='/answer']")).to_have_count(0)


async def text_of(page: Page, path: str) -> str:
    await page.goto(path)
    return await page.locator("main").inner_text()


def at(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT17:45")
