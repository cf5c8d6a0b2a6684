"""A complete copy of the school's file about the child."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="school_file",
    name={
        "nl": "Volledig schooldossier",
        "fr": "Dossier scolaire complet",
        "de": "Vollständige Schulakte",
        "en": "Complete school file",
    },
    help={
        "nl": "Een kopie van alles wat de school over het kind bewaart. Rapporten alleen horen hier niet.",
        "fr": "Une copie de tout ce que l'école garde sur l'enfant. Les bulletins seuls n'en font pas partie.",
        "de": "Eine Kopie von allem, was die Schule über das Kind aufbewahrt. Zeugnisse allein gehören nicht hierher.",
        "en": "A copy of everything the school keeps about the child. School reports alone do not belong here.",
    },
    source="Risk catalogue R23",
    numbered=False,
    ends=False,
    examples=(Example(date(2016, 5, 20), date(2026, 3, 1), None),),
)
