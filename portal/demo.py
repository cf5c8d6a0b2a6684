"""Synthetic families that show every state at work. Filled once; the passwords are made at the first run.

All names, addresses and facts are invented.
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import select

from mediation import screening
from mediation.errand import Errand, Keys
from mediation.people import Person, Profession
from mediation.sessions import Kind
from mediation.sessions import Wish as SessionWish
from mediation.tables import PersonRow
from mediation.usecases import consent, feed, intake, mandate, pathway, plan, screen, statement, trip
from mediation.usecases import session as sessions
from parenting_plans import store
from parenting_plans.consents import scope_of
from parenting_plans.travel import Wish
from parenting_plans.values import ZONE, Agreed, Community, CountryStay, Home, Tickets
from portal import demo_scenes
from portal.demo_scenes import Scene
from portal.visit import Service

SHEET = "demo-sign-ins.txt"
_WORDS = [
    "apple",
    "basin",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "hazel",
    "inlet",
    "joker",
    "karst",
    "lemon",
    "maple",
    "north",
    "olive",
    "pearl",
    "quill",
    "river",
    "stone",
    "tulip",
    "umber",
    "violet",
    "willow",
    "yarrow",
    "zebra",
]


async def fill_once(service: Service, now: datetime) -> str:
    """Make the families unless they are there; return what to print."""
    sheet = service.settings.data_folder / SHEET
    async with service.database.reading() as session:
        somebody = (await session.exec(select(PersonRow.id).limit(1))).first()
    if somebody is None:
        cast = _Cast(service, now)
        await _play(cast)
        _keep(sheet, cast.sheet())
    return sheet.read_text(encoding="utf-8") if sheet.exists() else ""


def _keep(sheet: Path, text: str) -> None:
    sheet.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(
        os.open(sheet, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)


class _Cast:
    """The people of the demo, and running an errand as one of them at some moment."""

    def __init__(self, service: Service, now: datetime) -> None:
        self.service = service
        self.now = now
        self.lines: list[str] = []
        self.keys = Keys(service.derived("journal"), service.derived("links"), service.vault)

    async def person(
        self,
        name: str,
        what: str,
        profession: Profession = Profession.NONE,
        language: str = "nl",
        accreditation: str = "",
    ) -> Person:
        password = "-".join(secrets.choice(_WORDS) for _ in range(4))
        row = PersonRow(
            id=uuid4(),
            email=f"{name.lower()}@example.be",
            name=name,
            language=language,
            profession=profession.value,
            password_hash=await self.service.passwords.hash(password),
            created_at=self.now - timedelta(days=60),
            accreditation=accreditation,
        )
        async with self.service.database.writing() as session:
            session.add(row)
        self.lines.append(f"  {row.email:<20} {password:<28} {what}")
        return Person(row.id, name, row.email, language, profession, row.accreditation)

    async def run(
        self, days_ago: float, who: Person, usecase: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Any:
        at = self.now - timedelta(days=days_ago)
        async with self.service.database.writing() as session:
            return await usecase(Errand(session, who, at, self.keys), *args, **kwargs)

    def sheet(self) -> str:
        return "\n".join(
            ("Demo sign-ins (invented people, passwords of this installation only):", *self.lines, "")
        )


@dataclass
class _Family:
    cast: _Cast
    id: UUID
    a: Person
    b: Person
    children: tuple[UUID, ...]

    async def answer(self, days_ago: float, *, worry: bool = False) -> None:
        calm = {question.id: question.safe.value for question in screening.QUESTIONS}
        first = screening.QUESTIONS[0]
        worried = {**calm, first.id: "no" if first.safe.value == "yes" else "yes"}
        await self.cast.run(days_ago, self.a, screen.answer, self.id, worried if worry else calm)
        await self.cast.run(days_ago, self.b, screen.answer, self.id, calm)

    async def ask(self, days_ago: float, professional: Person) -> None:
        asked = await self.cast.run(days_ago, self.a, mandate.ask, self.id, professional.id)
        await self.cast.run(days_ago, self.b, mandate.agree, self.id, asked)
        await self.cast.run(days_ago, professional, mandate.accept, asked, no_conflict=True)

    async def move(self, days_ago: float, who: Person, *moves: str) -> None:
        for one in moves:
            await self.cast.run(days_ago, who, pathway.move, self.id, one)

    @property
    def scene(self) -> Scene:
        cast = self.cast
        return Scene(cast.service.database, cast.run, cast.now, self.id, self.a, self.b, self.children)

    async def propose(self, days_ago: float, more: Agreed = MappingProxyType({})) -> UUID:
        at = self.cast.now - timedelta(days=days_ago)
        for code, answers in {**sample_plan(self.children, _monday(at)), **more}.items():
            await self.cast.run(days_ago, self.a, plan.save_clause, self.id, code, answers)
        await self.cast.run(days_ago, self.a, plan.save_start, self.id, at.astimezone(ZONE).date())
        return UUID(str(await self.cast.run(days_ago, self.a, plan.propose, self.id)))

    async def seal(self, days_ago: float, more: Agreed = MappingProxyType({})) -> None:
        proposal = await self.propose(days_ago, more)
        version = await self.cast.run(days_ago, self.b, plan.accept, self.id, proposal)
        async with self.cast.service.database.reading() as session:
            digest = (await store.version(session, self.id, version)).digest
        for parent in (self.a, self.b):
            await self.cast.run(days_ago, parent, plan.sign, self.id, version, digest)


def _monday(at: datetime) -> date:
    day = at.astimezone(ZONE).date()
    return day - timedelta(days=day.weekday())


def sample_plan(children: tuple[UUID, ...], monday: date) -> Agreed:
    """Answers to all ten clauses: week about, changing on Friday at 18:00."""
    named = [str(child) for child in children]
    return {
        "A01": {"children": named},
        "B01": {"mode": "joint", "joint_topics": ["health", "education", "leisure"]},
        "C01": {"per_child": dict.fromkeys(named, "A")},
        "C02": {
            "pattern": "ww_fri",
            "anchor_date": monday.isoformat(),
            "anchor_parent": "A",
            "handover_time": "18:00",
        },
        "D01": {"day": "fri", "moment": "clock", "time": "18:00"},
        "D02": {"place": "school", "transport": "receiving_fetches"},
        "D05": {"notice": 7, "answer": 3, "make_up": "swap", "max_shift": 2},
        "E03": {"split": "halves", "first_half_even": "B", "switch_weekday": "sat", "switch_time": "18:00"},
        "E05": {
            "split": "fortnights",
            "first_half_even": "A",
            "switch_weekday": "fri",
            "switch_time": "18:00",
        },
        "F01": {
            "schengen": "free_inform",
            "outside": "consent_written",
            "inform_days": 14,
            "info": ["destination", "dates"],
        },
    }


async def _couple(
    cast: _Cast, days_ago: float, a: Person, b: Person, *names: tuple[str, date, Community]
) -> _Family:
    family_id = await cast.run(days_ago, a, intake.open_family)
    children = []
    for given_name, born, community in names:
        child = await cast.run(
            days_ago, a, intake.add_child, family_id, intake.NewChild(given_name, born, community)
        )
        children.append(child.id)
    invitation = await cast.run(days_ago, a, intake.invite, family_id, b.email, b.language, theirs_alone=True)
    await cast.run(days_ago - 1, b, intake.accept, intake.link_token(cast.keys.links, invitation))
    return _Family(cast, family_id, a, b, tuple(children))


async def _play(cast: _Cast) -> None:
    mia = await cast.person("Mia", "mediator", Profession.MEDIATOR, accreditation="FBC-000123")
    leo = await cast.person("Leo", "family lawyer for both parents", Profession.FAMILY_LAWYER, "fr")
    nora = await cast.person("Nora", "centre, psychological", Profession.CENTRE_PSYCH)
    otto = await cast.person("Otto", "centre, legal", Profession.CENTRE_LEGAL, "fr")
    kim = await cast.person("Kim", "centre, coordinator", Profession.CENTRE_COORDINATOR)
    await _along_the_consensus_model(cast, mia, (nora, otto, kim))
    await _a_trip_that_raises_questions(cast)
    await _with_one_family_lawyer(cast, leo, (nora, otto, kim))
    await _at_the_beginning(cast)


async def _along_the_consensus_model(cast: _Cast, mia: Person, centre: tuple[Person, Person, Person]) -> None:
    """Ana and Ben: a plan at work, its review due, a session to come, a trip with a consent, a calendar on a telephone."""
    ana = await cast.person("Ana", "parent; plan signed, trip agreed")
    ben = await cast.person("Ben", "parent; the other home of Ana's family", language="fr")
    family = await _couple(
        cast,
        50,
        ana,
        ben,
        ("Lou", date(2019, 5, 14), Community.FLEMISH),
        ("Mio", date(2021, 9, 2), Community.FRENCH),
    )
    await _through_the_opening(family, centre)
    await family.move(44, ana, "choose_consensus")
    await family.move(44, ben, "choose_consensus")
    await family.ask(43, mia)
    for who in (ana, ben, mia):
        await family.move(42, who, "sign_protocol")
    await family.move(41, mia, "begin_sessions")
    await family.seal(34, demo_scenes.MORE_CLAUSES)
    await demo_scenes.days_that_move(family.scene)
    await demo_scenes.a_camp(family.scene)
    await demo_scenes.talk(family.scene)
    await demo_scenes.sealed_answers(family.scene)
    await demo_scenes.papers(family.scene)
    await _book(cast, family, mia, Kind.JOINT, 6)
    await _what_was_called_off(cast, family, mia)
    leave = _at_noon(cast.now, 40)
    wish = Wish(
        children=family.children,
        depart_at=leave,
        return_at=leave + timedelta(days=6),
        stays=(CountryStay("ES", 6),),
        mode="air",
        tickets=Tickets(child_out=True, child_return=True),
        address="Calle Mayor 1, Madrid",
        phone="+32 470 00 00 01",
        carrier="SN 3721",
        return_details="SN 3722",
        legs=demo_scenes.to_madrid_and_back(leave),
    )
    asked = await cast.run(5, ana, trip.request, family.id, wish)
    async with cast.service.database.reading() as session:
        scope = scope_of(await store.trip(session, family.id, asked))
    await cast.run(3, ben, consent.give, family.id, asked, scope)
    await cast.run(2, ana, feed.create, family.id, "My phone")


async def _what_was_called_off(cast: _Cast, family: _Family, mia: Person) -> None:
    """A trip that was refused, a consent that was withdrawn, an appointment that was cancelled."""
    for country, in_days, refused in (("IT", 70, True), ("PT", 90, False)):
        leave = _at_noon(cast.now, in_days)
        wish = Wish(
            children=family.children,
            depart_at=leave,
            return_at=leave + timedelta(days=4),
            stays=(CountryStay(country, 4),),
            mode="train",
        )
        asked = await cast.run(9, family.b, trip.request, family.id, wish)
        if refused:
            await cast.run(
                8, family.a, consent.object_to, family.id, asked, "It falls in the week of the school play."
            )
            continue
        async with cast.service.database.reading() as session:
            scope = scope_of(await store.trip(session, family.id, asked))
        given = await cast.run(8, family.a, consent.give, family.id, asked, scope)
        await cast.run(7, family.a, consent.withdraw, family.id, given)
    booked = await _book(cast, family, mia, Kind.JOINT, 13)
    await cast.run(0.5, mia, sessions.cancel, family.id, booked)


async def _a_trip_that_raises_questions(cast: _Cast) -> None:
    """Clara and David: a signed plan, and a trip soon without a consent to a country without a return treaty."""
    clara = await cast.person("Clara", "parent; the other parent asks for a trip")
    david = await cast.person("David", "parent; asked for a trip", language="de")
    family = await _couple(cast, 40, clara, david, ("Noa", date(2018, 2, 9), Community.GERMAN))
    await family.answer(38)
    await family.seal(30)
    leave = _at_noon(cast.now, 3)
    wish = Wish(
        children=family.children,
        depart_at=leave,
        return_at=leave + timedelta(days=9),
        stays=(CountryStay("AE", 9),),
        mode="air",
        tickets=Tickets(child_out=True, child_return=False),
    )
    await cast.run(1, david, trip.request, family.id, wish)
    said_at = cast.now - timedelta(days=2)
    await cast.run(
        1, clara, statement.note, family.id, statement.Said(said_at, "Maybe we will not come back.")
    )


async def _with_one_family_lawyer(cast: _Cast, leo: Person, centre: tuple[Person, Person, Person]) -> None:
    """Eva and Finn: one lawyer for both, each parent informed alone, a proposal that waits, a court's decision for now."""
    eva = await cast.person("Eva", "parent; proposed a plan", language="fr")
    finn = await cast.person("Finn", "parent; a proposal waits for his answer", language="en")
    family = await _couple(cast, 35, eva, finn, ("Zoé", date(2020, 11, 30), Community.FRENCH))
    await _through_the_opening(family, centre, days_ago=33)
    await family.move(30, eva, "choose_family_lawyer")
    await family.move(30, finn, "choose_family_lawyer")
    await family.ask(29, leo)
    await family.move(28, leo, "clear_conflicts", "find_suitable", "inform_parent_a", "inform_parent_b")
    await family.move(15, eva, "consent")
    await family.propose(2)
    await demo_scenes.decision(family.scene, leo)


