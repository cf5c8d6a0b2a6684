"""Trips and consents of a family: ask, change, leave, come back; consent, object, withdraw. Instants carry an offset."""

from uuid import UUID

from litestar import Controller, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import consent as consents
from mediation.usecases import trip as trips
from portal.api.families import Created
from portal.api.trips_shapes import (
    AddressOut,
    BackIn,
    ConsentIn,
    LeftIn,
    ObjectionIn,
    TripIn,
    TripOut,
    trip_out,
)
from portal.pages.trips import TOLD
from portal.visit import Visit


class TripsApi(Controller):
    path = "/api/families/{family_id:uuid}/trips"
    tags = ("trips",)

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[TripOut]:
        """Every trip, the latest departure first."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await trips.cards(reading, family, visit.now)
        return [trip_out(card, family.own_home, visit.say, visit.now) for card in found]

    @post("/")
    async def request(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        data: JSONBody[TripIn],
    ) -> Created:
        """Ask to travel with children. No answer is not a yes."""
        await visit.throttle(TOLD, str(visit.person.id))
        return Created(await trips.request(errand, family_id, data.wish))

    @get("/{trip_id:uuid}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> TripOut:
        """One trip, with its consents, objections and what is still open."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        card = await trips.card(reading, family, trip_id, visit.now)
        return trip_out(card, family.own_home, visit.say, visit.now)

    @get("/{trip_id:uuid}/address")
    async def address(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], trip_id: FromPath[UUID]
    ) -> AddressOut:
        """The address that only the centre keeps, for the centre (its look is recorded) and for who handed it over."""
        return AddressOut(await trips.address(errand, family_id, trip_id))

    @put("/{trip_id:uuid}", status_code=204)
    async def change(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[TripIn],
    ) -> None:
        """Change your own trip as a whole. Consents stay as they were given; what they no longer cover is open."""
        await visit.throttle(TOLD, str(visit.person.id))
        await trips.change(errand, family_id, trip_id, data.wish)

    @post("/{trip_id:uuid}/cancellation", status_code=204)
    async def cancel(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], trip_id: FromPath[UUID]
    ) -> None:
        """Cancel your own trip before it begins."""
        await trips.cancel(errand, family_id, trip_id)

    @post("/{trip_id:uuid}/departure", status_code=204)
    async def depart(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[LeftIn],
    ) -> None:
        """Say that you have left."""
        await trips.depart(errand, family_id, trip_id, data.left_at)

    @post("/{trip_id:uuid}/return", status_code=204)
    async def come_back(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[BackIn],
    ) -> None:
        """Say that the children are back. Either parent can."""
        await trips.come_back(errand, family_id, trip_id, data.back_at)

    @post("/{trip_id:uuid}/consents")
    async def consent(
        self,
        fresh: NamedDependency[Visit],  # noqa: ARG002  # asked for what it refuses
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[ConsentIn],
    ) -> Created:
        """Consent to the other parent's trip. Needs a sign-in factor shown in the last minutes; a token has none: 403."""
        return Created(await consents.give(errand, family_id, trip_id, data.scope, data.seen))

    @post("/{trip_id:uuid}/objections")
    async def object_to(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        data: JSONBody[ObjectionIn],
    ) -> Created:
        """Say that you do not agree, with or without a reason. A consent that counts is withdrawn first."""
        await visit.throttle(TOLD, str(visit.person.id))
        return Created(await consents.object_to(errand, family_id, trip_id, data.reason))
