"""B03: how parents ask each other about important matters, and what no answer means.

Silence is never consent about health, faith or philosophy of life; for extraordinary costs K05 has terms of its own.
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled

_CHANNELS: tuple[tuple[str, Words], ...] = (
    (
        "platform",
        {
            "nl": "via dit platform",
            "fr": "par cette plateforme",
            "de": "über diese Plattform",
            "en": "through this platform",
        },
    ),
    ("email", {"nl": "per e-mail", "fr": "par e-mail", "de": "per E-Mail", "en": "by e-mail"}),
    (
        "registered",
        {
            "nl": "per aangetekende brief",
            "fr": "par lettre recommandée",
            "de": "per Einschreiben",
            "en": "by registered letter",
        },
    ),
)
_SILENCE: tuple[tuple[str, Words], ...] = (
    (
        "mediation",
        {
            "nl": "dat wij er met een bemiddelaar over praten",
            "fr": "que nous en parlons avec un médiateur",
            "de": "dass wir mit einem Mediator darüber sprechen",
            "en": "that we talk about it with a mediator",
        },
    ),
    (
        "refusal",
        {
            "nl": "dat alles blijft zoals het is",
            "fr": "que tout reste comme avant",
            "de": "dass alles bleibt, wie es ist",
            "en": "that everything stays as it is",
        },
    ),
    (
        "consent",
        {
            "nl": "akkoord, maar nooit over gezondheid, geloof of levensbeschouwing",
            "fr": "un accord, mais jamais pour la santé, la religion ou la philosophie",
            "de": "Zustimmung, aber nie bei Gesundheit, Religion oder Weltanschauung",
            "en": "agreement, but never about health, religion or philosophy of life",
        },
    ),
)
_SENTENCE: Words = {
    "nl": "Over belangrijke zaken doet een ouder een voorstel {channel}; de andere ouder antwoordt binnen {days}; geen antwoord betekent: {silence}.",
    "fr": "Pour les choses importantes, un parent fait une proposition {channel} ; l'autre parent répond dans un délai de {days} ; l'absence de réponse signifie : {silence}.",
    "de": "Bei wichtigen Dingen macht ein Elternteil einen Vorschlag {channel}; der andere Elternteil antwortet innerhalb von {days}; keine Antwort bedeutet: {silence}.",
    "en": "On important matters a parent makes a proposal {channel}; the other parent answers within {days}; no answer means: {silence}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    return filled(
        _SENTENCE,
        channel=option(_CHANNEL, answers["channel"]),
        days=counted(answers["answer_days"], "day", dative=True),
        silence=option(_NO_ANSWER, answers["silence"]),
    )


_CHANNEL = Field(
    "channel",
    Kind.CHOICE,
    {
        "nl": "Hoe vragen jullie het?",
        "fr": "Comment demandez-vous ?",
        "de": "Wie fragen Sie?",
        "en": "How do you ask?",
    },
    options=_CHANNELS,
)
_NO_ANSWER = Field(
    "silence",
    Kind.CHOICE,
    {
        "nl": "Geen antwoord betekent",
        "fr": "L'absence de réponse signifie",
        "de": "Keine Antwort bedeutet",
        "en": "No answer means",
    },
    options=_SILENCE,
)

CLAUSE = Clause(
    code="B03",
    section="B",
    title={
        "nl": "Hoe we samen beslissen",
        "fr": "Comment nous décidons ensemble",
        "de": "Wie wir gemeinsam entscheiden",
        "en": "How we decide together",
    },
    question={
        "nl": "Hoe vragen jullie iets, en hoelang mag de andere ouder nadenken?",
        "fr": "Comment demandez-vous quelque chose, et combien de temps l'autre parent peut-il réfléchir ?",
        "de": "Wie fragen Sie etwas, und wie lange darf der andere Elternteil überlegen?",
        "en": "How do you ask, and how long may the other parent think it over?",
    },
    hint={
        "nl": "Het gaat om keuzes zoals een school, een operatie of een verhuizing van de kinderen.",
        "fr": "Il s'agit de choix comme une école, une opération ou un déménagement des enfants.",
        "de": "Es geht um Entscheidungen wie eine Schule, eine Operation oder einen Umzug der Kinder.",
        "en": "This is about choices such as a school, an operation or a move of the children.",
    },
    fields=(
        _CHANNEL,
        Field(
            "answer_days",
            Kind.INTEGER,
            {
                "nl": "Tijd om te antwoorden",
                "fr": "Temps pour répondre",
                "de": "Zeit zum Antworten",
                "en": "Time to answer",
            },
            minimum=1,
            maximum=60,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
        ),
        _NO_ANSWER,
    ),
    default={"channel": "platform", "answer_days": 14, "silence": "mediation"},
    core=True,
    source="Own design; art. 374 §1 old Civil Code (important decisions together)",
    words=_words,
    examples=(
        Example(
            {"channel": "platform", "answer_days": 14, "silence": "mediation"},
            sentence={
                "nl": "Over belangrijke zaken doet een ouder een voorstel via dit platform; de andere ouder antwoordt binnen 14 dagen; geen antwoord betekent: dat wij er met een bemiddelaar over praten.",
                "fr": "Pour les choses importantes, un parent fait une proposition par cette plateforme ; l'autre parent répond dans un délai de 14 jours ; l'absence de réponse signifie : que nous en parlons avec un médiateur.",
                "de": "Bei wichtigen Dingen macht ein Elternteil einen Vorschlag über diese Plattform; der andere Elternteil antwortet innerhalb von 14 Tagen; keine Antwort bedeutet: dass wir mit einem Mediator darüber sprechen.",
                "en": "On important matters a parent makes a proposal through this platform; the other parent answers within 14 days; no answer means: that we talk about it with a mediator.",
            },
        ),
        Example(
            {"channel": "registered", "answer_days": 1, "silence": "consent"},
            sentence={
                "nl": "Over belangrijke zaken doet een ouder een voorstel per aangetekende brief; de andere ouder antwoordt binnen 1 dag; geen antwoord betekent: akkoord, maar nooit over gezondheid, geloof of levensbeschouwing.",
                "fr": "Pour les choses importantes, un parent fait une proposition par lettre recommandée ; l'autre parent répond dans un délai de 1 jour ; l'absence de réponse signifie : un accord, mais jamais pour la santé, la religion ou la philosophie.",
                "de": "Bei wichtigen Dingen macht ein Elternteil einen Vorschlag per Einschreiben; der andere Elternteil antwortet innerhalb von 1 Tag; keine Antwort bedeutet: Zustimmung, aber nie bei Gesundheit, Religion oder Weltanschauung.",
                "en": "On important matters a parent makes a proposal by registered letter; the other parent answers within 1 day; no answer means: agreement, but never about health, religion or philosophy of life.",
            },
        ),
        Example({}, problems=("channel", "answer_days", "silence")),
        Example(
            {"channel": "child", "answer_days": 0, "silence": "maybe"},
            problems=("channel", "answer_days", "silence"),
        ),
        Example({"channel": "email", "answer_days": "14", "silence": "refusal"}, problems=("answer_days",)),
    ),
)
