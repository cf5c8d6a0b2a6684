"""O01: agreements for everybody's safety, the same for both parents, without a word on why.

They are never negotiated face to face when there was violence (safety.md 1.2), and no child reads them.
"""

from datetime import date

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind
from parenting_plans.values import Problem, Words
from parenting_plans.wording import filled, joined, long_date

_APART = frozenset({"separate_handover", "third_party_handover", "contact_space"})
_ITEMS: tuple[tuple[str, Words], ...] = (
    (
        "separate_handover",
        {
            "nl": "de kinderen wisselen zonder dat de ouders elkaar zien, bijvoorbeeld op school",
            "fr": "les enfants changent de maison sans que les parents se voient, par exemple à l'école",
            "de": "die Kinder wechseln, ohne dass die Eltern sich sehen, zum Beispiel in der Schule",
            "en": "the children change homes without the parents meeting, for example at school",
        },
    ),
    (
        "third_party_handover",
        {
            "nl": "iemand die beide ouders vertrouwen, brengt en haalt de kinderen",
            "fr": "une personne en qui les deux parents ont confiance amène et reprend les enfants",
            "de": "eine Person, der beide Eltern vertrauen, bringt und holt die Kinder",
            "en": "somebody both parents trust brings and fetches the children",
        },
    ),
    (
        "contact_space",
        {
            "nl": "de wissel is in een neutrale bezoekruimte",
            "fr": "le changement se fait dans un espace-rencontre",
            "de": "der Wechsel ist in einem Besuchsraum",
            "en": "the handover is at a supervised contact space",
        },
    ),
    (
        "no_contact_between_parents",
        {
            "nl": "de ouders hebben alleen schriftelijk contact, over de kinderen",
            "fr": "les parents n'ont que des contacts écrits, au sujet des enfants",
            "de": "die Eltern haben nur schriftlich Kontakt, über die Kinder",
            "en": "the parents are in touch only in writing, about the children",
        },
    ),
    (
        "alcohol_drugs",
        {
            "nl": "geen van beide ouders gebruikt alcohol of drugs voor of tijdens de zorg voor de kinderen",
            "fr": "aucun des deux parents ne consomme d'alcool ou de drogue avant ou pendant que les enfants sont là",
            "de": "kein Elternteil nimmt Alkohol oder Drogen vor oder während der Betreuung der Kinder",
            "en": "neither parent uses alcohol or drugs before or while caring for the children",
        },
    ),
    (
        "weapons",
        {
            "nl": "waar de kinderen zijn, zijn geen wapens, of ze zitten achter slot",
            "fr": "là où sont les enfants, il n'y a pas d'armes, ou elles sont sous clé",
            "de": "wo die Kinder sind, gibt es keine Waffen, oder sie sind weggeschlossen",
            "en": "where the children are, there are no weapons, or they are locked away",
        },
    ),
)
_FOR_ALL: Words = {
    "nl": "Voor ieders veiligheid: {first}",
    "fr": "Pour la sécurité de tous : {first}",
    "de": "Für die Sicherheit aller: {first}",
    "en": "For everybody's safety: {first}",
}
_ORDER: Words = {
    "nl": "een beslissing van de rechter van {day} gaat voor op dit plan",
    "fr": "une décision du juge du {day} passe avant ce plan",
    "de": "eine Entscheidung des Gerichts vom {day} geht diesem Plan vor",
    "en": "a decision of the judge of {day} comes before this plan",
}


def _together(answers: Answers) -> tuple[Problem, ...]:
    items = set(answers["items"])
    if "no_contact_between_parents" in items and not items & _APART:
        return (Problem("items", "Say also how the children change homes without the parents meeting."),)
    return ()


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    first, *rest = [words for item, words in _ITEMS if item in answers["items"]]
    parts = [filled(_FOR_ALL, first=first), *rest]
    if answers.get("order_date"):
        parts.append(filled(_ORDER, day=long_date(date.fromisoformat(answers["order_date"]))))
    return joined(parts)


