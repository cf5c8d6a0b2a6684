"""E06: by when parents tell each other which holiday weeks they would like."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import MONTHS, filled

_DAYS_OF_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # every year has them
_SILENCE: tuple[tuple[str, Words], ...] = (
    (
        "default_split",
        {
            "nl": "de verdeling van dit plan geldt",
            "fr": "le partage de ce plan s'applique",
            "de": "die Aufteilung dieses Plans gilt",
            "en": "the split of this plan applies",
        },
    ),
)
_DAY: Words = {"nl": "{day} {month}", "fr": "{day} {month}", "de": "{day}. {month}", "en": "{day} {month}"}
_SENTENCE: Words = {
    "nl": "Wij zeggen elkaar elk jaar voor {deadline} welke vakantieweken wij graag hebben; in even jaren kiest {first} eerst, in oneven jaren {second}; zegt niemand iets, dan geldt de verdeling van dit plan.",
    "fr": "Chaque année avant le {deadline}, nous nous disons quelles semaines de vacances nous souhaitons ; les années paires, {first} choisit en premier, les années impaires {second} ; si personne ne dit rien, le partage de ce plan s'applique.",
    "de": "Wir sagen einander jedes Jahr vor dem {deadline}, welche Ferienwochen wir gern hätten; in geraden Jahren wählt {first} zuerst, in ungeraden Jahren {second}; sagt niemand etwas, gilt die Aufteilung dieses Plans.",
    "en": "Each year before {deadline} we tell each other which holiday weeks we would like; in even years {first} chooses first, in odd years {second}; if nobody says anything, the split of this plan applies.",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["deadline_day"] > _DAYS_OF_MONTH[int(answers["deadline_month"]) - 1]:
        return (Problem("deadline_day", "This month has fewer days."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:
    first, second = ("A", "B") if answers["first_choice_even"] == "A" else ("B", "A")
    deadline = filled(_DAY, day=str(answers["deadline_day"]), month=option(_MONTH, answers["deadline_month"]))
    return filled(_SENTENCE, deadline=deadline, first=names[first], second=names[second])


_MONTH = Field(
    "deadline_month", Kind.CHOICE, {"nl": "Maand", "fr": "Mois", "de": "Monat", "en": "Month"}, options=MONTHS
)

CLAUSE = Clause(
    code="E06",
    section="E",
    title={
        "nl": "Vakantieweken kiezen",
        "fr": "Choix des semaines",
        "de": "Wahl der Ferienwochen",
        "en": "Choosing holiday weeks",
    },
    question={
        "nl": "Tegen wanneer zeggen jullie elkaar welke weken jullie graag hebben?",
        "fr": "Avant quelle date vous dites-vous quelles semaines vous souhaitez ?",
        "de": "Bis wann sagen Sie einander, welche Wochen Sie gern hätten?",
        "en": "By when do you tell each other which weeks you would like?",
    },
    hint={
        "nl": "Zo kan iedereen op tijd boeken en verlof vragen.",
        "fr": "Ainsi chacun peut réserver et demander congé à temps.",
        "de": "So kann jeder rechtzeitig buchen und Urlaub beantragen.",
        "en": "That way both can book and ask for leave in time.",
    },
    fields=(
        Field(
            "deadline_day",
            Kind.INTEGER,
            {
                "nl": "Dag van de maand",
                "fr": "Jour du mois",
                "de": "Tag des Monats",
                "en": "Day of the month",
            },
            minimum=1,
            maximum=31,
        ),
        _MONTH,
        Field(
            "first_choice_even",
            Kind.PARENT,
            {
                "nl": "Wie kiest eerst in even jaren?",
                "fr": "Qui choisit en premier les années paires ?",
                "de": "Wer wählt in geraden Jahren zuerst?",
                "en": "Who chooses first in even years?",
            },
        ),
        Field(
            "silence",
            Kind.CHOICE,
            {
                "nl": "Als niemand iets zegt",
                "fr": "Si personne ne dit rien",
                "de": "Wenn niemand etwas sagt",
                "en": "If nobody says anything",
            },
            options=_SILENCE,
        ),
    ),
    default={"deadline_day": 31, "deadline_month": "1", "silence": "default_split"},
    source="Flemish model clauses use 30 January",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"deadline_day": 31, "deadline_month": "1", "first_choice_even": "A", "silence": "default_split"},
            sentence={
                "nl": "Wij zeggen elkaar elk jaar voor 31 januari welke vakantieweken wij graag hebben; in even jaren kiest Ana eerst, in oneven jaren Ben; zegt niemand iets, dan geldt de verdeling van dit plan.",
                "fr": "Chaque année avant le 31 janvier, nous nous disons quelles semaines de vacances nous souhaitons ; les années paires, Ana choisit en premier, les années impaires Ben ; si personne ne dit rien, le partage de ce plan s'applique.",
                "de": "Wir sagen einander jedes Jahr vor dem 31. Januar, welche Ferienwochen wir gern hätten; in geraden Jahren wählt Ana zuerst, in ungeraden Jahren Ben; sagt niemand etwas, gilt die Aufteilung dieses Plans.",
                "en": "Each year before 31 January we tell each other which holiday weeks we would like; in even years Ana chooses first, in odd years Ben; if nobody says anything, the split of this plan applies.",
            },
        ),
        Example({}, problems=("deadline_day", "deadline_month", "first_choice_even", "silence")),
        Example(
            {"deadline_day": 31, "deadline_month": "4", "first_choice_even": "A", "silence": "default_split"},
            problems=("deadline_day",),
        ),
        Example(
            {"deadline_day": 0, "deadline_month": "13", "first_choice_even": "C", "silence": "x"},
            problems=("deadline_day", "deadline_month", "first_choice_even", "silence"),
        ),
    ),
)
