"""C02: where the children sleep in ordinary weeks: a named pattern, weekends of the month, or nights of the parents' own.

Letter A of the cycle is the home of `anchor_parent`; the night that begins on `anchor_date` is the first of the cycle.
Counted by the month, letter B has the weekends and A every other night. A child may follow another pattern.
"""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from parenting_plans import patterns
from parenting_plans.clause import LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Home, Monthly, Problem, Regular, Slot, Words
from parenting_plans.wording import WEEKDAYS, filled, joined, listed, long_date, sentences, weekday_number

OWN = "own"
FRIDAY = 4
MOST_SLOTS = 8
# From Friday to Sunday, counted by the month.
BY_MONTH: Mapping[str, Monthly] = {
    "first_weekend": Monthly((1,), FRIDAY, 2),
    "first_third_weekend": Monthly((1, 3), FRIDAY, 2),
    "last_weekend": Monthly((-1,), FRIDAY, 2),
}
_BY_MONTH: tuple[tuple[str, Words], ...] = (
    (
        "first_weekend",
        {
            "nl": "Het eerste weekend van de maand",
            "fr": "Le premier week-end du mois",
            "de": "Das erste Wochenende im Monat",
            "en": "The first weekend of the month",
        },
    ),
    (
        "first_third_weekend",
        {
            "nl": "Het eerste en het derde weekend van de maand",
            "fr": "Le premier et le troisième week-end du mois",
            "de": "Das erste und das dritte Wochenende im Monat",
            "en": "The first and third weekend of the month",
        },
    ),
    (
        "last_weekend",
        {
            "nl": "Het laatste weekend van de maand",
            "fr": "Le dernier week-end du mois",
            "de": "Das letzte Wochenende im Monat",
            "en": "The last weekend of the month",
        },
    ),
)
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
_MONTHLY: Words = {
    "nl": "De kinderen volgen “{pattern}”: van vrijdag tot zondag zijn ze dan bij {b}, alle andere nachten bij {a}; de wissel is om {time}.",
    "fr": "Les enfants suivent « {pattern} » : du vendredi au dimanche, ils sont alors chez {b}, toutes les autres nuits chez {a} ; le changement est à {time}.",
    "de": "Die Kinder folgen „{pattern}“: Von Freitag bis Sonntag sind sie dann bei {b}, alle anderen Nächte bei {a}; der Wechsel ist um {time} Uhr.",
    "en": "The children follow “{pattern}”: from Friday to Sunday they are then with {b}, all other nights with {a}; homes change at {time}.",
}
_OTHERWISE: Words = {
    "nl": "{child} volgt “{pattern}”",
    "fr": "{child} suit « {pattern} »",
    "de": "{child} folgt „{pattern}“",
    "en": "{child} follows “{pattern}”",
}
_SLOT: Words = {
    "nl": "{day} van {begins} tot {ends} bij {parent}",
    "fr": "{day} de {begins} à {ends} chez {parent}",
    "de": "{day} von {begins} bis {ends} Uhr bei {parent}",
    "en": "{day} from {begins} to {ends} with {parent}",
}
_SLOTS: Words = {
    "nl": "Zonder overnachting zijn ze elke week ook: {slots}.",
    "fr": "Sans y dormir, ils sont aussi chaque semaine : {slots}.",
    "de": "Ohne Übernachtung sind sie jede Woche auch: {slots}.",
    "en": "Without a night they are every week also: {slots}.",
}


def nights_of(answers: Answers) -> str:
    """The cycle of nights that the answers name; empty when they name none."""
    if answers.get("pattern") == OWN:
        return "".join(str(answers.get("nights", "")).split())
    pattern = patterns.named(str(answers.get("pattern")))
    return pattern.nights if pattern else ""


def regular_of(answers: Answers, pattern_id: str | None = None) -> Regular:
    """The ordinary weeks that sound answers mean; `pattern_id`: the same beginning, with another pattern."""
    chosen = pattern_id or answers["pattern"]
    pattern, monthly = patterns.named(chosen), BY_MONTH.get(chosen)
    first = Home(answers["anchor_parent"])
    slots = tuple(_slot(row, first) for row in answers.get("slots", ()))
    return Regular(
        nights=pattern.nights if pattern else "" if monthly else nights_of(answers),
        anchor=date.fromisoformat(answers["anchor_date"]),
        first=first,
        handover_time=time.fromisoformat(answers["handover_time"]),
        slots=slots or (pattern.slots if pattern else ()),
        monthly=monthly,
    )


