"""The ordinary week of one child: a cycle of nights or nights by the month, day slots, and a plan that grows. Pure.

A night belongs to the day on which it begins, and a home changes at the handover time of the day whose night has another
letter. All is counted from the anchor, never from ISO weeks.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from parenting_plans.layers import Piece, instant
from parenting_plans.values import Because, Home, Layer, Monthly, Regular, Terms

DAY, WEEK = timedelta(days=1), timedelta(days=7)
CLAUSE, GROWS = "C02", "C05"
SLOT = "slot"


class Regime(NamedTuple):
    """The schedule that gives the nights from `since` on, until the next regime's first night."""

    since: date
    regular: Regular
    clause: str


def regimes_of(terms: Terms, child: UUID) -> list[Regime]:
    """What this child follows, in order: its own schedule or everybody's, then each step. Of two steps on one day the last."""
    own = next((regular for whose, regular in terms.regimes if whose == child), terms.regular)
    steps = {step.starts_on: step.regular for step in terms.steps if step.child == child}
    return [Regime(date.min, own, CLAUSE), *(Regime(day, steps[day], GROWS) for day in sorted(steps))]


def regular_on(regimes: Sequence[Regime], night: date) -> Regular:
    """The schedule that gives the night that begins on `night`."""
    return next(regime.regular for regime in reversed(regimes) if regime.since <= night)


def home_of_night(regimes: Sequence[Regime], night: date) -> Home:
    regular = regular_on(regimes, night)
    return home_of_letter(regular, next(letters(regular, night, night + DAY))[1])


def home_of_letter(regular: Regular, letter: str) -> Home:
    return regular.first if letter == "A" else regular.first.other


def letters(regular: Regular, since: date, until: date) -> Iterator[tuple[date, str]]:
    """The night of `since`, and each later night before `until` whose letter is not that of the night before."""
    return _monthly(regular.monthly, since, until) if regular.monthly else _cycle(regular, since, until)


def _cycle(regular: Regular, since: date, until: date) -> Iterator[tuple[date, str]]:
    nights, last = regular.nights, until.toordinal()
    place = (since - regular.anchor).days % len(nights)
    yield since, nights[place]
    turns = _turns(nights)
    round_start, upcoming = since.toordinal() - place, turns[bisect_right(turns, place) :]
    while turns:
        for turn in upcoming:
            if round_start + turn >= last:
                return
            yield date.fromordinal(round_start + turn), nights[turn]
        round_start, upcoming = round_start + len(nights), turns


@lru_cache(maxsize=1024)
def _turns(nights: str) -> tuple[int, ...]:
    return tuple(night for night in range(len(nights)) if nights[night] != nights[night - 1])


def _monthly(monthly: Monthly, since: date, until: date) -> Iterator[tuple[date, str]]:
    away = [run for run in _runs(monthly, since, until) if since < run[1] and run[0] < until]
    yield since, "B" if away and away[0][0] <= since else "A"
    for first, end in away:
        if since < first:
            yield first, "B"
        if end < until:
            yield end, "A"


def _runs(monthly: Monthly, since: date, until: date) -> list[tuple[date, date]]:
    """Letter B's runs of nights, [first, end), in order; runs that touch are one."""
    begin = since - monthly.nights * DAY
    months = range(begin.year * 12 + begin.month - 1, until.year * 12 + until.month)
    days = (
        start
        for month in months
        for ordinal in monthly.ordinals
        if (start := nth_weekday(month // 12, month % 12 + 1, monthly.weekday, ordinal))
    )
    runs: list[tuple[date, date]] = []
    for first in sorted(days):
        end = first + monthly.nights * DAY
        if runs and first <= runs[-1][1]:
            runs[-1] = runs[-1][0], end
        else:
            runs.append((first, end))
    return runs


def nth_weekday(year: int, month: int, weekday: int, ordinal: int) -> date | None:
    """The first (1), second, .. or last (-1) of a weekday in a month; None when the month has no such fifth one."""
    following = date(year + month // 12, month % 12 + 1, 1)
    if ordinal < 0:
        last = following - DAY
        day = last - ((last.weekday() - weekday) % 7 + 7 * (-ordinal - 1)) * DAY
    else:
        first = date(year, month, 1)
        day = first + ((weekday - first.weekday()) % 7 + 7 * (ordinal - 1)) * DAY
    return day if day.month == month else None


def nights(
    regimes: Sequence[Regime], low: datetime, high: datetime, zone: tzinfo, document: UUID
) -> Iterator[Piece]:
    """Where the child sleeps, over all of [low, high). Before the day's handover it is still where last night was."""
    yesterday, stop = low.astimezone(zone).date() - DAY, high.astimezone(zone).date() + DAY
    since, held = low, None
    for begins, ends, regime in _spans(regimes, yesterday, stop):
        because = Because(Layer.REGULAR, regime.clause, document)
        homes = {letter: (home_of_letter(regime.regular, letter), because) for letter in "AB"}
        for day, letter in letters(regime.regular, begins, ends):
            at = instant(day, regime.regular.handover_time, zone)
            now = homes[letter]
            if held and since < at < high and now != held:
                yield Piece(since, at, *held)
                since = at
            if at < high or held is None:
                held = now
    if held:
        yield Piece(since, high, *held)


def slots(
    regimes: Sequence[Regime], low: datetime, high: datetime, zone: tzinfo, document: UUID
) -> Iterator[Piece]:
    """The hours without a night that touch [low, high), in no order."""
    first, stop = low.astimezone(zone).date(), high.astimezone(zone).date() + DAY
    for begins, ends, regime in _spans(regimes, first, stop):
        because = Because(Layer.REGULAR, regime.clause, document, SLOT)
        regular = regime.regular
        weeks = len(regular.nights) // 7
        for slot in regular.slots:
            home = home_of_letter(regular, slot.letter)
            day = begins + (slot.weekday - begins.weekday()) % 7 * DAY
            while day < ends:
                if not slot.weeks or (day - regular.anchor).days // 7 % weeks in slot.weeks:
                    yield Piece(instant(day, slot.begins, zone), instant(day, slot.ends, zone), home, because)
                day += WEEK


def _spans(regimes: Sequence[Regime], first: date, stop: date) -> Iterator[tuple[date, date, Regime]]:
    """Each regime's nights within [first, stop)."""
    ends = [regime.since for regime in regimes[1:]]
    for regime, until in zip(regimes, [*ends, stop], strict=True):
        begins, end = max(regime.since, first), min(until, stop)
        if begins < end:
            yield begins, end, regime
