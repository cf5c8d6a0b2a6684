"""A03: from what time on its first day the plan counts, and whether it is a trial.

The first day itself is asked once, for the plan as a whole (`effective_on`).
"""

from datetime import date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, long_date

_TRIAL: Words = {
    "nl": "Het plan geldt vanaf de begindag{time}; het is een proef tot {day}; daarvoor kijken wij samen of het past; zolang wij niets anders ondertekenen, blijft het gelden.",
    "fr": "Le plan vaut à partir du premier jour{time} ; c'est un essai jusqu'au {day} ; avant cette date, nous regardons ensemble s'il convient ; tant que nous ne signons rien d'autre, il continue à valoir.",
    "de": "Der Plan gilt ab dem ersten Tag{time}; er ist eine Probe bis {day}; vorher sehen wir gemeinsam, ob er passt; solange wir nichts anderes unterschreiben, gilt er weiter.",
    "en": "The plan counts from its first day{time}; it is a trial until {day}; before then we look together whether it fits; as long as we sign nothing else, it keeps counting.",
}
_LASTING: Words = {
    "nl": "Het plan geldt vanaf de begindag{time}, tot wij allebei een nieuw plan ondertekenen.",
    "fr": "Le plan vaut à partir du premier jour{time}, jusqu'à ce que nous signions tous les deux un nouveau plan.",
    "de": "Der Plan gilt ab dem ersten Tag{time}, bis wir beide einen neuen Plan unterschreiben.",
    "en": "The plan counts from its first day{time}, until we both sign a new plan.",
}
_AT: Words = {"nl": " om {clock}", "fr": " à {clock}", "de": " um {clock}", "en": " at {clock}"}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    clock = answers.get("start_time")
    at = filled(_AT, clock=str(clock)) if clock else dict.fromkeys(_AT, "")
    if answers["trial"] == "no":
        return filled(_LASTING, time=at)
    return filled(_TRIAL, time=at, day=long_date(date.fromisoformat(answers["trial_end"])))


CLAUSE = Clause(
    code="A03",
    section="A",
    title={
        "nl": "Begin en duur",
        "fr": "Début et durée",
        "de": "Beginn und Dauer",
        "en": "Start and duration",
    },
    question={
        "nl": "Is dit plan een proef?",
        "fr": "Ce plan est-il un essai ?",
        "de": "Ist dieser Plan eine Probe?",
        "en": "Is this plan a trial?",
    },
    hint={
        "nl": "De begindag kiezen jullie voor het hele plan samen. Na een proef verandert er niets vanzelf.",
        "fr": "Vous choisissez le premier jour pour l'ensemble du plan. Après un essai, rien ne change tout seul.",
        "de": "Den ersten Tag wählen Sie für den ganzen Plan. Nach einer Probe ändert sich nichts von selbst.",
        "en": "You choose the first day for the whole plan. After a trial nothing changes by itself.",
    },
    fields=(
        Field(
            "trial",
            Kind.YES_NO,
            {
                "nl": "Is het een proef?",
                "fr": "Est-ce un essai ?",
                "de": "Ist es eine Probe?",
                "en": "Is it a trial?",
            },
        ),
        Field(
            "trial_end",
            Kind.DATE,
            {"nl": "Proef tot", "fr": "Essai jusqu'au", "de": "Probe bis", "en": "Trial until"},
            asked_when=("trial", ("yes",)),
        ),
        Field(
            "start_time",
            Kind.TIME,
            {
                "nl": "Uur op de eerste dag",
                "fr": "Heure le premier jour",
                "de": "Uhrzeit am ersten Tag",
                "en": "Time on the first day",
            },
            required=False,
            hint={
                "nl": "Laat het leeg als het plan begint op het uur van de overdracht.",
                "fr": "Laissez vide si le plan commence à l'heure du passage.",
                "de": "Lassen Sie es leer, wenn der Plan zur Übergabezeit beginnt.",
                "en": "Leave it empty if the plan begins at the handover time.",
            },
        ),
    ),
    default={"trial": "no"},
    source="art. 1730-1732 Jud. Code (a mediated agreement may be provisional)",
    words=_words,
    examples=(
        Example(
            {"trial": "yes", "trial_end": "2028-02-29"},
            sentence={
                "nl": "Het plan geldt vanaf de begindag; het is een proef tot 29 februari 2028; daarvoor kijken wij samen of het past; zolang wij niets anders ondertekenen, blijft het gelden.",
                "fr": "Le plan vaut à partir du premier jour ; c'est un essai jusqu'au 29 février 2028 ; avant cette date, nous regardons ensemble s'il convient ; tant que nous ne signons rien d'autre, il continue à valoir.",
                "de": "Der Plan gilt ab dem ersten Tag; er ist eine Probe bis 29. Februar 2028; vorher sehen wir gemeinsam, ob er passt; solange wir nichts anderes unterschreiben, gilt er weiter.",
                "en": "The plan counts from its first day; it is a trial until 29 February 2028; before then we look together whether it fits; as long as we sign nothing else, it keeps counting.",
            },
        ),
        Example({"trial": "no"}, sentence=filled(_LASTING, time=dict.fromkeys(_AT, ""))),
        Example(
            {"trial": "no", "start_time": "08:30"},
            sentence={
                "nl": "Het plan geldt vanaf de begindag om 08:30, tot wij allebei een nieuw plan ondertekenen.",
                "fr": "Le plan vaut à partir du premier jour à 08:30, jusqu'à ce que nous signions tous les deux un nouveau plan.",
                "de": "Der Plan gilt ab dem ersten Tag um 08:30, bis wir beide einen neuen Plan unterschreiben.",
                "en": "The plan counts from its first day at 08:30, until we both sign a new plan.",
            },
        ),
        Example({"trial": "no", "start_time": "02:30"}, problems=("start_time",)),  # the clock may skip it
        Example({}, problems=("trial",)),
        Example({"trial": "yes"}, problems=("trial_end",)),
        Example({"trial": "maybe", "trial_end": "2027-02-29"}, problems=("trial",)),
        Example({"trial": "yes", "trial_end": "2027-02-29"}, problems=("trial_end",)),
    ),
)
