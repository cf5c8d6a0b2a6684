"""O02: contact that begins at a supervised contact space, and how one goes on from there. The space is a public place."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined, listed

_REPORT: tuple[tuple[str, Words], ...] = (
    ("judge", {"nl": "de rechter", "fr": "le juge", "de": "das Gericht", "en": "the judge"}),
    ("parents", {"nl": "beide ouders", "fr": "les deux parents", "de": "beide Eltern", "en": "both parents"}),
)
_MEET: Words = {
    "nl": "De kinderen en {parent} zien elkaar eerst in {space}, {visits}",
    "fr": "Les enfants et {parent} se voient d'abord à {space}, {visits}",
    "de": "Die Kinder und {parent} sehen sich zuerst hier: {space}, {visits}",
    "en": "The children and {parent} first see each other at {space}, {visits}",
}
_EVALUATE: Words = {
    "nl": "daarna bekijken we samen met de bezoekruimte hoe het verder gaat",
    "fr": "ensuite, nous évaluons la suite avec l'espace-rencontre",
    "de": "danach sehen wir gemeinsam mit dem Besuchsraum, wie es weitergeht",
    "en": "after that we look with the contact space at how to go on",
}
_TO: Words = {
    "nl": "wie een verslag krijgt: {people}",
    "fr": "qui reçoit un rapport : {people}",
    "de": "wer einen Bericht erhält: {people}",
    "en": "who gets a report: {people}",
}


def _words(answers: Answers, names: Names) -> Words:
    visits = counted(answers["visits"], "visit")
    parts = [filled(_MEET, parent=names[answers["parent"]], space=answers["space"], visits=visits)]
    if answers["evaluation"] == "yes":
        parts.append(_EVALUATE)
    people = [option(_REPORT_TO, one) for one in answers.get("report_to") or ()]
    return joined([*parts, *([filled(_TO, people=listed(people))] if people else [])])


_REPORT_TO = Field(
    "report_to",
    Kind.CHOICES,
    {
        "nl": "Wie krijgt een verslag?",
        "fr": "Qui reçoit un rapport ?",
        "de": "Wer erhält einen Bericht?",
        "en": "Who gets a report?",
    },
    options=_REPORT,
    required=False,
)

CLAUSE = Clause(
    code="O02",
    section="O",
    title={
        "nl": "Begeleid contact",
        "fr": "Contact encadré",
        "de": "Begleiteter Umgang",
        "en": "Supervised contact",
    },
    question={
        "nl": "Begint het contact in een neutrale bezoekruimte?",
        "fr": "Le contact commence-t-il dans un espace-rencontre ?",
        "de": "Beginnt der Kontakt in einem Besuchsraum?",
        "en": "Does contact start at a supervised contact space?",
    },
    hint={
        "nl": "Een bezoekruimte geeft kinderen en ouders tijd om elkaar rustig terug te zien.",
        "fr": "Un espace-rencontre donne aux enfants et aux parents le temps de se revoir calmement.",
        "de": "Ein Besuchsraum gibt Kindern und Eltern Zeit, sich in Ruhe wiederzusehen.",
        "en": "A contact space gives children and parents time to meet again in calm.",
    },
    fields=(
        Field(
            "parent",
            Kind.PARENT,
            {
                "nl": "Welke ouder zien de kinderen daar?",
                "fr": "Quel parent les enfants y voient-ils ?",
                "de": "Welchen Elternteil sehen die Kinder dort?",
                "en": "Which parent do the children see there?",
            },
        ),
        Field(
            "space",
            Kind.TEXT,
            {
                "nl": "Naam van de bezoekruimte",
                "fr": "Nom de l'espace-rencontre",
                "de": "Name des Besuchsraums",
                "en": "Name of the contact space",
            },
            maximum=80,
            hint={
                "nl": "Schrijf hier geen thuisadres.",
                "fr": "N'écrivez pas d'adresse privée ici.",
                "de": "Schreiben Sie hier keine private Adresse.",
                "en": "Do not write a home address here.",
            },
        ),
        Field(
            "visits",
            Kind.INTEGER,
            {
                "nl": "Hoeveel bezoeken eerst?",
                "fr": "Combien de visites d'abord ?",
                "de": "Wie viele Besuche zuerst?",
                "en": "How many visits first?",
            },
            minimum=1,
            maximum=50,
        ),
        Field(
            "evaluation",
            Kind.YES_NO,
            {
                "nl": "Daarna samen bekijken hoe het verder gaat?",
                "fr": "Évaluer ensuite ensemble ?",
                "de": "Danach gemeinsam sehen, wie es weitergeht?",
                "en": "Look together at how to go on after that?",
            },
        ),
        _REPORT_TO,
    ),
    default={"visits": 3, "evaluation": "yes"},
    sensitive=True,
    source="Practice of the contact spaces: a few visits, then an evaluation",
    words=_words,
    examples=(
        Example(
            {
                "parent": "B",
                "space": "bezoekruimte {Het Huis}",
                "visits": 3,
                "evaluation": "yes",
                "report_to": ["judge", "parents"],
            },
            sentence={
                "nl": "De kinderen en Ben zien elkaar eerst in bezoekruimte {Het Huis}, 3 bezoeken; daarna bekijken we samen met de bezoekruimte hoe het verder gaat; wie een verslag krijgt: de rechter en beide ouders.",
                "fr": "Les enfants et Ben se voient d'abord à bezoekruimte {Het Huis}, 3 visites ; ensuite, nous évaluons la suite avec l'espace-rencontre ; qui reçoit un rapport : le juge et les deux parents.",
                "de": "Die Kinder und Ben sehen sich zuerst hier: bezoekruimte {Het Huis}, 3 Besuche; danach sehen wir gemeinsam mit dem Besuchsraum, wie es weitergeht; wer einen Bericht erhält: das Gericht und beide Eltern.",
                "en": "The children and Ben first see each other at bezoekruimte {Het Huis}, 3 visits; after that we look with the contact space at how to go on; who gets a report: the judge and both parents.",
            },
        ),
        Example(
            {"parent": "A", "space": "Half-Oogst", "visits": 1, "evaluation": "no"},
            sentence={
                "nl": "De kinderen en Ana zien elkaar eerst in Half-Oogst, 1 bezoek.",
                "fr": "Les enfants et Ana se voient d'abord à Half-Oogst, 1 visite.",
                "de": "Die Kinder und Ana sehen sich zuerst hier: Half-Oogst, 1 Besuch.",
                "en": "The children and Ana first see each other at Half-Oogst, 1 visit.",
            },
        ),
        Example({}, problems=("parent", "space", "visits", "evaluation")),
        Example(
            {"parent": "C", "space": "x" * 81, "visits": 0, "evaluation": "later", "report_to": ["press"]},
            problems=("parent", "space", "visits", "evaluation", "report_to"),
        ),
    ),
)
