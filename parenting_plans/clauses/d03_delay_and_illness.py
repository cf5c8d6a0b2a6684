"""D03: what happens when a parent is late or a child is ill at a handover."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled

_NOTIFY: tuple[tuple[str, Words], ...] = (
    (
        "platform",
        {
            "nl": "via dit platform",
            "fr": "par cette plateforme",
            "de": "über diese Plattform",
            "en": "through this platform",
        },
    ),
    (
        "phone",
        {
            "nl": "per telefoon of sms",
            "fr": "par téléphone ou sms",
            "de": "per Telefon oder SMS",
            "en": "by telephone or text message",
        },
    ),
)
_ILL: tuple[tuple[str, Words], ...] = (
    (
        "go_ahead",
        {
            "nl": "gaat de wissel door",
            "fr": "le changement a lieu",
            "de": "findet der Wechsel statt",
            "en": "the handover goes ahead",
        },
    ),
    (
        "doctor_advice",
        {
            "nl": "gaat de wissel door, tenzij een dokter het afraadt",
            "fr": "le changement a lieu, sauf si un médecin le déconseille",
            "de": "findet der Wechsel statt, außer ein Arzt rät davon ab",
            "en": "the handover goes ahead, unless a doctor advises against it",
        },
    ),
    (
        "stay",
        {
            "nl": "blijft het kind waar het is, en wordt de tijd ingehaald",
            "fr": "l'enfant reste où il est, et le temps est compensé",
            "de": "bleibt das Kind, wo es ist, und die Zeit wird ausgeglichen",
            "en": "the child stays where it is, and the time is made up for",
        },
    ),
)
_SENTENCE: Words = {
    "nl": "Wie te laat is, laat het meteen weten {notify}; tot {grace} wachten wij op elkaar; is een kind ziek, dan {ill}.",
    "fr": "Celui qui est en retard prévient tout de suite {notify} ; nous nous attendons jusqu'à {grace} ; si un enfant est malade, {ill}.",
    "de": "Wer sich verspätet, sagt es sofort {notify}; bis zu {grace} warten wir aufeinander; ist ein Kind krank, {ill}.",
    "en": "Who is late says so at once {notify}; we wait for each other up to {grace}; when a child is ill, {ill}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    return filled(
        _SENTENCE,
        notify=option(_HOW, answers["notify"]),
        grace=counted(answers["grace"], "minute", dative=True),
        ill=option(_WHEN_ILL, answers["ill"]),
    )


_HOW = Field(
    "notify",
    Kind.CHOICE,
    {
        "nl": "Hoe laten jullie het weten?",
        "fr": "Comment prévenez-vous ?",
        "de": "Wie sagen Sie Bescheid?",
        "en": "How do you let each other know?",
    },
    options=_NOTIFY,
)
_WHEN_ILL = Field(
    "ill",
    Kind.CHOICE,
    {
        "nl": "Als een kind ziek is,",
        "fr": "Si un enfant est malade,",
        "de": "Wenn ein Kind krank ist,",
        "en": "When a child is ill,",
    },
    options=_ILL,
)

CLAUSE = Clause(
    code="D03",
    section="D",
    title={
        "nl": "Vertraging en ziekte bij de wissel",
        "fr": "Retard et maladie lors du changement",
        "de": "Verspätung und Krankheit beim Wechsel",
        "en": "Delay and illness at handover",
    },
    question={
        "nl": "Wat als iemand te laat is of een kind ziek is?",
        "fr": "Que faites-vous en cas de retard ou si un enfant est malade ?",
        "de": "Was, wenn jemand zu spät ist oder ein Kind krank ist?",
        "en": "What if somebody is late or a child is ill?",
    },
    hint={
        "nl": "Een afspraak vooraf geeft minder discussie aan de deur.",
        "fr": "Un accord à l'avance évite les discussions à la porte.",
        "de": "Eine Absprache im Voraus erspart Diskussionen an der Tür.",
        "en": "Agreeing ahead means less discussion at the door.",
    },
    fields=(
        Field(
            "grace",
            Kind.INTEGER,
            {
                "nl": "Hoelang wachten jullie?",
                "fr": "Combien de temps attendez-vous ?",
                "de": "Wie lange warten Sie?",
                "en": "How long do you wait?",
            },
            minimum=5,
            maximum=120,
            unit={"nl": "minuten", "fr": "minutes", "de": "Minuten", "en": "minutes"},
        ),
        _HOW,
        _WHEN_ILL,
    ),
    default={"grace": 30, "notify": "platform", "ill": "doctor_advice"},
    source="Own design",
    words=_words,
    examples=(
        Example(
            {"grace": 30, "notify": "platform", "ill": "doctor_advice"},
            sentence={
                "nl": "Wie te laat is, laat het meteen weten via dit platform; tot 30 minuten wachten wij op elkaar; is een kind ziek, dan gaat de wissel door, tenzij een dokter het afraadt.",
                "fr": "Celui qui est en retard prévient tout de suite par cette plateforme ; nous nous attendons jusqu'à 30 minutes ; si un enfant est malade, le changement a lieu, sauf si un médecin le déconseille.",
                "de": "Wer sich verspätet, sagt es sofort über diese Plattform; bis zu 30 Minuten warten wir aufeinander; ist ein Kind krank, findet der Wechsel statt, außer ein Arzt rät davon ab.",
                "en": "Who is late says so at once through this platform; we wait for each other up to 30 minutes; when a child is ill, the handover goes ahead, unless a doctor advises against it.",
            },
        ),
        Example(
            {"grace": 15, "notify": "phone", "ill": "stay"},
            sentence={
                "nl": "Wie te laat is, laat het meteen weten per telefoon of sms; tot 15 minuten wachten wij op elkaar; is een kind ziek, dan blijft het kind waar het is, en wordt de tijd ingehaald.",
                "fr": "Celui qui est en retard prévient tout de suite par téléphone ou sms ; nous nous attendons jusqu'à 15 minutes ; si un enfant est malade, l'enfant reste où il est, et le temps est compensé.",
                "de": "Wer sich verspätet, sagt es sofort per Telefon oder SMS; bis zu 15 Minuten warten wir aufeinander; ist ein Kind krank, bleibt das Kind, wo es ist, und die Zeit wird ausgeglichen.",
                "en": "Who is late says so at once by telephone or text message; we wait for each other up to 15 minutes; when a child is ill, the child stays where it is, and the time is made up for.",
            },
        ),
        Example({}, problems=("grace", "notify", "ill")),
        Example({"grace": 0, "notify": "child", "ill": "wait"}, problems=("grace", "notify", "ill")),
        Example({"grace": "30", "notify": "phone", "ill": "stay"}, problems=("grace",)),
    ),
)
