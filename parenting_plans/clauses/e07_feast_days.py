"""E07: Christmas, New Year and Saint Nicholas: where the children are, in even and in odd years."""

from collections.abc import Mapping
from typing import Any

from parenting_plans import special_days
from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined

_NAMED = (
    "saint_martin",
    "saint_nicholas",
    "christmas_eve",
    "christmas_day",
    "second_christmas_day",
    "new_years_eve",
    "new_years_day",
    "easter_day",
)
_EACH: Words = {
    "nl": "{day} van {begins} tot {ends}: in even jaren bij {even}, in oneven jaren bij {odd}",
    "fr": "{day} de {begins} à {ends} : les années paires chez {even}, les années impaires chez {odd}",
    "de": "{day} von {begins} bis {ends}: in geraden Jahren bei {even}, in ungeraden Jahren bei {odd}",
    "en": "{day} from {begins} to {ends}: in even years with {even}, in odd years with {odd}",
}
_ALWAYS: Words = {
    "nl": "{day} van {begins} tot {ends}: elk jaar bij {even}",
    "fr": "{day} de {begins} à {ends} : chaque année chez {even}",
    "de": "{day} von {begins} bis {ends}: jedes Jahr bei {even}",
    "en": "{day} from {begins} to {ends}: every year with {even}",
}
_SAME_DAY: Words = {"nl": "{time}", "fr": "{time}", "de": "{time} Uhr", "en": "{time}"}
_NEXT_DAY: Words = {
    "nl": "{time} de dag erna",
    "fr": "{time} le lendemain",
    "de": "{time} Uhr am nächsten Tag",
    "en": "{time} the next day",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    found, seen = [], set()
    for place, row in enumerate(answers["days"]):
        if row["day"] in seen:
            found.append(Problem(f"days.{place}.day", "This day is already in the list."))
        seen.add(row["day"])
        if row.get("next_day") != "yes" and row["ends"] <= row["begins"]:
            found.append(Problem(f"days.{place}.ends", "Choose a time after the beginning, or the next day."))
    return tuple(found)


def _one(row: Mapping[str, Any], names: Names) -> Words:
    ends = filled(_NEXT_DAY if row.get("next_day") == "yes" else _SAME_DAY, time=row["ends"])
    template = _ALWAYS if row["even"] == row["odd"] else _EACH
    day = option(_DAY, row["day"])
    return filled(
        template, day=day, begins=row["begins"], ends=ends, even=names[row["even"]], odd=names[row["odd"]]
    )


def _words(answers: Answers, names: Names) -> Words:
    return joined([_one(row, names) for row in answers["days"]])


_DAY = Field(
    "day",
    Kind.CHOICE,
    {"nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day"},
    options=tuple((one.id, one.name) for one in special_days.load() if one.id in _NAMED),
)

CLAUSE = Clause(
    code="E07",
    section="E",
    title={
        "nl": "Kerst, Nieuwjaar, Sinterklaas",
        "fr": "Noël, Nouvel An, Saint-Nicolas",
        "de": "Weihnachten, Neujahr, Nikolaus",
        "en": "Christmas, New Year, Saint Nicholas",
    },
    question={
        "nl": "Waar zijn de kinderen op de feestdagen?",
        "fr": "Où sont les enfants les jours de fête ?",
        "de": "Wo sind die Kinder an den Festtagen?",
        "en": "Where are the children on the feast days?",
    },
    hint={
        "nl": "Een feestdag gaat voor op de vakantieregeling. Even of oneven is het jaar van die dag zelf.",
        "fr": "Un jour de fête passe avant le partage des vacances. L'année paire ou impaire est celle de ce jour.",
        "de": "Ein Festtag geht der Ferienregelung vor. Gerade oder ungerade ist das Jahr dieses Tages selbst.",
        "en": "A feast day goes before the holiday split. Even or odd is the year of that day itself.",
    },
    fields=(
        Field(
            "days",
            Kind.ROWS,
            {"nl": "Feestdag", "fr": "Jour de fête", "de": "Festtag", "en": "Feast day"},
            maximum=len(_NAMED),
            columns=(
                _DAY,
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
                Field("begins", Kind.TIME, {"nl": "Van", "fr": "De", "de": "Von", "en": "From"}),
                Field("ends", Kind.TIME, {"nl": "Tot", "fr": "À", "de": "Bis", "en": "To"}),
                Field(
                    "next_day",
                    Kind.YES_NO,
                    {
                        "nl": "Tot de dag erna?",
                        "fr": "Jusqu'au lendemain ?",
                        "de": "Bis zum nächsten Tag?",
                        "en": "Until the next day?",
                    },
                    required=False,
                ),
            ),
        ),
    ),
    default={
        "days": [
            {"day": "christmas_eve", "begins": "18:00", "ends": "12:00", "next_day": "yes"},
            {"day": "christmas_day", "begins": "12:00", "ends": "12:00", "next_day": "yes"},
        ]
    },
    source="Flemish model clauses for feast days: 24 December 18:00 to 25 December 12:00, then the other parent",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "days": [
                    {
                        "day": "christmas_eve",
                        "even": "A",
                        "odd": "B",
                        "begins": "18:00",
                        "ends": "12:00",
                        "next_day": "yes",
                    },
                    {"day": "saint_nicholas", "even": "B", "odd": "B", "begins": "14:00", "ends": "18:00"},
                ]
            },
            sentence={
                "nl": "Kerstavond van 18:00 tot 12:00 de dag erna: in even jaren bij Ana, in oneven jaren bij Ben; Sinterklaas van 14:00 tot 18:00: elk jaar bij Ben.",
                "fr": "Réveillon de Noël de 18:00 à 12:00 le lendemain : les années paires chez Ana, les années impaires chez Ben ; Saint-Nicolas de 14:00 à 18:00 : chaque année chez Ben.",
                "de": "Heiligabend von 18:00 bis 12:00 Uhr am nächsten Tag: in geraden Jahren bei Ana, in ungeraden Jahren bei Ben; Nikolaus von 14:00 bis 18:00 Uhr: jedes Jahr bei Ben.",
                "en": "Christmas Eve from 18:00 to 12:00 the next day: in even years with Ana, in odd years with Ben; Saint Nicholas from 14:00 to 18:00: every year with Ben.",
            },
        ),
        Example({}, problems=("days",)),
        Example(
            {"days": [{"day": "christmas_eve"}]},
            problems=("days.0.even", "days.0.odd", "days.0.begins", "days.0.ends"),
        ),
        Example(
            {"days": [{"day": "christmas_eve", "even": "A", "odd": "B", "begins": "18:00", "ends": "12:00"}]},
            problems=("days.0.ends",),
        ),
        Example(
            {
                "days": [
                    {"day": "new_years_day", "even": "A", "odd": "B", "begins": "10:00", "ends": "12:00"}
                ]
                * 2
            },
            problems=("days.1.day",),
        ),
        Example(
            {"days": [{"day": "halloween", "even": "C", "odd": "B", "begins": "02:30", "ends": "12:00"}]},
            problems=("days.0.day", "days.0.even", "days.0.begins"),
        ),
    ),
)
