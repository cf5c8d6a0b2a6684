"""E09: Mother's Day and Father's Day, by the national or the Antwerp tradition. Families with two mothers or two fathers
take turns or leave a day open."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined

_TRADITIONS: tuple[tuple[str, Words], ...] = (
    (
        "national",
        {
            "nl": "tweede zondag van mei en van juni",
            "fr": "deuxième dimanche de mai et de juin",
            "de": "zweiter Sonntag im Mai und im Juni",
            "en": "second Sunday of May and of June",
        },
    ),
    (
        "antwerp",
        {
            "nl": "Antwerpen: 15 augustus en 19 maart",
            "fr": "Anvers : 15 août et 19 mars",
            "de": "Antwerpen: 15. August und 19. März",
            "en": "Antwerp: 15 August and 19 March",
        },
    ),
)
_WHO: tuple[tuple[str, Words], ...] = (
    (
        "parent_a",
        {
            "nl": "elk jaar bij ouder A",
            "fr": "chaque année chez le parent A",
            "de": "jedes Jahr bei Elternteil A",
            "en": "every year with parent A",
        },
    ),
    (
        "parent_b",
        {
            "nl": "elk jaar bij ouder B",
            "fr": "chaque année chez le parent B",
            "de": "jedes Jahr bei Elternteil B",
            "en": "every year with parent B",
        },
    ),
    (
        "turns_a",
        {
            "nl": "om de beurt, in even jaren bij ouder A",
            "fr": "à tour de rôle, les années paires chez le parent A",
            "de": "abwechselnd, in geraden Jahren bei Elternteil A",
            "en": "in turn, in even years with parent A",
        },
    ),
    (
        "turns_b",
        {
            "nl": "om de beurt, in even jaren bij ouder B",
            "fr": "à tour de rôle, les années paires chez le parent B",
            "de": "abwechselnd, in geraden Jahren bei Elternteil B",
            "en": "in turn, in even years with parent B",
        },
    ),
)
HOMES = {"parent_a": ("A", "A"), "parent_b": ("B", "B"), "turns_a": ("A", "B"), "turns_b": ("B", "A")}
_DAYS: dict[str, Words] = {
    "mothers_day": {"nl": "Moederdag", "fr": "Fête des mères", "de": "Muttertag", "en": "Mother's Day"},
    "fathers_day": {"nl": "Vaderdag", "fr": "Fête des pères", "de": "Vatertag", "en": "Father's Day"},
}
_ALWAYS: Words = {
    "nl": "{day}: elk jaar bij {even}",
    "fr": "{day} : chaque année chez {even}",
    "de": "{day}: jedes Jahr bei {even}",
    "en": "{day}: every year with {even}",
}
_TURNS: Words = {
    "nl": "{day}: in even jaren bij {even}, in oneven jaren bij {odd}",
    "fr": "{day} : les années paires chez {even}, les années impaires chez {odd}",
    "de": "{day}: in geraden Jahren bei {even}, in ungeraden Jahren bei {odd}",
    "en": "{day}: in even years with {even}, in odd years with {odd}",
}
_HOURS: Words = {
    "nl": "van {begins} tot {ends} ({tradition})",
    "fr": "de {begins} à {ends} ({tradition})",
    "de": "von {begins} bis {ends} Uhr ({tradition})",
    "en": "from {begins} to {ends} ({tradition})",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    problems = []
    if not any(answers.get(day) for day in _DAYS):
        problems.append(Problem("mothers_day", "Choose for at least one of the two days."))
    if answers["ends"] <= answers["begins"]:
        problems.append(Problem("ends", "Choose a time after the beginning."))
    return tuple(problems)


def _words(answers: Answers, names: Names) -> Words:
    parts = []
    for day, name in _DAYS.items():
        if answers.get(day):
            even, odd = HOMES[answers[day]]
            parts.append(
                filled(_ALWAYS if even == odd else _TURNS, day=name, even=names[even], odd=names[odd])
            )
    tradition = option(_TRADITION, answers["tradition"])
    return joined(
        [*parts, filled(_HOURS, begins=answers["begins"], ends=answers["ends"], tradition=tradition)]
    )


_TRADITION = Field(
    "tradition",
    Kind.CHOICE,
    {"nl": "Welke dagen?", "fr": "Quels jours ?", "de": "Welche Tage?", "en": "Which days?"},
    options=_TRADITIONS,
)

CLAUSE = Clause(
    code="E09",
    section="E",
    title={
        "nl": "Moederdag en Vaderdag",
        "fr": "Fête des mères et des pères",
        "de": "Muttertag und Vatertag",
        "en": "Mother's Day and Father's Day",
    },
    question={
        "nl": "Bij wie zijn de kinderen op Moederdag en Vaderdag?",
        "fr": "Chez qui sont les enfants pour la fête des mères et des pères ?",
        "de": "Bei wem sind die Kinder am Muttertag und am Vatertag?",
        "en": "With whom are the children on Mother's Day and Father's Day?",
    },
    hint={
        "nl": "Twee mama's of twee papa's: om de beurt, of laat een dag leeg.",
        "fr": "Deux mamans ou deux papas : à tour de rôle, ou laissez un jour vide.",
        "de": "Zwei Mütter oder zwei Väter: abwechselnd, oder lassen Sie einen Tag leer.",
        "en": "Two mothers or two fathers: in turn, or leave a day empty.",
    },
    fields=(
        _TRADITION,
        Field(
            "mothers_day",
            Kind.CHOICE,
            {"nl": "Moederdag", "fr": "Fête des mères", "de": "Muttertag", "en": "Mother's Day"},
            options=_WHO,
            required=False,
        ),
        Field(
            "fathers_day",
            Kind.CHOICE,
            {"nl": "Vaderdag", "fr": "Fête des pères", "de": "Vatertag", "en": "Father's Day"},
            options=_WHO,
            required=False,
        ),
        Field("begins", Kind.TIME, {"nl": "Van", "fr": "De", "de": "Von", "en": "From"}),
        Field("ends", Kind.TIME, {"nl": "Tot", "fr": "À", "de": "Bis", "en": "To"}),
    ),
    default={"tradition": "national", "begins": "10:00", "ends": "18:00"},
    core=True,
    source="Belgian days: second Sunday of May and June; Antwerp 15 August and 19 March",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "tradition": "national",
                "mothers_day": "parent_a",
                "fathers_day": "parent_b",
                "begins": "10:00",
                "ends": "18:00",
            },
            sentence={
                "nl": "Moederdag: elk jaar bij Ana; Vaderdag: elk jaar bij Ben; van 10:00 tot 18:00 (tweede zondag van mei en van juni).",
                "fr": "Fête des mères : chaque année chez Ana ; Fête des pères : chaque année chez Ben ; de 10:00 à 18:00 (deuxième dimanche de mai et de juin).",
                "de": "Muttertag: jedes Jahr bei Ana; Vatertag: jedes Jahr bei Ben; von 10:00 bis 18:00 Uhr (zweiter Sonntag im Mai und im Juni).",
                "en": "Mother's Day: every year with Ana; Father's Day: every year with Ben; from 10:00 to 18:00 (second Sunday of May and of June).",
            },
        ),
        Example(
            {"tradition": "antwerp", "mothers_day": "turns_b", "begins": "09:00", "ends": "20:00"},
            sentence={
                "nl": "Moederdag: in even jaren bij Ben, in oneven jaren bij Ana; van 09:00 tot 20:00 (Antwerpen: 15 augustus en 19 maart).",
                "fr": "Fête des mères : les années paires chez Ben, les années impaires chez Ana ; de 09:00 à 20:00 (Anvers : 15 août et 19 mars).",
                "de": "Muttertag: in geraden Jahren bei Ben, in ungeraden Jahren bei Ana; von 09:00 bis 20:00 Uhr (Antwerpen: 15. August und 19. März).",
                "en": "Mother's Day: in even years with Ben, in odd years with Ana; from 09:00 to 20:00 (Antwerp: 15 August and 19 March).",
            },
        ),
        Example({}, problems=("tradition", "begins", "ends")),
        Example({"tradition": "national", "begins": "10:00", "ends": "18:00"}, problems=("mothers_day",)),
        Example(
            {"tradition": "national", "fathers_day": "parent_b", "begins": "18:00", "ends": "10:00"},
            problems=("ends",),
        ),
        Example(
            {"tradition": "french", "mothers_day": "A", "begins": "10:00", "ends": "24:00"},
            problems=("tradition", "mothers_day", "ends"),
        ),
    ),
)
