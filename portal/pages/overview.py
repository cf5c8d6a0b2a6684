"""One family on one page, for the professionals it chose: who, where it stands, what is next."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, pathways
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.sessions import Session, Status
from mediation.usecases import mandate, pathway, plan, session
from portal.languages import civil_day
from portal.pages.my_day import mine_now
from portal.stages import deadline
from portal.visit import Visit


def age(born: date, today: date) -> int:
    """Whole years on a civil day; somebody born on 29 February is a year older on 1 March."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


class Overview(Controller):
    path = "/f/{family_id:uuid}/overview"

    @get("/")
    async def overview(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        require(visit.person.profession.takes_mandates and may_do(family.relations, Action.BOOK_SESSION))
        return visit.show("overview/overview.html", **await _page(reading, family, visit))


async def _page(reading: AsyncSession, family: Family, visit: Visit) -> dict[str, Any]:
    way = await pathway.way(reading, visit.service.vault, family, visit.now)
    held = await mandate.mandates_of(reading, family.id)
    today = civil_day(visit.now)
    return {
        "family": family,
        "ages": [(child.given_name, age(child.born, today)) for child in family.children],
        "title": way.table.title,
        "steps": pathways.progress(pathways.load(), way.standing, professional=True),
        "mine": mine_now(way),
        "deadline": deadline(way.standing, visit.now),
        "next_session": await _next(reading, family, visit.now),
        "sealed": await _sealed(reading, family),
        "mandate": next(
            (one for one in held if one.person_id == visit.person.id and one.in_force(visit.now)), None
        ),
        "sees_trips": may_do(family.relations, Action.SEE_TRIPS),
    }


async def _next(reading: AsyncSession, family: Family, now: datetime) -> Session | None:
    coming = await session.sessions_of(reading, family, now)
    return next((one for one in coming if one.status is Status.BOOKED), None)


async def _sealed(reading: AsyncSession, family: Family) -> datetime | None:
    sealed = (await plan.desk(reading, family)).sealed
    return sealed.sealed_at if sealed else None
