"""Numbers for urgent help as staff see and mend them, and as everybody reads them. What ships needs no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation import help_contact, help_contacts, help_steps
from mediation.errand import Errand
from mediation.help_contact import Certainty, Contact, Group, Noted
from mediation.people import Person, Profession
from mediation.policy import Action, Relation, may_do, require
from mediation.refusals import Refused
from mediation.tables import HelpContactRow
from parenting_plans.errors import ChangedMeanwhile
from parenting_plans.values import ZONE, Problem

STREAM: Final = "centre"
MOST_OWN: Final = 20  # contacts that a centre adds
OWN: Final = "own_"
_RELATIONS: Final[Mapping[Profession, Relation]] = {
    Profession.ADMINISTRATOR: Relation.ADMIN,
    Profession.CENTRE_COORDINATOR: Relation.CENTRE_COORDINATOR,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One contact as staff see it. `counts`: it stands on the page today; `noted`: by staff, not as shipped."""

    contact: Contact
    counts: bool
    noted: bool
    check_again: bool


@dataclass(frozen=True, slots=True)
class One:
    """A contact with its history, newest first. `number`: of the newest row, 0 for none; `needed`: by the steps."""

    line: Line
    rows: tuple[Noted, ...]
    number: int
    needed: bool


def may_edit(person: Person) -> bool:
    relation = _RELATIONS.get(person.profession)
    return relation is not None and may_do(frozenset({relation}), Action.EDIT_HELP_CONTACTS)


def shipped(day: date) -> tuple[Contact, ...]:
    """What counts when nobody has noted anything, or nobody can be asked."""
    return help_contact.counting(help_contacts.load(), (), day)


async def counting(session: AsyncSession, day: date) -> tuple[Contact, ...]:
    """What everybody reads on a day: one small read."""
    return help_contact.counting(help_contacts.load(), await _rows(session), day)


async def every(session: AsyncSession, who: Person, now: datetime) -> tuple[Line, ...]:
    """Every contact there is or was, in the order of the page. Raises NotYours."""
    require(may_edit(who))
    rows = await _rows(session)
    ids = dict.fromkeys([*help_contacts.by_id(), *sorted({row.contact.id for row in rows})])
    lines = [_line(id, rows, _day(now)) for id in ids]
    return tuple(sorted(lines, key=lambda line: list(Group).index(line.contact.group)))


async def one(session: AsyncSession, who: Person, contact_id: str, now: datetime) -> One:
    """Raises NotYours, also for a contact that does not exist."""
    require(may_edit(who))
    rows = await _rows(session)
    mine = [row for row in rows if row.contact.id == contact_id]
    require(contact_id in help_contacts.by_id() or bool(mine))
    line = _line(contact_id, rows, _day(now))
    return One(line, tuple(reversed(mine)), mine[-1].number if mine else 0, _needed(contact_id))


async def new_id(session: AsyncSession, who: Person) -> str:
    """The next free id of a contact that this centre adds. Raises NotYours, Refused when there are too many."""
    require(may_edit(who))
    own = {row.contact.id for row in await _rows(session) if row.contact.id.startswith(OWN)}
    if len(own) >= MOST_OWN:
        raise Refused(Problem("", "There are enough numbers. Change one that is no longer needed."))
    return f"{OWN}{len(own) + 1}"


async def preview(
    session: AsyncSession, who: Person, contact: Contact, now: datetime
) -> tuple[Contact, tuple[Contact, ...]]:
    """The contact as it would be, and the whole page with it; nothing is kept. Raises NotYours, Refused."""
    require(may_edit(who))
    rows, today = await _rows(session), _day(now)
    tidy = _checked(contact, rows, today)
    row = help_contact.next_row(rows, tidy, by=who.id, now=now)
    # From the day on which it begins to count, so that a number for later can be looked at.
    day = max(today, tidy.valid_from)
    return tidy, help_contact.counting(help_contacts.load(), (*rows, row), day)


async def preview_withdrawal(
    session: AsyncSession, who: Person, contact_id: str, now: datetime
) -> tuple[Contact, ...]:
    """The page as it would be with what ships. Raises NotYours when there is nothing to withdraw."""
    found = await one(session, who, contact_id, now)
    require(found.line.noted)
    row = replace(found.rows[0], number=found.number + 1, withdrawn=True)
    return help_contact.counting(help_contacts.load(), (*await _rows(session), row), _day(now))


