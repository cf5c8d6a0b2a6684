"""C02: where the children sleep in ordinary weeks: a named pattern, or nights of the parents' own.

Letter A of the cycle is the home of `anchor_parent`; the night that begins on `anchor_date` is the first of the cycle.
"""

from datetime import date

from parenting_plans import patterns
from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Home, Problem, Words
from parenting_plans.wording import filled, long_date

OWN = "own"
_OWN_NAME: Words = {
    "nl": "een eigen cyclus van nachten",
    "fr": "un cycle de nuits propre",
    "de": "ein eigener Zyklus von Nächten",
    "en": "a cycle of nights of our own",
}
_SENTENCE: Words = {
    "nl": "De kinderen volgen “{pattern}”, geteld vanaf {day}: {a} heeft de nachten A en {b} de nachten B; de eerste nacht is bij {first}; de wissel is om {time}.",
    "fr": "Les enfants suivent « {pattern} », à compter du {day} : {a} a les nuits A et {b} les nuits B ; la première nuit est chez {first} ; le changement est à {time}.",
    "de": "Die Kinder folgen „{pattern}“, gezählt ab {day}: {a} hat die Nächte A und {b} die Nächte B; die erste Nacht ist bei {first}; der Wechsel ist um {time} Uhr.",
    "en": "The children follow “{pattern}”, counted from {day}: {a} has nights A and {b} nights B; the first night is with {first}; homes change at {time}.",
}


def nights_of(answers: Answers) -> str:
    """The cycle of nights that the answers name; empty when they name none."""
    if answers.get("pattern") == OWN:
        return "".join(str(answers.get("nights", "")).split())
    pattern = patterns.named(str(answers.get("pattern")))
    return pattern.nights if pattern else ""


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["pattern"] == OWN:
        return patterns.problems_of_nights(nights_of(answers))
    return patterns.problems_of_anchor(date.fromisoformat(answers["anchor_date"]))


def _words(answers: Answers, names: Names) -> Words:
    pattern = patterns.named(answers["pattern"])
    nights = nights_of(answers)
    letter_a = Home(answers["anchor_parent"])
    first = letter_a if nights[0] == "A" else letter_a.other
    return filled(
        _SENTENCE,
        pattern=pattern.name if pattern else nights,
        day=long_date(date.fromisoformat(answers["anchor_date"])),
        a=names[letter_a],
        b=names[letter_a.other],
        first=names[first],
        time=answers["handover_time"],
    )


