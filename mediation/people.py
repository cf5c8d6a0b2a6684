"""Persons and what they are to a family."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

LANGUAGES = ("nl", "fr", "de", "en")


class Profession(StrEnum):
    """What a person does here besides being a parent. NONE: a parent."""

    NONE = "none"
    MEDIATOR = "mediator"
    FAMILY_LAWYER = "family_lawyer"
    CENTRE_LEGAL = "centre_legal"
    CENTRE_PSYCH = "centre_psych"
    CENTRE_SOCIAL = "centre_social"
    CENTRE_COORDINATOR = "centre_coordinator"
    ADMINISTRATOR = "admin"

    @property
    def at_the_centre(self) -> bool:
        return self.value.startswith("centre_")

    @property
    def takes_mandates(self) -> bool:
        return self in {Profession.MEDIATOR, Profession.FAMILY_LAWYER}


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    name: str
    email: str
    language: str
    profession: Profession
    accreditation: str = ""  # number of the Federal Mediation Commission, for mediators


class NotYours(Exception):
    """Not there, or not this person's. The two are one answer."""


class AddressTaken(Exception):
    """Someone already signs in with this address."""
