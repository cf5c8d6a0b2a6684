"""The children's documents: the register, one document, entering one, and what happened to it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.policy import Action, may_do, require
from mediation.refusals import Refused
from mediation.usecases import travel_document as documents
from mediation.usecases.travel_document_register import Line
from parenting_plans import document_kinds
from parenting_plans.errors import ChangedMeanwhile, HandoverOpen, NotNow
from parenting_plans.travel_documents import Details, EventKind, Holder, Purpose, Standing, Told, kind_named
from parenting_plans.values import ZONE
from portal.forms import Typed, submitted
from portal.pages.travel_documents_forms import DetailsForm, EventForm, RequestForm, noted
from portal.sign_in import Limit
from portal.visit import Visit, again, wanted

LIST, CHOOSE, NOTE, ONE, DETAILS, NUMBER = (
    "travel_documents/list.html",
    "travel_documents/choose.html",
    "travel_documents/note.html",
    "travel_documents/one.html",
    "travel_documents/details.html",
    "travel_documents/number.html",
)
# Everything a parent notes here is told to the other one: so much a day, and no more (safety.md DV-01).
TOLD: Final = Limit("document-told", 60, timedelta(days=1))
# A document that exists is handed to one of these; that nobody knows where it is is no step.
HOLDERS: Final = tuple(holder for holder in Holder if holder is not Holder.UNKNOWN)


class TravelDocuments(Controller):
    path = "/f/{family_id:uuid}/documents"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(LIST, **await _list(reading, family_id, visit), values={"on": _today(visit)})

    @get("/note")
    async def note_page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        """First what it is, then what such a document has."""
        query = visit.request.query_params
        picked: Typed = {name: str(query[name]) for name in ("child", "kind") if name in query}
        page = await _note(reading, family_id, visit, picked)
        if page["kind"] is None or page["child"] is None:
            return visit.show(CHOOSE, **page, values=picked)
        start = {**picked, "step": "noted", "readers": "both", "on": _today(visit)}
        return visit.show(NOTE, **page, values=start)

    @post("/note")
    async def note(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        page = await _note(errand.session, family_id, visit, typed)
        form = CHOOSE if page["kind"] is None or page["child"] is None else NOTE
        async with again(form, typed, partial(_note, errand.session, family_id, visit, typed)):
            document_id = await documents.note(errand, family_id, noted(typed, _today(visit)))
        return visit.go(f"/f/{family_id}/documents/{document_id}", "recorded")

    @post("/requests")
    async def request(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        """A request of art. 374/1 §1 for one child, or its end."""
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        page = partial(_requesting, errand.session, family_id, visit)
        await page()
        async with again(LIST, typed, page), said_again():
            form = wanted(RequestForm, typed)
            told = Told(form.kind, form.on, centre_only=form.readers == "centre")
            await documents.tell_of_child(errand, family_id, form.child, told)
        return visit.go(f"/f/{family_id}/documents", "recorded")

    @get("/{document_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[str]:
        page = await one(reading, family_id, document_id, visit)
        return visit.show(ONE, **page, values={"on": _today(visit), "readers": "both"})

    @post("/{document_id:uuid}/events")
    async def event(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        page = partial(one, errand.session, family_id, document_id, visit)
        await page()  # who cannot see the document learns nothing from the form
        async with again(ONE, typed, page), said_again():
            form = wanted(EventForm, typed)
            told = Told(form.kind, form.on, reference=form.reference, centre_only=form.readers == "centre")
            await documents.tell(errand, family_id, document_id, told)
        return visit.go(f"/f/{family_id}/documents/{document_id}", "recorded")

    @post("/{document_id:uuid}/events/{event_id:uuid}/retract")
    async def retract(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
        event_id: FromPath[UUID],
    ) -> Redirect:
        await documents.retract(errand, family_id, document_id, event_id)
        return visit.go(f"/f/{family_id}/documents/{document_id}", "recorded")

    @get("/{document_id:uuid}/details")
    async def details_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _details(reading, family_id, document_id, visit)
        shown: Details = page["line"].facts.details
        values = {
            "on": _today(visit),
            "issuer": shown.issuer,
            "valid_from": shown.valid_from,
            "valid_to": shown.valid_to,
        }
        return visit.show(DETAILS, **page, values=values)

    @post("/{document_id:uuid}/details")
    async def details(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        page = partial(_details, errand.session, family_id, document_id, visit)
        step: EventKind = (await page())["step"]
        async with again(DETAILS, typed, page), said_again():
            form = wanted(DetailsForm, typed)
            day = form.on if form.on is not None and step is EventKind.ISSUED else _today(visit)
            details = Details(form.issuer, form.valid_from, form.valid_to)
            await documents.tell(
                errand, family_id, document_id, Told(step, day), details, form.number, seen=form.seen
            )
        return visit.go(f"/f/{family_id}/documents/{document_id}", "saved")

    @post("/{document_id:uuid}/number")
    async def number(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        document_id: FromPath[UUID],
    ) -> Response[str]:
        """The whole number, after a fresh factor, to those who may read it."""
        number = await documents.full_number(errand, family_id, document_id)
        page = await one(errand.session, family_id, document_id, fresh)
        return fresh.show(NUMBER, **page, number=number)


@asynccontextmanager
async def said_again() -> AsyncGenerator[None, None]:
    """What was overtaken by somebody else is said above the form, so that nothing typed is lost."""
    try:
        yield
    except (ChangedMeanwhile, HandoverOpen, NotNow) as overtaken:
        raise Refused(overtaken.problem) from overtaken


async def one(session: AsyncSession, family_id: UUID, document_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    line = await documents.one(session, family, document_id, visit.now)
    notable = [kind for kind in line.next_kinds if kind not in {EventKind.ISSUED, EventKind.CORRECTED}]
    return {**seen_by(family), "line": line, "notable": notable, "now": visit.now, "me": visit.person.id}


async def _list(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    found = await documents.desk(session, family, visit.now)
    return {**seen_by(family), "register": found, "now": visit.now}


async def _requesting(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    page = await _list(session, family_id, visit)
    require(page["register"].may_keep)
    return page


async def _note(session: AsyncSession, family_id: UUID, visit: Visit, typed: Typed) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.KEEP_DOCUMENTS))
    kind = kind_named(str(typed.get("kind", "")))
    child = next((one for one in family.children if str(one.id) == typed.get("child")), None)
    found = await documents.desk(session, family, visit.now)
    return {
        **seen_by(family),
        "kinds": document_kinds.load(),
        "kind": kind,
        "child": child,
        "purposes": [one.value for one in Purpose],
        "older": [
            line for line in found.lines if child and kind and _may_be_replaced(line, child.id, kind.id)
        ],
    }


def _may_be_replaced(line: Line, child: UUID, kind: str) -> bool:
    same = line.document.child == child and line.document.kind == kind
    return same and line.facts.standing not in {Standing.OVER, Standing.APPLIED}


async def _details(session: AsyncSession, family_id: UUID, document_id: UUID, visit: Visit) -> dict[str, Any]:
    """Raises NotNow where nothing about it can be written any more."""
    page = await one(session, family_id, document_id, visit)
    require(may_do(page["family"].relations, Action.KEEP_DOCUMENTS))
    able = page["line"].next_kinds
    step = next((kind for kind in (EventKind.ISSUED, EventKind.CORRECTED) if kind in able), None)
    if step is None:
        raise NotNow
    return {**page, "step": step}


def seen_by(family: Family) -> dict[str, Any]:
    """What every page about documents calls people by."""
    return {
        "family": family,
        "own": family.home,
        "names": {parent.home.value: parent.name for parent in family.parents},
        "children": {child.id: child.given_name for child in family.children},
        "holders": HOLDERS,
    }


def _today(visit: Visit) -> date:
    return visit.now.astimezone(ZONE).date()
