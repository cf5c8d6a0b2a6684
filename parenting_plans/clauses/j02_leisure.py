"""J02: the children's activities, whether they go on in both homes, and how a new one is chosen."""

from collections.abc import Mapping
from typing import Any

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import WEEKDAYS, euros, filled, listed, sentences

_NEW: tuple[tuple[str, Words], ...] = (
    (
        "both",
        {
            "nl": "beide ouders samen",
            "fr": "les deux parents ensemble",
            "de": "beide Eltern gemeinsam",
            "en": "both parents together",
        },
    ),
)
_BOTH_HOMES: Words = {
    "nl": "Deze activiteiten gaan verder tijdens het verblijf bij elke ouder: {activities}.",
    "fr": "Ces activités continuent dans les deux maisons : {activities}.",
    "de": "Diese Aktivitäten gehen in beiden Haushalten weiter: {activities}.",
    "en": "These activities continue in both homes: {activities}.",
}
_ONE_HOME: Words = {
    "nl": "Deze activiteiten hoeven niet bij elke ouder verder te gaan: {activities}.",
    "fr": "Ces activités ne doivent pas forcément continuer dans les deux maisons : {activities}.",
    "de": "Diese Aktivitäten müssen nicht in beiden Haushalten weitergehen: {activities}.",
    "en": "These activities need not continue in both homes: {activities}.",
}
_NEW_ONES: Words = {
    "nl": "Een nieuwe activiteit die dagen of kosten van beide ouders vraagt, kiezen de ouders samen met het kind.",
    "fr": "Une nouvelle activité qui demande des jours ou des frais aux deux parents se choisit ensemble, avec l'enfant.",
    "de": "Eine neue Aktivität, die Tage oder Kosten beider Eltern betrifft, wählen die Eltern gemeinsam mit dem Kind.",
    "en": "A new activity that takes days or money from both parents is chosen together, with the child.",
}
_YEARLY: Words = {
    "nl": "{amount} per jaar",
    "fr": "{amount} par an",
    "de": "{amount} im Jahr",
    "en": "{amount} a year",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    rows = [(row["name"].casefold(), row.get("day")) for row in answers.get("activities") or ()]
    return tuple(
        Problem(f"activities.{place}.name", "Name each activity once for each day.")
        for place, row in enumerate(rows)
        if row in rows[:place]
    )


def _activity(row: Mapping[str, Any]) -> Words:
    """'voetbal (woensdag, 250,00 euro per jaar)'."""
    details: list[Words] = [dict(WEEKDAYS)[row["day"]]] if row.get("day") else []
    if row.get("cost"):
        details.append(filled(_YEARLY, amount=euros(row["cost"])))
    return {
        language: f"{row['name']} ({', '.join(detail[language] for detail in details)})"
        if details
        else row["name"]
        for language in _YEARLY
    }


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    rows = answers.get("activities") or ()
    parts = []
    for template, continues in ((_BOTH_HOMES, "yes"), (_ONE_HOME, "no")):
        activities = [_activity(row) for row in rows if row["continue_both"] == continues]
        if activities:
            parts.append(filled(template, activities=listed(activities)))
    return sentences([*parts, _NEW_ONES])


CLAUSE = Clause(
    code="J02",
    section="J",
    title={
        "nl": "Vrije tijd en hobby's",
        "fr": "Loisirs et clubs",
        "de": "Freizeit und Vereine",
        "en": "Leisure and clubs",
    },
    question={
        "nl": "Welke activiteiten hebben de kinderen, en gaan ze verder bij elke ouder?",
        "fr": "Quelles activités ont les enfants, et continuent-elles dans les deux maisons ?",
        "de": "Welche Aktivitäten haben die Kinder, und gehen sie in beiden Haushalten weiter?",
        "en": "Which activities do the children have, and do they continue in both homes?",
    },
    hint={
        "nl": "Schrijf alleen de naam van de activiteit, geen plaats of adres.",
        "fr": "Écrivez seulement le nom de l'activité, pas de lieu ni d'adresse.",
        "de": "Schreiben Sie nur den Namen der Aktivität, keinen Ort und keine Adresse.",
        "en": "Write only the name of the activity, no place or address.",
    },
    fields=(
        Field(
            "activities",
            Kind.ROWS,
            {"nl": "Activiteiten", "fr": "Activités", "de": "Aktivitäten", "en": "Activities"},
            required=False,
            maximum=12,
            columns=(
                Field(
                    "name",
                    Kind.TEXT,
                    {"nl": "Activiteit", "fr": "Activité", "de": "Aktivität", "en": "Activity"},
                    maximum=60,
                ),
                Field(
                    "day",
                    Kind.CHOICE,
                    {"nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day"},
                    options=WEEKDAYS,
                    required=False,
                ),
                Field(
                    "cost",
                    Kind.MONEY,
                    {
                        "nl": "Kosten per jaar",
                        "fr": "Coût par an",
                        "de": "Kosten im Jahr",
                        "en": "Cost a year",
                    },
                    required=False,
                    maximum=20_000,
                ),
                Field(
                    "continue_both",
                    Kind.YES_NO,
                    {
                        "nl": "In beide huizen?",
                        "fr": "Dans les deux maisons ?",
                        "de": "In beiden Haushalten?",
                        "en": "In both homes?",
                    },
                ),
            ),
        ),
        Field(
            "new",
            Kind.CHOICE,
            {
                "nl": "Wie kiest een nieuwe activiteit?",
                "fr": "Qui choisit une nouvelle activité ?",
                "de": "Wer wählt eine neue Aktivität?",
                "en": "Who chooses a new activity?",
            },
            options=_NEW,
        ),
    ),
    default={"new": "both"},
    source="art. 374 §1 old Civil Code: leisure is decided on together",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "activities": [
                    {"name": "voetbal", "day": "wed", "cost": "1250.00", "continue_both": "yes"},
                    {"name": "muziek", "continue_both": "yes"},
                    {"name": "judo {U9}", "day": "sat", "continue_both": "no"},
                ],
                "new": "both",
            },
            sentence={
                "nl": "Deze activiteiten gaan verder tijdens het verblijf bij elke ouder: voetbal (woensdag, 1250,00 euro per jaar) en muziek. Deze activiteiten hoeven niet bij elke ouder verder te gaan: judo {U9} (zaterdag). Een nieuwe activiteit die dagen of kosten van beide ouders vraagt, kiezen de ouders samen met het kind.",
                "fr": "Ces activités continuent dans les deux maisons : voetbal (mercredi, 1250,00 euros par an) et muziek. Ces activités ne doivent pas forcément continuer dans les deux maisons : judo {U9} (samedi). Une nouvelle activité qui demande des jours ou des frais aux deux parents se choisit ensemble, avec l'enfant.",
                "de": "Diese Aktivitäten gehen in beiden Haushalten weiter: voetbal (Mittwoch, 1250,00 Euro im Jahr) und muziek. Diese Aktivitäten müssen nicht in beiden Haushalten weitergehen: judo {U9} (Samstag). Eine neue Aktivität, die Tage oder Kosten beider Eltern betrifft, wählen die Eltern gemeinsam mit dem Kind.",
                "en": "These activities continue in both homes: voetbal (Wednesday, 1250.00 euros a year) and muziek. These activities need not continue in both homes: judo {U9} (Saturday). A new activity that takes days or money from both parents is chosen together, with the child.",
            },
        ),
        Example(
            {"new": "both"},
            sentence={
                "nl": "Een nieuwe activiteit die dagen of kosten van beide ouders vraagt, kiezen de ouders samen met het kind.",
                "fr": "Une nouvelle activité qui demande des jours ou des frais aux deux parents se choisit ensemble, avec l'enfant.",
                "de": "Eine neue Aktivität, die Tage oder Kosten beider Eltern betrifft, wählen die Eltern gemeinsam mit dem Kind.",
                "en": "A new activity that takes days or money from both parents is chosen together, with the child.",
            },
        ),
        Example({}, problems=("new",)),
        Example(
            {
                "activities": [
                    {"name": "Dans", "day": "mon", "continue_both": "yes"},
                    {"name": "dans", "day": "mon", "continue_both": "no"},
                ],
                "new": "both",
            },
            problems=("activities.1.name",),
        ),
        Example(
            {
                "activities": [
                    {"name": "x" * 61, "day": "wed", "cost": "20001.00", "continue_both": "yes"},
                    {"day": "daily", "cost": "250"},
                ],
                "new": "A",
            },
            problems=(
                "activities.0.name",
                "activities.0.cost",
                "activities.1.name",
                "activities.1.day",
                "activities.1.cost",
                "activities.1.continue_both",
                "new",
            ),
        ),
        Example(
            {"activities": [{"name": "judo", "continue_both": "yes"}] * 13, "new": "both"},
            problems=("activities",),
        ),
    ),
)
