"""How much one device is told: everything for oneself, times only, or whole days "here" and "away". Pure.

Give stays expanded over `years`, so that a period is the same value whichever day one looks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from uuid import UUID, uuid5

from parenting_plans.calendar import REASONS, Appointment, Kind, Wanted, wanted_sessions, wanted_stays
from parenting_plans.schedule import merged, stay_at
from parenting_plans.values import ZONE, Home, Layer, Stay

DAY = timedelta(days=1)


class Level(StrEnum):
    FULL = "full"  # both homes, each child by a short sign, and why
    TIMES = "times"  # only when children are here, and appointments
    HERE_AWAY = "here_away"  # whole days by where the children sleep: no hour, no appointment


@dataclass(frozen=True, slots=True)
class Share:
    """What one device is told. `labels` are the owner's short signs, in the order in which they are said."""

    level: Level = Level.TIMES
    children: tuple[UUID, ...] = ()  # empty: all
    labels: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """Time of one child in one home that is told in one way."""

    child: UUID
    kind: Kind
    reason: Layer | None
    starts_at: datetime
    ends_at: datetime


def years(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Whole years around a window, as schedule.whole_stays takes them: what touches the window is whole within them."""
    first, last = start.astimezone(UTC).year - 1, end.astimezone(UTC).year + 2
    return datetime(first, 1, 1, tzinfo=ZONE), datetime(last, 1, 1, tzinfo=ZONE)


def wanted(
    share: Share,
    stays: Sequence[Stay],
    window: tuple[datetime, datetime],
    home: Home,
    sessions: Iterable[Appointment],
    namespace: UUID,
) -> tuple[Wanted, ...]:
    """What a device with this share is told about `window`. `stays`: all children's, expanded over `years(*window)`."""
    own = [stay for stay in stays if not share.children or stay.child in share.children]
    match share.level:
        case Level.HERE_AWAY:
            return _days(own, window, home, namespace)
        case Level.FULL:
            return (*_in_full(share, own, window, home, namespace), *wanted_sessions(sessions, namespace))
        case Level.TIMES:
            whole = [stay for stay in merged(own) if _touches(stay, window)]
            return (*wanted_stays(whole, home, namespace), *wanted_sessions(sessions, namespace))


def _touches(one: Stay | Period, window: tuple[datetime, datetime]) -> bool:
    return one.starts_at < window[1] and window[0] < one.ends_at


def _in_full(
    share: Share, stays: Sequence[Stay], window: tuple[datetime, datetime], home: Home, namespace: UUID
) -> Iterator[Wanted]:
    """Children who come and go together for one reason are one event, known by its day, kind and first child."""
    places = {child: place for place, (child, _) in enumerate(share.labels)}
    periods = [period for period in _periods(stays, home) if _touches(period, window)]
    periods.sort(key=lambda one: (_alike(one), places.get(one.child, len(places))))
    counted: dict[str, int] = {}
    for (starts_at, ends_at, kind, _), together in groupby(periods, key=_alike):
        children = [(one.child, one.reason) for one in together]
        first, reason = children[0]
        name = f"{Level.FULL}:{starts_at.astimezone(ZONE).date()}:{kind}:{first}"
        nth = counted[name] = counted.get(name, -1) + 1
        signs = [sign for child, sign in share.labels if child in {one for one, _ in children}]
        yield Wanted(
            str(uuid5(namespace, f"{name}:{nth}")), kind, starts_at, ends_at, ", ".join(signs), reason
        )


def _alike(one: Period) -> tuple[datetime, datetime, Kind, str]:
    return one.starts_at, one.ends_at, one.kind, one.reason or ""


def _periods(stays: Sequence[Stay], home: Home) -> Iterator[Period]:
    """Stays as they are told, in UTC. What is told alike is one period: a reason that is not told leaves no seam."""
    last: Period | None = None
    for stay in sorted(stays, key=lambda stay: (stay.child.bytes, stay.starts_at.astimezone(UTC))):
        kind = Kind.STAY if stay.home is home else Kind.AWAY
        reason = stay.because.layer if stay.because.layer in REASONS else None
        one = Period(stay.child, kind, reason, stay.starts_at.astimezone(UTC), stay.ends_at.astimezone(UTC))
        if last and (last.child, last.kind, last.reason, last.ends_at) == (
            one.child,
            one.kind,
            one.reason,
            one.starts_at,
        ):
            last = replace(last, ends_at=one.ends_at)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _days(
    stays: Sequence[Stay], window: tuple[datetime, datetime], home: Home, namespace: UUID
) -> tuple[Wanted, ...]:
    """Runs of days with the same word; a day is where the children sleep that night, and "here" as soon as one does."""
    found = []
    for kind, run in groupby(_told(stays, home), key=lambda told: told[1]):
        days = [day for day, _ in run]
        if kind is None:
            continue
        starts_at, ends_at = _midnight(days[0]), _midnight(days[-1] + DAY)
        if starts_at < window[1] and window[0] < ends_at:
            uid = uuid5(namespace, f"{kind}:{days[0]}")
            found.append(Wanted(str(uid), kind, starts_at, ends_at))
    return tuple(found)


def _told(stays: Sequence[Stay], home: Home) -> Iterator[tuple[date, Kind | None]]:
    own = [
        list(group)
        for _, group in groupby(
            sorted(stays, key=lambda stay: (stay.child.bytes, stay.starts_at)), key=lambda stay: stay.child
        )
    ]
    if not own:
        return
    day = min(each[0].starts_at for each in own).astimezone(ZONE).date()
    last = max(each[-1].ends_at for each in own).astimezone(ZONE).date()
    while day < last:
        night = datetime.combine(day, time(23, 59, 59), tzinfo=ZONE)
        homes = {stay.home for each in own if (stay := stay_at(each, night))}
        yield day, (Kind.DAYS_HERE if home in homes else Kind.DAYS_AWAY) if homes else None
        day += DAY


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=ZONE).astimezone(UTC)


def signs(children: Sequence[tuple[UUID, str]], typed: Mapping[UUID, str]) -> tuple[tuple[UUID, str], ...]:
    """A short sign for each child: the one typed, else its first letter, with a number where two children share it."""
    letters = [name.strip()[:1].upper() for _, name in children]
    found = []
    for place, (child, _) in enumerate(children):
        letter, nth = letters[place], letters[: place + 1].count(letters[place])
        found.append((child, typed.get(child) or (f"{letter}{nth}" if letters.count(letter) > 1 else letter)))
    return tuple(found)
