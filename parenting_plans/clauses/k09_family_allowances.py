"""K09: to whom the family allowances are paid."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined

_REGIONS: tuple[tuple[str, Words], ...] = (
    (
        "vl",
        {
            "nl": "Vlaanderen (Groeipakket)",
            "fr": "Flandre (Groeipakket)",
            "de": "Flandern (Groeipakket)",
            "en": "Flanders (Groeipakket)",
        },
    ),
    ("wal", {"nl": "Wallonië", "fr": "Wallonie", "de": "Wallonie", "en": "Wallonia"}),
    ("bxl", {"nl": "Brussel", "fr": "Bruxelles", "de": "Brüssel", "en": "Brussels"}),
    (
        "dg",
        {
            "nl": "Duitstalige Gemeenschap",
            "fr": "Communauté germanophone",
            "de": "Deutschsprachige Gemeinschaft",
            "en": "German-speaking Community",
        },
    ),
)
_BENEFICIARIES: tuple[tuple[str, Words], ...] = (
    (
        "current",
        {
            "nl": "wie ze nu krijgt, tot jullie iets anders afspreken",
            "fr": "le parent qui les reçoit maintenant, jusqu'à un autre accord",
            "de": "wer sie jetzt erhält, bis Sie etwas anderes absprechen",
            "en": "whoever receives them now, until you agree otherwise",
        },
    ),
    ("parent_a", {"nl": "ouder A", "fr": "parent A", "de": "Elternteil A", "en": "parent A"}),
    ("parent_b", {"nl": "ouder B", "fr": "parent B", "de": "Elternteil B", "en": "parent B"}),
    (
        "joint_account",
        {
            "nl": "een gezamenlijke rekening",
            "fr": "un compte commun",
            "de": "ein gemeinsames Konto",
            "en": "a joint account",
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
_SUPPLEMENTS: tuple[tuple[str, Words], ...] = (
    (
        "same",
        {
            "nl": "de toeslagen volgen dezelfde weg",
            "fr": "les suppléments suivent le même chemin",
            "de": "die Zuschläge gehen denselben Weg",
            "en": "supplements go the same way",
        },
    ),
    (
        "halves",
        {
            "nl": "de toeslagen worden in twee gelijke delen verdeeld",
            "fr": "les suppléments sont partagés en deux parts égales",
            "de": "die Zuschläge werden in zwei gleiche Teile geteilt",
            "en": "supplements are shared in two equal parts",
        },
    ),
)
_PAID: dict[str, Words] = {
    "current": {
        "nl": "De kinderbijslag, {region}, blijft gaan naar wie ze nu krijgt, tot wij iets anders afspreken",
        "fr": "Les allocations familiales, {region}, restent versées au parent qui les reçoit maintenant, jusqu'à un autre accord entre nous",
        "de": "Die Familienzulagen, {region}, gehen weiter an den Elternteil, der sie jetzt erhält, bis wir etwas anderes absprechen",
        "en": "The family allowances, {region}, keep going to the parent who receives them now, until we agree otherwise",
    },
    "parent": {
        "nl": "De kinderbijslag, {region}, wordt betaald aan {parent}",
        "fr": "Les allocations familiales, {region}, sont versées à {parent}",
        "de": "Die Familienzulagen, {region}, werden an {parent} gezahlt",
        "en": "The family allowances, {region}, are paid to {parent}",
    },
    "joint_account": {
        "nl": "De kinderbijslag, {region}, wordt betaald op een gezamenlijke rekening van {a} en {b}",
        "fr": "Les allocations familiales, {region}, sont versées sur un compte commun ({a} et {b})",
        "de": "Die Familienzulagen, {region}, werden auf ein gemeinsames Konto von {a} und {b} gezahlt",
        "en": "The family allowances, {region}, are paid into a joint account of {a} and {b}",
    },
    "child_account": {
        "nl": "De kinderbijslag, {region}, wordt betaald op de kindrekening",
        "fr": "Les allocations familiales, {region}, sont versées sur le compte enfant",
        "de": "Die Familienzulagen, {region}, werden auf das Kinderkonto gezahlt",
        "en": "The family allowances, {region}, are paid into the child account",
    },
}


def _words(answers: Answers, names: Names) -> Words:
    to = answers["beneficiary"]
    parent = names["B" if to == "parent_b" else "A"]
    template = _PAID["parent" if to.startswith("parent") else to]
    region = option(_REGION, answers["region"])
    paid = filled(template, region=region, parent=parent, a=names["A"], b=names["B"])
    return joined([paid, option(_EXTRA, answers["supplements"])])


_REGION = Field(
    "region",
    Kind.CHOICE,
    {"nl": "Welk stelsel?", "fr": "Quel régime ?", "de": "Welches System?", "en": "Which system?"},
    options=_REGIONS,
)
_EXTRA = Field(
    "supplements",
    Kind.CHOICE,
    {"nl": "Toeslagen", "fr": "Suppléments", "de": "Zuschläge", "en": "Supplements"},
    options=_SUPPLEMENTS,
)

CLAUSE = Clause(
    code="K09",
    section="K",
    title={
        "nl": "Kinderbijslag (Groeipakket)",
        "fr": "Allocations familiales",
        "de": "Familienzulagen",
        "en": "Family allowances",
    },
    question={
        "nl": "Wie krijgt de kinderbijslag?",
        "fr": "Qui reçoit les allocations familiales ?",
        "de": "Wer erhält die Familienzulagen?",
        "en": "Who receives the family allowances?",
    },
    hint={
        "nl": "Meestal telt het stelsel van de streek waar het kind ingeschreven is.",
        "fr": "En général, c'est le régime de la région où l'enfant a son domicile.",
        "de": "Meistens gilt das System des Gebietes, in dem das Kind eingetragen ist.",
        "en": "Usually it is the system of the region where the child is registered.",
    },
    fields=(
        _REGION,
        Field(
            "beneficiary",
            Kind.CHOICE,
            {"nl": "Aan wie?", "fr": "À qui ?", "de": "An wen?", "en": "To whom?"},
            options=_BENEFICIARIES,
        ),
        _EXTRA,
    ),
    default={"beneficiary": "current", "supplements": "same"},
    core=True,
    needed_for=frozenset({"EOT"}),
    source="Regional rules on family allowances (Flanders: Groeipakket); mentioned among the reasons of art. 1321 Jud. Code",
    words=_words,
    examples=(
        Example(
            {"region": "vl", "beneficiary": "current", "supplements": "same"},
            sentence={
                "nl": "De kinderbijslag, Vlaanderen (Groeipakket), blijft gaan naar wie ze nu krijgt, tot wij iets anders afspreken; de toeslagen volgen dezelfde weg.",
                "fr": "Les allocations familiales, Flandre (Groeipakket), restent versées au parent qui les reçoit maintenant, jusqu'à un autre accord entre nous ; les suppléments suivent le même chemin.",
                "de": "Die Familienzulagen, Flandern (Groeipakket), gehen weiter an den Elternteil, der sie jetzt erhält, bis wir etwas anderes absprechen; die Zuschläge gehen denselben Weg.",
                "en": "The family allowances, Flanders (Groeipakket), keep going to the parent who receives them now, until we agree otherwise; supplements go the same way.",
            },
        ),
        Example(
            {"region": "dg", "beneficiary": "parent_b", "supplements": "halves"},
            sentence={
                "nl": "De kinderbijslag, Duitstalige Gemeenschap, wordt betaald aan Ben; de toeslagen worden in twee gelijke delen verdeeld.",
                "fr": "Les allocations familiales, Communauté germanophone, sont versées à Ben ; les suppléments sont partagés en deux parts égales.",
                "de": "Die Familienzulagen, Deutschsprachige Gemeinschaft, werden an Ben gezahlt; die Zuschläge werden in zwei gleiche Teile geteilt.",
                "en": "The family allowances, German-speaking Community, are paid to Ben; supplements are shared in two equal parts.",
            },
        ),
        Example(
            {"region": "bxl", "beneficiary": "joint_account", "supplements": "same"},
            sentence={
                "nl": "De kinderbijslag, Brussel, wordt betaald op een gezamenlijke rekening van Ana en Ben; de toeslagen volgen dezelfde weg.",
                "fr": "Les allocations familiales, Bruxelles, sont versées sur un compte commun (Ana et Ben) ; les suppléments suivent le même chemin.",
                "de": "Die Familienzulagen, Brüssel, werden auf ein gemeinsames Konto von Ana und Ben gezahlt; die Zuschläge gehen denselben Weg.",
                "en": "The family allowances, Brussels, are paid into a joint account of Ana and Ben; supplements go the same way.",
            },
        ),
        Example({}, problems=("region", "beneficiary", "supplements")),
        Example(
            {"region": "nl", "beneficiary": "grandmother", "supplements": ["same"]},
            problems=("region", "beneficiary", "supplements"),
        ),
    ),
)