async def _at_the_beginning(cast: _Cast) -> None:
    """Iris and Jan: both answered the private questions, and a person of the centre must look first. Gus is alone yet."""
    iris = await cast.person("Iris", "parent; at the beginning")
    jan = await cast.person("Jan", "parent; at the beginning")
    family = await _couple(cast, 4, iris, jan, ("Pia", date(2022, 6, 18), Community.FLEMISH))
    await family.answer(2, worry=True)
    await family.move(2, iris, "begin_screening")
    gus = await cast.person("Gus", "parent; has opened a family alone")
    await cast.run(1, gus, intake.open_family)


async def _through_the_opening(
    family: _Family, centre: tuple[Person, Person, Person], days_ago: float = 48
) -> None:
    nora, otto, kim = centre
    await family.answer(days_ago)
    await family.move(days_ago, family.a, "begin_screening")
    await family.move(days_ago, nora, "clear_screening")
    for discipline in (nora, otto):
        await family.cast.run(days_ago, discipline, pathway.advise_route, family.id)
    await family.move(days_ago, kim, "advise_route", "attest_parent_a", "attest_parent_b")


async def _book(cast: _Cast, family: _Family, professional: Person, kind: Kind, in_days: int) -> UUID:
    starts_at = _at_noon(cast.now, in_days)
    wish = SessionWish(
        kind, frozenset(Home), starts_at, starts_at + timedelta(hours=1), place="Huis van het Kind, room 2"
    )
    return UUID(str(await cast.run(1, professional, sessions.book, family.id, wish)))


def _at_noon(now: datetime, in_days: int) -> datetime:
    return (now.astimezone(ZONE) + timedelta(days=in_days)).replace(
        hour=12, minute=0, second=0, microsecond=0
    )
