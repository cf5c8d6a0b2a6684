"""K03: an account of both parents from which the children's costs are paid. It has no number here."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Problem, Words
from parenting_plans.wording import euros, filled, joined, listed

_COSTS: tuple[tuple[str, Words], ...] = (
    ("school", {"nl": "school", "fr": "l'école", "de": "Schule", "en": "school"}),
    ("clothes", {"nl": "kleren", "fr": "les vêtements", "de": "Kleidung", "en": "clothes"}),
    ("health", {"nl": "gezondheid", "fr": "la santé", "de": "Gesundheit", "en": "health"}),
    ("leisure", {"nl": "vrije tijd", "fr": "les loisirs", "de": "Freizeit", "en": "leisure"}),
    ("childcare", {"nl": "kinderopvang", "fr": "l'accueil", "de": "Kinderbetreuung", "en": "childcare"}),
    ("transport", {"nl": "vervoer", "fr": "les transports", "de": "Fahrtkosten", "en": "transport"}),
    (
        "extraordinary",
        {
            "nl": "buitengewone kosten",
            "fr": "les frais extraordinaires",
            "de": "außergewöhnliche Kosten",
            "en": "extraordinary costs",
        },
    ),
)
_OVERVIEWS: tuple[tuple[str, Words], ...] = (
    ("monthly", {"nl": "elke maand", "fr": "chaque mois", "de": "jeden Monat", "en": "every month"}),
    (
        "quarterly",
        {"nl": "elk kwartaal", "fr": "chaque trimestre", "de": "jedes Vierteljahr", "en": "every quarter"},
    ),
)
_NO: Words = {
    "nl": "Wij openen geen kindrekening.",
    "fr": "Nous n'ouvrons pas de compte enfant.",
    "de": "Wir eröffnen kein Kinderkonto.",
    "en": "We do not open a child account.",
}
_DEPOSITS: Words = {
    "nl": "Op de kindrekening stort {a} elke maand {amount_a} en {b} {amount_b}",
    "fr": "Sur le compte enfant, {a} verse chaque mois {amount_a} et {b} {amount_b}",
    "de": "Auf das Kinderkonto zahlt {a} jeden Monat {amount_a} und {b} {amount_b}",
    "en": "Each month {a} pays {amount_a} and {b} {amount_b} into the child account",
}
_ALLOWANCE: Words = {
    "nl": "de kinderbijslag komt ook op deze rekening",
    "fr": "les allocations familiales arrivent aussi sur ce compte",
    "de": "die Familienzulagen kommen auch auf dieses Konto",
    "en": "the family allowances also go into this account",
}
_USE: Words = {
    "nl": "de rekening dient voor {costs}",
    "fr": "le compte sert à payer : {costs}",
    "de": "das Konto ist für {costs}",
    "en": "the account is for {costs}",
}
_LIMIT: Words = {
    "nl": "voor een uitgave boven {limit} is het akkoord van beide ouders nodig",
    "fr": "une dépense de plus de {limit} demande l'accord des deux parents",
    "de": "eine Ausgabe über {limit} braucht die Zustimmung beider Eltern",
    "en": "an expense above {limit} needs the agreement of both parents",
}
_OVERVIEW: Words = {
    "nl": "beide ouders zien {how_often} een overzicht",
    "fr": "les deux parents voient un relevé {how_often}",
    "de": "beide Eltern sehen {how_often} eine Übersicht",
    "en": "both parents see an overview {how_often}",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["enabled"] == "yes" and answers["allowance_in"] == "no" and not _money_in(answers):
        return (Problem("deposit_a", "Say how money comes into the account."),)
    return ()


def _money_in(answers: Answers) -> bool:
    return any(answers[name] != "0.00" for name in ("deposit_a", "deposit_b"))


def _words(answers: Answers, names: Names) -> Words:
    if answers["enabled"] == "no":
        return _NO
    amounts = {"amount_a": euros(answers["deposit_a"]), "amount_b": euros(answers["deposit_b"])}
    costs = listed([option(_ALLOWED, one) for one in answers["allowed_costs"]])
    return joined(
        [
            filled(_DEPOSITS, a=names["A"], b=names["B"], **amounts),
            *([_ALLOWANCE] if answers["allowance_in"] == "yes" else []),
            filled(_USE, costs=costs),
            filled(_LIMIT, limit=euros(answers["single_limit"])),
            filled(_OVERVIEW, how_often=option(_HOW_OFTEN, answers["overview"])),
        ]
    )


_ASKED = ("enabled", ("yes",))
_ALLOWED = Field(
    "allowed_costs",
    Kind.CHOICES,
    {
        "nl": "Voor welke kosten?",
        "fr": "Pour quels frais ?",
        "de": "Für welche Kosten?",
        "en": "For which costs?",
    },
    options=_COSTS,
    asked_when=_ASKED,
)
_HOW_OFTEN = Field(
    "overview",
    Kind.CHOICE,
    {
        "nl": "Wanneer zien jullie een overzicht?",
        "fr": "Quand voyez-vous un relevé ?",
        "de": "Wann sehen Sie eine Übersicht?",
        "en": "When do you see an overview?",
    },
    options=_OVERVIEWS,
    asked_when=_ASKED,
)

CLAUSE = Clause(
    code="K03",
    section="K",
    title={"nl": "Kindrekening", "fr": "Compte enfant", "de": "Kinderkonto", "en": "Child account"},
    question={
        "nl": "Willen jullie samen een kindrekening?",
        "fr": "Voulez-vous un compte enfant commun ?",
        "de": "Möchten Sie gemeinsam ein Kinderkonto?",
        "en": "Do you want a joint child account?",
    },
    hint={
        "nl": "Beide ouders zien wat erop komt en wat eraf gaat. Schrijf geen rekeningnummer.",
        "fr": "Les deux parents voient ce qui entre et ce qui sort. N'écrivez pas de numéro de compte.",
        "de": "Beide Eltern sehen, was kommt und was geht. Schreiben Sie keine Kontonummer.",
        "en": "Both parents see what comes in and goes out. Do not write an account number.",
    },
    fields=(
        Field(
            "enabled",
            Kind.YES_NO,
            {
                "nl": "Een kindrekening?",
                "fr": "Un compte enfant ?",
                "de": "Ein Kinderkonto?",
                "en": "A child account?",
            },
        ),
        Field(
            "deposit_a",
            Kind.MONEY,
            {
                "nl": "Ouder A stort per maand",
                "fr": "Le parent A verse par mois",
                "de": "Elternteil A zahlt im Monat ein",
                "en": "Parent A pays in per month",
            },
            maximum=100_000,
            asked_when=_ASKED,
        ),
        Field(
            "deposit_b",
            Kind.MONEY,
            {
                "nl": "Ouder B stort per maand",
                "fr": "Le parent B verse par mois",
                "de": "Elternteil B zahlt im Monat ein",
                "en": "Parent B pays in per month",
            },
            maximum=100_000,
            asked_when=_ASKED,
        ),
        Field(
            "allowance_in",
            Kind.YES_NO,
            {
                "nl": "Komt de kinderbijslag op deze rekening?",
                "fr": "Les allocations familiales arrivent-elles sur ce compte ?",
                "de": "Kommen die Familienzulagen auf dieses Konto?",
                "en": "Do the family allowances go into this account?",
            },
            asked_when=_ASKED,
        ),
        _ALLOWED,
        Field(
            "single_limit",
            Kind.MONEY,
            {
                "nl": "Boven welk bedrag vragen jullie elkaar?",
                "fr": "À partir de quel montant vous concertez-vous ?",
                "de": "Ab welchem Betrag fragen Sie einander?",
                "en": "Above which amount do you ask each other?",
            },
            maximum=100_000,
            asked_when=_ASKED,
        ),
        _HOW_OFTEN,
    ),
    default={"enabled": "no", "single_limit": "75.00", "overview": "monthly"},
    source="art. 203bis §4 old Civil Code (an account for the contributions of both parents)",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"enabled": "no"},
            sentence={
                "nl": "Wij openen geen kindrekening.",
                "fr": "Nous n'ouvrons pas de compte enfant.",
                "de": "Wir eröffnen kein Kinderkonto.",
                "en": "We do not open a child account.",
            },
        ),
        Example(
            {
                "enabled": "yes",
                "deposit_a": "150.00",
                "deposit_b": "225.50",
                "allowance_in": "yes",
                "allowed_costs": ["school", "clothes"],
                "single_limit": "75.00",
                "overview": "monthly",
            },
            sentence={
                "nl": "Op de kindrekening stort Ana elke maand 150,00 euro en Ben 225,50 euro; de kinderbijslag komt ook op deze rekening; de rekening dient voor school en kleren; voor een uitgave boven 75,00 euro is het akkoord van beide ouders nodig; beide ouders zien elke maand een overzicht.",
                "fr": "Sur le compte enfant, Ana verse chaque mois 150,00 euros et Ben 225,50 euros ; les allocations familiales arrivent aussi sur ce compte ; le compte sert à payer : l'école et les vêtements ; une dépense de plus de 75,00 euros demande l'accord des deux parents ; les deux parents voient un relevé chaque mois.",
                "de": "Auf das Kinderkonto zahlt Ana jeden Monat 150,00 Euro und Ben 225,50 Euro; die Familienzulagen kommen auch auf dieses Konto; das Konto ist für Schule und Kleidung; eine Ausgabe über 75,00 Euro braucht die Zustimmung beider Eltern; beide Eltern sehen jeden Monat eine Übersicht.",
                "en": "Each month Ana pays 150.00 euros and Ben 225.50 euros into the child account; the family allowances also go into this account; the account is for school and clothes; an expense above 75.00 euros needs the agreement of both parents; both parents see an overview every month.",
            },
        ),
        Example({}, problems=("enabled",)),
        Example(
            {"enabled": "yes"},
            problems=("deposit_a", "deposit_b", "allowance_in", "allowed_costs", "single_limit", "overview"),
        ),
        Example(
            {
                "enabled": "yes",
                "deposit_a": "0.00",
                "deposit_b": "0.00",
                "allowance_in": "no",
                "allowed_costs": ["school"],
                "single_limit": "75.00",
                "overview": "monthly",
            },
            problems=("deposit_a",),
        ),
        Example(
            {
                "enabled": "yes",
                "deposit_a": "a lot",
                "deposit_b": "75",
                "allowance_in": "perhaps",
                "allowed_costs": ["holidays"],
                "single_limit": "75.00",
                "overview": "daily",
            },
            problems=("deposit_a", "deposit_b", "allowance_in", "allowed_costs", "overview"),
        ),
    ),
)
