"""Small pieces of sentence in nl, fr, de and en: dates, lists, weekdays, filled templates."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date, get_month_names
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

# "1" to "12": a choice is a text.
MONTHS: tuple[tuple[str, Words], ...] = tuple(
    (
        str(month),
        {language: get_month_names("wide", locale=locale)[month] for language, locale in _LOCALES.items()},
    )
    for month in range(1, 13)
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
    """'6 september 2027', '6 septembre 2027' ('1er septembre 2027'), '6. September 2027', '6 September 2027'."""
    long = {language: format_date(day, format="long", locale=_LOCALES[language]) for language in LANGUAGES}
    return {**long, "fr": long["fr"].replace("1 ", "1er ", 1)} if day.day == 1 else long


def listed(items: Sequence[Words | str]) -> Words:
    """The items as people list them: 'a, b en c'."""
    return {
        language: format_list(
            [item if isinstance(item, str) else item[language] for item in items], locale=_LOCALES[language]
        )
        for language in LANGUAGES
    }


def euros(amount: str) -> Words:
    """'75.50' as '75,50 euro', '75,50 euros', '75,50 Euro', '75.50 euros'."""
    comma = amount.replace(".", ",")
    return {"nl": f"{comma} euro", "fr": f"{comma} euros", "de": f"{comma} Euro", "en": f"{amount} euros"}


_COUNTED: dict[str, tuple[Words, Words]] = {
    "minute": (
        {"nl": "minuut", "fr": "minute", "de": "Minute", "en": "minute"},
        {"nl": "minuten", "fr": "minutes", "de": "Minuten", "en": "minutes"},
    ),
    "hour": (
        {"nl": "uur", "fr": "heure", "de": "Stunde", "en": "hour"},
        {"nl": "uur", "fr": "heures", "de": "Stunden", "en": "hours"},
    ),
    "day": (
        {"nl": "dag", "fr": "jour", "de": "Tag", "en": "day"},
        {"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
    ),
    "week": (
        {"nl": "week", "fr": "semaine", "de": "Woche", "en": "week"},
        {"nl": "weken", "fr": "semaines", "de": "Wochen", "en": "weeks"},
    ),
    "month": (
        {"nl": "maand", "fr": "mois", "de": "Monat", "en": "month"},
        {"nl": "maanden", "fr": "mois", "de": "Monate", "en": "months"},
    ),
    "year": (
        {"nl": "jaar", "fr": "an", "de": "Jahr", "en": "year"},
        {"nl": "jaar", "fr": "ans", "de": "Jahre", "en": "years"},
    ),
    "meeting": (
        {"nl": "gesprek", "fr": "entretien", "de": "Gespräch", "en": "meeting"},
        {"nl": "gesprekken", "fr": "entretiens", "de": "Gespräche", "en": "meetings"},
    ),
    "visit": (
        {"nl": "bezoek", "fr": "visite", "de": "Besuch", "en": "visit"},
        {"nl": "bezoeken", "fr": "visites", "de": "Besuche", "en": "visits"},
    ),
}


def counted(number: int, unit: str, *, dative: bool = False) -> Words:
    """'3 dagen', '3 jours', '3 Tage', '3 days'. `unit` is a name in the table above; dative: 'innerhalb von 3 Tagen'."""
    # French counts 0 and 1 alike; the other three say "0 days".
    words = {
        language: _COUNTED[unit][number != 1 and not (language == "fr" and number == 0)][language]
        for language in LANGUAGES
    }
    if dative and number != 1 and not words["de"].endswith("n"):
        words["de"] += "n"
    return {language: f"{number} {words[language]}" for language in LANGUAGES}


def percent(number: int) -> Words:
    """'50%', '50 %', '50 %', '50%'."""
    return {
        language: f"{number}\xa0%" if language in ("fr", "de") else f"{number}%" for language in LANGUAGES
    }


def shares(share_a: int, a: str, b: str) -> Words:
    """'Ana 60% en Ben 40%'; what A does not carry, B does."""
    each = ((a, percent(share_a)), (b, percent(100 - share_a)))
    return listed([{language: f"{name} {part[language]}" for language in LANGUAGES} for name, part in each])


def joined(parts: Sequence[Words]) -> Words:
    """Parts of one sentence as one sentence: 'a; b.' and in French 'a ; b.'"""
    return {
        language: (" ; " if language == "fr" else "; ").join(part[language] for part in parts) + "."
        for language in LANGUAGES
    }


def sentences(parts: Sequence[Words]) -> Words:
    """Whole sentences one after the other."""
    return {language: " ".join(part[language] for part in parts) for language in LANGUAGES}
