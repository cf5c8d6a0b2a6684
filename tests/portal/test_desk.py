"""The centre's desk: only the centre sees it, facts come before buttons, and a critical sign takes two people."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from itertools import product
from uuid import UUID, uuid4

import pytest

from mediation.people import Person, Profession
from mediation.usecases import assess, review_alert
from parenting_plans.values import CountryStay, Tickets
from portal.languages import LANGUAGES
from portal.pages import desk
from risk import alerts, store
from risk.alerts import Outcome, State
from risk.rules import load
from risk.values import Severity
from tests.risk.cases import example_facts, look
from tests.risk.people import found
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
HOUR = timedelta(hours=1)
NASTY = "<script>alert(1)</script> {{7*7}} \x00 \r\nSet-Cookie: a=b ' OR 1=1 --"


@dataclass
class Bench:
    """Ana and Ben's family, the people of the centre, and a way to put signs on the desk."""

    world: World
    couple: Couple
    nora: Person
    otto: Person
    kim: Person

    async def sign(self, severity: Severity = Severity.HIGH, rule: str = "handover_missed", **said) -> UUID:
        now = datetime.now(UTC)
        usual = {"key": str(uuid4()), "raised_at": now, "due_by": now + HOUR, "version": 0}
        finding = found(severity, rule, **{**usual, **said})
        async with self.world.database.writing() as session:
            [alert] = await store.save_merge(session, self.couple.family_id, alerts.Merge((finding,), ()))
        return alert.id

    async def state(self, alert_id: UUID) -> State:
        async with self.world.database.reading() as session:
            return (await store.get(session, alert_id)).state


@pytest.fixture
async def bench(world: World) -> Bench:
    return Bench(world, await world.couple(), *await world.centre())


async def signed_in(visitor: Browser, person: Person) -> Visitor:
    return await visitor().sign_in_as(person)


async def test_only_the_centre_finds_a_desk(bench: Bench, visitor: Browser) -> None:
    world, alert = bench.world, await bench.sign()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    leo = await world.person("Leo", Profession.FAMILY_LAWYER)
    await bench.couple.ask(mia)
    sam, root = await world.person("Sam"), await world.person("Root", Profession.ADMINISTRATOR)
    reading = ("/desk", f"/desk/{alert}", "/rules", "/rules/handover_missed")
    doing = [f"/desk/{alert}/{what}" for what in ("claim", "release", "decision", "second", "reopen")]
    form = {"outcome": "explained", "reason": "x", "answer": "agree"}
    for person in (bench.couple.ana, bench.couple.ben, mia, leo, sam, root):
        browser = await signed_in(visitor, person)
        assert {(await browser.get(path)).status_code for path in reading} == {404}, person.name
        assert {(await browser.post(path, form)).status_code for path in doing} == {404}, person.name
        assert (await browser.json("GET", "/api/alerts")).status_code == 404
        assert (await browser.json("GET", f"/api/alerts/{alert}")).status_code == 404
        assert (await browser.json("POST", f"/api/alerts/{alert}/claim")).status_code == 404
        decision = {"outcome": "explained", "reason": "x"}
        assert (await browser.json("POST", f"/api/alerts/{alert}/decision", decision)).status_code == 404
    nobody = visitor()
    assert (await nobody.get("/desk")).headers["location"] == "/sign-in"
    assert (await nobody.json("GET", "/api/alerts")).status_code == 401
    assert await bench.state(alert) is State.OPEN


async def test_an_empty_desk_says_what_belongs_there(bench: Bench, visitor: Browser) -> None:
    page = await (await signed_in(visitor, bench.nora)).get("/desk")
    assert "Nothing waits" in page.text
    assert "<table" not in page.text


