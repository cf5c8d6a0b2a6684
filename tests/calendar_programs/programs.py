"""What real calendar programs make of a feed: the same small value from each, however it tells it."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """An event as a program shows it. Moments in UTC; whole days as ISO dates, the end exclusive."""

    uid: str
    starts: str
    ends: str
    summary: str
    cancelled: bool


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def seen(uid: str, starts: date, ends: date, summary: str, cancelled: bool) -> Seen:
    said = [moment(one) if isinstance(one, datetime) else one.isoformat() for one in (starts, ends)]
    return Seen(uid, *said, summary, cancelled)


Reader = Callable[[Sequence[bytes]], list[list[Seen]]]


def recurring_ical_events_reads(feeds: Sequence[bytes]) -> list[list[Seen]]:
    """The library that expands for many web applications; told every year there is."""
    found = []
    for feed in feeds:
        events = recurring_ical_events.of(Calendar.from_ical(feed)).all()
        found.append(
            sorted(
                seen(str(one["UID"]), one.start, one.end, str(one["SUMMARY"]), one["STATUS"] == "CANCELLED")
                for one in events
            )
        )
    return found


def _told(command: Sequence[str], feeds: Sequence[bytes]) -> list[list[Seen]]:
    """What a reader in another language writes: a line of JSON for each line of JSON."""
    lines = "\n".join(json.dumps(feed.decode()) for feed in feeds)
    told = subprocess.run(
        command,
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE,
    ).stdout
    return [
        sorted(
            Seen(uid, _said(starts), _said(ends), summary, status == "CANCELLED")
            for uid, starts, ends, summary, status in json.loads(line)
        )
        for line in told.splitlines()
    ]


def _said(at: str | int) -> str:
    return at if isinstance(at, str) else moment(datetime.fromtimestamp(at / 1000, UTC))


def ical_js_reads(feeds: Sequence[bytes]) -> list[list[Seen]]:
    """The engine of Thunderbird."""
    return _told(["node", str(HERE / "read.mjs"), "ical.js"], feeds)


def node_ical_reads(feeds: Sequence[bytes]) -> list[list[Seen]]:
    return _told(["node", str(HERE / "read.mjs"), "node-ical"], feeds)


def sabre_reads(feeds: Sequence[bytes]) -> list[list[Seen]]:
    """The library of Nextcloud and many other servers, in PHP."""
    return _told(["php", str(HERE / "read.php")], feeds)


class IcalTime(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = [
        *(
            (name, ctypes.c_int)
            for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")
        ),
        ("zone", ctypes.c_void_p),
    ]


def _libical() -> ctypes.CDLL:
    library = ctypes.CDLL("libical.so.3")
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    for name, takes, gives in (
        ("icalparser_parse_string", [text], pointer),
        ("icalcomponent_count_errors", [pointer], ctypes.c_int),
        ("icalcomponent_get_first_component", [pointer, ctypes.c_int], pointer),
        ("icalcomponent_get_next_component", [pointer, ctypes.c_int], pointer),
        ("icalcomponent_get_dtstart", [pointer], IcalTime),
        ("icalcomponent_get_dtend", [pointer], IcalTime),
        ("icalcomponent_get_uid", [pointer], text),
        ("icalcomponent_get_summary", [pointer], text),
        ("icalcomponent_get_status", [pointer], ctypes.c_int),
        ("icalcomponent_free", [pointer], None),
        ("icalrestriction_check", [pointer], ctypes.c_int),
        ("icaltime_as_timet_with_zone", [IcalTime, pointer], ctypes.c_long),
        ("icalproperty_status_to_string", [ctypes.c_int], text),
        ("icalcomponent_string_to_kind", [text], ctypes.c_int),
    ):
        function = getattr(library, name)
        function.argtypes, function.restype = takes, gives
    return library


def libical_reads(feeds: Sequence[bytes]) -> list[list[Seen]]:
    """The library of Evolution and KDE, in C. Its own check of what may stand in a calendar must find no fault."""
    library = _libical()
    return [sorted(_of_libical(library, feed)) for feed in feeds]


def _of_libical(library: ctypes.CDLL, feed: bytes) -> list[Seen]:
    calendar = library.icalparser_parse_string(feed)
    assert calendar, "libical reads no calendar"
    library.icalrestriction_check(calendar)  # writes what it finds into the calendar
    assert library.icalcomponent_count_errors(calendar) == 0, "libical finds faults"
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    found = []
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event:
        starts, ends = (
            _libical_said(library, get(event))
            for get in (library.icalcomponent_get_dtstart, library.icalcomponent_get_dtend)
        )
        status = library.icalproperty_status_to_string(library.icalcomponent_get_status(event))
        uid, summary = (
            get(event).decode() for get in (library.icalcomponent_get_uid, library.icalcomponent_get_summary)
        )
        found.append(Seen(uid, starts, ends, summary, status == b"CANCELLED"))
        event = library.icalcomponent_get_next_component(calendar, kind)
    library.icalcomponent_free(calendar)
    return found


def _libical_said(library: ctypes.CDLL, at: IcalTime) -> str:
    if at.is_date:
        return date(at.year, at.month, at.day).isoformat()
    return moment(datetime.fromtimestamp(library.icaltime_as_timet_with_zone(at, at.zone), UTC))


def single(feed: bytes) -> list[bytes]:
    """Every event of a feed as a calendar of its own."""
    begins, ends = b"BEGIN:VEVENT", b"END:VCALENDAR\r\n"
    opening, *rest = feed.removesuffix(ends).split(begins)
    return [opening + begins + one + ends for one in rest]


def khal_reads(
    feeds: Sequence[bytes], folder: Path, between: tuple[date, date], *, imported: bool = True
) -> list[list[Seen]]:
    """A calendar for the terminal: all feeds go into one calendar, and are told apart by their events' uids.

    It imports them itself; or it finds them as files, one for each event, as vdirsyncer leaves them: that is quicker.
    """
    config = _khal_at(folder)
    if imported:
        files = [folder / f"{number}.ics" for number in range(len(feeds))]
        for file, feed in zip(files, feeds, strict=True):
            file.write_bytes(feed)
        _khal(config, "import", "--batch", *map(str, files))
    else:
        for number, event in enumerate(one for feed in feeds for one in single(feed)):
            (folder / "calendar" / f"{number}.ics").write_bytes(event)
    owner = {
        str(event["UID"]): number
        for number, feed in enumerate(feeds)
        for event in Calendar.from_ical(feed).walk("VEVENT")
    }
    told = _khal(
        config, "list", "--once", "--day-format", "", "--format",
        "{uid}\t{start-long}\t{end-long}\t{title}\t{status}", *(day.isoformat() for day in between),
    )  # fmt: skip
    found: list[set[Seen]] = [set() for _ in feeds]
    for line in told.splitlines():
        uid, starts, ends, title, status = line.split("\t")
        starts, ends = _khal_times(starts, ends)
        found[owner[uid]].add(Seen(uid, starts, ends, title, "CANCELLED" in status))
    return [sorted(one) for one in found]


def _khal_times(starts: str, ends: str) -> tuple[str, str]:
    """It shows the last of whole days, and gives them no hour."""
    if ":" not in starts:
        return starts, (date.fromisoformat(ends) + timedelta(days=1)).isoformat()
    begin, end = (datetime.fromisoformat(f"{at}+00:00") for at in (starts, ends))
    return moment(begin), moment(end)


def _khal_at(folder: Path) -> Path:
    (folder / "calendar").mkdir()
    config = folder / "khal.conf"
    config.write_text(
        f"[calendars]\n[[own]]\npath = {folder / 'calendar'}\ntype = calendar\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %d.%m.\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %d.%m. %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {folder / 'khal.db'}\n[default]\ndefault_calendar = own\n"
    )
    return config


def _khal(config: Path, *arguments: str) -> str:
    environ = {**os.environ, "XDG_CACHE_HOME": str(config.parent), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [str(BIN / "khal"), "-c", str(config), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environ,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout
