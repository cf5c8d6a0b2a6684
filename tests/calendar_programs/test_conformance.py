"""What each program must make of one awkward thing (safety.md 4.4, by number)."""

import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from parenting_plans.calendar import Appointment, Entry, Kind, Wanted, feed, reconcile, wanted_sessions
from parenting_plans.calendar_levels import Level, Share, wanted, years
from parenting_plans.schedule import expand
from parenting_plans.values import ZONE, Child, Community, Home, InForce, Regular, Terms
from tests.calendar_programs import programs
from tests.calendar_programs.programs import Seen
from tests.calendar_programs.schedules import Case, cases

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LEA, TOM = UUID(int=1), UUID(int=2)
WHEN = (date(2026, 1, 1), date(2027, 12, 31))
SAMPLES = [
    r"a\b",
    "a;b",
    "a,b",
    "a\\,b",
    "a:b",
    '"a"',
    "^n^'^^",
    "N\u0301\u00e9",
    "日" * 8,
    "😀" * 8,
    "{{7*7}}",
]
Reads = Callable[[Sequence[bytes]], list[list[Seen]]]


@pytest.fixture(
    params=["recurring-ical-events", "ical.js", "node-ical", "libical", "khal"], ids=lambda name: name
)
def reads(request: pytest.FixtureRequest, tmp_path: Path) -> Reads:
    simple: dict[str, Reads] = {
        "recurring-ical-events": programs.recurring_ical_events_reads,
        "ical.js": programs.ical_js_reads,
        "node-ical": programs.node_ical_reads,
        "libical": programs.libical_reads,
        "khal": lambda feeds: programs.khal_reads(feeds, tmp_path, WHEN),
    }
    return simple[request.param]


def entry(number: int = 0, kind: Kind = Kind.STAY, label: str = "") -> Entry:
    starts_at = datetime(2026, 4, 3, 16, tzinfo=UTC) + number * 2 * DAY
    return Entry(str(UUID(int=number)), kind, starts_at, starts_at + DAY, 0, NOW, None, label)


def whole_days(number: int, first: date, days: int) -> Entry:
    starts_at, ends_at = (datetime.combine(day, time(0), tzinfo=ZONE) for day in (first, first + days * DAY))
    return Entry(str(UUID(int=number)), Kind.DAYS_HERE, starts_at, ends_at, 0, NOW)


def body(*entries: Entry, language: str = "en") -> bytes:
    return feed(entries, language, NOW.date())


def weekly(level: Level, home: Home = Home.A) -> bytes:
    """Week about from a Friday at 18:00, one child."""
    regular = Regular("AAAAAAABBBBBBB", date(2026, 1, 2), Home.A, time(18))
    plan = InForce(UUID(int=9), Terms(regular), datetime(2026, 1, 2, 18, tzinfo=ZONE))
    window = NOW - 30 * DAY, NOW + 400 * DAY
    stays = expand([plan], Child(LEA, date(2018, 3, 1), Community.FLEMISH), *years(*window))
    share = Share(level, (), ((LEA, "L"),))
    return feed(reconcile((), wanted(share, stays, window, home, (), UUID(int=5)), NOW), "en", NOW.date())


def test_c04_text_comes_back_as_it_was_typed_from_every_program(reads: Reads) -> None:
    said = [entry(number, label=sample) for number, sample in enumerate(SAMPLES)]
    (shown,) = reads([body(*said)])
    assert [one.summary for one in shown] == [f"{sample} · Here" for sample in SAMPLES]


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_c02_c03_whatever_is_typed_is_folded_between_characters_and_unfolds_to_itself(label: str) -> None:
    told = body(entry(label=label))
    lines = told.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no fold inside a character
    unfolded = told.replace(b"\r\n ", b"")
    assert Calendar.from_ical(unfolded).to_ical() == Calendar.from_ical(told).to_ical()
    assert Calendar.from_ical(told).to_ical(sorted=False) == told