async def test_three_signs_stand_in_the_order_in_which_to_look_and_name_nobody(
    bench: Bench, visitor: Browser
) -> None:
    low = await bench.sign(Severity.LOW)
    critical = await bench.sign(Severity.CRITICAL)
    high = await bench.sign(Severity.HIGH)
    await bench.world.run(bench.otto, review_alert.claim, high)
    page = (await (await signed_in(visitor, bench.nora)).get("/desk")).text
    assert re.findall(r'href="/desk/([0-9a-f-]{36})"', page) == [str(critical), str(high), str(low)]
    assert "3 signs wait." in page
    assert "Otto" in page
    assert not any(name in page for name in ("Ana", "Ben", "Lou", "Mio"))
    assert "in 59 minutes" in page


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(0), "in 0 minutes"),
        (timedelta(minutes=59, seconds=59), "in 59 minutes"),
        (timedelta(minutes=95), "in 95 minutes"),
        (timedelta(hours=47, minutes=59), "in 47 hours"),
        (timedelta(days=13, hours=23), "in 13 days"),
        (timedelta(days=20), "in 2 weeks"),
        (timedelta(minutes=-5), "5 minutes ago"),
        (timedelta(hours=-3, minutes=-59), "3 hours ago"),
    ],
)
def test_a_deadline_never_sounds_further_away_than_it_is(left: timedelta, said: str) -> None:
    now = datetime.now(UTC)
    assert desk.from_now(now + left, now, "en") == said


async def test_three_hundred_signs_come_in_pages(bench: Bench, visitor: Browser) -> None:
    now = datetime.now(UTC)
    findings = tuple(found(key=str(number), raised_at=now, due_by=now + HOUR) for number in range(300))
    async with bench.world.database.writing() as session:
        await store.save_merge(session, bench.couple.family_id, alerts.Merge(findings, ()))
    browser = await signed_in(visitor, bench.nora)

    async def shown(query: str) -> list[str]:
        page = await browser.get(f"/desk{query}")
        assert page.status_code == 200
        return re.findall(r'href="/desk/([0-9a-f-]{36})"', page.text)

    pages = [await shown(f"?page={number}") for number in range(1, 13)]
    assert len({alert for page in pages for alert in page}) == 300
    first, last = pages[0], pages[-1]
    assert await shown("") == first
    for no_page in ("0", "-3", "abc", "%00", "١", "1.5", ""):
        assert await shown(f"?page={no_page}") == first
    for beyond in ("13", "99999999999999999999999"):
        assert await shown(f"?page={beyond}") == last


async def test_ordinary_explanations_stand_before_every_button(bench: Bench, visitor: Browser) -> None:
    alert = await bench.sign(mitigators=("M05",), unmitigated=Severity.CRITICAL, unknown=("trip.tickets",))
    page = (await (await signed_in(visitor, bench.nora)).get(f"/desk/{alert}")).text
    order = [
        "What we saw",
        "Where it comes from",
        "Why it may matter",
        "Ordinary explanations",
        "fleeing violence",
        "What lowered it",
        "Earlier trips all ended in time.",
        "What we do not know",
        "Which tickets were booked",
        "Look by",
        "Possible steps",
        "This is a reminder for a person. It is not a finding of fact about a parent.",
        "I take this on",
    ]
    assert [page.index(text) for text in order] == sorted(page.index(text) for text in order)
    assert "%" not in re.sub(r"<[^>]+>", "", page)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_every_rule_is_said_in_whole_sentences_in_every_language(
    bench: Bench, visitor: Browser
) -> None:
    nora = await signed_in(visitor, bench.nora)
    kept = [
        replace(finding, key=f"{rule.id}:{finding.rule}")
        for rule in load()
        for finding in look(example_facts(rule.examples[0]), rule.examples[0].at).findings
    ]
    async with bench.world.database.writing() as session:
        opened = await store.save_merge(session, bench.couple.family_id, alerts.Merge(tuple(kept), ()))
    assert {alert.rule for alert in opened} == {rule.id for rule in load()}
    for alert, language in product({one.rule: one for one in opened}.values(), LANGUAGES):
        page = await nora.get(f"/desk/{alert.id}?lang={language}")
        assert page.status_code == 200
        assert "{" not in page.text


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_every_rule_can_be_read_in_every_language(bench: Bench, visitor: Browser) -> None:
    nora = await signed_in(visitor, bench.nora)
    for rule, language in product(load(), LANGUAGES):
        page = await nora.get(f"/rules/{rule.id}?lang={language}")
        assert rule.why[language] in unescape(page.text)
        assert "{" not in page.text


