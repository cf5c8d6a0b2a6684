"""School calendars for those who keep them: a school year at a glance, and one holiday to add, correct or withdraw."""

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.people import NotYours
from mediation.policy import require
from mediation.usecases import school_calendar
from mediation.usecases.school_calendar import Dates
from parenting_plans import school_dates
from parenting_plans.values import Community
from portal.forms import submitted
from portal.pages.swaps_forms import kept
from portal.pages.trips_forms import Near
from portal.visit import Visit, again, wanted

LIST, ONE, REVIEW = "school_calendars/year.html", "school_calendars/one.html", "school_calendars/review.html"
WITHDRAW = "withdraw"

Place = tuple[Community, int, str]


class DatesForm(BaseModel):
    first: Annotated[date, Near]
    last: Annotated[date, Near]
    source: str = Field(min_length=1, max_length=school_dates.LONGEST_SOURCE)
    confidence: Literal["high", "medium", "low"]


class NumberForm(BaseModel):
    number: int = Field(ge=0)


class SchoolCalendars(Controller):
    path = "/school-calendars"

    @get("/")
    async def year(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        asked = visit.request.query_params.get("year", "")
        begins = int(asked) if re.fullmatch(r"[0-9]{4}", asked) else school_calendar.current_year(visit.now)
        return visit.show(
            LIST,
            years=await school_calendar.year(reading, visit.person, begins),
            begins=begins,
            before=begins - 1 if begins - 1 in school_dates.YEARS else None,
            after=begins + 1 if begins + 1 in school_dates.YEARS else None,
            slug=slug,
        )

    @get("/{community:str}/{begins:int}/{holiday:str}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
    ) -> Response[str]:
        page = await _page(reading, place_of(visit, community, begins, holiday), visit)
        return visit.show(ONE, **page, values=_values(page))

    @post("/{community:str}/{begins:int}/{holiday:str}/review")
    async def review(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
    ) -> Response[str]:
        """Show whose nights would change, as numbers. Nothing is kept."""
        place = place_of(visit, community, begins, holiday)
        typed = submitted(await visit.request.form())
        page = partial(_page, reading, place, visit)
        if typed.get("step") == "edit":
            return visit.show(ONE, **await page(), values=typed)
        async with again(ONE, typed, page):
            dates = _dates(typed)
            effect = await school_calendar.preview(reading, visit.person, place, dates, visit.now)
        return visit.show(REVIEW, **await page(), effect=effect, dates=dates, kept=kept(typed))

    @post("/{community:str}/{begins:int}/{holiday:str}")
    async def keep(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        community: FromPath[str],
        begins: FromPath[int],
        holiday: FromPath[str],
    ) -> Redirect:
        place = place_of(visit, community, begins, holiday)
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_page, errand.session, place, visit)):
            number, dates = wanted(NumberForm, typed).number, _dates(typed)
            if dates is None:
                await school_calendar.withdraw(errand, place, number)
            else:
                await school_calendar.note(errand, place, dates, number)
        return visit.go(_href(place), "withdrawn" if dates is None else "saved")


def slug(name: str) -> str:
    """A holiday's name as it stands in an address."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def place_of(visit: Visit, community: str, begins: int, holiday: str) -> Place:
    """Raises NotYours for anyone else, and for what does not exist."""
    require(school_calendar.may_edit(visit.person))
    if community not in list(Community):
        raise NotYours
    one = Community(community)
    name = next((name for name in school_dates.names_of(one) if slug(name) == holiday), "")
    require(bool(name))
    return one, begins, name


def _href(place: Place) -> str:
    return f"/school-calendars/{place[0].value}/{place[1]}/{slug(place[2])}"


def _dates(typed: Mapping[str, Any]) -> Dates | None:
    """What the form says; None to withdraw. Raises Refused."""
    if typed.get("do") == WITHDRAW:
        return None
    form = wanted(DatesForm, typed)
    return Dates(form.first, form.last, form.source, form.confidence)


async def _page(session: AsyncSession, place: Place, visit: Visit) -> dict[str, Any]:
    found = await school_calendar.one(session, visit.person, *place)
    return {
        "found": found,
        "community": place[0],
        "begins": place[1],
        "holiday": place[2],
        "here": _href(place),
        "back_to": f"/school-calendars?year={place[1]}",
    }


def _values(page: Mapping[str, Any]) -> dict[str, Any]:
    there = page["found"].line.holiday
    if there is None:
        return {}
    return {
        "first": there.first,
        "last": there.last,
        "source": there.source,
        "confidence": there.confidence,
    }
