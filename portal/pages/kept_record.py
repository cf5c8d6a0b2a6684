"""A month as it was planned beside what this parent noted; the other parent reads it only while it is shared with them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.families import Family
from mediation.usecases import kept_record
from mediation.usecases.calendar import YEARS
from mediation.usecases.handover import NOTED_FOR
from parenting_plans.kept import Kept, Moment, OtherNight
from portal.forms import submitted
from portal.languages import civil_day
from portal.pages import plan_text
from portal.visit import Visit, again, wanted

PAGE = "handovers/record.html"
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


class MonthForm(BaseModel):
    month: date


@dataclass(frozen=True, slots=True)
class Line:
    """One handover of one or more children for whom the same was noted; `may_note`: it can still be noted."""

    moment: Moment
    children: str
    may_note: bool


@dataclass(frozen=True, slots=True)
class Nights:
    """A night that the notes put elsewhere, for one or more children."""

    night: OtherNight
    children: str


class KeptRecord(Controller):
    path = "/f/{family_id:uuid}/calendar/record"

    @get("/")
    async def page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        asked = asked_month(visit.request.query_params.get("month", ""), visit.now)
        return visit.show(PAGE, **await _page(reading, family_id, asked, visit))

    @post("/share")
    async def share(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        return await _set(visit, errand, family_id, kept_record.share)

    @post("/stop")
    async def stop(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        return await _set(visit, errand, family_id, kept_record.stop)


async def _set(visit: Visit, errand: Errand, family_id: UUID, usecase: Any) -> Redirect:
    typed = submitted(await visit.request.form())
    now = kept_record.month_of(civil_day(visit.now))
    async with again(PAGE, typed, partial(_page, errand.session, family_id, now, visit)):
        month = wanted(MonthForm, typed).month
        await usecase(errand, family_id, month)
    return Redirect(f"/f/{family_id}/calendar/record?month={month:%Y-%m}&done=saved", status_code=303)


def asked_month(asked: str, now: datetime) -> date:
    """The first day of the month that is asked for; this month when nothing, nonsense or a later one is."""
    this = kept_record.month_of(civil_day(now))
    found = _MONTH.fullmatch(asked)
    if not found or int(found[1]) not in YEARS or not 1 <= int(found[2]) <= 12:
        return this
    return min(date(int(found[1]), int(found[2]), 1), this)


async def _page(session: AsyncSession, family_id: UUID, month: date, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    found = await kept_record.month(session, family, month, visit.now)
    this = kept_record.month_of(civil_day(visit.now))
    after = kept_record.month_of(month + timedelta(days=31))
    before = kept_record.month_of(month - timedelta(days=1))
    return {
        "family": family,
        "names": plan_text.called(family, visit.say),
        "month": month,
        "before": before if before.year in YEARS else None,
        "after": after if after <= this else None,
        "own": _shown(found.own, family, visit.now),
        "shared": found.shared,
        "theirs": _shown(found.theirs, family, visit.now) if found.theirs else None,
    }


def _shown(kept: Kept, family: Family, now: datetime) -> dict[str, Any]:
    lines = [
        Line(alike[0], _names(family, [one.child for one in alike]), now - NOTED_FOR <= alike[0].at)
        for alike in (list(group) for _, group in groupby(sorted(kept.moments, key=_alike), key=_alike))
    ]
    nights = [
        Nights(alike[0], _names(family, [one.child for one in alike]))
        for alike in (list(group) for _, group in groupby(sorted(kept.other_nights, key=_same), key=_same))
    ]
    return {"lines": lines, "nights": nights}


def _alike(one: Moment) -> tuple[Any, ...]:
    noted = one.noted
    said = (noted.outcome.value, str(noted.delivered_at), str(noted.in_contact)) if noted else ("", "", "")
    return (one.at, one.from_home.value, said, one.planned)


def _same(one: OtherNight) -> tuple[Any, ...]:
    return (one.date, one.planned.value)


def _names(family: Family, children: list[UUID]) -> str:
    return ", ".join(child.given_name for child in family.children if child.id in children)
