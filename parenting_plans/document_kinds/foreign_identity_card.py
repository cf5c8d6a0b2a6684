"""An identity card of another State, with which a child can cross some borders."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="foreign_identity_card",
    name={
        "nl": "Identiteitskaart van een ander land",
        "fr": "Carte d'identité d'un autre pays",
        "de": "Identitätskarte eines anderen Landes",
        "en": "Identity card of another country",
    },
    help={
        "nl": "In de Europese Unie kan een kind ook met deze kaart reizen. Een Belgische maatregel geldt hier niet.",
        "fr": "Dans l'Union européenne, un enfant peut aussi voyager avec cette carte. Une mesure belge ne vaut pas ici.",
        "de": "In der Europäischen Union kann ein Kind auch mit dieser Karte reisen. Eine belgische Maßnahme gilt hier nicht.",
        "en": "Within the European Union a child can travel with this card too. A Belgian measure does not count here.",
    },
    source="FPS Foreign Affairs, questions on passports for minors; Directive 2004/38/EC art. 4 and 5",
    travel=True,
    foreign=True,
    examples=(Example(date(2016, 5, 20), date(2020, 3, 1), date(2025, 2, 28)),),
)
