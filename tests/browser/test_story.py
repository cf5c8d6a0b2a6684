"""The main job, end to end, as its people do it: two parents, one plan, one calendar, one guarded trip."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Page, expect

from mediation.people import Person, Profession
from parenting_plans.values import ZONE
from portal import jobs
from tests.browser.conftest import Portal
from tests.browser.hands import fill_any, pick
from tests.world import PASSWORD, World

Opened = Callable[[], Awaitable[Page]]


async def press(page: Page, label: str) -> None:
    await page.get_by_role("main").get_by_role("button", name=label, exact=True).first.click()


async def choose(page: Page, question: str, answer: str) -> None:
    """A radio or checkbox inside the question's group."""
    await (
        page.get_by_role("group", name=re.compile(re.escape(question)))
        .get_by_label(answer, exact=True)
        .check(force=True)
    )


async def sign_up(page: Page, portal: Portal, name: str, email: str) -> None:
    await page.goto("/sign-up")
    await page.get_by_label("Your name").fill(name)
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_label("Language").select_option("en")
    await press(page, "Go on")
    letters = await portal.letters_to(email)
    code = re.search(r"\b\d{6}\b", letters[-1])
    assert code is not None
    await page.get_by_label("Code").fill(code.group())
    await press(page, "Go on")


async def sign_in(page: Page, person: Person) -> None:
    await page.goto("/sign-in")
    await page.get_by_label("E-mail address").fill(person.email)
    await page.get_by_label("Password").fill(PASSWORD)
    await press(page, "Sign in")


async def show_password(page: Page) -> None:
    """Where something binding asks for it; a session that is still fresh is not asked."""
    if await page.get_by_role("heading", name="Confirm that it is you").count():
        await page.get_by_label("Password").fill(PASSWORD)
        await press(page, "Go on")


async def add_child(page: Page, name: str, born: str, community: str) -> None:
    group = page.locator("details", has_text="Add a child")
    if await group.get_attribute("open") is None:
        await group.locator("summary").click()
    await page.get_by_label("First name").fill(name)
    await page.get_by_label("Date of birth").fill(born)
    await page.get_by_label("School calendar").select_option(label=community)
    await press(page, "Add this child")
    await expect(page.get_by_text(name, exact=True)).to_be_visible()


async def answer_questions(page: Page, family: str) -> None:
    from mediation import screening

    await page.goto(f"{family}/questions")
    for question in screening.QUESTIONS:
        await pick(page.locator(f"input[name='{question.id}'][value='{question.safe.value}']"))
    await press(page, "Send my answers")
    await expect(page.get_by_role("status")).to_contain_text("Thank you")


async def save(page: Page) -> None:
    await press(page, "Save and go on")


async def draft_plan(page: Page, family: str, monday: str, start: str) -> None:
    """Section by section, as the form asks."""
    plan = f"{family}/plan/draft"
    await page.goto(f"{plan}/A01")
    await save(page)
    await page.goto(f"{plan}/B01")
    await pick(page.locator("input[name='mode'][value='joint']"))
    await pick(page.locator("input[name='joint_topics'][value='health']"))
    await save(page)
    await page.goto(f"{plan}/C01")
    for box in await page.locator("input[type='radio'][value='A']").all():
        await pick(box)
    await save(page)
    await page.goto(f"{plan}/C02")
    await page.locator("select[name='pattern']").select_option("2-2-5-5")
    await page.locator("input[name='anchor_date']").fill(monday)
    await pick(page.locator("input[name='anchor_parent'][value='A']"))
    await page.locator("input[name='handover_time']").fill("18:00")
    await save(page)
    await page.goto(f"{plan}/D01")
    await pick(page.locator("input[name='moment'][value='clock']"))
    await page.locator("input[name='time']").fill("18:00")
    await save(page)
    await page.goto(f"{plan}/D02")
    await pick(page.locator("input[name='place'][value='school']"))
    await pick(page.locator("input[name='transport'][value='receiving_fetches']"))
    await save(page)
    await page.goto(f"{plan}/D05")
    for name, value in (("notice", "7"), ("answer", "3"), ("max_shift", "2")):
        await page.locator(f"input[name='{name}']").fill(value)
    await pick(page.locator("input[name='make_up'][value='swap']"))
    await save(page)
    for code, split in (("E03", "halves"), ("E05", "fortnights")):
        await page.goto(f"{plan}/{code}")
        await pick(page.locator(f"input[name='split'][value='{split}']"))
        await pick(page.locator("input[name='first_half_even'][value='A']"))
        await fill_any(page, "switch_weekday", "sat")
        await page.locator("input[name='switch_time']").fill("18:00")
        await save(page)
    await page.goto(f"{plan}/F01")
    await pick(page.locator("input[name='schengen'][value='consent']"))
    await pick(page.locator("input[name='outside'][value='consent_written']"))
    await page.locator("input[name='inform_days']").fill("7")
    await pick(page.locator("input[name='info'][value='destination']"))
    await save(page)
    await page.goto(f"{family}/plan")
    await page.locator("input[name='effective_on']").fill(start)
    await press(page, "Save this day")


