"""C08: the children stay in one home and the parents take turns there, until a day. No address is asked (DV-05)."""

from datetime import date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, long_date, shares

_NEST: Words = {
    "nl": "De kinderen blijven in één woning en de ouders wisselen elkaar daar af volgens de gewone verblijfsregeling, tot {day}; de kosten van die woning verdelen wij zo: {shares}.",
    "fr": "Les enfants restent dans un seul logement et les parents s'y relaient selon l'hébergement habituel, jusqu'au {day} ; nous partageons les frais de ce logement ainsi : {shares}.",
    "de": "Die Kinder bleiben in einer Wohnung und die Eltern wechseln sich dort nach der gewöhnlichen Regelung ab, bis {day}; die Kosten dieser Wohnung teilen wir so: {shares}.",
    "en": "The children stay in one home and the parents take turns there by the regular schedule, until {day}; we share the costs of that home like this: {shares}.",
}
_NO_NEST: Words = {
    "nl": "De kinderen wisselen van huis; er is geen gedeelde woning.",
    "fr": "Les enfants changent de maison ; il n'y a pas de logement partagé.",
    "de": "Die Kinder wechseln das Zuhause; es gibt keine gemeinsame Wohnung.",
    "en": "The children change homes; there is no shared home.",
}


def _words(answers: Answers, names: Names) -> Words:
    if answers["nest"] == "no":
        return _NO_NEST
    end = long_date(date.fromisoformat(answers["end_date"]))
    return filled(_NEST, day=end, shares=shares(answers["costs_a"], names["A"], names["B"]))


CLAUSE = Clause(
    code="C08",
    section="C",
    title={"nl": "Nestzorg", "fr": "Garde en nid", "de": "Nestmodell", "en": "Bird-nesting"},
    question={
        "nl": "Blijven de kinderen in één woning terwijl jullie wisselen?",
        "fr": "Les enfants restent-ils dans un logement pendant que vous vous relayez ?",
        "de": "Bleiben die Kinder in einer Wohnung, während Sie wechseln?",
        "en": "Do the children stay in one home while you take turns?",
    },
    hint={
        "nl": "Dit werkt meestal voor een beperkte tijd. Schrijf geen adres.",
        "fr": "Cela fonctionne le plus souvent pour un temps limité. N'écrivez pas d'adresse.",
        "de": "Das geht meist nur für begrenzte Zeit. Schreiben Sie keine Adresse.",
        "en": "This mostly works for a limited time. Do not write an address.",
    },
    fields=(
        Field(
            "nest",
            Kind.YES_NO,
            {"nl": "Nestzorg?", "fr": "Garde en nid ?", "de": "Nestmodell?", "en": "Bird-nesting?"},
        ),
        Field(
            "end_date",
            Kind.DATE,
            {"nl": "Tot wanneer?", "fr": "Jusqu'à quand ?", "de": "Bis wann?", "en": "Until when?"},
            asked_when=("nest", ("yes",)),
        ),
        Field(
            "costs_a",
            Kind.PERCENT,
            {
                "nl": "Deel van ouder A in de kosten van de woning",
                "fr": "Part du parent A dans les frais du logement",
                "de": "Anteil von Elternteil A an den Kosten der Wohnung",
                "en": "Share of parent A in the costs of the home",
            },
            asked_when=("nest", ("yes",)),
        ),
    ),
    default={"nest": "no"},
    source="Belgian practice of bird-nesting; an end date avoids an open-ended shared home",
    words=_words,
    examples=(
        Example(
            {"nest": "yes", "end_date": "2028-06-30", "costs_a": 50},
            sentence={
                "nl": "De kinderen blijven in één woning en de ouders wisselen elkaar daar af volgens de gewone verblijfsregeling, tot 30 juni 2028; de kosten van die woning verdelen wij zo: Ana 50% en Ben 50%.",
                "fr": "Les enfants restent dans un seul logement et les parents s'y relaient selon l'hébergement habituel, jusqu'au 30 juin 2028 ; nous partageons les frais de ce logement ainsi : Ana 50\xa0% et Ben 50\xa0%.",
                "de": "Die Kinder bleiben in einer Wohnung und die Eltern wechseln sich dort nach der gewöhnlichen Regelung ab, bis 30. Juni 2028; die Kosten dieser Wohnung teilen wir so: Ana 50\xa0% und Ben 50\xa0%.",
                "en": "The children stay in one home and the parents take turns there by the regular schedule, until 30 June 2028; we share the costs of that home like this: Ana 50% and Ben 50%.",
            },
        ),
        Example({"nest": "no"}, sentence=_NO_NEST),
        Example({}, problems=("nest",)),
        Example({"nest": "yes"}, problems=("end_date", "costs_a")),
        Example({"nest": "yes", "end_date": "2028-06-31", "costs_a": 101}, problems=("end_date", "costs_a")),
        Example({"nest": "no", "address": "x"}, problems=("address",)),
    ),
)
