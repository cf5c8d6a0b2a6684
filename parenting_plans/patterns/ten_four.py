"""10-4. Source: filiatio.be/article/64."""

from datetime import date

from parenting_plans.patterns import Example, Pattern
from parenting_plans.values import Home

PATTERN = Pattern(
    id="10-4",
    order=12,
    name={
        "nl": "10-4",
        "fr": "10/4",
        "de": "10-4",
        "en": "10-4",
    },
    nights="AAABBBBAAAAAAA",
    note={
        "nl": "Om de twee weken vier nachten na elkaar in het tweede huis, van donderdag tot maandag. De andere nachten in het eerste huis.",
        "fr": "Toutes les deux semaines, quatre nuits de suite dans la deuxième maison, du jeudi au lundi. Les autres nuits dans la première.",
        "de": "Alle zwei Wochen vier Nächte am Stück im zweiten Zuhause, von Donnerstag bis Montag. Die übrigen Nächte im ersten.",
        "en": "Every two weeks four nights in a row in the second home, from Thursday to Monday. The other nights in the first.",
    },
    examples=(
        Example(date(2026, 1, 7), Home.A),
        Example(date(2026, 1, 8), Home.B),
        Example(date(2026, 1, 11), Home.B),
        Example(date(2026, 1, 12), Home.A),
    ),
)
