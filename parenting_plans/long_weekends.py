"""A public holiday beside a weekend belongs to whoever has that weekend. Pure.

* On a Friday it goes with the Saturday, on a Monday with the Sunday: to the home where the child is on that day at noon by
  the regular week and the school holidays. A bridge holiday also does so from a Thursday or a Tuesday, with the working day
  in between. On other days nothing grows.
* A day is its daytime: from the handover time the evening before to that of the day itself; when homes change before noon
  (at school), from the handover of the day to that of the next.
* Inside a shared school holiday nothing grows: its turns already count every day.
* Only hours that really change homes are laid over, so each of these stays says what the public holiday did.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from uuid import UUID

from parenting_plans.holidays.shared import Shared
from parenting_plans.layers import Piece, home_within, instant, within
from parenting_plans.public_holidays import PublicHoliday, chosen
from parenting_plans.regular import Regime, regular_on
from parenting_plans.values import Because, Community, Layer, PublicHolidays

DAY = timedelta(days=1)
CLAUSE = "E08"
NOON = time(12)
MONDAY, TUESDAY, THURSDAY, FRIDAY, SATURDAY = 0, 1, 3, 4, 5
REACH = timedelta(days=6)  # how far a long weekend looks around


def grown(
    rule: PublicHolidays,
    community: Community,
    under: Sequence[Piece],
    regimes: Sequence[Regime],
    holidays: Sequence[Shared],
    zone: tzinfo,
    document: UUID,
) -> Iterator[Piece]:
    """What the public holidays change of `under`, which must reach REACH beyond the days that matter."""
    if not rule.extend or not under:
        return
    first, last = (at.astimezone(zone).date() for at in (under[0].begins, under[-1].ends))
    for year in range(first.year, last.year + 1):
        for feast in chosen(rule.days, community):
            day = feast.on(year)
            span = days_of(feast, day) if first < day < last else None
            if span is None:
                continue
            begins, ends = _daytime(*span, regular_on(regimes, day).handover_time)
            if any(one.begins <= begins and ends <= one.ends for one in holidays):
                continue
            weekend = span[1] + DAY if span[1].weekday() == FRIDAY else span[0] - DAY
            home = home_within(under, instant(weekend, NOON, zone))
            low, high = (instant(at.date(), at.time(), zone) for at in (begins, ends))
            because = Because(Layer.PUBLIC_HOLIDAY, CLAUSE, document, feast.id)
            for piece in within(under, low, high):
                if home is not None and piece.home is not home:
                    yield Piece(piece.begins, piece.ends, home, because)


def days_of(feast: PublicHoliday, day: date) -> tuple[date, date] | None:
    """The days, both inclusive, that `feast` on `day` joins to a weekend; None when it lies beside none."""
    weekday = day.weekday()
    if weekday in (MONDAY, FRIDAY):
        return day, day
    if feast.bridge and weekday == THURSDAY:
        return day, day + DAY
    if feast.bridge and weekday == TUESDAY:
        return day - DAY, day
    return None


def _daytime(first: date, last: date, handover_time: time) -> tuple[datetime, datetime]:
    evening = handover_time >= NOON
    return (
        datetime.combine(first - DAY if evening else first, handover_time),
        datetime.combine(last if evening else last + DAY, handover_time),
    )
