"""F04: safeguards for stays abroad that both parents agree to; unanswered, nothing is agreed and nothing is said.

The catalogue's `visible_to` is left out on purpose: a plan is read and signed by both parents, so a part of it that only
a professional may see would have to be a hidden text in a shared document, and its mere presence could warn the other
parent. A worry of one parent belongs in the private questions and notes, which reach the professional alone.
"""

from parenting_plans.clause import Clause, Example, Names
from parenting_plans.fields import Answers, Field, Kind, option
from parenting_plans.values import Words
from parenting_plans.wording import filled, sentences

_MEASURES: tuple[tuple[str, Words], ...] = (
    (
        "passport_deposit",
        {
            "nl": "de paspoorten van de kinderen bij een neutrale persoon bewaren",
            "fr": "confier les passeports des enfants à une personne neutre",
            "de": "die Reisepässe der Kinder bei einer neutralen Person aufbewahren",
            "en": "leave the children's passports with a neutral person",
        },
    ),
    (
        "no_travel_without_consent",
        {
            "nl": "elke reis naar het buitenland vooraf schriftelijk goedkeuren",
            "fr": "accepter chaque voyage à l'étranger par écrit à l'avance",
            "de": "jeder Reise ins Ausland vorher schriftlich zustimmen",
            "en": "agree to every trip abroad in writing beforehand",
        },
    ),
    (
        "border_alert_info",
        {
            "nl": "samen informatie vragen over wat er aan de grens geregeld kan worden",
            "fr": "demander ensemble des informations sur ce qui peut être prévu à la frontière",
            "de": "sich gemeinsam informieren, was an der Grenze geregelt werden kann",
            "en": "ask together for information on what can be arranged at the border",
        },
    ),
    (
        "return_ticket",
        {
            "nl": "voor het vertrek het ticket voor de terugreis tonen",
            "fr": "montrer le billet de retour avant le départ",
            "de": "vor der Abreise die Fahrkarte für die Rückreise zeigen",
            "en": "show the return ticket before leaving",
        },
    ),
    (
        "mirror_order",
        {
            "nl": "dit plan ook laten erkennen in een land waar de kinderen vaak verblijven",
            "fr": "faire aussi reconnaître ce plan dans un pays où les enfants séjournent souvent",
            "de": "diesen Plan auch in einem Land anerkennen lassen, in dem die Kinder oft sind",
            "en": "have this plan recognised too in a country where the children often stay",
        },
    ),
)
_KEEPERS: tuple[tuple[str, Words], ...] = (
    ("notary", {"nl": "een notaris", "fr": "un notaire", "de": "einem Notar", "en": "a notary"}),
    ("lawyer", {"nl": "een advocaat", "fr": "un avocat", "de": "einem Rechtsanwalt", "en": "a lawyer"}),
    (
        "chosen_together",
        {
            "nl": "een persoon die beide ouders schriftelijk kiezen",
            "fr": "une personne que les deux parents choisissent par écrit",
            "de": "einer Person, die beide Eltern schriftlich bestimmen",
            "en": "a person whom both parents choose in writing",
        },
    ),
)
_SENTENCES: dict[str, Words] = {
    "passport_deposit": {
        "nl": "De paspoorten van de kinderen liggen bij {keeper} en worden voor een afgesproken reis meegegeven.",
        "fr": "Les passeports des enfants sont confiés à {keeper} et remis pour un voyage convenu.",
        "de": "Die Reisepässe der Kinder werden bei {keeper} aufbewahrt und für eine vereinbarte Reise herausgegeben.",
        "en": "The children's passports are kept by {keeper} and handed out for an agreed trip.",
    },
    "no_travel_without_consent": {
        "nl": "Geen van beide ouders reist met de kinderen naar het buitenland zonder schriftelijke toestemming van de andere ouder.",
        "fr": "Aucun des parents ne voyage à l'étranger avec les enfants sans l'accord écrit de l'autre parent.",
        "de": "Kein Elternteil reist mit den Kindern ins Ausland ohne schriftliche Einwilligung des anderen Elternteils.",
        "en": "Neither parent travels abroad with the children without the written consent of the other parent.",
    },
    "border_alert_info": {
        "nl": "De ouders vragen samen informatie bij hun gemeente of bij Child Focus (116 000) over wat er aan de grens geregeld kan worden.",
        "fr": "Les parents demandent ensemble à leur commune ou à Child Focus (116 000) ce qui peut être prévu à la frontière.",
        "de": "Die Eltern fragen gemeinsam bei ihrer Gemeinde oder bei Child Focus (116 000), was an der Grenze geregelt werden kann.",
        "en": "The parents ask their municipality or Child Focus (116 000) together what can be arranged at the border.",
    },
    "return_ticket": {
        "nl": "Voor elke reis naar het buitenland toont de ouder die reist vooraf het ticket voor de terugreis van de kinderen.",
        "fr": "Avant chaque voyage à l'étranger, le parent qui voyage montre le billet de retour des enfants.",
        "de": "Vor jeder Reise ins Ausland zeigt der reisende Elternteil die Fahrkarte der Kinder für die Rückreise.",
        "en": "Before every trip abroad the travelling parent shows the children's return ticket.",
    },
    "mirror_order": {
        "nl": "De ouders laten dit plan ook erkennen door een rechtbank in het land waar de kinderen vaak verblijven.",
        "fr": "Les parents font aussi reconnaître ce plan par un tribunal du pays où les enfants séjournent souvent.",
        "de": "Die Eltern lassen diesen Plan auch von einem Gericht des Landes anerkennen, in dem die Kinder oft sind.",
        "en": "The parents have this plan recognised too by a court of the country where the children often stay.",
    },
}


