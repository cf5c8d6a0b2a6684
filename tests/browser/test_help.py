"""The page for when it is urgent in a real browser: on a phone without scripts, by keyboard, and on two sheets of paper."""

from io import BytesIO

import pypdf
import pytest
from playwright.async_api import Browser

from portal.languages import LANGUAGES
from tests.browser.conftest import Portal

TALL = 44  # pixels, the least that a thumb finds


@pytest.fixture
def dialect() -> str:
    return "sqlite"  # a page looks the same on both databases


async def test_on_a_phone_without_scripts_a_choice_shows_its_steps(chromium: Browser, portal: Portal) -> None:
    context = await chromium.new_context(
        base_url=portal.url,
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
        locale="fr-BE",
    )
    page = await context.new_page()
    await page.goto("/help")
    choices = page.locator(".choices-now a")
    assert await choices.count() == 3
    first = await choices.first.bounding_box()
    assert first is not None
    assert first["y"] < 740, "the first choice is seen without scrolling"
    calls = page.locator("a[href^='tel:']")
    for number in range(await calls.count()):
        box = await calls.nth(number).bounding_box()
        assert box is not None
        assert box["height"] >= TALL
        assert box["x"] + box["width"] <= 360
    await page.locator("a[href='#abroad']").first.click()
    steps = page.locator("#abroad ol.steps > li")
    shown = await steps.first.bounding_box()
    assert shown is not None
    assert 0 <= shown["y"] < 740
    assert await page.locator("a.exit").is_visible()
    assert await context.cookies() == []
    await context.close()


async def test_it_is_read_in_a_moment_and_kept_nowhere(chromium: Browser, portal: Portal) -> None:
    context = await chromium.new_context(base_url=portal.url, locale="nl-BE")
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = await page.goto("/help")
    assert answer is not None
    assert len(await answer.body()) < 60_000
    assert len(asked) <= 5
    assert all(url.startswith(portal.url) for url in asked)
    assert await context.cookies() == []
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    await context.close()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_on_paper_it_takes_two_pages(chromium: Browser, portal: Portal, language: str) -> None:
    page = await chromium.new_page(base_url=portal.url)
    await page.goto(f"/help?lang={language}")
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "1.2cm")
    printed = pypdf.PdfReader(BytesIO(await page.pdf(format="A4", margin=margin)))  # type: ignore[arg-type]
    text = "".join(one.extract_text() for one in printed.pages)
    assert len(printed.pages) <= 2
    assert all(
        number in text for number in ("101", "112", "116 000", "+32 2 542 67 00", "1712", "0800 30 030")
    )
    await page.close()
