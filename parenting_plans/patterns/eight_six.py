"""8-6. A common pattern."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="8-6",
    order=16,
    name={
        "nl": "8-6",
        "fr": "8/6",
        "de": "8-6",
        "en": "8-6",
    },
    nights="AABBBBBAABAAAA",
    note={
        "nl": "De ene week vijf nachten in het tweede huis, van woensdag tot maandag; de andere week alleen de woensdagnacht. De andere nachten in het eerste huis.",
        "fr": "Une semaine, cinq nuits dans la deuxième maison, du mercredi au lundi ; l’autre semaine, seulement la nuit du mercredi. Les autres nuits dans la première.",
        "de": "In der einen Woche fünf Nächte im zweiten Zuhause, von Mittwoch bis Montag; in der anderen nur die Mittwochnacht. Die übrigen Nächte im ersten.",
        "en": "One week five nights in the second home, from Wednesday to Monday; the other week only Wednesday night. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 11), Home.B),
        Example(date(2026, 1, 12), Home.A),
        Example(date(2026, 1, 14), Home.B),
        Example(date(2026, 1, 15), Home.A),
    ),
)
