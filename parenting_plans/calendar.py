"""A parent's agenda as iCalendar: no names, no places, nothing that links the two parents' feeds. Pure.

What was published is kept as entries; `reconcile` turns a new wish into the next entries, so that a subscribed program
sees each change (SEQUENCE) and each cancellation. Same entries, language and day: same bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from hashlib import sha256
from hmac import digest
from itertools import groupby
from uuid import UUID, uuid5

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur, vText
from icalendar.parser import Contentline, Parameters

from parenting_plans.schedule import merged
from parenting_plans.values import ZONE, Home, Stay

WITHDRAWN_STAY_VISIBLE = timedelta(days=30)
PAST_STAYS_VISIBLE = timedelta(days=31)
FETCH_EVERY = timedelta(hours=4)
NAME = "Agenda"


class Kind(StrEnum):
    STAY = "stay"
    SESSION = "session"


# Anyone may glance at a screen: the words say neither who nor what about.
LABELS: dict[Kind, dict[str, str]] = {
    Kind.STAY: {"nl": "Hier", "fr": "Ici", "de": "Hier", "en": "Here"},
    Kind.SESSION: {"nl": "Afspraak", "fr": "Rendez-vous", "de": "Termin", "en": "Appointment"},
}
# Stays last for days and must not block a working day in a shared agenda; a session does take the hour.
TRANSPARENCY = {Kind.STAY: "TRANSPARENT", Kind.SESSION: "OPAQUE"}


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session as the agenda needs it."""

    id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the agenda should say now: [starts_at, ends_at), in UTC."""

    uid: str
    kind: Kind
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """What the agenda has said last, for one period of one receiver. `changed_at`: the last change of time or status."""

    uid: str
    kind: Kind
    starts_at: datetime
    ends_at: datetime
    sequence: int
    changed_at: datetime
    withdrawn_at: datetime | None = None


def receiver_namespace(key: bytes, family_id: UUID, receiver: str) -> UUID:
    """The secret namespace of one receiver's uids: without `key` nobody can tell that two feeds are one family's."""
    return UUID(bytes=digest(key, f"agenda\0{family_id}\0{receiver}".encode(), "sha256")[:16])


def wanted_stays(stays: Iterable[Stay], home: Home, namespace: UUID) -> tuple[Wanted, ...]:
    """The stays in the receiver's own home; children who come and go together are one period.

    Give whole stays (schedule.whole_stays): a period is known by the day it begins, so a window's edge must not be one.
    """
    here = merged(stay for stay in stays if stay.home is home)
    periods = sorted({(stay.starts_at.astimezone(UTC), stay.ends_at.astimezone(UTC)) for stay in here})
    return tuple(
        Wanted(str(uuid5(namespace, f"{Kind.STAY}:{day}:{place}")), Kind.STAY, starts_at, ends_at)
        for day, of_day in groupby(periods, key=lambda period: period[0].astimezone(ZONE).date())
        for place, (starts_at, ends_at) in enumerate(of_day)
    )


def wanted_sessions(sessions: Iterable[Appointment], namespace: UUID) -> tuple[Wanted, ...]:
    """The receiver's own sessions; a session that moves keeps its uid."""
    return tuple(
        Wanted(
            str(uuid5(namespace, f"{Kind.SESSION}:{one.id}")),
            Kind.SESSION,
            one.starts_at.astimezone(UTC),
            one.ends_at.astimezone(UTC),
        )
        for one in sessions
    )


def reconcile(published: Iterable[Entry], wanted: Iterable[Wanted], now: datetime) -> tuple[Entry, ...]:
    """The entries to keep from `now` on, in order of time; those that need no change are the same values.

    A change or return raises SEQUENCE. What vanished and is not over is withdrawn; what is over stays as it was told.
    A withdrawn entry is kept until it is over, however long that takes, so that its SEQUENCE can never start again.
    """
    missing = {one.uid: one for one in wanted}
    kept = [_updated(entry, missing.pop(entry.uid, None), now) for entry in published]
    added = [Entry(one.uid, one.kind, one.starts_at, one.ends_at, 0, now) for one in missing.values()]
    return tuple(sorted((entry for entry in (*kept, *added) if not _forgotten(entry, now)), key=_by_time))


