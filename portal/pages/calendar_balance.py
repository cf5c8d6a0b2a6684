"""Nights, hours and weekends in each home over a period that the reader chooses: counted, never judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.families import Family
from mediation.refusals import Refused
from mediation.usecases import calendar_balance
from mediation.usecases.calendar_balance import ChildBalance
from parenting_plans.balance import Balance
from parenting_plans.fields import parse_day
from parenting_plans.remarks import INFORMATION, Remark
from parenting_plans.values import Problem
from portal.languages import civil_day, day
from portal.pages.calendar import places
from portal.pages.calendar_cells import listed
from portal.visit import Visit


class CalendarBalance(Controller):
    path = "/f/{family_id:uuid}/calendar/balance"

    @get()
    async def balance(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        today = civil_day(visit.now)
        typed = {name: visit.request.query_params.get(name, "") for name in ("from", "to")}
        problems: tuple[Problem, ...] = ()
        first, last = date(today.year, 1, 1), date(today.year, 12, 31)
        if any(typed.values()):
            chosen, problems = _period(typed)
            first, last = chosen or (first, last)
        try:
            found = await calendar_balance.balances(reading, family, first, last, visit.now)
        except Refused as no:
            problems, found = no.problems, ()
        return visit.show(
            "calendar/balance.html",
            status=422 if problems else 200,
            problems=problems,
            values=typed if any(typed.values()) else {"from": first.isoformat(), "to": last.isoformat()},
            **_context(visit, family, today, first, last, () if problems else found),
        )


def _context(
    visit: Visit,
    family: Family,
    today: date,
    first: date,
    last: date,
    found: Sequence[ChildBalance],
) -> dict[str, Any]:
    return {
        "family": family,
        "names": {parent.home.value: parent.name for parent in family.parents},
        "first": first,
        "last": last,
        "found": _shared(found, visit),
        "information": INFORMATION,
        "places": places(family, None, today),
        "years": [
            (f"/f/{family.id}/calendar/balance?from={year}-01-01&to={year}-12-31", str(year))
            for year in (today.year, today.year + 1)
        ],
    }


@dataclass(frozen=True, slots=True)
class Counted:
    """What a card of the page shows."""

    planned: Balance
    thoughts: tuple[str, ...]


def _shared(found: Sequence[ChildBalance], visit: Visit) -> list[tuple[str, Counted]]:
    """Children whose time is divided alike share a card."""
    cards = [
        (one.child, Counted(one.planned, tuple(_said(remark, visit) for remark in one.remarks)))
        for one in found
    ]
    ways = [card for place, (_, card) in enumerate(cards) if card not in [own for _, own in cards[:place]]]
    return [(listed(child for child, own in cards if own == card), card) for card in ways]


def _said(remark: Remark, visit: Visit) -> str:
    return remark.text[visit.language].format(count=remark.count, day=day(remark.since, visit.language))


def _period(typed: Mapping[str, str]) -> tuple[tuple[date, date] | None, tuple[Problem, ...]]:
    days = {name: parse_day(text) for name, text in typed.items()}
    problems = tuple(
        Problem(name, "Give a date that exists, between 2000 and 2099.")
        for name in days
        if days[name] is None
    )
    first, last = days["from"], days["to"]
    return ((first, last), ()) if first and last else (None, problems)
