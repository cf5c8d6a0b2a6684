"""B02: who takes the ordinary decisions of a day."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled

_RULE: tuple[tuple[str, Words], ...] = (
    (
        "parent_with_child",
        {
            "nl": "de ouder bij wie het kind is",
            "fr": "le parent chez qui est l'enfant",
            "de": "der Elternteil, bei dem das Kind ist",
            "en": "the parent with whom the child is",
        },
    ),
)
_PLAIN: Words = {
    "nl": "De ouder bij wie de kinderen zijn, neemt de dagelijkse beslissingen.",
    "fr": "Le parent chez qui sont les enfants prend les décisions courantes.",
    "de": "Der Elternteil, bei dem die Kinder sind, trifft die alltäglichen Entscheidungen.",
    "en": "The parent with whom the children are takes the day-to-day decisions.",
}
_EXCEPT: Words = {
    "nl": "De ouder bij wie de kinderen zijn, neemt de dagelijkse beslissingen; hierover spreken wij wel eerst: {exceptions}.",
    "fr": "Le parent chez qui sont les enfants prend les décisions courantes ; nous en parlons d'abord pour : {exceptions}.",
    "de": "Der Elternteil, bei dem die Kinder sind, trifft die alltäglichen Entscheidungen; darüber sprechen wir aber vorher: {exceptions}.",
    "en": "The parent with whom the children are takes the day-to-day decisions; we talk first about: {exceptions}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    exceptions = answers.get("exceptions")
    return filled(_EXCEPT, exceptions=exceptions.rstrip(".")) if exceptions else _PLAIN


CLAUSE = Clause(
    code="B02",
    section="B",
    title={
        "nl": "Dagelijkse beslissingen",
        "fr": "Décisions courantes",
        "de": "Alltägliche Entscheidungen",
        "en": "Day-to-day decisions",
    },
    question={
        "nl": "Wie beslist over gewone dagelijkse dingen?",
        "fr": "Qui décide des choses de tous les jours ?",
        "de": "Wer entscheidet über gewöhnliche Dinge des Tages?",
        "en": "Who decides on ordinary daily matters?",
    },
    hint={
        "nl": "Bijvoorbeeld eten, bedtijd, spelen bij een vriend.",
        "fr": "Par exemple les repas, l'heure du coucher, jouer chez un ami.",
        "de": "Zum Beispiel Essen, Schlafenszeit, Spielen bei Freunden.",
        "en": "For example meals, bedtime, playing at a friend's.",
    },
    fields=(
        Field(
            "rule",
            Kind.CHOICE,
            {"nl": "Wie beslist", "fr": "Qui décide", "de": "Wer entscheidet", "en": "Who decides"},
            options=_RULE,
        ),
        Field(
            "exceptions",
            Kind.TEXT,
            {
                "nl": "Waarover spreken jullie eerst?",
                "fr": "De quoi parlez-vous d'abord ?",
                "de": "Worüber sprechen Sie vorher?",
                "en": "What do you talk about first?",
            },
            hint={
                "nl": "Bijvoorbeeld piercings, een gsm.",
                "fr": "Par exemple un piercing, un gsm.",
                "de": "Zum Beispiel Piercings, ein Handy.",
                "en": "For example piercings, a mobile phone.",
            },
            required=False,
            maximum=200,
        ),
    ),
    default={"rule": "parent_with_child"},
    source="art. 373-374 old Civil Code",
    words=_words,
    examples=(
        Example({"rule": "parent_with_child"}, sentence=_PLAIN),
        Example(
            {"rule": "parent_with_child", "exceptions": "gsm."},
            sentence={
                "nl": "De ouder bij wie de kinderen zijn, neemt de dagelijkse beslissingen; hierover spreken wij wel eerst: gsm.",
                "fr": "Le parent chez qui sont les enfants prend les décisions courantes ; nous en parlons d'abord pour : gsm.",
                "de": "Der Elternteil, bei dem die Kinder sind, trifft die alltäglichen Entscheidungen; darüber sprechen wir aber vorher: gsm.",
                "en": "The parent with whom the children are takes the day-to-day decisions; we talk first about: gsm.",
            },
        ),
        Example({}, problems=("rule",)),
        Example({"rule": "child"}, problems=("rule",)),
        Example({"rule": "parent_with_child", "exceptions": "x" * 201}, problems=("exceptions",)),
    ),
)
