"""A fact sheet for the police: a parent's own file, of which nothing is kept and the other parent learns nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pypdf
import pytest
from sqlmodel import SQLModel, select

from mediation import journal
from mediation.people import Person, Profession
from mediation.tables import PersonRow
from mediation.usecases import fact_sheet, travel_document, travel_record
from mediation.usecases.travel_document import Noted
from mediation.usecases.travel_record import Noting
from parenting_plans.fact_sheet import Said, Situation
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.travel_documents import Details, EventKind, Told
from parenting_plans.values import Home
from portal import sign_in
from portal.tables import ThrottleRow, WebSessionRow
from portal.visit import Service
from tests.visitor import Visitor
from tests.world import NOW, PASSWORD, Couple, World

CLOCK = SimpleNamespace(world=None)
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
UNSTABLE = re.compile(rb'(name="_csrf_token" value=)"[^"]*"')


@pytest.fixture
def service(service: Service) -> Service:
    return replace(service, clock=lambda: CLOCK.world.now)


@dataclass
class House:
    couple: Couple
    new: Callable[[], Visitor]

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}/sheet"

    @property
    def api(self) -> str:
        return f"/api/families/{self.couple.family_id}/fact-sheet"

    @property
    def typed(self) -> dict[str, Any]:
        lou, mio = self.couple.children
        return {
            "situation": "not_returned",
            "children": [str(lou), str(mio)],
            "language": "en",
            "what": "Due at 18:00; telephone off",
            "last_contact_at": "2027-03-01T10:30",
            "destination": "Perhaps Lisbon",
            "car": "Grey estate, 1-ABC-234",
            f"looks_{mio}": "1 m 10, curly hair",
            "reach_me": "+32 470 11 22 33",
        }

    async def browser(self, person: Person) -> Visitor:
        """Signed in at this moment of the world, with a factor just shown."""
        visitor = self.new()
        async with self.couple.world.database.writing() as session:
            row = await session.get(PersonRow, person.id)
            assert row is not None
            token = await sign_in.start(session, row, self.couple.world.now)
        visitor.client.cookies.set(visitor.service.session_cookie, token, domain="127.0.0.1")
        return visitor


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor]) -> House:
    CLOCK.world = world
    couple = await world.couple()
    world.now = NOW - timedelta(days=40)
    await couple.sealed_plan()
    world.now = NOW
    leave = world.now - timedelta(days=9)
    world.now = leave - timedelta(days=20)
    trip = await couple.trip(couple.ben, depart_at=leave, return_at=leave + timedelta(days=8))
    await couple.consent(
        couple.ana, trip, valid_from=leave.date(), valid_to=(leave + timedelta(days=8)).date()
    )
    for person, number in ((couple.ana, "EN1234567"), (couple.ben, "XX7654321")):
        details = Details("Gent", date(2025, 1, 1), date(2030, 1, 1))
        told = Told(EventKind.NOTED, world.now.date())
        noted = Noted(couple.children[0], "belgian_passport", "BE", told, details, number)
        await world.run(person, travel_document.note, couple.family_id, noted)
    world.now = NOW
    return House(couple, visitor)


def text_of(pdf: bytes) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages))


def missing(pdf: bytes, *texts: str) -> list[str]:
    return [text for text, there in zip(texts, holds(pdf, *texts), strict=True) if not there]


def holds(pdf: bytes, *texts: str) -> list[bool]:
    there = text_of(pdf)
    return [re.sub(r"\s+", "", text) in there for text in texts]


async def test_a_parent_gets_the_file(house: House) -> None:
    browser = await house.browser(house.couple.ana)
    form = await browser.get(house.path)
    assert form.status_code == 200
    assert "Nothing that you type is kept here" in form.text
    assert "<title>A sheet – Agenda</title>" in form.text
    answer = await browser.post(house.path, house.typed)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="document.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    told = (
        "by Ana, parent",
        "Ben",
        "Lou",
        "Mio",
        "Due at 18:00; telephone off",
        "Perhaps Lisbon",
        "1-ABC-234",
        "1 m 10, curly hair",
        "1 March 2027, 10:30",
        "EN1234567",
        "Trip of Ben",
        "Calle Mayor 1, Madrid",
        "Consent of Ana",
        "Nobody noted that the children are back.",
        "Version 1, signed by both parents",
        "Lou now, by plan and court",
    )
    assert missing(answer.content, *told) == []
    assert "XX7654321" not in text_of(answer.content), "what the other parent entered stays masked"
    over_json = await browser.json(
        "POST",
        house.api,
        {**{k: v for k, v in house.typed.items() if not k.startswith("looks")}, "last_contact_at": None},
    )
    assert over_json.status_code == 200
    assert over_json.content.startswith(b"%PDF")


@on_sqlite
@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Feitenblad"), ("fr", "Fichedefaits"), ("de", "Faktenblatt")]
)
async def test_in_the_language_of_the_police(house: House, language: str, title: str) -> None:
    browser = await house.browser(house.couple.ben)
    answer = await browser.post(house.path, {**house.typed, "language": language})
    assert title in text_of(answer.content)


@on_sqlite
async def test_only_the_children_that_were_chosen(house: House) -> None:
    browser = await house.browser(house.couple.ben)
    answer = await browser.post(house.path, {**house.typed, "children": [str(house.couple.children[1])]})
    assert holds(answer.content, "Recent photo of Mio", "Recent photo of Lou", "XX7654321") == [
        True,
        False,
        False,
    ]


@on_sqlite
async def test_a_slip_loses_nothing(house: House) -> None:
    browser = await house.browser(house.couple.ana)
    for said, field in (
        ({"children": []}, "children"),
        ({"situation": ""}, "situation"),
        ({"last_contact_at": "2027-03-09T10:00"}, "last_contact_at"),
        ({"car": "x" * 201}, "car"),
    ):
        answer = await browser.post(house.path, {**house.typed, **said})
        assert answer.status_code == 400
        assert f'href="#f-{field}"' in answer.text
        assert "Perhaps Lisbon" in answer.text


@on_sqlite
async def test_it_asks_for_the_password_again_and_what_was_typed_travels_along(house: House) -> None:
    browser = await house.browser(house.couple.ana)
    house.couple.world.now += timedelta(minutes=25)
    asked = await browser.get(house.path)
    assert 'name="shown_password"' in asked.text
    asked = await browser.post(house.path, house.typed)
    assert asked.headers["content-type"].startswith("text/html")
    assert "Perhaps Lisbon" in asked.text
    answer = await browser.post(house.path, {**house.typed, "shown_password": PASSWORD})
    assert answer.headers["content-type"] == "application/pdf"
    assert missing(answer.content, "Perhaps Lisbon") == []


@on_sqlite
async def test_the_help_page_leads_there(house: House) -> None:
    browser = await house.browser(house.couple.ana)
    page = (await browser.get("/help")).text
    assert 'href="/go/sheet"' in page
    assert 'href="/sign-in"' not in page
    assert (await browser.get("/go/sheet")).headers["location"] == house.path
    assert 'href="/sign-in"' in (await house.new().get("/help")).text


# Nothing of it is kept, told or recorded


async def everything(world: World) -> dict[str, list[Any]]:
    """Every row of every table, but for what counts how often and the session itself."""
    skipped = {ThrottleRow.__tablename__, WebSessionRow.__tablename__}
    found = {}
    async with world.database.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in skipped:
                rows = (await session.exec(select(table))).all()  # type: ignore[call-overload]  # a bare table
                found[table.name] = sorted(map(repr, rows))
    return found


PAGES = (
    "today",
    "trips",
    "documents",
    "calendar",
    "plan",
    "family",
    "steps",
    "handovers",
    "worries",
    "sheet",
    "travel",
)
CALLS = ("", "/trips", "/documents", "/pathway", "/handovers", "/feeds", "/consents", "/travel")


async def looked(house: House, person: Person) -> dict[str, tuple[int, bytes]]:
    browser = await house.browser(person)
    family = house.couple.family_id
    paths = [f"/f/{family}/{place}" for place in PAGES]
    paths += [f"/api/families/{family}{call}" for call in CALLS]
    answers = {path: await browser.client.get(path, headers={"accept-language": "en"}) for path in paths}
    return {path: (one.status_code, UNSTABLE.sub(rb"\1", one.content)) for path, one in answers.items()}


async def test_two_worlds_are_one_for_the_other_parent_and_for_every_table(house: House) -> None:
    couple = house.couple
    before, rows = await looked(house, couple.ben), await everything(couple.world)
    assert sum(status == 200 for status, _ in before.values()) > 15, "a look at too little proves nothing"
    browser = await house.browser(couple.ana)
    for body in (house.typed, {**house.typed, "language": "nl"}):
        assert (await browser.post(house.path, body)).status_code == 200
    assert await everything(couple.world) == rows
    after = await looked(house, couple.ben)
    assert [path for path in before if before[path] != after[path]] == []


@on_sqlite
async def test_what_is_typed_is_in_no_log(
    house: House, capfd: pytest.CaptureFixture[str], caplog: Any
) -> None:
    browser = await house.browser(house.couple.ana)
    await browser.post(house.path, {**house.typed, "what": "zebra crossing", "car": "x" * 900})
    await browser.post(house.path, {**house.typed, "what": "zebra crossing"})
    out, err = capfd.readouterr()
    assert "zebra" not in out + err + caplog.text


# The centre


async def test_the_centre_prepares_one_with_its_own_record(house: House) -> None:
    couple, world = house.couple, house.couple.world
    nora, otto, _ = await world.centre()
    ban = Noting(
        DecisionKind.BAN,
        Home.B,
        couple.children,
        (),
        NOW.date(),
        None,
        "Familierechtbank Gent",
        "27/9/A",
        NOW.date() - timedelta(days=1),
    )
    await world.run(otto, travel_record.note_decision, couple.family_id, ban, given=True)
    seen = await looked(house, couple.ben)
    browser = await house.browser(nora)
    assert "stands in the centre" in (await browser.get(house.path)).text
    answer = await browser.post(house.path, house.typed)
    assert missing(answer.content, "by the multidisciplinary centre", "said by the centre", "••••") == []
    assert "EN1234567" not in text_of(answer.content), "row 03 of the matrix is closed to her"
    assert "Nora" not in text_of(answer.content)
    async with world.database.reading() as session:
        [entry] = [one for one in await journal.entries(session, "centre") if one.action.startswith("fact")]
        shared = await journal.entries(session, f"family:{couple.family_id}")
    assert (entry.action, entry.actor_id, entry.subject_id) == (
        "fact_sheet.prepared",
        nora.id,
        couple.family_id,
    )
    assert not [one for one in shared if "sheet" in one.action]
    assert await looked(house, couple.ben) == seen
    # The number of the court's document: for those whom row 30 opens it; never on a parent's sheet.
    legal = await (await house.browser(otto)).post(house.path, house.typed)
    own = await (await house.browser(couple.ana)).post(house.path, house.typed)
    assert [*holds(legal.content, "27/9/A"), *holds(own.content, "27/9/A", "travel forbidden")] == [
        True,
        False,
        True,
    ]


@on_sqlite
async def test_nobody_else(house: House) -> None:
    world = house.couple.world
    others = [
        await world.person("Sam"),
        await world.person("Mia", Profession.MEDIATOR, accreditation="1"),
        await world.person("Root", Profession.ADMINISTRATOR),
    ]
    await house.couple.ask(others[1])
    for one in others:
        browser = await house.browser(one)
        assert (await browser.get(house.path)).status_code == 404
        assert (await browser.post(house.path, house.typed)).status_code == 404
        body = {"situation": "danger", "children": [], "language": "nl"}
        assert (await browser.json("POST", house.api, body)).status_code == 404


@on_sqlite
async def test_a_consent_taken_back_from_later_on_is_not_told_before(house: House) -> None:
    """What only its author knows as yet is on no sheet of the other parent."""
    from mediation.usecases import consent

    couple, world = house.couple, house.couple.world
    trip = await couple.trip(
        couple.ben, depart_at=NOW + timedelta(days=30), return_at=NOW + timedelta(days=37)
    )
    given = await couple.consent(couple.ana, trip, valid_from=date(2027, 3, 31), valid_to=date(2027, 4, 8))
    said = Said(Situation.ABROAD, couple.children, "en")
    before = await world.run(couple.ben, fact_sheet.prepare, couple.family_id, said)
    await world.run(couple.ana, consent.withdraw, couple.family_id, given, NOW + timedelta(days=5))
    after = await world.run(couple.ben, fact_sheet.prepare, couple.family_id, said)
    assert after == before
    hers = await world.run(couple.ana, fact_sheet.prepare, couple.family_id, said)
    taken = [one for line in hers.record.trips for one in line.consents if one.id == given]
    assert [one.ends_at for one in taken] == [NOW + timedelta(days=5)]


@on_sqlite
async def test_a_plan_that_begins_later_is_told_with_its_day(world: World) -> None:
    CLOCK.world = world
    couple = await world.couple()
    said = Said(Situation.DANGER, couple.children, "en")
    assert (await world.run(couple.ana, fact_sheet.prepare, couple.family_id, said)).record.plan is None
    await couple.sealed_plan(start=(NOW + timedelta(days=9)).date())
    record = (await world.run(couple.ana, fact_sheet.prepare, couple.family_id, said)).record
    assert record.plan is not None
    assert record.plan.starts_at is not None
    assert record.plan.starts_at > NOW
    assert record.now == ()


@on_sqlite
async def test_a_trip_that_is_over_is_not_told(house: House) -> None:
    from mediation.usecases import trip as trips

    couple, world = house.couple, house.couple.world
    said = Said(Situation.DANGER, couple.children, "en")
    [open_trip] = (await world.run(couple.ana, fact_sheet.prepare, couple.family_id, said)).record.trips
    await world.run(
        couple.ana, trips.come_back, couple.family_id, open_trip.trip.id, NOW - timedelta(hours=1)
    )
    assert (await world.run(couple.ana, fact_sheet.prepare, couple.family_id, said)).record.trips == ()
