"""Which nights and handovers of a child are other ones under a new plan than under what counts now. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby

from parenting_plans import schedule
from parenting_plans.laid import PLAIN, Laid
from parenting_plans.values import ZONE, Child, Handover, Home, InForce, Stay

DAY = timedelta(days=1)
LONGEST = timedelta(days=731)  # 24 months, with a leap day
LOOK_BACK = timedelta(days=3)  # so that a handover at the very first moment has a stay before it


@dataclass(frozen=True, slots=True)
class Night:
    """One night before and after; None where nothing is planned."""

    date: date
    before: Home | None
    after: Home | None

    @property
    def changed(self) -> bool:
        return self.before is not self.after


@dataclass(frozen=True, slots=True)
class Run:
    """Changed nights in a row that change alike, first and last included."""

    first: date
    last: date
    before: Home | None
    after: Home | None

    @property
    def nights(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class HandoverDay:
    """A day on which children would change homes otherwise: what counts now, and what would. Either can be empty."""

    day: date
    before: tuple[Handover, ...]
    after: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """One child, from `since` (the moment at which the new plan begins) to `until`."""

    child: Child
    since: datetime
    until: datetime
    nights: tuple[Night, ...]
    runs: tuple[Run, ...]
    handovers: tuple[HandoverDay, ...]

    @property
    def changed_nights(self) -> int:
        return sum(run.nights for run in self.runs)

    @property
    def more(self) -> dict[Home, int]:
        """For each home, how many nights more (or, below zero, fewer) the child sleeps there. Unplanned nights count too."""
        return {
            home: sum((night.after is home) - (night.before is home) for night in self.nights)
            for home in Home
        }


def compare(
    now: Sequence[InForce],
    then: Sequence[InForce],
    child: Child,
    since: datetime,
    until: datetime,
    laid: Laid = PLAIN,
) -> Changes:
    """What is otherwise for one child under `then` than under `now` in [since, until), at most 24 months.

    `laid` lies over both. The night of the last day counts when it begins before `until`. ValueError: a longer or empty period, or no time zone.
    """
    if not timedelta(0) < until - since <= LONGEST:
        raise ValueError("Compare a period of at most 24 months")
    nights_of = partial(schedule.nights, laid=laid)
    stays_of = partial(schedule.expand, laid=laid)
    nights = tuple(_nights([partial(nights_of, plans, child) for plans in (now, then)], since, until))
    return Changes(
        child=child,
        since=since,
        until=until,
        nights=nights,
        runs=tuple(_runs(nights)),
        handovers=tuple(
            _handovers([stays_of(plans, child, since - LOOK_BACK, until) for plans in (now, then)], since)
        ),
    )


def _nights(
    both: Sequence[Callable[[date, int], tuple[schedule.Night, ...]]], since: datetime, until: datetime
) -> Iterator[Night]:
    first = since.astimezone(ZONE).date()
    midnight = datetime.combine(until.astimezone(ZONE).date(), time(0), tzinfo=ZONE)
    count = (midnight.date() - first).days + (midnight < until)
    homes = [{night.date: night.home for night in nights(first, count)} for nights in both]
    for offset in range(count):
        day = first + offset * DAY
        yield Night(day, homes[0].get(day), homes[1].get(day))


def _runs(nights: Sequence[Night]) -> Iterator[Run]:
    for (before, after), alike in groupby(nights, lambda night: (night.before, night.after)):
        days = [night.date for night in alike]
        if before is not after:
            yield Run(days[0], days[-1], before, after)


def _handovers(both: Sequence[Sequence[Stay]], since: datetime) -> Iterator[HandoverDay]:
    old, new = ({one for one in schedule.handovers(stays) if one.at >= since} for stays in both)
    in_order = sorted(old ^ new, key=lambda one: one.at)
    for day, those in groupby(in_order, lambda one: one.at.astimezone(ZONE).date()):
        changed = list(those)
        yield HandoverDay(
            day,
            before=tuple(one for one in changed if one in old),
            after=tuple(one for one in changed if one in new),
        )
