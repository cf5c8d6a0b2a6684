"""Alternating weekends + every Wednesday night. A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="10-4_wed",
    order=13,
    name={
        "nl": "Om het andere weekend + elke woensdagnacht",
        "fr": "Un week-end sur deux + chaque nuit du mercredi",
        "de": "Jedes zweite Wochenende + jede Mittwochnacht",
        "en": "Alternating weekends + every Wednesday night",
    },
    nights="AABABBAAABAAAA",
    note={
        "nl": "Om de twee weken een weekend van vrijdag tot zondag, en elke woensdagnacht in het tweede huis. De andere nachten in het eerste huis.",
        "fr": "Un week-end sur deux du vendredi au dimanche, et chaque nuit du mercredi dans la deuxième maison. Les autres nuits dans la première.",
        "de": "Alle zwei Wochen ein Wochenende von Freitag bis Sonntag und jede Mittwochnacht im zweiten Zuhause. Die übrigen Nächte im ersten.",
        "en": "Every other weekend from Friday to Sunday, and every Wednesday night, in the second home. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 8), Home.A),
        Example(date(2026, 1, 9), Home.B),
        Example(date(2026, 1, 11), Home.A),
        Example(date(2026, 1, 14), Home.B),
        Example(date(2026, 1, 16), Home.A),
    ),
)
