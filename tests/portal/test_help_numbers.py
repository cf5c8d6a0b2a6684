"""Numbers for urgent help that staff keep: source and day demanded, the page shown before it counts, the history kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from mediation import help_contacts, journal
from mediation.help_contact import Contact, Group
from mediation.people import NotYours, Person, Profession
from mediation.refusals import Refused
from mediation.tables import PersonRow
from mediation.usecases import help_contact
from parenting_plans.errors import ChangedMeanwhile
from portal import sign_in
from portal.visit import Service
from tests.visitor import Visitor
from tests.world import World

Browser = Callable[[], Visitor]
NOW = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)  # not later than any day on which this runs
CLOCK = SimpleNamespace(now=NOW)
HERE = "/help-numbers/federal_contact_point"
[SHIPPED] = help_contacts.by_id()["federal_contact_point"]
CALLED = replace(
    SHIPPED, numbers=("+32 2 000 00 00",), source="Called, 23 November, 3:00", checked_on=NOW.date()
)
TYPED = {
    "number": "0",
    "numbers": "+32 2 000 00 00",
    "email": SHIPPED.email,
    **{f"name_{code}": text for code, text in SHIPPED.name.items()},
    **{f"about_{code}": text for code, text in SHIPPED.about.items()},
    "hours_nl": "Dag en nacht",
    "hours_fr": "Jour et nuit",
    "hours_de": "Tag und Nacht",
    "hours_en": "Day and night, as we heard",
    "always": "on",
    "free": "unknown",
    "source": "Called, 23 November, 3:00",
    "checked_on": "2026-11-23",
    "certainty": "own",
    "valid_from": "2026-11-23",
}


@pytest.fixture
def service(service: Service) -> Service:
    return replace(service, clock=lambda: CLOCK.now)


@pytest.fixture(autouse=True)
def clock(world: World) -> None:
    world.now = CLOCK.now = NOW


@pytest.fixture(params=[Profession.CENTRE_COORDINATOR, Profession.ADMINISTRATOR])
async def keeper(world: World, request: pytest.FixtureRequest) -> Person:
    return await world.person("Kim", request.param)


on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
by_one = pytest.mark.parametrize("keeper", [Profession.ADMINISTRATOR], indirect=True)


@on_sqlite
async def test_a_number_is_mended_after_the_page_was_shown(
    world: World, keeper: Person, visitor: Browser
) -> None:
    browser = await visitor().sign_in_as(keeper)
    assert HERE in (await browser.get("/help-numbers")).text
    form = await browser.get(HERE)
    assert SHIPPED.source in form.text
    assert "tel:+3220000000" not in (await visitor().get("/help")).text

    review = await browser.post(f"{HERE}/review", TYPED)
    assert "tel:+3220000000" in review.text
    assert "Day and night, as we heard" in review.text
    assert "We could not confirm that it is open" not in review.text
    assert "tel:+3220000000" not in (await visitor().get("/help")).text, "nothing was kept"
    again = await browser.post(f"{HERE}/review", {**TYPED, "step": "edit"})
    assert 'value="Called, 23 November, 3:00"' in again.text

    kept = await browser.follow(await browser.post(HERE, TYPED))
    assert "Saved." in kept.text
    assert "Noted here" in kept.text
    page = (await visitor().get("/help")).text
    assert "tel:+3220000000" in page
    assert "tel:+3225426700" not in page
    assert "Called, 23 November, 3:00" in (await browser.get(HERE)).text

    back = await browser.post(f"{HERE}/review", {"number": "1", "do": "withdraw"})
    assert "tel:+3225426700" in back.text
    await browser.post(HERE, {"number": "1", "do": "withdraw"})
    assert "tel:+3225426700" in (await visitor().get("/help")).text
    history = (await browser.get(HERE)).text
    assert history.index("Withdrawn") < history.index("Noted</h2>")
    async with world.database.reading() as session:
        entries = [one for one in await journal.entries(session, "centre") if "help_contact" in one.action]
    assert [one.action for one in entries] == ["help_contact.noted", "help_contact.withdrawn"]
    assert entries[0].facts["dial"] == "+3220000000"


@on_sqlite
@by_one
@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"numbers": ""}, "numbers"),
        ({"numbers": "javascript:alert(1)"}, "numbers"),
        ({"source": ""}, "source"),
        ({"checked_on": "2026-11-25"}, "checked_on"),
        ({"checked_on": "soon"}, "checked_on"),
        ({"certainty": "unconfirmed"}, "unsure_en"),
        ({"about_de": ""}, "about_de"),
        ({"valid_to": "2027-01-01"}, "valid_to"),
        ({"free": "perhaps"}, "free"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    keeper: Person, visitor: Browser, said: dict[str, str], field: str
) -> None:
    browser = await visitor().sign_in_as(keeper)
    for path in (f"{HERE}/review", HERE):
        answer = await browser.post(path, {**TYPED, **said})
        assert answer.status_code == 400
        assert f'href="#f-{field}"' in answer.text
        assert "Day and night, as we heard" in answer.text
    assert "tel:+3225426700" in (await visitor().get("/help")).text


@on_sqlite
@by_one
async def test_what_is_typed_is_text(keeper: Person, visitor: Browser) -> None:
    browser = await visitor().sign_in_as(keeper)
    hostile = {
        f"about_{code}": "<script>alert(1)</script> {{7*7}} %(x)s" for code in ("nl", "fr", "de", "en")
    }
    await browser.post(HERE, {**TYPED, **hostile})
    page = (await visitor().get("/help")).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} %(x)s" in page


@on_sqlite
@by_one
async def test_a_centre_adds_a_number_of_its_own(keeper: Person, visitor: Browser) -> None:
    browser = await visitor().sign_in_as(keeper)
    words = {
        f"{name}_{code}": f"Lawyer on duty {code}"
        for name in ("name", "about")
        for code in ("nl", "fr", "de", "en")
    }
    typed = {**TYPED, **words, "group": "law", "numbers": "+32 2 111 11 11\n0800 11 111", "email": ""}
    review = await browser.post("/help-numbers/new/review", typed)
    assert "tel:+3221111111" in review.text
    await browser.post("/help-numbers/new", typed)
    page = (await visitor().get("/help")).text
    danger = page[page.index('id="danger"') : page.index('id="not_returned"')]
    assert "Lawyer on duty en" in danger
    assert "tel:080011111" in danger
    one = await browser.get("/help-numbers/own_1")
    assert "Lawyer on duty fr" in one.text
    await browser.post("/help-numbers/own_1", {"number": "1", "do": "withdraw"})
    assert "Lawyer on duty" not in (await visitor().get("/help")).text
    assert "Not on the page" in (await browser.get("/help-numbers")).text


@on_sqlite
@by_one
async def test_after_a_year_it_says_to_check_again(keeper: Person, visitor: Browser) -> None:
    browser = await visitor().sign_in_as(keeper)
    assert "To check again" not in (await browser.get("/help-numbers")).text
    CLOCK.now = NOW + timedelta(days=366)
    async with browser.service.database.writing() as session:
        row = await session.get(PersonRow, keeper.id)
        assert row is not None
        token = await sign_in.start(session, row, CLOCK.now)
    browser.client.cookies.set(browser.service.session_cookie, token, domain="127.0.0.1")
    listed = (await browser.get("/help-numbers")).text
    assert listed.count("To check again") == len(help_contacts.load())
    assert "checked more than a year ago" in (await browser.get(HERE)).text


async def test_two_who_mend_at_once_and_those_who_may_not(world: World, keeper: Person) -> None:
    ana = await world.person("Ana")
    nora = await world.person("Nora", Profession.CENTRE_PSYCH)
    for one in (ana, nora):
        with pytest.raises(NotYours):
            await world.run(one, help_contact.note, CALLED, 0)
    await world.run(keeper, help_contact.note, CALLED, 0)
    with pytest.raises(ChangedMeanwhile):
        await world.run(keeper, help_contact.note, replace(CALLED, email=""), 0)
    with pytest.raises(Refused):
        await world.run(keeper, help_contact.note, CALLED, 1)  # nothing is different
    with pytest.raises(NotYours):
        await world.run(keeper, help_contact.withdraw, "child_focus", 0)  # nothing was noted
    async with world.database.reading() as session:
        [found] = [one for one in await help_contact.counting(session, NOW.date()) if one.id == CALLED.id]
        assert found == CALLED
        with pytest.raises(NotYours):
            await help_contact.one(session, keeper, "nothing", world.now)


@on_sqlite
@by_one
async def test_a_number_for_later_is_looked_at_as_it_will_be(world: World, keeper: Person) -> None:
    later = replace(CALLED, valid_from=(NOW + timedelta(days=10)).date())
    async with world.database.reading() as session:
        new, page = await help_contact.preview(session, keeper, later, world.now)
        now = await help_contact.counting(session, NOW.date())
    assert new in page
    assert SHIPPED in now


def of_centre(number: int) -> Contact:
    return replace(CALLED, id=f"own_{number}", group=Group.LAW)


@on_sqlite
@by_one
async def test_there_is_an_end_to_numbers(world: World, keeper: Person) -> None:
    for number in range(1, help_contact.MOST_OWN + 1):
        await world.run(keeper, help_contact.note, of_centre(number), 0)
    async with world.database.reading() as session:
        with pytest.raises(Refused):
            await help_contact.new_id(session, keeper)
