"""E12: camps and the youth movement: in whose time they fall."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import joined

_COUNTS: tuple[tuple[str, Words], ...] = (
    (
        "split_equally",
        {
            "nl": "Kampdagen tellen voor elk de helft",
            "fr": "Les jours de camp comptent pour moitié chez chacun",
            "de": "Lagertage zählen für jeden zur Hälfte",
            "en": "Camp days count half for each parent",
        },
    ),
    (
        "parent_of_period",
        {
            "nl": "Kampdagen tellen voor de ouder bij wie de kinderen dan zouden zijn",
            "fr": "Les jours de camp comptent chez le parent chez qui les enfants seraient alors",
            "de": "Lagertage zählen für den Elternteil, bei dem die Kinder dann wären",
            "en": "Camp days count for the parent with whom the children would be then",
        },
    ),
)
_CONSENT: Words = {
    "nl": "wij schrijven de kinderen samen in, na akkoord van beide ouders",
    "fr": "nous inscrivons les enfants ensemble, avec l'accord des deux parents",
    "de": "wir melden die Kinder gemeinsam an, mit Zustimmung beider Eltern",
    "en": "we sign the children up together, after both parents agree",
}
_FREE: Words = {
    "nl": "elke ouder mag inschrijven voor een kamp in de eigen tijd en laat dat weten",
    "fr": "chaque parent peut inscrire à un camp pendant son temps et en informe l'autre",
    "de": "jeder Elternteil darf für ein Lager in der eigenen Zeit anmelden und teilt es mit",
    "en": "each parent may sign up for a camp in their own time and says so",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    counts = option(_COUNTS_IN, answers["counts_in"])
    return joined([counts, _CONSENT if answers["register_consent"] == "yes" else _FREE])


_COUNTS_IN = Field(
    "counts_in",
    Kind.CHOICE,
    {
        "nl": "In wiens tijd vallen kampen?",
        "fr": "Dans le temps de qui les camps tombent-ils ?",
        "de": "In wessen Zeit fallen Lager?",
        "en": "In whose time do camps fall?",
    },
    options=_COUNTS,
)

CLAUSE = Clause(
    code="E12",
    section="E",
    title={
        "nl": "Kampen en jeugdbeweging",
        "fr": "Camps et mouvements de jeunesse",
        "de": "Lager und Jugendbewegung",
        "en": "Camps and youth movement",
    },
    question={
        "nl": "In wiens tijd vallen kampen?",
        "fr": "Dans le temps de qui les camps tombent-ils ?",
        "de": "In wessen Zeit fallen Lager?",
        "en": "In whose time do camps fall?",
    },
    hint={
        "nl": "Een kind op kamp is bij geen van beide ouders; spreek af hoe dat telt.",
        "fr": "Un enfant au camp n'est chez aucun des deux parents ; convenez de la façon de compter.",
        "de": "Ein Kind im Lager ist bei keinem der Eltern; vereinbaren Sie, wie das zählt.",
        "en": "A child at camp is with neither parent; agree on how that counts.",
    },
    fields=(
        _COUNTS_IN,
        Field(
            "register_consent",
            Kind.YES_NO,
            {
                "nl": "Inschrijven alleen als beide ouders akkoord gaan?",
                "fr": "Inscrire seulement si les deux parents sont d'accord ?",
                "de": "Anmelden nur, wenn beide Eltern zustimmen?",
                "en": "Sign up only when both parents agree?",
            },
        ),
    ),
    default={"counts_in": "split_equally", "register_consent": "yes"},
    source="Own design; a known point of dispute with the new school calendar",
    words=_words,
    examples=(
        Example(
            {"counts_in": "split_equally", "register_consent": "yes"},
            sentence={
                "nl": "Kampdagen tellen voor elk de helft; wij schrijven de kinderen samen in, na akkoord van beide ouders.",
                "fr": "Les jours de camp comptent pour moitié chez chacun ; nous inscrivons les enfants ensemble, avec l'accord des deux parents.",
                "de": "Lagertage zählen für jeden zur Hälfte; wir melden die Kinder gemeinsam an, mit Zustimmung beider Eltern.",
                "en": "Camp days count half for each parent; we sign the children up together, after both parents agree.",
            },
        ),
        Example(
            {"counts_in": "parent_of_period", "register_consent": "no"},
            sentence={
                "nl": "Kampdagen tellen voor de ouder bij wie de kinderen dan zouden zijn; elke ouder mag inschrijven voor een kamp in de eigen tijd en laat dat weten.",
                "fr": "Les jours de camp comptent chez le parent chez qui les enfants seraient alors ; chaque parent peut inscrire à un camp pendant son temps et en informe l'autre.",
                "de": "Lagertage zählen für den Elternteil, bei dem die Kinder dann wären; jeder Elternteil darf für ein Lager in der eigenen Zeit anmelden und teilt es mit.",
                "en": "Camp days count for the parent with whom the children would be then; each parent may sign up for a camp in their own time and says so.",
            },
        ),
        Example({}, problems=("counts_in", "register_consent")),
        Example({"counts_in": "nobody", "register_consent": "x"}, problems=("counts_in", "register_consent")),
    ),
)
