"""A calendar day by day: in whose home each child sleeps and why, and when they change homes. Pure.

A parent can also look at their own draft this way, as if it counted from its first day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from mediation.families import ChildInFamily
from parenting_plans import public_holidays, schedule, special_days
from parenting_plans.errors import PlanIncomplete
from parenting_plans.holidays import SHIPPED, SchoolCalendars, holidays_of, known
from parenting_plans.holidays.split import Part
from parenting_plans.laid import Laid
from parenting_plans.terms import terms_of
from parenting_plans.values import (
    ZONE,
    Because,
    Community,
    Draft,
    Handover,
    Home,
    InForce,
    Layer,
    Split,
    Stay,
    Words,
)

DRAFT = UUID(int=0)  # stands for the version that a draft is not yet
DAY = timedelta(days=1)
LAST_MOMENT = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a child sleeps there. In a shared holiday: which of how many parts the night belongs to, counted from 1.

    `agreed`: the accepted swap or offer to care that it rests on, where it does. `called`: the name of the public holiday
    or special day, where it has one.
    """

    layer: Layer
    clause: str
    holiday: str = ""
    split: Split | None = None
    part: int = 0
    of: int = 0
    agreed: UUID | None = None
    called: Words | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ChildNight:
    child: ChildInFamily
    home: Home
    reason: Reason


@dataclass(frozen=True, slots=True)
class Day:
    """A Brussels day: the night that begins on it, child by child, and its handovers in order of time."""

    date: date
    nights: tuple[ChildNight, ...]
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class SchoolNote:
    """A school holiday on the same days, both inclusive, in one or more Communities."""

    holiday: str
    first: date
    last: date
    communities: tuple[Community, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Days within a period for which a Community's school calendar is not known; both inclusive."""

    community: Community
    first: date
    last: date


def days(
    versions: Sequence[InForce],
    children: Sequence[ChildInFamily],
    first: date,
    count: int,
    laid: Laid,
) -> tuple[Day, ...]:
    """`count` days from `first`, with what lies over the plan. Days before any plan have neither nights nor handovers."""
    start, end = _midnight(first - DAY), _midnight(first + (count + 1) * DAY)
    stays = {child.id: schedule.expand(versions, child.for_schedule, start, end, laid) for child in children}
    found = [handover for own in stays.values() for handover in schedule.handovers(own)]
    handovers = sorted(found, key=lambda one: (one.at, one.child.bytes))
    return tuple(
        Day(
            date=day,
            nights=tuple(
                night
                for child in children
                if (night := _night(versions, child, stays[child.id], day, laid.school))
            ),
            handovers=tuple(one for one in handovers if one.at.astimezone(ZONE).date() == day),
        )
        for day in (first + n * DAY for n in range(count))
    )


def with_draft(
    versions: Sequence[InForce], draft: Draft, today: date, children: Sequence[ChildInFamily]
) -> tuple[InForce, ...] | None:
    """The calendar if the draft counted from its first day (else from today); None while its schedule is not sound."""
    try:
        terms = terms_of(draft.agreed, [child.for_schedule for child in children])
    except PlanIncomplete:
        return None
    day = draft.effective_on or today
    starts_at = datetime.combine(day, terms.regular.handover_time, tzinfo=ZONE)
    before = tuple(version for version in versions if version.starts_at < starts_at)
    return (*before, InForce(DRAFT, terms, starts_at))


def school_notes(
    communities: Sequence[Community], first: date, last: date, calendar: SchoolCalendars = SHIPPED
) -> tuple[SchoolNote, ...]:
    """The school holidays that touch the days `first` to `last`, in order of time."""
    alike: dict[tuple[date, date, str], list[Community]] = {}
    for community in communities:
        for one in holidays_of(community, first, last, calendar):
            alike.setdefault((one.first, one.last, one.id), []).append(community)
    return tuple(
        SchoolNote(name, begins, ends, tuple(alike[begins, ends, name]))
        for begins, ends, name in sorted(alike)
    )


def unknown_days(
    communities: Sequence[Community], first: date, last: date, calendar: SchoolCalendars = SHIPPED
) -> tuple[Unknown, ...]:
    """What of the days `first` to `last` no published school calendar covers, Community by Community."""
    found: list[Unknown] = []
    for community in communities:
        span = known(community, calendar)
        if span is None:
            continue
        if first < span.first:
            found.append(Unknown(community, first, min(last, span.first - DAY)))
        if last > span.last:
            found.append(Unknown(community, max(first, span.last + DAY), last))
    return tuple(found)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZONE)


def _night(
    versions: Sequence[InForce],
    child: ChildInFamily,
    stays: Sequence[Stay],
    day: date,
    calendar: SchoolCalendars,
) -> ChildNight | None:
    stay = schedule.stay_at(stays, datetime.combine(day, LAST_MOMENT, tzinfo=ZONE))
    if stay is None:
        return None
    return ChildNight(child, stay.home, reason_of(versions, child, stay.because, day, calendar))


def reason_of(
    versions: Sequence[InForce],
    child: ChildInFamily,
    because: Because,
    day: date,
    calendar: SchoolCalendars = SHIPPED,
) -> Reason:
    """Why the child is there on the night that begins on `day`, as a page tells it."""
    agreed = because.document if because.layer is Layer.SWAP else None
    plain = Reason(
        because.layer, because.clause, because.holiday or "", agreed=agreed, called=_called(because)
    )
    version = next((one for one in versions if one.version_id == because.document), None)
    rule = (
        next((one for one in version.terms.holidays if one.holiday == because.holiday), None)
        if version
        else None
    )
    if version is None or rule is None:
        return plain
    bedtime = datetime.combine(day, LAST_MOMENT)  # parts of a holiday are wall-clock times
    for one in schedule.turns_on(version, child.for_schedule, day, calendar):
        number = _place(one.parts, bedtime) if one.holiday.id == because.holiday else 0
        if number:
            return Reason(because.layer, because.clause, one.holiday.id, rule.split, number, len(one.parts))
    return plain


def _called(because: Because) -> Words | None:
    if because.layer is Layer.PUBLIC_HOLIDAY:
        holiday = public_holidays.named(because.what or "")
        return holiday.name if holiday else None
    feast = special_days.named(because.what or "") if because.layer is Layer.SPECIAL_DAY else None
    return feast.name if feast else None


def _place(turns: Sequence[Part], bedtime: datetime) -> int:
    return next((n for n, turn in enumerate(turns, 1) if turn.begins <= bedtime < turn.ends), 0)
