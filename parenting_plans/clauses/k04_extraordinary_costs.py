"""K04: which costs are extraordinary, and which part each parent carries.

The list is that of the Royal Decree of 22 April 2019, art. 1, in our own short words (belgium.md 3.2).
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, listed, shares

_LISTS: tuple[tuple[str, Words], ...] = (
    (
        "rd2019",
        {
            "nl": "de wettelijke lijst",
            "fr": "la liste légale",
            "de": "die gesetzliche Liste",
            "en": "the legal list",
        },
    ),
    (
        "rd2019_plus",
        {
            "nl": "de wettelijke lijst, met aanpassingen",
            "fr": "la liste légale, avec des adaptations",
            "de": "die gesetzliche Liste, mit Anpassungen",
            "en": "the legal list, with changes",
        },
    ),
    (
        "own",
        {
            "nl": "een eigen lijst",
            "fr": "notre propre liste",
            "de": "eine eigene Liste",
            "en": "a list of our own",
        },
    ),
)
_ITEMS: tuple[tuple[str, Words], ...] = (
    (
        "med_a",
        {
            "nl": "specialisten, met hun geneesmiddelen en onderzoeken",
            "fr": "les médecins spécialistes, avec leurs médicaments et examens",
            "de": "Fachärzte, mit ihren Arzneimitteln und Untersuchungen",
            "en": "medical specialists, with their medicines and examinations",
        },
    ),
    (
        "med_b",
        {
            "nl": "operaties en ziekenhuis",
            "fr": "les opérations et l'hôpital",
            "de": "Operationen und Krankenhaus",
            "en": "operations and hospital",
        },
    ),
    (
        "med_c",
        {
            "nl": "medische zorg en hulpmiddelen, zoals bril, beugel, logopedie, kinesitherapie en psycholoog",
            "fr": "les soins et appareils, comme lunettes, orthodontie, logopédie, kinésithérapie et psychologue",
            "de": "Behandlungen und Hilfsmittel, wie Brille, Zahnspange, Logopädie, Physiotherapie und Psychologe",
            "en": "care and devices, such as glasses, braces, speech therapy, physiotherapy and psychologist",
        },
    ),
    (
        "med_d",
        {
            "nl": "de hospitalisatieverzekering of een andere aanvullende verzekering",
            "fr": "l'assurance hospitalisation ou une autre assurance complémentaire",
            "de": "die Krankenhausversicherung oder eine andere Zusatzversicherung",
            "en": "hospital or other supplementary insurance",
        },
    ),
    (
        "sch_a",
        {
            "nl": "schoolreizen en stages van meer dagen",
            "fr": "les classes de dépaysement, voyages scolaires et stages de plusieurs jours",
            "de": "mehrtägige Schulreisen und Praktika",
            "en": "school trips and internships of several days",
        },
    ),
    (
        "sch_b",
        {
            "nl": "duur materiaal of kleding die de school vraagt",
            "fr": "le matériel ou les vêtements coûteux demandés par l'école",
            "de": "teures Material oder Kleidung, die die Schule verlangt",
            "en": "costly equipment or clothing that the school asks for",
        },
    ),
    (
        "sch_c",
        {
            "nl": "inschrijving en cursussen van hogere en bijzondere studies",
            "fr": "l'inscription et les cours d'études supérieures et particulières",
            "de": "Einschreibung und Kurse für höhere und besondere Studien",
            "en": "registration and courses of higher and special education",
        },
    ),
    (
        "sch_d",
        {
            "nl": "computer, printer en programma's voor de studies",
            "fr": "l'ordinateur, l'imprimante et les logiciels pour les études",
            "de": "Computer, Drucker und Programme für das Studium",
            "en": "computer, printer and software for studies",
        },
    ),
    (
        "sch_e",
        {
            "nl": "bijles om het jaar te halen",
            "fr": "les cours de soutien pour réussir l'année",
            "de": "Nachhilfe, um das Jahr zu bestehen",
            "en": "tutoring to pass the year",
        },
    ),
    (
        "sch_f",
        {
            "nl": "een kot",
            "fr": "un kot (chambre d'étudiant)",
            "de": "ein Studentenzimmer",
            "en": "a student room",
        },
    ),
    (
        "sch_g",
        {
            "nl": "extra kosten van studies in het buitenland",
            "fr": "les frais supplémentaires d'études à l'étranger",
            "de": "zusätzliche Kosten eines Studiums im Ausland",
            "en": "extra costs of studies abroad",
        },
    ),
    (
        "dev_a",
        {
            "nl": "kinderopvang van 0 tot 3 jaar",
            "fr": "l'accueil des enfants de 0 à 3 ans",
            "de": "Kinderbetreuung von 0 bis 3 Jahren",
            "en": "childcare from 0 to 3 years",
        },
    ),
    (
        "dev_b",
        {
            "nl": "lidgeld, basismateriaal, kampen en lessen voor sport, cultuur en kunst",
            "fr": "les cotisations, le matériel de base, les camps et les cours de sport, de culture et d'art",
            "de": "Mitgliedsbeiträge, Grundausrüstung, Lager und Kurse für Sport, Kultur und Kunst",
            "en": "membership, basic equipment, camps and courses in sport, culture and art",
        },
    ),
    (
        "dev_c",
        {
            "nl": "rijlessen en rijexamens",
            "fr": "les cours et examens de conduite",
            "de": "Fahrstunden und Fahrprüfungen",
            "en": "driving lessons and tests",
        },
    ),
)
_LEGAL: Words = {
    "nl": "De buitengewone kosten zijn die van het koninklijk besluit van 22 april 2019",
    "fr": "Les frais extraordinaires sont ceux de l'arrêté royal du 22 avril 2019",
    "de": "Die außergewöhnlichen Kosten sind die des Königlichen Erlasses vom 22. April 2019",
    "en": "The extraordinary costs are those of the Royal Decree of 22 April 2019",
}
_OWN: Words = {
    "nl": "De buitengewone kosten zijn: {items}",
    "fr": "Les frais extraordinaires sont : {items}",
    "de": "Die außergewöhnlichen Kosten sind: {items}",
    "en": "The extraordinary costs are: {items}",
}
_ADDED: Words = {"nl": "ook: {items}", "fr": "aussi : {items}", "de": "auch: {items}", "en": "also: {items}"}
_LEFT_OUT: Words = {
    "nl": "niet: {items}",
    "fr": "sauf : {items}",
    "de": "nicht: {items}",
    "en": "not: {items}",
}
_SPLIT: Words = {
    "nl": "wij dragen ze voor: {shares}, na aftrek van terugbetalingen en toelagen",
    "fr": "nous les prenons en charge ainsi : {shares}, après remboursements et bourses",
    "de": "wir tragen sie so: {shares}, nach Abzug von Erstattungen und Beihilfen",
    "en": "we carry them as follows: {shares}, after refunds and grants",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    kind = answers["list"]
    if kind == "rd2019_plus" and not answers.get("additions") and not answers.get("exclusions"):
        return (Problem("additions", "Say what you add or leave out, or choose the legal list."),)
    if kind == "rd2019_plus" and len(answers.get("exclusions") or ()) == len(_ITEMS):
        return (Problem("exclusions", "Leave at least one cost in the list."),)
    if kind == "own" and not answers.get("additions") and not answers.get("own_items"):
        return (Problem("own_items", "Name at least one cost."),)
    return ()


def _parts(answers: Answers) -> list[Words]:
    added: list[Words | str] = [row["item"] for row in answers.get("additions") or ()]
    if answers["list"] == "own":
        named = [option(_OWN_ITEMS, one) for one in answers.get("own_items") or ()]
        return [filled(_OWN, items=listed([*named, *added]))]
    left_out = [option(_EXCLUSIONS, one) for one in answers.get("exclusions") or ()]
    return [
        _LEGAL,
        *([filled(_ADDED, items=listed(added))] if added else []),
        *([filled(_LEFT_OUT, items=listed(left_out))] if left_out else []),
    ]


def _words(answers: Answers, names: Names) -> Words:
    parts = [_LEGAL] if answers["list"] == "rd2019" else _parts(answers)
    return joined([*parts, filled(_SPLIT, shares=shares(answers["share_a"], names["A"], names["B"]))])


_EXCLUSIONS = Field(
    "exclusions",
    Kind.CHOICES,
    {
        "nl": "Wat valt weg?",
        "fr": "Qu'est-ce qui n'en fait pas partie ?",
        "de": "Was fällt weg?",
        "en": "What do you leave out?",
    },
    options=_ITEMS,
    required=False,
    asked_when=("list", ("rd2019_plus",)),
)
_OWN_ITEMS = Field(
    "own_items",
    Kind.CHOICES,
    {
        "nl": "Welke kosten zijn buitengewoon?",
        "fr": "Quels frais sont extraordinaires ?",
        "de": "Welche Kosten sind außergewöhnlich?",
        "en": "Which costs are extraordinary?",
    },
    options=_ITEMS,
    required=False,
    asked_when=("list", ("own",)),
)

CLAUSE = Clause(
    code="K04",
    section="K",
    title={
        "nl": "Buitengewone kosten: lijst en verdeling",
        "fr": "Frais extraordinaires : liste et répartition",
        "de": "Außergewöhnliche Kosten: Liste und Aufteilung",
        "en": "Extraordinary costs: list and shares",
    },
    question={
        "nl": "Volgen jullie de wettelijke lijst, en hoe verdelen jullie de kosten?",
        "fr": "Suivez-vous la liste légale, et comment répartissez-vous les frais ?",
        "de": "Folgen Sie der gesetzlichen Liste, und wie teilen Sie die Kosten auf?",
        "en": "Do you follow the legal list, and how do you share the costs?",
    },
    hint={
        "nl": "De helft elk is gewoon als jullie ongeveer evenveel verdienen. Anders past een ander deel beter.",
        "fr": "La moitié chacun est habituelle avec des revenus semblables. Sinon, une autre part convient mieux.",
        "de": "Je die Hälfte ist üblich bei ähnlichem Einkommen. Sonst passt ein anderer Anteil besser.",
        "en": "Half each is usual when your incomes are alike. If not, another share fits better.",
    },
    fields=(
        Field(
            "list",
            Kind.CHOICE,
            {"nl": "Welke lijst?", "fr": "Quelle liste ?", "de": "Welche Liste?", "en": "Which list?"},
            options=_LISTS,
        ),
        _EXCLUSIONS,
        _OWN_ITEMS,
        Field(
            "additions",
            Kind.ROWS,
            {
                "nl": "Wat komt erbij?",
                "fr": "Qu'ajoutez-vous ?",
                "de": "Was kommt hinzu?",
                "en": "What do you add?",
            },
            columns=(
                Field(
                    "item",
                    Kind.TEXT,
                    {"nl": "Kost", "fr": "Frais", "de": "Ausgabe", "en": "Cost"},
                    maximum=80,
                ),
            ),
            required=False,
            maximum=10,
            asked_when=("list", ("rd2019_plus", "own")),
        ),
        Field(
            "share_a",
            Kind.PERCENT,
            {
                "nl": "Deel van ouder A",
                "fr": "Part du parent A",
                "de": "Anteil von Elternteil A",
                "en": "Share of parent A",
            },
        ),
    ),
    default={"list": "rd2019", "share_a": 50},
    core=True,
    needed_for=frozenset({"EOT"}),
    source="art. 203bis §3 old Civil Code; Royal Decree of 22 April 2019, art. 1 (the list, unless the agreement says otherwise)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"list": "rd2019", "share_a": 50},
            sentence={
                "nl": "De buitengewone kosten zijn die van het koninklijk besluit van 22 april 2019; wij dragen ze voor: Ana 50% en Ben 50%, na aftrek van terugbetalingen en toelagen.",
                "fr": "Les frais extraordinaires sont ceux de l'arrêté royal du 22 avril 2019 ; nous les prenons en charge ainsi : Ana 50\xa0% et Ben 50\xa0%, après remboursements et bourses.",
                "de": "Die außergewöhnlichen Kosten sind die des Königlichen Erlasses vom 22. April 2019; wir tragen sie so: Ana 50\xa0% und Ben 50\xa0%, nach Abzug von Erstattungen und Beihilfen.",
                "en": "The extraordinary costs are those of the Royal Decree of 22 April 2019; we carry them as follows: Ana 50% and Ben 50%, after refunds and grants.",
            },
        ),
        Example(
            {
                "list": "rd2019_plus",
                "exclusions": ["dev_c", "sch_f"],
                "additions": [{"item": "iPad {school}"}],
                "share_a": 45,
            },
            sentence={
                "nl": "De buitengewone kosten zijn die van het koninklijk besluit van 22 april 2019; ook: iPad {school}; niet: rijlessen en rijexamens en een kot; wij dragen ze voor: Ana 45% en Ben 55%, na aftrek van terugbetalingen en toelagen.",
                "fr": "Les frais extraordinaires sont ceux de l'arrêté royal du 22 avril 2019 ; aussi : iPad {school} ; sauf : les cours et examens de conduite et un kot (chambre d'étudiant) ; nous les prenons en charge ainsi : Ana 45\xa0% et Ben 55\xa0%, après remboursements et bourses.",
                "de": "Die außergewöhnlichen Kosten sind die des Königlichen Erlasses vom 22. April 2019; auch: iPad {school}; nicht: Fahrstunden und Fahrprüfungen und ein Studentenzimmer; wir tragen sie so: Ana 45\xa0% und Ben 55\xa0%, nach Abzug von Erstattungen und Beihilfen.",
                "en": "The extraordinary costs are those of the Royal Decree of 22 April 2019; also: iPad {school}; not: driving lessons and tests and a student room; we carry them as follows: Ana 45% and Ben 55%, after refunds and grants.",
            },
        ),
        Example(
            {"list": "own", "own_items": ["med_b"], "share_a": 100},
            sentence={
                "nl": "De buitengewone kosten zijn: operaties en ziekenhuis; wij dragen ze voor: Ana 100% en Ben 0%, na aftrek van terugbetalingen en toelagen.",
                "fr": "Les frais extraordinaires sont : les opérations et l'hôpital ; nous les prenons en charge ainsi : Ana 100\xa0% et Ben 0\xa0%, après remboursements et bourses.",
                "de": "Die außergewöhnlichen Kosten sind: Operationen und Krankenhaus; wir tragen sie so: Ana 100\xa0% und Ben 0\xa0%, nach Abzug von Erstattungen und Beihilfen.",
                "en": "The extraordinary costs are: operations and hospital; we carry them as follows: Ana 100% and Ben 0%, after refunds and grants.",
            },
        ),
        Example({}, problems=("list", "share_a")),
        Example({"list": "rd2019_plus", "share_a": 50}, problems=("additions",)),
        Example(
            {"list": "rd2019_plus", "exclusions": [one for one, _ in _ITEMS], "share_a": 50},
            problems=("exclusions",),
        ),
        Example({"list": "own", "share_a": 50}, problems=("own_items",)),
        Example(
            {
                "list": "rd2019_plus",
                "exclusions": ["moon"],
                "additions": [{"item": "x" * 81}, {}],
                "share_a": 101,
            },
            problems=("exclusions", "additions.0.item", "additions.1.item", "share_a"),
        ),
    ),
)
