"""The register of the children's documents: who has which, what happened to it, and the receipts."""

from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import travel_document as documents
from mediation.usecases import travel_document_receipt as receipts
from parenting_plans.travel_documents import Told
from parenting_plans.values import ZONE
from portal.api.families import Created
from portal.api.travel_documents_shapes import (
    ConsentRequestIn,
    DocumentIn,
    DocumentOut,
    EventIn,
    HandoverIn,
    KeeperIn,
    NumberOut,
    RegisterOut,
    document_out,
    register_out,
)
from portal.visit import Visit


class DocumentsApi(Controller):
    path = "/api/families/{family_id:uuid}/documents"
    tags = ("documents",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> RegisterOut:
        """Every document you may see, and the requests for express consent that stand."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return register_out(await documents.desk(reading, family, visit.now))

    @post("/")
    async def note(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[DocumentIn]
    ) -> Created:
        """Enter a document. The other parent is told, unless it is for the centre only."""
        today = errand.now.astimezone(ZONE).date()
        return Created(await documents.note(errand, family_id, data.noted(today)))

    @post("/requests", status_code=204)
    async def request(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[ConsentRequestIn]
    ) -> None:
        """Note that the authorities were asked to issue documents only with express consent, or that this ended."""
        told = Told(data.kind, data.on, centre_only=data.centre_only)
        await documents.tell_of_child(errand, family_id, data.child, told)

    @get("/{document_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> DocumentOut:
        """One document with everything that was noted about it."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return document_out(await documents.one(reading, family, document_id, visit.now))

    @post("/{document_id:uuid}/events", status_code=204)
    async def event(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        data: JSONBody[EventIn],
    ) -> None:
        """Note what happened. Nothing noted before is changed by it."""
        said = data.details
        details, number = (said.details, said.number) if said else (None, "")
        await documents.tell(errand, family_id, document_id, data.told, details, number, seen=data.seen)

    @post("/{document_id:uuid}/events/{event_id:uuid}/retraction", status_code=204)
    async def retract(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        event_id: FromPath[UUID],
    ) -> None:
        """Say that you noted this by mistake. It stays readable and counts no more."""
        await documents.retract(errand, family_id, document_id, event_id)

    @post("/{document_id:uuid}/number", status_code=200)
    async def number(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  raises NotFresh
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> NumberOut:
        """The whole number, to who entered it and to professionals who may. Needs a fresh factor; it is recorded."""
        return NumberOut(await documents.full_number(errand, family_id, document_id))

    @post("/{document_id:uuid}/handovers")
    async def hand_over(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        data: JSONBody[HandoverIn],
    ) -> Created:
        """Say to whom it goes. The holder changes when that is confirmed; without an answer nothing changes."""
        return Created(await receipts.hand_over(errand, family_id, document_id, data.receiver, data.due_back))

    @post("/{document_id:uuid}/releases")
    async def release(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  raises NotFresh
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        data: JSONBody[HandoverIn],
    ) -> Created:
        """Sign first that it leaves its deposit; it does when the other parent signs too. Needs a fresh factor."""
        return Created(
            await receipts.ask_release(errand, family_id, document_id, data.receiver, data.due_back)
        )

    @post("/{document_id:uuid}/keepers")
    async def keeper(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  raises NotFresh
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        data: JSONBody[KeeperIn],
    ) -> Created:
        """Propose who keeps it. It counts when the other parent signs that too. Needs a fresh factor."""
        return Created(await receipts.propose_keeper(errand, family_id, document_id, data.receiver))

    @post("/{document_id:uuid}/receipts/{receipt_id:uuid}/signature", status_code=204)
    async def sign(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  raises NotFresh
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> None:
        """Agree to a release or a keeper. Needs a fresh factor."""
        await receipts.sign(errand, family_id, document_id, receipt_id)

    @post("/{document_id:uuid}/receipts/{receipt_id:uuid}/confirmation", status_code=204)
    async def confirm(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> None:
        """It is where it was said to be."""
        await receipts.confirm(errand, family_id, document_id, receipt_id)

    @post("/{document_id:uuid}/receipts/{receipt_id:uuid}/refusal", status_code=204)
    async def refuse(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> None:
        """Say no. Nothing changes."""
        await receipts.refuse(errand, family_id, document_id, receipt_id)

    @post("/{document_id:uuid}/receipts/{receipt_id:uuid}/withdrawal", status_code=204)
    async def withdraw(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> None:
        """Take back what you said, while nobody has answered."""
        await receipts.withdraw(errand, family_id, document_id, receipt_id)