def feed(entries: Iterable[Entry], language: str, today: date) -> bytes:
    """The agenda as iCalendar (RFC 5545, 7986). `language`: nl, fr, de or en, else KeyError.

    `today`, a Brussels day, only decides what is long past: withdrawn or over for a month is left out.
    """
    midnight = datetime.combine(today, time(0), tzinfo=ZONE).astimezone(UTC)
    shown = sorted((entry for entry in entries if _visible(entry, midnight)), key=_by_time)
    events = "".join(_event(entry, language) for entry in shown)
    return _opening() + events.encode() + b"END:VCALENDAR\r\n"


def etag(body: bytes) -> str:
    """A strong entity tag (RFC 9110, 8.8.3): equal for equal bytes."""
    return f'"{sha256(body).hexdigest()[:32]}"'


def _by_time(entry: Entry) -> tuple[datetime, str]:
    return entry.starts_at, entry.uid


def _updated(entry: Entry, wish: Wanted | None, now: datetime) -> Entry:
    over = entry.ends_at <= now and (wish is None or wish.ends_at <= now)
    gone_already = wish is None and entry.withdrawn_at is not None
    if over or gone_already or _says(entry, wish):
        return entry
    # A clock that went back must not make LAST-MODIFIED go back.
    changed = replace(entry, sequence=entry.sequence + 1, changed_at=max(now, entry.changed_at))
    if wish is None:
        return replace(changed, withdrawn_at=now)
    return replace(changed, starts_at=wish.starts_at, ends_at=wish.ends_at, withdrawn_at=None)


def _says(entry: Entry, wish: Wanted | None) -> bool:
    if wish is None or entry.withdrawn_at is not None:
        return False
    # Across zones Python calls equal instants unequal in the hour that comes twice, so compare in one.
    told, meant = ((one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC)) for one in (entry, wish))
    return told == meant


def _forgotten(entry: Entry, now: datetime) -> bool:
    if entry.withdrawn_at is None:
        return False
    return entry.ends_at <= now and entry.withdrawn_at + WITHDRAWN_STAY_VISIBLE < now


def _visible(entry: Entry, midnight: datetime) -> bool:
    if entry.withdrawn_at is not None and entry.withdrawn_at + WITHDRAWN_STAY_VISIBLE < midnight:
        return False
    return entry.ends_at + PAST_STAYS_VISIBLE >= midnight


# The library's component tree takes some twenty times longer for a thousand events than these lines. Everything in them
# is a number, a fixed word or a label escaped by the library, and shorter than the 75 octets at which lines are folded.
def _event(entry: Entry, language: str) -> str:
    changed = f"{entry.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return (
        f"BEGIN:VEVENT\r\nUID:{entry.uid}\r\nDTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\n"
        f"SEQUENCE:{entry.sequence}\r\nDTSTART{_moment(entry.starts_at)}\r\nDTEND{_moment(entry.ends_at)}\r\n"
        f"{_summary(entry.kind, language)}CLASS:PRIVATE\r\nTRANSP:{TRANSPARENCY[entry.kind]}\r\n"
        f"STATUS:{'CONFIRMED' if entry.withdrawn_at is None else 'CANCELLED'}\r\nEND:VEVENT\r\n"
    )


def _moment(at: datetime) -> str:
    """Brussels time, except in the hour that comes twice or never: programs read that differently, UTC they do not."""
    local = at.astimezone(ZONE)
    if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset():
        return f":{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f";TZID={ZONE.key}:{local:%Y%m%dT%H%M%S}"


@cache
def _summary(kind: Kind, language: str) -> str:
    line = Contentline.from_parts("SUMMARY", Parameters(), vText(LABELS[kind][language]))
    text: bytes = line.to_ical()
    return text.decode() + "\r\n"


@cache
def _opening() -> bytes:
    """The calendar up to its first event."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Entente//Agenda//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", vDuration(FETCH_EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(FETCH_EVERY))
    calendar.add_component(_brussels())
    empty: bytes = calendar.to_ical(sorted=False)
    return empty.removesuffix(b"END:VCALENDAR\r\n")


def _brussels() -> Timezone:
    """Summer time as a rule since 1970: Outlook ignores a VTIMEZONE that lists dates (safety.md 4.1)."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    summer, winter = timedelta(hours=2), timedelta(hours=1)
    for part, name, month, begin, before, after in (
        (TimezoneDaylight(), "CEST", 3, datetime(1970, 3, 29, 2), winter, summer),  # noqa: DTZ001  RFC 5545 3.6.5: local
        (TimezoneStandard(), "CET", 10, datetime(1970, 10, 25, 3), summer, winter),  # noqa: DTZ001
    ):
        part.add("dtstart", begin)
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        zone.add_component(part)
    return zone
