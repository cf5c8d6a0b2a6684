"""A month as it was planned beside what you noted, and what the other parent shares with you of theirs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody
from pydantic import BaseModel, ConfigDict
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import kept_record
from parenting_plans.kept import Kept
from parenting_plans.values import Home, Outcome
from portal.pages.kept_record import asked_month
from portal.visit import Visit


class MonthIn(BaseModel):
    """`month` is the first day of a month that has begun."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"month": "2027-03-01"}]})
    month: date


@dataclass(frozen=True, slots=True)
class MomentOut:
    """`outcome` null: nothing was noted. `planned` false: the calendar no longer foresees this handover."""

    child: UUID
    at: datetime
    from_home: Home
    to_home: Home
    planned: bool
    outcome: Outcome | None
    delivered_at: datetime | None
    in_contact: bool | None


@dataclass(frozen=True, slots=True)
class OtherNightOut:
    child: UUID
    night: date
    planned: Home
    noted: Home


@dataclass(frozen=True, slots=True)
class KeptOut:
    handovers: list[MomentOut]
    other_nights: list[OtherNightOut]


@dataclass(frozen=True, slots=True)
class MonthOut:
    """`theirs` is there only while the other parent shares this month with you."""

    month: date
    own: KeptOut
    shared_since: datetime | None
    theirs: KeptOut | None


class KeptRecordApi(Controller):
    path = "/api/families/{family_id:uuid}/handovers/record"
    tags = ("handovers",)

    @get("/")
    async def month(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        month: FromQuery[str] = "",
    ) -> MonthOut:
        """`month` as 2027-03; this month when it is left out or not yet there."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await kept_record.month(reading, family, asked_month(month, visit.now), visit.now)
        return MonthOut(
            found.month,
            _out(found.own),
            found.shared.shared_at if found.shared else None,
            _out(found.theirs) if found.theirs else None,
        )

    @post("/sharing", status_code=204)
    async def share(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[MonthIn]
    ) -> None:
        """Let the other parent read what you noted about this month, until you stop."""
        await kept_record.share(errand, family_id, data.month)

    @post("/sharing/end", status_code=204)
    async def stop(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], data: JSONBody[MonthIn]
    ) -> None:
        """From now on the other parent cannot read it any more."""
        await kept_record.stop(errand, family_id, data.month)


def _out(kept: Kept) -> KeptOut:
    return KeptOut(
        [
            MomentOut(
                one.child,
                one.at,
                one.from_home,
                one.to_home,
                one.planned,
                one.noted.outcome if one.noted else None,
                one.noted.delivered_at if one.noted else None,
                one.noted.in_contact if one.noted else None,
            )
            for one in kept.moments
        ],
        [OtherNightOut(one.child, one.date, one.planned, one.noted) for one in kept.other_nights],
    )
