"""The plan over JSON: the same errands by session and by token, and what a token cannot do."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import httpx
import pytest

from mediation.people import Person, Profession
from parenting_plans import clauses
from parenting_plans.values import ZONE
from portal.sign_in import hashed
from portal.tables import ApiTokenRow
from tests.visitor import Visitor
from tests.world import Couple, World

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
SOON = datetime.now(ZONE).date() + timedelta(days=20)


@dataclass
class Line:
    """One person's program, calling with a session or a token."""

    visitor: Visitor
    path: str
    token: str = ""

    async def __call__(self, method: str, path: str, body: Any = None) -> httpx.Response:
        if not self.token:
            return await self.visitor.json(method, self.path + path, body)
        headers = {"authorization": f"Bearer {self.token}"}
        return await self.visitor.client.request(method, self.path + path, json=body, headers=headers)


@dataclass
class Wires:
    couple: Couple
    new: Callable[[], Visitor]

    @property
    def path(self) -> str:
        return f"/api/families/{self.couple.family_id}/plan"

    async def session(self, person: Person) -> Line:
        return Line(await self.new().sign_in_as(person), self.path)

    async def token(self, person: Person, scope: str = "write") -> Line:
        secret, now = uuid4().hex, datetime.now(UTC)
        row = ApiTokenRow(
            person_id=person.id,
            name="program",
            token_hash=hashed(secret),
            scope=scope,
            created_at=now,
            expires_at=now + timedelta(days=1),
        )
        async with self.couple.world.database.writing() as session:
            session.add(row)
        return Line(self.new(), self.path, secret)


@pytest.fixture
async def wires(world: World, visitor: Callable[[], Visitor]) -> Wires:
    world.now = datetime.now(UTC)
    return Wires(await world.couple(), visitor)


async def put_everything(line: Line, couple: Couple) -> None:
    for code, answers in couple.agreed().items():
        saved = await line("PUT", f"/draft/{code}", {"answers": answers})
        assert saved.status_code == 200
        assert saved.json() == {"code": code, "answers": answers, "problems": []}
    assert (await line("PUT", "/start", {"effective_on": SOON.isoformat()})).status_code == 204


async def test_a_plan_is_drafted_and_agreed_by_token_and_signed_in_person(wires: Wires):
    ana, ben = await wires.token(wires.couple.ana), await wires.token(wires.couple.ben)
    await put_everything(ana, wires.couple)
    proposed = await ana("POST", "/proposals")
    assert proposed.status_code == 201
    proposal = (await ben("GET", f"/proposals/{proposed.json()['id']}")).json()
    assert proposal["by"] == "A"
    assert proposal["agreed"] == wires.couple.agreed()
    assert [one["code"] for one in proposal["sentences"]] == sorted(wires.couple.agreed())
    accepted = await ben("POST", f"/proposals/{proposal['id']}/acceptance")
    assert accepted.status_code == 201
    version = (await ben("GET", f"/versions/{accepted.json()['id']}")).json()
    exact = await ben("GET", f"/versions/{version['id']}/canonical")
    assert sha256(exact.content).hexdigest() == version["digest"]
    assert json.loads(exact.content)["clauses"] == wires.couple.agreed()

    signature = f"/versions/{version['id']}/signature"
    assert (await ben("POST", signature, {"digest": version["digest"]})).status_code == 403
    for person, sealed in ((wires.couple.ben, False), (wires.couple.ana, True)):
        signed = await (await wires.session(person))("POST", signature, {"digest": version["digest"]})
        assert (signed.status_code, signed.json()) == (200, {"sealed": sealed})
    [listed] = (await ana("GET", "/versions")).json()
    assert listed["unaltered"]
    assert [one["home"] for one in listed["signatures"]] == ["B", "A"]
    assert (await ana("POST", f"/versions/{version['id']}/draft")).status_code == 204


async def test_the_catalogue_can_draw_a_form(wires: Wires):
    listed = (await (await wires.token(wires.couple.ana))("GET", "/clauses")).json()
    assert [one["code"] for one in listed] == [clause.code for clause in clauses.load()]
    regular = next(one for one in listed if one["code"] == "C02")
    nights = next(one for one in regular["fields"] if one["name"] == "nights")
    assert nights["asked_when"] == {"pattern": ["own"]}
    assert set(regular["title"]) == {"nl", "fr", "de", "en"}


