"""Two worlds: nothing a parent or their mediator can see, to the byte, tells whether a sign was raised, looked at or closed."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlmodel import select

from mediation.usecases import pathway, review_alert, screen
from notifications.tables import OutboxRow
from parenting_plans.values import CountryStay, Tickets
from portal import jobs
from risk import alerts, store
from risk.alerts import ACTIVE, Outcome
from risk.tables import RiskAlertRow
from risk.values import Severity
from tests.risk.people import found
from tests.security.house import Browser, House
from tests.security.test_roles import QUERY
from tests.visitor import Visitor
from tests.world import Couple, World

HOUR = timedelta(hours=1)
TOKEN = re.compile(rb'(name="_csrf_token" value=")[^"]*')
NEVER = {
    "GET /exit",
    "GET /settings/second-factor",
}  # one ends the session that looks, one shows a new secret each time


@dataclass
class Seen:
    """One answer: status, headers, bytes, and how many statements it took."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes
    statements: list[str] = field(default_factory=list)


@contextmanager
def counted(world: World) -> Iterator[list[str]]:
    found: list[str] = []
    engine = world.database.engine.sync_engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


async def looked(house: House, browser: Browser) -> dict[str, Seen]:
    """Every GET there is, once to warm up and once to keep."""
    found: dict[str, Seen] = {}
    for door in house.doors():
        if door.method != "GET" or door.name in NEVER:
            continue
        path = door.at(house.ours.ids) + QUERY.get(door.name, "")
        with counted(house.world) as statements:
            answer = await browser.send("GET", path)
        headers = [(name, value) for name, value in answer.headers.items() if name != "set-cookie"]
        found[door.name] = Seen(
            answer.status_code, headers, TOKEN.sub(rb"\1", answer.content), list(statements)
        )
    return found


async def worlds(house: House, browsers: dict[str, Browser]) -> dict[str, dict[str, Seen]]:
    return {who: await looked(house, browser) for who, browser in browsers.items()}


def differences(
    before: dict[str, dict[str, Seen]], after: dict[str, dict[str, Seen]]
) -> list[tuple[str, str]]:
    return [(who, name) for who in before for name in before[who] if before[who][name] != after[who][name]]


async def told(house: House, *who: str) -> list[tuple[str, str, str]]:
    """What was put in the outbox for these people."""
    ids = {house.people[name].id: name for name in who}
    async with house.world.database.reading() as session:
        rows = (await session.exec(select(OutboxRow))).all()
    return sorted((ids[row.to_id], row.kind, row.dedupe_key) for row in rows if row.to_id in ids)


async def a_trip_that_raises_questions(couple: Couple) -> None:
    """Soon, with a one-way ticket, to a country without a return treaty, and nobody has consented."""
    leave = couple.world.now + timedelta(days=3)
    await couple.trip(
        couple.ana,
        depart_at=leave,
        return_at=leave + timedelta(days=9),
        stays=(CountryStay("AE", 9),),
        tickets=Tickets(child_out=True, child_return=False),
    )


async def the_centre_at_work(house: House) -> None:
    """Assess, claim, decide, agree, open again: everything that can happen to a sign."""
    world = house.world
    nora, otto, kim = (house.people[name] for name in ("Nora", "Otto", "Kim"))
    await jobs.look_at_families(world.service)
    said = {"raised_at": world.now, "due_by": world.now + HOUR, "version": 0, "key": "another"}
    async with world.database.writing() as session:
        critical = alerts.Merge((found(Severity.CRITICAL, "handover_missed", **said),), ())
        await store.save_merge(session, house.ours.couple.family_id, critical)
    async with world.database.reading() as session:
        raised = await store.of_family(session, house.ours.couple.family_id)
    assert len(raised) >= 4, "the trip must raise signs"
    for alert in (one for one in raised if one.state in ACTIVE):
        await world.run(nora, review_alert.claim, alert.id)
        await world.run(nora, review_alert.decide, alert.id, Outcome.EXPLAINED, "The parents told us.")
        async with world.database.reading() as session:
            waits = (await store.get(session, alert.id)).state.value
        assert (waits == "awaiting_second") is (alert.severity is Severity.CRITICAL), waits
        if alert.severity is Severity.CRITICAL:
            await world.run(otto, review_alert.second, alert.id, "I agree.")
        await world.run(kim, review_alert.reopen, alert.id, "Something new.")
    await jobs.send_messages(world.service)


