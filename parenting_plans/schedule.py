"""Sealed terms become stays: for every minute exactly one home, and why. Pure.

Everything is agreed on the wall clock in Brussels, so 18:00 stays 18:00 when the clocks change. Stays carry Brussels
time; subtract them in UTC (balance.py does), for Python subtracts two times of one zone by the wall clock.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise
from operator import attrgetter

from parenting_plans.holidays import ORDER, holidays_of, known_until
from parenting_plans.holidays.split import parts
from parenting_plans.patterns import problems_of_nights
from parenting_plans.values import (
    ZONE,
    Because,
    Child,
    Handover,
    HolidayRule,
    Home,
    InForce,
    Layer,
    Problem,
    Regular,
    Split,
    Stay,
    Terms,
    Window,
)

DAY = timedelta(days=1)
REGULAR_CLAUSE = "C02"
HOLIDAY_CLAUSES = {"christmas": "E03", "summer": "E05"}
OTHER_HOLIDAY_CLAUSE = "E01"
WINDOW_CLAUSES = {Layer.SWAP: "D05", Layer.INTERIM_ORDER: "O01", Layer.PROTECTIVE_ORDER: "O01"}
STRENGTH = {layer: strength for strength, layer in enumerate(Layer)}
LONGEST_LEAD = timedelta(days=5)  # a holiday's block begins at most a long weekend before its first day


@dataclass(frozen=True, slots=True)
class Night:
    """The night that begins on `date` and the home where the child goes to sleep."""

    date: date
    home: Home
    because: Because


def problems_of_time(field: str, at: time) -> tuple[Problem, ...]:
    """Between 02:00 and 03:00 the clock can skip or repeat: nobody can be held to such a time."""
    if at.hour != 2:
        return ()
    return (
        Problem(field, "Choose a time before 02:00 or from 03:00. Between the two, the clock can change."),
    )


def problems_of_regular(regular: Regular) -> tuple[Problem, ...]:
    return problems_of_nights(regular.nights) + problems_of_time("handover_time", regular.handover_time)


def problems_of_rule(rule: HolidayRule) -> tuple[Problem, ...]:
    """`field` is the holiday's name, as each holiday has a rule of its own."""
    problems = problems_of_time(rule.holiday, rule.switch_time)
    if rule.holiday not in ORDER:
        problems += (Problem(rule.holiday, "Choose one of the five school holidays."),)
    if rule.switch_weekday not in range(7):
        problems += (Problem(rule.holiday, "Choose a day of the week."),)
    return problems


def problems_of_terms(terms: Terms) -> tuple[Problem, ...]:
    """Everything that keeps these terms from becoming a calendar, all at once."""
    problems = list(problems_of_regular(terms.regular))
    names = [rule.holiday for rule in terms.holidays]
    for rule in terms.holidays:
        problems += problems_of_rule(rule)
    problems += [
        Problem(name, "This school holiday has two rules. Keep one.")
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]
    return tuple(problems)


def expand(
    in_force: Sequence[InForce], child: Child, start: datetime, end: datetime, over: Sequence[Window] = ()
) -> tuple[Stay, ...]:
    """The child's stays between `start` and `end` (aware), cut at both, from the first version's start onwards.

    A later version replaces an earlier one from its `starts_at`, also in the middle of a holiday. Terms must be free of
    problems. `over` are swaps and orders: the stronger layer wins, then the one made later. A swap needs a plan to move
    nights in; an order also counts where no plan does. Empty when nothing is in force yet or `end` is not after `start`.
    ValueError: a datetime without a zone.
    """
    start, end = _utc(start), _utc(end)
    versions = sorted(in_force, key=lambda version: _utc(version.starts_at))
    begins = [_utc(version.starts_at) for version in versions]
    stays: list[Stay] = []
    for version, since, until in zip(versions, begins, [*begins, end][1:], strict=True):
        low, high = max(start, since), min(end, until)
        if low < high:
            stays += _under(version, child, low, high)
    planned = max(start, begins[0]) if begins else end
    for window in sorted(over, key=lambda window: (STRENGTH[window.layer], _utc(window.made_at))):
        since = max(_utc(window.starts_at), planned if window.layer is Layer.SWAP else start)
        until = min(_utc(window.ends_at), end)
        if since < until and (not window.children or child.id in window.children):
            clause = window.clause or WINDOW_CLAUSES[window.layer]
            because = Because(window.layer, clause, window.document)
            stays = _laid_over(stays, (Stay(child.id, window.home, since, until, because),))
    return tuple(_in_brussels(stay) for stay in _joined(stays))


