"""A certificate of who lives in a household, or of residence."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="household_certificate",
    name={
        "nl": "Attest van gezinssamenstelling of woonst",
        "fr": "Composition de ménage ou certificat de résidence",
        "de": "Haushaltszusammensetzung oder Wohnsitzbescheinigung",
        "en": "Certificate of household or residence",
    },
    help={
        "nl": "Een attest van de gemeente. Zeg waarvoor het dient.",
        "fr": "Un certificat de la commune. Dites à quoi il sert.",
        "de": "Eine Bescheinigung der Gemeinde. Sagen Sie, wozu sie dient.",
        "en": "A certificate from the municipality. Say what it is for.",
    },
    source="Municipal practice; risk catalogue R23",
    numbered=False,
    ends=False,
    examples=(Example(date(2016, 5, 20), date(2026, 3, 1), None),),
)
