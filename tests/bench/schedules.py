"""`python -m tests.bench.schedules`: two years of three children under every layer, beside a calendar library reading the same.

The library is given one event for each stay, in UTC and without a rule to expand: the easiest calendar there is to read.
"""

import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from uuid import UUID

import recurring_ical_events
from icalendar import Calendar

from parenting_plans.laid import Laid
from parenting_plans.schedule import expand
from parenting_plans.values import (
    ZONE,
    Child,
    Community,
    HolidayRule,
    Home,
    InForce,
    Layer,
    PublicHolidays,
    Regular,
    Slot,
    SpecialDay,
    Split,
    Stay,
    Step,
    Terms,
    Window,
)

START, END = datetime(2026, 9, 1, tzinfo=ZONE), datetime(2028, 9, 1, tzinfo=ZONE)
A, B = Home.A, Home.B
SIX = clock(18)
SPLITS = {
    "autumn": Split.ALTERNATE,
    "christmas": Split.HALVES,
    "carnival": Split.ALTERNATE,
    "easter": Split.HALVES,
    "summer": Split.FORTNIGHTS,
}
FEASTS = ("mothers_day", "fathers_day", "saint_nicholas", "christmas_eve", "new_years_day", "birthday")


@dataclass(frozen=True, slots=True)
class Family:
    children: tuple[Child, ...]
    versions: tuple[InForce, ...]
    over: tuple[Window, ...]


def family(number: int = 0) -> Family:
    """Three children in three school calendars, a plan that grows, a swap every fortnight and two orders."""
    children = tuple(
        Child(UUID(int=number * 10 + place), date(2013 + 2 * place, 3, 1), community)
        for place, community in enumerate(Community, 1)
    )
    monday = date(2026, 1, 5) + timedelta(days=7 * (number % 2))
    regular = Regular("AABBAAAAABBBBB", monday, A, SIX, (Slot(2, clock(12), clock(17), "B"),))
    terms = Terms(
        regular=regular,
        holidays=tuple(HolidayRule(name, split, A, 5, SIX) for name, split in SPLITS.items()),
        steps=(Step(children[0].id, date(2027, 9, 1), Regular("BBBBAAAAAAABBB", monday, A, SIX)),),
        public_holidays=PublicHolidays(
            extend=True, days=("easter_monday", "1_may", "ascension_bridge", "whit_monday")
        ),
        special_days=tuple(SpecialDay(day, A, B, clock(10), SIX) for day in FEASTS),
    )
    swaps = tuple(_window(Layer.SWAP, 14 * n + number % 7, 1) for n in range(50))
    orders = (_window(Layer.INTERIM_ORDER, 100, 20), _window(Layer.PROTECTIVE_ORDER, 110, 5))
    return Family(children, (InForce(UUID(int=9), terms, START - timedelta(days=30)),), swaps + orders)


def _window(layer: Layer, day: int, days: int) -> Window:
    begins = START + timedelta(days=day, hours=10)
    return Window(layer, B, begins, begins + timedelta(days=days), START)


def ours(one: Family) -> list[Stay]:
    return [
        stay
        for child in one.children
        for stay in expand(one.versions, child, START, END, Laid(tuple(one.over)))
    ]


def as_calendar(stays: Sequence[Stay]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for number, stay in enumerate(stays):
        begins, ends = (f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" for at in (stay.starts_at, stay.ends_at))
        lines += ["BEGIN:VEVENT", f"UID:{number}@bench", "DTSTAMP:20260101T000000Z", f"DTSTART:{begins}"]
        lines += [f"DTEND:{ends}", f"SUMMARY:{stay.home}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def theirs(text: bytes) -> int:
    return len(recurring_ical_events.of(Calendar.from_ical(text)).between(START, END))


def quickest(work: Callable[[], object], rounds: int = 5) -> float:
    """Seconds; the quickest of several calls holds least of what else the machine was doing."""
    work()
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def peak_of(work: Callable[[], object]) -> int:
    """Bytes at the highest moment of one call."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def measured() -> dict[str, float]:
    """All figures of one run; seconds, bytes and ratios."""
    one = family()
    stays = ours(one)
    text = as_calendar(stays)
    mine, library = quickest(lambda: ours(one), 20), quickest(lambda: theirs(text), 3)
    figures = {
        "stays": len(stays),
        "expand (ms)": mine * 1000,
        "recurring-ical-events (ms)": library * 1000,
        "times faster": library / mine,
        "memory of one family (kB)": peak_of(lambda: ours(one)) / 1000,
        "size of the calendar read (kB)": len(text) / 1000,
    }
    for count in (1, 10, 100):
        families = [family(number) for number in range(count)]
        each = quickest(lambda families=families: [len(ours(one)) for one in families], 3) / count
        figures[f"{count} families, each (ms)"] = each * 1000
    return figures


# ruff: noqa: T201 - a table on the screen is what this is for
if __name__ == "__main__":
    for what, figure in measured().items():
        print(f"{what:<40}{figure:>12.2f}")
