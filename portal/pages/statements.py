"""Statements that wait for a person at the centre: the words, where they come from, and how a person reads them."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.usecases import read_statement
from portal.forms import submitted
from portal.pages.desk import ON_A_PAGE, clock, sheet
from portal.visit import Visit, again, wanted
from risk.facts import Reading

ONE = "statements/one.html"


class ReadingForm(BaseModel):
    reading: Reading = Field(default="", validate_default=True)


class Statements(Controller):
    path = "/statements"

    @get("/")
    async def queue(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        total = await read_statement.how_many(reading, visit.person)
        page = sheet(visit, total, "/statements")
        lines = await read_statement.waiting(reading, visit.person, ON_A_PAGE, page.offset)
        return visit.show("statements/queue.html", lines=lines, sheet=page, total=total, **clock(visit))

    @get("/{statement_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        statement_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(ONE, **await _page(reading, statement_id, visit))

    @post("/{statement_id:uuid}")
    async def read(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], statement_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_page, errand.session, statement_id, visit)):
            form = wanted(ReadingForm, typed)
            await read_statement.read_one(errand, statement_id, form.reading)
        return visit.go(f"/statements/{statement_id}", "recorded")


async def _page(session: AsyncSession, statement_id: UUID, visit: Visit) -> dict[str, Any]:
    vault = visit.service.vault
    return {
        "here": f"/statements/{statement_id}",
        "found": await read_statement.opened(session, vault, visit.person, statement_id),
        **clock(visit),
    }
