"""Getting in: an account is made with a code from a message, an invitation is spent once, a second factor is asked."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyotp

from mediation.people import Profession
from mediation.tables import PersonRow
from mediation.usecases import intake
from portal import jobs, own_settings
from portal.app import make_app
from portal.visit import Service
from tests.visitor import Visitor, visitor_of
from tests.world import PASSWORD, World

Browser = Callable[[], Visitor]


async def messages(service: Service) -> list[str]:
    """What the worker sent, as text."""
    await jobs.send_messages(service)
    folder = Path(service.settings.mail_folder)
    return [path.read_text() for path in sorted(folder.glob("*.eml"))]  # noqa: ASYNC240  a test may wait for a disk


async def begin(browser: Visitor, **said: str) -> Any:
    form = {"name": "Ana", "email": "ana@example.be", "password": PASSWORD, "language": "en", **said}
    return await browser.post("/sign-up", form)


async def test_a_person_signs_up_with_the_code_from_the_message(service: Service, visitor: Browser) -> None:
    browser = visitor()
    answer = await begin(browser)
    assert answer.status_code == 303
    [message] = await messages(service)
    code = re.search(r"\b(\d{6})\b", message)
    assert code is not None
    wrong = await browser.post(
        answer.headers["location"], {"code": "000000" if code.group(1) != "000000" else "111111"}
    )
    assert wrong.status_code == 400
    landed = await browser.post(answer.headers["location"], {"code": code.group(1)})
    assert landed.headers["location"] == "/go/today"
    assert "Begin with your family" in (await browser.follow(landed)).text


async def test_an_address_that_is_taken_looks_the_same(
    world: World, service: Service, visitor: Browser
) -> None:
    await world.person("Ana")
    taken, free = await begin(visitor()), await begin(visitor(), email="new@example.be")
    assert taken.status_code == free.status_code == 303
    assert len(taken.headers["location"]) == len(free.headers["location"])
    one, other = await visitor().get(taken.headers["location"]), await visitor().get(free.headers["location"])
    hide = re.compile(r"[0-9a-f-]{36,}")
    assert hide.sub("", one.text) == hide.sub("", other.text)
    codes = [
        message for message in await messages(service) if re.search(r"\b\d{6}\b", message.split("\n\n", 1)[1])
    ]
    assert len(codes) == 1


async def test_what_was_typed_is_kept_and_everything_wrong_is_said_at_once(visitor: Browser) -> None:
    answer = await begin(visitor(), name="", email="nobody", password="short")
    assert answer.status_code == 400
    assert 'value="nobody"' in answer.text
    assert answer.text.count('class="mistake"') == 3
    assert "short" not in answer.text


async def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
    world: World, visitor: Browser
) -> None:
    await world.person("Ana")
    wrong = await visitor().post("/sign-in", {"email": "ana@example.be", "password": "not this one"})
    unknown = await visitor().post("/sign-in", {"email": "eva@example.be", "password": "not this one"})
    assert wrong.status_code == unknown.status_code == 400
    scrub = re.compile(r'value="[^"]*"')
    assert scrub.sub("", wrong.text) == scrub.sub("", unknown.text)


async def test_the_sixth_try_has_to_wait_but_only_for_this_visitor(world: World, visitor: Browser) -> None:
    await world.person("Ana")
    browser = visitor()
    statuses = [
        (await browser.post("/sign-in", {"email": "ana@example.be", "password": "no"})).status_code
        for _ in range(6)
    ]
    assert statuses == [400] * 5 + [429]
    other = await visitor().post("/sign-in", {"email": "eva@example.be", "password": "no"})
    assert other.status_code == 400


async def test_signing_out_ends_the_session_on_the_server(world: World, visitor: Browser) -> None:
    ana = await world.person("Ana")
    browser = await visitor().sign_in_as(ana)
    kept = browser.client.cookies.get(browser.service.session_cookie, domain="127.0.0.1")
    out = await browser.post("/sign-out")
    assert out.headers["clear-site-data"]
    browser.client.cookies.set(browser.service.session_cookie, str(kept), domain="127.0.0.1")
    assert (await browser.get("/settings")).headers["location"] == "/sign-in"


async def test_looking_at_an_invitation_does_not_spend_it(world: World, visitor: Browser) -> None:
    ana, ben = await world.person("Ana"), await world.person("Ben")
    family = await world.run(ana, intake.open_family)
    world.now = datetime.now(UTC)
    sent = await world.run(ana, intake.invite, family, ben.email, "en", theirs_alone=True)
    token = intake.link_token(world.keys.links, sent)
    scanner = visitor()
    for _ in range(5):
        assert (await scanner.get(f"/invitation/{token}")).status_code == 303
    browser = await visitor().sign_in_as(ben)
    page = await browser.follow(await browser.get(f"/invitation/{token}"))
    assert "Join" in page.text
    joined = await browser.post("/invitation")
    assert joined.status_code == 303
    assert (await browser.post("/invitation")).status_code == 404


async def test_an_invitation_is_for_its_own_address_only(world: World, visitor: Browser) -> None:
    ana, ben, sam = await world.person("Ana"), await world.person("Ben"), await world.person("Sam")
    family = await world.run(ana, intake.open_family)
    world.now = datetime.now(UTC)
    sent = await world.run(ana, intake.invite, family, ben.email, "en", theirs_alone=True)
    browser = await visitor().sign_in_as(sam)
    await browser.get(f"/invitation/{intake.link_token(world.keys.links, sent)}")
    assert (await browser.post("/invitation")).status_code == 404
    assert (await browser.get(f"/f/{family}/family")).status_code == 404


async def test_a_code_of_the_second_factor_opens_once(
    world: World, service: Service, visitor: Browser
) -> None:
    ana = await world.person("Ana")
    secret = pyotp.random_base32()
    async with service.database.writing() as session:
        row = await session.get(PersonRow, ana.id)
        assert row is not None
        now = datetime.now(UTC)
        assert await own_settings.set_second_factor(
            session, service.vault, ana, secret, pyotp.TOTP(secret).at(now), now
        )
        row.totp_used_step = 0
        session.add(row)
    browser = visitor()
    first = await browser.post("/sign-in", {"email": ana.email, "password": PASSWORD})
    assert first.headers["location"] == "/sign-in/code"
    assert (await browser.get("/settings")).headers["location"] == "/sign-in"
    code = pyotp.TOTP(secret).now()
    assert (await browser.post("/sign-in/code", {"code": code})).status_code == 303
    assert (await browser.get("/settings")).status_code == 200
    again = visitor()
    await again.post("/sign-in", {"email": ana.email, "password": PASSWORD})
    assert (await again.post("/sign-in/code", {"code": code})).status_code == 400


async def test_a_professional_sets_up_a_second_factor_before_anything_else(
    world: World, service: Service, tmp_path: Path
) -> None:
    strict = replace(service, settings=replace(service.settings, staff_second_factor=True))
    nora, ana = await world.person("Nora", Profession.CENTRE_PSYCH), await world.person("Ana")
    browser = await visitor_of(make_app(strict), strict).sign_in_as(nora)
    for path in ("/desk", "/openings", "/settings"):
        assert (await browser.get(path)).headers["location"] == "/settings/second-factor"
    assert (await browser.get("/settings/second-factor")).status_code == 200
    assert (await browser.get("/api/alerts")).status_code == 403
    parent = await visitor_of(make_app(strict), strict).sign_in_as(ana)
    assert (await parent.get("/settings")).status_code == 200
