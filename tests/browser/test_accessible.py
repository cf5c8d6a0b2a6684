"""What machines can check of accessibility, on every kind of page, on a phone and on a desk. People check the rest."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from mediation.people import Person, Profession
from mediation.tables import PersonRow
from mediation.usecases import assess
from parenting_plans.values import CountryStay
from portal import sign_in
from tests.browser.conftest import Portal
from tests.world import World

Opened = Callable[[], Awaitable[Page]]
PUBLIC = (
    "/",
    "/check",
    "/check/travel",
    "/help",
    "/safety",
    "/accessibility",
    "/sign-in",
    "/sign-up",
    "/nowhere",
)
PARENT = (
    "today",
    "calendar",
    "calendar?view=list",
    "calendar/school",
    "calendar/week",
    "calendar/year",
    "calendar/balance",
    "calendar/devices",
    "plan",
    "plan/draft/C",
    "plan/draft/C02",
    "plan/draft/J02",
    "plan/pattern",
    "plan/apart",
    "plan/apart/D",
    "plan/apart/D/answers/D02",
    "plan/clauses",
    "plan/clauses/D05",
    "plan/clauses/D05/propose",
    "plan/review",
    "swaps",
    "swaps/ask",
    "care",
    "away-days",
    "orders",
    "calendar/devices/how",
    "trips",
    "trips/ask",
    "travel",
    "travel/consent",
    "documents",
    "documents/note",
    "appointments",
    "handovers",
    "calendar/record",
    "steps",
    "questions",
    "family",
    "sheet",
)


@pytest.fixture
def dialect() -> str:
    return "sqlite"  # pages look the same on both databases


async def enter(page: Page, portal: Portal, person: Person) -> None:
    async with portal.service.database.writing() as session:
        row = await session.get(PersonRow, person.id)
        assert row is not None
        token = await sign_in.start(session, row, portal.service.clock())
    await page.context.add_cookies(
        [{"name": portal.service.session_cookie, "value": token, "url": portal.url}]
    )


async def check(page: Page, path: str) -> list[str]:
    """What axe finds serious or critical, and whether the page is wider than its window."""
    await page.goto(path)
    found = (await Axe().run(page)).response["violations"]
    wide = await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    broken = [
        f"{path}: {one['id']} {one['nodes'][0]['html'][:120]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    return [*broken, f"{path}: wider than the window"] if wide else broken


async def walk(page: Page, paths: tuple[str, ...], widths: tuple[int, ...] = (360, 1280)) -> list[str]:
    problems: list[str] = []
    for width in widths:
        await page.set_viewport_size({"width": width, "height": 800})
        for path in paths:
            problems += [f"{width}: {one}" for one in await check(page, path)]
    return problems


async def test_pages_for_everyone(portal: Portal, opened: Opened) -> None:
    page = await opened()
    assert await walk(page, PUBLIC) == []


@pytest.mark.parametrize(("language", "widths"), [("en", (360, 1280)), ("de", (360,))], ids=["en", "de"])
async def test_pages_of_a_parent(
    portal: Portal, opened: Opened, language: str, widths: tuple[int, ...]
) -> None:
    """German has the longest words, which is a matter of the narrow screen alone."""
    world = World(portal.service, now=datetime.now(UTC))
    couple = await world.couple()
    await couple.sealed_plan()
    trip = await couple.trip(
        couple.ben, depart_at=world.now + timedelta(days=30), return_at=world.now + timedelta(days=37)
    )
    agreed = await couple.trip(
        couple.ben, depart_at=world.now + timedelta(hours=1), return_at=world.now + timedelta(days=7)
    )
    consent = await couple.consent(couple.ana, agreed)
    of_trips = (
        f"{trip}",
        f"{trip}/consent",
        f"{agreed}",
        f"{agreed}/consents/{consent}/withdraw",
        f"consents/{consent}/certificate",
    )
    page = await opened()
    await page.context.add_cookies([{"name": "language", "value": language, "url": portal.url}])
    await enter(page, portal, couple.ana)
    mine = tuple(
        f"/f/{couple.family_id}/{place}"
        for place in (*PARENT, f"plan/child/{couple.children[0]}", *(f"trips/{one}" for one in of_trips))
    )
    assert await walk(page, (*mine, "/settings"), widths) == []


async def test_pages_of_the_centre_and_of_professionals(portal: Portal, opened: Opened) -> None:
    world = World(portal.service, now=datetime.now(UTC))
    nora, _, kim = await world.centre()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="FBC-1")
    couple = await world.couple()
    await couple.answer_questions(worry=True)
    await couple.move(couple.ana, "begin_screening")
    await couple.ask(mia)
    leave = world.now + timedelta(days=2)
    await couple.trip(
        couple.ben,
        depart_at=leave,
        return_at=leave + timedelta(days=9),
        stays=(CountryStay("AE", 9),),
        tickets=None,
    )
    await assess.assess_due(world.database.reading, world.database.writing, world.keys.journal, world.now, 10)
    page = await opened()
    await enter(page, portal, nora)
    await page.goto("/desk")
    card = str(await page.locator("main a[href^='/desk/']").first.get_attribute("href"))
    assert await walk(page, ("/desk", card, "/openings", f"/openings/{couple.family_id}", "/rules")) == []
    keeper = await opened()
    await enter(keeper, portal, kim)
    kept = (
        "/school-calendars",
        "/school-calendars/FR/2027/carnival",
        "/help-numbers",
        "/help-numbers/federal_contact_point",
        "/help-numbers/new",
    )
    assert await walk(keeper, kept) == []
    other = await opened()
    await enter(other, portal, mia)
    family = f"/f/{couple.family_id}"
    assert (
        await walk(
            other,
            (
                "/my-day",
                f"{family}/overview",
                f"{family}/appointments/book",
                f"{family}/plan",
                f"{family}/calendar",
                f"{family}/trips",
                f"{family}/travel",
                f"{family}/travel/decisions/note",
                f"{family}/documents",
            ),
        )
        == []
    )
