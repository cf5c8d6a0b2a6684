"""A01: who makes the plan, and for which children."""

from parenting_plans.clause import EXAMPLE_NAMES, LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed

_ONE: Words = {
    "nl": "{a} en {b} maken dit ouderschapsplan voor hun kind {children}.",
    "fr": "{a} et {b} font ce plan parental pour leur enfant {children}.",
    "de": "{a} und {b} machen diesen Elternplan für ihr Kind {children}.",
    "en": "{a} and {b} make this parenting plan for their child {children}.",
}
_MORE: Words = {
    "nl": "{a} en {b} maken dit ouderschapsplan voor hun kinderen {children}.",
    "fr": "{a} et {b} font ce plan parental pour leurs enfants {children}.",
    "de": "{a} und {b} machen diesen Elternplan für ihre Kinder {children}.",
    "en": "{a} and {b} make this parenting plan for their children {children}.",
}


def _words(answers: Answers, names: Names) -> Words:
    children = [names[child] for child in answers["children"]]
    template = _ONE if len(children) == 1 else _MORE
    return filled(template, a=names["A"], b=names["B"], children=listed(children))


CLAUSE = Clause(
    code="A01",
    section="A",
    title={
        "nl": "Partijen en kinderen",
        "fr": "Parties et enfants",
        "de": "Parteien und Kinder",
        "en": "Parties and children",
    },
    question={
        "nl": "Voor welke kinderen geldt dit plan?",
        "fr": "Pour quels enfants ce plan est-il fait ?",
        "de": "Für welche Kinder gilt dieser Plan?",
        "en": "Which children does this plan cover?",
    },
    hint={
        "nl": "Meestal geldt het plan voor al jullie minderjarige kinderen.",
        "fr": "En général, le plan est fait pour tous vos enfants mineurs.",
        "de": "Meistens gilt der Plan für alle Ihre minderjährigen Kinder.",
        "en": "Usually the plan covers all your children under 18.",
    },
    fields=(
        Field(
            "children",
            Kind.CHILDREN,
            {"nl": "Kinderen", "fr": "Enfants", "de": "Kinder", "en": "Children"},
        ),
    ),
    needed_for=frozenset({"EOT", "NL"}),
    essential=True,
    core=True,
    source="art. 1288 2° Jud. Code",
    words=_words,
    examples=(
        Example(
            {"children": [LOU, MIO]},
            sentence={
                "nl": "Ana en Ben maken dit ouderschapsplan voor hun kinderen Lou en Mio.",
                "fr": "Ana et Ben font ce plan parental pour leurs enfants Lou et Mio.",
                "de": "Ana und Ben machen diesen Elternplan für ihre Kinder Lou und Mio.",
                "en": "Ana and Ben make this parenting plan for their children Lou and Mio.",
            },
        ),
        Example({"children": [LOU]}, sentence=filled(_ONE, a="Ana", b="Ben", children=EXAMPLE_NAMES[LOU])),
        Example({}, problems=("children",)),
        Example({"children": []}, problems=("children",)),
        Example({"children": [LOU, LOU]}, problems=("children",)),
        Example({"children": ["Lou"]}, problems=("children",)),
        Example({"children": LOU}, problems=("children",)),
    ),
)
