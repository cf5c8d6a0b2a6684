"""Mandates: parents ask a mediator or family lawyer, who accepts for a limited time. Both parents must agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import mandates
from mediation.errand import Errand, stream_of
from mediation.families import Family, parents_of
from mediation.mandates import Mandate, Role
from mediation.people import NotYours, Person, Profession
from mediation.policy import Action
from mediation.refusals import Refused, TooLate
from mediation.tables import FamilyRow, MandateRow, PersonRow
from parenting_plans.values import Home, Problem

LASTS = timedelta(days=183)
MANDATE_ROLES = (Profession.MEDIATOR.value, Profession.FAMILY_LAWYER.value)


@dataclass(frozen=True, slots=True)
class Asked:
    """A mandate from the first question on: who agreed, whether it was accepted, and the mandate itself."""

    id: UUID
    mandate: Mandate
    name: str
    accreditation: str
    agreed: frozenset[Home]
    accepted_at: datetime | None
    conflict_clear: bool
    declined_at: datetime | None

    @property
    def person_id(self) -> UUID:
        return self.mandate.person_id

    @property
    def role(self) -> Role:
        return self.mandate.role

    @property
    def ends_at(self) -> datetime:
        return self.mandate.ends_at

    def in_force(self, now: datetime) -> bool:
        return self.accepted_at is not None and mandates.in_force(self.mandate, now)

    @property
    def waits(self) -> bool:
        return self.accepted_at is None and self.declined_at is None and self.mandate.ended_at is None


async def in_force_of(session: AsyncSession, family_id: UUID, now: datetime) -> Sequence[UUID]:
    """Who works with this family at this moment."""
    rows = select(MandateRow.person_id).where(
        MandateRow.family_id == family_id,
        col(MandateRow.accepted_at).is_not(None),
        col(MandateRow.ends_at) > now,
        or_(col(MandateRow.ended_at).is_(None), col(MandateRow.ended_at) > now),
    )
    return (await session.exec(rows.distinct())).all()


async def professionals(session: AsyncSession) -> tuple[Person, ...]:
    """Who can be asked, by name."""
    rows = select(PersonRow).where(col(PersonRow.profession).in_(MANDATE_ROLES)).order_by(col(PersonRow.name))
    return tuple(
        Person(row.id, row.name, row.email, row.language, Profession(row.profession), row.accreditation)
        for row in (await session.exec(rows)).all()
    )


async def mandates_of(session: AsyncSession, family_id: UUID) -> tuple[Asked, ...]:
    """For use cases and pages that already hold the family open; newest first."""
    rows = select(MandateRow, PersonRow).where(
        MandateRow.family_id == family_id, col(PersonRow.id) == col(MandateRow.person_id)
    )
    found = (await session.exec(rows.order_by(col(MandateRow.asked_at).desc()))).all()
    return tuple(_asked(row, person) for row, person in found)


def _asked(row: MandateRow, person: PersonRow) -> Asked:
    agreed = {Home.A: row.agreed_a_at, Home.B: row.agreed_b_at}
    return Asked(
        id=row.id,
        mandate=_mandate(row),
        name=person.name,
        accreditation=person.accreditation,
        agreed=frozenset(home for home, at in agreed.items() if at),
        accepted_at=row.accepted_at,
        conflict_clear=row.conflict_clear_at is not None,
        declined_at=row.declined_at,
    )


def _mandate(row: MandateRow) -> Mandate:
    return Mandate(
        person_id=row.person_id,
        family_id=row.family_id,
        role=Role(row.role),
        starts_at=row.accepted_at or row.asked_at,
        ends_at=row.ends_at,
        ended_at=row.ended_at,
        barred_at=row.barred_at,
    )


async def asked_of(session: AsyncSession, person: Person) -> tuple[tuple[UUID, str, Asked], ...]:
    """What waits for this professional's answer: (mandate id, family code, mandate). No names before acceptance."""
    rows = select(MandateRow, FamilyRow.code).where(
        MandateRow.person_id == person.id,
        col(FamilyRow.id) == col(MandateRow.family_id),
        col(MandateRow.accepted_at).is_(None),
        col(MandateRow.declined_at).is_(None),
        col(MandateRow.ended_at).is_(None),
        col(MandateRow.agreed_a_at).is_not(None),
        col(MandateRow.agreed_b_at).is_not(None),
    )
    row_of_person = await session.get(PersonRow, person.id)
    if row_of_person is None:
        raise NotYours
    found = (await session.exec(rows)).all()
    return tuple((row.id, code, _asked(row, row_of_person)) for row, code in found)


@dataclass(frozen=True, slots=True)
class Question:
    """A mandate that waits for this professional's answer, with the two names they need to check for conflicts."""

    id: UUID
    code: str
    role: Role
    asked_at: datetime
    parents: tuple[str, ...]


async def question(session: AsyncSession, person: Person, mandate_id: UUID) -> Question:
    """The question to answer. Both parents agreed to ask, so their names may be known; nothing else is. Raises NotYours."""
    for found_id, code, asked in await asked_of(session, person):
        if found_id == mandate_id:
            parents = await parents_of(session, asked.mandate.family_id)
            names = tuple(parent.name for parent in parents)
            return Question(mandate_id, code, asked.role, asked.mandate.starts_at, names)
    raise NotYours


