"""A trip with what both parents have said about it: where it stands, for whom it waits, who can do what now. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from parenting_plans.coverage import Gap, Lack, is_active
from parenting_plans.travel_decisions import TravelDecision
from parenting_plans.trip_changes import Change
from parenting_plans.values import Consent, Home, Objection, Trip, TripStatus

LEAVING = timedelta(days=1)  # how long before the planned departure "we have left" is offered


class Standing(StrEnum):
    """Where a trip stands, for both parents alike."""

    ASKED = "asked"
    AGREED = "agreed"
    AGREED_IN_PART = "agreed_in_part"
    WITHDRAWN = "withdrawn"  # a consent was taken back and none stands
    OBJECTED = "objected"
    NOT_ALLOWED = "not_allowed"  # by a court
    ON_THE_WAY = "on_the_way"
    BACK = "back"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What a parent may do with a trip."""

    CHANGE = "change"
    CANCEL = "cancel"
    DEPART = "depart"
    COME_BACK = "come_back"
    CONSENT = "consent"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class TripCard:
    """A trip, its consents and objections, oldest first, and what is still open between them."""

    trip: Trip
    consents: tuple[Consent, ...]
    objections: tuple[Objection, ...]
    gaps: tuple[Gap, ...]
    decisions: tuple[TravelDecision, ...] = ()  # of a court, about this trip
    consented_at: datetime | None = None  # of the newest consent not taken back
    changes: tuple[Change, ...] = ()  # since then

    @property
    def banned(self) -> bool:
        """A court does not allow it, whatever anybody consents to."""
        return any(gap.lack is Lack.COURT for gap in self.gaps)

    @property
    def objection(self) -> Objection | None:
        """The one that stands."""
        return next((one for one in self.objections if one.withdrawn_at is None), None)

    @property
    def over(self) -> bool:
        """Cancelled, or the children are back."""
        return self.trip.status is TripStatus.CANCELLED or self.trip.returned_at is not None

    @property
    def standing(self) -> Standing:
        if self.trip.status is TripStatus.CANCELLED:
            return Standing.CANCELLED
        if self.trip.returned_at is not None:
            return Standing.BACK
        if self.trip.departed_at is not None:
            return Standing.ON_THE_WAY
        return self.answer

    @property
    def answer(self) -> Standing:
        """What the other parent's answer comes to, whether or not the trip has begun."""
        if self.banned:
            return Standing.NOT_ALLOWED
        if self.objection is not None:
            return Standing.OBJECTED
        if not self.gaps:
            return Standing.AGREED
        if all(gap.lack is not Lack.CONSENT for gap in self.gaps):
            return Standing.AGREED_IN_PART
        return Standing.WITHDRAWN if self.consents else Standing.ASKED

    @property
    def waits_for(self) -> Home | None:
        """Who can settle what is open: the other parent by a consent, or the traveller by naming the return."""
        if self.standing not in {Standing.ASKED, Standing.AGREED_IN_PART}:
            return None
        for_other = any(gap.lack is not Lack.RETURN_UNKNOWN for gap in self.gaps)
        return self.trip.traveller.other if for_other else self.trip.traveller

    def past(self, now: datetime) -> bool:
        """True when nothing of it is still to come, or nobody noted its end although its days have passed."""
        back = self.trip.return_at
        return self.over or (self.trip.departed_at is None and back is not None and back < now)

    def standing_consent_of(self, home: Home, now: datetime) -> Consent | None:
        """The newest consent of that parent to this trip alone that is neither withdrawn nor run out."""
        own = (one for one in reversed(self.consents) if one.by is home and one.trip_id == self.trip.id)
        return next((one for one in own if is_active(one, now)), None)

    @property
    def history(self) -> tuple[tuple[datetime, str, Home], ...]:
        """(when, what, by whose home) of all that was said and noted, oldest first."""
        return tuple(sorted(self._happened(), key=lambda one: one[0]))

    def _happened(self) -> Iterable[tuple[datetime, str, Home]]:
        trip = self.trip
        yield trip.requested_at, "asked", trip.traveller
        for given in self.consents:
            yield given.given_at, "consented", given.by
            if given.withdrawn_at is not None:
                yield given.withdrawn_at, "withdrew", given.by
        for made in self.objections:
            yield made.made_at, "objected", made.by
            if made.withdrawn_at is not None:
                yield made.withdrawn_at, "objection_ended", made.by
        if trip.departed_at is not None:
            yield trip.departed_at, "left", trip.traveller
        if trip.returned_at is not None:
            yield trip.returned_at, "back", trip.traveller
        if trip.status is TripStatus.CANCELLED:
            yield trip.changed_at, "cancelled", trip.traveller

    def steps(self, home: Home, now: datetime) -> frozenset[Step]:
        """What this parent can do now. Nothing is left to do with a trip that is over."""
        if self.over:
            return frozenset()
        return frozenset(self._own_steps(now) if home is self.trip.traveller else self._answers(home, now))

    def _own_steps(self, now: datetime) -> Iterable[Step]:
        yield Step.CHANGE
        if self.trip.departed_at is None:
            yield Step.CANCEL
            if now >= self.trip.depart_at - LEAVING:
                yield Step.DEPART
        yield from self._way_back(now)

    def _answers(self, home: Home, now: datetime) -> Iterable[Step]:
        if self.gaps or self.objection is not None:
            yield Step.CONSENT
        if self.objection is None and self.standing_consent_of(home, now) is None:
            yield Step.OBJECT
        yield from self._way_back(now)

    def _way_back(self, now: datetime) -> Iterable[Step]:
        if self.trip.departed_at is not None or self.trip.depart_at <= now:
            yield Step.COME_BACK
