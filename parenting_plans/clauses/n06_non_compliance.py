"""N06: what the parents do first when the plan is not followed. Nobody is kept from a judge in urgency."""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Words
from parenting_plans.wording import filled, joined, listed

_STEPS: tuple[tuple[str, Words], ...] = (
    (
        "message",
        {
            "nl": "een bericht aan de andere ouder",
            "fr": "un message à l'autre parent",
            "de": "eine Nachricht an den anderen Elternteil",
            "en": "a message to the other parent",
        },
    ),
    (
        "helper",
        {
            "nl": "hulp bij een klein geschil",
            "fr": "une aide pour un petit différend",
            "de": "Hilfe bei einer kleinen Streitfrage",
            "en": "help with a small dispute",
        },
    ),
    ("mediation", {"nl": "bemiddeling", "fr": "une médiation", "de": "Mediation", "en": "mediation"}),
    (
        "court",
        {
            "nl": "de familierechtbank",
            "fr": "le tribunal de la famille",
            "de": "das Familiengericht",
            "en": "the family court",
        },
    ),
)
_IN_ORDER: Words = {
    "nl": "Als het plan niet gevolgd wordt, zetten {a} en {b} deze stappen, in deze volgorde: {steps}",
    "fr": "Quand le plan n'est pas suivi, {a} et {b} suivent ces étapes, dans cet ordre : {steps}",
    "de": "Wenn der Plan nicht befolgt wird, gehen {a} und {b} diese Schritte, in dieser Reihenfolge: {steps}",
    "en": "When the plan is not followed, {a} and {b} take these steps, in this order: {steps}",
}
_FACTS: Words = {
    "nl": "wie iets noteert, noteert alleen feiten: wat en wanneer",
    "fr": "qui note quelque chose note seulement des faits : quoi et quand",
    "de": "wer etwas notiert, notiert nur Tatsachen: was und wann",
    "en": "whoever keeps a note, notes only facts: what and when",
}
_URGENT: Words = {
    "nl": "als het dringend of onveilig is, mag elke ouder meteen hulp vragen of naar de rechter gaan",
    "fr": "en cas d'urgence ou de danger, chaque parent peut demander tout de suite de l'aide ou s'adresser à un juge",
    "de": "wenn es dringend oder unsicher ist, darf jeder Elternteil sofort Hilfe suchen oder ein Gericht anrufen",
    "en": "when it is urgent or unsafe, each parent may ask for help or go to a judge at once",
}


def _words(answers: Answers, names: Names) -> Words:
    # The order is that of the list, from light to heavy, not that of the clicks.
    steps = [words for step, words in _STEPS if step in answers["steps"]]
    parts = [filled(_IN_ORDER, a=names["A"], b=names["B"], steps=listed(steps))]
    return joined([*parts, *([_FACTS] if answers["log"] == "yes" else []), _URGENT])


CLAUSE = Clause(
    code="N06",
    section="N",
    title={"nl": "Niet-naleving", "fr": "Non-respect", "de": "Nichteinhaltung", "en": "Non-compliance"},
    question={
        "nl": "Wat doen jullie eerst als het plan niet gevolgd wordt?",
        "fr": "Que faites-vous d'abord quand le plan n'est pas suivi ?",
        "de": "Was tun Sie zuerst, wenn der Plan nicht befolgt wird?",
        "en": "What do you do first when the plan is not followed?",
    },
    hint={
        "nl": "Iedereen komt wel eens te laat. Een vast stappenplan houdt het klein.",
        "fr": "Tout le monde est parfois en retard. Des étapes fixes évitent que cela grandisse.",
        "de": "Jeder kommt einmal zu spät. Feste Schritte halten es klein.",
        "en": "Everybody is late at times. Fixed steps keep it small.",
    },
    fields=(
        Field(
            "steps",
            Kind.CHOICES,
            {
                "nl": "Welke stappen, in deze volgorde?",
                "fr": "Quelles étapes, dans cet ordre ?",
                "de": "Welche Schritte, in dieser Reihenfolge?",
                "en": "Which steps, in this order?",
            },
            options=_STEPS,
        ),
        Field(
            "log",
            Kind.YES_NO,
            {
                "nl": "Noteren jullie alleen feiten?",
                "fr": "Notez-vous seulement des faits ?",
                "de": "Notieren Sie nur Tatsachen?",
                "en": "Do you note only facts?",
            },
        ),
    ),
    default={"steps": [step for step, _ in _STEPS], "log": "yes"},
    source="art. 387ter old Civil Code (what a judge can do about residence that is not followed); own design for the steps before",
    words=_words,
    examples=(
        Example(
            {"steps": ["court", "message", "helper", "mediation"], "log": "yes"},
            sentence={
                "nl": "Als het plan niet gevolgd wordt, zetten Ana en Ben deze stappen, in deze volgorde: een bericht aan de andere ouder, hulp bij een klein geschil, bemiddeling en de familierechtbank; wie iets noteert, noteert alleen feiten: wat en wanneer; als het dringend of onveilig is, mag elke ouder meteen hulp vragen of naar de rechter gaan.",
                "fr": "Quand le plan n'est pas suivi, Ana et Ben suivent ces étapes, dans cet ordre : un message à l'autre parent, une aide pour un petit différend, une médiation et le tribunal de la famille ; qui note quelque chose note seulement des faits : quoi et quand ; en cas d'urgence ou de danger, chaque parent peut demander tout de suite de l'aide ou s'adresser à un juge.",
                "de": "Wenn der Plan nicht befolgt wird, gehen Ana und Ben diese Schritte, in dieser Reihenfolge: eine Nachricht an den anderen Elternteil, Hilfe bei einer kleinen Streitfrage, Mediation und das Familiengericht; wer etwas notiert, notiert nur Tatsachen: was und wann; wenn es dringend oder unsicher ist, darf jeder Elternteil sofort Hilfe suchen oder ein Gericht anrufen.",
                "en": "When the plan is not followed, Ana and Ben take these steps, in this order: a message to the other parent, help with a small dispute, mediation and the family court; whoever keeps a note, notes only facts: what and when; when it is urgent or unsafe, each parent may ask for help or go to a judge at once.",
            },
        ),
        Example(
            {"steps": ["message"], "log": "no"},
            sentence={
                "nl": "Als het plan niet gevolgd wordt, zetten Ana en Ben deze stappen, in deze volgorde: een bericht aan de andere ouder; als het dringend of onveilig is, mag elke ouder meteen hulp vragen of naar de rechter gaan.",
                "fr": "Quand le plan n'est pas suivi, Ana et Ben suivent ces étapes, dans cet ordre : un message à l'autre parent ; en cas d'urgence ou de danger, chaque parent peut demander tout de suite de l'aide ou s'adresser à un juge.",
                "de": "Wenn der Plan nicht befolgt wird, gehen Ana und Ben diese Schritte, in dieser Reihenfolge: eine Nachricht an den anderen Elternteil; wenn es dringend oder unsicher ist, darf jeder Elternteil sofort Hilfe suchen oder ein Gericht anrufen.",
                "en": "When the plan is not followed, Ana and Ben take these steps, in this order: a message to the other parent; when it is urgent or unsafe, each parent may ask for help or go to a judge at once.",
            },
        ),
        Example({}, problems=("steps", "log")),
        Example({"steps": ["message", "message"], "log": "perhaps"}, problems=("steps", "log")),
        Example({"steps": ["police"], "log": "yes"}, problems=("steps",)),
    ),
)
