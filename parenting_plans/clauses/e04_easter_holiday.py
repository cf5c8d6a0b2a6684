"""E04: how the Easter or spring holiday is shared. Even or odd is the calendar year in which the holiday begins."""

from parenting_plans.clause import Clause, Example
from parenting_plans.two_week_holiday import FIELDS, Sentences
from parenting_plans.wording import filled

_SENTENCES = Sentences(
    halves={
        "nl": "In de paasvakantie is de eerste helft in even jaren bij {first} en in oneven jaren bij {second}; de wissel is op {day} om {time}.",
        "fr": "Pour les vacances de printemps, la première moitié est chez {first} les années paires et chez {second} les années impaires ; le changement est le {day} à {time}.",
        "de": "In den Oster- oder Frühjahrsferien ist die erste Hälfte in geraden Jahren bei {first} und in ungeraden Jahren bei {second}; der Wechsel ist am {day} um {time} Uhr.",
        "en": "In the Easter or spring holiday the first half is with {first} in even years and with {second} in odd years; homes change on {day} at {time}.",
    },
    whole={
        "nl": "De hele paasvakantie is in even jaren bij {first} en in oneven jaren bij {second}.",
        "fr": "Les vacances de printemps entières sont chez {first} les années paires et chez {second} les années impaires.",
        "de": "Die ganzen Oster- oder Frühjahrsferien sind in geraden Jahren bei {first} und in ungeraden Jahren bei {second}.",
        "en": "The whole Easter or spring holiday is with {first} in even years and with {second} in odd years.",
    },
    regular={
        "nl": "In de paasvakantie geldt de gewone verblijfsregeling.",
        "fr": "Pendant les vacances de printemps, l'hébergement habituel s'applique.",
        "de": "In den Oster- oder Frühjahrsferien gilt die gewöhnliche Unterbringungsregelung.",
        "en": "In the Easter or spring holiday the regular schedule applies.",
    },
)

CLAUSE = Clause(
    code="E04",
    section="E",
    title={
        "nl": "Paasvakantie",
        "fr": "Vacances de printemps",
        "de": "Oster- oder Frühjahrsferien",
        "en": "Easter or spring holiday",
    },
    question={
        "nl": "Hoe verdelen jullie de paasvakantie?",
        "fr": "Comment partagez-vous les vacances de printemps ?",
        "de": "Wie teilen Sie die Oster- oder Frühjahrsferien auf?",
        "en": "How do you share the Easter or spring holiday?",
    },
    hint={
        "nl": "Wie met Kerstmis in even jaren eerst is, is met Pasen vaak in oneven jaren eerst.",
        "fr": "Le parent qui commence à Noël les années paires commence souvent au printemps les années impaires.",
        "de": "Wer zu Weihnachten in geraden Jahren beginnt, beginnt zu Ostern oft in ungeraden Jahren.",
        "en": "Who is first at Christmas in even years is often first at Easter in odd years.",
    },
    fields=FIELDS,
    default={"split": "halves", "switch_weekday": "fri", "switch_time": "18:00"},
    core=True,
    source="Belgian practice: as the Christmas holiday, with the other parent first",
    words=_SENTENCES.words,
    examples=(
        Example(
            {"split": "halves", "first_half_even": "B", "switch_weekday": "sat", "switch_time": "18:00"},
            sentence={
                "nl": "In de paasvakantie is de eerste helft in even jaren bij Ben en in oneven jaren bij Ana; de wissel is op zaterdag om 18:00.",
                "fr": "Pour les vacances de printemps, la première moitié est chez Ben les années paires et chez Ana les années impaires ; le changement est le samedi à 18:00.",
                "de": "In den Oster- oder Frühjahrsferien ist die erste Hälfte in geraden Jahren bei Ben und in ungeraden Jahren bei Ana; der Wechsel ist am Samstag um 18:00 Uhr.",
                "en": "In the Easter or spring holiday the first half is with Ben in even years and with Ana in odd years; homes change on Saturday at 18:00.",
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
