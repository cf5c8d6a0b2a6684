"""A parent's start page: where the children are tonight, what comes next, what waits for this parent's answer."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Response
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import families
from mediation.families import Family
from mediation.usecases import session, today
from mediation.usecases.today import Ask, FirstStep, Today, Waiting
from portal.languages import civil_day, mark
from portal.visit import Visit

# What waits, where it is answered, and what happens without an answer.
ASKS: dict[Ask, tuple[str, str, str]] = {
    Ask.QUESTIONS: (
        mark("Some questions for you alone"),
        "questions",
        mark("The other parent never sees your answers. Joint steps begin when both of you have answered."),
    ),
    Ask.SIGN: (
        mark("A plan is ready to sign"),
        "plan/version/{id}",
        mark("It counts only when both of you have signed. Until then nothing changes."),
    ),
    Ask.PROPOSAL: (
        mark("A proposal for the plan"),
        "plan/proposal/{id}",
        mark("Without an answer nothing changes."),
    ),
    Ask.CLAUSE: (
        mark("A proposal about a topic of the plan"),
        "plan/clauses",
        mark("Without an answer nothing changes."),
    ),
    Ask.REVIEW: (
        mark("Look at the plan again"),
        "plan/reviews",
        mark("It stays due until both of you have answered."),
    ),
    Ask.TRIP: (mark("A trip"), "trips/{id}", mark("No answer is not a yes.")),
    Ask.DOCUMENT: (
        mark("A document of a child"),
        "documents/{id}",
        mark("Without an answer nothing changes."),
    ),
    Ask.SWAP: (mark("A swap"), "swaps/{id}", mark("No answer means no: nothing changes.")),
    Ask.CARE: (
        mark("Time with the children that the other parent offers you"),
        "care/{id}",
        mark("No answer means no: the plan stays as it is."),
    ),
    Ask.MANDATE: (
        mark("The other parent proposes somebody to help you"),
        "family",
        mark("Nobody is asked before you both agree."),
    ),
    Ask.HANDOVER: (
        mark("How did the last handover go?"),
        "handovers",
        mark("You may note it, for yourself. You need not."),
    ),
}
FIRST_STEPS: dict[FirstStep, tuple[str, str, str]] = {
    FirstStep.CHILDREN: (
        mark(
            "Begin with your children: their first names, birthdays and schools. Everything else is about them."
        ),
        "family",
        mark("Add your children"),
    ),
    FirstStep.QUESTIONS: (
        mark("Next: some questions for you alone. The other parent never sees your answers."),
        "questions",
        mark("Answer the questions"),
    ),
    FirstStep.PLAN: (
        mark("Next: your own draft of a plan. Nobody sees it before you propose it."),
        "plan",
        mark("Go to the plan"),
    ),
    FirstStep.WAIT: (
        mark(
            "A plan is on its way. As soon as both of you have signed it, you see here where the children sleep."
        ),
        "plan",
        mark("Go to the plan"),
    ),
}


@dataclass(frozen=True, slots=True)
class Night:
    """One night of a strip; `home` is "" where nothing is planned."""

    day: date
    home: str
    tonight: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The coming nights of children who sleep in the same home every night."""

    children: str
    nights: tuple[Night, ...]


class TodayPage(Controller):
    path = "/f/{family_id:uuid}/today"

    @get("/")
    async def page(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession], family_id: FromPath[UUID]
    ) -> Response[str]:
        family = await families.open_for(reading, family_id, visit.person, visit.now)
        found = await today.today(reading, family, visit.now)
        leads = await session.names_of(reading, [found.appointment] if found.appointment else [])
        return visit.show("today/today.html", **_context(family, found, civil_day(visit.now)), leads=leads)


def _context(family: Family, found: Today, day: date) -> dict[str, Any]:
    strips = _strips(found, day)
    return {
        "family": family,
        "found": found,
        "day": day,
        "names": {parent.home.value: parent.name for parent in family.parents},
        "strips": strips,
        "tonight": _tonight(found, day),
        "movers": _movers(family, found),
        "waiting": [_asked(family, one) for one in found.waiting],
        "first_step": FIRST_STEPS[found.first_step] if found.first_step else None,
    }


def _strips(found: Today, first: date) -> list[Strip]:
    alike: dict[tuple[Night, ...], list[str]] = {}
    for child in found.nights:
        homes = {night.date: night.home.value for night in child.nights}
        days = (first + timedelta(days=n) for n in range(today.STRIP))
        nights = tuple(Night(day, homes.get(day, ""), day == first) for day in days)
        alike.setdefault(nights, []).append(child.given_name)
    return [Strip(", ".join(names), nights) for nights, names in alike.items()]


def _tonight(found: Today, day: date) -> list[tuple[str, str]]:
    """Home -> who sleeps there tonight; without children of whom nothing is planned yet."""
    by_home: dict[str, list[str]] = {}
    for child in found.nights:
        for night in child.nights:
            if night.date == day:
                by_home.setdefault(night.home.value, []).append(child.given_name)
    return [(home, ", ".join(names)) for home, names in sorted(by_home.items())]


def _movers(family: Family, found: Today) -> list[tuple[str, str, str]]:
    """The next handover, direction by direction: who, from and to which home."""
    going = {one.child: (one.from_home.value, one.to_home.value) for one in found.next_handovers}
    ways: dict[tuple[str, str], list[str]] = {}
    for child in family.children:
        if child.id in going:
            ways.setdefault(going[child.id], []).append(child.given_name)
    return [(", ".join(names), *way) for way, names in ways.items()]


def _asked(family: Family, one: Waiting) -> tuple[str, str, str]:
    title, place, silence = ASKS[one.ask]
    return title, f"/f/{family.id}/{place.format(id=one.id)}", silence