async def step(page: Page, family: str, label: str) -> None:
    await page.goto(f"{family}/steps")
    await press(page, label)
    await expect(page.get_by_role("status")).to_be_visible()


async def test_a_family_goes_its_whole_way(portal: Portal, opened: Opened, tmp_path: Path) -> None:
    world = World(portal.service, now=datetime.now(UTC))
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="FBC-1")
    nora, otto, kim = await world.centre()

    # 1. Ana signs up, opens a family, adds two children and invites the other parent.
    ana = await opened()
    await sign_up(ana, portal, "Ana", "ana@example.be")
    await press(ana, "Open our family")
    await expect(ana.get_by_role("heading", name="Family", exact=True)).to_be_visible()
    family = re.sub(r"^https?://[^/]+(/f/[^/]+)/.*$", r"\1", ana.url)
    await add_child(ana, "Lou", "2019-05-14", "Flemish Community")
    await add_child(ana, "Mio", "2021-09-02", "French Community")
    await ana.get_by_label("E-mail address of the other parent").fill("ben@example.be")
    await choose(ana, "Is this address theirs alone?", "Yes")
    await ana.get_by_label("Language of the message").select_option("en")
    await press(ana, "Send the invitation")
    await expect(ana.get_by_text("We wait for the other parent.")).to_be_visible()
    letter = (await portal.letters_to("ben@example.be"))[-1]
    assert "Ana" not in letter
    assert "Lou" not in letter

    # The other parent follows the discreet link, makes an account and joins.
    ben = await opened()
    link = re.search(r"https?://\S+", letter)
    assert link is not None
    await ben.goto(link.group())
    await expect(ben.get_by_role("heading", name="You have an invitation")).to_be_visible()
    await sign_up(ben, portal, "Ben", "ben@example.be")
    await press(ben, "Join")
    await expect(ben.get_by_role("status")).to_contain_text("Welcome")

    # 2. Each answers the private questions alone.
    await answer_questions(ana, family)
    await answer_questions(ben, family)
    await step(ana, family, "Open the private questions")

    # 3. The centre helps over the threshold; both choose the consensus model; a mediator is asked.
    desk = {}
    for person in (nora, otto, kim):
        desk[person.name] = await opened()
        await sign_in(desk[person.name], person)
    opening = family.replace("/f/", "/openings/")
    await at_opening(desk["Nora"], opening, "Joint work is possible")
    for name in ("Nora", "Otto"):
        await desk[name].goto(opening)
        await press(desk[name], "My discipline has given its advice")
    for label in ("Advise a route", "Confirm that parent A attended", "Confirm that parent B attended"):
        await at_opening(desk["Kim"], opening, label)
    for parent in (ana, ben):
        await step(parent, family, "Choose the consensus model")
    await ana.goto(f"{family}/family")
    await ana.get_by_text("Ask someone").click()
    await ana.get_by_label("Whom?").select_option(str(mia.id))
    await press(ana, "Ask")
    await ben.goto(f"{family}/family")
    await press(ben, "I agree with this person")
    mediator = await opened()
    await sign_in(mediator, mia)
    await mediator.locator("a[href*='/my-day/asked/']").first.click()
    await pick(mediator.get_by_label("Neither I nor my office acted for either parent."))
    await press(mediator, "Accept")
    for page in (ana, ben, mediator):
        await step(page, family, "Sign the mediation protocol")
    await step(mediator, family, "Begin the sessions")

    # 4. A session is booked and stands in both parents' lists.
    day = datetime.now(ZONE) + timedelta(days=9)
    await mediator.goto(f"{family}/appointments/book")
    await pick(mediator.locator("input[name='kind']").first)
    await mediator.get_by_label("From").fill(day.strftime("%Y-%m-%dT14:00"))
    await mediator.get_by_label("Until").fill(day.strftime("%Y-%m-%dT15:30"))
    await mediator.get_by_label("Place").fill("House of the Child, room 2")
    await press(mediator, "Book")
    for parent in (ana, ben):
        await parent.goto(f"{family}/appointments")
        await expect(parent.get_by_text("House of the Child, room 2")).to_be_visible()

    # 5. Ana drafts and proposes the plan; Ben accepts; both sign with their password; it is sealed.
    today = datetime.now(ZONE).date()
    monday = today - timedelta(days=today.weekday())
    await draft_plan(ana, family, monday.isoformat(), today.isoformat())
    await ana.goto(f"{family}/plan/review")
    await press(ana, "Propose this plan")
    await ben.goto(f"{family}/plan")
    await ben.locator("a[href*='/plan/proposal/']").first.click()
    await press(ben, "Accept this proposal")
    for parent in (ana, ben):
        await parent.goto(f"{family}/plan")
        await parent.locator("a[href*='/plan/sign/']").first.click()
        await show_password(parent)
        await press(parent, "Sign this plan")
    await ben.goto(f"{family}/plan")
    await expect(ben.locator("main a[href*='/plan/version/']").first).to_be_visible()

    # 6. The calendar says where each child sleeps; a device subscribes to it.
    await ben.goto(f"{family}/calendar?month={today + timedelta(days=2):%Y-%m}")
    await expect(ben.locator("table.month .stay").first).to_be_visible()
    await ben.goto(f"{family}/calendar/devices")
    await ben.get_by_label("Name of the device").fill("My phone")
    await press(ben, "Make an address")
    address = re.search(r"/agenda/[A-Za-z0-9_-]{43}\.ics", await ben.content())
    assert address is not None
    answer = await ben.request.get(address.group())
    assert answer.status == 200
    feed = await answer.text()
    assert feed.count("BEGIN:VEVENT") > 50
    assert "Lou" not in feed
    unchanged = await ben.request.get(address.group(), headers={"If-None-Match": answer.headers["etag"]})
    assert unchanged.status == 304

    # 7. Ben asks for a trip; Ana consents to a part of it, and takes that back.
    leave = datetime.now(ZONE) + timedelta(days=20)
    await ask_for_trip(ben, family, leave, "AE", nights=6)
    trip = ben.url
    await ana.goto(trip.replace(portal.url, ""))
    await ana.locator("a[href$='/consent']").first.click()
    await show_password(ana)
    await press(ana, "Look at it once more")
    await press(ana, "Yes, I consent")
    await ana.goto(trip)
    await ana.locator("a[href*='/withdraw']").first.click()
    await show_password(ana)
    await press(ana, "Withdraw the consent")
    pages = await what_a_parent_sees(ben, family, trip)

    # 8. The worker looks; 9. two disciplines of the centre decide. Ben sees nothing of it.
    await jobs.look_at_families(portal.service)
    bench = desk["Nora"]
    await bench.goto("/desk")
    await expect(bench.locator("a[href^='/desk/']").first).to_be_visible()
    await bench.locator("main a[href^='/desk/']").first.click()
    await expect(bench.get_by_text("It is not a finding of fact about a parent")).to_be_visible()
    card = bench.url
    await press(bench, "I take this on")
    await pick(bench.locator("input[name='outcome'][value='explained']"))
    await bench.get_by_label("Why, in one line").fill(
        "Both parents were called; the trip is off the table for now."
    )
    await press(bench, "Record my decision")
    await expect(bench.get_by_role("status")).to_be_visible()
    await desk["Otto"].goto(card)
    assert await what_a_parent_sees(ben, family, trip) == pages
    outsider = await opened()
    await sign_up(outsider, portal, "Sam", "sam@example.be")
    for path in (card, trip, f"{family}/today", "/desk"):
        assert (await outsider.goto(path)).status == 404  # type: ignore[union-attr]

    # 10. Every message was neutral; 11. the journal is whole.
    for address_of in ("ana@example.be", "ben@example.be", mia.email, nora.email):
        for letter in await portal.letters_to(address_of):
            assert not re.search(
                r"Ana|Ben|Lou|Mio|trip|child|plan", letter.replace(portal.url, ""), re.IGNORECASE
            ), letter
    async with portal.service.database.reading() as session:
        from mediation import journal

        assert await journal.verify(session, key=portal.service.derived("journal")) is None


