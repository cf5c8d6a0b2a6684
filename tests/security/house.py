"""Two families side by side with one of everything, everyone who might knock at the door, and every door there is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
from litestar import Litestar
from litestar.routes import HTTPRoute
from sqlalchemy import delete
from sqlmodel import select

from mediation import families
from mediation.people import Person, Profession
from mediation.sessions import Kind, Wish
from mediation.tables import MandateRow, PersonRow, StatementRow
from mediation.usecases import (
    calendar,
    certificate,
    feed,
    handover,
    intake,
    on_the_way,
    order,
    plan,
    plan_clauses,
    session,
    statement,
    swap,
    travel_document,
    travel_record,
)
from parenting_plans import away_days, care_offers
from parenting_plans import store as plans
from parenting_plans.asking import Span
from parenting_plans.away_days import Noting, Why
from parenting_plans.care_offers import Absence
from parenting_plans.on_the_way import Cause
from parenting_plans.orders import Decision, Measure, OrderKind
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.travel_documents import Details, EventKind, Holder, Told
from parenting_plans.values import Home
from portal import own_settings, sign_in
from portal.tables import ThrottleRow, WebSessionRow
from risk import alerts, store
from risk.values import Severity
from tests.risk.people import found
from tests.visitor import TOKEN, Visitor
from tests.world import Couple, World

DAY = timedelta(days=1)
OFTEN = 50  # fewer than any limit of writes


@dataclass
class Clock:
    at: datetime


@dataclass(frozen=True)
class Door:
    """One method on one path of the app, such as GET /f/{family_id}/plan."""

    method: str
    path: str
    named: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_api(self) -> bool:
        return self.path.startswith("/api/")

    def at(self, ids: dict[str, str]) -> str:
        return self.path.format(**ids)


def doors(app: Litestar) -> list[Door]:
    """Every route of the app but OPTIONS, which only lists methods; static files are counted as one."""
    found = []
    for route in app.routes:
        assert isinstance(route, HTTPRoute), route
        path = re.sub(r":\w+}", "}", route.path)
        found += [
            Door(str(method), path, tuple(re.findall(r"{(\w+)}", path)))
            for handler in route.route_handlers
            for method in handler.http_methods
            if method != "OPTIONS"
        ]
    return sorted(found, key=lambda door: (door.method != "GET", door.name))


def examples(openapi: dict[str, Any]) -> dict[str, Any]:
    """The first example of the body of every errand of the API, by its name as a door."""
    bodies = {}
    for path, errands in openapi["paths"].items():
        for method, told in errands.items():
            if "requestBody" in told:
                schema = told["requestBody"]["content"]["application/json"]["schema"]
                if "$ref" in schema:
                    schema = openapi["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
                bodies[f"{method.upper()} {path}"] = next(iter(schema.get("examples", [])), None)
    return bodies


@dataclass
class Browser:
    """A browser that asks for the form token once. `body` is a form on pages and JSON in the API."""

    visitor: Visitor
    token: str = ""
    sent: int = 0

    @property
    def client(self) -> httpx.AsyncClient:
        return self.visitor.client

    async def send(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> httpx.Response:
        self.sent += method not in {"GET", "HEAD"}
        if self.sent and self.sent % OFTEN == 0:
            await self.forget_how_often()
        if method not in {"GET", "HEAD"} and not self.token:
            page = (await self.client.get("/safety", headers={"accept-language": "en"})).text
            shown = TOKEN.search(page)
            self.token = shown.group(1) if shown else str(self.client.cookies.get("form"))
        said = {
            "accept-language": "en",
            **({"x-csrftoken": self.token} if self.token else {}),
            **(headers or {}),
        }
        if method in {"GET", "HEAD", "DELETE"}:
            return await self.client.request(method, path, headers=said)
        if path.startswith("/api/"):
            return await self.client.request(method, path, json=body, headers=said)
        return await self.client.request(method, path, data=body or {}, headers=said)

    async def forget_how_often(self) -> None:
        """Limits have tests of their own; here one person knocks at every door."""
        async with self.visitor.service.database.writing() as session:
            await session.exec(delete(ThrottleRow))


@dataclass
class Household:
    """A family, its people, and the id of one of everything that belongs to it."""

    couple: Couple
    lead: Person
    ids: dict[str, str]
    feed_token: str


@dataclass
class House:
    world: World
    app: Litestar
    visitor: Callable[[], Visitor]
    ours: Household  # Ana and Ben's
    theirs: Household  # Sam and Eva's
    people: dict[str, Person] = field(default_factory=dict)

    async def browser(self, who: str) -> Browser:
        """Signed in at this moment of the fixed clock, with a factor just shown; "nobody" is not signed in."""
        visitor = self.visitor()
        if who != "nobody":
            async with self.world.database.writing() as session:
                row = await session.get(PersonRow, self.people[who].id)
                assert row is not None
                token = await sign_in.start(session, row, self.world.now)
            visitor.client.cookies.set(self.world.service.session_cookie, token, domain="127.0.0.1")
        return Browser(visitor)

    def moved_to(self, world: World, app: Litestar, visitor: Callable[[], Visitor]) -> "House":
        """The same people and ids in another copy of the database."""
        world.people.update(self.people)
        ours, theirs = (
            replace(one, couple=replace(one.couple, world=world)) for one in (self.ours, self.theirs)
        )
        return House(world, app, visitor, ours, theirs, world.people)

    def doors(self) -> Iterator[Door]:
        return iter(doors(self.app))


async def build(world: World, app: Litestar, visitor: Callable[[], Visitor]) -> House:
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="1")
    ida = await world.person("Ida", Profession.MEDIATOR, accreditation="2")
    leo = await world.person("Leo", Profession.FAMILY_LAWYER)
    lia = await world.person("Lia", Profession.FAMILY_LAWYER)
    max_, zoe = (
        await world.person("Max", Profession.MEDIATOR, accreditation="3"),
        await world.person("Zoe", Profession.MEDIATOR, accreditation="4"),
    )
    await world.centre()
    await world.person("Sol", Profession.CENTRE_SOCIAL)
    await world.person("Root", Profession.ADMINISTRATOR)
    ours = await _household(world, mia, lia, "Ana", "Ben")
    theirs = await _household(world, ida, lia, "Sam", "Eva")
    family = ours.couple.family_id
    await _mandate(world, family, leo)
    await _mandate(world, family, max_, ended_at=world.now - DAY)
    await _mandate(world, family, zoe, ends_at=world.now - DAY)
    return House(world, app, visitor, ours, theirs, world.people)


async def _household(world: World, lead: Person, asked: Person, first: str, second: str) -> Household:
    now = world.now
    world.now = now - 30 * DAY
    couple = await world.couple(first, second)
    family = couple.family_id
    await couple.answer_questions()
    await couple.ask(lead)
    version = await couple.sealed_plan()
    world.now = now - DAY
    trip = await couple.trip(couple.ana, address_with_centre=True)
    consent = await couple.consent(couple.ben, trip)
    await world.run(couple.ana, certificate.issue_for, family, consent, "https://agenda.example.be")
    proposal = await _proposal(couple)
    made = await world.run(couple.ana, feed.create, family, "My phone")
    wish = Wish(
        Kind.JOINT, frozenset(Home), now + 8 * DAY, now + 8 * DAY + timedelta(hours=1), place="Room 2"
    )
    booked = await world.run(lead, session.book, family, wish)
    async with world.database.reading() as reading:
        seen = await families.open_for(reading, family, couple.ana, now)
        at = int((await handover.to_note(reading, seen, now))[-1].at.timestamp())
    world.now = now
    ids = {
        "family_id": family,
        "child_id": couple.children[0],
        "swap_id": await _swap(couple),
        "care_id": await _care(couple),
        "away_id": await _away_days(couple),
        "order_id": await _order(couple, lead),
        **await _travel(couple, trip, lead),
        **await _document(couple),
        "trip_id": trip,
        "consent_id": consent,
        "version_id": version,
        "proposal_id": proposal,
        "feed_id": made.id,
        "other_feed_id": (await world.run(couple.ana, feed.create, family, "My tablet")).id,
        "session_id": booked,
        "mandate_id": await _mandate(world, family, asked, accepted_at=None),
        "alert_id": await _alert(world, family),
        "statement_id": await _statement(couple),
        "review_id": await _review(couple),
        "device_id": await _device(world, couple.ana),
        "token_id": await _token(world, couple.ana),
        "sign_up_id": uuid4(),
        "move": "end",
        "code": "A01",
        "section": "A",
        "offer_id": await _offer(couple),
        "at": at,
        "place": "today",
        "rule_id": "handover_missed",
        "community": "FR",
        "begins": 2027,
        "holiday": "carnival",
        "contact": "child_focus",
        "token": await _invitation(world, couple.ana),
        "rest": f"{made.token}.ics",
        "file_path": "entente.css",
        "path": "nothing",
    }
    return Household(couple, lead, {name: str(value) for name, value in ids.items()}, made.token)


async def _proposal(couple: Couple) -> UUID:
    """Ana proposes a change of the signed plan, which waits for Ben."""
    for code, answers in couple.agreed(
        D05={"notice": 9, "answer": 3, "make_up": "swap", "max_shift": 2}
    ).items():
        await couple.world.run(couple.ana, plan.save_clause, couple.family_id, code, answers)
    await couple.world.run(
        couple.ana, plan.save_start, couple.family_id, (couple.world.now + 20 * DAY).date()
    )
    return UUID(str(await couple.world.run(couple.ana, plan.propose, couple.family_id)))


async def _offer(couple: Couple) -> UUID:
    """Ana proposes that the plan covers one child only, which waits for Ben."""
    said = {"children": [str(couple.children[0])]}
    offer = plan_clauses.propose
    return UUID(str(await couple.world.run(couple.ana, offer, couple.family_id, "A01", said, "", seen=None)))


async def _swap(couple: Couple) -> UUID:
    """Ana asks for some hours, which waits for Ben."""
    world = couple.world
    begins = (world.now + 10 * DAY).replace(second=0, microsecond=0)
    async with world.database.reading() as reading:
        seen = await families.open_for(reading, couple.family_id, couple.ana, world.now)
        stays = await calendar.stays(reading, seen, begins.date(), begins.date(), world.now)
    home = next(stay.home for stay in stays if stay.starts_at <= begins < stay.ends_at)
    span = Span(begins, begins + timedelta(hours=2))
    asked = swap.Wanted(couple.children, home.other, span)
    return UUID(str(await world.run(couple.ana, swap.ask, couple.family_id, asked)))


async def _care(couple: Couple) -> UUID:
    """Ana offers the time of an absence, as under a plan that says so."""
    begins = couple.world.now + 12 * DAY
    absence = Absence(couple.children, Span(begins, begins + DAY), couple.world.now + 3 * DAY)
    made = care_offers.offer(
        absence, threshold=24, family_id=couple.family_id, by=Home.A, id=uuid4(), now=couple.world.now
    )
    async with couple.world.database.writing() as session:
        await plans.save_care_offer(session, made)
    return made.id


async def _away_days(couple: Couple) -> UUID:
    """Ana notes a camp, far from the days of the other questions."""
    begins = couple.world.now + 40 * DAY
    said = Noting(Why.CAMP, couple.children, Span(begins, begins + DAY))
    made = away_days.note(said, family_id=couple.family_id, by=Home.A, id=uuid4(), now=couple.world.now)
    async with couple.world.database.writing() as session:
        await plans.save_away_days(session, made)
    return made.id


async def _order(couple: Couple, lead: Person) -> UUID:
    """A decision about days far ahead, as the mediator noted it."""
    now = couple.world.now
    decision = Decision(
        kind=OrderKind.INTERIM,
        measure=Measure.RESIDENCE,
        homes=tuple((child, Home.A) for child in couple.children),
        reference="27/123/A",
        decided_on=now.date(),
        starts_at=(now + 200 * DAY).replace(microsecond=0),
        ends_at=None,
    )
    return UUID(str(await couple.world.run(lead, order.record, couple.family_id, decision, given=True)))


async def _travel(couple: Couple, trip: UUID, lead: Person) -> dict[str, UUID]:
    """Ana's delay with a proof, Ben's wish that nobody travels without his consent, and a permission of a court."""
    world, day, family = couple.world, couple.world.now.date(), couple.family_id
    late = on_the_way.Late(Cause.CARRIER, couple.wish().return_at + DAY, proof=b"%PDF-1.7")
    said = travel_record.Noting(
        DecisionKind.PERMISSION, Home.A, couple.children, ("IS",), day, day + DAY, "Ghent", "27/1", day
    )
    return {
        "delay_id": await world.run(couple.ana, on_the_way.say_late, family, trip, late),
        "wish_id": await world.run(couple.ben, travel_record.wish, family, ""),
        "decision_id": await world.run(lead, travel_record.note_decision, family, said, given=True),
    }


async def _document(couple: Couple) -> dict[str, UUID]:
    """A passport that Ana entered and that Ben has, as she says; he has not confirmed it."""
    world, day = couple.world, couple.world.now.date()
    noted = travel_document.Noted(
        couple.children[0],
        "belgian_passport",
        "BE",
        Told(EventKind.NOTED, day),
        Details("Gent", day - 300 * DAY, day + 300 * DAY),
        "EP765432",
        Holder.B,
    )
    document = UUID(str(await world.run(couple.ana, travel_document.note, couple.family_id, noted)))
    await world.run(couple.ana, travel_document.tell, couple.family_id, document, Told(EventKind.SEEN, day))
    async with world.database.reading() as reading:
        seen = await families.open_for(reading, couple.family_id, couple.ana, world.now)
        line = await travel_document.one(reading, seen, document, world.now)
    return {"document_id": document, "event_id": line.facts.events[-1].id, "receipt_id": line.receipts[0].id}


async def _mandate(world: World, family: UUID, person: Person, **said: Any) -> UUID:
    begun = world.now - 20 * DAY
    whole: dict[str, Any] = {
        "asked_at": begun,
        "agreed_a_at": begun,
        "agreed_b_at": begun,
        "accepted_at": begun,
        "conflict_clear_at": begun,
        "ends_at": world.now + 100 * DAY,
    }
    row = MandateRow(
        id=uuid4(), family_id=family, person_id=person.id, role=person.profession.value, **{**whole, **said}
    )
    async with world.database.writing() as session:
        session.add(row)
    return row.id


async def _alert(world: World, family: UUID) -> UUID:
    said = {"raised_at": world.now, "due_by": world.now + DAY, "version": 0, "key": "made for this test"}
    finding = found(Severity.HIGH, "handover_missed", **said)
    async with world.database.writing() as writing:
        [alert] = await store.save_merge(writing, family, alerts.Merge((finding,), ()))
    return alert.id


async def _statement(couple: Couple) -> UUID:
    """What Ben said, as Ana noted it; the centre alone can open it."""
    world = couple.world
    await world.run(
        couple.ana, statement.note, couple.family_id, statement.Said(world.now - DAY, "Wait and see.")
    )
    async with world.database.reading() as session:
        rows = select(StatementRow.id).where(StatementRow.family_id == couple.family_id)
        return (await session.exec(rows)).one()


async def _review(couple: Couple) -> UUID:
    """The first review of the signed plan, which opens next year."""
    async with couple.world.database.reading() as session:
        review = await plans.open_review(session, couple.family_id)
    assert review is not None
    return review.id


async def _device(world: World, person: Person) -> UUID:
    async with world.database.writing() as session:
        row = await session.get(PersonRow, person.id)
        assert row is not None
        token = await sign_in.start(session, row, world.now)
        return (
            await session.exec(
                select(WebSessionRow.id).where(WebSessionRow.token_hash == sign_in.hashed(token))
            )
        ).one()


async def _token(world: World, person: Person) -> UUID:
    async with world.database.writing() as session:
        await own_settings.create_token(session, person, "my script", "read", world.now)
        return (await own_settings.tokens(session, person, world.now))[-1].id


async def _invitation(world: World, person: Person) -> str:
    """A link to a family that this parent has opened and nobody joined yet."""
    family = await world.run(person, intake.open_family)
    address = f"other-of-{person.name.lower()}@example.be"
    sent = await world.run(person, intake.invite, family, address, "en", theirs_alone=True)
    return str(intake.link_token(world.keys.links, sent))


def unlike(ids: dict[str, str]) -> dict[str, str]:
    """The same, with ids that were never given to anything."""
    return {
        name: str(uuid4()) if name.endswith("_id") and name != "rule_id" else one for name, one in ids.items()
    }


def plain(text: str, ids: dict[str, str]) -> str:
    """A page without what is a matter of the address that was asked, and without its form token."""
    for one in sorted(ids.values(), key=len, reverse=True):
        if len(one) > 20:
            text = text.replace(one, "*")
    return re.sub(r'(name="_csrf_token" value=)"[^"]*"', r'\1""', text)
