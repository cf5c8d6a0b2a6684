"""Topic by topic and apart, on pages and over JSON: who may do what, what is said while waiting, and what changes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import select

from mediation import journal
from mediation.errand import stream_of
from mediation.people import Person, Profession
from mediation.usecases import feed, plan, plan_apart, plan_clauses
from notifications.tables import OutboxRow
from parenting_plans import store
from parenting_plans.clause_talks import Ruling
from parenting_plans.values import ZONE, Home
from tests.visitor import Visitor
from tests.world import Couple, World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
SWAPS = {"notice": 7, "answer": 3, "make_up": "swap", "max_shift": 2}
LONGER = {**SWAPS, "notice": 9}
HOSTILE = "<script>alert(1)</script> & {{ 7*7 }}"


@dataclass
class Table:
    """Ana, Ben and Mia, who talk about swaps (D05)."""

    couple: Couple
    browsers: dict[str, Visitor]
    people: dict[str, Person]

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}/plan"

    @property
    def api(self) -> str:
        return f"/api/families/{self.couple.family_id}/plan"

    async def get(self, who: str, path: str) -> httpx.Response:
        return await self.browsers[who].get(self.path + path)

    async def post(self, who: str, path: str, data: dict[str, Any] | None = None) -> httpx.Response:
        return await self.browsers[who].post(self.path + path, data)

    async def call(self, who: str, method: str, path: str, body: Any = None) -> httpx.Response:
        return await self.browsers[who].json(method, self.api + path, body)

    async def run(self, who: str, usecase: Any, *args: Any, **kwargs: Any) -> Any:
        return await self.couple.world.run(self.people[who], usecase, self.couple.family_id, *args, **kwargs)

    async def offer(
        self, who: str, answers: dict[str, Any], code: str = "D05", note: str = "", seen: UUID | None = None
    ) -> UUID:
        return UUID(str(await self.run(who, plan_clauses.propose, code, answers, note, seen=seen)))

    async def agree(self, code: str, answers: dict[str, Any]) -> None:
        made = await self.offer("Ana", answers, code)
        await self.run("Ben", plan_clauses.accept, code, made)

    async def talk(self, code: str = "D05") -> dict[str, Any]:
        answer = await self.call("Ana", "GET", f"/talks/{code}")
        return dict(answer.json())

    async def told(self, who: str) -> list[str]:
        async with self.couple.world.database.reading() as reading:
            rows = (await reading.exec(select(OutboxRow))).all()
        return [row.dedupe_key for row in rows if row.to_id == self.people[who].id and row.kind == "plan"]


@pytest.fixture
async def table(world: World, visitor: Callable[[], Visitor]) -> Table:
    world.now = datetime.now(UTC)
    couple = await world.couple()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    await couple.ask(mia)
    people = {"Ana": couple.ana, "Ben": couple.ben, "Mia": mia}
    browsers = {name: await visitor().sign_in_as(person) for name, person in people.items()}
    return Table(couple, browsers, people)


@on_sqlite
async def test_a_chain_from_proposal_to_agreement_on_pages(table: Table) -> None:
    empty = (await table.get("Ana", "/clauses")).text
    assert "Open a topic below and make the first proposal." in empty
    sent = await table.post("Ana", "/clauses/D05/propose", {**SWAPS, "talk_note": HOSTILE, "seen": ""})
    assert sent.headers["location"].endswith("/plan/clauses/D05?done=sent")
    own = (await table.get("Ana", "/clauses/D05")).text
    assert "We wait for Ben." in own
    assert "Without an answer nothing changes." in own
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ 7*7 }}" in own
    assert "Waits for you" in (await table.get("Ben", "/clauses")).text
    [first] = (await table.talk())["offers"]
    assert (await table.get("Ben", "/clauses/D05/propose")).text.count(first["id"]) == 1, "what it answers"
    await table.post("Ben", "/clauses/D05/propose", {**LONGER, "talk_note": "", "seen": first["id"]})
    first, second = (await table.talk())["offers"]
    assert (first["status"], second["status"], second["counters"]) == ("countered", "open", first["id"])
    done = await table.post("Ana", f"/clauses/D05/offers/{second['id']}/accept")
    assert done.headers["location"].endswith("?done=accepted")
    page = (await table.get("Mia", "/clauses/D05")).text
    assert page.count("Proposal by Ana") == 1
    assert page.count("Proposal by Ben") == 1
    assert "Agreed" in page
    assert (await table.talk())["holds"]["notice"] == 9
    assert "It stays agreed until both parents accept something else." in page


@on_sqlite
async def test_what_holds_goes_on_until_both_accept_something_else(table: Table) -> None:
    await table.agree("D05", SWAPS)
    change = await table.offer("Ben", LONGER)
    assert (await table.talk())["holds"]["notice"] == 7
    assert (await table.post("Ana", f"/clauses/D05/offers/{change}/refuse")).status_code == 303
    talk = await table.talk()
    assert (talk["standing"], talk["holds"]["notice"]) == ("agreed", 7)
    again = await table.post("Ben", "/clauses/D05/propose", {**LONGER, "talk_note": "Please", "seen": ""})
    assert again.status_code == 400
    assert "Exactly this was proposed and not accepted." in again.text
    assert "Please" in again.text, "nothing typed is lost"


@on_sqlite
async def test_who_comes_second_reads_first_and_keeps_what_was_typed(table: Table) -> None:
    await table.offer("Ana", SWAPS)
    late = await table.post("Ben", "/clauses/D05/propose", {**LONGER, "talk_note": "My words", "seen": ""})
    assert late.status_code == 400
    assert "Something new was proposed a moment ago." in late.text
    assert "My words" in late.text
    assert "Proposal by Ana" in late.text


@on_sqlite
async def test_five_wait_at_most(table: Table) -> None:
    agreed = table.couple.agreed()
    for code in ("A01", "B01", "C01", "C02", "E05"):
        await table.offer("Ana", agreed[code], code)
    sixth = await table.call("Ana", "POST", "/talks/D05/offers", {"answers": SWAPS})
    assert sixth.status_code == 409
    assert "Five of your proposals" in sixth.json()["problems"][0]["text"]
    assert (await table.call("Ben", "POST", "/talks/D05/offers", {"answers": SWAPS})).status_code == 201


async def test_a_hundred_tries_move_no_byte_of_the_other_parents_agenda(table: Table) -> None:
    """DV-03: feed bytes of Ben are unchanged after 100 proposals by Ana."""
    await table.couple.sealed_plan()
    made = await table.run("Ben", feed.create, "My phone")
    before = await table.browsers["Ben"].get(f"/agenda/{made.token}.ics")
    weeks = table.couple.agreed()["C02"]
    kept = 0
    for number in range(100):
        said = {**weeks, "handover_time": f"{6 + number // 60:02}:{number % 60:02}"}
        answer = await table.call("Ana", "POST", "/talks/C02/offers", {"answers": said})
        kept += answer.status_code == 201
        if answer.status_code == 429:
            break
    assert kept == 1
    after = await table.browsers["Ben"].get(f"/agenda/{made.token}.ics")
    assert (after.content, after.headers["etag"]) == (before.content, before.headers["etag"])
    assert len([one for one in await table.told("Ben") if "clause" in one]) == 1


@on_sqlite
async def test_neutral_wording_needs_both_and_the_mediator_decides_nothing(table: Table) -> None:
    form = (await table.get("Mia", "/clauses/D05/propose")).text
    assert "Both parents must accept it." in form
    made = await table.offer("Mia", SWAPS, note="A week is enough for both.")
    for way in ("accept", "refuse"):
        assert (await table.post("Mia", f"/clauses/D05/offers/{made}/{way}")).status_code == 404
    assert (await table.call("Mia", "POST", f"/talks/D05/offers/{made}/acceptance")).status_code == 404
    await table.post("Ana", f"/clauses/D05/offers/{made}/accept")
    half = (await table.get("Ben", "/clauses/D05")).text
    assert "Ana has said yes." in half
    assert "Without your answer nothing changes." in half
    assert "We wait for Ben." in (await table.get("Ana", "/clauses/D05")).text
    assert (await table.talk())["standing"] == "open"
    settled = await table.call("Ben", "POST", f"/talks/D05/offers/{made}/acceptance")
    assert settled.json() == {"settled": True}
    assert (await table.talk())["standing"] == "agreed"
    assert len([one for one in await table.told("Mia") if one.startswith("plan:clause-accepted")]) == 2


@on_sqlite
async def test_words_alone_help_but_agree_on_nothing(table: Table) -> None:
    nothing = await table.post("Mia", "/clauses/D05/propose", {"talk_note": ""})
    assert nothing.status_code == 400
    await table.post("Mia", "/clauses/D05/propose", {"talk_note": "Ask a week before."})
    [words] = (await table.talk())["offers"]
    assert (words["answers"], words["by"]) == ({}, None)
    for who in ("Ana", "Ben"):
        await table.post(who, f"/clauses/D05/offers/{words['id']}/accept")
    assert (await table.talk())["standing"] == "open"
    page = (await table.get("Ana", "/clauses/D05")).text
    assert "Words that both found good" in page
    assert (await table.call("Ana", "POST", "/talks/D05/offers", {"note": "x"})).status_code == 422


@on_sqlite
async def test_a_professional_does_not_close_what_a_parent_proposed(table: Table) -> None:
    await table.offer("Ana", SWAPS)
    page = (await table.get("Mia", "/clauses/D05")).text
    assert "You can suggest neutral wording when this proposal is answered or taken back." in page
    refused = await table.call("Mia", "POST", "/talks/D05/offers", {"answers": LONGER})
    assert refused.status_code in {409, 422}
    assert [one["status"] for one in (await table.talk())["offers"]] == ["open"]


@on_sqlite
async def test_a_courts_word_is_replaced_only_by_a_court(table: Table) -> None:
    day = (table.couple.world.now - timedelta(days=1)).astimezone(ZONE).date().isoformat()
    said = {"court_kind": "homologated", "court_reference": "27/12/A", "court_day": day}
    early = await table.post("Mia", "/clauses/D05/decision", said)
    assert early.status_code == 400
    assert "nothing that a court can have approved" in early.text
    assert "27/12/A" in early.text
    await table.agree("D05", SWAPS)
    for who in ("Ana", "Ben"):
        assert (await table.post(who, "/clauses/D05/decision", said)).status_code == 404
    assert (await table.post("Mia", "/clauses/D05/decision", said)).status_code == 303
    page = (await table.get("Ana", "/clauses/D05")).text
    assert "Approved by the court" in page
    assert "27/12/A" in page
    assert "Recorded by Mia" in page
    table.couple.world.now = datetime.now(UTC)
    await table.agree("D05", LONGER)
    talk = await table.talk()
    assert (talk["standing"], talk["holds"]["notice"], talk["change"]["notice"]) == ("homologated", 7, 9)
    assert "An agreed change waits for the court" in (await table.get("Ben", "/clauses/D05")).text
    await table.post("Mia", "/clauses/D05/decision", said)
    talk = await table.talk()
    assert (talk["holds"]["notice"], talk["change"], len(talk["decisions"])) == (9, None, 2)


@on_sqlite
async def test_nobody_records_that_a_court_approved_another_text_than_the_one_they_read(table: Table) -> None:
    day = (table.couple.world.now - timedelta(days=1)).astimezone(ZONE).date().isoformat()
    await table.agree("D05", SWAPS)
    page = (await table.get("Mia", "/clauses/D05/decision")).text
    seen = re.search(r'name="court_approved" value="([0-9a-f]{64})"', page)
    assert seen is not None
    said = {"court_kind": "homologated", "court_reference": "27/12/A", "court_day": day}
    read = {"kind": "homologated", "reference": "27/12/A", "decided_on": day, "approved": SWAPS}
    table.couple.world.now += timedelta(minutes=1)  # of two agreements at one instant neither is the later
    await table.agree("D05", LONGER)
    assert (
        await table.post("Mia", "/clauses/D05/decision", {**said, "court_approved": seen[1]})
    ).status_code == 409
    assert (await table.call("Mia", "POST", "/talks/D05/decisions", read)).status_code == 409
    assert (await table.talk())["standing"] == "agreed"
    again = await table.call("Mia", "POST", "/talks/D05/decisions", {**read, "approved": LONGER})
    assert again.status_code == 201
    assert (await table.talk())["holds"]["notice"] == 9


@on_sqlite
@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"court_reference": ""}, "Say which document this is."),
        ({"court_day": "2099-01-01"}, "This day is still to come."),
        ({"court_kind": "lifted"}, "No decision of a court is recorded about this."),
        ({"court_kind": "ordered", "notice": ""}, "Answer this question."),
    ],
)
async def test_what_a_record_must_say(wrong: dict[str, str], text: str, table: Table) -> None:
    await table.agree("D05", SWAPS)
    right = {"court_kind": "homologated", "court_reference": "27/12/A", "court_day": "2026-01-05"}
    answer = await table.post("Mia", "/clauses/D05/decision", {**right, **SWAPS, **wrong})
    assert answer.status_code == 400
    assert text in answer.text


@on_sqlite
async def test_what_is_agreed_becomes_one_plan_with_one_button_and_the_draft_stays(table: Table) -> None:
    agreed = table.couple.agreed()
    await table.run("Ana", plan.save_clause, "E05", agreed["E05"])
    soon = (table.couple.world.now + timedelta(days=20)).astimezone(ZONE).date()
    nothing = await table.post("Ana", "/clauses/together", {"effective_on": soon.isoformat()})
    assert nothing.status_code == 404
    await table.agree("D05", SWAPS)
    lacking = await table.post("Ana", "/clauses/together", {"effective_on": soon.isoformat()})
    assert lacking.status_code == 400
    assert 'plan/clauses/C02">' in lacking.text.partition("<h1>")[0], "what is missing, by name"
    for code in ("A01", "C02"):
        await table.agree(code, agreed[code])
    sent = await table.post("Ben", "/clauses/together", {"effective_on": soon.isoformat()})
    assert sent.status_code == 303
    proposal_id = UUID(sent.headers["location"].rsplit("/", 1)[1].partition("?")[0])
    async with table.couple.world.database.reading() as reading:
        proposal = await store.proposal(reading, table.couple.family_id, proposal_id)
        draft = await store.draft(reading, table.couple.family_id, Home.A)
    assert (sorted(proposal.agreed), proposal.by) == (["A01", "C02", "D05"], Home.B)
    assert draft is not None
    assert list(draft.agreed) == ["E05"]
    assert (await table.get("Ana", f"/proposal/{proposal_id}")).status_code == 200


@on_sqlite
async def test_a_signed_plan_makes_its_clauses_agreed(table: Table) -> None:
    await table.couple.sealed_plan()
    assert (await table.talk("C02"))["standing"] == "agreed"
    assert "The parents talk over one topic" in (await table.get("Mia", "/clauses")).text


@on_sqlite
async def test_apart_from_the_first_answer_to_the_common_ground_in_ones_draft(table: Table) -> None:
    agreed = table.couple.agreed()
    assert "Answer apart" in (await table.get("Ana", "/apart")).text
    unsound = await table.post("Ana", "/apart/E/answers/E05", {"split": "weeks"})
    assert unsound.headers["location"].endswith("/E/answers/E05?done=kept")
    stopped = await table.post("Ana", "/apart/E/submit")
    assert stopped.status_code == 400
    assert "Something is still open here." in stopped.text
    for who in ("Ana", "Ben"):
        await table.run(who, plan_apart.save, "E", "E05", agreed["E05"])
    other = {"A": "B", "B": "A"}[agreed["E03"]["first_half_even"]]
    await table.run("Ana", plan_apart.save, "E", "E03", agreed["E03"])
    await table.run("Ben", plan_apart.save, "E", "E03", {**agreed["E03"], "first_half_even": other})
    assert "Not open yet" in (await table.get("Mia", "/apart/E")).text
    await table.post("Ana", "/apart/E/submit")
    waits = (await table.get("Ana", "/apart/E")).text
    assert "You will both see it once both have answered." in waits
    late = await table.call("Ana", "PUT", "/apart/E/answers/E05", {"answers": {}})
    assert late.status_code == 409
    assert (await table.call("Ben", "POST", "/apart/E/submission")).json() == {"opened": True}
    for who in ("Ana", "Ben", "Mia"):
        page = (await table.get(who, "/apart/E")).text
        assert page.index("<dt>Ana</dt>") < page.index("<dt>Ben</dt>"), "one order for everybody"
    assert (await table.post("Ana", "/apart/E/back")).status_code == 409
    assert (await table.call("Ana", "POST", "/apart/E/draft")).json() == {"clauses": 1}
    async with table.couple.world.database.reading() as reading:
        draft = await store.draft(reading, table.couple.family_id, Home.A)
    assert draft is not None
    assert draft.agreed == {"E05": agreed["E05"]}


@on_sqlite
async def test_a_new_round_needs_both_and_begins_with_ones_own_answers(table: Table) -> None:
    for who in ("Ana", "Ben"):
        await table.run(who, plan_apart.save, "D", "D05", SWAPS)
        await table.run(who, plan_apart.submit, "D")
    await table.post("Ana", "/apart/D/again")
    assert "Ana would like to answer this section again." in (await table.get("Ben", "/apart/D")).text
    assert "We wait for Ben." in (await table.get("Ana", "/apart/D")).text
    await table.post("Ben", "/apart/D/again")
    page = (await table.get("Ana", "/apart/D")).text
    assert "A new round" in page
    assert "What you both answered last time" in page
    own = (await table.call("Ana", "GET", "/apart/D")).json()
    assert (own["stage"], own["round"], own["answers"]) == ("writing", 2, {"D05": SWAPS})
    await table.run("Ana", plan_apart.save, "D", "D05", LONGER)
    old = (await table.call("Ben", "GET", "/apart/D")).json()
    assert (old["opened"]["round"], old["opened"]["common"]) == (1, {"D05": SWAPS})


@on_sqlite
async def test_a_decision_may_be_recorded_by_the_law_of_the_centre_without_a_name(
    table: Table, visitor: Callable[[], Visitor]
) -> None:
    otto = await table.couple.world.person("Otto", Profession.CENTRE_LEGAL)
    said = plan_clauses.Recorded(Ruling.ORDERED, "27/13/B", table.couple.world.now.date(), SWAPS)
    await table.couple.world.run(otto, plan_clauses.record_decision, table.couple.family_id, "D05", said)
    page = (await table.get("Ana", "/clauses/D05")).text
    assert "Recorded by the centre" in page
    assert "Otto" not in page
    assert (await table.talk())["standing"] == "ordered"
    async with table.couple.world.database.reading() as reading:
        family = await journal.entries(reading, stream_of(table.couple.family_id))
        centre = await journal.entries(reading, "centre")
    assert otto.id not in {one.actor_id for one in family}
    assert [one.action for one in centre][-1] == "clause.decided"
