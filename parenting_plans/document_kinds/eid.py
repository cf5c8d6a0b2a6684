"""The electronic identity card that every Belgian has from the age of twelve."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="eid",
    name={
        "nl": "eID (identiteitskaart vanaf 12 jaar)",
        "fr": "eID (carte d'identité dès 12 ans)",
        "de": "eID (Identitätskarte ab 12 Jahren)",
        "en": "eID (identity card from the age of 12)",
    },
    help={
        "nl": "Wie 12 jaar wordt, krijgt een uitnodiging van de gemeente. Een Kids-ID die nog geldig is, blijft bruikbaar tot de datum op de kaart.",
        "fr": "À 12 ans, l'enfant reçoit une invitation de la commune. Une Kids-ID encore valable reste utilisable jusqu'à la date sur la carte.",
        "de": "Mit 12 Jahren bekommt das Kind eine Einladung der Gemeinde. Eine noch gültige Kids-ID bleibt bis zum Datum auf der Karte brauchbar.",
        "en": "At 12 a child is invited by the municipality. A Kids-ID that is still valid can be used until the date on the card.",
    },
    source="Municipal pages on the Kids-ID and the eID",
    part="card",
    travel=True,
    belgian=True,
    examples=(Example(date(2012, 5, 20), date(2024, 6, 1), date(2030, 6, 1)),),
)
