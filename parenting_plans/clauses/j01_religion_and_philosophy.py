"""J01: the school course on religion or ethics, and the rites that both parents decide on together."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed, sentences

_COURSES: tuple[tuple[str, Words], ...] = (
    (
        "later",
        {
            "nl": "kiezen we samen wanneer het nodig is",
            "fr": "nous choisirons ensemble le moment venu",
            "de": "wählen wir gemeinsam, wenn es nötig ist",
            "en": "we choose together when needed",
        },
    ),
    ("religion", {"nl": "godsdienst", "fr": "religion", "de": "Religion", "en": "religion"}),
    (
        "ethics",
        {
            "nl": "niet-confessionele zedenleer",
            "fr": "morale non confessionnelle",
            "de": "nichtkonfessionelle Sittenlehre",
            "en": "non-denominational ethics",
        },
    ),
    ("exemption", {"nl": "vrijstelling", "fr": "dispense", "de": "Befreiung", "en": "exemption"}),
)
# The religions whose course a Belgian school offers are those recognised by the State.
_RELIGIONS: tuple[tuple[str, Words], ...] = (
    ("anglican", {"nl": "anglicaanse", "fr": "anglicane", "de": "anglikanische", "en": "Anglican"}),
    ("islamic", {"nl": "islamitische", "fr": "islamique", "de": "islamische", "en": "Islamic"}),
    ("jewish", {"nl": "israëlitische", "fr": "israélite", "de": "israelitische", "en": "Jewish"}),
    ("orthodox", {"nl": "orthodoxe", "fr": "orthodoxe", "de": "orthodoxe", "en": "Orthodox"}),
    (
        "protestant",
        {
            "nl": "protestants-evangelische",
            "fr": "protestante évangélique",
            "de": "protestantisch-evangelische",
            "en": "Protestant-Evangelical",
        },
    ),
    (
        "roman_catholic",
        {
            "nl": "rooms-katholieke",
            "fr": "catholique romaine",
            "de": "römisch-katholische",
            "en": "Roman Catholic",
        },
    ),
)
_RITES: tuple[tuple[str, Words], ...] = (
    ("baptism", {"nl": "doop", "fr": "le baptême", "de": "Taufe", "en": "baptism"}),
    (
        "communion",
        {
            "nl": "communie of lentefeest",
            "fr": "la communion ou la fête laïque",
            "de": "Kommunion oder Jugendfeier",
            "en": "communion or humanist feast",
        },
    ),
    (
        "circumcision",
        {"nl": "besnijdenis", "fr": "la circoncision", "de": "Beschneidung", "en": "circumcision"},
    ),
    (
        "other",
        {
            "nl": "andere rituelen",
            "fr": "les autres rites",
            "de": "andere Rituale",
            "en": "other rites",
        },
    ),
)
_COURSE_SENTENCES: dict[str, Words] = {
    "later": {
        "nl": "Het schoolvak godsdienst of zedenleer kiezen de ouders samen wanneer het nodig is.",
        "fr": "Les parents choisissent ensemble le cours de religion ou de morale le moment venu.",
        "de": "Das Schulfach Religion oder Sittenlehre wählen die Eltern gemeinsam, wenn es nötig ist.",
        "en": "The parents choose the school course on religion or ethics together when it is needed.",
    },
    "religion": {
        "nl": "Op school volgen de kinderen {religion} godsdienst.",
        "fr": "À l'école, les enfants suivent le cours de religion {religion}.",
        "de": "In der Schule besuchen die Kinder das Fach {religion} Religion.",
        "en": "At school the children take the {religion} religion course.",
    },
    "ethics": {
        "nl": "Op school volgen de kinderen niet-confessionele zedenleer.",
        "fr": "À l'école, les enfants suivent le cours de morale non confessionnelle.",
        "de": "In der Schule besuchen die Kinder den Unterricht in nichtkonfessioneller Sittenlehre.",
        "en": "At school the children take the course on non-denominational ethics.",
    },
    "exemption": {
        "nl": "Op school krijgen de kinderen een vrijstelling van godsdienst en zedenleer.",
        "fr": "À l'école, les enfants sont dispensés des cours de religion et de morale.",
        "de": "In der Schule sind die Kinder von Religion und Sittenlehre befreit.",
        "en": "At school the children are exempt from religion and ethics.",
    },
}
_TOGETHER: Words = {
    "nl": "De ouders beslissen samen over: {rites}.",
    "fr": "Les parents décident ensemble pour : {rites}.",
    "de": "Die Eltern entscheiden gemeinsam über: {rites}.",
    "en": "The parents decide together on: {rites}.",
}
_RESPECT: Words = {
    "nl": "Beide ouders hebben respect voor elkaars overtuiging en voor wat het kind zelf gelooft.",
    "fr": "Chacun respecte les convictions de l'autre et ce que l'enfant croit lui-même.",
    "de": "Beide Eltern achten die Überzeugung des anderen und das, was das Kind selbst glaubt.",
    "en": "Both parents respect each other's convictions and what the child itself believes.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    course = _COURSE_SENTENCES[answers["course"]]
    if answers["course"] == "religion":
        course = filled(course, religion=option(_RELIGION, answers["religion"]))
    rites = listed([words for name, words in _RITES if name in answers["rites"]])
    return sentences([course, filled(_TOGETHER, rites=rites), _RESPECT])


_RELIGION = Field(
    "religion",
    Kind.CHOICE,
    {"nl": "Welke godsdienst?", "fr": "Quelle religion ?", "de": "Welche Religion?", "en": "Which religion?"},
    options=_RELIGIONS,
    asked_when=("course", ("religion",)),
)

CLAUSE = Clause(
    code="J01",
    section="J",
    title={
        "nl": "Godsdienst en levensbeschouwing",
        "fr": "Religion et convictions",
        "de": "Religion und Weltanschauung",
        "en": "Religion and philosophy of life",
    },
    question={
        "nl": "Over welke keuzes beslissen jullie samen?",
        "fr": "Quels choix faites-vous ensemble ?",
        "de": "Welche Entscheidungen treffen Sie gemeinsam?",
        "en": "Which choices need both of you?",
    },
    hint={
        "nl": "Beide overtuigingen mogen er zijn. Dit gaat alleen over de kinderen.",
        "fr": "Les deux convictions ont leur place. Il s'agit seulement des enfants.",
        "de": "Beide Überzeugungen haben ihren Platz. Es geht nur um die Kinder.",
        "en": "Both convictions are welcome. This is only about the children.",
    },
    fields=(
        Field(
            "course",
            Kind.CHOICE,
            {
                "nl": "Het schoolvak godsdienst of zedenleer",
                "fr": "Le cours de religion ou de morale",
                "de": "Das Schulfach Religion oder Sittenlehre",
                "en": "The school course on religion or ethics",
            },
            options=_COURSES,
        ),
        _RELIGION,
        Field(
            "rites",
            Kind.CHOICES,
            {
                "nl": "Samen beslissen over",
                "fr": "Décider ensemble pour",
                "de": "Gemeinsam entscheiden über",
                "en": "Decide together on",
            },
            options=_RITES,
        ),
    ),
    default={"course": "later", "rites": [rite for rite, _ in _RITES]},
    source="art. 374 §1 old Civil Code: religious and philosophical choices are made together",
    words=_words,
    examples=(
        Example(
            {"course": "later", "rites": ["baptism", "communion", "circumcision", "other"]},
            sentence={
                "nl": "Het schoolvak godsdienst of zedenleer kiezen de ouders samen wanneer het nodig is. De ouders beslissen samen over: doop, communie of lentefeest, besnijdenis en andere rituelen. Beide ouders hebben respect voor elkaars overtuiging en voor wat het kind zelf gelooft.",
                "fr": "Les parents choisissent ensemble le cours de religion ou de morale le moment venu. Les parents décident ensemble pour : le baptême, la communion ou la fête laïque, la circoncision et les autres rites. Chacun respecte les convictions de l'autre et ce que l'enfant croit lui-même.",
                "de": "Das Schulfach Religion oder Sittenlehre wählen die Eltern gemeinsam, wenn es nötig ist. Die Eltern entscheiden gemeinsam über: Taufe, Kommunion oder Jugendfeier, Beschneidung und andere Rituale. Beide Eltern achten die Überzeugung des anderen und das, was das Kind selbst glaubt.",
                "en": "The parents choose the school course on religion or ethics together when it is needed. The parents decide together on: baptism, communion or humanist feast, circumcision and other rites. Both parents respect each other's convictions and what the child itself believes.",
            },
        ),
        Example(
            {"course": "religion", "religion": "orthodox", "rites": ["baptism"]},
            sentence={
                "nl": "Op school volgen de kinderen orthodoxe godsdienst. De ouders beslissen samen over: doop. Beide ouders hebben respect voor elkaars overtuiging en voor wat het kind zelf gelooft.",
                "fr": "À l'école, les enfants suivent le cours de religion orthodoxe. Les parents décident ensemble pour : le baptême. Chacun respecte les convictions de l'autre et ce que l'enfant croit lui-même.",
                "de": "In der Schule besuchen die Kinder das Fach orthodoxe Religion. Die Eltern entscheiden gemeinsam über: Taufe. Beide Eltern achten die Überzeugung des anderen und das, was das Kind selbst glaubt.",
                "en": "At school the children take the Orthodox religion course. The parents decide together on: baptism. Both parents respect each other's convictions and what the child itself believes.",
            },
        ),
        Example(
            {"course": "ethics", "rites": ["other", "communion"]},
            sentence={
                "nl": "Op school volgen de kinderen niet-confessionele zedenleer. De ouders beslissen samen over: communie of lentefeest en andere rituelen. Beide ouders hebben respect voor elkaars overtuiging en voor wat het kind zelf gelooft.",
                "fr": "À l'école, les enfants suivent le cours de morale non confessionnelle. Les parents décident ensemble pour : la communion ou la fête laïque et les autres rites. Chacun respecte les convictions de l'autre et ce que l'enfant croit lui-même.",
                "de": "In der Schule besuchen die Kinder den Unterricht in nichtkonfessioneller Sittenlehre. Die Eltern entscheiden gemeinsam über: Kommunion oder Jugendfeier und andere Rituale. Beide Eltern achten die Überzeugung des anderen und das, was das Kind selbst glaubt.",
                "en": "At school the children take the course on non-denominational ethics. The parents decide together on: communion or humanist feast and other rites. Both parents respect each other's convictions and what the child itself believes.",
            },
        ),
        Example(
            {"course": "exemption", "rites": ["circumcision"]},
            sentence={
                "nl": "Op school krijgen de kinderen een vrijstelling van godsdienst en zedenleer. De ouders beslissen samen over: besnijdenis. Beide ouders hebben respect voor elkaars overtuiging en voor wat het kind zelf gelooft.",
                "fr": "À l'école, les enfants sont dispensés des cours de religion et de morale. Les parents décident ensemble pour : la circoncision. Chacun respecte les convictions de l'autre et ce que l'enfant croit lui-même.",
                "de": "In der Schule sind die Kinder von Religion und Sittenlehre befreit. Die Eltern entscheiden gemeinsam über: Beschneidung. Beide Eltern achten die Überzeugung des anderen und das, was das Kind selbst glaubt.",
                "en": "At school the children are exempt from religion and ethics. The parents decide together on: circumcision. Both parents respect each other's convictions and what the child itself believes.",
            },
        ),
        Example({}, problems=("course", "rites")),
        Example({"course": "religion", "rites": ["baptism"]}, problems=("religion",)),
        Example(
            {"course": "religion", "religion": "other", "rites": ["wedding"]},
            problems=("religion", "rites"),
        ),
        Example({"course": "maths", "rites": "baptism"}, problems=("course", "rites")),
    ),
)
