"""I01: which school the children attend, in which language, and how a change of school is decided."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_CHANGE: tuple[tuple[str, Words], ...] = (
    (
        "both",
        {
            "nl": "alleen als beide ouders akkoord gaan",
            "fr": "seulement si les deux parents sont d'accord",
            "de": "nur wenn beide Eltern einverstanden sind",
            "en": "only if both parents agree",
        },
    ),
)
_LANGUAGES: tuple[tuple[str, Words], ...] = (
    ("nl", {"nl": "Nederlands", "fr": "le néerlandais", "de": "Niederländisch", "en": "Dutch"}),
    ("fr", {"nl": "Frans", "fr": "le français", "de": "Französisch", "en": "French"}),
    ("de", {"nl": "Duits", "fr": "l'allemand", "de": "Deutsch", "en": "German"}),
    (
        "other",
        {
            "nl": "een andere taal of twee talen",
            "fr": "une autre langue ou deux langues",
            "de": "eine andere Sprache oder zwei Sprachen",
            "en": "another language or two languages",
        },
    ),
)
_SCHOOL: Words = {
    "nl": "De kinderen gaan naar school in: {school}.",
    "fr": "Les enfants fréquentent : {school}.",
    "de": "Die Kinder besuchen: {school}.",
    "en": "The children attend: {school}.",
}
_NO_SCHOOL: Words = {
    "nl": "De ouders kiezen de school samen.",
    "fr": "Les parents choisissent l'école ensemble.",
    "de": "Die Eltern wählen die Schule gemeinsam.",
    "en": "The parents choose the school together.",
}
_LANGUAGE_SENTENCE: Words = {
    "nl": "De onderwijstaal is {language}.",
    "fr": "La langue d'enseignement est {language}.",
    "de": "Die Unterrichtssprache ist {language}.",
    "en": "The language of education is {language}.",
}
_OTHER_LANGUAGE: Words = {
    "nl": "De kinderen krijgen les in een andere taal dan het Nederlands, Frans of Duits, of in twee talen.",
    "fr": "Les enfants suivent l'école dans une autre langue que le français, le néerlandais ou l'allemand, ou en deux langues.",
    "de": "Die Kinder werden in einer anderen Sprache als Deutsch, Französisch oder Niederländisch oder in zwei Sprachen unterrichtet.",
    "en": "The children are taught in a language other than Dutch, French or German, or in two languages.",
}
_CHANGE_SENTENCE: Words = {
    "nl": "Een andere school, studierichting of onderwijstaal kiezen de ouders samen, en zij luisteren naar wat het kind wil.",
    "fr": "Un changement d'école, d'orientation ou de langue se décide entre les deux parents, qui écoutent ce que souhaite l'enfant.",
    "de": "Über eine andere Schule, Studienrichtung oder Unterrichtssprache entscheiden die Eltern gemeinsam und hören, was das Kind möchte.",
    "en": "A change of school, course of study or language is decided by both parents, who listen to what the child wants.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    school = answers.get("school")
    language = answers["language"]
    return sentences(
        [
            filled(_SCHOOL, school=school) if school else _NO_SCHOOL,
            _OTHER_LANGUAGE
            if language == "other"
            else filled(_LANGUAGE_SENTENCE, language=option(_LANGUAGE, language)),
            _CHANGE_SENTENCE,
        ]
    )


_LANGUAGE = Field(
    "language",
    Kind.CHOICE,
    {
        "nl": "Onderwijstaal",
        "fr": "Langue d'enseignement",
        "de": "Unterrichtssprache",
        "en": "Language of education",
    },
    options=_LANGUAGES,
)

CLAUSE = Clause(
    code="I01",
    section="I",
    title={
        "nl": "Schoolkeuze",
        "fr": "Choix de l'école",
        "de": "Schulwahl",
        "en": "School choice and change",
    },
    question={
        "nl": "Naar welke school gaan de kinderen, en hoe beslissen jullie over een andere school?",
        "fr": "Quelle école les enfants fréquentent-ils, et comment décidez-vous d'un changement ?",
        "de": "Welche Schule besuchen die Kinder, und wie entscheiden Sie über einen Wechsel?",
        "en": "Which school do the children attend, and how do you decide on a change?",
    },
    hint={
        "nl": "De naam van de school is genoeg. Gaan de kinderen nog niet naar school? Laat de naam dan leeg.",
        "fr": "Le nom de l'école suffit. Les enfants ne vont pas encore à l'école ? Laissez le nom vide.",
        "de": "Der Name der Schule genügt. Gehen die Kinder noch nicht zur Schule? Dann lassen Sie den Namen leer.",
        "en": "The name of the school is enough. Are the children not at school yet? Then leave the name empty.",
    },
    fields=(
        Field(
            "school",
            Kind.TEXT,
            {
                "nl": "Naam van de school of scholen",
                "fr": "Nom de l'école ou des écoles",
                "de": "Name der Schule oder Schulen",
                "en": "Name of the school or schools",
            },
            required=False,
            maximum=160,
        ),
        _LANGUAGE,
        Field(
            "change",
            Kind.CHOICE,
            {
                "nl": "Van school veranderen",
                "fr": "Changer d'école",
                "de": "Die Schule wechseln",
                "en": "Changing school",
            },
            options=_CHANGE,
        ),
    ),
    default={"change": "both"},
    core=True,
    source="art. 374 §1 old Civil Code: decisions on education are made together",
    words=_words,
    examples=(
        Example(
            {"school": "De Kleine {Wereld}", "language": "nl", "change": "both"},
            sentence={
                "nl": "De kinderen gaan naar school in: De Kleine {Wereld}. De onderwijstaal is Nederlands. Een andere school, studierichting of onderwijstaal kiezen de ouders samen, en zij luisteren naar wat het kind wil.",
                "fr": "Les enfants fréquentent : De Kleine {Wereld}. La langue d'enseignement est le néerlandais. Un changement d'école, d'orientation ou de langue se décide entre les deux parents, qui écoutent ce que souhaite l'enfant.",
                "de": "Die Kinder besuchen: De Kleine {Wereld}. Die Unterrichtssprache ist Niederländisch. Über eine andere Schule, Studienrichtung oder Unterrichtssprache entscheiden die Eltern gemeinsam und hören, was das Kind möchte.",
                "en": "The children attend: De Kleine {Wereld}. The language of education is Dutch. A change of school, course of study or language is decided by both parents, who listen to what the child wants.",
            },
        ),
        Example(
            {"language": "other", "change": "both"},
            sentence={
                "nl": "De ouders kiezen de school samen. De kinderen krijgen les in een andere taal dan het Nederlands, Frans of Duits, of in twee talen. Een andere school, studierichting of onderwijstaal kiezen de ouders samen, en zij luisteren naar wat het kind wil.",
                "fr": "Les parents choisissent l'école ensemble. Les enfants suivent l'école dans une autre langue que le français, le néerlandais ou l'allemand, ou en deux langues. Un changement d'école, d'orientation ou de langue se décide entre les deux parents, qui écoutent ce que souhaite l'enfant.",
                "de": "Die Eltern wählen die Schule gemeinsam. Die Kinder werden in einer anderen Sprache als Deutsch, Französisch oder Niederländisch oder in zwei Sprachen unterrichtet. Über eine andere Schule, Studienrichtung oder Unterrichtssprache entscheiden die Eltern gemeinsam und hören, was das Kind möchte.",
                "en": "The parents choose the school together. The children are taught in a language other than Dutch, French or German, or in two languages. A change of school, course of study or language is decided by both parents, who listen to what the child wants.",
            },
        ),
        Example({}, problems=("language", "change")),
        Example(
            {"school": "x" * 161, "language": "en", "change": "A"},
            problems=("school", "language", "change"),
        ),
        Example({"school": 3, "language": "fr", "change": "both"}, problems=("school",)),
    ),
)
