"""The page for checking certificates, kept on a disk and opened without a network in a real browser."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from parenting_plans.certificate.issuing import issue
from parenting_plans.certificate.keys import signing_key
from parenting_plans.certificate.serial import in_groups
from parenting_plans.certificate.statement import NamedChild, Statement
from portal.languages import words
from portal.offline_check import page_with

KEY, OTHER, STRANGER = (signing_key(sign * 32) for sign in (b"k", b"o", b"s"))
DAY = timedelta(days=1)


def statement(first: date, last: date, issued: datetime) -> Statement:
    return Statement(
        serial="7K2QX9M4TB3HW8PZC5NE",
        issuer="https://example.be",
        issued_at=issued.replace(microsecond=0),
        children=(NamedChild("Zoé <b>Lou</b>", "", date(2019, 3, 12)),),
        travelling="Ana",
        consenting="Ben",
        adults=None,
        countries=("ES", "PT"),
        transit=True,
        first_day=first,
        last_day=last,
        conditions="Bel elke avond.",
    )


@pytest.mark.parametrize("width", [360, 1280])
async def test_the_kept_page_finds_what_the_command_finds(
    chromium: Browser, tmp_path: Path, width: int
) -> None:
    page = await chromium.new_page()
    now = datetime.now(UTC)
    today = now.date()
    running = statement(today - DAY, today + DAY, now - DAY)
    good = issue(running, KEY)
    head, body, signature = good.split(".")
    cases = {
        "valid": good,
        "tampered": f"{head}.{body}.{'B' if signature[0] == 'A' else 'A'}{signature[1:]}",
        "truncated": good[:-9],
        "not_a_statement": "hello",
        "unknown_key": issue(running, STRANGER),
        "expired": issue(statement(today - 9 * DAY, today - 5 * DAY, now - 10 * DAY), KEY),
        "not_yet": issue(statement(today + 5 * DAY, today + 9 * DAY, now - DAY), KEY),
        "future_dated": issue(statement(today - DAY, today + DAY, now + DAY), KEY),
    }
    # The same head and body under another published key: its own signature over them, named after the first.
    cases["wrong_key"] = f"{head}.{body}." + _signature_of(f"{head}.{body}")
    # The last sign of a signature stands for two bits; its other four are 0, and no other spelling is taken.
    more = [("tampered", good[:-1] + chr(ord(good[-1]) + 1)), ("truncated", good[:4])]
    kept = tmp_path / "check.html"
    kept.write_text(page_with([KEY.public, OTHER.public], today, words("nl")))
    await page.set_viewport_size({"width": width, "height": 800})
    await page.context.set_offline(True)
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    await page.goto(kept.as_uri())
    for state, text in [*cases.items(), *more]:
        await page.locator("#text").fill(text)
        await page.locator("#check").click()
        await expect(page.locator("#state")).to_have_attribute("data-state", state)
    await page.locator("#text").fill(good[:300] + "\n " + good[300:])
    await page.locator("#serial").fill(in_groups(running.serial).lower())
    await page.locator("#check").click()
    await expect(page.locator("#state")).to_have_attribute("data-state", "valid")
    await expect(page.locator("#answer")).to_contain_text("Zoé <b>Lou</b>")
    await page.locator("#serial").fill("AAAAA-AAAAA-AAAAA-AAAAA")
    await page.locator("#check").click()
    await expect(page.locator("#state")).to_have_attribute("data-state", "replayed")
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert wrong == []


def _signature_of(content: str) -> str:
    from base64 import urlsafe_b64encode

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    made = Ed25519PrivateKey.from_private_bytes(b"o" * 32).sign(content.encode())
    return urlsafe_b64encode(made).rstrip(b"=").decode()
