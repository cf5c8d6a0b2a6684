"""E03: how the Christmas holiday is shared. Even or odd is the calendar year in which the holiday begins."""

from parenting_plans.clause import Clause, Example
from parenting_plans.two_week_holiday import FIELDS, Sentences
from parenting_plans.wording import filled

_SENTENCES = Sentences(
    halves={
        "nl": "In de kerstvakantie is de eerste helft in even jaren bij {first} en in oneven jaren bij {second}; de wissel is op {day} om {time}.",
        "fr": "Pour les vacances d'hiver, la première moitié est chez {first} les années paires et chez {second} les années impaires ; le changement est le {day} à {time}.",
        "de": "In den Weihnachtsferien ist die erste Hälfte in geraden Jahren bei {first} und in ungeraden Jahren bei {second}; der Wechsel ist am {day} um {time} Uhr.",
        "en": "In the Christmas holiday the first half is with {first} in even years and with {second} in odd years; homes change on {day} at {time}.",
    },
    whole={
        "nl": "De hele kerstvakantie is in even jaren bij {first} en in oneven jaren bij {second}.",
        "fr": "Les vacances d'hiver entières sont chez {first} les années paires et chez {second} les années impaires.",
        "de": "Die ganzen Weihnachtsferien sind in geraden Jahren bei {first} und in ungeraden Jahren bei {second}.",
        "en": "The whole Christmas holiday is with {first} in even years and with {second} in odd years.",
    },
    regular={
        "nl": "In de kerstvakantie geldt de gewone verblijfsregeling.",
        "fr": "Pendant les vacances d'hiver, l'hébergement habituel s'applique.",
        "de": "In den Weihnachtsferien gilt die gewöhnliche Unterbringungsregelung.",
        "en": "In the Christmas holiday the regular schedule applies.",
    },
)

CLAUSE = Clause(
    code="E03",
    section="E",
    title={
        "nl": "Kerstvakantie",
        "fr": "Vacances d'hiver",
        "de": "Weihnachtsferien",
        "en": "Christmas holiday",
    },
    question={
        "nl": "Hoe verdelen jullie de kerstvakantie?",
        "fr": "Comment partagez-vous les vacances d'hiver ?",
        "de": "Wie teilen Sie die Weihnachtsferien auf?",
        "en": "How do you share the Christmas holiday?",
    },
    hint={
        "nl": "Het jaar is het jaar waarin de vakantie begint, dus december.",
        "fr": "L'année est celle du début des vacances, donc décembre.",
        "de": "Das Jahr ist das Jahr, in dem die Ferien beginnen, also Dezember.",
        "en": "The year is the year in which the holiday begins, so December.",
    },
    fields=FIELDS,
    default={"split": "halves", "switch_weekday": "fri", "switch_time": "18:00"},
    core=True,
    source="Belgian practice: halves with a change on Friday or Saturday at 18:00; year of the first day",
    words=_SENTENCES.words,
    examples=(
        Example(
            {"split": "halves", "first_half_even": "B", "switch_weekday": "sat", "switch_time": "18:00"},
            sentence={
                "nl": "In de kerstvakantie is de eerste helft in even jaren bij Ben en in oneven jaren bij Ana; de wissel is op zaterdag om 18:00.",
                "fr": "Pour les vacances d'hiver, la première moitié est chez Ben les années paires et chez Ana les années impaires ; le changement est le samedi à 18:00.",
                "de": "In den Weihnachtsferien ist die erste Hälfte in geraden Jahren bei Ben und in ungeraden Jahren bei Ana; der Wechsel ist am Samstag um 18:00 Uhr.",
                "en": "In the Christmas holiday the first half is with Ben in even years and with Ana in odd years; homes change on Saturday at 18:00.",
            },
        ),
        Example(
            {"split": "alternate", "first_half_even": "A"},
            sentence=filled(_SENTENCES.whole, first="Ana", second="Ben"),
        ),
        Example({"split": "follow_regular"}, sentence=_SENTENCES.regular),
        Example({}, problems=("split",)),
        Example({"split": "alternate", "first_half_even": "C"}, problems=("first_half_even",)),
        Example({"split": "halves", "first_half_even": "A"}, problems=("switch_weekday", "switch_time")),
        Example({"split": "fortnights", "first_half_even": "C"}, problems=("split",)),
    ),
)
