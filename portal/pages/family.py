"""The family: opening one, its children, inviting the other parent, asking a professional."""

from datetime import date
from functools import partial
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, EmailStr, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.people import NotYours
from mediation.usecases import intake, mandate, screen
from parenting_plans.values import Community
from portal import sign_in
from portal.forms import submitted
from portal.navigation import FAMILY_PLACES, start_page
from portal.visit import Visit, again, wanted

TEMPLATE = "family/family.html"
COMMUNITIES = (Community.FLEMISH, Community.FRENCH, Community.GERMAN)


class ChildForm(BaseModel):
    given_name: str = Field(min_length=1, max_length=60)
    born: date
    community: Community


class InvitationForm(BaseModel):
    address: EmailStr
    language: Literal["nl", "fr", "de", "en"]
    theirs_alone: Literal["yes", "no"]


class ProfessionalForm(BaseModel):
    person: UUID


class Families(Controller):
    path = "/"

    @get("go/{place:str}")
    async def go(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], place: FromPath[str]
    ) -> Redirect:
        """A menu place outside any family: into the person's first family, or to opening one."""
        if place not in FAMILY_PLACES:
            raise NotYours
        found = await families.families_of(reading, visit.person, visit.now)
        if visit.person.profession.value != "none":
            return visit.go(start_page(visit.person))
        return visit.go(f"/f/{found[0].id}/{place}" if found else "/begin")

    @get("begin", sync_to_thread=False)
    def begin_page(self, visit: NamedDependency[Visit]) -> Response[str]:
        visit.person  # noqa: B018  # raises NotSignedIn
        return visit.show("family/begin.html")

    @post("begin")
    async def begin(self, visit: NamedDependency[Visit], errand: NamedDependency[Errand]) -> Redirect:
        return visit.go(f"/f/{await intake.open_family(errand)}/family")

    @get("f/{family_id:uuid}/family")
    async def family(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        return visit.show(TEMPLATE, **await _page(reading, family_id, visit))

    @post("f/{family_id:uuid}/family/children")
    async def add_child(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(TEMPLATE, typed, partial(_page, errand.session, family_id, visit)):
            form = wanted(ChildForm, typed)
            await intake.add_child(
                errand, family_id, intake.NewChild(form.given_name, form.born, form.community)
            )
        return visit.go(f"/f/{family_id}/family", "saved")

    @post("f/{family_id:uuid}/family/invitation")
    async def invite(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        await visit.throttle(sign_in.INVITATION, str(visit.person.id))
        async with again(TEMPLATE, typed, partial(_page, errand.session, family_id, visit)):
            form = wanted(InvitationForm, typed)
            alone = form.theirs_alone == "yes"
            await intake.invite(errand, family_id, form.address, form.language, theirs_alone=alone)
        return visit.go(f"/f/{family_id}/family", "invited")

    @post("f/{family_id:uuid}/family/professional")
    async def ask_professional(
        self, visit: NamedDependency[Visit], errand: NamedDependency[Errand], family_id: FromPath[UUID]
    ) -> Response[Any]:
        typed = submitted(await visit.request.form())
        async with again(TEMPLATE, typed, partial(_page, errand.session, family_id, visit)):
            await mandate.ask(errand, family_id, wanted(ProfessionalForm, typed).person)
        return visit.go(f"/f/{family_id}/family", "sent")

    @post("f/{family_id:uuid}/family/professional/{mandate_id:uuid}/agree")
    async def agree(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        mandate_id: FromPath[UUID],
    ) -> Redirect:
        await mandate.agree(errand, family_id, mandate_id)
        return visit.go(f"/f/{family_id}/family", "accepted")

    @post("f/{family_id:uuid}/family/professional/{mandate_id:uuid}/end")
    async def end(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        mandate_id: FromPath[UUID],
    ) -> Redirect:
        await mandate.end(errand, family_id, mandate_id)
        return visit.go(f"/f/{family_id}/family", "ended")


async def _page(session: AsyncSession, family_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await families.open_for(session, family_id, visit.person, visit.now)
    family.own_home  # noqa: B018  # a page for parents: raises NotYours for anyone else
    return {
        "family": family,
        "communities": COMMUNITIES,
        "invitation": await intake.open_invitation_of(session, family, visit.now),
        "answered": await screen.has_answered(session, family),
        "mandates": await mandate.mandates_of(session, family.id),
        "professionals": await mandate.professionals(session),
        "now": visit.now,
    }
