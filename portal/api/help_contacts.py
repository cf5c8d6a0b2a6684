"""The numbers to call when it is urgent, for programs: public, without a cookie, and there without a database."""

from dataclasses import dataclass
from datetime import date

from litestar import Controller, get
from litestar.datastructures import State

from mediation.help_contact import Contact, dialled
from parenting_plans.values import Words
from portal.visit import Service


@dataclass(frozen=True, slots=True)
class HelpContactOut:
    """`dial` is what a telephone dials. `free` null: not known. `unsure` says what could not be confirmed."""

    id: str
    group: str
    name: Words
    numbers: tuple[str, ...]
    dial: tuple[str, ...]
    email: str
    about: Words
    hours: Words | None
    day_and_night: bool
    free: bool | None
    languages: tuple[str, ...]
    unsure: Words | None
    certainty: str
    source: str
    checked_on: date


class HelpContactsApi(Controller):
    path = "/api/help-contacts"
    tags = ("help",)

    @get("/", exclude_from_csrf=True)
    async def all(self, state: State) -> list[HelpContactOut]:
        """Every number that counts today, in the order of the page."""
        service: Service = state.service
        return [_out(one) for one in await service.help_numbers.at(service.clock(), service.database)]


def _out(contact: Contact) -> HelpContactOut:
    return HelpContactOut(
        id=contact.id,
        group=contact.group.value,
        name=contact.name,
        numbers=contact.numbers,
        dial=tuple(dialled(one) for one in contact.numbers),
        email=contact.email,
        about=contact.about,
        hours=contact.hours,
        day_and_night=contact.always,
        free=contact.free,
        languages=contact.languages,
        unsure=contact.unsure,
        certainty=contact.certainty.value,
        source=contact.source,
        checked_on=contact.checked_on,
    )