def whole_stays(
    in_force: Sequence[InForce], child: Child, start: datetime, end: datetime, over: Sequence[Window] = ()
) -> tuple[Stay, ...]:
    """The merged stays that touch [start, end), each with its own beginning and end instead of the window's.

    So a stay is the same value whichever day one looks. (One that lasts for years is cut on a 1 January.)
    """
    year = datetime(_utc(start).year - 1, 1, 1, tzinfo=ZONE), datetime(_utc(end).year + 2, 1, 1, tzinfo=ZONE)
    # Merge before choosing: a regular stay may go on as a holiday in the same home, and a window may begin in between.
    whole = merged(expand(in_force, child, *year, over))
    return tuple(stay for stay in whole if stay.starts_at < end and start < stay.ends_at)


def uncertain_from(in_force: Sequence[InForce], child: Child) -> date | None:
    """The first day on which a school holiday could be missing, as its dates are not known yet; None: never.

    Terms that follow the regular pattern in every holiday are never uncertain.
    """
    rules = [rule for version in in_force for rule in version.terms.holidays]
    shared = any(rule.split is not Split.FOLLOW_REGULAR for rule in rules)
    last = known_until(child.community) if shared else None
    return last + DAY if last else None


def merged(stays: Iterable[Stay]) -> tuple[Stay, ...]:
    """For showing: neighbouring stays of a child in one home become one, whatever the reason. The first reason stays."""
    joined: list[Stay] = []
    for stay in sorted(stays, key=lambda stay: (stay.child.bytes, stay.starts_at)):
        last = joined[-1] if joined else None
        if last and (last.child, last.home, last.ends_at) == (stay.child, stay.home, stay.starts_at):
            joined[-1] = replace(last, ends_at=stay.ends_at)
        else:
            joined.append(stay)
    return tuple(joined)


def handovers(stays: Iterable[Stay]) -> tuple[Handover, ...]:
    """Every moment at which a child changes home, in order of time."""
    by_child = groupby(
        sorted(stays, key=lambda stay: (stay.child.bytes, stay.starts_at)), key=attrgetter("child")
    )
    found = [
        Handover(child, after.starts_at, before.home, after.home)
        for child, own in by_child
        for before, after in pairwise(own)
        if before.home is not after.home and before.ends_at == after.starts_at
    ]
    return tuple(sorted(found, key=lambda handover: (handover.at, handover.child.bytes)))


def stay_at(stays: Sequence[Stay], at: datetime) -> Stay | None:
    """The stay of one child, from its stays in order, that holds the instant `at`."""
    place = bisect_right(stays, at, key=attrgetter("starts_at")) - 1
    return stays[place] if place >= 0 and at < stays[place].ends_at else None


def home_at(stays: Sequence[Stay], at: datetime) -> Home | None:
    """Where one child is at the instant `at`; None outside its stays."""
    stay = stay_at(stays, at)
    return stay.home if stay else None


def nights(
    in_force: Sequence[InForce], child: Child, first_day: date, count: int, over: Sequence[Window] = ()
) -> tuple[Night, ...]:
    """Where the child goes to sleep on `count` Brussels days from `first_day`. Days before any plan are left out."""
    start = datetime.combine(first_day, time(0), tzinfo=ZONE)
    end = datetime.combine(first_day + count * DAY, time(0), tzinfo=ZONE)
    stays = expand(in_force, child, start, end, over)
    found = []
    for offset in range(count):
        day = first_day + offset * DAY
        stay = stay_at(stays, datetime.combine(day, time(23, 59, 59), tzinfo=ZONE))
        if stay:
            found.append(Night(day, stay.home, stay.because))
    return tuple(found)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("A moment needs a time zone")
    return at.astimezone(UTC)


