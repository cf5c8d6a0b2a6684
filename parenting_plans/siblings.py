"""Whether siblings sleep under one roof, and which days off children of two school calendars share. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import UUID

from parenting_plans.holidays import SHIPPED, SchoolCalendars, holidays_of, single_days_of
from parenting_plans.schedule import home_at
from parenting_plans.values import ZONE, Community, Home, Stay

DAY = timedelta(days=1)
BEDTIME = time(23, 59, 59)
WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class NightApart:
    """The night that begins on `date`: where each child sleeps who has a home that night."""

    date: date
    homes: Mapping[UUID, Home]


@dataclass(frozen=True, slots=True)
class Span:
    """Civil days, both inclusive."""

    first: date
    last: date


def nights_apart(
    stays: Mapping[UUID, Sequence[Stay]], first: date, count: int, zone: tzinfo = ZONE
) -> tuple[NightApart, ...]:
    """The nights among `count` from `first` on which siblings do not sleep in one home. `stays` are each child's, in order."""
    found = []
    for night in (first + n * DAY for n in range(count)):
        bedtime = datetime.combine(night, BEDTIME, tzinfo=zone)
        homes = {child: home for child, own in stays.items() if (home := home_at(own, bedtime))}
        if len(set(homes.values())) > 1:
            found.append(NightApart(night, homes))
    return tuple(found)


def days_off(
    community: Community, first: date, last: date, calendar: SchoolCalendars = SHIPPED
) -> frozenset[date]:
    """The days from `first` to `last` on which there is no school because of a holiday or a single day off."""
    spans = (
        *holidays_of(community, first, last, calendar),
        *single_days_of(community, first, last, calendar),
    )
    return frozenset(day for span in spans for day in _days(max(span.first, first), min(span.last, last)))


def common_days_off(
    communities: Iterable[Community], first: date, last: date, calendar: SchoolCalendars = SHIPPED
) -> tuple[Span, ...]:
    """The stretches from `first` to `last` when children of all these school calendars are off together.

    A weekend between two of them joins them, so that a holiday is one stretch.
    """
    off = [days_off(community, first, last, calendar) for community in communities]
    spans: list[Span] = []
    for day in sorted(frozenset.intersection(*off)) if off else ():
        if spans and all(gap.weekday() in WEEKEND for gap in _days(spans[-1].last + DAY, day - DAY)):
            spans[-1] = Span(spans[-1].first, day)
        else:
            spans.append(Span(day, day))
    return tuple(spans)


def common_weekdays_off(
    communities: Iterable[Community], year: int, calendar: SchoolCalendars = SHIPPED
) -> int:
    """How many weekdays outside July and August all are off together in the school year that begins in `year`."""
    first, last = date(year, 9, 1), date(year + 1, 6, 30)
    off = [days_off(community, first, last, calendar) for community in communities]
    return sum(day.weekday() not in WEEKEND for day in frozenset.intersection(*off)) if off else 0


def _days(first: date, last: date) -> Iterable[date]:
    return (first + n * DAY for n in range((last - first).days + 1))
