"""G02: what parents tell each other about the children, when, and in what form."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed, sentences

_TOPICS: tuple[tuple[str, Words], ...] = (
    ("health", {"nl": "gezondheid", "fr": "la santé", "de": "Gesundheit", "en": "health"}),
    ("school", {"nl": "school", "fr": "l'école", "de": "Schule", "en": "school"}),
    (
        "wellbeing",
        {
            "nl": "hoe het met de kinderen gaat",
            "fr": "le bien-être des enfants",
            "de": "das Befinden der Kinder",
            "en": "how the children are doing",
        },
    ),
    (
        "activities",
        {"nl": "activiteiten", "fr": "les activités", "de": "Aktivitäten", "en": "activities"},
    ),
    (
        "practical",
        {
            "nl": "praktische zaken",
            "fr": "les questions pratiques",
            "de": "praktische Dinge",
            "en": "practical matters",
        },
    ),
)
_FREQUENCIES: tuple[tuple[str, Words], ...] = (
    (
        "each_handover",
        {
            "nl": "bij elke wissel",
            "fr": "à chaque changement de maison",
            "de": "bei jedem Wechsel",
            "en": "at each handover",
        },
    ),
    (
        "weekly",
        {"nl": "elke week", "fr": "chaque semaine", "de": "jede Woche", "en": "every week"},
    ),
    (
        "per_event",
        {
            "nl": "telkens als er iets te melden is",
            "fr": "chaque fois qu'il y a quelque chose à dire",
            "de": "immer, wenn es etwas mitzuteilen gibt",
            "en": "whenever there is something to tell",
        },
    ),
)
_FORMS: tuple[tuple[str, Words], ...] = (
    (
        "handover_note",
        {
            "nl": "met een korte nota",
            "fr": "par une courte note",
            "de": "mit einer kurzen Notiz",
            "en": "with a short note",
        },
    ),
    (
        "message",
        {
            "nl": "met een bericht",
            "fr": "par un message",
            "de": "mit einer Nachricht",
            "en": "with a message",
        },
    ),
    ("talk", {"nl": "in een gesprek", "fr": "de vive voix", "de": "in einem Gespräch", "en": "in a talk"}),
)
_ABOUT: Words = {
    "nl": "De ouders houden elkaar op de hoogte over: {topics}.",
    "fr": "Les parents se tiennent informés de ce qui concerne : {topics}.",
    "de": "Die Eltern halten einander auf dem Laufenden über: {topics}.",
    "en": "The parents keep each other informed about: {topics}.",
}
_HOW: Words = {
    "nl": "Zij doen dat {frequency}, {form}.",
    "fr": "Ils le font {frequency}, {form}.",
    "de": "Sie tun das {frequency}, {form}.",
    "en": "They do so {frequency}, {form}.",
}
_AT_ONCE: Words = {
    "nl": "Is een kind ziek of is er een ongeval, dan wachten zij daar niet op.",
    "fr": "En cas de maladie ou d'accident d'un enfant, ils n'attendent pas jusque-là.",
    "de": "Ist ein Kind krank oder gibt es einen Unfall, warten sie nicht bis dahin.",
    "en": "If a child is ill or there is an accident, they do not wait for that.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    topics = [words for name, words in _TOPICS if name in answers["topics"]]
    frequency, form = option(_FREQUENCY, answers["frequency"]), option(_FORM, answers["form"])
    parts = [filled(_ABOUT, topics=listed(topics)), filled(_HOW, frequency=frequency, form=form)]
    return sentences(parts if answers["frequency"] == "per_event" else [*parts, _AT_ONCE])


_FREQUENCY = Field(
    "frequency",
    Kind.CHOICE,
    {"nl": "Wanneer?", "fr": "Quand ?", "de": "Wann?", "en": "When?"},
    options=_FREQUENCIES,
)
_FORM = Field(
    "form",
    Kind.CHOICE,
    {"nl": "Hoe?", "fr": "Comment ?", "de": "Wie?", "en": "How?"},
    options=_FORMS,
)

CLAUSE = Clause(
    code="G02",
    section="G",
    title={
        "nl": "Informatie over het kind",
        "fr": "Information sur l'enfant",
        "de": "Information über das Kind",
        "en": "Information about the child",
    },
    question={
        "nl": "Wat vertellen jullie elkaar over de kinderen, en hoe vaak?",
        "fr": "Que vous dites-vous au sujet des enfants, et à quel rythme ?",
        "de": "Was teilen Sie einander über die Kinder mit, und wie oft?",
        "en": "What do you tell each other about the children, and how often?",
    },
    hint={
        "nl": "Een korte nota helpt de kinderen goed te starten in het andere huis. Wat een kind u in vertrouwen zegt, hoort er niet in.",
        "fr": "Une courte note aide les enfants à bien arriver dans l'autre maison. Ce qu'un enfant vous confie n'y a pas sa place.",
        "de": "Eine kurze Notiz hilft den Kindern, im anderen Zuhause gut anzukommen. Was ein Kind Ihnen anvertraut, gehört nicht hinein.",
        "en": "A short note helps the children settle in the other home. What a child tells you in confidence does not belong in it.",
    },
    fields=(
        Field(
            "topics",
            Kind.CHOICES,
            {"nl": "Waarover?", "fr": "À quel sujet ?", "de": "Worüber?", "en": "What about?"},
            options=_TOPICS,
        ),
        _FREQUENCY,
        _FORM,
    ),
    default={
        "topics": [topic for topic, _ in _TOPICS],
        "frequency": "each_handover",
        "form": "handover_note",
    },
    needed_for=frozenset({"NL"}),
    core=True,
    source="art. 815 Rv: how parents inform and consult each other",
    words=_words,
    examples=(
        Example(
            {
                "topics": ["health", "school", "wellbeing", "activities", "practical"],
                "frequency": "each_handover",
                "form": "handover_note",
            },
            sentence={
                "nl": "De ouders houden elkaar op de hoogte over: gezondheid, school, hoe het met de kinderen gaat, activiteiten en praktische zaken. Zij doen dat bij elke wissel, met een korte nota. Is een kind ziek of is er een ongeval, dan wachten zij daar niet op.",
                "fr": "Les parents se tiennent informés de ce qui concerne : la santé, l'école, le bien-être des enfants, les activités et les questions pratiques. Ils le font à chaque changement de maison, par une courte note. En cas de maladie ou d'accident d'un enfant, ils n'attendent pas jusque-là.",
                "de": "Die Eltern halten einander auf dem Laufenden über: Gesundheit, Schule, das Befinden der Kinder, Aktivitäten und praktische Dinge. Sie tun das bei jedem Wechsel, mit einer kurzen Notiz. Ist ein Kind krank oder gibt es einen Unfall, warten sie nicht bis dahin.",
                "en": "The parents keep each other informed about: health, school, how the children are doing, activities and practical matters. They do so at each handover, with a short note. If a child is ill or there is an accident, they do not wait for that.",
            },
        ),
        Example(
            {"topics": ["school"], "frequency": "weekly", "form": "talk"},
            sentence={
                "nl": "De ouders houden elkaar op de hoogte over: school. Zij doen dat elke week, in een gesprek. Is een kind ziek of is er een ongeval, dan wachten zij daar niet op.",
                "fr": "Les parents se tiennent informés de ce qui concerne : l'école. Ils le font chaque semaine, de vive voix. En cas de maladie ou d'accident d'un enfant, ils n'attendent pas jusque-là.",
                "de": "Die Eltern halten einander auf dem Laufenden über: Schule. Sie tun das jede Woche, in einem Gespräch. Ist ein Kind krank oder gibt es einen Unfall, warten sie nicht bis dahin.",
                "en": "The parents keep each other informed about: school. They do so every week, in a talk. If a child is ill or there is an accident, they do not wait for that.",
            },
        ),
        Example(
            {"topics": ["practical", "health"], "frequency": "per_event", "form": "message"},
            sentence={
                "nl": "De ouders houden elkaar op de hoogte over: gezondheid en praktische zaken. Zij doen dat telkens als er iets te melden is, met een bericht.",
                "fr": "Les parents se tiennent informés de ce qui concerne : la santé et les questions pratiques. Ils le font chaque fois qu'il y a quelque chose à dire, par un message.",
                "de": "Die Eltern halten einander auf dem Laufenden über: Gesundheit und praktische Dinge. Sie tun das immer, wenn es etwas mitzuteilen gibt, mit einer Nachricht.",
                "en": "The parents keep each other informed about: health and practical matters. They do so whenever there is something to tell, with a message.",
            },
        ),
        Example({}, problems=("topics", "frequency", "form")),
        Example(
            {"topics": ["health", "income"], "frequency": "never", "form": "talk"},
            problems=("topics", "frequency"),
        ),
        Example({"topics": "health", "frequency": "weekly", "form": ["talk"]}, problems=("topics", "form")),
    ),
)
