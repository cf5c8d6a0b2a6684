"""The look in a real browser: nothing overflows, nothing covers the focus, leaving is quick, axe finds nothing."""

import shutil
from importlib.resources import files

import pytest
from playwright.async_api import async_playwright

from portal.languages import LANGUAGES
from tests.portal.gallery import ERRORS, PUBLIC, STATIC, page

SITE = "http://agenda.test"
CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
PAGES = ["gallery.html", *PUBLIC, *ERRORS]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

COVERED = """() => {
  const seen = document.activeElement, box = seen.getBoundingClientRect();
  const inside = [[box.left + 6, box.top + 6], [box.right - 6, box.top + 6], [box.left + 6, box.bottom - 6]]
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const hidden = inside.filter(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && !seen.contains(top) && !top.contains(seen) && !(seen.labels && [...seen.labels].includes(top));
  });
  const ring = getComputedStyle(seen);
  return {name: seen.outerHTML.slice(0, 80), hidden: hidden.length, inside: inside.length, bottom: box.bottom,
          ring: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 3, at: seen === document.body ? "end" : "page"};
}"""


async def answer(route):
    path = route.request.url.removeprefix(SITE)
    if path.startswith("/static/"):
        file = STATIC / path.removeprefix("/static/")
        await route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
    elif path == "/exit":
        await route.fulfill(
            body="<title>Weather</title>", content_type="text/html", headers={"Cache-Control": "no-store"}
        )
    else:
        lang, _, name = path.strip("/").partition("/")
        headers = {"Content-Security-Policy": CSP}
        await route.fulfill(body=page(name, lang), content_type="text/html; charset=utf-8", headers=headers)


@pytest.fixture
async def browser():
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        await launched.close()


def complain(shown, text):
    """Keep what a browser complains about, but for the impossible date that the gallery shows on purpose."""
    if "does not conform to the required format" not in text:
        shown.complaints.append(text)


async def open_page(browser, width=1280, **wishes):
    context = await browser.new_context(viewport={"width": width, "height": 640}, **wishes)
    await context.route("**/*", answer)
    shown = await context.new_page()
    shown.complaints = []
    shown.on("console", lambda message: complain(shown, message.text))
    shown.on("pageerror", lambda error: shown.complaints.append(str(error)))
    return shown


async def test_no_page_is_wider_than_a_narrow_phone_in_any_language(browser):
    shown = await open_page(browser, 320)
    wide = []
    for lang in LANGUAGES:
        for name in PAGES:
            await shown.goto(f"{SITE}/{lang}/{name}")
            if await shown.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((lang, name))
    assert wide == []
    assert shown.complaints == []  # the content security policy among them


async def test_cards_side_by_side_keep_what_is_in_them(browser):
    shown = await open_page(browser, 1280)
    await shown.goto(f"{SITE}/nl/gallery.html")
    assert await shown.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_large_text_still_fits(browser):
    shown = await open_page(browser, 640)
    for name in ("gallery.html", "public/landing.html"):
        await shown.goto(f"{SITE}/de/{name}")
        await shown.evaluate("document.documentElement.style.setProperty('font-size', '225%')")
        assert await shown.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


@pytest.mark.parametrize("width", [360, 1280])
async def test_the_focus_is_always_seen_and_nothing_covers_it(browser, width):
    shown = await open_page(browser, width)
    await shown.goto(f"{SITE}/de/gallery.html")
    seen = 0
    for keys in ("Tab", "Shift+Tab"):
        for _ in range(120):
            await shown.keyboard.press(keys)
            at = await shown.evaluate(COVERED)
            if at["at"] == "end":
                break
            seen += 1
            assert at["ring"], at
            assert at["hidden"] == 0, at
            assert at["inside"], at
    assert seen > 80


async def test_the_way_out_stays_in_sight(browser):
    shown = await open_page(browser, 320)
    await shown.goto(f"{SITE}/de/gallery.html")
    await shown.mouse.wheel(0, 5 * 640)
    await shown.wait_for_function("scrollY > 3000")
    box = await shown.locator("a.exit").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] < 80
    assert box["height"] >= 44


@pytest.mark.parametrize("script", [True, False])
async def test_leaving_works_with_and_without_scripts_and_back_does_not_return(browser, script):
    shown = await open_page(browser, java_script_enabled=script)
    await shown.goto("about:blank")
    await shown.goto(f"{SITE}/nl/gallery.html")
    await shown.click("a.exit")
    await shown.wait_for_url(f"{SITE}/exit")
    if script:
        await shown.go_back()
        assert shown.url == "about:blank"


async def test_three_times_shift_leaves_and_other_tabs_follow(browser):
    shown = await open_page(browser)
    other = await shown.context.new_page()
    for tab in (shown, other):
        await tab.goto(f"{SITE}/nl/gallery.html")
    for _ in range(3):
        await shown.keyboard.press("Shift")
    await shown.wait_for_url(f"{SITE}/exit")
    await other.wait_for_url(f"{SITE}/exit")


async def test_writing_capitals_never_leaves(browser):
    shown = await open_page(browser)
    await shown.goto(f"{SITE}/nl/gallery.html")
    await shown.focus("#f-name")
    for _ in range(4):
        await shown.keyboard.press("Shift")
    await shown.focus("main")
    for _ in range(2):
        await shown.keyboard.press("Shift")
        await shown.keyboard.press("Shift+A")
    assert shown.url.endswith("gallery.html")
    assert await shown.evaluate("Object.keys({...localStorage, ...sessionStorage}).length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing(browser, scheme):
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    shown = await open_page(browser, 1280, color_scheme=scheme, bypass_csp=True)
    found = []
    for name in PAGES:
        await shown.goto(f"{SITE}/nl/{name}")
        await shown.evaluate(axe)
        result = await shown.evaluate(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        )
        found += [(name, broken["id"], broken["nodes"][0]["html"][:120]) for broken in result["violations"]]
    assert found == []
