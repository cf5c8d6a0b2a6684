"""Sealed terms become stays: for every minute exactly one home, and why. Pure.

Everything is agreed on the wall clock, so 18:00 stays 18:00 when the clocks change. Stays carry local time; subtract them in
UTC (balance.py does), for Python subtracts two times of one zone by the wall clock.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from itertools import groupby, pairwise
from operator import attrgetter

from parenting_plans import feast_days, long_weekends, regular
from parenting_plans.holidays import SHIPPED, SchoolCalendars, holidays_of, known_until
from parenting_plans.holidays.shared import Shared, shared
from parenting_plans.laid import PLAIN, Laid
from parenting_plans.layers import STRENGTH, Piece, cut, instant, joined, laid_over, wall_clock, within
from parenting_plans.regular import Regime, home_of_night, regimes_of, regular_on
from parenting_plans.restart import restarted
from parenting_plans.soundness import (
    problems_of_regular,
    problems_of_rule,
    problems_of_terms,
    problems_of_time,
    problems_of_window,
)
from parenting_plans.special_days import yearly
from parenting_plans.values import (
    ZONE,
    After,
    Because,
    Child,
    Community,
    Handover,
    Home,
    InForce,
    Layer,
    Split,
    Stay,
    Terms,
    Window,
)

__all__ = [
    "LONGEST_LEAD", "Night", "community_of", "ends_on", "expand", "handovers", "home_at", "merged", "nests_at", "nights",
    "problems_of_regular", "problems_of_rule", "problems_of_terms", "problems_of_time", "problems_of_window", "stay_at",
    "uncertain_from", "whole_stays",
]  # fmt: skip

DAY = timedelta(days=1)
HOLIDAY_CLAUSES = {"autumn": "E02", "christmas": "E03", "carnival": "E02", "easter": "E04", "summer": "E05"}
WINDOW_CLAUSES = {Layer.SWAP: "D05", Layer.INTERIM_ORDER: "", Layer.PROTECTIVE_ORDER: ""}
LONGEST_LEAD = timedelta(days=5)  # a holiday's block begins at most a long weekend before its first day
USUAL_STAY = timedelta(days=70)  # longer ones are looked for over years
OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Night:
    """The night that begins on `date` and the home where the child goes to sleep."""

    date: date
    home: Home
    because: Because


def expand(
    in_force: Sequence[InForce],
    child: Child,
    start: datetime,
    end: datetime,
    laid: Laid = PLAIN,
    *,
    zone: tzinfo = ZONE,
) -> tuple[Stay, ...]:
    """The child's stays between `start` and `end` (aware), cut at both, from the first version's start onwards.

    A later version replaces an earlier one from its `starts_at`, also in the middle of a holiday. Terms must be free of
    problems. Of swaps and orders the stronger layer wins, then the one made later, then one about this child
    alone. A swap needs a plan to move nights in; an order also counts where no plan does. A trip that both
    accepted is not broken by a special day. Days are over on the 18th birthday (`ends_on`). Empty when nothing is in
    force yet or `end` is not after `start`. ValueError: a datetime without a zone.
    """
    low, high = _utc(start), min(_utc(end), instant(ends_on(child), time(0), zone))
    pieces: list[Piece] = []
    planned = high
    for version, since, until in _spans(in_force, high):
        planned = min(planned, since)
        if max(low, since) < min(high, until):
            pieces += _under(version, child, max(low, since), min(high, until), laid, zone)
    whole = laid_over(pieces, _windows(laid.over, child, planned, low, high))
    return tuple(_stays(joined(whole), child, zone))


def whole_stays(
    in_force: Sequence[InForce],
    child: Child,
    start: datetime,
    end: datetime,
    laid: Laid = PLAIN,
) -> tuple[Stay, ...]:
    """The merged stays that touch [start, end), each with its own beginning and end instead of the window's.

    So a stay is the same value whichever day one looks. (One that lasts for years is cut on a 1 January.)
    """
    near = _utc(start) - USUAL_STAY, _utc(end) + USUAL_STAY
    years = datetime(_utc(start).year - 1, 1, 1, tzinfo=ZONE), datetime(_utc(end).year + 2, 1, 1, tzinfo=ZONE)
    for low, high in (near, years):
        # Merge before choosing: a regular stay may go on as a holiday in the same home, and a window may begin in between.
        whole = merged(expand(in_force, child, low, high, laid))
        found = tuple(stay for stay in whole if stay.starts_at < end and start < stay.ends_at)
        if not found or (low < found[0].starts_at and found[-1].ends_at < high):
            break
    return found


def uncertain_from(
    in_force: Sequence[InForce], child: Child, calendar: SchoolCalendars = SHIPPED
) -> date | None:
    """The first day on which a school holiday could be missing, as its dates are not known yet; None: never.

    Terms that follow the regular pattern in every holiday are never uncertain.
    """
    unknown = [
        last + DAY
        for version in in_force
        if any(rule.split is not Split.FOLLOW_REGULAR for rule in version.terms.holidays)
        if (last := known_until(community_of(version.terms, child), calendar))
    ]
    return min(unknown, default=None)


def ends_on(child: Child) -> date:
    """The 18th birthday, from whose midnight on a calendar says nothing: an adult has no parents' nights any more.

    Parental authority ends with majority (art. 372 and 388 of the old Civil Code). Born on 29 February: 1 March.
    """
    return yearly(child.born, child.born.year + OF_AGE)


def community_of(terms: Terms, child: Child) -> Community:
    """Whose school calendar counts: the one the plan names for this child, else that of its school."""
    return dict(terms.communities).get(child.id, child.community)


def nests_at(in_force: Sequence[InForce], at: datetime) -> bool:
    """Whether the children stay in one home at `at` and the parents move: then a handover has no journey."""
    begun = [version for version in in_force if _utc(version.starts_at) <= at]
    return bool(begun) and max(begun, key=lambda version: _utc(version.starts_at)).terms.nest


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
    in_force: Sequence[InForce],
    child: Child,
    first_day: date,
    count: int,
    laid: Laid = PLAIN,
) -> tuple[Night, ...]:
    """Where the child goes to sleep on `count` Brussels days from `first_day`. Days before any plan are left out."""
    start = datetime.combine(first_day, time(0), tzinfo=ZONE)
    end = datetime.combine(first_day + count * DAY, time(0), tzinfo=ZONE)
    found = []
    for stay in expand(in_force, child, start, end, laid):
        # Of the stay's days, those on which it holds the last second; so each night is asked once.
        day = stay.starts_at.date()
        while (bedtime := datetime.combine(day, time(23, 59, 59), tzinfo=ZONE)) < stay.ends_at:
            if stay.starts_at <= bedtime:
                found.append(Night(day, stay.home, stay.because))
            day += DAY
    return tuple(found)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("A moment needs a time zone")
    return at.astimezone(UTC)


def _windows(
    over: Sequence[Window], child: Child, planned: datetime, low: datetime, high: datetime
) -> Iterator[Piece]:
    """The windows about this child within [low, high), the weakest first. A swap waits for the first plan."""
    for window in sorted(over, key=_strength):
        since = max(_utc(window.starts_at), planned if window.layer is Layer.SWAP else low, low)
        until = min(_utc(window.ends_at), high)
        if since < until and (not window.children or child.id in window.children):
            clause = window.clause or WINDOW_CLAUSES[window.layer]
            because = Because(window.layer, clause, window.document)
            yield Piece(since, until, window.home, because)


def _stays(pieces: Iterable[Piece], child: Child, zone: tzinfo) -> Iterator[Stay]:
    """In local time. A stay mostly begins where the one before it ended: that moment is told once."""
    ended: datetime | None = None
    until: datetime | None = None
    for begins, ends, home, because in pieces:
        since = until if until and begins == ended else wall_clock(begins, zone)
        ended, until = ends, wall_clock(ends, zone)
        yield Stay(child.id, home, since, until, because)


def _strength(window: Window) -> tuple[int, datetime, bool]:
    return STRENGTH[window.layer], _utc(window.made_at), bool(window.children)


def _spans(in_force: Sequence[InForce], end: datetime) -> Iterator[tuple[InForce, datetime, datetime]]:
    """Each version with the time it governs. Of two from one moment the later given does."""
    versions = sorted(in_force, key=lambda version: _utc(version.starts_at))
    begins = [_utc(version.starts_at) for version in versions]
    return zip(versions, begins, [*begins, end][1:], strict=True)


def _under(
    version: InForce,
    child: Child,
    low: datetime,
    high: datetime,
    laid: Laid,
    zone: tzinfo,
) -> list[Piece]:
    """One version's pieces over [low, high): each layer is laid over the weaker ones."""
    terms, document = version.terms, version.version_id
    community = community_of(terms, child)
    around = long_weekends.REACH if terms.public_holidays else timedelta(0)
    wide = low - around, high + around
    regimes = regimes_of(terms, child.id)
    since = wide[0].astimezone(zone).date()
    starts_on = version.starts_at.astimezone(zone).date()
    if terms.after_holidays is After.RESTART:
        since = min(since, starts_on)
    holidays = _shared(terms, community, regimes, since, wide[1].astimezone(zone).date(), laid.school)
    if terms.after_holidays is After.RESTART:
        regimes = restarted(regimes, holidays, starts_on)
    pieces = list(regular.nights(regimes, *wide, zone, document))
    pieces = laid_over(pieces, cut(regular.slots(regimes, *wide, zone, document), *wide))
    pieces = laid_over(pieces, cut(_turns(holidays, zone, version), *wide))
    if terms.public_holidays:
        grown = long_weekends.grown(
            terms.public_holidays, community, pieces, regimes, holidays, zone, document
        )
        pieces = laid_over(pieces, list(grown))
    feasts = feast_days.feasts(terms.special_days, child, low, high, zone, document, laid.trips)
    return within(laid_over(pieces, cut(feasts, *wide)), low, high)


