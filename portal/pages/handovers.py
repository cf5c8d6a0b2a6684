"""A parent's own notes about handovers: it took place, later, or not. Only this parent reads them here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.usecases import handover
from parenting_plans.handover_records import Note, is_frozen, minutes_late
from parenting_plans.values import Absent, Handover, HandoverRecord, Outcome
from portal.forms import instant, submitted
from portal.visit import Visit, again, wanted

LIST = "handovers/handovers.html"
NOTE = "handovers/note.html"
SHOWN = 20  # notes on one page
SAID = {"yes": True, "no": False, "not_said": None}


class NoteForm(BaseModel):
    children: list[UUID] = []
    outcome: Outcome
    delivered_at: datetime | None = None
    in_contact: Literal["yes", "no", "not_said"] = "not_said"
    absent: Literal["giver", "receiver", "both", "not_said"] = "not_said"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """The children who changed homes, or were to, at one moment; `key` names it in an address."""

    at: datetime
    names: str

    @property
    def key(self) -> int:
        return int(self.at.timestamp())


class Handovers(Controller):
    path = "/f/{family_id:uuid}/handovers"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        open_ones = await handover.to_note(reading, family, visit.now)
        notes = [*reversed(await handover.own_records(reading, family))]
        page = _page_number(visit.request.query_params.get("page", ""))
        return visit.show(
            LIST,
            **_frame(family),
            moments=_moments(family, open_ones),
            notes=[
                (note, minutes_late(note), _may_change(note, visit.now))
                for note in notes[(page - 1) * SHOWN : page * SHOWN]
            ],
            newer=_list(family, page - 1) if page > 1 else "",
            older=_list(family, page + 1) if len(notes) > page * SHOWN else "",
        )

    @get("/{at:int}")
    async def note_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        at: FromPath[int],
    ) -> Response[str]:
        page = await _note_page(reading, family_id, at, visit)
        return visit.show(NOTE, **page, values=_noted(page["due"], page["noted"]))

    @post("/{at:int}")
    async def note(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        at: FromPath[int],
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        page = await _note_page(errand.session, family_id, at, visit)
        async with again(NOTE, typed, partial(_note_page, errand.session, family_id, at, visit)):
            form = wanted(NoteForm, typed)
            due_at = page["due"][0].at
            await handover.note_together(errand, family_id, form.children, due_at, _note(form, due_at))
        return visit.go(f"/f/{family_id}/handovers", "recorded")


def _note(form: NoteForm, due_at: datetime) -> Note:
    """As agreed means at the agreed time; contact is only asked about a handover that did not take place."""
    delivered_at = instant(form.delivered_at) if form.delivered_at else None
    if form.outcome is Outcome.MISSED:
        absent = None if form.absent == "not_said" else Absent(form.absent)
        return Note(form.outcome, delivered_at, SAID[form.in_contact], absent, form.text)
    if form.outcome is Outcome.TOOK_PLACE:
        return Note(form.outcome, delivered_at or due_at, text=form.text)
    return Note(form.outcome, delivered_at, text=form.text)


def _noted(due: Sequence[Handover], noted: Sequence[HandoverRecord]) -> dict[str, Any]:
    """What the form shows at first: all children, or what was noted before."""
    if not noted:
        return {"children": [one.child for one in due], "in_contact": "not_said", "absent": "not_said"}
    first = noted[0]
    contact = next(word for word, said in SAID.items() if said is first.in_contact)
    return {
        "children": [one.child for one in noted],
        "outcome": first.outcome.value,
        "delivered_at": first.delivered_at if first.outcome is Outcome.LATE else None,
        "in_contact": contact,
        "absent": first.absent.value if first.absent else "not_said",
        "text": first.text,
    }


async def _note_page(reading: AsyncSession, family_id: UUID, at: int, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(reading, family_id, visit.person, visit.now)
    due, noted = await handover.at_moment(reading, family, at, visit.now)
    order = [child.id for child in family.children]
    return {
        **_frame(family),
        "due": sorted(due, key=lambda one: order.index(one.child)),
        "noted": noted,
        "moment": due[0].at,
        "closed": bool(noted) and all(is_frozen(one, visit.now) for one in noted) and len(noted) == len(due),
    }


def _frame(family: Family) -> dict[str, Any]:
    return {
        "family": family,
        "names": {parent.home.value: parent.name for parent in family.parents},
        "children": {child.id: child.given_name for child in family.children},
    }


def _moments(family: Family, handovers: Sequence[Handover]) -> list[Moment]:
    """Newest first."""
    at_once: dict[datetime, set[UUID]] = {}
    for one in reversed(handovers):
        at_once.setdefault(one.at, set()).add(one.child)
    return [
        Moment(at, ", ".join(child.given_name for child in family.children if child.id in going))
        for at, going in at_once.items()
    ]


def _may_change(note: HandoverRecord, now: datetime) -> bool:
    return not is_frozen(note, now)


def _list(family: Family, page: int) -> str:
    return f"/f/{family.id}/handovers?page={page}"


def _page_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 and int(text) else 1
