"""On the way: "we are late" with a proof for the centre, and both parents' word on leaving and coming back."""

from datetime import datetime
from functools import partial
from typing import Annotated, Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.usecases import on_the_way
from mediation.usecases.on_the_way import Late
from parenting_plans.errors import NotYourOwn, TripOver
from parenting_plans.on_the_way import LARGEST_PROOF, Cause, What
from portal.forms import instant, submitted
from portal.pages.trips import ONE, TOLD, one
from portal.pages.trips_forms import Near
from portal.visit import Visit, again, wanted

LATE = "trips/late.html"
LARGEST_FORM = LARGEST_PROOF + 100_000  # bytes; a larger file is refused before it is read


class LateForm(BaseModel):
    new_return_at: Annotated[datetime, Near]
    cause: Cause = Field(default="", validate_default=True)
    reference: str = ""


class ConfirmForm(BaseModel):
    what: Literal["left", "back", "not_back"]
    at: Annotated[datetime, Near] | None = None


class TripUnderWay(Controller):
    path = "/f/{family_id:uuid}/trips/{trip_id:uuid}"

    @get("/late")
    async def late_page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(LATE, **await _travelling(reading, family_id, trip_id, visit))

    @post("/late", request_max_body_size=LARGEST_FORM)
    async def late(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        form_data = await visit.request.form()
        typed = submitted(form_data)
        await visit.throttle(TOLD, str(visit.person.id))
        async with again(LATE, typed, partial(_travelling, errand.session, family_id, trip_id, visit)):
            form = wanted(LateForm, typed)
            said = Late(
                form.cause, instant(form.new_return_at), form.reference, await _file(form_data.get("proof"))
            )
            await on_the_way.say_late(errand, family_id, trip_id, said)
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "sent")

    @get("/late/{delay_id:uuid}/proof")
    async def proof(
        self,
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        delay_id: FromPath[UUID],
    ) -> Response[bytes]:
        """A file to keep, never one to show: what somebody handed in is not run in anybody's browser."""
        found, kind = await on_the_way.proof(errand, family_id, trip_id, delay_id)
        return Response(
            found,
            media_type=kind,
            headers={
                "Content-Disposition": "attachment; filename=proof",
                "Content-Security-Policy": "sandbox; default-src 'none'",
                "Cache-Control": "no-store",
            },
        )

    @post("/confirm")
    async def confirm(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(one, errand.session, family_id, trip_id, visit)):
            form = wanted(ConfirmForm, typed)
            at = instant(form.at) if form.at else visit.now
            await on_the_way.confirm(errand, family_id, trip_id, What(form.what), at)
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "recorded")


async def _travelling(session: AsyncSession, family_id: UUID, trip_id: UUID, visit: Visit) -> dict[str, Any]:
    """Raises NotYourOwn, TripOver where there is nothing to say."""
    page = await one(session, family_id, trip_id, visit)
    if page["card"].trip.traveller is not page["own"]:
        raise NotYourOwn
    if page["card"].over:
        raise TripOver
    return page


async def _file(sent: Any) -> bytes:
    return await sent.read() if isinstance(sent, UploadFile) and sent.filename else b""