async def test_half_a_clause_is_kept_and_says_what_is_open(wires: Wires):
    ana = await wires.token(wires.couple.ana)
    saved = (await ana("PUT", "/draft/C02", {"answers": {"pattern": "ww_fri"}})).json()
    assert [one["field"] for one in saved["problems"]] == ["anchor_date", "anchor_parent", "handover_time"]
    assert (await ana("GET", "/draft/C02")).json() == saved
    draft = (await ana("GET", "/draft")).json()
    assert [one["field"] for one in draft["problems"]] == ["effective_on"]
    refused = await ana("POST", "/proposals")
    assert refused.status_code == 422
    assert {"C02.anchor_date", "effective_on", "A01"} <= {one["field"] for one in refused.json()["problems"]}
    await ana("PUT", "/draft/C02", {"answers": {}})
    assert (await ana("GET", "/draft/C02")).json()["answers"] == {}


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("PUT", "/draft/C02", {"answers": {"pattern": True}}, 400),
        ("PUT", "/draft/C02", {"answers": {"pattern": None}}, 400),
        ("PUT", "/draft/C02", {"answers": {"pattern": {"a": 1}}}, 400),
        ("PUT", "/draft/C02", {"answers": {"pattern": "x"}, "more": 1}, 400),
        ("PUT", "/draft/C02", {}, 400),
        ("PUT", "/draft/C02", [], 400),
        ("PUT", "/draft/C02", {"answers": {"pattern": "\x00"}}, 422),
        ("PUT", "/draft/C02", {"answers": {"pattern": "x" * 5000}}, 400),
        ("PUT", "/draft/C02", {"answers": {"colour": "blue"}}, 422),
        ("PUT", "/draft/D05", {"answers": {"notice": 10**30}}, 422),
        ("PUT", "/draft/A01", {"answers": {"children": [str(uuid4())]}}, 422),
        ("PUT", "/draft/Z99", {"answers": {}}, 404),
        ("PUT", "/start", {"effective_on": "2020-01-01"}, 422),
        ("PUT", "/start", {"effective_on": "2027-02-30"}, 400),
        ("POST", "/proposals/{id}/acceptance", None, 404),
        ("POST", "/proposals/{id}/withdrawal", None, 404),
        ("GET", "/versions/{id}", None, 404),
        ("GET", "/versions/{id}/canonical", None, 404),
    ],
)
async def test_wrong_bodies_and_unknown_ids_get_a_reason(
    wires: Wires, method: str, path: str, body: Any, status: int
):
    ana = await wires.token(wires.couple.ana)
    answer = await ana(method, path.replace("{id}", str(uuid4())), body)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert "x" * 50 not in answer.text


async def test_a_token_that_may_only_read_changes_nothing(wires: Wires):
    ana = await wires.token(wires.couple.ana, "read")
    assert (await ana("GET", "/draft")).status_code == 200
    assert (await ana("PUT", "/draft/C02", {"answers": {"pattern": "ww_fri"}})).status_code == 403
    assert (await ana("GET", "/draft/C02")).json()["answers"] == {}


async def test_what_was_not_shown_is_not_signed(wires: Wires):
    ana = await wires.token(wires.couple.ana)
    await put_everything(ana, wires.couple)
    proposal = (await ana("POST", "/proposals")).json()["id"]
    ben = await wires.session(wires.couple.ben)
    version = (await ben("POST", f"/proposals/{proposal}/acceptance")).json()["id"]
    for digest, status in (("x", 400), ("0" * 64, 409)):
        assert (await ben("POST", f"/versions/{version}/signature", {"digest": digest})).status_code == status
    assert (await ben("GET", f"/versions/{version}")).json()["signatures"] == []


READS = ("/clauses", "/proposals", "/versions")


@pytest.mark.parametrize(
    ("profession", "reads"),
    [(Profession.NONE, 404), (Profession.MEDIATOR, 404), (Profession.CENTRE_SOCIAL, 200)],
)
async def test_neither_drafts_nor_errands_are_open_to_others(
    wires: Wires, profession: Profession, reads: int
):
    await put_everything(await wires.token(wires.couple.ana), wires.couple)
    sam = await wires.token(await wires.couple.world.person("Sam", profession))
    for path in READS:
        assert (await sam("GET", path)).status_code == reads, path
    for method, path, body in (
        ("GET", "/draft", None),
        ("GET", "/draft/C02", None),
        ("PUT", "/draft/C02", {"answers": {"pattern": "ww_fri"}}),
        ("PUT", "/start", {"effective_on": SOON.isoformat()}),
        ("POST", "/proposals", None),
    ):
        assert (await sam(method, path, body)).status_code == 404, path
