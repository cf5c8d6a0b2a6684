"""Time to think, which days change, the sealed plan as a file, and the public page that says valid or not valid."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import Any
from uuid import UUID

import httpx
import pypdf
import pytest
from sqlmodel import select

from mediation.people import Profession
from mediation.usecases import plan
from notifications.tables import OutboxRow
from parenting_plans import store, verification
from parenting_plans.tables import PlanDocumentRow, PlanReviewRow, VersionRow
from parenting_plans.values import ZONE
from portal import jobs
from portal.app import make_app
from portal.press import Press, PressBusy
from portal.settings import SettingsRefused, from_environment
from portal.visit import Service
from tests.visitor import Visitor, visitor_of
from tests.world import Couple, World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
WAIT = timedelta(hours=48)


@dataclass
class House:
    couple: Couple
    new: Callable[[], Visitor]

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}/plan"

    @property
    def api(self) -> str:
        return f"/api/families/{self.couple.family_id}/plan"

    async def browser(self, person: Any) -> Visitor:
        return await self.new().sign_in_as(person)

    async def accepted(self, **clauses: dict[str, Any]) -> UUID:
        couple, run = self.couple, self.couple.world.run
        for code, answers in couple.agreed(**clauses).items():
            await run(couple.ana, plan.save_clause, couple.family_id, code, answers)
        soon = (couple.world.now + timedelta(days=10)).astimezone(ZONE).date()
        await run(couple.ana, plan.save_start, couple.family_id, soon)
        proposal = await run(couple.ana, plan.propose, couple.family_id)
        return UUID(str(await run(couple.ben, plan.accept, couple.family_id, proposal)))

    async def digest(self, version: UUID) -> str:
        async with self.couple.world.database.reading() as session:
            return (await store.version(session, self.couple.family_id, version)).digest

    async def pdf(self, version: UUID) -> bytes:
        ana = await self.browser(self.couple.ana)
        return (await ana.get(f"{self.path}/version/{version}/plan.pdf")).content


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor]) -> House:
    world.now = datetime.now(UTC)
    return House(await world.couple(), visitor)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def code_in(pdf: bytes) -> str:
    found = re.search(r"(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}", text_of(pdf))
    assert found is not None
    return found[0]


# Time to think


@pytest.fixture
async def patient(service: Service) -> Any:
    """The same service where signing waits two days."""
    waiting = replace(service, settings=replace(service.settings, reflection=WAIT))
    visitors: list[Visitor] = []

    def new() -> Visitor:
        visitors.append(visitor_of(make_app(waiting), waiting))
        return visitors[-1]

    yield new
    for one in visitors:
        await one.client.aclose()


async def test_nobody_signs_before_the_time_to_think_is_over(house: House, patient: Callable[[], Visitor]):
    house.new = patient
    version = await house.accepted()
    opens = house.couple.world.now + WAIT
    for person in (house.couple.ana, house.couple.ben):
        browser = await house.browser(person)
        page = await browser.get(f"{house.path}/version/{version}")
        assert f"{opens.astimezone(ZONE):%H:%M}" in page.text
        assert "Time to think, for both" in page.text
        assert "Time to think, for both" in (await browser.get(house.path)).text
        away = await browser.get(f"{house.path}/sign/{version}")
        assert away.headers["location"] == f"{house.path}/version/{version}"
        digest = {"digest": await house.digest(version)}
        refused = await browser.post(f"{house.path}/sign/{version}", digest)
        assert refused.status_code == 409
        assert f"You can sign from {opens.astimezone(ZONE):%d/%m/%Y, %H:%M}." in refused.text
        over_json = await browser.json("POST", f"{house.api}/versions/{version}/signature", digest)
        assert over_json.status_code == 409
        assert f"{opens.astimezone(ZONE):%d/%m/%Y, %H:%M}" in over_json.json()["problems"][0]["text"]
    async with house.couple.world.database.reading() as session:
        assert (await store.version(session, house.couple.family_id, version)).signatures == ()


async def test_after_it_both_sign(house: House, patient: Callable[[], Visitor]):
    house.new = patient
    now = house.couple.world.now
    house.couple.world.now = now - WAIT
    version = await house.accepted()
    house.couple.world.now = now
    for person in (house.couple.ana, house.couple.ben):
        browser = await house.browser(person)
        page = await browser.get(f"{house.path}/sign/{version}")
        assert "Sign this plan" in page.text
        signed = await browser.post(f"{house.path}/sign/{version}", {"digest": await house.digest(version)})
        assert signed.status_code == 303
    assert "Sealed on" in (await browser.get(f"{house.path}/version/{version}")).text


SAFE = {
    "ENTENTE_BASE_URL": "https://agenda.example.be",
    "ENTENTE_SECRET": "x" * 40,
    "ENTENTE_MAIL_FROM": "a@example.be",
}


def test_the_time_to_think_is_a_setting(tmp_path):
    safe = {**SAFE, "ENTENTE_DATA": str(tmp_path)}
    assert from_environment(safe).reflection == WAIT
    assert from_environment({**safe, "ENTENTE_REFLECTION_HOURS": "168"}).reflection == timedelta(days=7)
    assert from_environment({**safe, "ENTENTE_REFLECTION_HOURS": "0"}).reflection == timedelta(0)
    assert from_environment({**safe, "ENTENTE_DEMO": "1"}).reflection == timedelta(0)


@pytest.mark.parametrize("hours", ["", "-1", "soon", "1e3", "1441", "4٢", "48.5"])
def test_a_time_to_think_that_cannot_be_read_stops_the_start(hours, tmp_path):
    with pytest.raises(SettingsRefused, match="ENTENTE_REFLECTION_HOURS"):
        from_environment({**SAFE, "ENTENTE_DATA": str(tmp_path), "ENTENTE_REFLECTION_HOURS": hours})


# Which days change


@on_sqlite
async def test_before_signing_each_day_that_changes_is_shown(house: House):
    now = house.couple.world.now
    house.couple.world.now = now - timedelta(days=20)
    await house.couple.sealed_plan()
    house.couple.world.now = now
    monday = now.astimezone(ZONE).date() - timedelta(days=now.astimezone(ZONE).weekday())
    weeks = {
        "pattern": "2-2-5-5",
        "anchor_date": monday.isoformat(),
        "anchor_parent": "A",
        "handover_time": "18:00",
    }
    version = await house.accepted(C02=weeks, D01={"moment": "clock", "time": "18:00"})
    ana = await house.browser(house.couple.ana)
    short = (await ana.get(f"{house.path}/sign/{version}")).text
    assert "Which days change" in short
    assert "Lou, Mio" in short
    assert "nights change." in short
    assert 'aria-current="page">3 months' in short
    assert "counts from" in short
    starts = (now + timedelta(days=10)).astimezone(ZONE)
    assert f"{starts.year}, 18:00" in short
    long = (await ana.get(f"{house.path}/sign/{version}?months=24")).text
    assert 'aria-current="page">24 months' in long
    assert long.count('class="nights"') > 20
    assert len(long) < 400_000
    assert "3 months</a>" in (await ana.get(f"{house.path}/sign/{version}?months=9999")).text
    told = (await ana.json("GET", f"{house.api}/versions/{version}/changes?months=24")).json()
    assert [one["child"] for one in told["children"]] == [str(child) for child in house.couple.children]
    assert told["children"][0]["changed_nights"] > 100
    assert datetime.fromisoformat(told["starts_at"]).astimezone(ZONE).hour == 18
    assert (await ana.json("GET", f"{house.api}/versions/{version}/changes?months=25")).status_code == 400


@on_sqlite
async def test_the_review_of_a_draft_shows_them_too(house: House):
    version = await house.accepted()
    assert version
    ana = await house.browser(house.couple.ana)
    page = (await ana.get(f"{house.path}/review?months=12")).text
    assert "Which days change" in page
    assert "There is no calendar yet" in page


# The document


async def test_the_sealed_plan_is_a_file_for_both_in_both_languages(house: House):
    couple = house.couple
    couple.ben = replace(couple.ben, language="fr")
    from mediation.tables import PersonRow

    async with couple.world.database.writing() as session:
        row = await session.get(PersonRow, couple.ben.id)
        assert row is not None
        row.language = "fr"
    version = await couple.sealed_plan()
    files = []
    for person in (couple.ana, couple.ben):
        answer = await (await house.browser(person)).get(f"{house.path}/version/{version}/plan.pdf")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"] == 'attachment; filename="document.pdf"'
        assert answer.headers["cache-control"] == "no-store"
        files.append(answer.content)
    assert files[0] == files[1]
    text = text_of(files[0])
    assert "English – this text is authoritative" in text  # Ana proposed it
    assert "Français – traduction" in text
    over_json = await (await house.browser(couple.ana)).json(
        "GET", f"{house.api}/versions/{version}/document"
    )
    assert over_json.content == files[0]
    digest = await house.digest(version)
    assert digest in re.sub(r"\s", "", text)
    canonical = await (await house.browser(couple.ana)).json(
        "GET", f"{house.api}/versions/{version}/canonical"
    )
    assert sha256(canonical.content).hexdigest() == digest
    assert canonical.json()["languages"] == ["en", "fr"]


@on_sqlite
async def test_a_later_name_or_language_changes_no_sealed_page(house: House):
    from mediation.tables import ChildRow, PersonRow

    couple = house.couple
    version = await couple.sealed_plan()
    before = await house.pdf(version)
    async with couple.world.database.writing() as session:
        person = await session.get(PersonRow, couple.ana.id)
        child = await session.get(ChildRow, couple.children[0])
        assert person is not None
        assert child is not None
        person.name, person.language, child.given_name = "Anna", "de", "Louise"
    assert await house.pdf(version) == before


@on_sqlite
async def test_who_gets_the_document(house: House):
    world, couple = house.couple.world, house.couple
    mia, sam = await world.person("Mia", Profession.MEDIATOR, accreditation="1"), await world.person("Sam")
    waiting = await house.accepted()
    ana = await house.browser(couple.ana)
    assert (await ana.get(f"{house.path}/version/{waiting}/plan.pdf")).status_code == 404  # not sealed
    version = await couple.sealed_plan()
    path = f"{house.path}/version/{version}/plan.pdf"
    for person, status in ((sam, 404), (mia, 404)):
        assert (await (await house.browser(person)).get(path)).status_code == status
    await couple.ask(mia)
    assert (await (await house.browser(mia)).get(path)).status_code == 200
    assert (await house.new().get(path)).headers["location"] == "/sign-in"


@on_sqlite
async def test_documents_are_limited(house: House):
    version = await house.couple.sealed_plan()
    ana = await house.browser(house.couple.ana)
    path = f"{house.path}/version/{version}/plan.pdf"
    codes = [(await ana.get(path)).status_code for _ in range(31)]
    assert codes == [200] * 30 + [429]


async def test_a_press_that_is_busy_says_so_and_recovers(monkeypatch: pytest.MonkeyPatch):
    import time

    from parenting_plans.documents import rendering

    def slow(_pages: Any, _code: str, _template: str) -> bytes:
        time.sleep(0.3)
        return b"%PDF"

    monkeypatch.setattr(rendering, "pdf", slow)
    press = Press(most_waiting=2, longest_wait=0.05)
    first = await asyncio.gather(*(press.pdf({}, "") for _ in range(4)), return_exceptions=True)
    assert all(isinstance(one, PressBusy) for one in first)
    with pytest.raises(PressBusy):
        await press.pdf({}, "")  # both threads still work
    await asyncio.sleep(0.4)
    press._longest_wait = 5
    assert await press.pdf({}, "") == b"%PDF"
    press.close()


@on_sqlite
async def test_plans_sealed_before_there_were_documents_get_theirs(house: House):
    version = await house.couple.sealed_plan()
    before = await house.pdf(version)
    world = house.couple.world
    async with world.database.writing() as session:
        for kind in (PlanReviewRow, PlanDocumentRow):
            for row in (await session.exec(select(kind))).all():
                await session.delete(row)
    assert (
        await (await house.browser(house.couple.ana)).get(f"{house.path}/version/{version}/plan.pdf")
    ).status_code == 404
    assert await jobs.complete_older_plans(world.service) == 1
    assert await jobs.complete_older_plans(world.service) == 0
    assert await house.pdf(version) == before
    async with world.database.reading() as session:
        assert await store.open_review(session, house.couple.family_id) is not None


# Valid or not valid


async def asked(browser: Visitor, code: str) -> httpx.Response:
    return await browser.post("/check", {"code": code})


async def test_a_code_is_valid_until_another_plan_takes_its_place(house: House):
    world, couple = house.couple.world, house.couple
    now = world.now
    world.now = now - timedelta(days=20)
    first = await couple.sealed_plan()
    code = code_in(await house.pdf(first))
    anyone = house.new()
    for typed in (code, code.lower().replace("-", " "), f" {code} "):
        assert ">Valid<" in (await asked(anyone, typed)).text
    world.now = now - timedelta(days=10)
    coming = await couple.sealed_plan((now + timedelta(days=10)).astimezone(ZONE).date())
    newer = code_in(await house.pdf(coming))
    assert newer != code
    for still in (code, newer):  # the new one has not begun
        assert ">Valid<" in (await asked(anyone, still)).text
    world.now = now - timedelta(days=5)
    await couple.sealed_plan()  # signed last, and begun: it overtakes both
    world.now = now
    for replaced in (code, newer):
        assert ">Not valid<" in (await asked(anyone, replaced)).text


@on_sqlite
async def test_both_answers_look_alike_and_name_nobody(house: House):
    version = await house.couple.sealed_plan()
    code = code_in(await house.pdf(version))
    for language in ("nl", "fr", "de", "en"):
        anyone = house.new()
        anyone.language = language
        answers = [
            await asked(anyone, typed) for typed in (code, "00000-00000-00000-00000", "", "x" * 3000, "😀")
        ]
        assert {one.status_code for one in answers} == {200}
        assert len({len(one.content) for one in answers}) == 1
        assert len({one.text for one in answers}) == 2
        assert len({tuple(sorted(one.headers.items())) for one in answers}) == 1
        for one in answers:
            assert code not in one.text
            for name in ("Ana", "Ben", "Lou", "Mio", str(version), str(house.couple.family_id)):
                assert name not in one.text


@on_sqlite
async def test_a_plan_that_was_altered_behind_everybodys_back_is_not_valid(house: House):
    version = await house.couple.sealed_plan()
    code = code_in(await house.pdf(version))
    assert ">Valid<" in (await asked(house.new(), code)).text
    async with house.couple.world.database.writing() as session:
        row = await session.get(VersionRow, version)
        assert row is not None
        row.agreed = {**row.agreed, "D05": {"notice": 1, "answer": 1, "make_up": "none", "max_shift": 1}}
        session.add(row)
    assert ">Not valid<" in (await asked(house.new(), code)).text


@on_sqlite
async def test_a_code_in_an_address_is_not_looked_at(house: House):
    version = await house.couple.sealed_plan()
    code = code_in(await house.pdf(version))
    anyone = house.new()
    page = await anyone.get(f"/check?code={code}")
    assert "Valid" not in page.text.replace("Not valid", "")
    assert code not in page.text
    assert (await anyone.get(f"/check/{code}")).status_code == 404


@on_sqlite
async def test_guessing_is_slowed(house: House):
    anyone = house.new()
    codes = [(await asked(anyone, f"{n:020}")).status_code for n in range(21)]
    assert codes == [200] * 20 + [429]


@on_sqlite
async def test_the_code_itself_is_kept_nowhere(house: House):
    version = await house.couple.sealed_plan()
    code = code_in(await house.pdf(version))
    async with house.couple.world.database.reading() as session:
        row = await session.get(PlanDocumentRow, version)
        sent = [repr(one) for one in (await session.exec(select(OutboxRow))).all()]
    assert row is not None
    assert row.code_hash == verification.hash_of(code)
    for kept in (repr(row.said), *sent):
        assert code not in kept
        assert code.replace("-", "") not in kept
