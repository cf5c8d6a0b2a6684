"""E11: religious and cultural feasts that matter to the family. A feast whose day moves is settled each year."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, long_date

_WHEN: tuple[tuple[str, Words], ...] = (
    (
        "moves",
        {
            "nl": "elk jaar op een andere dag",
            "fr": "un autre jour chaque année",
            "de": "jedes Jahr an einem anderen Tag",
            "en": "on another day each year",
        },
    ),
    (
        "yearly",
        {
            "nl": "elk jaar op dezelfde datum",
            "fr": "chaque année à la même date",
            "de": "jedes Jahr am selben Datum",
            "en": "on the same date each year",
        },
    ),
    (
        "once",
        {
            "nl": "één keer, op een datum",
            "fr": "une seule fois, à une date",
            "de": "einmal, an einem Datum",
            "en": "once, on a date",
        },
    ),
)
_DATED = ("when", ("yearly", "once"))
_WITH: Words = {
    "nl": "{feast}: in even jaren bij {even}, in oneven jaren bij {odd}",
    "fr": "{feast} : les années paires chez {even}, les années impaires chez {odd}",
    "de": "{feast}: in geraden Jahren bei {even}, in ungeraden Jahren bei {odd}",
    "en": "{feast}: in even years with {even}, in odd years with {odd}",
}
_ALWAYS: Words = {
    "nl": "{feast}: bij {even}",
    "fr": "{feast} : chez {even}",
    "de": "{feast}: bei {even}",
    "en": "{feast}: with {even}",
}
_DATE: Words = {
    "nl": "{name} ({day}, {begins}–{ends})",
    "fr": "{name} ({day}, {begins}–{ends})",
    "de": "{name} ({day}, {begins}–{ends} Uhr)",
    "en": "{name} ({day}, {begins}–{ends})",
}
_MOVING: Words = {
    "nl": "{name} (de dag spreken wij elk jaar af)",
    "fr": "{name} (nous convenons du jour chaque année)",
    "de": "{name} (den Tag vereinbaren wir jedes Jahr)",
    "en": "{name} (we agree on the day each year)",
}
_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "en": "en_GB"}
_PATTERNS = {"nl": "d MMMM", "fr": "d MMMM", "de": "d. MMMM", "en": "d MMMM"}


def _together(answers: Answers) -> tuple[Problem, ...]:
    return tuple(
        Problem(f"feasts.{place}.ends", "Choose a time after the beginning.")
        for place, row in enumerate(answers["feasts"])
        if row["when"] != "moves" and row["ends"] <= row["begins"]
    )


def _feast(row: Mapping[str, Any]) -> Words:
    if row["when"] == "moves":
        return filled(_MOVING, name=row["name"])
    on = date.fromisoformat(row["on"])
    yearly = {lang: format_date(on, _PATTERNS[lang], locale=_LOCALES[lang]) for lang in _LOCALES}
    day = yearly if row["when"] == "yearly" else long_date(on)
    return filled(_DATE, name=row["name"], day=day, begins=row["begins"], ends=row["ends"])


def _one(row: Mapping[str, Any], names: Names) -> Words:
    template = _ALWAYS if row["even"] == row["odd"] else _WITH
    return filled(template, feast=_feast(row), even=names[row["even"]], odd=names[row["odd"]])


def _words(answers: Answers, names: Names) -> Words:
    return joined([_one(row, names) for row in answers["feasts"]])


CLAUSE = Clause(
    code="E11",
    section="E",
    title={
        "nl": "Religieuze en culturele feesten",
        "fr": "Fêtes religieuses et culturelles",
        "de": "Religiöse und kulturelle Feste",
        "en": "Religious and cultural feasts",
    },
    question={
        "nl": "Welke andere feesten zijn belangrijk voor jullie?",
        "fr": "Quelles autres fêtes sont importantes pour vous ?",
        "de": "Welche anderen Feste sind Ihnen wichtig?",
        "en": "Which other feasts matter to you?",
    },
    hint={
        "nl": "Bijvoorbeeld Suikerfeest, Chanoeka, een communie of lentefeest.",
        "fr": "Par exemple l'Aïd, Hanouka, une communion ou une fête laïque.",
        "de": "Zum Beispiel Zuckerfest, Chanukka, eine Kommunion oder Jugendfeier.",
        "en": "For example Eid, Hanukkah, a communion or spring feast.",
    },
    fields=(
        Field(
            "feasts",
            Kind.ROWS,
            {"nl": "Feest", "fr": "Fête", "de": "Fest", "en": "Feast"},
            maximum=12,
            columns=(
                Field(
                    "name",
                    Kind.TEXT,
                    {
                        "nl": "Naam van het feest",
                        "fr": "Nom de la fête",
                        "de": "Name des Festes",
                        "en": "Name of the feast",
                    },
                    maximum=60,
                ),
                Field(
                    "when",
                    Kind.CHOICE,
                    {"nl": "Wanneer", "fr": "Quand", "de": "Wann", "en": "When"},
                    options=_WHEN,
                ),
                Field(
                    "on",
                    Kind.DATE,
                    {"nl": "Datum", "fr": "Date", "de": "Datum", "en": "Date"},
                    asked_when=_DATED,
                ),
                Field(
                    "begins",
                    Kind.TIME,
                    {"nl": "Van", "fr": "De", "de": "Von", "en": "From"},
                    asked_when=_DATED,
                ),
                Field(
                    "ends", Kind.TIME, {"nl": "Tot", "fr": "À", "de": "Bis", "en": "To"}, asked_when=_DATED
                ),
                Field(
                    "even",
                    Kind.PARENT,
                    {
                        "nl": "In even jaren bij",
                        "fr": "Les années paires chez",
                        "de": "In geraden Jahren bei",
                        "en": "In even years with",
                    },
                ),
                Field(
                    "odd",
                    Kind.PARENT,
                    {
                        "nl": "In oneven jaren bij",
                        "fr": "Les années impaires chez",
                        "de": "In ungeraden Jahren bei",
                        "en": "In odd years with",
                    },
                ),
            ),
        ),
    ),
    source="Own design",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "feasts": [
                    {"name": "Suikerfeest", "when": "moves", "even": "A", "odd": "B"},
                    {
                        "name": "Lentefeest",
                        "when": "once",
                        "on": "2028-05-07",
                        "begins": "10:00",
                        "ends": "18:00",
                        "even": "B",
                        "odd": "B",
                    },
                    {
                        "name": "Naamdag",
                        "when": "yearly",
                        "on": "2027-09-29",
                        "begins": "12:00",
                        "ends": "18:00",
                        "even": "A",
                        "odd": "A",
                    },
                ]
            },
            sentence={
                "nl": "Suikerfeest (de dag spreken wij elk jaar af): in even jaren bij Ana, in oneven jaren bij Ben; Lentefeest (7 mei 2028, 10:00–18:00): bij Ben; Naamdag (29 september, 12:00–18:00): bij Ana.",
                "fr": "Suikerfeest (nous convenons du jour chaque année) : les années paires chez Ana, les années impaires chez Ben ; Lentefeest (7 mai 2028, 10:00–18:00) : chez Ben ; Naamdag (29 septembre, 12:00–18:00) : chez Ana.",
                "de": "Suikerfeest (den Tag vereinbaren wir jedes Jahr): in geraden Jahren bei Ana, in ungeraden Jahren bei Ben; Lentefeest (7. Mai 2028, 10:00–18:00 Uhr): bei Ben; Naamdag (29. September, 12:00–18:00 Uhr): bei Ana.",
                "en": "Suikerfeest (we agree on the day each year): in even years with Ana, in odd years with Ben; Lentefeest (7 May 2028, 10:00–18:00): with Ben; Naamdag (29 September, 12:00–18:00): with Ana.",
            },
        ),
        Example({}, problems=("feasts",)),
        Example(
            {"feasts": [{"name": "Feest", "when": "once"}]},
            problems=("feasts.0.on", "feasts.0.begins", "feasts.0.ends", "feasts.0.even", "feasts.0.odd"),
        ),
        Example(
            {
                "feasts": [
                    {
                        "name": "Feest",
                        "when": "yearly",
                        "on": "2028-05-07",
                        "begins": "18:00",
                        "ends": "10:00",
                        "even": "A",
                        "odd": "A",
                    }
                ]
            },
            problems=("feasts.0.ends",),
        ),
        Example(
            {"feasts": [{"name": "x" * 61, "when": "never", "even": "C", "odd": "A"}]},
            problems=("feasts.0.name", "feasts.0.when", "feasts.0.even"),
        ),
    ),
)
