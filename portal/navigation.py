"""The places a person can go, for the menu. Names and paths are neutral: they stand in a browser's history."""

from dataclasses import dataclass

from mediation.people import Person, Profession
from portal.languages import mark


@dataclass(frozen=True, slots=True)
class Place:
    href: str
    label: str  # message id
    current: bool = False


_VISITOR = (("/", mark("Start")), ("/help", mark("Help")), ("/sign-in", mark("Sign in")))
_FAMILY = (
    ("today", mark("Today")),
    ("calendar", mark("Calendar")),
    ("plan", mark("Plan")),
    ("trips", mark("Trips")),
    ("documents", mark("Documents")),
    ("appointments", mark("Appointments")),
    ("steps", mark("Steps")),
    ("family", mark("Family")),
    ("worries", mark("Something worries me")),
)
_BENEATH = {
    "swaps": "calendar",
    "care": "calendar",
    "handovers": "calendar",
    "orders": "calendar",
    "away-days": "calendar",
    "travel": "trips",
}  # shown under
FAMILY_PLACES = frozenset(name for name, _label in _FAMILY) | {"sheet"}  # and what the help page leads to
_FAMILY_FOR_PROFESSIONALS = (
    ("overview", mark("Overview")),
    ("steps", mark("Steps")),
    ("appointments", mark("Appointments")),
    ("plan", mark("Plan")),
    ("calendar", mark("Calendar")),
    ("travel", mark("Trips")),
    ("documents", mark("Documents")),
    ("worries", mark("Something worries me")),
)
_PROFESSIONAL = (("/my-day", mark("My day")),)
_SETTINGS = ("/settings", mark("Settings"))
_CENTRE = (
    ("/desk", mark("Desk")),
    ("/statements", mark("Statements")),
    ("/openings", mark("Start of families")),
    ("/documents-in-hand", mark("Documents to receive")),
    ("/rules", mark("Rules")),
)
_SCHOOLS = ("/school-calendars", mark("School calendars"))
_NUMBERS = ("/help-numbers", mark("Help numbers"))


def places_for(person: Person | None, path: str) -> tuple[Place, ...]:
    places = _places(person, _family_in(path))
    everyone = (*places, _SETTINGS) if person else places
    at = _listed(path)
    # A page that is listed under another one for parents may have a line of its own for professionals.
    shown = path if any(_is_at(path, href) for href, _label in everyone) else at
    return tuple(Place(href, label, _is_at(shown, href)) for href, label in everyone)


def _is_at(path: str, href: str) -> bool:
    return path == href or path.startswith(f"{href}/")


def _listed(path: str) -> str:
    """The path under which the menu shows a page that has no line of its own."""
    parts = path.split("/")
    if len(parts) > 3 and parts[1] == "f":
        parts[3] = _BENEATH.get(parts[3], parts[3])
    return "/".join(parts)


def _family_in(path: str) -> str:
    """The family a page is about, as it stands in its path: /f/<id>/..."""
    parts = path.split("/")
    return f"/f/{parts[2]}" if len(parts) > 3 and parts[1] == "f" else "/go"


def _places(person: Person | None, family: str) -> tuple[tuple[str, str], ...]:
    if person is None:
        return _VISITOR
    if person.profession.takes_mandates:
        inside = (
            ()
            if family == "/go"
            else tuple((f"{family}/{name}", label) for name, label in _FAMILY_FOR_PROFESSIONALS)
        )
        return (*_PROFESSIONAL, *inside)
    if person.profession.at_the_centre:
        kept = (_SCHOOLS, _NUMBERS) if person.profession is Profession.CENTRE_COORDINATOR else ()
        return (*_CENTRE, *kept)
    if person.profession is Profession.ADMINISTRATOR:
        return (_SCHOOLS, _NUMBERS)
    if person.profession is Profession.NONE:
        return tuple((f"{family}/{name}", label) for name, label in _FAMILY)
    return ()


def start_page(person: Person) -> str:
    """Where a person lands after signing in."""
    if person.profession.takes_mandates:
        return "/my-day"
    if person.profession.at_the_centre:
        return "/desk"
    return "/go/today" if person.profession is Profession.NONE else "/settings"
