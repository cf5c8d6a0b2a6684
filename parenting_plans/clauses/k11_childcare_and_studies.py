"""K11: how childcare, a student room and studies are shared."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, shares

_COSTS: dict[str, Words] = {
    "childcare_share_a": {
        "nl": "kinderopvang",
        "fr": "l'accueil des enfants",
        "de": "Kinderbetreuung",
        "en": "childcare",
    },
    "kot_share_a": {
        "nl": "een kot",
        "fr": "un kot (chambre d'étudiant)",
        "de": "ein Studentenzimmer",
        "en": "a student room",
    },
    "studies_share_a": {
        "nl": "inschrijving en cursussen",
        "fr": "l'inscription et les cours",
        "de": "Einschreibung und Kurse",
        "en": "registration and courses",
    },
}
_SCHOLARSHIPS: tuple[tuple[str, Words], ...] = (
    (
        "deduct_first",
        {
            "nl": "we trekken een studietoelage eerst af",
            "fr": "nous déduisons d'abord une bourse d'études",
            "de": "wir ziehen eine Studienbeihilfe zuerst ab",
            "en": "we deduct a study grant first",
        },
    ),
    (
        "child_keeps",
        {
            "nl": "een studietoelage is voor het kind zelf",
            "fr": "une bourse d'études est pour l'enfant même",
            "de": "eine Studienbeihilfe ist für das Kind selbst",
            "en": "a study grant is for the child",
        },
    ),
)
_SHARED: Words = {
    "nl": "Voor {cost} betalen {shares}",
    "fr": "Répartition pour {cost} : {shares}",
    "de": "Für {cost} zahlen {shares}",
    "en": "For {cost} the shares are {shares}",
}
_ALSO: Words = {
    "nl": "voor {cost} {shares}",
    "fr": "pour {cost} : {shares}",
    "de": "für {cost} {shares}",
    "en": "for {cost} {shares}",
}


def _given(answers: Answers) -> list[str]:
    return [name for name in _COSTS if answers.get(name) not in (None, "")]


def _together(answers: Answers) -> tuple[Problem, ...]:
    if not _given(answers):
        return (Problem("childcare_share_a", "Give a share for at least one of these costs."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:
    parts = [
        filled(
            _ALSO if place else _SHARED,
            cost=_COSTS[name],
            shares=shares(answers[name], names["A"], names["B"]),
        )
        for place, name in enumerate(_given(answers))
    ]
    return joined([*parts, option(_GRANT, answers["scholarship"])])


_GRANT = Field(
    "scholarship",
    Kind.CHOICE,
    {"nl": "Studietoelage", "fr": "Bourse d'études", "de": "Studienbeihilfe", "en": "Study grant"},
    options=_SCHOLARSHIPS,
)

CLAUSE = Clause(
    code="K11",
    section="K",
    title={
        "nl": "Opvang en studiekosten",
        "fr": "Garde et études",
        "de": "Betreuung und Studienkosten",
        "en": "Childcare and study costs",
    },
    question={
        "nl": "Hoe betalen jullie opvang, kot en studies?",
        "fr": "Comment payez-vous l'accueil, le kot et les études ?",
        "de": "Wie zahlen Sie Betreuung, Studentenzimmer und Studium?",
        "en": "How do you pay for childcare, a student room and studies?",
    },
    hint={
        "nl": "Vul alleen in wat voor jullie kinderen telt. De rest volgt de buitengewone kosten.",
        "fr": "Remplissez seulement ce qui compte pour vos enfants. Le reste suit les frais extraordinaires.",
        "de": "Füllen Sie nur aus, was für Ihre Kinder zählt. Der Rest folgt den außergewöhnlichen Kosten.",
        "en": "Fill in only what matters for your children. The rest follows the extraordinary costs.",
    },
    fields=(
        Field(
            "childcare_share_a",
            Kind.PERCENT,
            {
                "nl": "Kinderopvang: deel van ouder A",
                "fr": "Accueil des enfants : part du parent A",
                "de": "Kinderbetreuung: Anteil von Elternteil A",
                "en": "Childcare: share of parent A",
            },
            required=False,
        ),
        Field(
            "kot_share_a",
            Kind.PERCENT,
            {
                "nl": "Kot: deel van ouder A",
                "fr": "Kot : part du parent A",
                "de": "Studentenzimmer: Anteil von Elternteil A",
                "en": "Student room: share of parent A",
            },
            required=False,
        ),
        Field(
            "studies_share_a",
            Kind.PERCENT,
            {
                "nl": "Inschrijving en cursussen: deel van ouder A",
                "fr": "Inscription et cours : part du parent A",
                "de": "Einschreibung und Kurse: Anteil von Elternteil A",
                "en": "Registration and courses: share of parent A",
            },
            required=False,
        ),
        _GRANT,
    ),
    default={"scholarship": "deduct_first"},
    source="Royal Decree of 22 April 2019, art. 1 (childcare from 0 to 3 years, student room, higher education; net of grants)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"childcare_share_a": 50, "scholarship": "deduct_first"},
            sentence={
                "nl": "Voor kinderopvang betalen Ana 50% en Ben 50%; we trekken een studietoelage eerst af.",
                "fr": "Répartition pour l'accueil des enfants : Ana 50\xa0% et Ben 50\xa0% ; nous déduisons d'abord une bourse d'études.",
                "de": "Für Kinderbetreuung zahlen Ana 50\xa0% und Ben 50\xa0%; wir ziehen eine Studienbeihilfe zuerst ab.",
                "en": "For childcare the shares are Ana 50% and Ben 50%; we deduct a study grant first.",
            },
        ),
        Example(
            {"kot_share_a": 0, "studies_share_a": 60, "scholarship": "child_keeps"},
            sentence={
                "nl": "Voor een kot betalen Ana 0% en Ben 100%; voor inschrijving en cursussen Ana 60% en Ben 40%; een studietoelage is voor het kind zelf.",
                "fr": "Répartition pour un kot (chambre d'étudiant) : Ana 0\xa0% et Ben 100\xa0% ; pour l'inscription et les cours : Ana 60\xa0% et Ben 40\xa0% ; une bourse d'études est pour l'enfant même.",
                "de": "Für ein Studentenzimmer zahlen Ana 0\xa0% und Ben 100\xa0%; für Einschreibung und Kurse Ana 60\xa0% und Ben 40\xa0%; eine Studienbeihilfe ist für das Kind selbst.",
                "en": "For a student room the shares are Ana 0% and Ben 100%; for registration and courses Ana 60% and Ben 40%; a study grant is for the child.",
            },
        ),
        Example({}, problems=("scholarship",)),
        Example({"scholarship": "deduct_first"}, problems=("childcare_share_a",)),
        Example(
            {"childcare_share_a": -1, "kot_share_a": "half", "studies_share_a": 101, "scholarship": "lost"},
            problems=("childcare_share_a", "kot_share_a", "studies_share_a", "scholarship"),
        ),
    ),
)
