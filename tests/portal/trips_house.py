"""Ana and Ben at their browsers, in one family, with trips in a hundred days."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
from sqlmodel import select

from mediation.people import Person
from notifications.tables import OutboxRow
from parenting_plans.values import ZONE, CountryStay
from tests.visitor import Visitor
from tests.world import Couple, World

Browser = Callable[[], Visitor]
NOW = datetime.now(UTC)
SOON = datetime.now(ZONE).date() + timedelta(days=100)
LAST = SOON + timedelta(days=7)

HOSTILE = (
    "",
    "<script>alert(1)</script>",
    "{{7*7}}{% if %}",
    "a\r\nBcc: x@example.be",
    "9" * 400,
    "\x00\u202e\U0001f600",
    "2027-02-30T10:00",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "0001-01-01",
    "9999-12-31",
    "-1",
    "nan",
    "1e400",
    "x" * 20_000,
)
TOLD_TEXTS = ("address", "phone", "carrier", "return_details")
ASKED = (
    "children", "depart_at", "return_at", "return_unknown", "stay_country_1", "stay_nights_1", "stop_country_1",
    "stop_hours_1", "stop_landside_1", "mode", "tickets", *TOLD_TEXTS,
)  # fmt: skip


def at(days: int, hour: int = 9, minute: int = 0) -> datetime:
    """A Brussels moment that many days after SOON."""
    return datetime(SOON.year, SOON.month, SOON.day, hour, minute, tzinfo=ZONE) + timedelta(days=days)


@dataclass
class House:
    """Ana and Ben at their browsers, in one family."""

    couple: Couple
    browsers: dict[str, Visitor]

    @property
    def path(self) -> str:
        return f"/f/{self.couple.family_id}/trips"

    async def get(self, who: str, path: str = "") -> httpx.Response:
        return await self.browsers[who].get(self.path + path)

    async def post(self, who: str, path: str, data: dict[str, Any] | None = None) -> httpx.Response:
        return await self.browsers[who].post(self.path + path, data)

    def person(self, who: str) -> Person:
        return self.couple.ana if who == "Ana" else self.couple.ben

    async def follow_as(self, who: str, answer: httpx.Response) -> httpx.Response:
        """Where a redirect leads, seen by this parent."""
        return await self.browsers[who].get(answer.headers["location"])

    async def told(self) -> Counter[str]:
        """How many messages about trips each parent has been sent."""
        async with self.couple.world.database.reading() as session:
            rows = (await session.exec(select(OutboxRow).where(OutboxRow.kind == "trip"))).all()
        names = {person.id: person.name for person in (self.couple.ana, self.couple.ben)}
        return Counter(names[row.to_id] for row in rows if row.to_id in names)

    @staticmethod
    def typed_in(page: str) -> dict[str, Any]:
        """What a form holds, as a browser would send it back."""
        typed: dict[str, Any] = {}
        for tag in re.findall(r"<input[^>]*>", page):
            said = dict(re.findall(r'(\w+)="([^"]*)"', tag))
            if said.get("type") not in {"checkbox", "radio"} or " checked" in tag:
                typed.setdefault(said.get("name", ""), []).append(said.get("value", ""))
        for name, options in re.findall(r'<select[^>]*name="(\w+)"[^>]*>(.*?)</select>', page, re.DOTALL):
            typed[name] = re.findall(r'value="(\w+)" selected', options)
        for name, text in re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL):
            typed[name] = [text]
        return {
            name: values[0] if len(values) == 1 else values
            for name, values in typed.items()
            if name[:1] != "_"
        }

    @staticmethod
    def nights(country: str, count: int) -> tuple[CountryStay, ...]:
        return (CountryStay(country, count),)

    async def trip(self, who: str = "Ana", **said: Any) -> UUID:
        """A week in Spain with both children in a hundred days, asked by this parent."""
        whole = {"depart_at": at(0), "return_at": at(7), **said}
        return await self.couple.trip(self.person(who), **whole)

    async def consent(self, by: str, trip_id: UUID, **said: Any) -> UUID:
        whole = {"valid_from": SOON, "valid_to": SOON + timedelta(days=7), **said}
        return await self.couple.consent(self.person(by), trip_id, **whole)

    def form(self, **said: Any) -> dict[str, Any]:
        """What a parent fills in to ask for a week in Spain with both children."""
        whole: dict[str, Any] = {
            "children": [str(child) for child in self.couple.children],
            "depart_at": f"{SOON}T09:00",
            "return_at": f"{SOON + timedelta(days=7)}T18:00",
            "stay_country_1": "ES",
            "stay_nights_1": "7",
            "mode": "air",
            "tickets": "not_booked",
        }
        return {**whole, **said}

    def answer(self, **said: Any) -> dict[str, Any]:
        whole: dict[str, Any] = {
            "children": [str(child) for child in self.couple.children],
            "countries": ["ES"],
            "valid_from": f"{SOON}",
            "valid_to": f"{SOON + timedelta(days=7)}",
            "step": "confirm",
        }
        return {**whole, **said}


def words(answer: httpx.Response) -> str:
    """The page as it is read: no tags, one blank between words."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


async def house_of(world: World, visitor: Browser) -> House:
    """A family of its own on the clock of the wall, as requests see it."""
    world.now = datetime.now(UTC)
    couple = await world.couple()
    browsers = {person.name: await visitor().sign_in_as(person) for person in (couple.ana, couple.ben)}
    return House(couple, browsers)
