"""The plan on its pages: drafting alone, proposing, answering, signing exactly what was shown, and who may read what."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import update

from mediation.people import Person, Profession
from mediation.usecases import intake, plan
from parenting_plans import clauses, store
from parenting_plans.values import ZONE, Agreed, Community, Draft, Home
from portal.tables import WebSessionRow
from tests.visitor import Visitor
from tests.world import Couple, World

TODAY = datetime.now(ZONE).date()
SOON = TODAY + timedelta(days=20)
MONDAY = TODAY - timedelta(days=TODAY.weekday())

# The story runs on both databases; what a page shows does not depend on which one it is.
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


@dataclass
class House:
    """Ana and Ben at their browsers, in one family."""

    couple: Couple
    new: Callable[[], Visitor]
    browsers: dict[str, Visitor]

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}/plan"

    @property
    def api(self) -> str:
        return f"/api/families/{self.couple.family_id}/plan"

    async def get(self, who: str, path: str = "") -> httpx.Response:
        return await self.browsers[who].get(self.path + path)

    async def post(self, who: str, path: str = "", data: dict[str, Any] | None = None) -> httpx.Response:
        return await self.browsers[who].post(self.path + path, data)

    async def call(self, who: str, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.browsers[who].json(method, self.api + path, body)

    async def enter(self, name: str, person: Person) -> None:
        self.browsers[name] = await self.new().sign_in_as(person)

    async def drafted(self, who: Person, start: date = SOON, **clauses_: dict[str, Any]) -> None:
        run, family_id = self.couple.world.run, self.couple.family_id
        for code, answers in self.couple.agreed(**clauses_).items():
            await run(who, plan.save_clause, family_id, code, answers)
        await run(who, plan.save_start, family_id, start)

    async def proposed(self) -> str:
        await self.drafted(self.couple.ana)
        made = await self.couple.world.run(self.couple.ana, plan.propose, self.couple.family_id)
        return f"/proposal/{made}"

    async def accepted(self) -> UUID:
        proposal = UUID((await self.proposed()).rsplit("/", 1)[1])
        made = await self.couple.world.run(self.couple.ben, plan.accept, self.couple.family_id, proposal)
        return UUID(str(made))

    async def draft(self, home: Home) -> Draft | None:
        async with self.couple.world.database.reading() as session:
            return await store.draft(session, self.couple.family_id, home)

    async def kept(self, home: Home) -> Agreed:
        draft = await self.draft(home)
        return draft.agreed if draft else {}

    async def in_force(self) -> UUID:
        """A plan that both signed three days ago and that counts since."""
        now = self.couple.world.now
        self.couple.world.now = now - timedelta(days=3)
        version = await self.couple.sealed_plan()
        self.couple.world.now = now
        return version


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor]) -> House:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    house = House(couple, visitor, {})
    await house.enter("Ana", couple.ana)
    await house.enter("Ben", couple.ben)
    return house


def form_of(answers: dict[str, Any]) -> dict[str, Any]:
    """Answers as a browser sends them."""
    sent: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, dict):
            sent |= {f"{name}.{child}": home for child, home in value.items()}
        else:
            sent[name] = value
    return sent


def digest_on(page: httpx.Response) -> str:
    found = re.search(r'name="digest" value="([0-9a-f]{64})"', page.text)
    assert found is not None
    return found.group(1)


async def test_two_parents_go_from_an_empty_page_to_a_sealed_plan(house: House):
    assert "No plan yet" in (await house.get("Ana")).text
    codes = [clause.code for clause in clauses.load() if clause.core]
    answers = house.couple.agreed()
    for code, after in zip(codes, [*codes[1:], ""], strict=True):
        assert (await house.get("Ana", f"/draft/{code}")).status_code == 200
        saved = await house.post("Ana", f"/draft/{code}", form_of(answers.get(code, {})))
        onward = f"{house.path}/draft/{after}" if after else f"{house.path}/review"
        assert saved.headers["location"] == f"{onward}?done=saved"
    assert await house.kept(Home.A) == answers

    await house.post("Ana", "", {"effective_on": SOON.isoformat(), "start_time": "08:30"})
    assert 'value="08:30"' in (await house.get("Ana", "")).text
    odd = await house.post("Ana", "", {"effective_on": SOON.isoformat(), "start_time": "02:30"})
    assert odd.status_code == 400
    assert 'href="#f-start_time"' in odd.text  # the clock may skip it
    review = await house.get("Ana", "/review")
    assert "Propose this plan" in review.text
    assert "After a school holiday" in review.text
    assert "Are the children together?" in review.text
    assert "The children follow “Week/week, Friday”" in review.text
    proposal = (await house.post("Ana", "/review")).headers["location"].partition("?")[0]

    shown = await house.browsers["Ben"].get(proposal)
    assert "Accept this proposal" in shown.text
    accepted = await house.browsers["Ben"].post(f"{proposal}/accept")
    version = accepted.headers["location"].partition("?")[0]
    sign = version.replace("/version/", "/sign/")

    for who in ("Ben", "Ana"):
        page = await house.browsers[who].get(sign)
        signed = await house.browsers[who].post(sign, {"digest": digest_on(page)})
        assert signed.headers["location"] == f"{version}?done=signed"
    sealed = (await house.browsers["Ana"].get(version)).text
    assert "Signed by both" in sealed
    assert sealed.count("Signed on ") == 2
    assert "A new plan is coming" in (await house.get("Ben")).text

    exact = await house.call("Ben", "GET", f"/versions/{version.rsplit('/', 1)[1]}/canonical")
    assert sha256(exact.content).hexdigest() in sealed


@on_sqlite
async def test_a_half_finished_section_is_kept_and_says_what_is_open(house: House):
    saved = await house.post("Ana", "/draft/C02", {"pattern": "ww_fri", "anchor_date": "2027-02-30"})
    page = await house.browsers["Ana"].follow(saved)
    assert page.status_code == 200
    assert "Kept. This is still open:" in page.text
    assert 'href="#f-anchor_date"' in page.text
    assert "Give a date that exists" in page.text
    assert await house.kept(Home.A) == {"C02": {"pattern": "ww_fri", "anchor_date": "2027-02-30"}}
    assert "Begun" in (await house.get("Ana")).text


@on_sqlite
async def test_an_empty_section_says_so_instead_of_going_on(house: House):
    saved = await house.post("Ana", "/draft/C02", {})
    assert saved.headers["location"] == f"{house.path}/draft/C02?done=kept"
    assert "Say what you agreed about this." in (await house.browsers["Ana"].follow(saved)).text


@on_sqlite
async def test_the_nights_are_shown_before_anything_is_kept(house: House):
    typed = {
        "pattern": "own",
        "nights": "AB",
        "anchor_date": MONDAY.isoformat(),
        "anchor_parent": "B",
        "then": "look",
    }
    page = await house.post("Ben", "/draft/C02", typed)
    assert page.status_code == 200
    assert 'class="strip"' in page.text
    assert page.text.count('<li class="home-') >= 28
    assert 'value="AB"' in page.text
    assert "Ben has the nights A and Ana the nights B" in page.text
    assert await house.draft(Home.B) is None


UNFIT: dict[str, dict[str, Any]] = {
    "D02": {"place": "neutral", "neutral_place": "<script>" + "x" * 90},
    "A01": {"children": [str(UUID(int=1))]},
    "C01": {f"per_child.{UUID(int=1)}": "A"},
    "C02": {"nights": "AB" * 500, "pattern": "own"},
}


@on_sqlite
async def test_what_cannot_be_kept_stays_in_the_form_with_its_reason(house: House):
    for code, typed in UNFIT.items():
        page = await house.post("Ana", f"/draft/{code}", typed)
        assert page.status_code == 400
        assert 'id="mistakes"' in page.text
        assert "<script>x" not in page.text
        assert await house.draft(Home.A) is None


NONSENSE: tuple[dict[str, Any], ...] = (
    {
        "pattern": "{{7*7}}",
        "anchor_date": "x\r\nSet-Cookie: a",
        "anchor_parent": "C",
        "handover_time": "25:00",
    },
    {"pattern": ["ww_fri", "own"], "nights": "' OR 1=1 --", "handover_time": ["18:00", "19:00"]},
    {"notice": "1e9", "answer": "-1", "unknown": "x", "per_child": "A", "split": "halves"},
)


@on_sqlite
@pytest.mark.parametrize("typed", NONSENSE)
async def test_nonsense_is_never_a_broken_page(house: House, typed: dict[str, Any]):
    for code in ("C02", "D05", "C01", "E03"):
        saved = await house.post("Ana", f"/draft/{code}", typed)
        assert saved.status_code in (303, 400)
        for path in (f"/draft/{code}", "", "/review"):
            page = await house.get("Ana", path)
            assert page.status_code == 200
            assert 'value="49"' not in page.text


@on_sqlite
async def test_a_wrong_first_day_is_said_at_the_field(house: House):
    for typed in ("", "2020-01-01", "2099-01-01", "2027-02-30", "soon"):
        page = await house.post("Ana", "", {"effective_on": typed})
        assert page.status_code == 400, typed
        assert 'href="#f-effective_on"' in page.text


@on_sqlite
async def test_everything_open_is_listed_before_proposing(house: House):
    await house.post("Ana", "/draft/C02", {"pattern": "ww_fri"})
    page = await house.get("Ana", "/review")
    assert f'href="{house.path}/draft/C02#f-anchor_date"' in page.text
    assert f'href="{house.path}/draft/A01"' in page.text
    assert f'href="{house.path}#f-effective_on"' in page.text
    assert "Propose this plan" not in page.text
    refused = await house.post("Ana", "/review")
    assert refused.status_code == 400
    assert f'href="{house.path}/draft/A01"' in refused.text


@on_sqlite
async def test_what_changes_is_shown_before_an_answer(house: House):
    await house.in_force()
    weeks = {
        "pattern": "2-2-5-5",
        "anchor_date": MONDAY.isoformat(),
        "anchor_parent": "A",
        "handover_time": "18:00",
    }
    await house.drafted(house.couple.ben, C02=weeks, D01={"moment": "clock", "time": "18:00"})
    made = await house.couple.world.run(house.couple.ben, plan.propose, house.couple.family_id)
    page = (await house.get("Ana", f"/proposal/{made}")).text
    assert "these nights change in the first 8 weeks" in page
    assert "Lou, Mio" in page
    assert "“2-2-5-5”" in page
    assert "“Week/week, Friday”" in page
    assert "Compare with your own draft" in page


@on_sqlite
async def test_a_proposal_is_copied_changed_and_countered(house: House):
    proposal = await house.proposed()
    await house.post("Ben", f"{proposal}/draft")
    assert await house.kept(Home.B) == house.couple.agreed()
    await house.post(
        "Ben", "/draft/D05", {"notice": "14", "answer": "3", "make_up": "none", "max_shift": "7"}
    )
    assert "takes the place of the one by Ana" in (await house.get("Ben", "/review")).text
    await house.post("Ben", "/review")
    assert "Answered with another proposal" in (await house.get("Ana", proposal)).text
    assert "Ben proposes a plan" in (await house.get("Ana")).text
    assert (await house.post("Ben", f"{proposal}/accept")).status_code == 409


@on_sqlite
async def test_only_its_author_withdraws_and_only_the_other_accepts(house: House):
    proposal = await house.proposed()
    assert (await house.post("Ana", f"{proposal}/accept")).status_code == 409
    assert (await house.post("Ben", f"{proposal}/withdraw")).status_code == 409
    assert "We wait for Ben." in (await house.get("Ana")).text
    withdrawn = await house.post("Ana", f"{proposal}/withdraw")
    assert withdrawn.headers["location"] == f"{house.path}?done=withdrawn"
    assert "Accept this proposal" not in (await house.get("Ben", proposal)).text


@on_sqlite
async def test_nothing_is_signed_that_was_not_shown(house: House):
    version = await house.accepted()
    for wrong in ("", "x", "A" * 64, "é" * 64):
        assert (await house.post("Ana", f"/sign/{version}", {"digest": wrong})).status_code == 400
    assert (await house.post("Ana", f"/sign/{version}", {"digest": "0" * 64})).status_code == 409
    assert "Not signed yet" in (await house.get("Ana", f"/version/{version}")).text
    page = await house.get("Ana", f"/sign/{version}")
    await house.post("Ana", f"/sign/{version}", {"digest": digest_on(page)})
    again = await house.get("Ana", f"/sign/{version}")
    assert again.headers["location"] == f"{house.path}/version/{version}"
    assert (await house.post("Ana", f"/sign/{version}", {"digest": digest_on(page)})).status_code == 409


@on_sqlite
async def test_signing_asks_for_the_password_when_it_was_shown_long_ago(house: House):
    version = await house.accepted()
    async with house.couple.world.database.writing() as session:
        await session.exec(update(WebSessionRow).values(fresh_at=datetime.now(UTC) - timedelta(hours=1)))
    page = await house.get("Ana", f"/sign/{version}")
    assert "digest" not in page.text
    assert 'type="password"' in page.text
    sent = await house.post("Ana", f"/sign/{version}", {"digest": "0" * 64})
    assert 'type="password"' in sent.text
    api = await house.call("Ana", "POST", f"/versions/{version}/signature", {"digest": "0" * 64})
    assert api.status_code == 403


@on_sqlite
async def test_a_version_that_was_overtaken_can_no_longer_be_signed(house: House):
    first = await house.accepted()
    digest = digest_on(await house.get("Ana", f"/sign/{first}"))
    second = await house.accepted()
    late = await house.post("Ana", f"/sign/{first}", {"digest": digest})
    assert late.status_code == 409
    assert f"/sign/{second}" in (await house.get("Ana")).text
    assert "Read and sign" not in (await house.get("Ana", f"/version/{first}")).text


@on_sqlite
async def test_nobody_but_its_author_sees_a_draft(house: House):
    await house.post("Ana", "/draft/D02", {"place": "neutral", "neutral_place": "Quiet library"})
    assert "Quiet library" in (await house.get("Ana", "/draft/D02")).text
    for path in ("", "/draft/D02", "/review"):
        assert "Quiet library" not in (await house.get("Ben", path)).text
    assert "Quiet library" not in (await house.call("Ben", "GET", "/draft")).text


GET_PAGES = ("", "/review", "/draft/C02", "/proposal/{proposal}", "/version/{version}", "/sign/{version}")
CLOSED = dict.fromkeys(GET_PAGES, 404)
READS_ALL = {
    **CLOSED,
    "": 200,
    "/proposal/{proposal}": 200,
    "/version/{version}": 200,
    "/sign/{version}": 303,
}
READS_SIGNED = {**CLOSED, "": 200}


@on_sqlite
@pytest.mark.parametrize(
    ("profession", "mandated", "opens"),
    [
        (Profession.NONE, False, CLOSED),
        (Profession.MEDIATOR, False, CLOSED),
        (Profession.MEDIATOR, True, READS_ALL),
        (Profession.CENTRE_LEGAL, False, READS_ALL),
        (Profession.CENTRE_PSYCH, False, READS_SIGNED),
        (Profession.CENTRE_COORDINATOR, False, READS_SIGNED),
    ],
)
async def test_who_may_open_which_page(
    house: House, profession: Profession, mandated: object, opens: dict[str, int]
):
    version = await house.accepted()
    await house.drafted(house.couple.ana)
    proposal = await house.couple.world.run(house.couple.ana, plan.propose, house.couple.family_id)
    person = await house.couple.world.person("Mia", profession, accreditation="FBC-1")
    if mandated:
        await house.couple.ask(person)
    await house.enter("Mia", person)
    for page, status in opens.items():
        path = page.format(proposal=proposal, version=version)
        assert (await house.get("Mia", path)).status_code == status, path
    for path in (
        f"/proposal/{proposal}/accept",
        f"/proposal/{proposal}/withdraw",
        "/draft/C02",
        f"/sign/{version}",
    ):
        answer = await house.post("Mia", path, {"digest": "0" * 64})
        assert answer.status_code in (400, 404), path
        assert not (answer.status_code == 400 and "sign" not in path)


@on_sqlite
async def test_sealed_plans_are_open_to_the_whole_centre(house: House):
    version = await house.in_force()
    await house.enter("Kim", await house.couple.world.person("Kim", Profession.CENTRE_COORDINATOR))
    assert "Week/week, Friday" in (await house.get("Kim", f"/version/{version}")).text
    overview = (await house.get("Kim")).text
    assert "The plan both parents signed" in overview
    assert "draft" not in overview


@on_sqlite
async def test_what_is_not_there_is_a_missing_page(house: House):
    for path in ("/draft/Z99", f"/proposal/{uuid4()}", f"/version/{uuid4()}", f"/sign/{uuid4()}"):
        assert (await house.get("Ana", path)).status_code == 404, path


@on_sqlite
async def test_a_parent_alone_drafts_and_sees_the_other_parent_without_a_name(
    world: World, visitor: Callable[[], Visitor]
):

    world.now = datetime.now(UTC)
    gus = await world.person("Gus")
    family_id = await world.run(gus, intake.open_family)
    browser = await visitor().sign_in_as(gus)
    path = f"/f/{family_id}/plan"
    assert "First your children" in (await browser.get(path)).text
    await world.run(
        gus, intake.add_child, family_id, intake.NewChild("Lou", date(2019, 5, 14), Community.FLEMISH)
    )
    assert "Begin your draft" in (await browser.get(path)).text
    assert "the other parent" in (await browser.get(f"{path}/draft/C02")).text
