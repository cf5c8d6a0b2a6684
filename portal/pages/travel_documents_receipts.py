"""Handing a document over, agreeing who keeps it, and the answers to both."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.policy import Action, may_do, require
from mediation.usecases import travel_document_receipt as receipts
from parenting_plans.errors import HandoverOpen, NotNow
from portal.forms import instant, submitted
from portal.pages.travel_documents import TOLD, one, said_again
from portal.pages.travel_documents_forms import HandOverForm, KeeperForm
from portal.visit import Visit, again, wanted

HAND_OVER, KEEPER = "travel_documents/hand_over.html", "travel_documents/keeper.html"


class DocumentReceipts(Controller):
    path = "/f/{family_id:uuid}/documents/{document_id:uuid}"

    @get("/hand-over")
    async def hand_over_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _giving(reading, family_id, document_id, visit)
        if page["line"].in_deposit:
            raise NotNow
        return visit.show(HAND_OVER, **page, release=False)

    @post("/hand-over")
    async def hand_over(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        page = partial(_handing, errand.session, family_id, document_id, visit, release=False)
        await page()
        async with again(HAND_OVER, typed, page), said_again():
            form = wanted(HandOverForm, typed)
            await receipts.hand_over(errand, family_id, document_id, form.receiver, _back(form))
        return visit.go(f"/f/{family_id}/documents/{document_id}", "recorded")

    @get("/release")
    async def release_page(
        self,
        fresh: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _giving(reading, family_id, document_id, fresh)
        if not page["line"].in_deposit:
            raise NotNow
        return fresh.show(HAND_OVER, **page, release=True)

    @post("/release")
    async def release(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Redirect:
        """The first of two signatures under letting it out of a deposit."""
        typed = submitted(await fresh.request.form())
        await fresh.throttle(TOLD, str(fresh.person.id))
        page = partial(_handing, errand.session, family_id, document_id, fresh, release=True)
        await page()
        async with again(HAND_OVER, typed, page), said_again():
            form = wanted(HandOverForm, typed)
            await receipts.ask_release(errand, family_id, document_id, form.receiver, _back(form))
        return fresh.go(f"/f/{family_id}/documents/{document_id}", "signed")

    @get("/keeper")
    async def keeper_page(
        self,
        fresh: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _parents(reading, family_id, document_id, fresh)
        _check(page["line"].keeping, able=page["line"].may_propose_keeper)
        return fresh.show(KEEPER, **page)

    @post("/keeper")
    async def keeper(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await fresh.request.form())
        await fresh.throttle(TOLD, str(fresh.person.id))
        page = partial(_parents, errand.session, family_id, document_id, fresh)
        await page()
        async with again(KEEPER, typed, page), said_again():
            keeper = wanted(KeeperForm, typed).receiver
            await receipts.propose_keeper(errand, family_id, document_id, keeper)
        return fresh.go(f"/f/{family_id}/documents/{document_id}", "sent")

    @post("/receipts/{receipt_id:uuid}/sign")
    async def sign(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> Redirect:
        await receipts.sign(errand, family_id, document_id, receipt_id)
        return fresh.go(f"/f/{family_id}/documents/{document_id}", "signed")

    @post("/receipts/{receipt_id:uuid}/confirm")
    async def confirm(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> Redirect:
        await receipts.confirm(errand, family_id, document_id, receipt_id)
        return visit.go(f"/f/{family_id}/documents/{document_id}", "recorded")

    @post("/receipts/{receipt_id:uuid}/refuse")
    async def refuse(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> Redirect:
        await receipts.refuse(errand, family_id, document_id, receipt_id)
        return visit.go(f"/f/{family_id}/documents/{document_id}", "refused")

    @post("/receipts/{receipt_id:uuid}/withdraw")
    async def withdraw(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        receipt_id: FromPath[UUID],
    ) -> Redirect:
        await receipts.withdraw(errand, family_id, document_id, receipt_id)
        return visit.go(f"/f/{family_id}/documents/{document_id}", "withdrawn")


def _back(form: HandOverForm) -> datetime | None:
    return instant(form.due_back) if form.due_back else None


def _check(waiting: object, *, able: bool) -> None:
    if waiting is not None:
        raise HandoverOpen
    if not able:
        raise NotNow


async def _parents(session: AsyncSession, family_id: UUID, document_id: UUID, visit: Visit) -> dict[str, Any]:
    page = await one(session, family_id, document_id, visit)
    require(may_do(page["family"].relations, Action.KEEP_DOCUMENTS))
    return page


async def _giving(session: AsyncSession, family_id: UUID, document_id: UUID, visit: Visit) -> dict[str, Any]:
    page = await _parents(session, family_id, document_id, visit)
    _check(page["line"].handover, able=page["line"].may_hand_over)
    return page


async def _handing(
    session: AsyncSession, family_id: UUID, document_id: UUID, visit: Visit, *, release: bool
) -> dict[str, Any]:
    return {**await _parents(session, family_id, document_id, visit), "release": release}
