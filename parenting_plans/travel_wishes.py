"""A parent's dated wish: no travel abroad with the children without my written consent. Pure.

It forbids nothing: in Belgium a parent who travels alone with a child is presumed to act with the other's agreement (old
Civil Code art. 373, 374). A wish on record is what can be shown when that presumption is denied. Art. 374/1 of the old
Civil Code lets a parent ask that passports be issued only with express consent. The other parent does not see the wish.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from parenting_plans.errors import AlreadyAnswered, NotYourOwn
from parenting_plans.values import Home


@dataclass(frozen=True, slots=True)
class TravelWish:
    id: UUID
    family_id: UUID
    by: Home
    reason: str
    made_at: datetime
    withdrawn_at: datetime | None = None


def make(
    earlier: Iterable[TravelWish], *, family_id: UUID, by: Home, reason: str, id: UUID, now: datetime
) -> TravelWish:
    """Raises AlreadyAnswered while an own wish stands. The reason was checked (`consents.problems_of_reason`)."""
    if any(one.by is by and one.withdrawn_at is None for one in earlier):
        raise AlreadyAnswered
    return TravelWish(id, family_id, by, reason, now)


def withdraw(wish: TravelWish, by: Home, now: datetime) -> TravelWish:
    """Raises NotYourOwn, AlreadyAnswered."""
    if by is not wish.by:
        raise NotYourOwn
    if wish.withdrawn_at is not None:
        raise AlreadyAnswered
    return replace(wish, withdrawn_at=now)


def seen_by(wishes: Iterable[TravelWish], home: Home | None) -> tuple[TravelWish, ...]:
    """A parent sees their own; `home` None is a professional or the centre, who see all."""
    return tuple(one for one in wishes if home is None or one.by is home)
