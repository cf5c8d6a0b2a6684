"""Trips and consents over JSON: the same errands, and nothing that binds by a token alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest

from portal import own_settings, sign_in
from portal.api import trips as trips_api
from portal.pages.trips import TOLD
from tests.portal.trips_house import LAST, SOON, Browser, House, at, house_of
from tests.visitor import Visitor
from tests.world import World


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    return await house_of(world, visitor)


@pytest.fixture
async def tokens(house: House, visitor: Browser) -> dict[str, Visitor]:
    """The same parents by personal tokens."""
    made = {}
    for person in (house.couple.ana, house.couple.ben):
        async with house.couple.world.database.writing() as session:
            token = await own_settings.create_token(session, person, "script", "write", datetime.now(UTC))
        made[person.name] = visitor()
        made[person.name].headers = {"authorization": f"Bearer {token}"}
    return made


def trip_in(house: House, **said: Any) -> dict[str, Any]:
    return {
        "children": [str(child) for child in house.couple.children],
        "depart_at": at(0).isoformat(),
        "return_at": at(7, 18).isoformat(),
        "stays": [{"country": "ES", "nights": 7}],
        "mode": "air",
        **said,
    }


def consent_in(house: House, **said: Any) -> dict[str, Any]:
    children = [str(child) for child in house.couple.children]
    return {"children": children, "countries": ["ES"], "valid_from": f"{SOON}", "valid_to": f"{LAST}", **said}


def place(house: House) -> str:
    return f"/api/families/{house.couple.family_id}"


async def call(browser: Visitor, method: str, path: str, body: Any = None) -> httpx.Response:
    if browser.headers:
        return await browser.client.request(method, path, json=body, headers=browser.headers)
    return await browser.json(method, path, body)


async def test_the_whole_way_of_a_trip(house: House) -> None:
    ana, ben = house.browsers["Ana"], house.browsers["Ben"]
    trips = f"{place(house)}/trips"
    made = await call(ana, "POST", trips, trip_in(house))
    assert made.status_code == 201
    own = f"{trips}/{made.json()['id']}"
    seen = (await ben.get(own)).json()
    assert (seen["standing"], seen["waits_for"], seen["tickets"]) == ("asked", "B", "unknown")
    assert seen["steps"] == ["consent", "object"]
    assert [gap["lack"] for gap in seen["gaps"]] == ["consent"]

    assert (await call(ben, "POST", f"{own}/objections", {"reason": "exam"})).status_code == 201
    assert (await ana.get(own)).json()["standing"] == "objected"
    given = await call(ben, "POST", f"{own}/consents", consent_in(house, seen=seen["changed_at"]))
    assert given.status_code == 201
    assert (await ana.get(own)).json()["standing"] == "agreed"

    assert (await call(ana, "PUT", own, trip_in(house, return_at=at(8, 0, 1).isoformat()))).status_code == 204
    [gap] = (await ben.get(own)).json()["gaps"]
    assert gap["lack"] == "days"
    assert datetime.fromisoformat(gap["starts_at"]) == at(8, 0)
    late = await call(ben, "POST", f"{own}/consents", consent_in(house, seen=seen["changed_at"]))
    assert late.status_code == 409

    consents = f"{place(house)}/consents"
    assert (await call(ben, "POST", f"{consents}/{given.json()['id']}/withdrawal", {})).status_code == 204
    [shown] = (await ana.get(consents)).json()
    assert shown == (await ben.get(f"{consents}/{given.json()['id']}")).json()
    assert shown["withdrawn_at"] is not None
    assert shown["counts"] is False
    assert (await ana.get(own)).json()["standing"] == "withdrawn"
    assert (await call(ben, "POST", f"{consents}/{given.json()['id']}/withdrawal", {})).status_code == 409

    assert (await call(ana, "POST", f"{own}/cancellation")).status_code == 204
    assert [one["standing"] for one in (await ben.get(trips)).json()] == ["cancelled"]
    assert (await call(ben, "POST", f"{own}/consents", consent_in(house))).status_code == 409


async def test_leaving_and_coming_back(house: House) -> None:
    now = datetime.now(UTC)
    world = house.couple.world
    world.now = now - timedelta(days=4)
    trip_id = await house.trip(
        "Ben", depart_at=now - timedelta(days=2), return_at=None, stays=house.nights("ES", 4)
    )
    own = f"{place(house)}/trips/{trip_id}"
    ana, ben = house.browsers["Ana"], house.browsers["Ben"]
    left, back = ({"left_at": f"{now - timedelta(days=1)}"}, {"back_at": f"{now - timedelta(hours=1)}"})
    assert (await call(ana, "POST", f"{own}/departure", left)).status_code == 409
    assert (
        await call(ben, "POST", f"{own}/departure", {"left_at": f"{now + timedelta(days=1)}"})
    ).status_code == 422
    assert (await call(ben, "POST", f"{own}/departure", left)).status_code == 204
    assert (await ana.get(own)).json()["standing"] == "on_the_way"
    assert (
        await call(ana, "POST", f"{own}/return", {"back_at": f"{now - timedelta(days=2)}"})
    ).status_code == 422
    assert (await call(ana, "POST", f"{own}/return", back)).status_code == 204
    assert (await call(ben, "POST", f"{own}/return", back)).status_code == 409


async def test_a_token_may_ask_and_object_but_not_consent_or_withdraw(
    house: House, tokens: dict[str, Visitor]
) -> None:
    trips = f"{place(house)}/trips"
    made = await call(tokens["Ana"], "POST", trips, trip_in(house))
    assert made.status_code == 201
    own = f"{trips}/{made.json()['id']}"
    refused = await call(tokens["Ben"], "POST", f"{own}/consents", consent_in(house))
    assert refused.status_code == 403
    given = (await call(house.browsers["Ben"], "POST", f"{own}/consents", consent_in(house))).json()["id"]
    assert (
        await call(tokens["Ben"], "POST", f"{place(house)}/consents/{given}/withdrawal", {})
    ).status_code == 403
    assert (await call(tokens["Ben"], "POST", f"{own}/objections", {"reason": ""})).status_code == 422
    assert (await house.browsers["Ana"].get(own)).json()["standing"] == "agreed"
    assert (
        await call(house.browsers["Ben"], "POST", f"{place(house)}/consents/{given}/withdrawal", {})
    ).status_code == 204
    assert (await call(tokens["Ben"], "POST", f"{own}/objections", {"reason": ""})).status_code == 201


async def test_the_traveller_cannot_answer(house: House) -> None:
    own = f"{place(house)}/trips/{await house.trip()}"
    ana = house.browsers["Ana"]
    assert (await call(ana, "POST", f"{own}/consents", consent_in(house))).status_code == 409
    assert (await call(ana, "POST", f"{own}/objections", {})).status_code == 409
    given = await house.consent("Ben", await house.trip())
    assert (await call(ana, "POST", f"{place(house)}/consents/{given}/withdrawal", {})).status_code == 409


async def test_strangers_find_nothing(house: House, visitor: Browser) -> None:
    trip_id = await house.trip()
    given = await house.consent("Ben", trip_id)
    sam = await visitor().sign_in_as(await house.couple.world.person("Sam"))
    trips, consents = f"{place(house)}/trips", f"{place(house)}/consents"
    own = f"{trips}/{trip_id}"
    for path in (trips, own, consents, f"{consents}/{given}"):
        assert (await sam.get(path)).status_code == 404
    for method, path, body in (
        ("POST", trips, trip_in(house)),
        ("PUT", own, trip_in(house)),
        ("POST", f"{own}/cancellation", None),
        ("POST", f"{own}/departure", {"left_at": at(0).isoformat()}),
        ("POST", f"{own}/return", {"back_at": at(0).isoformat()}),
        ("POST", f"{own}/consents", consent_in(house)),
        ("POST", f"{own}/objections", {}),
        ("POST", f"{consents}/{given}/withdrawal", {}),
    ):
        assert (await call(sam, method, path, body)).status_code == 404, path
    for path in (f"{trips}/{uuid4()}", f"{consents}/{uuid4()}"):
        assert (await house.browsers["Ana"].get(path)).status_code == 404


ODD = (
    "<script>", "\x00\r\n", "x" * 20_000, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "0001-01-01",
    "9999-12-31", None, -1, 10**40, 1e308, [], {}, [None], True,
)  # fmt: skip


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_whatever_is_sent_is_answered(
    house: House, tokens: dict[str, Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trips_api, "TOLD", replace(TOLD, hits=10_000))
    monkeypatch.setattr(sign_in, "WRITES", replace(sign_in.WRITES, hits=10_000))
    own = f"{place(house)}/trips/{await house.trip()}"
    ana, ben = tokens["Ana"], house.browsers["Ben"]
    fine = {204, 400, 422}
    ben.headers = {"x-csrftoken": await ben.token()}
    for value in ODD:
        for name in (*trip_in(house), "stops", "tickets", "address", "return_details", "extra"):
            answer = await call(ana, "PUT", own, trip_in(house, **{name: value}))
            assert answer.status_code in fine, (name, value)
        for name in ("country", "nights"):
            rows = [{"country": "ES", name: value}]
            assert (await call(ana, "PUT", own, trip_in(house, stays=rows))).status_code in fine, (
                name,
                value,
            )
        for name in ("country", "hours", "landside"):
            rows = [{"country": "ES", "hours": 1, name: value}]
            assert (await call(ana, "PUT", own, trip_in(house, stops=rows))).status_code in fine, (
                name,
                value,
            )
        for name in ("children", "countries", "valid_from", "valid_to", "seen"):
            answer = await call(ben, "POST", f"{own}/consents", consent_in(house, **{name: value}))
            assert answer.status_code in {201, 400, 409, 422}, (name, value)
        assert (await call(ben, "POST", f"{own}/objections", {"reason": value})).status_code in {
            201,
            400,
            409,
            422,
        }
    half = await ana.client.post(f"{own}/objections", content=b'{"reason": "\\ud800"}', headers=ana.headers)
    assert half.status_code == 400  # half a letter is no text
    assert (await ana.client.get(own, headers=ana.headers)).status_code == 200
