"""What every answer carries, whatever was asked and whoever asked: exact headers, cookies' flags, hosts and form tokens."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar

from portal import sign_in
from portal.app import make_app, make_service
from portal.security import HEADERS, HSTS
from portal.visit import Service
from tests.security.house import House, doors, examples
from tests.visitor import TOKEN
from tests.world import PASSWORD, World

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])

ALWAYS = {name.lower(): value for name, value in HEADERS.items()}
PAGE = {"content-type", "content-length", "cache-control", "set-cookie"}
MAY = {
    "page": PAGE | {"location", "clear-site-data", "allow"},
    "api": PAGE | {"allow"},
    "feed": PAGE | {"allow", "etag", "last-modified", "content-disposition", "content-encoding"},
    "static": PAGE | {"allow", "etag", "last-modified", "content-disposition"},
}
TELLING = ("server", "x-powered-by", "via", "access-control-allow-origin", "x-litestar")


def exact(answer: httpx.Response, kind: str, *, secure: bool = False) -> None:
    """Every header of ours with its exact value, and none that nobody listed."""
    headers = dict(answer.headers.items())
    for name, value in ALWAYS.items():
        assert headers.get(name) == value, (answer.request.method, answer.request.url.path, name)
    assert headers.keys() - ALWAYS.keys() - MAY[kind] - {"strict-transport-security"} == set()
    assert (headers.get("strict-transport-security") == HSTS) is secure
    assert not headers.keys() & set(TELLING)
    if kind in {"page", "api"}:
        assert headers["cache-control"] == "no-store"


def test_the_policy_has_no_hole(dialect: str) -> None:
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";"))
    assert (
        policy["default-src"]
        == policy["object-src"]
        == policy["base-uri"]
        == policy["frame-ancestors"]
        == "'none'"
    )
    assert not any(
        word in HEADERS["Content-Security-Policy"] for word in ("unsafe", "*", "http:", "data:", "blob:")
    )
    assert int(HSTS.split("max-age=")[1].split(";")[0]) >= 365 * 86400


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY")
PLACES = (
    ("/", "page"),
    ("/settings", "page"),
    ("/sign-in", "page"),
    ("/nothing/here", "page"),
    ("/f/{family_id}/plan", "page"),
    ("/f/not-an-id/plan", "page"),
    ("/health/ready", "page"),
    ("/api/families", "api"),
    ("/api/nothing", "api"),
    ("/api/openapi.json", "api"),
    ("/agenda/{rest}", "feed"),
    ("/agenda/unknown.ics", "feed"),
    ("/static/entente.css", "static"),
    ("/static/../settings.py", "static"),
    ("/static/%2e%2e/settings.py", "static"),
)


async def test_every_method_on_every_kind_of_place_carries_exactly_these_headers(house: House) -> None:
    for who in ("nobody", "Ana"):
        browser = await house.browser(who)
        for place, kind in PLACES:
            for method in METHODS:
                answer = await browser.client.request(method, place.format(**house.ours.ids))
                assert answer.status_code < 500, (method, place)
                exact(answer, kind)
                assert "Traceback" not in answer.text
                assert "litestar" not in answer.text.lower() or place == "/api/openapi.json"
                if method == "HEAD":
                    assert answer.content == b""
                if method in {"TRACE", "QUERY"}:
                    assert answer.status_code in {403, 404, 405}


async def test_an_error_nobody_foresaw_keeps_its_details_to_itself(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mediation import families

    async def falls(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("the secret detail")

    monkeypatch.setattr(families, "open_for", falls)
    browser, family = await house.browser("Ana"), house.ours.ids["family_id"]
    for path, kind in ((f"/f/{family}/plan", "page"), (f"/api/families/{family}", "api")):
        answer = await browser.send("GET", path)
        assert answer.status_code == 500
        exact(answer, kind)
        for word in ("secret detail", "RuntimeError", "Traceback", ".py"):
            assert word not in answer.text


def settled(service: Service, folder: Path, **said: Any) -> tuple[Litestar, Service]:
    other = make_service(replace(service.settings, data_folder=folder, **said))
    return make_app(other), other


async def cookies_of(app: Litestar, base: str) -> list[str]:
    """Everything the service sets, from the first page to being signed in."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url=base) as client:
        first = await client.get("/sign-in?lang=fr")
        token = TOKEN.search(first.text)
        assert token is not None
        form = {"email": "ana@example.be", "password": PASSWORD, "_csrf_token": token.group(1)}
        answer = await client.post("/sign-in", data=form)
        assert answer.status_code == 303
        out = await client.post("/sign-out", data={"_csrf_token": token.group(1)})
        exact(out, "page", secure=base.startswith("https"))
        return [
            *first.headers.get_list("set-cookie"),
            *answer.headers.get_list("set-cookie"),
            *out.headers.get_list("set-cookie"),
        ]


