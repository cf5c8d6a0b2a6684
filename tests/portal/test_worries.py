"""Something worries me: both parents and those they chose note alike, the centre reads, and nobody else can tell."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select

from mediation import journal
from mediation.people import Person, Profession
from mediation.tables import StatementRow
from mediation.usecases import assess, statement
from mediation.usecases.statement import Said
from notifications.tables import OutboxRow
from parenting_plans.values import Home
from portal.languages import LANGUAGES
from portal.sign_in import A_DAY_OF_WORRIES
from risk import store
from risk.tables import RiskFindingRow
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
WORDS = "You will never see her again, we leave Sunday"
NASTY = "<script>alert(1)</script> {{7*7}} \x00 \r\nSet-Cookie: a=b ' OR 1=1 --"
HOUR = timedelta(hours=1)
ONCE = re.compile(r'(name="_csrf_token" value=)"[^"]*"')


@dataclass
class House:
    """Ana and Ben's family, the centre, and Mia who leads."""

    world: World
    couple: Couple
    nora: Person
    otto: Person
    mia: Person

    @property
    def here(self) -> str:
        return f"/f/{self.couple.family_id}/worries"

    @property
    def api(self) -> str:
        return f"/api/families/{self.couple.family_id}/worries"

    async def rows(self) -> list[StatementRow]:
        async with self.world.database.reading() as session:
            return list((await session.exec(select(StatementRow).order_by(col(StatementRow.noted_at)))).all())


@pytest.fixture
async def home(world: World) -> House:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    nora, otto, _ = await world.centre()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    return House(world, couple, nora, otto, mia)


def form(**said: str) -> dict[str, str]:
    return {"said_at": "2026-01-15T20:15", "quote": WORDS, **said}


async def one_of(home: House, who: Person, **said: str) -> StatementRow:
    """A statement as the use case leaves it."""
    at = home.world.now - HOUR
    by = Home(said["by"]) if "by" in said else None
    await home.world.run(who, statement.note, home.couple.family_id, Said(at, said.get("quote", WORDS), by))
    return (await home.rows())[-1]


async def page_of(browser: Visitor, path: str) -> tuple[int, str]:
    answer = await browser.get(path)
    return answer.status_code, ONCE.sub(r'\1""', answer.text)


@pytest.mark.parametrize(("who", "home_of", "by"), [("Ana", "A", "B"), ("Ben", "B", "A"), ("Mia", "", "A")])
async def test_it_is_kept_sealed_and_answered_alike(
    home: House, visitor: Browser, who: str, home_of: str, by: str
) -> None:
    browser = await visitor().sign_in_as(home.world.people[who])
    assert "Something worries me" in (await browser.get(home.here)).text
    answer = await browser.post(home.here, form(said_by="A"))  # a parent has no such choice: it is not read
    assert (answer.status_code, answer.headers["location"]) == (303, f"{home.here}?done=received")
    page = (await browser.follow(answer)).text
    assert "Received. The centre reads it." in page
    assert WORDS in page
    [row] = await home.rows()
    assert (row.said_by, row.noted_by_parent, row.noted_by) == (by, home_of, home.world.people[who].id)
    assert row.said_at == datetime(2026, 1, 15, 19, 15, tzinfo=UTC)
    assert row.reading is None
    assert b"Sunday" not in row.quote_sealed


async def test_a_professional_says_which_parent_and_reads_only_their_own_notes(
    home: House, visitor: Browser
) -> None:
    mia = await visitor().sign_in_as(home.mia)
    again = await mia.post(home.here, form())
    assert again.status_code == 400
    assert "Choose one of the options." in again.text
    assert WORDS in again.text
    await one_of(home, home.couple.ana)
    assert WORDS not in (await mia.get(home.here)).text
    assert WORDS not in (await (await visitor().sign_in_as(home.couple.ben)).get(home.here)).text
    assert WORDS in (await (await visitor().sign_in_as(home.couple.ana)).get(home.here)).text


async def test_for_others_there_is_no_such_page(home: House, visitor: Browser) -> None:
    sam = await home.world.person("Sam")
    found = await one_of(home, home.couple.ana)
    for who in (sam, home.nora):
        browser = await visitor().sign_in_as(who)
        assert (await browser.get(home.here)).status_code == 404
        assert (await browser.post(home.here, form(said_by="A"))).status_code == 404
        assert (await browser.post(home.here, {})).status_code == 404
        assert (await browser.json("POST", home.api, wish(said_by="A"))).status_code == 404
    for who in (home.couple.ana, home.couple.ben, home.mia, sam):
        browser = await visitor().sign_in_as(who)
        for path in ("/statements", f"/statements/{found.id}"):
            assert (await browser.get(path)).status_code == 404
        assert (await browser.post(f"/statements/{found.id}", {"reading": "none"})).status_code == 404
        assert (await browser.post(f"/statements/{found.id}", {})).status_code == 404
    assert (await (await visitor().sign_in_as(home.nora)).get(f"/statements/{uuid4()}")).status_code == 404
    assert [row.reading for row in await home.rows()] == [None]


