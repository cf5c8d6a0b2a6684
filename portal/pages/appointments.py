"""Appointments with the mediator or family lawyer: everyone's own list; the professional books, moves and cancels."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, sessions
from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.sessions import Kind, Status, Wish
from mediation.usecases import session
from parenting_plans.values import Home
from portal.forms import instant, submitted
from portal.visit import Visit, again, wanted

LIST = "appointments/appointments.html"
BOOK = "appointments/book.html"
MOVE = "appointments/move.html"
PAST = timedelta(days=90)  # how far back the list goes
TOGETHER = "both"


class BookForm(BaseModel):
    kind: Literal["both", "A", "B"]
    starts_at: datetime
    ends_at: datetime
    place: str = Field(default="", max_length=sessions.LONGEST_PLACE)
    link: str = Field(default="", max_length=sessions.LONGEST_LINK)


class MoveForm(BaseModel):
    starts_at: datetime
    ends_at: datetime


class Appointments(Controller):
    path = "/f/{family_id:uuid}/appointments"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await session.sessions_of(reading, family, visit.now - PAST)
        coming = [one for one in found if one.ends_at > visit.now]
        return visit.show(
            LIST,
            **_frame(family),
            coming=coming,
            past=[one for one in reversed(found) if one.ends_at <= visit.now and one.status is Status.BOOKED],
            leads=await session.names_of(reading, found),
            now=visit.now,
        )

    @get("/book")
    async def book_page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(BOOK, **await _book_page(reading, family_id, visit))

    @post("/book")
    async def book(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(BOOK, typed, partial(_book_page, errand.session, family_id, visit)):
            await session.book(errand, family_id, _wish(wanted(BookForm, typed)))
        return visit.go(f"/f/{family_id}/appointments", "booked")

    @get("/{session_id:uuid}")
    async def move_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        session_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _move_page(reading, family_id, session_id, visit)
        booked = page["booked"]
        return visit.show(MOVE, **page, values={"starts_at": booked.starts_at, "ends_at": booked.ends_at})

    @post("/{session_id:uuid}/move")
    async def move(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        session_id: FromPath[UUID],
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(MOVE, typed, partial(_move_page, errand.session, family_id, session_id, visit)):
            form = wanted(MoveForm, typed)
            times = instant(form.starts_at), instant(form.ends_at)
            await session.reschedule(errand, family_id, session_id, *times)
        return visit.go(f"/f/{family_id}/appointments", "booked")

    @post("/{session_id:uuid}/cancel")
    async def cancel(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        session_id: FromPath[UUID],
    ) -> Redirect:
        await session.cancel(errand, family_id, session_id)
        return visit.go(f"/f/{family_id}/appointments", "cancelled")


def _wish(form: BookForm) -> Wish:
    together = form.kind == TOGETHER
    return Wish(
        kind=Kind.JOINT if together else Kind.SEPARATE,
        invited=frozenset(Home) if together else frozenset({Home(form.kind)}),
        starts_at=instant(form.starts_at),
        ends_at=instant(form.ends_at),
        place=form.place,
        link=form.link,
    )


def _frame(family: Family) -> dict[str, Any]:
    return {
        "family": family,
        "names": {parent.home.value: parent.name for parent in family.parents},
        "books": may_do(family.relations, Action.BOOK_SESSION),
    }


async def _book_page(reading: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(reading, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.BOOK_SESSION))
    return _frame(family)


async def _move_page(
    reading: AsyncSession, family_id: UUID, session_id: UUID, visit: Visit
) -> dict[str, Any]:
    family = await families.open_for(reading, family_id, visit.person, visit.now)
    booked = await session.own_session(reading, family, session_id)
    over = booked.status is Status.CANCELLED or booked.starts_at <= visit.now
    return {**_frame(family), "booked": booked, "over": over}
