"""One child's time in pieces, and how a stronger layer lies over a weaker one. Pure.

A list of pieces is in order of time and free of overlap; instants are UTC. All that is agreed is agreed on the wall clock,
so a piece is made with `instant` and never by adding hours.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from parenting_plans.values import Because, Home, Layer

STRENGTH = {layer: strength for strength, layer in enumerate(Layer)}


class Piece(NamedTuple):
    """[begins, ends) in one home, for one reason."""

    begins: datetime
    ends: datetime
    home: Home
    because: Because


_BEGINS, _ENDS = itemgetter(0), itemgetter(1)


@lru_cache(maxsize=16384)  # brothers and sisters, and the same days looked at again, share their handovers
def instant(day: date, at: time, zone: tzinfo) -> datetime:
    """The wall clock of `zone` as an instant; of a time that comes twice the first."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


@lru_cache(maxsize=16384)
def wall_clock(at: datetime, zone: tzinfo) -> datetime:
    """The instant `at` on the wall clock of `zone`."""
    return at.astimezone(zone)


def laid_over(under: Sequence[Piece], over: Iterable[Piece]) -> list[Piece]:
    """Each of `over`, in turn, wins over all that lies there already."""
    pieces = list(under)
    for piece in over:
        first = bisect_right(pieces, piece.begins, key=_ENDS)
        last = bisect_left(pieces, piece.ends, key=_BEGINS)
        new = [piece]
        if first < last:
            head, tail = pieces[first], pieces[last - 1]
            if head.begins < piece.begins:
                new.insert(0, Piece(head.begins, piece.begins, head.home, head.because))
            if piece.ends < tail.ends:
                new.append(Piece(piece.ends, tail.ends, tail.home, tail.because))
        pieces[first:last] = new
    return pieces


def cut(pieces: Iterable[Piece], low: datetime, high: datetime) -> Iterator[Piece]:
    """What of the pieces, in any order, lies within [low, high)."""
    for piece in pieces:
        begins, ends, home, because = piece
        if low <= begins and ends <= high:
            yield piece
        elif begins < high and low < ends:
            yield Piece(max(begins, low), min(ends, high), home, because)


def within(pieces: Sequence[Piece], low: datetime, high: datetime) -> list[Piece]:
    """What of a list of pieces lies within [low, high)."""
    first, last = bisect_right(pieces, low, key=_ENDS), bisect_left(pieces, high, key=_BEGINS)
    found = list(pieces[first:last])
    if found and found[0].begins < low:
        found[0] = found[0]._replace(begins=low)
    if found and high < found[-1].ends:
        found[-1] = found[-1]._replace(ends=high)
    return found


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Neighbours in one home for one reason become one."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last and last.ends == piece.begins and last.home is piece.home and last.because == piece.because:
            result[-1] = Piece(last.begins, piece.ends, last.home, last.because)
        else:
            result.append(piece)
    return result


def home_within(pieces: Sequence[Piece], at: datetime) -> Home | None:
    """The home at the instant `at`; None in a hole or outside."""
    place = bisect_right(pieces, at, key=_BEGINS) - 1
    return pieces[place].home if place >= 0 and at < pieces[place].ends else None
