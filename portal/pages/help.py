"""Help when it is urgent: one page for everyone. It sets no cookie, reads no session and is there without a database."""

from typing import Any, Final

from litestar import Controller, Request, get
from litestar.datastructures import State
from litestar.response import Response

from mediation import help_steps
from mediation.help_contact import Contact, Group, dialled
from portal.languages import LANGUAGES, choose, words
from portal.navigation import places_for
from portal.templating import render
from portal.visit import Service

PAGE: Final = "help/help.html"
PATH: Final = "/help"


class Help(Controller):
    path = PATH

    # No form stands on it, so it needs no token and hence no cookie.
    @get("/", exclude_from_csrf=True)
    async def help(self, request: Request[Any, Any, State], state: State) -> Response[str]:
        service: Service = state.service
        contacts = await service.help_numbers.at(service.clock(), service.database)
        language = _language(request)
        say = words(language)
        # Whoever may be signed in is not offered to sign in; who it is, nobody looks up.
        known = service.session_cookie in request.cookies
        places = () if known else places_for(None, PATH)
        nav = [(place.href, say.gettext(place.label), place.current) for place in places]
        body = render(PAGE, language, here=PATH, nav=nav, **shown(contacts, sign_in=not known))
        return Response(body, media_type="text/html")


def _language(request: Request[Any, Any, State]) -> str:
    """The one that is asked for in the address, for this page alone; else as everywhere."""
    asked = request.query_params.get("lang")
    picked = asked if asked in LANGUAGES else request.cookies.get("language")
    return choose(request.headers.get("accept-language", ""), picked, None)


def shown(contacts: tuple[Contact, ...], *, sign_in: bool = False) -> dict[str, Any]:
    """What the page needs of these contacts. `sign_in`: the reader has to sign in before a fact sheet."""
    situations = help_steps.load()
    called = {id for one in situations for id in one.calls}
    in_steps = {step.group for one in situations for step in one.steps}
    return {
        "situations": situations,
        "contacts": {one.id: one for one in contacts},
        "groups": {group: [one for one in contacts if one.group is group] for group in Group},
        "others": [one for one in contacts if _stands_alone(one, called, in_steps)],
        "dialled": dialled,
        "checked_on": min((one.checked_on for one in contacts), default=None),
        "with_sheet": [one.id for one in situations if one.choice],
        "sign_in": sign_in,
    }


def _stands_alone(contact: Contact, called: set[str], in_steps: set[Group | None]) -> bool:
    """No step and no list of its own shows it."""
    return contact.id not in called and contact.group not in in_steps and contact.group is not Group.YOUNG
