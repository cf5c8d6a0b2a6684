"""A browser without a window: keeps cookies, sends the form token, and checks every page it is given."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx
from litestar import Litestar

from mediation.people import Person
from mediation.tables import PersonRow
from portal import sign_in
from portal.visit import Service

TOKEN = re.compile(r'name="_csrf_token" value="([^"]+)"')
BASE = "http://127.0.0.1:8000"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Check(HTMLParser):
    """Every element closed, no inline style or script, every id once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        assert "style" not in names, f"inline style on {tag}"
        assert not any(name.startswith("on") for name in names), f"inline handler on {tag}"
        assert tag != "style"
        assert tag != "script" or "src" in names
        if names.get("id"):
            self.ids.append(str(names["id"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Self-closing, as inside a picture."""

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()


def check_page(html: str) -> None:
    """Raises AssertionError for a page that is not sound."""
    check = _Check()
    check.feed(html)
    assert not check.open, f"never closed: {check.open}"
    twice = {one for one in check.ids if check.ids.count(one) > 1}
    assert not twice, f"the same id twice: {twice}"


@dataclass
class Visitor:
    """One person's browser on the service. `get` and `post` answer httpx responses; pages are checked on the way."""

    client: httpx.AsyncClient
    service: Service
    language: str = "en"
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **kwargs: Any) -> httpx.Response:
        return self._checked(await self.client.get(path, headers=self._headers(kwargs), **kwargs))

    async def follow(self, answer: httpx.Response) -> httpx.Response:
        """Where a redirect leads."""
        while answer.is_redirect:
            answer = await self.get(answer.headers["location"])
        return answer

    async def post(self, path: str, data: dict[str, Any] | None = None, **kwargs: Any) -> httpx.Response:
        """Send a form with the token that pages carry."""
        form = {**(data or {}), "_csrf_token": await self.token()}
        return self._checked(await self.client.post(path, data=form, headers=self._headers(kwargs), **kwargs))

    async def token(self) -> str:
        found = TOKEN.search((await self.client.get("/sign-up", headers=self._headers({}))).text)
        assert found is not None
        return found.group(1)

    async def json(self, method: str, path: str, body: Any = None, **kwargs: Any) -> httpx.Response:
        """Call the API as the portal's own pages could: with the session cookie and the form token in a header."""
        headers = {**self._headers(kwargs), "x-csrftoken": await self.token()}
        return await self.client.request(method, path, json=body, headers=headers, **kwargs)

    def _headers(self, kwargs: dict[str, Any]) -> dict[str, str]:
        return {"accept-language": self.language, **self.headers, **kwargs.pop("headers", {})}

    def _checked(self, answer: httpx.Response) -> httpx.Response:
        assert answer.status_code < 500, (
            f"{answer.request.method} {answer.request.url.path}: {answer.status_code}"
        )
        if answer.headers.get("content-type", "").startswith("text/html") and answer.text:
            check_page(answer.text)
        return answer

    async def sign_in_as(self, person: Person) -> "Visitor":
        """Skip the sign-in form (it has tests of its own): a session as a fresh sign-in leaves it."""
        from datetime import UTC, datetime

        async with self.service.database.writing() as session:
            row = await session.get(PersonRow, person.id)
            assert row is not None
            token = await sign_in.start(session, row, datetime.now(UTC))
        self.client.cookies.set(self.service.session_cookie, token, domain="127.0.0.1")
        return self


def visitor_of(app: Litestar, service: Service) -> Visitor:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)  # type: ignore[arg-type]
    return Visitor(httpx.AsyncClient(transport=transport, base_url=BASE), service)
