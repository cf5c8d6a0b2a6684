"""L03: who else may look after the children. Only names: no telephone number and no address."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import counted, filled, joined, listed

_ROLES: tuple[tuple[str, Words], ...] = (
    ("family", {"nl": "familie", "fr": "famille", "de": "Familie", "en": "family"}),
    (
        "friend",
        {
            "nl": "vriend of buur",
            "fr": "ami ou voisin",
            "de": "Freunde oder Nachbarn",
            "en": "friend or neighbour",
        },
    ),
    ("babysitter", {"nl": "oppas", "fr": "baby-sitter", "de": "Babysitter", "en": "babysitter"}),
    (
        "childcare",
        {"nl": "kinderopvang", "fr": "accueil d'enfants", "de": "Kinderbetreuung", "en": "childcare"},
    ),
)
_NAMED: Words = {
    "nl": "Deze mensen mogen op de kinderen passen: {carers}",
    "fr": "Ces personnes peuvent garder les enfants : {carers}",
    "de": "Diese Menschen dürfen auf die Kinder aufpassen: {carers}",
    "en": "These people may look after the children: {carers}",
}
_OTHERS: Words = {
    "nl": "elke ouder kiest daarnaast zelf een oppas van minstens {age}",
    "fr": "chaque parent peut aussi choisir une personne de garde d'au moins {age}",
    "de": "jeder Elternteil wählt sonst selbst eine Betreuung von mindestens {age}",
    "en": "each parent may also choose a babysitter of at least {age}",
}
_ANYONE: Words = {
    "nl": "Elke ouder kiest zelf een oppas van minstens {age}",
    "fr": "Chaque parent choisit une personne de garde d'au moins {age}",
    "de": "Jeder Elternteil wählt selbst eine Betreuung von mindestens {age}",
    "en": "Each parent chooses a babysitter of at least {age}",
}
_CARER: Words = {
    "nl": "{person} ({role})",
    "fr": "{person} ({role})",
    "de": "{person} ({role})",
    "en": "{person} ({role})",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    people = [row["person"].casefold() for row in answers.get("carers") or ()]
    return tuple(
        Problem(f"carers.{place}.person", "Name each person once.")
        for place, person in enumerate(people)
        if person in people[:place]
    )


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    age = counted(answers["min_age"], "year", dative=True)
    carers = [
        filled(_CARER, person=row["person"], role=option(_ROLE, row["role"]))
        for row in answers.get("carers") or ()
    ]
    if not carers:
        return joined([filled(_ANYONE, age=age)])
    return joined([filled(_NAMED, carers=listed(carers)), filled(_OTHERS, age=age)])


_ROLE = Field(
    "role",
    Kind.CHOICE,
    {"nl": "Wat voor oppas?", "fr": "Quel lien ?", "de": "Wer ist das?", "en": "What kind of carer?"},
    options=_ROLES,
)

CLAUSE = Clause(
    code="L03",
    section="L",
    title={
        "nl": "Oppas en opvang",
        "fr": "Garde et babysitting",
        "de": "Babysitter und Betreuung",
        "en": "Babysitters and carers",
    },
    question={
        "nl": "Wie mag er nog op de kinderen passen?",
        "fr": "Qui d'autre peut garder les enfants ?",
        "de": "Wer darf sonst noch auf die Kinder aufpassen?",
        "en": "Who else may look after the children?",
    },
    hint={
        "nl": "Schrijf alleen een naam, geen telefoonnummer of adres. De andere ouder kan dit lezen.",
        "fr": "Écrivez seulement un nom, pas de numéro de téléphone ni d'adresse. L'autre parent peut lire ceci.",
        "de": "Schreiben Sie nur einen Namen, keine Telefonnummer oder Adresse. Der andere Elternteil kann dies lesen.",
        "en": "Write only a name, no telephone number or address. The other parent can read this.",
    },
    fields=(
        Field(
            "carers",
            Kind.ROWS,
            {
                "nl": "Mensen die we allebei vertrouwen",
                "fr": "Personnes en qui nous avons tous deux confiance",
                "de": "Menschen, denen wir beide vertrauen",
                "en": "People we both trust",
            },
            columns=(
                Field(
                    "person", Kind.TEXT, {"nl": "Naam", "fr": "Nom", "de": "Name", "en": "Name"}, maximum=60
                ),
                _ROLE,
            ),
            required=False,
            maximum=10,
        ),
        Field(
            "min_age",
            Kind.INTEGER,
            {
                "nl": "Hoe oud is een oppas minstens?",
                "fr": "Quel âge minimum pour une personne de garde ?",
                "de": "Wie alt ist eine Betreuung mindestens?",
                "en": "How old is a babysitter at least?",
            },
            minimum=12,
            maximum=25,
            unit={"nl": "jaar", "fr": "ans", "de": "Jahre", "en": "years"},
        ),
    ),
    default={"min_age": 16},
    source="Own design",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"min_age": 16},
            sentence={
                "nl": "Elke ouder kiest zelf een oppas van minstens 16 jaar.",
                "fr": "Chaque parent choisit une personne de garde d'au moins 16 ans.",
                "de": "Jeder Elternteil wählt selbst eine Betreuung von mindestens 16 Jahren.",
                "en": "Each parent chooses a babysitter of at least 16 years.",
            },
        ),
        Example(
            {
                "carers": [
                    {"person": "Rosa", "role": "family"},
                    {"person": "De Zonnebloem", "role": "childcare"},
                ],
                "min_age": 18,
            },
            sentence={
                "nl": "Deze mensen mogen op de kinderen passen: Rosa (familie) en De Zonnebloem (kinderopvang); elke ouder kiest daarnaast zelf een oppas van minstens 18 jaar.",
                "fr": "Ces personnes peuvent garder les enfants : Rosa (famille) et De Zonnebloem (accueil d'enfants) ; chaque parent peut aussi choisir une personne de garde d'au moins 18 ans.",
                "de": "Diese Menschen dürfen auf die Kinder aufpassen: Rosa (Familie) und De Zonnebloem (Kinderbetreuung); jeder Elternteil wählt sonst selbst eine Betreuung von mindestens 18 Jahren.",
                "en": "These people may look after the children: Rosa (family) and De Zonnebloem (childcare); each parent may also choose a babysitter of at least 18 years.",
            },
        ),
        Example({}, problems=("min_age",)),
        Example(
            {
                "carers": [{"person": "Rosa", "role": "family"}, {"person": "rosa", "role": "friend"}],
                "min_age": 16,
            },
            problems=("carers.1.person",),
        ),
        Example(
            {"carers": [{"person": "a\nb", "role": "robot"}], "min_age": 11},
            problems=("carers.0.person", "carers.0.role", "min_age"),
        ),
    ),
)
