"""N05: whether and how the parents ask the court to approve the plan."""

from datetime import date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined, long_date

_ROUTES: tuple[tuple[str, Words], ...] = (
    (
        "art_1733",
        {
            "nl": "homologatie van een bemiddelingsakkoord (art. 1733 Ger.W.)",
            "fr": "homologation d'un accord de médiation (art. 1733 C. jud.)",
            "de": "Homologierung einer Mediationsvereinbarung (Art. 1733 GGB)",
            "en": "homologation of a mediated agreement (art. 1733 Jud. Code)",
        },
    ),
    (
        "art_1043",
        {
            "nl": "een akkoordvonnis (art. 1043 Ger.W.)",
            "fr": "un jugement d'accord (art. 1043 C. jud.)",
            "de": "ein Einigungsurteil (Art. 1043 GGB)",
            "en": "a consent judgment (art. 1043 Jud. Code)",
        },
    ),
    (
        "eot",
        {
            "nl": "in de echtscheiding door onderlinge toestemming",
            "fr": "dans le divorce par consentement mutuel",
            "de": "in der Ehescheidung im gegenseitigen Einverständnis",
            "en": "in the divorce by mutual consent",
        },
    ),
    (
        "kms",
        {
            "nl": "via de kamer voor minnelijke schikking",
            "fr": "par la chambre de règlement à l'amiable",
            "de": "über die Kammer für gütliche Regelung",
            "en": "through the chamber of amicable settlement",
        },
    ),
    ("none", {"nl": "nu niet", "fr": "pas maintenant", "de": "jetzt nicht", "en": "not now"}),
)
_BY: dict[str, Words] = {
    "art_1733": {
        "nl": "als bemiddelingsakkoord (art. 1733 Ger.W.)",
        "fr": "comme accord de médiation (art. 1733 C. jud.)",
        "de": "als Mediationsvereinbarung (Art. 1733 GGB)",
        "en": "as a mediated agreement (art. 1733 Jud. Code)",
    },
    "art_1043": {
        "nl": "met een akkoordvonnis (art. 1043 Ger.W.)",
        "fr": "par un jugement d'accord (art. 1043 C. jud.)",
        "de": "mit einem Einigungsurteil (Art. 1043 GGB)",
        "en": "by a consent judgment (art. 1043 Jud. Code)",
    },
    "eot": _ROUTES[2][1],
    "kms": _ROUTES[3][1],
}
_ASK: Words = {
    "nl": "{a} en {b} vragen de familierechtbank om dit akkoord te homologeren, {route}",
    "fr": "{a} et {b} demandent au tribunal de la famille d'homologuer cet accord, {route}",
    "de": "{a} und {b} bitten das Familiengericht, diese Vereinbarung zu homologieren, {route}",
    "en": "{a} and {b} ask the family court to homologate this agreement, {route}",
}
_COURT: Words = {
    "nl": "rechtbank: {court}",
    "fr": "tribunal : {court}",
    "de": "Gericht: {court}",
    "en": "court: {court}",
}
_FILED: Words = {
    "nl": "ingediend op {day}",
    "fr": "déposé le {day}",
    "de": "eingereicht am {day}",
    "en": "filed on {day}",
}
_NOT_NOW: Words = {
    "nl": "{a} en {b} vragen nu geen homologatie; zonder homologatie is dit akkoord niet uitvoerbaar zoals een vonnis",
    "fr": "{a} et {b} ne demandent pas l'homologation maintenant ; sans elle, cet accord n'est pas exécutoire comme un jugement",
    "de": "{a} und {b} bitten jetzt nicht um Homologierung; ohne sie ist diese Vereinbarung nicht wie ein Urteil vollstreckbar",
    "en": "{a} and {b} do not ask for homologation now; without it this agreement is not enforceable like a judgment",
}
_AT_COURT = ("route", ("art_1733", "art_1043", "eot", "kms"))


def _words(answers: Answers, names: Names) -> Words:
    both = {"a": names["A"], "b": names["B"]}
    if answers["route"] == "none":
        return joined([filled(_NOT_NOW, **both)])
    parts = [filled(_ASK, route=_BY[answers["route"]], **both)]
    if answers.get("court"):
        parts.append(filled(_COURT, court=answers["court"]))
    if answers.get("filed_on"):
        parts.append(filled(_FILED, day=long_date(date.fromisoformat(answers["filed_on"]))))
    return joined(parts)


