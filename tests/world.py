"""Four people and their families: Ana and Ben (parents), Mia (mediator), Leo (family lawyer), Sam (stranger), and the centre."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from mediation.errand import Errand, Keys
from mediation.people import Person, Profession
from mediation.tables import PersonRow
from mediation.usecases import consent, intake, mandate, pathway, plan, screen, trip
from parenting_plans.consents import Scope
from parenting_plans.travel import Wish
from parenting_plans.values import ZONE, Community, CountryStay, Home, Tickets
from portal.database import Database
from portal.demo import sample_plan
from portal.visit import Service

NOW = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)  # a Monday
PASSWORD = "four quiet garden words"


@dataclass
class World:
    """A service's database with people in it. `now` moves only when a test moves it."""

    service: Service
    now: datetime = NOW
    people: dict[str, Person] = field(default_factory=dict)
    password_hash: str = ""

    @property
    def database(self) -> Database:
        return self.service.database

    @property
    def keys(self) -> Keys:
        return Keys(self.service.derived("journal"), self.service.derived("links"), self.service.vault)

    async def person(
        self,
        name: str,
        profession: Profession = Profession.NONE,
        language: str = "en",
        accreditation: str = "",
    ) -> Person:
        if not self.password_hash:
            self.password_hash = await self.service.passwords.hash(PASSWORD)
        row = PersonRow(
            id=uuid4(),
            email=f"{name.lower()}@example.be",
            name=name,
            language=language,
            profession=profession.value,
            accreditation=accreditation,
            password_hash=self.password_hash,
            created_at=self.now,
        )
        async with self.database.writing() as session:
            session.add(row)
        person = Person(row.id, name, row.email, language, profession, accreditation)
        self.people[name] = person
        return person

    async def run(self, who: Person, usecase: Any, *args: Any, **kwargs: Any) -> Any:
        """One use case in one transaction of its own, as a request would."""
        async with self.database.writing() as session:
            return await usecase(Errand(session, who, self.now, self.keys), *args, **kwargs)

    async def centre(self) -> tuple[Person, Person, Person]:
        """Two reviewers of different disciplines and a coordinator."""
        return (
            await self.person("Nora", Profession.CENTRE_PSYCH),
            await self.person("Otto", Profession.CENTRE_LEGAL),
            await self.person("Kim", Profession.CENTRE_COORDINATOR),
        )

    async def couple(
        self, first: str = "Ana", second: str = "Ben", languages: tuple[str, str] = ("en", "en")
    ) -> "Couple":
        """Two parents in one family with two children, both joined."""
        ana = await self.person(first, language=languages[0])
        ben = await self.person(second, language=languages[1])
        family_id = await self.run(ana, intake.open_family)
        lou = await self.run(
            ana, intake.add_child, family_id, intake.NewChild("Lou", date(2019, 5, 14), Community.FLEMISH)
        )
        mio = await self.run(
            ana, intake.add_child, family_id, intake.NewChild("Mio", date(2021, 9, 2), Community.FRENCH)
        )
        invitation = await self.run(ana, intake.invite, family_id, ben.email, "en", theirs_alone=True)
        await self.run(ben, intake.accept, intake.link_token(self.keys.links, invitation))
        return Couple(self, family_id, ana, ben, (lou.id, mio.id))


@dataclass
class Couple:
    world: World
    family_id: UUID
    ana: Person  # home A
    ben: Person  # home B
    children: tuple[UUID, UUID]

    def parent(self, home: Home) -> Person:
        return self.ana if home is Home.A else self.ben

    async def answer_questions(self, worry: bool = False) -> None:
        """Both answer the private questions; with `worry` Ana's answers raise a flag."""
        from mediation import screening

        calm = {question.id: question.safe.value for question in screening.QUESTIONS}
        first = screening.QUESTIONS[0]
        worried = {**calm, first.id: "yes" if first.safe.value == "no" else "no"}
        await self.world.run(self.ana, screen.answer, self.family_id, worried if worry else calm)
        await self.world.run(self.ben, screen.answer, self.family_id, calm)

    async def ask(self, professional: Person) -> UUID:
        """Both ask this professional, who accepts."""
        world = self.world
        asked = await world.run(self.ana, mandate.ask, self.family_id, professional.id)
        await world.run(self.ben, mandate.agree, self.family_id, asked)
        await world.run(professional, mandate.accept, asked, no_conflict=True)
        return UUID(str(asked))

    async def move(self, who: Person, *moves: str) -> None:
        for one in moves:
            await self.world.run(who, pathway.move, self.family_id, one)

    def agreed(self, **clauses: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Answers to all ten clauses: week about, changing on Friday at 18:00."""
        day = self.world.now.astimezone(ZONE).date()
        return {**sample_plan(self.children, day - timedelta(days=day.weekday())), **clauses}

    async def sealed_plan(self, start: date | None = None, **clauses: dict[str, Any]) -> UUID:
        """Proposed by Ana, accepted by Ben, signed by both."""
        world = self.world
        start = start or world.now.astimezone(ZONE).date()
        for code, answers in self.agreed(**clauses).items():
            await world.run(self.ana, plan.save_clause, self.family_id, code, answers)
        await world.run(self.ana, plan.save_start, self.family_id, start)
        proposal = await world.run(self.ana, plan.propose, self.family_id)
        version = await world.run(self.ben, plan.accept, self.family_id, proposal)
        async with world.database.reading() as session:
            from parenting_plans import store

            digest = (await store.version(session, self.family_id, version)).digest
        await world.run(self.ana, plan.sign, self.family_id, version, digest)
        await world.run(self.ben, plan.sign, self.family_id, version, digest)
        return UUID(str(version))

    def wish(self, **said: Any) -> Wish:
        """A week in Spain with both children in July, everything told."""
        leave = datetime(2027, 7, 5, 9, 0, tzinfo=ZONE)
        whole: dict[str, Any] = {
            "children": self.children,
            "depart_at": leave,
            "return_at": leave + timedelta(days=7),
            "stays": (CountryStay("ES", 7),),
            "mode": "air",
            "tickets": Tickets(child_out=True, child_return=True),
            "address": "Calle Mayor 1, Madrid",
            "phone": "+32 470 00 00 00",
            "carrier": "SN 3721",
            "return_details": "SN 3722",
        }
        return Wish(**{**whole, **said})

    async def trip(self, traveller: Person, **said: Any) -> UUID:
        return UUID(str(await self.world.run(traveller, trip.request, self.family_id, self.wish(**said))))

    async def consent(self, by: Person, trip_id: UUID, **said: Any) -> UUID:
        whole: dict[str, Any] = {
            "children": self.children,
            "countries": ("ES",),
            "valid_from": date(2027, 7, 5),
            "valid_to": date(2027, 7, 12),
        }
        scope = Scope(**{**whole, **said})
        return UUID(str(await self.world.run(by, consent.give, self.family_id, trip_id, scope)))
