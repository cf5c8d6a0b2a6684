"""E10: the birthdays of the children, and of the parents."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import counted, filled, sentences

_MODES: tuple[tuple[str, Words], ...] = (
    (
        "alternate",
        {
            "nl": "om de beurt, elk jaar een andere ouder",
            "fr": "à tour de rôle, chaque année un autre parent",
            "de": "abwechselnd, jedes Jahr ein anderer Elternteil",
            "en": "in turn, another parent each year",
        },
    ),
    (
        "visit",
        {
            "nl": "de gewone regeling, de andere ouder ziet het kind even",
            "fr": "le rythme habituel, l'autre parent voit l'enfant un moment",
            "de": "die gewöhnliche Regelung, der andere Elternteil sieht das Kind kurz",
            "en": "the regular schedule, and the other parent sees the child for a while",
        },
    ),
    (
        "party_once",
        {
            "nl": "de gewone regeling, elke ouder viert het in de eigen tijd",
            "fr": "le rythme habituel, chaque parent fête dans son propre temps",
            "de": "die gewöhnliche Regelung, jeder feiert in der eigenen Zeit",
            "en": "the regular schedule, each parent celebrates in their own time",
        },
    ),
)
_ALTERNATE: Words = {
    "nl": "Op zijn verjaardag is een kind van {begins} tot {ends} in even jaren bij {even} en in oneven jaren bij {odd}.",
    "fr": "Le jour de son anniversaire, un enfant est de {begins} à {ends} chez {even} les années paires et chez {odd} les années impaires.",
    "de": "An seinem Geburtstag ist ein Kind von {begins} bis {ends} in geraden Jahren bei {even} und in ungeraden Jahren bei {odd}.",
    "en": "On its birthday a child is with {even} from {begins} to {ends} in even years and with {odd} in odd years.",
}
_VISIT: Words = {
    "nl": "Op een verjaardag geldt de gewone regeling; de andere ouder ziet het kind die dag {hours}.",
    "fr": "Pour un anniversaire, le rythme habituel s'applique ; l'autre parent voit l'enfant ce jour-là pendant {hours}.",
    "de": "An einem Geburtstag gilt die gewöhnliche Regelung; der andere Elternteil sieht das Kind an diesem Tag {hours}.",
    "en": "On a birthday the regular schedule applies; the other parent sees the child that day for {hours}.",
}
_PARTY: Words = {
    "nl": "Op een verjaardag geldt de gewone regeling; elke ouder viert het feest in de eigen tijd.",
    "fr": "Pour un anniversaire, le rythme habituel s'applique ; chaque parent fait la fête dans son propre temps.",
    "de": "An einem Geburtstag gilt die gewöhnliche Regelung; jeder Elternteil feiert in der eigenen Zeit.",
    "en": "On a birthday the regular schedule applies; each parent has the party in their own time.",
}
_SAME_DAY: Words = {"nl": "{time}", "fr": "{time}", "de": "{time} Uhr", "en": "{time}"}
_NEXT_DAY: Words = {
    "nl": "{time} de dag erna",
    "fr": "{time} le lendemain",
    "de": "{time} Uhr am nächsten Tag",
    "en": "{time} the next day",
}
_PARENTS: Words = {
    "nl": "Op de verjaardag van een ouder mogen de kinderen die ouder zien; wij spreken dat af met een ruil.",
    "fr": "Le jour de l'anniversaire d'un parent, les enfants peuvent voir ce parent ; nous le réglons par un échange.",
    "de": "Am Geburtstag eines Elternteils dürfen die Kinder ihn sehen; wir regeln das mit einem Tausch.",
    "en": "On a parent's birthday the children may see that parent; we settle that with a swap.",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if (
        answers["mode"] != "alternate"
        or answers.get("next_day") == "yes"
        or answers["ends"] > answers["begins"]
    ):
        return ()
    return (Problem("ends", "Choose a time after the beginning, or the next day."),)


def _of_child(answers: Answers, names: Names) -> Words:
    if answers["mode"] == "visit":
        return filled(_VISIT, hours=counted(answers["hours"], "hour"))
    if answers["mode"] == "party_once":
        return _PARTY
    even = answers["even_parent"]
    ends = filled(_NEXT_DAY if answers.get("next_day") == "yes" else _SAME_DAY, time=answers["ends"])
    odd = names["B" if even == "A" else "A"]
    return filled(_ALTERNATE, begins=answers["begins"], ends=ends, even=names[even], odd=odd)


def _words(answers: Answers, names: Names) -> Words:
    child = _of_child(answers, names)
    return sentences([child, _PARENTS]) if answers.get("parents") == "yes" else child


_IN_TURN = ("mode", ("alternate",))

CLAUSE = Clause(
    code="E10",
    section="E",
    title={"nl": "Verjaardagen", "fr": "Anniversaires", "de": "Geburtstage", "en": "Birthdays"},
    question={
        "nl": "Hoe vieren jullie de verjaardag van een kind?",
        "fr": "Comment fêtez-vous l'anniversaire d'un enfant ?",
        "de": "Wie feiern Sie den Geburtstag eines Kindes?",
        "en": "How do you celebrate a child's birthday?",
    },
    hint={
        "nl": "Twee feesten zijn voor de meeste kinderen geen probleem.",
        "fr": "Deux fêtes ne posent pas de problème à la plupart des enfants.",
        "de": "Zwei Feste sind für die meisten Kinder kein Problem.",
        "en": "For most children two parties are no problem.",
    },
    fields=(
        Field(
            "mode",
            Kind.CHOICE,
            {
                "nl": "Verjaardag van een kind",
                "fr": "Anniversaire d'un enfant",
                "de": "Geburtstag eines Kindes",
                "en": "Birthday of a child",
            },
            options=_MODES,
        ),
        Field(
            "even_parent",
            Kind.PARENT,
            {
                "nl": "In even jaren bij",
                "fr": "Les années paires chez",
                "de": "In geraden Jahren bei",
                "en": "In even years with",
            },
            asked_when=_IN_TURN,
        ),
        Field("begins", Kind.TIME, {"nl": "Van", "fr": "De", "de": "Von", "en": "From"}, asked_when=_IN_TURN),
        Field("ends", Kind.TIME, {"nl": "Tot", "fr": "À", "de": "Bis", "en": "To"}, asked_when=_IN_TURN),
        Field(
            "next_day",
            Kind.YES_NO,
            {
                "nl": "Tot de dag erna?",
                "fr": "Jusqu'au lendemain ?",
                "de": "Bis zum nächsten Tag?",
                "en": "Until the next day?",
            },
            required=False,
            asked_when=_IN_TURN,
        ),
        Field(
            "hours",
            Kind.INTEGER,
            {
                "nl": "Hoelang ziet de andere ouder het kind?",
                "fr": "Combien de temps l'autre parent voit-il l'enfant ?",
                "de": "Wie lange sieht der andere Elternteil das Kind?",
                "en": "How long does the other parent see the child?",
            },
            minimum=1,
            maximum=8,
            unit={"nl": "uur", "fr": "heures", "de": "Stunden", "en": "hours"},
            asked_when=("mode", ("visit",)),
        ),
        Field(
            "parents",
            Kind.YES_NO,
            {
                "nl": "Zien de kinderen een ouder op de verjaardag van die ouder?",
                "fr": "Les enfants voient-ils un parent le jour de son anniversaire ?",
                "de": "Sehen die Kinder einen Elternteil an dessen Geburtstag?",
                "en": "Do the children see a parent on that parent's birthday?",
            },
            required=False,
        ),
    ),
    default={"mode": "visit", "hours": 2},
    core=True,
    source="Flemish model clauses for birthdays: in turn by even and odd year, with a visit of two hours",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "mode": "alternate",
                "even_parent": "A",
                "begins": "16:00",
                "ends": "08:30",
                "next_day": "yes",
                "parents": "yes",
            },
            sentence={
                "nl": "Op zijn verjaardag is een kind van 16:00 tot 08:30 de dag erna in even jaren bij Ana en in oneven jaren bij Ben. Op de verjaardag van een ouder mogen de kinderen die ouder zien; wij spreken dat af met een ruil.",
                "fr": "Le jour de son anniversaire, un enfant est de 16:00 à 08:30 le lendemain chez Ana les années paires et chez Ben les années impaires. Le jour de l'anniversaire d'un parent, les enfants peuvent voir ce parent ; nous le réglons par un échange.",
                "de": "An seinem Geburtstag ist ein Kind von 16:00 bis 08:30 Uhr am nächsten Tag in geraden Jahren bei Ana und in ungeraden Jahren bei Ben. Am Geburtstag eines Elternteils dürfen die Kinder ihn sehen; wir regeln das mit einem Tausch.",
                "en": "On its birthday a child is with Ana from 16:00 to 08:30 the next day in even years and with Ben in odd years. On a parent's birthday the children may see that parent; we settle that with a swap.",
            },
        ),
        Example(
            {"mode": "visit", "hours": 2},
            sentence={
                "nl": "Op een verjaardag geldt de gewone regeling; de andere ouder ziet het kind die dag 2 uur.",
                "fr": "Pour un anniversaire, le rythme habituel s'applique ; l'autre parent voit l'enfant ce jour-là pendant 2 heures.",
                "de": "An einem Geburtstag gilt die gewöhnliche Regelung; der andere Elternteil sieht das Kind an diesem Tag 2 Stunden.",
                "en": "On a birthday the regular schedule applies; the other parent sees the child that day for 2 hours.",
            },
        ),
        Example({"mode": "party_once", "parents": "no"}, sentence=_PARTY),
        Example({}, problems=("mode",)),
        Example({"mode": "alternate"}, problems=("even_parent", "begins", "ends")),
        Example(
            {"mode": "alternate", "even_parent": "B", "begins": "16:00", "ends": "08:30"}, problems=("ends",)
        ),
        Example({"mode": "visit", "hours": 9}, problems=("hours",)),
    ),
)
