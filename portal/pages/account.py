"""Signing up, signing in and out, the second step, and showing a factor again before something binding."""

from typing import Any, Literal
from urllib.parse import urlsplit
from uuid import UUID

from litestar import Controller, Request, get, post
from litestar.datastructures import Cookie, State
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, EmailStr, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.people import NotYours
from mediation.tables import PersonRow
from mediation.usecases import intake
from parenting_plans.values import Problem
from portal import passwords, sign_in, sign_up
from portal.errors import WRONG_AGAIN
from portal.forms import parse, submitted
from portal.navigation import start_page
from portal.visit import FACTOR_FIELD, FormAgain, NotSignedIn, Visit, shows_factor

AnyRequest = Request[Any, Any, State]
WRONG = Problem("email", "This address and password do not belong together. Check both and try again.")
WRONG_CODE = Problem("code", "This code does not fit. Check the newest message and type the code again.")
CONFIRM = "account/confirm.html"


class SignUpForm(BaseModel):
    name: str = Field(min_length=1, max_length=100)
    email: EmailStr
    password: str
    language: Literal["nl", "fr", "de", "en"]


class SignInForm(BaseModel):
    email: str = Field(min_length=1, max_length=320)
    password: str = Field(min_length=1, max_length=1000)


class CodeForm(BaseModel):
    code: str = Field(min_length=1, max_length=20)


def _session_cookie(visit: Visit, token: str, *, gone: bool = False) -> Cookie:
    """No `max_age`: the cookie goes with the browser's session; the server ends it after 30 idle minutes anyway."""
    return Cookie(
        key=visit.service.session_cookie,
        value=token,
        max_age=0 if gone else None,
        httponly=True,
        secure=visit.service.settings.secure,
        samesite="lax",
        path="/",
    )


def own_path(path: str, otherwise: str) -> str:
    """A path of this site to go on to; anything else, such as another site's address, is left aside."""
    parts = urlsplit(path)
    safe = (
        path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc and not parts.scheme
    )
    return path if safe else otherwise


