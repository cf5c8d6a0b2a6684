"""The register at the browser and over JSON: entering, handing over, answering; a number stays with who entered it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import delete, update
from structlog.testing import capture_logs

from mediation.people import Person, Profession
from parenting_plans import document_kinds
from portal import jobs
from portal.tables import ThrottleRow, WebSessionRow
from tests.portal.trips_house import HOSTILE
from tests.visitor import Visitor
from tests.world import PASSWORD, Couple, World

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])  # both databases: tests/mediation

Browser = Callable[[], Visitor]
NUMBER = "EP84517263"
DAY = timedelta(days=1)


def today() -> date:
    return datetime.now(UTC).date()


@dataclass
class House:
    couple: Couple
    browsers: dict[str, Visitor]

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}/documents"

    @property
    def api(self) -> str:
        return f"/api/families/{self.couple.family_id}/documents"

    async def get(self, who: str, path: str = "") -> httpx.Response:
        return await self.browsers[who].get(self.path + path)

    async def post(self, who: str, path: str, data: dict[str, Any] | None = None) -> httpx.Response:
        return await self.browsers[who].post(self.path + path, data)

    async def json(self, who: str, method: str, path: str = "", body: Any = None) -> httpx.Response:
        return await self.browsers[who].json(method, self.api + path, body)

    def form(self, **said: Any) -> dict[str, Any]:
        whole = {
            "child": str(self.couple.children[0]),
            "kind": "belgian_passport",
            "step": "noted",
            "issuer": "Gent",
            "valid_from": f"{today() - 300 * DAY}",
            "valid_to": f"{today() + 900 * DAY}",
            "number": NUMBER,
            "holder": "A",
            "readers": "both",
        }
        return {**whole, **said}

    async def entered(self, who: str = "Ana", **said: Any) -> str:
        """The path of the new document, under the register."""
        answer = await self.post(who, "/note", self.form(**said))
        assert answer.status_code == 303, answer.text
        return "/" + answer.headers["location"].split("?")[0].rsplit("/", 1)[1]

    async def stale(self) -> None:
        """Nobody has shown a factor for some minutes."""
        async with self.couple.world.database.writing() as session:
            await session.exec(
                update(WebSessionRow).values(fresh_at=datetime.now(UTC) - timedelta(minutes=9))
            )


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    sam = await world.person("Sam")
    nora, otto, _kim = await world.centre()

    async def at(person: Person) -> Visitor:
        return await visitor().sign_in_as(person)

    people = {"Ana": couple.ana, "Ben": couple.ben, "Mia": mia, "Sam": sam, "Nora": nora, "Otto": otto}
    return House(couple, {name: await at(person) for name, person in people.items()})


def receipt_in(page: httpx.Response) -> str:
    found = re.search(r"/receipts/([0-9a-f-]{36})/", page.text)
    assert found is not None
    return found.group(1)


async def test_an_empty_register_says_what_belongs_there(house: House) -> None:
    page = (await house.get("Ana")).text
    assert "No documents yet" in page
    assert f"{house.path}/note" in page
    assert "/note" not in (await house.get("Mia")).text


@pytest.mark.parametrize("kind", [one.id for one in document_kinds.load()])
async def test_each_kind_asks_what_it_has(house: House, kind: str) -> None:
    page = (await house.get("Ana", f"/note?child={house.couple.children[0]}&kind={kind}")).text
    about = document_kinds.by_id()[kind]
    assert ('name="number"' in page) is about.numbered
    assert ('name="valid_to"' in page) is about.ends
    assert ('name="country"' in page) is about.foreign
    assert about.name["en"] in page


async def test_entering_handing_over_and_confirming(house: House) -> None:
    document = await house.entered()
    assert "Ana (you)" in (await house.get("Ana", document)).text
    answer = await house.post("Ana", f"{document}/hand-over", {"receiver": "B"})
    assert answer.status_code == 303
    page = await house.get("Ben", document)
    assert "I have it" in page.text
    assert (
        f'href="{house.path}{document}"'
        in (await house.browsers["Ben"].get(f"/f/{house.couple.family_id}/today")).text
    )
    assert "Without your answer, or when you say no, nothing changes." in page.text
    answer = await house.post("Ben", f"{document}/receipts/{receipt_in(page)}/confirm")
    assert answer.status_code == 303
    assert "Ben (you)" in (await house.get("Ben", document)).text
    assert "Ben" in (await house.get("Ana", document)).text


async def test_nothing_typed_is_lost_and_every_slip_is_named(house: House) -> None:
    typed = house.form(issuer="<b>Gent", valid_to=f"{today() - 900 * DAY}", number="12", holder="")
    answer = await house.post("Ana", "/note", typed)
    assert answer.status_code == 400
    for field in ("issuer", "valid_to", "number"):
        assert f'href="#f-{field}"' in answer.text
    assert 'value="&lt;b&gt;Gent"' in answer.text
    assert 'value="12"' in answer.text
    document = await house.entered()
    answer = await house.post(
        "Ana", f"{document}/hand-over", {"receiver": "A", "due_back": "2099-01-01T10:00"}
    )
    assert answer.status_code == 400
    assert "2099-01-01T10:00" in answer.text


async def test_a_correction_that_was_overtaken_keeps_what_was_typed(house: House) -> None:
    document = await house.entered()
    said = {"issuer": "Antwerpen", "valid_from": "", "valid_to": "", "number": "", "seen": "1"}
    assert (await house.post("Ana", f"{document}/details", said)).status_code == 303
    answer = await house.post("Ben", f"{document}/details", {**said, "issuer": "Brugge"})
    assert answer.status_code == 400
    assert 'value="Brugge"' in answer.text
    assert "This changed a moment ago" in answer.text
    assert "Antwerpen" in (await house.get("Ben", document)).text


async def test_signing_and_the_whole_number_need_a_fresh_factor(house: House) -> None:
    document = await house.entered()
    await house.stale()
    for path, data in (("/number", {}), ("/keeper", {"receiver": "notary"})):
        answer = await house.post("Ana", document + path, data)
        assert "shown_password" in answer.text
        assert NUMBER not in answer.text
    answer = await house.post("Ana", f"{document}/number", {"shown_password": PASSWORD})
    assert NUMBER in answer.text
    assert (await house.json("Ana", "POST", f"{document}/number")).json() == {"number": NUMBER}
    await house.stale()
    assert (await house.json("Ana", "POST", f"{document}/number")).status_code == 403
    assert (await house.json("Ana", "POST", f"{document}/keepers", {"receiver": "notary"})).status_code == 403


def pieces(text: str, size: int = 4) -> set[str]:
    return {text[at : at + size] for at in range(len(text) - size + 1)}


async def test_no_piece_of_a_number_reaches_the_other_parent_or_a_log(house: House) -> None:
    with capture_logs() as lines:
        document = await house.entered(number="EP 84-51 72.63")
        await house.post("Ana", f"{document}/number", {})
        await house.post("Ana", f"{document}/hand-over", {"receiver": "B"})
        await jobs.send_messages(house.couple.world.service)
        answers = [
            await house.get("Ben"),
            await house.get("Ben", document),
            await house.get("Ben", f"{document}/details"),
            await house.get("Ben", f"{document}/hand-over"),
            await house.post("Ben", f"{document}/number", {}),
            await house.post("Ben", f"{document}/details", {"issuer": "<", "seen": "1"}),
            await house.json("Ben", "GET"),
            await house.json("Ben", "GET", document),
            await house.json("Ben", "POST", f"{document}/number"),
            await house.browsers["Ben"].get(f"/f/{house.couple.family_id}/today"),
            await house.browsers["Ben"].get(f"/f/{house.couple.family_id}/documents/note"),
        ]
    assert answers[1].status_code == 200
    ids = re.compile(
        r"[0-9a-f]{8}-[0-9a-f-]{27}|_csrf_token\" value=\"[^\"]*|[0-9]{4}-[0-9]{2}-[0-9]{2}T[^\"]*"
    )
    for answer in answers:
        said = ids.sub("", answer.text)
        assert not {piece for piece in pieces(NUMBER) if piece in said}, answer.request.url
    said = ids.sub("", str(lines))
    assert not {piece for piece in pieces(NUMBER) if f"{piece}" in said and not piece.isdigit()}
    assert NUMBER not in said


async def test_who_may_see_and_who_may_write(house: House) -> None:
    document = await house.entered()
    for who in ("Ana", "Ben", "Mia", "Nora", "Otto"):
        assert (await house.get(who, document)).status_code == 200
        assert (await house.json(who, "GET", document)).json()["number"] == "•••• 263"
    assert (await house.get("Sam", document)).status_code == 404
    for who in ("Mia", "Nora", "Sam"):
        assert (await house.post(who, "/note", house.form())).status_code == 404
        assert (await house.post(who, f"{document}/hand-over", {"receiver": "B"})).status_code == 404
    assert NUMBER in (await house.post("Mia", f"{document}/number")).text
    assert (await house.post("Nora", f"{document}/number")).status_code == 404


async def test_with_the_centre_only_the_other_parents_pages_do_not_change(house: House) -> None:
    shared = await house.entered(number="")
    places = ("", shared, "/note")
    plain = re.compile(r'_csrf_token" value="[^"]+"')

    async def seen() -> list[str]:
        return [plain.sub("", (await house.get("Ben", place)).text) for place in places]

    before = await seen()
    hidden = await house.entered(kind="foreign_passport", country="MA", holder="A", readers="centre")
    lost = {"kind": "lost", "on": f"{today()}", "readers": "centre"}
    assert (await house.post("Ana", f"{shared}/events", lost)).status_code == 303
    assert await seen() == before
    missing = await house.get("Ben", hidden)
    nowhere = await house.get("Ben", f"/{UUID(int=5)}")
    assert missing.status_code == nowhere.status_code == 404
    assert "Reported lost" in (await house.get("Ana", shared)).text
    assert "The other parent does not see this." in (await house.get("Nora", hidden)).text
    assert (await house.get("Mia", hidden)).status_code == 404


async def test_the_centre_finds_what_it_has_to_confirm(house: House) -> None:
    document = await house.entered()
    await house.post("Ana", f"{document}/hand-over", {"receiver": "centre"})
    nora = house.browsers["Nora"]
    page = await nora.get("/documents-in-hand")
    assert document in page.text
    page = await house.get("Nora", document)
    assert (await house.post("Nora", f"{document}/receipts/{receipt_in(page)}/confirm")).status_code == 303
    assert "Nothing waits for a receipt" in (await nora.get("/documents-in-hand")).text
    assert "Ask that it leaves the deposit" in (await house.get("Ben", document)).text
    assert (await house.browsers["Ana"].get("/documents-in-hand")).status_code == 404


async def test_a_release_over_json_takes_two_signatures(house: House) -> None:
    document = await house.entered(holder="B")
    [waiting] = (await house.json("Ben", "GET", document)).json()["receipts"]
    assert (waiting["status"], waiting["waits_for"]) == ("open", "B")
    answer = await house.json("Ben", "POST", f"{document}/receipts/{waiting['id']}/confirmation")
    assert answer.status_code == 204
    given = (await house.json("Ben", "POST", f"{document}/handovers", {"receiver": "lawyer"})).json()["id"]
    await house.json("Ana", "POST", f"{document}/receipts/{given}/confirmation")
    assert (await house.json("Ana", "GET", document)).json()["holder"] == "lawyer"
    asked = (await house.json("Ana", "POST", f"{document}/releases", {"receiver": "A"})).json()["id"]
    answer = await house.json("Ana", "POST", f"{document}/receipts/{asked}/confirmation")
    assert answer.status_code == 409
    assert (await house.json("Ben", "POST", f"{document}/receipts/{asked}/signature")).status_code == 204
    await house.json("Ana", "POST", f"{document}/receipts/{asked}/confirmation")
    assert (await house.json("Ben", "GET", document)).json()["holder"] == "A"


async def test_a_request_for_express_consent_is_noted_and_ended(house: House) -> None:
    child = str(house.couple.children[0])
    said = {"child": child, "on": f"{today()}", "readers": "both"}
    assert (await house.post("Ana", "/requests", said)).status_code == 303
    assert "Ana asked for this on" in (await house.get("Ben")).text
    assert "It has ended" not in (await house.get("Ben")).text
    again = await house.post("Ben", "/requests", said)
    assert again.status_code == 400
    ended = {"child": child, "on": f"{today()}", "kind": "consent_ended"}
    assert (await house.post("Ana", "/requests", ended)).status_code == 303
    assert "No such request is noted here." in (await house.get("Ben")).text


@pytest.mark.parametrize("whose", ["Ana", "Ben"])
async def test_a_trip_says_which_document_ends_before_the_return(house: House, whose: str) -> None:
    couple = house.couple
    leave = datetime.now(UTC) + 100 * DAY
    trip = await couple.trip(couple.ana, depart_at=leave, return_at=leave + 7 * DAY)
    path = f"/f/{couple.family_id}/trips/{trip}"
    assert "Documents that end before the return" not in (await house.browsers["Ben"].get(path)).text
    await house.entered(whose, valid_to=f"{today() + 101 * DAY}", holder="")
    for who in ("Ana", "Ben"):
        assert "Documents that end before the return" in (await house.browsers[who].get(path)).text


async def test_hostile_input_is_answered_and_never_comes_back_unescaped(house: House) -> None:
    document = await house.entered()
    note = ("issuer", "valid_from", "valid_to", "number", "holder", "replaces", "on", "purpose", "country")
    for text in HOSTILE:
        async with house.couple.world.database.writing() as session:
            await session.exec(delete(ThrottleRow))  # limits have tests of their own
        for path, fields in (
            ("/note", note),
            (f"{document}/events", ("kind", "on", "reference", "readers")),
            (f"{document}/details", ("issuer", "valid_to", "number", "seen")),
            (f"{document}/hand-over", ("receiver", "due_back")),
            (f"{document}/keeper", ("receiver",)),
            ("/requests", ("child", "on", "readers")),
        ):
            whole = house.form() if path == "/note" else {}
            answer = await house.post("Ana", path, {**whole, **dict.fromkeys(fields, text)})
            assert answer.status_code in {303, 400, 409}, (path, text[:20], answer.status_code)
            assert "<script>alert" not in answer.text
            assert "49" not in re.findall(r'value="([^"]*)"', answer.text)
