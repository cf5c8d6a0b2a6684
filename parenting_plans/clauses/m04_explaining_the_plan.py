"""M04: who explains the plan to the children, and whether they get a version of their own."""

from datetime import date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined, long_date

_WHO: tuple[tuple[str, Words], ...] = (
    ("together", {"nl": "wij samen", "fr": "nous ensemble", "de": "wir gemeinsam", "en": "we together"}),
    (
        "each_apart",
        {
            "nl": "elke ouder apart, met dezelfde woorden",
            "fr": "chaque parent de son côté, avec les mêmes mots",
            "de": "jeder Elternteil für sich, mit denselben Worten",
            "en": "each parent apart, in the same words",
        },
    ),
    (
        "professional",
        {
            "nl": "een bemiddelaar of een opgeleide luisteraar",
            "fr": "un médiateur ou une personne formée à l'écoute",
            "de": "ein Mediator oder eine geschulte zuhörende Person",
            "en": "a mediator or a trained listener",
        },
    ),
)
_EXPLAIN: dict[str, Words] = {
    "together": {
        "nl": "{a} en {b} leggen het plan samen uit aan de kinderen",
        "fr": "{a} et {b} expliquent le plan ensemble aux enfants",
        "de": "{a} und {b} erklären den Kindern den Plan gemeinsam",
        "en": "{a} and {b} explain the plan to the children together",
    },
    "each_apart": {
        "nl": "{a} en {b} leggen het plan elk apart uit aan de kinderen, met dezelfde woorden",
        "fr": "{a} et {b} expliquent le plan aux enfants séparément, avec les mêmes mots",
        "de": "{a} und {b} erklären den Kindern den Plan getrennt, mit denselben Worten",
        "en": "{a} and {b} each explain the plan to the children, in the same words",
    },
    "professional": {
        "nl": "Een bemiddelaar of een opgeleide luisteraar legt het plan uit aan de kinderen",
        "fr": "Un médiateur ou une personne formée à l'écoute explique le plan aux enfants",
        "de": "Ein Mediator oder eine geschulte zuhörende Person erklärt den Kindern den Plan",
        "en": "A mediator or a trained listener explains the plan to the children",
    },
}
_BY: Words = {
    "nl": "dat gebeurt ten laatste op {day}",
    "fr": "cela se fait au plus tard le {day}",
    "de": "das geschieht spätestens am {day}",
    "en": "this happens by {day} at the latest",
}
_CHILD_VERSION: Words = {
    "nl": "de kinderen krijgen een kinderversie van het plan",
    "fr": "les enfants reçoivent une version du plan pour enfants",
    "de": "die Kinder erhalten eine Kinderfassung des Plans",
    "en": "the children get a children's version of the plan",
}


def _words(answers: Answers, names: Names) -> Words:
    parts = [filled(_EXPLAIN[answers["explained_by"]], a=names["A"], b=names["B"])]
    if answers.get("date"):
        parts.append(filled(_BY, day=long_date(date.fromisoformat(answers["date"]))))
    return joined([*parts, *([_CHILD_VERSION] if answers["child_version"] == "yes" else [])])


CLAUSE = Clause(
    code="M04",
    section="M",
    title={
        "nl": "Het plan uitleggen",
        "fr": "Expliquer le plan à l'enfant",
        "de": "Den Plan erklären",
        "en": "Explaining the plan to the child",
    },
    question={
        "nl": "Wie legt het plan uit aan de kinderen?",
        "fr": "Qui explique le plan aux enfants ?",
        "de": "Wer erklärt den Kindern den Plan?",
        "en": "Who explains the plan to the children?",
    },
    hint={
        "nl": "De kinderversie zegt waar ze slapen en wanneer ze wisselen. Er staat niets in over geld of ruzie.",
        "fr": "La version pour enfants dit où ils dorment et quand ils changent. Elle ne parle ni d'argent ni de dispute.",
        "de": "Die Kinderfassung sagt, wo sie schlafen und wann sie wechseln. Sie sagt nichts über Geld oder Streit.",
        "en": "The children's version says where they sleep and when they change homes. It says nothing of money or quarrels.",
    },
    fields=(
        Field(
            "explained_by",
            Kind.CHOICE,
            {"nl": "Wie?", "fr": "Qui ?", "de": "Wer?", "en": "Who?"},
            options=_WHO,
        ),
        Field(
            "child_version",
            Kind.YES_NO,
            {
                "nl": "Een kinderversie van het plan?",
                "fr": "Une version du plan pour enfants ?",
                "de": "Eine Kinderfassung des Plans?",
                "en": "A children's version of the plan?",
            },
        ),
        Field(
            "date",
            Kind.DATE,
            {
                "nl": "Ten laatste wanneer?",
                "fr": "Au plus tard quand ?",
                "de": "Spätestens wann?",
                "en": "By when?",
            },
            required=False,
        ),
    ),
    default={"explained_by": "together", "child_version": "yes"},
    source="Own design: children hear afterwards what was decided (belgium.md 6.1, 6.6)",
    words=_words,
    examples=(
        Example(
            {"explained_by": "together", "child_version": "yes", "date": "2027-08-25"},
            sentence={
                "nl": "Ana en Ben leggen het plan samen uit aan de kinderen; dat gebeurt ten laatste op 25 augustus 2027; de kinderen krijgen een kinderversie van het plan.",
                "fr": "Ana et Ben expliquent le plan ensemble aux enfants ; cela se fait au plus tard le 25 août 2027 ; les enfants reçoivent une version du plan pour enfants.",
                "de": "Ana und Ben erklären den Kindern den Plan gemeinsam; das geschieht spätestens am 25. August 2027; die Kinder erhalten eine Kinderfassung des Plans.",
                "en": "Ana and Ben explain the plan to the children together; this happens by 25 August 2027 at the latest; the children get a children's version of the plan.",
            },
        ),
        Example(
            {"explained_by": "each_apart", "child_version": "no"},
            sentence={
                "nl": "Ana en Ben leggen het plan elk apart uit aan de kinderen, met dezelfde woorden.",
                "fr": "Ana et Ben expliquent le plan aux enfants séparément, avec les mêmes mots.",
                "de": "Ana und Ben erklären den Kindern den Plan getrennt, mit denselben Worten.",
                "en": "Ana and Ben each explain the plan to the children, in the same words.",
            },
        ),
        Example(
            {"explained_by": "professional", "child_version": "yes"},
            sentence={
                "nl": "Een bemiddelaar of een opgeleide luisteraar legt het plan uit aan de kinderen; de kinderen krijgen een kinderversie van het plan.",
                "fr": "Un médiateur ou une personne formée à l'écoute explique le plan aux enfants ; les enfants reçoivent une version du plan pour enfants.",
                "de": "Ein Mediator oder eine geschulte zuhörende Person erklärt den Kindern den Plan; die Kinder erhalten eine Kinderfassung des Plans.",
                "en": "A mediator or a trained listener explains the plan to the children; the children get a children's version of the plan.",
            },
        ),
        Example({}, problems=("explained_by", "child_version")),
        Example(
            {"explained_by": "nobody", "child_version": "maybe", "date": "soon"},
            problems=("explained_by", "child_version", "date"),
        ),
    ),
)
