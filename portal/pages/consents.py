"""Consents for every trip, objections, and what courts decided about travel: for parents, and for professionals to read and note."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal
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
from mediation.people import NotYours
from mediation.policy import Action, may_do, require
from mediation.usecases import consent as consents
from mediation.usecases import travel_record
from mediation.usecases.travel_record import Noting
from parenting_plans.countries import AREAS
from parenting_plans.errors import ConsentMissing
from parenting_plans.travel_decisions import DecisionKind
from parenting_plans.values import Consent, Home
from portal.forms import Typed, submitted
from portal.pages.consents_shown import consents_shown
from portal.pages.trips import TOLD
from portal.pages.trips_answers import AREA_NAMES, taking_back
from portal.pages.trips_forms import ConsentForm, EndForm, Near, ReasonForm
from portal.visit import Visit, again, wanted

RECORD, GENERAL, REVIEW, WITHDRAW, NOTE = (
    "trips/record.html",
    "trips/general.html",
    "trips/general_review.html",
    "trips/withdraw_general.html",
    "trips/decision.html",
)
COUNTRY_ROWS = 5


class DecisionForm(BaseModel):
    kind: DecisionKind
    about: Literal["A", "B", "both"]
    children: list[UUID] = []
    countries: list[str] = []
    valid_from: Annotated[date, Near]
    valid_to: Annotated[date, Near] | None = None
    court: str = ""
    reference: str = ""
    decided_on: Annotated[date, Near]
    given: bool = False

    @property
    def noting(self) -> Noting:
        return Noting(
            kind=self.kind,
            about=None if self.about == "both" else Home(self.about),
            children=tuple(dict.fromkeys(self.children)),
            countries=tuple(dict.fromkeys(self.countries)),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            court=self.court,
            reference=self.reference,
            decided_on=self.decided_on,
        )


class Consents(Controller):
    path = "/f/{family_id:uuid}/travel"

    @get("/")
    async def record(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(RECORD, values={}, **await _record(reading, family_id, visit))

    @post("/wish")
    async def wish(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        await visit.throttle(TOLD, str(visit.person.id))
        async with again(RECORD, typed, partial(_record, errand.session, family_id, visit)):
            await travel_record.wish(errand, family_id, wanted(ReasonForm, typed).reason)
        return visit.go(f"/f/{family_id}/travel", "recorded")

    @post("/wish/{wish_id:uuid}/end")
    async def end_wish(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        wish_id: FromPath[UUID],
    ) -> Redirect:
        await travel_record.end_wish(errand, family_id, wish_id)
        return visit.go(f"/f/{family_id}/travel", "withdrawn")

    @get("/consent")
    async def general_page(
        self, fresh: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        page = await _general(reading, family_id, fresh)
        children = [child.id for child in page["family"].children]
        return fresh.show(GENERAL, values={"children": children, "residence": "BE"}, **page)

    @post("/consent")
    async def general(
        self, fresh: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        """Three steps of one form: look at exactly what is consented to, go back to it, or confirm it."""
        typed = _with_rows(submitted(await fresh.request.form()))
        page = await _general(errand.session, family_id, fresh)
        if typed.get("step") == "back":
            return fresh.show(GENERAL, values=_in_rows(typed), **page)
        again_page = partial(_general, errand.session, family_id, fresh)
        async with again(GENERAL, _in_rows(typed), again_page):
            scope = wanted(ConsentForm, typed).scope
            if typed.get("step") == "confirm":
                await consents.give_general(errand, family_id, scope)
                return fresh.go(f"/f/{family_id}/travel", "recorded")
            consents.preview_general(page["family"], scope, fresh.now)
        return fresh.show(REVIEW, **page, scope=scope)

    @get("/consents/{consent_id:uuid}/withdraw")
    async def withdraw_page(
        self,
        fresh: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Response[str]:
        return fresh.show(WITHDRAW, values={}, **await _own(reading, family_id, consent_id, fresh))

    @post("/consents/{consent_id:uuid}/withdraw")
    async def withdraw(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Redirect:
        typed = submitted(await fresh.request.form())
        page = partial(_own, errand.session, family_id, consent_id, fresh)
        await page()
        async with again(WITHDRAW, typed, page):
            await consents.withdraw(errand, family_id, consent_id, wanted(EndForm, typed).moment)
        return fresh.go(f"/f/{family_id}/travel", "withdrawn")

    @post("/consents/{consent_id:uuid}/disown")
    async def disown(
        self,
        fresh: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Redirect:
        """ "I did not give this." """
        await consents.disown(errand, family_id, consent_id)
        return fresh.go(f"/f/{family_id}/travel", "withdrawn")

    @get("/decisions/note")
    async def note_page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        page = await _noting(reading, family_id, visit)
        return visit.show(NOTE, values={"children": [one.id for one in page["family"].children]}, **page)

    @post("/decisions/note")
    async def note(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Redirect:
        typed = _with_rows(submitted(await visit.request.form()))
        async with again(NOTE, _in_rows(typed), partial(_noting, errand.session, family_id, visit)):
            form = wanted(DecisionForm, typed)
            await travel_record.note_decision(errand, family_id, form.noting, given=form.given)
        return visit.go(f"/f/{family_id}/travel", "recorded")

    @post("/decisions/{decision_id:uuid}/end")
    async def end(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        decision_id: FromPath[UUID],
    ) -> Redirect:
        await travel_record.end_decision(errand, family_id, decision_id)
        return visit.go(f"/f/{family_id}/travel", "recorded")


def _with_rows(typed: Typed) -> Typed:
    """The countries of the areas that were ticked and of the rows that were filled in, as one list."""
    ticked = typed.get("countries", [])
    rows = [str(typed.get(f"country_{n}", "")) for n in range(1, COUNTRY_ROWS + 1)]
    named = [*([ticked] if isinstance(ticked, str) else ticked), *(row for row in rows if row)]
    return {**typed, "countries": list(dict.fromkeys(named))}


def _in_rows(typed: Typed) -> dict[str, Any]:
    named = typed.get("countries", [])
    every = [named] if isinstance(named, str) else named
    single = [code for code in every if code not in AREAS]
    rows = {f"country_{n}": code for n, code in enumerate(single[:COUNTRY_ROWS], 1)}
    return {**typed, "countries": [code for code in every if code in AREAS], **rows}


def _seen_by(family: Family) -> dict[str, Any]:
    return {
        "family": family,
        "own": family.home,
        "parents": {home: found.name if (found := family.parent(home)) else None for home in Home},
        "names": {child.id: child.given_name for child in family.children},
    }


def _areas(visit: Visit) -> list[tuple[str, str]]:
    return [(area, visit.say.gettext(AREA_NAMES[area])) for area in AREAS]


async def _record(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    found = await travel_record.record(session, family, visit.now)
    given = (*found.general, *(one for card in found.cards for one in card.consents))
    seen = {"record": found, "at_centre": visit.person.profession.at_the_centre, "now": visit.now}
    return {**_seen_by(family), **seen, **consents_shown(given, family.home, visit.now)}


async def _general(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    """Raises NotYours for anyone but a parent."""
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # raises NotYours
    who = [(child.id, child.given_name) for child in family.children]
    return {**_seen_by(family), "who": who, "where": _areas(visit), "rows": COUNTRY_ROWS}


async def _own(session: AsyncSession, family_id: UUID, consent_id: UUID, visit: Visit) -> dict[str, Any]:
    """An own consent for every trip that can be withdrawn. Raises ConsentMissing, AlreadyAnswered."""
    family = await families.open_for(session, family_id, visit.person, visit.now)
    given: Consent = await consents.consent_of(session, family, consent_id, visit.now)
    if given.by is not family.own_home or given.trip_id is not None:
        raise ConsentMissing
    return {**_seen_by(family), **await taking_back(session, family, given, visit.now)}


async def _noting(session: AsyncSession, family_id: UUID, visit: Visit) -> Mapping[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    require(may_do(family.relations, Action.NOTE_TRAVEL_DECISION))
    if family.home is not None:
        raise NotYours
    who = [(child.id, child.given_name) for child in family.children]
    return {**_seen_by(family), "who": who, "where": _areas(visit), "rows": COUNTRY_ROWS}
