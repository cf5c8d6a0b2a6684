"""Alternating weekends until Monday (11-3). A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="11-3",
    order=11,
    name={
        "nl": "Om het andere weekend tot maandag (11-3)",
        "fr": "Un week-end sur deux jusqu’au lundi (11/3)",
        "de": "Jedes zweite Wochenende bis Montag (11-3)",
        "en": "Alternating weekends until Monday (11-3)",
    },
    nights="AAAABBBAAAAAAA",
    note={
        "nl": "Om de twee weken een lang weekend in het tweede huis, van vrijdag tot maandagochtend. De andere nachten in het eerste huis.",
        "fr": "Un long week-end sur deux dans la deuxième maison, du vendredi au lundi matin. Les autres nuits dans la première.",
        "de": "Alle zwei Wochen ein langes Wochenende im zweiten Zuhause, von Freitag bis Montagmorgen. Die übrigen Nächte im ersten.",
        "en": "Every other long weekend in the second home, from Friday to Monday morning. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 11), Home.B),
        Example(date(2026, 1, 12), Home.A),
        Example(date(2026, 1, 16), Home.A),
    ),
)
