"""What a feed costs: its bytes, making them, and reading them with the library that web applications read it with."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import recurring_ical_events
from icalendar import Calendar, Event

from parenting_plans.calendar import Entry, Kind, feed

Row = tuple[str, float, float, str]
NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
EVENTS, LARGEST = 1_000, 300_000


def entries(number: int) -> list[Entry]:
    starts_at = NOW + timedelta(hours=1)
    first = Entry("", Kind.STAY, starts_at, starts_at + timedelta(hours=9), 0, NOW)
    return [
        replace(
            first,
            uid=str(UUID(int=day)),
            starts_at=first.starts_at + timedelta(days=day),
            ends_at=first.ends_at + timedelta(days=day),
        )
        for day in range(number)
    ]


def by_the_library(told: list[Entry]) -> bytes:
    """The same events as the library's own components would write them."""
    calendar = Calendar()
    for entry in told:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", entry.changed_at)
        event.add("dtstart", entry.starts_at)
        event.add("dtend", entry.ends_at)
        event.add("summary", "Here")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def shown(body: bytes) -> int:
    """How many events recurring-ical-events shows."""
    whole = recurring_ical_events.of(Calendar.from_ical(body))
    return len(whole.between(NOW, NOW + timedelta(days=3 * EVENTS)))


async def of_feeds(quickest_ms: Callable[[Callable[[], Awaitable[Any]]], Awaitable[float]]) -> list[Row]:
    """Each beside writing the same events with the library's components. Raises SystemExit for a feed that is too large."""
    told, twice = entries(EVENTS), feed(entries(2 * EVENTS), "en", NOW.date())

    async def library() -> None:
        by_the_library(told)

    async def ours() -> None:
        feed(told, "en", NOW.date())

    async def read() -> None:
        if shown(twice) != 2 * EVENTS:
            raise SystemExit("recurring-ical-events shows other events")

    size = len(feed(told, "en", NOW.date()))
    baseline, written, parsed = [await quickest_ms(work) for work in (library, ours, read)]
    if size > LARGEST:
        raise SystemExit(f"a feed of {size:,} bytes")
    return [
        (f"{EVENTS:,} events written with the library's components", baseline, 1.0, ""),
        (f"{EVENTS:,} events written by us ({size:,} bytes)", written, written / baseline, ""),
        (f"{2 * EVENTS:,} events read by recurring-ical-events", parsed, parsed / baseline, ""),
    ]
