"""E08: whether a public holiday beside a weekend makes that weekend longer."""

from parenting_plans import public_holidays
from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed

_ALL: Words = {
    "nl": "Een wettelijke feestdag naast een weekend hoort bij de ouder van dat weekend.",
    "fr": "Un jour férié légal à côté d'un week-end appartient au parent de ce week-end.",
    "de": "Ein gesetzlicher Feiertag neben einem Wochenende gehört zu dem Elternteil dieses Wochenendes.",
    "en": "A legal public holiday beside a weekend belongs to the parent of that weekend.",
}
_SOME: Words = {
    "nl": "Deze dagen horen, als ze naast een weekend vallen, bij de ouder van dat weekend: {days}.",
    "fr": "S'ils tombent à côté d'un week-end, ces jours appartiennent au parent de ce week-end : {days}.",
    "de": "Diese Tage gehören, wenn sie neben ein Wochenende fallen, zu dem Elternteil dieses Wochenendes: {days}.",
    "en": "When they fall beside a weekend, these days belong to the parent of that weekend: {days}.",
}
_NO: Words = {
    "nl": "Een feestdag verandert niets aan de gewone verblijfsregeling.",
    "fr": "Un jour férié ne change rien à l'hébergement habituel.",
    "de": "Ein Feiertag ändert nichts an der gewöhnlichen Unterbringungsregelung.",
    "en": "A public holiday changes nothing in the regular schedule.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    if answers["extend"] == "no":
        return _NO
    which = answers.get("which")
    return filled(_SOME, days=listed([option(_WHICH, day) for day in which])) if which else _ALL


_WHICH = Field(
    "which",
    Kind.CHOICES,
    {"nl": "Welke dagen?", "fr": "Quels jours ?", "de": "Welche Tage?", "en": "Which days?"},
    options=(
        *((one.id, one.name) for one in public_holidays.load() if one.community is None),
        (
            public_holidays.COMMUNITY_DAYS,
            {
                "nl": "de feestdag van de eigen Gemeenschap",
                "fr": "la fête de la propre Communauté",
                "de": "der Festtag der eigenen Gemeinschaft",
                "en": "the day of the child's own Community",
            },
        ),
    ),
    required=False,
    hint={
        "nl": "Kies je niets, dan gaat het om de tien wettelijke feestdagen.",
        "fr": "Si vous ne choisissez rien, il s'agit des dix jours fériés légaux.",
        "de": "Ohne Auswahl sind es die zehn gesetzlichen Feiertage.",
        "en": "If you choose none, it is about the ten legal public holidays.",
    },
    asked_when=("extend", ("yes",)),
)

CLAUSE = Clause(
    code="E08",
    section="E",
    title={
        "nl": "Feestdagen en lange weekends",
        "fr": "Jours fériés et ponts",
        "de": "Feiertage und lange Wochenenden",
        "en": "Public holidays and long weekends",
    },
    question={
        "nl": "Maakt een feestdag naast een weekend dat weekend langer?",
        "fr": "Un jour férié à côté d'un week-end le prolonge-t-il ?",
        "de": "Verlängert ein Feiertag neben einem Wochenende dieses Wochenende?",
        "en": "Does a public holiday beside a weekend make that weekend longer?",
    },
    hint={
        "nl": "Bijvoorbeeld Paasmaandag, of de vrijdag na Hemelvaart.",
        "fr": "Par exemple le lundi de Pâques, ou le vendredi après l'Ascension.",
        "de": "Zum Beispiel Ostermontag oder der Freitag nach Christi Himmelfahrt.",
        "en": "For example Easter Monday, or the Friday after Ascension Day.",
    },
    fields=(
        Field(
            "extend",
            Kind.YES_NO,
            {
                "nl": "Langer weekend?",
                "fr": "Week-end prolongé ?",
                "de": "Längeres Wochenende?",
                "en": "Longer weekend?",
            },
        ),
        _WHICH,
    ),
    default={"extend": "yes"},
    core=True,
    source="Flemish model clauses: the Easter weekend is extended by Easter Monday",
    words=_words,
    examples=(
        Example({"extend": "yes"}, sentence=_ALL),
        Example(
            {"extend": "yes", "which": ["easter_monday", "ascension_bridge", "community_days"]},
            sentence={
                "nl": "Deze dagen horen, als ze naast een weekend vallen, bij de ouder van dat weekend: Paasmaandag, Hemelvaartsdag met de brugdag en de feestdag van de eigen Gemeenschap.",
                "fr": "S'ils tombent à côté d'un week-end, ces jours appartiennent au parent de ce week-end : Lundi de Pâques, Ascension avec le pont et la fête de la propre Communauté.",
                "de": "Diese Tage gehören, wenn sie neben ein Wochenende fallen, zu dem Elternteil dieses Wochenendes: Ostermontag, Christi Himmelfahrt mit dem Brückentag und der Festtag der eigenen Gemeinschaft.",
                "en": "When they fall beside a weekend, these days belong to the parent of that weekend: Easter Monday, Ascension Day with the bridge day and the day of the child's own Community.",
            },
        ),
        Example({"extend": "no"}, sentence=_NO),
        Example({}, problems=("extend",)),
        Example({"extend": "yes", "which": ["4_july"]}, problems=("which",)),
        Example({"extend": "yes", "which": ["easter_monday", "easter_monday"]}, problems=("which",)),
    ),
)
