"""The forms about a child's documents: what was typed into them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel

from mediation.refusals import Refused
from mediation.usecases.travel_document import Noted
from parenting_plans.countries import HOME
from parenting_plans.travel_documents import Details, EventKind, Holder, Purpose, Told, kind_named
from parenting_plans.values import Problem
from portal.pages.trips_forms import Near
from portal.visit import wanted

Day = Annotated[date, Near]
Readers = Literal["both", "centre"]


class ChoiceForm(BaseModel):
    """What a document is: asked first, so that the next page asks only what such a document has."""

    child: UUID
    kind: str


class NoteForm(ChoiceForm):
    country: str = HOME
    step: Literal["noted", "applied"]
    on: Day | None = None
    urgent: bool = False
    purpose: Purpose = Purpose.NOT_SAID
    issuer: str = ""
    valid_from: Day | None = None
    valid_to: Day | None = None
    number: str = ""
    holder: Holder = Holder.UNKNOWN
    replaces: UUID | None = None
    readers: Readers = "both"


class EventForm(BaseModel):
    kind: EventKind
    on: Day
    reference: str = ""
    readers: Readers = "both"


class DetailsForm(BaseModel):
    on: Day | None = None
    issuer: str = ""
    valid_from: Day | None = None
    valid_to: Day | None = None
    number: str = ""
    seen: int


class HandOverForm(BaseModel):
    receiver: Holder
    due_back: Annotated[datetime, Near] | None = None


class KeeperForm(BaseModel):
    receiver: Holder


class RequestForm(BaseModel):
    child: UUID
    kind: Literal[EventKind.CONSENT_ASKED, EventKind.CONSENT_ENDED] = EventKind.CONSENT_ASKED
    on: Day
    readers: Readers = "both"


def noted(typed: Mapping[str, Any], today: date) -> Noted:
    """Raises Refused with everything that is wrong with the form."""
    form = wanted(NoteForm, typed)
    applied = form.step == "applied"
    if applied and form.on is None:
        raise Refused(Problem("on", "Say on which day it was asked for."))
    told = Told(
        EventKind.APPLIED if applied else EventKind.NOTED,
        form.on if applied and form.on is not None else today,
        urgent=applied and form.urgent,
        purpose=form.purpose if applied else Purpose.NOT_SAID,
        centre_only=form.readers == "centre",
    )
    kind = kind_named(form.kind)
    return Noted(
        child=form.child,
        kind=form.kind,
        country=form.country if kind is not None and kind.foreign else HOME,
        told=told,
        details=Details(form.issuer, form.valid_from, form.valid_to),
        number="" if applied else form.number,
        holder=Holder.UNKNOWN if applied else form.holder,
        replaces=form.replaces,
    )
