"""K08: when the contribution changes with age, and to whom it goes when a child is of age.

It never ends by a birthday: it lasts until the training is completed (art. 203 §1 old Civil Code).
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import counted, filled, joined, listed, percent

_PAID_TO: tuple[tuple[str, Words], ...] = (
    (
        "parent",
        {
            "nl": "aan de andere ouder",
            "fr": "à l'autre parent",
            "de": "an den anderen Elternteil",
            "en": "to the other parent",
        },
    ),
    (
        "child",
        {
            "nl": "aan het kind zelf",
            "fr": "à l'enfant même",
            "de": "an das Kind selbst",
            "en": "to the child",
        },
    ),
)
_UNTIL: Words = {
    "nl": "De onderhoudsbijdrage loopt tot de opleiding van het kind af is, ook na 18 jaar",
    "fr": "La contribution alimentaire continue jusqu'à la fin de la formation de l'enfant, même après 18 ans",
    "de": "Der Unterhaltsbeitrag läuft, bis die Ausbildung des Kindes abgeschlossen ist, auch nach 18 Jahren",
    "en": "The child maintenance continues until the child's training is completed, also after the age of 18",
}
_STEPS: Words = {
    "nl": "het bedrag stijgt met {steps}",
    "fr": "le montant augmente de {steps}",
    "de": "der Betrag steigt um {steps}",
    "en": "the amount rises by {steps}",
}
_STEP: Words = {
    "nl": "{percent} op {age}",
    "fr": "{percent} à {age}",
    "de": "{percent} mit {age}",
    "en": "{percent} at {age}",
}
_OF_AGE: Words = {
    "nl": "vanaf 18 jaar wordt ze betaald {to}",
    "fr": "à partir de 18 ans, elle est payée {to}",
    "de": "ab 18 Jahren wird er {to} gezahlt",
    "en": "from the age of 18 it is paid {to}",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    ages = [row["age"] for row in answers.get("age_steps") or ()]
    return tuple(
        Problem(f"age_steps.{place}.age", "Give the ages from young to old, each once.")
        for place, age in enumerate(ages)
        if place and age <= ages[place - 1]
    )


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    steps = [
        filled(_STEP, percent=percent(row["increase_percent"]), age=counted(row["age"], "year", dative=True))
        for row in answers.get("age_steps") or ()
    ]
    return joined(
        [
            _UNTIL,
            *([filled(_STEPS, steps=listed(steps))] if steps else []),
            filled(_OF_AGE, to=option(_STUDENT, answers["student_pays_to"])),
        ]
    )


_STUDENT = Field(
    "student_pays_to",
    Kind.CHOICE,
    {
        "nl": "Aan wie wordt betaald vanaf 18 jaar?",
        "fr": "À qui paie-t-on à partir de 18 ans ?",
        "de": "An wen wird ab 18 Jahren gezahlt?",
        "en": "To whom is it paid from the age of 18?",
    },
    options=_PAID_TO,
)

CLAUSE = Clause(
    code="K08",
    section="K",
    title={
        "nl": "Aanpassing en einde van de bijdrage",
        "fr": "Adaptation et fin de la contribution",
        "de": "Anpassung und Ende des Beitrags",
        "en": "Adjustment and end of the contribution",
    },
    question={
        "nl": "Wanneer verandert het bedrag?",
        "fr": "Quand le montant change-t-il ?",
        "de": "Wann ändert sich der Betrag?",
        "en": "When does the amount change?",
    },
    hint={
        "nl": "De bijdrage stopt niet op 18 jaar. Ze loopt door tot het einde van de opleiding.",
        "fr": "La contribution ne s'arrête pas à 18 ans. Elle continue jusqu'à la fin de la formation.",
        "de": "Der Beitrag endet nicht mit 18 Jahren. Er läuft bis zum Ende der Ausbildung.",
        "en": "The contribution does not stop at 18. It runs until the end of the training.",
    },
    fields=(
        Field(
            "age_steps",
            Kind.ROWS,
            {
                "nl": "Stappen met de leeftijd",
                "fr": "Étapes selon l'âge",
                "de": "Schritte nach Alter",
                "en": "Steps by age",
            },
            columns=(
                Field(
                    "age",
                    Kind.INTEGER,
                    {"nl": "Leeftijd", "fr": "Âge", "de": "Alter", "en": "Age"},
                    minimum=1,
                    maximum=30,
                    unit={"nl": "jaar", "fr": "ans", "de": "Jahre", "en": "years"},
                ),
                Field(
                    "increase_percent",
                    Kind.PERCENT,
                    {"nl": "Stijging", "fr": "Augmentation", "de": "Erhöhung", "en": "Increase"},
                    minimum=1,
                ),
            ),
            required=False,
            maximum=6,
        ),
        _STUDENT,
    ),
    default={"student_pays_to": "parent"},
    needed_for=frozenset({"EOT"}),
    source="art. 203 §1 old Civil Code (until the training is completed, also after majority)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"student_pays_to": "parent"},
            sentence={
                "nl": "De onderhoudsbijdrage loopt tot de opleiding van het kind af is, ook na 18 jaar; vanaf 18 jaar wordt ze betaald aan de andere ouder.",
                "fr": "La contribution alimentaire continue jusqu'à la fin de la formation de l'enfant, même après 18 ans ; à partir de 18 ans, elle est payée à l'autre parent.",
                "de": "Der Unterhaltsbeitrag läuft, bis die Ausbildung des Kindes abgeschlossen ist, auch nach 18 Jahren; ab 18 Jahren wird er an den anderen Elternteil gezahlt.",
                "en": "The child maintenance continues until the child's training is completed, also after the age of 18; from the age of 18 it is paid to the other parent.",
            },
        ),
        Example(
            {
                "age_steps": [{"age": 12, "increase_percent": 10}, {"age": 18, "increase_percent": 15}],
                "student_pays_to": "child",
            },
            sentence={
                "nl": "De onderhoudsbijdrage loopt tot de opleiding van het kind af is, ook na 18 jaar; het bedrag stijgt met 10% op 12 jaar en 15% op 18 jaar; vanaf 18 jaar wordt ze betaald aan het kind zelf.",
                "fr": "La contribution alimentaire continue jusqu'à la fin de la formation de l'enfant, même après 18 ans ; le montant augmente de 10\xa0% à 12 ans et 15\xa0% à 18 ans ; à partir de 18 ans, elle est payée à l'enfant même.",
                "de": "Der Unterhaltsbeitrag läuft, bis die Ausbildung des Kindes abgeschlossen ist, auch nach 18 Jahren; der Betrag steigt um 10\xa0% mit 12 Jahren und 15\xa0% mit 18 Jahren; ab 18 Jahren wird er an das Kind selbst gezahlt.",
                "en": "The child maintenance continues until the child's training is completed, also after the age of 18; the amount rises by 10% at 12 years and 15% at 18 years; from the age of 18 it is paid to the child.",
            },
        ),
        Example({}, problems=("student_pays_to",)),
        Example(
            {
                "age_steps": [{"age": 12, "increase_percent": 10}, {"age": 12, "increase_percent": 5}],
                "student_pays_to": "child",
            },
            problems=("age_steps.1.age",),
        ),
        Example(
            {"age_steps": [{"age": 0, "increase_percent": 0}], "student_pays_to": "nobody"},
            problems=("age_steps.0.age", "age_steps.0.increase_percent", "student_pays_to"),
        ),
    ),
)
