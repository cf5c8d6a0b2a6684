"""K02: whether one parent pays the other a contribution, how much, and why that much.

The reasons are never optional: since 2019 every agreement on maintenance says on what its amount rests (art. 1321 Jud. Code).
No account is written here in full: at most its last four digits, so that both know which one is meant.
"""

from datetime import date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Home, Problem, Words
from parenting_plans.wording import euros, filled, joined, listed, long_date, shares

_METHODS: tuple[tuple[str, Words], ...] = (
    (
        "renard",
        {
            "nl": "de methode Renard",
            "fr": "la méthode Renard",
            "de": "die Methode Renard",
            "en": "the Renard method",
        },
    ),
    (
        "gezinsbond",
        {
            "nl": "de berekening van de Gezinsbond",
            "fr": "le calcul du Gezinsbond",
            "de": "die Berechnung des Gezinsbond",
            "en": "the Gezinsbond calculation",
        },
    ),
    (
        "pci",
        {
            "nl": "de PCA-rekentool",
            "fr": "l'outil de calcul PCA",
            "de": "das Berechnungsprogramm PCA",
            "en": "the PCA calculator",
        },
    ),
    (
        "own",
        {
            "nl": "een eigen berekening",
            "fr": "un calcul propre",
            "de": "eine eigene Berechnung",
            "en": "a calculation of our own",
        },
    ),
)
_GROUNDS: tuple[tuple[str, Words], ...] = (
    (
        "means",
        {
            "nl": "de middelen van elke ouder",
            "fr": "les moyens de chaque parent",
            "de": "die Mittel jedes Elternteils",
            "en": "the means of each parent",
        },
    ),
    (
        "ordinary_costs",
        {
            "nl": "de gewone kosten van de kinderen",
            "fr": "les frais ordinaires des enfants",
            "de": "die gewöhnlichen Kosten der Kinder",
            "en": "the ordinary costs of the children",
        },
    ),
    (
        "extraordinary_costs",
        {
            "nl": "de aard van de buitengewone kosten",
            "fr": "la nature des frais extraordinaires",
            "de": "die Art der außergewöhnlichen Kosten",
            "en": "the nature of the extraordinary costs",
        },
    ),
    (
        "residence",
        {
            "nl": "de verblijfsregeling in dit plan",
            "fr": "les modalités d'hébergement de ce plan",
            "de": "die Unterbringungsregelung in diesem Plan",
            "en": "the residence schedule in this plan",
        },
    ),
    (
        "allowances",
        {
            "nl": "de kinderbijslag",
            "fr": "les allocations familiales",
            "de": "die Familienzulagen",
            "en": "the family allowances",
        },
    ),
    (
        "tax_benefit",
        {
            "nl": "de belastingvoordelen voor de kinderen",
            "fr": "les avantages fiscaux pour les enfants",
            "de": "die Steuervorteile für die Kinder",
            "en": "the tax benefits for the children",
        },
    ),
    (
        "special",
        {
            "nl": "bijzondere omstandigheden",
            "fr": "des circonstances particulières",
            "de": "besondere Umstände",
            "en": "special circumstances",
        },
    ),
)
_PAID: Words = {
    "nl": "{payer} betaalt aan {other} {amount} per kind en per maand, vanaf {start} en ten laatste op de {day}e van elke maand",
    "fr": "{payer} paie à {other} {amount} par enfant et par mois, à partir du {start} et au plus tard le jour {day} de chaque mois",
    "de": "{payer} zahlt an {other} {amount} pro Kind und Monat, ab {start} und spätestens am Tag {day} jedes Monats",
    "en": "{payer} pays {other} {amount} per child per month, from {start} and by day {day} of each month at the latest",
}
_OTHER_AMOUNT: Words = {
    "nl": "voor {child} is dat {amount}",
    "fr": "pour {child}, c'est {amount}",
    "de": "für {child} sind das {amount}",
    "en": "for {child} it is {amount}",
}
_ACCOUNT: Words = {
    "nl": "de betaling gaat naar de rekening die eindigt op {digits}",
    "fr": "le paiement se fait sur le compte qui se termine par {digits}",
    "de": "die Zahlung geht auf das Konto, das auf {digits} endet",
    "en": "payment goes to the account that ends in {digits}",
}
_METHOD_USED: Words = {
    "nl": "het bedrag is berekend met {method}",
    "fr": "le montant a été calculé avec {method}",
    "de": "Grundlage des Betrags: {method}",
    "en": "the amount was worked out with {method}",
}
_NOT_PAID: Words = {
    "nl": "Op dit moment betaalt geen van beide ouders een onderhoudsbijdrage aan de andere",
    "fr": "Pour le moment, aucun des deux parents ne paie de contribution alimentaire à l'autre",
    "de": "Zurzeit zahlt kein Elternteil dem anderen einen Unterhaltsbeitrag",
    "en": "For now neither parent pays child maintenance to the other",
}
_REASONS: Words = {
    "nl": "wij hielden rekening met {grounds}",
    "fr": "nous avons tenu compte de ces éléments : {grounds}",
    "de": "wir haben Folgendes berücksichtigt: {grounds}",
    "en": "we took into account {grounds}",
}
_MEANS: Words = {
    "nl": "{ground} ({a}: {income_a} en {b}: {income_b} netto per maand)",
    "fr": "{ground} ({a} : {income_a} et {b} : {income_b} net par mois)",
    "de": "{ground} ({a}: {income_a} und {b}: {income_b} netto im Monat)",
    "en": "{ground} ({a}: {income_a} and {b}: {income_b} net per month)",
}
_BUDGET: Words = {
    "nl": "{ground} ({budget} per maand, waarvan {shares})",
    "fr": "{ground} ({budget} par mois, dont {shares})",
    "de": "{ground} ({budget} im Monat, davon {shares})",
    "en": "{ground} ({budget} per month, of which {shares})",
}
_SPECIAL: Words = {
    "nl": "{ground} ({text})",
    "fr": "{ground} ({text})",
    "de": "{ground} ({text})",
    "en": "{ground} ({text})",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["paid"] == "no":
        return ()
    children = [row["child"].casefold() for row in answers.get("other_amounts") or ()]
    return tuple(
        Problem(f"other_amounts.{place}.child", "Name each child once.")
        for place, child in enumerate(children)
        if child in children[:place]
    )


def _ground(value: str, answers: Answers, names: Names) -> Words:
    ground = option(_GROUNDS_FIELD, value)
    if value == "means":
        incomes = {name: euros(answers[name]) for name in ("income_a", "income_b")}
        return filled(_MEANS, ground=ground, a=names["A"], b=names["B"], **incomes)
    if value == "ordinary_costs":
        each = shares(answers["share_a"], names["A"], names["B"])
        return filled(_BUDGET, ground=ground, budget=euros(answers["budget"]), shares=each)
    if value == "special":
        return filled(_SPECIAL, ground=ground, text=answers["special"])
    return ground


def _payment(answers: Answers, names: Names) -> list[Words]:
    payer = Home(answers["payer"])
    parts = [
        filled(
            _PAID,
            payer=names[payer],
            other=names[payer.other],
            amount=euros(answers["amount"]),
            start=long_date(date.fromisoformat(answers["start"])),
            day=str(answers["due_day"]),
        )
    ]
    parts += [
        filled(_OTHER_AMOUNT, child=row["child"], amount=euros(row["amount"]))
        for row in answers.get("other_amounts") or ()
    ]
    if answers.get("account_end") not in (None, ""):
        parts.append(filled(_ACCOUNT, digits=f"{answers['account_end']:04d}"))
    return [*parts, filled(_METHOD_USED, method=option(_METHOD, answers["method"]))]


def _words(answers: Answers, names: Names) -> Words:
    parts = _payment(answers, names) if answers["paid"] == "yes" else [_NOT_PAID]
    grounds = [_ground(one, answers, names) for one in answers["grounds"]]
    return joined([*parts, filled(_REASONS, grounds=listed(grounds))])


_METHOD = Field(
    "method",
    Kind.CHOICE,
    {
        "nl": "Hoe is het bedrag berekend?",
        "fr": "Comment le montant a-t-il été calculé ?",
        "de": "Wie wurde der Betrag berechnet?",
        "en": "How was the amount worked out?",
    },
    options=_METHODS,
    asked_when=("paid", ("yes",)),
)
_GROUNDS_FIELD = Field(
    "grounds",
    Kind.CHOICES,
    {
        "nl": "Waarmee hielden jullie rekening?",
        "fr": "De quoi avez-vous tenu compte ?",
        "de": "Was haben Sie berücksichtigt?",
        "en": "What did you take into account?",
    },
    options=_GROUNDS,
    hint={
        "nl": "De wet vraagt redenen, ook als niemand betaalt.",
        "fr": "La loi demande des raisons, même si personne ne paie.",
        "de": "Das Gesetz verlangt Gründe, auch wenn niemand zahlt.",
        "en": "The law asks for reasons, also when nobody pays.",
    },
)

CLAUSE = Clause(
    code="K02",
    section="K",
    title={
        "nl": "Onderhoudsbijdrage",
        "fr": "Contribution alimentaire",
        "de": "Unterhaltsbeitrag",
        "en": "Child maintenance contribution",
    },
    question={
        "nl": "Betaalt een ouder een bijdrage voor de kinderen, en hoeveel?",
        "fr": "Un parent paie-t-il une contribution pour les enfants, et combien ?",
        "de": "Zahlt ein Elternteil einen Beitrag für die Kinder, und wie viel?",
        "en": "Does one parent pay a contribution for the children, and how much?",
    },
    hint={
        "nl": "Wij rekenen geen bedrag uit. Een bemiddelaar of advocaat kan dat samen met jullie doen.",
        "fr": "Nous ne calculons pas de montant. Un médiateur ou un avocat peut le faire avec vous.",
        "de": "Wir berechnen keinen Betrag. Ein Mediator oder Anwalt kann das mit Ihnen tun.",
        "en": "We do not work out an amount. A mediator or a lawyer can do that with you.",
    },
    fields=(
        Field(
            "paid",
            Kind.YES_NO,
            {
                "nl": "Is er een bijdrage?",
                "fr": "Y a-t-il une contribution ?",
                "de": "Gibt es einen Beitrag?",
                "en": "Is there a contribution?",
            },
        ),
        Field(
            "payer",
            Kind.PARENT,
            {"nl": "Wie betaalt?", "fr": "Qui paie ?", "de": "Wer zahlt?", "en": "Who pays?"},
            asked_when=("paid", ("yes",)),
        ),
        Field(
            "amount",
            Kind.MONEY,
            {
                "nl": "Hoeveel per kind en per maand?",
                "fr": "Combien par enfant et par mois ?",
                "de": "Wie viel pro Kind und Monat?",
                "en": "How much per child per month?",
            },
            minimum=1,
            maximum=100_000,
            asked_when=("paid", ("yes",)),
        ),
        Field(
            "other_amounts",
            Kind.ROWS,
            {
                "nl": "Een ander bedrag voor één kind",
                "fr": "Un autre montant pour un enfant",
                "de": "Ein anderer Betrag für ein Kind",
                "en": "Another amount for one child",
            },
            columns=(
                Field(
                    "child",
                    Kind.TEXT,
                    {
                        "nl": "Voornaam van het kind",
                        "fr": "Prénom de l'enfant",
                        "de": "Vorname des Kindes",
                        "en": "First name of the child",
                    },
                    maximum=60,
                ),
                Field(
                    "amount",
                    Kind.MONEY,
                    {
                        "nl": "Bedrag per maand",
                        "fr": "Montant par mois",
                        "de": "Betrag im Monat",
                        "en": "Amount per month",
                    },
                    maximum=100_000,
                ),
            ),
            required=False,
            maximum=8,
            asked_when=("paid", ("yes",)),
        ),
        Field(
            "start",
            Kind.DATE,
            {
                "nl": "Vanaf welke dag?",
                "fr": "À partir de quel jour ?",
                "de": "Ab welchem Tag?",
                "en": "From which day?",
            },
            asked_when=("paid", ("yes",)),
        ),
        Field(
            "due_day",
            Kind.INTEGER,
            {
                "nl": "Ten laatste op welke dag van de maand?",
                "fr": "Au plus tard quel jour du mois ?",
                "de": "Spätestens an welchem Tag des Monats?",
                "en": "By which day of the month?",
            },
            minimum=1,
            maximum=28,
            asked_when=("paid", ("yes",)),
        ),
        Field(
            "account_end",
            Kind.INTEGER,
            {
                "nl": "Laatste vier cijfers van de rekening",
                "fr": "Quatre derniers chiffres du compte",
                "de": "Letzte vier Ziffern des Kontos",
                "en": "Last four digits of the account",
            },
            required=False,
            maximum=9999,
            hint={
                "nl": "Schrijf hier nooit een volledig rekeningnummer.",
                "fr": "N'écrivez jamais un numéro de compte complet ici.",
                "de": "Schreiben Sie hier nie eine vollständige Kontonummer.",
                "en": "Never write a full account number here.",
            },
            asked_when=("paid", ("yes",)),
        ),
        _METHOD,
        _GROUNDS_FIELD,
        Field(
            "income_a",
            Kind.MONEY,
            {
                "nl": "Netto-inkomen van ouder A per maand",
                "fr": "Revenu net du parent A par mois",
                "de": "Nettoeinkommen von Elternteil A im Monat",
                "en": "Net income of parent A per month",
            },
            asked_when=("grounds", ("means",)),
        ),
        Field(
            "income_b",
            Kind.MONEY,
            {
                "nl": "Netto-inkomen van ouder B per maand",
                "fr": "Revenu net du parent B par mois",
                "de": "Nettoeinkommen von Elternteil B im Monat",
                "en": "Net income of parent B per month",
            },
            asked_when=("grounds", ("means",)),
        ),
        Field(
            "budget",
            Kind.MONEY,
            {
                "nl": "Gewone kosten van de kinderen per maand",
                "fr": "Frais ordinaires des enfants par mois",
                "de": "Gewöhnliche Kosten der Kinder im Monat",
                "en": "Ordinary costs of the children per month",
            },
            asked_when=("grounds", ("ordinary_costs",)),
        ),
        Field(
            "share_a",
            Kind.PERCENT,
            {
                "nl": "Deel van ouder A in deze kosten",
                "fr": "Part du parent A dans ces frais",
                "de": "Anteil von Elternteil A an diesen Kosten",
                "en": "Share of parent A in these costs",
            },
            asked_when=("grounds", ("ordinary_costs",)),
        ),
        Field(
            "special",
            Kind.TEXT,
            {
                "nl": "Welke bijzondere omstandigheden?",
                "fr": "Quelles circonstances particulières ?",
                "de": "Welche besonderen Umstände?",
                "en": "Which special circumstances?",
            },
            maximum=300,
            asked_when=("grounds", ("special",)),
        ),
    ),
    core=True,
    needed_for=frozenset({"EOT", "NL"}),
    source="art. 203, 203bis old Civil Code; reasons for the amount: art. 1321 Jud. Code (since 10 January 2019); art. 1288 3° Jud. Code",
    words=_words,
    together=_together,
    examples=(
        Example(
            {
                "paid": "yes",
                "payer": "B",
                "amount": "180.00",
                "other_amounts": [{"child": "Lou", "amount": "220.50"}],
                "start": "2027-09-01",
                "due_day": 5,
                "account_end": 42,
                "method": "renard",
                "grounds": ["means", "ordinary_costs", "residence"],
                "income_a": "2100.00",
                "income_b": "2950.00",
                "budget": "900.00",
                "share_a": 40,
            },
            sentence={
                "nl": "Ben betaalt aan Ana 180,00 euro per kind en per maand, vanaf 1 september 2027 en ten laatste op de 5e van elke maand; voor Lou is dat 220,50 euro; de betaling gaat naar de rekening die eindigt op 0042; het bedrag is berekend met de methode Renard; wij hielden rekening met de middelen van elke ouder (Ana: 2100,00 euro en Ben: 2950,00 euro netto per maand), de gewone kosten van de kinderen (900,00 euro per maand, waarvan Ana 40% en Ben 60%) en de verblijfsregeling in dit plan.",
                "fr": "Ben paie à Ana 180,00 euros par enfant et par mois, à partir du 1er septembre 2027 et au plus tard le jour 5 de chaque mois ; pour Lou, c'est 220,50 euros ; le paiement se fait sur le compte qui se termine par 0042 ; le montant a été calculé avec la méthode Renard ; nous avons tenu compte de ces éléments : les moyens de chaque parent (Ana : 2100,00 euros et Ben : 2950,00 euros net par mois), les frais ordinaires des enfants (900,00 euros par mois, dont Ana 40\xa0% et Ben 60\xa0%) et les modalités d'hébergement de ce plan.",
                "de": "Ben zahlt an Ana 180,00 Euro pro Kind und Monat, ab 1. September 2027 und spätestens am Tag 5 jedes Monats; für Lou sind das 220,50 Euro; die Zahlung geht auf das Konto, das auf 0042 endet; Grundlage des Betrags: die Methode Renard; wir haben Folgendes berücksichtigt: die Mittel jedes Elternteils (Ana: 2100,00 Euro und Ben: 2950,00 Euro netto im Monat), die gewöhnlichen Kosten der Kinder (900,00 Euro im Monat, davon Ana 40\xa0% und Ben 60\xa0%) und die Unterbringungsregelung in diesem Plan.",
                "en": "Ben pays Ana 180.00 euros per child per month, from 1 September 2027 and by day 5 of each month at the latest; for Lou it is 220.50 euros; payment goes to the account that ends in 0042; the amount was worked out with the Renard method; we took into account the means of each parent (Ana: 2100.00 euros and Ben: 2950.00 euros net per month), the ordinary costs of the children (900.00 euros per month, of which Ana 40% and Ben 60%) and the residence schedule in this plan.",
            },
        ),
        Example(
            {"paid": "no", "grounds": ["residence", "special"], "special": "Mio woont op internaat {gratis}"},
            sentence={
                "nl": "Op dit moment betaalt geen van beide ouders een onderhoudsbijdrage aan de andere; wij hielden rekening met de verblijfsregeling in dit plan en bijzondere omstandigheden (Mio woont op internaat {gratis}).",
                "fr": "Pour le moment, aucun des deux parents ne paie de contribution alimentaire à l'autre ; nous avons tenu compte de ces éléments : les modalités d'hébergement de ce plan et des circonstances particulières (Mio woont op internaat {gratis}).",
                "de": "Zurzeit zahlt kein Elternteil dem anderen einen Unterhaltsbeitrag; wir haben Folgendes berücksichtigt: die Unterbringungsregelung in diesem Plan und besondere Umstände (Mio woont op internaat {gratis}).",
                "en": "For now neither parent pays child maintenance to the other; we took into account the residence schedule in this plan and special circumstances (Mio woont op internaat {gratis}).",
            },
        ),
        Example({}, problems=("paid", "grounds")),
        Example({"paid": "no"}, problems=("grounds",)),
        Example(
            {"paid": "yes", "grounds": ["tax_benefit"]},
            problems=("payer", "amount", "start", "due_day", "method"),
        ),
        Example(
            {"paid": "no", "grounds": ["means", "ordinary_costs", "special"]},
            problems=("income_a", "income_b", "budget", "share_a", "special"),
        ),
        Example(
            {
                "paid": "yes",
                "payer": "A",
                "amount": "0.00",
                "start": "2027-02-30",
                "due_day": 29,
                "account_end": 10_000,
                "method": "own",
                "grounds": ["residence"],
            },
            problems=("amount", "start", "due_day", "account_end"),
        ),
        Example(
            {
                "paid": "yes",
                "payer": "A",
                "amount": "100.00",
                "other_amounts": [{"child": "Lou", "amount": "1.00"}, {"child": "lou", "amount": "2.00"}],
                "start": "2027-02-01",
                "due_day": 1,
                "method": "own",
                "grounds": ["residence"],
            },
            problems=("other_amounts.1.child",),
        ),
    ),
)
