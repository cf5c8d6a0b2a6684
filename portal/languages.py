"""The four languages of the portal: whose words to use, and how days and countries are said in them.

Catalogues are `.po` files read at first use; compiled ones never lie about on disk. Times are Brussels times.
"""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import parse_locale
from babel.dates import format_date, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from parenting_plans.values import Problem

LANGUAGES: Final = ("nl", "fr", "de", "en")
DEFAULT: Final = "nl"
OWN_NAMES: Final[Mapping[str, str]] = {"nl": "Nederlands", "fr": "Français", "de": "Deutsch", "en": "English"}
LOCALES: Final[Mapping[str, str]] = {"nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "en": "en_GB"}
CATALOGUES: Final = Path(__file__).parent / "locale"
DOMAIN: Final = "entente"
BRUSSELS: Final = ZoneInfo("Europe/Brussels")


def mark(msgid: str) -> str:
    """Mark a text for translation where it stands; it is translated where it is shown."""
    return msgid


@dataclass(frozen=True, slots=True)
class Translator:
    """The words of one language."""

    lang: str
    catalogue: gettext.NullTranslations

    def gettext(self, msgid: str) -> str:
        """Give the text in this language; the English text itself where there is none."""
        return self.catalogue.gettext(msgid) if msgid else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.catalogue.ngettext(one, many, n)

    def text(self, msgid: str, **values: object) -> str:
        """Fill the {named} places of a text."""
        return self.gettext(msgid).format(**values)

    def say(self, problem: Problem) -> str:
        return self.text(problem.text, **problem.values)


def catalogue_path(lang: str) -> Path:
    return CATALOGUES / lang / "LC_MESSAGES" / f"{DOMAIN}.po"


@lru_cache(maxsize=len(LANGUAGES))
def words(lang: str) -> Translator:
    """Load a language. Raises KeyError for one that we do not speak."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    with catalogue_path(lang).open("rb") as source:
        catalogue = read_po(source, locale=lang, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translator(lang, gettext.GNUTranslations(compiled))


def choose(accept_language: str | None, cookie: str | None, person: str | None) -> str:
    """Choose a language: the person's own, else the one picked on this device, else the browser's, else Dutch."""
    for wish in (person, cookie):
        if wish in LANGUAGES:
            return str(wish)
    return next((lang for lang in _accepted(accept_language or "") if lang in LANGUAGES), DEFAULT)


def _accepted(header: str) -> list[str]:
    """Primary tags of an Accept-Language header (RFC 9110 12.5.4), most wanted first; refused and broken ones left out."""
    wanted: list[tuple[float, str]] = []
    for part in header[:500].split(","):
        tag, _, weight = part.strip().partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
            language = parse_locale(tag.strip(), sep="-")[0].lower()
        except ValueError:
            continue
        if quality > 0:
            wanted.append((-quality, language))
    return [language for _, language in sorted(wanted, key=lambda item: item[0])]


def civil_day(value: date) -> date:
    """The Brussels day of an instant; a plain day is itself."""
    return value.astimezone(BRUSSELS).date() if isinstance(value, datetime) else value


def day(value: date, lang: str) -> str:
    """vrijdag 6 maart 2026."""
    return format_date(civil_day(value), "full", locale=LOCALES[lang])


def short_day(value: date, lang: str) -> str:
    """Say vr 6 mrt: no year."""
    pattern = "EEE d. MMM" if lang == "de" else "EEE d MMM"
    return format_date(civil_day(value), pattern, locale=LOCALES[lang])


def month(value: date, lang: str) -> str:
    """Maart 2026."""
    return format_date(civil_day(value), "LLLL y", locale=LOCALES[lang])


def clock(value: datetime | time) -> str:
    """18:00 on a Brussels clock; a bare time of day is taken as it is."""
    wall = value.astimezone(BRUSSELS) if isinstance(value, datetime) else value
    return f"{wall:%H:%M}"


def moment(value: datetime, lang: str) -> str:
    """vrijdag 6 maart 2026, 18:00."""
    return f"{day(value, lang)}, {clock(value)}"


def printed(value: datetime, zone: str, *, lang: str) -> str:
    """Say a moment as a ticket prints it: on a clock of that zone (an IANA name)."""
    wall = value.astimezone(ZoneInfo(zone))
    return f"{day(wall.date(), lang)}, {wall:%H:%M}"


def weekday(value: date | int, width: str = "wide", *, lang: str) -> str:
    """Name a weekday (0 is Monday); width: wide, abbreviated or narrow."""
    number = value if isinstance(value, int) else civil_day(value).weekday()
    return str(get_day_names(width, locale=LOCALES[lang])[number])  # type: ignore[arg-type]


def country(code: str, lang: str) -> str:
    """Name a country by its ISO 3166-1 alpha-2 code; an unknown code is shown as it is."""
    return str(Locale.parse(LOCALES[lang]).territories.get(code.upper(), code))


@lru_cache(maxsize=len(LANGUAGES))
def countries(lang: str) -> tuple[tuple[str, str], ...]:
    """All countries as (code, name) for a select, in the alphabetical order of the names."""
    named = Locale.parse(LOCALES[lang]).territories.items()
    real = [
        (code, name)
        for code, name in named
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    ]
    return tuple(sorted(real, key=lambda pair: pair[1].translate(_PLAIN_CAPITALS)))


# What CLDR lists beside ISO 3166-1: groupings, outlying areas without an ISO code, private use.
NOT_COUNTRIES: Final = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
)
_PLAIN_CAPITALS: Final = str.maketrans("ÅÄÉÈÊÎÍÖÔÜÇ", "AAEEEIIOOUC")
