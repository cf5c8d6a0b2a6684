"""D05: how parents ask each other for a swap."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import counted, filled

_MAKE_UP: tuple[tuple[str, Words], ...] = (
    (
        "swap",
        {
            "nl": "een geruilde dag wordt ingehaald",
            "fr": "un jour échangé est compensé",
            "de": "ein getauschter Tag wird ausgeglichen",
            "en": "a swapped day is made up for",
        },
    ),
    (
        "none",
        {
            "nl": "een geruilde dag wordt niet ingehaald",
            "fr": "un jour échangé n'est pas compensé",
            "de": "ein getauschter Tag wird nicht ausgeglichen",
            "en": "a swapped day is not made up for",
        },
    ),
)
_SENTENCE: Words = {
    "nl": "Een ruil wordt gevraagd minstens {notice} vooraf en over hoogstens {max_shift}; de andere ouder antwoordt binnen {answer}; een ruil geldt alleen als beide ouders schriftelijk akkoord gaan; {make_up}.",
    "fr": "Un échange se demande au moins {notice} à l'avance et porte sur {max_shift} au plus ; l'autre parent répond dans les {answer} ; un échange ne vaut que si les deux parents l'acceptent par écrit ; {make_up}.",
    "de": "Ein Tausch wird mindestens {notice} vorher angefragt und betrifft höchstens {max_shift}; der andere Elternteil antwortet innerhalb von {answer}; ein Tausch gilt nur, wenn beide Eltern schriftlich zustimmen; {make_up}.",
    "en": "A swap is requested at least {notice} ahead and covers at most {max_shift}; the other parent answers within {answer}; a swap is valid only when both parents accept it in writing; {make_up}.",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["answer"] > answers["notice"]:
        return (Problem("answer", "Give a time to answer that is not longer than the notice."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    return filled(
        _SENTENCE,
        notice=counted(answers["notice"], "day"),
        max_shift=counted(answers["max_shift"], "day"),
        answer=counted(answers["answer"], "day", dative=True),
        make_up=option(_MAKE_UP_FIELD, answers["make_up"]),
    )


_MAKE_UP_FIELD = Field(
    "make_up",
    Kind.CHOICE,
    {"nl": "Inhaaldagen", "fr": "Jours de compensation", "de": "Ausgleichstage", "en": "Make-up time"},
    options=_MAKE_UP,
)

CLAUSE = Clause(
    code="D05",
    section="D",
    title={"nl": "Ruilen", "fr": "Échanges", "de": "Tausch", "en": "Swaps"},
    question={
        "nl": "Hoe vragen jullie een ruil?",
        "fr": "Comment demandez-vous un échange ?",
        "de": "Wie fragen Sie einen Tausch an?",
        "en": "How do you ask for a swap?",
    },
    hint={
        "nl": "Een ruil is een eenmalige wijziging. Ze verandert het plan niet.",
        "fr": "Un échange est un changement unique. Il ne modifie pas le plan.",
        "de": "Ein Tausch ist eine einmalige Änderung. Er ändert den Plan nicht.",
        "en": "A swap is a change for one time. It does not change the plan.",
    },
    fields=(
        Field(
            "notice",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen vooraf vragen?",
                "fr": "Combien de jours à l'avance ?",
                "de": "Wie viele Tage vorher anfragen?",
                "en": "How many days ahead do you ask?",
            },
            minimum=0,
            maximum=90,
        ),
        Field(
            "answer",
            Kind.INTEGER,
            {
                "nl": "Binnen hoeveel dagen antwoorden?",
                "fr": "Répondre dans les combien de jours ?",
                "de": "Innerhalb wie vieler Tage antworten?",
                "en": "Within how many days do you answer?",
            },
            minimum=0,
            maximum=30,
        ),
        _MAKE_UP_FIELD,
        Field(
            "max_shift",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen hoogstens?",
                "fr": "Combien de jours au plus ?",
                "de": "Wie viele Tage höchstens?",
                "en": "How many days at most?",
            },
            minimum=1,
            maximum=31,
        ),
    ),
    default={"notice": 7, "answer": 3, "make_up": "swap", "max_shift": 7},
    core=True,
    source="Own design: agreed in writing, answered in time, no silent consent",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"notice": 7, "answer": 3, "make_up": "swap", "max_shift": 2},
            sentence={
                "nl": "Een ruil wordt gevraagd minstens 7 dagen vooraf en over hoogstens 2 dagen; de andere ouder antwoordt binnen 3 dagen; een ruil geldt alleen als beide ouders schriftelijk akkoord gaan; een geruilde dag wordt ingehaald.",
                "fr": "Un échange se demande au moins 7 jours à l'avance et porte sur 2 jours au plus ; l'autre parent répond dans les 3 jours ; un échange ne vaut que si les deux parents l'acceptent par écrit ; un jour échangé est compensé.",
                "de": "Ein Tausch wird mindestens 7 Tage vorher angefragt und betrifft höchstens 2 Tage; der andere Elternteil antwortet innerhalb von 3 Tagen; ein Tausch gilt nur, wenn beide Eltern schriftlich zustimmen; ein getauschter Tag wird ausgeglichen.",
                "en": "A swap is requested at least 7 days ahead and covers at most 2 days; the other parent answers within 3 days; a swap is valid only when both parents accept it in writing; a swapped day is made up for.",
            },
        ),
        Example({}, problems=("notice", "answer", "make_up", "max_shift")),
        Example({"notice": 2, "answer": 3, "make_up": "none", "max_shift": 1}, problems=("answer",)),
        Example(
            {"notice": "7", "answer": True, "make_up": "swap", "max_shift": 0},
            problems=("notice", "answer", "max_shift"),
        ),
        Example(
            {"notice": 91, "answer": -1, "make_up": "swap", "max_shift": 1.5},
            problems=("notice", "answer", "max_shift"),
        ),
    ),
)
