"""N02: whether the parents try mediation before court. Urgency and violence are always an exception, whatever they answer."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import counted, filled, joined, shares

_WHO: tuple[tuple[str, Words], ...] = (
    (
        "centre",
        {
            "nl": "een bemiddelaar van het gezinscentrum",
            "fr": "un médiateur du centre pour familles",
            "de": "ein Mediator des Familienzentrums",
            "en": "a mediator of the family centre",
        },
    ),
    (
        "choose_later",
        {
            "nl": "een erkend bemiddelaar die we samen kiezen",
            "fr": "un médiateur agréé que nous choisissons ensemble",
            "de": "ein zugelassener Mediator, den wir gemeinsam wählen",
            "en": "an accredited mediator we choose together",
        },
    ),
    (
        "named",
        {
            "nl": "een bemiddelaar die we hier noemen",
            "fr": "un médiateur que nous nommons ici",
            "de": "ein Mediator, den wir hier nennen",
            "en": "a mediator we name here",
        },
    ),
)
_WITH: dict[str, Words] = {
    "centre": {
        "nl": "een bemiddelaar van het gezinscentrum",
        "fr": "un médiateur du centre pour familles",
        "de": "einem Mediator des Familienzentrums",
        "en": "a mediator of the family centre",
    },
    "choose_later": {
        "nl": "een erkend bemiddelaar die ze samen kiezen",
        "fr": "un médiateur agréé, choisi ensemble",
        "de": "einem zugelassenen Mediator, den sie gemeinsam wählen",
        "en": "an accredited mediator they choose together",
    },
}
_TRY: Words = {
    "nl": "Voor ze naar de rechter gaan, proberen {a} en {b} bemiddeling met {mediator}, minstens {meetings}",
    "fr": "Avant d'aller devant le juge, {a} et {b} essaient la médiation avec {mediator}, au moins {meetings}",
    "de": "Bevor sie zum Gericht gehen, versuchen {a} und {b} es mit {mediator}, mindestens {meetings}",
    "en": "Before going to court, {a} and {b} try mediation with {mediator}, at least {meetings}",
}
_NOT: Words = {
    "nl": "{a} en {b} spreken geen bemiddeling vooraf af; bemiddeling blijft altijd mogelijk",
    "fr": "{a} et {b} ne prévoient pas de médiation préalable ; une médiation reste toujours possible",
    "de": "{a} und {b} vereinbaren keine Mediation vorab; Mediation bleibt immer möglich",
    "en": "{a} and {b} do not agree on mediation beforehand; mediation always remains possible",
}
_COST: Words = {
    "nl": "de kosten van de bemiddeling: {shares}",
    "fr": "les frais de la médiation : {shares}",
    "de": "die Kosten der Mediation: {shares}",
    "en": "the costs of mediation: {shares}",
}
_EXCEPT: Words = {
    "nl": "als het dringend is, of bij geweld, bedreiging of druk, hoeft dat niet",
    "fr": "en cas d'urgence, ou de violence, de menace ou de pression, ce n'est pas nécessaire",
    "de": "wenn es dringend ist, oder bei Gewalt, Drohung oder Druck, ist das nicht nötig",
    "en": "in urgency, or with violence, threats or pressure, this is not needed",
}


def _words(answers: Answers, names: Names) -> Words:
    both = {"a": names["A"], "b": names["B"]}
    if answers["mediation"] == "no":
        return joined([filled(_NOT, **both)])
    mediator = answers["mediator"] if answers["who"] == "named" else _WITH[answers["who"]]
    meetings = counted(answers["sessions_min"], "meeting")
    return joined(
        [
            filled(_TRY, mediator=mediator, meetings=meetings, **both),
            filled(_COST, shares=shares(answers["cost_share_a"], names["A"], names["B"])),
            _EXCEPT,
        ]
    )


_ASKED = ("mediation", ("yes",))

CLAUSE = Clause(
    code="N02",
    section="N",
    title={
        "nl": "Eerst bemiddeling",
        "fr": "Médiation d'abord",
        "de": "Zuerst Mediation",
        "en": "Mediation first",
    },
    question={
        "nl": "Proberen jullie bemiddeling voor jullie naar de rechter gaan?",
        "fr": "Essayez-vous la médiation avant d'aller devant le juge ?",
        "de": "Versuchen Sie Mediation, bevor Sie zum Gericht gehen?",
        "en": "Will you try mediation before going to court?",
    },
    hint={
        "nl": "Wie zich niet veilig voelt, hoeft nooit te bemiddelen. Dringende vragen mogen altijd naar de rechter.",
        "fr": "Qui ne se sent pas en sécurité ne doit jamais faire de médiation. L'urgence peut toujours aller devant le juge.",
        "de": "Wer sich nicht sicher fühlt, muss nie in die Mediation. Dringendes darf immer zum Gericht.",
        "en": "Whoever does not feel safe never has to mediate. Urgent matters may always go to court.",
    },
    fields=(
        Field(
            "mediation",
            Kind.YES_NO,
            {
                "nl": "Eerst bemiddeling?",
                "fr": "La médiation d'abord ?",
                "de": "Zuerst Mediation?",
                "en": "Mediation first?",
            },
        ),
        Field(
            "who",
            Kind.CHOICE,
            {"nl": "Met wie?", "fr": "Avec qui ?", "de": "Mit wem?", "en": "With whom?"},
            options=_WHO,
            asked_when=_ASKED,
        ),
        Field(
            "mediator",
            Kind.TEXT,
            {
                "nl": "Naam van de bemiddelaar",
                "fr": "Nom du médiateur",
                "de": "Name des Mediators",
                "en": "Name of the mediator",
            },
            maximum=80,
            asked_when=("who", ("named",)),
        ),
        Field(
            "sessions_min",
            Kind.INTEGER,
            {
                "nl": "Hoeveel gesprekken minstens?",
                "fr": "Au moins combien d'entretiens ?",
                "de": "Wie viele Gespräche mindestens?",
                "en": "How many meetings at least?",
            },
            minimum=1,
            maximum=10,
            asked_when=_ASKED,
        ),
        Field(
            "cost_share_a",
            Kind.PERCENT,
            {
                "nl": "Kosten: deel van ouder A",
                "fr": "Frais : part du parent A",
                "de": "Kosten: Anteil von Elternteil A",
                "en": "Costs: share of parent A",
            },
            asked_when=_ASKED,
        ),
    ),
    default={"mediation": "yes", "who": "centre", "sessions_min": 1, "cost_share_a": 50},
    core=True,
    source="art. 1725 Jud. Code (mediation clause); never with violence, threats or pressure: safety of the parents goes first",
    words=_words,
    examples=(
        Example(
            {"mediation": "yes", "who": "centre", "sessions_min": 1, "cost_share_a": 50},
            sentence={
                "nl": "Voor ze naar de rechter gaan, proberen Ana en Ben bemiddeling met een bemiddelaar van het gezinscentrum, minstens 1 gesprek; de kosten van de bemiddeling: Ana 50% en Ben 50%; als het dringend is, of bij geweld, bedreiging of druk, hoeft dat niet.",
                "fr": "Avant d'aller devant le juge, Ana et Ben essaient la médiation avec un médiateur du centre pour familles, au moins 1 entretien ; les frais de la médiation : Ana 50\xa0% et Ben 50\xa0% ; en cas d'urgence, ou de violence, de menace ou de pression, ce n'est pas nécessaire.",
                "de": "Bevor sie zum Gericht gehen, versuchen Ana und Ben es mit einem Mediator des Familienzentrums, mindestens 1 Gespräch; die Kosten der Mediation: Ana 50\xa0% und Ben 50\xa0%; wenn es dringend ist, oder bei Gewalt, Drohung oder Druck, ist das nicht nötig.",
                "en": "Before going to court, Ana and Ben try mediation with a mediator of the family centre, at least 1 meeting; the costs of mediation: Ana 50% and Ben 50%; in urgency, or with violence, threats or pressure, this is not needed.",
            },
        ),
        Example(
            {
                "mediation": "yes",
                "who": "named",
                "mediator": "Mia {Maes}",
                "sessions_min": 3,
                "cost_share_a": 40,
            },
            sentence={
                "nl": "Voor ze naar de rechter gaan, proberen Ana en Ben bemiddeling met Mia {Maes}, minstens 3 gesprekken; de kosten van de bemiddeling: Ana 40% en Ben 60%; als het dringend is, of bij geweld, bedreiging of druk, hoeft dat niet.",
                "fr": "Avant d'aller devant le juge, Ana et Ben essaient la médiation avec Mia {Maes}, au moins 3 entretiens ; les frais de la médiation : Ana 40\xa0% et Ben 60\xa0% ; en cas d'urgence, ou de violence, de menace ou de pression, ce n'est pas nécessaire.",
                "de": "Bevor sie zum Gericht gehen, versuchen Ana und Ben es mit Mia {Maes}, mindestens 3 Gespräche; die Kosten der Mediation: Ana 40\xa0% und Ben 60\xa0%; wenn es dringend ist, oder bei Gewalt, Drohung oder Druck, ist das nicht nötig.",
                "en": "Before going to court, Ana and Ben try mediation with Mia {Maes}, at least 3 meetings; the costs of mediation: Ana 40% and Ben 60%; in urgency, or with violence, threats or pressure, this is not needed.",
            },
        ),
        Example(
            {"mediation": "no"},
            sentence={
                "nl": "Ana en Ben spreken geen bemiddeling vooraf af; bemiddeling blijft altijd mogelijk.",
                "fr": "Ana et Ben ne prévoient pas de médiation préalable ; une médiation reste toujours possible.",
                "de": "Ana und Ben vereinbaren keine Mediation vorab; Mediation bleibt immer möglich.",
                "en": "Ana and Ben do not agree on mediation beforehand; mediation always remains possible.",
            },
        ),
        Example({}, problems=("mediation",)),
        Example({"mediation": "yes"}, problems=("who", "sessions_min", "cost_share_a")),
        Example(
            {"mediation": "yes", "who": "named", "sessions_min": 0, "cost_share_a": 150},
            problems=("mediator", "sessions_min", "cost_share_a"),
        ),
    ),
)
