"""D02: where the children change homes, and who brings or fetches them.

A place is chosen, not typed as an address; the short text may only name a public place (safety.md DV-05).
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled

_PLACES: tuple[tuple[str, Words], ...] = (
    ("school", {"nl": "op school", "fr": "à l'école", "de": "in der Schule", "en": "at school"}),
    (
        "home_receiving",
        {
            "nl": "bij de ouder waar de kinderen naartoe gaan",
            "fr": "chez le parent qui accueille les enfants",
            "de": "bei dem Elternteil, zu dem die Kinder gehen",
            "en": "at the home the children go to",
        },
    ),
    (
        "home_leaving",
        {
            "nl": "bij de ouder waar de kinderen vertrekken",
            "fr": "chez le parent que les enfants quittent",
            "de": "bei dem Elternteil, bei dem die Kinder waren",
            "en": "at the home the children leave",
        },
    ),
    (
        "neutral",
        {
            "nl": "op een neutrale plaats",
            "fr": "dans un lieu neutre",
            "de": "an einem neutralen Ort",
            "en": "at a neutral place",
        },
    ),
    (
        "contact_space",
        {
            "nl": "in een neutrale bezoekruimte",
            "fr": "dans un espace-rencontre",
            "de": "in einem Besuchsraum",
            "en": "at a supervised contact space",
        },
    ),
)
_TRANSPORT: tuple[tuple[str, Words], ...] = (
    (
        "receiving_fetches",
        {
            "nl": "de ouder waar de kinderen naartoe gaan, haalt hen op",
            "fr": "le parent qui accueille les enfants vient les chercher",
            "de": "der Elternteil, zu dem die Kinder gehen, holt sie ab",
            "en": "the parent they go to fetches them",
        },
    ),
    (
        "leaving_brings",
        {
            "nl": "de ouder waar de kinderen vertrekken, brengt hen",
            "fr": "le parent que les enfants quittent les amène",
            "de": "der Elternteil, bei dem die Kinder waren, bringt sie",
            "en": "the parent they leave brings them",
        },
    ),
    (
        "shared",
        {
            "nl": "jullie verdelen het vervoer",
            "fr": "les parents se partagent les trajets",
            "de": "die Eltern teilen sich die Fahrten",
            "en": "the parents share the journeys",
        },
    ),
)
_PLAIN: Words = {
    "nl": "De kinderen wisselen {place}; {transport}.",
    "fr": "Le changement se fait {place} ; {transport}.",
    "de": "Der Wechsel ist {place}; {transport}.",
    "en": "Handover is {place}; {transport}.",
}
_OTHERS: Words = {
    "nl": "De kinderen wisselen {place}; {transport}; ook deze mensen mogen hen ophalen: {people}.",
    "fr": "Le changement se fait {place} ; {transport} ; ces personnes peuvent aussi venir les chercher : {people}.",
    "de": "Der Wechsel ist {place}; {transport}; auch diese Personen dürfen sie abholen: {people}.",
    "en": "Handover is {place}; {transport}; these people may also fetch them: {people}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    place: Words = option(_PLACE, answers["place"])
    if answers["place"] == "neutral":
        place = {language: f"{text} ({answers['neutral_place']})" for language, text in place.items()}
    transport = (
        _OUR_JOURNEYS if answers["transport"] == "shared" else option(_TRANSPORT_FIELD, answers["transport"])
    )
    people = answers.get("who_may_fetch")
    if people:
        return filled(_OTHERS, place=place, transport=transport, people=people)
    return filled(_PLAIN, place=place, transport=transport)


_OUR_JOURNEYS: Words = {
    "nl": "wij verdelen het vervoer",
    "fr": "nous nous partageons les trajets",
    "de": "wir teilen uns die Fahrten",
    "en": "we share the journeys",
}
_PLACE = Field(
    "place",
    Kind.CHOICE,
    {"nl": "Wisselplaats", "fr": "Lieu d'échange", "de": "Übergabeort", "en": "Handover place"},
    options=_PLACES,
)
_TRANSPORT_FIELD = Field(
    "transport",
    Kind.CHOICE,
    {"nl": "Vervoer", "fr": "Transport", "de": "Transport", "en": "Transport"},
    options=_TRANSPORT,
)

CLAUSE = Clause(
    code="D02",
    section="D",
    title={
        "nl": "Wisselplaats en vervoer",
        "fr": "Lieu et transport",
        "de": "Übergabeort und Transport",
        "en": "Handover place and transport",
    },
    question={
        "nl": "Wie brengt of haalt de kinderen, en waar?",
        "fr": "Qui amène ou vient chercher les enfants, et où ?",
        "de": "Wer bringt oder holt die Kinder, und wo?",
        "en": "Who brings or fetches the children, and where?",
    },
    hint={
        "nl": "Schrijf hier geen thuisadres. De andere ouder kan dit lezen.",
        "fr": "N'écrivez pas d'adresse privée ici. L'autre parent peut lire ceci.",
        "de": "Schreiben Sie hier keine private Adresse. Der andere Elternteil kann dies lesen.",
        "en": "Do not write a home address here. The other parent can read this.",
    },
    fields=(
        _PLACE,
        Field(
            "neutral_place",
            Kind.TEXT,
            {
                "nl": "Naam van de openbare plaats",
                "fr": "Nom du lieu public",
                "de": "Name des öffentlichen Ortes",
                "en": "Name of the public place",
            },
            maximum=80,
            hint={
                "nl": "Bijvoorbeeld: bibliotheek, station, sporthal.",
                "fr": "Par exemple : bibliothèque, gare, hall de sport.",
                "de": "Zum Beispiel: Bibliothek, Bahnhof, Sporthalle.",
                "en": "For example: library, station, sports hall.",
            },
            asked_when=("place", ("neutral",)),
        ),
        _TRANSPORT_FIELD,
        Field(
            "who_may_fetch",
            Kind.TEXT,
            {
                "nl": "Wie mag de kinderen nog ophalen?",
                "fr": "Qui d'autre peut venir chercher les enfants ?",
                "de": "Wer darf die Kinder noch abholen?",
                "en": "Who else may fetch the children?",
            },
            required=False,
            maximum=200,
        ),
    ),
    default={"place": "school", "transport": "receiving_fetches"},
    core=True,
    source="Belgian practice: handover by way of school when relations are tense",
    words=_words,
    examples=(
        Example(
            {"place": "school", "transport": "receiving_fetches"},
            sentence={
                "nl": "De kinderen wisselen op school; de ouder waar de kinderen naartoe gaan, haalt hen op.",
                "fr": "Le changement se fait à l'école ; le parent qui accueille les enfants vient les chercher.",
                "de": "Der Wechsel ist in der Schule; der Elternteil, zu dem die Kinder gehen, holt sie ab.",
                "en": "Handover is at school; the parent they go to fetches them.",
            },
        ),
        Example(
            {
                "place": "neutral",
                "neutral_place": "Bibliotheek {Gent}",
                "transport": "shared",
                "who_may_fetch": "Oma",
            },
            sentence={
                "nl": "De kinderen wisselen op een neutrale plaats (Bibliotheek {Gent}); wij verdelen het vervoer; ook deze mensen mogen hen ophalen: Oma.",
                "fr": "Le changement se fait dans un lieu neutre (Bibliotheek {Gent}) ; nous nous partageons les trajets ; ces personnes peuvent aussi venir les chercher : Oma.",
                "de": "Der Wechsel ist an einem neutralen Ort (Bibliotheek {Gent}); wir teilen uns die Fahrten; auch diese Personen dürfen sie abholen: Oma.",
                "en": "Handover is at a neutral place (Bibliotheek {Gent}); we share the journeys; these people may also fetch them: Oma.",
            },
        ),
        Example({}, problems=("place", "transport")),
        Example({"place": "neutral", "transport": "shared"}, problems=("neutral_place",)),
        Example({"place": "moon", "transport": "rocket"}, problems=("place", "transport")),
        Example(
            {"place": "school", "transport": "shared", "who_may_fetch": "x" * 201},
            problems=("who_may_fetch",),
        ),
        Example(
            {"place": "school", "transport": "shared", "who_may_fetch": "a\nb"}, problems=("who_may_fetch",)
        ),
    ),
)
