"""K06: how often parents settle extraordinary costs, and within how many days they pay."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined

_PERIODS: tuple[tuple[str, Words], ...] = (
    ("month", {"nl": "elke maand", "fr": "chaque mois", "de": "jeden Monat", "en": "every month"}),
    (
        "quarter",
        {"nl": "elk kwartaal", "fr": "chaque trimestre", "de": "jedes Vierteljahr", "en": "every quarter"},
    ),
    (
        "semester",
        {"nl": "elk half jaar", "fr": "chaque semestre", "de": "jedes Halbjahr", "en": "every half year"},
    ),
)
_PROOFS: tuple[tuple[str, Words], ...] = (
    (
        "copy_required",
        {
            "nl": "met een kopie van de bewijsstukken",
            "fr": "avec une copie des justificatifs",
            "de": "mit einer Kopie der Belege",
            "en": "with a copy of the supporting documents",
        },
    ),
    (
        "copy_on_request",
        {
            "nl": "met een lijst; wie vraagt, krijgt een kopie van het bewijsstuk",
            "fr": "avec une liste ; une copie du justificatif est donnée sur demande",
            "de": "mit einer Liste; auf Anfrage mit einer Kopie des Belegs",
            "en": "with a list; whoever asks gets a copy of the supporting document",
        },
    ),
)
_SETTLE: Words = {
    "nl": "Wij rekenen de buitengewone kosten {period} af, {proof}",
    "fr": "Nous faisons le décompte des frais extraordinaires {period}, {proof}",
    "de": "Wir rechnen die außergewöhnlichen Kosten {period} ab, {proof}",
    "en": "We settle the extraordinary costs {period}, {proof}",
}
_PAY: Words = {
    "nl": "de ouder die moet betalen, doet dat binnen {days} na de afrekening",
    "fr": "le parent qui doit payer le fait dans un délai de {days} après le décompte",
    "de": "der Elternteil, der zahlen muss, tut das innerhalb von {days} nach der Abrechnung",
    "en": "the parent who has to pay does so within {days} after the statement",
}
_SEPTEMBER: Words = {
    "nl": "in september delen we een overzicht van toelagen en terugbetalingen",
    "fr": "en septembre, nous partageons un aperçu des bourses et des remboursements",
    "de": "im September teilen wir eine Übersicht der Beihilfen und Erstattungen",
    "en": "in September we share an overview of grants and refunds",
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    parts = [
        filled(_SETTLE, period=option(_PERIOD, answers["period"]), proof=option(_PROOF, answers["proof"])),
        filled(_PAY, days=counted(answers["pay_days"], "day", dative=True)),
    ]
    return joined([*parts, *([_SEPTEMBER] if answers["september_overview"] == "yes" else [])])


_PERIOD = Field(
    "period",
    Kind.CHOICE,
    {"nl": "Hoe vaak?", "fr": "À quel rythme ?", "de": "Wie oft?", "en": "How often?"},
    options=_PERIODS,
)
_PROOF = Field(
    "proof",
    Kind.CHOICE,
    {"nl": "Bewijsstukken", "fr": "Justificatifs", "de": "Belege", "en": "Supporting documents"},
    options=_PROOFS,
)

CLAUSE = Clause(
    code="K06",
    section="K",
    title={
        "nl": "Buitengewone kosten: afrekening",
        "fr": "Frais extraordinaires : décompte",
        "de": "Außergewöhnliche Kosten: Abrechnung",
        "en": "Extraordinary costs: settlement",
    },
    question={
        "nl": "Hoe vaak rekenen jullie af?",
        "fr": "À quel rythme faites-vous le décompte ?",
        "de": "Wie oft rechnen Sie ab?",
        "en": "How often do you settle?",
    },
    hint={
        "nl": "De wet vraagt elk kwartaal, met kopieën, en betaling binnen 15 dagen. Jullie mogen iets anders afspreken.",
        "fr": "La loi prévoit chaque trimestre, avec des copies, et un paiement dans les 15 jours. Vous pouvez convenir autre chose.",
        "de": "Das Gesetz sieht jedes Vierteljahr vor, mit Kopien, und Zahlung innerhalb von 15 Tagen. Sie dürfen etwas anderes absprechen.",
        "en": "The law says every quarter, with copies, and payment within 15 days. You may agree otherwise.",
    },
    fields=(
        _PERIOD,
        _PROOF,
        Field(
            "pay_days",
            Kind.INTEGER,
            {
                "nl": "Betalen binnen hoeveel dagen?",
                "fr": "Payer dans un délai de combien de jours ?",
                "de": "Innerhalb wie vieler Tage zahlen?",
                "en": "Pay within how many days?",
            },
            minimum=1,
            maximum=90,
            unit={"nl": "dagen", "fr": "jours", "de": "Tage", "en": "days"},
        ),
        Field(
            "september_overview",
            Kind.YES_NO,
            {
                "nl": "In september een overzicht van toelagen en terugbetalingen?",
                "fr": "En septembre, un aperçu des bourses et des remboursements ?",
                "de": "Im September eine Übersicht der Beihilfen und Erstattungen?",
                "en": "An overview of grants and refunds in September?",
            },
        ),
    ),
    default={"period": "quarter", "proof": "copy_required", "pay_days": 15, "september_overview": "yes"},
    source="Royal Decree of 22 April 2019, art. 3 (quarterly, with copies, 15 days; overview in September), unless the agreement says otherwise",
    words=_words,
    examples=(
        Example(
            {"period": "quarter", "proof": "copy_required", "pay_days": 15, "september_overview": "yes"},
            sentence={
                "nl": "Wij rekenen de buitengewone kosten elk kwartaal af, met een kopie van de bewijsstukken; de ouder die moet betalen, doet dat binnen 15 dagen na de afrekening; in september delen we een overzicht van toelagen en terugbetalingen.",
                "fr": "Nous faisons le décompte des frais extraordinaires chaque trimestre, avec une copie des justificatifs ; le parent qui doit payer le fait dans un délai de 15 jours après le décompte ; en septembre, nous partageons un aperçu des bourses et des remboursements.",
                "de": "Wir rechnen die außergewöhnlichen Kosten jedes Vierteljahr ab, mit einer Kopie der Belege; der Elternteil, der zahlen muss, tut das innerhalb von 15 Tagen nach der Abrechnung; im September teilen wir eine Übersicht der Beihilfen und Erstattungen.",
                "en": "We settle the extraordinary costs every quarter, with a copy of the supporting documents; the parent who has to pay does so within 15 days after the statement; in September we share an overview of grants and refunds.",
            },
        ),
        Example(
            {"period": "month", "proof": "copy_on_request", "pay_days": 1, "september_overview": "no"},
            sentence={
                "nl": "Wij rekenen de buitengewone kosten elke maand af, met een lijst; wie vraagt, krijgt een kopie van het bewijsstuk; de ouder die moet betalen, doet dat binnen 1 dag na de afrekening.",
                "fr": "Nous faisons le décompte des frais extraordinaires chaque mois, avec une liste ; une copie du justificatif est donnée sur demande ; le parent qui doit payer le fait dans un délai de 1 jour après le décompte.",
                "de": "Wir rechnen die außergewöhnlichen Kosten jeden Monat ab, mit einer Liste; auf Anfrage mit einer Kopie des Belegs; der Elternteil, der zahlen muss, tut das innerhalb von 1 Tag nach der Abrechnung.",
                "en": "We settle the extraordinary costs every month, with a list; whoever asks gets a copy of the supporting document; the parent who has to pay does so within 1 day after the statement.",
            },
        ),
        Example({}, problems=("period", "proof", "pay_days", "september_overview")),
        Example(
            {"period": "week", "proof": "none", "pay_days": 0, "september_overview": "on"},
            problems=("period", "proof", "pay_days", "september_overview"),
        ),
    ),
)
