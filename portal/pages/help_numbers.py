"""Numbers for urgent help, for those who keep them: what counts, one to change with its source, and the page as it would be."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Annotated, Any, Final, Literal

from litestar import Controller, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Response
from pydantic import BaseModel, Field
from sqlmodel.ext.asyncio.session import AsyncSession

from mediation.errand import Errand
from mediation.help_contact import LONGEST, LONGEST_SOURCE, Certainty, Contact, Group, dialled
from mediation.usecases import help_contact
from parenting_plans.wording import LANGUAGES
from portal.forms import Typed, submitted
from portal.languages import OWN_NAMES
from portal.pages.help import shown
from portal.pages.swaps_forms import kept
from portal.pages.trips_forms import Near
from portal.visit import Visit, again, wanted

LIST, ONE, REVIEW = "help_numbers/list.html", "help_numbers/one.html", "help_numbers/review.html"
HOME, NEW, WITHDRAW = "/help-numbers", "new", "withdraw"
WORDS: Final = tuple(LONGEST)  # name, about, hours, unsure
_FREE: Final[Mapping[str, bool | None]] = {"yes": True, "no": False, "unknown": None}
_NOTHING: Final = dict.fromkeys(LANGUAGES, "")


class ContactForm(BaseModel):
    """Beside it: `numbers` one a line, and every text once a language, such as `about_nl`."""

    group: Group
    email: str = ""
    always: bool = False
    free: Literal["yes", "no", "unknown"]
    languages: list[Literal["nl", "fr", "de", "en"]] = []
    source: str = ""
    checked_on: Annotated[date, Near]
    certainty: Certainty
    valid_from: Annotated[date, Near]
    valid_to: Annotated[date | None, Near] = None


class NumberForm(BaseModel):
    number: int = Field(ge=0)


class HelpNumbersPages(Controller):
    path = HOME

    @get("/")
    async def all(
        self, visit: NamedDependency[Visit], reading: NamedDependency[AsyncSession]
    ) -> Response[str]:
        lines = await help_contact.every(reading, visit.person, visit.now)
        return visit.show(LIST, lines=lines, dialled=dialled)

    @get("/{contact:str}")
    async def one(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        contact: FromPath[str],
    ) -> Response[str]:
        page = await _page(reading, contact, visit)
        found = page["found"]
        return visit.show(ONE, **page, values=_values(found.line.contact if found else None, visit))

    @post("/{contact:str}/review")
    async def review(
        self,
        visit: NamedDependency[Visit],
        reading: NamedDependency[AsyncSession],
        contact: FromPath[str],
    ) -> Response[str]:
        """Show the page as it would be. Nothing is kept."""
        typed = submitted(await visit.request.form())
        page = partial(_page, reading, contact, visit)
        if typed.get("step") == "edit":
            return visit.show(ONE, **await page(), values=typed)
        async with again(ONE, typed, page):
            if typed.get("do") == WITHDRAW:
                then = await help_contact.preview_withdrawal(reading, visit.person, contact, visit.now)
                new = None
            else:
                said = await _said(reading, contact, typed, visit)
                new, then = await help_contact.preview(reading, visit.person, said, visit.now)
        return visit.show(REVIEW, **await page(), new=new, help=shown(then), kept=kept(typed))

    @post("/{contact:str}")
    async def keep(
        self,
        visit: NamedDependency[Visit],
        errand: NamedDependency[Errand],
        contact: FromPath[str],
    ) -> Redirect:
        typed = submitted(await visit.request.form())
        async with again(ONE, typed, partial(_page, errand.session, contact, visit)):
            number = wanted(NumberForm, typed).number
            if typed.get("do") == WITHDRAW:
                await help_contact.withdraw(errand, contact, number)
            else:
                await help_contact.note(errand, await _said(errand.session, contact, typed, visit), number)
        visit.service.help_numbers.forget()
        return visit.go(HOME, "withdrawn" if typed.get("do") == WITHDRAW else "saved")


async def _said(session: AsyncSession, contact: str, typed: Typed, visit: Visit) -> Contact:
    """The contact as it was typed. Raises NotYours, Refused."""
    if contact == NEW:
        id, group = await help_contact.new_id(session, visit.person), None
    else:
        found = await help_contact.one(session, visit.person, contact, visit.now)
        id, group = contact, found.line.contact.group
    form = wanted(ContactForm, {**typed, **({"group": group.value} if group else {})})
    words = {name: {language: _text(typed, f"{name}_{language}") for language in LANGUAGES} for name in WORDS}
    return Contact(
        id=id,
        group=form.group,
        name=words["name"],
        numbers=tuple(_text(typed, "numbers").split("\n")),
        about=words["about"],
        hours=words["hours"],
        unsure=words["unsure"],
        source=form.source,
        checked_on=form.checked_on,
        certainty=form.certainty,
        always=form.always,
        free=_FREE[form.free],
        languages=tuple(form.languages),
        email=form.email,
        valid_from=form.valid_from,
        valid_to=form.valid_to,
    )


def _text(typed: Mapping[str, Any], name: str) -> str:
    said = typed.get(name, "")
    return said if isinstance(said, str) else said[-1]


async def _page(session: AsyncSession, contact: str, visit: Visit) -> dict[str, Any]:
    """Raises NotYours for anyone else, and for what does not exist."""
    if contact == NEW:
        await help_contact.every(session, visit.person, visit.now)  # may this person?
        found = None
    else:
        found = await help_contact.one(session, visit.person, contact, visit.now)
    return {
        "found": found,
        "here": f"{HOME}/{contact}",
        "home": HOME,
        "texts": WORDS,
        "longest": LONGEST,
        "longest_source": LONGEST_SOURCE,
        "own_names": list(OWN_NAMES.items()),
        "groups": [one.value for one in Group],
        "dialled": dialled,
    }


def _values(contact: Contact | None, visit: Visit) -> dict[str, Any]:
    today = visit.now.date()
    if contact is None:
        return {"free": "unknown", "valid_from": today, "checked_on": today}
    texts = {name: getattr(contact, name) or _NOTHING for name in WORDS}
    words = {f"{name}_{language}": said[language] for name, said in texts.items() for language in LANGUAGES}
    return {
        **words,
        "group": contact.group.value,
        "numbers": "\n".join(contact.numbers),
        "email": contact.email,
        "always": "on" if contact.always else "",
        "free": next(code for code, known in _FREE.items() if known is contact.free),
        "languages": list(contact.languages),
        "source": contact.source,
        "checked_on": contact.checked_on,
        "certainty": contact.certainty.value,
        "valid_from": contact.valid_from,
        "valid_to": contact.valid_to,
    }
