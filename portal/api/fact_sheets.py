"""The fact sheet for the police, for programs: what is said goes on the paper and is not kept."""

from uuid import UUID

from litestar import Controller, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.response import Response
from pydantic import AwareDatetime, BaseModel, ConfigDict

from parenting_plans.fact_sheet import Said, Situation
from portal.pages.certificates import Own
from portal.pages.fact_sheet import sheet_pdf
from portal.visit import Visit


class SheetIn(BaseModel):
    """Everything but situation, children and language may be left out. `looks`: by the id of the child."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "situation": "not_returned",
                    "children": [],
                    "language": "nl",
                    "what": "Due at 18:00, the telephone is off.",
                    "last_contact_at": "2027-03-01T17:40:00+01:00",
                }
            ]
        },
    )
    situation: Situation
    children: list[UUID]
    language: Own
    last_contact_at: AwareDatetime | None = None
    what: str = ""
    last_contact: str = ""
    last_seen: str = ""
    with_whom: str = ""
    destination: str = ""
    car: str = ""
    phones: str = ""
    health: str = ""
    family_name: str = ""
    reach_me: str = ""
    looks: dict[UUID, str] = {}


class FactSheetsApi(Controller):
    path = "/api/families/{family_id:uuid}/fact-sheet"
    tags = ("help",)

    @post("/", media_type="application/pdf", status_code=200)
    async def make(
        self, fresh: NamedDependency[Visit], family_id: FromPath[UUID], data: JSONBody[SheetIn]
    ) -> Response[bytes]:
        """The sheet as PDF/UA-1 and PDF/A-2a. Needs a fresh sign-in factor; a token has none: 403."""
        texts = data.model_dump(exclude={"situation", "children", "language", "last_contact_at", "looks"})
        said = Said(
            situation=data.situation,
            children=tuple(data.children),
            language=data.language,
            last_contact_at=data.last_contact_at,
            texts={name: text for name, text in texts.items() if text},
            looks={child: text for child, text in data.looks.items() if text},
        )
        return await sheet_pdf(fresh, family_id, said)
