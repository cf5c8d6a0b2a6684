"""Something worries me, over JSON: noted for the centre, and nothing to read back."""

from typing import Annotated
from uuid import UUID

from litestar import Controller, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from mediation.errand import Errand
from mediation.usecases import statement
from mediation.usecases.statement import Said
from parenting_plans.values import Home
from portal.forms import cleaned
from portal.sign_in import A_DAY_OF_WORRIES
from portal.visit import Visit


class WorryIn(BaseModel):
    """What was said or written. `said_by` is for professionals; for a parent it is always the other parent."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "said_by": "A",
                    "said_at": "2027-02-26T20:15:00+01:00",
                    "quote": "You will see us again in May.",
                }
            ]
        },
    )
    said_at: AwareDatetime
    quote: Annotated[str, Field(min_length=1, max_length=statement.LONGEST), AfterValidator(cleaned)]
    said_by: Home | None = None


class WorriesApi(Controller):
    path = "/api/families/{family_id:uuid}/worries"
    tags = ("worries",)

    @post("/")
    async def note(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        data: JSONBody[WorryIn],
    ) -> None:
        """Note what was said or written. The centre reads it; the answer is the same whatever it is."""
        await visit.throttle(A_DAY_OF_WORRIES, str(visit.person.id))
        await statement.note(errand, family_id, Said(data.said_at, data.quote, data.said_by))
