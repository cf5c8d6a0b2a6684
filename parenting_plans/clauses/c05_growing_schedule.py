"""C05: a schedule that grows with the child: from an age, a school or a date on, a child follows another pattern.

An age is reached on the birthday. Primary school begins in September of the year in which a child turns six, secondary
school in the year in which it turns twelve (plan.py finds the day for each child).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from parenting_plans import patterns
from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, long_date

MOST_STEPS = 6
_TRIGGERS: tuple[tuple[str, Words], ...] = (
    ("age", {"nl": "op een leeftijd", "fr": "à un âge", "de": "ab einem Alter", "en": "at an age"}),
    (
        "school_start",
        {
            "nl": "bij de start van de lagere school",
            "fr": "à l'entrée à l'école primaire",
            "de": "mit dem Beginn der Primarschule",
            "en": "at the start of primary school",
        },
    ),
    (
        "secondary_start",
        {
            "nl": "bij de start van de middelbare school",
            "fr": "à l'entrée à l'école secondaire",
            "de": "mit dem Beginn der Sekundarschule",
            "en": "at the start of secondary school",
        },
    ),
    ("date", {"nl": "op een datum", "fr": "à une date", "de": "ab einem Datum", "en": "on a date"}),
)
_AT_AGE: Words = {
    "nl": "vanaf de verjaardag van {age} jaar",
    "fr": "à partir de l'anniversaire de {age} ans",
    "de": "ab dem {age}. Geburtstag",
    "en": "from the birthday of {age} years",
}
_FROM: Words = {"nl": "vanaf {day}", "fr": "à partir du {day}", "de": "ab {day}", "en": "from {day}"}
_STEP: Words = {
    "nl": "{when} volgt een kind “{pattern}”",
    "fr": "{when}, un enfant suit « {pattern} »",
    "de": "{when} folgt ein Kind „{pattern}“",
    "en": "{when} a child follows “{pattern}”",
}
_STEP_WITH: Words = {
    "nl": "{when} volgt een kind “{pattern}”, met de nachten A bij {parent}",
    "fr": "{when}, un enfant suit « {pattern} », avec les nuits A chez {parent}",
    "de": "{when} folgt ein Kind „{pattern}“, mit den Nächten A bei {parent}",
    "en": "{when} a child follows “{pattern}”, with nights A with {parent}",
}
_BEGIN: Words = {
    "nl": "De regeling groeit mee met elk kind",
    "fr": "Le rythme évolue avec chaque enfant",
    "de": "Die Regelung wächst mit jedem Kind mit",
    "en": "The schedule grows with each child",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    """Two steps at the same moment would leave open which of them counts."""
    seen: set[tuple[Any, ...]] = set()
    found = []
    for place, step in enumerate(answers["steps"]):
        moment = (step["trigger"], step.get("age"), step.get("on"))
        if moment in seen:
            found.append(Problem(f"steps.{place}.trigger", "Another step begins at the same moment."))
        seen.add(moment)
    return tuple(found)


def _when(step: Mapping[str, Any]) -> Words:
    if step["trigger"] == "age":
        return filled(_AT_AGE, age=str(step["age"]))
    if step["trigger"] == "date":
        return filled(_FROM, day=long_date(date.fromisoformat(step["on"])))
    return option(_TRIGGER, step["trigger"])


def _step(step: Mapping[str, Any], names: Names) -> Words:
    pattern = option(_PATTERN, step["pattern"])
    parent = step.get("anchor_parent")
    if parent:
        return filled(_STEP_WITH, when=_when(step), pattern=pattern, parent=names[parent])
    return filled(_STEP, when=_when(step), pattern=pattern)


def _words(answers: Answers, names: Names) -> Words:
    return joined([_BEGIN, *(_step(step, names) for step in answers["steps"])])


_TRIGGER = Field(
    "trigger", Kind.CHOICE, {"nl": "Wanneer", "fr": "Quand", "de": "Wann", "en": "When"}, options=_TRIGGERS
)
_PATTERN = Field(
    "pattern",
    Kind.CHOICE,
    {"nl": "Nieuwe regeling", "fr": "Nouveau rythme", "de": "Neue Regelung", "en": "New pattern"},
    options=tuple((one.id, one.name) for one in patterns.load()),
)

CLAUSE = Clause(
    code="C05",
    section="C",
    title={
        "nl": "Meegroeiregeling",
        "fr": "Évolution selon l'âge",
        "de": "Mitwachsende Regelung",
        "en": "Schedule that grows with the child",
    },
    question={
        "nl": "Verandert de regeling op een leeftijd of een moment?",
        "fr": "Le rythme change-t-il à un âge ou à un moment ?",
        "de": "Ändert sich die Regelung mit einem Alter oder zu einem Zeitpunkt?",
        "en": "Should the schedule change at an age or a moment?",
    },
    hint={
        "nl": "Elk kind zet de stap op zijn eigen dag. De cyclus telt verder vanaf de eerste nacht van de gewone regeling.",
        "fr": "Chaque enfant passe à l'étape suivante à son propre jour. Le cycle continue à compter depuis la première nuit du rythme habituel.",
        "de": "Jedes Kind macht den Schritt an seinem eigenen Tag. Der Zyklus zählt weiter ab der ersten Nacht der gewöhnlichen Regelung.",
        "en": "Each child takes the step on its own day. The cycle keeps counting from the first night of the regular schedule.",
    },
    fields=(
        Field(
            "steps",
            Kind.ROWS,
            {"nl": "Stap", "fr": "Étape", "de": "Schritt", "en": "Step"},
            maximum=MOST_STEPS,
            columns=(
                _TRIGGER,
                Field(
                    "age",
                    Kind.INTEGER,
                    {"nl": "Leeftijd", "fr": "Âge", "de": "Alter", "en": "Age"},
                    minimum=1,
                    maximum=17,
                    unit={"nl": "jaar", "fr": "ans", "de": "Jahre", "en": "years"},
                    asked_when=("trigger", ("age",)),
                ),
                Field(
                    "on",
                    Kind.DATE,
                    {"nl": "Datum", "fr": "Date", "de": "Datum", "en": "Date"},
                    asked_when=("trigger", ("date",)),
                ),
                _PATTERN,
                Field(
                    "anchor_parent",
                    Kind.PARENT,
                    {
                        "nl": "Wie heeft dan de nachten A?",
                        "fr": "Qui a alors les nuits A ?",
                        "de": "Wer hat dann die Nächte A?",
                        "en": "Who has nights A then?",
                    },
                    hint={
                        "nl": "Leeg: dezelfde ouder als nu.",
                        "fr": "Vide : le même parent que maintenant.",
                        "de": "Leer: derselbe Elternteil wie jetzt.",
                        "en": "Empty: the same parent as now.",
                    },
                    required=False,
                ),
            ),
        ),
    ),
    source="Belgian “meegroeiplan” practice (Gezinsbond)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "steps": [
                    {"trigger": "age", "age": 6, "pattern": "2-2-5-5"},
                    {"trigger": "secondary_start", "pattern": "ww_fri", "anchor_parent": "B"},
                    {"trigger": "date", "on": "2031-09-01", "pattern": "2weeks"},
                ]
            },
            sentence={
                "nl": "De regeling groeit mee met elk kind; vanaf de verjaardag van 6 jaar volgt een kind “2-2-5-5”; bij de start van de middelbare school volgt een kind “Week-week, wissel vrijdag”, met de nachten A bij Ben; vanaf 1 september 2031 volgt een kind “Twee weken om twee weken”.",
                "fr": "Le rythme évolue avec chaque enfant ; à partir de l'anniversaire de 6 ans, un enfant suit « 2-2-5-5 » ; à l'entrée à l'école secondaire, un enfant suit « Une semaine/une semaine, vendredi », avec les nuits A chez Ben ; à partir du 1er septembre 2031, un enfant suit « Deux semaines/deux semaines ».",
                "de": "Die Regelung wächst mit jedem Kind mit; ab dem 6. Geburtstag folgt ein Kind „2-2-5-5“; mit dem Beginn der Sekundarschule folgt ein Kind „Wochenwechsel, Freitag“, mit den Nächten A bei Ben; ab 1. September 2031 folgt ein Kind „Zwei-Wochen-Wechsel“.",
                "en": "The schedule grows with each child; from the birthday of 6 years a child follows “2-2-5-5”; at the start of secondary school a child follows “Week/week, Friday”, with nights A with Ben; from 1 September 2031 a child follows “Two weeks/two weeks”.",
            },
        ),
        Example(
            {"steps": [{"trigger": "school_start", "pattern": "ww_mon"}]},
            sentence={
                "nl": "De regeling groeit mee met elk kind; bij de start van de lagere school volgt een kind “Week-week, wissel maandag”.",
                "fr": "Le rythme évolue avec chaque enfant ; à l'entrée à l'école primaire, un enfant suit « Semaine/semaine, lundi ».",
                "de": "Die Regelung wächst mit jedem Kind mit; mit dem Beginn der Primarschule folgt ein Kind „Wochenwechsel, Montag“.",
                "en": "The schedule grows with each child; at the start of primary school a child follows “Week/week, Monday”.",
            },
        ),
        Example({}, problems=("steps",)),
        Example({"steps": [{"trigger": "age", "pattern": "ww_fri"}]}, problems=("steps.0.age",)),
        Example(
            {"steps": [{"trigger": "age", "age": 18, "pattern": "own"}]},
            problems=("steps.0.age", "steps.0.pattern"),
        ),
        Example(
            {"steps": [{"trigger": "date", "on": "2031-02-29", "pattern": "ww_fri"}]},
            problems=("steps.0.on",),
        ),
        Example(
            {
                "steps": [
                    {"trigger": "school_start", "pattern": "ww_fri"},
                    {"trigger": "school_start", "pattern": "2-2-3"},
                ]
            },
            problems=("steps.1.trigger",),
        ),
        Example({"steps": [{"trigger": "school_start", "pattern": "ww_fri"}] * 7}, problems=("steps",)),
    ),
)
