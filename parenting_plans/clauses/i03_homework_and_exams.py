"""I03: whether anything changes in exam time. The days themselves are agreed as swaps; this clause moves none."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, sentences

_MODES: tuple[tuple[str, Words], ...] = (
    (
        "as_usual",
        {
            "nl": "de gewone regeling loopt door",
            "fr": "le rythme habituel continue",
            "de": "die gewöhnliche Regelung läuft weiter",
            "en": "the usual schedule goes on",
        },
    ),
    (
        "child_chooses",
        {
            "nl": "het kind mag zeggen waar het wil studeren",
            "fr": "l'enfant peut dire où il préfère étudier",
            "de": "das Kind darf sagen, wo es lernen möchte",
            "en": "the child may say where it wants to study",
        },
    ),
    (
        "fixed_parent",
        {
            "nl": "de kinderen blijven bij één ouder",
            "fr": "les enfants restent chez un des parents",
            "de": "die Kinder bleiben bei einem Elternteil",
            "en": "the children stay with one parent",
        },
    ),
)
_HOMEWORK: Words = {
    "nl": "Elke ouder volgt het huiswerk op in de eigen dagen.",
    "fr": "Chaque parent suit les devoirs pendant ses jours.",
    "de": "Jeder Elternteil begleitet die Hausaufgaben an den eigenen Tagen.",
    "en": "Each parent follows the homework on their own days.",
}
_EXAMS: dict[str, Words] = {
    "as_usual": {
        "nl": "In examenperiodes loopt de gewone regeling door.",
        "fr": "Pendant les examens, le rythme habituel continue.",
        "de": "In Prüfungszeiten läuft die gewöhnliche Regelung weiter.",
        "en": "In exam periods the usual schedule goes on.",
    },
    "child_chooses": {
        "nl": "Voor examenperiodes mag een kind zeggen waar het het liefst studeert; de ouders beslissen samen en ruilen zo nodig dagen, minstens {days} vooraf.",
        "fr": "Pour les examens, un enfant peut dire où il préfère étudier ; les parents décident ensemble et échangent des jours si nécessaire, au moins {days} à l'avance.",
        "de": "Für Prüfungszeiten darf ein Kind sagen, wo es am liebsten lernt; die Eltern entscheiden gemeinsam und tauschen, wenn nötig, Tage, mindestens {days} vorher.",
        "en": "For exam periods a child may say where it prefers to study; the parents decide together and swap days if needed, at least {days} ahead.",
    },
    "fixed_parent": {
        "nl": "In examenperiodes blijven de kinderen bij {parent}; de ouders leggen de dagen samen vast, minstens {days} vooraf.",
        "fr": "Pendant les examens, les enfants restent chez {parent} ; les parents fixent les jours ensemble, au moins {days} à l'avance.",
        "de": "In Prüfungszeiten bleiben die Kinder bei {parent}; die Eltern legen die Tage gemeinsam fest, mindestens {days} vorher.",
        "en": "In exam periods the children stay with {parent}; the parents set the days together, at least {days} ahead.",
    },
}


def _words(answers: Answers, names: Names) -> Words:
    mode = answers["exam_mode"]
    if mode == "as_usual":
        return sentences([_HOMEWORK, _EXAMS[mode]])
    days = counted(answers["notice"], "day")
    if mode == "fixed_parent":
        return sentences([_HOMEWORK, filled(_EXAMS[mode], parent=names[answers["parent"]], days=days)])
    return sentences([_HOMEWORK, filled(_EXAMS[mode], days=days)])


CLAUSE = Clause(
    code="I03",
    section="I",
    title={
        "nl": "Huiswerk en examens",
        "fr": "Devoirs et examens",
        "de": "Hausaufgaben und Prüfungen",
        "en": "Homework and exams",
    },
    question={
        "nl": "Verandert er iets in examentijd?",
        "fr": "Quelque chose change-t-il pendant les examens ?",
        "de": "Ändert sich etwas in Prüfungszeiten?",
        "en": "Does anything change in exam time?",
    },
    hint={
        "nl": "Vraag het vanaf het secundair onderwijs aan uw kind. Het hoeft niet te kiezen.",
        "fr": "À partir du secondaire, demandez-le à votre enfant. Il n'est pas obligé de choisir.",
        "de": "Fragen Sie Ihr Kind ab der Sekundarschule. Es muss nicht wählen.",
        "en": "From secondary school on, ask your child. It does not have to choose.",
    },
    fields=(
        Field(
            "exam_mode",
            Kind.CHOICE,
            {
                "nl": "In examenperiodes",
                "fr": "Pendant les examens",
                "de": "In Prüfungszeiten",
                "en": "In exam periods",
            },
            options=_MODES,
        ),
        Field(
            "parent",
            Kind.PARENT,
            {"nl": "Bij wie?", "fr": "Chez qui ?", "de": "Bei wem?", "en": "With whom?"},
            asked_when=("exam_mode", ("fixed_parent",)),
        ),
        Field(
            "notice",
            Kind.INTEGER,
            {
                "nl": "Hoeveel dagen vooraf spreken jullie dit af?",
                "fr": "Combien de jours à l'avance en convenez-vous ?",
                "de": "Wie viele Tage vorher vereinbaren Sie das?",
                "en": "How many days ahead do you agree on this?",
            },
            minimum=0,
            maximum=90,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
            asked_when=("exam_mode", ("child_chooses", "fixed_parent")),
        ),
    ),
    default={"exam_mode": "as_usual"},
    source="Practice of family mediation: older children often want another schedule in exam time",
    words=_words,
    examples=(
        Example(
            {"exam_mode": "as_usual"},
            sentence={
                "nl": "Elke ouder volgt het huiswerk op in de eigen dagen. In examenperiodes loopt de gewone regeling door.",
                "fr": "Chaque parent suit les devoirs pendant ses jours. Pendant les examens, le rythme habituel continue.",
                "de": "Jeder Elternteil begleitet die Hausaufgaben an den eigenen Tagen. In Prüfungszeiten läuft die gewöhnliche Regelung weiter.",
                "en": "Each parent follows the homework on their own days. In exam periods the usual schedule goes on.",
            },
        ),
        Example(
            {"exam_mode": "child_chooses", "notice": 14},
            sentence={
                "nl": "Elke ouder volgt het huiswerk op in de eigen dagen. Voor examenperiodes mag een kind zeggen waar het het liefst studeert; de ouders beslissen samen en ruilen zo nodig dagen, minstens 14 dagen vooraf.",
                "fr": "Chaque parent suit les devoirs pendant ses jours. Pour les examens, un enfant peut dire où il préfère étudier ; les parents décident ensemble et échangent des jours si nécessaire, au moins 14 jours à l'avance.",
                "de": "Jeder Elternteil begleitet die Hausaufgaben an den eigenen Tagen. Für Prüfungszeiten darf ein Kind sagen, wo es am liebsten lernt; die Eltern entscheiden gemeinsam und tauschen, wenn nötig, Tage, mindestens 14 Tage vorher.",
                "en": "Each parent follows the homework on their own days. For exam periods a child may say where it prefers to study; the parents decide together and swap days if needed, at least 14 days ahead.",
            },
        ),
        Example(
            {"exam_mode": "fixed_parent", "parent": "A", "notice": 1},
            sentence={
                "nl": "Elke ouder volgt het huiswerk op in de eigen dagen. In examenperiodes blijven de kinderen bij Ana; de ouders leggen de dagen samen vast, minstens 1 dag vooraf.",
                "fr": "Chaque parent suit les devoirs pendant ses jours. Pendant les examens, les enfants restent chez Ana ; les parents fixent les jours ensemble, au moins 1 jour à l'avance.",
                "de": "Jeder Elternteil begleitet die Hausaufgaben an den eigenen Tagen. In Prüfungszeiten bleiben die Kinder bei Ana; die Eltern legen die Tage gemeinsam fest, mindestens 1 Tag vorher.",
                "en": "Each parent follows the homework on their own days. In exam periods the children stay with Ana; the parents set the days together, at least 1 day ahead.",
            },
        ),
        Example({}, problems=("exam_mode",)),
        Example({"exam_mode": "fixed_parent"}, problems=("parent", "notice")),
        Example({"exam_mode": "child_chooses", "notice": 91}, problems=("notice",)),
        Example({"exam_mode": "holiday", "days": 3}, problems=("exam_mode", "days")),
    ),
)
