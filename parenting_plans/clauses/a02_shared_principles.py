"""A02: what both parents promise their children."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed

_PROMISES: tuple[tuple[str, Words], ...] = (
    (
        "no_messages_via_child",
        {
            "nl": "geen boodschappen tussen ons via hen",
            "fr": "pas de messages entre nous par leur intermédiaire",
            "de": "keine Botengänge zwischen uns",
            "en": "no messages between us through them",
        },
    ),
    (
        "no_denigration",
        {
            "nl": "geen kwaad woord over de andere ouder",
            "fr": "pas de paroles blessantes sur l'autre parent",
            "de": "kein schlechtes Wort über den anderen Elternteil",
            "en": "no unkind word about the other parent",
        },
    ),
    (
        "both_homes_welcome",
        {
            "nl": "twee huizen waar ze thuis zijn",
            "fr": "deux maisons où ils sont chez eux",
            "de": "zwei Zuhause, in denen sie willkommen sind",
            "en": "two homes where they belong",
        },
    ),
    (
        "child_free_to_love_both",
        {
            "nl": "de vrijheid om van allebei te houden",
            "fr": "la liberté d'aimer leurs deux parents",
            "de": "die Freiheit, beide Eltern lieb zu haben",
            "en": "the freedom to love both of us",
        },
    ),
)
_SENTENCE: Words = {
    "nl": "Wij beloven onze kinderen: {promises}.",
    "fr": "Nous promettons à nos enfants : {promises}.",
    "de": "Wir versprechen unseren Kindern: {promises}.",
    "en": "We promise our children: {promises}.",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    promises: list[Words | str] = [option(_FIELD, one) for one in answers["promises"]]
    if answers.get("own"):
        promises.append(answers["own"].rstrip("."))
    return filled(_SENTENCE, promises=listed(promises))


_FIELD = Field(
    "promises",
    Kind.CHOICES,
    {"nl": "Onze beloften", "fr": "Nos promesses", "de": "Unsere Versprechen", "en": "Our promises"},
    options=_PROMISES,
)

CLAUSE = Clause(
    code="A02",
    section="A",
    title={
        "nl": "Gedeelde uitgangspunten",
        "fr": "Principes communs",
        "de": "Gemeinsame Grundsätze",
        "en": "Shared principles",
    },
    question={
        "nl": "Wat beloven jullie allebei aan jullie kinderen?",
        "fr": "Que promettez-vous tous les deux à vos enfants ?",
        "de": "Was versprechen Sie beide Ihren Kindern?",
        "en": "What do you both promise your children?",
    },
    hint={
        "nl": "Kinderen vragen vaak om geen boodschapper te moeten zijn.",
        "fr": "Les enfants demandent souvent de ne pas devoir servir de messagers.",
        "de": "Kinder bitten oft darum, keine Boten sein zu müssen.",
        "en": "Children often ask not to have to be messengers.",
    },
    fields=(
        _FIELD,
        Field(
            "own",
            Kind.TEXT,
            {
                "nl": "Nog een belofte, in eigen woorden",
                "fr": "Une autre promesse, avec vos mots",
                "de": "Noch ein Versprechen, in eigenen Worten",
                "en": "One more promise, in your own words",
            },
            required=False,
            maximum=200,
        ),
    ),
    default={"promises": [one for one, _ in _PROMISES]},
    core=True,
    source="Own design; children ask not to be messengers",
    words=_words,
    examples=(
        Example(
            {"promises": ["no_messages_via_child", "no_denigration", "child_free_to_love_both"]},
            sentence={
                "nl": "Wij beloven onze kinderen: geen boodschappen tussen ons via hen, geen kwaad woord over de andere ouder en de vrijheid om van allebei te houden.",
                "fr": "Nous promettons à nos enfants : pas de messages entre nous par leur intermédiaire, pas de paroles blessantes sur l'autre parent et la liberté d'aimer leurs deux parents.",
                "de": "Wir versprechen unseren Kindern: keine Botengänge zwischen uns, kein schlechtes Wort über den anderen Elternteil und die Freiheit, beide Eltern lieb zu haben.",
                "en": "We promise our children: no messages between us through them, no unkind word about the other parent and the freedom to love both of us.",
            },
        ),
        Example(
            {"promises": ["both_homes_welcome"], "own": "elke avond een verhaal."},
            sentence=filled(_SENTENCE, promises=listed([_PROMISES[2][1], "elke avond een verhaal"])),
        ),
        Example({}, problems=("promises",)),
        Example({"promises": ["gifts"]}, problems=("promises",)),
        Example({"promises": ["no_denigration"], "own": "x" * 201}, problems=("own",)),
    ),
)
