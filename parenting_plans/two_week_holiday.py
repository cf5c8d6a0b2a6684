"""A school holiday of two weeks: what its clause asks and says, whichever holiday it is (E03, E04)."""

from dataclasses import dataclass

from parenting_plans.clause import Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import WEEKDAYS, filled

_SPLITS: tuple[tuple[str, Words], ...] = (
    (
        "halves",
        {"nl": "elk de helft", "fr": "chacun la moitié", "de": "jeder die Hälfte", "en": "half each"},
    ),
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
        "follow_regular",
        {
            "nl": "zoals in gewone weken",
            "fr": "comme les semaines habituelles",
            "de": "wie in gewöhnlichen Wochen",
            "en": "as in ordinary weeks",
        },
    ),
)
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
    asked_when=("split", ("halves",)),
)

FIELDS = (
    Field(
        "split",
        Kind.CHOICE,
        {"nl": "Verdeling", "fr": "Partage", "de": "Aufteilung", "en": "Split"},
        options=_SPLITS,
    ),
    Field(
        "first_half_even",
        Kind.PARENT,
        {
            "nl": "Wie is in even jaren eerst (of heeft de hele vakantie)?",
            "fr": "Qui commence les années paires (ou a les vacances entières) ?",
            "de": "Wer beginnt in geraden Jahren (oder hat die ganzen Ferien)?",
            "en": "Who is first (or has the whole holiday) in even years?",
        },
        asked_when=("split", ("halves", "alternate")),
    ),
    _SWITCH_DAY,
    Field(
        "switch_time",
        Kind.TIME,
        {
            "nl": "Uur van de wissel halfweg",
            "fr": "Heure du changement à mi-chemin",
            "de": "Uhrzeit des Wechsels in der Mitte",
            "en": "Time of the change half-way",
        },
        asked_when=("split", ("halves",)),
    ),
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """What one holiday's clause says: `halves` with {first}, {second}, {day} and {time}, `whole` with the first two."""

    halves: Words
    whole: Words
    regular: Words

    def words(self, answers: Answers, names: Names) -> Words:
        if answers["split"] == "follow_regular":
            return self.regular
        first, second = ("A", "B") if answers["first_half_even"] == "A" else ("B", "A")
        parents = {"first": names[first], "second": names[second]}
        if answers["split"] == "alternate":
            return filled(self.whole, **parents)
        day = option(_SWITCH_DAY, answers["switch_weekday"])
        return filled(self.halves, day=day, time=answers["switch_time"], **parents)
