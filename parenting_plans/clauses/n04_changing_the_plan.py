"""N04: how the plan is changed: in writing, by both. There is no other way to choose."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined

_WRITTEN: Words = {
    "nl": "Een wijziging van dit plan geldt alleen schriftelijk en met de handtekening van {a} en {b}",
    "fr": "Un changement de ce plan ne vaut que par écrit, avec la signature des deux parents : {a} et {b}",
    "de": "Eine Änderung dieses Plans gilt nur schriftlich und mit den Unterschriften von {a} und {b}",
    "en": "A change of this plan counts only in writing and with the signatures of {a} and {b}",
}
_SWAP: Words = {
    "nl": "een ruil voor één keer verandert het plan niet",
    "fr": "un échange pour une fois ne change pas le plan",
    "de": "ein Tausch für ein Mal ändert den Plan nicht",
    "en": "a swap for one time does not change the plan",
}
_AGAIN: Words = {
    "nl": "verandert er iets aan geld of verblijf, dan vragen we de familierechtbank opnieuw om homologatie",
    "fr": "si l'argent ou l'hébergement change, nous demandons à nouveau l'homologation au tribunal de la famille",
    "de": "ändert sich etwas am Geld oder an der Unterbringung, bitten wir das Familiengericht erneut um Homologierung",
    "en": "when money or residence changes, we ask the family court for homologation again",
}


def _words(answers: Answers, names: Names) -> Words:
    parts = [filled(_WRITTEN, a=names["A"], b=names["B"]), _SWAP]
    return joined([*parts, *([_AGAIN] if answers["homologate_again"] == "yes" else [])])


CLAUSE = Clause(
    code="N04",
    section="N",
    title={
        "nl": "Het plan wijzigen",
        "fr": "Modifier le plan",
        "de": "Plan ändern",
        "en": "Changing the plan",
    },
    question={
        "nl": "Hoe wijzigen jullie het plan?",
        "fr": "Comment modifiez-vous le plan ?",
        "de": "Wie ändern Sie den Plan?",
        "en": "How do you change the plan?",
    },
    hint={
        "nl": "Een wijziging is altijd schriftelijk en door jullie allebei ondertekend.",
        "fr": "Un changement est toujours écrit et signé par vous deux.",
        "de": "Eine Änderung ist immer schriftlich und von Ihnen beiden unterzeichnet.",
        "en": "A change is always in writing and signed by both of you.",
    },
    fields=(
        Field(
            "homologate_again",
            Kind.YES_NO,
            {
                "nl": "Opnieuw naar de rechtbank als geld of verblijf verandert?",
                "fr": "Retourner au tribunal quand l'argent ou l'hébergement change ?",
                "de": "Erneut zum Gericht, wenn sich Geld oder Unterbringung ändert?",
                "en": "Back to the court when money or residence changes?",
            },
        ),
    ),
    default={"homologate_again": "yes"},
    core=True,
    source="art. 1288 last paragraph Jud. Code (revision after new circumstances); own design: written and signed by both",
    words=_words,
    examples=(
        Example(
            {"homologate_again": "yes"},
            sentence={
                "nl": "Een wijziging van dit plan geldt alleen schriftelijk en met de handtekening van Ana en Ben; een ruil voor één keer verandert het plan niet; verandert er iets aan geld of verblijf, dan vragen we de familierechtbank opnieuw om homologatie.",
                "fr": "Un changement de ce plan ne vaut que par écrit, avec la signature des deux parents : Ana et Ben ; un échange pour une fois ne change pas le plan ; si l'argent ou l'hébergement change, nous demandons à nouveau l'homologation au tribunal de la famille.",
                "de": "Eine Änderung dieses Plans gilt nur schriftlich und mit den Unterschriften von Ana und Ben; ein Tausch für ein Mal ändert den Plan nicht; ändert sich etwas am Geld oder an der Unterbringung, bitten wir das Familiengericht erneut um Homologierung.",
                "en": "A change of this plan counts only in writing and with the signatures of Ana and Ben; a swap for one time does not change the plan; when money or residence changes, we ask the family court for homologation again.",
            },
        ),
        Example(
            {"homologate_again": "no"},
            sentence={
                "nl": "Een wijziging van dit plan geldt alleen schriftelijk en met de handtekening van Ana en Ben; een ruil voor één keer verandert het plan niet.",
                "fr": "Un changement de ce plan ne vaut que par écrit, avec la signature des deux parents : Ana et Ben ; un échange pour une fois ne change pas le plan.",
                "de": "Eine Änderung dieses Plans gilt nur schriftlich und mit den Unterschriften von Ana und Ben; ein Tausch für ein Mal ändert den Plan nicht.",
                "en": "A change of this plan counts only in writing and with the signatures of Ana and Ben; a swap for one time does not change the plan.",
            },
        ),
        Example({}, problems=("homologate_again",)),
        Example({"homologate_again": "verbally"}, problems=("homologate_again",)),
    ),
)