async def test_the_other_parent_s_pages_stay_the_same_to_the_byte(home: House, visitor: Browser) -> None:
    f, a = f"/f/{home.couple.family_id}", f"/api/families/{home.couple.family_id}"
    paths = [f"{f}/{place}" for place in ("today", "worries", "steps", "family", "plan", "calendar", "trips")]
    paths += [a, f"{a}/pathway", f"{a}/trips", "/settings"]
    ben = await visitor().sign_in_as(home.couple.ben)
    before = [await page_of(ben, path) for path in paths]
    mails = await told(home, home.couple.ben)
    ana, nora = await visitor().sign_in_as(home.couple.ana), await visitor().sign_in_as(home.nora)
    await ana.post(home.here, form(said_at=at_wall(home.world.now - HOUR)))
    [row] = await home.rows()
    await look(home.world)
    await nora.post(f"/statements/{row.id}", {"reading": "threat"})
    await look(home.world)
    assert [await page_of(ben, path) for path in paths] == before
    assert await told(home, home.couple.ben) == mails
    assert "threat" not in (await ana.get(home.here)).text
    async with home.world.database.reading() as session:
        streams = {entry.stream for entry in await journal.entries(session, "centre")}
        family = await journal.entries(session, f"family:{home.couple.family_id}")
        said = [entry.action for entry in await journal.entries(session, "centre")]
    assert streams == {"centre"}
    assert not [entry for entry in family if entry.action.startswith("statement")]
    assert [action for action in said if action.startswith("statement")] == [
        "statement.noted",
        "statement.read",
    ]


async def told(home: House, who: Person) -> list[tuple[str, str]]:
    async with home.world.database.reading() as session:
        rows = (await session.exec(select(OutboxRow).where(OutboxRow.to_id == who.id))).all()
    return sorted((row.kind, row.dedupe_key) for row in rows)


def at_wall(moment: datetime) -> str:
    from parenting_plans.values import ZONE

    return moment.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M")


async def look(world: World) -> None:
    doors = world.database
    await assess.assess_due(doors.reading, doors.writing, world.keys.journal, world.now + HOUR, 10)


async def test_everyone_at_the_centre_is_told_of_every_statement_in_the_same_words(home: House) -> None:
    first = await one_of(home, home.couple.ana, quote="See you at six, as agreed.")
    second = await one_of(home, home.mia, by="B")
    for who in (home.nora, home.otto):
        kinds = await told(home, who)
        assert sorted(kinds) == sorted(
            ("staff_alert", f"staff_alert:statement:{one.id}:{who.id}") for one in (first, second)
        )


WRONG = [
    {},
    {"said_at": "2026-01-15T20:15"},
    {"said_at": "2026-01-15T20:15", "quote": " \r\n\t "},
    {"said_at": "2026-01-15T20:15", "quote": "x" * 1001},
    {"said_at": "2026-02-30T20:15", "quote": WORDS},
    {"said_at": "0001-01-01T00:00", "quote": WORDS},
    {"said_at": "9999-12-31T23:59", "quote": WORDS},
    {"said_at": "yesterday", "quote": WORDS},
    {"said_at": ["2026-01-15T20:15", "x"], "quote": WORDS},
    {"said_at": "2026-01-15T20:15", "quote": WORDS, "said_by": "C"},
]


async def test_nothing_too_much_and_nonsense_are_said_plainly_and_kept(home: House, visitor: Browser) -> None:
    ana = await visitor().sign_in_as(home.couple.ana)
    for typed in WRONG:
        answer = await ana.post(home.here, typed)
        assert (answer.status_code, "Please check this" in answer.text) == (400, True), typed
        assert str(typed.get("quote", "")).strip() in answer.text
    assert await home.rows() == []


async def test_what_was_typed_never_runs(home: House, visitor: Browser) -> None:
    ana, nora = await visitor().sign_in_as(home.couple.ana), await visitor().sign_in_as(home.nora)
    again = (await ana.post(home.here, {"quote": NASTY})).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in again
    await ana.post(home.here, form(quote=NASTY))
    [row] = await home.rows()
    for page in (await ana.get(home.here), await nora.get(f"/statements/{row.id}")):
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}" in page.text
        assert "<script>alert" not in page.text


async def test_one_person_notes_so_many_a_day_and_keeps_what_was_typed(home: House, visitor: Browser) -> None:
    ana, ben = await visitor().sign_in_as(home.couple.ana), await visitor().sign_in_as(home.couple.ben)
    for number in range(A_DAY_OF_WORRIES.hits):
        assert (await ana.post(home.here, form(quote=f"number {number}"))).status_code == 303
    full = await ana.post(home.here, form(quote="one more"))
    assert full.status_code == 400
    assert "You have noted 10 things in one day." in full.text
    assert "one more</textarea>" in full.text
    assert (await ana.json("POST", home.api, wish())).status_code == 429
    assert (await ben.post(home.here, form())).status_code == 303
    assert len(await home.rows()) == A_DAY_OF_WORRIES.hits + 1