async def test_a_real_trip_is_told_by_letters_and_numbers_and_names_are_kept_apart(
    bench: Bench, visitor: Browser
) -> None:
    """Ana asks to travel in two days, with no way back booked, to a country without a return treaty."""
    world, couple = bench.world, bench.couple
    await couple.sealed_plan()
    leave = world.now + timedelta(days=2)
    alone = {"depart_at": leave, "return_at": leave + timedelta(days=9), "stays": (CountryStay("AE", 9),)}
    await couple.trip(couple.ana, **alone, tickets=Tickets(child_out=True, child_return=False))
    door = world.database
    await assess.assess_due(door.reading, door.writing, world.keys.journal, world.now + HOUR, 10)
    async with world.database.reading() as session:
        signs = {alert.rule: alert.id for alert in await store.of_family(session, couple.family_id)}
    nora = await signed_in(visitor, bench.nora)
    page = (await nora.get(f"/desk/{signs['travel_no_consent_on_file']}")).text
    facts, people = page.split("Who is who")
    assert "Parent A plans to take child 1, child 2 to United Arab Emirates" in facts
    assert not any(name in facts for name in ("Ana", "Ben", "Lou", "Mio"))
    assert "Parent A: Ana" in people
    assert "Child 1: Lou" in people
    both = (await nora.get(f"/desk/{signs['combo_gap_and_no_remedy']}")).text
    assert "It rests on these signs together:" in both
    assert f'href="/desk/{signs["travel_destination_no_return_treaty"]}"' in both


def test_every_fact_that_may_be_missing_has_words() -> None:
    seen = {
        name
        for rule in load()
        for example in rule.examples
        for one in (look(example_facts(example), example.at),)
        for missing in (*one.findings, *one.unknown)
        for name in (missing.unknown if hasattr(missing, "unknown") else missing.missing)
    }
    assert seen
    assert seen <= set(desk.FACTS)


async def test_a_critical_sign_is_closed_by_two_disciplines(bench: Bench, visitor: Browser) -> None:
    alert = await bench.sign(Severity.CRITICAL)
    here = f"/desk/{alert}"
    nora, otto = await signed_in(visitor, bench.nora), await signed_in(visitor, bench.otto)
    pia = await signed_in(visitor, await bench.world.person("Pia", Profession.CENTRE_PSYCH))
    reason = {"outcome": "explained", "reason": "The carrier cancelled the flight."}
    assert (await nora.post(f"{here}/decision", reason)).status_code == 409
    assert (await nora.post(f"{here}/claim")).headers["location"] == f"{here}?done=claimed"
    assert (await otto.post(f"{here}/claim")).status_code == 409
    assert (await otto.post(f"{here}/decision", reason)).status_code == 409
    assert (await nora.post(f"{here}/decision", reason)).status_code == 303
    assert await bench.state(alert) is State.AWAITING_SECOND
    assert "a colleague of another discipline" in (await nora.get(here)).text
    assert (await nora.post(f"{here}/second", {"answer": "agree"})).status_code == 409
    assert (await pia.post(f"{here}/second", {"answer": "agree"})).status_code == 409
    again = await otto.post(f"{here}/second", {"answer": "disagree"})
    assert again.status_code == 400
    assert "Say in one line why you do not agree." in again.text
    await otto.post(f"{here}/second", {"answer": "disagree", "reason": "No proof on file."})
    assert await bench.state(alert) is State.CLAIMED
    await nora.post(f"{here}/decision", reason)
    await otto.post(f"{here}/second", {"answer": "agree"})
    assert await bench.state(alert) is State.DECIDED
    page = (await otto.get(here)).text
    assert "No proof on file." in page
    assert "Second person: Otto" in page
    await otto.post(f"{here}/reopen", {"reason": "A new statement."})
    assert await bench.state(alert) is State.OPEN


async def test_one_person_closes_a_high_sign_and_may_give_it_back_first(
    bench: Bench, visitor: Browser
) -> None:
    alert = await bench.sign(Severity.HIGH)
    kim = await signed_in(visitor, bench.kim)
    for what in ("claim", "release", "claim"):
        assert (await kim.post(f"/desk/{alert}/{what}")).status_code == 303
    answer = await kim.post(f"/desk/{alert}/decision", {"outcome": "data_error", "reason": "Wrong year."})
    assert answer.status_code == 303
    assert await bench.state(alert) is State.DECIDED
    assert "Nothing waits" in (await kim.get("/desk")).text


NO_DECISION = [
    {},
    {"outcome": "explained"},
    {"outcome": "guilty", "reason": "x"},
    {"outcome": ["explained", "confirmed"], "reason": " \r\n "},
    {"outcome": "explained", "reason": "x" * 2001},
]