async def ask(errand: Errand, family_id: UUID, person_id: UUID) -> UUID:
    """Propose a professional. The one who asks has agreed; the other parent and then the professional must still."""
    family = await errand.family(family_id, Action.ASK_PROFESSIONAL)
    person = await errand.session.get(PersonRow, person_id)
    if person is None or person.profession not in MANDATE_ROLES:
        raise Refused(Problem("person", "Choose someone from the list."))
    earlier = await mandates_of(errand.session, family.id)
    if any(one.role == person.profession and (one.waits or one.in_force(errand.now)) for one in earlier):
        raise TooLate("Someone has already been asked for this task. Wait for the answer first.")
    wish = Mandate(person_id, family.id, Role(person.profession), errand.now, errand.now + LASTS)
    held = [one.mandate for one in earlier]
    problems = mandates.problems_of(wish, held, frozenset(parent.person_id for parent in family.parents))
    if problems:
        raise Refused(*problems)
    row = MandateRow(
        id=errand.new_id(),
        family_id=family.id,
        person_id=person_id,
        role=person.profession,
        asked_at=errand.now,
        ends_at=errand.now + LASTS,
    )
    _agree(row, family, errand.now)
    errand.session.add(row)
    await errand.session.flush()
    await errand.record(stream_of(family.id), "mandate.asked", row.id)
    await errand.tell_other(family, "update", f"mandate-asked:{row.id}")
    return row.id


def _agree(row: MandateRow, family: Family, now: datetime) -> None:
    if family.own_home is Home.A:
        row.agreed_a_at = row.agreed_a_at or now
    else:
        row.agreed_b_at = row.agreed_b_at or now


async def _open(errand: Errand, family_id: UUID, mandate_id: UUID) -> MandateRow:
    row = await errand.session.get(MandateRow, mandate_id, with_for_update=True)
    if row is None or row.family_id != family_id:
        raise NotYours
    if row.accepted_at or row.declined_at or row.ended_at:
        raise TooLate("This has been answered in the meantime.")
    return row


async def agree(errand: Errand, family_id: UUID, mandate_id: UUID) -> None:
    """The other parent agrees with the person who was proposed; now the professional is asked."""
    family = await errand.family(family_id, Action.ASK_PROFESSIONAL)
    row = await _open(errand, family.id, mandate_id)
    _agree(row, family, errand.now)
    errand.session.add(row)
    await errand.record(stream_of(family.id), "mandate.agreed", row.id)
    if row.agreed_a_at and row.agreed_b_at:
        await errand.tell(row.person_id, "update", f"mandate-for-you:{row.id}")


async def _asked_me(errand: Errand, mandate_id: UUID) -> MandateRow:
    row = await errand.session.get(MandateRow, mandate_id, with_for_update=True)
    if row is None or row.person_id != errand.who.id or not (row.agreed_a_at and row.agreed_b_at):
        raise NotYours
    if row.accepted_at or row.declined_at or row.ended_at:
        raise TooLate("This has been answered in the meantime.")
    return row


async def accept(errand: Errand, mandate_id: UUID, *, no_conflict: bool) -> None:
    """Take the mandate for half a year, having checked that nobody of the office acted for either parent."""
    row = await _asked_me(errand, mandate_id)
    if not no_conflict:
        raise Refused(
            Problem(
                "no_conflict", "Confirm that neither you nor your office acted for either parent, or decline."
            )
        )
    row.accepted_at = row.conflict_clear_at = errand.now
    row.ends_at = errand.now + LASTS
    errand.session.add(row)
    await errand.record(stream_of(row.family_id), "mandate.accepted", row.id)
    await _tell_parents(errand, row.family_id, f"mandate-accepted:{row.id}")


async def decline(errand: Errand, mandate_id: UUID) -> None:
    """No reason is asked and none is kept."""
    row = await _asked_me(errand, mandate_id)
    row.declined_at = errand.now
    errand.session.add(row)
    await errand.record(stream_of(row.family_id), "mandate.declined", row.id)
    await _tell_parents(errand, row.family_id, f"mandate-declined:{row.id}")


async def end(errand: Errand, family_id: UUID, mandate_id: UUID) -> None:
    """A parent or the professional ends it; access stops with the next request."""
    family = await errand.family(family_id, Action.END_MANDATE)
    row = await errand.session.get(MandateRow, mandate_id, with_for_update=True)
    mine = row is not None and (family.home is not None or row.person_id == errand.who.id)
    if row is None or row.family_id != family.id or not mine:
        raise NotYours
    ended = update(MandateRow).where(col(MandateRow.id) == row.id, col(MandateRow.ended_at).is_(None))
    if (await errand.session.exec(ended.values(ended_at=errand.now))).rowcount != 1:
        raise TooLate("This has ended already.")
    await errand.record(stream_of(family.id), "mandate.ended", row.id)
    await _tell_parents(errand, family.id, f"mandate-ended:{row.id}")
    await errand.tell(row.person_id, "update", f"mandate-ended:{row.id}")


async def bar(errand: Errand, family_id: UUID) -> None:
    """The family lawyer has withdrawn: their mandate ends now and they may never act for either parent here."""
    for row in (await errand.session.exec(select(MandateRow).where(MandateRow.family_id == family_id))).all():
        if row.role == Role.FAMILY_LAWYER and row.accepted_at is not None and row.barred_at is None:
            after = mandates.withdraw(_mandate(row), errand.now)
            row.ended_at, row.barred_at = after.ended_at, after.barred_at
            errand.session.add(row)
            await errand.record(stream_of(family_id), "mandate.barred", row.id)


async def _tell_parents(errand: Errand, family_id: UUID, event: str) -> None:
    for parent in await parents_of(errand.session, family_id):
        if parent.person_id != errand.who.id:
            await errand.tell(parent.person_id, "update", event)
