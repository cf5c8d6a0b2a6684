"""Somebody holds Ana's certificate: what the public check says of it, online, offline and at the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mediation import certificate_keys
from mediation.usecases import certificate, consent, travel_record
from mediation.usecases.certificate import Issued
from parenting_plans.certificate.issuing import issue
from parenting_plans.certificate.keys import key_set, read_key_set, signing_key
from parenting_plans.certificate.serial import in_groups
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.values import Home
from portal.__main__ import main
from portal.pages.check_travel import SIZE
from tests.portal.trips_house import Browser, House, house_of, words
from tests.visitor import Visitor
from tests.world import World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ISSUER = "https://example.be"


@pytest.fixture
async def house(world: World, visitor: Browser) -> House:
    return await house_of(world, visitor)


@pytest.fixture
def anyone(visitor: Callable[[], Visitor]) -> Visitor:
    return visitor()


async def issued(house: House, **said: Any) -> Issued:
    """The certificate of Ben's consent to a trip of Ana that is running now."""
    world = house.couple.world
    now = datetime.now(UTC).replace(microsecond=0)
    world.now = now - DAY
    trip_id = await house.trip(depart_at=now - HOUR, return_at=now + 5 * DAY, stays=house.nights("ES", 4))
    day = now.date()
    scope = {"valid_from": day - DAY, "valid_to": day + 6 * DAY, **said}
    given = await house.consent("Ben", trip_id, **scope)
    world.now = now
    made: Issued = await world.run(
        house.couple.ana, certificate.issue_for, house.couple.family_id, given, ISSUER
    )
    return made


async def asked(anyone: Visitor, code: str, **typed: str) -> Any:
    answer = await anyone.post("/check/travel", {"code": code, **typed})
    assert answer.status_code == 200
    return answer


async def test_a_holder_learns_four_words_and_whether_what_is_typed_fits(
    house: House, anyone: Visitor
) -> None:
    made = await issued(house)
    code, said = in_groups(made.statement.serial), made.statement
    answers = [
        await asked(anyone, code),
        await asked(anyone, made.text),
        await asked(anyone, code.lower(), child="LOU", first_day=f"{said.first_day}"),
        await asked(anyone, code, child="Tom", last_day=f"{said.first_day}"),
        await asked(anyone, "7K2QX-9M4TB-3HW8P-ZC5NE", child="Lou"),
        await asked(anyone, "x" * 300),
        await asked(anyone, code, first_day="nonsense"),
    ]
    pages = [words(one) for one in answers]
    for page in pages[:4]:
        assert " Valid " in page
    assert "it stands on the certificate" in pages[2]
    assert "they are those on the certificate" in pages[2]
    assert "it does not stand on the certificate" in pages[3]
    assert "they are not those on the certificate" in pages[3]
    for page in pages[4:6]:
        assert " Not known " in page
        assert "stand on the certificate" not in page
    sizes = {len(one.content) for one in answers}
    assert sizes == {SIZE}  # the same size, whatever it says
    assert len({tuple(sorted(one.headers)) for one in answers}) == 1
    for one in answers:
        for name in ("Lou", "Mio", "Ana", "Ben", "Spain"):
            assert name not in one.text.partition("<main")[2]


async def test_a_withdrawal_shows_at_the_next_check_and_one_for_later_not_before(
    house: House, anyone: Visitor
) -> None:
    made = await issued(house)
    world, couple = house.couple.world, house.couple
    given = made.certificate.permission_id
    later = datetime.now(UTC) + 2 * HOUR
    await world.run(couple.ben, consent.withdraw, couple.family_id, given, later)
    assert " Valid " in words(await asked(anyone, made.text))
    await world.run(couple.ben, consent.disown, couple.family_id, given)
    assert " Withdrawn " in words(await asked(anyone, made.text))


async def test_a_ban_of_a_court_wins_and_a_corrected_name_replaces(house: House, anyone: Visitor) -> None:
    made = await issued(house)
    world, couple = house.couple.world, house.couple
    again = await world.run(
        couple.ben, certificate.issue_for, couple.family_id, made.certificate.permission_id, ISSUER
    )
    assert again.text == made.text  # for both alike, until it would say something new
    nora, *_ = await world.centre()
    day = world.now.date()
    ban = travel_record.Noting(
        DecisionKind.BAN, Home.A, couple.children, (), day, None, "Family court", "27/1", day
    )
    await world.run(nora, travel_record.note_decision, couple.family_id, ban, given=True)
    assert " Withdrawn " in words(await asked(anyone, made.text))


