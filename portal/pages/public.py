"""Pages for everyone: what this is, safety, leaving quickly. And whether the service is well."""

from typing import Any

import structlog
from litestar import Controller, Request, get
from litestar.datastructures import Cookie, State
from litestar.di import NamedDependency
from litestar.response import Redirect, Response
from sqlmodel import text
from sqlmodel.ext.asyncio.session import AsyncSession

from portal import sign_in
from portal.visit import Service, Visit

log = structlog.get_logger()

ELSEWHERE = "https://www.meteo.be"  # everybody reads the weather


class Public(Controller):
    path = "/"

    @get("/", sync_to_thread=False)
    def landing(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show("public/landing.html")

    @get("safety", sync_to_thread=False)
    def safety(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show("public/safety.html")

    @get("accessibility", sync_to_thread=False)
    def accessibility(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show("public/accessibility.html")

    @get("leaving", sync_to_thread=False)
    def leaving(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show("public/exit.html")

    @get("exit")
    async def exit(self, request: Request[Any, Any, State], state: State) -> Redirect:
        """Leave at once: the session ends, the browser forgets this site, and the weather is shown.

        A link, so that it works without scripts. It only ever ends the visitor's own session, and it leaves also when
        the database is away: the browser then forgets a session that nobody could end.
        """
        service: Service = state.service
        token = request.cookies.get(service.session_cookie, "")
        if token:
            try:
                async with service.database.writing() as session:
                    await sign_in.end(session, token)
            except Exception as failed:  # noqa: BLE001  # nothing may keep anybody here
                log.warning("exit.without_database", kind=type(failed).__name__)
        answer = Redirect(ELSEWHERE, status_code=303)
        answer.set_cookie(
            Cookie(
                key=service.session_cookie,
                value="",
                max_age=0,
                path="/",
                secure=service.settings.secure,
            )
        )
        answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return answer


class Health(Controller):
    path = "/health"

    @get("/live", sync_to_thread=False, include_in_schema=False)
    def live(self) -> dict[str, str]:
        return {"status": "ok"}

    @get("/ready", include_in_schema=False)
    async def ready(self, reading: NamedDependency[AsyncSession]) -> Response[dict[str, str]]:
        try:
            await reading.exec(text("SELECT 1 FROM person LIMIT 1"))  # type: ignore[call-overload]  # plain SQL
        except Exception:  # noqa: BLE001  # whatever keeps the database away, we are not ready
            return Response({"status": "not ready"}, status_code=503)
        return Response({"status": "ok"})
