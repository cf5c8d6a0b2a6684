"""The start page of a mediator or family lawyer: appointments, who asks for them, and each family's next step."""

from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.pathways import Choice
from mediation.pathways.values import MoveWords
from mediation.people import Person
from mediation.policy import require
from mediation.usecases import mandate, pathway, session
from mediation.usecases.pathway import Way
from parenting_plans.values import Words
from portal.forms import submitted
from portal.languages import BRUSSELS, civil_day
from portal.stages import Deadline, deadline, stage_of
from portal.visit import Visit, again, wanted

ASKED = "my_day/asked.html"
SOON = 10  # appointments shown beyond today
ALWAYS_OPEN = frozenset({"divert", "resume", "end", "withdraw", "decline", "close"})  # ways out, not tasks


class AcceptForm(BaseModel):
    no_conflict: Literal["on", ""] = ""


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One family of this professional: where it stands, and what only they can do now."""

    family: Family
    stage: Words
    since: datetime
    mine: tuple[MoveWords, ...]
    deadline: Deadline | None


def mine_now(way: Way) -> tuple[MoveWords, ...]:
    """Steps that are open to this viewer now, ways out left aside."""
    return tuple(way.table.moves[choice.move] for choice in way.choices if _is_task(choice))


def _is_task(choice: Choice) -> bool:
    return choice.open and not choice.done and choice.move not in ALWAYS_OPEN


def professional(visit: Visit) -> Person:
    """Who is here, if they take mandates. Raises NotYours for anyone else."""
    require(visit.person.profession.takes_mandates)
    return visit.person


class MyDay(Controller):
    path = "/my-day"

    @get("/")
    async def my_day(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        return visit.show("my_day/my_day.html", **await _day(reading, visit))

    @get("/asked/{mandate_id:uuid}")
    async def asked(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        mandate_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(ASKED, **await _asked(reading, mandate_id, visit))

    @post("/asked/{mandate_id:uuid}/accept")
    async def accept(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], mandate_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(ASKED, typed, partial(_asked, errand.session, mandate_id, visit)):
            form = wanted(AcceptForm, typed)
            await mandate.accept(errand, mandate_id, no_conflict=form.no_conflict == "on")
        return visit.go("/my-day", "accepted")

    @post("/asked/{mandate_id:uuid}/decline")
    async def decline(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], mandate_id: FromPath[UUID]
    ) -> Redirect:
        await mandate.decline(errand, mandate_id)
        return visit.go("/my-day", "recorded")


async def _day(reading: AsyncSession, visit: Visit) -> dict[str, Any]:
    who = professional(visit)
    today = civil_day(visit.now)
    midnight = datetime.combine(today, time(), BRUSSELS)
    agenda = await session.agenda_of(reading, who.id, midnight)
    later = [one for one in agenda if civil_day(one.starts_at) > today]
    mine = await families.families_of(reading, who, visit.now)
    return {
        "today": [one for one in agenda if civil_day(one.starts_at) <= today],
        "next": later[:SOON],
        "more": max(0, len(later) - SOON),
        "asked": await mandate.asked_of(reading, who),
        "families": [await _line(reading, family, visit) for family in mine],
        "known": {family.id: family for family in mine},
        "now": visit.now,
    }


async def _line(reading: AsyncSession, family: Family, visit: Visit) -> FamilyLine:
    way = await pathway.way(reading, visit.service.vault, family, visit.now)
    return FamilyLine(
        family=family,
        stage=stage_of(way.standing),
        since=way.standing.since,
        mine=mine_now(way),
        deadline=deadline(way.standing, visit.now),
    )


async def _asked(reading: AsyncSession, mandate_id: UUID, visit: Visit) -> dict[str, Any]:
    question = await mandate.question(reading, professional(visit), mandate_id)
    here = f"/my-day/asked/{mandate_id}"
    return {"here": here, "question": question, "until": visit.now + mandate.LASTS}
