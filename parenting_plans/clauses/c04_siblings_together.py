"""C04: whether all children follow the same schedule (plan.py looks whether C02 says the same)."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled

_SAME: Words = {
    "nl": "De kinderen volgen dezelfde regeling en blijven samen.",
    "fr": "Les enfants suivent le même rythme et restent ensemble.",
    "de": "Die Kinder folgen derselben Regelung und bleiben zusammen.",
    "en": "The children follow the same schedule and stay together.",
}
_APART: Words = {
    "nl": "De kinderen volgen niet allemaal dezelfde regeling; zo blijven ze toch genoeg samen: {how}.",
    "fr": "Les enfants ne suivent pas tous le même rythme ; ils restent pourtant assez ensemble : {how}.",
    "de": "Die Kinder folgen nicht alle derselben Regelung; so sind sie trotzdem genug zusammen: {how}.",
    "en": "The children do not all follow the same schedule; this is how they are together enough: {how}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    return _SAME if answers["same"] == "yes" else filled(_APART, how=answers["exceptions"].rstrip("."))


CLAUSE = Clause(
    code="C04",
    section="C",
    title={
        "nl": "Broers en zussen samen",
        "fr": "Fratrie ensemble",
        "de": "Geschwister zusammen",
        "en": "Siblings together",
    },
    question={
        "nl": "Volgen alle kinderen dezelfde regeling?",
        "fr": "Tous les enfants suivent-ils le même rythme ?",
        "de": "Folgen alle Kinder derselben Regelung?",
        "en": "Do all children follow the same schedule?",
    },
    hint={
        "nl": "Broers en zussen zijn vaak een steun voor elkaar.",
        "fr": "Les frères et sœurs se soutiennent souvent.",
        "de": "Geschwister sind einander oft eine Stütze.",
        "en": "Brothers and sisters are often a support for each other.",
    },
    fields=(
        Field(
            "same",
            Kind.YES_NO,
            {
                "nl": "Dezelfde regeling?",
                "fr": "Le même rythme ?",
                "de": "Dieselbe Regelung?",
                "en": "The same schedule?",
            },
        ),
        Field(
            "exceptions",
            Kind.TEXT,
            {
                "nl": "Wanneer zijn ze samen?",
                "fr": "Quand sont-ils ensemble ?",
                "de": "Wann sind sie zusammen?",
                "en": "When are they together?",
            },
            hint={
                "nl": "Bijvoorbeeld: elk weekend en alle vakanties.",
                "fr": "Par exemple : chaque week-end et toutes les vacances.",
                "de": "Zum Beispiel: jedes Wochenende und alle Ferien.",
                "en": "For example: every weekend and all holidays.",
            },
            maximum=200,
            asked_when=("same", ("no",)),
        ),
    ),
    default={"same": "yes"},
    source="art. 375bis §2 old Civil Code (siblings are not separated where possible)",
    words=_words,
    examples=(
        Example({"same": "yes"}, sentence=_SAME),
        Example(
            {"same": "no", "exceptions": "elk weekend."},
            sentence={
                "nl": "De kinderen volgen niet allemaal dezelfde regeling; zo blijven ze toch genoeg samen: elk weekend.",
                "fr": "Les enfants ne suivent pas tous le même rythme ; ils restent pourtant assez ensemble : elk weekend.",
                "de": "Die Kinder folgen nicht alle derselben Regelung; so sind sie trotzdem genug zusammen: elk weekend.",
                "en": "The children do not all follow the same schedule; this is how they are together enough: elk weekend.",
            },
        ),
        Example({}, problems=("same",)),
        Example({"same": "no"}, problems=("exceptions",)),
        Example({"same": "no", "exceptions": "x" * 201}, problems=("exceptions",)),
    ),
)
