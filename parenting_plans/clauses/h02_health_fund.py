"""H02: the children's health fund, hospital insurance and record. No member number and no national number is asked."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_PAYERS: tuple[tuple[str, Words], ...] = (
    (
        "as_extraordinary",
        {
            "nl": "zoals de buitengewone kosten",
            "fr": "comme les frais extraordinaires",
            "de": "wie die außergewöhnlichen Kosten",
            "en": "like the extraordinary costs",
        },
    ),
    (
        "halves",
        {"nl": "elk de helft", "fr": "chacun la moitié", "de": "je die Hälfte", "en": "half each"},
    ),
    (
        "one_parent",
        {"nl": "één ouder", "fr": "un seul parent", "de": "ein Elternteil", "en": "one parent"},
    ),
)
_FUND: Words = {
    "nl": "De kinderen zijn ingeschreven bij ziekenfonds {fund}, via {via}.",
    "fr": "Les enfants sont inscrits à la mutuelle {fund}, par {via}.",
    "de": "Die Kinder sind bei der Krankenkasse {fund} eingeschrieben, über {via}.",
    "en": "The children are registered with the health fund {fund}, through {via}.",
}
_VIA: Words = {
    "nl": "De kinderen zijn bij het ziekenfonds ingeschreven via {via}.",
    "fr": "Les enfants sont inscrits à la mutuelle par {via}.",
    "de": "Die Kinder sind bei der Krankenkasse über {via} eingeschrieben.",
    "en": "The children are registered with the health fund through {via}.",
}
_PREMIUM: dict[str, Words] = {
    "as_extraordinary": {
        "nl": "Zij hebben een hospitalisatieverzekering; de premie wordt verdeeld zoals de buitengewone kosten.",
        "fr": "Ils ont une assurance hospitalisation ; la prime est partagée comme les frais extraordinaires.",
        "de": "Sie haben eine Krankenhausversicherung; die Prämie wird wie die außergewöhnlichen Kosten geteilt.",
        "en": "They have hospital insurance; the premium is shared like the extraordinary costs.",
    },
    "halves": {
        "nl": "Zij hebben een hospitalisatieverzekering; elke ouder betaalt de helft van de premie.",
        "fr": "Ils ont une assurance hospitalisation ; chaque parent paie la moitié de la prime.",
        "de": "Sie haben eine Krankenhausversicherung; jeder Elternteil zahlt die Hälfte der Prämie.",
        "en": "They have hospital insurance; each parent pays half of the premium.",
    },
    "one_parent": {
        "nl": "Zij hebben een hospitalisatieverzekering; {payer} betaalt de premie.",
        "fr": "Ils ont une assurance hospitalisation ; {payer} paie la prime.",
        "de": "Sie haben eine Krankenhausversicherung; {payer} zahlt die Prämie.",
        "en": "They have hospital insurance; {payer} pays the premium.",
    },
}
_NO_INSURANCE: Words = {
    "nl": "Zij hebben nu geen hospitalisatieverzekering.",
    "fr": "Ils n'ont pas d'assurance hospitalisation pour le moment.",
    "de": "Sie haben zurzeit keine Krankenhausversicherung.",
    "en": "They have no hospital insurance at present.",
}
_RECORD: Words = {
    "nl": "Beide ouders krijgen toegang tot het medisch dossier en geven terugbetalingen door aan wie de kosten heeft betaald.",
    "fr": "Les deux parents ont accès au dossier médical et transmettent les remboursements à celui qui a payé les frais.",
    "de": "Beide Eltern haben Zugang zur Krankenakte und geben Erstattungen an den weiter, der die Kosten bezahlt hat.",
    "en": "Both parents have access to the medical record and pass refunds on to whoever paid the costs.",
}


def _words(answers: Answers, names: Names) -> Words:
    via = names[answers["via"]]
    fund = answers.get("fund")
    parts = [filled(_FUND, fund=fund, via=via) if fund else filled(_VIA, via=via)]
    if answers["hospital_insurance"] == "no":
        parts.append(_NO_INSURANCE)
    elif answers["premium_payer"] == "one_parent":
        parts.append(filled(_PREMIUM["one_parent"], payer=names[answers["payer"]]))
    else:
        parts.append(_PREMIUM[answers["premium_payer"]])
    return sentences([*parts, _RECORD])


CLAUSE = Clause(
    code="H02",
    section="H",
    title={
        "nl": "Ziekenfonds en medisch dossier",
        "fr": "Mutuelle et dossier médical",
        "de": "Krankenkasse und Krankenakte",
        "en": "Health insurance and records",
    },
    question={
        "nl": "Via wie zijn de kinderen ingeschreven bij het ziekenfonds?",
        "fr": "Par qui les enfants sont-ils inscrits à la mutuelle ?",
        "de": "Über wen sind die Kinder bei der Krankenkasse eingeschrieben?",
        "en": "Through whom are the children registered with a health fund?",
    },
    hint={
        "nl": "Schrijf geen lidnummer en geen rijksregisternummer.",
        "fr": "N'écrivez ni numéro d'affilié ni numéro national.",
        "de": "Schreiben Sie keine Mitgliedsnummer und keine Nationalregisternummer.",
        "en": "Do not write a member number or a national number.",
    },
    fields=(
        Field(
            "fund",
            Kind.TEXT,
            {
                "nl": "Naam van het ziekenfonds",
                "fr": "Nom de la mutuelle",
                "de": "Name der Krankenkasse",
                "en": "Name of the health fund",
            },
            required=False,
            maximum=60,
        ),
        Field(
            "via",
            Kind.PARENT,
            {
                "nl": "Ingeschreven via",
                "fr": "Inscrits par",
                "de": "Eingeschrieben über",
                "en": "Registered through",
            },
        ),
        Field(
            "hospital_insurance",
            Kind.YES_NO,
            {
                "nl": "Is er een hospitalisatieverzekering?",
                "fr": "Y a-t-il une assurance hospitalisation ?",
                "de": "Gibt es eine Krankenhausversicherung?",
                "en": "Is there hospital insurance?",
            },
        ),
        Field(
            "premium_payer",
            Kind.CHOICE,
            {
                "nl": "Wie betaalt de premie?",
                "fr": "Qui paie la prime ?",
                "de": "Wer zahlt die Prämie?",
                "en": "Who pays the premium?",
            },
            options=_PAYERS,
            asked_when=("hospital_insurance", ("yes",)),
        ),
        Field(
            "payer",
            Kind.PARENT,
            {"nl": "Welke ouder?", "fr": "Quel parent ?", "de": "Welcher Elternteil?", "en": "Which parent?"},
            asked_when=("premium_payer", ("one_parent",)),
        ),
    ),
    default={"hospital_insurance": "yes", "premium_payer": "as_extraordinary"},
    source="Royal Decree of 22 April 2019 (the children's hospital insurance is an extraordinary cost)",
    words=_words,
    examples=(
        Example(
            {
                "fund": "Zonneschijn",
                "via": "A",
                "hospital_insurance": "yes",
                "premium_payer": "as_extraordinary",
            },
            sentence={
                "nl": "De kinderen zijn ingeschreven bij ziekenfonds Zonneschijn, via Ana. Zij hebben een hospitalisatieverzekering; de premie wordt verdeeld zoals de buitengewone kosten. Beide ouders krijgen toegang tot het medisch dossier en geven terugbetalingen door aan wie de kosten heeft betaald.",
                "fr": "Les enfants sont inscrits à la mutuelle Zonneschijn, par Ana. Ils ont une assurance hospitalisation ; la prime est partagée comme les frais extraordinaires. Les deux parents ont accès au dossier médical et transmettent les remboursements à celui qui a payé les frais.",
                "de": "Die Kinder sind bei der Krankenkasse Zonneschijn eingeschrieben, über Ana. Sie haben eine Krankenhausversicherung; die Prämie wird wie die außergewöhnlichen Kosten geteilt. Beide Eltern haben Zugang zur Krankenakte und geben Erstattungen an den weiter, der die Kosten bezahlt hat.",
                "en": "The children are registered with the health fund Zonneschijn, through Ana. They have hospital insurance; the premium is shared like the extraordinary costs. Both parents have access to the medical record and pass refunds on to whoever paid the costs.",
            },
        ),
        Example(
            {"via": "B", "hospital_insurance": "no"},
            sentence={
                "nl": "De kinderen zijn bij het ziekenfonds ingeschreven via Ben. Zij hebben nu geen hospitalisatieverzekering. Beide ouders krijgen toegang tot het medisch dossier en geven terugbetalingen door aan wie de kosten heeft betaald.",
                "fr": "Les enfants sont inscrits à la mutuelle par Ben. Ils n'ont pas d'assurance hospitalisation pour le moment. Les deux parents ont accès au dossier médical et transmettent les remboursements à celui qui a payé les frais.",
                "de": "Die Kinder sind bei der Krankenkasse über Ben eingeschrieben. Sie haben zurzeit keine Krankenhausversicherung. Beide Eltern haben Zugang zur Krankenakte und geben Erstattungen an den weiter, der die Kosten bezahlt hat.",
                "en": "The children are registered with the health fund through Ben. They have no hospital insurance at present. Both parents have access to the medical record and pass refunds on to whoever paid the costs.",
            },
        ),
        Example(
            {"via": "B", "hospital_insurance": "yes", "premium_payer": "one_parent", "payer": "A"},
            sentence={
                "nl": "De kinderen zijn bij het ziekenfonds ingeschreven via Ben. Zij hebben een hospitalisatieverzekering; Ana betaalt de premie. Beide ouders krijgen toegang tot het medisch dossier en geven terugbetalingen door aan wie de kosten heeft betaald.",
                "fr": "Les enfants sont inscrits à la mutuelle par Ben. Ils ont une assurance hospitalisation ; Ana paie la prime. Les deux parents ont accès au dossier médical et transmettent les remboursements à celui qui a payé les frais.",
                "de": "Die Kinder sind bei der Krankenkasse über Ben eingeschrieben. Sie haben eine Krankenhausversicherung; Ana zahlt die Prämie. Beide Eltern haben Zugang zur Krankenakte und geben Erstattungen an den weiter, der die Kosten bezahlt hat.",
                "en": "The children are registered with the health fund through Ben. They have hospital insurance; Ana pays the premium. Both parents have access to the medical record and pass refunds on to whoever paid the costs.",
            },
        ),
        Example(
            {"via": "A", "hospital_insurance": "yes", "premium_payer": "halves"},
            sentence={
                "nl": "De kinderen zijn bij het ziekenfonds ingeschreven via Ana. Zij hebben een hospitalisatieverzekering; elke ouder betaalt de helft van de premie. Beide ouders krijgen toegang tot het medisch dossier en geven terugbetalingen door aan wie de kosten heeft betaald.",
                "fr": "Les enfants sont inscrits à la mutuelle par Ana. Ils ont une assurance hospitalisation ; chaque parent paie la moitié de la prime. Les deux parents ont accès au dossier médical et transmettent les remboursements à celui qui a payé les frais.",
                "de": "Die Kinder sind bei der Krankenkasse über Ana eingeschrieben. Sie haben eine Krankenhausversicherung; jeder Elternteil zahlt die Hälfte der Prämie. Beide Eltern haben Zugang zur Krankenakte und geben Erstattungen an den weiter, der die Kosten bezahlt hat.",
                "en": "The children are registered with the health fund through Ana. They have hospital insurance; each parent pays half of the premium. Both parents have access to the medical record and pass refunds on to whoever paid the costs.",
            },
        ),
        Example({}, problems=("via", "hospital_insurance")),
        Example({"via": "A", "hospital_insurance": "yes"}, problems=("premium_payer",)),
        Example(
            {"via": "A", "hospital_insurance": "yes", "premium_payer": "one_parent"}, problems=("payer",)
        ),
        Example(
            {"fund": "x" * 61, "via": "C", "hospital_insurance": "soon", "member_number": "1"},
            problems=("fund", "via", "hospital_insurance", "member_number"),
        ),
    ),
)
