"""G03: when the children and the parent they are not with speak to each other."""

from collections.abc import Mapping
from typing import Any

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import WEEKDAYS, counted, filled, listed, sentences

_MEDIA: tuple[tuple[str, Words], ...] = (
    ("phone", {"nl": "bellen", "fr": "par téléphone", "de": "Telefon", "en": "phone"}),
    ("video", {"nl": "videobellen", "fr": "par vidéo", "de": "Video", "en": "video"}),
    (
        "either",
        {
            "nl": "bellen of videobellen",
            "fr": "par téléphone ou par vidéo",
            "de": "Telefon oder Video",
            "en": "phone or video",
        },
    ),
)
_FREE: Words = {
    "nl": "De kinderen mogen de andere ouder altijd bellen als zij dat vragen.",
    "fr": "Les enfants peuvent toujours appeler l'autre parent quand ils le demandent.",
    "de": "Die Kinder dürfen den anderen Elternteil immer anrufen, wenn sie darum bitten.",
    "en": "The children may always call the other parent when they ask to.",
}
_FIXED: dict[str, Words] = {
    "phone": {
        "nl": "Vaste belmomenten met de andere ouder: {moments}.",
        "fr": "Moments d'appel fixes avec l'autre parent : {moments}.",
        "de": "Feste Zeiten für einen Anruf mit dem anderen Elternteil: {moments}.",
        "en": "Fixed moments for a call with the other parent: {moments}.",
    },
    "video": {
        "nl": "Vaste momenten om te videobellen met de andere ouder: {moments}.",
        "fr": "Moments fixes pour un appel vidéo avec l'autre parent : {moments}.",
        "de": "Feste Zeiten für einen Videoanruf mit dem anderen Elternteil: {moments}.",
        "en": "Fixed moments for a video call with the other parent: {moments}.",
    },
    "either": {
        "nl": "Vaste momenten om te bellen of te videobellen met de andere ouder: {moments}.",
        "fr": "Moments fixes pour un appel, avec ou sans vidéo, avec l'autre parent : {moments}.",
        "de": "Feste Zeiten für einen Anruf, mit oder ohne Video, mit dem anderen Elternteil: {moments}.",
        "en": "Fixed moments for a call, with or without video, with the other parent: {moments}.",
    },
}
_MOMENT: Words = {
    "nl": "{day} om {time}",
    "fr": "{day} à {time}",
    "de": "{day} um {time} Uhr",
    "en": "{day} at {time}",
}
_LENGTH: Words = {
    "nl": "Een vast gesprek duurt hoogstens {minutes}.",
    "fr": "Un appel fixe dure {minutes} au plus.",
    "de": "Ein festes Gespräch dauert höchstens {minutes}.",
    "en": "A fixed call lasts at most {minutes}.",
}
_UNDISTURBED: Words = {
    "nl": "De kinderen kunnen ongestoord praten.",
    "fr": "Les enfants peuvent parler sans être dérangés.",
    "de": "Die Kinder können ungestört sprechen.",
    "en": "The children can talk undisturbed.",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    moments = [(row["day"], row["time"]) for row in answers.get("moments") or ()]
    if answers["free"] == "no" and not moments:
        return (Problem("moments", "Give at least one moment, or let the children call when they ask."),)
    if not moments and answers.get("max_minutes"):
        return (Problem("max_minutes", "Give a fixed moment first, or leave this empty."),)
    return tuple(
        Problem(f"moments.{place}.time", "Give each moment once.")
        for place, moment in enumerate(moments)
        if moment in moments[:place]
    )


def _moment(row: Mapping[str, Any]) -> Words:
    return filled(_MOMENT, day=dict(WEEKDAYS)[row["day"]], time=row["time"])


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    parts = [_FREE] if answers["free"] == "yes" else []
    moments = answers.get("moments")
    if moments:
        parts.append(filled(_FIXED[answers["medium"]], moments=listed([_moment(row) for row in moments])))
        if answers.get("max_minutes"):
            parts.append(filled(_LENGTH, minutes=counted(answers["max_minutes"], "minute")))
    return sentences([*parts, _UNDISTURBED])


CLAUSE = Clause(
    code="G03",
    section="G",
    title={
        "nl": "Bellen met de andere ouder",
        "fr": "Appels avec l'autre parent",
        "de": "Anrufe beim anderen Elternteil",
        "en": "Calls with the other parent",
    },
    question={
        "nl": "Wanneer bellen de kinderen met de ouder bij wie ze niet zijn?",
        "fr": "Quand les enfants appellent-ils le parent chez qui ils ne sont pas ?",
        "de": "Wann rufen die Kinder den Elternteil an, bei dem sie gerade nicht sind?",
        "en": "When do the children call the parent they are not with?",
    },
    hint={
        "nl": "Kies momenten die bij de leeftijd van de kinderen passen. Bij videobellen hoeft niemand zijn woning te tonen.",
        "fr": "Choisissez des moments qui conviennent à l'âge des enfants. Lors d'un appel vidéo, personne ne doit montrer son logement.",
        "de": "Wählen Sie Zeiten, die zum Alter der Kinder passen. Bei einem Videoanruf muss niemand seine Wohnung zeigen.",
        "en": "Choose moments that suit the children's age. In a video call nobody has to show their home.",
    },
    fields=(
        Field(
            "free",
            Kind.YES_NO,
            {
                "nl": "Mogen de kinderen altijd bellen als ze dat vragen?",
                "fr": "Les enfants peuvent-ils toujours appeler quand ils le demandent ?",
                "de": "Dürfen die Kinder immer anrufen, wenn sie darum bitten?",
                "en": "May the children always call when they ask to?",
            },
        ),
        Field(
            "moments",
            Kind.ROWS,
            {"nl": "Vaste momenten", "fr": "Moments fixes", "de": "Feste Zeiten", "en": "Fixed moments"},
            required=False,
            maximum=14,
            columns=(
                Field(
                    "day",
                    Kind.CHOICE,
                    {"nl": "Dag", "fr": "Jour", "de": "Tag", "en": "Day"},
                    options=WEEKDAYS,
                ),
                Field("time", Kind.TIME, {"nl": "Uur", "fr": "Heure", "de": "Uhrzeit", "en": "Time"}),
            ),
        ),
        Field(
            "max_minutes",
            Kind.INTEGER,
            {
                "nl": "Hoe lang duurt een vast gesprek hoogstens?",
                "fr": "Combien de temps dure un appel fixe au plus ?",
                "de": "Wie lange dauert ein festes Gespräch höchstens?",
                "en": "How long does a fixed call last at most?",
            },
            required=False,
            minimum=1,
            maximum=120,
            unit={"nl": "minuten", "fr": "minutes", "de": "Minuten", "en": "minutes"},
        ),
        Field(
            "medium",
            Kind.CHOICE,
            {
                "nl": "Met of zonder beeld?",
                "fr": "Avec ou sans image ?",
                "de": "Mit oder ohne Bild?",
                "en": "With or without picture?",
            },
            options=_MEDIA,
        ),
    ),
    default={"free": "yes", "moments": [{"day": "wed", "time": "18:30"}], "medium": "phone"},
    source="art. 374 and 387bis old Civil Code (personal contact); practice of fixed calling moments",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "free": "yes",
                "moments": [{"day": "wed", "time": "18:30"}, {"day": "sun", "time": "10:00"}],
                "max_minutes": 20,
                "medium": "video",
            },
            sentence={
                "nl": "De kinderen mogen de andere ouder altijd bellen als zij dat vragen. Vaste momenten om te videobellen met de andere ouder: woensdag om 18:30 en zondag om 10:00. Een vast gesprek duurt hoogstens 20 minuten. De kinderen kunnen ongestoord praten.",
                "fr": "Les enfants peuvent toujours appeler l'autre parent quand ils le demandent. Moments fixes pour un appel vidéo avec l'autre parent : mercredi à 18:30 et dimanche à 10:00. Un appel fixe dure 20 minutes au plus. Les enfants peuvent parler sans être dérangés.",
                "de": "Die Kinder dürfen den anderen Elternteil immer anrufen, wenn sie darum bitten. Feste Zeiten für einen Videoanruf mit dem anderen Elternteil: Mittwoch um 18:30 Uhr und Sonntag um 10:00 Uhr. Ein festes Gespräch dauert höchstens 20 Minuten. Die Kinder können ungestört sprechen.",
                "en": "The children may always call the other parent when they ask to. Fixed moments for a video call with the other parent: Wednesday at 18:30 and Sunday at 10:00. A fixed call lasts at most 20 minutes. The children can talk undisturbed.",
            },
        ),
        Example(
            {"free": "no", "moments": [{"day": "mon", "time": "19:00"}], "medium": "phone"},
            sentence={
                "nl": "Vaste belmomenten met de andere ouder: maandag om 19:00. De kinderen kunnen ongestoord praten.",
                "fr": "Moments d'appel fixes avec l'autre parent : lundi à 19:00. Les enfants peuvent parler sans être dérangés.",
                "de": "Feste Zeiten für einen Anruf mit dem anderen Elternteil: Montag um 19:00 Uhr. Die Kinder können ungestört sprechen.",
                "en": "Fixed moments for a call with the other parent: Monday at 19:00. The children can talk undisturbed.",
            },
        ),
        Example(
            {"free": "yes", "medium": "either"},
            sentence={
                "nl": "De kinderen mogen de andere ouder altijd bellen als zij dat vragen. De kinderen kunnen ongestoord praten.",
                "fr": "Les enfants peuvent toujours appeler l'autre parent quand ils le demandent. Les enfants peuvent parler sans être dérangés.",
                "de": "Die Kinder dürfen den anderen Elternteil immer anrufen, wenn sie darum bitten. Die Kinder können ungestört sprechen.",
                "en": "The children may always call the other parent when they ask to. The children can talk undisturbed.",
            },
        ),
        Example(
            {
                "free": "no",
                "moments": [{"day": "fri", "time": "17:45"}],
                "max_minutes": 1,
                "medium": "either",
            },
            sentence={
                "nl": "Vaste momenten om te bellen of te videobellen met de andere ouder: vrijdag om 17:45. Een vast gesprek duurt hoogstens 1 minuut. De kinderen kunnen ongestoord praten.",
                "fr": "Moments fixes pour un appel, avec ou sans vidéo, avec l'autre parent : vendredi à 17:45. Un appel fixe dure 1 minute au plus. Les enfants peuvent parler sans être dérangés.",
                "de": "Feste Zeiten für einen Anruf, mit oder ohne Video, mit dem anderen Elternteil: Freitag um 17:45 Uhr. Ein festes Gespräch dauert höchstens 1 Minute. Die Kinder können ungestört sprechen.",
                "en": "Fixed moments for a call, with or without video, with the other parent: Friday at 17:45. A fixed call lasts at most 1 minute. The children can talk undisturbed.",
            },
        ),
        Example({}, problems=("free", "medium")),
        Example({"free": "no", "medium": "phone"}, problems=("moments",)),
        Example({"free": "yes", "medium": "phone", "max_minutes": 20}, problems=("max_minutes",)),
        Example(
            {
                "free": "yes",
                "moments": [{"day": "wed", "time": "18:30"}, {"day": "wed", "time": "18:30"}],
                "medium": "phone",
            },
            problems=("moments.1.time",),
        ),
        Example(
            {
                "free": "maybe",
                "moments": [{"day": "someday"}, {"day": "mon", "time": "24:00"}],
                "max_minutes": 121,
                "medium": "phone",
            },
            problems=("free", "moments.0.day", "moments.0.time", "moments.1.time", "max_minutes"),
        ),
        Example(
            {"free": "yes", "moments": [{"day": "mon", "time": "18:00"}] * 15, "medium": "phone"},
            problems=("moments",),
        ),
    ),
)
