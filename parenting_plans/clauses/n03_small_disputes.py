"""N03: to whom the parents turn when they differ on something small, and for how long."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined

_HELPERS: tuple[tuple[str, Words], ...] = (
    (
        "centre",
        {
            "nl": "het gezinscentrum",
            "fr": "le centre pour familles",
            "de": "das Familienzentrum",
            "en": "the family centre",
        },
    ),
    (
        "coordinator",
        {
            "nl": "de casusregisseur",
            "fr": "le coordinateur de dossier",
            "de": "die Fallkoordination",
            "en": "the case coordinator",
        },
    ),
    (
        "family_lawyer",
        {
            "nl": "de gezinsadvocaat",
            "fr": "l'avocat de la famille",
            "de": "der Familienanwalt",
            "en": "the family lawyer",
        },
    ),
    (
        "friend",
        {
            "nl": "iemand in wie beide ouders vertrouwen hebben",
            "fr": "une personne en qui les deux parents ont confiance",
            "de": "eine Person, der beide Eltern vertrauen",
            "en": "somebody both parents trust",
        },
    ),
)
_HELP: Words = {
    "nl": "Bij een klein geschil krijgen {a} en {b} hulp van {helper}",
    "fr": "Pour un petit différend, voici qui aide {a} et {b} : {helper}",
    "de": "Bei einer kleinen Streitfrage hilft {a} und {b}: {helper}",
    "en": "With a small dispute, {a} and {b} turn to {helper}",
}
_AFTER: Words = {
    "nl": "is er na {days} geen oplossing, dan geldt wat over bemiddeling is afgesproken",
    "fr": "sans solution après {days}, l'accord sur la médiation s'applique",
    "de": "gibt es nach {days} keine Lösung, gilt die Absprache zur Mediation",
    "en": "if there is no solution after {days}, what was agreed on mediation applies",
}


def _words(answers: Answers, names: Names) -> Words:
    helper = option(_HELPER, answers["helper"])
    days = counted(answers["time_limit"], "day", dative=True)
    return joined([filled(_HELP, helper=helper, a=names["A"], b=names["B"]), filled(_AFTER, days=days)])


_HELPER = Field(
    "helper",
    Kind.CHOICE,
    {"nl": "Wie helpt?", "fr": "Qui aide ?", "de": "Wer hilft?", "en": "Who helps?"},
    options=_HELPERS,
)

CLAUSE = Clause(
    code="N03",
    section="N",
    title={
        "nl": "Kleine geschillen",
        "fr": "Petits différends",
        "de": "Kleine Streitfragen",
        "en": "Small disputes",
    },
    question={
        "nl": "Wie helpt bij kleine geschillen?",
        "fr": "Qui aide pour les petits différends ?",
        "de": "Wer hilft bei kleinen Streitfragen?",
        "en": "Who helps with small disputes?",
    },
    hint={
        "nl": "Bijvoorbeeld over een uur, een jas of een feestje. Niet voor vragen over veiligheid.",
        "fr": "Par exemple pour une heure, un manteau ou une fête. Pas pour des questions de sécurité.",
        "de": "Zum Beispiel über eine Uhrzeit, eine Jacke oder ein Fest. Nicht für Fragen der Sicherheit.",
        "en": "For example about an hour, a coat or a party. Not for questions of safety.",
    },
    fields=(
        _HELPER,
        Field(
            "time_limit",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen om eruit te komen?",
                "fr": "Combien de jours pour trouver une solution ?",
                "de": "Wie viele Tage für eine Lösung?",
                "en": "How many days to find a solution?",
            },
            minimum=1,
            maximum=90,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
        ),
    ),
    default={"helper": "centre", "time_limit": 14},
    source="Own design",
    words=_words,
    examples=(
        Example(
            {"helper": "centre", "time_limit": 14},
            sentence={
                "nl": "Bij een klein geschil krijgen Ana en Ben hulp van het gezinscentrum; is er na 14 dagen geen oplossing, dan geldt wat over bemiddeling is afgesproken.",
                "fr": "Pour un petit différend, voici qui aide Ana et Ben : le centre pour familles ; sans solution après 14 jours, l'accord sur la médiation s'applique.",
                "de": "Bei einer kleinen Streitfrage hilft Ana und Ben: das Familienzentrum; gibt es nach 14 Tagen keine Lösung, gilt die Absprache zur Mediation.",
                "en": "With a small dispute, Ana and Ben turn to the family centre; if there is no solution after 14 days, what was agreed on mediation applies.",
            },
        ),
        Example(
            {"helper": "friend", "time_limit": 1},
            sentence={
                "nl": "Bij een klein geschil krijgen Ana en Ben hulp van iemand in wie beide ouders vertrouwen hebben; is er na 1 dag geen oplossing, dan geldt wat over bemiddeling is afgesproken.",
                "fr": "Pour un petit différend, voici qui aide Ana et Ben : une personne en qui les deux parents ont confiance ; sans solution après 1 jour, l'accord sur la médiation s'applique.",
                "de": "Bei einer kleinen Streitfrage hilft Ana und Ben: eine Person, der beide Eltern vertrauen; gibt es nach 1 Tag keine Lösung, gilt die Absprache zur Mediation.",
                "en": "With a small dispute, Ana and Ben turn to somebody both parents trust; if there is no solution after 1 day, what was agreed on mediation applies.",
            },
        ),
        Example({}, problems=("helper", "time_limit")),
        Example({"helper": "neighbour", "time_limit": 0}, problems=("helper", "time_limit")),
    ),
)
