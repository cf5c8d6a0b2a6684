"""F03: what a parent who wants to move does first. The plan holds the agreement, never an address (safety.md DV-05)."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, sentences

_ABROAD: tuple[tuple[str, Words], ...] = (
    (
        "consent_or_court",
        {
            "nl": "alleen als beide ouders schriftelijk akkoord gaan of de familierechtbank het toelaat",
            "fr": "seulement si les deux parents sont d'accord par écrit ou si le tribunal de la famille l'autorise",
            "de": "nur wenn beide Eltern schriftlich zustimmen oder das Familiengericht es erlaubt",
            "en": "only if both parents agree in writing or the family court allows it",
        },
    ),
)
_NOTICE: Words = {
    "nl": "Een ouder die wil verhuizen, laat dit de andere ouder minstens {months} vooraf weten.",
    "fr": "Un parent qui veut déménager en informe l'autre parent au moins {months} à l'avance.",
    "de": "Ein Elternteil, der umziehen will, sagt es dem anderen Elternteil mindestens {months} vorher.",
    "en": "A parent who wants to move tells the other parent at least {months} ahead.",
}
_RADIUS: Words = {
    "nl": "Ligt de nieuwe woning meer dan {radius} km van de vorige, dan bespreken de ouders eerst met een bemiddelaar wat dit voor de kinderen betekent.",
    "fr": "Si le nouveau logement est à plus de {radius} km de l'ancien, les parents parlent d'abord avec un médiateur de ce que cela change pour les enfants.",
    "de": "Liegt die neue Wohnung mehr als {radius} km von der bisherigen entfernt, besprechen die Eltern zuerst mit einem Mediator, was das für die Kinder bedeutet.",
    "en": "If the new home is more than {radius} km from the previous one, the parents first discuss with a mediator what this means for the children.",
}
_OTHER_COUNTRY: Words = {
    "nl": "Met de kinderen naar het buitenland verhuizen kan alleen als beide ouders schriftelijk akkoord gaan of de familierechtbank het toelaat.",
    "fr": "Un déménagement à l'étranger avec les enfants n'est possible que si les deux parents sont d'accord par écrit ou si le tribunal de la famille l'autorise.",
    "de": "Ein Umzug mit den Kindern ins Ausland ist nur möglich, wenn beide Eltern schriftlich zustimmen oder das Familiengericht es erlaubt.",
    "en": "Moving abroad with the children is possible only if both parents agree in writing or the family court allows it.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    notice = filled(_NOTICE, months=counted(answers["notice"], "month"))
    return sentences([notice, filled(_RADIUS, radius=str(answers["radius"])), _OTHER_COUNTRY])


_ABROAD_FIELD = Field(
    "abroad",
    Kind.CHOICE,
    {
        "nl": "Met de kinderen naar het buitenland verhuizen",
        "fr": "Déménager à l'étranger avec les enfants",
        "de": "Mit den Kindern ins Ausland umziehen",
        "en": "Moving abroad with the children",
    },
    options=_ABROAD,
)

CLAUSE = Clause(
    code="F03",
    section="F",
    title={"nl": "Verhuizing", "fr": "Déménagement", "de": "Umzug", "en": "Relocation"},
    question={
        "nl": "Wat spreken jullie af als een ouder wil verhuizen?",
        "fr": "Que faites-vous si un parent veut déménager ?",
        "de": "Was vereinbaren Sie, wenn ein Elternteil umziehen will?",
        "en": "What do you agree for when a parent wants to move?",
    },
    hint={
        "nl": "Iedereen mag verhuizen. Dit gaat over wat het voor de kinderen verandert. U hoeft hier geen adres te geven.",
        "fr": "Chacun peut déménager. Il s'agit de ce qui change pour les enfants. Aucune adresse n'est demandée ici.",
        "de": "Jeder darf umziehen. Es geht darum, was sich für die Kinder ändert. Eine Adresse brauchen Sie hier nicht anzugeben.",
        "en": "Everyone may move. This is about what changes for the children. You do not have to give an address here.",
    },
    fields=(
        Field(
            "notice",
            Kind.INTEGER,
            {
                "nl": "Hoeveel maanden vooraf?",
                "fr": "Combien de mois à l'avance ?",
                "de": "Wie viele Monate vorher?",
                "en": "How many months ahead?",
            },
            minimum=1,
            maximum=24,
            unit={"nl": "maanden", "fr": "mois", "de": "Monate", "en": "months"},
        ),
        Field(
            "radius",
            Kind.INTEGER,
            {
                "nl": "Vanaf welke afstand praten jullie eerst met een bemiddelaar?",
                "fr": "À partir de quelle distance parlez-vous d'abord avec un médiateur ?",
                "de": "Ab welcher Entfernung sprechen Sie zuerst mit einem Mediator?",
                "en": "From what distance do you first talk with a mediator?",
            },
            minimum=1,
            maximum=300,
            unit={"nl": "km", "fr": "km", "de": "km", "en": "km"},
        ),
        _ABROAD_FIELD,
    ),
    default={"notice": 3, "radius": 20, "abroad": "consent_or_court"},
    source="art. 374 §1 old Civil Code; Hague Convention of 1980 and Brussels IIb for a move abroad",
    words=_words,
    examples=(
        Example(
            {"notice": 3, "radius": 20, "abroad": "consent_or_court"},
            sentence={
                "nl": "Een ouder die wil verhuizen, laat dit de andere ouder minstens 3 maanden vooraf weten. Ligt de nieuwe woning meer dan 20 km van de vorige, dan bespreken de ouders eerst met een bemiddelaar wat dit voor de kinderen betekent. Met de kinderen naar het buitenland verhuizen kan alleen als beide ouders schriftelijk akkoord gaan of de familierechtbank het toelaat.",
                "fr": "Un parent qui veut déménager en informe l'autre parent au moins 3 mois à l'avance. Si le nouveau logement est à plus de 20 km de l'ancien, les parents parlent d'abord avec un médiateur de ce que cela change pour les enfants. Un déménagement à l'étranger avec les enfants n'est possible que si les deux parents sont d'accord par écrit ou si le tribunal de la famille l'autorise.",
                "de": "Ein Elternteil, der umziehen will, sagt es dem anderen Elternteil mindestens 3 Monate vorher. Liegt die neue Wohnung mehr als 20 km von der bisherigen entfernt, besprechen die Eltern zuerst mit einem Mediator, was das für die Kinder bedeutet. Ein Umzug mit den Kindern ins Ausland ist nur möglich, wenn beide Eltern schriftlich zustimmen oder das Familiengericht es erlaubt.",
                "en": "A parent who wants to move tells the other parent at least 3 months ahead. If the new home is more than 20 km from the previous one, the parents first discuss with a mediator what this means for the children. Moving abroad with the children is possible only if both parents agree in writing or the family court allows it.",
            },
        ),
        Example(
            {"notice": 1, "radius": 5, "abroad": "consent_or_court"},
            sentence={
                "nl": "Een ouder die wil verhuizen, laat dit de andere ouder minstens 1 maand vooraf weten. Ligt de nieuwe woning meer dan 5 km van de vorige, dan bespreken de ouders eerst met een bemiddelaar wat dit voor de kinderen betekent. Met de kinderen naar het buitenland verhuizen kan alleen als beide ouders schriftelijk akkoord gaan of de familierechtbank het toelaat.",
                "fr": "Un parent qui veut déménager en informe l'autre parent au moins 1 mois à l'avance. Si le nouveau logement est à plus de 5 km de l'ancien, les parents parlent d'abord avec un médiateur de ce que cela change pour les enfants. Un déménagement à l'étranger avec les enfants n'est possible que si les deux parents sont d'accord par écrit ou si le tribunal de la famille l'autorise.",
                "de": "Ein Elternteil, der umziehen will, sagt es dem anderen Elternteil mindestens 1 Monat vorher. Liegt die neue Wohnung mehr als 5 km von der bisherigen entfernt, besprechen die Eltern zuerst mit einem Mediator, was das für die Kinder bedeutet. Ein Umzug mit den Kindern ins Ausland ist nur möglich, wenn beide Eltern schriftlich zustimmen oder das Familiengericht es erlaubt.",
                "en": "A parent who wants to move tells the other parent at least 1 month ahead. If the new home is more than 5 km from the previous one, the parents first discuss with a mediator what this means for the children. Moving abroad with the children is possible only if both parents agree in writing or the family court allows it.",
            },
        ),
        Example({}, problems=("notice", "radius", "abroad")),
        Example({"notice": 0, "radius": 301, "abroad": "free"}, problems=("notice", "radius", "abroad")),
        Example(
            {"notice": 3, "radius": 20, "abroad": "consent_or_court", "address": "somewhere"},
            problems=("address",),
        ),
    ),
)
