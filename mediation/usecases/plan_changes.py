"""Which days change: a plan that is not sealed yet against the calendar as it is, child by child, for as long as is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from mediation.families import ChildInFamily, Family
from parenting_plans import changes, plan
from parenting_plans.changes import Changes
from parenting_plans.errors import PlanIncomplete
from parenting_plans.laid import Laid
from parenting_plans.reviews import months_after
from parenting_plans.values import ZONE, Agreed, InForce, Version

MONTHS: Final = (3, 6, 12, 24)
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class ChildChanges:
    child: ChildInFamily
    changes: Changes


@dataclass(frozen=True, slots=True)
class WhatChanges:
    """`starts_at`: when the plan would begin to count if both signed now. `first_calendar`: nothing is planned yet."""

    starts_at: datetime
    months: int
    first_calendar: bool
    children: tuple[ChildChanges, ...]

    @property
    def any(self) -> bool:
        return any(one.changes.runs or one.changes.handovers for one in self.children)


def starts_at(version: Version, now: datetime) -> datetime:
    """The moment from which a version counts; for one that is not sealed: if both signed now."""
    return plan.in_force((_sealed(version, now),))[0].starts_at


def what_changes(
    family: Family,
    versions: Sequence[Version],
    agreed: Agreed,
    effective_on: date | None,
    now: datetime,
    laid: Laid,
    months: int = MONTHS[0],
) -> WhatChanges | None:
    """The nights and handovers that would change in the first months; None while its weeks or its start are open.

    `laid` stays as it is under both plans.
    """
    if effective_on is None:
        return None
    new = Version(_NOBODY, family.id, len(versions) + 1, agreed, effective_on, "", (), accepted_at=now)
    children = [child.for_schedule for child in family.children]
    try:
        then = plan.in_force((*versions, _sealed(new, now)), children)
    except PlanIncomplete:
        return None
    begins = then[-1].starts_at
    today = plan.in_force(versions, children)
    end = _end(begins, months)
    return WhatChanges(
        begins,
        months,
        not today,
        tuple(_of_child(child, (today, then), (begins, end), laid) for child in family.children),
    )


def _of_child(
    child: ChildInFamily,
    plans: tuple[Sequence[InForce], Sequence[InForce]],
    within: tuple[datetime, datetime],
    laid: Laid,
) -> ChildChanges:
    found = changes.compare(*plans, child.for_schedule, *within, laid)
    return ChildChanges(child, found)


def _end(begins: datetime, months: int) -> datetime:
    day = months_after(begins.astimezone(ZONE).date(), months)
    return datetime.combine(day, time(0), tzinfo=ZONE)


def _sealed(version: Version, now: datetime) -> Version:
    return version if version.sealed_at else replace(version, sealed_at=now)