def _slot(row: Mapping[str, Any], first: Home) -> Slot:
    begins, ends = time.fromisoformat(row["begins"]), time.fromisoformat(row["ends"])
    return Slot(weekday_number(row["weekday"]), begins, ends, "A" if row["parent"] == first else "B")


def _together(answers: Answers) -> tuple[Problem, ...]:
    problems = [
        Problem(f"slots.{place}.ends", "Choose a time after the beginning.")
        for place, row in enumerate(answers.get("slots", ()))
        if row["ends"] <= row["begins"]
    ]
    if answers["pattern"] == OWN:
        problems += patterns.problems_of_nights(nights_of(answers))
    named = {answers["pattern"], *answers.get("per_child", {}).values()} & set(dict(_NAMED))
    if named:
        problems += patterns.problems_of_anchor(date.fromisoformat(answers["anchor_date"]))
    return tuple(problems)


def _words(answers: Answers, names: Names) -> Words:
    parts = [_main(answers, names)]
    others = [
        filled(_OTHERWISE, child=names[child], pattern=option(_PER_CHILD, pattern))
        for child, pattern in sorted(answers.get("per_child", {}).items())
    ]
    if others:
        parts.append(joined([listed(others)]))
    slots = [_slot_words(row, names) for row in answers.get("slots", ())]
    if slots:
        parts.append(filled(_SLOTS, slots=listed(slots)))
    return sentences(parts)


def _main(answers: Answers, names: Names) -> Words:
    letter_a = Home(answers["anchor_parent"])
    parents = {"a": names[letter_a], "b": names[letter_a.other], "time": answers["handover_time"]}
    if answers["pattern"] in BY_MONTH:
        return filled(_MONTHLY, pattern=dict(_BY_MONTH)[answers["pattern"]], **parents)
    nights, pattern = nights_of(answers), patterns.named(answers["pattern"])
    return filled(
        _SENTENCE,
        pattern=pattern.name if pattern else nights,
        day=long_date(date.fromisoformat(answers["anchor_date"])),
        first=names[letter_a if nights[0] == "A" else letter_a.other],
        **parents,
    )


def _slot_words(row: Mapping[str, Any], names: Names) -> Words:
    day = dict(WEEKDAYS)[row["weekday"]]
    return filled(_SLOT, day=day, begins=row["begins"], ends=row["ends"], parent=names[row["parent"]])