@pytest.mark.parametrize("base", ["https://agenda.example.be", "http://127.0.0.1:8000"])
async def test_cookies_are_shut_as_far_as_the_connection_allows(
    world: World, service: Service, tmp_path: Path, base: str
) -> None:
    secure = base.startswith("https")
    await world.person("Ana")
    app, other = settled(service, tmp_path, base_url=base)
    found = await cookies_of(app, base)
    other.passwords.close()
    await other.database.close()
    names = {one.split("=", 1)[0] for one in found}
    assert names == (
        {"__Host-agenda", "__Host-form", "language"} if secure else {"agenda", "form", "language"}
    )
    for cookie in found:
        flags = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "samesite=lax", "path=/"} <= flags, cookie
        assert ("secure" in flags) is secure, cookie
        assert not any(flag.startswith("domain") for flag in flags)


HOSTS = (
    "evil.example",
    "127.0.0.1:8000.evil.example",
    "evil.example:8000",
    "127.0.0.1:8000@evil.example",
    "127.0.0.1:8000/settings?",
    "",
)


async def test_another_host_gets_nothing_and_is_never_repeated(house: House) -> None:
    browser = await house.browser("Ana")
    for host in HOSTS:
        for path in ("/settings", "/api/families", "/sign-in"):
            answer = await browser.client.get(path, headers={"host": host})
            assert answer.status_code == 400, (host, path)
            assert "evil" not in answer.text + str(answer.headers)
            assert ALWAYS.items() <= dict(answer.headers).items()
    for name in ("x-forwarded-host", "x-original-url", "x-rewrite-url", "forwarded"):
        answer = await browser.client.get("/go/today", headers={name: "evil.example"})
        assert answer.status_code == 303
        assert "evil" not in answer.headers["location"]


async def test_a_form_without_its_own_token_changes_nothing(house: House) -> None:
    ana, ben = await house.browser("Ana"), await house.browser("Ben")
    foreign = TOKEN.search((await ben.client.get("/safety")).text)
    assert foreign is not None
    await ana.client.get("/safety")
    for door in house.doors():
        if door.method in {"GET", "HEAD"}:
            continue
        for headers in ({}, {"x-csrftoken": foreign.group(1)}, {"x-csrftoken": "x" * 128}):
            answer = await ana.client.request(door.method, door.at(house.ours.ids), headers=headers)
            assert answer.status_code == 403, (door.name, answer.status_code)
    assert (await ana.send("GET", "/settings")).status_code == 200


FOR_EVERYONE = {"POST /api/check/plan", "POST /api/check/travel"}  # who holds a paper needs no account


async def test_a_bearer_token_replaces_the_form_token_in_the_api_alone(house: House) -> None:
    browser = await house.browser("Ana")
    headers = {"authorization": "Bearer anything"}
    for door in house.doors():
        if door.method in {"GET", "HEAD"} or door.name in FOR_EVERYONE:
            continue
        answer = await browser.client.request(door.method, door.at(house.ours.ids), headers=headers)
        # In the API the cookie does not count beside a token, so this is nobody; elsewhere the form token is missing.
        assert answer.status_code == (401 if door.is_api else 403), (door.name, answer.status_code)
    assert (await browser.client.get("/settings", headers=headers)).status_code == 303
    assert (await browser.send("GET", "/settings")).status_code == 200


async def test_no_header_makes_a_new_visitor_for_the_throttle(house: House) -> None:
    browser = await house.browser("nobody")
    form = {"email": "ana@example.be", "password": "no"}
    statuses = [
        (
            await browser.send(
                "POST",
                "/sign-in",
                form,
                {
                    "x-forwarded-for": f"203.0.113.{n}",
                    "x-real-ip": f"203.0.113.{n}",
                    "forwarded": f"for=203.0.113.{n}",
                },
            )
        ).status_code
        for n in range(sign_in.SIGN_IN_PAIR.hits + 1)
    ]
    assert statuses == [400] * sign_in.SIGN_IN_PAIR.hits + [429]


async def test_looking_changes_nothing(house: House) -> None:
    """GET and HEAD are safe, the way out aside, which ends the visitor's own session (ASVS V3.5.3)."""
    for door in house.doors():
        if door.method == "HEAD":
            assert door.path.startswith(("/agenda", "/static"))
    browser = await house.browser("Ana")
    out = await browser.send("GET", "/exit")
    assert out.headers["location"].startswith("https://")
    assert out.headers["clear-site-data"]
    exact(out, "page")


async def test_the_description_of_the_api_is_whole(house: House) -> None:
    text = (await (await house.browser("nobody")).send("GET", "/api/openapi.json")).text
    told = json.loads(text)
    there = {door.name for door in doors(house.app) if door.is_api} - {
        "GET /api/openapi.json",
        "GET /api/{path}",
    }
    assert there == {
        f"{method.upper()} {path}"
        for path, errands in told["paths"].items()
        for method in errands
        if path.startswith("/api/")
    }
    assert [name for name, body in examples(told).items() if not body] == []
    assert "/work/" not in text


async def test_signing_in_never_leads_to_another_site(house: House) -> None:
    browser = await house.browser("Ana")
    for onward in (
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "\t//evil.example",
        "/%0d%0aSet-Cookie:a=b",
    ):
        answer = await browser.send("POST", "/confirm", {"onward": onward, "shown_password": PASSWORD})
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/")
            assert not answer.headers["location"].startswith(("//", "/\\"))
        assert "a" not in answer.cookies
