"""One request, as pages and API see it: who it is, in which language, and how an answer is made."""

import hashlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from litestar import Request
from litestar.datastructures import Cookie, State
from litestar.di import NamedDependency
from litestar.response import Redirect, Response
from litestar.utils.scope.state import ScopeState
from markupsafe import Markup
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand, Keys
from mediation.people import Person, Profession
from mediation.refusals import Refused
from mediation.tables import PersonRow
from mediation.vault import Vault
from parenting_plans.values import Problem
from portal import sign_in
from portal.database import Database
from portal.forms import Form, parse, submitted
from portal.help_numbers import HelpNumbers
from portal.languages import Translator, choose, words
from portal.navigation import places_for
from portal.notices import NOTICES
from portal.passwords import Passwords
from portal.press import Press
from portal.security import bearer_token
from portal.settings import Settings
from portal.sign_in import Limit, SignedIn
from portal.templating import render


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Service:
    """What lives as long as the process: settings, database, hasher, vault. Kept in the app's state."""

    settings: Settings
    database: Database
    passwords: Passwords
    vault: Vault
    clock: Callable[[], datetime] = utc_now
    press: Press = field(default_factory=Press)
    help_numbers: HelpNumbers = field(default_factory=HelpNumbers)

    @property
    def session_cookie(self) -> str:
        return "__Host-agenda" if self.settings.secure else "agenda"

    def derived(self, purpose: str) -> bytes:
        """A key of its own for each purpose, so that no two uses share one."""
        return hashlib.sha256(purpose.encode() + b"\0" + self.settings.secret).digest()


class NotSignedIn(Exception):
    """This place needs a person."""


FACTOR_FIELD = "shown_password"


class NotFresh(Exception):
    """Something binding needs a factor shown in the last minutes. `tried`: a wrong one was shown just now."""

    def __init__(self, typed: Mapping[str, str | list[str]] | None = None, *, tried: bool = False) -> None:
        super().__init__("not fresh")
        self.typed = tuple(
            (name, one)
            for name, value in (typed or {}).items()
            if name != FACTOR_FIELD
            for one in ([value] if isinstance(value, str) else value)
        )
        self.tried = tried


class NeedsSecondFactor(Exception):
    """A professional sets up a second factor before anything else (ASVS 5.0 V6.3.3)."""


class MayNotWrite(Exception):
    """This API token may only read."""


Page = Callable[[], Awaitable[Mapping[str, Any]]]  # what the page around a form needs


@asynccontextmanager
async def again(template: str, typed: Mapping[str, Any], page: Page) -> AsyncGenerator[None, None]:
    """Inside it, a refusal shows the form again with every problem and all that was typed, and undoes the rest."""
    try:
        yield
    except Refused as refused:
        raise FormAgain(template, refused.problems, typed, **await page()) from refused


def wanted(model: type[Form], typed: Mapping[str, Any]) -> Form:
    """The form as its model. Raises Refused with everything that is wrong with it."""
    form = parse(model, typed)
    if isinstance(form, tuple):
        raise Refused(*form)
    return form


class FormAgain(Exception):
    """Show the form again with its problems and everything that was typed. Raised, so that nothing is kept."""

    def __init__(
        self, template: str, problems: Sequence[Problem], values: Mapping[str, Any], /, **context: Any
    ) -> None:
        super().__init__(template)
        self.template = template
        self.context = {**context, "problems": tuple(problems), "values": values}


@dataclass(frozen=True, slots=True)
class Visit:
    request: Request[Any, Any, State]
    service: Service
    signed_in: SignedIn | None
    language: str
    now: datetime

    @property
    def person(self) -> Person:
        if self.signed_in is None:
            raise NotSignedIn
        return self.signed_in.person

    @property
    def visitor(self) -> str:
        """Where the request comes from, for throttles only; it is hashed with a key before it is kept."""
        return self.request.client.host if self.request.client else "unknown"

    @property
    def say(self) -> Translator:
        return words(self.language)

    def show(self, template: str, *, status: int = 200, **context: Any) -> Response[str]:
        """A page. `problems` and `values` (what was typed, or what is stored) are always there for forms."""
        body = render(template, self.language, **{**self._frame(), **context})
        response: Response[str] = Response(body, status_code=status, media_type="text/html")
        if self.request.query_params.get("lang") == self.language:
            response.set_cookie(_language_cookie(self.language, secure=self.service.settings.secure))
        return response

    def go(self, path: str, notice: str = "") -> Redirect:
        """See other. `notice` is a code of portal/notices.py, shown once on the next page."""
        return Redirect(f"{path}?done={notice}" if notice else path, status_code=303)

    async def throttle(self, limit: Limit, whom: str) -> None:
        """Count one hit in a transaction of its own. Call it before the request's transaction has begun."""
        async with self.service.database.writing() as session:
            await sign_in.count(session, self.service.derived("throttle"), limit, whom, self.now)

    def _frame(self) -> dict[str, Any]:
        token = ScopeState.from_scope(self.request.scope).csrf_token
        field = Markup('<input type="hidden" name="_csrf_token" value="{}">')
        person = self.signed_in.person if self.signed_in else None
        path = self.request.scope["path"]
        done = NOTICES.get(self.request.query_params.get("done", ""))
        return {
            "csrf_input": field.format(token if isinstance(token, str) else ""),
            "person": person.name if person else None,
            "nav": [
                (place.href, self.say.gettext(place.label), place.current)
                for place in places_for(person, path)
            ],
            "here": path,
            "notices": [("good", self.say.gettext(done))] if done else [],
            "exit_url": "/exit",
            "demo": self.service.settings.demo,
            "problems": (),
            "values": {},
        }


