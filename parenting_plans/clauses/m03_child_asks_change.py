"""M03: what parents do when a child asks for a change. To have a say is not to have to decide."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined

_ROUTES: tuple[tuple[str, Words], ...] = (
    (
        "parents_talk",
        {
            "nl": "wij praten er samen over",
            "fr": "nous en parlons ensemble",
            "de": "wir sprechen gemeinsam darüber",
            "en": "we talk about it together",
        },
    ),
    (
        "listener",
        {
            "nl": "het kind praat eerst met een opgeleide luisteraar",
            "fr": "l'enfant parle d'abord avec une personne formée à l'écoute",
            "de": "das Kind spricht zuerst mit einer geschulten zuhörenden Person",
            "en": "the child first talks with a trained listener",
        },
    ),
    (
        "mediator",
        {
            "nl": "wij praten erover met een bemiddelaar",
            "fr": "nous en parlons avec un médiateur",
            "de": "wir sprechen darüber mit einem Mediator",
            "en": "we talk about it with a mediator",
        },
    ),
)
_THEN: dict[str, Words] = {
    "parents_talk": {
        "nl": "Als een kind een wijziging vraagt, praten {a} en {b} daar binnen {days} samen over",
        "fr": "Quand un enfant demande un changement, {a} et {b} en parlent ensemble dans un délai de {days}",
        "de": "Wenn ein Kind eine Änderung möchte, sprechen {a} und {b} innerhalb von {days} gemeinsam darüber",
        "en": "When a child asks for a change, {a} and {b} talk about it together within {days}",
    },
    "listener": {
        "nl": "Als een kind een wijziging vraagt, kan het binnen {days} praten met een opgeleide luisteraar; daarna praten {a} en {b} erover",
        "fr": "Quand un enfant demande un changement, il peut parler dans un délai de {days} avec une personne formée à l'écoute ; ensuite {a} et {b} en parlent",
        "de": "Wenn ein Kind eine Änderung möchte, kann es innerhalb von {days} mit einer geschulten zuhörenden Person sprechen; danach sprechen {a} und {b} darüber",
        "en": "When a child asks for a change, it can talk with a trained listener within {days}; after that {a} and {b} talk about it",
    },
    "mediator": {
        "nl": "Als een kind een wijziging vraagt, praten {a} en {b} daar binnen {days} over met een bemiddelaar",
        "fr": "Quand un enfant demande un changement, {a} et {b} en parlent avec un médiateur dans un délai de {days}",
        "de": "Wenn ein Kind eine Änderung möchte, sprechen {a} und {b} innerhalb von {days} mit einem Mediator darüber",
        "en": "When a child asks for a change, {a} and {b} talk about it with a mediator within {days}",
    },
}
_DECIDE: Words = {
    "nl": "het kind mag zeggen wat het denkt, de ouders beslissen en leggen het uit",
    "fr": "l'enfant peut dire ce qu'il pense, les parents décident et expliquent",
    "de": "das Kind darf sagen, was es denkt, die Eltern entscheiden und erklären es",
    "en": "the child may say what it thinks, the parents decide and explain",
}


def _words(answers: Answers, names: Names) -> Words:
    days = counted(answers["within"], "day", dative=True)
    return joined([filled(_THEN[answers["route"]], a=names["A"], b=names["B"], days=days), _DECIDE])


CLAUSE = Clause(
    code="M03",
    section="M",
    title={
        "nl": "Kind vraagt een wijziging",
        "fr": "L'enfant demande un changement",
        "de": "Kind bittet um Änderung",
        "en": "Child asks for a change",
    },
    question={
        "nl": "Wat doen jullie als een kind een wijziging vraagt?",
        "fr": "Que faites-vous quand un enfant demande un changement ?",
        "de": "Was tun Sie, wenn ein Kind eine Änderung möchte?",
        "en": "What do you do when a child asks for a change?",
    },
    hint={
        "nl": "Meepraten is niet hetzelfde als beslissen. Dat houdt het licht voor een kind.",
        "fr": "Donner son avis n'est pas décider. Ainsi, l'enfant ne porte pas le choix.",
        "de": "Mitreden ist nicht entscheiden. So trägt ein Kind die Wahl nicht allein.",
        "en": "Having a say is not deciding. So a child does not carry the choice.",
    },
    fields=(
        Field(
            "route",
            Kind.CHOICE,
            {
                "nl": "Wat eerst?",
                "fr": "Que fait-on d'abord ?",
                "de": "Was zuerst?",
                "en": "What comes first?",
            },
            options=_ROUTES,
        ),
        Field(
            "within",
            Kind.INTEGER,
            {
                "nl": "Binnen hoeveel dagen?",
                "fr": "Dans quel délai ?",
                "de": "Innerhalb wie vieler Tage?",
                "en": "Within how many days?",
            },
            minimum=1,
            maximum=60,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
        ),
    ),
    default={"route": "parents_talk", "within": 14},
    source="art. 12 Convention on the Rights of the Child; a minor is heard and does not decide (art. 1004/1 Jud. Code)",
    words=_words,
    examples=(
        Example(
            {"route": "parents_talk", "within": 14},
            sentence={
                "nl": "Als een kind een wijziging vraagt, praten Ana en Ben daar binnen 14 dagen samen over; het kind mag zeggen wat het denkt, de ouders beslissen en leggen het uit.",
                "fr": "Quand un enfant demande un changement, Ana et Ben en parlent ensemble dans un délai de 14 jours ; l'enfant peut dire ce qu'il pense, les parents décident et expliquent.",
                "de": "Wenn ein Kind eine Änderung möchte, sprechen Ana und Ben innerhalb von 14 Tagen gemeinsam darüber; das Kind darf sagen, was es denkt, die Eltern entscheiden und erklären es.",
                "en": "When a child asks for a change, Ana and Ben talk about it together within 14 days; the child may say what it thinks, the parents decide and explain.",
            },
        ),
        Example(
            {"route": "listener", "within": 7},
            sentence={
                "nl": "Als een kind een wijziging vraagt, kan het binnen 7 dagen praten met een opgeleide luisteraar; daarna praten Ana en Ben erover; het kind mag zeggen wat het denkt, de ouders beslissen en leggen het uit.",
                "fr": "Quand un enfant demande un changement, il peut parler dans un délai de 7 jours avec une personne formée à l'écoute ; ensuite Ana et Ben en parlent ; l'enfant peut dire ce qu'il pense, les parents décident et expliquent.",
                "de": "Wenn ein Kind eine Änderung möchte, kann es innerhalb von 7 Tagen mit einer geschulten zuhörenden Person sprechen; danach sprechen Ana und Ben darüber; das Kind darf sagen, was es denkt, die Eltern entscheiden und erklären es.",
                "en": "When a child asks for a change, it can talk with a trained listener within 7 days; after that Ana and Ben talk about it; the child may say what it thinks, the parents decide and explain.",
            },
        ),
        Example(
            {"route": "mediator", "within": 1},
            sentence={
                "nl": "Als een kind een wijziging vraagt, praten Ana en Ben daar binnen 1 dag over met een bemiddelaar; het kind mag zeggen wat het denkt, de ouders beslissen en leggen het uit.",
                "fr": "Quand un enfant demande un changement, Ana et Ben en parlent avec un médiateur dans un délai de 1 jour ; l'enfant peut dire ce qu'il pense, les parents décident et expliquent.",
                "de": "Wenn ein Kind eine Änderung möchte, sprechen Ana und Ben innerhalb von 1 Tag mit einem Mediator darüber; das Kind darf sagen, was es denkt, die Eltern entscheiden und erklären es.",
                "en": "When a child asks for a change, Ana and Ben talk about it with a mediator within 1 day; the child may say what it thinks, the parents decide and explain.",
            },
        ),
        Example({}, problems=("route", "within")),
        Example({"route": "child_decides", "within": 0}, problems=("route", "within")),
    ),
)
