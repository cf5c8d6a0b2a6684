"""The certificate of a consent to travel, for programs: issue it, read its signed text, fetch it as a file."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import certificate, certificate_paper
from mediation.usecases.certificate import Issued
from parenting_plans.certificate.serial import in_groups
from portal.pages.certificates import Border, Own, certificate_pdf
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class CertificateOut:
    """`code` is printed on the paper; `text` is the signed line of its QR code."""

    id: UUID
    consent: UUID
    code: str
    text: str
    issued_at: datetime
    ends_at: datetime


class CertificatesApi(Controller):
    path = "/api/families/{family_id:uuid}/consents/{consent_id:uuid}/certificate"
    tags = ("trips",)

    @post("/")
    async def issue(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> CertificateOut:
        """Issue it; asked for again it is the same, until it would say something new."""
        return _out(
            await certificate.issue_for(errand, family_id, consent_id, visit.service.settings.base_url)
        )

    @get("/")
    async def current(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
    ) -> CertificateOut:
        """The one that was issued; missing while there is none."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return _out(
            await certificate_paper.current(reading, family, consent_id, visit.now, visit.service.vault)
        )

    @get("/document", media_type="application/pdf")
    async def document(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        consent_id: FromPath[UUID],
        language: FromQuery[Own] = "en",
        border: Border = "en",
    ) -> Response[bytes]:
        """The issued certificate as PDF/UA-1 and PDF/A-2a, in a language of the service and one for abroad."""
        return await certificate_pdf(visit, reading, family_id, consent_id, (language, border))


def _out(issued: Issued) -> CertificateOut:
    kept = issued.certificate
    return CertificateOut(
        kept.id,
        kept.permission_id,
        in_groups(issued.statement.serial),
        issued.text,
        kept.issued_at,
        kept.ends_at,
    )