def _instant(wall: datetime) -> datetime:
    return wall.replace(tzinfo=ZONE).astimezone(UTC)


def _in_brussels(stay: Stay) -> Stay:
    return replace(stay, starts_at=stay.starts_at.astimezone(ZONE), ends_at=stay.ends_at.astimezone(ZONE))


def _under(version: InForce, child: Child, low: datetime, high: datetime) -> list[Stay]:
    """One version's stays over [low, high) in UTC: each layer is laid over the weaker ones."""
    stays = list(_regular(version, child, low, high))
    return _laid_over(stays, _holidays(version, child, low, high))


def _turns(regular: Regular, since: date) -> Iterator[tuple[date, str]]:
    """The days from `since` on whose night has another letter than the night before, with that letter."""
    cycle = regular.nights
    turns = [night for night in range(len(cycle)) if cycle[night] != cycle[night - 1]]
    first = (since - regular.anchor).days
    round_start = since - timedelta(days=first % len(cycle))
    while turns:
        for night in turns:
            day = round_start + timedelta(days=night)
            if day >= since:
                yield day, cycle[night]
        round_start += timedelta(days=len(cycle))


def _regular(version: InForce, child: Child, low: datetime, high: datetime) -> Iterator[Stay]:
    regular, because = version.terms.regular, Because(Layer.REGULAR, REGULAR_CLAUSE, version.version_id)
    homes = {"A": regular.first, "B": regular.first.other}
    # Before today's handover a child is still where last night was.
    yesterday = low.astimezone(ZONE).date() - DAY
    home = homes[regular.nights[(yesterday - regular.anchor).days % len(regular.nights)]]
    since = low
    for day, letter in _turns(regular, yesterday + DAY):
        at = _instant(datetime.combine(day, regular.handover_time))
        if at >= high:
            break
        if at > since:
            yield Stay(child.id, home, since, at, because)
            since = at
        home = homes[letter]
    yield Stay(child.id, home, since, high, because)


def _holidays(version: InForce, child: Child, low: datetime, high: datetime) -> Iterator[Stay]:
    rules = {rule.holiday: rule for rule in version.terms.holidays}
    days = low.astimezone(ZONE).date(), high.astimezone(ZONE).date() + LONGEST_LEAD
    for holiday in holidays_of(child.community, *days) if rules else ():
        if holiday.id not in rules:
            continue
        clause = HOLIDAY_CLAUSES.get(holiday.id, OTHER_HOLIDAY_CLAUSE)
        because = Because(Layer.SCHOOL_HOLIDAY, clause, version.version_id, holiday.id)
        for part in parts(holiday, rules[holiday.id], version.terms.regular.handover_time):
            since, until = max(low, _instant(part.begins)), min(high, _instant(part.ends))
            if since < until:
                yield Stay(child.id, part.home, since, until, because)


def _laid_over(under: Iterable[Stay], over: Iterable[Stay]) -> list[Stay]:
    """`over` wins where both speak. Each is in order of time and free of overlap; so is what comes out."""
    result: list[Stay] = []
    waiting = list(under)[::-1]
    for cover in over:
        while waiting and waiting[-1].starts_at < cover.ends_at:
            stay = waiting.pop()
            if stay.starts_at < cover.starts_at:
                result.append(replace(stay, ends_at=min(stay.ends_at, cover.starts_at)))
            if stay.ends_at > cover.ends_at:
                waiting.append(replace(stay, starts_at=cover.ends_at))
                break
        result.append(cover)
    return result + waiting[::-1]


def _joined(stays: Iterable[Stay]) -> Iterator[Stay]:
    """Neighbours in one home for one reason are one stay."""
    last: Stay | None = None
    for stay in stays:
        if last is None:
            last = stay
        elif (last.home, last.because, last.ends_at) == (stay.home, stay.because, stay.starts_at):
            last = replace(last, ends_at=stay.ends_at)
        else:
            yield last
            last = stay
    if last is not None:
        yield last
