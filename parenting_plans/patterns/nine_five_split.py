"""9-5, weekend + weekly night. A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="9-5_split",
    order=15,
    name={
        "nl": "9-5 (weekend + nacht)",
        "fr": "9/5 (week-end + nuit)",
        "de": "9-5 (Wochenende + Nacht)",
        "en": "9-5, weekend + weekly night",
    },
    nights="AABABBBAABAAAA",
    note={
        "nl": "Om de twee weken een lang weekend van vrijdag tot maandag, en elke woensdagnacht in het tweede huis. De andere nachten in het eerste huis.",
        "fr": "Un long week-end sur deux du vendredi au lundi, et chaque nuit du mercredi dans la deuxième maison. Les autres nuits dans la première.",
        "de": "Alle zwei Wochen ein langes Wochenende von Freitag bis Montag und jede Mittwochnacht im zweiten Zuhause. Die übrigen Nächte im ersten.",
        "en": "Every other long weekend from Friday to Monday, and every Wednesday night, in the second home. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 8), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 11), Home.B),
        Example(date(2026, 1, 12), Home.A),
        Example(date(2026, 1, 14), Home.B),
        Example(date(2026, 1, 16), Home.A),
    ),
)