def turns_on(
    version: InForce, child: Child, day: date, calendar: SchoolCalendars = SHIPPED
) -> tuple[Shared, ...]:
    """The shared school holidays of this child that the night of `day` may belong to, each with its turns."""
    terms = version.terms
    regimes = regimes_of(terms, child.id)
    return tuple(_shared(terms, community_of(terms, child), regimes, day, day, calendar))


def _shared(
    terms: Terms,
    community: Community,
    regimes: Sequence[Regime],
    since: date,
    until: date,
    calendar: SchoolCalendars,
) -> list[Shared]:
    if not terms.holidays:
        return []
    return shared(
        holidays_of(community, since, until + LONGEST_LEAD, calendar),
        terms.holidays,
        lambda day: regular_on(regimes, day).handover_time,
        partial(home_of_night, regimes),
    )


def _turns(holidays: Iterable[Shared], zone: tzinfo, version: InForce) -> Iterator[Piece]:
    for one in holidays:
        name = one.holiday.id
        because = Because(Layer.SCHOOL_HOLIDAY, HOLIDAY_CLAUSES[name], version.version_id, name)
        for part in one.parts:
            begins, ends = (instant(at.date(), at.time(), zone) for at in (part.begins, part.ends))
            yield Piece(begins, ends, part.home, because)
