"""Small pieces of sentence in nl, fr, de and en: dates, lists, weekdays, filled templates."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list

from parenting_plans.values import Words

LANGUAGES = ("nl", "fr", "de", "en")
_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "en": "en_GB"}

WEEKDAYS: tuple[tuple[str, Words], ...] = (
    ("mon", {"nl": "maandag", "fr": "lundi", "de": "Montag", "en": "Monday"}),
    ("tue", {"nl": "dinsdag", "fr": "mardi", "de": "Dienstag", "en": "Tuesday"}),
    ("wed", {"nl": "woensdag", "fr": "mercredi", "de": "Mittwoch", "en": "Wednesday"}),
    ("thu", {"nl": "donderdag", "fr": "jeudi", "de": "Donnerstag", "en": "Thursday"}),
    ("fri", {"nl": "vrijdag", "fr": "vendredi", "de": "Freitag", "en": "Friday"}),
    ("sat", {"nl": "zaterdag", "fr": "samedi", "de": "Samstag", "en": "Saturday"}),
    ("sun", {"nl": "zondag", "fr": "dimanche", "de": "Sonntag", "en": "Sunday"}),
)


def weekday_number(value: str) -> int:
    """0 for "mon" to 6 for "sun"."""
    return [name for name, _ in WEEKDAYS].index(value)


def filled(template: Words, **values: Words | str) -> Words:
    """The template with its {named} places filled in every language; a value may itself be in four languages."""
    return {
        language: template[language].format(
            **{name: value if isinstance(value, str) else value[language] for name, value in values.items()}
        )
        for language in LANGUAGES
    }


def long_date(day: date) -> Words:
    """'6 september 2027', '6 septembre 2027', '6. September 2027', '6 September 2027'."""
    return {language: format_date(day, format="long", locale=_LOCALES[language]) for language in LANGUAGES}


def listed(items: Sequence[Words | str]) -> Words:
    """The items as people list them: 'a, b en c'."""
    return {
        language: format_list(
            [item if isinstance(item, str) else item[language] for item in items], locale=_LOCALES[language]
        )
        for language in LANGUAGES
    }