async def at_opening(page: Page, opening: str, label: str) -> None:
    await page.goto(opening)
    await press(page, label)
    await expect(page.get_by_role("status")).to_be_visible()


async def ask_for_trip(page: Page, family: str, leave: datetime, country: str, nights: int) -> None:
    await page.goto(f"{family}/trips/ask")
    for box in await page.locator("input[name='children']").all():
        await pick(box)
    await page.get_by_label("Departure", exact=True).fill(leave.strftime("%Y-%m-%dT09:00"))
    await page.get_by_label("Return", exact=False).first.fill(
        (leave + timedelta(days=nights)).strftime("%Y-%m-%dT20:00")
    )
    await page.locator("select[name='stay_country_1']").select_option(country)
    await page.locator("input[name='stay_nights_1']").fill(str(nights))
    await pick(page.locator("input[name='mode'][value='air']"))
    await pick(page.locator("input[name='tickets']").last)
    await press(page, "Ask the other parent")
    await expect(page.get_by_role("status")).to_be_visible()
    await page.goto(page.url.split("?")[0])
    if page.url.endswith("/trips"):
        await page.locator("main a[href*='/trips/']:not([href$='/ask'])").first.click()


async def what_a_parent_sees(page: Page, family: str, trip: str) -> list[str]:
    """The bytes of every page of a parent, without the form token."""
    seen = []
    for path in (
        f"{family}/today",
        f"{family}/calendar",
        f"{family}/plan",
        f"{family}/trips",
        trip,
        f"{family}/steps",
        f"{family}/appointments",
        f"{family}/family",
    ):
        answer = await page.request.get(path)
        seen.append(re.sub(r'name="_csrf_token" value="[^"]*"', "", await answer.text()))
    return seen
