"""The forms about swaps and offers to care: what was typed, and back again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel

from mediation.refusals import Refused
from mediation.usecases.care_offer import Away
from mediation.usecases.swap import Wanted
from parenting_plans.asking import Span
from parenting_plans.swaps import MakeUp, Swap
from parenting_plans.values import Home, Problem
from portal.forms import Typed, instant
from portal.pages.trips_forms import Near
from portal.visit import wanted

NearTime = Annotated[datetime, Near]


class SwapForm(BaseModel):
    children: list[UUID] = []
    home: Home
    starts_at: NearTime
    ends_at: NearTime
    make_up: Literal["none", "back", "later"] = "none"
    back_starts_at: NearTime | None = None
    back_ends_at: NearTime | None = None
    respond_by: NearTime | None = None
    counters: UUID | None = None
    makes_up_for: UUID | None = None


class AwayForm(BaseModel):
    children: list[UUID] = []
    starts_at: NearTime
    ends_at: NearTime
    respond_by: NearTime | None = None


class ShownForm(BaseModel):
    shown: str = ""  # the digest of what was on the page


def swap_of(typed: Typed) -> tuple[Wanted, UUID | None]:
    """What the form asks for, and the question it answers with another one. Raises Refused with every slip."""
    form = wanted(SwapForm, typed)
    if (form.back_starts_at is None) is not (form.back_ends_at is None):
        field = "back_ends_at" if form.back_ends_at is None else "back_starts_at"
        raise Refused(Problem(field, "Give both the start and the end, or neither."))
    back = (
        Span(instant(form.back_starts_at), instant(form.back_ends_at))
        if form.back_starts_at and form.back_ends_at
        else None
    )
    return (
        Wanted(
            children=tuple(dict.fromkeys(form.children)),
            home=form.home,
            span=Span(instant(form.starts_at), instant(form.ends_at)),
            make_up=MakeUp(form.make_up),
            back=back,
            respond_by=instant(form.respond_by) if form.respond_by else None,
            makes_up_for=form.makes_up_for,
        ),
        form.counters,
    )


def away_of(typed: Typed) -> Away:
    """Raises Refused with every slip."""
    form = wanted(AwayForm, typed)
    return Away(
        tuple(dict.fromkeys(form.children)),
        Span(instant(form.starts_at), instant(form.ends_at)),
        instant(form.respond_by) if form.respond_by else None,
    )


def counter_values(swap: Swap) -> dict[str, Any]:
    """The form filled in with the other parent's question, to answer with another one."""
    wish = swap.wish
    return {
        "children": list(wish.children),
        "home": wish.home.value,
        "starts_at": wish.span.starts_at,
        "ends_at": wish.span.ends_at,
        "make_up": wish.make_up.value,
        "back_starts_at": wish.back.starts_at if wish.back else None,
        "back_ends_at": wish.back.ends_at if wish.back else None,
        "counters": swap.id,
        "makes_up_for": wish.makes_up_for or "",
    }


def kept(typed: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was typed, to travel along in a form that shows it once more."""
    return [
        (name, text)
        for name, value in typed.items()
        if name != "step"
        for text in (value if isinstance(value, list) else [value])
    ]
