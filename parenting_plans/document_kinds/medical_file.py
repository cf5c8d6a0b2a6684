"""A copy of the medical or vaccination file."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="medical_file",
    name={
        "nl": "Medisch dossier of vaccinatiedossier",
        "fr": "Dossier médical ou de vaccination",
        "de": "Medizinische Akte oder Impfakte",
        "en": "Medical or vaccination file",
    },
    help={
        "nl": "Een kopie van het dossier, niet de inhoud ervan. Schrijf hier niets over gezondheid.",
        "fr": "Une copie du dossier, pas son contenu. N'écrivez ici rien sur la santé.",
        "de": "Eine Kopie der Akte, nicht ihr Inhalt. Schreiben Sie hier nichts über die Gesundheit.",
        "en": "A copy of the file, not what is in it. Write nothing about health here.",
    },
    source="Risk catalogue R23",
    numbered=False,
    ends=False,
    examples=(Example(date(2016, 5, 20), date(2026, 3, 1), None),),
)
