"""A number that people can call when it is urgent: whose it is, when it answers, where that stands and how sure it is. Pure.

What ships is dated; an administrator's note lies over it. What could not be confirmed is said beside the number, never
left out and never told as a fact.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parenting_plans.fields import has_strange_signs
from parenting_plans.values import Problem, Words
from parenting_plans.wording import LANGUAGES

CHECK_EVERY = timedelta(days=365)
EARLIEST = date(2020, 1, 1)
MOST_NUMBERS = 3
LONGEST = {"name": 80, "about": 250, "hours": 160, "unsure": 250}  # characters in each language
LONGEST_SOURCE, LONGEST_EMAIL = 200, 100
SPOKEN = ("nl", "fr", "de", "en")
_NUMBER = re.compile(r"\+?[0-9][0-9 ]{1,22}[0-9]")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


class Group(StrEnum):
    """Where on the page it belongs."""

    URGENT = "urgent"
    CHILD = "child"
    LAW = "law"
    VIOLENCE = "violence"
    YOUNG = "young"


class Certainty(StrEnum):
    OWN = "own"  # the service itself says so, on its own pages or when asked
    REPORTED = "reported"  # others say so
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """`numbers` as people write them. `free` None: not known. `unsure`: what could not be confirmed, in whole sentences."""

    id: str
    group: Group
    name: Words
    numbers: tuple[str, ...]
    about: Words
    hours: Words | None
    source: str
    checked_on: date
    certainty: Certainty
    always: bool = False  # day and night
    free: bool | None = None
    languages: tuple[str, ...] = ()  # empty: not known
    email: str = ""
    unsure: Words | None = None
    valid_from: date = EARLIEST
    valid_to: date | None = None

    def valid(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def to_check_again(self, today: date) -> bool:
        return today - self.checked_on > CHECK_EVERY


@dataclass(frozen=True, slots=True)
class Noted:
    """One row of a contact's history. `number` counts from 1; withdrawn: from then on what ships counts again."""

    contact: Contact
    number: int
    withdrawn: bool
    noted_by: UUID
    noted_at: datetime


def dialled(number: str) -> str:
    """What a telephone dials: "+32 2 542 67 00" as "+3225426700"."""
    return re.sub(r"[^+0-9]", "", number)


def newest(rows: Iterable[Noted]) -> dict[str, Noted]:
    """The last row of each contact, withdrawn or not."""
    return {row.contact.id: row for row in sorted(rows, key=lambda row: row.number)}


def counting(shipped: Sequence[Contact], rows: Iterable[Noted], day: date) -> tuple[Contact, ...]:
    """The contacts that count on a day: what was noted over what ships. In the order of the page.

    A note that begins later leaves what ships until then; one that has ended ends the contact.
    """
    noted = {id: row.contact for id, row in newest(rows).items() if not row.withdrawn}
    found = [one for one in noted.values() if one.valid(day)]
    hidden = {id for id, one in noted.items() if one.valid_from <= day}
    found += [one for one in shipped if one.id not in hidden and one.valid(day)]
    order = list(dict.fromkeys([*(one.id for one in shipped), *sorted(noted)]))
    return tuple(sorted(found, key=lambda one: (list(Group).index(one.group), order.index(one.id))))


def with_(contacts: Sequence[Contact], contact: Contact) -> tuple[Contact, ...]:
    """The same page with this contact as it would be."""
    if any(one.id == contact.id for one in contacts):
        return tuple(contact if one.id == contact.id else one for one in contacts)
    return (*contacts, contact)


def next_row(
    rows: Iterable[Noted], contact: Contact, *, by: UUID, now: datetime, withdrawn: bool = False
) -> Noted:
    last = newest(rows).get(contact.id)
    return Noted(contact, last.number + 1 if last else 1, withdrawn, by, now)


def tidied(contact: Contact) -> Contact:
    """Without spaces around and doubled; words that stand in no language at all are none."""

    def words(said: Words | None) -> Words | None:
        clean = {language: " ".join((said or {}).get(language, "").split()) for language in LANGUAGES}
        return clean if any(clean.values()) else None

    empty = dict.fromkeys(LANGUAGES, "")
    return replace(
        contact,
        name=words(contact.name) or empty,
        about=words(contact.about) or empty,
        hours=words(contact.hours),
        unsure=words(contact.unsure),
        numbers=tuple(" ".join(one.split()) for one in contact.numbers if one.strip()),
        source=" ".join(contact.source.split()),
        email=contact.email.strip(),
    )


def problems_of(contact: Contact, today: date, *, needed: bool) -> tuple[Problem, ...]:
    """Everything that is wrong with it, at once. `needed`: the steps of the page call it, so it cannot end."""
    return (
        *_of_numbers(contact),
        *_of_words(contact),
        *_of_evidence(contact, today),
        *_of_time(contact, needed=needed),
    )


def _of_numbers(contact: Contact) -> Iterator[Problem]:
    if not contact.numbers:
        yield Problem("numbers", "Give at least one number.")
    elif len(contact.numbers) > MOST_NUMBERS:
        yield Problem("numbers", "Give at most {n} numbers.", {"n": str(MOST_NUMBERS)})
    elif not all(_NUMBER.fullmatch(one) for one in contact.numbers):
        yield Problem("numbers", "Write numbers with digits and spaces, for example +32 2 123 45 67.")
    if contact.email and (len(contact.email) > LONGEST_EMAIL or not _EMAIL.fullmatch(contact.email)):
        yield Problem("email", "This is not an e-mail address. Write it as name@example.be.")
    if not set(contact.languages) <= set(SPOKEN):
        yield Problem("languages", "Choose one of the options.")


def _of_words(contact: Contact) -> Iterator[Problem]:
    texts = {"name": contact.name, "about": contact.about, "hours": contact.hours, "unsure": contact.unsure}
    for name, said in texts.items():
        for language in LANGUAGES if said else ():
            text, field = (said or {}).get(language, ""), f"{name}_{language}"
            if not text:
                yield Problem(field, "Write it in all four languages.")
            elif len(text) > LONGEST[name]:
                yield Problem(field, "Use at most {n} characters.", {"n": str(LONGEST[name])})
            elif has_strange_signs(text):
                yield Problem(field, "Use ordinary letters and signs.")


def _of_evidence(contact: Contact, today: date) -> Iterator[Problem]:
    if not contact.source:
        yield Problem("source", "Say where this stands, or whom you asked.")
    elif len(contact.source) > LONGEST_SOURCE:
        yield Problem("source", "Use at most {n} characters.", {"n": str(LONGEST_SOURCE)})
    elif has_strange_signs(contact.source):
        yield Problem("source", "Use ordinary letters and signs.")
    if not EARLIEST <= contact.checked_on <= today:
        yield Problem("checked_on", "Give the day on which it was checked, not later than today.")
    if contact.certainty is Certainty.UNCONFIRMED and contact.unsure is None:
        yield Problem("unsure_en", "Say what could not be confirmed.")


def _of_time(contact: Contact, *, needed: bool) -> Iterator[Problem]:
    if contact.valid_to is not None and contact.valid_to < contact.valid_from:
        yield Problem("valid_to", "Choose a last day that is not before the first day.")
    elif contact.valid_to is not None and needed:
        yield Problem(
            "valid_to", "The steps of the page call this number. Change it, but give it no last day."
        )
