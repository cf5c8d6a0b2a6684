"""The certificate of a consent to travel: what it is, in which languages, and the file itself."""

from typing import Annotated, Any, Literal
from uuid import UUID

from babel import Locale
from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter
from litestar.response import Redirect, Response
from pydantic import BaseModel, field_validator
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import certificate, certificate_paper
from parenting_plans import certificate_languages
from parenting_plans.documents import certificate as paper
from parenting_plans.documents import rendering
from portal.forms import submitted
from portal.languages import LOCALES, OWN_NAMES
from portal.pages.plan_document import A_WHILE_OF_DOCUMENTS, FILE_NAME
from portal.pages.trips import parents_only, seen_by
from portal.visit import Visit, again, wanted

PAGE = "trips/certificate.html"
CHECK_PATH = "/check/travel"
Own = Literal["nl", "fr", "de", "en"]


Border = Annotated[str, QueryParameter(pattern=f"^({'|'.join(certificate_languages.by_code())})$")]


def known(code: str) -> str:
    if code not in certificate_languages.by_code():
        raise ValueError("unknown language")
    return code


class LanguagesForm(BaseModel):
    language: Own
    border: str

    _border = field_validator("border")(known)


async def certificate_pdf(
    visit: Visit, session: AsyncSession, family_id: UUID, consent_id: UUID, codes: tuple[str, str]
) -> Response[bytes]:
    """The file in these languages: the same bytes each time, as long as it is the same certificate."""
    await visit.throttle(A_WHILE_OF_DOCUMENTS, str(visit.person.id))
    family = await families.open_for(session, family_id, visit.person, visit.now)
    service = visit.service
    issued = await certificate_paper.current(session, family, consent_id, visit.now, service.vault)
    pages = certificate_paper.pages(issued, codes, service.settings.base_url + CHECK_PATH)
    made = await service.press.pdf(pages, paper.in_qr(issued.text), rendering.CERTIFICATE)
    return Response(
        made,
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'},
    )


class Certificates(Controller):
    path = "/f/{family_id:uuid}/trips/consents/{consent_id:uuid}/certificate"

    @get("/")
    async def page(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Response[str]:
        return visit.show(PAGE, **await _page(reading, family_id, consent_id, visit))

    @post("/")
    async def issue(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> Redirect:
        """Issue it, or find the one that stands, and lead to the file."""
        typed = submitted(await visit.request.form())

        async def page() -> dict[str, Any]:
            return await _page(errand.session, family_id, consent_id, visit)

        async with again(PAGE, typed, page):
            form = wanted(LanguagesForm, typed)
            await certificate.issue_for(errand, family_id, consent_id, visit.service.settings.base_url)
        asked = f"language={form.language}&border={form.border}"
        return Redirect(f"{_home(family_id, consent_id)}/document.pdf?{asked}", status_code=303)

    @get("/document.pdf", media_type="application/pdf")
    async def document(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
        language: FromQuery[Own] = "en",
        border: Border = "en",
    ) -> Response[bytes]:
        return await certificate_pdf(visit, reading, family_id, consent_id, (language, border))


def _home(family_id: UUID, consent_id: UUID) -> str:
    return f"/f/{family_id}/trips/consents/{consent_id}/certificate"


async def _page(session: AsyncSession, family_id: UUID, consent_id: UUID, visit: Visit) -> dict[str, Any]:
    family = await parents_only(session, family_id, visit)
    desk = await certificate_paper.desk(session, family, consent_id, visit.now)
    trip = desk.consent.trip_id
    return {
        **seen_by(family),
        "desk": desk,
        "given": desk.consent,
        "back_to": f"/f/{family_id}/trips/{trip}" if trip else f"/f/{family_id}/trips",
        "own_languages": list(OWN_NAMES.items()),
        "borders": _named(visit.language),
        "language": visit.language,
    }


def _named(language: str) -> list[tuple[str, str]]:
    """Every language a certificate can stand in, in the reader's words, in alphabetical order."""
    names = Locale.parse(LOCALES[language]).languages
    named = [(one.code, str(names.get(one.code, one.own_name))) for one in certificate_languages.load()]
    return sorted(named, key=lambda one: one[1])
