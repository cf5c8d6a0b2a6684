"""A trip on two phones: asked for, consented to, proved on paper, checked by a stranger, withdrawn, and checked again."""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pypdf
from playwright.async_api import Page, expect

from parenting_plans.values import ZONE
from tests.browser.conftest import Clock, Portal
from tests.browser.hands import fill, follow, pick, send
from tests.browser.test_accessible import enter
from tests.paper import square_codes
from tests.world import World

Opened = Callable[[], Awaitable[Page]]
LANGUAGES = {"sqlite": ("nl", "fr"), "postgres": ("de", "en")}
PHONE = {"width": 360, "height": 740}
CODE = re.compile(r"\b(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}\b")


async def test_a_trip_goes_its_whole_way(
    portal: Portal, opened: Opened, clock: Clock, dialect: str, tmp_path: Path
) -> None:
    world = World(portal.service, now=clock())
    couple = await world.couple(languages=LANGUAGES[dialect])
    ana, ben, officer = await opened(), await opened(), await opened()
    for page in (ana, ben, officer):
        await page.set_viewport_size(PHONE)
    for page, person in ((ana, couple.ana), (ben, couple.ben)):
        await enter(page, portal, person)
    family = f"/f/{couple.family_id}"

    await asked_for(ben, family, clock)
    trip = await consented(ana, family)
    await on_paper(ana, trip)
    code, line = await proved(ben, trip)
    await checked(officer, code, "good")
    await checked(officer, line, "good")
    await checked_without_a_network(officer, line, tmp_path / "check.html")
    await withdrawn(ana, trip)
    await checked(officer, code, "care")
    await no_longer_proved(ben, trip)


async def asked_for(page: Page, family: str, clock: Clock) -> None:
    """A name forgotten first: nothing typed is lost."""
    leave = clock().astimezone(ZONE) + timedelta(days=30)
    await page.goto(f"{family}/trips")
    await follow(page, "/trips/ask")
    await fill(
        page,
        {
            "depart_at": f"{leave:%Y-%m-%d}T09:00",
            "return_at": f"{leave + timedelta(days=7):%Y-%m-%d}T20:00",
            "stay_country_1": "ES",
            "stay_nights_1": "7",
            "mode": "air",
            "carrier": "SN 3721",
        },
    )
    await submit(page, "form")
    await expect(page.locator("#mistakes")).to_be_visible()
    await expect(page.locator("[name='carrier']")).to_have_value("SN 3721")
    await expect(page.locator("[name='return_at']")).to_have_value(re.compile("T20:00$"))
    for box in await page.locator("input[name='children']").all():
        await pick(box)
    for ticket in await page.locator("input[value='outward_and_return']").all():
        await pick(ticket)
    await submit(page, "form")
    await expect(page.locator("#mistakes")).to_have_count(0)


async def consented(page: Page, family: str) -> str:
    await page.goto(f"{family}/today")
    await follow(page, "/trips/")
    trip = page.url.split("?")[0]
    await follow(page, "/consent")
    await submit(page, "button[value='look']")
    await expect(page.locator("main .notice.good")).to_be_visible()
    await submit(page, "button[value='confirm']")
    await expect(page.locator("#mistakes")).to_have_count(0)
    return trip


async def submit(page: Page, which: str) -> None:
    button = page.locator("main form button" if which == "form" else f"main {which}").first
    async with page.expect_navigation():
        await button.click()


async def on_paper(page: Page, trip: str) -> None:
    """What stands on a printed page is what is agreed, without the buttons of the screen."""
    await page.goto(trip)
    printed = pypdf.PdfReader(BytesIO(await page.pdf(format="A4")))
    text = " ".join(one.extract_text() for one in printed.pages)
    assert "SN 3721" in text
    assert len(printed.pages) <= 3
    await page.emulate_media(media="print")
    for gone in (".bar", ".foot", "main .actions"):
        for one in await page.locator(gone).all():
            await expect(one).to_be_hidden()
    await page.emulate_media(media="screen")


async def proved(page: Page, trip: str) -> tuple[str, str]:
    """The printed code and the line in the square code, as an officer's scanner reads it from the page."""
    await page.goto(trip)
    await follow(page, "/certificate")
    await fill(page, {"border": "es"})
    async with page.expect_download() as coming:
        await page.locator("main form button").first.click()
    pdf = (await (await coming.value).path()).read_bytes()
    text = " ".join(one.extract_text() for one in pypdf.PdfReader(BytesIO(pdf)).pages)
    found = CODE.search(text)
    assert found is not None
    assert "España" in text
    (line,) = set(square_codes(pdf))
    return found.group(), line


async def checked(page: Page, code: str, answer: str) -> None:
    await page.goto("/check/travel")
    await page.locator("[name='code']").fill(code)
    await page.locator("[name='child']").fill("Nobody At All")
    await submit(page, "form")
    said = page.locator(f"[role=status] .notice.{answer}")
    await expect(said).to_be_visible()
    assert "Nobody" not in await page.locator("[role=status]").inner_text()
    assert code not in page.url


async def checked_without_a_network(page: Page, line: str, kept: Path) -> None:
    """The kept page verifies the signature, and says that the first day is still to come."""
    async with page.expect_download() as coming:
        await page.locator("a[href='/check/travel/offline']").click()
    await (await coming.value).save_as(kept)
    alone = await page.context.new_page()
    await alone.context.set_offline(True)
    await alone.goto(kept.as_uri())
    await alone.locator("#text").fill(line)
    await alone.locator("#check").click()
    await expect(alone.locator("#state")).to_have_attribute("data-state", "not_yet")
    await alone.context.set_offline(False)
    await alone.close()


async def withdrawn(page: Page, trip: str) -> None:
    await page.goto(trip)
    await follow(page, "/withdraw")
    await send(page, "/withdraw")


async def no_longer_proved(page: Page, trip: str) -> None:
    await page.goto(trip)
    await expect(page.locator("main a[href$='/certificate']")).to_have_count(0)
