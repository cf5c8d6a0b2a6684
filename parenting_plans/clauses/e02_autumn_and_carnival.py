"""E02: the autumn and carnival holidays: one week in two Communities, two weeks in the French one."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import WEEKDAYS, filled

_MODES: tuple[tuple[str, Words], ...] = (
    (
        "alternate_whole",
        {
            "nl": "om de beurt de hele vakantie",
            "fr": "les vacances entières à tour de rôle",
            "de": "abwechselnd die ganzen Ferien",
            "en": "the whole holiday in turn",
        },
    ),
    ("halves", {"nl": "elk de helft", "fr": "chacun la moitié", "de": "jeder die Hälfte", "en": "half each"}),
    (
        "follow_regular",
        {
            "nl": "zoals in gewone weken",
            "fr": "comme les semaines habituelles",
            "de": "wie in gewöhnlichen Wochen",
            "en": "as in ordinary weeks",
        },
    ),
)
_TAKES_TURNS = ("alternate_whole", "halves")
_WHOLE: Words = {
    "nl": "In even jaren is de hele herfstvakantie bij {autumn} en de hele krokusvakantie bij {carnival}; in oneven jaren is het omgekeerd.",
    "fr": "Les années paires, les vacances d'automne entières sont chez {autumn} et celles de détente chez {carnival} ; les années impaires, c'est l'inverse.",
    "de": "In geraden Jahren sind die ganzen Herbstferien bei {autumn} und die ganzen Karnevalsferien bei {carnival}; in ungeraden Jahren ist es umgekehrt.",
    "en": "In even years the whole autumn holiday is with {autumn} and the whole carnival holiday with {carnival}; in odd years it is the other way round.",
}
_HALVES: Words = {
    "nl": "In even jaren is de eerste helft van de herfstvakantie bij {autumn} en die van de krokusvakantie bij {carnival}; in oneven jaren is het omgekeerd; de wissel is op {day} om {time}.",
    "fr": "Les années paires, la première moitié des vacances d'automne est chez {autumn} et celle des vacances de détente chez {carnival} ; les années impaires, c'est l'inverse ; le changement est le {day} à {time}.",
    "de": "In geraden Jahren ist die erste Hälfte der Herbstferien bei {autumn} und die der Karnevalsferien bei {carnival}; in ungeraden Jahren ist es umgekehrt; der Wechsel ist am {day} um {time} Uhr.",
    "en": "In even years the first half of the autumn holiday is with {autumn} and that of the carnival holiday with {carnival}; in odd years it is the other way round; homes change on {day} at {time}.",
}
_REGULAR: Words = {
    "nl": "In de herfst- en krokusvakantie geldt de gewone verblijfsregeling.",
    "fr": "Pendant les vacances d'automne et de détente, l'hébergement habituel s'applique.",
    "de": "In den Herbst- und Karnevalsferien gilt die gewöhnliche Unterbringungsregelung.",
    "en": "In the autumn and carnival holidays the regular schedule applies.",
}


def _words(answers: Answers, names: Names) -> Words:
    if answers["mode"] == "follow_regular":
        return _REGULAR
    parents = {"autumn": names[answers["autumn_even"]], "carnival": names[answers["carnival_even"]]}
    if answers["mode"] == "alternate_whole":
        return filled(_WHOLE, **parents)
    day = option(_SWITCH_DAY, answers["switch_weekday"])
    return filled(_HALVES, day=day, time=answers["switch_time"], **parents)


_SWITCH_DAY = Field(
    "switch_weekday",
    Kind.CHOICE,
    {
        "nl": "Dag van de wissel halfweg",
        "fr": "Jour du changement à mi-chemin",
        "de": "Tag des Wechsels in der Mitte",
        "en": "Day of the change half-way",
    },
    options=WEEKDAYS,
    asked_when=("mode", ("halves",)),
)

CLAUSE = Clause(
    code="E02",
    section="E",
    title={
        "nl": "Herfst- en krokusvakantie",
        "fr": "Congés d'automne et de détente",
        "de": "Herbst- und Karnevalsferien",
        "en": "Autumn and carnival holidays",
    },
    question={
        "nl": "Hoe verdelen jullie de herfst- en de krokusvakantie?",
        "fr": "Comment partagez-vous les vacances d'automne et de détente ?",
        "de": "Wie teilen Sie die Herbst- und Karnevalsferien auf?",
        "en": "How do you share the autumn and carnival holidays?",
    },
    hint={
        "nl": "Ze duren een week; in de Franse Gemeenschap twee weken. Met één week is om de beurt vaak het rustigst.",
        "fr": "Elles durent deux semaines ; dans les autres Communautés une semaine. Avec deux semaines, chacun la moitié est fréquent.",
        "de": "Sie dauern eine Woche; in der Französischen Gemeinschaft zwei Wochen. Bei einer Woche ist abwechselnd oft am ruhigsten.",
        "en": "They last one week; in the French Community two weeks. With one week, taking turns is often the calmest.",
    },
    fields=(
        Field(
            "mode",
            Kind.CHOICE,
            {"nl": "Verdeling", "fr": "Partage", "de": "Aufteilung", "en": "Split"},
            options=_MODES,
        ),
        Field(
            "autumn_even",
            Kind.PARENT,
            {
                "nl": "Herfstvakantie: wie is in even jaren eerst (of heeft ze helemaal)?",
                "fr": "Automne : qui commence les années paires (ou a tout) ?",
                "de": "Herbst: Wer beginnt in geraden Jahren (oder hat sie ganz)?",
                "en": "Autumn: who is first (or has all of it) in even years?",
            },
            asked_when=("mode", _TAKES_TURNS),
        ),
        Field(
            "carnival_even",
            Kind.PARENT,
            {
                "nl": "Krokusvakantie: wie is in even jaren eerst (of heeft ze helemaal)?",
                "fr": "Détente : qui commence les années paires (ou a tout) ?",
                "de": "Karneval: Wer beginnt in geraden Jahren (oder hat sie ganz)?",
                "en": "Carnival: who is first (or has all of it) in even years?",
            },
            asked_when=("mode", _TAKES_TURNS),
        ),
        _SWITCH_DAY,
        Field(
            "switch_time",
            Kind.TIME,
            {
                "nl": "Uur van de wissel",
                "fr": "Heure du changement",
                "de": "Uhrzeit des Wechsels",
                "en": "Time of the change",
            },
            asked_when=("mode", ("halves",)),
        ),
    ),
    default={"mode": "alternate_whole"},
    core=True,
    source="One-week holidays were given whole to one parent; two weeks since 29 August 2022 in the French Community",
    words=_words,
    examples=(
        Example(
            {"mode": "alternate_whole", "autumn_even": "A", "carnival_even": "B"},
            sentence={
                "nl": "In even jaren is de hele herfstvakantie bij Ana en de hele krokusvakantie bij Ben; in oneven jaren is het omgekeerd.",
                "fr": "Les années paires, les vacances d'automne entières sont chez Ana et celles de détente chez Ben ; les années impaires, c'est l'inverse.",
                "de": "In geraden Jahren sind die ganzen Herbstferien bei Ana und die ganzen Karnevalsferien bei Ben; in ungeraden Jahren ist es umgekehrt.",
                "en": "In even years the whole autumn holiday is with Ana and the whole carnival holiday with Ben; in odd years it is the other way round.",
            },
        ),
        Example(
            {
                "mode": "halves",
                "autumn_even": "B",
                "carnival_even": "B",
                "switch_weekday": "sat",
                "switch_time": "18:00",
            },
            sentence={
                "nl": "In even jaren is de eerste helft van de herfstvakantie bij Ben en die van de krokusvakantie bij Ben; in oneven jaren is het omgekeerd; de wissel is op zaterdag om 18:00.",
                "fr": "Les années paires, la première moitié des vacances d'automne est chez Ben et celle des vacances de détente chez Ben ; les années impaires, c'est l'inverse ; le changement est le samedi à 18:00.",
                "de": "In geraden Jahren ist die erste Hälfte der Herbstferien bei Ben und die der Karnevalsferien bei Ben; in ungeraden Jahren ist es umgekehrt; der Wechsel ist am Samstag um 18:00 Uhr.",
                "en": "In even years the first half of the autumn holiday is with Ben and that of the carnival holiday with Ben; in odd years it is the other way round; homes change on Saturday at 18:00.",
            },
        ),
        Example({"mode": "follow_regular"}, sentence=_REGULAR),
        Example({}, problems=("mode",)),
        Example({"mode": "alternate_whole"}, problems=("autumn_even", "carnival_even")),
        Example(
            {"mode": "halves", "autumn_even": "A", "carnival_even": "C"},
            problems=("carnival_even", "switch_weekday", "switch_time"),
        ),
    ),
)
