"""The Kids-ID: a Belgian child's identity card, asked before the age of twelve, valid for three years."""

from datetime import date

from parenting_plans.document_kind import DocumentKind, Example

KIND = DocumentKind(
    id="kids_id",
    name={
        "nl": "Kids-ID",
        "fr": "Kids-ID",
        "de": "Kids-ID",
        "en": "Kids-ID",
    },
    help={
        "nl": "De identiteitskaart van een Belgisch kind onder de 12 jaar. Eén ouder vraagt ze aan, samen met het kind. Er is maar één kaart; ze gaat mee met het kind. De datum op de kaart telt.",
        "fr": "La carte d'identité d'un enfant belge de moins de 12 ans. Un parent la demande, avec l'enfant. Il n'y a qu'une carte ; elle suit l'enfant. La date sur la carte compte.",
        "de": "Die Identitätskarte eines belgischen Kindes unter 12 Jahren. Ein Elternteil beantragt sie zusammen mit dem Kind. Es gibt nur eine Karte; sie geht mit dem Kind mit. Es zählt das Datum auf der Karte.",
        "en": "The identity card of a Belgian child under 12. One parent applies for it, together with the child. There is only one card and it goes along with the child. The date on the card counts.",
    },
    source="Municipal pages on the Kids-ID; FPS Foreign Affairs, identity card for children younger than 12 (valid three years)",
    part="card",
    travel=True,
    belgian=True,
    under=12,
    longest=3,
    examples=(
        Example(date(2019, 5, 14), date(2025, 3, 1), date(2028, 3, 1)),
        Example(
            date(2019, 5, 14),
            date(2025, 3, 1),
            date(2028, 3, 2),
            ("A document of this kind is valid for {years} years at most. Check the dates.",),
        ),
        Example(date(2012, 2, 29), date(2024, 2, 28), date(2027, 2, 28)),
        Example(
            date(2012, 2, 29),
            date(2024, 2, 29),
            date(2027, 3, 1),
            ("A document of this kind is asked before the age of {age}. Check the dates.",),
        ),
    ),
)
