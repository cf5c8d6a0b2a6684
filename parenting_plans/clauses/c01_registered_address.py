"""C01: at whose address each child is registered."""

from parenting_plans.clause import LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, listed

_EACH: Words = {
    "nl": "{child} is ingeschreven bij {parent}",
    "fr": "{child} a son domicile chez {parent}",
    "de": "{child} ist bei {parent} eingetragen",
    "en": "{child} is registered with {parent}",
}
_ALL: Words = {
    "nl": "{each}; dat verandert alleen als beide ouders akkoord gaan.",
    "fr": "{each} ; cela ne change que si les deux parents sont d'accord.",
    "de": "{each}; das ändert sich nur, wenn beide Eltern einverstanden sind.",
    "en": "{each}; this changes only when both parents agree.",
}


def _words(answers: Answers, names: Names) -> Words:
    rows = sorted(answers["per_child"].items())
    each = [filled(_EACH, child=names[child], parent=names[parent]) for child, parent in rows]
    return filled(_ALL, each=listed(each))


CLAUSE = Clause(
    code="C01",
    section="C",
    title={
        "nl": "Inschrijving (domicilie)",
        "fr": "Inscription (domicile)",
        "de": "Eintragung (Wohnsitz)",
        "en": "Registered address",
    },
    question={
        "nl": "Bij welke ouder is elk kind ingeschreven?",
        "fr": "Chez quel parent chaque enfant est-il inscrit ?",
        "de": "Bei welchem Elternteil ist jedes Kind eingetragen?",
        "en": "With which parent is each child registered?",
    },
    hint={
        "nl": "Een kind heeft één officieel adres. Dat zegt niets over waar het kind meer is.",
        "fr": "Un enfant a une seule adresse officielle. Cela ne dit pas où il est le plus souvent.",
        "de": "Ein Kind hat nur eine offizielle Adresse. Sie sagt nicht, wo das Kind öfter ist.",
        "en": "A child has one official address. It does not say where the child is more often.",
    },
    fields=(
        Field(
            "per_child",
            Kind.CHILDREN_MAP,
            {
                "nl": "Ingeschreven bij",
                "fr": "Inscrit chez",
                "de": "Eingetragen bei",
                "en": "Registered with",
            },
        ),
    ),
    core=True,
    source="Changing a child's domicile needs both parents: an important decision under art. 374 §1 old Civil Code",
    words=_words,
    examples=(
        Example(
            {"per_child": {LOU: "A", MIO: "B"}},
            sentence={
                "nl": "Lou is ingeschreven bij Ana en Mio is ingeschreven bij Ben; dat verandert alleen als beide ouders akkoord gaan.",
                "fr": "Lou a son domicile chez Ana et Mio a son domicile chez Ben ; cela ne change que si les deux parents sont d'accord.",
                "de": "Lou ist bei Ana eingetragen und Mio ist bei Ben eingetragen; das ändert sich nur, wenn beide Eltern einverstanden sind.",
                "en": "Lou is registered with Ana and Mio is registered with Ben; this changes only when both parents agree.",
            },
        ),
        Example({}, problems=("per_child",)),
        Example({"per_child": {LOU: "C"}}, problems=("per_child",)),
        Example({"per_child": {"Lou": "A"}}, problems=("per_child",)),
        Example({"per_child": "A"}, problems=("per_child",)),
    ),
)
