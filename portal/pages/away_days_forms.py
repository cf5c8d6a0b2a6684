"""The forms about camps and hospital days: what was typed."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel

from parenting_plans.asking import Span
from parenting_plans.away_days import Noting, Why
from portal.forms import Typed, instant
from portal.pages.trips_forms import Near
from portal.visit import wanted

NearTime = Annotated[datetime, Near]


class NotingForm(BaseModel):
    why: Why
    children: list[UUID] = []
    starts_at: NearTime
    ends_at: NearTime


class EndForm(BaseModel):
    ends_at: NearTime


def noting_of(typed: Typed) -> Noting:
    """Raises Refused with every slip."""
    form = wanted(NotingForm, typed)
    span = Span(instant(form.starts_at), instant(form.ends_at))
    return Noting(form.why, tuple(dict.fromkeys(form.children)), span)


def end_of(typed: Typed) -> datetime:
    """Raises Refused."""
    return instant(wanted(EndForm, typed).ends_at)
