"""K01: who pays the ordinary costs: those of each home, and those that follow the child.

Residence-bound costs stay where the child is; the others are named one by one, or carried by K02 or K03 (belgium.md 3.3).
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, listed, shares

_BOUND: tuple[tuple[str, Words], ...] = (
    (
        "each_in_own_time",
        {
            "nl": "elke ouder, in de eigen tijd met de kinderen",
            "fr": "chaque parent, pendant son temps avec les enfants",
            "de": "jeder Elternteil, in der eigenen Zeit mit den Kindern",
            "en": "each parent, in their own time with the children",
        },
    ),
    (
        "child_account",
        {
            "nl": "de kindrekening",
            "fr": "le compte enfant",
            "de": "das Kinderkonto",
            "en": "the child account",
        },
    ),
)
_OTHERS: tuple[tuple[str, Words], ...] = (
    (
        "listed",
        {
            "nl": "we zeggen per kost wie betaalt",
            "fr": "nous disons pour chaque frais qui paie",
            "de": "wir sagen für jede Ausgabe, wer zahlt",
            "en": "we say for each cost who pays",
        },
    ),
    (
        "child_account",
        {
            "nl": "de kindrekening betaalt ze",
            "fr": "le compte enfant les paie",
            "de": "das Kinderkonto zahlt sie",
            "en": "the child account pays them",
        },
    ),
    (
        "contribution",
        {
            "nl": "ze zitten in de onderhoudsbijdrage",
            "fr": "elles sont comprises dans la contribution alimentaire",
            "de": "sie sind im Unterhaltsbeitrag enthalten",
            "en": "they are part of the child maintenance",
        },
    ),
)
_ITEMS: tuple[tuple[str, Words], ...] = (
    (
        "clothes",
        {
            "nl": "kleren en schoenen",
            "fr": "vêtements et chaussures",
            "de": "Kleidung und Schuhe",
            "en": "clothes and shoes",
        },
    ),
    (
        "school",
        {
            "nl": "gewone schoolkosten",
            "fr": "frais scolaires ordinaires",
            "de": "gewöhnliche Schulkosten",
            "en": "ordinary school costs",
        },
    ),
    (
        "after_school",
        {
            "nl": "opvang voor en na school",
            "fr": "garderie avant et après l'école",
            "de": "Betreuung vor und nach der Schule",
            "en": "care before and after school",
        },
    ),
    (
        "doctor",
        {
            "nl": "huisarts, tandarts en apotheek",
            "fr": "médecin traitant, dentiste et pharmacie",
            "de": "Hausarzt, Zahnarzt und Apotheke",
            "en": "family doctor, dentist and pharmacy",
        },
    ),
    (
        "leisure",
        {
            "nl": "vrije tijd en uitstappen",
            "fr": "loisirs et sorties",
            "de": "Freizeit und Ausflüge",
            "en": "leisure and outings",
        },
    ),
    ("phone", {"nl": "telefoon", "fr": "téléphone", "de": "Telefon", "en": "phone"}),
    ("transport", {"nl": "vervoer", "fr": "transports", "de": "Fahrtkosten", "en": "transport"}),
    ("pocket_money", {"nl": "zakgeld", "fr": "argent de poche", "de": "Taschengeld", "en": "pocket money"}),
    (
        "other",
        {
            "nl": "andere gewone kosten",
            "fr": "autres frais ordinaires",
            "de": "andere gewöhnliche Kosten",
            "en": "other ordinary costs",
        },
    ),
)
_PAYERS: tuple[tuple[str, Words], ...] = (
    ("parent_a", {"nl": "ouder A", "fr": "parent A", "de": "Elternteil A", "en": "parent A"}),
    ("parent_b", {"nl": "ouder B", "fr": "parent B", "de": "Elternteil B", "en": "parent B"}),
    (
        "shared",
        {
            "nl": "samen, elk een deel",
            "fr": "ensemble, chacun une part",
            "de": "gemeinsam, jeder einen Anteil",
            "en": "together, each a share",
        },
    ),
    (
        "child_account",
        {
            "nl": "de kindrekening",
            "fr": "le compte enfant",
            "de": "das Kinderkonto",
            "en": "the child account",
        },
    ),
)
_BOUND_OWN: Words = {
    "nl": "Elke ouder betaalt eten, wonen en energie in de eigen tijd met de kinderen",
    "fr": "Chaque parent paie les repas, le logement et l'énergie pendant son temps avec les enfants",
    "de": "Jeder Elternteil zahlt Essen, Wohnen und Energie in der eigenen Zeit mit den Kindern",
    "en": "Each parent pays for meals, housing and energy in their own time with the children",
}
_BOUND_ACCOUNT: Words = {
    "nl": "Eten, wonen en energie voor de kinderen worden van de kindrekening betaald",
    "fr": "Les repas, le logement et l'énergie pour les enfants sont payés par le compte enfant",
    "de": "Essen, Wohnen und Energie für die Kinder werden vom Kinderkonto bezahlt",
    "en": "Meals, housing and energy for the children are paid from the child account",
}
_OTHER_COSTS: dict[str, Words] = {
    "listed": {
        "nl": "de andere gewone kosten betalen: {costs}",
        "fr": "les autres frais ordinaires sont payés par : {costs}",
        "de": "die anderen gewöhnlichen Kosten zahlen: {costs}",
        "en": "the other ordinary costs are paid by: {costs}",
    },
    "child_account": {
        "nl": "de andere gewone kosten worden van de kindrekening betaald",
        "fr": "les autres frais ordinaires sont payés par le compte enfant",
        "de": "die anderen gewöhnlichen Kosten werden vom Kinderkonto bezahlt",
        "en": "the other ordinary costs are paid from the child account",
    },
    "contribution": {
        "nl": "de andere gewone kosten zitten in de onderhoudsbijdrage",
        "fr": "les autres frais ordinaires sont compris dans la contribution alimentaire",
        "de": "die anderen gewöhnlichen Kosten sind im Unterhaltsbeitrag enthalten",
        "en": "the other ordinary costs are part of the child maintenance",
    },
}
_COST: Words = {
    "nl": "{item} ({payer})",
    "fr": "{item} ({payer})",
    "de": "{item} ({payer})",
    "en": "{item} ({payer})",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["transcending"] != "listed":
        return ()
    items = [row["item"] for row in answers["costs"]]
    return tuple(
        Problem(f"costs.{place}.item", "Name each cost once.")
        for place, item in enumerate(items)
        if item in items[:place]
    )


def _payer(row: Answers, names: Names) -> Words | str:
    if row["payer"] == "shared":
        return shares(row["share_a"], names["A"], names["B"])
    if row["payer"] == "child_account":
        return option(_PAYER, "child_account")
    return names["A" if row["payer"] == "parent_a" else "B"]


def _words(answers: Answers, names: Names) -> Words:
    bound = _BOUND_OWN if answers["residence_bound"] == "each_in_own_time" else _BOUND_ACCOUNT
    others = _OTHER_COSTS[answers["transcending"]]
    if answers["transcending"] == "listed":
        costs = [
            filled(_COST, item=option(_ITEM, row["item"]), payer=_payer(row, names))
            for row in answers["costs"]
        ]
        others = filled(others, costs=listed(costs))
    return joined([bound, others])


_ITEM = Field(
    "item", Kind.CHOICE, {"nl": "Kost", "fr": "Frais", "de": "Ausgabe", "en": "Cost"}, options=_ITEMS
)
_PAYER = Field(
    "payer",
    Kind.CHOICE,
    {"nl": "Wie betaalt?", "fr": "Qui paie ?", "de": "Wer zahlt?", "en": "Who pays?"},
    options=_PAYERS,
)

CLAUSE = Clause(
    code="K01",
    section="K",
    title={
        "nl": "Gewone kosten",
        "fr": "Frais ordinaires",
        "de": "Gewöhnliche Kosten",
        "en": "Ordinary costs",
    },
    question={
        "nl": "Wie betaalt de gewone kosten?",
        "fr": "Qui paie les frais ordinaires ?",
        "de": "Wer zahlt die gewöhnlichen Kosten?",
        "en": "Who pays the ordinary costs?",
    },
    hint={
        "nl": "Evenveel tijd betekent niet altijd evenveel betalen. Ouders dragen bij naar hun middelen.",
        "fr": "Autant de temps ne veut pas toujours dire autant de frais. Chacun contribue selon ses moyens.",
        "de": "Gleich viel Zeit heißt nicht immer gleich viel zahlen. Eltern tragen nach ihren Mitteln bei.",
        "en": "Equal time does not always mean equal costs. Parents contribute according to their means.",
    },
    fields=(
        Field(
            "residence_bound",
            Kind.CHOICE,
            {
                "nl": "Wie betaalt eten, wonen en energie?",
                "fr": "Qui paie les repas, le logement et l'énergie ?",
                "de": "Wer zahlt Essen, Wohnen und Energie?",
                "en": "Who pays for meals, housing and energy?",
            },
            options=_BOUND,
        ),
        Field(
            "transcending",
            Kind.CHOICE,
            {
                "nl": "En de andere gewone kosten?",
                "fr": "Et les autres frais ordinaires ?",
                "de": "Und die anderen gewöhnlichen Kosten?",
                "en": "And the other ordinary costs?",
            },
            options=_OTHERS,
            hint={
                "nl": "Bijvoorbeeld kleren, school en vrije tijd.",
                "fr": "Par exemple les vêtements, l'école et les loisirs.",
                "de": "Zum Beispiel Kleidung, Schule und Freizeit.",
                "en": "For example clothes, school and leisure.",
            },
        ),
        Field(
            "costs",
            Kind.ROWS,
            {
                "nl": "Kost per kost",
                "fr": "Frais par frais",
                "de": "Ausgabe für Ausgabe",
                "en": "Cost by cost",
            },
            columns=(
                _ITEM,
                _PAYER,
                Field(
                    "share_a",
                    Kind.PERCENT,
                    {
                        "nl": "Deel van ouder A",
                        "fr": "Part du parent A",
                        "de": "Anteil von Elternteil A",
                        "en": "Share of parent A",
                    },
                    asked_when=("payer", ("shared",)),
                ),
            ),
            maximum=len(_ITEMS),
            asked_when=("transcending", ("listed",)),
        ),
    ),
    default={"residence_bound": "each_in_own_time"},
    core=True,
    needed_for=frozenset({"EOT"}),
    source="art. 203, 203bis old Civil Code; residence-bound and other ordinary costs as in practice (belgium.md 3.3); art. 1288 3° Jud. Code",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "residence_bound": "each_in_own_time",
                "transcending": "listed",
                "costs": [
                    {"item": "clothes", "payer": "parent_a"},
                    {"item": "school", "payer": "shared", "share_a": 60},
                    {"item": "phone", "payer": "child_account"},
                ],
            },
            sentence={
                "nl": "Elke ouder betaalt eten, wonen en energie in de eigen tijd met de kinderen; de andere gewone kosten betalen: kleren en schoenen (Ana), gewone schoolkosten (Ana 60% en Ben 40%) en telefoon (de kindrekening).",
                "fr": "Chaque parent paie les repas, le logement et l'énergie pendant son temps avec les enfants ; les autres frais ordinaires sont payés par : vêtements et chaussures (Ana), frais scolaires ordinaires (Ana 60\xa0% et Ben 40\xa0%) et téléphone (le compte enfant).",
                "de": "Jeder Elternteil zahlt Essen, Wohnen und Energie in der eigenen Zeit mit den Kindern; die anderen gewöhnlichen Kosten zahlen: Kleidung und Schuhe (Ana), gewöhnliche Schulkosten (Ana 60\xa0% und Ben 40\xa0%) und Telefon (das Kinderkonto).",
                "en": "Each parent pays for meals, housing and energy in their own time with the children; the other ordinary costs are paid by: clothes and shoes (Ana), ordinary school costs (Ana 60% and Ben 40%) and phone (the child account).",
            },
        ),
        Example(
            {"residence_bound": "child_account", "transcending": "contribution"},
            sentence={
                "nl": "Eten, wonen en energie voor de kinderen worden van de kindrekening betaald; de andere gewone kosten zitten in de onderhoudsbijdrage.",
                "fr": "Les repas, le logement et l'énergie pour les enfants sont payés par le compte enfant ; les autres frais ordinaires sont compris dans la contribution alimentaire.",
                "de": "Essen, Wohnen und Energie für die Kinder werden vom Kinderkonto bezahlt; die anderen gewöhnlichen Kosten sind im Unterhaltsbeitrag enthalten.",
                "en": "Meals, housing and energy for the children are paid from the child account; the other ordinary costs are part of the child maintenance.",
            },
        ),
        Example(
            {"residence_bound": "each_in_own_time", "transcending": "child_account"},
            sentence={
                "nl": "Elke ouder betaalt eten, wonen en energie in de eigen tijd met de kinderen; de andere gewone kosten worden van de kindrekening betaald.",
                "fr": "Chaque parent paie les repas, le logement et l'énergie pendant son temps avec les enfants ; les autres frais ordinaires sont payés par le compte enfant.",
                "de": "Jeder Elternteil zahlt Essen, Wohnen und Energie in der eigenen Zeit mit den Kindern; die anderen gewöhnlichen Kosten werden vom Kinderkonto bezahlt.",
                "en": "Each parent pays for meals, housing and energy in their own time with the children; the other ordinary costs are paid from the child account.",
            },
        ),
        Example({}, problems=("residence_bound", "transcending")),
        Example({"residence_bound": "each_in_own_time", "transcending": "listed"}, problems=("costs",)),
        Example(
            {
                "residence_bound": "each_in_own_time",
                "transcending": "listed",
                "costs": [{"item": "clothes", "payer": "shared"}, {"item": "moon", "payer": "parent_b"}],
            },
            problems=("costs.0.share_a", "costs.1.item"),
        ),
        Example(
            {
                "residence_bound": "each_in_own_time",
                "transcending": "listed",
                "costs": [{"item": "phone", "payer": "parent_a"}, {"item": "phone", "payer": "parent_b"}],
            },
            problems=("costs.1.item",),
        ),
        Example(
            {
                "residence_bound": "each_in_own_time",
                "transcending": "listed",
                "costs": [{"item": "school", "payer": "shared", "share_a": 101}],
            },
            problems=("costs.0.share_a",),
        ),
    ),
)