CLAUSE = Clause(
    code="C02",
    section="C",
    title={
        "nl": "Gewone verblijfsregeling",
        "fr": "Hébergement habituel",
        "de": "Gewöhnliche Unterbringungsregelung",
        "en": "Regular residence schedule",
    },
    question={
        "nl": "Waar slapen de kinderen in een gewone schoolweek?",
        "fr": "Où dorment les enfants pendant une semaine d'école ordinaire ?",
        "de": "Wo schlafen die Kinder in einer gewöhnlichen Schulwoche?",
        "en": "Where do the children sleep in an ordinary school week?",
    },
    hint={
        "nl": "Geen regeling is de juiste voor iedereen. Kijk wat bij jullie kinderen past.",
        "fr": "Aucun rythme ne convient à tout le monde. Regardez ce qui convient à vos enfants.",
        "de": "Keine Regelung ist für alle die richtige. Sehen Sie, was zu Ihren Kindern passt.",
        "en": "No schedule is right for everyone. See what suits your children.",
    },
    fields=(
        Field(
            "pattern",
            Kind.CHOICE,
            {"nl": "Regeling", "fr": "Rythme", "de": "Regelung", "en": "Pattern"},
            options=(*((one.id, one.name) for one in patterns.load()), (OWN, _OWN_NAME)),
        ),
        Field(
            "nights",
            Kind.NIGHTS,
            {
                "nl": "Nachten van een eigen cyclus",
                "fr": "Nuits d'un cycle propre",
                "de": "Nächte eines eigenen Zyklus",
                "en": "Nights of a cycle of your own",
            },
            hint={
                "nl": "Eén letter per nacht, A of B, bijvoorbeeld AABBAAABBAABBB.",
                "fr": "Une lettre par nuit, A ou B, par exemple AABBAAABBAABBB.",
                "de": "Ein Buchstabe pro Nacht, A oder B, zum Beispiel AABBAAABBAABBB.",
                "en": "One letter for each night, A or B, for example AABBAAABBAABBB.",
            },
            maximum=800,
            asked_when=("pattern", (OWN,)),
        ),
        Field(
            "anchor_date",
            Kind.DATE,
            {
                "nl": "Eerste nacht van de cyclus",
                "fr": "Première nuit du cycle",
                "de": "Erste Nacht des Zyklus",
                "en": "First night of the cycle",
            },
            hint={
                "nl": "Een maandag, tenzij jullie een eigen cyclus kiezen.",
                "fr": "Un lundi, sauf si vous choisissez un cycle propre.",
                "de": "Ein Montag, außer Sie wählen einen eigenen Zyklus.",
                "en": "A Monday, unless you choose a cycle of your own.",
            },
        ),
        Field(
            "anchor_parent",
            Kind.PARENT,
            {
                "nl": "Wie heeft de nachten A?",
                "fr": "Qui a les nuits A ?",
                "de": "Wer hat die Nächte A?",
                "en": "Who has nights A?",
            },
        ),
        Field(
            "handover_time",
            Kind.TIME,
            {"nl": "Wisseluur", "fr": "Heure d'échange", "de": "Wechselzeit", "en": "Handover time"},
        ),
    ),
    default={"pattern": "ww_fri", "handover_time": "18:00"},
    default_from_age=3,
    needed_for=frozenset({"EOT", "NL", "EQUAL"}),
    essential=True,
    core=True,
    source="art. 374 §2 old Civil Code (equal residence examined with priority)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "pattern": "ww_fri",
                "anchor_date": "2027-09-06",
                "anchor_parent": "A",
                "handover_time": "18:00",
            },
            sentence={
                "nl": "De kinderen volgen “Week-week, wissel vrijdag”, geteld vanaf 6 september 2027: Ana heeft de nachten A en Ben de nachten B; de eerste nacht is bij Ben; de wissel is om 18:00.",
                "fr": "Les enfants suivent « Une semaine/une semaine, vendredi », à compter du 6 septembre 2027 : Ana a les nuits A et Ben les nuits B ; la première nuit est chez Ben ; le changement est à 18:00.",
                "de": "Die Kinder folgen „Wochenwechsel, Freitag“, gezählt ab 6. September 2027: Ana hat die Nächte A und Ben die Nächte B; die erste Nacht ist bei Ben; der Wechsel ist um 18:00 Uhr.",
                "en": "The children follow “Week/week, Friday”, counted from 6 September 2027: Ana has nights A and Ben nights B; the first night is with Ben; homes change at 18:00.",
            },
        ),
        Example(
            {
                "pattern": "own",
                "nights": "AAB ABB",
                "anchor_date": "2027-09-07",
                "anchor_parent": "B",
                "handover_time": "08:30",
            },
            sentence=filled(
                _SENTENCE,
                pattern="AABABB",
                day=long_date(date(2027, 9, 7)),
                a="Ben",
                b="Ana",
                first="Ben",
                time="08:30",
            ),
        ),
        Example({}, problems=("pattern", "anchor_date", "anchor_parent", "handover_time")),
        Example(
            {
                "pattern": "ww_fri",
                "anchor_date": "2027-09-07",
                "anchor_parent": "A",
                "handover_time": "18:00",
            },
            problems=("anchor_date",),
        ),
        Example(
            {
                "pattern": "own",
                "anchor_date": "2027-02-29",
                "anchor_parent": "A",
                "handover_time": "25:00",
            },
            problems=("nights", "anchor_date", "handover_time"),
        ),
        Example(
            {
                "pattern": "own",
                "nights": "AXB",
                "anchor_date": "2027-09-06",
                "anchor_parent": "A",
                "handover_time": "18:00",
            },
            problems=("nights",),
        ),
        Example(
            {
                "pattern": "sometimes",
                "anchor_date": "20270906",
                "anchor_parent": "C",
                "handover_time": "18h",
            },
            problems=("pattern", "anchor_date", "anchor_parent", "handover_time"),
        ),
        Example(
            {
                "pattern": "ww_fri",
                "anchor_date": "2027-09-06",
                "anchor_parent": "A",
                "handover_time": "02:30",
            },
            problems=("handover_time",),
        ),
    ),
)
