"""Checks for whoever holds a document, without an account: does it still count? The answers name nobody."""

from dataclasses import dataclass
from datetime import date

from litestar import Controller, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.usecases import certificate_check, plan_document
from mediation.usecases.certificate_check import Asked, State
from parenting_plans.certificate.checking import LONGEST_TEXT
from portal.pages.check import CHECKS, LONGEST_CODE
from portal.pages.check_travel import LONGEST_NAME
from portal.visit import Visit


class PlanCheckIn(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"code": "7K2QX-9M4TB-3HW8P-ZC5NE"}]}
    )
    code: str = Field(max_length=LONGEST_CODE)


class TravelCheckIn(BaseModel):
    """`code`: as printed, or the signed text of the square code. What is left out is not compared."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"code": "7K2QX-9M4TB-3HW8P-ZC5NE", "child": "Lou", "first_day": "2027-07-05"}]
        },
    )
    code: str = Field(max_length=LONGEST_TEXT)
    child: str = Field(default="", max_length=LONGEST_NAME)
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class PlanCheckOut:
    valid: bool


@dataclass(frozen=True, slots=True)
class TravelCheckOut:
    """`child_fits` and `days_fit` are null when they were not asked, or the certificate does not count."""

    state: State
    child_fits: bool | None
    days_fit: bool | None


class ChecksApi(Controller):
    path = "/api/check"
    tags = ("checks",)

    @post("/plan", status_code=200)
    async def plan(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        data: JSONBody[PlanCheckIn],
    ) -> PlanCheckOut:
        """Whether the code belongs to a sealed plan that no later one has replaced."""
        await visit.throttle(CHECKS, visit.visitor)
        return PlanCheckOut(await plan_document.still_counts(reading, data.code, visit.now))

    @post("/travel", status_code=200)
    async def travel(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        data: JSONBody[TravelCheckIn],
    ) -> TravelCheckOut:
        """Whether a certificate of a consent to travel counts now, and whether name and days are those on it."""
        await visit.throttle(CHECKS, visit.visitor)
        asked = Asked(data.code, data.child, data.first_day, data.last_day)
        found = await certificate_check.look(reading, asked, visit.service.vault, visit.now)
        return TravelCheckOut(found.state, found.child, found.days)