def _words(answers: Answers, names: Names) -> Words:  # noqa: ARG001 - every clause is asked in the same way
    chosen = [name for name, _ in _MEASURES if name in answers["measures"]]
    parts = [_SENTENCES[name] for name in chosen]
    if "passport_deposit" in chosen:
        parts[0] = filled(parts[0], keeper=option(_KEEPER, answers["keeper"]))
    return sentences(parts)


_KEEPER = Field(
    "keeper",
    Kind.CHOICE,
    {
        "nl": "Wie bewaart de paspoorten?",
        "fr": "Qui garde les passeports ?",
        "de": "Wer bewahrt die Reisepässe auf?",
        "en": "Who keeps the passports?",
    },
    options=_KEEPERS,
    asked_when=("measures", ("passport_deposit",)),
)

CLAUSE = Clause(
    code="F04",
    section="F",
    title={
        "nl": "Waarborgen bij verblijf in het buitenland",
        "fr": "Garanties pour les séjours à l'étranger",
        "de": "Absicherung bei Aufenthalten im Ausland",
        "en": "Safeguards for stays abroad",
    },
    question={
        "nl": "Welke afspraken geven jullie allebei rust als de kinderen naar het buitenland gaan?",
        "fr": "Quels accords vous rassurent tous les deux quand les enfants partent à l'étranger ?",
        "de": "Welche Absprachen geben Ihnen beiden Ruhe, wenn die Kinder ins Ausland reisen?",
        "en": "Which agreements reassure you both when the children go abroad?",
    },
    hint={
        "nl": "Dit is niet verplicht. Beide ouders lezen dit. Wilt u iets alleen met een professional bespreken? Doe dat dan in een apart gesprek.",
        "fr": "Ce n'est pas obligatoire. Les deux parents lisent ceci. Vous voulez parler seul à un professionnel ? Faites-le lors d'un entretien séparé.",
        "de": "Das ist keine Pflicht. Beide Eltern lesen dies. Möchten Sie allein mit einer Fachperson sprechen? Tun Sie das in einem Einzelgespräch.",
        "en": "You do not have to answer this. Both parents read it. Do you want to talk with a professional alone? Do so in a separate meeting.",
    },
    fields=(
        Field(
            "measures",
            Kind.CHOICES,
            {"nl": "Afspraken", "fr": "Accords", "de": "Absprachen", "en": "Agreements"},
            options=_MEASURES,
        ),
        _KEEPER,
    ),
    sensitive=True,
    source="Child Focus, practice for preventing international abductions by a parent; safety.md DV-16",
    words=_words,
    examples=(
        Example(
            {"measures": ["passport_deposit", "return_ticket"], "keeper": "notary"},
            sentence={
                "nl": "De paspoorten van de kinderen liggen bij een notaris en worden voor een afgesproken reis meegegeven. Voor elke reis naar het buitenland toont de ouder die reist vooraf het ticket voor de terugreis van de kinderen.",
                "fr": "Les passeports des enfants sont confiés à un notaire et remis pour un voyage convenu. Avant chaque voyage à l'étranger, le parent qui voyage montre le billet de retour des enfants.",
                "de": "Die Reisepässe der Kinder werden bei einem Notar aufbewahrt und für eine vereinbarte Reise herausgegeben. Vor jeder Reise ins Ausland zeigt der reisende Elternteil die Fahrkarte der Kinder für die Rückreise.",
                "en": "The children's passports are kept by a notary and handed out for an agreed trip. Before every trip abroad the travelling parent shows the children's return ticket.",
            },
        ),
        Example(
            {"measures": ["mirror_order", "border_alert_info", "no_travel_without_consent"]},
            sentence={
                "nl": "Geen van beide ouders reist met de kinderen naar het buitenland zonder schriftelijke toestemming van de andere ouder. De ouders vragen samen informatie bij hun gemeente of bij Child Focus (116 000) over wat er aan de grens geregeld kan worden. De ouders laten dit plan ook erkennen door een rechtbank in het land waar de kinderen vaak verblijven.",
                "fr": "Aucun des parents ne voyage à l'étranger avec les enfants sans l'accord écrit de l'autre parent. Les parents demandent ensemble à leur commune ou à Child Focus (116 000) ce qui peut être prévu à la frontière. Les parents font aussi reconnaître ce plan par un tribunal du pays où les enfants séjournent souvent.",
                "de": "Kein Elternteil reist mit den Kindern ins Ausland ohne schriftliche Einwilligung des anderen Elternteils. Die Eltern fragen gemeinsam bei ihrer Gemeinde oder bei Child Focus (116 000), was an der Grenze geregelt werden kann. Die Eltern lassen diesen Plan auch von einem Gericht des Landes anerkennen, in dem die Kinder oft sind.",
                "en": "Neither parent travels abroad with the children without the written consent of the other parent. The parents ask their municipality or Child Focus (116 000) together what can be arranged at the border. The parents have this plan recognised too by a court of the country where the children often stay.",
            },
        ),
        Example({}, problems=("measures",)),
        Example({"measures": ["passport_deposit"]}, problems=("keeper",)),
        Example({"measures": ["passport_deposit"], "keeper": "A"}, problems=("keeper",)),
        Example({"measures": ["return_ticket", "return_ticket"]}, problems=("measures",)),
        Example({"measures": ["return_ticket"], "visible_to": "professional_only"}, problems=("visible_to",)),
    ),
)
