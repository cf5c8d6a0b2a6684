"""The plan as a child reads it, for both parents to show or print: the plan that counts now or next, and two weeks of nights."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.families import ChildInFamily, Family
from mediation.usecases import calendar, plan
from parenting_plans import schedule
from parenting_plans.child_version import Part, child_version
from parenting_plans.values import ZONE, Home

SHOWN_NIGHTS = 14


@dataclass(frozen=True, slots=True)
class ChildPlan:
    """`nights` begin on this week's Monday, or when the plan does. `nest`: the child stays, the parents move.

    Without a plan that both parents signed there are no parts and no nights.
    """

    child: ChildInFamily
    nights: tuple[tuple[date, Home], ...]
    parts: tuple[Part, ...]
    nest: bool


async def for_child(session: AsyncSession, family: Family, child_id: UUID, now: datetime) -> ChildPlan:
    """For the two parents. Raises NotYours for anyone else, and for a child that is not theirs."""
    family.own_home  # noqa: B018  # raises NotYours for anyone who is not a parent here
    child = family.child(child_id)
    desk = await plan.desk(session, family)
    governs, comes = desk.governs(now), desk.comes(now)
    version = governs or (comes[0] if comes else None)
    if version is None:
        return ChildPlan(child, (), (), nest=False)
    versions, laid = await calendar.seen_by(session, family), await calendar.laid(session, family.id, now)
    first = _monday(now) if governs or not comes else comes[1].astimezone(ZONE).date()
    found = schedule.nights(versions, child.for_schedule, first, SHOWN_NIGHTS, laid)
    nights = tuple((night.date, night.home) for night in found)
    names = {parent.home.value: parent.name for parent in family.parents} | {
        str(one.id): one.given_name for one in family.children
    }
    parts = child_version(version.agreed, names, nights)
    return ChildPlan(child, nights, parts, nest=schedule.nests_at(versions, max(now, versions[0].starts_at)))


def _monday(now: datetime) -> date:
    today = now.astimezone(ZONE).date()
    return today - timedelta(days=today.weekday())
