"""Families as a viewer may see them. Every read names its viewer; there is no way to ask for a family without one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, true
from sqlmodel import and_, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.people import NotYours, Person, Profession
from mediation.policy import Relation
from mediation.tables import ChildRow, FamilyRow, MandateRow, ParentRow, PersonRow
from parenting_plans.values import Child, Community, Home


@dataclass(frozen=True, slots=True)
class Parent:
    home: Home
    person_id: UUID
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class ChildInFamily:
    id: UUID
    given_name: str
    born: date
    community: Community

    @property
    def for_schedule(self) -> Child:
        return Child(self.id, self.born, self.community)


@dataclass(frozen=True, slots=True)
class Family:
    """One family through the eyes of one viewer: `home` is the viewer's own side when the viewer is a parent."""

    id: UUID
    code: str
    opened_at: datetime
    viewer: Person
    relations: frozenset[Relation]
    parents: tuple[Parent, ...]
    children: tuple[ChildInFamily, ...]

    @property
    def home(self) -> Home | None:
        return next((parent.home for parent in self.parents if parent.person_id == self.viewer.id), None)

    @property
    def own_home(self) -> Home:
        """The viewer's side. Raises NotYours for anyone who is not a parent here."""
        if self.home is None:
            raise NotYours
        return self.home

    def parent(self, home: Home) -> Parent | None:
        return next((parent for parent in self.parents if parent.home is home), None)

    @property
    def other_parent(self) -> Parent | None:
        return self.parent(self.own_home.other)

    def child(self, child_id: UUID) -> ChildInFamily:
        for child in self.children:
            if child.id == child_id:
                return child
        raise NotYours

    @property
    def complete(self) -> bool:
        return len(self.parents) == len(Home)


async def open_for(
    session: AsyncSession, family_id: UUID, viewer: Person, now: datetime, *, to_change: bool = False
) -> Family:
    """The family, for its parents, professionals whose mandate is in force at `now`, and the centre. Raises NotYours.

    `to_change` locks the family row until the transaction ends (where the database has row locks), so that two
    people who act at once act one after the other. No code of the centre takes this lock: a reviewer at work
    must never make a parent wait.
    """
    family = select(FamilyRow).where(FamilyRow.id == family_id, _visible_to(viewer, now))
    row = (await session.exec(family.with_for_update() if to_change else family)).first()
    if row is None:
        raise NotYours
    parents = await parents_of(session, family_id)
    return Family(
        id=row.id,
        code=row.code,
        opened_at=row.opened_at,
        viewer=viewer,
        relations=await _relations(session, family_id, viewer, parents, now),
        parents=parents,
        children=await children_of(session, family_id),
    )


async def families_of(session: AsyncSession, viewer: Person, now: datetime) -> tuple[Family, ...]:
    """Every family this person is a parent of or has a mandate for, oldest first."""
    rows = select(FamilyRow.id).where(_visible_to(viewer, now)).order_by(col(FamilyRow.opened_at))
    return tuple(
        [await open_for(session, family_id, viewer, now) for family_id in (await session.exec(rows)).all()]
    )


def _visible_to(viewer: Person, now: datetime) -> ColumnElement[bool]:
    if viewer.profession.at_the_centre:
        return true()
    as_parent = select(ParentRow.family_id).where(ParentRow.person_id == viewer.id)
    return or_(
        col(FamilyRow.id).in_(as_parent),
        col(FamilyRow.id).in_(select(MandateRow.family_id).where(_in_force(viewer.id, now))),
    )


def _in_force(person_id: UUID, now: datetime) -> ColumnElement[bool]:
    return and_(
        col(MandateRow.person_id) == person_id,
        col(MandateRow.accepted_at).is_not(None),
        col(MandateRow.ends_at) > now,
        or_(col(MandateRow.ended_at).is_(None), col(MandateRow.ended_at) > now),
    )


async def parents_of(session: AsyncSession, family_id: UUID) -> tuple[Parent, ...]:
    rows = select(ParentRow, PersonRow).where(
        ParentRow.family_id == family_id, col(ParentRow.person_id) == col(PersonRow.id)
    )
    found = (await session.exec(rows.order_by(col(ParentRow.home)))).all()
    return tuple(
        Parent(Home(parent.home), person.id, person.name, person.language) for parent, person in found
    )


async def children_of(session: AsyncSession, family_id: UUID) -> tuple[ChildInFamily, ...]:
    """For use cases that already hold the family open; oldest child first."""
    rows = select(ChildRow).where(ChildRow.family_id == family_id)
    found = (await session.exec(rows.order_by(col(ChildRow.born), col(ChildRow.given_name)))).all()
    return tuple(ChildInFamily(row.id, row.given_name, row.born, Community(row.community)) for row in found)


async def children_of_each(
    session: AsyncSession, families: Sequence[UUID]
) -> dict[UUID, tuple[ChildInFamily, ...]]:
    """For counting over families without opening one; oldest child first."""
    rows = select(ChildRow).where(col(ChildRow.family_id).in_(families))
    found: dict[UUID, tuple[ChildInFamily, ...]] = {}
    for row in (await session.exec(rows.order_by(col(ChildRow.born), col(ChildRow.given_name)))).all():
        child = ChildInFamily(row.id, row.given_name, row.born, Community(row.community))
        found[row.family_id] = (*found.get(row.family_id, ()), child)
    return found


async def _relations(
    session: AsyncSession, family_id: UUID, viewer: Person, parents: Sequence[Parent], now: datetime
) -> frozenset[Relation]:
    if any(parent.person_id == viewer.id for parent in parents):
        return frozenset({Relation.PARENT_SELF})
    if viewer.profession.at_the_centre:
        return frozenset({Relation(viewer.profession.value)})
    mandates = select(MandateRow.role).where(MandateRow.family_id == family_id, _in_force(viewer.id, now))
    return frozenset(Relation(_AS_RELATION[role]) for role in (await session.exec(mandates)).all())


_AS_RELATION = {
    Profession.MEDIATOR.value: "mediator",
    Profession.FAMILY_LAWYER.value: "family_lawyer_duo",
}
