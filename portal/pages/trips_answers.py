"""Answers to a trip: consent after a review, objection, and taking a consent back. What binds needs a fresh factor."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.families import Family
from mediation.trip_card import Step, TripCard
from mediation.usecases import consent as consents
from mediation.usecases import trip_calendar
from parenting_plans.consents import can_disown, can_withdraw, disown_until, scope_for, scope_of
from parenting_plans.countries import AREAS, EU, SCHENGEN
from parenting_plans.errors import AlreadyAnswered, ConsentMissing, NotYourTurn, TripOver
from parenting_plans.values import Consent, Trip
from portal.forms import submitted
from portal.languages import country, mark
from portal.pages.changes_shown import called, shown
from portal.pages.trips import ONE, TOLD, one
from portal.pages.trips_forms import ConsentForm, EndForm, ReasonForm, scope_values
from portal.visit import Visit, again, wanted

AREA_NAMES = {SCHENGEN: mark("All Schengen countries"), EU: mark("All countries of the European Union")}
CONSENT, REVIEW, WITHDRAW = "trips/consent.html", "trips/review.html", "trips/withdraw.html"


class TripAnswers(Controller):
    path = "/f/{family_id:uuid}/trips/{trip_id:uuid}"

    @get("/consent")
    async def consent_page(
        self,
        fresh: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _answering(reading, family_id, trip_id, fresh)
        return fresh.show(CONSENT, values=_prefilled(page["card"]), **page)

    @post("/consent")
    async def consent(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Response[Any]:
        """Three steps of one form: look at exactly what is consented to, go back to it, or confirm it."""
        typed = submitted(await fresh.request.form())
        page = await _answering(errand.session, family_id, trip_id, fresh)
        if typed.get("step") == "back":
            return fresh.show(CONSENT, values=typed, **page)
        async with again(CONSENT, typed, partial(_answering, errand.session, family_id, trip_id, fresh)):
            form = wanted(ConsentForm, typed)
            if typed.get("step") == "confirm":
                await consents.give(errand, family_id, trip_id, form.scope, form.seen)
                return fresh.go(f"/f/{family_id}/trips/{trip_id}", "recorded")
            after = await consents.preview(errand.session, page["family"], trip_id, form.scope, fresh.now)
            effect = await trip_calendar.would_change(errand.session, page["family"], [after], fresh.now)
        changes, homes = shown(effect, page["family"]), called(page["family"])["names"]
        return fresh.show(
            REVIEW, **page, scope=form.scope, seen=form.seen, after=after, changes=changes, homes=homes
        )

    @post("/object")
    async def object_to(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        async with again(ONE, typed, partial(one, errand.session, family_id, trip_id, visit)):
            await consents.object_to(errand, family_id, trip_id, wanted(ReasonForm, typed).reason)
        return visit.go(f"/f/{family_id}/trips/{trip_id}", "recorded")

    @get("/consents/{consent_id:uuid}/withdraw")
    async def withdraw_page(
        self,
        fresh: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Response[str]:
        page = await _withdrawing(reading, family_id, trip_id, consent_id, fresh)
        return fresh.show(WITHDRAW, values={}, **page)

    @post("/consents/{consent_id:uuid}/withdraw")
    async def withdraw(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Redirect:
        page = await one(errand.session, family_id, trip_id, fresh)
        if all(given.id != consent_id for given in page["card"].consents):
            raise ConsentMissing  # a consent is found under its own trip alone
        typed = submitted(await fresh.request.form())
        async with again(
            WITHDRAW, typed, partial(_withdrawing, errand.session, family_id, trip_id, consent_id, fresh)
        ):
            await consents.withdraw(errand, family_id, consent_id, wanted(EndForm, typed).moment)
        return fresh.go(f"/f/{family_id}/trips/{trip_id}", "withdrawn")

    @post("/consents/{consent_id:uuid}/disown")
    async def disown(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        trip_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Redirect:
        """ "I did not give this.\""""
        page = await one(errand.session, family_id, trip_id, fresh)
        if all(given.id != consent_id for given in page["card"].consents):
            raise ConsentMissing
        await consents.disown(errand, family_id, consent_id)
        return fresh.go(f"/f/{family_id}/trips/{trip_id}", "withdrawn")


async def _withdrawing(
    session: AsyncSession, family_id: UUID, trip_id: UUID, consent_id: UUID, visit: Visit
) -> dict[str, Any]:
    """Raises ConsentMissing, AlreadyAnswered."""
    page = await one(session, family_id, trip_id, visit)
    given = next((one for one in page["card"].consents if one.id == consent_id), None)
    if given is None or given.by is not page["own"]:
        raise ConsentMissing
    return {**page, **await taking_back(session, page["family"], given, visit.now)}


async def taking_back(session: AsyncSession, family: Family, given: Consent, now: datetime) -> dict[str, Any]:
    """What its author can still do with a consent, and what would be open then. Raises AlreadyAnswered when that is nothing."""
    until = disown_until(given) if can_disown(given, now) else None
    if not can_withdraw(given, now) and until is None:
        raise AlreadyAnswered
    then = await consents.without(session, family, given, now)
    return {
        "given": given,
        "can_withdraw": can_withdraw(given, now),
        "disown_until": until,
        "then": then,
        "changes": shown(await trip_calendar.would_change(session, family, then, now), family),
        "homes": called(family)["names"],
    }


async def _answering(session: AsyncSession, family_id: UUID, trip_id: UUID, visit: Visit) -> dict[str, Any]:
    """The page for an answer. Raises NotYourTurn, TripOver, AlreadyAnswered where there is nothing to consent to."""
    page = await one(session, family_id, trip_id, visit)
    if page["own"] is page["card"].trip.traveller:
        raise NotYourTurn
    if page["card"].over:
        raise TripOver
    if Step.CONSENT.value not in page["steps"]:
        raise AlreadyAnswered
    trip, names = page["card"].trip, page["names"]
    who = [(child, names[child]) for child in trip.children if child in names]
    return {**page, "who": who, "where": _destinations(trip, visit)}


def _destinations(trip: Trip, visit: Visit) -> list[tuple[str, str]]:
    """What a consent to this trip may name: its countries, those on the way, and the two areas."""
    codes = dict.fromkeys([*(stay.country for stay in trip.stays), *(stop.country for stop in trip.transits)])
    return [
        *((code, country(code, visit.language)) for code in codes),
        *((area, visit.say.gettext(AREA_NAMES[area])) for area in AREAS),
    ]


def _prefilled(card: TripCard) -> dict[str, Any]:
    """The whole trip, or only what is open when something was consented to before."""
    scope = scope_for(card.gaps, card.trip) if card.consents else scope_of(card.trip)
    return {**scope_values(scope), "seen": card.trip.changed_at.isoformat()}
