"""E05: how the summer holiday is shared. Even or odd is the calendar year of the holiday."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import WEEKDAYS, filled, sentences

_SPLITS: tuple[tuple[str, Words], ...] = (
    (
        "halves",
        {"nl": "elk de helft", "fr": "chacun la moitié", "de": "jeder die Hälfte", "en": "half each"},
    ),
    (
        "fortnights",
        {"nl": "per twee weken", "fr": "par quinzaines", "de": "je zwei Wochen", "en": "two weeks in turn"},
    ),
    ("weeks", {"nl": "per week", "fr": "par semaines", "de": "je eine Woche", "en": "one week in turn"}),
    (
        "alternate",
        {
            "nl": "om de beurt de hele vakantie",
            "fr": "les vacances entières à tour de rôle",
            "de": "abwechselnd die ganzen Ferien",
            "en": "the whole holiday in turn",
        },
    ),
    (
        "thirds",
        {"nl": "in drie delen", "fr": "en trois parties", "de": "in drei Teilen", "en": "in three parts"},
    ),
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
_TURNS: Words = {
    "nl": "De zomervakantie wordt verdeeld: {split}; het eerste deel is in even jaren bij {first} en in oneven jaren bij {second}; de wissel is op {day} om {time}.",
    "fr": "Les vacances d'été sont partagées : {split} ; la première partie est chez {first} les années paires et chez {second} les années impaires ; le changement est le {day} à {time}.",
    "de": "Die Sommerferien werden aufgeteilt: {split}; der erste Teil ist in geraden Jahren bei {first} und in ungeraden Jahren bei {second}; der Wechsel ist am {day} um {time} Uhr.",
    "en": "The summer holiday is shared: {split}; the first part is with {first} in even years and with {second} in odd years; homes change on {day} at {time}.",
}
_ALTERNATE: Words = {
    "nl": "De hele zomervakantie is in even jaren bij {first} en in oneven jaren bij {second}.",
    "fr": "Les vacances d'été entières sont chez {first} les années paires et chez {second} les années impaires.",
    "de": "Die ganzen Sommerferien sind in geraden Jahren bei {first} und in ungeraden Jahren bei {second}.",
    "en": "The whole summer holiday is with {first} in even years and with {second} in odd years.",
}
_REGULAR: Words = {
    "nl": "In de zomervakantie geldt de gewone verblijfsregeling.",
    "fr": "Pendant les vacances d'été, l'hébergement habituel s'applique.",
    "de": "In den Sommerferien gilt die gewöhnliche Unterbringungsregelung.",
    "en": "In the summer holiday the regular schedule applies.",
}
_IN_TURNS = ("halves", "fortnights", "weeks", "thirds")
_LAST_WEEKEND: tuple[tuple[str, Words], ...] = (
    (
        "first_school_week",
        {
            "nl": "De ouder van de eerste schoolweek heeft ook het weekend ervoor.",
            "fr": "Le parent de la première semaine d'école a aussi le week-end qui la précède.",
            "de": "Der Elternteil der ersten Schulwoche hat auch das Wochenende davor.",
            "en": "The parent of the first school week also has the weekend before it.",
        },
    ),
    (
        "as_it_falls",
        {
            "nl": "Het laatste weekend voor de school volgt de verdeling van de vakantie.",
            "fr": "Le dernier week-end avant l'école suit le partage des vacances.",
            "de": "Das letzte Wochenende vor der Schule folgt der Aufteilung der Ferien.",
            "en": "The last weekend before school follows the split of the holiday.",
        },
    ),
)


def _words(answers: Answers, names: Names) -> Words:
    if answers["split"] == "follow_regular":
        return _REGULAR
    last = answers.get("last_weekend")
    shared = _shared(answers, names)
    return sentences([shared, option(_BEFORE_SCHOOL, last)]) if last else shared


def _shared(answers: Answers, names: Names) -> Words:
    first, second = ("A", "B") if answers["first_half_even"] == "A" else ("B", "A")
    parents = {"first": names[first], "second": names[second]}
    if answers["split"] == "alternate":
        return filled(_ALTERNATE, **parents)
    split, day = option(_SPLIT, answers["split"]), option(_SWITCH_DAY, answers["switch_weekday"])
    return filled(_TURNS, split=split, day=day, time=answers["switch_time"], **parents)


_SPLIT = Field(
    "split",
    Kind.CHOICE,
    {"nl": "Verdeling", "fr": "Partage", "de": "Aufteilung", "en": "Split"},
    options=_SPLITS,
)
_SWITCH_DAY = Field(
    "switch_weekday",
    Kind.CHOICE,
    {
        "nl": "Dag van de wissel",
        "fr": "Jour du changement",
        "de": "Tag des Wechsels",
        "en": "Day of the change",
    },
    options=WEEKDAYS,
    asked_when=("split", _IN_TURNS),
)
_BEFORE_SCHOOL = Field(
    "last_weekend",
    Kind.CHOICE,
    {
        "nl": "Het laatste weekend voor de school",
        "fr": "Le dernier week-end avant l'école",
        "de": "Das letzte Wochenende vor der Schule",
        "en": "The last weekend before school",
    },
    options=_LAST_WEEKEND,
    required=False,
    asked_when=("split", (*_IN_TURNS, "alternate")),
)

CLAUSE = Clause(
    code="E05",
    section="E",
    title={"nl": "Zomervakantie", "fr": "Vacances d'été", "de": "Sommerferien", "en": "Summer holiday"},
    question={
        "nl": "Hoe verdelen jullie de zomervakantie?",
        "fr": "Comment partagez-vous les vacances d'été ?",
        "de": "Wie teilen Sie die Sommerferien auf?",
        "en": "How do you share the summer holiday?",
    },
    hint={
        "nl": "In de Franse Gemeenschap duurt de zomer zeven weken, elders ongeveer negen.",
        "fr": "En Communauté française, l'été dure sept semaines, ailleurs environ neuf.",
        "de": "In der Französischen Gemeinschaft dauert der Sommer sieben Wochen, anderswo etwa neun.",
        "en": "In the French Community the summer lasts seven weeks, elsewhere about nine.",
    },
    fields=(
        _SPLIT,
        Field(
            "first_half_even",
            Kind.PARENT,
            {
                "nl": "Wie is in even jaren eerst (of heeft de hele vakantie)?",
                "fr": "Qui commence les années paires (ou a les vacances entières) ?",
                "de": "Wer beginnt in geraden Jahren (oder hat die ganzen Ferien)?",
                "en": "Who is first (or has the whole holiday) in even years?",
            },
            asked_when=("split", (*_IN_TURNS, "alternate")),
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
            asked_when=("split", _IN_TURNS),
        ),
        _BEFORE_SCHOOL,
    ),
    default={"split": "fortnights", "switch_weekday": "fri", "switch_time": "18:00"},
    core=True,
    source="Belgian practice: fortnights; half-months no longer fit the seven weeks of the French Community",
    words=_words,
    examples=(
        Example(
            {"split": "fortnights", "first_half_even": "A", "switch_weekday": "fri", "switch_time": "18:00"},
            sentence={
                "nl": "De zomervakantie wordt verdeeld: per twee weken; het eerste deel is in even jaren bij Ana en in oneven jaren bij Ben; de wissel is op vrijdag om 18:00.",
                "fr": "Les vacances d'été sont partagées : par quinzaines ; la première partie est chez Ana les années paires et chez Ben les années impaires ; le changement est le vendredi à 18:00.",
                "de": "Die Sommerferien werden aufgeteilt: je zwei Wochen; der erste Teil ist in geraden Jahren bei Ana und in ungeraden Jahren bei Ben; der Wechsel ist am Freitag um 18:00 Uhr.",
                "en": "The summer holiday is shared: two weeks in turn; the first part is with Ana in even years and with Ben in odd years; homes change on Friday at 18:00.",
            },
        ),
        Example(
            {"split": "alternate", "first_half_even": "B"},
            sentence=filled(_ALTERNATE, first="Ben", second="Ana"),
        ),
        Example({"split": "follow_regular"}, sentence=_REGULAR),
        Example(
            {
                "split": "thirds",
                "first_half_even": "A",
                "switch_weekday": "sat",
                "switch_time": "12:00",
                "last_weekend": "first_school_week",
            },
            sentence={
                "nl": "De zomervakantie wordt verdeeld: in drie delen; het eerste deel is in even jaren bij Ana en in oneven jaren bij Ben; de wissel is op zaterdag om 12:00. De ouder van de eerste schoolweek heeft ook het weekend ervoor.",
                "fr": "Les vacances d'été sont partagées : en trois parties ; la première partie est chez Ana les années paires et chez Ben les années impaires ; le changement est le samedi à 12:00. Le parent de la première semaine d'école a aussi le week-end qui la précède.",
                "de": "Die Sommerferien werden aufgeteilt: in drei Teilen; der erste Teil ist in geraden Jahren bei Ana und in ungeraden Jahren bei Ben; der Wechsel ist am Samstag um 12:00 Uhr. Der Elternteil der ersten Schulwoche hat auch das Wochenende davor.",
                "en": "The summer holiday is shared: in three parts; the first part is with Ana in even years and with Ben in odd years; homes change on Saturday at 12:00. The parent of the first school week also has the weekend before it.",
            },
        ),
        Example({}, problems=("split",)),
        Example(
            {
                "split": "weeks",
                "first_half_even": "C",
                "switch_weekday": "fri",
                "switch_time": "18:00",
                "last_weekend": "x",
            },
            problems=("first_half_even", "last_weekend"),
        ),
        Example({"split": "weeks", "first_half_even": "A"}, problems=("switch_weekday", "switch_time")),
        Example(
            {"split": "months", "first_half_even": "A", "switch_weekday": "fri", "switch_time": "18:00"},
            problems=("split",),
        ),
    ),
)
