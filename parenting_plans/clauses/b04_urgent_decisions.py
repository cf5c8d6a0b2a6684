"""B04: what happens when a decision cannot wait."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled

_SENTENCE: Words = {
    "nl": "Als het niet kan wachten, beslist de ouder die bij de kinderen is en laat die het de andere ouder binnen {hours} weten.",
    "fr": "Si cela ne peut pas attendre, le parent présent décide et prévient l'autre parent dans un délai de {hours}.",
    "de": "Wenn es nicht warten kann, entscheidet der anwesende Elternteil und sagt es dem anderen innerhalb von {hours}.",
    "en": "When it cannot wait, the parent who is with the children decides and tells the other parent within {hours}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    return filled(_SENTENCE, hours=counted(answers["inform_within"], "hour", dative=True))


CLAUSE = Clause(
    code="B04",
    section="B",
    title={
        "nl": "Dringende beslissingen",
        "fr": "Décisions urgentes",
        "de": "Dringende Entscheidungen",
        "en": "Urgent decisions",
    },
    question={
        "nl": "Wat als een beslissing niet kan wachten?",
        "fr": "Que faire si une décision ne peut pas attendre ?",
        "de": "Was, wenn eine Entscheidung nicht warten kann?",
        "en": "What if a decision cannot wait?",
    },
    hint={
        "nl": "Bijvoorbeeld na een ongeval. Bij gevaar: bel eerst 112.",
        "fr": "Par exemple après un accident. En cas de danger, appelez d'abord le 112.",
        "de": "Zum Beispiel nach einem Unfall. Bei Gefahr rufen Sie zuerst 112 an.",
        "en": "For example after an accident. In danger, call 112 first.",
    },
    fields=(
        Field(
            "inform_within",
            Kind.INTEGER,
            {
                "nl": "De andere ouder weet het binnen",
                "fr": "L'autre parent le sait dans un délai de",
                "de": "Der andere Elternteil erfährt es innerhalb von",
                "en": "The other parent knows within",
            },
            minimum=1,
            maximum=48,
            unit={"nl": "uur", "fr": "heures", "de": "Stunden", "en": "hours"},
        ),
    ),
    default={"inform_within": 2},
    source="art. 373 old Civil Code; urgent decisions by the parent who is present",
    words=_words,
    examples=(
        Example(
            {"inform_within": 2},
            sentence={
                "nl": "Als het niet kan wachten, beslist de ouder die bij de kinderen is en laat die het de andere ouder binnen 2 uur weten.",
                "fr": "Si cela ne peut pas attendre, le parent présent décide et prévient l'autre parent dans un délai de 2 heures.",
                "de": "Wenn es nicht warten kann, entscheidet der anwesende Elternteil und sagt es dem anderen innerhalb von 2 Stunden.",
                "en": "When it cannot wait, the parent who is with the children decides and tells the other parent within 2 hours.",
            },
        ),
        Example({"inform_within": 1}, sentence=filled(_SENTENCE, hours=counted(1, "hour"))),
        Example({}, problems=("inform_within",)),
        Example({"inform_within": 0}, problems=("inform_within",)),
        Example({"inform_within": 49}, problems=("inform_within",)),
    ),
)
