"""C07: who is away for long asks the other parent first (care_offers.py holds the way it goes)."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled

_ON: Words = {
    "nl": "Als een ouder langer dan {hours} niet zelf bij de kinderen kan zijn, vraagt die eerst aan de andere ouder om voor hen te zorgen; de andere ouder mag nee zeggen; het plan verandert niet.",
    "fr": "Si un parent ne peut pas être lui-même avec les enfants pendant plus de {hours}, il demande d'abord à l'autre parent de s'en occuper ; l'autre parent peut dire non ; le plan ne change pas.",
    "de": "Wenn ein Elternteil länger als {hours} nicht selbst bei den Kindern sein kann, fragt er zuerst den anderen Elternteil, ob er sie betreut; der andere darf nein sagen; der Plan ändert sich nicht.",
    "en": "When a parent cannot be with the children for more than {hours}, that parent first asks the other parent to care for them; the other parent may say no; the plan does not change.",
}
_OFF: Words = {
    "nl": "Elke ouder regelt zelf de opvang tijdens het eigen verblijf.",
    "fr": "Chaque parent organise lui-même l'accueil des enfants pendant ses propres périodes.",
    "de": "Jeder Elternteil regelt die Betreuung während seiner Zeit selbst.",
    "en": "Each parent arranges care during their own time.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    if answers["enabled"] == "no":
        return _OFF
    return filled(_ON, hours=counted(answers["threshold"], "hour"))


CLAUSE = Clause(
    code="C07",
    section="C",
    title={
        "nl": "Voorrang bij afwezigheid",
        "fr": "Priorité en cas d'absence",
        "de": "Vorrang bei Abwesenheit",
        "en": "First choice to care",
    },
    question={
        "nl": "Als u lang weg bent, mag de andere ouder dan eerst voor de kinderen zorgen?",
        "fr": "En cas de longue absence, l'autre parent est-il le premier à qui vous demandez ?",
        "de": "Wenn Sie lange weg sind, fragen Sie dann zuerst den anderen Elternteil?",
        "en": "If you are away for long, is the other parent asked first?",
    },
    hint={
        "nl": "Het is een vraag, geen plicht. U hoeft niet te zeggen waarom u weg bent.",
        "fr": "C'est une demande, pas une obligation. Vous ne devez pas dire pourquoi vous êtes absent.",
        "de": "Es ist eine Frage, keine Pflicht. Sie müssen nicht sagen, warum Sie weg sind.",
        "en": "It is a question, not a duty. You need not say why you are away.",
    },
    fields=(
        Field(
            "enabled",
            Kind.YES_NO,
            {
                "nl": "Eerst de andere ouder vragen?",
                "fr": "Demander d'abord à l'autre parent ?",
                "de": "Zuerst den anderen Elternteil fragen?",
                "en": "Ask the other parent first?",
            },
        ),
        Field(
            "threshold",
            Kind.INTEGER,
            {
                "nl": "Bij een afwezigheid van meer dan",
                "fr": "Pour une absence de plus de",
                "de": "Bei einer Abwesenheit von mehr als",
                "en": "For an absence of more than",
            },
            minimum=2,
            maximum=336,
            unit={"nl": "uur", "fr": "heures", "de": "Stunden", "en": "hours"},
            asked_when=("enabled", ("yes",)),
        ),
    ),
    default={"enabled": "no"},
    source="Own design (right of first refusal, as a question)",
    words=_words,
    examples=(
        Example(
            {"enabled": "yes", "threshold": 24},
            sentence={
                "nl": "Als een ouder langer dan 24 uur niet zelf bij de kinderen kan zijn, vraagt die eerst aan de andere ouder om voor hen te zorgen; de andere ouder mag nee zeggen; het plan verandert niet.",
                "fr": "Si un parent ne peut pas être lui-même avec les enfants pendant plus de 24 heures, il demande d'abord à l'autre parent de s'en occuper ; l'autre parent peut dire non ; le plan ne change pas.",
                "de": "Wenn ein Elternteil länger als 24 Stunden nicht selbst bei den Kindern sein kann, fragt er zuerst den anderen Elternteil, ob er sie betreut; der andere darf nein sagen; der Plan ändert sich nicht.",
                "en": "When a parent cannot be with the children for more than 24 hours, that parent first asks the other parent to care for them; the other parent may say no; the plan does not change.",
            },
        ),
        Example({"enabled": "no"}, sentence=_OFF),
        Example({}, problems=("enabled",)),
        Example({"enabled": "yes"}, problems=("threshold",)),
        Example({"enabled": "yes", "threshold": 1}, problems=("threshold",)),
        Example({"enabled": True, "threshold": 24}, problems=("enabled",)),
    ),
)
