"""The agenda on one's own devices: the list of subscriptions, and the address each device asks. That one needs no sign-in.

The address is a secret: it is shown once, kept as a hash, and nothing here writes it into a log or an error page.
The entity tag is one of the bytes before compression, the same for both codings (docs/decisions/0010).
"""

import gzip
import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from uuid import UUID

from litestar import Controller, HttpMethod, Request, get, post, route
from litestar.background_tasks import BackgroundTask
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from litestar.response.base import ASGIResponse
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.people import NotYours
from mediation.usecases import feed
from mediation.usecases.feed import Program, Tag, Wish
from parenting_plans.calendar_levels import Level
from portal.database import Database
from portal.feed_programs import program_of
from portal.forms import Typed, submitted
from portal.visit import Visit, again, wanted

PAGE = "feeds/devices.html"
TYPE = "text/calendar; charset=utf-8"
ENDING = ".ics"
SIGN = "sign_"
MOST_CHILDREN = 30


class DeviceForm(BaseModel):
    """A sign is a field per child: sign_<id>."""

    name: str = Field(min_length=1, max_length=feed.LONGEST_NAME)
    level: Level = Level.TIMES
    children: list[UUID] = Field(default=[], max_length=MOST_CHILDREN)


class Devices(Controller):
    path = "/f/{family_id:uuid}/calendar/devices"

    @get("/")
    async def devices(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(PAGE, **await _page(reading, family_id, visit))

    @post("/")
    async def add(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())

        async def page() -> dict[str, Any]:
            return await _page(errand.session, family_id, visit)

        async with again(PAGE, typed, page):
            form = wanted(DeviceForm, typed)
            wish = Wish(form.level, tuple(form.children), _signs(typed))
            made = await feed.create(errand, family_id, form.name, wish=wish)
        address = address_of(visit.service.settings.base_url, made.token)
        # Shown, not led to: the address must not stand in any other address.
        return visit.show("feeds/address.html", family_id=family_id, address=address, webcal=_webcal(address))

    @get("/how")
    async def how(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show("feeds/how.html", family=await _own(reading, family_id, visit))

    @get("/{feed_id:uuid}")
    async def device(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        feed_id: FromPath[UUID],
    ) -> Response[str]:
        family = await _own(reading, family_id, visit)
        device, fetches = await feed.feed_of(reading, family, feed_id, visit.now)
        return visit.show("feeds/device.html", family=family, device=device, fetches=fetches)

    @post("/{feed_id:uuid}/remove")
    async def remove(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        feed_id: FromPath[UUID],
    ) -> Redirect:
        await feed.revoke(errand, family_id, feed_id)
        return visit.go(f"/f/{family_id}/calendar/devices", "ended")


def address_of(base_url: str, token: str) -> str:
    return f"{base_url}/agenda/{token}{ENDING}"


def _webcal(address: str) -> str:
    return f"webcal://{address.split('://', 1)[1]}"


def _signs(typed: Typed) -> dict[UUID, str]:
    """The short signs that were typed. Raises NotYours for a field that is no child's."""
    found = {}
    for name, sign in typed.items():
        if name.startswith(SIGN) and sign and isinstance(sign, str):
            try:
                found[UUID(name.removeprefix(SIGN))] = sign
            except ValueError:
                raise NotYours from None
    return found


async def _own(session: AsyncSession, family_id: UUID, visit: Visit) -> Family:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # a page for parents: raises NotYours for anyone else
    return family


async def _page(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await _own(session, family_id, visit)
    return {
        "family": family,
        "feeds": await feed.feeds_of(session, family, visit.now),
        "most": feed.MOST,
        "longest_sign": feed.LONGEST_SIGN,
    }


class Agenda(Controller):
    """What calendar programs fetch (RFC 9110: conditional requests; RFC 5545: the content)."""

    path = "/agenda"

    # Without exclude_from_csrf a cookie would be set on a program that has no form to send.
    @route(
        "/{rest:path}",
        http_method=[HttpMethod.GET, HttpMethod.HEAD],
        include_in_schema=False,
        exclude_from_csrf=True,
    )
    async def agenda(
        self, request: Request[Any, Any, State], reading: NamedDependency[AsyncSession], rest: FromPath[str]
    ) -> ASGIResponse:
        now = datetime.now(UTC)
        head = request.method == HttpMethod.HEAD
        token = rest.strip("/").removesuffix(ENDING)
        program = program_of(request.headers.get("user-agent", ""))
        try:
            tag = await feed.tag(reading, token, now, program)
            body = b""
            if not _unchanged(request, tag):
                body, etag, changed_at = await feed.body(reading, token, now)
                tag = replace(tag, etag=etag, changed_at=changed_at)
        except NotYours:
            return _answer(404, b"", {"Cache-Control": "no-store"}, head=head)
        noting = None if tag.noted else _noting(request, token, program)
        if not body:
            return _answer(304, b"", _caching(tag), head=head, after=noting)
        told = {"Content-Disposition": 'inline; filename="agenda.ics"', **_caching(tag)}
        if takes_gzip(request.headers.get("accept-encoding", "")):
            body, told = gzip.compress(body, mtime=0), {"Content-Encoding": "gzip", **told}
        return _answer(200, body, {"Content-Type": TYPE, **told}, head=head, after=noting)


def takes_gzip(accepted: str) -> bool:
    """Whether an Accept-Encoding names gzip, or everything, with a quality above nothing (RFC 9110 12.5.3)."""
    found = {}
    for one in accepted.lower().split(","):
        coding, _, quality = one.partition(";")
        found[coding.strip()] = not re.fullmatch(r"\s*q=0(\.0*)?\s*", quality)
    return found.get("gzip", found.get("x-gzip", found.get("*", False)))


def _caching(tag: Tag) -> dict[str, str]:
    last = format_datetime(tag.changed_at.astimezone(UTC), usegmt=True)
    return {"Cache-Control": "private, no-cache", "ETag": tag.etag, "Last-Modified": last}


def _answer(
    status: int, body: bytes, headers: dict[str, str], *, head: bool, after: BackgroundTask | None = None
) -> ASGIResponse:
    """HEAD says everything that GET says, its length included, and sends no body."""
    if status == 404:
        headers = {"Content-Type": "text/plain; charset=utf-8", **headers}
    if status != 304:
        headers = {**headers, "Content-Length": str(len(body))}
    return ASGIResponse(
        body=b"" if head else body,
        headers=headers,
        status_code=status,
        is_head_response=head,
        background=after,
    )


def _unchanged(request: Request[Any, Any, State], tag: Tag) -> bool:
    """Whether the device has it already. If-None-Match wins over If-Modified-Since (RFC 9110 13.2.2)."""
    named = request.headers.getall("if-none-match", [])
    if named:
        return _matches(", ".join(named), tag.etag)
    return not_since(request.headers.get("if-modified-since", ""), tag.changed_at)


def _matches(named: str, etag: str) -> bool:
    """Weak comparison (RFC 9110 8.8.3.2): a W/ in front does not matter."""
    return named.strip() == "*" or etag in re.findall(r'(?:W/)?("[^"]*")', named)


def not_since(text: str, changed_at: datetime) -> bool:
    """Whether nothing changed since an HTTP date. What is no date says nothing (RFC 9110 13.1.3)."""
    try:
        since = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return False
    if since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    return changed_at.replace(microsecond=0) <= since


def _noting(request: Request[Any, Any, State], token: str, program: Program) -> BackgroundTask:
    return BackgroundTask(_note, request.app.state.service.database, token, program)


async def _note(database: Database, token: str, program: Program) -> None:
    async with database.writing() as session:
        await feed.note_fetch(session, token, program, datetime.now(UTC))
