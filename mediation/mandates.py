"""Who may work with a family, in which role and until when; and what one person can never be at the same time or later."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.values import Problem

LONGEST = timedelta(days=731)


class Role(StrEnum):
    MEDIATOR = "mediator"
    FAMILY_LAWYER = "family_lawyer"
    PARTY_LAWYER = "party_lawyer"
    PSYCHOSOCIAL_EXPERT = "psychosocial_expert"
    TRAINED_LISTENER = "trained_listener"


@dataclass(frozen=True, slots=True)
class Mandate:
    """One person, one family, one role, [starts_at, ends_at). `barred_at` never goes away."""

    person_id: UUID
    family_id: UUID
    role: Role
    starts_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None
    barred_at: datetime | None = None


# Invariant (iii): a mediator never becomes lawyer, expert or listener in the same case. The family lawyer works for
# both parents and so never for one of them, before or after (belgium.md 2.4).
_NEVER_BOTH: tuple[frozenset[Role], ...] = (
    *(frozenset({Role.MEDIATOR, role}) for role in Role if role is not Role.MEDIATOR),
    *(frozenset({Role.FAMILY_LAWYER, role}) for role in Role if role is not Role.FAMILY_LAWYER),
    *(frozenset({Role.PARTY_LAWYER, role}) for role in Role if role is not Role.PARTY_LAWYER),
)


def in_force(mandate: Mandate, now: datetime) -> bool:
    """Whether the mandate opens anything at this moment."""
    stops_at = mandate.ends_at if mandate.ended_at is None else min(mandate.ends_at, mandate.ended_at)
    return mandate.barred_at is None and mandate.starts_at <= now < stops_at


def roles(held: Iterable[Mandate], person_id: UUID, family_id: UUID, now: datetime) -> frozenset[Role]:
    """What this person is to this family now."""
    return frozenset(mandate.role for mandate in _of(held, person_id, family_id) if in_force(mandate, now))


def end(mandate: Mandate, now: datetime) -> Mandate:
    """Ended from now on; what has ended keeps its moment."""
    return mandate if mandate.ended_at is not None else replace(mandate, ended_at=now)


def withdraw(mandate: Mandate, now: datetime) -> Mandate:
    """The family lawyer steps back and may never again act for either parent here (mirror of art. 1743 §3)."""
    return replace(end(mandate, now), barred_at=mandate.barred_at or now)


def barred(held: Iterable[Mandate], person_id: UUID, family_id: UUID) -> bool:
    """Whether this person may never act in this family again. A bar does not expire."""
    return any(mandate.barred_at is not None for mandate in _of(held, person_id, family_id))


def compatible(one: Role, other: Role) -> bool:
    """Whether one person may hold both roles in one family, at the same time or one after the other."""
    return frozenset({one, other}) not in _NEVER_BOTH


def problems_of(
    asked: Mandate, held: Iterable[Mandate], parents: frozenset[UUID] = frozenset()
) -> tuple[Problem, ...]:
    """What stands in the way of a new mandate. `held`: every mandate this family ever gave, ended ones too."""
    earlier = tuple(_of(held, asked.person_id, asked.family_id))
    found = []
    if asked.person_id in parents:
        found.append(Problem("person", "A parent cannot be a professional in their own family."))
    if barred(earlier, asked.person_id, asked.family_id):
        found.append(Problem("person", "This person has withdrawn and can no longer act in this family."))
    if any(not compatible(asked.role, mandate.role) for mandate in earlier):
        found.append(
            Problem("person", "This person had another role in this family. Choose someone who had none.")
        )
    if asked.ends_at <= asked.starts_at:
        found.append(Problem("ends_at", "Choose an end after the start."))
    elif asked.ends_at - asked.starts_at > LONGEST:
        found.append(Problem("ends_at", "A mandate lasts two years at most."))
    return tuple(found)


def _of(held: Iterable[Mandate], person_id: UUID, family_id: UUID) -> Iterable[Mandate]:
    return (m for m in held if (m.person_id, m.family_id) == (person_id, family_id))