CLAUSE = Clause(
    code="N05",
    section="N",
    title={"nl": "Homologatie", "fr": "Homologation", "de": "Homologierung", "en": "Homologation"},
    question={
        "nl": "Vragen jullie de rechtbank om het plan goed te keuren?",
        "fr": "Demandez-vous au tribunal d'approuver le plan ?",
        "de": "Bitten Sie das Gericht, den Plan zu genehmigen?",
        "en": "Will you ask the court to approve the plan?",
    },
    hint={
        "nl": "Na homologatie is het akkoord uitvoerbaar. Doe het best voor er geld verschuldigd is. Artikel 1733 vraagt een erkend bemiddelaar.",
        "fr": "Après l'homologation, l'accord est exécutoire. Faites-le avant que de l'argent soit dû. L'article 1733 demande un médiateur agréé.",
        "de": "Nach der Homologierung ist die Vereinbarung vollstreckbar. Am besten, bevor Geld fällig ist. Artikel 1733 verlangt einen zugelassenen Mediator.",
        "en": "After homologation the agreement is enforceable. Best do it before money is due. Article 1733 needs an accredited mediator.",
    },
    fields=(
        Field(
            "route",
            Kind.CHOICE,
            {"nl": "Hoe?", "fr": "Comment ?", "de": "Wie?", "en": "How?"},
            options=_ROUTES,
        ),
        Field(
            "court",
            Kind.TEXT,
            {
                "nl": "Welke afdeling van de rechtbank?",
                "fr": "Quelle division du tribunal ?",
                "de": "Welche Abteilung des Gerichts?",
                "en": "Which division of the court?",
            },
            required=False,
            maximum=60,
            asked_when=_AT_COURT,
        ),
        Field(
            "filed_on",
            Kind.DATE,
            {
                "nl": "Wanneer ingediend?",
                "fr": "Déposé quand ?",
                "de": "Wann eingereicht?",
                "en": "Filed when?",
            },
            required=False,
            asked_when=_AT_COURT,
        ),
    ),
    source="art. 1733 and 1043 Jud. Code; art. 1288 ff. Jud. Code; chambers of amicable settlement: law of 19 December 2023",
    words=_words,
    examples=(
        Example(
            {"route": "art_1733", "court": "Gent", "filed_on": "2027-09-15"},
            sentence={
                "nl": "Ana en Ben vragen de familierechtbank om dit akkoord te homologeren, als bemiddelingsakkoord (art. 1733 Ger.W.); rechtbank: Gent; ingediend op 15 september 2027.",
                "fr": "Ana et Ben demandent au tribunal de la famille d'homologuer cet accord, comme accord de médiation (art. 1733 C. jud.) ; tribunal : Gent ; déposé le 15 septembre 2027.",
                "de": "Ana und Ben bitten das Familiengericht, diese Vereinbarung zu homologieren, als Mediationsvereinbarung (Art. 1733 GGB); Gericht: Gent; eingereicht am 15. September 2027.",
                "en": "Ana and Ben ask the family court to homologate this agreement, as a mediated agreement (art. 1733 Jud. Code); court: Gent; filed on 15 September 2027.",
            },
        ),
        Example(
            {"route": "eot"},
            sentence={
                "nl": "Ana en Ben vragen de familierechtbank om dit akkoord te homologeren, in de echtscheiding door onderlinge toestemming.",
                "fr": "Ana et Ben demandent au tribunal de la famille d'homologuer cet accord, dans le divorce par consentement mutuel.",
                "de": "Ana und Ben bitten das Familiengericht, diese Vereinbarung zu homologieren, in der Ehescheidung im gegenseitigen Einverständnis.",
                "en": "Ana and Ben ask the family court to homologate this agreement, in the divorce by mutual consent.",
            },
        ),
        Example(
            {"route": "none"},
            sentence={
                "nl": "Ana en Ben vragen nu geen homologatie; zonder homologatie is dit akkoord niet uitvoerbaar zoals een vonnis.",
                "fr": "Ana et Ben ne demandent pas l'homologation maintenant ; sans elle, cet accord n'est pas exécutoire comme un jugement.",
                "de": "Ana und Ben bitten jetzt nicht um Homologierung; ohne sie ist diese Vereinbarung nicht wie ein Urteil vollstreckbar.",
                "en": "Ana and Ben do not ask for homologation now; without it this agreement is not enforceable like a judgment.",
            },
        ),
        Example({}, problems=("route",)),
        Example(
            {"route": "kms", "court": "x" * 61, "filed_on": "2027-13-01"}, problems=("court", "filed_on")
        ),
        Example({"route": "supreme"}, problems=("route",)),
    ),
)
