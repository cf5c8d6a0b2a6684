"""K10: who has the children as dependants for tax; fiscal co-parenting in the words that the law asks for.

Art. 132bis Income Tax Code: a registered or homologated agreement that says expressly that residence is equally shared and
that both are willing to share the tax-free supplements; not for a child whose maintenance is deducted (Circular 2022/C/63).
"""

from parenting_plans.clause import LOU, MIO, Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, listed

_MODES: tuple[tuple[str, Words], ...] = (
    (
        "parent_a",
        {
            "nl": "alle kinderen bij ouder A",
            "fr": "tous les enfants chez le parent A",
            "de": "alle Kinder bei Elternteil A",
            "en": "all children with parent A",
        },
    ),
    (
        "parent_b",
        {
            "nl": "alle kinderen bij ouder B",
            "fr": "tous les enfants chez le parent B",
            "de": "alle Kinder bei Elternteil B",
            "en": "all children with parent B",
        },
    ),
    (
        "coparenting",
        {
            "nl": "fiscaal co-ouderschap",
            "fr": "coparenté fiscale",
            "de": "steuerliche Mitelternschaft",
            "en": "fiscal co-parenting",
        },
    ),
    (
        "split_children",
        {
            "nl": "we zeggen het per kind",
            "fr": "nous le disons pour chaque enfant",
            "de": "wir sagen es für jedes Kind",
            "en": "we say it for each child",
        },
    ),
)
_ONE: Words = {
    "nl": "Vanaf inkomstenjaar {year} zijn de kinderen fiscaal ten laste van {parent}.",
    "fr": "À partir de l'année de revenus {year}, {parent} a les enfants à charge pour les impôts.",
    "de": "Ab dem Einkommensjahr {year} sind die Kinder steuerlich zu Lasten von {parent}.",
    "en": "From income year {year} the children are tax dependants of {parent}.",
}
_EACH: Words = {
    "nl": "{child} is ten laste van {parent}",
    "fr": "{parent} a {child} à charge",
    "de": "{child} ist zu Lasten von {parent}",
    "en": "{child} with {parent}",
}
_SPLIT: Words = {
    "nl": "Vanaf inkomstenjaar {year} geldt voor de belastingen: {each}.",
    "fr": "À partir de l'année de revenus {year}, pour les impôts : {each}.",
    "de": "Ab dem Einkommensjahr {year} gilt für die Steuern: {each}.",
    "en": "From income year {year} the tax dependants are: {each}.",
}
_EQUAL: Words = {
    "nl": "Het verblijf van de kinderen is gelijkmatig verdeeld over {a} en {b}",
    "fr": "L'hébergement des enfants est réparti de manière égalitaire entre {a} et {b}",
    "de": "Die Unterbringung der Kinder ist gleichmäßig zwischen {a} und {b} aufgeteilt",
    "en": "The residence of the children is equally shared between {a} and {b}",
}
_WILLING: Words = {
    "nl": "beide ouders zijn bereid de toeslagen op de belastingvrije som te verdelen (fiscaal co-ouderschap, art. 132bis WIB 92), vanaf inkomstenjaar {year}",
    "fr": "les deux parents sont disposés à répartir les suppléments à la quotité exemptée d'impôt (coparenté fiscale, art. 132bis CIR 92), à partir de l'année de revenus {year}",
    "de": "beide Eltern sind bereit, die Zuschläge zum Steuerfreibetrag aufzuteilen (steuerliche Mitelternschaft, Art. 132bis EStGB 92), ab dem Einkommensjahr {year}",
    "en": "both parents are willing to share the supplements to the tax-free amount (fiscal co-parenting, art. 132bis ITC 92), from income year {year}",
}
_CONDITIONS: Words = {
    "nl": "daarvoor laten wij dit akkoord registreren of homologeren, en geen van beiden trekt voor deze kinderen onderhoudsgeld af",
    "fr": "pour cela, nous faisons enregistrer ou homologuer cet accord, et aucun de nous ne déduit de contribution alimentaire pour ces enfants",
    "de": "dafür lassen wir diese Vereinbarung registrieren oder homologieren, und keiner von uns zieht für diese Kinder Unterhalt ab",
    "en": "for this we have this agreement registered or homologated, and neither of us deducts maintenance for these children",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    if answers["mode"] == "coparenting" and answers["registered_or_homologated"] == "no":
        text = "Fiscal co-parenting only works with a registered or homologated agreement. Choose yes, or another answer above."
        return (Problem("registered_or_homologated", text),)
    return ()


def _words(answers: Answers, names: Names) -> Words:
    year, mode = str(answers["from_income_year"]), answers["mode"]
    if mode == "coparenting":
        return joined([filled(_EQUAL, a=names["A"], b=names["B"]), filled(_WILLING, year=year), _CONDITIONS])
    if mode == "split_children":
        rows = sorted(answers["per_child"].items())
        each = [filled(_EACH, child=names[child], parent=names[parent]) for child, parent in rows]
        return filled(_SPLIT, year=year, each=listed(each))
    return filled(_ONE, year=year, parent=names["A" if mode == "parent_a" else "B"])


CLAUSE = Clause(
    code="K10",
    section="K",
    title={
        "nl": "Belastingen: kinderen ten laste",
        "fr": "Impôts : enfants à charge",
        "de": "Steuern: Kinder zu Lasten",
        "en": "Tax: dependent children",
    },
    question={
        "nl": "Wie krijgt het belastingvoordeel voor de kinderen?",
        "fr": "Qui a l'avantage fiscal pour les enfants ?",
        "de": "Wer erhält den Steuervorteil für die Kinder?",
        "en": "Who has the tax benefit for the children?",
    },
    hint={
        "nl": "Fiscaal co-ouderschap kan alleen bij een gelijk verdeeld verblijf, en niet samen met aftrek van onderhoudsgeld.",
        "fr": "La coparenté fiscale n'est possible qu'avec un hébergement égalitaire, et sans déduction d'une contribution alimentaire.",
        "de": "Steuerliche Mitelternschaft geht nur bei gleichmäßiger Unterbringung, und nicht zusammen mit Abzug von Unterhalt.",
        "en": "Fiscal co-parenting needs equal residence, and does not go together with deducting maintenance.",
    },
    fields=(
        Field(
            "mode",
            Kind.CHOICE,
            {"nl": "Ten laste", "fr": "À charge", "de": "Zu Lasten", "en": "Dependants"},
            options=_MODES,
        ),
        Field(
            "per_child",
            Kind.CHILDREN_MAP,
            {"nl": "Per kind", "fr": "Pour chaque enfant", "de": "Für jedes Kind", "en": "For each child"},
            asked_when=("mode", ("split_children",)),
        ),
        Field(
            "from_income_year",
            Kind.INTEGER,
            {
                "nl": "Vanaf welk inkomstenjaar?",
                "fr": "À partir de quelle année de revenus ?",
                "de": "Ab welchem Einkommensjahr?",
                "en": "From which income year?",
            },
            minimum=2020,
            maximum=2099,
        ),
        Field(
            "registered_or_homologated",
            Kind.YES_NO,
            {
                "nl": "Laten jullie dit akkoord registreren of homologeren?",
                "fr": "Ferez-vous enregistrer ou homologuer cet accord ?",
                "de": "Lassen Sie diese Vereinbarung registrieren oder homologieren?",
                "en": "Will you have this agreement registered or homologated?",
            },
            hint={
                "nl": "Dat moet in orde zijn op 1 januari van het aanslagjaar.",
                "fr": "Cela doit être en ordre au 1er janvier de l'année d'imposition.",
                "de": "Das muss am 1. Januar des Steuerjahres in Ordnung sein.",
                "en": "This must be in order on 1 January of the tax year.",
            },
            asked_when=("mode", ("coparenting",)),
        ),
    ),
    needed_for=frozenset({"TAX"}),
    source="art. 132bis Income Tax Code 1992; Circular 2022/C/63 of 30 June 2022",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"mode": "coparenting", "from_income_year": 2027, "registered_or_homologated": "yes"},
            sentence={
                "nl": "Het verblijf van de kinderen is gelijkmatig verdeeld over Ana en Ben; beide ouders zijn bereid de toeslagen op de belastingvrije som te verdelen (fiscaal co-ouderschap, art. 132bis WIB 92), vanaf inkomstenjaar 2027; daarvoor laten wij dit akkoord registreren of homologeren, en geen van beiden trekt voor deze kinderen onderhoudsgeld af.",
                "fr": "L'hébergement des enfants est réparti de manière égalitaire entre Ana et Ben ; les deux parents sont disposés à répartir les suppléments à la quotité exemptée d'impôt (coparenté fiscale, art. 132bis CIR 92), à partir de l'année de revenus 2027 ; pour cela, nous faisons enregistrer ou homologuer cet accord, et aucun de nous ne déduit de contribution alimentaire pour ces enfants.",
                "de": "Die Unterbringung der Kinder ist gleichmäßig zwischen Ana und Ben aufgeteilt; beide Eltern sind bereit, die Zuschläge zum Steuerfreibetrag aufzuteilen (steuerliche Mitelternschaft, Art. 132bis EStGB 92), ab dem Einkommensjahr 2027; dafür lassen wir diese Vereinbarung registrieren oder homologieren, und keiner von uns zieht für diese Kinder Unterhalt ab.",
                "en": "The residence of the children is equally shared between Ana and Ben; both parents are willing to share the supplements to the tax-free amount (fiscal co-parenting, art. 132bis ITC 92), from income year 2027; for this we have this agreement registered or homologated, and neither of us deducts maintenance for these children.",
            },
        ),
        Example(
            {"mode": "parent_b", "from_income_year": 2027},
            sentence={
                "nl": "Vanaf inkomstenjaar 2027 zijn de kinderen fiscaal ten laste van Ben.",
                "fr": "À partir de l'année de revenus 2027, Ben a les enfants à charge pour les impôts.",
                "de": "Ab dem Einkommensjahr 2027 sind die Kinder steuerlich zu Lasten von Ben.",
                "en": "From income year 2027 the children are tax dependants of Ben.",
            },
        ),
        Example(
            {"mode": "split_children", "per_child": {LOU: "A", MIO: "B"}, "from_income_year": 2028},
            sentence={
                "nl": "Vanaf inkomstenjaar 2028 geldt voor de belastingen: Lou is ten laste van Ana en Mio is ten laste van Ben.",
                "fr": "À partir de l'année de revenus 2028, pour les impôts : Ana a Lou à charge et Ben a Mio à charge.",
                "de": "Ab dem Einkommensjahr 2028 gilt für die Steuern: Lou ist zu Lasten von Ana und Mio ist zu Lasten von Ben.",
                "en": "From income year 2028 the tax dependants are: Lou with Ana and Mio with Ben.",
            },
        ),
        Example({}, problems=("mode", "from_income_year")),
        Example(
            {"mode": "coparenting", "from_income_year": 2027, "registered_or_homologated": "no"},
            problems=("registered_or_homologated",),
        ),
        Example(
            {"mode": "coparenting", "from_income_year": 2019},
            problems=("from_income_year", "registered_or_homologated"),
        ),
        Example(
            {"mode": "split_children", "per_child": {LOU: "C"}, "from_income_year": 2027},
            problems=("per_child",),
        ),
    ),
)
