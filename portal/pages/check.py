"""For whoever holds a sealed document: is its code valid? The answer names nobody and nothing.

The code travels in a form, never in an address. Both answers have the same status, headers and number of bytes.
"""

from datetime import timedelta

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.response import Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.usecases import plan_document
from portal.forms import parse, submitted
from portal.sign_in import Limit
from portal.visit import Visit

PAGE = "public/check.html"
CHECKS = Limit("checks", 20, timedelta(minutes=15))
LONGEST_CODE = 100


class CodeForm(BaseModel):
    code: str = Field(max_length=LONGEST_CODE)


class Check(Controller):
    path = "/check"

    @get("/", sync_to_thread=False)
    def page(self, visit: NamedDependency[Visit]) -> Response[str]:
        return visit.show(PAGE, answer=None)

    @post("/", status_code=200)
    async def check(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        typed = submitted(await visit.request.form())
        await visit.throttle(CHECKS, visit.visitor)
        form = parse(CodeForm, typed)
        code = form.code if isinstance(form, CodeForm) else ""
        valid = await plan_document.still_counts(reading, code, visit.now)
        yes, no = (visit.show(PAGE, answer=answer) for answer in ("valid", "not valid"))
        shown, other = (yes, no) if valid else (no, yes)
        shown.content += " " * max(0, _size(other) - _size(shown))
        return shown


def _size(answer: Response[str]) -> int:
    return len(answer.content.encode())
