"""C03: whether both parents call the residence equal. The review compares it with the computed share of a year."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words

_EQUAL: Words = {
    "nl": "Het verblijf van de kinderen is gelijkmatig verdeeld over beide ouders.",
    "fr": "L'hébergement des enfants est réparti de manière égalitaire entre les deux parents.",
    "de": "Die Unterbringung der Kinder ist gleichmäßig auf beide Eltern aufgeteilt.",
    "en": "The residence of the children is equally shared between both parents.",
}
_NOT_EQUAL: Words = {
    "nl": "Het verblijf van de kinderen is niet gelijkmatig verdeeld over beide ouders.",
    "fr": "L'hébergement des enfants n'est pas réparti de manière égalitaire entre les deux parents.",
    "de": "Die Unterbringung der Kinder ist nicht gleichmäßig auf beide Eltern aufgeteilt.",
    "en": "The residence of the children is not equally shared between both parents.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    return _EQUAL if answers["equal"] == "yes" else _NOT_EQUAL


CLAUSE = Clause(
    code="C03",
    section="C",
    title={
        "nl": "Verklaring gelijkmatig verdeeld verblijf",
        "fr": "Mention d'hébergement égalitaire",
        "de": "Erklärung gleichmäßig aufgeteilte Unterbringung",
        "en": "Equal residence statement",
    },
    question={
        "nl": "Is het verblijf over een heel jaar gelijk verdeeld?",
        "fr": "L'hébergement est-il égal sur une année entière ?",
        "de": "Ist die Unterbringung über ein ganzes Jahr gleich aufgeteilt?",
        "en": "Is residence equal over a whole year?",
    },
    hint={
        "nl": "Voor fiscaal co-ouderschap moet dit uitdrukkelijk in het plan staan. De pagina vóór het voorstellen rekent het na.",
        "fr": "Pour la coparenté fiscale, cela doit être écrit expressément dans le plan. La page avant la proposition le calcule.",
        "de": "Für die steuerliche Mitelternschaft muss dies ausdrücklich im Plan stehen. Die Seite vor dem Vorschlagen rechnet es nach.",
        "en": "For fiscal co-parenting the plan must say so expressly. The page before proposing does the sum.",
    },
    fields=(
        Field(
            "equal",
            Kind.YES_NO,
            {
                "nl": "Gelijkmatig verdeeld?",
                "fr": "Réparti de manière égalitaire ?",
                "de": "Gleichmäßig aufgeteilt?",
                "en": "Equally shared?",
            },
        ),
    ),
    needed_for=frozenset({"TAX", "EQUAL"}),
    source="art. 132bis ITC and Circular 2022/C/63; art. 374 §2 old Civil Code",
    words=_words,
    examples=(
        Example({"equal": "yes"}, sentence=_EQUAL),
        Example({"equal": "no"}, sentence=_NOT_EQUAL),
        Example({}, problems=("equal",)),
        Example({"equal": True}, problems=("equal",)),
    ),
)
