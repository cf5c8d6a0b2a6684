"""A passport of another State. Belgian measures about passports do not bind its authorities."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="foreign_passport",
    name={
        "nl": "Paspoort van een ander land",
        "fr": "Passeport d'un autre pays",
        "de": "Reisepass eines anderen Landes",
        "en": "Passport of another country",
    },
    help={
        "nl": "Een Belgische maatregel over paspoorten geldt hier niet. Vraag aan het consulaat welke regels dat land heeft.",
        "fr": "Une mesure belge sur les passeports ne vaut pas ici. Demandez au consulat quelles règles ce pays applique.",
        "de": "Eine belgische Maßnahme zu Reisepässen gilt hier nicht. Fragen Sie beim Konsulat, welche Regeln dieses Land hat.",
        "en": "A Belgian measure about passports does not count here. Ask the consulate which rules that country has.",
    },
    source="FPS Foreign Affairs, questions on passports for minors: no Belgian power over foreign passports",
    travel=True,
    foreign=True,
    examples=(Example(date(2016, 5, 20), date(2020, 3, 1), date(2030, 2, 28)),),
)
