"""3-4-4-3 (Monday start). A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="3-4-4-3_mon",
    order=7,
    name={
        "nl": "3-4-4-3 (maandag)",
        "fr": "3-4-4-3 (lundi)",
        "de": "3-4-4-3 (Montag)",
        "en": "3-4-4-3 (Monday start)",
    },
    nights="AAABBBBAAAABBB",
    note={
        "nl": "Drie nachten, vier nachten, dan vier en drie. Let op: de nachten van vrijdag tot zondag zijn altijd in hetzelfde huis.",
        "fr": "Trois nuits, quatre nuits, puis quatre et trois. Attention : les nuits du vendredi au dimanche sont toujours dans la même maison.",
        "de": "Drei Nächte, vier Nächte, dann vier und drei. Achtung: Die Nächte von Freitag bis Sonntag sind immer im selben Zuhause.",
        "en": "Three nights, four nights, then four and three. Note: the nights from Friday to Sunday are always in the same home.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.A),
        Example(date(2026, 1, 8), Home.B),
        Example(date(2026, 1, 12), Home.A),
        Example(date(2026, 1, 15), Home.A),
        Example(date(2026, 1, 16), Home.B),
    ),
)