@pytest.mark.parametrize("dialect", ["sqlite", "postgres"])
async def test_a_sign_changes_nothing_that_parents_or_mediator_can_see(house: House) -> None:
    await a_trip_that_raises_questions(house.ours.couple)
    browsers = {who: await house.browser(who) for who in ("Ana", "Ben", "Mia", "nobody")}
    await jobs.send_messages(house.world.service)
    await worlds(house, browsers)  # the first look of a day at a feed is noted
    before, mails = await worlds(house, browsers), await told(house, "Ana", "Ben", "Mia", "Leo")
    staff_before = await told(house, "Nora", "Otto", "Kim", "Sol")
    await the_centre_at_work(house)
    assert len(await told(house, "Nora", "Otto", "Kim", "Sol")) > len(staff_before)
    assert await told(house, "Ana", "Ben", "Mia", "Leo") == mails
    after = await worlds(house, browsers)
    assert differences(before, after) == []
    feed = before["nobody"]["GET /agenda/{rest}"]
    assert feed.status == 200
    assert dict(feed.headers)["etag"]
    found = [name for name, seen in before["Ana"].items() if seen.status == 200]
    assert len(found) > 30, "a look at too little proves nothing"


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_no_request_of_a_parent_reads_a_table_of_signs(house: House) -> None:
    """Signs live in tables that no page or errand of a parent asks (safety.md 2.4)."""
    secret = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+risk_(?!watch)\w+", re.IGNORECASE)
    assert RiskAlertRow.__tablename__.startswith("risk_")
    for who in ("Ana", "Ben", "Mia"):
        seen = await looked(house, await house.browser(who))
        asked = [
            (name, one) for name, found in seen.items() for one in found.statements if secret.search(one)
        ]
        assert asked == []


async def a_family_at_the_start(world: World) -> Couple:
    couple = await world.couple()
    await world.run(couple.ana, pathway.move, couple.family_id, "begin_screening")
    return couple


PLACES = ("steps", "today", "family", "questions", "calendar", "plan", "trips", "appointments", "handovers")


async def family_pages(browser: Browser, couple: Couple) -> dict[str, tuple[int, bytes]]:
    family = couple.family_id
    paths = [f"/f/{family}/{place}" for place in PLACES]
    paths += [
        f"/api/families/{family}{rest}" for rest in ("", "/pathway", "/sessions", "/trips", "/plan/versions")
    ]
    answers = {path: await browser.send("GET", path) for path in paths}
    return {path: (answer.status_code, TOKEN.sub(rb"\1", answer.content)) for path, answer in answers.items()}


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_private_stop_by_one_parent_changes_nothing_for_the_other(house: House) -> None:
    couple, world = house.ours.couple, house.world
    ben = await house.browser("Ben")
    await looked(house, ben)
    before, mails = await looked(house, ben), await told(house, "Ben", "Mia", "Leo")
    choices = (
        await (await house.browser("Ana")).send("GET", f"/api/families/{couple.family_id}/pathway")
    ).json()
    assert "divert" in {one["move"] for one in choices["choices"]}
    await world.run(couple.ana, pathway.move, couple.family_id, "divert")
    after = await looked(house, ben)
    assert [name for name in before if before[name] != after[name]] == []
    assert await told(house, "Ben", "Mia", "Leo") == mails


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_one_parent_answers_shows_nowhere_for_the_other(
    world: World, clock: object, visitor: Callable[[], Visitor], app: object
) -> None:
    """The same family twice in time: first calm answers, then worried ones. The moves that are offered included."""
    couple = await a_family_at_the_start(world)
    house = House(world, app, visitor, None, None, world.people)  # type: ignore[arg-type]
    browsers = {who: await house.browser(who) for who in ("Ana", "Ben")}
    await couple.answer_questions()
    calm = {who: await family_pages(browser, couple) for who, browser in browsers.items()}
    mails = await told(house, "Ana", "Ben")
    await couple.answer_questions(worry=True)
    async with world.database.reading() as session:
        flags = await screen.screened(session, world.service.vault, couple.family_id)
    assert any(one.flag for one in flags)
    worried = {who: await family_pages(browser, couple) for who, browser in browsers.items()}
    assert [(who, path) for who in calm for path in calm[who] if calm[who][path] != worried[who][path]] == []
    assert await told(house, "Ana", "Ben") == mails
