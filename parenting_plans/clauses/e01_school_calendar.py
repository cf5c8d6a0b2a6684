"""E01: whose school calendar counts for each child, and what the ordinary weeks do after a holiday."""

from parenting_plans.clause import LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined, listed

_COMMUNITIES: tuple[tuple[str, Words], ...] = (
    (
        "FL",
        {
            "nl": "Vlaamse Gemeenschap",
            "fr": "Communauté flamande",
            "de": "Flämische Gemeinschaft",
            "en": "Flemish Community",
        },
    ),
    (
        "FR",
        {
            "nl": "Franse Gemeenschap",
            "fr": "Communauté française",
            "de": "Französische Gemeinschaft",
            "en": "French Community",
        },
    ),
    (
        "DG",
        {
            "nl": "Duitstalige Gemeenschap",
            "fr": "Communauté germanophone",
            "de": "Deutschsprachige Gemeinschaft",
            "en": "German-speaking Community",
        },
    ),
)
_AFTER: tuple[tuple[str, Words], ...] = (
    (
        "continue",
        {
            "nl": "na een vakantie loopt de gewone regeling door alsof er geen vakantie was",
            "fr": "après des vacances, le rythme habituel continue comme s'il n'y avait pas eu de vacances",
            "de": "nach den Ferien läuft die gewöhnliche Regelung weiter, als hätte es keine Ferien gegeben",
            "en": "after a holiday the regular schedule goes on as if there had been no holiday",
        },
    ),
    (
        "restart",
        {
            "nl": "na een vakantie begint de gewone regeling opnieuw, met de ouder die het laatste weekend niet had",
            "fr": "après des vacances, le rythme habituel recommence, avec le parent qui n'avait pas le dernier week-end",
            "de": "nach den Ferien beginnt die gewöhnliche Regelung neu, mit dem Elternteil, der das letzte Wochenende nicht hatte",
            "en": "after a holiday the regular schedule starts again, with the parent who did not have the last weekend",
        },
    ),
)
_FOLLOWS: Words = {
    "nl": "voor {child} telt de schoolkalender van de {community}",
    "fr": "pour {child}, le calendrier scolaire de la {community} compte",
    "de": "für {child} zählt der Schulkalender ({community})",
    "en": "for {child} the school calendar of the {community} counts",
}
_SPAN: Words = {
    "nl": "Een vakantie begint op het wisseluur van de laatste schooldag en eindigt op het wisseluur van de dag voor de school herbegint",
    "fr": "Les vacances commencent à l'heure d'échange du dernier jour d'école et finissent à l'heure d'échange de la veille de la rentrée",
    "de": "Ferien beginnen zur Wechselzeit des letzten Schultags und enden zur Wechselzeit am Tag vor dem Schulbeginn",
    "en": "A holiday begins at the handover time of the last school day and ends at the handover time of the day before school starts again",
}


def _words(answers: Answers, names: Names) -> Words:
    rows = sorted(answers["per_child"].items())
    each = [filled(_FOLLOWS, child=names[child], community=option(_PER_CHILD, one)) for child, one in rows]
    return joined([_SPAN, listed(each), option(_AFTERWARDS, answers["after"])])


_PER_CHILD = Field(
    "per_child",
    Kind.CHILDREN_CHOICE,
    {"nl": "Schoolkalender", "fr": "Calendrier scolaire", "de": "Schulkalender", "en": "School calendar"},
    options=_COMMUNITIES,
)
_AFTERWARDS = Field(
    "after",
    Kind.CHOICE,
    {
        "nl": "De gewone weken na een vakantie",
        "fr": "Les semaines habituelles après des vacances",
        "de": "Die gewöhnlichen Wochen nach Ferien",
        "en": "Ordinary weeks after a holiday",
    },
    options=_AFTER,
)

