"""Trips: the list, asking for one, everything about one, and its way from leaving to being back."""

from collections.abc import Mapping
from datetime import timedelta
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
from mediation.trip_card import Step
from mediation.usecases import on_the_way, travel_document
from mediation.usecases import trip as trips
from mediation.usecases.travel_document_register import Line
from parenting_plans.errors import TripOver
from parenting_plans.legs import MOST_LEGS
from parenting_plans.values import ZONE, Home, Trip
from portal.forms import instant, submitted
from portal.pages.consents_shown import consents_shown
from portal.pages.trips_forms import (
    LEG_ROWS,
    STAY_ROWS,
    STOP_ROWS,
    BackForm,
    LeftForm,
    row_count,
    tickets_code,
    values_of,
    wish_of,
    zones_to_choose,
)
from portal.sign_in import Limit
from portal.visit import Visit, again, wanted

LIST, ASK, ONE = "trips/list.html", "trips/ask.html", "trips/trip.html"
ROWS_AT_SIGHT: Final = 2  # countries; the others unfold
# Everything a parent sends here can be read by the other one: so much a day, and no more (safety.md DV-01).
TOLD: Final = Limit("trip-told", 60, timedelta(days=1))


class Trips(Controller):
    path = "/f/{family_id:uuid}/trips"

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await parents_only(reading, family_id, visit)
        found = await trips.cards(reading, family, visit.now)
        past = [card for card in found if card.past(visit.now)]
        coming = [card for card in reversed(found) if not card.past(visit.now)]
        return visit.show(LIST, coming=coming, past=past, **seen_by(family))

    @get("/ask")
    async def ask_page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await parents_only(reading, family_id, visit)
        only = [child.id for child in family.children] if len(family.children) == 1 else []
        return visit.show(ASK, values={"children": only}, **_form(family, {}))

    @post("/ask")
    async def ask(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        async with again(ASK, typed, partial(_asking, errand.session, family_id, visit, typed)):
            trip_id = await trips.request(errand, family_id, wish_of(typed))
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "sent")

    @get("/{trip_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(ONE, **await one(reading, family_id, trip_id, visit))

    @get("/{trip_id:uuid}/change")
    async def change_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _changing(reading, family_id, trip_id, visit, None)
        return visit.show(ASK, values=values_of(page["card"].trip), **page)

    @post("/{trip_id:uuid}/change")
    async def change(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        before = await _changing(errand.session, family_id, trip_id, visit, typed)
        async with again(ASK, typed, partial(_changing, errand.session, family_id, trip_id, visit, typed)):
            await trips.change(errand, family_id, trip_id, wish_of(typed, before["card"].trip))
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "saved")

    @get("/{trip_id:uuid}/address")
    async def address(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Response[str]:
        """For the centre, whose look is recorded, and for who handed the address over."""
        found = await trips.address(errand, family_id, trip_id)
        family = await families.open_for(errand.session, family_id, visit.person, visit.now)
        return visit.show("trips/address.html", family=family, own=family.home, address=found)

    @post("/{trip_id:uuid}/cancel")
    async def cancel(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        await trips.cancel(errand, family_id, trip_id)
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "cancelled")

    @post("/{trip_id:uuid}/left")
    async def left(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(one, errand.session, family_id, trip_id, visit)):
            await trips.depart(errand, family_id, trip_id, instant(wanted(LeftForm, typed).left_at))
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "recorded")

    @post("/{trip_id:uuid}/back")
    async def back(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(one, errand.session, family_id, trip_id, visit)):
            await trips.come_back(errand, family_id, trip_id, instant(wanted(BackForm, typed).back_at))
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "recorded")


async def parents_only(session: AsyncSession, family_id: UUID, visit: Visit) -> Family:
    """Raises NotYours for anyone else."""
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # raises NotYours
    return family


def seen_by(family: Family) -> dict[str, Any]:
    """What every page about trips calls people by."""
    return {
        "family": family,
        "own": family.own_home,
        "parents": {home: found.name if (found := family.parent(home)) else None for home in Home},
        "names": {child.id: child.given_name for child in family.children},
    }


async def one(session: AsyncSession, family_id: UUID, trip_id: UUID, visit: Visit) -> dict[str, Any]:
    """One trip for one of its parents. Raises NotYours, TripMissing."""
    family = await parents_only(session, family_id, visit)
    card = await trips.card(session, family, trip_id, visit.now)
    return {
        **seen_by(family),
        "card": card,
        "ending": await _ending_before_the_return(session, family, card.trip, visit),
        "journey": await on_the_way.journey(session, family, card.trip, visit.now),
        "steps": {step.value for step in card.steps(family.own_home, visit.now)},
        **consents_shown(card.consents, family.own_home, visit.now),
        "now": visit.now.astimezone(ZONE).replace(second=0, microsecond=0),
        "tickets": tickets_code(card.trip.tickets),
    }


async def _ending_before_the_return(
    session: AsyncSession, family: Family, trip: Trip, visit: Visit
) -> tuple[Line, ...]:
    """Documents of the travelling children that this reader knows and that end before the children are back."""
    back = trip.return_at or trip.depart_at
    return await travel_document.ending_before(session, family, trip.children, back, visit.now)


def _form(family: Family, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **seen_by(family),
        "stay_rows": row_count(values, "stay", STAY_ROWS),
        "stop_rows": row_count(values, "stop", STOP_ROWS),
        "stays_open": row_count(values, "stay", 0) > ROWS_AT_SIGHT,
        "stops_open": row_count(values, "stop", 0) > 0,
        "leg_rows": min(row_count(values, "leg", LEG_ROWS - 1) + 1, MOST_LEGS),
        "legs_open": row_count(values, "leg", 0) > 0,
        "zones": zones_to_choose(values),
        "card": None,
    }


async def _asking(
    session: AsyncSession, family_id: UUID, visit: Visit, typed: Mapping[str, Any]
) -> dict[str, Any]:
    return _form(await parents_only(session, family_id, visit), typed)


async def _changing(
    session: AsyncSession, family_id: UUID, trip_id: UUID, visit: Visit, typed: Mapping[str, Any] | None
) -> dict[str, Any]:
    """The form to change a trip. Raises TripOver where there is nothing to change for this parent."""
    family = await parents_only(session, family_id, visit)
    card = await trips.card(session, family, trip_id, visit.now)
    if Step.CHANGE not in card.steps(family.own_home, visit.now):
        raise TripOver
    values = values_of(card.trip) if typed is None else typed
    return {**_form(family, values), "card": card}