async def note(errand: Errand, contact: Contact, number: int) -> None:
    """`number`: of the newest row that was shown, 0 for none. Raises NotYours, Refused, ChangedMeanwhile."""
    require(may_edit(errand.who))
    rows = await _rows(errand.session)
    tidy = _checked(contact, rows, _day(errand.now))
    row = help_contact.next_row(rows, tidy, by=errand.who.id, now=errand.now)
    await _keep(errand, row, number)


async def withdraw(errand: Errand, contact_id: str, number: int) -> None:
    """Let what ships count again; what a centre added is gone from the page. Raises as `note` does."""
    found = await one(errand.session, errand.who, contact_id, errand.now)
    require(found.line.noted)
    row = replace(
        found.rows[0],
        number=found.number + 1,
        withdrawn=True,
        noted_by=errand.who.id,
        noted_at=errand.now,
    )
    await _keep(errand, row, number)


async def _keep(errand: Errand, row: Noted, number: int) -> None:
    if row.number != number + 1:
        raise ChangedMeanwhile
    try:
        async with errand.session.begin_nested():
            errand.session.add(_stored(row))
    except IntegrityError as overtaken:
        raise ChangedMeanwhile from overtaken
    await errand.record(
        STREAM,
        "help_contact.withdrawn" if row.withdrawn else "help_contact.noted",
        errand.who.id,
        contact=row.contact.id,
        number=row.number,
        dial=help_contact.dialled(row.contact.numbers[0]),
        checked_on=row.contact.checked_on.isoformat(),
    )


def _checked(contact: Contact, rows: Sequence[Noted], today: date) -> Contact:
    tidy = help_contact.tidied(contact)
    problems = help_contact.problems_of(tidy, today, needed=_needed(contact.id))
    last = help_contact.newest(rows).get(contact.id)
    before = last.contact if last and not last.withdrawn else _as_shipped(contact.id, today)
    if not problems and tidy == before:
        problems = (Problem("", "Nothing is different from before."),)
    if problems:
        raise Refused(*problems)
    return tidy


def _needed(contact_id: str) -> bool:
    rows = help_contacts.by_id().get(contact_id, ())
    confirmed = any(one.certainty is not Certainty.UNCONFIRMED for one in rows)
    return confirmed and contact_id in help_steps.called()


def _line(contact_id: str, rows: Sequence[Noted], today: date) -> Line:
    last = help_contact.newest(rows).get(contact_id)
    noted = last is not None and not last.withdrawn
    there = _as_shipped(contact_id, today)
    contact = last.contact if last is not None and (noted or there is None) else there
    if contact is None:
        raise LookupError(contact_id)
    counts = any(one.id == contact_id for one in help_contact.counting(help_contacts.load(), rows, today))
    return Line(contact, counts, noted, counts and contact.to_check_again(today))


def _as_shipped(contact_id: str, today: date) -> Contact | None:
    rows = help_contacts.by_id().get(contact_id, ())
    return next((one for one in reversed(rows) if one.valid_from <= today), rows[0] if rows else None)


def _day(now: datetime) -> date:
    return now.astimezone(ZONE).date()


async def _rows(session: AsyncSession) -> tuple[Noted, ...]:
    rows = select(HelpContactRow).order_by(col(HelpContactRow.contact), col(HelpContactRow.number))
    return tuple(_from(row) for row in (await session.exec(rows)).all())


def _stored(row: Noted) -> HelpContactRow:
    contact = row.contact
    texts = {"name": contact.name, "about": contact.about, "hours": contact.hours, "unsure": contact.unsure}
    return HelpContactRow(
        contact=contact.id,
        number=row.number,
        withdrawn=row.withdrawn,
        part=contact.group.value,
        texts={name: dict(said) for name, said in texts.items() if said is not None},
        numbers=list(contact.numbers),
        email=contact.email,
        always=contact.always,
        free=contact.free,
        languages=list(contact.languages),
        source=contact.source,
        checked_on=contact.checked_on,
        certainty=contact.certainty.value,
        valid_from=contact.valid_from,
        valid_to=contact.valid_to,
        noted_by=row.noted_by,
        noted_at=row.noted_at,
    )


def _from(row: HelpContactRow) -> Noted:
    contact = Contact(
        id=row.contact,
        group=Group(row.part),
        name=row.texts["name"],
        numbers=tuple(row.numbers),
        about=row.texts["about"],
        hours=row.texts.get("hours"),
        source=row.source,
        checked_on=row.checked_on,
        certainty=Certainty(row.certainty),
        always=row.always,
        free=row.free,
        languages=tuple(row.languages),
        email=row.email,
        unsure=row.texts.get("unsure"),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
    return Noted(contact, row.number, row.withdrawn, row.noted_by, row.noted_at)
