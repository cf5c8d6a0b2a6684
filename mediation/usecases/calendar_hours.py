"""A calendar hour by hour: for each day and child the stretches between midnight and midnight, and why. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mediation.families import ChildInFamily
from mediation.usecases.calendar_days import Reason, reason_of
from parenting_plans import schedule
from parenting_plans.laid import Laid
from parenting_plans.values import ZONE, Home, InForce

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """[begins, ends) of one day in one home; both on the Brussels clock, `ends` None at midnight."""

    home: Home
    begins: datetime
    ends: datetime | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class ChildDay:
    child: ChildInFamily
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class DayHours:
    """One Brussels day; a child without a plan that day has no stretches."""

    date: date
    children: tuple[ChildDay, ...]


def hours(
    versions: Sequence[InForce],
    children: Sequence[ChildInFamily],
    first: date,
    count: int,
    laid: Laid,
) -> tuple[DayHours, ...]:
    """`count` days from `first`, with what lies over the plan."""
    start, end = _midnight(first), _midnight(first + count * DAY)
    stays = {child.id: schedule.expand(versions, child.for_schedule, start, end, laid) for child in children}

    def of(child: ChildInFamily, day: date) -> ChildDay:
        begins, ends = _midnight(day), _midnight(day + DAY)
        within = (stay for stay in stays[child.id] if stay.starts_at < ends and begins < stay.ends_at)
        return ChildDay(
            child,
            tuple(
                Stretch(
                    home=stay.home,
                    begins=max(stay.starts_at, begins),
                    ends=stay.ends_at if stay.ends_at < ends else None,
                    # The hours before a morning handover belong to the night that began the day before.
                    reason=reason_of(
                        versions, child, stay.because, day if stay.ends_at >= ends else day - DAY, laid.school
                    ),
                )
                for stay in within
            ),
        )

    days = (first + n * DAY for n in range(count))
    return tuple(DayHours(day, tuple(of(child, day) for child in children)) for day in days)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZONE)
