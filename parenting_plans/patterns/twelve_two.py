"""Alternating weekends (12-2). Source: scheiden-via-bemiddeling.be; filiatio.be/article/64."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="12-2",
    order=9,
    name={
        "nl": "Om het andere weekend (12-2)",
        "fr": "Un week-end sur deux (12/2)",
        "de": "Jedes zweite Wochenende (12-2)",
        "en": "Alternating weekends (12-2)",
    },
    nights="AAAABBAAAAAAAA",
    note={
        "nl": "Om de twee weken een weekend in het tweede huis, van vrijdag tot zondag. De andere nachten in het eerste huis.",
        "fr": "Un week-end sur deux dans la deuxième maison, du vendredi au dimanche. Les autres nuits dans la première.",
        "de": "Alle zwei Wochen ein Wochenende im zweiten Zuhause, von Freitag bis Sonntag. Die übrigen Nächte im ersten.",
        "en": "Every other weekend in the second home, from Friday to Sunday. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 8), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 10), Home.B),
        Example(date(2026, 1, 11), Home.A),
        Example(date(2026, 1, 16), Home.A),
    ),
)
