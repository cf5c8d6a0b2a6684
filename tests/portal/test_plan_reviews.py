"""Reviews on their pages: a task for both until both have answered, whoever is silent; what others see of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from mediation.people import Person, Profession
from mediation.usecases import plan_review
from notifications.tables import OutboxRow
from notifications.wording import worded
from parenting_plans import store
from parenting_plans.errors import NotDueYet
from parenting_plans.reviews import Answer, Kind, Review
from parenting_plans.tables import PlanReviewRow
from parenting_plans.values import ZONE, Home
from portal import jobs
from portal.visit import Service
from tests.visitor import Visitor
from tests.world import Couple, World

on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
TODAY = datetime.now(ZONE).date()
YEAR = timedelta(days=366)


@dataclass
class House:
    couple: Couple
    new: Callable[[], Visitor]
    service: Service

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}"

    async def browser(self, person: Person) -> Visitor:
        return await self.new().sign_in_as(person)

    async def pages(self, person: Person) -> dict[str, str]:
        browser = await self.browser(person)
        places = ("today", "plan", "plan/reviews")
        return {place: (await browser.get(f"{self.path}/{place}")).text for place in places}

    async def review(self) -> Review:
        async with self.couple.world.database.reading() as session:
            review = await store.open_review(session, self.couple.family_id)
        assert review is not None
        return review

    async def post(
        self, person: Person, what: str, data: dict[str, str], review: Review | None = None
    ) -> Any:
        review = review or await self.review()
        return await (await self.browser(person)).post(f"{self.path}/plan/reviews/{review.id}/{what}", data)

    async def messages(self) -> list[Any]:
        """Who was reminded: the message rows about reviews."""
        async with self.couple.world.database.reading() as session:
            rows = select(OutboxRow).where(col(OutboxRow.dedupe_key).contains("review:"))
            return list((await session.exec(rows)).all())


@pytest.fixture
async def house(world: World, visitor: Callable[[], Visitor], service: Service) -> House:
    """A plan that both signed a year ago: its review fell due a day or two ago, and nobody has said anything."""
    world.now = datetime.now(UTC) - YEAR
    couple = await world.couple()
    await couple.answer_questions()
    await couple.sealed_plan()
    world.now = datetime.now(UTC)
    return House(couple, visitor, service)


async def test_it_is_a_task_for_both_until_both_have_answered(house: House):
    ana, ben = house.couple.ana, house.couple.ben
    first = await house.review()
    assert first.is_overdue(TODAY)
    for person in (ana, ben):
        pages = await house.pages(person)
        assert "Look at the plan again" in pages["today"]
        assert "Was due on" in pages["plan"]
        assert "Give my answer" in pages["plan/reviews"]

    answered = await house.post(ana, "answer", {"answer": "stays"})
    assert answered.headers["location"] == f"{house.path}/plan/reviews?done=recorded"
    pages = await house.pages(ana)
    assert "The review stays due until the other parent has too." in pages["today"]
    assert "We wait for Ben." in pages["plan/reviews"]
    assert "Give my answer" not in pages["plan/reviews"]
    pages = await house.pages(ben)
    assert "Look at the plan again" in pages["today"]
    assert "Ana: it stays as it is." in pages["plan/reviews"]
    again = await house.post(ana, "answer", {"answer": "change"})
    assert again.status_code == 409

    await house.post(ben, "answer", {"answer": "stays"})
    for person in (ana, ben):
        pages = await house.pages(person)
        assert "Look at the plan again" not in pages["today"]
        assert "Next review of the plan" in pages["plan"]
        assert "Earlier reviews" in pages["plan/reviews"]
        assert "Ben: it stays as it is." in pages["plan/reviews"]
    following = await house.review()
    assert following.id != first.id
    assert following.due_on > TODAY + timedelta(days=300)


async def test_who_wants_a_change_finds_the_plan_in_their_own_draft(house: House):
    ben = house.couple.ben
    moved = await house.post(ben, "answer", {"answer": "change"})
    assert moved.headers["location"] == f"{house.path}/plan?done=recorded"
    async with house.couple.world.database.reading() as session:
        mine = await store.draft(session, house.couple.family_id, Home.B)
        [sealed] = await store.versions_of(session, house.couple.family_id)
    assert mine is not None
    assert mine.agreed == sealed.agreed


@on_sqlite
async def test_a_draft_that_was_begun_stays(house: House):
    from mediation.usecases import plan

    run = house.couple.world.run
    begun = {"place": "school", "transport": "receiving_fetches"}
    async with house.couple.world.database.reading() as session:
        before = await store.draft(session, house.couple.family_id, Home.A)
    assert before is not None  # Ana drafted the plan
    await run(house.couple.ana, plan.save_clause, house.couple.family_id, "D02", begun)
    await house.post(house.couple.ana, "answer", {"answer": "change"})
    async with house.couple.world.database.reading() as session:
        after = await store.draft(session, house.couple.family_id, Home.A)
    assert after is not None
    assert after.agreed["D02"] == begun


@on_sqlite
async def test_a_parent_who_stays_silent_leaves_it_due(house: House):
    await house.post(house.couple.ana, "answer", {"answer": "stays"})
    async with house.couple.world.database.reading() as session:
        from mediation import families

        for years in (1, 5):
            later = datetime.now(UTC) + years * YEAR
            family = await families.open_for(session, house.couple.family_id, house.couple.ben, later)
            desk = await plan_review.desk(session, family, later)
            assert desk.waits_for(Home.B)
            assert desk.overdue


async def test_it_is_postponed_twice_at_most_and_both_see_it(house: House):
    ana, ben = house.couple.ana, house.couple.ben
    for person, days in ((ana, 10), (ben, 20)):
        to = TODAY + timedelta(days=days)
        assert (await house.post(person, "postpone", {"to": to.isoformat()})).status_code == 303
        assert (await house.review()).due_on == to
    for person in (ana, ben):
        page = (await house.pages(person))["plan/reviews"]
        assert "Ana postponed it to" in page
        assert "Ben postponed it to" in page
        assert "It was postponed twice already" in page
    third = await house.post(ana, "postpone", {"to": (TODAY + timedelta(days=30)).isoformat()})
    assert third.status_code == 409


@on_sqlite
@pytest.mark.parametrize(
    "to",
    ["", "soon", "2027-02-30", TODAY.isoformat(), (TODAY + timedelta(days=93)).isoformat(), "1999-01-01"],
)
async def test_a_day_that_cannot_be_is_said_at_the_field(house: House, to: str):
    page = await house.post(house.couple.ana, "postpone", {"to": to})
    assert page.status_code == 400
    assert 'href="#f-to"' in page.text


@on_sqlite
async def test_nothing_is_asked_before_it_opens(house: House):
    world = house.couple.world
    await house.post(house.couple.ana, "answer", {"answer": "stays"})
    await house.post(house.couple.ben, "answer", {"answer": "stays"})
    following = await house.review()
    assert "Look at the plan again" not in (await house.pages(house.couple.ana))["today"]
    with pytest.raises(NotDueYet):
        await world.run(
            house.couple.ana, plan_review.answer, house.couple.family_id, following.id, Answer.STAYS
        )
    page = await house.post(house.couple.ana, "answer", {"answer": "stays"})
    assert page.status_code == 409


@on_sqlite
async def test_a_new_plan_does_not_put_off_a_review_that_is_due(house: House):
    before = await house.review()
    await house.couple.sealed_plan()
    after = await house.review()
    assert (after.id == before.id, after.due_on, after.kind) == (False, before.due_on, before.kind)
    assert after.is_shown(TODAY)


@on_sqlite
async def test_a_new_plan_that_a_review_asked_for_is_that_review(house: House):
    before = await house.review()
    await house.post(house.couple.ana, "answer", {"answer": "change"})
    await house.couple.sealed_plan()
    after = await house.review()
    assert (after.id == before.id, after.due_on > TODAY + timedelta(days=300)) == (False, True)
    assert (
        "A new plan was signed, which has reviews of its own."
        in (await house.pages(house.couple.ana))["plan/reviews"]
    )


@on_sqlite
async def test_a_leap_day_and_n01_decide_when(world: World):
    world.now = datetime(2028, 2, 29, 12, 0, tzinfo=UTC)
    couple = await world.couple()
    await couple.sealed_plan(N01={"first_months": 6, "then": "12m", "triggers": ["move"]})
    async with world.database.reading() as session:
        review = await store.open_review(session, couple.family_id)
    assert review is not None
    assert (review.due_on, review.kind) == (date(2028, 8, 29), Kind.ORDINARY)


# What others see


@on_sqlite
async def test_a_mediator_and_the_centre_see_that_it_is_overdue_and_no_answer(house: House):
    world = house.couple.world
    mia, sam = await world.person("Mia", Profession.MEDIATOR, accreditation="1"), await world.person("Sam")
    nora, *_ = await world.centre()
    await house.couple.ask(mia)
    await house.post(house.couple.ana, "answer", {"answer": "change"})
    for person in (mia, nora):
        browser = await house.browser(person)
        for place in ("plan", "plan/reviews"):
            page = (await browser.get(f"{house.path}/{place}")).text
            assert "Was due on" in page
            assert "wants to change" not in page
            assert "Give my answer" not in page
        told = (
            await browser.json("GET", f"/api{house.path.replace('/f/', '/families/')}/plan/reviews")
        ).json()
        assert told["overdue"] is True
        assert told["current"]["steps"] == []
        assert told["past"] == []
        assert (await house.post(person, "answer", {"answer": "stays"})).status_code == 404
    stranger = await house.browser(sam)
    assert (await stranger.get(f"{house.path}/plan/reviews")).status_code == 404
    assert (await house.post(sam, "answer", {"answer": "stays"})).status_code == 404


async def test_over_json(house: House):
    api = f"/api/families/{house.couple.family_id}/plan/reviews"
    ana, ben = await house.browser(house.couple.ana), await house.browser(house.couple.ben)
    review = (await house.review()).id
    to = (TODAY + timedelta(days=5)).isoformat()
    assert (await ana.json("POST", f"{api}/{review}/postponement", {"to": to})).status_code == 204
    first = await ana.json("POST", f"{api}/{review}/answer", {"answer": "stays"})
    assert (first.status_code, first.json()) == (200, {"closed": False})
    told = (await ben.json("GET", api)).json()["current"]
    assert [(one["home"], one["said"], one["to"]) for one in told["steps"]] == [
        ("A", "postponed", to),
        ("A", "stays", None),
    ]
    last = await ben.json("POST", f"{api}/{review}/answer", {"answer": "change"})
    assert last.json() == {"closed": True}
    assert (await ben.json("GET", api)).json()["current"] is None
    assert (await ben.json("POST", f"{api}/{review}/answer", {"answer": "maybe"})).status_code == 400


# Reminders


async def test_a_reminder_is_discreet_comes_once_and_only_to_who_is_silent(house: House):
    assert await jobs.remind_of_reviews(house.service) == 1
    assert await jobs.remind_of_reviews(house.service) == 0
    couple = house.couple
    assert {row.to_id for row in await house.messages()} == {couple.ana.id, couple.ben.id}
    [row, _] = await house.messages()
    assert (row.kind, row.facts) == ("plan", {})
    said = worded(row.kind, "en", row.facts, "https://agenda.example.be")
    for word in ("review", "plan", "Ana", "Ben", "Lou"):
        assert word not in said.subject + said.body.replace("https://agenda.example.be", "")
    await house.post(couple.ana, "answer", {"answer": "stays"})
    told = len(await house.messages())
    review = await house.review()
    async with couple.world.database.writing() as session:  # thirty days later
        row = await session.get(PlanReviewRow, review.id)
        assert row is not None
        assert row.remind_at is not None
        assert row.remind_at > datetime.now(UTC)
    await plan_review.remind(house.service.database.writing, couple.family_id, review.id, row.remind_at)
    new = (await house.messages())[told:]
    assert [one.to_id for one in new] == [couple.ben.id]


@on_sqlite
async def test_a_closed_review_reminds_nobody(house: House):
    review = await house.review()
    for person in (house.couple.ana, house.couple.ben):
        await house.post(person, "answer", {"answer": "stays"})
    assert not await plan_review.remind(
        house.service.database.writing, house.couple.family_id, review.id, datetime.now(UTC)
    )
    assert await jobs.remind_of_reviews(house.service) == 0


async def test_both_answer_at_the_same_moment(house: House):
    import asyncio

    couple, review = house.couple, await house.review()
    done = await asyncio.gather(
        *(
            couple.world.run(person, plan_review.answer, couple.family_id, review.id, Answer.STAYS)
            for person in (couple.ana, couple.ben)
        )
    )
    assert sorted(done) == [False, True]
    assert (await house.review()).id != review.id
    async with couple.world.database.reading() as session:
        every = await store.reviews_of(session, couple.family_id)
    assert [one.closed_at is None for one in every] == [False, True]
    assert replace(every[0]).answers[0].home is not every[0].answers[1].home
