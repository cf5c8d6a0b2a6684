"""Tokens and sessions: kept as hashes, no wider than their scope, and gone the moment somebody ends them."""

from dataclasses import fields
from datetime import timedelta

import pyotp
import pytest
from sqlmodel import select

from mediation.tables import FeedRow, InvitationRow, PersonRow
from portal import own_settings, sign_in
from portal.settings import Settings
from portal.tables import ApiTokenRow, WebSessionRow
from tests.security.house import Browser, Clock, House
from tests.world import PASSWORD

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])
SECOND = timedelta(seconds=1)


async def token_of(house: House, who: str, scope: str) -> str:
    async with house.world.database.writing() as session:
        return await own_settings.create_token(session, house.people[who], "script", scope, house.world.now)


async def with_token(house: House, token: str, method: str, path: str, body: object = None) -> int:
    client = house.visitor().client
    answer = await client.request(method, path, json=body, headers={"authorization": f"Bearer {token}"})
    return answer.status_code


async def signed_in(browser: Browser) -> bool:
    return (await browser.send("GET", "/settings")).status_code == 200


async def test_no_token_stands_in_the_database_as_itself(house: House) -> None:
    browser, token = await house.browser("Ana"), await token_of(house, "Ana", "read")
    cookie = str(browser.client.cookies.get(house.world.service.session_cookie))
    kept = set()
    async with house.world.database.reading() as session:
        for table in (ApiTokenRow, WebSessionRow, FeedRow, InvitationRow):
            kept |= {
                str(value)
                for row in (await session.exec(select(table))).all()
                for value in row.model_dump().values()
            }
    assert sign_in.hashed(token) in kept
    assert sign_in.hashed(cookie) in kept
    shown = {token, cookie, house.ours.feed_token, house.ours.ids["token"]}
    assert not shown & kept
    assert min(len(one) for one in shown) >= 43  # 256 bits in base64


async def test_a_token_to_read_does_not_write_and_one_to_write_does(house: House) -> None:
    path = f"/api/families/{house.ours.ids['family_id']}/feeds"
    reads, writes = await token_of(house, "Ana", "read"), await token_of(house, "Ana", "write")
    assert await with_token(house, reads, "GET", path) == 200
    assert await with_token(house, reads, "POST", path, {"name": "x"}) == 403
    assert await with_token(house, reads, "DELETE", f"{path}/{house.ours.ids['feed_id']}") == 403
    assert await with_token(house, writes, "POST", path, {"name": "x"}) == 201


async def test_a_token_never_opens_a_page_nor_does_what_needs_a_person(house: House) -> None:
    token, family = await token_of(house, "Ana", "write"), house.ours.ids["family_id"]
    assert await with_token(house, token, "GET", "/settings") == 303
    version = house.ours.ids["version_id"]
    body = {"digest": "0" * 64}
    assert (
        await with_token(
            house, token, "POST", f"/api/families/{family}/plan/versions/{version}/signature", body
        )
        == 403
    )
    consent = f"/api/families/{family}/consents/{house.ours.ids['consent_id']}/withdrawal"
    assert await with_token(house, token, "POST", consent) == 403


async def test_a_withdrawn_token_stops_at_the_next_request_and_all_run_out(
    house: House, clock: Clock
) -> None:
    first, second = await token_of(house, "Ana", "read"), await token_of(house, "Ana", "read")
    async with house.world.database.writing() as session:
        tokens = await session.exec(
            select(ApiTokenRow.id).where(ApiTokenRow.token_hash == sign_in.hashed(first))
        )
        await own_settings.revoke_token(session, house.people["Ana"], tokens.one(), clock.at)
    assert await with_token(house, first, "GET", "/api/families") == 401
    assert await with_token(house, second, "GET", "/api/families") == 200
    clock.at += own_settings.TOKEN_LASTS
    assert await with_token(house, second, "GET", "/api/families") == 401
    assert await with_token(house, "x" * 43, "GET", "/api/families") == 401
    assert await with_token(house, "", "GET", "/api/families") == 401


async def test_a_session_ends_after_half_an_hour_of_silence(house: House, clock: Clock) -> None:
    browser = await house.browser("Ana")
    clock.at += sign_in.IDLE - SECOND
    assert await signed_in(browser)
    clock.at += sign_in.IDLE - SECOND
    assert await signed_in(browser)
    clock.at += sign_in.IDLE
    assert not await signed_in(browser)