CLAUSE = Clause(
    code="E01",
    section="E",
    title={
        "nl": "Welke schoolkalender",
        "fr": "Quel calendrier scolaire",
        "de": "Welcher Schulkalender",
        "en": "Which school calendar",
    },
    question={
        "nl": "De schoolkalender van welke Gemeenschap telt voor elk kind?",
        "fr": "Quel calendrier scolaire compte pour chaque enfant ?",
        "de": "Welcher Schulkalender zählt für jedes Kind?",
        "en": "Which Community's school calendar counts for each child?",
    },
    hint={
        "nl": "De school van het kind beslist, niet het adres. Zonder deze afspraak telt de kalender van de eigen school, en lopen de gewone weken door.",
        "fr": "C'est l'école de l'enfant qui compte, pas l'adresse. Sans cet accord, le calendrier de sa propre école compte et les semaines habituelles continuent.",
        "de": "Die Schule des Kindes entscheidet, nicht die Adresse. Ohne diese Absprache zählt der Kalender der eigenen Schule, und die gewöhnlichen Wochen laufen weiter.",
        "en": "The child's school decides, not the address. Without this agreement the calendar of its own school counts, and the ordinary weeks go on.",
    },
    fields=(_PER_CHILD, _AFTERWARDS),
    default={"after": "continue"},
    source="The French Community has its own rhythm since 29 August 2022; a plan may name another calendar for siblings",
    words=_words,
    examples=(
        Example(
            {"per_child": {LOU: "FL", MIO: "FR"}, "after": "continue"},
            sentence={
                "nl": "Een vakantie begint op het wisseluur van de laatste schooldag en eindigt op het wisseluur van de dag voor de school herbegint; voor Lou telt de schoolkalender van de Vlaamse Gemeenschap en voor Mio telt de schoolkalender van de Franse Gemeenschap; na een vakantie loopt de gewone regeling door alsof er geen vakantie was.",
                "fr": "Les vacances commencent à l'heure d'échange du dernier jour d'école et finissent à l'heure d'échange de la veille de la rentrée ; pour Lou, le calendrier scolaire de la Communauté flamande compte et pour Mio, le calendrier scolaire de la Communauté française compte ; après des vacances, le rythme habituel continue comme s'il n'y avait pas eu de vacances.",
                "de": "Ferien beginnen zur Wechselzeit des letzten Schultags und enden zur Wechselzeit am Tag vor dem Schulbeginn; für Lou zählt der Schulkalender (Flämische Gemeinschaft) und für Mio zählt der Schulkalender (Französische Gemeinschaft); nach den Ferien läuft die gewöhnliche Regelung weiter, als hätte es keine Ferien gegeben.",
                "en": "A holiday begins at the handover time of the last school day and ends at the handover time of the day before school starts again; for Lou the school calendar of the Flemish Community counts and for Mio the school calendar of the French Community counts; after a holiday the regular schedule goes on as if there had been no holiday.",
            },
        ),
        Example(
            {"per_child": {LOU: "DG"}, "after": "restart"},
            sentence={
                "nl": "Een vakantie begint op het wisseluur van de laatste schooldag en eindigt op het wisseluur van de dag voor de school herbegint; voor Lou telt de schoolkalender van de Duitstalige Gemeenschap; na een vakantie begint de gewone regeling opnieuw, met de ouder die het laatste weekend niet had.",
                "fr": "Les vacances commencent à l'heure d'échange du dernier jour d'école et finissent à l'heure d'échange de la veille de la rentrée ; pour Lou, le calendrier scolaire de la Communauté germanophone compte ; après des vacances, le rythme habituel recommence, avec le parent qui n'avait pas le dernier week-end.",
                "de": "Ferien beginnen zur Wechselzeit des letzten Schultags und enden zur Wechselzeit am Tag vor dem Schulbeginn; für Lou zählt der Schulkalender (Deutschsprachige Gemeinschaft); nach den Ferien beginnt die gewöhnliche Regelung neu, mit dem Elternteil, der das letzte Wochenende nicht hatte.",
                "en": "A holiday begins at the handover time of the last school day and ends at the handover time of the day before school starts again; for Lou the school calendar of the German-speaking Community counts; after a holiday the regular schedule starts again, with the parent who did not have the last weekend.",
            },
        ),
        Example({}, problems=("per_child", "after")),
        Example({"per_child": {LOU: "NL"}, "after": "pause"}, problems=("per_child", "after")),
        Example({"per_child": {"Lou": "FL"}, "after": "continue"}, problems=("per_child",)),
        Example({"per_child": "FL", "after": "continue"}, problems=("per_child",)),
    ),
)
