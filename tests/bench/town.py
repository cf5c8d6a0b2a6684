"""One family that uses everything, and any number of others around it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert

from mediation.people import Person, Profession
from mediation.sessions import Kind, Wish
from mediation.tables import ChildRow, FamilyRow, ParentRow, PathwayRow, PersonRow
from mediation.usecases import feed, session
from parenting_plans.tables import TripRow
from parenting_plans.values import CountryStay, Home, Tickets
from portal.database import Database
from risk.watch import RiskWatchRow
from tests.world import Couple, World

AT_A_TIME = 5000  # rows in one statement


@dataclass
class Household:
    """Ana and Ben with a sealed plan, trips, a consent, a session and a device; Mia leads, Nora watches."""

    couple: Couple
    mia: Person
    nora: Person
    device: str
    trips: list[UUID]

    @property
    def id(self) -> UUID:
        return self.couple.family_id


async def household(world: World) -> Household:
    """The world's clock is set to now: pages look at the real one."""
    world.now = datetime.now(UTC)
    nora, *_ = await world.centre()
    mia = await world.person("Mia", Profession.MEDIATOR, accreditation="FBC-000123")
    couple = await world.couple()
    await couple.answer_questions()
    await couple.ask(mia)
    await couple.sealed_plan()
    starts_at = world.now + timedelta(days=6)
    wish = Wish(Kind.JOINT, frozenset(Home), starts_at, starts_at + timedelta(hours=1), place="room 2")
    await world.run(mia, session.book, couple.family_id, wish)
    made = await world.run(couple.ana, feed.create, couple.family_id, "My phone")
    house = Household(couple, mia, nora, made.token, [])
    await travel(house, 2)
    first, last = world.now.date() + timedelta(days=20), world.now.date() + timedelta(days=28)
    await couple.consent(couple.ana, house.trips[0], countries=("AE",), valid_from=first, valid_to=last)
    return house


async def travel(house: Household, how_many: int) -> None:
    """Ben asks for more trips, each to a country without a return treaty, half of them told in full."""
    couple = house.couple
    for _ in range(how_many):
        leave = couple.world.now + timedelta(days=21 + len(house.trips))
        asked = await couple.trip(
            couple.ben,
            depart_at=leave,
            return_at=leave + timedelta(days=6),
            stays=(CountryStay("AE", 6),),
            tickets=Tickets(child_out=True, child_return=len(house.trips) % 2 == 0),
        )
        house.trips.append(asked)


async def crowd(database: Database, how_many: int, now: datetime, due: int = 0) -> list[UUID]:
    """Other families, each with two parents, a child and a trip without a consent; `due` of them wait for the worker."""
    families = [uuid4() for _ in range(how_many)]
    rows: dict[Any, list[dict[str, Any]]] = {}
    for n, family in enumerate(families):
        for table, row in _family(family, n, now, due=n < due):
            rows.setdefault(table, []).append(row)
    async with database.writing() as writing:
        connection = await writing.connection()
        for table, many in rows.items():
            for start in range(0, len(many), AT_A_TIME):
                await connection.execute(insert(table), many[start : start + AT_A_TIME])
    return families


def _family(family: UUID, n: int, now: datetime, *, due: bool) -> list[tuple[Any, dict[str, Any]]]:
    code, child = f"{family.hex[:12]}", uuid4()
    found: list[tuple[Any, dict[str, Any]]] = [(FamilyRow, {"id": family, "code": code, "opened_at": now})]
    for home in "AB":
        person = uuid4()
        found += [(PersonRow, _person(person, now)), (ParentRow, _parent(family, person, home, now))]
    leave = now + timedelta(days=3)
    later = now + timedelta(days=30)
    return [
        *found,
        (ChildRow, _child(family, child, now)),
        (PathwayRow, {"family_id": family, "pathway": "opening", "stage": "triage", "since": now}),
        (TripRow, _trip(family, child, leave, now)),
        (RiskWatchRow, {"family_id": family, "assess_at": now if due else later, "marks": 1}),
    ]


def _person(person: UUID, now: datetime) -> dict[str, Any]:
    row = PersonRow(
        id=person,
        email=f"{person.hex}@example.be",
        name="Eva",
        language="nl",
        password_hash="",
        created_at=now,
    )
    return row.model_dump()


def _parent(family: UUID, person: UUID, home: str, now: datetime) -> dict[str, Any]:
    return {"id": uuid4(), "family_id": family, "person_id": person, "home": home, "joined_at": now}


def _child(family: UUID, child: UUID, now: datetime) -> dict[str, Any]:
    row = ChildRow(
        id=child, family_id=family, given_name="Noa", born=date(2020, 1, 2), community="FL", added_at=now
    )
    return row.model_dump()


def _trip(family: UUID, child: UUID, leave: datetime, now: datetime) -> dict[str, Any]:
    row = TripRow(
        family_id=family,
        traveller="B",
        children=[str(child)],
        status="requested",
        depart_at=leave,
        return_at=leave + timedelta(days=9),
        stays=[{"country": "AE", "nights": 9}],
        transits=[],
        ticket_out=True,
        ticket_return=False,
        mode="air",
        address="",
        phone="",
        carrier="",
        return_details="",
        requested_at=now,
        changed_at=now,
    )
    return row.model_dump()