CLAUSE = Clause(
    code="O01",
    section="O",
    title={
        "nl": "Veiligheidsafspraken",
        "fr": "Accords de sécurité",
        "de": "Sicherheitsabsprachen",
        "en": "Safety agreements",
    },
    question={
        "nl": "Zijn er afspraken nodig voor ieders veiligheid?",
        "fr": "Faut-il des accords pour la sécurité de tous ?",
        "de": "Braucht es Absprachen für die Sicherheit aller?",
        "en": "Are agreements needed for everybody's safety?",
    },
    hint={
        "nl": "Bespreek dit apart met het centrum of de bemiddelaar. In gevaar: bel 112.",
        "fr": "Parlez-en séparément avec le centre ou le médiateur. En danger : appelez le 112.",
        "de": "Besprechen Sie dies getrennt mit dem Zentrum oder der Mediation. In Gefahr: Rufen Sie 112 an.",
        "en": "Talk about this apart with the centre or the mediator. In danger: call 112.",
    },
    fields=(
        Field(
            "items",
            Kind.CHOICES,
            {
                "nl": "Welke afspraken?",
                "fr": "Quels accords ?",
                "de": "Welche Absprachen?",
                "en": "Which agreements?",
            },
            options=_ITEMS,
        ),
        Field(
            "order_date",
            Kind.DATE,
            {
                "nl": "Datum van een beslissing van de rechter",
                "fr": "Date d'une décision du juge",
                "de": "Datum einer gerichtlichen Entscheidung",
                "en": "Date of a decision by a judge",
            },
            required=False,
            hint={
                "nl": "Alleen als er een is. Ze gaat altijd voor op dit plan.",
                "fr": "Seulement s'il y en a une. Elle passe toujours avant ce plan.",
                "de": "Nur wenn es eine gibt. Sie geht diesem Plan immer vor.",
                "en": "Only if there is one. It always comes before this plan.",
            },
        ),
    ),
    sensitive=True,
    source="art. 48 Istanbul Convention; no court-ordered mediation with serious signs of violence since 1 December 2022; safety.md 1.3",
    words=_words,
    together=_together,
    examples=(
        Example(
            {"items": ["no_contact_between_parents", "separate_handover"], "order_date": "2027-03-01"},
            sentence={
                "nl": "Voor ieders veiligheid: de kinderen wisselen zonder dat de ouders elkaar zien, bijvoorbeeld op school; de ouders hebben alleen schriftelijk contact, over de kinderen; een beslissing van de rechter van 1 maart 2027 gaat voor op dit plan.",
                "fr": "Pour la sécurité de tous : les enfants changent de maison sans que les parents se voient, par exemple à l'école ; les parents n'ont que des contacts écrits, au sujet des enfants ; une décision du juge du 1er mars 2027 passe avant ce plan.",
                "de": "Für die Sicherheit aller: die Kinder wechseln, ohne dass die Eltern sich sehen, zum Beispiel in der Schule; die Eltern haben nur schriftlich Kontakt, über die Kinder; eine Entscheidung des Gerichts vom 1. März 2027 geht diesem Plan vor.",
                "en": "For everybody's safety: the children change homes without the parents meeting, for example at school; the parents are in touch only in writing, about the children; a decision of the judge of 1 March 2027 comes before this plan.",
            },
        ),
        Example(
            {"items": ["third_party_handover", "contact_space", "alcohol_drugs", "weapons"]},
            sentence={
                "nl": "Voor ieders veiligheid: iemand die beide ouders vertrouwen, brengt en haalt de kinderen; de wissel is in een neutrale bezoekruimte; geen van beide ouders gebruikt alcohol of drugs voor of tijdens de zorg voor de kinderen; waar de kinderen zijn, zijn geen wapens, of ze zitten achter slot.",
                "fr": "Pour la sécurité de tous : une personne en qui les deux parents ont confiance amène et reprend les enfants ; le changement se fait dans un espace-rencontre ; aucun des deux parents ne consomme d'alcool ou de drogue avant ou pendant que les enfants sont là ; là où sont les enfants, il n'y a pas d'armes, ou elles sont sous clé.",
                "de": "Für die Sicherheit aller: eine Person, der beide Eltern vertrauen, bringt und holt die Kinder; der Wechsel ist in einem Besuchsraum; kein Elternteil nimmt Alkohol oder Drogen vor oder während der Betreuung der Kinder; wo die Kinder sind, gibt es keine Waffen, oder sie sind weggeschlossen.",
                "en": "For everybody's safety: somebody both parents trust brings and fetches the children; the handover is at a supervised contact space; neither parent uses alcohol or drugs before or while caring for the children; where the children are, there are no weapons, or they are locked away.",
            },
        ),
        Example({}, problems=("items",)),
        Example({"items": ["no_contact_between_parents"]}, problems=("items",)),
        Example({"items": ["fence"], "order_date": "1999-12-31"}, problems=("items", "order_date")),
    ),
)
