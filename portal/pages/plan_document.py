"""The sealed plan as a file: for the parents, and for professionals who may read signed plans."""

from datetime import timedelta
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.usecases import plan_document
from portal.sign_in import Limit
from portal.visit import Visit

CHECK_PATH = "/check"
FILE_NAME = "document.pdf"  # a name that tells nothing: it lies among the downloads of a shared computer
A_WHILE_OF_DOCUMENTS = Limit("documents", 30, timedelta(minutes=10))


async def sealed_pdf(
    visit: Visit, session: AsyncSession, family_id: UUID, version_id: UUID
) -> Response[bytes]:
    """The file, or what an unknown version answers."""
    await visit.throttle(A_WHILE_OF_DOCUMENTS, str(visit.person.id))
    family = await families.open_for(session, family_id, visit.person, visit.now)
    service = visit.service
    address = service.settings.base_url + CHECK_PATH
    pages = await plan_document.pages(session, family, version_id, service.derived("links"), address)
    # In the fragment, which no browser sends: only a page of ours reads the code from it.
    made = await service.press.pdf(pages, f"{address}#{pages['code']}")
    return Response(
        made,
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'},
    )


class PlanDocuments(Controller):
    path = "/f/{family_id:uuid}/plan/version/{version_id:uuid}"

    @get("/plan.pdf", media_type="application/pdf")
    async def sealed(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        version_id: FromPath[UUID],
    ) -> Response[bytes]:
        return await sealed_pdf(visit, reading, family_id, version_id)
