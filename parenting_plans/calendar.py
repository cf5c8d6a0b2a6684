"""A parent's agenda as iCalendar: no names, no places, nothing that links two feeds. Pure; calendar_levels says what is in it.

What was published is kept as entries; `reconcile` turns a new wish into the next entries, so that a subscribed program
sees each change (SEQUENCE) and each cancellation. Same entries, language and day: same bytes.
"""

import re
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
from parenting_plans.values import ZONE, Home, Layer, Stay, Words

STEP = timedelta(days=7)  # feeds are drawn as of one moment a week, and again when plan or sessions change
WITHDRAWN_STAY_VISIBLE = timedelta(days=30)
PAST_STAYS_VISIBLE = timedelta(days=31)
FETCH_EVERY = timedelta(hours=4)
NAME = "Agenda"


class Kind(StrEnum):
    STAY = "stay"
    AWAY = "away"
    DAYS_HERE = "days_here"
    DAYS_AWAY = "days_away"
    SESSION = "session"


# Anyone may glance at a screen: the words say neither who nor what about.
_HERE: Words = {"nl": "Hier", "fr": "Ici", "de": "Hier", "en": "Here"}
_AWAY: Words = {"nl": "Elders", "fr": "Ailleurs", "de": "Woanders", "en": "Away"}
LABELS: dict[Kind, Words] = {
    Kind.STAY: _HERE,
    Kind.AWAY: _AWAY,
    Kind.DAYS_HERE: _HERE,
    Kind.DAYS_AWAY: _AWAY,
    Kind.SESSION: {"nl": "Afspraak", "fr": "Rendez-vous", "de": "Termin", "en": "Appointment"},
}
# An order is nobody's business but the family's: no feed says that there is one.
REASONS: dict[Layer, Words] = {
    Layer.SCHOOL_HOLIDAY: {
        "nl": "Schoolvakantie",
        "fr": "Vacances scolaires",
        "de": "Schulferien",
        "en": "School holiday",
    },
    Layer.PUBLIC_HOLIDAY: {"nl": "Feestdag", "fr": "Jour férié", "de": "Feiertag", "en": "Public holiday"},
    Layer.SPECIAL_DAY: {
        "nl": "Bijzondere dag",
        "fr": "Jour particulier",
        "de": "Besonderer Tag",
        "en": "Special day",
    },
    Layer.SWAP: {"nl": "Ruil", "fr": "Échange", "de": "Tausch", "en": "Swap"},
}
WHOLE_DAYS = frozenset({Kind.DAYS_HERE, Kind.DAYS_AWAY})
# C0 and C1, and what Unicode calls a line or paragraph end: programs disagree about them (safety.md 2.7).
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session as the agenda needs it."""

    id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the agenda should say now: [starts_at, ends_at), in UTC. Whole days run from midnight to midnight in Brussels.

    `label`: the owner's own short signs for children; `reason`: a key of REASONS. A uid never changes its kind.
    """

    uid: str
    kind: Kind
    starts_at: datetime
    ends_at: datetime
    label: str = ""
    reason: Layer | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What the agenda has said last, for one period of one receiver. `changed_at`: the last change of what it says."""

    uid: str
    kind: Kind
    starts_at: datetime
    ends_at: datetime
    sequence: int
    changed_at: datetime
    withdrawn_at: datetime | None = None
    label: str = ""
    reason: Layer | None = None


def as_of(now: datetime, family_id: UUID) -> datetime:
    """The moment, in steps of a week, as of which this family's feeds are drawn. Families take their steps at other hours.

    What is drawn again between two steps, because of an appointment of one parent, leaves the other parent's bytes alone.
    """
    step, own = int(STEP.total_seconds()), family_id.int % int(STEP.total_seconds())
    since = int(now.timestamp()) - own
    return datetime.fromtimestamp(since - since % step + own, UTC)


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
    added = [_first(one, now) for one in missing.values()]
    return tuple(sorted((entry for entry in (*kept, *added) if not _forgotten(entry, now)), key=_by_time))


def feed(entries: Iterable[Entry], language: str, today: date) -> bytes:
    """The agenda as iCalendar (RFC 5545, 7986). `language`: nl, fr, de or en, else KeyError.

    `today`, a Brussels day, only decides what is long past: withdrawn or over for a month is left out.
    """
    midnight = datetime.combine(today, time(0), tzinfo=ZONE).astimezone(UTC)
    shown = sorted((entry for entry in entries if _visible(entry, midnight)), key=_by_time)
    summaries = {said: _summary(*said, language) for said in {_said(entry) for entry in shown}}
    events = "".join(_event(entry, summaries[_said(entry)]) for entry in shown)
    # A zone that no time names is a fault to some programs.
    zone = _zone() if ";TZID=" in events else b""
    return _opening() + zone + events.encode() + b"END:VCALENDAR\r\n"


def etag(body: bytes) -> str:
    """A strong entity tag (RFC 9110, 8.8.3): equal for equal bytes."""
    return f'"{sha256(body).hexdigest()[:32]}"'


def _by_time(entry: Entry) -> tuple[datetime, str]:
    return entry.starts_at, entry.uid


def _first(wish: Wanted, now: datetime) -> Entry:
    return Entry(wish.uid, wish.kind, wish.starts_at, wish.ends_at, 0, now, None, wish.label, wish.reason)


def _updated(entry: Entry, wish: Wanted | None, now: datetime) -> Entry:
    over = entry.ends_at <= now and (wish is None or wish.ends_at <= now)
    gone_already = wish is None and entry.withdrawn_at is not None
    if over or gone_already or _says(entry, wish):
        return entry
    # A clock that went back must not make LAST-MODIFIED go back.
    changed = replace(entry, sequence=entry.sequence + 1, changed_at=max(now, entry.changed_at))
    if wish is None:
        return replace(changed, withdrawn_at=now)
    times = replace(changed, starts_at=wish.starts_at, ends_at=wish.ends_at)
    return replace(times, label=wish.label, reason=wish.reason, withdrawn_at=None)


def _says(entry: Entry, wish: Wanted | None) -> bool:
    if wish is None or entry.withdrawn_at is not None:
        return False
    # Across zones Python calls equal instants unequal in the hour that comes twice, so compare in one.
    told, meant = (
        (one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC), one.label, one.reason)
        for one in (entry, wish)
    )
    return told == meant


def _forgotten(entry: Entry, now: datetime) -> bool:
    if entry.withdrawn_at is None:
        return False
    # A step longer than it is shown: a feed drawn between two steps still shows what it showed.
    return entry.ends_at <= now and entry.withdrawn_at + WITHDRAWN_STAY_VISIBLE + STEP < now


def _visible(entry: Entry, midnight: datetime) -> bool:
    if entry.withdrawn_at is not None and entry.withdrawn_at + WITHDRAWN_STAY_VISIBLE < midnight:
        return False
    return entry.ends_at + PAST_STAYS_VISIBLE >= midnight


def _said(entry: Entry) -> tuple[Kind, str, Layer | None]:
    return entry.kind, entry.label, entry.reason


# The library's component tree takes some twenty times longer for a thousand events than these lines. Everything in them
# is a number, a fixed word or a summary made by the library, and without the summary shorter than the 75 octets of a line.
def _event(entry: Entry, summary: str) -> str:
    changed = f"{entry.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    moment = _day if entry.kind in WHOLE_DAYS else _moment
    return (
        f"BEGIN:VEVENT\r\nUID:{entry.uid}\r\nDTSTAMP:{changed}\r\nLAST-MODIFIED:{changed}\r\n"
        f"SEQUENCE:{entry.sequence}\r\nDTSTART{moment(entry.starts_at)}\r\nDTEND{moment(entry.ends_at)}\r\n"
        f"{summary}CLASS:PRIVATE\r\nTRANSP:{'OPAQUE' if entry.kind is Kind.SESSION else 'TRANSPARENT'}\r\n"
        f"STATUS:{'CONFIRMED' if entry.withdrawn_at is None else 'CANCELLED'}\r\nEND:VEVENT\r\n"
    )


def _moment(at: datetime) -> str:
    """Brussels time, except in the hour that comes twice or never: programs read that differently, UTC they do not."""
    local = at.astimezone(ZONE)
    if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset():
        return f":{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return f";TZID={ZONE.key}:{local:%Y%m%dT%H%M%S}"


def _day(at: datetime) -> str:
    return f";VALUE=DATE:{at.astimezone(ZONE):%Y%m%d}"


def _summary(kind: Kind, label: str, reason: Layer | None, language: str) -> str:
    """Signs, here or away, and why: escaped and folded by the library."""
    parts = (label, LABELS[kind][language], REASONS[reason][language] if reason else "")
    text = " · ".join(part for part in parts if part)
    line = Contentline.from_parts("SUMMARY", Parameters(), vText(_CONTROLS.sub(" ", text)))
    folded: bytes = line.to_ical()
    return folded.decode() + "\r\n"


@cache
def _opening() -> bytes:
    """The calendar up to its zone."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Entente//Agenda//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", vDuration(FETCH_EVERY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(FETCH_EVERY))
    empty: bytes = calendar.to_ical(sorted=False)
    return empty.removesuffix(b"END:VCALENDAR\r\n")


@cache
def _zone() -> bytes:
    described: bytes = _brussels().to_ical(sorted=False)
    return described


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