_NAMED = tuple((one.id, one.name) for one in patterns.load())
_PER_CHILD = Field(
    "per_child",
    Kind.CHILDREN_CHOICE,
    {
        "nl": "Een andere regeling voor een kind",
        "fr": "Un autre rythme pour un enfant",
        "de": "Eine andere Regelung für ein Kind",
        "en": "Another pattern for a child",
    },
    options=_NAMED,
    required=False,
    hint={
        "nl": "Leeg: het kind volgt de regeling hierboven. De eerste nacht en de nachten A blijven dezelfde.",
        "fr": "Vide : l'enfant suit le rythme ci-dessus. La première nuit et les nuits A restent les mêmes.",
        "de": "Leer: Das Kind folgt der Regelung oben. Die erste Nacht und die Nächte A bleiben dieselben.",
        "en": "Empty: the child follows the pattern above. The first night and the nights A stay the same.",
    },
)
_SLOTS_FIELD = Field(
    "slots",
    Kind.ROWS,
    {
        "nl": "Uren zonder nacht",
        "fr": "Heures sans nuit",
        "de": "Stunden ohne Nacht",
        "en": "Hours without a night",
    },
    hint={
        "nl": "Elke week, bijvoorbeeld woensdag van 12:00 tot 18:00.",
        "fr": "Chaque semaine, par exemple le mercredi de 12:00 à 18:00.",
        "de": "Jede Woche, zum Beispiel Mittwoch von 12:00 bis 18:00 Uhr.",
        "en": "Every week, for example Wednesday from 12:00 to 18:00.",
    },
    required=False,
    maximum=MOST_SLOTS,
    columns=(
        Field(
            "weekday", Kind.CHOICE, {"nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day"}, options=WEEKDAYS
        ),
        Field("begins", Kind.TIME, {"nl": "Van", "fr": "De", "de": "Von", "en": "From"}),
        Field("ends", Kind.TIME, {"nl": "Tot", "fr": "À", "de": "Bis", "en": "To"}),
        Field("parent", Kind.PARENT, {"nl": "Bij", "fr": "Chez", "de": "Bei", "en": "With"}),
    ),
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
            options=(*_NAMED, *_BY_MONTH, (OWN, _OWN_NAME)),
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
        _PER_CHILD,
        _SLOTS_FIELD,
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
        Example(
            {
                "pattern": "12-2",
                "anchor_date": "2027-09-06",
                "anchor_parent": "B",
                "handover_time": "18:00",
                "per_child": {LOU: "ww_fri", MIO: "2-2-3"},
                "slots": [
                    {"weekday": "wed", "begins": "12:00", "ends": "18:00", "parent": "A"},
                    {"weekday": "tue", "begins": "16:00", "ends": "19:00", "parent": "A"},
                ],
            },
            sentence={
                "nl": "De kinderen volgen “Om het andere weekend (12-2)”, geteld vanaf 6 september 2027: Ben heeft de nachten A en Ana de nachten B; de eerste nacht is bij Ben; de wissel is om 18:00. Lou volgt “Week-week, wissel vrijdag” en Mio volgt “2-2-3”. Zonder overnachting zijn ze elke week ook: woensdag van 12:00 tot 18:00 bij Ana en dinsdag van 16:00 tot 19:00 bij Ana.",
                "fr": "Les enfants suivent « Un week-end sur deux (12/2) », à compter du 6 septembre 2027 : Ben a les nuits A et Ana les nuits B ; la première nuit est chez Ben ; le changement est à 18:00. Lou suit « Une semaine/une semaine, vendredi » et Mio suit « 2-2-3 ». Sans y dormir, ils sont aussi chaque semaine : mercredi de 12:00 à 18:00 chez Ana et mardi de 16:00 à 19:00 chez Ana.",
                "de": "Die Kinder folgen „Jedes zweite Wochenende (12-2)“, gezählt ab 6. September 2027: Ben hat die Nächte A und Ana die Nächte B; die erste Nacht ist bei Ben; der Wechsel ist um 18:00 Uhr. Lou folgt „Wochenwechsel, Freitag“ und Mio folgt „2-2-3“. Ohne Übernachtung sind sie jede Woche auch: Mittwoch von 12:00 bis 18:00 Uhr bei Ana und Dienstag von 16:00 bis 19:00 Uhr bei Ana.",
                "en": "The children follow “Alternating weekends (12-2)”, counted from 6 September 2027: Ben has nights A and Ana nights B; the first night is with Ben; homes change at 18:00. Lou follows “Week/week, Friday” and Mio follows “2-2-3”. Without a night they are every week also: Wednesday from 12:00 to 18:00 with Ana and Tuesday from 16:00 to 19:00 with Ana.",
            },
        ),
        Example(
            {
                "pattern": "first_weekend",
                "anchor_date": "2027-09-01",
                "anchor_parent": "A",
                "handover_time": "18:00",
            },
            sentence={
                "nl": "De kinderen volgen “Het eerste weekend van de maand”: van vrijdag tot zondag zijn ze dan bij Ben, alle andere nachten bij Ana; de wissel is om 18:00.",
                "fr": "Les enfants suivent « Le premier week-end du mois » : du vendredi au dimanche, ils sont alors chez Ben, toutes les autres nuits chez Ana ; le changement est à 18:00.",
                "de": "Die Kinder folgen „Das erste Wochenende im Monat“: Von Freitag bis Sonntag sind sie dann bei Ben, alle anderen Nächte bei Ana; der Wechsel ist um 18:00 Uhr.",
                "en": "The children follow “The first weekend of the month”: from Friday to Sunday they are then with Ben, all other nights with Ana; homes change at 18:00.",
            },
        ),
        Example({}, problems=("pattern", "anchor_date", "anchor_parent", "handover_time")),
        Example(
            {
                "pattern": "last_weekend",
                "anchor_date": "2027-09-01",
                "anchor_parent": "A",
                "handover_time": "18:00",
                "per_child": {LOU: "ww_fri"},
                "slots": [{"weekday": "wed", "begins": "12:00", "ends": "12:00", "parent": "A"}],
            },
            problems=("slots.0.ends", "anchor_date"),
        ),
        Example(
            {
                "pattern": "ww_fri",
                "anchor_date": "2027-09-06",
                "anchor_parent": "A",
                "handover_time": "18:00",
                "per_child": {LOU: "own"},
                "slots": [{"weekday": "any", "begins": "02:30"}],
            },
            problems=("per_child", "slots.0.weekday", "slots.0.begins", "slots.0.ends", "slots.0.parent"),
        ),
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
