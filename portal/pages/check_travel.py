"""For whoever holds a certificate of a consent to travel: does it count, and does what is typed fit? It names nobody.

What is typed travels in a form, never in an address. All answers have the same status, headers and number of bytes.
"""

from datetime import date

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.response import Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import certificate_keys
from mediation.usecases import certificate_check
from mediation.usecases.certificate_check import Asked
from parenting_plans.certificate.checking import LONGEST_TEXT
from parenting_plans.certificate.keys import key_set
from portal.forms import parse, submitted
from portal.offline_check import page_with
from portal.pages.check import CHECKS
from portal.visit import Visit

PAGE = "public/check_travel.html"
SIZE = 24 * 1024  # bytes of every answer, whatever it says
LONGEST_NAME = 200


class CheckForm(BaseModel):
    code: str = Field(default="", max_length=LONGEST_TEXT)
    child: str = Field(default="", max_length=LONGEST_NAME)
    first_day: date | None = None
    last_day: date | None = None

    @property
    def asked(self) -> Asked:
        return Asked(self.code, self.child, self.first_day, self.last_day)


class CheckTravel(Controller):
    path = "/check/travel"

    @get("/", sync_to_thread=False)
    def page(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show(PAGE, answer=None)

    @post("/", status_code=200)
    async def check(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        typed = submitted(await visit.request.form())
        await visit.throttle(CHECKS, visit.visitor)
        form = parse(CheckForm, typed)
        asked = form.asked if isinstance(form, CheckForm) else Asked("")
        answer = await certificate_check.look(reading, asked, visit.service.vault, visit.now)
        shown = visit.show(PAGE, answer=answer, slips=not isinstance(form, CheckForm))
        shown.content += " " * max(0, SIZE - len(shown.content.encode()))
        return shown

    @get("/offline")
    async def offline(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        """One file to keep: it checks certificates without a network, with the keys as they are published now."""
        keys = await certificate_keys.published(reading, visit.now)
        return Response(
            page_with(list(keys.values()), visit.now.date(), visit.say),
            media_type="text/html; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="check.html"'},
        )


class PublishedKeys(Controller):
    path = "/.well-known"

    @get("/entente-travel-keys.json", include_in_schema=False)
    async def keys(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[dict[str, object]]:
        """The keys that verify certificates, as a JSON Web Key Set (RFC 7517)."""
        keys = await certificate_keys.published(reading, visit.now)
        return Response(key_set(keys.values()), headers={"Cache-Control": "public, max-age=3600"})
