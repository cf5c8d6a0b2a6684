"""Answering a section apart: one's own sheet, and both side by side once both are given."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.errand import Errand
from mediation.usecases import plan_apart
from mediation.usecases.plan_apart import Place
from parenting_plans.apart import Comparison, Stage
from parenting_plans.values import Agreed, Home
from portal.api.plan_shapes import ClauseIn, ProblemOut, SectionOut, problems_out
from portal.visit import Visit


@dataclass(frozen=True, slots=True)
class DiffersOut:
    """A clause that both answered, not alike. `fields`: the questions that differ; `answers`: by home."""

    code: str
    fields: list[str]
    answers: dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ComparisonOut:
    """The newest round that both submitted. `not_both`: clauses that one or none of the two answered; not said which."""

    round: int
    opened_at: datetime | None
    common: dict[str, dict[str, Any]]
    different: list[DiffersOut]
    not_both: list[str]
    asked_again: list[Home]


@dataclass(frozen=True, slots=True)
class ApartOut:
    """One section. `stage`, `round`, `answers` and `problems` are your own; empty for professionals."""

    section: str
    codes: list[str]
    stage: Stage | None
    round: int | None
    submitted_at: datetime | None
    answers: dict[str, dict[str, Any]]
    problems: dict[str, list[ProblemOut]]
    opened: ComparisonOut | None


@dataclass(frozen=True, slots=True)
class OpenedOut:
    """`opened`: both of you have submitted now."""

    opened: bool


@dataclass(frozen=True, slots=True)
class RoundOut:
    """`begins`: both of you asked for a new round."""

    begins: bool


@dataclass(frozen=True, slots=True)
class TakenOut:
    clauses: int


class PlanApartApi(Controller):
    path = "/api/families/{family_id:uuid}/plan/apart"
    tags = ("plan",)

    @get()
    async def sections(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> list[ApartOut]:
        """Every section, in order."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return [_out(visit, one) for one in await plan_apart.places(reading, family)]

    @get("/{section:str}")
    async def section(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        family_id: FromPath[UUID],
        section: FromPath[str],
    ) -> ApartOut:
        """One section."""
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        return _out(visit, await plan_apart.place(reading, family, section))

    @put("/{section:str}/answers/{code:str}")
    async def save(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        family_id: FromPath[UUID],
        section: FromPath[str],
        code: FromPath[str],
        data: JSONBody[ClauseIn],
    ) -> SectionOut:
        """Keep your answers to one clause, finished or not. Empty answers take them out."""
        still_open = await plan_apart.save(errand, family_id, section, code, data.answers)
        return SectionOut(code, dict(data.answers), problems_out(visit, still_open))

    @post("/{section:str}/submission", status_code=200)
    async def submit(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], section: FromPath[str]
    ) -> OpenedOut:
        """Submit the section. Both see it once both have submitted."""
        return OpenedOut(await plan_apart.submit(errand, family_id, section))

    @post("/{section:str}/withdrawal", status_code=204)
    async def take_back(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], section: FromPath[str]
    ) -> None:
        """Take your answers back, as long as not both of you have submitted."""
        await plan_apart.take_back(errand, family_id, section)

    @post("/{section:str}/round", status_code=200)
    async def ask_again(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], section: FromPath[str]
    ) -> RoundOut:
        """Ask for a new round. It begins when both of you ask."""
        return RoundOut(await plan_apart.ask_again(errand, family_id, section))

    @post("/{section:str}/draft", status_code=200)
    async def take_common_ground(
        self, errand: NamedDependency[Errand], family_id: FromPath[UUID], section: FromPath[str]
    ) -> TakenOut:
        """Put what you both answered alike into your own draft."""
        return TakenOut(await plan_apart.take_common_ground(errand, family_id, section))


def _out(visit: Visit, place: Place) -> ApartOut:
    own = place.own
    return ApartOut(
        section=place.section,
        codes=[clause.code for clause in place.clauses],
        stage=own.stage if own else None,
        round=own.round if own else None,
        submitted_at=own.submitted_at if own else None,
        answers=_plain(own.agreed) if own else {},
        problems={
            clause.code: problems_out(visit, found)
            for clause in place.clauses
            if (found := place.problems_of(clause))
        },
        opened=_compared(place.opened) if place.opened else None,
    )


def _compared(opened: Comparison) -> ComparisonOut:
    return ComparisonOut(
        round=opened.sheets[0].round,
        opened_at=opened.sheets[0].opened_at,
        common=_plain(opened.common_ground),
        different=[
            DiffersOut(
                one.clause.code,
                list(one.fields),
                {home.value: dict(opened.of(home).agreed[one.clause.code]) for home in Home},
            )
            for one in opened.different
        ],
        not_both=[clause.code for clause in opened.not_both],
        asked_again=[home for home in Home if opened.of(home).again_at is not None],
    )


def _plain(agreed: Agreed) -> dict[str, dict[str, Any]]:
    return {code: dict(answers) for code, answers in agreed.items()}
