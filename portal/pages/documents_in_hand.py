"""What the centre has to confirm: documents that a parent says are in its hands, or come back from it."""

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.usecases import travel_document_receipt as receipts
from portal.visit import Visit

LIST = "travel_documents/in_hand.html"


class DocumentsInHand(Controller):
    path = "/documents-in-hand"

    @get("/")
    async def waiting(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        found = await receipts.waiting_for_the_centre(reading, visit.person, visit.now)
        return visit.show(LIST, waiting=found)