async def test_a_decision_without_a_reason_or_an_outcome_is_no_decision(
    bench: Bench, visitor: Browser
) -> None:
    alert = await bench.sign()
    await bench.world.run(bench.nora, review_alert.claim, alert)
    nora = await signed_in(visitor, bench.nora)
    for form in NO_DECISION:
        answer = await nora.post(f"/desk/{alert}/decision", form)
        assert (answer.status_code, "Please check this" in answer.text) == (400, True), form
    assert await bench.state(alert) is State.CLAIMED


async def test_what_was_typed_is_kept_and_never_runs(bench: Bench, visitor: Browser) -> None:
    alert = await bench.sign()
    await bench.world.run(bench.nora, review_alert.claim, alert)
    nora = await signed_in(visitor, bench.nora)
    again = await nora.post(f"/desk/{alert}/decision", {"outcome": "", "reason": NASTY})
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in again.text
    assert (
        await nora.post(f"/desk/{alert}/decision", {"outcome": "confirmed", "reason": NASTY})
    ).status_code == 303
    page = (await nora.get(f"/desk/{alert}")).text
    assert "<script>alert" not in page
    assert "{{7*7}}" in page


async def test_a_sign_that_is_not_there_is_missing(bench: Bench, visitor: Browser) -> None:
    nora = await signed_in(visitor, bench.nora)
    for id in (uuid4(), "not-an-id", "%00"):
        assert (await nora.get(f"/desk/{id}")).status_code == 404
        assert (await nora.get(f"/api/alerts/{id}")).status_code == 404
    assert (await nora.get("/rules/no_such_rule")).status_code == 404
    assert (await nora.get("/rules/%3Cscript%3E")).status_code == 404


async def test_programs_do_the_same_errands(bench: Bench, visitor: Browser) -> None:
    alert = await bench.sign(Severity.CRITICAL)
    here = f"/api/alerts/{alert}"
    nora, otto = await signed_in(visitor, bench.nora), await signed_in(visitor, bench.otto)
    queue = (await nora.json("GET", "/api/alerts")).json()
    assert (queue["waiting"], [one["severity"] for one in queue["alerts"]]) == (1, ["critical"])
    assert (await nora.json("POST", f"{here}/claim")).status_code == 204
    assert (await nora.json("POST", f"{here}/release")).status_code == 204
    assert (await nora.json("POST", f"{here}/claim")).status_code == 204
    assert (await otto.json("POST", f"{here}/claim")).status_code == 409
    for wrong in ({}, {"outcome": "explained"}, {"outcome": "no", "reason": "x"}, {"reason": "x", "more": 1}):
        assert (await nora.json("POST", f"{here}/decision", wrong)).status_code == 400
    said = {"outcome": Outcome.NOT_CONFIRMED.value, "reason": NASTY}
    assert (await nora.json("POST", f"{here}/decision", {**said, "reason": " "})).status_code == 409
    assert (await nora.json("POST", f"{here}/decision", said)).status_code == 204
    assert (await otto.json("POST", f"{here}/decline", {"reason": "Look again."})).status_code == 204
    assert (await nora.json("POST", f"{here}/decision", said)).status_code == 204
    assert (await nora.json("POST", f"{here}/second", {})).status_code == 409
    assert (await otto.json("POST", f"{here}/second", {})).status_code == 204
    card = (await otto.json("GET", here)).json()
    assert card["alert"]["state"] == "decided"
    assert [line["move"] for line in card["lines"]][-1] == "second"
    assert card["innocent"]
    assert "\x00" not in card["lines"][3]["reason"]
    assert (await otto.json("POST", f"{here}/reopen", {"reason": "New facts."})).status_code == 204


async def test_a_program_asks_for_a_part_that_exists(bench: Bench, visitor: Browser) -> None:
    nora = await signed_in(visitor, bench.nora)
    for query in ("limit=0", "limit=201", "offset=-1", "offset=99999999999999999999", "limit=x"):
        assert (await nora.json("GET", f"/api/alerts?{query}")).status_code == 400, query
    assert (await nora.json("GET", "/api/alerts?limit=200&offset=1000000")).json() == {
        "waiting": 0,
        "alerts": [],
    }


async def test_the_decision_of_a_colleague_is_in_the_centre_s_own_record(bench: Bench) -> None:
    from mediation import journal

    alert = await bench.sign()
    await bench.world.run(bench.nora, review_alert.claim, alert)
    async with bench.world.database.reading() as session:
        entries = await journal.entries(session, "centre")
    assert [(entry.action, entry.subject_id) for entry in entries] == [("alert.claimed", alert)]