@pytest.mark.parametrize(
    "control", ["\0", "\n", "\r", "\r\n", "\t", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"]
)
def test_c05_a_control_character_is_never_sent(control: str) -> None:
    told = body(entry(label=f"L{control}BEGIN:VALARM"))
    assert control.encode() not in told.replace(b"\r\n", b"")
    (event,) = programs.recurring_ical_events_reads([told])[0]
    assert event.summary == "L BEGIN:VALARM · Here"
    assert b"\r\nBEGIN:VALARM" not in told


def test_c06_every_parameter_value_is_one_that_needs_no_quotes() -> None:
    """Nothing that anybody types is ever put into a parameter, so that RFC 6868 has nothing to escape."""
    told = body(entry(label='^n^"^^:;,'), whole_days(1, date(2026, 4, 1), 1)) + weekly(Level.FULL)
    unfolded = told.decode().replace("\r\n ", "")
    names = {part.split(":")[0] for part in re.findall(r"^[A-Z-]+;([^\r]+)", unfolded, re.MULTILINE)}
    assert names == {"TZID=Europe/Brussels", "VALUE=DATE", "VALUE=DURATION"}


def test_c14_a_whole_day_has_no_hour_no_zone_and_ends_on_the_next_day() -> None:
    told = body(whole_days(0, date(2026, 3, 29), 1))
    assert b"\r\nDTSTART;VALUE=DATE:20260329\r\nDTEND;VALUE=DATE:20260330\r\n" in told
    assert b"VTIMEZONE" not in told
    assert b"TZID" not in told


def test_c15_one_day_and_several_days_are_the_same_days_in_every_program(reads: Reads) -> None:
    changes = (date(2026, 3, 29), date(2026, 10, 25))  # the days on which the clock changes
    said = [
        whole_days(number, day, days)
        for number, (day, days) in enumerate((day, days) for day in changes for days in (1, 2, 7, 31))
    ]
    told = [body(*said)]
    # Debian's sabre keeps the escapes of texts, so that it is asked about days alone.
    for (shown,) in (reads(told), programs.sabre_reads(told)):
        assert [(one.starts, one.ends) for one in shown] == [
            (day.isoformat(), (day + days * DAY).isoformat()) for day in changes for days in (1, 2, 7, 31)
        ]


def test_c18_a_handover_at_18_00_stays_there_when_the_clocks_change_in_every_program(reads: Reads) -> None:
    (shown,) = reads([weekly(Level.TIMES)])
    times = [datetime.fromisoformat(one.starts).astimezone(ZONE) for one in shown]
    assert len(times) >= 26
    assert {at.time() for at in times} == {time(18)}
    assert {at.weekday() for at in times} == {4}
    assert {at.utcoffset() for at in times} == {HOUR, 2 * HOUR}


@given(cases())
@settings(max_examples=40, deadline=None)
def test_c16_c19_to_c24_nothing_that_programs_read_differently_is_ever_sent(case: Case) -> None:
    """No RRULE, EXDATE, RDATE or RECURRENCE-ID at an event: each instance is told. Summer time is a yearly rule."""
    told = case.body().decode()
    events = told[told.find("BEGIN:VEVENT") :]
    assert re.search(r"^(RRULE|EXDATE|EXRULE|RDATE|RECURRENCE-ID)", events, re.MULTILINE) is None
    rules = re.findall(r"^RRULE:(.*)\r$", told, re.MULTILINE)
    assert set(rules) <= {"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"}
    assert ("BEGIN:VTIMEZONE" in told) == (";TZID=" in told)
    uids = re.findall(r"^UID:(.*)\r$", told, re.MULTILINE)
    assert len(uids) == len(set(uids))
    for day, hour in re.findall(r";TZID=Europe/Brussels:(\d{8})T(\d{2})", told):
        at = datetime.strptime(day, "%Y%m%d")
        last_sunday = at.weekday() == 6 and (at + 7 * DAY).month != at.month
        assert not (last_sunday and at.month in {3, 10} and hour == "02")


def test_c19_an_hour_that_comes_twice_is_the_right_one_in_every_program(reads: Reads) -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30, the first of two
    sessions = [Appointment(UUID(int=n), first + n * HOUR, first + (n + 1) * HOUR) for n in range(2)]
    entries = reconcile((), wanted_sessions(sessions, UUID(int=5)), NOW)
    (shown,) = reads([body(*entries)])
    assert sorted(one.starts for one in shown) == [(first + n * HOUR).isoformat() for n in range(2)]


def test_c25_a_cancelled_event_shows_as_cancelled_in_every_program(reads: Reads) -> None:
    gone = replace(entry(1), withdrawn_at=NOW, sequence=1)
    (shown,) = reads([body(entry(0), gone)])
    assert [(one.uid, one.cancelled) for one in shown] == [(entry(0).uid, False), (gone.uid, True)]


def test_c11_other_words_are_told_again_and_the_same_words_are_not() -> None:
    wish = Wanted("one", Kind.STAY, entry().starts_at, entry().ends_at, "L")
    (told,) = reconcile((), [wish], NOW)
    assert reconcile([told], [wish], NOW + HOUR) == (told,)
    (renamed,) = reconcile([told], [replace(wish, label="M")], NOW + HOUR)
    assert (renamed.sequence, renamed.label, renamed.changed_at) == (1, "M", NOW + HOUR)


def test_c40_every_program_counts_the_same_events(reads: Reads) -> None:
    feeds = [weekly(level) for level in (Level.TIMES, Level.HERE_AWAY)]
    assert [
        len(shown) for shown in reads([one.replace(b"UID:", b"UID:%d" % n) for n, one in enumerate(feeds)])
    ] == [one.count(b"BEGIN:VEVENT") for one in feeds]


@pytest.mark.parametrize("level", Level)
def test_c40_calcurse_imports_every_event(level: Level, tmp_path: Path) -> None:
    told = weekly(level)
    file = tmp_path / "agenda.ics"
    file.write_bytes(told)
    ran = subprocess.run(
        ["calcurse", "-D", str(tmp_path / "own"), "-i", str(file)], capture_output=True, text=True, check=True
    )
    number = told.count(b"BEGIN:VEVENT")
    counted = re.search(r"(\d+) apps? / (\d+) events? / 0 todos? / 0 skipped", ran.stdout + ran.stderr)
    assert counted is not None, ran.stdout + ran.stderr
    assert int(counted[1]) + int(counted[2]) == number
