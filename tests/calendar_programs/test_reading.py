"""Real programs read our feeds and show what our own expansion says: a few dozen random schedules in the gate, 1,000 in `make campaign`."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from parenting_plans.values import ZONE
from tests.calendar_programs import programs
from tests.calendar_programs.programs import Seen
from tests.calendar_programs.schedules import FIRST, Case, Told, cases, told

CAMPAIGN = bool(os.environ.get("ENTENTE_CAMPAIGN"))
NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
WHEN = (FIRST - 11 * DAY, FIRST + 400 * DAY)  # all the cases' windows
READERS: dict[str, Callable[[Sequence[bytes]], list[list[Seen]]]] = {
    "recurring-ical-events": programs.recurring_ical_events_reads,
    "ical.js": programs.ical_js_reads,
    "node-ical": programs.node_ical_reads,
    "libical": programs.libical_reads,
}


def some(number: int) -> list[Case]:
    """Cases that Hypothesis thinks of, collected first: starting a program for each would take too long."""
    found: list[Case] = []

    @settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases())
    def collect(case: Case) -> None:
        found.append(case)

    collect()
    return found


def agree(case: Case, shown: Sequence[Seen]) -> None:
    """What is not cancelled and touches the window is what our expansion says, no more and no less."""
    start, end = case.window

    # What a program shows that is over already when our plan changes stays as it was told: look from then on.
    def inside(starts: str, ends: str) -> bool:
        since, until = (datetime.fromisoformat(one) for one in (starts, ends))
        since, until = (one if one.tzinfo else one.replace(tzinfo=ZONE) for one in (since, until))
        return since < end and max(start, case.now) < until

    said = {
        Told(one.starts, one.ends, one.summary)
        for one in shown
        if not one.cancelled and inside(one.starts, one.ends)
    }
    expected = {one for one in told(case) if inside(one.starts, one.ends)}
    assert said == expected, case


def check(number: int, reads: Callable[[Sequence[bytes]], list[list[Seen]]]) -> None:
    found = some(number)
    for start in range(0, len(found), 100):
        batch = found[start : start + 100]
        for case, shown in zip(
            batch, reads([one.body(place) for place, one in enumerate(batch)]), strict=True
        ):
            agree(case, shown)


@pytest.mark.parametrize("program", READERS)
def test_a_program_shows_what_was_agreed(program: str) -> None:
    check(40, READERS[program])


def test_khal_shows_what_was_agreed(tmp_path: Path) -> None:
    check(8, lambda feeds: programs.khal_reads(feeds, tmp_path, WHEN, imported=False))


@pytest.mark.campaign
@pytest.mark.parametrize("program", READERS)
def test_a_program_shows_what_was_agreed_in_a_thousand_schedules(program: str) -> None:
    check(1000, READERS[program])


@pytest.mark.campaign
def test_khal_shows_what_was_agreed_in_a_thousand_schedules(tmp_path_factory: pytest.TempPathFactory) -> None:
    check(
        1000, lambda feeds: programs.khal_reads(feeds, tmp_path_factory.mktemp("khal"), WHEN, imported=False)
    )