def wish(**said: object) -> dict[str, object]:
    return {"said_at": "2026-01-15T20:15:00+01:00", "quote": WORDS, **said}


async def test_programs_note_and_read_nothing_back(home: House, visitor: Browser) -> None:
    ana, mia = await visitor().sign_in_as(home.couple.ana), await visitor().sign_in_as(home.mia)
    for browser, said in ((ana, wish()), (mia, wish(said_by="B"))):
        answer = await browser.json("POST", home.api, said)
        assert (answer.status_code, answer.json()) == (201, None)
        assert (await browser.json("GET", home.api)).status_code == 405
    wrong = [
        wish(quote=""),
        wish(quote="x" * 1001),
        wish(said_by="C"),
        wish(said_at="2026-01-15T20:15:00"),
        wish(more="x"),
        {},
    ]
    for said in wrong:
        assert (await ana.json("POST", home.api, said)).status_code == 400, said
    for said in (wish(quote=" "), wish(said_at="2999-01-01T00:00:00Z"), wish(said_at="0001-01-01T00:00:00Z")):
        assert (await ana.json("POST", home.api, said)).status_code == 422, said
    assert (await mia.json("POST", home.api, wish())).status_code == 422
    assert [(row.said_by, row.noted_by_parent) for row in await home.rows()] == [("B", "A"), ("B", "")]


async def test_the_centre_reads_from_the_list_and_it_leaves_the_list(home: House, visitor: Browser) -> None:
    nora = await visitor().sign_in_as(home.nora)
    assert "Nothing waits to be read" in (await nora.get("/statements")).text
    first = await one_of(home, home.couple.ana)
    home.world.now += HOUR
    second = await one_of(home, home.mia, by="B", quote="I take him with me.")
    queue = (await nora.get("/statements")).text
    assert re.findall(r'href="/statements/([0-9a-f-]{36})"', queue) == [str(first.id), str(second.id)]
    assert not any(word in queue for word in (WORDS, "Ana", "Ben", "Lou", "Mia"))
    page = (await nora.get(f"/statements/{first.id}")).text
    order = [
        WORDS,
        "Who is who",
        "Where it comes from",
        "somebody close to a parent, says",
        "Ordinary explanations",
    ]
    order += ["Sarcasm.", "It is not a finding of fact", "How do you read this?"]
    assert [page.index(text) for text in order] == sorted(page.index(text) for text in order)
    assert "a professional who gave their name: Mia" in (await nora.get(f"/statements/{second.id}")).text
    wrong = await nora.post(f"/statements/{first.id}", {"reading": "guilty"})
    assert (wrong.status_code, "Please check this" in wrong.text) == (400, True)
    assert (await nora.post(f"/statements/{first.id}", {"reading": "ambiguous"})).status_code == 303
    assert str(first.id) not in (await nora.get("/statements")).text
    otto = await visitor().sign_in_as(home.otto)
    page = (await otto.get(f"/statements/{first.id}")).text
    assert "It can be read both ways" in page
    assert "Nora" in page
    assert (await otto.post(f"/statements/{first.id}", {"reading": "none"})).status_code == 303
    assert (await home.rows())[0].reading == "none"


async def test_the_sign_leads_to_the_words_and_does_not_hold_them(home: House, visitor: Browser) -> None:
    row = await one_of(home, home.couple.ben)
    await look(home.world)
    async with home.world.database.reading() as session:
        [alert] = [
            one
            for one in await store.of_family(session, home.couple.family_id)
            if one.rule == "comm_explicit_threat"
        ]
        kept = [str(one.inputs) for one in (await session.exec(select(RiskFindingRow))).all()]
    assert not [one for one in kept if "Sunday" in one]
    nora = await visitor().sign_in_as(home.nora)
    for language in LANGUAGES:
        page = (await nora.get(f"/desk/{alert.id}?lang={language}")).text
        assert f'href="/statements/{row.id}"' in page
        assert "Sunday" not in page
    assert "parent A wrote: “[see the statement]”" in (await nora.get(f"/desk/{alert.id}?lang=en")).text


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_every_page_is_whole_in_every_language(home: House, visitor: Browser) -> None:
    row = await one_of(home, home.couple.ana)
    nora, ana = await visitor().sign_in_as(home.nora), await visitor().sign_in_as(home.couple.ana)
    for language in LANGUAGES:
        for browser, path in ((ana, home.here), (nora, "/statements"), (nora, f"/statements/{row.id}")):
            assert (await browser.get(f"{path}?lang={language}")).status_code == 200
