"""The web application: every controller, what each answer carries, and the few things that live as long as it."""

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Router
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.middleware import DefineMiddleware
from litestar.static_files import create_static_files_router
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.vault import Vault
from portal import errors, jobs, openapi
from portal.api import CONTROLLERS as API
from portal.database import Database
from portal.pages import CONTROLLERS as PAGES
from portal.passwords import Passwords
from portal.security import CsrfUnlessBearer, headers
from portal.settings import Settings
from portal.visit import Service, errand, fresh, visit, who

LARGEST_BODY = 1024 * 1024
LONGEST_STATIC_PATH = 200


async def reading(state: State) -> AsyncGenerator[AsyncSession, None]:
    async with state.service.database.reading() as session:
        yield session


async def writing(state: State) -> AsyncGenerator[AsyncSession, None]:
    async with state.service.database.writing() as session:
        yield session


def make_service(settings: Settings) -> Service:
    return Service(
        settings=settings,
        database=Database(settings.database_url),
        passwords=Passwords(settings.password_cost),
        vault=Vault(settings.secret, os.urandom),
    )


def make_app(service: Service, *, with_worker: bool = False) -> Litestar:
    """The portal and the API; `with_worker` also ticks the jobs in this process."""

    @asynccontextmanager
    async def lifespan(_app: Litestar) -> AsyncGenerator[None, None]:
        ticking = jobs.scheduler(service) if with_worker else None
        if ticking is not None:
            ticking.start()
        yield
        if ticking is not None:
            ticking.shutdown(wait=False)
        service.passwords.close()
        service.press.close()
        await service.database.close()

    settings = service.settings
    return Litestar(
        route_handlers=[*PAGES, *API, _static()],
        dependencies={
            "visit": Provide(visit),
            "who": Provide(who),
            "errand": Provide(errand),
            "fresh": Provide(fresh),
            "reading": Provide(reading),
            "writing": Provide(writing),
        },
        state=State({"service": service}),
        lifespan=[lifespan],
        middleware=[
            DefineMiddleware(CsrfUnlessBearer, config=_csrf(service)),
        ],
        before_send=[headers(secure=settings.secure)],
        allowed_hosts=AllowedHostsConfig(allowed_hosts=_hosts(settings)),
        exception_handlers=errors.HANDLERS,  # type: ignore[arg-type]  # handlers of narrower errors are fine
        request_max_body_size=LARGEST_BODY,
        openapi_config=openapi.config(),
        plugins=[openapi.plugin()],
        debug=False,
    )


def _hosts(settings: Settings) -> list[str]:
    """Exactly the public address; a demo also answers to the other name of this machine."""
    return (
        [settings.host, settings.host.replace("127.0.0.1", "localhost")] if settings.demo else [settings.host]
    )


def _csrf(service: Service) -> CSRFConfig:
    secure = service.settings.secure
    return CSRFConfig(
        secret=service.derived("csrf").hex(),
        cookie_name="__Host-form" if secure else "form",
        cookie_secure=secure,
        cookie_httponly=True,
        cookie_samesite="lax",
    )


def _a_name(request: Request[Any, Any, State]) -> None:
    """No file of ours is called so, no file system takes it, and Litestar would fall over it."""
    path = request.scope["path"]
    if "\0" in path or len(path) > LONGEST_STATIC_PATH:
        raise NotFoundException


def _static() -> Router:
    folder = Path(__file__).parent / "static"
    return create_static_files_router(
        path="/static",
        directories=[folder],
        html_mode=False,
        include_in_schema=False,
        before_request=_a_name,
        opt={"exclude_from_csrf": True},  # or a page without a cookie would get one by its stylesheet
    )
