"""Pages from templates: escaped, strict about missing names, in one language at a time."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from parenting_plans import clauses
from parenting_plans.silence import Asked, silence
from portal import languages

TEMPLATES: Final = Path(__file__).parent / "templates"

# What the frame of every page may show; a page gives what it has.
FRAME: Final[Mapping[str, Any]] = {
    "nav": (),  # (href, label, current) for each place of this person
    "person": None,  # the name shown to its own bearer
    "notices": (),  # (kind, text): kind is "", "good", "care" or "wrong"
    "problems": (),
    "values": {},
    "csrf_input": Markup(),
    "exit_url": "/exit",
    "here": "",  # path of this page, for the language links
}


def typed(value: object, kind: str = "text") -> str:
    """Write a value as the form field of that kind wants it: what somebody typed stays as it is."""
    if isinstance(value, datetime):
        wall = value.astimezone(languages.BRUSSELS) if value.tzinfo else value
        return f"{wall:%Y-%m-%dT%H:%M}" if kind == "datetime-local" else wall.date().isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def chosen(option: object, value: object) -> bool:
    """Whether an option is (among) what was chosen before."""
    many = value if isinstance(value, (list, tuple, set, frozenset)) else (value,)
    return str(option) in {str(one) for one in many if one is not None}


def environment(lang: str, loader: BaseLoader | None = None) -> Environment:
    """Make an environment that speaks one language, so that macros need no context to find their words."""
    spoken = languages.words(lang)
    env = Environment(
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        loader=loader or FileSystemLoader(TEMPLATES),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    install: Callable[..., None] = getattr(env, "install_gettext_callables")  # noqa: B009 - added by the extension, unknown to mypy
    install(spoken.gettext, spoken.ngettext, newstyle=True)
    env.globals.update(
        lang=lang,
        languages=tuple((code, languages.OWN_NAMES[code]) for code in languages.LANGUAGES),
        say=spoken.say,
        silence=lambda asked: spoken.say(silence(Asked(asked))),
        countries=partial(languages.countries, lang),
    )
    env.filters.update(
        day=partial(languages.day, lang=lang),
        short_day=partial(languages.short_day, lang=lang),
        month=partial(languages.month, lang=lang),
        moment=partial(languages.moment, lang=lang),
        printed=partial(languages.printed, lang=lang),
        weekday=partial(languages.weekday, lang=lang),
        clock=languages.clock,
        country=partial(languages.country, lang=lang),
        own=lambda texts: texts[lang],
        clause_title=lambda code: clauses.by_code()[code].title[lang],
        typed=typed,
    )
    env.tests.update(chosen=chosen)
    return env


@lru_cache(maxsize=len(languages.LANGUAGES))
def jinja_environment(lang: str) -> Environment:
    return environment(lang)


def render(name: str, lang: str, **context: object) -> str:
    """Render a template in a language (nl, fr, de, en). Raises UndefinedError when the page lacks something it names."""
    return jinja_environment(lang).get_template(name).render({**FRAME, **context})