async def test_a_session_ends_after_half_a_day_however_busy(house: House, clock: Clock) -> None:
    browser, begun = await house.browser("Ana"), clock.at
    while clock.at < begun + sign_in.LONGEST_SESSION - timedelta(minutes=25):
        clock.at += timedelta(minutes=25)
        assert await signed_in(browser)
    clock.at = begun + sign_in.LONGEST_SESSION
    assert not await signed_in(browser)


async def test_every_sign_in_makes_a_new_token_and_a_foreign_one_is_not_taken_over(house: House) -> None:
    browser = await house.browser("nobody")
    name = house.world.service.session_cookie
    browser.client.cookies.set(name, "planted", domain="127.0.0.1")
    form = {"email": "ana@example.be", "password": PASSWORD}
    answer = await browser.send("POST", "/sign-in", form)
    assert answer.status_code == 303
    first = answer.cookies[name]
    second = (await browser.send("POST", "/sign-in", form)).cookies[name]
    assert len({"planted", first, second}) == 3


async def test_a_new_password_ends_every_other_session_and_not_this_one(house: House) -> None:
    here, elsewhere, others = (
        await house.browser("Ana"),
        await house.browser("Ana"),
        await house.browser("Ben"),
    )
    answer = await here.send("POST", "/settings/password", {"password": "another quiet garden"})
    assert answer.status_code == 303
    assert await signed_in(here)
    assert not await signed_in(elsewhere)
    assert await signed_in(others)


async def test_a_second_factor_ends_every_other_session(house: House, clock: Clock) -> None:
    import re

    here, elsewhere = await house.browser("Ana"), await house.browser("Ana")
    page = (await here.send("GET", "/settings/second-factor")).text
    sealed = re.search(r'name="sealed" value="([0-9a-f]+)"', page)
    assert sealed is not None
    secret = house.world.service.vault.unseal(
        bytes.fromhex(sealed.group(1)), f"settings:totp:{house.people['Ana'].id}"
    ).decode()
    form = {"sealed": sealed.group(1), "code": pyotp.TOTP(secret).at(clock.at)}
    assert (
        (await here.send("POST", "/settings/second-factor", form))
        .headers["location"]
        .startswith("/settings?")
    )
    assert await signed_in(here)
    assert not await signed_in(elsewhere)


async def test_ones_own_device_can_be_ended_and_nobody_elses(house: House) -> None:
    ana, ben = await house.browser("Ana"), await house.browser("Ben")
    async with house.world.database.reading() as session:
        theirs = (
            await session.exec(
                select(WebSessionRow.id).where(WebSessionRow.person_id == house.people["Ben"].id)
            )
        ).all()
    for device in theirs:
        assert (await ana.send("POST", f"/settings/devices/{device}/end")).status_code == 404
    assert await signed_in(ben)
    assert (await ben.send("POST", f"/settings/devices/{theirs[-1]}/end")).status_code == 303


async def test_what_binds_asks_for_the_password_when_it_was_shown_too_long_ago(
    house: House, clock: Clock
) -> None:
    browser = await house.browser("Ben")
    clock.at += sign_in.FRESH + SECOND
    path = "/f/{family_id}/trips/{trip_id}/consents/{consent_id}/withdraw".format(**house.ours.ids)
    asked = await browser.send("POST", path)
    assert asked.status_code == 200
    assert 'name="shown_password"' in asked.text
    wrong = await browser.send("POST", path, {"shown_password": "not it"})
    assert wrong.status_code == 400
    right = await browser.send("POST", path, {"shown_password": PASSWORD})
    assert right.status_code == 303
    assert right.headers["location"].endswith("done=withdrawn")


async def test_the_password_of_another_person_does_not_do(house: House) -> None:
    async with house.world.database.writing() as session:
        row = await session.get(PersonRow, house.people["Eva"].id)
        assert row is not None
        row.password_hash = await house.world.service.passwords.hash("only Eva knows this")
        session.add(row)
    browser = await house.browser("nobody")
    answer = await browser.send(
        "POST", "/sign-in", {"email": "ana@example.be", "password": "only Eva knows this"}
    )
    assert answer.status_code == 400
    assert house.world.service.session_cookie not in answer.cookies


def test_passwords_cost_what_the_standard_asks(dialect: str) -> None:
    """OWASP ASVS 5.0 appendix C: argon2id with three rounds and at least 12 MiB; ours takes 64."""
    [cost] = [field.default for field in fields(Settings) if field.name == "password_cost"]
    assert cost == (3, 64 * 1024, 1)
