"""Which trips both parents have accepted, and for how long: such a trip is not broken by a special day. Pure.

A trip is accepted while nothing is open between it, the consents that stand and a court's decisions, and no objection
stands. It is looked at at `now`, or at its end when that is past: who takes a consent back afterwards changes no day that
has passed. When it is taken back under way, the time until then stays accepted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from parenting_plans.coverage import gaps
from parenting_plans.travel_decisions import TravelDecision
from parenting_plans.values import Away, Consent, Objection, Trip, TripStatus


def accepted(
    trips: Iterable[Trip],
    consents: Sequence[Consent],
    objections: Sequence[Objection],
    now: datetime,
    decisions: Sequence[TravelDecision] = (),
) -> tuple[Away, ...]:
    """The accepted trips as time with their traveller, [departure, return), in the order given.

    Without a return that somebody named, or with less than the consents say, there is none.
    """
    return tuple(
        Away(trip.traveller, trip.depart_at, until, trip.children)
        for trip in trips
        if (until := _until(trip, consents, objections, now, decisions)) is not None
    )


def changes_at(consents: Iterable[Consent], now: datetime) -> datetime | None:
    """The next moment at which time alone can end an accepted trip: a consent that was taken back for later."""
    return min((ends for one in consents if (ends := _ends(one)) is not None and now < ends), default=None)


def _until(
    trip: Trip,
    consents: Sequence[Consent],
    objections: Sequence[Objection],
    now: datetime,
    decisions: Sequence[TravelDecision],
) -> datetime | None:
    back = trip.return_at
    if back is None or trip.status is TripStatus.CANCELLED:
        return None
    if trip.returned_at is not None:
        back = min(back, trip.returned_at)
    asked = replace(trip, returned_at=None)  # a trip that is over has no gaps: here it is looked at as it was
    at = min(now, back)
    if _accepted(asked, consents, objections, decisions, at):
        return back
    ended = {
        end for end in _ends_under_way(asked, consents, objections, decisions) if trip.depart_at < end <= at
    }
    # Who objects after a consent was taken back ends nothing a second time: the last end of an acceptance counts.
    said = (
        end
        for end in sorted(ended, reverse=True)
        if _accepted(asked, consents, objections, decisions, end, before=True)
    )
    return next(said, None)


def _accepted(
    trip: Trip,
    consents: Iterable[Consent],
    objections: Iterable[Objection],
    decisions: Iterable[TravelDecision],
    at: datetime,
    *,
    before: bool = False,
) -> bool:
    """Whether it is accepted at `at`, or with `before` just before that moment."""

    def stands(since: datetime, until: datetime | None) -> bool:
        begun = since < at if before else since <= at
        return begun and (until is None or (at <= until if before else at < until))

    if any(one.trip_id == trip.id and stands(one.made_at, one.withdrawn_at) for one in objections):
        return False
    # What stood then is handed on as if nobody had taken it back: only the moment from which that counts matters.
    standing = [
        replace(one, withdrawn_at=None, ends_at=None) for one in consents if stands(one.given_at, _ends(one))
    ]
    said = [replace(one, ended_at=None) for one in decisions if stands(one.recorded_at, one.ended_at)]
    return not gaps(trip, standing, at.astimezone(UTC), said)


def _ends(consent: Consent) -> datetime | None:
    """When a withdrawal begins to count; None without one."""
    return consent.ends_at if consent.ends_at is not None else consent.withdrawn_at


def _ends_under_way(
    trip: Trip,
    consents: Iterable[Consent],
    objections: Iterable[Objection],
    decisions: Iterable[TravelDecision],
) -> Iterator[datetime]:
    yield from (one.made_at for one in objections if one.trip_id == trip.id)
    yield from (at for one in decisions for at in (one.recorded_at, one.ended_at) if at is not None)
    yield from (
        ends for one in consents if one.trip_id in (None, trip.id) and (ends := _ends(one)) is not None
    )
