"""9-5, one block. Source: scheiden-via-bemiddeling.be; filiatio.be/article/64."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="9-5_block",
    order=14,
    name={
        "nl": "9-5 (blok)",
        "fr": "9/5 (bloc)",
        "de": "9-5 (Block)",
        "en": "9-5, one block",
    },
    nights="AABBBBBAAAAAAA",
    note={
        "nl": "Om de twee weken vijf nachten na elkaar in het tweede huis, van woensdag tot maandag. De andere nachten in het eerste huis.",
        "fr": "Toutes les deux semaines, cinq nuits de suite dans la deuxième maison, du mercredi au lundi. Les autres nuits dans la première.",
        "de": "Alle zwei Wochen fünf Nächte am Stück im zweiten Zuhause, von Mittwoch bis Montag. Die übrigen Nächte im ersten.",
        "en": "Every two weeks five nights in a row in the second home, from Wednesday to Monday. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 6), Home.A),
        Example(date(2026, 1, 7), Home.B),
        Example(date(2026, 1, 11), Home.B),
        Example(date(2026, 1, 12), Home.A),
        Example(date(2026, 1, 14), Home.A),
    ),
)
