"""The Belgian passport of a child. One parent can normally apply alone, unless an express consent is required."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="belgian_passport",
    name={
        "nl": "Belgisch paspoort",
        "fr": "Passeport belge",
        "de": "Belgischer Reisepass",
        "en": "Belgian passport",
    },
    help={
        "nl": "Eén ouder kan het meestal alleen aanvragen bij de gemeente. Een ouder die dat niet wil, kan vragen dat zijn of haar uitdrukkelijke toestemming nodig is.",
        "fr": "Un parent peut en général le demander seul à la commune. Un parent qui ne le souhaite pas peut demander que son accord exprès soit nécessaire.",
        "de": "Ein Elternteil kann ihn meist allein bei der Gemeinde beantragen. Wer das nicht möchte, kann verlangen, dass seine ausdrückliche Zustimmung nötig ist.",
        "en": "One parent can usually apply alone at the municipality. A parent who does not want that can ask that their express consent is needed.",
    },
    source="FPS Foreign Affairs, questions on passports for minors; old Civil Code art. 374/1",
    part="passport",
    travel=True,
    belgian=True,
    examples=(Example(date(2016, 5, 20), date(2025, 3, 1), date(2030, 2, 28)),),
)