def _language_cookie(language: str, *, secure: bool) -> Cookie:
    return Cookie(
        key="language",
        value=language,
        max_age=365 * 86400,
        httponly=True,
        samesite="lax",
        secure=secure,
        path="/",
    )


async def visit(request: Request[Any, Any, State], state: State) -> Visit:
    """The dependency behind every handler. Never fails: a visitor may be nobody."""
    service: Service = state.service
    now = service.clock()
    signed_in = await _signed_in(request, service, now)
    picked = request.query_params.get("lang") or request.cookies.get("language")
    own = signed_in.person.language if signed_in else None
    language = choose(
        request.headers.get("accept-language", ""), own, picked
    )  # what was picked on this device wins
    found = Visit(request, service, signed_in, language, now)
    request.scope["state"]["visit"] = found  # for the error pages, which cannot look again
    _second_factor_first(found)
    # Here and not in `errand`: dependencies of one batch run side by side, and one that refuses cancels the others. A
    # cancelled statement costs its connection, so only this first batch, in which nobody else refuses, may wait for one.
    if signed_in is not None and request.method not in SAFE_METHODS:
        await found.throttle(sign_in.WRITES, str(signed_in.person.id))
    return found


SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BEFORE_SECOND_FACTOR = ("/settings/second-factor", "/confirm", "/sign-out", "/exit", "/help", "/static/")


def _second_factor_first(found: Visit) -> None:
    signed_in = found.signed_in
    if signed_in is None or signed_in.second_factor or signed_in.person.profession is Profession.NONE:
        return
    path = str(found.request.scope["path"])
    if found.service.settings.staff_second_factor and not path.startswith(BEFORE_SECOND_FACTOR):
        raise NeedsSecondFactor


async def _signed_in(request: Request[Any, Any, State], service: Service, now: datetime) -> SignedIn | None:
    bearer = bearer_token(request.scope)
    if bearer is not None:
        return await _by_bearer(request, service, bearer, now)
    token = request.cookies.get(service.session_cookie)
    if not token:
        return None
    async with service.database.reading() as session:
        found = await sign_in.by_session(session, token, now)
    if found is None:
        return None
    signed_in, row = found
    if now - row.seen_at > sign_in.SEEN_EVERY:
        async with service.database.writing() as session:
            await sign_in.touch(session, token, now)
    return signed_in


async def _by_bearer(
    request: Request[Any, Any, State], service: Service, token: str, now: datetime
) -> SignedIn | None:
    if not request.scope["path"].startswith("/api/"):
        return None
    async with service.database.reading() as session:
        signed_in = await sign_in.by_api_token(session, token, now)
    if signed_in and not signed_in.may_write and request.method not in SAFE_METHODS:
        raise MayNotWrite
    return signed_in


async def who(visit: NamedDependency[Visit]) -> Person:
    """The signed-in person. Raises NotSignedIn: pages then lead to the sign-in page, the API answers 401."""
    return visit.person


async def errand(visit: NamedDependency[Visit], writing: NamedDependency[AsyncSession]) -> Errand:
    """What a use case needs: this request's transaction, person, moment and keys."""
    service = visit.service
    keys = Keys(service.derived("journal"), service.derived("links"), service.vault)
    return Errand(writing, visit.person, visit.now, keys)


async def fresh(visit: NamedDependency[Visit]) -> Visit:
    """For something binding: a factor was shown in the last minutes, or comes with this form. Raises NotFresh."""
    signed_in = visit.signed_in
    if signed_in is None:
        raise NotSignedIn
    if signed_in.fresh(visit.now):
        return visit
    if signed_in.session_id is None or visit.request.method != "POST":
        raise NotFresh
    typed = submitted(await visit.request.form())
    password = typed.get(FACTOR_FIELD)
    if not isinstance(password, str):
        raise NotFresh(typed)
    if not await shows_factor(visit, password):
        raise NotFresh(typed, tried=True)
    return visit


async def shows_factor(visit: Visit, password: str) -> bool:
    """Whether this is the signed-in person's password; if so the session counts as fresh for some minutes.

    Uses transactions of its own: call it before the request's transaction has begun.
    """
    if visit.signed_in is None or visit.signed_in.session_id is None:
        raise NotSignedIn
    await visit.throttle(sign_in.CODE, f"factor:{visit.person.id}")
    database = visit.service.database
    async with database.reading() as session:
        person = await session.get(PersonRow, visit.person.id)
    if not await visit.service.passwords.fits(password, person.password_hash if person else None):
        return False
    async with database.writing() as session:
        await sign_in.refresh(session, visit.signed_in.session_id, visit.now)
    return True
