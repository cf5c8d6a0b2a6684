"""Parents who write over the API as fast as they are answered, and remember exactly what they were promised."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx

from mediation.people import Person
from portal.database import Database
from portal.own_settings import create_token

CHILDREN = 12  # as many as a family may have
FAMILIES = 3  # so that one parent stays below the limit of writes
DAYS = 700  # a plan may begin within two years


@dataclass
class Promises:
    """What one parent was told is kept. `starts`: what was asked for but not answered, at most one."""

    person: Person
    token: str
    families: list[UUID] = field(default_factory=list)
    children: dict[UUID, UUID] = field(default_factory=dict)  # child -> family
    invitations: set[UUID] = field(default_factory=set)
    start: dict[UUID, date] = field(default_factory=dict)  # family -> the day promised last
    asked_start: dict[UUID, date] = field(default_factory=dict)  # family -> the day asked for last
    answers: int = 0


async def parents(database: Database, people: Sequence[Person]) -> list[Promises]:
    made = []
    for person in people:
        async with database.writing() as session:
            token = await create_token(session, person, "hammer", "write", datetime.now(UTC))
        made.append(Promises(person, token))
    return made


async def write_until_it_dies(promises: Promises, base: str) -> None:
    """One request at a time, until the service no longer answers."""
    headers = {"authorization": f"Bearer {promises.token}"}
    async with httpx.AsyncClient(base_url=base, headers=headers, timeout=30) as client:
        try:
            while len(promises.families) < FAMILIES:
                await _one_family(promises, client)
        except httpx.TransportError:
            return


async def _one_family(promises: Promises, client: httpx.AsyncClient) -> None:
    family = UUID((await _sent(promises, client, "POST", "/api/families"))["id"])
    promises.families.append(family)
    here = f"/api/families/{family}"
    today = datetime.now(UTC).date()
    for n in range(CHILDREN):
        child = {"given_name": f"Lou {n}", "born": "2019-05-14", "community": "FL"}
        promises.children[UUID((await _sent(promises, client, "POST", f"{here}/children", child))["id"])] = (
            family
        )
        day = today + timedelta(days=1 + n)
        promises.asked_start[family] = day
        await _sent(promises, client, "PUT", f"{here}/plan/start", {"effective_on": day.isoformat()})
        promises.start[family] = day
        letter = {"address": f"ben{n}@example.be", "language": "fr", "theirs_alone": True}
        made = await _sent(promises, client, "POST", f"{here}/invitation", letter)
        promises.invitations.add(UUID(made["id"]))


async def _sent(
    promises: Promises, client: httpx.AsyncClient, method: str, path: str, body: Any = None
) -> dict[str, Any]:
    answer = await client.request(method, path, json=body)
    assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
    promises.answers += 1
    return answer.json() if answer.content else {}


async def hammer(writers: Sequence[Promises], base: str) -> None:
    await asyncio.gather(*(write_until_it_dies(one, base) for one in writers))