class Account(Controller):
    path = "/"

    @get("sign-up")
    async def sign_up_page(
        self, request: AnyRequest, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        address = await _invited_address(request, reading, visit)
        return visit.show(
            "account/sign_up.html", values={"language": visit.language, "email": address}, address=address
        )

    @post("sign-up")
    async def sign_up(self, request: AnyRequest, visit: NamedDependency[Visit]) -> Response[Any]:
        service, typed = visit.service, submitted(await request.form())
        async with service.database.writing() as session:
            await sign_in.count(
                session, service.derived("throttle"), sign_in.SIGN_UP_VISITOR, visit.visitor, visit.now
            )
        form = parse(SignUpForm, typed)
        problems = form if isinstance(form, tuple) else ()
        password = str(typed.get("password", ""))
        own_words = (str(typed.get("email", "")), str(typed.get("name", "")))
        problems = (*problems, *passwords.problems_of(password, own_words))
        if isinstance(form, tuple) or problems:
            kept = {name: value for name, value in typed.items() if name != "password"}
            raise FormAgain("account/sign_up.html", problems, kept, address="")
        password_hash = await service.passwords.hash(form.password)
        async with service.database.writing() as session:
            begun = await sign_up.begin(
                session,
                email=form.email,
                name=form.name,
                language=form.language,
                password_hash=password_hash,
                now=visit.now,
            )
        return visit.go(f"/sign-up/{begun}")

    @get("sign-up/{sign_up_id:uuid}", sync_to_thread=False)
    def code_page(self, visit: NamedDependency[Visit], sign_up_id: FromPath[UUID]) -> Response[str]:
        return visit.show("account/code.html", action=f"/sign-up/{sign_up_id}")

    @post("sign-up/{sign_up_id:uuid}")
    async def code(
        self,
        request: AnyRequest,
        visit: NamedDependency[Visit],
        writing: NamedDependency[AsyncSession],
        sign_up_id: FromPath[UUID],
    ) -> Response[Any]:
        service, typed = visit.service, submitted(await request.form())
        form = parse(CodeForm, typed)
        page = {"action": f"/sign-up/{sign_up_id}", "values": typed}
        if isinstance(form, tuple):
            return visit.show("account/code.html", status=400, problems=form, **page)
        person = await sign_up.finish(writing, service.derived("links"), sign_up_id, form.code, visit.now)
        if person is None:  # returned, not raised: the try must stay counted
            return visit.show("account/code.html", status=400, problems=(WRONG_CODE,), **page)
        token = await sign_in.start(writing, person, visit.now)
        invited = str(request.cookies.get("invitation", ""))
        answer = visit.go("/invitation" if invited else "/go/today")
        answer.set_cookie(_session_cookie(visit, token))
        return answer

    @get("sign-in", sync_to_thread=False)
    def sign_in_page(self, visit: NamedDependency[Visit]) -> Response[Any]:
        if visit.signed_in is not None:
            return visit.go(start_page(visit.person))
        return visit.show("account/sign_in.html")

    @post("sign-in")
    async def sign_in(self, request: AnyRequest, visit: NamedDependency[Visit]) -> Response[Any]:
        service, typed = visit.service, submitted(await request.form())
        form = parse(SignInForm, typed)
        kept = {"email": typed.get("email", "")}
        if isinstance(form, tuple):
            return visit.show("account/sign_in.html", status=400, problems=form, values=kept)
        await visit.throttle(sign_in.SIGN_IN_VISITOR, visit.visitor)
        await visit.throttle(sign_in.SIGN_IN_PAIR, f"{visit.visitor}:{form.email.strip().lower()}")
        async with service.database.reading() as session:
            person = await sign_in.by_email(session, form.email)
        if (
            not await service.passwords.fits(form.password, person.password_hash if person else None)
            or person is None
        ):
            return visit.show("account/sign_in.html", status=400, problems=(WRONG,), values=kept)
        return await self._let_in(request, visit, person)

    async def _let_in(self, request: AnyRequest, visit: Visit, person: PersonRow) -> Redirect:
        owes_code = person.totp_sealed is not None
        async with visit.service.database.writing() as session:
            token = await sign_in.start(session, person, visit.now, waits_for_code=owes_code)
        invited = request.cookies.get("invitation")
        landing = "/invitation" if invited else start_page(sign_in.person_from(person))
        answer = visit.go("/sign-in/code" if owes_code else landing)
        answer.set_cookie(_session_cookie(visit, token))
        return answer

    @get("sign-in/code", sync_to_thread=False)
    def second_step_page(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show("account/second_step.html")

    @post("sign-in/code")
    async def second_step(self, request: AnyRequest, visit: NamedDependency[Visit]) -> Response[Any]:
        service, typed = visit.service, submitted(await request.form())
        token = request.cookies.get(service.session_cookie, "")
        async with service.database.writing() as session:
            half_open = await sign_in.waiting(session, token, visit.now)
            if half_open is None:
                raise NotSignedIn
            await sign_in.count(
                session, service.derived("throttle"), sign_in.CODE, str(half_open[1].id), visit.now
            )
        async with service.database.writing() as session:
            waiting = await sign_in.waiting(session, token, visit.now)
            if waiting is None:
                raise NotSignedIn
            _row, person = waiting
            step = sign_in.totp_step(service.vault, person, str(typed.get("code", "")), visit.now)
            if step is None:
                return visit.show("account/second_step.html", status=400, problems=(WRONG_CODE,))
            person.totp_used_step = step
            session.add(person)
            await sign_in.end(session, token)
            whole = await sign_in.start(session, person, visit.now)
        answer = visit.go(start_page(sign_in.person_from(person)))
        answer.set_cookie(_session_cookie(visit, whole))
        return answer

    @post("sign-out")
    async def sign_out(
        self, request: AnyRequest, visit: NamedDependency[Visit], writing: NamedDependency[AsyncSession]
    ) -> Redirect:
        return await self._leave(request, visit, writing, visit.go("/", "signed-out"))

    async def _leave(
        self, request: AnyRequest, visit: Visit, writing: AsyncSession, answer: Redirect
    ) -> Redirect:
        await sign_in.end(writing, request.cookies.get(visit.service.session_cookie, ""))
        answer.set_cookie(_session_cookie(visit, "", gone=True))
        answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return answer

    @post("confirm")
    async def confirm(self, visit: NamedDependency[Visit]) -> Response[Any]:
        """Show a factor again. Something binding asked for it; the person goes back there after."""
        typed = submitted(await visit.request.form())
        onward = own_path(str(typed.get("onward", "/")), "/")
        if not await shows_factor(visit, str(typed.get(FACTOR_FIELD, ""))):
            return visit.show(
                CONFIRM, status=400, problems=(WRONG_AGAIN,), onward=onward, action="/confirm", kept=()
            )
        return visit.go(onward)


async def _invited_address(request: AnyRequest, reading: AsyncSession, visit: Visit) -> str:
    """Where the invitation that brought this visitor was sent: the account has to be made for that address."""
    try:
        return (
            await intake.open_invitation(reading, request.cookies.get("invitation", ""), visit.now)
        ).address
    except NotYours:
        return ""


class Invitation(Controller):
    """A link from a message. Looking at it spends nothing: mail scanners follow every link before the person does."""

    path = "/invitation"

    @get("/{token:str}")
    async def look(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], token: FromPath[str]
    ) -> Response[Any]:
        await intake.open_invitation(reading, token, visit.now)
        answer = visit.go("/invitation")
        answer.set_cookie(_invitation_cookie(visit, token))
        return answer

    @get("/")
    async def page(
        self, request: AnyRequest, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[Any]:
        invitation = await intake.open_invitation(reading, request.cookies.get("invitation", ""), visit.now)
        fits = visit.signed_in is not None and visit.person.email == invitation.address
        return visit.show("account/invitation.html", fits=fits)

    @post("/")
    async def accept(
        self, request: AnyRequest, visit: NamedDependency[Visit], errand: NamedDependency[Errand]
    ) -> Response[Any]:
        family_id = await intake.accept(errand, request.cookies.get("invitation", ""))
        answer = visit.go(f"/f/{family_id}/today", "joined")
        answer.set_cookie(_invitation_cookie(visit, "", gone=True))
        return answer


def _invitation_cookie(visit: Visit, token: str, *, gone: bool = False) -> Cookie:
    """The link is bound to the browser that opened it, and its token leaves the address bar at once."""
    return Cookie(
        key="invitation",
        value=token,
        max_age=0 if gone else 3600,
        httponly=True,
        samesite="lax",
        secure=visit.service.settings.secure,
        path="/",
    )
