"""N01: when the parents look at the plan again. `first_months` and `then` are read for the tasks that fall due.

Every four years the whole plan is looked at, whatever the smaller rhythm: a child of nine is not one of five.
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined, listed

_THEN: tuple[tuple[str, Words], ...] = (
    ("6m", {"nl": "elke 6 maanden", "fr": "tous les 6 mois", "de": "alle 6 Monate", "en": "every 6 months"}),
    ("12m", {"nl": "elk jaar", "fr": "chaque année", "de": "jedes Jahr", "en": "every year"}),
)
_TRIGGERS: tuple[tuple[str, Words], ...] = (
    (
        "school_change",
        {
            "nl": "een andere school",
            "fr": "un changement d'école",
            "de": "ein Schulwechsel",
            "en": "a change of school",
        },
    ),
    ("move", {"nl": "een verhuizing", "fr": "un déménagement", "de": "ein Umzug", "en": "a move"}),
    (
        "new_partner",
        {
            "nl": "een nieuwe partner die komt inwonen",
            "fr": "un nouveau partenaire qui vient vivre à la maison",
            "de": "ein neuer Partner oder eine neue Partnerin im Haushalt",
            "en": "a new partner who moves in",
        },
    ),
    (
        "illness",
        {
            "nl": "een ernstige ziekte",
            "fr": "une maladie grave",
            "de": "eine ernste Krankheit",
            "en": "a serious illness",
        },
    ),
    (
        "child_request",
        {
            "nl": "een vraag van een kind",
            "fr": "une demande d'un enfant",
            "de": "ein Wunsch eines Kindes",
            "en": "a request from a child",
        },
    ),
)
_REVIEW: Words = {
    "nl": "{a} en {b} bekijken dit plan opnieuw na {months} en daarna {then}",
    "fr": "{a} et {b} relisent ce plan après {months}, puis {then}",
    "de": "{a} und {b} sehen sich diesen Plan nach {months} wieder an, danach {then}",
    "en": "{a} and {b} look at this plan again after {months} and then {then}",
}
_BIG: Words = {
    "nl": "om de vier jaar komt het hele plan aan bod",
    "fr": "tous les quatre ans, le plan entier est revu",
    "de": "alle vier Jahre kommt der ganze Plan an die Reihe",
    "en": "every four years the whole plan is looked at",
}
_SOONER: Words = {
    "nl": "vroeger kan ook, bij: {triggers}",
    "fr": "c'est possible plus tôt, en cas de : {triggers}",
    "de": "früher geht auch, bei Folgendem: {triggers}",
    "en": "it can be sooner, in case of: {triggers}",
}


def _words(answers: Answers, names: Names) -> Words:
    months = counted(answers["first_months"], "month", dative=True)
    parts = [
        filled(_REVIEW, a=names["A"], b=names["B"], months=months, then=option(_THEN_FIELD, answers["then"])),
        _BIG,
    ]
    triggers = [option(_TRIGGERS_FIELD, one) for one in answers.get("triggers") or ()]
    return joined([*parts, *([filled(_SOONER, triggers=listed(triggers))] if triggers else [])])


_THEN_FIELD = Field(
    "then",
    Kind.CHOICE,
    {"nl": "En daarna?", "fr": "Et ensuite ?", "de": "Und danach?", "en": "And then?"},
    options=_THEN,
)
_TRIGGERS_FIELD = Field(
    "triggers",
    Kind.CHOICES,
    {"nl": "Wanneer vroeger?", "fr": "Quand plus tôt ?", "de": "Wann früher?", "en": "When sooner?"},
    options=_TRIGGERS,
    required=False,
)

CLAUSE = Clause(
    code="N01",
    section="N",
    title={
        "nl": "Evaluatiemomenten",
        "fr": "Dates d'évaluation",
        "de": "Evaluierungstermine",
        "en": "Review dates",
    },
    question={
        "nl": "Wanneer bekijken jullie het plan opnieuw?",
        "fr": "Quand relisez-vous le plan ?",
        "de": "Wann sehen Sie sich den Plan wieder an?",
        "en": "When do you look at the plan again?",
    },
    hint={
        "nl": "Kinderen groeien. In de eerste jaren is elke zes maanden een goede maat.",
        "fr": "Les enfants grandissent. Les premières années, tous les six mois est un bon rythme.",
        "de": "Kinder wachsen. In den ersten Jahren sind alle sechs Monate ein gutes Maß.",
        "en": "Children grow. In the first years every six months is a good rhythm.",
    },
    fields=(
        Field(
            "first_months",
            Kind.INTEGER,
            {
                "nl": "Na hoeveel maanden de eerste keer?",
                "fr": "Après combien de mois la première fois ?",
                "de": "Nach wie vielen Monaten das erste Mal?",
                "en": "After how many months the first time?",
            },
            minimum=1,
            maximum=24,
            unit={"nl": "maanden", "fr": "mois", "de": "Monate", "en": "months"},
        ),
        _THEN_FIELD,
        _TRIGGERS_FIELD,
    ),
    default={"first_months": 6, "then": "6m", "triggers": [one for one, _ in _TRIGGERS]},
    core=True,
    source="Practice in Flanders: every six months in the first years; yearly and four-yearly reviews as in paper plans",
    words=_words,
    examples=(
        Example(
            {"first_months": 6, "then": "6m", "triggers": ["school_change", "child_request"]},
            sentence={
                "nl": "Ana en Ben bekijken dit plan opnieuw na 6 maanden en daarna elke 6 maanden; om de vier jaar komt het hele plan aan bod; vroeger kan ook, bij: een andere school en een vraag van een kind.",
                "fr": "Ana et Ben relisent ce plan après 6 mois, puis tous les 6 mois ; tous les quatre ans, le plan entier est revu ; c'est possible plus tôt, en cas de : un changement d'école et une demande d'un enfant.",
                "de": "Ana und Ben sehen sich diesen Plan nach 6 Monaten wieder an, danach alle 6 Monate; alle vier Jahre kommt der ganze Plan an die Reihe; früher geht auch, bei Folgendem: ein Schulwechsel und ein Wunsch eines Kindes.",
                "en": "Ana and Ben look at this plan again after 6 months and then every 6 months; every four years the whole plan is looked at; it can be sooner, in case of: a change of school and a request from a child.",
            },
        ),
        Example(
            {"first_months": 1, "then": "12m"},
            sentence={
                "nl": "Ana en Ben bekijken dit plan opnieuw na 1 maand en daarna elk jaar; om de vier jaar komt het hele plan aan bod.",
                "fr": "Ana et Ben relisent ce plan après 1 mois, puis chaque année ; tous les quatre ans, le plan entier est revu.",
                "de": "Ana und Ben sehen sich diesen Plan nach 1 Monat wieder an, danach jedes Jahr; alle vier Jahre kommt der ganze Plan an die Reihe.",
                "en": "Ana and Ben look at this plan again after 1 month and then every year; every four years the whole plan is looked at.",
            },
        ),
        Example({}, problems=("first_months", "then")),
        Example(
            {"first_months": 0, "then": "never", "triggers": ["weather"]},
            problems=("first_months", "then", "triggers"),
        ),
        Example(
            {"first_months": 25, "then": "12m", "triggers": ["move", "move"]},
            problems=("first_months", "triggers"),
        ),
    ),
)
