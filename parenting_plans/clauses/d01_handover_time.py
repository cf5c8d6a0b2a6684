"""D01: at which moment the children change homes.

Which days are handover days follows from the nights of C02; a day given here must be the only one (plan.py looks).
The calendar uses the clock time given here; with "end of school" or "start of school" it uses the time of C02.
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import WEEKDAYS, filled

_MOMENTS: tuple[tuple[str, Words], ...] = (
    (
        "school_end",
        {
            "nl": "bij het einde van de school",
            "fr": "à la fin de l'école",
            "de": "am Ende der Schule",
            "en": "at the end of school",
        },
    ),
    (
        "school_start",
        {
            "nl": "bij het begin van de school",
            "fr": "au début de l'école",
            "de": "am Anfang der Schule",
            "en": "at the start of school",
        },
    ),
    (
        "clock",
        {
            "nl": "op een vast uur",
            "fr": "à une heure fixe",
            "de": "zu einer festen Uhrzeit",
            "en": "at a fixed time",
        },
    ),
)
_ANY_DAY: Words = {
    "nl": "De kinderen wisselen van huis op de dagen van de gewone verblijfsregeling, {moment}.",
    "fr": "Les enfants changent de maison les jours de l'hébergement habituel, {moment}.",
    "de": "Die Kinder wechseln an den Tagen der gewöhnlichen Unterbringungsregelung, {moment}.",
    "en": "The children change homes on the days of the regular schedule, {moment}.",
}
_ONE_DAY: Words = {
    "nl": "De kinderen wisselen van huis op {day}, {moment}.",
    "fr": "Les enfants changent de maison le {day}, {moment}.",
    "de": "Die Kinder wechseln am {day}, {moment}.",
    "en": "The children change homes on {day}, {moment}.",
}
_AT: Words = {"nl": "om {time}", "fr": "à {time}", "de": "um {time} Uhr", "en": "at {time}"}
_NO_SCHOOL: Words = {
    "nl": "{moment}, en om {time} als er geen school is",
    "fr": "{moment}, et à {time} s'il n'y a pas d'école",
    "de": "{moment}, und um {time} Uhr, wenn keine Schule ist",
    "en": "{moment}, and at {time} when there is no school",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    if answers["moment"] == "clock":
        moment = filled(_AT, time=answers["time"])
    else:
        school = option(_MOMENT, answers["moment"])
        moment = filled(_NO_SCHOOL, moment=school, time=answers["no_school_time"])
    day = answers.get("day")
    return filled(_ONE_DAY, day=option(_DAY, day), moment=moment) if day else filled(_ANY_DAY, moment=moment)


_DAY = Field(
    "day",
    Kind.CHOICE,
    {"nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day"},
    options=WEEKDAYS,
    required=False,
    hint={
        "nl": "Laat dit leeg als de kinderen op meer dan één dag wisselen.",
        "fr": "Laissez vide si les enfants changent de maison plus d'un jour.",
        "de": "Lassen Sie dies leer, wenn die Kinder an mehr als einem Tag wechseln.",
        "en": "Leave this empty when the children change homes on more than one day.",
    },
)
_MOMENT = Field(
    "moment",
    Kind.CHOICE,
    {
        "nl": "Wisselmoment",
        "fr": "Moment du changement",
        "de": "Wechselzeitpunkt",
        "en": "Moment of handover",
    },
    options=_MOMENTS,
)

CLAUSE = Clause(
    code="D01",
    section="D",
    title={
        "nl": "Wisselmoment",
        "fr": "Moment du changement",
        "de": "Wechselzeitpunkt",
        "en": "Handover time",
    },
    question={
        "nl": "Wanneer wisselen de kinderen van huis?",
        "fr": "Quand les enfants changent-ils de maison ?",
        "de": "Wann wechseln die Kinder?",
        "en": "When do the children change homes?",
    },
    hint={
        "nl": "Wisselen via de school is vaak het rustigst.",
        "fr": "Le changement par l'école est souvent le plus calme.",
        "de": "Der Wechsel über die Schule ist oft am ruhigsten.",
        "en": "Changing homes by way of school is often the calmest.",
    },
    fields=(
        _DAY,
        _MOMENT,
        Field(
            "time",
            Kind.TIME,
            {"nl": "Wisseluur", "fr": "Heure d'échange", "de": "Wechselzeit", "en": "Handover time"},
            asked_when=("moment", ("clock",)),
        ),
        Field(
            "no_school_time",
            Kind.TIME,
            {
                "nl": "Uur als er geen school is",
                "fr": "Heure s'il n'y a pas d'école",
                "de": "Uhrzeit, wenn keine Schule ist",
                "en": "Time when there is no school",
            },
            asked_when=("moment", ("school_end", "school_start")),
        ),
    ),
    default={"moment": "school_end", "no_school_time": "12:00"},
    core=True,
    source="Customary Belgian handover moments: Friday end of school, Friday 12:00 without school",
    words=_words,
    examples=(
        Example(
            {"day": "fri", "moment": "school_end", "no_school_time": "12:00"},
            sentence={
                "nl": "De kinderen wisselen van huis op vrijdag, bij het einde van de school, en om 12:00 als er geen school is.",
                "fr": "Les enfants changent de maison le vendredi, à la fin de l'école, et à 12:00 s'il n'y a pas d'école.",
                "de": "Die Kinder wechseln am Freitag, am Ende der Schule, und um 12:00 Uhr, wenn keine Schule ist.",
                "en": "The children change homes on Friday, at the end of school, and at 12:00 when there is no school.",
            },
        ),
        Example(
            {"moment": "clock", "time": "18:00"},
            sentence=filled(_ANY_DAY, moment=filled(_AT, time="18:00")),
        ),
        Example({}, problems=("moment",)),
        Example({"moment": "clock"}, problems=("time",)),
        Example({"moment": "clock", "time": "24:00"}, problems=("time",)),
        Example({"moment": "clock", "time": "9:00"}, problems=("time",)),
        Example({"moment": "school_end"}, problems=("no_school_time",)),
        Example({"moment": "clock", "time": "18:00", "day": "someday"}, problems=("day",)),
    ),
)
