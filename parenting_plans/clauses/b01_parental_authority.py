"""B01: who exercises parental authority, and what both parents decide together."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed

_MODES: tuple[tuple[str, Words], ...] = (
    (
        "joint",
        {
            "nl": "gezamenlijk ouderlijk gezag",
            "fr": "autorité parentale conjointe",
            "de": "gemeinsame elterliche Autorität",
            "en": "joint parental authority",
        },
    ),
    (
        "sole_a",
        {
            "nl": "exclusief ouderlijk gezag: ouder A",
            "fr": "autorité parentale exclusive : parent A",
            "de": "alleinige elterliche Autorität: Elternteil A",
            "en": "sole parental authority: parent A",
        },
    ),
    (
        "sole_b",
        {
            "nl": "exclusief ouderlijk gezag: ouder B",
            "fr": "autorité parentale exclusive : parent B",
            "de": "alleinige elterliche Autorität: Elternteil B",
            "en": "sole parental authority: parent B",
        },
    ),
)
_TOPICS: tuple[tuple[str, Words], ...] = (
    ("health", {"nl": "gezondheid", "fr": "la santé", "de": "Gesundheit", "en": "health"}),
    ("education", {"nl": "opvoeding", "fr": "l'éducation", "de": "Erziehung", "en": "upbringing"}),
    (
        "training",
        {
            "nl": "school en opleiding",
            "fr": "l'école et la formation",
            "de": "Schule und Ausbildung",
            "en": "school and training",
        },
    ),
    ("leisure", {"nl": "vrije tijd", "fr": "les loisirs", "de": "Freizeit", "en": "leisure"}),
    (
        "religion_philosophy",
        {
            "nl": "geloof en levensbeschouwing",
            "fr": "la religion et la philosophie",
            "de": "Religion und Weltanschauung",
            "en": "religion and philosophy of life",
        },
    ),
    (
        "residence",
        {
            "nl": "de verblijfplaats",
            "fr": "le lieu de vie",
            "de": "den Wohnort",
            "en": "where the child lives",
        },
    ),
)
_JOINT: Words = {
    "nl": "Wij oefenen het ouderlijk gezag samen uit en beslissen samen over {topics}.",
    "fr": "Nous exerçons l'autorité parentale ensemble et nous décidons ensemble pour : {topics}.",
    "de": "Wir üben die elterliche Autorität gemeinsam aus und entscheiden gemeinsam über {topics}.",
    "en": "We exercise parental authority jointly and decide together on {topics}.",
}
_SOLE: Words = {
    "nl": "{parent} oefent het ouderlijk gezag alleen uit; {other} behoudt het recht op persoonlijk contact.",
    "fr": "{parent} a l'autorité parentale exclusive ; {other} garde le droit aux relations personnelles.",
    "de": "{parent} übt die elterliche Autorität allein aus; {other} behält das Recht auf persönlichen Umgang.",
    "en": "{parent} exercises parental authority alone; {other} keeps the right to personal contact.",
}


def _words(answers: Answers, names: Names) -> Words:
    if answers["mode"] == "joint":
        topics = [option(_JOINT_TOPICS, topic) for topic in answers["joint_topics"]]
        return filled(_JOINT, topics=listed(topics))
    parent, other = ("A", "B") if answers["mode"] == "sole_a" else ("B", "A")
    return filled(_SOLE, parent=names[parent], other=names[other])


_JOINT_TOPICS = Field(
    "joint_topics",
    Kind.CHOICES,
    {
        "nl": "Waarover beslissen jullie samen?",
        "fr": "Pour quoi décidez-vous ensemble ?",
        "de": "Worüber entscheiden Sie gemeinsam?",
        "en": "What do you decide on together?",
    },
    options=_TOPICS,
    asked_when=("mode", ("joint",)),
)
_ALL_TOPICS = [topic for topic, _ in _TOPICS]

CLAUSE = Clause(
    code="B01",
    section="B",
    title={
        "nl": "Uitoefening van het ouderlijk gezag",
        "fr": "Exercice de l'autorité parentale",
        "de": "Ausübung der elterlichen Autorität",
        "en": "Exercise of parental authority",
    },
    question={
        "nl": "Beslissen jullie samen over belangrijke zaken?",
        "fr": "Décidez-vous ensemble des choses importantes ?",
        "de": "Entscheiden Sie gemeinsam über wichtige Dinge?",
        "en": "Do you decide together on important matters?",
    },
    hint={
        "nl": "Na een scheiding blijft het gezag gezamenlijk, tenzij een rechter anders beslist.",
        "fr": "Après une séparation, l'autorité reste conjointe, sauf si un juge décide autrement.",
        "de": "Nach einer Trennung bleibt die Autorität gemeinsam, außer ein Richter entscheidet anders.",
        "en": "After a separation authority stays joint, unless a judge decides otherwise.",
    },
    fields=(
        Field(
            "mode",
            Kind.CHOICE,
            {
                "nl": "Ouderlijk gezag",
                "fr": "Autorité parentale",
                "de": "Elterliche Autorität",
                "en": "Parental authority",
            },
            options=_MODES,
        ),
        _JOINT_TOPICS,
    ),
    default={"mode": "joint", "joint_topics": _ALL_TOPICS},
    needed_for=frozenset({"EOT"}),
    core=True,
    source="art. 374 §1 old Civil Code: health, education, training, leisure, religious or philosophical orientation",
    words=_words,
    examples=(
        Example(
            {"mode": "joint", "joint_topics": ["health", "training", "leisure"]},
            sentence={
                "nl": "Wij oefenen het ouderlijk gezag samen uit en beslissen samen over gezondheid, school en opleiding en vrije tijd.",
                "fr": "Nous exerçons l'autorité parentale ensemble et nous décidons ensemble pour : la santé, l'école et la formation et les loisirs.",
                "de": "Wir üben die elterliche Autorität gemeinsam aus und entscheiden gemeinsam über Gesundheit, Schule und Ausbildung und Freizeit.",
                "en": "We exercise parental authority jointly and decide together on health, school and training and leisure.",
            },
        ),
        Example({"mode": "sole_b"}, sentence=filled(_SOLE, parent="Ben", other="Ana")),
        Example({}, problems=("mode",)),
        Example({"mode": "joint"}, problems=("joint_topics",)),
        Example({"mode": "joint", "joint_topics": ["health", "weather"]}, problems=("joint_topics",)),
        Example({"mode": "none"}, problems=("mode",)),
        Example({"mode": "sole_a", "colour": "blue"}, problems=("colour",)),
    ),
)
