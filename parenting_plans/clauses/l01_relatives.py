"""L01: how the children keep contact with both families."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined

_RULES: tuple[tuple[str, Words], ...] = (
    (
        "own_time",
        {
            "nl": "elke ouder zorgt in de eigen tijd voor het contact met de eigen familie",
            "fr": "chaque parent veille, pendant son temps, au contact avec sa famille",
            "de": "jeder Elternteil sorgt in der eigenen Zeit für den Kontakt mit der eigenen Familie",
            "en": "each parent sees to contact with their own family in their own time",
        },
    ),
    (
        "listed",
        {
            "nl": "dat ook, en we noemen enkele mensen",
            "fr": "cela aussi, et nous nommons quelques personnes",
            "de": "das auch, und wir nennen einige Menschen",
            "en": "that too, and we name some people",
        },
    ),
)
_FREQUENCIES: tuple[tuple[str, Words], ...] = (
    ("weekly", {"nl": "elke week", "fr": "chaque semaine", "de": "jede Woche", "en": "every week"}),
    (
        "fortnightly",
        {
            "nl": "om de twee weken",
            "fr": "toutes les deux semaines",
            "de": "alle zwei Wochen",
            "en": "every two weeks",
        },
    ),
    ("monthly", {"nl": "elke maand", "fr": "chaque mois", "de": "jeden Monat", "en": "every month"}),
    (
        "holidays",
        {
            "nl": "in de schoolvakanties",
            "fr": "pendant les vacances scolaires",
            "de": "in den Schulferien",
            "en": "in the school holidays",
        },
    ),
    (
        "occasions",
        {
            "nl": "op verjaardagen en familiefeesten",
            "fr": "aux anniversaires et aux fêtes de famille",
            "de": "an Geburtstagen und Familienfesten",
            "en": "on birthdays and family celebrations",
        },
    ),
)
_IN_TIME_OF: tuple[tuple[str, Words], ...] = (
    (
        "parent_a",
        {
            "nl": "in de tijd van ouder A",
            "fr": "pendant le temps du parent A",
            "de": "in der Zeit von Elternteil A",
            "en": "in the time of parent A",
        },
    ),
    (
        "parent_b",
        {
            "nl": "in de tijd van ouder B",
            "fr": "pendant le temps du parent B",
            "de": "in der Zeit von Elternteil B",
            "en": "in the time of parent B",
        },
    ),
    ("either", {"nl": "bij allebei", "fr": "chez les deux", "de": "bei beiden", "en": "with either parent"}),
)
_OWN_TIME: Words = {
    "nl": "Elke ouder zorgt in de eigen tijd voor het contact van de kinderen met de eigen familie",
    "fr": "Chaque parent veille, pendant son temps, au contact des enfants avec sa famille",
    "de": "Jeder Elternteil sorgt in der eigenen Zeit für den Kontakt der Kinder mit der eigenen Familie",
    "en": "Each parent sees to the children's contact with their own family in their own time",
}
_SEES: Words = {
    "nl": "de kinderen zien {person} {frequency}",
    "fr": "les enfants voient {person} {frequency}",
    "de": "die Kinder sehen {person} {frequency}",
    "en": "the children see {person} {frequency}",
}
_SEES_IN_TIME: Words = {
    "nl": "de kinderen zien {person} {frequency}, in de tijd bij {parent}",
    "fr": "les enfants voient {person} {frequency}, pendant le temps chez {parent}",
    "de": "die Kinder sehen {person} {frequency}, in der Zeit bei {parent}",
    "en": "the children see {person} {frequency}, in their time with {parent}",
}


def _seen(row: Answers, names: Names) -> Words:
    known: dict[str, Words | str] = {
        "person": row["person"],
        "frequency": option(_FREQUENCY, row["frequency"]),
    }
    if row["in_time_of"] == "either":
        return filled(_SEES, **known)
    return filled(_SEES_IN_TIME, parent=names["A" if row["in_time_of"] == "parent_a" else "B"], **known)


def _words(answers: Answers, names: Names) -> Words:
    rows = answers["contacts"] if answers["rule"] == "listed" else ()
    return joined([_OWN_TIME, *(_seen(row, names) for row in rows)])


_FREQUENCY = Field(
    "frequency",
    Kind.CHOICE,
    {"nl": "Hoe vaak?", "fr": "À quel rythme ?", "de": "Wie oft?", "en": "How often?"},
    options=_FREQUENCIES,
)

CLAUSE = Clause(
    code="L01",
    section="L",
    title={
        "nl": "Grootouders en familie",
        "fr": "Grands-parents et famille",
        "de": "Großeltern und Familie",
        "en": "Grandparents and relatives",
    },
    question={
        "nl": "Hoe houden de kinderen contact met beide families?",
        "fr": "Comment les enfants gardent-ils le contact avec les deux familles ?",
        "de": "Wie halten die Kinder Kontakt mit beiden Familien?",
        "en": "How do the children keep contact with both families?",
    },
    hint={
        "nl": "Grootouders hebben een eigen recht op contact met hun kleinkinderen.",
        "fr": "Les grands-parents ont leur propre droit au contact avec leurs petits-enfants.",
        "de": "Großeltern haben ein eigenes Recht auf Kontakt mit ihren Enkelkindern.",
        "en": "Grandparents have a right of their own to contact with their grandchildren.",
    },
    fields=(
        Field(
            "rule",
            Kind.CHOICE,
            {"nl": "Afspraak", "fr": "Accord", "de": "Absprache", "en": "Agreement"},
            options=_RULES,
        ),
        Field(
            "contacts",
            Kind.ROWS,
            {"nl": "Mensen", "fr": "Personnes", "de": "Menschen", "en": "People"},
            columns=(
                Field(
                    "person",
                    Kind.TEXT,
                    {
                        "nl": "Wie? (alleen een naam)",
                        "fr": "Qui ? (un nom seulement)",
                        "de": "Wer? (nur ein Name)",
                        "en": "Who? (only a name)",
                    },
                    maximum=60,
                ),
                _FREQUENCY,
                Field(
                    "in_time_of",
                    Kind.CHOICE,
                    {"nl": "Wanneer?", "fr": "Quand ?", "de": "Wann?", "en": "When?"},
                    options=_IN_TIME_OF,
                ),
            ),
            maximum=10,
            asked_when=("rule", ("listed",)),
        ),
    ),
    default={"rule": "own_time"},
    source="art. 375bis old Civil Code (grandparents have a right to personal contact)",
    words=_words,
    examples=(
        Example(
            {"rule": "own_time"},
            sentence={
                "nl": "Elke ouder zorgt in de eigen tijd voor het contact van de kinderen met de eigen familie.",
                "fr": "Chaque parent veille, pendant son temps, au contact des enfants avec sa famille.",
                "de": "Jeder Elternteil sorgt in der eigenen Zeit für den Kontakt der Kinder mit der eigenen Familie.",
                "en": "Each parent sees to the children's contact with their own family in their own time.",
            },
        ),
        Example(
            {
                "rule": "listed",
                "contacts": [
                    {"person": "oma Rosa", "frequency": "weekly", "in_time_of": "parent_a"},
                    {"person": "Jef {peter}", "frequency": "occasions", "in_time_of": "either"},
                ],
            },
            sentence={
                "nl": "Elke ouder zorgt in de eigen tijd voor het contact van de kinderen met de eigen familie; de kinderen zien oma Rosa elke week, in de tijd bij Ana; de kinderen zien Jef {peter} op verjaardagen en familiefeesten.",
                "fr": "Chaque parent veille, pendant son temps, au contact des enfants avec sa famille ; les enfants voient oma Rosa chaque semaine, pendant le temps chez Ana ; les enfants voient Jef {peter} aux anniversaires et aux fêtes de famille.",
                "de": "Jeder Elternteil sorgt in der eigenen Zeit für den Kontakt der Kinder mit der eigenen Familie; die Kinder sehen oma Rosa jede Woche, in der Zeit bei Ana; die Kinder sehen Jef {peter} an Geburtstagen und Familienfesten.",
                "en": "Each parent sees to the children's contact with their own family in their own time; the children see oma Rosa every week, in their time with Ana; the children see Jef {peter} on birthdays and family celebrations.",
            },
        ),
        Example({}, problems=("rule",)),
        Example({"rule": "listed"}, problems=("contacts",)),
        Example(
            {"rule": "listed", "contacts": [{"person": "x" * 61, "frequency": "hourly"}]},
            problems=("contacts.0.person", "contacts.0.frequency", "contacts.0.in_time_of"),
        ),
        Example({"rule": "listed", "contacts": ["oma"]}, problems=("contacts",)),
    ),
)
