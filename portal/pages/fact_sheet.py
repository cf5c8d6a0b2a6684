"""A fact sheet for the police: what to say, and the file. Nothing that is typed is kept."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families, help_steps
from mediation.policy import Action, may_do, require
from mediation.usecases import fact_sheet as sheets
from parenting_plans.documents import fact_sheet as paper
from parenting_plans.documents import rendering
from parenting_plans.fact_sheet import LONGEST_LOOKS, TEXTS, Said, Situation
from portal.forms import instant, submitted
from portal.languages import OWN_NAMES
from portal.pages.plan_document import A_WHILE_OF_DOCUMENTS, FILE_NAME
from portal.pages.trips_forms import Near
from portal.visit import Visit, again, errand, wanted

PAGE: Final = "fact_sheet/sheet.html"


class SheetForm(BaseModel):
    """Beside it: every text of TEXTS, and `looks_<child>`."""

    situation: Situation
    children: list[UUID] = []
    language: Literal["nl", "fr", "de", "en"]
    last_contact_at: Annotated[datetime | None, Near] = None


class FactSheets(Controller):
    path = "/f/{family_id:uuid}/sheet"

    @get("/")
    async def page(
        self, fresh: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        page = await _page(reading, family_id, fresh)
        children = [child.id for child in page["family"].children]
        asked = fresh.request.query_params.get("about", "")
        start = {"children": children, "situation": asked, "language": fresh.language}
        return fresh.show(PAGE, **page, values=start)

    @post("/", media_type="application/pdf", status_code=200)
    async def make(
        self, fresh: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[bytes]:
        typed = submitted(await fresh.request.form())
        async with again(PAGE, typed, partial(_page, reading, family_id, fresh)):
            return await sheet_pdf(fresh, family_id, _said(typed))


async def sheet_pdf(visit: Visit, family_id: UUID, said: Said) -> Response[bytes]:
    """The file. Its transaction is over before it is set, so that nobody waits for the paper. Raises NotYours, Refused."""
    await visit.throttle(A_WHILE_OF_DOCUMENTS, str(visit.person.id))
    async with visit.service.database.writing() as session:
        sheet = await sheets.prepare(await errand(visit, session), family_id, said)
    made = await visit.service.press.pdf(paper.pages(sheet), "", rendering.FACT_SHEET)
    return Response(
        made,
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'},
    )


def _said(typed: Mapping[str, Any]) -> Said:
    """Raises Refused."""
    form = wanted(SheetForm, typed)
    looks = {child: _text(typed, f"looks_{child}") for child in form.children}
    return Said(
        situation=form.situation,
        children=tuple(form.children),
        language=form.language,
        last_contact_at=instant(form.last_contact_at) if form.last_contact_at else None,
        texts={name: text for name in TEXTS if (text := _text(typed, name))},
        looks={child: text for child, text in looks.items() if text},
    )


def _text(typed: Mapping[str, Any], name: str) -> str:
    said = typed.get(name, "")
    return said if isinstance(said, str) else said[-1]


async def _page(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    """Raises NotYours."""
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.PREPARE_FACT_SHEET))
    return {
        "family": family,
        "at_the_centre": family.home is None,
        "situations": [(one.id, one.title[visit.language]) for one in help_steps.load() if one.choice],
        "own_names": list(OWN_NAMES.items()),
        "longest": TEXTS,
        "longest_looks": LONGEST_LOOKS,
    }