async def test_the_api_answers_in_one_shape(house: House, anyone: Visitor) -> None:
    made = await issued(house)
    known = await anyone.json("POST", "/api/check/travel", {"code": made.text, "child": "Lou Nobody"})
    other = await anyone.json("POST", "/api/check/travel", {"code": "?"})
    assert known.json() == {"state": "valid", "child_fits": False, "days_fit": None}
    assert other.json() == {"state": "not_known", "child_fits": None, "days_fit": None}
    plan = await anyone.json("POST", "/api/check/plan", {"code": "7K2QX-9M4TB-3HW8P-ZC5NE"})
    assert plan.json() == {"valid": False}


async def test_whoever_asks_too_often_is_slowed(anyone: Visitor) -> None:
    codes = [(await anyone.post("/check/travel", {"code": "x"})).status_code for _ in range(21)]
    assert codes[-1] == 429


async def test_keys_are_published_and_a_rotated_one_still_verifies(house: House, anyone: Visitor) -> None:
    made = await issued(house)
    world = house.couple.world
    async with world.database.writing() as session:
        new = await certificate_keys.rotate(session, world.service.vault, world.now)
    published = (await anyone.get("/.well-known/entente-travel-keys.json")).json()
    assert [one["kid"] for one in published["keys"]] == [new, made.certificate.kid]
    assert "d" not in published["keys"][0]
    assert set(read_key_set(json.dumps(published))) == {new, made.certificate.kid}
    assert " Valid " in words(await asked(anyone, made.text))
    fresh = await issued(house, countries=("FR", "ES"))
    assert fresh.certificate.kid == new


async def test_two_processes_that_need_the_first_key_get_the_same(world: World) -> None:
    import asyncio

    async def key() -> str:
        async with world.database.writing() as session:
            return (await certificate_keys.current(session, world.service.vault, world.now)).kid

    assert len(set(await asyncio.gather(key(), key()))) == 1


def told(*args: str) -> tuple[int, str]:
    found = CliRunner().invoke(main, ["consent", "check", *args])
    return found.exit_code, found.output


async def test_the_command_checks_a_file_or_the_text_with_the_published_keys(
    house: House, tmp_path: Path
) -> None:
    made = await issued(house)
    world = house.couple.world
    async with world.database.reading() as session:
        keys = await certificate_keys.published(session, world.now)
    key_file, paper = tmp_path / "keys.json", tmp_path / "certificate.txt"
    key_file.write_text(json.dumps(key_set(keys.values())))
    paper.write_text(made.text + "\n")
    known = ["--keys", str(key_file)]
    for source in (str(paper), made.text):
        code, output = told(source, *known)
        assert (code, output.splitlines()[0].split(":")[0]) == (0, "valid")
        assert "Lou" in output
    other = signing_key(b"o" * 32)
    head, body, signature = made.text.split(".")
    cases = {
        "tampered": f"{head}.{body}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}",
        "truncated": made.text[:-20],
        "unknown_key": issue(made.statement, other),
        "not_a_statement": "hello",
    }
    for reason, text in cases.items():
        code, output = told(text, *known)
        assert (code, output.split(":")[0]) == (1, reason)
    stranger = "7K2QX9M4TB3HW8PZC5NE"
    assert told(made.text, *known, "--serial", stranger)[1].startswith("replayed")
    assert told(made.text, *known, "--at", "2020-01-01T00:00:00+0000")[1].startswith("future_dated")
    assert told(made.text, *known, "--at", "2099-01-01T00:00:00+0000")[1].startswith("expired")
    assert told(made.text, *known, "--lang", "nl")[0] == 0
    broken = tmp_path / "broken.json"
    broken.write_text("{}")
    assert told(made.text, "--keys", str(broken))[0] == 2


async def test_the_kept_page_is_one_file_that_asks_for_nothing(anyone: Visitor) -> None:
    page = await anyone.client.get("/check/travel/offline")
    assert page.headers["content-disposition"] == 'attachment; filename="check.html"'
    for sign in ("src=", "href=", "url(", "fetch(", "http://", "https://"):
        assert sign not in page.text
    assert "default-src &#x27;none&#x27;" in page.text


def test_the_command_is_there() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "portal", "consent", "check", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "without a network" in found.stdout
