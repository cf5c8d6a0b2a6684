"""Settings: language, password, second factor, devices and API tokens. What matters asks for a fresh factor."""

import io
from functools import partial
from typing import Any, Literal
from uuid import UUID

import pyotp
import segno
from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.refusals import Refused
from parenting_plans.values import Problem
from portal import own_settings, passwords
from portal.forms import submitted
from portal.visit import Visit, again, wanted

PAGE = "settings/settings.html"
FACTOR = "settings/second_factor.html"
PLACE = "settings:totp"


class LanguageForm(BaseModel):
    language: Literal["nl", "fr", "de", "en"]


class TokenForm(BaseModel):
    token_name: str = Field(min_length=1, max_length=60)
    scope: Literal["read", "write"]


class PasswordForm(BaseModel):
    password: str = Field(min_length=1)


class Settings(Controller):
    path = "/settings"

    @get("/")
    async def page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        return visit.show(PAGE, **await _page(reading, visit))

    @post("/language")
    async def language(
        self, visit: NamedDependency[Visit], writing: NamedDependency[AsyncSession]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(PAGE, typed, partial(_page, writing, visit)):
            await own_settings.speak(writing, visit.person, wanted(LanguageForm, typed).language)
        answer = visit.go("/settings", "saved")
        answer.delete_cookie("language")
        return answer

    @post("/devices/{device_id:uuid}/end")
    async def end_device(
        self, visit: NamedDependency[Visit], writing: NamedDependency[AsyncSession], device_id: FromPath[UUID]
    ) -> Redirect:
        await own_settings.end_device(writing, visit.person, device_id)
        return visit.go("/settings", "ended")

    @post("/tokens")
    async def create_token(
        self, fresh: NamedDependency[Visit], writing: NamedDependency[AsyncSession]
    ) -> Response[Any]:
        typed = submitted(await fresh.request.form())
        async with again(PAGE, typed, partial(_page, writing, fresh)):
            form = wanted(TokenForm, typed)
        token = await own_settings.create_token(writing, fresh.person, form.token_name, form.scope, fresh.now)
        return fresh.show("settings/token.html", token=token)

    @post("/tokens/{token_id:uuid}/revoke")
    async def revoke_token(
        self, visit: NamedDependency[Visit], writing: NamedDependency[AsyncSession], token_id: FromPath[UUID]
    ) -> Redirect:
        await own_settings.revoke_token(writing, visit.person, token_id, visit.now)
        return visit.go("/settings", "withdrawn")

    @post("/password")
    async def password(
        self, fresh: NamedDependency[Visit], writing: NamedDependency[AsyncSession]
    ) -> Response[Any]:
        typed = submitted(await fresh.request.form())
        async with again(PAGE, {}, partial(_page, writing, fresh)):
            password = _good_password(wanted(PasswordForm, typed), fresh)
        hashed = await fresh.service.passwords.hash(password)
        this = fresh.signed_in.session_id if fresh.signed_in else None
        await own_settings.change_password(writing, fresh.person, hashed, this, fresh.now)
        return fresh.go("/settings", "saved")

    @get("/second-factor")
    async def factor_page(self, fresh: NamedDependency[Visit]) -> Response[str]:
        return _factor_page(fresh, pyotp.random_base32(), ())

    @post("/second-factor")
    async def set_factor(
        self, fresh: NamedDependency[Visit], writing: NamedDependency[AsyncSession]
    ) -> Response[Any]:
        typed = submitted(await fresh.request.form())
        vault = fresh.service.vault
        try:
            secret = vault.unseal(
                bytes.fromhex(str(typed.get("sealed", ""))), f"{PLACE}:{fresh.person.id}"
            ).decode()
        except Exception:  # noqa: BLE001  # whatever was sent is not what we gave: begin again
            return fresh.go("/settings/second-factor")
        code = str(typed.get("code", ""))
        this = fresh.signed_in.session_id if fresh.signed_in else None
        if not await own_settings.set_second_factor(
            writing, vault, fresh.person, secret, code, fresh.now, this
        ):
            wrong = Problem(
                "code", "This code does not fit. Check the newest message and type the code again."
            )
            return _factor_page(fresh, secret, (wrong,))
        return fresh.go("/settings", "saved")

    @post("/second-factor/remove")
    async def remove_factor(
        self, fresh: NamedDependency[Visit], writing: NamedDependency[AsyncSession]
    ) -> Redirect:
        await own_settings.remove_second_factor(writing, fresh.person, fresh.now)
        return fresh.go("/settings", "withdrawn")


def _good_password(form: PasswordForm, visit: Visit) -> str:
    problems = passwords.problems_of(form.password, (visit.person.email, visit.person.name))
    if problems:
        raise Refused(*problems)
    return form.password


def _factor_page(visit: Visit, secret: str, problems: tuple[Problem, ...]) -> Response[str]:
    """The secret as a picture and as text. It travels back sealed, so that nobody can plant one of their own."""
    picture = io.BytesIO()
    segno.make(own_settings.totp_uri(secret, visit.person)).save(
        picture, kind="svg", scale=5, xmldecl=False, svgns=True
    )
    sealed = visit.service.vault.seal(secret.encode(), f"{PLACE}:{visit.person.id}").hex()
    return visit.show(
        FACTOR,
        status=400 if problems else 200,
        problems=problems,
        picture=picture.getvalue().decode(),
        secret=secret,
        sealed=sealed,
    )


async def _page(session: AsyncSession, visit: Visit) -> dict[str, Any]:
    person = visit.person
    this = visit.signed_in.session_id if visit.signed_in else None
    return {
        "language": person.language,
        "devices": await own_settings.devices(session, person, this, visit.now),
        "tokens": await own_settings.tokens(session, person, visit.now),
        "second_factor": await own_settings.has_second_factor(session, person),
    }
