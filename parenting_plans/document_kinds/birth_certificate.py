"""A copy or an extract of the birth certificate."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="birth_certificate",
    name={
        "nl": "Geboorteakte",
        "fr": "Acte de naissance",
        "de": "Geburtsurkunde",
        "en": "Birth certificate",
    },
    help={
        "nl": "Een kopie of uittreksel van de gemeente. Elke ouder kan er een vragen. Zeg waarvoor ze dient, dan zijn er geen misverstanden.",
        "fr": "Une copie ou un extrait de la commune. Chaque parent peut en demander. Dites à quoi il sert, cela évite les malentendus.",
        "de": "Eine Abschrift oder ein Auszug der Gemeinde. Jeder Elternteil kann sie anfordern. Sagen Sie, wozu sie dient; das vermeidet Missverständnisse.",
        "en": "A copy or an extract from the municipality. Either parent can ask for one. Say what it is for, so that there is no misunderstanding.",
    },
    source="Municipal practice; risk catalogue R23",
    numbered=False,
    ends=False,
    examples=(Example(date(2016, 5, 20), date(2026, 3, 1), None),),
)
